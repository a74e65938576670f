"""The numbers of a statement, by value: ثلاثة آلاف "three thousand" and 3000 are one number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotes.checking.wordlists import load_word_lists
from quotes.checking.words import Word

_THREE_DECIMALS = re.compile(r"(\d{1,3})[.,٫](\d{3})")
# From here on a number is written out rather than shortened to six digits.
_LARGE = 1e6


def count_numbers(words: Sequence[Word]) -> Counter[str]:
    """The numbers in digits and in words, and how often each stands there."""
    reader = _NumberReader()
    for position, word in enumerate(words):
        following = words[position + 1].folded if position + 1 < len(words) else ""
        reader.read(word, following)
    reader.finish()
    return reader.values


class _NumberReader:
    """Reads words one after the other, and notes a number where the next word is no part of it."""

    def __init__(self) -> None:
        self.values: Counter[str] = Counter()
        self._lists = load_word_lists()
        self._total = 0.0
        """What has been multiplied: the two million of "two million three hundred"."""
        self._part = 0.0
        """What may still be multiplied: the three hundred."""
        self._counting = False

    def read(self, word: Word, following: str) -> None:
        """Take one word; ``following`` is the folded spelling of the next."""
        lists, spelled = self._lists, word.folded
        if spelled not in lists.multipliers:
            spelled = spelled.removeprefix("ال")
        joined = spelled[1:].removeprefix("ال") if spelled[:1] == "و" else ""
        if word.is_number:
            self._read_digits(word.text, spelled, thousands_follow=following in lists.multipliers)
        elif spelled in lists.fractions and following in lists.multipliers:
            self._begin(lists.fractions[spelled])
        elif joined in lists.numbers and self._counting:
            self._part += lists.numbers[joined]
        elif spelled in lists.numbers and spelled not in lists.one_of:
            self._read_number(lists.numbers[spelled])
        elif spelled in lists.one_of and lists.numbers.get(following) == 10:
            self._begin(1.0)
        elif spelled in lists.multipliers:
            self._multiply(lists.multipliers[spelled])
        elif joined in lists.multipliers and self._counting:
            # مليون وألف "a million and a thousand"
            self._total, self._part = self._total + self._part + lists.multipliers[joined], 0.0
        else:
            self.finish()

    def finish(self) -> None:
        """Note the number that has been read, if any."""
        if self._counting:
            value = self._total + self._part
            self.values[f"{value:g}" if value < _LARGE else f"{value:.0f}"] += 1
        self._total, self._part, self._counting = 0.0, 0.0, False

    def _begin(self, part: float) -> None:
        self.finish()
        self._part, self._counting = part, True

    def _read_digits(self, text: str, spelled: str, *, thousands_follow: bool) -> None:
        # A point before three digits groups thousands, but not before "million".
        decimal = _THREE_DECIMALS.fullmatch(text) if thousands_follow else None
        try:
            self._begin(float(f"{decimal[1]}.{decimal[2]}" if decimal else spelled))
        except ValueError:
            self.finish()
            self.values[spelled] += 1

    def _read_number(self, value: int) -> None:
        if not 0 < self._part < 10 or not (value == 10 or value >= 100):
            self._begin(value)
        elif value == 100:
            # ثلاثة مئة: three hundred
            self._part *= 100
        else:
            # ثلاثة عشر "thirteen" is one number.
            self._part += value

    def _multiply(self, multiplier: int) -> None:
        self._total += self._part * multiplier if self._part else multiplier
        self._part, self._counting = 0.0, True

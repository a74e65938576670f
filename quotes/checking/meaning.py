"""What a change of words may change in the matter: numbers, dates, negation, certainty, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz

from quotes.checking.numbers import count_numbers
from quotes.checking.wordlists import load_word_lists
from quotes.checking.words import Word

Aspect = Literal["number", "date", "negation", "certainty", "extent", "name", "speaker", "denial"]

if TYPE_CHECKING:
    from quotes.arabic.morphology import WordClasses

# Without the first person: nearly every verb that begins with alif after قد is a perfect.
_IMPERFECT = ("ي", "ت", "ن", "لا")
_CLITICS = ("و", "ف", "ب", "ل", "ك")
_SPELLED_ALIKE = 75.0


@dataclass(frozen=True, slots=True)
class Warning:
    """A difference that may change the meaning: what only the first and only the second has."""

    aspect: Aspect
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def warnings(first: Sequence[Word], second: Sequence[Word]) -> list[Warning]:
    """Where two wordings of one statement differ in something that matters."""
    found: list[Warning] = []

    def compare(aspect: Aspect, one: Counter[str], other: Counter[str]) -> None:
        only_first, only_second = one - other, other - one
        if only_first or only_second:
            found.append(
                Warning(aspect, tuple(only_first.elements()), tuple(only_second.elements()))
            )

    lists = load_word_lists()
    first_dates, first_rest = _dates(first)
    second_dates, second_rest = _dates(second)
    compare("date", first_dates, second_dates)
    compare("number", count_numbers(first_rest), count_numbers(second_rest))
    negations = _listed(first, lists.negations), _listed(second, lists.negations)
    # Which particle negates is mostly grammar; how many do is meaning, and so is "did not"
    # against "will not".
    did_not, will_not = lists.did_not, lists.will_not
    times = [(did_not | will_not) & set(counts) for counts in negations]
    if negations[0].total() != negations[1].total() or (did_not, will_not) in (
        (times[0], times[1]),
        (times[1], times[0]),
    ):
        compare("negation", *negations)
    graded: tuple[tuple[Aspect, dict[str, str]], ...] = (
        ("certainty", lists.certainty),
        ("extent", lists.quantifiers),
    )
    for aspect, groups in graded:
        one, other = (_listed(_without_past(side), groups) for side in (first, second))
        sides = _without_synonyms(one, other, groups), _without_synonyms(other, one, groups)
        if any(sides):
            found.append(Warning(aspect, *sides))
    compare("name", *_names(first_rest, second_rest))
    return found


def _listed(words: Iterable[Word], listed: Container[str]) -> Counter[str]:
    """The words of a list, in the form that it has: with a clitic before it or without."""
    counts: Counter[str] = Counter()
    for word in words:
        for form in (word.folded, word.folded[1:] if word.folded[:1] in _CLITICS else ""):
            if form in listed:
                counts[form] += 1
                break
    return counts


def _without_past(words: Sequence[Word]) -> list[Word]:
    """``words`` without the قد that says that something has happened, not that it may."""
    kept = []
    may = load_word_lists().may
    for position, word in enumerate(words):
        if word.folded in may and position + 1 < len(words):
            following = words[position + 1].folded
            if not following.startswith(_IMPERFECT) or "imperfect" not in _classes(following):
                continue
        kept.append(word)
    return kept


def _without_synonyms(
    one: Counter[str], other: Counter[str], groups: Mapping[str, str]
) -> tuple[str, ...]:
    """The words of ``one`` for which ``other`` has neither the same nor a word that says it."""
    left = Counter(groups[word] for word in other.elements())
    only = []
    for word in one.elements():
        if left[groups[word]]:
            left[groups[word]] -= 1
        else:
            only.append(word)
    return tuple(only)


def _dates(words: Sequence[Word]) -> tuple[Counter[str], list[Word]]:
    """Months, weekdays and years, under one name each, and the words that are left.

    The press writes a month under two names at once (شباط / فبراير): that counts once.
    """
    names = load_word_lists().dates
    dates: Counter[str] = Counter()
    rest: list[Word] = []
    index = 0
    while index < len(words):
        for length in (2, 1):
            spelled = tuple(word.folded for word in words[index : index + length])
            name = names.get(spelled) or names.get((spelled[0].lstrip("وبل"), *spelled[1:]))
            if name and len(spelled) == length:
                dates[name] = 1
                index += length
                break
        else:
            word = words[index]
            if word.is_number and len(word.folded) == 4 and word.folded[:2] in ("19", "20"):
                dates[word.folded] = 1
            else:
                rest.append(word)
            index += 1
    return dates, rest


def _names(first: Sequence[Word], second: Sequence[Word]) -> tuple[Counter[str], Counter[str]]:
    """The names that only one of the two has, as written."""

    def only(words: Sequence[Word], others: Sequence[Word]) -> Counter[str]:
        roots = {word.root for word in others}
        run_together = "".join(word.folded for word in others)
        return Counter(
            {
                word.text: 1
                for word in words
                if word.root not in roots
                and not word.is_stop
                and _is_name(word)
                # Foreign names are spelled in many ways, and Arabic ones with and without spaces.
                and word.folded not in run_together
                and all(fuzz.ratio(word.folded, o.folded) < _SPELLED_ALIKE for o in others)
            }
        )

    return only(first, second), only(second, first)


def _is_name(word: Word) -> bool:
    lists = load_word_lists()
    if word.is_number or word.folded in lists.numbers or word.folded in lists.multipliers:
        return False
    if word.folded.isascii():
        return True
    # Most words that the lexicon lacks are names.
    return _classes(word.folded) in (frozenset(), {"proper"})


@lru_cache(maxsize=50_000)
def _classes(folded: str) -> frozenset[str]:
    """What a word can be, by the lexicon; nothing when the lexicon lacks it."""
    return _word_classes().describe(folded).classes


@lru_cache(maxsize=1)
def _word_classes() -> WordClasses:
    from quotes.arabic.morphology import load_word_classes

    return load_word_classes()

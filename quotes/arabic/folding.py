"""Folding: one spelling for the many that the press has, with a map back to the text.

The folded text is for comparing, never for showing: hamza seats, alef maqsura and taa marbuta
take their plain letters (أإآٱ to ا, ى to ي, ة to ه, ؤ to و, ئ to ي), and diacritics, tatweel,
and zero-width and direction characters are dropped.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
# Persian and Urdu keyboards give these for Arabic letters.
_LETTERS |= {"ی": "ي", "ک": "ك", "ہ": "ه"}
_TATWEEL = "ـ"
_DROPPED_CATEGORIES = frozenset({"Mn", "Me", "Cf"})
_IGNORABLE = (
    {_TATWEEL}
    | {chr(c) for c in range(0x0300, 0x0370)}
    | {chr(c) for c in range(0x0600, 0x2070) if unicodedata.category(chr(c)) in _DROPPED_CATEGORIES}
    | {"\ufeff"}
)
_TABLE: dict[int, str | None] = {ord(k): v for k, v in _LETTERS.items()}
_TABLE |= {ord(c): None for c in _IGNORABLE}


def fold(text: str) -> str:
    """``text`` in folded spelling, lower case for Latin letters."""
    folded = text.translate(_TABLE).lower()
    # Many words are folded as they stand; one string in memory will do for them.
    return text if folded == text else folded


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text and, for each of its characters, the offset it comes from in the original.

    ``offsets`` has one entry more than ``text`` has characters: the original's length.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text under the folded span ``[start, end)``.

        Marks that stand on the last letter belong to it.
        """
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end]


def fold_with_offsets(text: str) -> FoldedText:
    """``text`` folded character by character, with the way back.

    Unlike :func:`fold` it changes no character's count: every folded character comes from
    exactly one original character.
    """
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = _TABLE.get(ord(character), character)
        if folded is None:
            continue
        lowered = folded.lower()
        letters.append(lowered if len(lowered) == 1 else folded)
        offsets.append(offset)
    offsets.append(len(text))
    return FoldedText("".join(letters), tuple(offsets))

"""Folding: one spelling for the many that the press has, with a map back to the text.

The folded text is for comparing, never for showing: hamza seats, alef maqsura and taa marbuta
take their plain letters (أإآٱ to ا, ى to ي, ة to ه, ؤ to و, ئ to ي), the shapes of letters
(Arabic Presentation Forms-B of Unicode) become the letters, and diacritics, tatweel, zero-width and
direction characters are dropped.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
# Persian and Urdu keyboards give these for Arabic letters.
_LETTERS |= {"ی": "ي", "ک": "ك", "ہ": "ه"}
# Text copied out of old PDF files has the shapes of letters as characters, and ﻻ for لا.
_SHAPES = {
    shape: "".join(_LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFKC", shape))
    for shape in map(chr, range(0xFE80, 0xFEFD))
}
# The sign of a doubled letter, which folding takes away.
SHADDA = "\u0651"
_TATWEEL = "ـ"
_DROPPED_CATEGORIES = frozenset({"Mn", "Me", "Cf"})
_IGNORABLE = (
    {_TATWEEL}
    | {chr(c) for c in range(0x0300, 0x0370)}
    | {chr(c) for c in range(0x0600, 0x2070) if unicodedata.category(chr(c)) in _DROPPED_CATEGORIES}
    | {"\ufeff"}
)
_TABLE: dict[int, str | None] = {ord(k): v for k, v in (_LETTERS | _SHAPES).items()}
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
        while self.offsets[end] == self.offsets[end - 1]:
            # Half of ﻻ is all of it.
            end += 1
        return self.offsets[start], self.offsets[end]


def fold_with_offsets(text: str) -> FoldedText:
    """``text`` folded character by character, with the way back.

    Every folded character comes from exactly one original character; the two of لا may come
    from the same.
    """
    letters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        folded = _TABLE.get(ord(character), character)
        if folded is None:
            continue
        lowered = folded.lower()
        letters.append(lowered if len(lowered) == len(folded) else folded)
        offsets += [offset] * len(folded)
    offsets.append(len(text))
    return FoldedText("".join(letters), tuple(offsets))

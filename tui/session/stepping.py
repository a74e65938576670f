"""Steps by word and by sentence through a text, for moving the ends of spans from the keyboard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

import regex

# A number with its separators is one word; every mark of punctuation is one step of its own,
# so that a quotation mark can be left out of a span.
_WORD = regex.compile(r"\p{N}+(?:[.,٫٬:]\p{N}+)*|[\p{L}\p{M}\p{N}_ـ\u200c\u200d]+|[^\s]")
_SENTENCE_END = regex.compile(r"(?:[.!?؟…]+[\"'”’»)\]]*(?=\s|$)|\n)")
_CLOSING = ".!?؟…،,؛;:"


@lru_cache(maxsize=4)
def words(text: str) -> tuple[tuple[int, int], ...]:
    """The ``(start, end)`` of every word and every mark of punctuation in ``text``."""
    return tuple(match.span() for match in _WORD.finditer(text))


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The ``(start, end)`` of every sentence, its closing full stop and surrounding space left out.

    A line end always ends a sentence: titles and headings carry no full stop.
    """
    found = []
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        piece = text[start:end]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip().rstrip(_CLOSING))
        if first < last:
            found.append((first, last))
        start = end
    return tuple(found)


def next_start(text: str, offset: int, *, by_sentence: bool = False) -> int:
    """The first start of a word (or sentence) after ``offset``; ``offset`` itself when none is."""
    starts = [start for start, _ in _units(text, by_sentence)]
    index = bisect_right(starts, offset)
    return starts[index] if index < len(starts) else offset


def previous_start(text: str, offset: int, *, by_sentence: bool = False) -> int:
    """The last start of a word (or sentence) before ``offset``; ``offset`` itself when none is."""
    starts = [start for start, _ in _units(text, by_sentence)]
    index = bisect_left(starts, offset) - 1
    return starts[index] if index >= 0 else offset


def next_end(text: str, offset: int, *, by_sentence: bool = False) -> int:
    """The first end of a word (or sentence) after ``offset``; ``offset`` itself when none is."""
    ends = [end for _, end in _units(text, by_sentence)]
    index = bisect_right(ends, offset)
    return ends[index] if index < len(ends) else offset


def previous_end(text: str, offset: int, *, by_sentence: bool = False) -> int:
    """The last end of a word (or sentence) before ``offset``; ``offset`` itself when none is."""
    ends = [end for _, end in _units(text, by_sentence)]
    index = bisect_left(ends, offset) - 1
    return ends[index] if index >= 0 else offset


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word that holds ``offset``, or the nearest one; ``(0, 0)`` in a text without words."""
    spans = words(text)
    if not spans:
        return 0, 0
    index = bisect_right(spans, (offset, len(text) + 1)) - 1
    return spans[max(index, 0)]


def _units(text: str, by_sentence: bool) -> tuple[tuple[int, int], ...]:
    return sentences(text) if by_sentence else words(text)

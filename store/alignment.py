"""Where the words of one version of an article stand in the next."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher

from quotes.model import Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Alignment:
    """Maps spans of an old text to a new one; equal words are matched with equal words.

    ``similarity`` is the share of words that the two have in common, 0 to 1.
    """

    old: str
    new: str
    similarity: float
    _blocks: tuple[tuple[int, int, int], ...]
    """Stretches of characters (start in old, start in new, length) that are word for word equal."""

    def map(self, span: Span) -> Span | None:
        """The place of ``span`` in the new text.

        Its ends are those of the words that survive; ``None`` when no word of it does. The words
        are the same when ``map(span).text == span.text``.
        """
        ends = []
        first = max(bisect_right(self._blocks, (span.start, len(self.new), 0)) - 1, 0)
        for old, new, length in self._blocks[first:]:
            start, end = max(span.start, old), min(span.end, old + length)
            if start < end:
                ends += [new + start - old, new + end - old]
            if old >= span.end:
                break
        if not ends:
            return None
        return Span(ends[0], ends[-1], self.new[ends[0] : ends[-1]])


def align(old: str, new: str) -> Alignment:
    """Align two texts by their words (Ratcliff and Obershelp's matching blocks, as in difflib)."""
    if old == new:
        return Alignment(old, new, 1.0, ((0, 0, len(old)),))
    one, two = list(_WORD.finditer(old)), list(_WORD.finditer(new))
    matcher = SequenceMatcher(None, [m.group() for m in one], [m.group() for m in two])
    blocks = []
    for first, second, size in matcher.get_matching_blocks():
        for offset in range(size):
            a, b = one[first + offset], two[second + offset]
            blocks.append((a.start(), b.start(), a.end() - a.start()))
    return Alignment(old, new, matcher.ratio(), tuple(blocks))

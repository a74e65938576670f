"""Which attributions stand within the contents of others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quotes.extraction.contents.attribution import Attribution


class Nesting:
    """The contents of one article, to ask which of them are around a stretch of the text.

    The contents are kept in the order in which they begin, each with the last one before it that
    ends later: what ends too early is passed over in one step, however much there is of it.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._numbers = sorted(
            range(len(attributions)), key=lambda n: (attributions[n].start, -attributions[n].end)
        )
        self._starts = [attributions[n].start for n in self._numbers]
        self._ends = [attributions[n].end for n in self._numbers]
        self._longer_before: list[int] = []
        for place, end in enumerate(self._ends):
            before = place - 1
            while before >= 0 and self._ends[before] <= end:
                before = self._longer_before[before]
            self._longer_before.append(before)

    def around(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The contents around ``[start, end)``: how far each reaches, the latest start first.

        Each is a pair of the distance from its start to ``end`` and its number.
        """
        place = bisect_right(self._starts, start) - 1
        while place >= 0:
            if self._ends[place] >= end:
                yield end - self._starts[place], self._numbers[place]
                place -= 1
            else:
                place = self._longer_before[place]

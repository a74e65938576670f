"""One line on the screen, and the map between its cells and the offsets of the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Cluster(NamedTuple):
    """A grapheme cluster on the screen: offsets ``[start, end)``, columns ``[column, +width)``.

    ``text`` is what is sent for its cells. A cluster of invisible characters alone has width 0.
    """

    start: int
    end: int
    text: str
    column: int
    width: int
    rtl: bool


class Line:
    """Clusters from left to right as they go to the terminal, and the offsets that they show.

    ``start`` and ``end`` are all the offsets of the line, with the blanks and the line end that
    are not painted; ``width`` is that of the layout; ``rtl`` is the paragraph's direction.
    ``opening`` and ``closing``, of no width, go before and after the clusters.

    Where the terminal does the reordering, the columns are those before it, and the terminal
    shows the cells elsewhere. Clicks arrive with the columns before it all the same: seen in
    VTE, Konsole and mlterm.
    """

    __slots__ = (
        "_cells",
        "closing",
        "clusters",
        "end",
        "indent",
        "opening",
        "rtl",
        "start",
        "width",
    )

    def __init__(
        self,
        start: int,
        end: int,
        width: int,
        rtl: bool,
        clusters: Sequence[Cluster],
        embedding: tuple[str, str] = ("", ""),
    ) -> None:
        self.start = start
        self.end = end
        self.width = width
        self.rtl = rtl
        self.clusters = clusters
        self.opening, self.closing = embedding
        self.indent = clusters[0].column if clusters else 0  # blank columns on the left
        self._cells = [cluster for cluster in clusters for _ in range(cluster.width)]

    @property
    def cells(self) -> int:
        """The number of columns that are painted."""
        return len(self._cells)

    @property
    def text(self) -> str:
        """What is sent for the line, ``width`` cells wide, blanks included."""
        return " " * self.indent + self.painted + " " * (self.width - self.indent - self.cells)

    @property
    def painted(self) -> str:
        """What is sent for the line without the blanks beside it."""
        return self.opening + "".join(cluster.text for cluster in self.clusters) + self.closing

    def offset_at(self, column: int) -> int | None:
        """The start offset of the cluster painted at ``column``; None where nothing is painted."""
        place = column - self.indent
        return self._cells[place].start if 0 <= place < self.cells else None

    def nearest_offset(self, column: int) -> int:
        """Like :meth:`offset_at`, but a blank gives the nearest painted cluster's offset."""
        if not self._cells:
            return self.start
        return self._cells[min(max(column - self.indent, 0), self.cells - 1)].start

    def column_of(self, offset: int) -> int:
        """The leftmost column of the cluster that holds ``offset``.

        An offset that is not painted (a blank at the end of the line) gives the last cluster
        before it, and a line without clusters the edge where its text would begin.
        """
        if not self.clusters:
            return self.width - 1 if self.rtl else 0
        before = [cluster for cluster in self.clusters if cluster.start <= offset]
        holder = max(before or self.clusters[:1], key=lambda cluster: cluster.start)
        return min(holder.column, self.width - 1)

    def columns_of(self, start: int, end: int) -> list[tuple[int, int]]:
        """The columns of a logical span: contiguous runs ``(left, right)``, right exclusive.

        The offsets may reach beyond the line. A cluster that the span touches counts as a whole.
        """
        runs: list[tuple[int, int]] = []
        for cluster in self.clusters:
            if cluster.start < end and cluster.end > start and cluster.width:
                left, right = cluster.column, cluster.column + cluster.width
                if runs and runs[-1][1] == left:
                    left = runs.pop()[0]
                runs.append((left, right))
        return runs

"""Paragraphs to wrapped lines of cells in visual order (interface; code follows)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.arabic.modes import PaintMode

Direction = Literal["auto", "rtl", "ltr"]


@dataclass(frozen=True, slots=True)
class Cluster:
    """A grapheme cluster on the screen: offsets ``[start, end)``, columns ``[column, +width)``."""

    start: int
    end: int
    text: str
    column: int
    width: int
    rtl: bool


class Line:
    """One screen line: clusters in visual order, left to right, and the offsets they show."""

    start: int
    end: int
    width: int
    clusters: tuple[Cluster, ...]

    @property
    def text(self) -> str:
        """The line as painted, ``width`` cells wide, blanks included."""
        raise NotImplementedError

    def offset_at(self, column: int) -> int | None:
        """The start offset of the cluster painted at ``column``; None where nothing is painted."""
        raise NotImplementedError

    def nearest_offset(self, column: int) -> int:
        """Like :meth:`offset_at`, but a blank gives the line's nearer logical end."""
        raise NotImplementedError

    def column_of(self, offset: int) -> int:
        """The leftmost column of the cluster that holds ``offset`` (or the last one before it)."""
        raise NotImplementedError

    def columns_of(self, start: int, end: int) -> list[tuple[int, int]]:
        """The columns of a logical span: contiguous runs ``(left, right)``, right exclusive."""
        raise NotImplementedError


class Layout:
    """A text wrapped to ``width`` cells."""

    def __init__(
        self,
        text: str,
        width: int,
        mode: PaintMode = PaintMode.APP,
        direction: Direction = "auto",
    ) -> None:
        self.text = text
        self.width = width
        self.mode = mode

    @property
    def height(self) -> int:
        """The number of screen lines."""
        raise NotImplementedError

    def line(self, y: int) -> Line:
        """The screen line ``y``, counted from 0."""
        raise NotImplementedError

    def line_of(self, offset: int) -> int:
        """The number of the screen line that holds ``offset``."""
        raise NotImplementedError

    def lines_of(self, start: int, end: int) -> range:
        """The numbers of the screen lines that a span touches."""
        raise NotImplementedError


def paint(
    text: str, mode: PaintMode, width: int | None = None, direction: Direction = "auto"
) -> str:
    """``text`` as one line for an ordinary widget, cut to ``width`` cells with an ellipsis."""
    raise NotImplementedError

"""Text to strips, in whatever way this terminal needs its Arabic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.arabic import Layout, PaintMode, paint
from tui.arabic.layout import Direction
from tui.arabic.strips import StyledSpan, line_strip

NO_STYLE = Style.null()


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of a row: its text, its width in cells (``None``: what is left), its style."""

    text: str
    width: int | None = None
    style: Style = NO_STYLE


@dataclass(frozen=True, slots=True)
class Painter:
    """How to paint: the mode of the terminal and the direction of the interface."""

    mode: PaintMode
    rtl: bool

    @property
    def direction(self) -> Direction:
        """The direction of the interface's own lines."""
        return "rtl" if self.rtl else "ltr"

    def one_line(self, text: str, width: int, style: Style = NO_STYLE) -> Strip:
        """``text`` in exactly ``width`` cells, at the interface's side."""
        return self._cell(Cell(text, width, style), width, self.direction)

    def wrapped(
        self,
        text: str,
        width: int,
        spans: Sequence[StyledSpan] = (),
        style: Style = NO_STYLE,
        direction: Direction | None = None,
    ) -> Sequence[Strip]:
        """``text`` wrapped to ``width`` cells with styled offsets; the last few are kept."""
        return _wrapped(self, text, width, tuple(spans), style, direction)

    def row(self, cells: Sequence[Cell], width: int, style: Style = NO_STYLE) -> Strip:
        """Columns beside each other, the first at the interface's side, a space between them.

        Where the terminal reorders whole lines, columns would change places: there the cells
        become one line of text. Rows painted lately are kept: most of a list stays as it is when
        one goes through it.
        """
        return _row(self, tuple(cells), width, style)

    def _row(self, cells: tuple[Cell, ...], width: int, style: Style) -> Strip:
        if self.mode.one_column:
            # The isolates around a cell's words are of no use here, and mlterm gives each a cell.
            joined = "  ".join(cell.text.strip("\u2068\u2069") for cell in cells if cell.text)
            return self.one_line(joined, width, style)
        gaps = max(len(cells) - 1, 0)
        fixed = sum(cell.width for cell in cells if cell.width is not None)
        rest = max(width - fixed - gaps, 0)
        strips = [
            self._cell(
                Cell(cell.text, cell.width, style + cell.style),
                rest if cell.width is None else cell.width,
                self.direction,
            )
            for cell in cells
        ]
        if self.rtl:
            strips.reverse()
        gap = Segment(" ", style)
        segments: list[Segment] = []
        for number, strip in enumerate(strips):
            if number:
                segments.append(gap)
            segments.extend(strip)
        return Strip(segments).adjust_cell_length(width, style)

    def _cell(self, cell: Cell, width: int, direction: Direction) -> Strip:
        if width <= 0:
            return Strip([])
        painted = paint(cell.text, self.mode, width, direction)
        blank = Segment(" " * max(width - cell_len(painted), 0), cell.style)
        words = Segment(painted, cell.style)
        return Strip([blank, words] if self.rtl else [words, blank], width)


@lru_cache(maxsize=1024)
def _row(painter: Painter, cells: tuple[Cell, ...], width: int, style: Style) -> Strip:
    return painter._row(cells, width, style)


@lru_cache(maxsize=256)
def _wrapped(
    painter: Painter,
    text: str,
    width: int,
    spans: tuple[StyledSpan, ...],
    style: Style,
    direction: Direction | None,
) -> tuple[Strip, ...]:
    layout = Layout(text, max(width, 1), painter.mode, direction or painter.direction)
    return tuple(line_strip(layout.line(y), spans, style) for y in range(layout.height))

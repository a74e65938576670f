"""Text that is only looked at: a line of cells, or wrapped paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from tui.arabic.layout import Direction
from tui.arabic.strips import StyledSpan
from tui.painting import Cell, Painter


class PaintedLine(Widget):
    """One line of cells beside each other."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "PaintedLine { height: 1; }"

    def __init__(self, painter: Painter, *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._painter = painter
        self._cells: tuple[Cell, ...] = ()

    def say(self, *cells: Cell | str) -> None:
        """Show these cells; a bare string is a cell that takes what is left of the width."""
        self._cells = tuple(Cell(cell) if isinstance(cell, str) else cell for cell in cells)
        self.refresh()

    @property
    def text(self) -> str:
        """What the line says, in logical order."""
        return " ".join(cell.text for cell in self._cells)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y or not self._cells:
            return Strip.blank(width, self.rich_style)
        return self._painter.row(self._cells, width, self.rich_style)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text to wrap, with the names of the styles of some of its stretches.

    ``spans`` are ``(start, end, style)`` with offsets into ``text``; a style is the name of one
    of :attr:`PaintedText.COMPONENT_CLASSES` without its prefix. ``direction`` is the interface's
    where it is ``None``.
    """

    text: str
    spans: tuple[tuple[int, int, str], ...] = ()
    direction: Direction | None = None

    @classmethod
    def of(cls, *pieces: str | tuple[str, str]) -> Paragraph:
        """A paragraph from pieces, each plain or with the name of its style."""
        text = ""
        spans = []
        for piece in pieces:
            words, style = (piece, "") if isinstance(piece, str) else piece
            if style:
                spans.append((len(text), len(text) + len(words), style))
            text += words
        return cls(text, tuple(spans))


class PaintedText(ScrollView, can_focus=False, inherit_bindings=False):
    """Paragraphs, wrapped to the width there is."""

    ALLOW_SELECT = False
    STYLES = ("strong", "faint", "key", "title", "good", "bad", "mark")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"painted--{name}" for name in STYLES}

    def __init__(
        self,
        painter: Painter,
        paragraphs: Sequence[Paragraph] = (),
        *,
        id: str | None = None,
        classes: str = "",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._painter = painter
        self._paragraphs = tuple(paragraphs)
        self._strips: list[Strip] | None = None  # laid out when they are painted

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs, from the top."""
        self._paragraphs = tuple(paragraphs)
        self._lay_out()
        self.scroll_to(y=0, animate=False, immediate=True)

    @property
    def text(self) -> str:
        """What is shown, in logical order."""
        return "\n".join(paragraph.text for paragraph in self._paragraphs)

    def render_line(self, y: int) -> Strip:
        row = y + int(self.scroll_offset.y)
        if self._strips is None:
            self._strips = self._wrapped(self._paragraphs)
        if row >= len(self._strips):
            return Strip.blank(self.size.width, self.rich_style)
        return self._strips[row]

    def notify_style_update(self) -> None:
        super().notify_style_update()
        # Textual tells this before it has the styles of the component classes.
        self._strips = None

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def prepare(self, paragraphs: Sequence[Paragraph]) -> None:
        """Lay out what :meth:`show` will most likely be asked for next."""
        if self.scrollable_content_region.width:
            self._wrapped(paragraphs)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        self._strips = self._wrapped(self._paragraphs)
        self.virtual_size = Size(width, len(self._strips))
        self.refresh()

    def _wrapped(self, paragraphs: Sequence[Paragraph]) -> list[Strip]:
        width = self.scrollable_content_region.width
        base = self.rich_style
        styles: dict[str, Style] = {
            name: self.get_component_rich_style(f"painted--{name}", partial=True)
            for name in self.STYLES
        }
        return [
            strip
            for paragraph in paragraphs
            for strip in self._painter.wrapped(
                paragraph.text,
                width,
                [StyledSpan(start, end, styles[name]) for start, end, name in paragraph.spans],
                base,
                paragraph.direction,
            )
        ]

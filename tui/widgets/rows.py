"""A list of rows with a cursor; paints only the rows in view, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.painting import Cell, Painter

RowSource = Callable[[int], Sequence[Cell]]


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of cells, one line each, made when they are painted by ``source(index)``."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}

    cursor: reactive[int] = reactive(0, repaint=False)

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: Rows, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows:
            return self.rows

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, rows: Rows, index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> Rows:
            return self.rows

    def __init__(self, painter: Painter, *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._painter = painter
        self._count = 0
        self._source: RowSource = lambda index: ()
        self._base: Style | None = None

    def show(self, count: int, source: RowSource, cursor: int = 0) -> None:
        """Show ``count`` rows from ``source`` with the cursor on row ``cursor``."""
        self._count = count
        self._source = source
        self.virtual_size = Size(self.size.width, count)
        self.set_reactive(Rows.cursor, max(min(cursor, count - 1), 0))
        self._scroll_to_cursor()
        self.refresh()

    def repaint_with(self, painter: Painter) -> None:
        """Paint in another mode or direction from now on."""
        self._painter = painter
        self.refresh()

    def move(self, step: int) -> None:
        """Move the cursor by ``step`` rows, stopping at the ends."""
        if self._count:
            self.cursor = max(min(self.cursor + step, self._count - 1), 0)

    def watch_cursor(self, old: int, new: int) -> None:
        if old == new or not self._count:
            return
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Moved(self, new))

    def _scroll_to_cursor(self) -> None:
        if self._count and self.size.height:
            row = Region(0, self.cursor, self.size.width, 1)
            self.scroll_to_region(row, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        # Working out a widget's style takes as long as painting the row.
        if self._base is None:
            self._base = self.rich_style
        style = self._base
        if index >= self._count:
            return Strip.blank(width, style)
        if index == self.cursor:
            style = style + self.get_component_rich_style("rows--cursor", partial=True)
        return self._painter.row(self._source(index), width, style)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, self._count)
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        index = int(event.y + self.scroll_offset.y)
        if index < self._count:
            event.stop()
            self.cursor = index
            self.post_message(self.Chosen(self, index))

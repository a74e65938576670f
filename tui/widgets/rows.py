"""A list of rows with a cursor; paints only the rows in view, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
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
        self._painted: dict[int, tuple[tuple[Cell, ...], bool]] = {}

    def show(self, count: int, source: RowSource, cursor: int = 0) -> None:
        """Show ``count`` rows from ``source`` with the cursor on row ``cursor``."""
        same_length = count == self._count
        self._count = count
        self._source = source
        self.virtual_size = Size(self.size.width, count)
        self.set_reactive(Rows.cursor, max(min(cursor, count - 1), 0))
        if self._scroll_to_cursor() or not same_length:
            self.refresh()
        else:
            self._refresh_changed()

    def prepare(self, cursor: int) -> None:
        """Paint what :meth:`show` will need for a cursor that is out of sight now."""
        height, top = self.size.height, int(self.scroll_offset.y)
        if height and not top <= cursor < top + height:
            first = self._top_for(cursor)
            for index in range(first, min(first + height, self._count)):
                self._paint(tuple(self._source(index)), is_cursor=index == cursor)

    def move(self, step: int) -> None:
        """Move the cursor by ``step`` rows, stopping at the ends."""
        if self._count:
            self.cursor = max(min(self.cursor + step, self._count - 1), 0)

    def watch_cursor(self, old: int, new: int) -> None:
        if old == new or not self._count:
            return
        if self._scroll_to_cursor():
            self.refresh()
        else:
            self._refresh_changed()
        self.post_message(self.Moved(self, new))

    def _scroll_to_cursor(self) -> bool:
        """Scroll where the cursor is out of sight, by half a page; whether that was so."""
        height, top = self.size.height, self.scroll_offset.y
        if not self._count or not height or top <= self.cursor < top + height:
            return False
        self.scroll_to(y=self._top_for(self.cursor), animate=False, force=True, immediate=True)
        return True

    def _top_for(self, cursor: int) -> int:
        return max(min(cursor - self.size.height // 2, self._count - self.size.height), 0)

    def _refresh_changed(self) -> None:
        """Paint the rows in sight that are not as they were painted last."""
        top = int(self.scroll_offset.y)
        for index in range(top, min(top + self.size.height, self._count)):
            if self._painted.get(index) != (tuple(self._source(index)), index == self.cursor):
                self.refresh_line(index)

    def render_line(self, y: int) -> Strip:
        index = y + int(self.scroll_offset.y)
        if index >= self._count:
            return Strip.blank(self.scrollable_content_region.width, self._style)
        cells, is_cursor = tuple(self._source(index)), index == self.cursor
        self._painted[index] = cells, is_cursor
        return self._paint(cells, is_cursor=is_cursor)

    def _paint(self, cells: tuple[Cell, ...], *, is_cursor: bool) -> Strip:
        style = self._style
        if is_cursor:
            style = style + self.get_component_rich_style("rows--cursor", partial=True)
        return self._painter.row(cells, self.scrollable_content_region.width, style)

    @property
    def _style(self) -> Style:
        # Working out a widget's style takes as long as painting a row.
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None
        self._painted.clear()

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, self._count)
        self._painted.clear()
        self._scroll_to_cursor()

    def on_click(self, event: events.Click) -> None:
        index = int(event.y + self.scroll_offset.y)
        if index < self._count:
            event.stop()
            self.cursor = index
            self.post_message(self.Chosen(self, index))

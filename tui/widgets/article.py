"""The article with the quote in view: each part in its own style, and none by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.arabic import Layout, Line
from tui.arabic.strips import StyledSpan, line_strip
from tui.painting import Painter

MarkKind = Literal["neighbour", "other_mention", "content", "mention", "cue", "active", "selection"]

# Later kinds lie over earlier ones.
LAYERS: tuple[MarkKind, ...] = (
    "neighbour", "content", "other_mention", "mention", "cue", "active", "selection",
)  # fmt: skip
_GUTTER: dict[MarkKind, str] = {"content": "┃", "neighbour": "┆", "active": "┃"}
_MARGIN = 2
_KEPT = 4  # layouts
_KEPT_STRIPS = 512


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch ``[start, end)`` of the article and what it is."""

    start: int
    end: int
    kind: MarkKind


class Article(ScrollView, can_focus=True, inherit_bindings=False):
    """A text wrapped to the width there is, with marks and a line at the quote's edge."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"article--{kind.replace('_', '-')}" for kind in LAYERS
    } | {"article--gutter"}

    class Selected(Message):
        """Words were marked with the mouse, ``[start, end)``; the same offset twice is a click."""

        def __init__(self, article: Article, start: int, end: int) -> None:
            super().__init__()
            self.article = article
            self.start = start
            self.end = end

        @property
        def control(self) -> Article:
            return self.article

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._painter = painter
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._layout: Layout | None = None
        self._layouts: dict[tuple[str, int], Layout] = {}
        self._strips: dict[int, Strip] = {}  # the rows as they are now
        self._painted: dict[tuple[Layout, int, tuple[Mark, ...]], Strip] = {}
        self._base: Style | None = None
        self._anchor: int | None = None
        self._selection: tuple[int, int] | None = None
        self._focus_on: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The article's text, in logical order."""
        return self._text

    @property
    def selection(self) -> tuple[int, int] | None:
        """The offsets marked with the mouse, or None."""
        return self._selection

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The cell of the widget, ``(x, y)``, where the letter at ``offset`` is painted now.

        Raises ``ValueError`` before the widget has a size.
        """
        if self._layout is None:
            raise ValueError("nothing is laid out yet")
        y = self._layout.line_of(offset)
        return self._layout.line(y).column_of(offset), y - int(self.scroll_offset.y)

    def show(
        self, text: str, marks: Sequence[Mark], focus_on: tuple[int, int] | None = None
    ) -> None:
        """Show ``text`` with ``marks``, scrolled so that ``focus_on`` is in view."""
        self._text = text
        self._marks = _layered(marks)
        self._selection = None
        self._focus_on = focus_on
        self._lay_out()
        self._bring_into_view()

    def prepare(self, text: str, marks: Sequence[Mark], focus_on: tuple[int, int]) -> None:
        """Lay out and paint what :meth:`show` will most likely be asked for next."""
        width = self.scrollable_content_region.width - self._gutter_width
        if width > 0:
            layout = self._layout_of(text, width)
            top = self._top_for(layout, focus_on)
            layered = _layered(marks)
            for row in range(top, min(top + self.size.height, layout.height)):
                self._paint_line(layout, row, layered)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._paint(row)
        return strip

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None
        self._strips.clear()
        self._painted.clear()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self._bring_into_view()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button == 1:
            self._anchor = self._offset_under(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._anchor is not None:
            offset = self._offset_under(event)
            if offset is not None:
                start, end = sorted((self._anchor, offset))
                self._selection = (start, end + 1) if start != end else None
                self._repaint()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._anchor is None:
            return
        self.release_mouse()
        anchor, self._anchor = self._anchor, None
        start, end = self._selection or (anchor, anchor)
        self.post_message(self.Selected(self, start, end))

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        layout = self._layout
        row = int(event.y + self.scroll_offset.y)
        if layout is None or not self._text or not 0 <= row < layout.height:
            return None
        return layout.line(row).nearest_offset(max(int(event.x), 0))

    @property
    def _gutter_width(self) -> int:
        return 0 if self._painter.mode.one_column else _MARGIN

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width - self._gutter_width
        if width <= 0:
            return
        self._layout = layout = self._layout_of(self._text, width)
        self.virtual_size = Size(width + self._gutter_width, layout.height)
        self._repaint()

    def _layout_of(self, text: str, width: int) -> Layout:
        """The layout of a text; the last few are kept."""
        layout = self._layouts.pop((text, width), None)
        if layout is None:
            layout = Layout(text, width, self._painter.mode)
            while len(self._layouts) >= _KEPT:
                self._layouts.pop(next(iter(self._layouts)))
        self._layouts[text, width] = layout
        return layout

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    def _bring_into_view(self) -> None:
        if self._layout is not None and self._focus_on is not None and self.size.height:
            top = self._top_for(self._layout, self._focus_on)
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def _top_for(self, layout: Layout, focus_on: tuple[int, int]) -> int:
        """The line to begin with so that these offsets are in view, with a third above them."""
        lines = layout.lines_of(*focus_on)
        return max(lines.start - max((self.size.height - len(lines)) // 3, 0), 0)

    def _paint(self, row: int) -> Strip:
        layout = self._layout
        if layout is None or row >= layout.height:
            return Strip.blank(self.scrollable_content_region.width, self._style)
        marks = self._marks
        if self._selection:
            marks = (*marks, Mark(*self._selection, "selection"))
        return self._paint_line(layout, row, marks)

    def _paint_line(self, layout: Layout, row: int, marks: tuple[Mark, ...]) -> Strip:
        """A line of a layout with those of the marks that touch it; the last few are kept."""
        line = layout.line(row)
        here = tuple([mark for mark in marks if mark.start < line.end and line.start < mark.end])
        key = layout, row, here
        strip = self._painted.get(key)
        if strip is None:
            while len(self._painted) >= _KEPT_STRIPS:
                self._painted.pop(next(iter(self._painted)))
            strip = self._painted[key] = self._marked(line, here)
        return strip

    def _marked(self, line: Line, here: tuple[Mark, ...]) -> Strip:
        base = self._style
        spans = [StyledSpan(mark.start, mark.end, self._style_of(mark.kind)) for mark in here]
        strip = line_strip(line, spans, base)
        if not self._gutter_width:
            return strip
        sign = next(
            (_GUTTER[kind] for kind in ("active", "content", "neighbour")
             if any(mark.kind == kind for mark in here)), " ",
        )  # fmt: skip
        edge = Segment(f" {sign}", base + self._component("gutter"))
        return Strip([*strip, edge])

    @property
    def _style(self) -> Style:
        # Working out a widget's style takes as long as painting a line.
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def _style_of(self, kind: MarkKind) -> Style:
        return self._component(kind.replace("_", "-"))

    def _component(self, name: str) -> Style:
        return self.get_component_rich_style(f"article--{name}", partial=True)


def _layered(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: LAYERS.index(mark.kind)))

"""A line to type in that shows Arabic right, since the app paints what is typed."""

from __future__ import annotations

from unicodedata import bidirectional

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.arabic import Layout
from tui.arabic.layout import Direction
from tui.arabic.strips import StyledSpan, line_strip
from tui.painting import Painter

_CARET = Style(reverse=True)


class LineInput(Widget, can_focus=True):
    """One line of text in logical order with a caret; Left moves further along Arabic text."""

    ALLOW_SELECT = False

    class Changed(Message):
        """The text is another."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, painter: Painter, text: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._painter = painter
        self._text = text
        self._caret = len(text)

    @property
    def text(self) -> str:
        """What has been typed, in logical order."""
        return self._text

    def replace(self, text: str) -> None:
        """Put ``text`` there instead, the caret at its end."""
        self._set(text, len(text))

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        style = self.rich_style
        if y:
            return Strip.blank(width, style)
        # A blank that no line end swallows holds the caret behind the last letter.
        text = self._text + "\u00a0"
        layout = Layout(text, max(width, 1), self._painter.mode, self._direction)
        line = layout.line(layout.line_of(self._caret))
        caret = StyledSpan(self._caret, self._caret + 1, _CARET)
        return line_strip(line, [caret], style)

    @property
    def _direction(self) -> Direction:
        """That of the first letter, so that a filter reads from its first field on."""
        for character in self._text:
            kind = bidirectional(character)
            if kind in ("L", "R", "AL"):
                return "ltr" if kind == "L" else "rtl"
        return self._painter.direction

    def on_key(self, event: events.Key) -> None:
        steps = {
            "left": self._along(1),
            "right": self._along(-1),
            "home": 0,
            "end": len(self._text),
        }
        if event.key in steps:
            self._set(self._text, max(0, min(steps[event.key], len(self._text))))
        elif event.key == "backspace":
            self._delete(self._caret - 1)
        elif event.key == "delete":
            self._delete(self._caret)
        elif event.key == "ctrl+u":
            self._set("", 0)
        elif event.key == "enter":
            self.post_message(self.Submitted(self._text))
        elif event.is_printable and event.character:
            self._insert(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._insert(" ".join(event.text.split()))

    def _along(self, step: int) -> int:
        return self._caret + (step if self._direction == "rtl" else -step)

    def _insert(self, text: str) -> None:
        self._set(
            self._text[: self._caret] + text + self._text[self._caret :], self._caret + len(text)
        )

    def _delete(self, index: int) -> None:
        if 0 <= index < len(self._text):
            self._set(self._text[:index] + self._text[index + 1 :], index)

    def _set(self, text: str, caret: int) -> None:
        changed = text != self._text
        self._text, self._caret = text, caret
        self.refresh()
        if changed:
            self.post_message(self.Changed(text))

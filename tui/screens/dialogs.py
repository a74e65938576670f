"""Dialogs that are answered with a key: choose from a list, confirm, read."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import keys
from tui.environment import Environment
from tui.painting import Cell
from tui.widgets.painted import PaintedLine, PaintedText, Paragraph
from tui.widgets.rows import Rows

_AROUND = 8


class Choose(ModalScreen[int | None]):
    """A list to choose from by its number or with the cursor; gives the index, or ``None``."""

    BINDINGS = keys.bindings("dialog")

    def __init__(
        self, environment: Environment, title: str, options: Sequence[str], cursor: int = 0
    ) -> None:
        super().__init__()
        self._environment = environment
        self._title = title
        self._options = list(options)
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        painter = self._environment.painter
        with Vertical(classes="dialog"):
            yield PaintedLine(painter, classes="dialog-title")
            yield Rows(painter, id="options")
            yield PaintedText(painter, [self._environment.hints("dialog")], classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(PaintedLine).say(self._title)
        rows = self.query_one(Rows)
        rows.styles.height = min(len(self._options), 12)
        rows.show(len(self._options), self._row, self._cursor)
        rows.focus()

    def _row(self, index: int) -> Sequence[Cell]:
        number = str(index + 1) if index < 9 else ""
        return Cell(number, 2), Cell(self._options[index])

    def action_option_down(self) -> None:
        """Move to the next option."""
        self.query_one(Rows).move(1)

    def action_option_up(self) -> None:
        """Move to the option before."""
        self.query_one(Rows).move(-1)

    def action_option(self, number: int) -> None:
        """Choose by number, counted from 1."""
        if number <= len(self._options):
            self.dismiss(number - 1)

    def action_choose(self) -> None:
        """Choose the option under the cursor."""
        self.dismiss(self.query_one(Rows).cursor if self._options else None)

    def action_cancel(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.index)


class Reader(ModalScreen[bool]):
    """Paragraphs to read; with ``question``, Enter means yes and gives ``True``."""

    BINDINGS = keys.bindings("reader")

    def __init__(
        self,
        environment: Environment,
        title: str,
        paragraphs: Sequence[Paragraph],
        question: bool = False,
    ) -> None:
        super().__init__()
        self._environment = environment
        self._title = title
        self._paragraphs = paragraphs
        self._question = question

    def compose(self) -> ComposeResult:
        painter, texts = self._environment.painter, self._environment.texts
        foot = texts("dialog.yes_no" if self._question else "dialog.close")
        with Vertical(classes="dialog reader"):
            yield PaintedLine(painter, classes="dialog-title")
            yield PaintedText(painter, self._paragraphs, id="paragraphs")
            yield PaintedText(painter, [Paragraph(foot)], classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(PaintedLine).say(self._title)

    def on_resize(self, event: events.Resize) -> None:
        # Everything else in the dialog takes so many lines.
        self.query_one("#paragraphs").styles.max_height = max(event.size.height - _AROUND, 3)

    @property
    def text(self) -> str:
        """What there is to read, in logical order."""
        return self.query_one("#paragraphs", PaintedText).text

    def action_read_down(self) -> None:
        """Scroll down."""
        self.query_one("#paragraphs", PaintedText).scroll_relative(y=3, animate=False)

    def action_read_up(self) -> None:
        """Scroll up."""
        self.query_one("#paragraphs", PaintedText).scroll_relative(y=-3, animate=False)

    def action_yes(self) -> None:
        """Confirm."""
        self.dismiss(self._question)

    def action_cancel(self) -> None:
        """Leave."""
        self.dismiss(False)

"""Dialogs in which something is typed: a line, or a line that narrows a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui import keys
from tui.environment import Environment
from tui.painting import Cell
from tui.widgets.line_input import LineInput
from tui.widgets.painted import PaintedLine, PaintedText, Paragraph
from tui.widgets.rows import Rows

Value = TypeVar("Value")


class Ask(ModalScreen[str | None]):
    """A line to type; gives what was typed, or ``None``."""

    BINDINGS = keys.bindings("typing")

    def __init__(
        self, environment: Environment, title: str, text: str = "", help_text: str = ""
    ) -> None:
        super().__init__()
        self._environment = environment
        self._title = title
        self._text = text
        self._help = help_text

    def compose(self) -> ComposeResult:
        painter = self._environment.painter
        with Vertical(classes="dialog"):
            yield PaintedLine(painter, classes="dialog-title")
            yield LineInput(painter, self._text)
            if self._help:
                yield PaintedText(painter, [Paragraph(self._help)], classes="dialog-help")
            yield PaintedText(painter, [self._environment.hints("line")], classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(PaintedLine).say(self._title)
        self.query_one(LineInput).focus()

    def on_line_input_submitted(self, event: LineInput.Submitted) -> None:
        self.dismiss(event.text)

    def action_cancel(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    def action_option_down(self) -> None:
        """There is no list here."""

    def action_option_up(self) -> None:
        """There is no list here."""


@dataclass(frozen=True, slots=True)
class Option(Generic[Value]):
    """A line of a list: what it stands for, its name and what is said about it."""

    value: Value
    name: str
    about: str = ""


class Pick(ModalScreen[Value | None], Generic[Value]):
    """A list that narrows while one types; gives the value of the option, or ``None``.

    ``source`` gives the options for what is typed. ``make``, where it is given, turns the typed
    text into a value of its own, offered below the list.
    """

    BINDINGS = keys.bindings("typing")

    def __init__(
        self,
        environment: Environment,
        title: str,
        source: Callable[[str], Sequence[Option[Value]]],
        make: Callable[[str], Option[Value] | None] | None = None,
    ) -> None:
        super().__init__()
        self._environment = environment
        self._title = title
        self._source = source
        self._make = make
        self._options: list[Option[Value]] = []

    def compose(self) -> ComposeResult:
        painter = self._environment.painter
        with Vertical(classes="dialog picker"):
            yield PaintedLine(painter, classes="dialog-title")
            yield LineInput(painter)
            yield Rows(painter, id="options")
            yield PaintedText(painter, [self._environment.hints("typing")], classes="dialog-foot")

    def on_mount(self) -> None:
        self.query_one(PaintedLine).say(self._title)
        self.query_one(LineInput).focus()
        self._narrow("")

    def on_line_input_changed(self, event: LineInput.Changed) -> None:
        self._narrow(event.text)

    def on_line_input_submitted(self, event: LineInput.Submitted) -> None:
        if self._options:
            self.dismiss(self._options[self.query_one(Rows).cursor].value)

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(self._options[event.index].value)

    def action_option_down(self) -> None:
        """Move to the next option."""
        self.query_one(Rows).move(1)

    def action_option_up(self) -> None:
        """Move to the option before."""
        self.query_one(Rows).move(-1)

    def action_cancel(self) -> None:
        """Leave without choosing."""
        self.dismiss(None)

    def _narrow(self, typed: str) -> None:
        self._options = list(self._source(typed))
        own = self._make(typed) if self._make and typed.strip() else None
        if own is not None:
            self._options.append(own)
        self.query_one(Rows).show(len(self._options), self._row)

    def _row(self, index: int) -> Sequence[Cell]:
        option = self._options[index]
        about = min(len(option.about), self.size.width // 3)
        return (Cell(option.name), Cell(option.about, about)) if about else (Cell(option.name),)

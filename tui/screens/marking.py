"""The span editor: the ends of content, cue and mention, moved word by word or with the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.screen import Screen

from tui import keys
from tui.environment import Environment
from tui.language import isolated
from tui.painting import Cell
from tui.screens.dialogs import Reader
from tui.screens.help import help_paragraphs
from tui.session.edits import Place
from tui.session.marking import End, Marking, Part, PartName
from tui.widgets.article import Article, Mark, MarkKind
from tui.widgets.painted import PaintedLine, PaintedText, Paragraph

_KINDS: dict[PartName, MarkKind] = {
    "content": "content",
    "cue": "cue",
    "mention": "mention",
    "second": "content",
}


class MarkingScreen(Screen[list[tuple[PartName, Place]] | None]):
    """Moves the ends of places in a text; gives the places, or ``None`` when one leaves."""

    BINDINGS = keys.bindings("spans")

    def __init__(
        self, environment: Environment, title: str, text: str, parts: Sequence[Part]
    ) -> None:
        super().__init__()
        self.environment = environment
        self.texts = environment.texts
        self.marking = Marking(text, list(parts))
        self._title = title

    def compose(self) -> ComposeResult:
        painter = self.environment.painter
        yield PaintedLine(painter, id="top")
        yield Article(painter, id="article")
        yield PaintedText(painter, id="parts")
        yield PaintedLine(painter, id="message")
        yield PaintedText(painter, [self.environment.hints("spans")], id="foot")

    def on_mount(self) -> None:
        self.query_one("#top", PaintedLine).say(Cell(self._title))
        self.query_one(Article).focus()
        self._show()

    def action_end_forward(self) -> None:
        """The end, one word further."""
        self._move("end", 1)

    def action_end_back(self) -> None:
        """The end, one word back."""
        self._move("end", -1)

    def action_start_forward(self) -> None:
        """The start, one word further."""
        self._move("start", 1)

    def action_start_back(self) -> None:
        """The start, one word back."""
        self._move("start", -1)

    def action_end_sentence_forward(self) -> None:
        """The end, to the next end of a sentence."""
        self._move("end", 1, by_sentence=True)

    def action_end_sentence_back(self) -> None:
        """The end, to the end of a sentence before."""
        self._move("end", -1, by_sentence=True)

    def action_start_sentence_forward(self) -> None:
        """The start, to the next start of a sentence."""
        self._move("start", 1, by_sentence=True)

    def action_start_sentence_back(self) -> None:
        """The start, to the start of a sentence before."""
        self._move("start", -1, by_sentence=True)

    def action_next_part(self) -> None:
        """Go to the next part."""
        self.marking.turn(1)
        self._show()

    def action_previous_part(self) -> None:
        """Go to the part before."""
        self.marking.turn(-1)
        self._show()

    def action_new_piece(self) -> None:
        """Begin another piece of the content."""
        if any(part.name == "content" for part in self.marking.parts) and self.marking.add_piece():
            self._show()
        else:
            self._say("spans.no_room")

    def action_clear_part(self) -> None:
        """Take this part away."""
        if self.marking.clear():
            self._show()
        else:
            self._say("spans.needed")

    def action_save_spans(self) -> None:
        """Keep the places."""
        missing = [part for part in self.marking.parts if part.place is None and not part.optional]
        if missing:
            self._say("spans.missing")
            return
        self.dismiss([(part.name, part.place) for part in self.marking.parts if part.place])

    def action_leave_spans(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        title = self.texts("help.title")
        self.app.push_screen(
            Reader(self.environment, title, help_paragraphs(self.environment, "spans"))
        )

    def on_article_selected(self, event: Article.Selected) -> None:
        self.marking.select(event.start, event.end)
        self._show()

    def _move(self, end: End, steps: int, *, by_sentence: bool = False) -> None:
        if self.marking.move(end, steps, by_sentence=by_sentence):
            self._show()
        else:
            self._say("spans.no_further")

    def _say(self, key: str) -> None:
        self.query_one("#message", PaintedLine).say(Cell(self.texts(key)))

    def _show(self) -> None:
        self.query_one("#message", PaintedLine).say()
        marking = self.marking
        marks = [Mark(*part.place, _KINDS[part.name]) for part in marking.parts if part.place]
        place = marking.part.place
        if place:
            marks.append(Mark(*place, "active"))
        self.query_one(Article).show(marking.text, marks, place)
        self.query_one("#parts", PaintedText).show([self._line(part) for part in marking.parts])

    def _line(self, part: Part) -> Paragraph:
        active = part is self.marking.part
        words = self.marking.text[slice(*part.place)] if part.place else self.texts("spans.none")
        words = " ".join(words.split())
        if len(words) > 60:
            words = f"{words[:28].rstrip()} … {words[-28:].lstrip()}"
        name = self.texts(f"part.{part.name}")
        return Paragraph.of(
            ("▸ " if active else "  ", "key"),
            (f"{name}: ", "strong" if active else "faint"),
            isolated(words),
        )

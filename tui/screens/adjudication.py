"""Two readers who disagree: both sides beside the article, and one key to settle it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.screen import Screen

from quotes.errors import QuotesError
from quotes.model import Speaker, extent_of
from store.values import Reading, StoredQuote
from tui import keys
from tui.environment import Environment
from tui.language import isolated
from tui.painting import Cell
from tui.presenting import SIGNS, marks
from tui.screens.dialogs import Reader
from tui.screens.editing import edit_places, pick_speaker
from tui.screens.help import help_paragraphs
from tui.session import edits
from tui.session.adjudication import Adjudication, Side
from tui.session.session import ReviewSession
from tui.widgets.article import Article, Mark
from tui.widgets.painted import PaintedLine, PaintedText, Paragraph
from tui.widgets.rows import Rows


class AdjudicationScreen(Screen[None]):
    """The disputed quotes, what each reader made of the one in view, and the article."""

    BINDINGS = keys.bindings("adjudication")

    def __init__(self, session: ReviewSession, environment: Environment) -> None:
        super().__init__()
        self.session = session
        self.environment = environment
        self.texts = environment.texts
        self.adjudication = Adjudication(session.store, session.reviewer)

    def compose(self) -> ComposeResult:
        painter = self.environment.painter
        yield PaintedLine(painter, id="top")
        yield Rows(painter, id="cases")
        yield Article(painter, id="article")
        yield PaintedText(painter, id="sides")
        yield PaintedLine(painter, id="message")
        yield PaintedText(painter, [self.environment.hints("adjudication")], id="foot")

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.show(len(self.adjudication.cases), self._row)
        rows.focus()
        self._show()

    def on_rows_moved(self, event: Rows.Moved) -> None:
        self._show()

    def action_next_case(self) -> None:
        """Go to the next case."""
        self.query_one(Rows).move(1)

    def action_previous_case(self) -> None:
        """Go to the case before."""
        self.query_one(Rows).move(-1)

    def action_take(self, number: int) -> None:
        """Side with the reader of this number."""
        if not self.adjudication.cases:
            return
        sides = self._sides()
        if number <= len(sides):
            side = sides[number - 1]
            self._settle(
                lambda index: self.adjudication.side_with(index, side),
                self.texts("did.side", who=side.judgement.reviewer),
            )

    def action_take_neither(self) -> None:
        """Settle it against both: not a quote."""
        self._settle(self.adjudication.reject, self.texts("did.reject"))

    def action_edit_case(self) -> None:
        """Settle it with other words."""
        if self.adjudication.cases:
            stored = self.adjudication.cases[self.query_one(Rows).cursor]
            text = self.session.document(stored).text
            edit_places(self.app, self.environment, stored.reading, text, self._settle_with)

    def action_speaker_case(self) -> None:
        """Settle it with another speaker."""
        if not self.adjudication.cases:
            return
        stored = self.adjudication.cases[self.query_one(Rows).cursor]

        def spoken(speaker: Speaker | None) -> None:
            candidates = stored.quote.candidates
            self._settle_with(edits.with_speaker(stored.reading, speaker, candidates))

        pick_speaker(self.app, self.environment, self.session, stored, spoken)

    def action_undo_case(self) -> None:
        """Take back the last decision."""
        changed = self.adjudication.undo()
        self._say(self.texts("did.undo" if changed else "message.nothing_to_undo", count=1))
        self._show()

    def action_close(self) -> None:
        """Back to the queue."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show the keys of this screen."""
        paragraphs = help_paragraphs(self.environment, "adjudication")
        self.app.push_screen(Reader(self.environment, self.texts("help.title"), paragraphs))

    def _settle_with(self, reading: Reading) -> None:
        self._settle(
            lambda index: self.adjudication.settle_with(index, reading), self.texts("did.fix")
        )

    def _settle(self, decide: Callable[[int], StoredQuote], message: str) -> None:
        if not self.adjudication.cases:
            return
        index = self.query_one(Rows).cursor
        try:
            decide(index)
        except QuotesError as error:
            self._say(self.texts("message.error", error=error))
            return
        self._say(message)
        open_cases = [
            place for place, stored in enumerate(self.adjudication.cases) if stored.disputed
        ]
        later = [place for place in open_cases if place > index] or open_cases
        if later:
            self.query_one(Rows).cursor = later[0]
        self._show()

    def _sides(self) -> tuple[Side, ...]:
        return self.adjudication.case(self.query_one(Rows).cursor).sides

    def _row(self, index: int) -> list[Cell]:
        stored = self.adjudication.cases[index]
        sign = "≠" if stored.disputed else SIGNS[stored.status]
        name = stored.quote.speaker.name if stored.quote.speaker else "—"
        return [Cell(sign, 2), Cell(name, 20), Cell(stored.quote.text[:200])]

    def _say(self, text: str) -> None:
        self.query_one("#message", PaintedLine).say(Cell(text))

    def _show(self) -> None:
        cases = self.adjudication.cases
        left = sum(stored.disputed for stored in cases)
        self.query_one("#top", PaintedLine).say(
            Cell(self.texts("adjudication.title", left=left, all=len(cases)))
        )
        self.query_one(Rows).refresh()
        if not cases:
            self.query_one("#sides", PaintedText).show([Paragraph(self.texts("adjudication.none"))])
            return
        case = self.adjudication.case(self.query_one(Rows).cursor)
        document = self.session.document(case.stored)
        quote = case.stored.quote
        # Where the sides differ in their words, those of the others are marked too.
        others = [
            Mark(piece.start, piece.end, "neighbour")
            for side in case.sides
            for piece in side.reading.content
            if piece not in quote.content
        ]
        shown = others + marks(quote, [], document.text)
        self.query_one(Article).show(document.text, shown, extent_of(quote))
        self.query_one("#sides", PaintedText).show(
            [self._side(number, side) for number, side in enumerate(case.sides, 1)]
        )

    def _side(self, number: int, side: Side) -> Paragraph:
        judgement, reading = side.judgement, side.reading
        speaker = reading.speaker.name if reading.speaker else self.texts("quote.no_speaker")
        words = " … ".join(span.text for span in reading.content)
        if len(words) > 120:
            words = f"{words[:56].rstrip()} … {words[-56:].lstrip()}"
        reason = self.texts.get(f"reason.{judgement.note}", judgement.note or "")
        note = f"  «{isolated(reason)}»" if reason else ""
        status = self.texts(f"status.{judgement.verdict}")
        return Paragraph.of(
            (f"{number} ", "key"),
            (f"{isolated(judgement.reviewer)}: {SIGNS[judgement.verdict]} {status}", "strong"),
            f"{note} · {isolated(speaker)} · {self.texts(f'kind.{reading.kind}')} · ",
            (isolated(words), "mark"),
        )

"""The review screen: the queue, the article with the quote in view, and what is known of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.timer import Timer

from quotes.errors import QuotesError
from quotes.model import extent_of
from store.values import StoredQuote
from tui import keys
from tui.environment import Environment
from tui.messages import EndSitting
from tui.painting import Cell
from tui.presenting import details, marks, row, searched, view_name
from tui.screens.deciding import Deciding
from tui.screens.fixing import Fixing
from tui.screens.looking import Looking
from tui.session.session import ReviewSession
from tui.widgets.article import Article, Mark
from tui.widgets.painted import PaintedLine, PaintedText, Paragraph
from tui.widgets.rows import Rows

_LOOK_EVERY = 2.0
_STAYS = 0.05
BESIDE_FROM = 110
"""From this width on the queue stands beside the article."""


class ReviewScreen(Deciding, Fixing, Looking):
    """Everything that a reviewer looks at while deciding."""

    BINDINGS = keys.bindings("review")

    def __init__(
        self, session: ReviewSession, environment: Environment, layout: str, *, hint: bool
    ) -> None:
        super().__init__(session, environment)
        self._layout_name = layout
        self._hint = hint
        self._ready: Timer | None = None

    def compose(self) -> ComposeResult:
        painter = self.environment.painter
        queue = Rows(painter, id="queue")
        reading = Vertical(
            Article(painter, id="article"), PaintedText(painter, id="details"), id="reading"
        )
        yield PaintedLine(painter, id="top")
        yield Container(queue, reading, id="body")
        yield PaintedLine(painter, id="message")
        yield PaintedText(painter, [self.environment.hints("review")], id="foot")

    def on_mount(self) -> None:
        self._arrange()
        self.query_one("#queue", Rows).focus()
        self.show_current()
        self.read_on()
        if self._hint:
            self._give_hint()
        self.set_interval(_LOOK_EVERY, self._look_for_changes)

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def read_on(self) -> None:
        if not self.session.queue.whole:
            self.run_worker(self._read_rest(), group="rest", exclusive=True)

    async def _read_rest(self) -> None:
        queue = self.session.queue
        try:
            rest = await asyncio.to_thread(queue.find_rest)
        except QuotesError:  # whoever goes there will be told
            return
        queue.take_rest(rest)

    def show_current(self) -> None:
        queue = self.session.queue
        self.show_top()
        self.query_one("#queue", Rows).show(len(queue), self._row, queue.place)
        stored = self.session.current
        self._make_ready()
        article, panel = self.query_one(Article), self.query_one("#details", PaintedText)
        if stored is None:
            article.show("", [])
            panel.show([Paragraph(self.texts("queue.empty"))])
            return
        text = self.session.document(stored).text
        article.show(text, self._marks(stored), extent_of(self.session.shown(stored)))
        panel.show(self._details(stored))

    def show_top(self) -> None:
        session, texts = self.session, self.texts
        queue = session.queue
        place = texts("top.place", place=queue.place + 1 if queue.ids else 0, all=len(queue))
        counts = texts("top.counts", done=session.progress.done, left=queue.left)
        pace = session.progress.per_hour
        speed = texts("top.pace", pace=pace) if pace else ""
        mode = texts("top.blind") if session.blind else ""
        parts = [
            part for part in (place, counts, speed, mode, view_name(queue.view, texts)) if part
        ]
        self.query_one("#top", PaintedLine).say(
            Cell("  ".join(parts)), Cell(session.reviewer, min(len(session.reviewer), 16))
        )

    def action_next(self) -> None:
        """Look at the next quote."""
        self._go(self.session.queue.place + 1)

    def action_previous(self) -> None:
        """Look at the quote before."""
        self._go(self.session.queue.place - 1)

    def action_first(self) -> None:
        """Look at the first quote."""
        self._go(0)

    def action_last(self) -> None:
        """Look at the last quote."""
        self._go(len(self.session.queue) - 1)

    def action_page_down(self) -> None:
        """Scroll the article down."""
        self.query_one(Article).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll the article up."""
        self.query_one(Article).scroll_page_up(animate=False)

    def action_quit(self) -> None:
        """Leave; everything is kept already."""
        self.post_message(EndSitting())

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self._go(event.index)

    def on_article_selected(self, event: Article.Selected) -> None:
        if event.start == event.end:
            self._go_to_quote_at(event.start)
        else:
            self.say(self.texts("message.selected"))

    def _marks(self, stored: StoredQuote) -> list[Mark]:
        quote, text = self.session.shown(stored), self.session.document(stored).text
        neighbours = [self.session.shown(other) for other in self.session.neighbours(stored)]
        return marks(quote, neighbours, text) + searched(self.session.queue.words, text)

    def _details(self, stored: StoredQuote) -> list[Paragraph]:
        quote, status = self.session.shown(stored), self.session.status(stored)
        return details(stored, quote, status, self.texts, blind=self.session.blind)

    def _make_ready(self) -> None:
        """Prepare the next quote while the reviewer reads this one, if he stays a moment."""
        if self._ready is not None:
            self._ready.stop()
        self._ready = self.set_timer(_STAYS, self._prepare_next)

    def _prepare_next(self) -> None:
        place = self.session.queue.next_open_place()
        if place is None or not self.is_current:
            return
        try:
            stored = self.session.queue.quote_at(place)
            text = self.session.document(stored).text
            ends = extent_of(self.session.shown(stored))
            self.query_one(Article).prepare(text, self._marks(stored), ends)
            self.query_one("#details", PaintedText).prepare(self._details(stored))
            self.query_one("#queue", Rows).prepare(place)
        except QuotesError:  # nothing is said of what nobody asked for
            return

    def _give_hint(self) -> None:
        """What a beginner needs first; whether Arabic reads right comes before everything else."""
        named = {
            name: self.environment.keys_of("review", name).split(" ")[0]
            for name in ("undo", "help", "paint_mode")
        }
        self.say(self.texts("hint.first" if self.environment.sure else "hint.paint", **named))

    def _look_for_changes(self) -> None:
        """Show what somebody else wrote meanwhile."""
        try:
            changed = self.session.store.changed()
        except QuotesError as error:
            self.say(self.texts("message.error", error=error), "bad")
            return
        if changed and self.is_current:
            self.session.refresh()
            self.show_current()

    def _go(self, place: int) -> None:
        self.session.queue.go(place)
        self.show_current()

    def _go_to_quote_at(self, offset: int) -> None:
        stored = self.session.current
        if stored is None:
            return
        under = [
            other
            for other in self.session.neighbours(stored)
            if any(piece.start <= offset < piece.end for piece in other.quote.content)
        ]
        for other in sorted(under, key=lambda other: len(other.quote.text)):
            if self.session.queue.go_to(other.id):
                self.show_current()
                return

    def _row(self, index: int) -> Sequence[Cell]:
        try:
            stored = self.session.queue.quote_at(index)
        except QuotesError:  # gone since the queue was read; the next look for changes drops it
            return [Cell("—")]
        width = self.query_one("#queue", Rows).size.width
        quote, status = self.session.shown(stored), self.session.status(stored)
        return row(stored, quote, status, self.texts, width)

    def _arrange(self) -> None:
        one_column = self.environment.painter.mode.one_column
        beside = self._layout_name == "auto" and self.size.width >= BESIDE_FROM and not one_column
        self.set_class(beside, "beside")
        # Who reads from the right begins there.
        self.set_class(self.environment.painter.rtl, "rtl")
        self.set_class(self._layout_name == "article", "article-only")

"""What the parts of the review screen share: the session, the message line, and showing a quote."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from textual.screen import Screen

from quotes.errors import QuotesError
from store.contract import ConflictError
from store.values import StoredQuote
from tui.environment import Environment
from tui.language import isolated
from tui.painting import Cell
from tui.session.session import ReviewSession
from tui.widgets.painted import PaintedLine

Tone = Literal["plain", "good", "bad"]
_SHORT = 40


class SessionScreen(Screen[None]):
    """A screen on a review session."""

    def __init__(self, session: ReviewSession, environment: Environment) -> None:
        super().__init__()
        self.session = session
        self.environment = environment
        self.texts = environment.texts

    def say(self, text: str, tone: Tone = "plain") -> None:
        """Show a message until the next one."""
        line = self.query_one("#message", PaintedLine)
        line.set_class(tone == "bad", "bad")
        line.set_class(tone == "good", "good")
        line.say(Cell(text))

    def show_current(self) -> None:
        """Paint the quote in view and everything that depends on it."""
        raise NotImplementedError

    def act(
        self,
        action: Callable[[], Sequence[StoredQuote]],
        message: str,
        *,
        advance: bool = True,
    ) -> list[StoredQuote]:
        """Do something that the store records, say so, and go on to the next open quote.

        What cannot be done is said in the message line; then nothing has changed.
        """
        if self.session.current is None:
            self.say(self.texts("queue.empty"))
            return []
        place = self.session.queue.current_id
        try:
            changed = list(action())
        except ConflictError as conflict:
            self.say(self.texts("message.conflict", error=conflict), "bad")
            self.show_current()
            return []
        except QuotesError as error:
            self.say(self.texts("message.error", error=error), "bad")
            self.show_current()
            return []
        about = next((stored for stored in changed if stored.id == place), None)
        words = self.session.shown(about).text if about else ""
        short = words if len(words) <= _SHORT else words[:_SHORT].rstrip(" …") + "…"
        more = advance and self.session.advance()
        left = "" if more or not advance else "  " + self.texts("queue.done")
        self.say(f"{message}{': ' + isolated(short) if short else ''}{left}", "good")
        self.show_current()
        return changed

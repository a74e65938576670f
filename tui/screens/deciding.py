"""Deciding: accept, reject, skip, flag, note, repeat, undo, redo."""

from __future__ import annotations

from collections.abc import Callable

from quotes.errors import QuotesError
from store.values import StoredQuote
from tui.presenting import SIGNS
from tui.screens.base import SessionScreen
from tui.screens.dialogs import Choose, Reader
from tui.screens.typing import Ask
from tui.widgets.painted import Paragraph

REASONS = ("not_a_quote", "wrong_speaker", "wrong_span", "duplicate")
NOTES = ("check_source", "check_translation", "paraphrase", "ambiguous")


class Deciding(SessionScreen):
    """The keys that settle a quote, and those that take it back."""

    def action_accept(self) -> None:
        """The attribution is right."""
        self.act(self.session.accept, self.texts("did.accept"))

    def action_reject(self) -> None:
        """The attribution is wrong, no reason given."""
        self.act(self.session.reject, self.texts("did.reject"))

    def action_reject_because(self) -> None:
        """The attribution is wrong for a reason from a list, or one's own."""
        if self.session.current is None:
            return
        labels = [self.texts(f"reason.{reason}") for reason in REASONS]

        def chosen(index: int | None) -> None:
            if index is None:
                return
            if index < len(REASONS):
                self._reject(REASONS[index])
            else:
                self.app.push_screen(
                    Ask(self.environment, self.texts("reason.title")), self._reject_typed
                )

        self.app.push_screen(
            Choose(
                self.environment,
                self.texts("reason.title"),
                [*labels, self.texts("reason.other")],
            ),
            chosen,
        )

    def action_candidate(self, number: int) -> None:
        """Settle with the candidate of this number as the speaker."""
        self.act(
            lambda: self.session.take_candidate(number),
            self.texts("did.candidate", number=number),
        )

    def action_runner_up(self) -> None:
        """Settle with the engine's second candidate."""
        stored = self.session.current
        if stored is None:
            return
        quote = self.session.shown(stored)
        if len(quote.candidates) < 2:
            self.say(self.texts("message.no_runner_up"), "bad")
            return
        self.action_candidate(2)

    def action_skip(self) -> None:
        """Leave the quote for later."""
        self.act(self.session.skip, self.texts("did.skip"))

    def action_flag(self) -> None:
        """Flag the quote, or take the flag away."""
        stored = self.session.current
        raised = stored is not None and self.session.reviewer in stored.flagged_by
        message = self.texts("did.unflag" if raised else "did.flag")
        self.act(self.session.flag, message, advance=False)

    def action_note(self) -> None:
        """Write a note, from a list or one's own."""
        if self.session.current is None:
            return
        labels = [self.texts(f"note.{note}") for note in NOTES]

        def chosen(index: int | None) -> None:
            if index is None:
                return
            if index < len(NOTES):
                self._note(labels[index])
            else:
                self.app.push_screen(Ask(self.environment, self.texts("note.title")), self._note)

        title, own = self.texts("note.title"), self.texts("note.own")
        self.app.push_screen(Choose(self.environment, title, [*labels, own]), chosen)

    def action_repeat(self) -> None:
        """Decide as the last time."""
        self.act(self.session.repeat, self.texts("did.repeat"))

    def action_accept_speaker(self) -> None:
        """Accept all confident quotes of the speaker in view, after showing them."""
        stored = self.session.current
        if stored is None:
            return
        chosen = self.session.of_same_speaker()
        speaker = self.session.shown(stored).speaker
        if not chosen or speaker is None:
            self.say(self.texts("message.none_confident"), "bad")
            return
        paragraphs = [
            Paragraph.of((f"{other.quote.confidence * 100:.0f}% ", "faint"), other.quote.text)
            for other in chosen
        ]

        def confirmed(yes: bool | None) -> None:
            if yes:
                message = self.texts("did.accept_many", count=len(chosen))
                self.act(lambda: self.session.accept_all(chosen), message)

        title = self.texts("confirm.accept_speaker", count=len(chosen), name=speaker.name)
        self.app.push_screen(Reader(self.environment, title, paragraphs, question=True), confirmed)

    def action_undo(self) -> None:
        """Take back the last decision, wherever it was."""
        self._back_or_forth(self.session.undo, "did.undo", "message.nothing_to_undo")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._back_or_forth(self.session.redo, "did.redo", "message.nothing_to_redo")

    def _back_or_forth(
        self, action: Callable[[], list[StoredQuote]], did: str, nothing: str
    ) -> None:
        try:
            changed = action()
        except QuotesError as error:
            self.say(self.texts("message.error", error=error), "bad")
            return
        if not changed:
            self.say(self.texts(nothing), "bad")
            return
        status = self.session.status(changed[0])
        sign = f"{SIGNS[status]} {self.texts(f'status.{status}')}"
        self.say(f"{self.texts(did, count=len(changed))}: {sign}", "good")
        self.show_current()

    def _reject(self, reason: str) -> None:
        label = self.texts.get(f"reason.{reason}", reason)
        self.act(lambda: self.session.reject(reason), f"{self.texts('did.reject')} ({label})")

    def _reject_typed(self, text: str | None) -> None:
        if text and text.strip():
            self._reject(text.strip())

    def _note(self, text: str | None) -> None:
        if text and text.strip():
            note = text.strip()
            self.act(lambda: self.session.note(note), self.texts("did.note"), advance=False)

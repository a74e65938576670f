"""Fixing: speaker, spans, kind, name, split, join, and quotes that the engine missed."""

from __future__ import annotations

from quotes.errors import QuotesError
from quotes.model import Speaker
from store.values import Reading
from tui.screens.base import SessionScreen
from tui.screens.dialogs import Choose, Reader
from tui.screens.editing import Places, edit_places, pick_speaker
from tui.screens.marking import MarkingScreen
from tui.screens.typing import Ask
from tui.session import edits
from tui.session.edits import Place
from tui.session.marking import Part
from tui.session.stepping import next_start, sentences, word_at
from tui.widgets.article import Article
from tui.widgets.painted import Paragraph


class Fixing(SessionScreen):
    """The keys that mend a quote."""

    def action_edit_speaker(self) -> None:
        """Choose who speaks, by typing the beginning of a name."""
        stored = self.session.current
        if stored is not None:
            pick_speaker(self.app, self.environment, self.session, stored, self._speak)

    def action_edit_spans(self) -> None:
        """Move the ends of content, cue and mention."""
        stored = self.session.current
        if stored is not None:
            reading = Reading.of(self.session.shown(stored))
            text = self.session.document(stored).text
            edit_places(self.app, self.environment, reading, text, self._fix)

    def action_edit_kind(self) -> None:
        """Choose kind and form."""
        stored = self.session.current
        if stored is None:
            return
        reading = Reading.of(self.session.shown(stored))
        labels = [
            f"{self.texts(f'kind.{kind}')} · {self.texts(f'form.{form}')}"
            for kind, form in edits.KINDS
        ]

        def chosen(index: int | None) -> None:
            if index is not None:
                self._fix(edits.with_kind(reading, *edits.KINDS[index]))

        cursor = edits.KINDS.index((reading.kind, reading.form))
        self.app.push_screen(
            Choose(self.environment, self.texts("kind.title"), labels, cursor), chosen
        )

    def action_edit_name(self) -> None:
        """Change the speaker's canonical name, then his role."""
        stored = self.session.current
        speaker = self.session.shown(stored).speaker if stored else None
        if speaker is None:
            self.say(self.texts("message.no_speaker"), "bad")
            return

        def named(name: str | None) -> None:
            if name is None:
                return

            def with_role(role: str | None) -> None:
                if role is not None:
                    self.act(
                        lambda: self.session.rename(name, " ".join(role.split()) or None),
                        self.texts("did.rename"),
                        advance=False,
                    )

            role_title = self.texts("name.role")
            self.app.push_screen(Ask(self.environment, role_title, speaker.role or ""), with_role)

        title, help_text = self.texts("name.title"), self.texts("name.help")
        self.app.push_screen(Ask(self.environment, title, speaker.name, help_text), named)

    def action_split(self) -> None:
        """Make two quotes of one: choose where the second begins."""
        stored = self.session.current
        if stored is None:
            return
        quote = self.session.shown(stored)
        text = self.session.document(stored).text
        place = _second_half(text, (quote.content[0].start, quote.content[-1].end))

        def marked(places: Places | None) -> None:
            if places:
                start = places[0][1][0]
                self.act(lambda: self.session.split(start), self.texts("did.split"), advance=False)

        part = Part("second", place, fixed_end=True)
        title = self.texts("spans.split_title")
        self.app.push_screen(MarkingScreen(self.environment, title, text, [part]), marked)

    def action_join(self) -> None:
        """Take the next quote of the document into this one."""
        stored = self.session.current
        if stored is None:
            return
        other = self.session.following()
        if other is None:
            self.say(self.texts("message.nothing_to_join"), "bad")
            return

        def confirmed(yes: bool | None) -> None:
            if yes:
                self.act(lambda: self.session.join(other), self.texts("did.join"), advance=False)

        lines = [Paragraph(text) for text in (stored.quote.text, "+", other.quote.text)]
        title = self.texts("confirm.join")
        self.app.push_screen(Reader(self.environment, title, lines, question=True), confirmed)

    def action_add_quote(self) -> None:
        """Mark a quote that the engine missed, from the mouse's selection or the next sentence."""
        stored = self.session.current
        if stored is None:
            return
        text = self.session.document(stored).text
        cues = [other.quote.cue for other in self.session.neighbours(stored)]
        after = self.session.shown(stored).content[-1].end
        content = self.query_one(Article).selection or _sentence_after(text, after)
        content = word_at(text, content[0])[0], word_at(text, content[1] - 1)[1]
        parts = [
            Part("content", content),
            Part("cue", _word_before(text, content[0])),
            Part("mention", None, optional=True),
        ]

        def marked(places: Places | None) -> None:
            if places is None:
                return
            found = dict(places)

            def spoken(speaker: Speaker | None) -> None:
                mention = found.get("mention")
                try:
                    reading = edits.added(
                        text, found["content"], found["cue"], speaker, mention, cues
                    )
                except QuotesError as error:
                    self.say(self.texts("message.error", error=error), "bad")
                    return
                self.act(lambda: self.session.add(reading), self.texts("did.add"), advance=False)

            pick_speaker(self.app, self.environment, self.session, stored, spoken)

        title = self.texts("spans.add_title")
        self.app.push_screen(MarkingScreen(self.environment, title, text, parts), marked)

    def _fix(self, reading: Reading) -> None:
        self.act(lambda: self.session.fix(reading), self.texts("did.fix"))

    def _speak(self, speaker: Speaker | None) -> None:
        name = speaker.name if speaker else self.texts("quote.no_speaker")
        message = self.texts("did.speaker", name=name)
        self.act(lambda: self.session.choose_speaker(speaker), message)


def _second_half(text: str, place: Place) -> Place:
    """Where the second of two quotes most likely begins: at a sentence, else at half the words."""
    start, end = place
    middle = (start + end) // 2
    inside = [first for first, _ in sentences(text) if start < first < end]
    at = min(inside, key=lambda first: abs(first - middle), default=next_start(text, middle))
    return at, end


def _sentence_after(text: str, offset: int) -> Place:
    after = [sentence for sentence in sentences(text) if sentence[0] >= offset]
    return after[0] if after else sentences(text)[-1]


def _word_before(text: str, offset: int) -> Place:
    """The last word before ``offset``, marks passed over: the cue, more often than not."""
    letters = (at for at in range(offset - 1, -1, -1) if text[at].isalnum())
    return word_at(text, next(letters, 0))

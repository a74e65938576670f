"""Fixing: speaker, spans, kind, name, split, join, and quotes that the engine missed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotes.arabic.folding import fold
from quotes.errors import QuotesError
from quotes.model import Speaker, SpeakerKind
from store.values import Reading
from tui.screens.base import SessionScreen
from tui.screens.dialogs import Choose, Reader
from tui.screens.marking import MarkingScreen
from tui.screens.typing import Ask, Option, Pick
from tui.session import edits, speakers
from tui.session.edits import Place
from tui.session.marking import Part, PartName
from tui.session.stepping import next_start, sentences, word_at
from tui.widgets.article import Article
from tui.widgets.painted import Paragraph

Places = list[tuple[PartName, Place]]
SPEAKER_KINDS: tuple[SpeakerKind, ...] = (
    "person", "organisation", "state", "document", "group", "unnamed",
)  # fmt: skip


class Fixing(SessionScreen):
    """The keys that mend a quote."""

    def action_edit_speaker(self) -> None:
        """Choose who speaks, by typing the beginning of a name."""
        if self.session.current is None:
            return

        def chosen(speaker: Speaker | None) -> None:
            if speaker is None:
                return
            if speaker.id or not speaker.name:
                self._speak(speaker)
            else:
                self._ask_kind(speaker)

        self._pick_speaker(chosen)

    def action_edit_spans(self) -> None:
        """Move the ends of content, cue and mention."""
        stored = self.session.current
        if stored is None:
            return
        quote = self.session.shown(stored)
        text = self.session.document(stored).text
        parts = [Part("content", (piece.start, piece.end)) for piece in quote.content]
        parts.append(Part("cue", (quote.cue.start, quote.cue.end)))
        mention = (quote.mention.start, quote.mention.end) if quote.mention else None
        parts.append(Part("mention", mention, optional=True))

        def marked(places: Places | None) -> None:
            if places is None:
                return
            reading = _read(Reading.of(quote), text, places)
            self.act(lambda: self.session.fix(reading), self.texts("did.fix"))

        title = self.texts("spans.title")
        self.app.push_screen(MarkingScreen(self.environment, title, text, parts), marked)

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
                mended = edits.with_kind(reading, *edits.KINDS[index])
                self.act(lambda: self.session.fix(mended), self.texts("did.fix"))

        cursor = edits.KINDS.index((reading.kind, reading.form))
        self.app.push_screen(
            Choose(self.environment, self.texts("kind.title"), labels, cursor), chosen
        )

    def action_edit_name(self) -> None:
        """Change the speaker's canonical name, then his role."""
        stored = self.session.current
        speaker = stored.quote.speaker if stored else None
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

            self.app.push_screen(
                Ask(self.environment, self.texts("name.role"), speaker.role or ""), with_role
            )

        self.app.push_screen(
            Ask(
                self.environment,
                self.texts("name.title"),
                speaker.name,
                self.texts("name.help"),
            ),
            named,
        )

    def action_split(self) -> None:
        """Make two quotes of one: choose where the second begins."""
        stored = self.session.current
        if stored is None:
            return
        quote = self.session.shown(stored)
        text = self.session.document(stored).text
        at, end = _middle(text, quote.content[0].start, quote.content[-1].end)

        def marked(places: Places | None) -> None:
            if places:
                start = places[0][1][0]
                self.act(lambda: self.session.split(start), self.texts("did.split"), advance=False)

        part = Part("second", (at, end), fixed_end=True)
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
        self.app.push_screen(
            Reader(self.environment, self.texts("confirm.join"), lines, question=True), confirmed
        )

    def action_add_quote(self) -> None:
        """Mark a quote that the engine missed, from the mouse's selection or the next sentence."""
        stored = self.session.current
        if stored is None:
            return
        text = self.session.document(stored).text
        neighbours = self.session.neighbours(stored)
        content = self.query_one(Article).selection or _sentence_after(
            text, self.session.shown(stored).content[-1].end
        )
        content = word_at(text, content[0])[0], word_at(text, content[1] - 1)[1]
        parts = [
            Part("content", content),
            Part("cue", word_at(text, max(content[0] - 1, 0))),
            Part("mention", None, optional=True),
        ]

        def marked(places: Places | None) -> None:
            if places is None:
                return
            found = dict(places)
            cues = [other.quote.cue for other in neighbours]

            def chosen(speaker: Speaker | None) -> None:
                known = speaker if speaker and speaker.name else None
                try:
                    reading = edits.added(
                        text, found["content"], found["cue"], known, found.get("mention"), cues
                    )
                except QuotesError as error:
                    self.say(self.texts("message.error", error=error), "bad")
                    return
                self.act(lambda: self.session.add(reading), self.texts("did.add"), advance=False)

            self._pick_speaker(chosen)

        title = self.texts("spans.add_title")
        self.app.push_screen(MarkingScreen(self.environment, title, text, parts), marked)

    def _pick_speaker(self, then: Callable[[Speaker | None], None]) -> None:
        stored = self.session.current
        if stored is None:
            return
        nearby = speakers.of_document(stored, self.session.neighbours(stored))

        def source(typed: str) -> Sequence[Option[Speaker]]:
            found = speakers.matching(typed, nearby, self.session.store)
            options = [
                Option(entry.speaker, _with_aliases(entry.speaker), self._about(entry))
                for entry in found
            ]
            if not typed.strip():
                nobody = Speaker("", "", None, "unnamed")
                options.append(Option(nobody, self.texts("quote.no_speaker")))
            return options

        def make(typed: str) -> Option[Speaker] | None:
            try:
                speaker = edits.typed_speaker(typed)
            except QuotesError:
                return None
            return Option(speaker, speaker.name, self.texts("speaker.new"))

        self.app.push_screen(
            Pick(self.environment, self.texts("speaker.title"), source, make), then
        )

    def _about(self, entry: speakers.Suggestion) -> str:
        source = self.texts(f"speaker.{entry.source}")
        return " · ".join(part for part in (entry.speaker.role, source) if part)

    def _ask_kind(self, speaker: Speaker) -> None:
        labels = [self.texts(f"speaker_kind.{kind}") for kind in SPEAKER_KINDS]

        def chosen(index: int | None) -> None:
            if index is not None:
                self._speak(edits.typed_speaker(speaker.name, SPEAKER_KINDS[index]))

        title = self.texts("speaker.kind_title", name=speaker.name)
        self.app.push_screen(Choose(self.environment, title, labels), chosen)

    def _speak(self, speaker: Speaker) -> None:
        known = speaker if speaker.name else None
        name = known.name if known else self.texts("quote.no_speaker")
        self.act(lambda: self.session.choose_speaker(known), self.texts("did.speaker", name=name))


def _read(reading: Reading, text: str, places: Places) -> Reading:
    content = [place for name, place in places if name == "content"]
    found = dict(places)
    reading = edits.with_content(reading, text, content)
    reading = edits.with_cue(reading, text, found["cue"])
    return edits.with_mention(reading, text, found.get("mention"))


def _with_aliases(speaker: Speaker) -> str:
    """The name, with the aliases that are not already words of it."""
    name = fold(speaker.name)
    aliases = [alias for alias in speaker.aliases if fold(alias) not in name][:3]
    return " = ".join([speaker.name, *aliases])


def _middle(text: str, start: int, end: int) -> Place:
    """Where the second of two quotes most likely begins: at a sentence, else at half the words."""
    inside = [first for first, _ in sentences(text) if start < first < end]
    at = min(inside, key=lambda first: abs(first - (start + end) // 2), default=0)
    return at or next_start(text, (start + end) // 2), end


def _sentence_after(text: str, offset: int) -> Place:
    after = [sentence for sentence in sentences(text) if sentence[0] >= offset]
    return after[0] if after else sentences(text)[-1]

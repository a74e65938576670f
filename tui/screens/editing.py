"""Edits that more than one screen offers: the places of a reading, and who speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import App

from quotes.arabic.folding import fold
from quotes.errors import QuotesError
from quotes.model import Speaker, SpeakerKind
from store.values import Reading, StoredQuote
from tui.environment import Environment
from tui.screens.dialogs import Choose
from tui.screens.marking import MarkingScreen
from tui.screens.typing import Option, Pick
from tui.session import edits, speakers
from tui.session.edits import Place
from tui.session.marking import Part, PartName
from tui.session.session import ReviewSession

Places = list[tuple[PartName, Place]]
SPEAKER_KINDS: tuple[SpeakerKind, ...] = (
    "person", "organisation", "state", "document", "group", "unnamed",
)  # fmt: skip
_NOBODY = Speaker("", "", None, "unnamed")


def edit_places(
    app: App[None],
    environment: Environment,
    reading: Reading,
    text: str,
    then: Callable[[Reading], None],
) -> None:
    """Let the user move content, cue and mention; ``then`` gets the mended reading."""
    parts = [Part("content", (piece.start, piece.end)) for piece in reading.content]
    parts.append(Part("cue", (reading.cue.start, reading.cue.end)))
    mention = (reading.mention.start, reading.mention.end) if reading.mention else None
    parts.append(Part("mention", mention, optional=True))

    def marked(places: Places | None) -> None:
        if places is not None:
            then(_moved(reading, text, places))

    title = environment.texts("spans.title")
    app.push_screen(MarkingScreen(environment, title, text, parts), marked)


def pick_speaker(
    app: App[None],
    environment: Environment,
    session: ReviewSession,
    stored: StoredQuote,
    then: Callable[[Speaker | None], None],
) -> None:
    """Let the user choose a speaker of the document or the registry, or type a new one.

    ``then`` gets ``None`` where the user chose that nobody is named; it is not called when he
    leaves.
    """
    texts = environment.texts
    around = [session.shown(other) for other in session.neighbours(stored)]
    nearby = speakers.of_document(session.shown(stored), around)

    def source(typed: str) -> Sequence[Option[Speaker]]:
        options = [
            Option(entry.speaker, _with_aliases(entry.speaker), about(entry))
            for entry in speakers.matching(typed, nearby, session.store)
        ]
        if not typed.strip():
            options.append(Option(_NOBODY, texts("quote.no_speaker")))
        return options

    def about(entry: speakers.Suggestion) -> str:
        place = texts(f"speaker.{entry.source}")
        return " · ".join(part for part in (entry.speaker.role, place) if part)

    def make(typed: str) -> Option[Speaker] | None:
        try:
            speaker = edits.typed_speaker(typed)
        except QuotesError:
            return None
        return Option(speaker, speaker.name, texts("speaker.new"))

    def chosen(speaker: Speaker | None) -> None:
        if speaker is None:
            return
        if speaker is _NOBODY:
            then(None)
        elif speaker.id:
            then(speaker)
        else:
            _ask_kind(app, environment, speaker.name, then)

    app.push_screen(Pick(environment, texts("speaker.title"), source, make), chosen)


def _ask_kind(
    app: App[None],
    environment: Environment,
    name: str,
    then: Callable[[Speaker | None], None],
) -> None:
    texts = environment.texts
    labels = [texts(f"speaker_kind.{kind}") for kind in SPEAKER_KINDS]

    def chosen(index: int | None) -> None:
        if index is not None:
            then(edits.typed_speaker(name, SPEAKER_KINDS[index]))

    app.push_screen(Choose(environment, texts("speaker.kind_title", name=name), labels), chosen)


def _moved(reading: Reading, text: str, places: Places) -> Reading:
    content = [place for name, place in places if name == "content"]
    found = dict(places)
    reading = edits.with_content(reading, text, content)
    reading = edits.with_cue(reading, text, found["cue"])
    return edits.with_mention(reading, text, found.get("mention"))


def _with_aliases(speaker: Speaker) -> str:
    """The name, with the aliases that neither stand in it nor hold it."""
    name = fold(speaker.name)
    folded = {fold(alias): alias for alias in speaker.aliases}
    aliases = [alias for key, alias in folded.items() if key not in name and name not in key][:3]
    return " = ".join([speaker.name, *aliases])

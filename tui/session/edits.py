"""What a reviewer may change about a quote: pure functions from one reading to the mended one.

Places are ``(start, end)`` code-point offsets into the document's text, end exclusive. Every
function reads the words from that text, so that an offset never disagrees with its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from quotes.errors import UsageError
from quotes.model import Candidate, Cue, Form, Kind, Mention, Span, Speaker, SpeakerKind
from store.values import Reading
from tui.session.stepping import words

Part = Literal["content", "cue", "mention"]
Place = tuple[int, int]

_OPENING = frozenset('"“”„«‹‘″')
KINDS: tuple[tuple[Kind, Form], ...] = (
    ("direct", "clause"),
    ("indirect", "clause"),
    ("mixed", "clause"),
    ("indirect", "nominal"),
    ("direct", "nominal"),
    ("mixed", "nominal"),
)
"""Every kind with every form, the usual ones first."""


def span(text: str, place: Place) -> Span:
    """The stretch ``place`` of ``text``. Raises ``UsageError`` when it is empty or outside."""
    start, end = place
    if not 0 <= start < end <= len(text):
        raise UsageError(f"there are no words between the offsets {start} and {end}")
    return Span(start, end, text[start:end])


def with_content(reading: Reading, text: str, places: Sequence[Place]) -> Reading:
    """``reading`` with this content, in order; pieces that touch or overlap become one."""
    return replace(reading, content=tuple(span(text, place) for place in merged(places)))


def with_cue(reading: Reading, text: str, place: Place) -> Reading:
    """``reading`` with its cue moved; lemma, stance and type stay as the engine found them."""
    found = span(text, place)
    old = reading.cue
    return replace(
        reading, cue=Cue(found.start, found.end, found.text, old.lemma, old.stance, old.type)
    )


def with_mention(reading: Reading, text: str, place: Place | None) -> Reading:
    """``reading`` with its mention moved, or without one."""
    if place is None:
        return replace(reading, mention=None)
    found = span(text, place)
    return replace(reading, mention=Mention(found.start, found.end, found.text))


def with_speaker(
    reading: Reading, speaker: Speaker | None, candidates: Sequence[Candidate] = ()
) -> Reading:
    """``reading`` in another speaker's mouth.

    The mention follows when the engine had a candidate for this speaker; otherwise it stays: it
    is still the phrase beside the cue.
    """
    for candidate in candidates:
        if speaker is not None and candidate.speaker == speaker and candidate.mention:
            return replace(reading, speaker=speaker, mention=candidate.mention)
    return replace(reading, speaker=speaker)


def with_kind(reading: Reading, kind: Kind, form: Form) -> Reading:
    """``reading`` under another kind and form."""
    return replace(reading, kind=kind, form=form)


def typed_speaker(name: str, kind: SpeakerKind = "person", role: str | None = None) -> Speaker:
    """A speaker under a name that a person typed; the empty id lets the store find or make him.

    Raises ``UsageError`` for a name without a letter.
    """
    tidy = " ".join(name.split())
    if not any(character.isalpha() for character in tidy):
        raise UsageError("a speaker's name needs at least one letter")
    return Speaker(id="", name=tidy, role=role, kind=kind)


def split(reading: Reading, text: str, at: int) -> tuple[Reading, Reading]:
    """Two readings out of one, the content of the second beginning at offset ``at``.

    Raises ``UsageError`` when one side would be without words.
    """
    pieces = [(piece.start, piece.end) for piece in reading.content]
    before = _with_words(text, [(start, min(end, at)) for start, end in pieces if start < at])
    after = _with_words(text, [(max(start, at), end) for start, end in pieces if end > at])
    if not before or not after:
        raise UsageError("a quote can be divided only between two of its words")
    return with_content(reading, text, before), with_content(reading, text, after)


def joined(first: Reading, second: Reading, text: str) -> Reading:
    """One reading with the contents of both; cue and speaker are the first's."""
    places = [(piece.start, piece.end) for piece in (*first.content, *second.content)]
    kind: Kind = first.kind if first.kind == second.kind else "mixed"
    return replace(with_content(first, text, _bridged(text, places)), kind=kind)


def added(
    text: str,
    content: Place,
    cue: Place,
    speaker: Speaker | None = None,
    mention: Place | None = None,
    known: Sequence[Cue] = (),
) -> Reading:
    """A quote that the engine missed, from places that a person marked in the text.

    ``known`` are cues of the same document: one of the same words lends its lemma and stance. A
    quotation mark before the content makes the quote direct.
    """
    words_ = span(text, content)
    mark = span(text, cue)
    like = next((other for other in known if other.text == mark.text), None)
    found = Cue(
        mark.start,
        mark.end,
        mark.text,
        like.lemma if like else mark.text,
        like.stance if like else "neutral",
        like.type if like else "colon" if mark.text == ":" else "verb",
    )
    direct = text[: words_.start].rstrip()[-1:] in _OPENING and words_.start > 0
    reading = Reading("direct" if direct else "indirect", "clause", (words_,), found, None, speaker)
    return with_mention(reading, text, mention)


def merged(places: Sequence[Place]) -> list[Place]:
    """``places`` in order, those that touch or overlap made one."""
    result: list[Place] = []
    for start, end in sorted(places):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _bridged(text: str, places: Sequence[Place]) -> list[Place]:
    """``places`` in order, those with no word between them made one."""
    result: list[Place] = []
    for start, end in merged(places):
        if result and not any(c.isalnum() for c in text[result[-1][1] : start]):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def _with_words(text: str, places: Sequence[Place]) -> list[Place]:
    """``places`` cut back to their first and last word; those without a word left out."""
    kept = []
    for start, end in places:
        inside = [
            word
            for word in words(text)
            if start <= word[0] and word[1] <= end and any(c.isalnum() for c in text[slice(*word)])
        ]
        if inside:
            kept.append((inside[0][0], inside[-1][1]))
    return kept

"""The state of a quote as the fold of its events over what the engine extracted.

Undo and redo are events like the others: they switch an earlier event off and on again, and the
fold replays the events that stand. Nothing here reads or writes a database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import orjson

from quotes.model import spans_of
from store.filters import normalize
from store.values import DECISIONS, Judgement, Reading, ReviewEvent, State, Verdict

SYSTEM = "quotes"
"""The reviewer under whose name the program itself writes events (``carry``)."""

Canonical = Callable[[str], str]
"""From the id of an entity to the id of the one that it is merged into."""


@dataclass(frozen=True, slots=True)
class Folded:
    """What the events of a quote come to; the fields are those of ``StoredQuote``."""

    state: State
    judgements: tuple[Judgement, ...] = ()
    adjudicated_by: str | None = None
    needs_look: str | None = None
    flagged_by: tuple[str, ...] = ()
    notes: int = 0
    disputed: bool = False
    withdrawn: bool = False
    reviewed_at: str | None = None


def standing(events: Iterable[ReviewEvent]) -> list[ReviewEvent]:
    """The events that count: neither undone nor themselves an undo or redo."""
    events = list(events)
    undone: set[str] = set()
    for event in events:
        if event.action == "undo" and event.target:
            undone.add(event.target)
        elif event.action == "redo" and event.target:
            undone.discard(event.target)
    return [e for e in events if e.action not in ("undo", "redo") and e.id not in undone]


def fold(
    extracted: Reading | None, events: Sequence[ReviewEvent], canonical: Canonical = str
) -> Folded:
    """The state after ``events``, which are in order and belong to one quote.

    ``extracted`` is the engine's reading, or ``None`` for a quote that a reviewer added. The last
    decision that stands gives status and reading; each reviewer's last decision is that
    reviewer's judgement. An adjudication settles the judgements before it and is none itself.
    """
    effective = standing(events)
    folded = Folded(State("pending", extracted or _first_reading(events)))
    folded = replace(folded, withdrawn=extracted is None)
    touched = False
    for event in effective:
        if event.action in DECISIONS and event.after:
            folded = _decided(folded, event, event.after)
            touched = True
        elif event.action == "carry" and event.after:
            folded = _carried(folded, event, touched)
        elif event.action == "assign" and event.after:
            reading = replace(folded.state.reading, speaker=event.after.reading.speaker)
            folded = replace(folded, state=State(folded.state.status, reading))
            touched = True
        elif event.action == "flag" and event.reviewer not in folded.flagged_by:
            folded = replace(folded, flagged_by=(*folded.flagged_by, event.reviewer))
        elif event.action == "unflag":
            folded = replace(folded, flagged_by=())
        elif event.action == "note":
            folded = replace(folded, notes=folded.notes + 1)
    disputed = folded.adjudicated_by is None and _differ(folded.judgements, canonical)
    return replace(folded, disputed=disputed)


def _first_reading(events: Sequence[ReviewEvent]) -> Reading:
    for event in events:
        if event.after:
            return event.after.reading
    raise ValueError("a quote that was not extracted has no event that gives it a reading")


def _decided(folded: Folded, event: ReviewEvent, after: State) -> Folded:
    folded = replace(
        folded,
        state=after,
        needs_look=None,
        withdrawn=False,
        reviewed_at=event.at,
        adjudicated_by=event.reviewer if event.action == "adjudicate" else None,
    )
    if event.action == "adjudicate":
        return folded
    judgement = Judgement(
        event.reviewer,
        _verdict(after),
        event.at,
        event.id,
        reading_key(after.reading),
        event.note,
    )
    others = tuple(j for j in folded.judgements if j.reviewer != event.reviewer)
    return replace(folded, judgements=(*others, judgement))


def _verdict(state: State) -> Verdict:
    if state.status == "pending":
        raise ValueError("a decision cannot leave a quote pending")
    return state.status


def _carried(folded: Folded, event: ReviewEvent, touched: bool) -> Folded:
    """The review goes over to other spans; who endorsed the old ones endorses their successors.

    When the decision that was carried has been undone since, what stood before it goes over: with
    the new spans, since its own were never looked for in the new text, and to be looked at again.
    """
    if not touched or event.before is None or event.after is None:
        return folded
    current, reading, reason = folded.state.reading, event.after.reading, event.note
    if reading_key(current) != reading_key(event.before.reading):
        reading = replace(reading, kind=current.kind, form=current.form, speaker=current.speaker)
        if _places(current) != _places(event.before.reading):
            reason = "a decision on other words was undone after the text or extraction changed"
    old, new = reading_key(current), reading_key(reading)
    judgements = tuple(
        replace(j, reading_key=new) if j.reading_key == old else j for j in folded.judgements
    )
    state = State(folded.state.status, reading)
    return replace(folded, state=state, judgements=judgements, needs_look=reason)


def _differ(judgements: Iterable[Judgement], canonical: Canonical) -> bool:
    endorsed = {
        j.verdict if j.verdict == "rejected" else canonical_key(j.reading_key, canonical)
        for j in judgements
    }
    return len(endorsed) > 1


def reading_key(reading: Reading) -> str:
    """Equal for two readings that say the same: spans, kind, form, and who speaks as what.

    It ends in the id of the entity that speaks, after a colon; see :func:`canonical_key`.
    """
    speaker = reading.speaker
    parts = [
        reading.kind,
        reading.form,
        *_places(reading),
        speaker and not speaker.id and normalize(speaker.name),
        speaker and speaker.kind,
        speaker and normalize(speaker.role or ""),
    ]
    digest = hashlib.sha256(orjson.dumps(parts)).hexdigest()[:16]
    return f"{digest}:{speaker.id if speaker else ''}"


def canonical_key(key: str, canonical: Canonical) -> str:
    """A reading's key with the entity that the speaker has been merged into."""
    digest, _, entity = key.partition(":")
    return f"{digest}:{canonical(entity) if entity else ''}"


def _places(reading: Reading) -> list[object]:
    places = [[span.start, span.end] for span in spans_of(reading)]
    return [reading.mention is None, places]

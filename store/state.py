"""The state of a quote as the fold of its events over what the engine extracted.

Undo and redo are events like the others: they switch an earlier event off and on again, and the
fold replays the events that stand. Nothing here reads or writes a database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import orjson

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
            folded = _decided(folded, event, event.after, canonical)
            touched = True
        elif event.action == "carry" and event.after:
            folded = _carried(folded, event, event.after.reading, touched, canonical)
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
    return replace(folded, disputed=folded.adjudicated_by is None and _differ(folded.judgements))


def _first_reading(events: Sequence[ReviewEvent]) -> Reading:
    for event in events:
        if event.after:
            return event.after.reading
    raise ValueError("a quote that was not extracted has no event that gives it a reading")


def _decided(folded: Folded, event: ReviewEvent, after: State, canonical: Canonical) -> Folded:
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
        reading_key(after.reading, canonical),
        event.note,
    )
    others = tuple(j for j in folded.judgements if j.reviewer != event.reviewer)
    return replace(folded, judgements=(*others, judgement))


def _verdict(state: State) -> Verdict:
    if state.status == "pending":
        raise ValueError("a decision cannot leave a quote pending")
    return state.status


def _carried(
    folded: Folded, event: ReviewEvent, reading: Reading, touched: bool, canonical: Canonical
) -> Folded:
    """The review goes over to other spans; who endorsed the old ones endorses their successors."""
    if not touched:
        return folded
    old, new = (reading_key(r, canonical) for r in (folded.state.reading, reading))
    judgements = tuple(
        replace(j, reading_key=new) if j.reading_key == old else j for j in folded.judgements
    )
    state = State(folded.state.status, reading)
    return replace(folded, state=state, judgements=judgements, needs_look=event.note)


def _differ(judgements: Iterable[Judgement]) -> bool:
    endorsed = {j.verdict if j.verdict == "rejected" else j.reading_key for j in judgements}
    return len(endorsed) > 1


def reading_key(reading: Reading, canonical: Canonical = str) -> str:
    """Equal for two readings that say the same: spans, kind, form, and who speaks as what."""
    speaker = reading.speaker
    parts = [
        reading.kind,
        reading.form,
        [[span.start, span.end] for span in reading.content],
        [reading.cue.start, reading.cue.end],
        reading.mention and [reading.mention.start, reading.mention.end],
        speaker and (canonical(speaker.id) if speaker.id else normalize(speaker.name)),
        speaker and speaker.kind,
        speaker and normalize(speaker.role or ""),
    ]
    return hashlib.sha256(orjson.dumps(parts)).hexdigest()[:16]

"""Review: decisions into events, and undo and redo, which are events too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotes.errors import UsageError
from quotes.model import Quote, Status, quote_id, spans_of
from store.clock import new_event_id, now
from store.contract import ConflictError
from store.registry import Registry
from store.rows import (
    decode_document,
    decode_event,
    encode_event,
    extracted_of,
    quote_row,
    reading_of,
)
from store.state import SYSTEM, Folded, canonical_key, reading_key
from store.transaction import Row, Transaction
from store.values import Action, Decision, Reading, ReviewEvent, State, StoredQuote
from store.view import View

_LEARNING: frozenset[Action] = frozenset({"fix", "assign", "adjudicate", "split", "add"})


class Reviewing:
    """The decisions of one reviewer in one transaction."""

    def __init__(self, transaction: Transaction, reviewer: str) -> None:
        self.transaction = transaction
        self.reviewer = checked_reviewer(reviewer)
        self.view = View(transaction)
        self.registry = Registry(transaction)

    # -- decisions --------------------------------------------------------------------------

    def decide(self, decisions: Sequence[Decision]) -> list[StoredQuote]:
        """Record decisions on quotes, all or none; several are undone together."""
        group = new_event_id() if len(decisions) > 1 else None
        return self.view.stored([self._decide(decision, group) for decision in decisions])

    def _decide(self, decision: Decision, group: str | None) -> Row:
        row = self.view.quote(decision.quote_id)
        stored = self._at_revision(row, decision.revision)
        before = State(stored.status, stored.reading)
        after = self._after(decision, row, stored)
        return self._record(
            row,
            decision.action,
            before=before if after else None,
            after=after,
            note=decision.note,
            group=group,
        )

    def _at_revision(self, row: Row, revision: int | None) -> StoredQuote:
        stored = self.view.one(row)
        if revision is not None and revision != row["revision"]:
            raise ConflictError(stored)
        return stored

    def _after(self, decision: Decision, row: Row, stored: StoredQuote) -> State | None:
        """What the decision makes of the quote; ``None`` when it changes no state."""
        if decision.action in ("flag", "unflag", "note", "skip"):
            return None
        if decision.action == "accept":
            return State(self._settled(row, stored.reading), stored.reading)
        if decision.action == "reject":
            return State("rejected", stored.reading)
        if decision.action == "adjudicate":
            return self._adjudicated(decision, row, stored)
        if decision.action not in ("fix", "assign"):
            raise UsageError(f"there is no decision {decision.action!r}")
        if decision.reading is None:
            raise UsageError(f"{decision.action} needs the reading that is right")
        if decision.action == "assign":
            speaker = self.registry.settle(decision.reading.speaker)
            return State(stored.status, replace(stored.reading, speaker=speaker))
        reading = self._checked(decision.reading, row)
        return State(self._settled(row, reading), reading)

    def _adjudicated(self, decision: Decision, row: Row, stored: StoredQuote) -> State:
        reading = self._checked(decision.reading or stored.reading, row)
        if decision.verdict is None:
            raise UsageError("adjudicate needs a verdict: accepted, rejected or fixed")
        if decision.verdict == "rejected":
            return State("rejected", reading)
        return State(self._settled(row, reading), reading)

    def _settled(self, row: Row, reading: Reading) -> Status:
        """Accepted when the reading is the engine's, fixed when a person made it what it is."""
        extracted = extracted_of(row)
        if extracted is None:
            return "fixed"
        theirs, ours = (
            canonical_key(reading_key(each), self.view.canonical)
            for each in (Reading.of(extracted), reading)
        )
        return "accepted" if theirs == ours else "fixed"

    def _checked(self, reading: Reading, row: Row) -> Reading:
        """The reading with its speaker linked. Raises ``UsageError`` when spans do not fit."""
        check_spans(reading, decode_document(self.view.document(row["document"])).document.text)
        return replace(reading, speaker=self.registry.settle(reading.speaker))

    # -- making quotes ----------------------------------------------------------------------

    def add_missed(self, sha256: str, reading: Reading, note: str | None) -> StoredQuote:
        """A quote that the engine missed."""
        return self.view.one(self._add(sha256, reading, "add", note, None))

    def _add(
        self, sha256: str, reading: Reading, action: Action, note: str | None, group: str | None
    ) -> Row:
        document = self.view.document(sha256)
        check_spans(reading, decode_document(document).document.text)
        reading = replace(reading, speaker=self.registry.settle(reading.speaker))
        new_id = quote_id(sha256, reading.cue, reading.content)
        row = self.transaction.get("quotes", [new_id]).get(new_id)
        if row and not row["hidden"]:
            raise UsageError(f"this quote is there already: {new_id}")
        if row is None:
            seed = Folded(State("pending", reading))
            row = quote_row(new_id, document, None, seed, revision=0)
        elif row["body"]["replaced_by"]:
            raise UsageError(f"this quote lives on as {row['body']['replaced_by']}; change that")
        return self._record(row, action, after=State("fixed", reading), note=note, group=group)

    def split(
        self, quote_id: str, parts: Sequence[Reading], revision: int | None
    ) -> list[StoredQuote]:
        """The first part stays under the id, the others become quotes of their own."""
        if len(parts) < 2:
            raise UsageError("a quote splits into two parts at least")
        row = self.view.quote(quote_id)
        stored = self._at_revision(row, revision)
        first = self._checked(parts[0], row)
        group = new_event_id()
        before, after = State(stored.status, stored.reading), State("fixed", first)
        rows = [self._record(row, "split", before=before, after=after, group=group)]
        rows += [self._add(row["document"], part, "add", None, group) for part in parts[1:]]
        return self.view.stored(rows)

    def join(
        self, quote_id: str, other_id: str, reading: Reading, revision: int | None
    ) -> StoredQuote:
        """One quote takes in the words of another, which is rejected as joined."""
        row, other = self.view.quote(quote_id), self.view.quote(other_id)
        if row["document"] != other["document"] or row["id"] == other["id"]:
            raise UsageError("only two quotes of one document can be joined")
        stored, absorbed = self._at_revision(row, revision), self.view.one(other)
        reading = self._checked(reading, row)
        group = new_event_id()
        kept = self._record(
            row,
            "fix",
            before=State(stored.status, stored.reading),
            after=State(self._settled(row, reading), reading),
            group=group,
        )
        self._record(
            other,
            "join",
            before=State(absorbed.status, absorbed.reading),
            after=State("rejected", absorbed.reading),
            target=row["id"],
            group=group,
        )
        return self.view.one(kept)

    # -- undo and redo ----------------------------------------------------------------------

    def undo(self, quote_id: str | None) -> list[StoredQuote]:
        """Switch the reviewer's last standing action off."""
        undone: dict[str, bool] = {}
        for event in self._own_events(quote_id):
            if event.action in ("undo", "redo") and event.target:
                undone.setdefault(event.target, event.action == "undo")
            elif not undone.get(event.id):
                return self._switch("undo", self._together(event))
        return []

    def redo(self, quote_id: str | None) -> list[StoredQuote]:
        """Switch the action that was undone last on again, unless the reviewer acted since."""
        redone: set[str] = set()
        for event in self._own_events(quote_id):
            if event.action == "redo" and event.target:
                redone.add(event.target)
            elif event.action != "undo":
                return []
            elif event.target and event.target not in redone:
                undos = self._together(event)
                targets = [undo.target for undo in undos if undo.target]
                rows = self.transaction.get("events", targets)
                return self._switch("redo", [decode_event(rows[target]) for target in targets])
        return []

    def _own_events(self, quote_id: str | None) -> Iterator[ReviewEvent]:
        if quote_id is None:
            rows: Iterable[Row] = self.transaction.latest_events(self.reviewer, None)
            return (decode_event(row) for row in rows)
        history = self.view.history(self.view.quote(quote_id))
        return (event for event in reversed(history) if event.reviewer == self.reviewer)

    def _together(self, event: ReviewEvent) -> list[ReviewEvent]:
        """The events that were decided together with this one."""
        if event.group is None:
            return [event]
        rows = self.transaction.where("events", "grouping", [event.group])
        return sorted((decode_event(row) for row in rows), key=lambda e: e.number)

    def _switch(self, action: Action, targets: Sequence[ReviewEvent]) -> list[StoredQuote]:
        group = new_event_id() if len(targets) > 1 else None
        rows = []
        for target in targets:
            row = self.view.quote(target.quote_id)
            seen = self.view.one(row)
            before = State(seen.status, seen.reading)
            row = self._record(row, action, before=before, target=target.id, group=group)
            self._relearn(action, target)
            rows.append(row)
        return self.view.stored(rows)

    # -- writing ----------------------------------------------------------------------------

    def _record(
        self,
        row: Row,
        action: Action,
        *,
        before: State | None = None,
        after: State | None = None,
        note: str | None = None,
        target: str | None = None,
        group: str | None = None,
    ) -> Row:
        """Write one event and the quote as it leaves it."""
        history = self.view.history(row)
        event = ReviewEvent(
            new_event_id(),
            self.transaction.next_number("events"),
            row["id"],
            len(history) + 1,
            self.reviewer,
            now(),
            action,
            before,
            after,
            note,
            target,
            group,
        )
        fresh = self.view.refold(row, [*history, event])
        if action in ("undo", "redo"):  # what they make of the quote is known only now
            event = replace(event, after=State(fresh["status"], reading_of(fresh)))
        self.transaction.put("events", [encode_event(event)])
        self.transaction.put("quotes", [fresh])
        if action in _LEARNING:
            self._learn(event, extracted_of(row))
        return fresh

    def _learn(self, event: ReviewEvent, extracted: Quote | None) -> None:
        """Remember the forms of a name that a reviewer connected with a speaker."""
        after = event.after
        if after is None or after.status == "rejected" or after.reading.speaker is None:
            return
        speaker = after.reading.speaker
        if speaker.kind == "unnamed":
            return
        texts = [speaker.name]
        texts += [after.reading.mention.text] if after.reading.mention else []
        texts += [extracted.speaker.name] if extracted and extracted.speaker else []
        self.registry.learn(speaker.id, texts, event.reviewer, _evidence(event))

    def _relearn(self, action: Action, target: ReviewEvent) -> None:
        """What was learnt from a decision goes and comes back with it."""
        if target.action not in _LEARNING or target.after is None:
            return
        speaker = target.after.reading.speaker
        if action == "redo":
            row = self.transaction.get("quotes", [target.quote_id])[target.quote_id]
            self._learn(target, extracted_of(row))
        elif speaker and speaker.kind != "unnamed":
            self.registry.forget(speaker.id, _evidence(target))


def _evidence(event: ReviewEvent) -> str:
    return f"{event.action} by {event.reviewer} on quote {event.quote_id} ({event.id[:8]})"


def checked_reviewer(name: str) -> str:
    """The reviewer's name without surrounding space. Raises ``UsageError`` for an unusable one."""
    name = name.strip()
    if not name or not name.isprintable() or "|" in name:
        raise UsageError("a reviewer needs a name, without line breaks and without |")
    if name == SYSTEM:
        raise UsageError(f"{SYSTEM!r} is the program itself; choose another reviewer's name")
    return name


def check_spans(reading: Reading, text: str) -> None:
    """Raise ``UsageError`` unless every span of ``reading`` is what ``text`` has there."""
    if not reading.content:
        raise UsageError("a quote needs content")
    for span in spans_of(reading):
        empty = span.start >= span.end and not (span is reading.cue and span.start == span.end)
        if empty or span.start < 0 or text[span.start : span.end] != span.text:
            raise UsageError(f"the text has no {span.text!r} at {span.start}-{span.end}")
    for left, right in zip(reading.content, reading.content[1:], strict=False):
        if left.end > right.start:
            raise UsageError("the pieces of a quote's content must be in order, without overlap")

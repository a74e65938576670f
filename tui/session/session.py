"""A sitting of one reviewer: every decision is on disk before its method returns."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotes.errors import UsageError
from quotes.model import Document, Quote, Speaker, Status
from store.contract import ConflictError, NotFoundError, Store
from store.filters import Filter, Range, Term, normalize
from store.values import Decision, Reading, ReviewEvent, StoredQuote
from tui.session import edits
from tui.session.progress import Progress
from tui.session.queue import PENDING, Queue, View, status_after
from tui.session.trail import Rename, Trail

CONFIDENT = 0.8
"""From this confidence on, a quote may be accepted together with others of its speaker."""

_KEPT = 8  # documents at hand

_Action = Literal[
    "accept", "reject", "fix", "skip", "flag", "unflag", "note", "assign", "adjudicate"
]


@dataclass(frozen=True, slots=True)
class Repeatable:
    """What the last decision was, in a form that fits another quote too."""

    action: _Action
    note: str | None = None
    speaker: Speaker | None = None


class ReviewSession:
    """The queue, the quote in view, and everything that a reviewer can do to it.

    With ``blind`` the queue holds what others decided and this reviewer has not, and quotes show
    what the engine found: the first decision is hidden.
    """

    def __init__(
        self,
        store: Store,
        reviewer: str,
        *,
        blind: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.store = store
        self.reviewer = reviewer
        self.blind = blind
        self.queue = Queue(store)
        self.progress = Progress(clock)
        self.last: Repeatable | None = None
        self._trail = Trail(store, reviewer)
        self._documents: dict[str, Document] = {}
        self._neighbours: dict[str, list[StoredQuote]] = {}

    # -- looking ----------------------------------------------------------------------------

    @property
    def restriction(self) -> str:
        """The filter that no view can lift: in a blind reading, what others alone have decided."""
        return f'is:reviewed -reviewer:"{self.reviewer}"' if self.blind else ""

    def show(self, view: View, at: str | None = None) -> None:
        """Open a view. Raises ``FilterError``, changing nothing, for a filter that is not one."""
        if self.blind and PENDING in view.where:
            view = replace(view, where=view.where.replace(PENDING, "").strip())
        self.queue.show(view, self.restriction, at)
        self._neighbours.clear()

    @property
    def current(self) -> StoredQuote | None:
        """The quote in view, or ``None`` in an empty queue."""
        quote_id = self.queue.current_id
        if quote_id is None:
            return None
        try:
            return self.queue.quote(quote_id)
        except NotFoundError:  # another program extracted its document again
            self.refresh()
            quote_id = self.queue.current_id
            return self.queue.quote(quote_id) if quote_id else None

    def shown(self, stored: StoredQuote) -> Quote:
        """The quote as this reviewer may see it."""
        if self.blind and stored.extracted is not None and not self._judged(stored):
            return replace(stored.extracted, id=stored.id, status="pending")
        return stored.quote

    def status(self, stored: StoredQuote) -> Status:
        """The status as this reviewer may see it."""
        return status_after(stored, self.reviewer, blind=self.blind)

    def document(self, stored: StoredQuote) -> Document:
        """The document of a quote; the last few are kept at hand."""
        sha256 = stored.document.sha256
        if sha256 not in self._documents:
            while len(self._documents) >= _KEPT:
                self._documents.pop(next(iter(self._documents)))
            self._documents[sha256] = self.store.document(sha256).document
        return self._documents[sha256]

    def neighbours(self, stored: StoredQuote) -> list[StoredQuote]:
        """All quotes of the same document, in the order of the text."""
        sha256 = stored.document.sha256
        if sha256 not in self._neighbours:
            while len(self._neighbours) >= _KEPT:
                self._neighbours.pop(next(iter(self._neighbours)))
            self._neighbours[sha256] = self.store.quotes_of_document(sha256)
        return self._neighbours[sha256]

    def advance(self) -> bool:
        """Go on to the next quote that waits; among settled ones, to the next row.

        False, standing still, when there is none.
        """
        if self.queue.next_open():
            return True
        further = self.queue.place + 1
        if PENDING in self.queue.view.where or self.blind or further >= len(self.queue):
            return False
        self.queue.go(further)
        return True

    def refresh(self) -> None:
        """Forget what was read, because somebody else wrote."""
        self.queue.forget()
        self._neighbours.clear()

    # -- deciding ---------------------------------------------------------------------------

    def accept(self) -> list[StoredQuote]:
        """The attribution is right as it is shown."""
        stored = self._required()
        reading = Reading.of(self.shown(stored))
        if reading != stored.reading:
            # A blind reader endorses what the engine found, which another has changed since.
            return self._decide(Decision(stored.id, "fix", stored.revision, reading))
        return self._decide(Decision(stored.id, "accept", stored.revision))

    def reject(self, reason: str | None = None) -> list[StoredQuote]:
        """The attribution is wrong."""
        stored = self._required()
        return self._decide(Decision(stored.id, "reject", stored.revision, note=reason))

    def skip(self) -> list[StoredQuote]:
        """Leave it for later."""
        stored = self._required()
        return self._decide(Decision(stored.id, "skip"))

    def flag(self) -> list[StoredQuote]:
        """Flag the quote for somebody to look at, or take one's own flag away."""
        stored = self._required()
        raised = self.reviewer in stored.flagged_by
        action: Literal["flag", "unflag"] = "unflag" if raised else "flag"
        return self._decide(Decision(stored.id, action))

    def note(self, text: str) -> list[StoredQuote]:
        """Write a remark beside the quote."""
        stored = self._required()
        return self._decide(Decision(stored.id, "note", note=text))

    def fix(self, reading: Reading) -> list[StoredQuote]:
        """Settle the quote with another reading; the same reading is an acceptance."""
        stored = self._required()
        if reading == Reading.of(self.shown(stored)):
            return self.accept()
        return self._decide(Decision(stored.id, "fix", stored.revision, reading))

    def choose_speaker(self, speaker: Speaker | None) -> list[StoredQuote]:
        """Settle the quote in another speaker's mouth."""
        stored = self._required()
        quote = self.shown(stored)
        changed = self.fix(edits.with_speaker(Reading.of(quote), speaker, quote.candidates))
        self.last = Repeatable("fix", speaker=speaker)
        return changed

    def take_candidate(self, number: int) -> list[StoredQuote]:
        """Settle the quote with the engine's candidate of this number, counted from 1."""
        quote = self.shown(self._required())
        if not 1 <= number <= len(quote.candidates):
            raise UsageError(f"there is no candidate {number}")
        chosen = quote.candidates[number - 1]
        reading = replace(
            Reading.of(quote), speaker=chosen.speaker, mention=chosen.mention or quote.mention
        )
        if quote.speaker and _same_speaker(quote.speaker, chosen.speaker):
            return self.accept()
        changed = self.fix(reading)
        self.last = Repeatable("fix", speaker=chosen.speaker)
        return changed

    def repeat(self) -> list[StoredQuote]:
        """Decide this quote as the last one was decided."""
        last = self.last
        if last is None:
            raise UsageError("nothing has been decided yet that could be repeated")
        if last.action == "fix":
            return self.choose_speaker(last.speaker)
        if last.action == "accept":
            return self.accept()
        stored = self._required()
        return self._decide(Decision(stored.id, last.action, note=last.note))

    def of_same_speaker(self) -> list[StoredQuote]:
        """Open quotes of the queue with the speaker in view and a high confidence."""
        stored = self._required()
        speaker = self.shown(stored).speaker
        if speaker is None or self.blind:
            return []
        where = Filter.of(self.queue.view.where) & Filter(
            (
                Term("speaker", (normalize(speaker.name),)),
                Term("confidence", (Range(CONFIDENT, None),)),
            )
        )
        return [
            other
            for other in self.store.find(where)
            if other.id in self.queue.open_ids
            and other.quote.speaker is not None
            and (other.entity == stored.entity or _same_speaker(other.quote.speaker, speaker))
        ]

    def accept_all(self, chosen: Sequence[StoredQuote]) -> list[StoredQuote]:
        """Accept these quotes together; one undo takes all of them back."""
        decisions = [Decision(stored.id, "accept", stored.revision) for stored in chosen]
        changed = self.store.decide_together(decisions, reviewer=self.reviewer)
        self._acted(changed, Repeatable("accept"))
        return changed

    # -- fixing -----------------------------------------------------------------------------

    def split(self, at: int) -> list[StoredQuote]:
        """Make two quotes of the one in view, the second beginning at offset ``at``."""
        stored = self._required()
        parts = edits.split(Reading.of(self.shown(stored)), self.document(stored).text, at)
        changed = self.store.split(
            stored.id, parts, reviewer=self.reviewer, revision=stored.revision
        )
        self.queue.insert_after(stored.id, [new.id for new in changed if new.id != stored.id])
        self._acted(changed, None)
        return changed

    def join(self, other: StoredQuote) -> list[StoredQuote]:
        """Take the words of ``other`` into the quote in view; ``other`` is rejected as joined."""
        stored = self._required()
        text = self.document(stored).text
        reading = edits.joined(Reading.of(self.shown(stored)), other.reading, text)
        changed = [
            self.store.join(
                stored.id, other.id, reading, reviewer=self.reviewer, revision=stored.revision
            ),
            self.store.get(other.id),
        ]
        self._acted(changed, None)
        return changed

    def following(self) -> StoredQuote | None:
        """The next quote of the same document, which :meth:`join` would take in."""
        stored = self._required()
        later = [
            other
            for other in self.neighbours(stored)
            if other.id != stored.id
            and other.status != "rejected"
            and other.quote.content[0].start > stored.quote.content[0].start
        ]
        return later[0] if later else None

    def add(self, reading: Reading) -> list[StoredQuote]:
        """Add a quote that the engine missed to the document in view."""
        stored = self._required()
        new = self.store.add_missed(stored.document.sha256, reading, reviewer=self.reviewer)
        self.queue.insert_after(stored.id, [new.id])
        self._acted([new], None)
        return [new]

    def rename(self, name: str, role: str | None) -> list[StoredQuote]:
        """Change the canonical name of the speaker in view, and his role in this quote."""
        stored = self._required()
        speaker = stored.quote.speaker
        if speaker is None:
            raise UsageError("this quote has no speaker to rename; choose one first")
        tidy = edits.typed_speaker(name).name
        changed: list[StoredQuote] = []
        if tidy != speaker.name and stored.entity is None:
            return self.choose_speaker(edits.typed_speaker(tidy, speaker.kind, role))
        if tidy != speaker.name and stored.entity is not None:
            self.store.rename_speaker(stored.entity, tidy, reviewer=self.reviewer)
            self._trail.did(Rename(stored.entity, speaker.name, tidy))
            self.refresh()
            changed = [self.queue.quote(stored.id)]
        if (role or None) != speaker.role:
            stored = self._required()
            mended = replace(stored.quote.speaker or speaker, role=role or None)
            changed = self.fix(replace(stored.reading, speaker=mended))
        return changed

    # -- undo -------------------------------------------------------------------------------

    def undo(self) -> list[StoredQuote]:
        """Take back the last thing this reviewer did, in this sitting or an earlier one."""
        return self._after_undo(self._trail.undo())

    def redo(self) -> list[StoredQuote]:
        """Do again what :meth:`undo` took back last, and go on as the first time."""
        changed = self._after_undo(self._trail.redo())
        if changed and changed[0].id not in self.queue.open_ids:
            self.advance()
        return changed

    def history(self) -> list[ReviewEvent]:
        """What happened to the quote in view, oldest first; nothing while reading blind."""
        stored = self._required()
        if self.blind and not self._judged(stored):
            return []
        return self.store.history(stored.id)

    # -- inside -----------------------------------------------------------------------------

    def _required(self) -> StoredQuote:
        stored = self.current
        if stored is None:
            raise UsageError("no quote is in view")
        return stored

    def _judged(self, stored: StoredQuote) -> bool:
        return any(judgement.reviewer == self.reviewer for judgement in stored.judgements)

    def _decide(self, decision: Decision) -> list[StoredQuote]:
        try:
            changed = [self.store.decide(decision, reviewer=self.reviewer)]
        except ConflictError as conflict:
            self.queue.learn([conflict.current])
            self._neighbours.clear()
            raise
        except NotFoundError:
            self.refresh()
            raise
        self._acted(changed, Repeatable(decision.action, decision.note))
        return changed

    def _acted(self, changed: Sequence[StoredQuote], last: Repeatable | None) -> None:
        self._trail.did()
        self.last = last or self.last
        settled = self._take_over(changed)
        self.progress.count(settled)

    def _take_over(self, changed: Sequence[StoredQuote]) -> int:
        """Learn what changed; returns how many quotes were settled, less those opened again."""
        settled = 0
        for stored in changed:
            was_open = stored.id in self.queue.open_ids
            is_open = self.status(stored) == "pending" and not stored.gone
            self.queue.mark(stored.id, is_open=is_open)
            settled += was_open - (stored.id in self.queue.open_ids)
            self._neighbours.pop(stored.document.sha256, None)
        self.queue.learn(changed)
        return settled

    def _after_undo(self, undone: Rename | list[StoredQuote]) -> list[StoredQuote]:
        if isinstance(undone, Rename):
            self.refresh()
            return [self._required()]
        if undone:
            self.queue.bring(undone[0].id)
        self.progress.count(self._take_over(undone))
        return undone


def _same_speaker(first: Speaker, second: Speaker) -> bool:
    return normalize(first.name) == normalize(second.name)

"""Quotes on which two readers disagree, with what each of them said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.contract import Store
from store.values import Decision, Judgement, Reading, StoredQuote


@dataclass(frozen=True, slots=True)
class Side:
    """One reader's verdict and the reading that it is about."""

    judgement: Judgement
    reading: Reading


@dataclass(frozen=True, slots=True)
class Case:
    """A disputed quote and its sides, the earliest judgement first."""

    stored: StoredQuote
    sides: tuple[Side, ...]


class Adjudication:
    """The cases that were open when it began, and decisions on them."""

    def __init__(self, store: Store, reviewer: str) -> None:
        self._store = store
        self._reviewer = reviewer
        self.cases: list[StoredQuote] = store.disagreements()

    def case(self, index: int) -> Case:
        """A case with its sides."""
        stored = self.cases[index]
        readings = {
            event.id: event.after.reading
            for event in self._store.history(stored.id)
            if event.after is not None
        }
        judgements = sorted(stored.judgements, key=lambda judgement: judgement.at)
        return Case(
            stored,
            tuple(
                Side(judgement, readings.get(judgement.event_id, stored.reading))
                for judgement in judgements
            ),
        )

    def side_with(self, index: int, side: Side) -> StoredQuote:
        """Settle a case as one of the readers judged it."""
        stored = self.cases[index]
        return self._settle(
            index,
            Decision(
                stored.id,
                "adjudicate",
                stored.revision,
                side.reading,
                side.judgement.verdict,
            ),
        )

    def reject(self, index: int) -> StoredQuote:
        """Settle a case against both: there is no such quote."""
        stored = self.cases[index]
        return self._settle(
            index, Decision(stored.id, "adjudicate", stored.revision, verdict="rejected")
        )

    def settle_with(self, index: int, reading: Reading) -> StoredQuote:
        """Settle a case with a reading of one's own."""
        stored = self.cases[index]
        return self._settle(
            index, Decision(stored.id, "adjudicate", stored.revision, reading, "fixed")
        )

    def undo(self) -> Sequence[StoredQuote]:
        """Take back the last decision."""
        changed = self._store.undo(reviewer=self._reviewer)
        now = {stored.id: stored for stored in changed}
        self.cases = [now.get(stored.id, stored) for stored in self.cases]
        return changed

    def _settle(self, index: int, decision: Decision) -> StoredQuote:
        settled = self._store.decide(decision, reviewer=self._reviewer)
        self.cases[index] = settled
        return settled

"""The queue: which quotes a reviewer goes through, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_args

from quotes.model import Status
from store.contract import Store
from store.filters import Filter
from store.values import Order, StoredQuote

ORDERS: tuple[Order, ...] = get_args(Order)
PENDING = "status:pending"


@dataclass(frozen=True, slots=True)
class View:
    """A filter and an order, under a name when a reviewer saved it."""

    where: str = PENDING
    order: Order = "uncertain"
    name: str = ""

    def to_setting(self) -> dict[str, Any]:
        """The view as a JSON value."""
        return asdict(self)

    @classmethod
    def from_setting(cls, value: Any) -> View | None:
        """The view that a JSON value describes, or ``None`` when it describes none."""
        if not isinstance(value, dict) or value.get("order") not in ORDERS:
            return None
        where, name = value.get("where"), value.get("name", "")
        if not isinstance(where, str) or not isinstance(name, str):
            return None
        return cls(where, value["order"], name)


class Queue:
    """The ids that matched a view when it was opened, and a place among them.

    A quote that is settled stays in the queue until the view is opened again, so that a reviewer
    can go back to it; :meth:`next_open` passes over it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, StoredQuote] = {}
        self._places: dict[str, int] = {}
        self.view = View()
        self.ids: list[str] = []
        self.open_ids: set[str] = set()
        self.place = 0

    def show(self, view: View, restrict: str = "", at: str | None = None) -> None:
        """Open ``view``; ``restrict`` is a further filter that the view cannot lift.

        Stands on the quote ``at`` when it is there, else on the first. Raises ``FilterError``
        for a filter that cannot be understood, and then changes nothing.
        """
        where = " ".join(part for part in (restrict, view.where) if part)
        ids = self._store.find_ids(where, view.order)
        if restrict or where == PENDING:
            open_ids = set(ids)
        else:
            open_ids = set(self._store.find_ids(f"{where} {PENDING}".strip()))
        self.view, self.ids, self.open_ids = view, ids, open_ids
        self._places = {quote_id: place for place, quote_id in enumerate(ids)}
        self._known.clear()
        self.place = self._places.get(at, 0) if at else 0

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that the view searches for."""
        return Filter.parse(self.view.where).words()

    @property
    def current_id(self) -> str | None:
        """The id of the quote in view, or ``None`` in an empty queue."""
        return self.ids[self.place] if self.ids else None

    def quote(self, quote_id: str) -> StoredQuote:
        """A quote as the store has it, read once. Raises ``NotFoundError`` when it is no more."""
        known = self._known.get(quote_id)
        if known is None:
            known = self._known[quote_id] = self._store.get(quote_id)
        return known

    def learn(self, changed: Sequence[StoredQuote]) -> None:
        """Take over quotes that changed."""
        for stored in changed:
            self._known[stored.id] = stored

    def mark(self, quote_id: str, *, is_open: bool) -> None:
        """Whether a quote still waits for a decision."""
        if is_open and quote_id in self._places:
            self.open_ids.add(quote_id)
        else:
            self.open_ids.discard(quote_id)

    def forget(self) -> None:
        """Read every quote again when it is next asked for, and drop those that are no more."""
        self._known.clear()
        alive = set(self._store.find_ids())
        before = sum(quote_id in alive for quote_id in self.ids[: self.place])
        self.ids = [quote_id for quote_id in self.ids if quote_id in alive]
        self.open_ids &= alive
        self._places = {quote_id: place for place, quote_id in enumerate(self.ids)}
        self.go(before)

    def insert_after(self, quote_id: str, new: Sequence[str]) -> None:
        """Put quotes that have just been made behind ``quote_id``."""
        fresh = [other for other in new if other not in self._places]
        place = self._places.get(quote_id, self.place)
        self.ids[place + 1 : place + 1] = fresh
        self._places = {other: number for number, other in enumerate(self.ids)}

    def go(self, place: int) -> None:
        """Stand on the quote at ``place``, or the nearest there is."""
        self.place = max(0, min(place, len(self.ids) - 1)) if self.ids else 0

    def bring(self, quote_id: str) -> None:
        """Stand on this quote, put beside the one in view when the queue does not hold it."""
        if quote_id not in self._places:
            self.ids.insert(self.place, quote_id)
            self._places = {other: number for number, other in enumerate(self.ids)}
        self.place = self._places[quote_id]

    def go_to(self, quote_id: str) -> bool:
        """Stand on this quote; false when it is not in the queue."""
        place = self._places.get(quote_id)
        if place is None:
            return False
        self.place = place
        return True

    def next_open(self) -> bool:
        """Stand on the next quote that waits for a decision, from here round to here again.

        False, standing still, when none does.
        """
        place = self.next_open_place()
        if place is None:
            return False
        self.place = place
        return True

    def next_open_place(self) -> int | None:
        """The place where :meth:`next_open` would stand, or ``None``."""
        count = len(self.ids)
        for step in range(1, count + 1):
            place = (self.place + step) % count
            if self.ids[place] in self.open_ids:
                return place
        return None


def status_after(stored: StoredQuote, reviewer: str, *, blind: bool) -> Status:
    """The status to show: in a blind reading only what this reviewer decided."""
    if not blind:
        return stored.status
    own = [judgement for judgement in stored.judgements if judgement.reviewer == reviewer]
    return own[-1].verdict if own else "pending"

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
PAGE = 50
"""How many quotes are read at once: more than a screen has rows."""


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
    """The quotes that matched a view when it was opened, and a place among them.

    The first page is read at once, so that a reviewer sees a quote before a hundred thousand ids
    have been sorted; the rest follows with :meth:`read_rest`, or by itself when somebody goes
    where it is needed.

    A quote that is settled stays in the queue until the view is opened again, so that a reviewer
    can go back to it; :meth:`next_open` passes over it.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, StoredQuote] = {}
        self._places: dict[str, int] = {}
        self._where = ""
        self._restricted = False
        self._unread: _Counts | None = None
        self.view = View()
        self.ids: list[str] = []
        self.open_ids: set[str] = set()
        self.place = 0

    def show(self, view: View, restrict: str = "", at: str | None = None) -> None:
        """Open ``view``; ``restrict`` is a further filter that the view cannot lift.

        Stands on the quote ``at`` when it is there, else on the first. Under a restriction every
        quote is open. Raises ``FilterError`` for a filter that cannot be understood, and then
        changes nothing.
        """
        where = " ".join(part for part in (restrict, view.where) if part)
        first = self._store.find(where, view.order, PAGE)
        self._unread = None
        if len(first) == PAGE:
            counts = self._store.counts(where)
            every, waiting = sum(counts.values()), counts["pending"]
            read = sum(stored.status == "pending" for stored in first)
            self._unread = _Counts(every - PAGE, every - PAGE if restrict else waiting - read)
        self.view, self._where, self._restricted = view, where, bool(restrict)
        self.ids = [stored.id for stored in first]
        self.open_ids = {stored.id for stored in first if restrict or stored.status == "pending"}
        self._known = {stored.id: stored for stored in first}
        self._index()
        self.place = 0
        if at:
            self.go_to(at)

    def __len__(self) -> int:
        return len(self.ids) + (self._unread.every if self._unread else 0)

    @property
    def left(self) -> int:
        """How many quotes wait for a decision."""
        return len(self.open_ids) + (self._unread.open if self._unread else 0)

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that the view searches for."""
        return Filter.parse(self.view.where).words()

    @property
    def current_id(self) -> str | None:
        """The id of the quote in view, or ``None`` in an empty queue."""
        return self.ids[self.place] if self.ids else None

    # -- the rest of a long queue -------------------------------------------------------------

    @property
    def whole(self) -> bool:
        """Whether all of the view has been read."""
        return self._unread is None

    def find_rest(self) -> Rest:
        """All of the view, for :meth:`take_rest`. Changes nothing; may run in another thread."""
        ids = self._store.find_ids(self._where, self.view.order)
        if self._restricted or self.view.where == PENDING:
            return Rest(self.view, ids, None)
        return Rest(self.view, ids, set(self._store.find_ids(f"{self._where} {PENDING}".strip())))

    def take_rest(self, rest: Rest) -> None:
        """Put what was found behind what is there, unless another view was opened meanwhile."""
        if self._unread is None or rest.view != self.view:
            return
        # What was decided since has left the list that was found, but not this queue.
        new = [quote_id for quote_id in rest.ids if quote_id not in self._places]
        self.ids += new
        self.open_ids.update(new if rest.open_ids is None else rest.open_ids.intersection(new))
        self._unread = None
        self._index()

    def read_rest(self) -> None:
        """Read what has not been read yet."""
        if not self.whole:
            self.take_rest(self.find_rest())

    # -- quotes -------------------------------------------------------------------------------

    def quote(self, quote_id: str) -> StoredQuote:
        """A quote as the store has it, read once. Raises ``NotFoundError`` when it is no more."""
        known = self._known.get(quote_id)
        if known is None:
            known = self._known[quote_id] = self._store.get(quote_id)
        return known

    def quote_at(self, place: int) -> StoredQuote:
        """The quote at ``place``, read together with those around it, as a list shows them.

        Raises ``NotFoundError`` when it is no more.
        """
        if place >= len(self.ids):
            self.read_rest()
        quote_id = self.ids[place]
        if quote_id not in self._known:
            start = place - place % PAGE
            around = self.ids[start : start + PAGE]
            missing = [other for other in around if other not in self._known]
            self.learn(self._store.get_many(missing))
        return self.quote(quote_id)

    def learn(self, changed: Sequence[StoredQuote]) -> None:
        """Take over quotes that changed."""
        for stored in changed:
            self._known[stored.id] = stored

    def mark(self, quote_id: str, *, is_open: bool) -> None:
        """Whether a quote still waits for a decision."""
        if is_open and self._holds(quote_id):
            self.open_ids.add(quote_id)
        else:
            self.open_ids.discard(quote_id)

    def forget(self) -> None:
        """Read every quote again when it is next asked for, and drop those that are no more."""
        self.read_rest()
        self._known.clear()
        alive = set(self._store.find_ids())
        before = sum(quote_id in alive for quote_id in self.ids[: self.place])
        self.ids = [quote_id for quote_id in self.ids if quote_id in alive]
        self.open_ids &= alive
        self._index()
        self.go(before)

    def insert_after(self, quote_id: str, new: Sequence[str]) -> None:
        """Put quotes that have just been made behind ``quote_id``."""
        fresh = [other for other in new if not self._holds(other)]
        place = self._places.get(quote_id, self.place)
        self.ids[place + 1 : place + 1] = fresh
        self._index()

    # -- the place ----------------------------------------------------------------------------

    def go(self, place: int) -> None:
        """Stand on the quote at ``place``, or the nearest there is."""
        if place >= len(self.ids):
            self.read_rest()
        self.place = max(0, min(place, len(self.ids) - 1)) if self.ids else 0

    def bring(self, quote_id: str) -> None:
        """Stand on this quote, put beside the one in view when the queue does not hold it."""
        if not self._holds(quote_id):
            self.ids.insert(self.place, quote_id)
            self._index()
        self.place = self._places[quote_id]

    def go_to(self, quote_id: str) -> bool:
        """Stand on this quote; false when it is not in the queue."""
        if not self._holds(quote_id):
            return False
        self.place = self._places[quote_id]
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
        for place in range(self.place + 1, len(self.ids)):
            if self.ids[place] in self.open_ids:
                return place
        if not self.whole:
            self.read_rest()
            return self.next_open_place()
        for place in range(self.place + 1):
            if self.ids and self.ids[place] in self.open_ids:
                return place
        return None

    def _holds(self, quote_id: str) -> bool:
        if quote_id not in self._places:
            self.read_rest()
        return quote_id in self._places

    def _index(self) -> None:
        self._places = {quote_id: place for place, quote_id in enumerate(self.ids)}


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many quotes have not been read yet, and how many of them wait for a decision."""

    every: int
    open: int


@dataclass(frozen=True, slots=True)
class Rest:
    """The ids of a whole view, and those of them that wait for a decision (``None``: all do)."""

    view: View
    ids: list[str]
    open_ids: set[str] | None


def status_after(stored: StoredQuote, reviewer: str, *, blind: bool) -> Status:
    """The status to show: in a blind reading only what this reviewer decided."""
    if not blind:
        return stored.status
    own = [judgement for judgement in stored.judgements if judgement.reviewer == reviewer]
    return own[-1].verdict if own else "pending"

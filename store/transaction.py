"""What an engine must be able to do: keep rows in tables, and find them again, atomically.

All that the store promises (``store.contract``) is built on this narrow interface once, in
``store.database``, so that three engines cannot behave in three ways. Writers are served one at a
time on every engine; a decision takes a few milliseconds, and no reviewer waits for long.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol

from store.filters import Filter
from store.values import Order

FORMAT = "quotes-database"

Table = Literal["documents", "quotes", "events", "entities", "names", "changes", "settings"]
KEYS: Mapping[Table, str] = {
    "documents": "sha256",
    "quotes": "id",
    "events": "id",
    "entities": "id",
    "names": "key",
    "changes": "id",
    "settings": "key",
}
"""The tables, each with the column that is its key."""

INDEXES: Mapping[Table, tuple[str, ...]] = {
    "documents": ("name", "address", "superseded_by"),
    "quotes": ("document", "entity"),
    "events": ("quote", "grouping"),
    "entities": ("root",),
    "names": ("entity", "folded"),
    "changes": ("entity",),
    "settings": ("reviewer",),
}
"""The columns by which :meth:`Transaction.where` looks rows up."""

Row = dict[str, Any]


class Transaction(Protocol):
    """One consistent view of the database; writes become visible and durable together.

    Rows are values: what is read is never changed in place, and what is written is handed over.
    """

    def get(self, table: Table, keys: Iterable[str]) -> dict[str, Row]:
        """The rows of these keys that exist, by key."""

    def where(self, table: Table, column: str, values: Collection[str]) -> list[Row]:
        """The rows whose indexed ``column`` has one of ``values``."""

    def all(self, table: Table) -> Iterator[Row]:
        """Every row of a table."""

    def size(self, table: Table) -> int:
        """How many rows a table has."""

    def put(self, table: Table, rows: Iterable[Row]) -> None:
        """Insert these rows, or replace those of the same keys."""

    def delete(self, table: Table, keys: Collection[str]) -> None:
        """Remove the rows of these keys."""

    def settle(self) -> None:
        """Let go of what was read and written so far, to save memory in a long transaction."""

    def next_number(self, table: Literal["documents", "events", "changes"]) -> int:
        """A number above all that the table has."""

    def latest_events(self, reviewer: str | None, limit: int | None) -> Iterator[Row]:
        """Event rows of all or one reviewer, newest first."""

    def quote_ids(self, prefix: str) -> list[str]:
        """Up to two ids of quotes that begin with ``prefix``."""

    def search(self, where: Filter, order: Order, limit: int | None, offset: int) -> list[Row]:
        """The quote rows that match, sorted, one page."""

    def search_ids(self, where: Filter, order: Order) -> list[str]:
        """The ids of the quotes that match, sorted."""

    def tally(self, where: Filter) -> dict[str, int]:
        """How many quotes match, by status."""

    def quotes_by_entity(self, entities: Collection[str] | None) -> dict[str, int]:
        """How many quotes that are neither hidden nor gone each entity (or each of these) has."""

    def names_with_prefix(self, prefix: str) -> set[str]:
        """The ids of entities one of whose folded names has a word beginning with ``prefix``."""


class Engine(Protocol):
    """A place that gives transactions. ``kind`` and ``location`` are for people."""

    location: str

    @property
    def kind(self) -> Literal["tinydb", "sqlite", "postgresql"]:
        """What it is."""

    def reading(self) -> AbstractContextManager[Transaction]:
        """A transaction that only reads."""

    def writing(self) -> AbstractContextManager[Transaction]:
        """A transaction that may write: durable when the block ends, undone when it raises."""

    def changed(self) -> bool:
        """Whether another process has written since the last call."""

    def backup(self, target: str | None) -> str:
        """Write a copy and return its location."""

    def bytes(self) -> int | None:
        """The size of the database on disk, if it is a file."""

    def faults(self) -> list[str]:
        """What is wrong with the files themselves, beneath the rows."""

    def advice(self) -> str | None:
        """One sentence when the database has outgrown this engine."""

    def close(self) -> None:
        """Release everything. May be called more than once."""

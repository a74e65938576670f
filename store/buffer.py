"""A transaction that remembers what it has read and writes once, at its end.

Work on a thousand articles looks the same names up again and again; with this in front of a
database that costs one query, and the writes go out in bulk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from store.filters import Filter
from store.transaction import INDEXES, KEYS, Row, Table, Transaction
from store.values import Order


class Buffer:
    """A ``Transaction`` over another, ``base``; nothing reaches the base before :meth:`flush`.

    Right only while nobody else writes, which the engines see to.
    """

    def __init__(self, base: Transaction) -> None:
        self._base = base
        self._rows: dict[Table, dict[str, Row | None]] = defaultdict(dict)
        self._keys: dict[tuple[Table, str], dict[str, set[str]]] = defaultdict(dict)
        self._dirty: dict[Table, dict[str, None]] = defaultdict(dict)
        self._numbers: dict[str, int] = {}
        self.has_written = False

    def get(self, table: Table, keys: Iterable[str]) -> dict[str, Row]:
        wanted = list(dict.fromkeys(keys))
        known = self._rows[table]
        missing = [key for key in wanted if key not in known]
        if missing:
            found = self._base.get(table, missing)
            known.update((key, found.get(key)) for key in missing)
        rows = ((key, known[key]) for key in wanted)
        return {key: row for key, row in rows if row is not None}

    def where(self, table: Table, column: str, values: Collection[str]) -> list[Row]:
        wanted = list(dict.fromkeys(values))
        known = self._keys[table, column]
        missing = [value for value in wanted if value not in known]
        if missing:
            self._look_up(table, column, missing)
        keys = [key for value in wanted for key in known[value]]
        return list(self.get(table, keys).values())

    def _look_up(self, table: Table, column: str, values: list[str]) -> None:
        known = self._keys[table, column]
        known.update((value, set()) for value in values)
        for row in self._base.where(table, column, values):
            key = row[KEYS[table]]
            if key not in self._rows[table]:
                self._rows[table][key] = row
            if key not in self._dirty[table]:
                known[row[column]].add(key)
        for key in self._dirty[table]:
            changed = self._rows[table][key]
            if changed is not None and changed[column] in values:
                known[changed[column]].add(key)

    def put(self, table: Table, rows: Iterable[Row]) -> None:
        for row in rows:
            self._replace(table, row[KEYS[table]], row)

    def delete(self, table: Table, keys: Collection[str]) -> None:
        for key in list(keys):
            self._replace(table, key, None)

    def _replace(self, table: Table, key: str, row: Row | None) -> None:
        before = self._rows[table].get(key)
        for column in INDEXES[table]:
            known = self._keys[table, column]
            # An unread row stands under a value that is not known here; the dirty mark covers it.
            if before is not None and before[column] in known:
                known[before[column]].discard(key)
            if row is not None and row[column] in known:
                known[row[column]].add(key)
        self._rows[table][key] = row
        self._dirty[table][key] = None

    def next_number(self, table: Literal["documents", "events", "changes"]) -> int:
        if table not in self._numbers:
            self._numbers[table] = self._base.next_number(table) - 1
        self._numbers[table] += 1
        return self._numbers[table]

    def settle(self) -> None:
        self.flush()
        self._rows.clear()
        self._keys.clear()

    def flush(self) -> None:
        """Write what was put and deleted to the base."""
        self.has_written |= any(self._dirty.values())
        for table, keys in self._dirty.items():
            rows = [row for key in keys if (row := self._rows[table][key]) is not None]
            gone = [key for key in keys if self._rows[table][key] is None]
            if gone:
                self._base.delete(table, gone)
            if rows:
                self._base.put(table, rows)
        self._dirty.clear()

    # What is computed by the database sees what was written here.

    def all(self, table: Table) -> Iterator[Row]:
        self.flush()
        return self._base.all(table)

    def size(self, table: Table) -> int:
        self.flush()
        return self._base.size(table)

    def latest_events(self, reviewer: str | None, limit: int | None) -> Iterator[Row]:
        self.flush()
        return self._base.latest_events(reviewer, limit)

    def quote_ids(self, prefix: str) -> list[str]:
        self.flush()
        return self._base.quote_ids(prefix)

    def search(self, where: Filter, order: Order, limit: int | None, offset: int) -> list[Row]:
        self.flush()
        return self._base.search(where, order, limit, offset)

    def search_ids(self, where: Filter, order: Order) -> list[str]:
        self.flush()
        return self._base.search_ids(where, order)

    def tally(self, where: Filter) -> dict[str, int]:
        self.flush()
        return self._base.tally(where)

    def quotes_by_entity(self, entities: Collection[str] | None) -> dict[str, int]:
        self.flush()
        return self._base.quotes_by_entity(entities)

    def names_with_prefix(self, prefix: str) -> set[str]:
        self.flush()
        return self._base.names_with_prefix(prefix)

"""The TinyDB engine: rows in TinyDB tables over the safe storage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from tinydb import TinyDB
from tinydb.table import Table as TinyTable

from store.buffer import Buffer
from store.filters import Filter
from store.tiny.matching import ordered, predicate
from store.tiny.snapshots import write_snapshot
from store.tiny.storage import JournalStorage
from store.transaction import INDEXES, KEYS, Row, Table, Transaction
from store.values import Order

COMFORTABLE = 5_000
"""Quotes up to which a TinyDB file serves well."""


class KeyedTable(TinyTable):
    """A TinyDB table whose document ids are our own keys."""

    document_id_class = str  # type: ignore[assignment]
    # TinyDB's cache of query results does not see what other processes write.
    default_query_cache_capacity = 0

    def rows(self) -> dict[str, Row]:
        """All rows by key, not to be changed."""
        return self._read_table()  # type: ignore[return-value]

    def update_rows(self, put: dict[str, Row], removed: Collection[str]) -> None:
        """Put and remove rows in one step.

        TinyDB's own way copies the table twice, key by key, to turn ids into numbers and back.
        """
        tables = self._storage.read() or {}
        table = dict(tables.get(self.name, {}))
        table.update(put)
        for key in removed:
            table.pop(key, None)
        self._storage.write({**tables, self.name: table})
        self.clear_cache()


class QuotesDB(TinyDB):
    """TinyDB with keyed tables."""

    table_class = KeyedTable


class Indexes:
    """For the columns that are looked up by, the keys of each value. Built when first needed."""

    def __init__(self) -> None:
        self._indexes: dict[tuple[str, str], dict[Any, dict[str, None]]] = {}

    def keys(self, table: KeyedTable, column: str, value: str) -> Collection[str]:
        """The keys of the rows whose column has this value, in the order of insertion."""
        index = self._indexes.get((table.name, column))
        if index is None:
            index = self._indexes[table.name, column] = defaultdict(dict)
            for key, row in table.rows().items():
                index[row[column]][key] = None
        return index.get(value, ())

    def reloaded(self) -> None:
        """Forget everything."""
        self._indexes.clear()

    def changed(self, table: str, key: str, before: Row | None, after: Row | None) -> None:
        """Follow one change."""
        for (name, column), index in self._indexes.items():
            if name == table:
                if before is not None:
                    index[before[column]].pop(key, None)
                if after is not None:
                    index[after[column]][key] = None


class TinyTransaction:
    """A ``Transaction`` on the tables as they are; only one ``Buffer`` writes to it."""

    def __init__(self, database: QuotesDB, indexes: Indexes) -> None:
        self._database = database
        self._indexes = indexes

    def _table(self, table: Table) -> KeyedTable:
        found = self._database.table(table)
        assert isinstance(found, KeyedTable)
        return found

    def get(self, table: Table, keys: Iterable[str]) -> dict[str, Row]:
        rows = self._table(table).rows()
        return {key: rows[key] for key in keys if key in rows}

    def where(self, table: Table, column: str, values: Collection[str]) -> list[Row]:
        if column not in INDEXES[table]:
            raise KeyError(column)
        place = self._table(table)
        rows = place.rows()
        return [
            rows[key]
            for value in dict.fromkeys(values)
            for key in self._indexes.keys(place, column, value)
        ]

    def all(self, table: Table) -> Iterator[Row]:
        return iter(list(self._table(table).rows().values()))

    def size(self, table: Table) -> int:
        return len(self._table(table))

    def put(self, table: Table, rows: Iterable[Row]) -> None:
        self._table(table).update_rows({row[KEYS[table]]: row for row in rows}, ())

    def delete(self, table: Table, keys: Collection[str]) -> None:
        self._table(table).update_rows({}, keys)

    def settle(self) -> None:
        """Nothing is held here."""

    def next_number(self, table: Literal["documents", "events", "changes"]) -> int:
        rows = self._table(table).rows().values()
        return 1 + max((row["number"] for row in rows), default=0)

    def latest_events(self, reviewer: str | None, limit: int | None) -> Iterator[Row]:
        rows = self._table("events").rows().values()
        found = [row for row in rows if reviewer is None or row["reviewer"] == reviewer]
        found.sort(key=lambda row: row["number"], reverse=True)
        return iter(found[:limit])

    def quote_ids(self, prefix: str) -> list[str]:
        found = (key for key in self._table("quotes").rows() if key.startswith(prefix))
        return [key for key, _ in zip(found, range(2), strict=False)]

    def search(self, where: Filter, order: Order, limit: int | None, offset: int) -> list[Row]:
        end = None if limit is None else offset + limit
        return ordered(self._matching(where), order)[offset:end]

    def search_ids(self, where: Filter, order: Order) -> list[str]:
        return [row["id"] for row in ordered(self._matching(where), order)]

    def tally(self, where: Filter) -> dict[str, int]:
        return dict(Counter(row["status"] for row in self._matching(where)))

    def _matching(self, where: Filter) -> list[Row]:
        matches = predicate(where, self._entities_called)
        # TinyDB's search() copies every row that it finds.
        return [row for row in self._table("quotes").rows().values() if matches(row)]

    def _entities_called(self, part: str) -> frozenset[str]:
        names = self._table("names").rows().values()
        found = {name["entity"] for name in names if part in name["folded"]}
        entities = self._table("entities").rows()
        roots = {entities[key]["root"] for key in found if key in entities}
        return frozenset(key for key, row in entities.items() if row["root"] in roots)

    def quotes_by_entity(self, entities: Collection[str] | None) -> dict[str, int]:
        rows = (
            self.all("quotes")
            if entities is None
            else iter(self.where("quotes", "entity", entities))
        )
        return dict(
            Counter(
                row["entity"]
                for row in rows
                if row["entity"] and not row["hidden"] and not row["gone"]
            )
        )

    def names_with_prefix(self, prefix: str) -> set[str]:
        names = self._table("names").rows().values()
        return {name["entity"] for name in names if f" {prefix}" in f" {name['folded']}"}


class TinyEngine:
    """The database in one TinyDB file."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self._indexes = Indexes()
        self._database = QuotesDB(
            path, create=create, observer=self._indexes, storage=JournalStorage
        )
        self.location = str(path)

    @property
    def kind(self) -> Literal["tinydb"]:
        return "tinydb"

    @property
    def storage(self) -> JournalStorage:
        """The storage under TinyDB."""
        storage = self._database.storage
        assert isinstance(storage, JournalStorage)
        return storage

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """The tables as they are now; other processes may write meanwhile."""
        with self.storage.view():
            yield TinyTransaction(self._database, self._indexes)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A batch: one lock, one line in the journal."""
        with self.storage.batch():
            buffer = Buffer(TinyTransaction(self._database, self._indexes))
            yield buffer
            buffer.flush()

    def changed(self) -> bool:
        return self.storage.changed()

    def backup(self, target: str | None) -> str:
        return str(write_snapshot(self.storage, target))

    def bytes(self) -> int | None:
        return self.storage.size()

    def faults(self) -> list[str]:
        return []  # a file that is damaged does not open

    def advice(self) -> str | None:
        quotes = len(self._database.table("quotes"))
        if quotes <= COMFORTABLE:
            return None
        return (
            f"{self.location} has {quotes:,} quotes, more than a single file serves well; "
            f"'quotes db copy {self.location} sqlite:///quotes.sqlite' moves it to SQLite"
        )

    def close(self) -> None:
        self._database.close()

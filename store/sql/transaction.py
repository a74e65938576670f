"""Rows in SQL tables, through one connection in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import islice
from typing import Any, Literal

import orjson
from sqlalchemy import Connection, Executable, Select, func, or_, select

from store.filters import Filter
from store.sql.matching import condition, ordering
from store.sql.tables import TABLES, events, names, quotes
from store.transaction import INDEXES, KEYS, Row, Table
from store.values import Order

_CHUNK = 500


class SqlTransaction:
    """A ``Transaction`` over a connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, table: Table, keys: Iterable[str]) -> dict[str, Row]:
        name = KEYS[table]
        column = TABLES[table].c[name]
        found = self._chunked(
            list(keys), lambda some: select(TABLES[table]).where(column.in_(some))
        )
        return {row[name]: row for row in found}

    def where(self, table: Table, column: str, values: Collection[str]) -> list[Row]:
        if column not in INDEXES[table]:
            raise KeyError(column)
        place = TABLES[table]
        wanted = list(dict.fromkeys(values))
        return list(
            self._chunked(wanted, lambda some: select(place).where(place.c[column].in_(some)))
        )

    def _chunked(
        self, values: Sequence[str], statement: Callable[[Sequence[str]], Select[Any]]
    ) -> Iterator[Row]:
        for start in range(0, len(values), _CHUNK):
            yield from self._rows(statement(values[start : start + _CHUNK]))

    def _rows(self, statement: Select[Any]) -> Iterator[Row]:
        result = self._connection.execute(statement)
        columns = tuple(map(str, result.keys()))
        return (_decoded(columns, row) for row in result)

    def all(self, table: Table) -> Iterator[Row]:
        place = TABLES[table]
        order = place.c.number if "number" in place.c else place.c[KEYS[table]]
        return self._rows(select(place).order_by(order))

    def size(self, table: Table) -> int:
        count = self._connection.scalar(select(func.count()).select_from(TABLES[table]))
        return int(count or 0)

    def put(self, table: Table, rows: Iterable[Row]) -> None:
        upsert = _upsert(table, self._connection.dialect.name)
        found = iter(rows)
        while some := [_encoded(row) for row in islice(found, _CHUNK)]:
            self._connection.execute(upsert, some)

    def delete(self, table: Table, keys: Collection[str]) -> None:
        column = TABLES[table].c[KEYS[table]]
        wanted = list(keys)
        for start in range(0, len(wanted), _CHUNK):
            some = wanted[start : start + _CHUNK]
            self._connection.execute(TABLES[table].delete().where(column.in_(some)))

    def settle(self) -> None:
        """Nothing is held here."""

    def next_number(self, table: Literal["documents", "events", "changes"]) -> int:
        highest = self._connection.scalar(select(func.max(TABLES[table].c.number)))
        return 1 + int(highest or 0)

    def latest_events(self, reviewer: str | None, limit: int | None) -> Iterator[Row]:
        statement = select(events).order_by(events.c.number.desc())
        if reviewer is not None:
            statement = statement.where(events.c.reviewer == reviewer)
        below: int | None = None
        left = limit
        while left is None or left > 0:
            size = _CHUNK if left is None else min(left, _CHUNK)
            page = statement if below is None else statement.where(events.c.number < below)
            rows = list(self._rows(page.limit(size)))
            yield from rows
            if len(rows) < size:
                return
            below = rows[-1]["number"]
            left = None if left is None else left - size

    def quote_ids(self, prefix: str) -> list[str]:
        statement = select(quotes.c.id).where(quotes.c.id.startswith(prefix, autoescape=True))
        return list(self._connection.scalars(statement.limit(2)))

    def search(self, where: Filter, order: Order, limit: int | None, offset: int) -> list[Row]:
        statement = select(quotes).where(condition(where)).order_by(*ordering(order))
        return list(self._rows(statement.limit(limit).offset(offset)))

    def search_ids(self, where: Filter, order: Order) -> list[str]:
        statement = select(quotes.c.id).where(condition(where)).order_by(*ordering(order))
        return list(self._connection.scalars(statement))

    def tally(self, where: Filter) -> dict[str, int]:
        statement = select(quotes.c.status, func.count()).where(condition(where))
        found = self._connection.execute(statement.group_by(quotes.c.status))
        return _pairs(found)

    def quotes_by_entity(self, entities: Collection[str] | None) -> dict[str, int]:
        statement = (
            select(quotes.c.entity, func.count())
            .where(
                quotes.c.entity.is_not(None), quotes.c.hidden.is_(False), quotes.c.gone.is_(False)
            )
            .group_by(quotes.c.entity)
        )
        if entities is None or len(entities) > _CHUNK:
            return _pairs(self._connection.execute(statement))
        some = statement.where(quotes.c.entity.in_(list(entities)))
        return _pairs(self._connection.execute(some))

    def names_with_prefix(self, prefix: str) -> set[str]:
        statement = select(names.c.entity).where(
            or_(
                names.c.folded.startswith(prefix, autoescape=True),
                names.c.folded.contains(f" {prefix}", autoescape=True),
            )
        )
        return set(self._connection.scalars(statement))


@cache
def _upsert(table: Table, dialect: str) -> Executable:
    """Insert a row, or replace the one of its key."""
    place = TABLES[table]
    # Both dialects have it; importing the one that is not used takes longer than opening a file.
    statement: Any = import_module(f"sqlalchemy.dialects.{dialect}").insert(place)
    key = KEYS[table]
    others = {c.name: statement.excluded[c.name] for c in place.c if c.name != key}
    upsert: Executable = statement.on_conflict_do_update(index_elements=[key], set_=others)
    return upsert


def _pairs(result: Iterable[Any]) -> dict[str, int]:
    return {row[0]: row[1] for row in result}


def _encoded(row: Row) -> Row:
    return row | {"body": orjson.dumps(row["body"]).decode()} if "body" in row else row


def _decoded(columns: Sequence[str], values: Sequence[Any]) -> Row:
    row = dict(zip(columns, values, strict=True))
    if "body" in row:
        row["body"] = orjson.loads(row["body"])
    return row

"""Filters and orders over quote rows in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from store.filters import Filter, Range, Term
from store.transaction import Row
from store.values import Order

Predicate = Callable[[Mapping[Any, Any]], bool]
Entities = Callable[[str], frozenset[str]]
"""From a folded part of a name to the ids of all entities that have it or are merged with one."""

_FLAGS: Mapping[str, Predicate] = {
    "flagged": lambda row: bool(row["flagged"]),
    "look": lambda row: bool(row["look"]),
    "disputed": lambda row: bool(row["disputed"]),
    "adjudicated": lambda row: bool(row["adjudicated"]),
    "gone": lambda row: bool(row["gone"]),
    "missed": lambda row: bool(row["missed"]),
    "hidden": lambda row: bool(row["hidden"]),
    "nested": lambda row: row["parent"] is not None,
    "reviewed": lambda row: row["reviewed_at"] is not None,
    "shared": lambda row: row["reviewers"].count("|") > 2,
    "unattributed": lambda row: row["speaker"] is None,
}


def predicate(where: Filter, entities: Entities) -> Predicate:
    """Whether a quote row matches."""
    tests = [_term(term, entities) for term in where.terms]
    if not where.shows_hidden:
        tests.append(lambda row: not row["hidden"])
    return lambda row: all(test(row) for test in tests)


def _term(term: Term, entities: Entities) -> Predicate:
    tests = [_value(term, value, entities) for value in term.values]
    if term.negated:
        return lambda row: not any(test(row) for test in tests)
    return lambda row: any(test(row) for test in tests)


def _value(term: Term, value: str | Range, entities: Entities) -> Predicate:
    if isinstance(value, Range):
        column = "published" if term.field == "date" else "confidence"
        return _within(column, value)
    match term.field:
        case "text":
            return lambda row: value in row["folded"]
        case "speaker":
            known = entities(value)
            return lambda row: row["entity"] in known or value in (row["speaker"] or "")
        case "outlet":
            return lambda row: value in row["outlet"]
        case "document":
            return lambda row: value in row["document_name"] or row["document"].startswith(value)
        case "id":
            return lambda row: row["id"].startswith(value)
        case "reviewer":
            return lambda row: f"|{value}|" in row["reviewers"]
        case "is":
            return _FLAGS[value]
    column = term.field
    return lambda row: row[column] == value


def _within(column: str, wanted: Range) -> Predicate:
    low, high = wanted.low, wanted.high
    if isinstance(high, str):
        high += "~"  # after every longer date that begins with it

    def test(row: Mapping[str, Any]) -> bool:
        value = row[column]
        if value is None:
            return False
        return (low is None or value >= low) and (high is None or value <= high)

    return test


def ordered(rows: Iterable[Row], order: Order) -> list[Row]:
    """The rows in this order, ties by document, place and id."""
    found = sorted(rows, key=lambda row: (row["document_number"], row["position"], row["id"]))
    match order:
        case "uncertain":
            found.sort(key=lambda row: row["confidence"])
        case "confident":
            found.sort(key=lambda row: -row["confidence"])
        case "newest":
            found.sort(key=lambda row: row["published"] or "", reverse=True)
        case "oldest":
            found.sort(key=lambda row: (row["published"] is None, row["published"] or ""))
        case "speaker":
            found.sort(key=lambda row: (row["speaker"] is None, row["speaker"] or ""))
        case "outlet":
            found.sort(key=lambda row: (row["outlet"] == "", row["outlet"]))
        case "reviewed":
            found.sort(key=lambda row: row["reviewed_at"] or "", reverse=True)
    return found

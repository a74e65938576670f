"""Filters and orders as SQL; they mean the same as in ``store.tiny.matching``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, not_, or_, select, true

from store.filters import Filter, Range, Term
from store.sql.tables import entities, names, quotes
from store.values import Order

_FLAGS: dict[str, ColumnElement[bool]] = {
    "flagged": quotes.c.flagged,
    "look": quotes.c.look,
    "disputed": quotes.c.disputed,
    "adjudicated": quotes.c.adjudicated,
    "gone": quotes.c.gone,
    "missed": quotes.c.missed,
    "hidden": quotes.c.hidden,
    "nested": quotes.c.parent.is_not(None),
    "reviewed": quotes.c.reviewed_at.is_not(None),
    "shared": quotes.c.reviewers.like("|%|%|"),
    "unattributed": quotes.c.speaker.is_(None),
}


def condition(where: Filter) -> ColumnElement[bool]:
    """Whether a quote matches."""
    clauses = [_term(term) for term in where.terms]
    if not where.shows_hidden:
        clauses.append(quotes.c.hidden.is_(False))
    return and_(true(), *clauses)


def _term(term: Term) -> ColumnElement[bool]:
    found = or_(false(), *(_value(term, value) for value in term.values))
    return not_(found) if term.negated else found


def _value(term: Term, value: str | Range) -> ColumnElement[bool]:
    if isinstance(value, Range):
        return _within(quotes.c.published if term.field == "date" else quotes.c.confidence, value)
    match term.field:
        case "text":
            return quotes.c.folded.contains(value, autoescape=True)
        case "speaker":
            own = and_(
                quotes.c.speaker.is_not(None), quotes.c.speaker.contains(value, autoescape=True)
            )
            return or_(own, and_(quotes.c.entity.is_not(None), quotes.c.entity.in_(_called(value))))
        case "outlet":
            return quotes.c.outlet.contains(value, autoescape=True)
        case "document":
            return or_(
                quotes.c.document_name.contains(value, autoescape=True),
                quotes.c.document.startswith(value, autoescape=True),
            )
        case "id":
            return quotes.c.id.startswith(value, autoescape=True)
        case "reviewer":
            return quotes.c.reviewers.contains(f"|{value}|", autoescape=True)
        case "is":
            return _FLAGS[value]
    return quotes.c[term.field] == value


def _called(part: str) -> Select[Any]:
    """The entities one of whose names, or of the names of those they are one with, has ``part``."""
    found = select(names.c.entity).where(names.c.folded.contains(part, autoescape=True))
    roots = select(entities.c.root).where(entities.c.id.in_(found))
    return select(entities.c.id).where(entities.c.root.in_(roots))


def _within(column: ColumnElement[object], wanted: Range) -> ColumnElement[bool]:
    # A date's high end takes in every longer date that begins with it.
    high = wanted.high + "~" if isinstance(wanted.high, str) else wanted.high
    clauses: list[ColumnElement[bool]] = [column.is_not(None)]
    if wanted.low is not None:
        clauses.append(column >= wanted.low)
    if high is not None:
        clauses.append(column <= high)
    return and_(*clauses)


def ordering(order: Order) -> list[ColumnElement[Any]]:
    """What to sort by, ties by document, place and id."""
    c = quotes.c
    first: dict[Order, list[ColumnElement[Any]]] = {
        "document": [],
        "uncertain": [c.confidence],
        "confident": [c.confidence.desc()],
        "newest": [c.published.desc().nulls_last()],
        "oldest": [c.published.asc().nulls_last()],
        "speaker": [c.speaker.asc().nulls_last()],
        "outlet": [c.outlet == "", c.outlet],
        "reviewed": [c.reviewed_at.desc().nulls_last()],
    }
    return [*first[order], c.document_number, c.position, c.id]

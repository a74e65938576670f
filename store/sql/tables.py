"""The tables in SQL: columns for what is queried, and a JSON ``body`` for the rest of a row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Boolean, Column, Connection, Float, Index, Integer, MetaData, Table, Text

from store.transaction import Table as TableName

metadata = MetaData()

# Byte order, as Python and SQLite compare; a server's locale would sort Arabic otherwise.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str, *, key: bool = False, required: bool = False) -> Column[Any]:
    return Column(name, _TEXT, primary_key=key, nullable=not (key or required))


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False)


def _body() -> Column[Any]:
    return Column("body", Text, nullable=False)


documents = Table(
    "documents",
    metadata,
    _text("sha256", key=True),
    _number("number"),
    _text("name", required=True),
    _text("address"),
    _text("superseded_by"),
    _body(),
)
quotes = Table(
    "quotes",
    metadata,
    _text("id", key=True),
    _text("document", required=True),
    _number("document_number"),
    _number("position"),
    _number("revision"),
    _text("kind", required=True),
    _text("form", required=True),
    _text("stance", required=True),
    _text("status", required=True),
    Column("confidence", Float(53), nullable=False),
    _text("entity"),
    _text("speaker"),
    _text("parent"),
    _text("outlet", required=True),
    _text("document_name", required=True),
    _text("published"),
    _text("reviewers", required=True),
    _text("reviewed_at"),
    _text("folded", required=True),
    _flag("flagged"),
    _flag("look"),
    _flag("disputed"),
    _flag("adjudicated"),
    _flag("gone"),
    _flag("missed"),
    _flag("hidden"),
    _body(),
)
events = Table(
    "events",
    metadata,
    _text("id", key=True),
    _number("number"),
    _text("quote", required=True),
    _text("reviewer", required=True),
    _text("action", required=True),
    _text("grouping"),
    _body(),
)
entities = Table(
    "entities",
    metadata,
    _text("id", key=True),
    _text("root", required=True),
    _text("name", required=True),
    _text("kind", required=True),
    _body(),
)
names = Table(
    "names",
    metadata,
    _text("key", key=True),
    _text("entity", required=True),
    _text("folded", required=True),
    _flag("certain"),
    _flag("confirmed"),
)
changes = Table(
    "changes",
    metadata,
    _text("id", key=True),
    _number("number"),
    _text("entity", required=True),
    _text("reviewer", required=True),
    _text("at", required=True),
    _text("action", required=True),
    _text("detail", required=True),
)
settings = Table(
    "settings",
    metadata,
    _text("key", key=True),
    _text("reviewer", required=True),
    _text("name", required=True),
    _body(),
)
meta = Table("quotes_meta", metadata, _text("name", key=True), _text("value", required=True))

_LONG_TEXTS = (
    Index("documents_name", documents.c.name),
    Index("documents_address", documents.c.address),
)
Index("documents_superseded_by", documents.c.superseded_by)
Index("documents_number", documents.c.number)
Index("quotes_document", quotes.c.document)
Index("quotes_entity", quotes.c.entity)
Index("quotes_place", quotes.c.document_number, quotes.c.position, quotes.c.id)
# What the review app opens with: the quotes that wait, least certain first, read off the index.
Index(
    "quotes_status",
    quotes.c.hidden,
    quotes.c.status,
    quotes.c.confidence,
    quotes.c.document_number,
    quotes.c.position,
    quotes.c.id,
)
Index("quotes_confidence", quotes.c.confidence)
Index("quotes_published", quotes.c.published)
Index("quotes_reviewed_at", quotes.c.reviewed_at)
Index("quotes_stance", quotes.c.stance)
Index("quotes_parent", quotes.c.parent)
Index("events_quote", events.c.quote)
Index("events_grouping", events.c.grouping)
Index("events_number", events.c.number)
Index("events_reviewer", events.c.reviewer, events.c.number)
Index("entities_root", entities.c.root)
Index("names_entity", names.c.entity)
Index("names_folded", names.c.folded)
Index("changes_entity", changes.c.entity)
Index("settings_reviewer", settings.c.reviewer)

TABLES: Mapping[TableName, Table] = {
    "documents": documents,
    "quotes": quotes,
    "events": events,
    "entities": entities,
    "names": names,
    "changes": changes,
    "settings": settings,
}


def create_tables(connection: Connection) -> None:
    """Make the tables and indexes that are not there."""
    if connection.dialect.name == "postgresql":
        # Paths and addresses can be longer than what a B-tree takes. Said here, because saying it
        # imports the dialect, which SQLite's users need not wait for.
        for index in _LONG_TEXTS:
            index.kwargs["postgresql_using"] = "hash"
    metadata.create_all(connection)

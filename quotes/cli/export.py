"""``quotes export``: what is in the database, in any format, all of it or what a filter picks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.database import DEFAULT_DATABASE, EMPTY, Database, Where
from quotes.cli.display import complain
from quotes.cli.output import Output, format_name, write_to
from quotes.writing import FORMATS, Article

if TYPE_CHECKING:
    from store.contract import Store
    from store.values import StoredQuote

DEFAULT_FORMAT = "jsonl"
_DOCUMENTS_AT_ONCE = 200


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(export)


def export(
    where: Where = None,
    database: Database = DEFAULT_DATABASE,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"{', '.join(FORMATS)}. Default: by the ending of --output, else jsonl.",
        ),
    ] = None,
    output: Output = None,
) -> None:
    """Write quotes of the database in a format that others read."""
    name = format_name(format, output, DEFAULT_FORMAT)

    from store import open_store

    terms = " ".join(where or ())
    nothing = f"no quote matches {terms}" if terms else EMPTY
    with open_store(database, create=False) as store:
        said = write_to(output, name, articles(store, terms), nothing)
    if said:
        complain(said)


def articles(store: Store, where: str) -> Iterator[Article]:
    """The articles that have quotes which match ``where``, with these quotes."""
    grouped = groupby(store.iterate(where, "document"), key=lambda each: each.document.sha256)
    # The groups of groupby share one iterator: each is taken before the next begins.
    sized = ((sha256, list(quotes)) for sha256, quotes in grouped)
    while batch := list(islice(sized, _DOCUMENTS_AT_ONCE)):
        documents = {
            each.document.sha256: each.document
            for each in store.documents([sha256 for sha256, _ in batch])
        }
        for sha256, quotes in batch:
            yield Article(
                documents[sha256],
                [each.quote for each in quotes],
                {each.id: name for each in quotes if (name := reviewer(each))},
            )


def reviewer(stored: StoredQuote) -> str | None:
    """Who settled the quote: the adjudicator, or else the last to judge it."""
    if stored.adjudicated_by:
        return stored.adjudicated_by
    latest = max(stored.judgements, key=lambda judgement: judgement.at, default=None)
    return latest.reviewer if latest else None

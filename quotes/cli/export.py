"""``quotes export``: what is in the database, in any format, all of it or what a filter picks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from quotes.cli.database import DEFAULT_DATABASE, Database, Where
from quotes.cli.display import complain
from quotes.errors import UsageError
from quotes.writing import FORMATS, Article, find_format, write, write_folder

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
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER",
            help="Write there; a name without ending is a folder that gets one file "
            "for each article (brat, html, tei; label-studio with its interface).",
        ),
    ] = None,
) -> None:
    """Write the quotes of the database in a format that others read."""
    name = _format_name(format, output)
    into_folder = output is not None and (
        output.is_dir() or (find_format(name).folders and not output.suffix)
    )
    if output is None and find_format(name).binary and sys.stdout.isatty():
        raise UsageError(f"{name} is not for a terminal; write it to a file with --output")

    from store import open_store

    with ExitStack() as stack:
        store = stack.enter_context(open_store(database, create=False))
        found = articles(store, " ".join(where or ()))
        if into_folder and output is not None:
            paths = _to_folder(name, found, output)
            complain(f"{len(paths)} files written to {output}")
            return
        write(name, found, stack.enter_context(opened(output)))


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


def opened(output: Path | None) -> AbstractContextManager[BinaryIO]:
    """The file to write to, or standard output."""
    if output is None:
        sys.stdout.flush()
        return nullcontext(sys.stdout.buffer)
    try:
        return output.open("wb")
    except OSError as error:
        raise UsageError(f"cannot write to {output}: {error.strerror}") from None


def _to_folder(name: str, found: Iterator[Article], folder: Path) -> list[Path]:
    try:
        return write_folder(name, found, folder)
    except OSError as error:
        raise UsageError(f"cannot write to {error.filename or folder}: {error.strerror}") from None


def _format_name(asked: str | None, output: Path | None) -> str:
    """The format that was asked for, or the one whose files end like ``output``."""
    if asked is not None:
        return find_format(asked).name
    if output is None or not output.suffix:
        return DEFAULT_FORMAT
    named = [form.name for form in FORMATS.values() if form.suffix == output.suffix]
    if len(named) == 1:
        return named[0]
    reason = "several formats end" if named else "no format ends"
    raise UsageError(f"{reason} in {output.suffix}; choose one with --format")

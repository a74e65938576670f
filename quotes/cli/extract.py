"""``quotes extract``: read, extract, print; keeps nothing."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from quotes.cli import engine, reading
from quotes.cli.display import complain
from quotes.errors import UsageError

TABLE = "table"


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(extract)


def extract(
    paths: reading.Paths,
    format: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="NAME", help="table, jsonl, csv or any other export format."
        ),
    ] = TABLE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there instead of printing."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why: the evidence, and who else it might be.")
    ] = False,
    workers: reading.Workers = None,
    morphology: engine.Morphology = None,
    from_format: reading.From = None,
    encoding: reading.Encoding = None,
    columns: reading.Columns = None,
    maximum_size: reading.MaximumSize = 5,
    allow_private: reading.AllowPrivate = False,
) -> None:
    """Find quotes in articles and print them. Nothing is kept."""
    options = reading.read_options(from_format, encoding, columns, maximum_size, allow_private)
    _check_output(format, output, explain)
    make_extractor = engine.extractor_maker(morphology)

    from quotes.cli.outcome import Outcome
    from quotes.cli.parallel import extract_all
    from quotes.cli.progress import Interruption, watched
    from quotes.reading import Corpus
    from quotes.writing import write

    corpus = Corpus(paths, options)
    outcome = Outcome()
    with ExitStack() as stack:
        interruption = stack.enter_context(Interruption())
        results = extract_all(corpus.items(), make_extractor, workers)
        printing = output is None and sys.stdout.isatty()
        results = stack.enter_context(watched(results, corpus, enabled=not printing))
        articles = outcome.articles(interruption.until_interrupted(results))
        if format == TABLE:
            from quotes.cli.table import print_table

            print_table(articles, explain=explain)
        else:
            write(format, articles, stack.enter_context(_opened(output)))
    if interruption.happened:
        complain("interrupted; what was found until then is complete")
    outcome.exit(interrupted=interruption.happened)


def _check_output(format: str, output: Path | None, explain: bool) -> None:
    """Refuse before any work is done what would only fail after it."""
    if format == TABLE:
        if output is not None:
            raise UsageError("a table is for a terminal; with --output choose a --format")
        return
    from quotes.writing import find_format

    if explain:
        raise UsageError("--explain belongs to the table; jsonl holds evidence and candidates")
    if find_format(format).binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{format} is not for a terminal; write it to a file with --output")


def _opened(output: Path | None) -> AbstractContextManager[BinaryIO]:
    if output is None:
        sys.stdout.flush()
        return nullcontext(sys.stdout.buffer)
    try:
        return output.open("wb")
    except OSError as error:
        raise UsageError(f"cannot write to {output}: {error.strerror}") from None

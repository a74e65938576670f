"""``quotes extract``: read, extract, print; keeps nothing."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from quotes.cli import engine, reading
from quotes.cli.display import complain
from quotes.cli.output import Output, format_name, write_to
from quotes.errors import UsageError
from quotes.writing import FORMATS

TABLE = "table"


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(extract)


def extract(
    paths: reading.Paths,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help=f"{TABLE}, {', '.join(FORMATS)}. "
            f"Default: by the ending of --output, else {TABLE}.",
        ),
    ] = None,
    output: Output = None,
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
    name = _format_name(format, output, explain)
    make_extractor = engine.extractor_maker(morphology)

    from quotes.cli.outcome import Outcome
    from quotes.cli.parallel import extract_all
    from quotes.cli.progress import Interruption, watched
    from quotes.reading import Corpus

    corpus = Corpus(paths, options)
    outcome = Outcome()
    said = None
    with ExitStack() as stack:
        interruption = stack.enter_context(Interruption())
        results = extract_all(corpus.items(), make_extractor, workers)
        printing = output is None and sys.stdout.isatty()
        results = stack.enter_context(watched(results, corpus, enabled=not printing))
        articles = outcome.articles(interruption.until_interrupted(results))
        if name == TABLE:
            from quotes.cli.table import print_table

            print_table(articles, explain=explain)
        else:
            said = write_to(output, name, articles, "no quote was found")
    if interruption.happened:
        complain("interrupted; what was found until then is complete")
    elif said:
        complain(said)
    outcome.exit(interrupted=interruption.happened)


def _format_name(asked: str | None, output: Path | None, explain: bool) -> str:
    """The format to print in. Refuses before any work is done what would only fail after it."""
    if asked == TABLE and output is not None:
        raise UsageError("a table is for a terminal; with --output choose another --format")
    name = TABLE if asked == TABLE else format_name(asked, output, TABLE)
    if explain and name != TABLE:
        raise UsageError("--explain belongs to the table; jsonl holds evidence and candidates")
    return name

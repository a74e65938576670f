"""``quotes review``: the terminal app."""

from __future__ import annotations

import gc
from typing import Annotated

import typer

from quotes.cli.database import DEFAULT_DATABASE, Database, reviewer_name


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(review)


def review(
    database: Database = DEFAULT_DATABASE,
    reviewer: Annotated[
        str | None,
        typer.Option(
            envvar="QUOTES_REVIEWER",
            metavar="NAME",
            help="Whose decisions these are. Without it, the name you are logged in with.",
        ),
    ] = None,
    where: Annotated[
        str | None,
        typer.Option(
            "--filter",
            metavar="FILTER",
            help="Begin with this filter, for example 'speaker:بلينكن'.",
        ),
    ] = None,
    second: Annotated[
        bool,
        typer.Option(
            "--second",
            help="Read a second time, blind: what others decided, with their decisions hidden.",
        ),
    ] = False,
    bidi: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="How Arabic is painted: app, terminal, words, letters or off."
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--lang", metavar="NAME", help="The app's own language: ar or en.")
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Serve the app to a browser on this machine.")
    ] = False,
    port: Annotated[
        int, typer.Option(metavar="N", help="The port for --serve.", min=1, max=65535)
    ] = 8000,
) -> None:
    """Settle attributions one by one, at the keyboard.

    Every decision is in the database before the next key. ? shows all keys.
    """
    # Textual's classes stay; looking through them for garbage is a tenth of the opening.
    gc.disable()
    from tui import start

    gc.freeze()
    gc.enable()

    name = reviewer_name(reviewer)
    if not serve:
        start.review(database, name, bidi=bidi, language=language, blind=second, where=where)
        return
    from store import open_store

    # What is wrong with the database is said here, not in the browser.
    open_store(database, create=False).close()
    options = {"--db": database, "--reviewer": name, "--bidi": bidi}
    options |= {"--lang": language, "--filter": where}
    arguments = [f"{name}={value}" for name, value in options.items() if value is not None]
    start.serve([*arguments, *(["--second"] if second else [])], port)

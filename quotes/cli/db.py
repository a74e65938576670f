"""``quotes db``: look after the database itself."""

from __future__ import annotations

from typing import Annotated

import typer

from quotes.cli.database import DEFAULT_DATABASE, Database
from quotes.cli.display import printable
from quotes.errors import DatabaseError, UsageError

db = typer.Typer(
    help="Look after the database: check, back up, restore, copy.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.add_typer(db, name="db")


@db.command()
def info(as_json: Json = False, database: Database = DEFAULT_DATABASE) -> None:
    """Say what the database is and how much is in it."""
    from dataclasses import asdict

    from store import open_store

    with open_store(database, create=False) as store:
        facts = store.info()
    if as_json:
        import orjson

        typer.echo(orjson.dumps(asdict(facts)))
        return
    typer.echo(f"{facts.location}: {facts.engine}, schema {facts.schema_version}")
    if facts.bytes is not None:
        typer.echo(f"  {facts.bytes / 1e6:>10,.1f} MB")
    typer.echo(f"  {facts.documents:>10,} documents")
    typer.echo(f"  {facts.quotes:>10,} quotes")
    for status, count in sorted(facts.statuses.items()):
        typer.echo(f"  {count:>10,}   {status}")
    typer.echo(f"  {facts.entities:>10,} speakers in the list (unnamed sources not counted)")
    typer.echo(f"  {facts.events:>10,} review events")
    if facts.reviewers:
        typer.echo(f"  reviewers  {printable(', '.join(facts.reviewers))}")
    if facts.advice:
        typer.echo(facts.advice)


@db.command()
def check(
    repair: Annotated[
        bool, typer.Option("--repair", help="Mend what can be mended, after a backup.")
    ] = False,
    as_json: Json = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Look whether all that is in the database fits together.

    Found are broken references, and states that are not what their events make them.
    """
    from dataclasses import asdict

    from store import open_store

    with open_store(database, create=False) as store:
        mended = store.repair() if repair else []
        found = store.check()
    if as_json:
        import orjson

        report = {"found": [asdict(p) for p in found], "mended": [asdict(p) for p in mended]}
        typer.echo(orjson.dumps(report))
    else:
        for problem in mended:
            typer.echo(printable(f"mended: {problem.where}: {problem.what}"))
        for problem in found:
            typer.echo(printable(f"{problem.where}: {problem.what}"))
        typer.echo(_conclusion(len(found), any(problem.repairable for problem in found)))
    if found:
        raise typer.Exit(DatabaseError.exit_code)


def _conclusion(found: int, repairable: bool) -> str:
    if not found:
        return "the database is sound"
    hint = "; 'quotes db check --repair' mends some of it" if repairable else ""
    return f"{found} problem{'' if found == 1 else 's'}{hint}"


@db.command()
def backup(
    target: Annotated[
        str | None, typer.Argument(metavar="FILE", help="Where to. Default: beside the database.")
    ] = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Write a copy of the database as it is now.

    A server's goes into a SQLite file.
    """
    from store import open_store

    with open_store(database, create=False) as store:
        typer.echo(store.backup(target))


@db.command()
def restore(
    backup: Annotated[
        str | None,
        typer.Argument(metavar="BACKUP", help="Default: the newest beside the database."),
    ] = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Put a backup in the place of the database.

    What is there is kept aside.
    """
    from store.copying import restore

    done = restore(database, backup)
    typer.echo(f"restored from {done.backup}")
    for path in done.aside:
        typer.echo(f"what was there is now {path}")
    if done.journal_entries:
        typer.echo(
            f"{done.journal_entries} entries of the journal, newer than the backup, were kept; "
            "'quotes db check' says whether all fits together"
        )


@db.command()
def migrate(database: Database = DEFAULT_DATABASE) -> None:
    """Bring a database of an older version up to date.

    A copy of it as it was is kept.
    """
    from store import open_store

    with open_store(database, create=False) as store:
        facts = store.info()
    typer.echo(f"{facts.location} is up to date (schema {facts.schema_version})")


@db.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="A path or URL.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="A path or URL; empty or new.")],
) -> None:
    """Copy a database to a place of any kind, and compare the two."""
    if source == target:
        raise UsageError("the two are the same database")

    from store import open_store
    from store.copying import copy

    with open_store(source, create=False) as one, open_store(target) as other:
        digest = copy(one, other)
        facts = other.info()
    typer.echo(
        f"{facts.documents:,} documents, {facts.quotes:,} quotes and {facts.events:,} review "
        f"events are now in {facts.location}"
    )
    typer.echo(f"both have the content {digest[:16]}")

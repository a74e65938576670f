"""``quotes speakers``: the registry of who speaks, across all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.database import (
    DEFAULT_DATABASE,
    AsJson,
    AsOneObject,
    Database,
    Reviewer,
    reviewer_name,
)
from quotes.cli.display import complain, printable
from quotes.errors import UsageError

if TYPE_CHECKING:
    from store import Entity

Speaker = Annotated[str, typer.Argument(metavar="SPEAKER", help="An id, or a name.")]

speakers = typer.Typer(
    help="See and mend the list of speakers across documents.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.add_typer(speakers, name="speakers")


@speakers.command("list")
def list_speakers(
    prefix: Annotated[
        str, typer.Argument(metavar="PREFIX", help="How a name, or a word of it, begins.")
    ] = "",
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", metavar="N", min=0, help="How many.")
    ] = None,
    offset: Annotated[
        int, typer.Option("--offset", metavar="N", min=0, help="Pass over so many first.")
    ] = 0,
    as_json: AsJson = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """List speakers, the most quoted first."""
    from store import open_store

    with open_store(database, create=False) as store:
        found = store.speakers(prefix, limit, offset)
    for entity in found:
        if as_json:
            _print_json(_record(entity))
        else:
            typer.echo(f"{entity.id}  {entity.quotes:>6}  {entity.kind:<12}  {_line(entity)}")
    if not found:
        complain("no speaker's name begins so" if prefix else "there are no speakers")


@speakers.command()
def show(
    speaker: Speaker, as_json: AsOneObject = False, database: Database = DEFAULT_DATABASE
) -> None:
    """Show a speaker with names, offices, and who changed what."""
    from dataclasses import asdict

    from store import open_store

    with open_store(database, create=False) as store:
        entity = store.speaker(speaker)
        history = store.speaker_history(entity.id)
    if as_json:
        _print_json(_record(entity) | {"history": [asdict(event) for event in history]})
        return
    typer.echo(f"{entity.id}  {entity.kind}, {entity.quotes} quotes")
    typer.echo(f"  name   {printable(entity.name)}")
    for role in entity.roles:
        first, last = role.first or "undated", role.last or "undated"
        dates = first if first == last else f"{first} to {last}"
        typer.echo(f"  as     {dates}: {printable(role.role)}")
    for alias in entity.aliases:
        source = f"confirmed ({alias.evidence})" if alias.confirmed_by else "seen"
        typer.echo(f"  alias  {printable(source)}: {printable(alias.text)}")
    for event in history:
        moment = event.at[:16].replace("T", " ")
        typer.echo(printable(f"{moment} UTC  {event.reviewer}: {event.action} {event.detail}"))


@speakers.command()
def proposals(
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=0, help="How many.")] = 50,
    as_json: AsJson = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """List speakers whose names look like spellings of one name.

    'quotes speakers merge' makes them one, 'quotes speakers distinct' keeps them apart for good.
    """
    from store import open_store

    with open_store(database, create=False) as store:
        found = store.propose_merges(limit)
    for proposal in found:
        first, second = proposal.first, proposal.second
        if as_json:
            names = {"first": _record(first), "second": _record(second)}
            _print_json(names | {"score": proposal.score, "reason": proposal.reason})
            continue
        typer.echo(f"{first.id} {second.id}  {proposal.score:.0%}  {proposal.reason}")
        typer.echo(f"    {first.quotes:>5}  {_line(first)}")
        typer.echo(f"    {second.quotes:>5}  {_line(second)}")
    if not found:
        complain("no two names look like spellings of one")


@speakers.command()
def merge(
    into: Annotated[str, typer.Argument(metavar="INTO", help="The one to keep: id or name.")],
    others: Annotated[
        list[str], typer.Argument(metavar="OTHER…", help="Those that become part of it.")
    ],
    reviewer: Reviewer = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Make several speakers one. 'quotes speakers split OTHER' takes it back."""
    from store import open_store

    with open_store(database, create=False) as store:
        for other in others:
            entity = store.merge_speakers(into, other, reviewer=reviewer_name(reviewer))
    _print_done(entity)


@speakers.command()
def split(
    speaker: Annotated[
        str, typer.Argument(metavar="SPEAKER", help="An id (of one that was merged), or a name.")
    ],
    quotes: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUOTE…", help="The quotes of another person of that name."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="The other's name. Default: the same name."),
    ] = None,
    reviewer: Reviewer = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Give quotes to another speaker, or take a merge apart.

    A merge is taken apart where no quotes are named.
    """
    from store import open_store

    with open_store(database, create=False) as store:
        who = reviewer_name(reviewer)
        if quotes:
            ids = [store.get(quote).id for quote in quotes]
            wanted = name or store.speaker(speaker).name
            entity = store.split_speaker(speaker, ids, wanted, reviewer=who)
        elif name:
            raise UsageError("say which quotes belong to the other speaker")
        else:
            entity = store.unmerge_speaker(speaker, reviewer=who)
    _print_done(entity)


@speakers.command()
def rename(
    speaker: Speaker,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name from now on.")],
    reviewer: Reviewer = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Change a speaker's name; the old one stays as an alias."""
    from store import open_store

    with open_store(database, create=False) as store:
        _print_done(store.rename_speaker(speaker, name, reviewer=reviewer_name(reviewer)))


@speakers.command()
def alias(
    speaker: Speaker,
    names: Annotated[list[str], typer.Argument(metavar="ALIAS…", help="Other names.")],
    remove: Annotated[bool, typer.Option("--remove", help="Take them away instead.")] = False,
    reviewer: Reviewer = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Confirm other names of a speaker.

    What is added later follows them.
    """
    from store import open_store

    with open_store(database, create=False) as store:
        who = reviewer_name(reviewer)
        for name in names:
            entity = store.alias_speaker(speaker, name, reviewer=who, remove=remove)
    _print_done(entity)


@speakers.command()
def distinct(
    first: Annotated[str, typer.Argument(metavar="FIRST", help="An id, or a name.")],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="An id, or a name.")],
    reviewer: Reviewer = None,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Record that two speakers with like names are different."""
    from store import open_store

    with open_store(database, create=False) as store:
        store.decline_merge(first, second, reviewer=reviewer_name(reviewer))
    typer.echo("recorded as different")


def _line(entity: Entity) -> str:
    others = "، ".join(alias.text for alias in entity.aliases)
    return printable(f"{entity.name}  also: {others}" if others else entity.name)


def _print_done(entity: Entity) -> None:
    typer.echo(f"{entity.id}  {entity.quotes} quotes  {_line(entity)}")


def _record(entity: Entity) -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(entity)


def _print_json(value: Any) -> None:
    import orjson

    typer.echo(orjson.dumps(value))

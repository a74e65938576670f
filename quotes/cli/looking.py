"""``quotes list``, ``search``, ``show`` and ``agreement``: look into the database."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any, cast, get_args

import typer

from quotes.cli.database import DEFAULT_DATABASE, EMPTY, AsJson, AsOneObject, Database, Where
from quotes.cli.display import complain, printable
from quotes.errors import UsageError

_ORDERS = "document, uncertain, confident, newest, oldest, speaker, outlet or reviewed"
_PAGE = 50

OrderName = Annotated[str, typer.Option("--order", metavar="NAME", help=f"Sort by: {_ORDERS}.")]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", "-n", metavar="N", min=0, help=f"How many. Default: {_PAGE}; all with --json."
    ),
]
Offset = Annotated[
    int, typer.Option("--offset", metavar="N", min=0, help="Pass over so many first.")
]


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command("list")(list_quotes)
    app.command()(search)
    app.command()(show)
    app.command()(agreement)


def list_quotes(
    where: Where = None,
    order: OrderName = "document",
    limit: Limit = None,
    offset: Offset = 0,
    as_json: AsJson = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """List quotes, all or those that a filter picks.

    A filter is made of words to look for and of terms such as speaker:NAME, outlet:NAME,
    status:pending,fixed, kind:direct, stance:deny, date:2024-01..2024-06, confidence:0.5..0.8,
    reviewer:NAME, is:disputed, is:flagged, is:look; a minus in front turns a term round.
    All fields: docs/database.md, Filters.
    """
    _print_page(" ".join(where or ()), order, limit, offset, as_json, database)


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS…", help="Words, and terms of a filter, to look for."),
    ],
    order: OrderName = "newest",
    limit: Limit = None,
    offset: Offset = 0,
    as_json: AsJson = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Search the words of quotes and the names of speakers.

    Diacritics and the spelling of hamza make no difference.
    """
    _print_page(" ".join(words), order, limit, offset, as_json, database)


def _print_page(
    where: str, order: str, limit: int | None, offset: int, as_json: bool, database: str
) -> None:
    from quotes.cli.stored_display import console, print_quote, record
    from store import Filter, Order, open_store

    if order not in get_args(Order):
        raise UsageError(f"there is no order {order!r}; sort by {_ORDERS}")
    chosen, by = Filter.parse(where), cast("Order", order)
    with open_store(database, create=False) as store:
        if as_json:
            end = None if limit is None else offset + limit
            for quote in islice(store.iterate(chosen, by), offset, end):
                _print_json(record(quote))
            return
        page = store.find(chosen, by, _PAGE if limit is None else limit, offset)
        total = store.count(chosen)
    out = console()
    for quote in page:
        print_quote(quote, out, chosen.words())
    _print_place(offset, len(page), total, "no quote matches" if where else EMPTY)


def _print_place(offset: int, shown: int, total: int, nothing: str) -> None:
    """Say which part of the whole was printed, unless it was all."""
    last = offset + shown
    if not total:
        complain(nothing)
    elif shown < total:
        more = f"; --offset {last} shows more" if last < total else ""
        complain(f"{f'quotes {offset + 1} to {last}' if shown else 'none'} of {total}{more}")


def show(
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID…", help="Quotes by their ids; the first four characters will do."
        ),
    ],
    as_json: AsJson = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Show quotes in their articles, with all that was decided."""
    from quotes.cli.stored_display import console, print_context, print_history, print_quote, record
    from store import open_store

    with open_store(database, create=False) as store:
        out = console()
        for quote_id in ids:
            quote = store.get(quote_id)
            history = store.history(quote.id)
            if as_json:
                _print_json(record(quote) | {"history": [_event(event) for event in history]})
                continue
            print_quote(quote, out)
            print_context(quote, store.document(quote.document.sha256).document.text, out)
            for reason in quote.quote.evidence:
                out.print(f"because  {printable(reason)}", style="dim")
            print_history(history, out)


def _event(event: Any) -> dict[str, Any]:
    from store.rows import encode_event

    row = encode_event(event)
    body: dict[str, Any] = row.pop("body")
    return row | body


def agreement(
    where: Where = None, as_json: AsOneObject = False, database: Database = DEFAULT_DATABASE
) -> None:
    """Say how far reviewers agree who judged the same quotes.

    'quotes list is:disputed' lists what they disagree on.
    """
    from dataclasses import asdict

    from store import open_store

    with open_store(database, create=False) as store:
        found = store.agreement(" ".join(where or ()))
        matching = store.count(" ".join(where or ()))
        disputed = store.count(" ".join([*(where or ()), "is:disputed"]))
    if as_json:
        _print_json(asdict(found) | {"disputed": disputed})
        return
    if not matching:
        complain("no quote matches" if where else EMPTY)
        return
    typer.echo(f"{found.items} quotes judged by two reviewers or more, {disputed} disputed")
    if not found.items:
        return
    typer.echo(f"  agreeing pairs of judgements  {_number(found.percent, '.1f')} %")
    typer.echo(f"  Krippendorff's alpha          {_number(found.alpha, '.3f')}")
    for pair in found.pairs:
        typer.echo(
            f"  {printable(pair.first)} and {printable(pair.second)}: {pair.items} quotes, "
            f"{pair.percent:.1f} % same verdict, {pair.same_reading:.1f} % same reading, "
            f"Cohen's kappa {_number(pair.kappa, '.3f')}"
        )


def _number(value: float | None, form: str) -> str:
    return "not defined" if value is None else format(value, form)


def _print_json(value: Any) -> None:
    import orjson

    typer.echo(orjson.dumps(value))

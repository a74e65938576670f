"""``quotes verify`` and ``quotes match``: who is quoted so, and who is quoted otherwise."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotes.cli.database import DEFAULT_DATABASE, EMPTY, AsJson, AsOneObject, Database, Where
from quotes.cli.display import complain
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.checking.statement import Statement
    from store.contract import Store


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(verify)
    app.command()(match)


def verify(
    sentence: Annotated[
        str, typer.Argument(metavar="TEXT", help="The sentence; - reads standard input.")
    ],
    speaker: Annotated[
        str | None,
        typer.Option("--speaker", "-s", metavar="NAME", help="Who is said to have said it."),
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many quotes to show.")] = 10,
    database: Database = DEFAULT_DATABASE,
    as_json: AsOneObject = False,
) -> None:
    """Look who is quoted with this sentence, and in which words.

    The sentence may be pasted as it is: in another spelling, without diacritics, cut at both
    ends, in another order.
    """
    text = sys.stdin.read() if sentence == "-" else sentence
    if not any(character.isalnum() for character in text):
        raise UsageError("there is no word in what is to be verified")

    from quotes.checking import report
    from quotes.checking import verify as look_for
    from quotes.cli.checking_display import print_answer
    from quotes.cli.search_index import open_index, statements
    from store import open_store

    with open_store(database, create=False) as store, open_index(store, database) as index:
        answer = look_for(
            text,
            index,
            lambda ids: statements(store, ids),
            speaker,
            _called(store, speaker),
        )
    if as_json:
        _print_json(report.answer(answer, limit))
    else:
        print_answer(answer, limit)


def match(
    where: Where = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many statements to show.")
    ] = 50,
    warned: Annotated[
        bool,
        typer.Option("--warnings", help="Only statements whose wordings differ where it matters."),
    ] = False,
    database: Database = DEFAULT_DATABASE,
    as_json: AsJson = False,
) -> None:
    """Find the same statement in several articles, and compare."""
    from quotes.checking import match as find_clusters
    from quotes.checking import report
    from quotes.cli.checking_display import comparing, print_clusters
    from quotes.cli.search_index import statement
    from store import open_store

    # What a reviewer rejected was not said so; asked for by its status, it is compared as well.
    terms = where or []
    if not any("status:" in term or "حالة:" in term for term in terms):
        terms = [*terms, "-status:rejected"]
    with open_store(database, create=False) as store:
        every = [statement(stored) for stored in store.iterate(" ".join(terms))]
    if not every:
        complain("no quote matches" if where else EMPTY)
        return
    with comparing() as progress:
        clusters = find_clusters(every, progress)
    if warned:
        clusters = [cluster for cluster in clusters if cluster.warnings]
    if as_json:
        for cluster in clusters:
            _print_json(report.cluster(cluster))
    else:
        print_clusters(clusters, limit)


def _called(store: Store, asked: str | None) -> Callable[[str, Statement], bool]:
    """Whether a statement is by the one asked for: by the registry where it knows the name."""
    from quotes.checking.statement import is_called
    from store import NotFoundError

    if asked is None:
        return is_called
    try:
        entity = store.speaker(asked).id
    except NotFoundError:  # nobody, or several, are called so
        return is_called
    return lambda name, statement: statement.entity == entity or is_called(name, statement)


def _print_json(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")

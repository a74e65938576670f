"""The options that every command that uses the database has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.display import complain
from quotes.errors import UsageError

if TYPE_CHECKING:
    from store.contract import Store

DEFAULT_DATABASE = "quotes.json"
EMPTY = "the database has no quotes; 'quotes add' fills it"

Database = Annotated[
    str,
    typer.Option(
        "--db",
        envvar="QUOTES_DB",
        metavar="PATH|URL",
        help="The database: a file (TinyDB) or a SQLAlchemy URL (sqlite:///…, postgresql://…).",
    ),
]
Where = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILTER…",
        help="Only quotes that match, for example: speaker:بلينكن status:accepted date:2024",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one record a line.")]
AsOneObject = Annotated[bool, typer.Option("--json", help="Print JSON, one object.")]
Reviewer = Annotated[
    str | None,
    typer.Option(
        "--reviewer",
        envvar="QUOTES_REVIEWER",
        metavar="NAME",
        help="Who does this. Without it, the name you are logged in with.",
    ),
]

_HINT = "size-hint"
_EVERYBODY = "*"


def reviewer_name(given: str | None) -> str:
    """The name to record a change under. Raises ``UsageError`` when there is none."""
    if given:
        return given
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("say who does this: --reviewer NAME") from None


def hint_at_size(store: Store) -> None:
    """Say once, on standard error, that a database has outgrown its file."""
    advice = store.info().advice
    if advice and not store.setting(_EVERYBODY, _HINT):
        store.set_setting(_EVERYBODY, _HINT, True)
        complain(advice)

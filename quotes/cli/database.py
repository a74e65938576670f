"""The option that every command that uses the database has in common."""

from __future__ import annotations

from typing import Annotated

import typer

DEFAULT_DATABASE = "quotes.json"

Database = Annotated[
    str,
    typer.Option(
        "--db",
        envvar="QUOTES_DB",
        metavar="PATH|URL",
        help="The database: a file (TinyDB) or a SQLAlchemy URL (sqlite:///…, postgresql://…).",
    ),
]

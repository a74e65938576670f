"""The options that every command that reads articles has in common."""

from __future__ import annotations

from typing import Annotated, Any, cast

import typer

from quotes.errors import UsageError
from quotes.reading.options import INPUT_FORMATS, MEGABYTE, InputFormat, ReadOptions

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="Files, folders, globs or http(s) addresses; - reads standard input.",
        show_default=False,
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help=f"Take every input for this format: {', '.join(INPUT_FORMATS)}.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Take every input for this encoding, damage and all."),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="In JSONL and CSV, where a field stands: text=body, published=date … (repeatable).",
    ),
]
MaximumSize = Annotated[
    float,
    typer.Option("--max-size", metavar="MB", min=0.001, help="Largest article to read."),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Read addresses inside your own network, too."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        "-j",
        metavar="N",
        min=1,
        help="Processes to extract with. Default: one for few articles, all cores for many.",
        show_default=False,
    ),
]


def read_options(
    format: str | None,
    encoding: str | None,
    columns: list[str] | None,
    maximum_size: float,
    allow_private: bool,
) -> ReadOptions:
    """The options as the reading package takes them. Raises :class:`UsageError`."""
    pairs: dict[str, Any] = {}
    for column in columns or ():
        field, separator, name = column.partition("=")
        if not (field and separator and name):
            raise UsageError(f"--column takes FIELD=NAME, for example text=body; not {column!r}")
        pairs[field] = name
    return ReadOptions(
        format=cast("InputFormat | None", format),
        encoding=encoding,
        columns=pairs,
        maximum_bytes=int(maximum_size * MEGABYTE),
        allow_private=allow_private,
    )

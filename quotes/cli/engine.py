"""The option that every command that extracts has in common, and the extractor it asks for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from quotes.extraction import Extractor

Morphology = Annotated[
    str | None,
    typer.Option(
        "--morphology",
        metavar="NAME",
        help="Analyse words with this database, installed with camel_data, not the built-in one.",
        show_default=False,
    ),
]


def extractor_maker(morphology: str | None) -> Callable[[], Extractor]:
    """What makes the extractor in each process.

    Raises :class:`quotes.errors.UsageError` when the database ``morphology`` is not installed.
    """
    from quotes.extraction import Extractor

    if morphology is not None:
        from quotes.arabic.morphology.camel import require_database

        require_database(morphology)
    return partial(Extractor, morphology, show_building if sys.stderr.isatty() else None)


def show_building(what: str, fraction: float) -> None:
    """One line on standard error that says how far a cache is built, the first time."""
    end = "\n" if fraction >= 1 else ""
    print(f"\rbuilding the {what} ({fraction:.0%})", end=end, file=sys.stderr, flush=True)

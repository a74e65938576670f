"""Where quotes are written to, in which format, and one line that says how many they were."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from quotes.cli.display import counted
from quotes.errors import UsageError
from quotes.writing import FORMATS, Article, find_format, write, write_folder

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|FOLDER",
        help="Write there; a name without ending is a folder that gets one file "
        "for each article (brat, html, tei; label-studio with its interface).",
    ),
]


def format_name(asked: str | None, output: Path | None, default: str) -> str:
    """The format that was asked for, or the one whose files end like ``output``.

    Raises :class:`UsageError` where neither tells, and where a terminal cannot show it.
    """
    if asked is None:
        return default if output is None else _format_by_ending(output)
    form = find_format(asked)
    if form.binary and output is None and sys.stdout.isatty():
        raise UsageError(f"{form.name} is not for a terminal; write it to a file with --output")
    return form.name


def _format_by_ending(output: Path) -> str:
    if output.is_dir():
        raise UsageError(f"{output} is a folder; choose a --format")
    if not output.suffix:
        raise UsageError(f"{output} has no ending; choose a --format")
    named = [form.name for form in FORMATS.values() if form.suffix == output.suffix]
    if len(named) == 1:
        return named[0]
    reason = "several formats end" if named else "no format ends"
    raise UsageError(f"{reason} in {output.suffix}; choose one with --format")


def write_to(
    output: Path | None, name: str, articles: Iterable[Article], nothing: str
) -> str | None:
    """Write ``articles`` to ``output``, or to standard output; what a person is to know of it.

    That is how much was written to ``output``, or ``nothing``, should there be no quote.
    """
    tally = _Tally(articles)
    written = ""
    folders = find_format(name).folders
    if output is not None and (output.is_dir() or (folders and not output.suffix)):
        paths = _to_folder(name, tally, output)
        written = f" ({counted(len(paths), 'file')})"
    else:
        with _opened(output) as stream:
            write(name, tally, stream)
    if not tally.quotes:
        return nothing if output is None else f"{nothing}; {output} holds none"
    if output is None:
        return None
    quotes, of = counted(tally.quotes, "quote"), counted(tally.articles, "article")
    return f"{quotes} of {of} written to {output}{written}"


class _Tally:
    """Articles, counted with their quotes while they are passed on."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._passed = articles
        self.articles = 0
        self.quotes = 0

    def __iter__(self) -> Iterator[Article]:
        for article in self._passed:
            self.articles += 1
            self.quotes += len(article.quotes)
            yield article


def _opened(output: Path | None) -> AbstractContextManager[BinaryIO]:
    if output is None:
        sys.stdout.flush()
        return nullcontext(sys.stdout.buffer)
    try:
        return output.open("wb")
    except OSError as error:
        raise UsageError(f"cannot write to {output}: {error.strerror}") from None


def _to_folder(name: str, articles: Iterable[Article], folder: Path) -> list[Path]:
    try:
        return write_folder(name, articles, folder)
    except OSError as error:
        raise UsageError(f"cannot write to {error.filename or folder}: {error.strerror}") from None

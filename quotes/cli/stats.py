"""``quotes stats``: who is quoted, how often, by whom, and in which words."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.database import DEFAULT_DATABASE, AsOneObject, Database, Where
from quotes.cli.display import complain, printable
from quotes.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from quotes.checking.statistics import Statistics

_WIDEST_BAR = 32
_EIGHTHS = " ▏▎▍▌▋▊▉"


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(stats)


def stats(
    where: Where = None,
    top: Annotated[
        int, typer.Option("--top", "-n", metavar="N", min=1, help="Rows in each list.")
    ] = 10,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a report for a browser there."),
    ] = None,
    as_json: AsOneObject = False,
    database: Database = DEFAULT_DATABASE,
) -> None:
    """Count who is quoted how often, by whom, when and how.

    That is by which outlet, with which verbs, directly or not, and how far it is reviewed.
    """
    from quotes.checking.statistics import statistics
    from quotes.cli.search_index import statement
    from store import open_store

    with open_store(database, create=False) as store:
        found = store.iterate(" ".join(where or ()))
        counted = statistics(statement(stored) for stored in found)
    if html is not None:
        from quotes.writing.statistics_page import page

        try:
            html.write_bytes(page(counted, max(top, 20)))
        except OSError as error:
            raise UsageError(f"cannot write to {html}: {error.strerror}") from None
        complain(f"report written to {html}")
    elif as_json:
        from quotes.checking import report

        sys.stdout.write(json.dumps(report.statistics(counted), ensure_ascii=False) + "\n")
    else:
        _print(counted, top)


def _print(counted: Statistics, top: int) -> None:
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print(f"{counted.quotes:,} quotes in {counted.documents:,} articles", style="bold")
    if not counted.quotes:
        return
    unattributed = counted.unattributed / counted.quotes
    unnamed = counted.unnamed / counted.quotes
    console.print(
        f"{counted.unattributed:,} ({unattributed:.0%}) without any speaker; "
        f"{counted.unnamed:,} ({unnamed:.0%}) by unnamed sources"
    )
    speakers = [(each.name, each.quotes) for each in counted.speakers[:top]]
    among = ", unnamed sources among them" if counted.unnamed else ""
    _plot(f"speakers ({len(counted.speakers):,}{among})", speakers, console)
    if set(counted.outlets) != {"—"}:
        _plot(f"outlets ({len(counted.outlets):,})", counted.outlets.most_common(top), console)
    _plot(f"verbs ({len(counted.verbs):,})", counted.verbs.most_common(top), console)
    _plot("stance of the verb", counted.stances.most_common(top), console)
    _plot("direct or indirect", counted.kinds.most_common(), console)
    _plot("review", counted.statuses.most_common(), console)
    if len(counted.periods) > 1:
        _plot("over time", counted.periods.items(), console)
    if counted.undated and counted.periods:
        console.print(f"{counted.undated:,} undated", style="dim")


def _plot(title: str, rows: Iterable[tuple[str, int]], console: Console) -> None:
    """A bar a row; the label stands last, where a right-to-left one disturbs nothing."""
    rows = list(rows)
    most = max((count for _, count in rows), default=0)
    console.print(f"\n{title}", style="bold")
    for label, count in rows:
        bar = _bar(count / most if most else 0.0)
        console.print(f"{count:>8,} ", end="")
        console.print(f"{bar:<{_WIDEST_BAR}}", style="cyan", end="")
        console.print(f" {printable(label)}")


def _bar(share: float) -> str:
    """A bar of this share of the width, to an eighth of a cell; never nothing for something."""
    eighths = max(round(share * _WIDEST_BAR * 8), 1 if share else 0)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()

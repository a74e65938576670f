"""What verify and match found, for a person to read on a terminal.

Each text stands on lines of its own, in logical order, so that terminals that reorder Arabic do
no harm. Colours only repeat what signs say: words that only the sentence has stand in [-…-],
words that only the quote has in {+…+}, as in a word diff.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from quotes.checking import Answer, Change, Cluster, Difference, Finding, Statement, Variant
from quotes.cli.display import printable
from quotes.cli.table import speaker_line

if TYPE_CHECKING:
    from quotes.checking import Warning

_INDENT = "     "
_LONG_CUT = 8
_MARKS = {
    "missing": ("[-", "-]", "red"),
    "added": ("{+", "+}", "green"),
    "moved": ("(~", "~)", "yellow"),
}
_ASPECTS = {
    "number": "another number",
    "date": "another date",
    "negation": "negation differs",
    "certainty": "another degree of certainty",
    "extent": "another extent",
    "name": "another name",
    "speaker": "another speaker",
    "denial": "the speaker denies it",
}


def print_answer(answer: Answer, limit: int) -> None:
    """The verdict in one line, then the quotes it rests on."""
    console = _console()
    console.print(_verdict(answer), style="bold")
    shown = answer.findings or answer.nearest
    if not shown:
        return
    if not answer.findings:
        console.print("The nearest that anybody is quoted with:")
    for number, finding in enumerate(shown[:limit], 1):
        console.print()
        _print_finding(number, finding, console)
    if len(shown) > limit:
        console.print(f"\n… and {len(shown) - limit} more; --limit shows them", style="dim")


def print_clusters(clusters: Sequence[Cluster], limit: int) -> None:
    """Each statement with its wordings, one below the other."""
    console = _console()
    if not clusters:
        console.print("no statement stands in more than one article")
        return
    for number, cluster in enumerate(clusters[:limit], 1):
        first = cluster.variants[0]
        articles = "article" if cluster.documents == 1 else "articles"
        wordings = f"{len(cluster.variants)} wording{'s' if len(cluster.variants) > 1 else ''}"
        heading = f"{number:>4} {cluster.documents} {articles}, {wordings}"
        console.print(heading, style="bold")
        _line(printable(speaker_line(first.statements[0].speaker)), console, "cyan")
        _print_variant(first, console)
        for variant in cluster.variants[1:]:
            _print_variant(variant, console)
        for variant in cluster.others:
            speaker = printable(speaker_line(variant.statements[0].speaker))
            _line("but in the mouth of", console, "bold red")
            _line(speaker, console, "cyan")
            _print_variant(variant, console)
        console.print()
    if len(clusters) > limit:
        console.print(f"… and {len(clusters) - limit} more; --limit shows them", style="dim")


@contextmanager
def comparing() -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error while statements are compared, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("comparing", total=None)

        def update(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield update


def _console() -> Console:
    terminal = sys.stdout.isatty()
    return Console(
        file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=not terminal
    )


def _line(text: Text | str, console: Console, style: str = "") -> None:
    """A text on lines of its own, wrapped in logical order behind the indent."""
    value = text if isinstance(text, Text) else Text(text, style)
    if console.soft_wrap or console.width <= 2 * len(_INDENT):
        console.print(Text(_INDENT) + value)
    else:
        console.print(Padding(value, (0, 0, 0, len(_INDENT))))


def _verdict(answer: Answer) -> str:
    found = {
        "word for word": "found word for word",
        "nearly": "found, nearly in these words",
        "in part": "found only in part: somebody is quoted with most of its words",
        "not found": "not found: nobody is quoted so",
    }[answer.level]
    asked = printable(answer.asked_speaker or "")
    speaker = {
        "as asked": f"; said by {asked}",
        "another": f"; not by {asked}: another is quoted so",
        "unnamed": f"; the article does not say whether by {asked}" if answer.findings else "",
        "not asked": "",
    }[answer.speaker]
    return found + (speaker if answer.findings else "")


def _print_finding(number: int, finding: Finding, console: Console) -> None:
    statement = finding.statement
    by = {
        "as asked": "",
        "not asked": "",
        "another": ", another speaker",
        "unnamed": ", no speaker",
    }
    console.print(f"{number:>4} {finding.level} ({finding.score:.0%}){by[finding.speaker]}")
    _line(printable(speaker_line(statement.speaker)), console, "bold cyan")
    _line(printable(statement.quote.text), console)
    if finding.level != "not found":
        _print_difference(finding.difference, console)
    _print_source(statement, console)


def _print_variant(variant: Variant, console: Console) -> None:
    _line(printable(variant.text), console)
    _print_difference(variant.difference, console)
    for statement in variant.statements:
        _print_source(statement, console)


def _print_difference(difference: Difference, console: Console) -> None:
    if any(change.operation != "same" for change in difference.changes):
        _line(Text.assemble(("differs: ", "dim"), _marked(difference.changes)), console)
    for warning in difference.warnings:
        _line(f"! {_told(warning)}", console, "bold red")


def _marked(changes: Sequence[Change]) -> Text:
    """The words of both sides as a word diff."""
    parts = Text()
    for place, change in enumerate(changes):
        if parts:
            parts.append(" ")
        at_an_end = place in (0, len(changes) - 1)
        if change.operation == "missing" and at_an_end and len(change.first.split()) > _LONG_CUT:
            parts.append(f"[-… {len(change.first.split())} words -]", "red")
        elif change.operation == "same":
            parts.append(printable(change.second))
        elif change.operation == "changed":
            parts.append(f"[-{printable(change.first)}-]", "red")
            parts.append(f"{{+{printable(change.second)}+}}", "green")
        else:
            opening, closing, style = _MARKS[change.operation]
            parts.append(opening + printable(change.first or change.second) + closing, style)
    return parts


def _told(warning: Warning) -> str:
    sides = [" ".join(map(printable, side)) for side in (warning.only_first, warning.only_second)]
    told = _ASPECTS[warning.aspect]
    if all(sides):
        return f"{told}: {sides[0]} / {sides[1]}"
    return f"{told}: {sides[0] or sides[1]}"


def _print_source(statement: Statement, console: Console) -> None:
    source = statement.source
    where = [part for part in (source.outlet, source.published) if part]
    place = source.address or source.name
    status = "" if statement.quote.status == "pending" else f" [{statement.quote.status}]"
    known = f"{', '.join(where)}: " if where else ""
    _line(f"{printable(known + place)}  {statement.quote.id[:8]}{status}", console, "dim")

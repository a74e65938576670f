"""Quotes for a person to read on a terminal.

One quote takes a few lines, and Arabic stands alone at the end of each: terminals that reorder
text do so line by line, and would swap the columns of a side-by-side table. Text stays in
logical order.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from quotes.cli.display import printable
from quotes.model import Quote, Speaker
from quotes.writing import Article

_INDENT = "     "
_LABEL_WIDTH = 9
_STYLES = {"speaker": "bold cyan", "cue": "magenta", "quote": ""}


def print_table(articles: Iterable[Article], *, explain: bool = False) -> None:
    """Print every article's quotes to standard output as they come.

    With ``explain`` each is followed by the reasons for it and the readings not taken.
    """
    console = _Console(
        highlight=False, markup=False, emoji=False, soft_wrap=not sys.stdout.isatty()
    )
    for article in articles:
        _print_article(article, console, explain)


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the command, which knows that this is no failure."""
        raise BrokenPipeError


def _print_article(article: Article, console: Console, explain: bool) -> None:
    document = article.document
    count = len(article.quotes)
    console.print(
        f"{printable(document.name)}: {count or 'no'} quote{'' if count == 1 else 's'}",
        style="bold",
    )
    if document.title:
        console.print(f"  {printable(document.title)}")
    console.print()
    for number, quote in enumerate(article.quotes, 1):
        console.print(f"{number:>4} {_summary(quote)}", style="dim")
        for label, text in _fields(quote):
            _print_field(label, text, console)
        if explain:
            for label, text in _explanation(quote):
                _print_field(label, text, console)
        console.print()


def _summary(quote: Quote) -> str:
    form = ", noun phrase" if quote.form == "nominal" else ""
    return f"{quote.kind}{form}, {quote.confidence:.0%} sure"


def _fields(quote: Quote) -> Iterator[tuple[str, str]]:
    yield "speaker", speaker_line(quote.speaker)
    yield "cue", quote.cue.text
    yield "quote", quote.text


def speaker_line(speaker: Speaker | None) -> str:
    """The speaker's name and role as a person writes them; a dash where nobody is named."""
    if speaker is None:
        return "—"
    if speaker.role and speaker.role not in speaker.name:
        return f"{speaker.name}، {speaker.role}"
    return speaker.name


def _explanation(quote: Quote) -> Iterator[tuple[str, str]]:
    yield "because", "; ".join(quote.evidence) or "no reason given"
    for candidate in quote.candidates[1:]:
        reasons = "; ".join(candidate.evidence) or "no reason given"
        yield "or else", f"{candidate.speaker.name} ({candidate.score:.0%}: {reasons})"


def _print_field(label: str, text: str, console: Console) -> None:
    """A label and its text, wrapped in logical order under the text's own left edge."""
    value = Text(printable(text), style=_STYLES.get(label, "dim"))
    margin = len(_INDENT) + _LABEL_WIDTH
    room = console.width - margin
    lines = [value] if console.soft_wrap or room < 20 else list(value.wrap(console, room))
    for number, line in enumerate(lines):
        heading = f"{_INDENT}{label:<{_LABEL_WIDTH}}" if number == 0 else " " * margin
        console.print(Text.assemble((heading, "dim"), line))

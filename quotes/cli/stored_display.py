"""Quotes of the database, for a person to read on a terminal and for a program as JSON.

As in ``quotes.cli.table``, Arabic stands alone at the end of a line and in logical order, so that
terminals that reorder text do no harm.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from quotes.cli.display import printable
from quotes.cli.table import speaker_line
from quotes.model import Document, extent_of
from quotes.record import to_record

if TYPE_CHECKING:
    from store.values import ReviewEvent, State, StoredQuote

_INDENT = "     "
_LABEL_WIDTH = 9
_STYLES = {"speaker": "bold cyan", "cue": "magenta", "quote": "", "look": "yellow"}
_CONTEXT = 200
"""Characters of the article before and after a quote."""


def console() -> Console:
    """Standard output; wrapped only on a terminal."""
    terminal = sys.stdout.isatty()
    return Console(
        file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=not terminal
    )


def record(stored: StoredQuote) -> dict[str, Any]:
    """The record of a quote, and what the database knows beyond it."""
    document = stored.document
    return to_record(stored.quote, Document("", "")) | {
        "document": document.name,
        "document_sha256": document.sha256,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "revision": stored.revision,
        "reviewed_at": stored.reviewed_at,
        "judgements": [
            {"reviewer": j.reviewer, "verdict": j.verdict, "at": j.at, "note": j.note}
            for j in stored.judgements
        ],
        "adjudicated_by": stored.adjudicated_by,
        "disputed": stored.disputed,
        "needs_look": stored.needs_look,
        "flagged_by": list(stored.flagged_by),
        "gone": stored.gone,
        "previous_ids": list(stored.previous_ids),
    }


def print_quote(stored: StoredQuote, out: Console, words: Sequence[str] = ()) -> None:
    """One quote in a few lines; ``words`` (folded) are marked in it."""
    out.print(f"{stored.id} {_summary(stored)}", style="dim")
    for label, text in _fields(stored):
        print_field(label, text, out, words)
    out.print()


def _summary(stored: StoredQuote) -> str:
    quote = stored.quote
    parts = [quote.kind, f"{quote.confidence:.0%} sure", stored.status]
    if stored.adjudicated_by:
        parts.append(f"adjudicated by {stored.adjudicated_by}")
    elif stored.judgements:
        parts.append("by " + ", ".join(j.reviewer for j in stored.judgements))
    parts += ["DISPUTED"] if stored.disputed else []
    parts += ["flagged"] if stored.flagged_by else []
    parts += ["not found any more"] if stored.gone else []
    parts += ["added by hand"] if stored.extracted is None else []
    return printable(", ".join(parts))


def _fields(stored: StoredQuote) -> Iterator[tuple[str, str]]:
    document = stored.document
    place = [document.name, document.outlet, document.published]
    yield "in", " · ".join(part for part in place if part)
    yield "speaker", speaker_line(stored.quote.speaker)
    yield "cue", stored.quote.cue.text
    yield "quote", stored.quote.text
    if stored.needs_look:
        yield "look", f"look again: {stored.needs_look}"


def print_field(label: str, text: str, out: Console, words: Sequence[str] = ()) -> None:
    """A label and its text, wrapped in logical order under the text's own left edge."""
    value = Text(printable(text), style=_STYLES.get(label, "dim"))
    for start, end in _marked(value.plain, words):
        value.stylize("reverse", start, end)
    margin = len(_INDENT) + _LABEL_WIDTH
    room = out.width - margin
    lines = [value] if out.soft_wrap or room < 20 else list(value.wrap(out, room))
    for number, line in enumerate(lines):
        heading = f"{_INDENT}{label:<{_LABEL_WIDTH}}" if number == 0 else " " * margin
        out.print(Text.assemble((heading, "dim"), line))


def _marked(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the folded words stand in the text as it is spelt."""
    from quotes.arabic.folding import fold_with_offsets

    folded = fold_with_offsets(text)
    for word in filter(None, words):
        start = folded.text.find(word)
        while start >= 0:
            yield folded.original(start, start + len(word))
            start = folded.text.find(word, start + len(word))


def print_context(stored: StoredQuote, text: str, out: Console) -> None:
    """The quote in its article, its parts in their colours."""
    quote = stored.quote
    first, last = extent_of(quote)
    start, end = max(first - _CONTEXT, 0), min(last + _CONTEXT, len(text))
    value = Text(printable(text[start:end]), style="dim")
    styles = [(span, "bold") for span in quote.content]
    styles.append((quote.cue, "bold magenta"))
    styles += [(quote.mention, "bold cyan")] if quote.mention else []
    for span, style in styles:
        value.stylize(style, span.start - start, span.end - start)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    out.print(Text.assemble(before, value, after))
    out.print()


def print_history(events: Sequence[ReviewEvent], out: Console) -> None:
    """Who did what when, with what it changed."""
    for event in events:
        moment = event.at[:16].replace("T", " ")
        out.print(f"{moment} UTC  {printable(event.reviewer)}: {event.action}")
        for label, text in _changes(event.before, event.after):
            print_field(label, text, out)
        if event.note:
            print_field("note", event.note, out)


def _changes(before: State | None, after: State | None) -> Iterator[tuple[str, str]]:
    if after is None:
        return
    if before is None or before.status != after.status:
        yield "status", f"{before.status if before else '—'} → {after.status}"
    if before is None or before.reading == after.reading:
        return
    old, new = before.reading, after.reading
    pairs = (
        ("kind", old.kind, new.kind),
        ("form", old.form, new.form),
        ("speaker", speaker_line(old.speaker), speaker_line(new.speaker)),
        ("cue", old.cue.text, new.cue.text),
        ("mention", old.mention and old.mention.text, new.mention and new.mention.text),
        ("quote", _joined(old.content), _joined(new.content)),
    )
    for label, left, right in pairs:
        if left != right:
            yield label, f"was: {left or '—'}"
            yield "", f"now: {right or '—'}"


def _joined(content: Iterable[Any]) -> str:
    return " … ".join(span.text for span in content)

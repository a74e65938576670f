"""Marks over a text that may stand inside and across each other, cut into stretches that do not.

A stretch is a piece of text over which the same marks lie. Formats whose elements must nest
(HTML, TEI) write one stretch after the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from quotes.model import Quote, Span

Role = Literal["content", "cue", "mention"]
_ORDER: dict[Role, int] = {"content": 0, "mention": 1, "cue": 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of the quote at ``index`` in its article; ``piece`` counts the quote's contents."""

    start: int
    end: int
    role: Role
    index: int
    piece: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """``[start, end)`` of the text and the marks over it, the outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(quotes: Sequence[Quote]) -> list[Mark]:
    """Every content, speaker and cue of ``quotes`` as a mark; spans without length are left out."""

    def mark(span: Span, role: Role, index: int, piece: int = 0) -> Iterator[Mark]:
        if span.start < span.end:
            yield Mark(span.start, span.end, role, index, piece)

    marks: list[Mark] = []
    for index, quote in enumerate(quotes):
        for piece, span in enumerate(quote.content):
            marks += mark(span, "content", index, piece)
        marks += mark(quote.cue, "cue", index)
        if quote.mention:
            marks += mark(quote.mention, "mention", index)
    return sorted(marks, key=lambda m: (m.start, -m.end, _ORDER[m.role], m.index))


def stretches(marks: Sequence[Mark], start: int, end: int) -> Iterator[Stretch]:
    """The text from ``start`` to ``end`` in stretches; ``marks`` are those that touch it."""
    edges = {start, end}
    for mark in marks:
        edges |= {max(mark.start, start), min(mark.end, end)}
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        over = tuple(mark for mark in marks if mark.start <= left and mark.end >= right)
        yield Stretch(left, right, over)


@dataclass(frozen=True, slots=True)
class Step:
    """Close these marks, open those, then write ``[start, end)`` of the text."""

    close: tuple[Mark, ...]
    open: tuple[Mark, ...]
    start: int
    end: int


def steps(marks: Sequence[Mark], start: int, end: int) -> Iterator[Step]:
    """The text from ``start`` to ``end`` with its marks as properly nested elements.

    A mark that crosses another one is closed and opened again. The last step has no text.
    """
    still_open: tuple[Mark, ...] = ()
    for stretch in stretches(marks, start, end):
        kept = 0
        for mark, opened in zip(stretch.marks, still_open, strict=False):
            if mark != opened:
                break
            kept += 1
        yield Step(
            tuple(reversed(still_open[kept:])), stretch.marks[kept:], stretch.start, stretch.end
        )
        still_open = stretch.marks
    yield Step(tuple(reversed(still_open)), (), end, end)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank, without its line break, and the marks that touch it."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def lines(text: str, quotes: Sequence[Quote]) -> Iterator[Line]:
    """The lines of ``text``, each with its marks as :func:`marks_of` sorts them."""
    waiting = deque(marks_of(quotes))
    touching: list[Mark] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        touching = [mark for mark in touching if mark.end > start]
        while waiting and waiting[0].start < end:
            touching.append(waiting.popleft())
        if end > start:
            yield Line(start, end, tuple(mark for mark in touching if mark.end > start))
        start += len(line)

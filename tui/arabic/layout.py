"""Paragraphs to wrapped lines of cells in the order in which they are painted.

A text is cut into paragraphs and these, in logical order, into lines that fit (word wrap): that
is all that a layout does at once. The levels and joined letters of a paragraph, and the cells of
a line, are found when the line is asked for. Offsets are code points of the whole text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

import regex

from tui.arabic import bidi, shaping
from tui.arabic.lines import Cluster, Line
from tui.arabic.modes import PaintMode

Direction = Literal["auto", "rtl", "ltr"]

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_PARAGRAPH = regex.compile(rf"[^{_LINE_ENDS}]*(?:\r\n|[{_LINE_ENDS}])|[^{_LINE_ENDS}]+")
_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_LEFT_TO_RIGHT = regex.compile(r"\p{Bidi_Class=L}")
# A line may end after these: every blank that Unicode does not call non-breaking.
_BLANKS = frozenset(
    [*_LINE_ENDS, "\r\n", "\t", " ", "\u1680", "\u205f", "\u3000", "\u200b"]
    + [chr(c) for c in range(0x2000, 0x200B) if c != 0x2007]
)
_ELLIPSIS = "…"
_CLOSES_ISOLATE = "\u2069"
# Terminals that reorder take a line as left to right, or by its first letter. A left-to-right
# mark, then an embedding from right to left: in this form Konsole, VTE and mlterm order a line
# alike (mlterm does not know isolates), if a blank stands before it for the controls to go with.
_EMBEDDING = ("\u200e\u202b", "\u202c")
_KEPT_LINES = 1000  # some screens' worth; a line is laid out again in a third of a millisecond


@dataclass(slots=True)
class _Paragraph:
    """A paragraph's offsets in the text and, once a line of it is asked for, its levels."""

    start: int
    end: int
    rtl: bool
    classes: Sequence[str] = ()
    levels: Sequence[int] = ()
    letters: Sequence[str] = ()


class Layout:
    """A text wrapped to ``width`` cells and painted as ``mode`` says.

    ``direction`` is that of its paragraphs. ``auto`` takes a paragraph with any right-to-left
    letter as right to left (one that begins with a Latin name does not flip), one with
    left-to-right letters alone as left to right, and one without letters as the whole text.
    """

    def __init__(
        self,
        text: str,
        width: int,
        mode: PaintMode = PaintMode.APP,
        direction: Direction = "auto",
    ) -> None:
        self.text = text
        self.width = max(1, width)
        self.mode = mode
        self._starts: list[int] = []  # the first offset of every screen line
        self._owners: list[_Paragraph] = []  # and its paragraph
        self._lines: dict[int, Line] = {}
        if mode is PaintMode.OFF:
            direction = "ltr"
        whole = direction == "rtl" or (direction == "auto" and _has_rtl(text))
        for match in _PARAGRAPH.finditer(text or "\n"):
            rtl = whole if direction != "auto" else _is_rtl(match[0], whole)
            paragraph = _Paragraph(match.start(), min(match.end(), len(text)), rtl)
            for start in _line_starts(match[0], paragraph.start, self.width - self._margin(rtl)):
                self._starts.append(start)
                self._owners.append(paragraph)

    @property
    def height(self) -> int:
        """The number of screen lines; at least one."""
        return len(self._starts)

    def line(self, y: int) -> Line:
        """The screen line ``y``, counted from 0. Raises IndexError beyond the height."""
        if y not in self._lines:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            self._lines[y] = self._lay_out(y)
        return self._lines[y]

    def line_of(self, offset: int) -> int:
        """The number of the screen line that holds ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def lines_of(self, start: int, end: int) -> range:
        """The numbers of the screen lines that the span ``[start, end)`` touches."""
        return range(self.line_of(start), self.line_of(max(start, end - 1)) + 1)

    def _margin(self, rtl: bool) -> int:
        """The columns kept free on the left: see :data:`_EMBEDDING`."""
        return int(rtl and self.mode is PaintMode.TERMINAL and self.width > 1)

    def _lay_out(self, y: int) -> Line:
        paragraph = self._owners[y]
        self._resolve(paragraph)
        start = self._starts[y]
        last = y + 1 == self.height or self._owners[y + 1] is not paragraph
        end = paragraph.end if last else self._starts[y + 1]
        rtl = paragraph.rtl
        logical = self._logical_clusters(paragraph, start, end)
        levels: list[int] = []
        if logical:
            line = slice(start - paragraph.start, logical[-1].end - paragraph.start)
            levels = bidi.line_levels(
                paragraph.classes, paragraph.levels, int(rtl), line.start, line.stop
            )
            levels = [levels[cluster.start - start] for cluster in logical]
        column = self.width - sum(cluster.width for cluster in logical) if rtl else 0
        terminal = self.mode is PaintMode.TERMINAL
        if terminal:
            logical = _with_closed_isolates(logical, self.text)
        placed: list[Cluster] = []
        for index in range(len(levels)) if terminal else bidi.visual_order(levels):
            cluster = logical[index]
            odd = levels[index] % 2 == 1
            text = _as_sent(cluster, odd, self.mode)
            placed.append(cluster._replace(text=text, column=column, rtl=odd))
            column += cluster.width
        if self.mode is PaintMode.WORDS:
            placed = list(_with_words_turned(placed))
        embedding = _EMBEDDING if rtl and terminal else ("", "")
        return Line(start, end, self.width, rtl, placed, embedding)

    def _resolve(self, paragraph: _Paragraph) -> None:
        """Find a paragraph's levels and joined letters, once."""
        if paragraph.classes:
            return
        text = self.text[paragraph.start : paragraph.end]
        paragraph.classes = bidi.bidi_classes(text)
        paragraph.letters = shaping.shaped(text) if self.mode is PaintMode.APP else text
        if self.mode is PaintMode.OFF:
            paragraph.levels = [0] * len(text)
        else:
            paragraph.levels = bidi.embedding_levels(text, int(paragraph.rtl), paragraph.classes)

    def _logical_clusters(self, paragraph: _Paragraph, start: int, end: int) -> list[Cluster]:
        """A line's clusters in logical order, not yet placed; not the blanks at its end."""
        found: list[Cluster] = []
        offset = start
        visible = 0
        for cluster in shaping.clusters(self.text[start:end]):
            stop = offset + len(cluster)
            letters = paragraph.letters[offset - paragraph.start : stop - paragraph.start]
            glyph = _fitting("".join(letters), self.width - self._margin(paragraph.rtl))
            text = glyph.text + shaping.controls(cluster, self.mode)
            found.append(Cluster(offset, stop, text, 0, glyph.width, False))
            offset = stop
            closing = cluster == _CLOSES_ISOLATE and visible == len(found) - 1
            if closing or (glyph.width and cluster not in _BLANKS):
                visible = len(found)
        return found[:visible]


def _has_rtl(text: str) -> bool:
    return _RIGHT_TO_LEFT.search(text) is not None


def _is_rtl(paragraph: str, otherwise: bool) -> bool:
    return _has_rtl(paragraph) or (otherwise and _LEFT_TO_RIGHT.search(paragraph) is None)


def _fitting(cluster: str, width: int) -> shaping.Glyph:
    """The glyph of a cluster, or an ellipsis for one that is wider than a whole line."""
    glyph = shaping.glyph(cluster)
    return glyph if glyph.width <= width else shaping.Glyph(_ELLIPSIS, 1)


def _line_starts(paragraph: str, start: int, width: int) -> Iterator[int]:
    """The offsets at which the screen lines of a paragraph begin.

    A line ends after the last blank that fits, and inside a word only where the word alone is
    longer than the line. Blanks at the end hang over the edge: they are not painted.
    """
    yield start
    line = after_blank = offset = start
    used = used_at_blank = 0
    for cluster in shaping.clusters(paragraph):
        cells = _fitting(cluster, width).width
        blank = cluster in _BLANKS
        while cells and not blank and used + cells > width:
            if after_blank > line:
                line = after_blank
                used -= used_at_blank
            else:
                line = offset
                used = 0
            used_at_blank = 0
            yield line
        offset += len(cluster)
        used += cells
        if blank:
            after_blank, used_at_blank = offset, used


def _as_sent(cluster: Cluster, odd: bool, mode: PaintMode) -> str:
    """What to send for a cluster at an odd or even level."""
    if not odd or mode is PaintMode.TERMINAL or not cluster.text:
        return cluster.text
    if cluster.width > 2:  # a formula
        if mode is PaintMode.WORDS:
            return " ".join(reversed(cluster.text.split(" ")))
        letters = shaping.shaped(cluster.text) if mode is PaintMode.APP else cluster.text
        return "".join(reversed(letters))
    return bidi.mirrored(cluster.text[0]) + cluster.text[1:]


def _with_closed_isolates(logical: Sequence[Cluster], text: str) -> list[Cluster]:
    """A line for a terminal that orders, with those isolates that are closed in the line.

    Cut off at the end of the line, or closed without having been opened, they would turn the row.
    """
    kept = bidi.matching_isolates(bidi.bidi_classes("".join(text[c.start] for c in logical)))
    return [
        cluster._replace(text=text[cluster.start]) if index in kept else cluster
        for index, cluster in enumerate(logical)
    ]


def _with_words_turned(placed: Sequence[Cluster]) -> Iterator[Cluster]:
    """The same places, each word from its last place to its first: the terminal turns it back."""
    for turned, run in groupby(placed, key=lambda cluster: shaping.is_turned(cluster.text)):
        word = list(run)
        letters = [cluster.text for cluster in word]
        if turned and any(text[0].isalpha() for text in letters):
            letters.reverse()
        for cluster, text in zip(word, letters, strict=True):
            yield cluster._replace(text=text)


@lru_cache(maxsize=4096)
def paint(
    text: str, mode: PaintMode, width: int | None = None, direction: Direction = "auto"
) -> str:
    """``text`` as one line for an ordinary widget: never stored, copied or searched.

    Line ends become blanks and control characters their pictures. With ``width`` it is cut to so
    many cells, with an ellipsis at its logical end.
    """
    text = text.translate(dict.fromkeys(map(ord, _LINE_ENDS), " "))
    if width is not None:
        text = _shortened(text, max(1, width))
    cells = sum(shaping.glyph(cluster).width for cluster in shaping.clusters(text))
    return Layout(text, cells + 1, mode, direction).line(0).painted


def _shortened(text: str, width: int) -> str:
    used = end = fitting = 0
    for cluster in shaping.clusters(text):
        used += shaping.glyph(cluster).width
        end += len(cluster)
        if used < width:
            fitting = end
    return text if used <= width else text[:fitting] + _ELLIPSIS

"""Laid-out lines and styled spans to Textual strips.

A logical span is often several visual runs, so styles go to cells by the offsets they show, and
runs of equal style that follow each other in the text make one segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.arabic.lines import Cluster, Line

_UPRIGHT = Style(italic=False)


@dataclass(frozen=True, slots=True)
class StyledSpan:
    """A style for the offsets ``[start, end)``; ``style`` as Rich writes it or a Rich Style."""

    start: int
    end: int
    style: Style | str


def line_strip(line: Line, spans: Sequence[StyledSpan], style: Style | None = None) -> Strip:
    """The line as a strip of ``line.width`` cells, one segment for each visual run.

    ``style`` lies under the whole line; of the spans (any order of offsets, any overlap, reaching
    beyond the line or not) later ones lie over earlier ones. Arabic is never set in italics: it
    has none, and terminals take them from another font, with other widths. A segment's meta holds
    the offsets ``{"start": ..., "end": ...}`` of its run; the blanks beside the text have none.
    """
    base = style or Style()
    touching = [span for span in spans if span.start < line.end and span.end > line.start]
    segments: list[Segment] = []
    if left := " " * line.indent + line.opening:
        segments.append(Segment(left, base))
    run: list[Cluster] = []
    run_style = base
    for cluster in line.clusters:
        # The tuple keeps the order in which styles lie over each other.
        over = tuple(s.style for s in touching if s.start < cluster.end and s.end > cluster.start)
        cluster_style = _combined(base, over, cluster.rtl)
        if run and not (cluster_style == run_style and _follows(run[-1], cluster)):
            segments.append(_segment(run, run_style))
            run = []
        run.append(cluster)
        run_style = cluster_style
    if run:
        segments.append(_segment(run, run_style))
    if right := line.closing + " " * (line.width - line.indent - line.cells):
        segments.append(Segment(right, base))
    return Strip(segments, line.width)


def _follows(before: Cluster, after: Cluster) -> bool:
    """Whether two neighbours on the screen are neighbours in the text, on either side."""
    return before.rtl == after.rtl and (before.end == after.start or before.start == after.end)


def _segment(run: Sequence[Cluster], style: Style) -> Segment:
    start = min(cluster.start for cluster in run)
    end = max(cluster.end for cluster in run)
    text = "".join(cluster.text for cluster in run)
    return Segment(text, style + Style.from_meta({"start": start, "end": end}))


@lru_cache(maxsize=1024)
def _combined(base: Style, over: tuple[Style | str, ...], rtl: bool) -> Style:
    styles = [base, *(Style.parse(style) if isinstance(style, str) else style for style in over)]
    combined = Style.combine(styles)
    return combined + _UPRIGHT if rtl and combined.italic else combined

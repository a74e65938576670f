"""Laid-out lines and styled spans to Textual strips (interface; code follows)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from textual.strip import Strip

from tui.arabic.lines import Line


@dataclass(frozen=True, slots=True)
class StyledSpan:
    """A style for the offsets ``[start, end)``; ``style`` as Rich writes it or a Rich Style."""

    start: int
    end: int
    style: Style | str


def line_strip(line: Line, spans: Sequence[StyledSpan], style: Style | None = None) -> Strip:
    """The line as a strip of ``line.width`` cells, one segment for each visual run."""
    raise NotImplementedError

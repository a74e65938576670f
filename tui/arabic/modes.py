"""Which layer reorders Arabic: the choice of a paint mode (interface; code follows)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PaintMode(StrEnum):
    """What is sent to the terminal for Arabic text."""

    APP = "app"
    TERMINAL = "terminal"
    WORDS = "words"
    LETTERS = "letters"
    OFF = "off"

    @property
    def one_column(self) -> bool:
        """Whether Arabic must stand alone on its rows, with nothing beside it."""
        return self is PaintMode.TERMINAL

    def next(self) -> PaintMode:
        """The mode after this one, for a key that goes through them."""
        modes = list(PaintMode)
        return modes[(modes.index(self) + 1) % len(modes)]


@dataclass(frozen=True, slots=True)
class ModeChoice:
    """A mode, where it comes from, and for which terminal."""

    mode: PaintMode
    source: str  # flag, environment, configuration or detection
    terminal: str  # its name, as in the configuration: vte, konsole, kitty, xterm ...
    sure: bool  # False: show the hint that `quotes doctor` settles it


def choose_mode(
    flag: str | None = None,
    environ: Mapping[str, str] | None = None,
    configuration: Path | None = None,
) -> ModeChoice:
    """The mode to paint with. Raises UsageError for an unknown name."""
    raise NotImplementedError


def remember_mode(mode: PaintMode, terminal: str, configuration: Path | None = None) -> Path:
    """Keep ``mode`` for this kind of terminal; returns the file written."""
    raise NotImplementedError

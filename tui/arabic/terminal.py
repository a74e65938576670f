"""Tells the terminal who reorders, and tells it back on any way out (interface; code follows)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self

from tui.arabic.modes import PaintMode


class TerminalBidi:
    """The terminal's own reordering, off while the app does it (a context manager)."""

    def __init__(self, mode: PaintMode) -> None:
        self.mode = mode

    def __enter__(self) -> Self:
        raise NotImplementedError

    def __exit__(self, *exception: object) -> None:
        raise NotImplementedError

    def switch(self, mode: PaintMode, write: Callable[[str], object] | None = None) -> None:
        """Change the mode while running; ``write`` is the running app's way to its terminal."""
        raise NotImplementedError

    def suspend(self) -> None:
        """Give the terminal its own reordering back for a while."""
        raise NotImplementedError

    def resume(self) -> None:
        """Undo :meth:`suspend`."""
        raise NotImplementedError

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Around an external program."""
        self.suspend()
        try:
            yield
        finally:
            self.resume()

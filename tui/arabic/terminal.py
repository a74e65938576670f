"""Tells the terminal who reorders, and tells it back on every way out.

The general control is BDSM, mode 8 of ECMA-48: ``CSI 8 l`` (explicit: cells are painted as they
come) and ``CSI 8 h`` (implicit: the terminal orders, its default). Terminals that do not know it
ignore it. Source: https://terminal-wg.pages.freedesktop.org/bidi/recommendation/escape-sequences.html

Konsole and mlterm reorder, do not know BDSM, and have a control of their own, which only they are
sent: Konsole takes a change to its session's profile as OSC 50, as its ``konsoleprofile`` sends
it; mlterm one to its configuration as OSC 5379. Both seen at work, see docs/terminals.md.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Any, Self

from tui.arabic.modes import PaintMode, detect_terminal

if TYPE_CHECKING:
    from textual.driver import Driver

EXPLICIT = "\x1b[8l"
IMPLICIT = "\x1b[8h"
_OWN_CONTROLS = {
    "konsole": "\x1b]50;BidiRenderingEnabled={}\x07",
    "mlterm": "\x1b]5379;use_ctl={}\x07",
}
_SIGNALS = ("SIGHUP", "SIGTERM", "SIGQUIT")


def reordering_sequence(on: bool, terminal: str, inside_tmux: bool) -> str:
    """What turns the reordering of a terminal on or off.

    tmux keeps such controls for itself; wrapped, it passes them on, if ``allow-passthrough`` is on.
    """
    sequence = IMPLICIT if on else EXPLICIT
    sequence += _OWN_CONTROLS.get(terminal, "").format("true" if on else "false")
    if inside_tmux:
        sequence += "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    return sequence


class TerminalBidi:
    """The terminal's own reordering, off while the app orders: a context manager for its run.

    It is restored at the end of the block, at the end of the process, on SIGTERM, SIGHUP and
    SIGQUIT, and, with :meth:`driver_class`, whenever Textual leaves the terminal to others
    (suspend, ``with app.suspend()``). SIGKILL cannot be helped: ``quotes doctor --reset`` can.
    """

    def __init__(self, mode: PaintMode, terminal: str | None = None) -> None:
        """``terminal`` is the name that :func:`choose_mode` found; without it, looked for here."""
        self.mode = mode
        self.terminal = detect_terminal(os.environ)[0] if terminal is None else terminal
        self._explicit = False  # what the terminal was told last
        self._handlers: dict[int, Any] = {}

    def __enter__(self) -> Self:
        atexit.register(self.suspend)
        if threading.current_thread() is threading.main_thread():
            for name in _SIGNALS:
                number = getattr(signal, name, None)  # Windows has only some of them
                if number is not None:
                    self._handlers[number] = signal.signal(number, self._end)
        self.resume()
        return self

    def __exit__(self, *exception: object) -> None:
        self.suspend()
        atexit.unregister(self.suspend)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def switch(self, mode: PaintMode, write: Callable[[str], object] | None = None) -> None:
        """Change the mode while running; ``write`` is the running app's way to its terminal."""
        self.mode = mode
        self._tell(mode.explicit, write)

    def suspend(self, write: Callable[[str], object] | None = None) -> None:
        """Give the terminal its own reordering back; nothing where it has it."""
        self._tell(False, write)

    def resume(self) -> None:
        """Undo :meth:`suspend`: explicit again, if the mode is."""
        self._tell(self.mode.explicit)

    @contextmanager
    def suspended(self) -> Iterator[None]:
        """Around an external program."""
        self.suspend()
        try:
            yield
        finally:
            self.resume()

    def driver_class(self, driver: type[Driver]) -> type[Driver]:
        """``driver`` with the mode told each time it takes the terminal and gives it back.

        An app returns it from its ``get_driver_class``; Textual calls the two methods around
        every suspension, with Ctrl+Z, by signal or for an external program.
        """
        bidi = self

        class BidiDriver(driver):  # type: ignore[valid-type,misc]
            def start_application_mode(self) -> None:
                bidi.resume()
                super().start_application_mode()

            def stop_application_mode(self) -> None:
                # Through the driver, whose writer thread may be in the middle of a frame.
                bidi.suspend(self.write)
                super().stop_application_mode()

        return BidiDriver

    def _tell(self, explicit: bool, write: Callable[[str], object] | None = None) -> None:
        if explicit == self._explicit:
            return
        self._explicit = explicit
        sequence = reordering_sequence(not explicit, self.terminal, "TMUX" in os.environ)
        if write is not None:
            write(sequence)
            return
        # Textual paints on standard error; whichever of the two is a terminal will do.
        for stream in (sys.__stderr__, sys.__stdout__):
            with suppress(OSError, ValueError):  # closed, or the terminal has gone
                if stream is not None and stream.isatty():
                    os.write(stream.fileno(), sequence.encode())
                    return

    def _end(self, number: int, frame: FrameType | None) -> None:
        """On a signal that ends the process: restore, then do what would have been done."""
        self.suspend()
        handler = self._handlers.get(number)
        if callable(handler):
            handler(number, frame)
        elif handler is not signal.SIG_IGN:
            # An exception lets Textual leave the alternate screen on the way out.
            raise SystemExit(128 + number)

"""A program in a pseudo-terminal, as a person's terminal would run it (POSIX only)."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[3]


def _listen_to_signals() -> None:
    # Tests that run in the background ignore these, and hand that down to what they start.
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """A program in a pseudo-terminal, and all that it has written there."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str] | None = None) -> None:
        self.written = b""
        self.master, slave = pty.openpty()
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        size = {"COLUMNS": "60", "LINES": "10"}
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env={"TERM": "xterm-256color"} | size | inherited | dict(environ or {}),
            start_new_session=True,
            preexec_fn=_listen_to_signals,
        )
        os.close(slave)

    def read_until(self, mark: bytes, times: int = 1, patience: float = 20) -> bytes:
        """What was written until ``mark`` stands there ``times`` times."""
        end = time.monotonic() + patience
        while self.written.count(mark) < times:
            assert time.monotonic() < end, f"no {mark!r} in {self.written!r}"
            self._read(0.2)
        return self.written

    def finish(self, patience: float = 20) -> int:
        """Read to the end; the exit status."""
        end = time.monotonic() + patience
        while self.process.poll() is None:
            assert time.monotonic() < end, f"still running: {self.written!r}"
            self._read(0.05)
        while self._read(0.05):
            pass
        return self.process.returncode

    def _read(self, patience: float) -> bool:
        if not select.select([self.master], [], [], patience)[0]:
            return False
        try:
            piece = os.read(self.master, 65536)
        except OSError:  # Linux's way to say that the other side is closed
            return False
        self.written += piece
        return bool(piece)

    def type(self, keys: str) -> None:
        """Type ``keys``."""
        os.write(self.master, keys.encode())

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.master)

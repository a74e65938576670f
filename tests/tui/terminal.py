"""The real command on a real pseudo-terminal, and what it paints there."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_COMMAND = [sys.executable, "-c", "from quotes.cli import main; main()"]
# Primary device attributes, which every terminal answers.
_WHO_ARE_YOU = b"\x1b[c"
_A_TERMINAL = "\x1b[?64;1;2c"


class Terminal:
    """A process on a pseudo-terminal of ``columns`` by ``rows`` cells; all it wrote is kept."""

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        self.output = b""
        self.process, self._descriptor = pty.fork()
        if self.process == 0:  # the child
            with contextlib.suppress(BaseException):
                size = struct.pack("HHHH", rows, columns, 0, 0)
                fcntl.ioctl(1, termios.TIOCSWINSZ, size)
                os.execve(
                    sys.executable,
                    [*_COMMAND, *arguments],
                    {**environment, "TERM": "xterm-256color", "PYTHONUTF8": "1"},
                )
            os._exit(127)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        os.close(self._descriptor)

    def send(self, text: str) -> None:
        """Press keys."""
        os.write(self._descriptor, text.encode())

    def read(self, quiet: float = 0.3, patience: float = 20.0) -> bytes:
        """What is written until nothing comes for ``quiet`` seconds, or the process ends.

        Waits at most ``patience`` seconds for the first byte.
        """
        new = b""
        wait = patience
        while select.select([self._descriptor], [], [], wait)[0]:
            try:
                chunk = os.read(self._descriptor, 1 << 16)
            except OSError:  # the other side is closed
                break
            if not chunk:
                break
            new += chunk
            if _WHO_ARE_YOU in chunk:
                self.send(_A_TERMINAL)
            self.last_byte_at = time.perf_counter()
            wait = quiet
        self.output += new
        return new

    def processor_seconds(self) -> float:
        """What the process has computed so far, all threads together (Linux only)."""
        tasks = Path(f"/proc/{self.process}/task")
        return (
            sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9
        )

    def settle(self) -> None:
        """Read what is still coming, if anything is."""
        self.read(quiet=0.3, patience=0.3)

    def read_until(self, words: str, patience: float = 30.0) -> bytes:
        """What is written until ``words`` appear. Raises ``AssertionError`` when they do not."""
        new = b""
        ends = time.monotonic() + patience
        while words.encode() not in new:
            assert time.monotonic() < ends, f"no {words!r} in {new[-2000:]!r}"
            new += self.read(quiet=0.05, patience=1.0)
        return new

    def exit_code(self, patience: float = 20.0) -> int:
        """Read to the end and give the exit code."""
        ends = time.monotonic() + patience
        while time.monotonic() < ends:
            self.read(quiet=0.1, patience=0.1)
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"still running: {self.output[-2000:]!r}")

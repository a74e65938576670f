"""What processes take, read from Linux's /proc."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="processes are read from /proc, which Linux has"
)
_INTERVAL = 0.25


@dataclass(frozen=True)
class Usage:
    """A process at some moment: its program, bytes of memory, seconds of the processor so far."""

    process: int
    program: str
    resident: int
    seconds: float


def watched(process: Popen[Any]) -> Iterator[list[Usage]]:
    """The process and all that it started, four times a second until it ends."""
    while process.poll() is None:
        yield list(_tree(process.pid))
        time.sleep(_INTERVAL)


def _tree(process: int) -> Iterator[Usage]:
    folder = Path("/proc") / str(process)
    try:
        before, _, after = (folder / "stat").read_text("utf-8").rpartition(") ")
        children = (folder / "task" / str(process) / "children").read_text("utf-8").split()
        if not children:
            # A JVM starts processes from any of its threads.
            children = [
                child
                for each in (folder / "task").iterdir()
                for child in (each / "children").read_text("utf-8").split()
            ]
    except OSError:
        return
    fields = after.split()
    seconds = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    resident = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    yield Usage(process, before.partition("(")[2], resident, seconds)
    for child in children:
        yield from _tree(int(child))

"""What the terminal is told, byte by byte, through a real pseudo-terminal, on every way out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator

import pytest

if os.name != "posix":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from tests.tui.arabic.pseudo_terminal import ROOT, Terminal

EXPLICIT = b"\x1b[8l"
IMPLICIT = b"\x1b[8h"
PLAIN = """
    import os, signal, sys, time
    from tui.arabic import PaintMode, TerminalBidi
    with TerminalBidi(PaintMode.{mode}) as bidi:
        print("READY", flush=True)
        {body}
"""
TEXTUAL = """
    import asyncio, os, signal, subprocess, sys
    from textual.app import App
    from textual.widgets import Static
    from tui.arabic import PaintMode, TerminalBidi

    class Review(App):
        def __init__(self, bidi):
            self.bidi = bidi
            super().__init__()
        def get_driver_class(self):
            return self.bidi.driver_class(super().get_driver_class())
        def compose(self):
            yield Static("READY")
        async def on_key(self, event):
            {body}

    with TerminalBidi(PaintMode.APP) as bidi:
        Review(bidi).run()
"""


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def start(
    terminals: list[Terminal], program: str, environ: dict[str, str] | None = None
) -> Terminal:
    terminals.append(Terminal([sys.executable, "-c", textwrap.dedent(program)], environ))
    terminals[-1].read_until(b"READY")
    return terminals[-1]


def plain(body: str, mode: str = "APP") -> str:
    return PLAIN.format(mode=mode, body=body)


def assert_restored(written: bytes, times: int = 1) -> None:
    """Explicit and implicit came in pairs, and the last word was implicit."""
    assert written.count(EXPLICIT) == times
    assert written.count(IMPLICIT) == times
    assert written.rindex(IMPLICIT) > written.rindex(EXPLICIT)


def test_at_the_end_of_the_block(terminals: list[Terminal]) -> None:
    terminal = start(terminals, plain("pass"))
    assert terminal.finish() == 0
    assert terminal.written.index(EXPLICIT) < terminal.written.index(b"READY")
    assert_restored(terminal.written)


@pytest.mark.parametrize("body", ["raise ValueError('crash')", "sys.exit(3)", "0 / 0"])
def test_after_a_crash(terminals: list[Terminal], body: str) -> None:
    terminal = start(terminals, plain(body))
    assert terminal.finish() != 0
    assert_restored(terminal.written)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_after_a_signal(terminals: list[Terminal], number: signal.Signals) -> None:
    terminal = start(terminals, plain("time.sleep(60)"))
    os.kill(terminal.process.pid, number)
    assert terminal.finish() != 0
    assert_restored(terminal.written)


def test_where_the_block_is_left_without_its_end(terminals: list[Terminal]) -> None:
    program = """
        from tui.arabic import PaintMode, TerminalBidi
        TerminalBidi(PaintMode.APP).__enter__()
        print("READY", flush=True)
    """
    terminal = start(terminals, program)
    assert terminal.finish() == 0
    assert_restored(terminal.written)


def test_around_an_external_program(terminals: list[Terminal]) -> None:
    body = "\n        ".join(
        [
            "with bidi.suspended():",
            "    print('EDITOR', flush=True)",
            "print('BACK', flush=True)",
        ]
    )
    terminal = start(terminals, plain(body))
    terminal.finish()
    assert_restored(terminal.written, times=2)
    assert terminal.written.index(IMPLICIT) < terminal.written.index(b"EDITOR")
    assert terminal.written.index(b"EDITOR") < terminal.written.rindex(EXPLICIT)
    assert terminal.written.rindex(EXPLICIT) < terminal.written.index(b"BACK")


@pytest.mark.parametrize("mode", ["TERMINAL", "OFF"])
def test_a_terminal_that_orders_is_left_alone(terminals: list[Terminal], mode: str) -> None:
    terminal = start(terminals, plain("pass", mode))
    terminal.finish()
    assert EXPLICIT not in terminal.written
    assert IMPLICIT not in terminal.written


def test_switching_the_mode_tells_the_terminal_at_once(terminals: list[Terminal]) -> None:
    body = (
        "bidi.switch(PaintMode.APP); bidi.switch(PaintMode.WORDS); print('ONE', flush=True);"
        "bidi.switch(PaintMode.TERMINAL); print('TWO', flush=True)"
    )
    terminal = start(terminals, plain(body, "TERMINAL"))
    terminal.finish()
    assert_restored(terminal.written)
    assert terminal.written.index(EXPLICIT) < terminal.written.index(b"ONE")
    assert b"ONE" in terminal.written[: terminal.written.index(IMPLICIT)]


def test_tmux_is_asked_to_pass_it_on(terminals: list[Terminal]) -> None:
    terminal = start(terminals, plain("pass"), {"TMUX": "/tmp/x,1,0"})
    terminal.finish()
    assert b"\x1bPtmux;\x1b\x1b[8l\x1b\\" in terminal.written
    assert b"\x1bPtmux;\x1b\x1b[8h\x1b\\" in terminal.written


@pytest.mark.parametrize(
    ("environ", "off", "on"),
    [
        (
            {"KONSOLE_VERSION": "221203"},
            b"\x1b]50;BidiRenderingEnabled=false\x07",
            b"\x1b]50;BidiRenderingEnabled=true\x07",
        ),
        ({"MLTERM": "3.9.0"}, b"\x1b]5379;use_ctl=false\x07", b"\x1b]5379;use_ctl=true\x07"),
    ],
)
def test_konsole_and_mlterm_are_told_in_their_own_way(
    terminals: list[Terminal], environ: dict[str, str], off: bytes, on: bytes
) -> None:
    terminal = start(terminals, plain("pass"), environ)
    terminal.finish()
    assert terminal.written.index(off) < terminal.written.index(b"READY")
    assert terminal.written.index(b"READY") < terminal.written.index(on)
    other = start(terminals, plain("pass"))
    other.finish()
    assert b"\x1b]" not in other.written  # to xterm OSC 50 is a font


def test_nothing_is_written_where_there_is_no_terminal() -> None:
    program = textwrap.dedent(plain("pass"))
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert done.stdout == b"READY\n"
    assert done.stderr == b""


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    ["self.exit()", "raise ValueError('crash')", "os.kill(os.getpid(), signal.SIGTERM)"],
    ids=["quit", "crash", "terminated"],
)
def test_textual_gives_the_terminal_back(terminals: list[Terminal], body: str) -> None:
    terminal = start(terminals, TEXTUAL.format(body=body))
    terminal.type("q")
    terminal.finish()
    assert_restored(terminal.written)
    assert b"\x1b[?1049l" in terminal.written  # out of the alternate screen


@pytest.mark.slow
def test_textual_gives_it_back_around_an_editor(terminals: list[Terminal]) -> None:
    body = "\n            ".join(
        [
            "if event.key == 'e':",
            "    with self.suspend():",
            "        subprocess.run(['echo', 'EDITOR'])",
            "else:",
            "    self.exit()",
        ]
    )
    terminal = start(terminals, TEXTUAL.format(body=body))
    terminal.type("e")
    terminal.read_until(EXPLICIT, times=2)
    terminal.type("q")
    terminal.finish()
    assert_restored(terminal.written, times=2)
    assert terminal.written.index(IMPLICIT) < terminal.written.index(b"EDITOR")
    assert terminal.written.index(b"EDITOR") < terminal.written.rindex(EXPLICIT)


@pytest.mark.slow
def test_textual_gives_it_back_when_stopped_from_outside(terminals: list[Terminal]) -> None:
    terminal = start(terminals, TEXTUAL.format(body="self.exit()"))
    os.kill(terminal.process.pid, signal.SIGTSTP)
    terminal.read_until(IMPLICIT)
    time.sleep(0.5)
    os.kill(terminal.process.pid, signal.SIGCONT)
    terminal.read_until(EXPLICIT, times=2)
    terminal.type("q")
    terminal.finish()
    assert_restored(terminal.written, times=2)


def test_the_terminal_is_asked_for_its_name(terminals: list[Terminal]) -> None:
    program = """
        from tui.arabic import ask_terminal
        print("READY", flush=True)
        print("NAME", ask_terminal(5), flush=True)
        print("LINE", input(), flush=True)
    """
    terminal = start(terminals, program)
    terminal.read_until(b"\x1b[>q\x1b[8$p\x1b[c")
    terminal.type("\x1bP>|Konsole 22.12.3\x1b\\\x1b[?62c")
    terminal.read_until(b"NAME konsole")
    terminal.type("typed\n")
    terminal.read_until(b"LINE typed")  # and the terminal is as it was
    assert terminal.finish() == 0


def test_a_terminal_that_is_known_is_not_asked(terminals: list[Terminal]) -> None:
    program = """
        from tui.arabic import ask_terminal
        print("READY", ask_terminal(60), flush=True)
    """
    terminal = start(terminals, program, {"VTE_VERSION": "7006"})
    terminal.finish(patience=5)
    assert terminal.written == b"READY None\r\n"


def test_a_terminal_that_does_not_answer_is_not_waited_for(terminals: list[Terminal]) -> None:
    program = """
        from tui.arabic import ask_terminal
        print("READY", flush=True)
        print("NAME", ask_terminal(0.1), flush=True)
    """
    terminal = start(terminals, program)
    terminal.finish(patience=5)
    assert b"NAME None" in terminal.written

"""Asks the terminal for its name, for where the environment does not tell (ssh, tmux)."""

from __future__ import annotations

import os
import re
import sys
import time

from tui.arabic.modes import detect_terminal

# XTVERSION, the state of BDSM (see tui.arabic.terminal), and then primary device attributes,
# which every terminal answers: what has not been answered before that is not known to it.
_QUESTION = b"\x1b[>q\x1b[8$p\x1b[c"
_LAST_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
_KNOWS_BDSM = re.compile(rb"\x1b\[8;[1-4]\$y")
_NAME = re.compile(rb"\x1bP>\|([^\x1b]*)")
_NAMES = {
    "contour": "contour",
    "foot": "foot",
    "ghostty": "ghostty",
    "iterm2": "iterm2",
    "kitty": "kitty",
    "konsole": "konsole",
    "mintty": "mintty",
    "mlterm": "mlterm",
    "tmux": "tmux",
    "vte": "vte",
    "wezterm": "wezterm",
    "xterm": "xterm",
    "xterm.js": "vscode",
}


def ask_terminal(patience: float = 0.3) -> str | None:
    """The terminal's name as :data:`tui.arabic.modes.TERMINALS` has it; None without an answer.

    Asks only where the environment is not certain, and waits at most ``patience`` seconds. To be
    asked before Textual starts: its parser would take the answers for keys.
    """
    if os.name != "posix" or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    if detect_terminal(os.environ)[1]:
        return None
    import select
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    answer = b""
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        os.write(sys.stderr.fileno(), _QUESTION)
        end = time.monotonic() + patience
        while not _LAST_ANSWER.search(answer) and (left := end - time.monotonic()) > 0:
            if not select.select([descriptor], [], [], left)[0]:
                break
            answer += os.read(descriptor, 1024)
    except OSError:
        return None
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
    return terminal_name(answer)


def terminal_name(answer: bytes) -> str | None:
    """The terminal that answered; None for an unknown one.

    VTE told no name before 0.72, but what knows BDSM and has no name of its own behaves as VTE.
    """
    match = _NAME.search(answer)
    if match is None:
        return "vte" if _KNOWS_BDSM.search(answer) else None
    words = re.match(rb"[A-Za-z.]*[A-Za-z]2?", match[1])
    return _NAMES.get(words[0].decode().lower()) if words else None

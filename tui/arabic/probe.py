"""Asks the terminal for its name, for where the environment does not tell (ssh, tmux)."""

from __future__ import annotations

import os
import re
import sys
import time

# XTVERSION, and then primary device attributes, which every terminal answers: where only the
# second answer comes, the terminal does not know the first question.
_QUESTION = b"\x1b[>q\x1b[c"
_LAST_ANSWER = re.compile(rb"\x1b\[\?[0-9;]*c")
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

    Waits at most ``patience`` seconds. To be asked before Textual starts: its parser would take
    the answers for keys.
    """
    if os.name != "posix" or not (sys.stdin.isatty() and sys.stderr.isatty()):
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
    """The terminal that an answer to XTVERSION names; None for none or an unknown one."""
    match = _NAME.search(answer)
    if match is None:
        return None
    name = re.match(r"[A-Za-z.]*[0-9]?(?=[ (/-]|$)|[A-Za-z.]+", match[1].decode("ascii", "replace"))
    return _NAMES.get(name[0].lower()) if name else None

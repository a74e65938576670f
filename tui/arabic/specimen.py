"""A specimen to look at in a terminal: ``python -m tui.arabic.specimen [MODE] [--widths]``.

Paints news lines that are hard to lay out in the mode given (or the one that would be chosen),
and waits for Enter. With ``--widths`` it asks the terminal instead how many columns it gives to
what terminals disagree on, beside the columns that this package counts.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence

from tui.arabic import Layout, PaintMode, TerminalBidi, ask_terminal, choose_mode

LINES = """\
قال الأمين العام للأمم المتحدة: «لا نقبل 15% من خطة Reuters (2024)، ولن نوقّع».
وأضاف (في مؤتمر صحفي بنيويورك) أن «الخسائر بلغت 1,250.5 مليون دولار» بين 3 و12-5-2024.
Reuters نقلت عن المتحدث باسم الجيش قوله: «سقطت طائرة F-16 [قرب الحدود]» 😀.
مُحَمَّدٌ ﷺ، العـــربية، لا إله إلا الله؛ هل تغيّر شيء؟ نعم!"""
WIDTH = 64
DISPUTED = {
    "lam-alef": "لا",
    "three marks": "بًَّ",
    "RLM": "a\u200fb",
    "RLE": "a\u202bb",
    "RLI": "a\u2067b",
    "ZWNJ": "ب\u200cب",
    "soft hyphen": "a\u00adb",
    "U+06DD": "\u06dd",
    "emoji": "😀",
    "heart, VS16": "❤\ufe0f",
    "skin tone": "👍🏽",
    "family": "👨‍👩‍👧",
    "flag": "🇸🇦",
}


def main(arguments: Sequence[str]) -> None:
    """Paint the specimen, or measure; ``arguments`` as on the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m tui.arabic.specimen",
        description="Paint lines that are hard to lay out; Enter ends it.",
    )
    modes = [mode.value for mode in PaintMode]
    parser.add_argument("mode", metavar="MODE", nargs="?", choices=modes, help=", ".join(modes))
    parser.add_argument(
        "--widths", action="store_true", help="Ask the terminal how wide it takes characters for."
    )
    given = parser.parse_args(arguments)
    if given.widths:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            parser.error("--widths asks a terminal, and this is none")
        for name, ours, theirs in widths():
            print(f"{name:14}{ours:3}{theirs:3}")
        return
    choice = choose_mode(given.mode, reported=ask_terminal())
    with TerminalBidi(choice.mode, choice.terminal):
        layout = Layout(LINES, WIDTH, choice.mode)
        print(f"{choice.terminal}, mode {choice.mode}")
        for y in range(layout.height):
            print(layout.line(y).text)
        sys.stdin.readline()


def widths() -> Iterator[tuple[str, int, int]]:
    """Each disputed string's name, the columns counted here, and those the terminal gives it.

    The string goes to the terminal as it is, not as it would be painted (POSIX only).
    """
    import termios
    import tty

    before = termios.tcgetattr(0)
    tty.setcbreak(0)
    try:
        for name, text in DISPUTED.items():
            os.write(1, f"\r\x1b[K{text}\x1b[6n".encode())
            answer = b""
            while not answer.endswith(b"R"):
                answer += os.read(0, 32)
            position = re.search(rb";(\d+)R", answer)
            os.write(1, b"\r\x1b[K")
            painted = Layout(text, 80, PaintMode.LETTERS).line(0).cells
            yield name, painted, int(position[1]) - 1 if position else -1
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)


if __name__ == "__main__":
    main(sys.argv[1:])

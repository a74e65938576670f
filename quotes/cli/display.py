"""Words from outside, made safe to show on a terminal."""

from __future__ import annotations

import sys
import unicodedata

# Embeddings, overrides and isolates turn a line round after the fact (CVE-2021-42574); the plain
# direction marks, which Arabic text is full of, are harmless and stay.
_DIRECTION_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """``text`` on one line: controls and direction overrides become U+FFFD, newlines a space."""
    return "".join(_printable_character(character) for character in text)


def _printable_character(character: str) -> str:
    if character in "\n\r\t\u2028\u2029":
        return " "
    if character in _DIRECTION_CONTROLS or unicodedata.category(character) in ("Cc", "Cs"):
        return "\ufffd"
    return character


def counted(number: int, noun: str) -> str:
    """``number`` of what ``noun`` names: "1 quote", "2 quotes"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def complain(message: object) -> None:
    """One line on standard error."""
    print(f"quotes: {printable(str(message))}", file=sys.stderr, flush=True)

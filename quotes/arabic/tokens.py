"""Tokens: words, numbers and single marks, with their offsets and their folded spelling."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from quotes.arabic.folding import fold

TokenKind = Literal["word", "latin", "number", "mark"]

# A word ends where the script changes: scraped text glues digits and Latin names to Arabic words
# ("24قال"). Marks on letters, tatweel and the joiners inside a word belong to it.
_TOKEN = regex.compile(
    r"""
    (?P<word>\p{Arabic}(?<=\p{L}|\p{M})[\p{Arabic}\p{M}ـ\u200c\u200d&&[\p{L}\p{M}ـ\u200c\u200d]]*)
  | (?P<latin>[@\#]?\p{Latin}[\p{Latin}\p{M}\d'’&._-]*(?<![._-])|[@\#]\w+)
  | (?P<number>\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)
  | (?P<mark>&(?:quot|laquo|raquo|ldquo|rdquo|\#8220|\#8221);|\.{2,}|''|\(\(|\)\)|[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])
    """,
    regex.VERBOSE | regex.V1,
)


class Token(NamedTuple):
    """A word, number or mark: ``text[start:end]`` of the document, and its folded spelling."""

    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind

    @property
    def is_word(self) -> bool:
        """Whether it is a word in Arabic or Latin letters."""
        return self.kind in ("word", "latin")


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text`` in order; white space and invisible characters are left out."""
    tokens = []
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup
        word = match.group()
        folded = fold(word) if kind != "mark" else word
        tokens.append(Token(match.start(), match.end(), word, folded, kind))
    return tokens

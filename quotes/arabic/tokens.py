"""Tokens: words, numbers and single marks, with their offsets and their folded spelling."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from quotes.arabic.folding import fold
from quotes.arabic.remembered import Remembered

TokenKind = Literal["word", "latin", "number", "mark"]

# A word ends where the script changes: scraped text glues digits and Latin names to Arabic words
# ("24قال"). Marks on letters, tatweel and the joiners inside a word belong to it.
_WORD = regex.compile(
    r"\p{Arabic}(?<=\p{L}|\p{M})[\p{Arabic}\p{M}ـ\u200c\u200d&&[\p{L}\p{M}ـ\u200c\u200d]]*",
    regex.V1,
)
_LATIN = regex.compile(r"[@#]?\p{Latin}[\p{Latin}\p{M}\d'’&._-]*(?<![._-])|[@#]\w+", regex.V1)
_NUMBER = regex.compile(r"\p{Nd}+(?:[.,٫٬]\p{Nd}+)*", regex.V1)
_MARK = regex.compile(
    r"&(?:quot|laquo|raquo|ldquo|rdquo|#8220|#8221);|\.{2,}|''|\(\(|\)\)"
    r"|[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]",
    regex.V1,
)
_TOKEN = regex.compile("|".join(kind.pattern for kind in (_WORD, _LATIN, _NUMBER, _MARK)), regex.V1)


class Token(NamedTuple):
    """A word, number or mark: ``text[start:end]`` of the document, and its folded spelling.

    ``is_word``: whether it is a word in Arabic or Latin letters.
    """

    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind
    is_word: bool


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text`` in order; white space and invisible characters are left out."""
    tokens = []
    end = 0
    for word in _TOKEN.findall(text):
        # What is left out between two tokens begins none, so the word is the next of its letters.
        start = text.index(word, end)
        end = start + len(word)
        folded, kind, is_word = _DESCRIPTIONS[word]
        tokens.append(Token(start, end, word, folded, kind, is_word))
    return tokens


def _describe(word: str) -> tuple[str, TokenKind, bool]:
    """The folded spelling of a token, its kind, and whether it is a word."""
    kind = _kind(word)
    return fold(word) if kind != "mark" else word, kind, kind in ("word", "latin")


def _kind(word: str) -> TokenKind:
    if _WORD.match(word):
        return "word"
    if _LATIN.match(word):
        return "latin"
    return "number" if _NUMBER.match(word) else "mark"


_DESCRIPTIONS = Remembered(_describe)

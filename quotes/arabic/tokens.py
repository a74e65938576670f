"""Tokens: words, numbers and single marks, with their offsets and their folded spelling.

A text says the same words again and again. So it is cut at its spaces, and what lies between two
of them is taken apart only once for each process.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Literal, NamedTuple, TypeVar

import regex

from quotes.arabic.folding import fold
from quotes.arabic.remembered import Remembered

TokenKind = Literal["word", "latin", "number", "mark"]

# A word ends where the script changes: scraped text glues digits and Latin names to Arabic words
# ("24قال"). Marks on letters, tatweel and the joiners inside a word belong to it. It ends behind ة,
# too, which is no letter for its middle: وزارةالتعليم "the ministry of education" lacks a space.
_WORD = regex.compile(
    r"\p{Arabic}(?<=\p{L}|\p{M})"
    r"(?:(?<!ة)[\p{Arabic}\p{M}ـ\u200c\u200d&&[\p{L}\p{M}ـ\u200c\u200d]--ة]*ة?)?"
    r"[\p{M}ـ\u200c\u200d]*",
    regex.V1,
)
_LATIN = regex.compile(r"[@#]?\p{Latin}[\p{Latin}\p{M}\d'’&._-]*(?<![._-])|[@#]\w+", regex.V1)
# Times, 19:05, and dates, 14-11-2025, are one token each.
_NUMBER = regex.compile(
    r"\p{Nd}{1,4}(?P<part>[-/])\p{Nd}{1,2}(?P=part)\p{Nd}{1,4}(?!\p{Nd})|\p{Nd}+(?:[.,:٫٬]\p{Nd}+)*",
    regex.V1,
)
_MARK = regex.compile(
    r"&(?:quot|laquo|raquo|ldquo|rdquo|#8220|#8221);|\.{2,}|''|\(\(|\)\)"
    r"|[^\s\x1c-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]",
    regex.V1,
)
_TOKEN = regex.compile("|".join(kind.pattern for kind in (_WORD, _LATIN, _NUMBER, _MARK)), regex.V1)

_LINE_BREAKS = "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"
# Longer runs without a space do not come again.
_LONGEST_REMEMBERED = 50


class Spelling:
    """What a token is wherever it stands: its text, its folded spelling and its kind.

    ``is_word``: whether it is a word in Arabic or Latin letters.
    """

    __slots__ = ("folded", "is_word", "kind", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.kind = _kind(text)
        self.folded = fold(text) if self.kind != "mark" else text
        self.is_word = self.kind in ("word", "latin")


Known = TypeVar("Known", bound=Spelling)


class Token(NamedTuple):
    """A word, number or mark: ``text[start:end]`` of the document; see :class:`Spelling`."""

    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind
    is_word: bool


class Line(NamedTuple):
    """A line: its offsets without the line break, and its tokens ``[first, last)``."""

    start: int
    end: int
    first: int
    last: int


class Tokens(Generic[Known]):
    """The tokens of a text in columns, as they are looked at far more often than made.

    Token ``n`` is ``text[starts[n]:ends[n]]`` and spelt ``spellings[n]``. ``lines`` are those
    with a token on them.
    """

    def __init__(self) -> None:
        self.spellings: list[Known] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lines: list[Line] = []


class Tokenizer(Generic[Known]):
    """Takes texts apart, and describes each spelling once."""

    def __init__(self, describe: Callable[[str], Known]) -> None:
        self._spellings = Remembered(describe)
        # Runs without a space that are more than one token, with the offsets of each.
        self._runs: Remembered[str, list[tuple[Known, int, int]]] = Remembered(self._cut)

    def read(self, text: str) -> Tokens[Known]:
        """The tokens of ``text``; white space and invisible characters are left out."""
        tokens: Tokens[Known] = Tokens()
        offset = 0
        for line in text.splitlines(keepends=True):
            body = line.rstrip(_LINE_BREAKS)
            first = len(tokens.starts)
            self._read_line(body, offset, tokens)
            last = len(tokens.starts)
            if first < last:
                tokens.lines.append(Line(offset, offset + len(body), first, last))
            offset += len(line)
        return tokens

    def spelling(self, text: str) -> Known:
        """What is known of one token."""
        return self._spellings[text]

    def _read_line(self, line: str, offset: int, tokens: Tokens[Known]) -> None:
        spellings, starts, ends = tokens.spellings, tokens.starts, tokens.ends
        known = self._spellings.get
        for run in line.split(" "):
            spelling = known(run)
            if spelling is not None:
                spellings.append(spelling)
                starts.append(offset)
                offset += len(run)
                ends.append(offset)
            else:
                for spelling, first, last in self._pieces(run):
                    spellings.append(spelling)
                    starts.append(offset + first)
                    ends.append(offset + last)
                offset += len(run)
            offset += 1

    def _pieces(self, run: str) -> list[tuple[Known, int, int]]:
        """The tokens of a run, remembered where they are several; one is known by itself."""
        pieces = self._runs.get(run)
        if pieces is None:
            pieces = self._cut(run)
            if len(pieces) != 1 and len(run) <= _LONGEST_REMEMBERED:
                self._runs.remember(run, pieces)
        return pieces

    def _cut(self, run: str) -> list[tuple[Known, int, int]]:
        """The tokens of a run without spaces, with their offsets in it."""
        return [
            (self._spellings[match.group()], match.start(), match.end())
            for match in _TOKEN.finditer(run)
        ]


_TOKENIZER = Tokenizer(Spelling)


def tokenize(text: str) -> list[Token]:
    """The tokens of ``text`` in order; white space and invisible characters are left out."""
    tokens = _TOKENIZER.read(text)
    return [
        Token(start, end, known.text, known.folded, known.kind, known.is_word)
        for start, end, known in zip(tokens.starts, tokens.ends, tokens.spellings, strict=True)
    ]


def _kind(word: str) -> TokenKind:
    if _WORD.match(word):
        return "word"
    if _LATIN.match(word):
        return "latin"
    return "number" if _NUMBER.match(word) else "mark"

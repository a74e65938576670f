"""Sentences marked by hand with what they report, and the reader of their notation.

Each file of ``constructions/`` is one topic, each table in it one text. In ``text``, ``[ ]``
stands round a cue, ``{ }`` round content and ``< >`` round a mention; a small number behind the
closing bracket (``}²``) says which record it belongs to, where there are several, and a content
in two pieces has two pairs of brackets. ``records`` says the rest, record by record::

    [said-with-inna]
    text = '[قال]¹ <الوزير>¹ إن {العمل بدأ}¹، [مضيفاً]² {أنه سينتهي غداً}².'
    records = ['indirect clause: الوزير', 'indirect clause: الوزير']

Behind the colon stands the speaker: any of the names divided by ``|``, or ``?`` where the text
does not say who it is. A text without records is one in which nobody is reported. A record that
begins with ``optional`` may be found or not, with whatever spans.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotes.arabic.folding import fold
from quotes.extraction import Extractor
from quotes.model import Document, Quote, Span

_FOLDER = Path(__file__).parent / "constructions"
_GAPS = Path(__file__).parent / "known_gaps.txt"
_BRACKETS = {"[": "]", "{": "}", "<": ">"}
_NUMBERS = "¹²³⁴⁵⁶⁷⁸⁹"
# What stands at the edges of a span beside words and quotation marks is not compared.
_EDGE = " \t\r\n\u00a0\u200e\u200f،,.؛;:…-–—!؟?"


@dataclass(frozen=True)
class Attribution:
    """One record, expected or found, reduced to what these tests compare."""

    cue: str
    content: str
    mention: str
    shape: str
    speaker: str
    at: int
    optional: bool = False

    def __str__(self) -> str:
        return (
            f"  [{self.cue}]  <{self.mention or '-'}>  {{{self.content}}}"
            f"  {self.shape}: {self.speaker}"
        )

    def agrees(self, found: Attribution) -> bool:
        """Whether ``found`` is this record: the same spans and shape, and one of its names."""
        return (
            (self.at, self.cue, self.content, self.mention, self.shape)
            == (found.at, found.cue, found.content, found.mention, found.shape)
        ) and fold(found.speaker) in {fold(name.strip()) for name in self.speaker.split("|")}


@dataclass(frozen=True)
class Construction:
    """A text and what it reports."""

    id: str
    text: str
    expected: tuple[Attribution, ...]


def load_constructions() -> list[Construction]:
    """All constructions, file by file."""
    return [
        _construction(f"{path.stem}/{name}", table["text"], table.get("records", []))
        for path in sorted(_FOLDER.glob("*.toml"))
        for name, table in tomllib.loads(path.read_text("utf-8")).items()
    ]


def known_gaps() -> frozenset[str]:
    """The ids of the constructions that the engine does not yet read rightly."""
    lines = (line.split("#")[0].strip() for line in _GAPS.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)


def extract(text: str) -> tuple[Quote, ...]:
    """What the engine finds in ``text``."""
    return extractor().extract(Document("text", text))


def found_in(text: str) -> list[Attribution]:
    """What the engine finds in ``text``, in the shape in which these tests compare it."""
    return [
        Attribution(
            cue=_trim(quote.cue.text),
            content=_pieces(text, [(span.start, span.end) for span in quote.content]),
            mention=_trim(quote.mention.text) if quote.mention else "",
            shape=f"{quote.kind} {quote.form}",
            speaker=quote.speaker.name if quote.speaker else "?",
            at=quote.cue.start,
        )
        for quote in extract(text)
    ]


@cache
def extractor() -> Extractor:
    """One engine for all tests."""
    return Extractor()


def mark_up(marked: str) -> tuple[str, dict[tuple[str, int], list[Span]]]:
    """The bare text, and the spans under ``(bracket, record number)``.

    Raises ``ValueError`` where a bracket has no partner.
    """
    text: list[str] = []
    open_at: dict[str, list[int]] = {closing: [] for closing in _BRACKETS.values()}
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    characters = iter(enumerate(marked))
    for position, character in characters:
        if character in _BRACKETS:
            open_at[_BRACKETS[character]].append(len(text))
        elif character in open_at:
            if not open_at[character]:
                raise ValueError(f"{character} closes nothing: {marked}")
            number = _NUMBERS.find(marked[position + 1 : position + 2] or " ")
            if number >= 0:
                next(characters)
            start = open_at[character].pop()
            spans.setdefault((character, max(number, 0)), []).append((start, len(text)))
        else:
            text.append(character)
    if any(open_at.values()):
        raise ValueError(f"a bracket stays open: {marked}")
    bare = "".join(text)
    return bare, {
        key: [Span(start, end, bare[start:end]) for start, end in sorted(found)]
        for key, found in spans.items()
    }


def _construction(id_: str, marked: str, records: list[str]) -> Construction:
    text, spans = mark_up(marked)
    unused = {number for _, number in spans} - set(range(len(records)))
    if unused:
        raise ValueError(f"{id_}: marks of a record that is not described: {unused}")
    expected = []
    for number, record in enumerate(records):
        shape, _, speaker = record.partition(":")
        optional = shape.startswith("optional ")
        (cue,) = spans["]", number]
        mention = spans.get((">", number), [])
        content = [(span.start, span.end) for span in spans.get(("}", number), [])]
        if not content and not optional:
            raise ValueError(f"{id_}: record {number + 1} has no content")
        expected.append(
            Attribution(
                cue=_trim(cue.text),
                content=_pieces(text, content),
                mention=_trim(mention[0].text) if mention else "",
                shape=shape.removeprefix("optional ").strip(),
                speaker=speaker.strip(),
                at=cue.start,
                optional=optional,
            )
        )
    return Construction(id_, text, tuple(sorted(expected, key=lambda one: one.at)))


def _pieces(text: str, spans: list[tuple[int, int]]) -> str:
    return " … ".join(_trim(text[start:end]) for start, end in spans)


def _trim(text: str) -> str:
    # A lone colon is a cue and stays.
    return text.strip(_EDGE) or text

"""brat standoff: a text file and an annotation file for each article.

Each quote is an event: its trigger is the content (in fragments where it is in pieces or goes
over a line break, which brat spans cannot), its arguments are speaker and cue, its attributes
kind, form and status. A note on the event holds our record, so that ``quotes.writing.corrections``
can tell what a person changed. Offsets are code points.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from quotes.model import Quote, Span
from quotes.record import to_record
from quotes.writing.article import Article, encode, file_stem
from quotes.writing.jsonl import json_bytes

RECORD_NOTE = "QuotesRecord"

CONFIGURATION = """\
[entities]
Quote
Speaker
Cue

[relations]

[events]
Quote\tSpeaker?:Speaker, Cue:Cue

[attributes]
Kind\tArg:<EVENT>, Value:direct|indirect|mixed
Form\tArg:<EVENT>, Value:clause|nominal
Status\tArg:<EVENT>, Value:pending|accepted|rejected|fixed
"""

_LINE_BREAK = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# A zip file needs a date; a fixed one makes the same articles give the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """A zip archive of the folder that :func:`files` describes."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in files(articles):
            folder.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)


def files(articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
    """The project's configuration, then two files an article."""
    yield "annotation.conf", CONFIGURATION.encode()
    for article in articles:
        stem = file_stem(article.document)
        yield f"{stem}.txt", encode(article.document.text)
        yield f"{stem}.ann", encode("".join(annotation_lines(article)))


def annotation_lines(article: Article) -> Iterator[str]:
    """The lines of the annotation file, line ends included."""
    text = article.document.text
    bound: dict[tuple[str, Sequence[Span]], str] = {}
    attribute = note = 0
    for number, quote in enumerate(article.quotes, 1):
        roles: list[tuple[str, Sequence[Span]]] = [("Quote", quote.content)]
        if quote.mention:
            roles.append(("Speaker", (_bare(quote.mention),)))
        roles.append(("Cue", (_bare(quote.cue),)))
        arguments = []
        for role, spans in roles:
            if (role, spans) not in bound:
                key = bound[role, spans] = f"T{len(bound) + 1}"
                yield _text_bound(key, role, spans, text)
            arguments.append(f"{role}:{bound[role, spans]}")
        yield f"E{number}\t{' '.join(arguments)}\n"
        for name, value in (("Kind", quote.kind), ("Form", quote.form), ("Status", quote.status)):
            attribute += 1
            yield f"A{attribute}\t{name} E{number} {value}\n"
        for kind, content in (
            ("AnnotatorNotes", _summary(quote)),
            (RECORD_NOTE, json_bytes(to_record(quote, article.document)).decode()),
        ):
            note += 1
            yield f"#{note}\t{kind} E{number}\t{content}\n"


def fragments(spans: Iterable[Span], text: str) -> list[tuple[int, int]]:
    """``spans`` cut at line breaks, as (start, end); the breaks themselves are left out."""
    pieces = []
    for span in spans:
        start = span.start
        for found in _LINE_BREAK.finditer(text, span.start, span.end):
            if found.start() > start:
                pieces.append((start, found.start()))
            start = found.end()
        if span.end > start:
            pieces.append((start, span.end))
    return pieces


def _bare(span: Span) -> Span:
    return Span(span.start, span.end, span.text)


def _text_bound(key: str, role: str, spans: Iterable[Span], text: str) -> str:
    pieces = fragments(spans, text)
    places = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(text[start:end] for start, end in pieces)
    return f"{key}\t{role} {places}\t{words}\n"


def _summary(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker else "?"
    summary = f"{speaker} · {quote.cue.lemma} · {quote.cue.stance} · {quote.confidence:.2f}"
    return " ".join(summary.split())

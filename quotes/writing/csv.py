"""CSV for spreadsheets: one row a quote, UTF-8 with the mark that Excel needs, nothing executed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from quotes.model import Document, Quote
from quotes.writing.article import Article, context, encode

COLUMNS = (
    "id",
    "quote",
    "speaker",
    "speaker_as_printed",
    "speaker_role",
    "speaker_kind",
    "speaker_id",
    "cue",
    "cue_lemma",
    "cue_type",
    "stance",
    "kind",
    "form",
    "confidence",
    "status",
    "reviewer",
    "outlet",
    "published",
    "title",
    "document",
    "address",
    "start",
    "end",
    "spans",
    "cue_start",
    "cue_end",
    "parent",
    "context",
    "evidence",
    "document_sha256",
)

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """Every field quoted, lines end in CR LF (RFC 4180), after a byte order mark.

    Offsets are code points, end exclusive; ``spans`` lists every piece of the content.
    """
    stream.write(b"\xef\xbb\xbf")
    stream.write(_line(COLUMNS))
    for article in articles:
        for quote in article.quotes:
            reviewer = article.reviewers.get(quote.id, "")
            stream.write(_line(_row(quote, article.document, reviewer)))


def _row(quote: Quote, document: Document, reviewer: str) -> tuple[object, ...]:
    speaker = quote.speaker
    return (
        quote.id,
        quote.text,
        speaker.name if speaker else None,
        quote.mention.text if quote.mention else None,
        speaker.role if speaker else None,
        speaker.kind if speaker else None,
        speaker.id if speaker else None,
        quote.cue.text,
        quote.cue.lemma,
        quote.cue.type,
        quote.cue.stance,
        quote.kind,
        quote.form,
        quote.confidence,
        quote.status,
        reviewer,
        document.outlet,
        document.published,
        document.title,
        document.name,
        document.address,
        quote.content[0].start,
        quote.content[-1].end,
        ";".join(f"{span.start}-{span.end}" for span in quote.content),
        quote.cue.start,
        quote.cue.end,
        quote.parent,
        context(quote, document),
        "; ".join(quote.evidence),
        document.sha256,
    )


def _line(fields: Iterable[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line, quoting=csv.QUOTE_ALL).writerow([_inert(value) for value in fields])
    return encode(line.getvalue())


def _inert(value: object) -> object:
    """``value`` as a cell that no spreadsheet runs: text that looks like a formula gets a quote."""
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return "'" + value
    return value

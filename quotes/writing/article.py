"""What a format is given: an article with its quotes, and small helpers that formats share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quotes.model import Document, Quote

_SURROGATES = re.compile("[\ud800-\udfff]")
_WHITESPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Article:
    """A document and the quotes found in it, in the order of the text.

    ``reviewers`` gives, for the id of a quote that a person has settled, that person's name.
    """

    document: Document
    quotes: Sequence[Quote]
    reviewers: Mapping[str, str] = field(default_factory=dict)


def encode(text: str) -> bytes:
    """``text`` in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text).encode("utf-8")


def extent(quote: Quote) -> tuple[int, int]:
    """The smallest stretch of text that holds cue, speaker and content, as code points."""
    spans = (quote.cue, *quote.content, *([quote.mention] if quote.mention else []))
    return min(span.start for span in spans), max(span.end for span in spans)


def context(quote: Quote, document: Document, width: int = 60) -> str:
    """The words of the text around a quote, on one line, cut at most ``width`` code points off."""
    first, last = extent(quote)
    start, end = max(0, first - width), min(len(document.text), last + width)
    while start > 0 and start < first and not document.text[start - 1].isspace():
        start += 1
    while end < len(document.text) and end > last and not document.text[end].isspace():
        end -= 1
    return _WHITESPACE.sub(" ", document.text[start:end]).strip()

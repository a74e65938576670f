"""W3C Web Annotation Data Model (Recommendation, 2017): one annotation a quote.

The targets are the reported words; bodies give the speaker as printed and by name, the cue, and
tags. Every span has both selectors: offsets in code points of the logical text, and the words
with as much before and after as makes them unique in the text.
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, BinaryIO

import orjson

from quotes.model import Document, Quote, Span
from quotes.writing.article import Article, web_address
from quotes.writing.jsonl import json_bytes

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Quotes has no address of its own: the project of that name on the package index is another's.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_OID, "quotes, attribution in Arabic news: annotation")
_GENERATOR = {
    "id": uuid.uuid5(_NAMESPACE, "generator").urn,
    "type": "Software",
    "name": "quotes",
}
_SMALLEST_CONTEXT = 32


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One AnnotationCollection with a single page that is part of the same JSON-LD document."""
    collection = _urn("collection")
    stream.write(
        b'{"@context":%s,"id":%s,"type":"AnnotationCollection","label":"quotes","first":'
        b'{"id":%s,"type":"AnnotationPage","partOf":%s,"startIndex":0,"items":['
        % tuple(orjson.dumps(value) for value in (CONTEXT, collection, _urn("page"), collection))
    )
    total = 0
    for article in articles:
        for quote in article.quotes:
            stream.write(b",\n" if total else b"\n")
            reviewer = article.reviewers.get(quote.id)
            stream.write(json_bytes(annotation(quote, article.document, reviewer)))
            total += 1
    stream.write(b'\n]},"total":%d}\n' % total)


def annotation(quote: Quote, document: Document, reviewer: str | None = None) -> dict[str, Any]:
    """The annotation of one quote, without the context that stands over all of them."""
    bodies: list[dict[str, Any]] = []
    if quote.speaker:
        bodies.append(_text(quote.speaker.name, "identifying"))
    if quote.mention:
        bodies.append(_part(quote.mention, document) | {"purpose": "identifying"})
    bodies.append(_part(quote.cue, document) | {"purpose": "describing"})
    bodies.append(_text(quote.cue.lemma, "describing"))
    tags = (quote.kind, quote.form, quote.cue.stance, quote.status)
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags]
    targets = [_part(span, document) for span in quote.content]
    result: dict[str, Any] = {
        "id": _urn(quote.id),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": _GENERATOR,
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
    }
    if reviewer:
        result["creator"] = {"type": "Person", "name": reviewer}
    return result


def text_quote_selector(span: Span, text: str) -> dict[str, str]:
    """A TextQuoteSelector that matches ``text`` in exactly one place, cut between words."""
    width = _SMALLEST_CONTEXT
    while True:
        start, end = _word_start(text, span.start - width), _word_end(text, span.end + width)
        prefix, suffix = text[start : span.start], text[span.end : end]
        if (start == 0 and end == len(text)) or _unique(prefix + span.text + suffix, text):
            return {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": prefix,
                "suffix": suffix,
            }
        width *= 2


def _part(span: Span, document: Document) -> dict[str, Any]:
    """A stretch of the document as a resource of its own."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.sha256)).rstrip(b"=").decode()
    named = f"ni:///sha-256;{digest}"  # RFC 6920: the text named by its hash
    state: dict[str, Any] = {"type": "TimeState", "cached": named}
    if moment := _moment(document.published):
        state["sourceDate"] = moment
    return {
        "type": "SpecificResource",
        "source": {
            "id": web_address(document) or named,
            "type": "Text",
            "language": "ar",
            "textDirection": "rtl",
        },
        "state": state,
        "selector": [
            text_quote_selector(span, document.text),
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _text(value: str, purpose: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "value": value,
        "purpose": purpose,
        "format": "text/plain",
        "language": "ar",
        "textDirection": "rtl",
    }


def _moment(published: str | None) -> str | None:
    """``published`` as the standard wants it, in UTC to the second; a day alone is no moment."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _urn(name: str) -> str:
    return uuid.uuid5(_NAMESPACE, name).urn


def _unique(words: str, text: str) -> bool:
    first = text.find(words)
    return text.find(words, first + 1) < 0


def _word_start(text: str, offset: int) -> int:
    offset = max(offset, 0)
    while offset > 0 and not text[offset - 1].isspace():
        offset -= 1
    return offset


def _word_end(text: str, offset: int) -> int:
    offset = min(offset, len(text))
    while offset < len(text) and not text[offset].isspace():
        offset += 1
    return offset

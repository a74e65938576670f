"""Label Studio: one task an article, our quotes as a prediction to be corrected.

Each span is a region, and relations tie the content to its cue and its speaker. ``data.quotes``
keeps our records, so that what comes back corrected can be told from what was left as it was.
Label Studio counts code points and a carriage return as a character of its own, as we do.
In a folder the labelling interface comes with the tasks.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any, BinaryIO

from quotes.model import Quote, Span
from quotes.record import to_record
from quotes.writing.article import Article
from quotes.writing.jsonl import json_bytes

LABELING_CONFIGURATION = """\
<View>
  <Style>.htx-text { direction: rtl; text-align: right; white-space: pre-wrap; }</Style>
  <Relations>
    <Relation value="cue"/>
    <Relation value="speaker"/>
    <Relation value="continued"/>
  </Relations>
  <Labels name="label" toName="text">
    <Label value="Quote" background="#d9a400"/>
    <Label value="Speaker" background="#2e7d32"/>
    <Label value="Cue" background="#c2410c"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="kind" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Quote">
    <Choice value="direct"/>
    <Choice value="indirect"/>
    <Choice value="mixed"/>
  </Choices>
</View>
"""


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One JSON array of tasks."""
    separator = b"[\n"
    for article in articles:
        stream.write(separator + json_bytes(task(article)))
        separator = b",\n"
    stream.write(b"[]\n" if separator == b"[\n" else b"\n]\n")


def files(articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
    """The labelling interface, and the tasks to import into a project that has it."""
    yield "labeling.xml", LABELING_CONFIGURATION.encode()
    tasks = io.BytesIO()
    write(articles, tasks)
    yield "tasks.json", tasks.getvalue()


def task(article: Article) -> dict[str, Any]:
    """The task of one article."""
    document = article.document
    result: list[dict[str, Any]] = []
    for quote in article.quotes:
        result += regions(quote)
    scores = [quote.confidence for quote in article.quotes]
    return {
        "data": {
            "text": document.text,
            "document": document.name,
            "document_sha256": document.sha256,
            "title": document.title,
            "outlet": document.outlet,
            "author": document.author,
            "published": document.published,
            "address": document.address,
            "quotes": [to_record(quote, document) for quote in article.quotes],
        },
        "predictions": [
            # Sorted by score, the tasks with the least certain quote come first.
            {"model_version": f"quotes {_version()}", "score": min(scores), "result": result}
        ]
        if result
        else [],
    }


def regions(quote: Quote) -> list[dict[str, Any]]:
    """The regions of one quote and the relations between them."""
    head = f"{quote.id}-quote"
    result: list[dict[str, Any]] = []
    for piece, span in enumerate(quote.content):
        key = f"{head}-{piece}" if piece else head
        result.append(_region(key, span, "Quote") | {"score": quote.confidence})
        if piece:
            result.append(_relation(head, key, "continued"))
        else:
            note = quote.speaker.name if quote.speaker else "?"
            result[-1]["meta"] = {"text": [note, quote.cue.lemma, quote.cue.stance, quote.status]}
            result.append(
                {
                    "id": key,
                    "type": "choices",
                    "from_name": "kind",
                    "to_name": "text",
                    "value": _value(span) | {"choices": [quote.kind]},
                }
            )
    result.append(_region(f"{quote.id}-cue", quote.cue, "Cue"))
    result.append(_relation(head, f"{quote.id}-cue", "cue"))
    if quote.mention:
        result.append(_region(f"{quote.id}-speaker", quote.mention, "Speaker"))
        result.append(_relation(head, f"{quote.id}-speaker", "speaker"))
    return result


def _region(key: str, span: Span, label: str) -> dict[str, Any]:
    return {
        "id": key,
        "type": "labels",
        "from_name": "label",
        "to_name": "text",
        "value": _value(span) | {"labels": [label]},
    }


def _value(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _relation(source: str, target: str, label: str) -> dict[str, Any]:
    return {
        "type": "relation",
        "from_id": source,
        "to_id": target,
        "direction": "right",
        "labels": [label],
    }


def _version() -> str:
    try:
        return version("quotes")
    except PackageNotFoundError:
        return "unknown"

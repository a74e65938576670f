"""JSON Lines: our own record, complete; ``quotes/record.schema.json`` describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

import orjson

from quotes.record import to_record
from quotes.writing.article import Article


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One record a line, UTF-8, in the order of the articles and of their text."""
    for article in articles:
        for quote in article.quotes:
            stream.write(line(to_record(quote, article.document)))


def line(record: dict[str, Any]) -> bytes:
    """``record`` as one line of JSON, newline included."""
    return json_bytes(record) + b"\n"


def json_bytes(value: dict[str, Any]) -> bytes:
    """``value`` as compact JSON in UTF-8."""
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        # Half a surrogate pair is no valid UTF-8, but JSON can spell it out and lose nothing.
        return json.dumps(value).encode("ascii")

"""Markdown (CommonMark): one section an article, one quotation a quote, right to left.

Nothing of an article can become a link, a heading or HTML: every character that Markdown gives a
meaning is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from quotes.model import Quote
from quotes.writing.article import Article, encode, heading, publisher, shown, web_address

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&=:@])")


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One section for each article that has quotes."""
    for article in articles:
        if article.quotes:
            stream.write(encode(section(article)))


def section(article: Article) -> str:
    """The section of one article: heading, source, then its quotes in the order of the text."""
    document = article.document
    address = web_address(document)
    source = _escape(publisher(document)) + (f" <{address}>" if address else "")
    parts = ['<div dir="rtl">', f"## {_escape(heading(document))}", source]
    for quote in article.quotes:
        parts.append(_quotation(quote, article.reviewers.get(quote.id)))
    return "\n\n".join([*parts, "</div>"]) + "\n\n"


def _quotation(quote: Quote, reviewer: str | None) -> str:
    speaker = quote.speaker
    said_by = f"**{_escape(speaker.name)}**" if speaker else "?"
    if speaker and speaker.role:
        said_by += f" ({_escape(speaker.role)})"
    settled = f"{quote.status}, {_escape(reviewer)}" if reviewer else quote.status
    facts = f"{_escape(quote.cue.text)} · {quote.kind} · {quote.confidence:.0%} · {settled}"
    return f"> {_escape(quote.text)}\n>\n> — {said_by} · {facts}"


def _escape(text: str) -> str:
    """``text`` as plain text on one line of Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(shown(text).split()))

"""schema.org in JSON-LD: the article, and each quote as a ``Quotation`` or a ``Claim``.

Words printed as someone's own are a ``Quotation``; reported speech is a ``Claim``. The speaker
stands under ``spokenByCharacter`` or ``author`` as the article attributes it; ``creator``, which
says that he did speak so, is given only where a person has confirmed the attribution.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from quotes.model import Document, Quote, Speaker
from quotes.writing.article import Article, heading, web_address
from quotes.writing.jsonl import json_bytes

CONTEXT = "https://schema.org"


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One JSON-LD document whose graph holds all articles and quotes."""
    stream.write(b'{"@context":"%s","@graph":[' % CONTEXT.encode())
    separator = b"\n"
    for article in articles:
        nodes = [news_article(article.document)]
        nodes += [statement(quote, article.document) for quote in article.quotes]
        for node in nodes:
            stream.write(separator + json_bytes(node))
            separator = b",\n"
    stream.write(b"\n]}\n")


def article_id(document: Document) -> str:
    """The identifier of an article: its address, or else its text's hash."""
    return web_address(document) or f"urn:sha256:{document.sha256}"


def news_article(document: Document) -> dict[str, Any]:
    """The node of an article."""
    node: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": article_id(document),
        "name": heading(document),
        "identifier": f"urn:sha256:{document.sha256}",
        "inLanguage": "ar",
    }
    if document.title:
        node["headline"] = document.title
    if document.published:
        node["datePublished"] = document.published
    if document.outlet:
        node["publisher"] = {"@type": "Organization", "name": document.outlet}
    if document.author:
        node["author"] = {"@type": "Person", "name": document.author}
    if address := web_address(document):
        node["url"] = address
    return node


def statement(quote: Quote, document: Document) -> dict[str, Any]:
    """The node of a quote: a ``Quotation`` when direct, else a ``Claim``."""
    direct = quote.kind == "direct"
    node: dict[str, Any] = {
        "@type": "Quotation" if direct else "Claim",
        "@id": f"{article_id(document)}#quote-{quote.id}",
        "text": quote.text,
        "inLanguage": "ar",
    }
    if document.published:
        node["datePublished"] = document.published
    article = {"@id": article_id(document)}
    node["isPartOf" if direct else "appearance"] = article
    if quote.speaker is None:
        return node
    if quote.speaker.kind == "document":
        node["isBasedOn"] = {"@type": "CreativeWork", "name": quote.speaker.name}
        return node
    speaker = agent(quote.speaker)
    node["spokenByCharacter" if direct else "author"] = speaker
    if quote.status in ("accepted", "fixed"):
        node["creator"] = speaker
    return node


def agent(speaker: Speaker) -> dict[str, Any]:
    """A speaker as a ``Person`` or an ``Organization``."""
    person = speaker.kind in ("person", "unnamed")
    node: dict[str, Any] = {"@type": "Person" if person else "Organization", "name": speaker.name}
    if speaker.role:
        node["jobTitle" if person else "description"] = speaker.role
    if speaker.aliases:
        node["alternateName"] = list(speaker.aliases)
    return node

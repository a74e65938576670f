"""Drafts of schema.org ``ClaimReview``: what is known of a claim, for a desk to complete.

A verdict, its author and its page are the desk's: they are never invented here. Every draft
says so in ``creativeWorkStatus`` and lists what is missing as comments. The required fields are
those of Google's fact check documentation.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from quotes.model import Document, Quote
from quotes.writing.article import Article
from quotes.writing.jsonl import json_bytes
from quotes.writing.schema_org import CONTEXT, agent, article_id, news_article

LONGEST_CLAIM = 75
"""Google asks for a summary of fewer than 75 characters, without the verdict."""

MISSING = {
    "reviewRating": "required: the desk's verdict, at least its alternateName",
    "url": "required: the page on which the desk publishes the review",
    "author": "recommended: the organisation that reviews",
    "datePublished": "recommended: the day on which the review is published",
}


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One JSON-LD document whose graph holds a draft for each quote that was not rejected."""
    stream.write(b'{"@context":"%s","@graph":[' % CONTEXT.encode())
    separator = b"\n"
    for article in articles:
        for quote in article.quotes:
            if quote.status != "rejected":
                stream.write(separator + json_bytes(draft(quote, article.document)))
                separator = b",\n"
    stream.write(b"\n]}\n")


def draft(quote: Quote, document: Document) -> dict[str, Any]:
    """The draft for one quote."""
    claim: dict[str, Any] = {
        "@type": "Claim",
        "@id": f"{article_id(document)}#claim-{quote.id}",
        "text": quote.text,
        "inLanguage": "ar",
        "appearance": news_article(document),
    }
    missing = dict(MISSING)
    if document.published:
        claim["datePublished"] = document.published
    else:
        missing["itemReviewed.datePublished"] = "recommended: when the claim was made"
    if quote.speaker and quote.speaker.kind == "document":
        claim["isBasedOn"] = {"@type": "CreativeWork", "name": quote.speaker.name}
    elif quote.speaker:
        claim["author"] = agent(quote.speaker)
    else:
        missing["itemReviewed.author"] = (
            "recommended: who made the claim; the article leaves it open"
        )
    if quote.status == "pending":
        missing["attribution"] = "no person has confirmed yet that the article attributes it so"
    return {
        "@type": "ClaimReview",
        "@id": f"{article_id(document)}#review-{quote.id}",
        "creativeWorkStatus": "Draft",
        "claimReviewed": _summary(quote.text),
        "inLanguage": "ar",
        "itemReviewed": claim,
        "comment": [
            {"@type": "Comment", "name": name, "text": f"missing, {text}"}
            for name, text in missing.items()
        ],
    }


def _summary(text: str) -> str:
    words = " ".join(text.split())
    if len(words) < LONGEST_CLAIM:
        return words
    cut = words[: LONGEST_CLAIM - 2]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + "…"

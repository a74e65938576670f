"""Statements made by hand for the tests of checking."""

from __future__ import annotations

from itertools import count

from quotes.checking import SearchIndex, Statement, verify
from quotes.checking.verify import Answer
from quotes.model import Cue, Document, Quote, Span, Speaker, quote_id

_numbers = count()


def said(
    text: str, speaker: str | None, outlet: str = "وكالة", stance: str = "neutral"
) -> Statement:
    """``text`` as a quote of ``speaker`` in an article of its own."""
    whole = f"قال: {text} ({next(_numbers)})"
    document = Document(f"{outlet}.txt", whole, outlet=outlet, published="2024-11-13")
    cue = Cue(0, 3, "قال", "قال", stance, "verb")
    content = (Span(5, 5 + len(text), text),)
    names = (speaker or "").split("|")
    return Statement(
        Quote(
            quote_id(document.sha256, cue, content),
            "direct",
            "clause",
            content,
            cue,
            None,
            Speaker(names[0], names[0], None, "person", tuple(names[1:])) if speaker else None,
        ),
        document,
    )


def asked(sentence: str, statements: list[Statement], speaker: str | None = None) -> Answer:
    """What verify answers when these statements are all there is."""
    by_id = {each.quote.id: each for each in statements}
    with SearchIndex() as index:
        index.add((key, each.quote.text) for key, each in by_id.items())
        return verify(sentence, index, lambda ids: [by_id[key] for key in ids], speaker)

"""CoNLL-U Plus: one token a line, one column for each layer of a quote.

Quotes stand inside each other and share speakers, which one BIO column cannot hold: in
``QUOTES:CONTENT``, ``QUOTES:CUE`` and ``QUOTES:SPEAKER`` a token has ``B-2`` where the part of
the article's second quote begins and ``I-2`` where it goes on, several joined by ``|``, or ``_``.
``MISC`` has the token's offsets in code points. Each line of the text is one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from quotes.arabic.tokens import tokenize
from quotes.model import Quote
from quotes.writing.article import Article, encode
from quotes.writing.segments import Mark, Role, lines

COLUMNS = ("ID", "FORM", "QUOTES:CONTENT", "QUOTES:SPEAKER", "QUOTES:CUE", "MISC")
_LAYERS: tuple[Role, ...] = ("content", "mention", "cue")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\ud800-\udfff\u2028\u2029]+")


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One file for all articles; each begins with a ``# newdoc`` comment."""
    stream.write(f"# global.columns = {' '.join(COLUMNS)}\n".encode())
    for article in articles:
        for line in _lines(article):
            stream.write(encode(line + "\n"))


def _lines(article: Article) -> Iterator[str]:
    document = article.document
    first = True
    for number, line in enumerate(lines(document.text, article.quotes), 1):
        if first:
            yield f"# newdoc id = {_plain(document.name)}"
            yield f"# document_sha256 = {document.sha256}"
            for index, quote in enumerate(article.quotes, 1):
                yield f"# quote {index} = {_facts(quote)}"
            first = False
        yield f"# sent_id = {document.sha256[:8]}-{number}"
        text = document.text[line.start : line.end]
        yield f"# text = {_plain(text)}"
        for key, token in enumerate(tokenize(text), 1):
            left, right = line.start + token.start, line.start + token.end
            layers = (_layer(line.marks, role, left, right) for role in _LAYERS)
            form = _INVISIBLE.sub("", token.text) or "_"
            yield "\t".join((str(key), form, *layers, f"Start={left}|End={right}"))
        yield ""


def _layer(marks: Iterable[Mark], role: Role, start: int, end: int) -> str:
    """The column of one token: every mark of ``role`` over it. A mark begins in its first token."""
    parts = [
        f"{'B' if start <= mark.start < end else 'I'}-{mark.index + 1}"
        for mark in marks
        if mark.role == role and mark.start < end and mark.end > start
    ]
    return "|".join(parts) or "_"


def _facts(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker else "_"
    parts = (
        quote.id,
        quote.kind,
        quote.form,
        quote.cue.lemma,
        quote.cue.stance,
        quote.status,
        f"{quote.confidence:.3f}",
        speaker,
    )
    return " ".join(_plain(part).replace(" ", "_") for part in parts)


def _plain(text: str) -> str:
    return _INVISIBLE.sub(" ", text).strip() or "_"

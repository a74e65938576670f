"""HTML: the article right to left with every quote marked, one page that needs no network.

The page has no script, and its Content-Security-Policy allows none: nothing that an article
contains can run or load. Every mark opens a note on hover and on keyboard focus and is described,
for screen readers, by the list of quotes beside the text.
"""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib import resources
from typing import BinaryIO

from quotes.model import Quote
from quotes.writing.article import (
    DECEPTIVE,
    Article,
    encode,
    file_stem,
    heading,
    publisher,
    shown,
    web_address,
)
from quotes.writing.segments import Mark, lines, steps

_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """All articles on one page."""
    stream.write(encode(_head(_labels()["page"]["title"])))
    for number, article in enumerate(articles):
        stream.write(encode(_article(article, f"a{number}")))
    stream.write(b"</main>\n</body>\n</html>\n")


def files(articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
    """A page of its own for each article."""
    for article in articles:
        title = heading(article.document)
        page = _head(title) + _article(article, "a") + "</main>\n</body>\n</html>\n"
        yield f"{file_stem(article.document)}.html", encode(page)


@cache
def _labels() -> dict[str, dict[str, str]]:
    data = resources.files("quotes.writing").joinpath("page/labels.toml").read_bytes()
    return tomllib.loads(data.decode("utf-8"))


@cache
def _style() -> str:
    return resources.files("quotes.writing").joinpath("page/page.css").read_text("utf-8")


def _head(title: str) -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(shown(title))}</title>\n<style>{_style()}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(_labels()['page']['title'])}</h1>\n"
    )


def _article(article: Article, key: str) -> str:
    document = article.document
    page = _labels()["page"]
    address = web_address(document)
    source = f"<bdi>{_visible(publisher(document))}</bdi>"
    if address:
        source = f'<a href="{escape(address)}" rel="noreferrer">{source}</a>'
    return "".join(
        [
            f'<article aria-labelledby="{key}-title">\n<header>',
            f'<h2 id="{key}-title"><bdi>{_visible(heading(document))}</bdi></h2>',
            f'<p class="source">{escape(page["source"])}: {source}</p></header>\n',
            '<div class="text">\n',
            *_paragraphs(article, key),
            f'</div>\n<aside aria-label="{escape(page["quotes"])}">\n',
            *_list(article, key),
            "</aside>\n</article>\n",
        ]
    )


def _paragraphs(article: Article, key: str) -> Iterator[str]:
    text = article.document.text
    opened: set[Mark] = set()
    for line in lines(text, article.quotes):
        yield f'<p dir="{_direction(text[line.start : line.end])}">'
        for step in steps(line.marks, line.start, line.end):
            yield "</mark>" * len(step.close)
            for mark in step.open:
                yield _opening(mark, article.quotes[mark.index], key, first=mark not in opened)
                opened.add(mark)
            yield _visible(text[step.start : step.end])
        yield "</p>\n"


def _opening(mark: Mark, quote: Quote, key: str, *, first: bool) -> str:
    number = f"{key}-{mark.index}"
    classes: str = mark.role
    if mark.role == "content":
        classes += f" {quote.kind} {quote.status}"
    attributes = f'class="{escape(classes)}" data-quote="{escape(quote.id)}"'
    if mark.role == "content":
        attributes += f' data-note="{escape(shown(_note(quote)))}"'
    if mark.role == "content" and first:
        attributes += f' tabindex="0" aria-describedby="{number}-facts"'
        if mark.piece == 0:
            attributes += f' id="{number}-text"'
    return f"<mark {attributes}>"


def _list(article: Article, key: str) -> Iterator[str]:
    page = _labels()["page"]
    if not article.quotes:
        yield f'<p class="nobody">{escape(page["no_quotes"])}</p>\n'
        return
    yield '<ol class="quotes">\n'
    for index, quote in enumerate(article.quotes):
        facts = "".join(
            f"<div><dt>{escape(label)}</dt><dd><bdi>{_visible(value)}</bdi></dd></div>"
            for label, value in _facts(quote, article.reviewers.get(quote.id))
        )
        yield (
            f'<li><blockquote dir="{_direction(quote.text)}">{_visible(quote.text)}</blockquote>'
            f'<dl id="{key}-{index}-facts">{facts}</dl>'
            f'<a href="#{key}-{index}-text">{escape(page["in_text"])}</a></li>\n'
        )
    yield "</ol>\n"


def _facts(quote: Quote, reviewer: str | None) -> list[tuple[str, str]]:
    """What is known of a quote, as (label, value) in the language of the page."""
    labels = _labels()
    fact = labels["fact"]
    name = labels["page"]["nobody"]
    if quote.speaker:
        name = "، ".join(part for part in (quote.speaker.name, quote.speaker.role) if part)
    facts = [
        (fact["speaker"], name),
        (fact["cue"], quote.cue.text),
        (fact["kind"], labels["kind"][quote.kind]),
        (fact["confidence"], f"{quote.confidence:.0%}"),
        (fact["status"], labels["status"][quote.status]),
    ]
    return facts + ([(fact["reviewer"], reviewer)] if reviewer else [])


def _note(quote: Quote) -> str:
    return "\n".join(f"{label}: {value}" for label, value in _facts(quote, None))


def _direction(line: str) -> str:
    """Right to left as soon as a third of the letters are: a Latin name at the start is common."""
    letters = len(_LETTER.findall(line))
    return "ltr" if letters and len(_ARABIC.findall(line)) * 3 < letters else "rtl"


def _visible(text: str) -> str:
    """``text`` escaped; characters that would hide or reorder others are spelled out."""
    parts, end = [], 0
    for found in DECEPTIVE.finditer(text):
        parts.append(escape(text[end : found.start()]))
        parts.append(f'<span class="control">{shown(found[0])}</span>')
        end = found.end()
    return "".join(parts) + escape(text[end:])

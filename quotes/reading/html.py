"""The article on a web page: its main text, title, outlet, author and date, by trafilatura."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quotes.errors import InputError
from quotes.model import Document
from quotes.reading.decoding import decode
from quotes.reading.options import ReadFailure, ReadOptions

if TYPE_CHECKING:
    from types import ModuleType

# What a page declares stands near its beginning (HTML asks for the first 1,024 bytes).
_DECLARATION = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]+)", re.I
)
_DECLARATION_REACH = 8192
# An article's page nests a few dozen deep, has some thousand elements, and its longest tag has a
# few dozen attributes. Parsing takes time that grows with the square of each.
_MAXIMUM_DEPTH = 1_000
_MAXIMUM_TAGS = 100_000
_MAXIMUM_ATTRIBUTES = 5_000


@dataclass(frozen=True, slots=True)
class Page:
    """A web page that is not taken apart yet: that takes time, and another process may do it.

    ``address`` and ``charset`` are what the server said, ``fetched`` is when, as ISO 8601.
    """

    name: str
    data: bytes
    options: ReadOptions
    address: str | None = None
    charset: str | None = None
    fetched: str | None = None

    def read(self) -> Document | ReadFailure:
        """The article on the page, or why there is none."""
        try:
            return read_html(self)
        except InputError as error:
            return ReadFailure(self.name, str(error))


def read_html(page: Page) -> Document:
    """The article on the page; offsets refer to the extracted text.

    The text is the headline, where the page names one, and the main text, a paragraph a line.
    Raises :class:`InputError` when the page has no article, or is built to exhaust the reader.
    """
    source = _source(page)
    if not source.strip():
        raise InputError("empty: there is no text in it")
    _refuse_bomb(source)
    found = _trafilatura().bare_extraction(
        _with_quotation_marks(source),
        url=page.address,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
    )
    body = (found.text or "").strip() if found is not None else ""
    if found is None or not body:
        raise InputError("no article text found on this page")
    title = _headline(found.title, found.sitename)
    return Document(
        name=page.name,
        text=body if not title or title in body[: len(title) + 200] else f"{title}\n{body}",
        title=title,
        outlet=found.sitename or found.hostname,
        author=found.author,
        published=found.date or page.fetched,
        address=page.address or found.url,
    )


def _source(page: Page) -> str:
    """The page as text: by order, by what the server or the page says, or by its bytes."""
    declaration = _DECLARATION.search(page.data[:_DECLARATION_REACH])
    declared = page.charset or (declaration[1].decode("ascii") if declaration else None)
    return decode(page.data, encoding=page.options.encoding, declared=declared, tolerant=True)


def _with_quotation_marks(source: str) -> str:
    """``q`` elements spelt out: a browser draws their marks, an extractor drops them."""
    return _END_OF_Q.sub("”", _START_OF_Q.sub("“", source))


_START_OF_Q = re.compile(r"<q(?:\s[^<>]*)?>", re.IGNORECASE)
_END_OF_Q = re.compile(r"</q\s*>", re.IGNORECASE)


def charset_of(content_type: str | None) -> str | None:
    """The character set that an HTTP ``Content-Type`` names."""
    from email.message import Message

    message = Message()
    message["Content-Type"] = content_type or ""
    return message.get_content_charset()


def text_of_fragment(fragment: str) -> str:
    """The words of a piece of HTML (a feed's summary), a block a line; markup is dropped."""
    from lxml import html

    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    _refuse_bomb(fragment)
    root = html.fragment_fromstring(fragment, create_parent="div")
    for element in root.iter("script", "style", "iframe", "noscript"):
        element.text = None
    for element in root.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def _headline(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name that pages append to it."""
    if title and outlet:
        return re.sub(rf"\s*[|\-–—:]\s*{re.escape(outlet)}\s*$", "", title).strip() or title
    return title


def _refuse_bomb(page: str) -> None:
    """A cheap look at nesting, elements and attributes before anything builds a tree."""
    depth = 0
    for count, match in enumerate(_TAG.finditer(_NO_MARKUP.sub("", page)), 1):
        if match[2].lower() not in _UNCLOSED:
            depth = max(0, depth - 1) if match[1] else depth + 1
        attributes = len(_QUOTED.sub(" ", match[3]).split()) if len(match[3]) > 1000 else 0
        if depth > _MAXIMUM_DEPTH or count > _MAXIMUM_TAGS or attributes > _MAXIMUM_ATTRIBUTES:
            raise InputError("this page is built to exhaust its reader; not read")


_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?>[^<>"']++|"[^"]*+"|'[^']*+')*+)""")
_QUOTED = re.compile(r"""="[^"]*"|='[^']*'""")
_NO_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
# Elements without an end tag, and those whose end tag is commonly left out.
_UNCLOSED = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
    | {"track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option"}
)


@cache
def _trafilatura() -> ModuleType:
    import logging

    import trafilatura

    # Their complaints about a page are told by our failures; without a handler of any kind
    # Python would print them to the terminal.
    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).addHandler(logging.NullHandler())
    return trafilatura

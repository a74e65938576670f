"""What a format is given: an article with its quotes, and small helpers that formats share."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from quotes.model import Document, Quote, extent_of

_SURROGATES = re.compile("[\ud800-\udfff]")
_WHITESPACE = re.compile(r"\s+")
DECEPTIVE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Article:
    """A document and the quotes found in it, in the order of the text.

    ``reviewers`` gives, for the id of a quote that a person has settled, that person's name.
    """

    document: Document
    quotes: Sequence[Quote]
    reviewers: Mapping[str, str] = field(default_factory=dict)


def encode(text: str) -> bytes:
    """``text`` in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text).encode("utf-8")


def context(quote: Quote, document: Document, width: int = 60) -> str:
    """The words of the text around a quote, on one line, cut at most ``width`` code points off."""
    first, last = extent_of(quote)
    start, end = max(0, first - width), min(len(document.text), last + width)
    while start > 0 and start < first and not document.text[start - 1].isspace():
        start += 1
    while end < len(document.text) and end > last and not document.text[end].isspace():
        end -= 1
    return _WHITESPACE.sub(" ", document.text[start:end]).strip()


def shown(text: str) -> str:
    """``text`` for a reader's eyes: characters that hide or reorder other text become visible.

    Control characters and the bidirectional embeddings, overrides and isolates (which can make
    a name read as another) are spelled out, such as ``⟨U+202E⟩``. Line breaks and tabs stay.
    """
    return DECEPTIVE.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def publisher(document: Document) -> str:
    """Outlet and date as one short phrase, or the name of the document where both are unknown."""
    known = [part for part in (document.outlet, document.published) if part]
    return ", ".join(known) or base_name(document)


def heading(document: Document) -> str:
    """The title of an article, or the name of its file without the folders it lies in."""
    return document.title or base_name(document)


def base_name(document: Document) -> str:
    """The last part of the document's path; the whole of an address."""
    if "://" in document.name:
        return document.name
    return PurePath(document.name.replace("\\", "/")).name or document.name


def web_address(document: Document) -> str | None:
    """The document's address where it is one a browser may safely open, or ``None``."""
    for address in (document.address, document.name):
        if address and re.match(r"https?://[^\s\"'<>\\^`{|}]+$", address):
            return address
    return None


def file_stem(document: Document) -> str:
    """A file name for the document's export: readable, safe on every system, and its own."""
    name = re.sub(r"[^\w.-]+", "_", PurePath(document.name.replace("\\", "/")).name).strip("._")
    return f"{name[:60] or 'document'}-{document.sha256[:8]}"

"""Reading: from paths, addresses and standard input to documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.reading.options import INPUT_FORMATS, InputFormat, ReadFailure, ReadOptions

if TYPE_CHECKING:
    from quotes.reading.corpus import Corpus, read_documents, read_stream
    from quotes.reading.html import Page

__all__ = [
    "INPUT_FORMATS",
    "Corpus",
    "InputFormat",
    "Page",
    "ReadFailure",
    "ReadOptions",
    "read_documents",
    "read_stream",
]


def __getattr__(name: str) -> object:
    # What reads is imported when it is asked for: the options of a command do without it.
    if name in ("Corpus", "read_documents", "read_stream"):
        from quotes.reading import corpus

        return getattr(corpus, name)
    if name == "Page":
        from quotes.reading.html import Page

        return Page
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Reading: from paths, addresses and standard input to documents."""

from quotes.reading.corpus import Corpus, read_documents
from quotes.reading.html import Page
from quotes.reading.options import INPUT_FORMATS, InputFormat, ReadFailure, ReadOptions

__all__ = [
    "INPUT_FORMATS",
    "Corpus",
    "InputFormat",
    "Page",
    "ReadFailure",
    "ReadOptions",
    "read_documents",
]

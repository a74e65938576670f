"""Reading: from paths, addresses and standard input to documents."""

from quotes.reading.corpus import Corpus, read_documents
from quotes.reading.options import INPUT_FORMATS, InputFormat, ReadFailure, ReadOptions

__all__ = [
    "INPUT_FORMATS",
    "Corpus",
    "InputFormat",
    "ReadFailure",
    "ReadOptions",
    "read_documents",
]

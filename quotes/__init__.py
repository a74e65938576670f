"""Quotes: finds who said what in Arabic news.

>>> from quotes import extract
>>> [quote] = extract('وقال الوزير إن الاجتماع كان ناجحا.')
>>> quote.mention.text, quote.text
('الوزير', 'الاجتماع كان ناجحا')
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quotes.model import Cue, Document, Mention, Quote, Span, Speaker

if TYPE_CHECKING:
    from quotes.extraction import Extractor

__all__ = ["Cue", "Document", "Extractor", "Mention", "Quote", "Span", "Speaker", "extract"]


def extract(text: str) -> tuple[Quote, ...]:
    """The quotes of one article, in the order of their cues.

    The engine is loaded at the first call and kept. For many articles, for metadata or for
    another morphological database use :class:`Extractor`.
    """
    return _engine().extract(Document("", text))


@lru_cache(maxsize=1)
def _engine() -> Extractor:
    from quotes.extraction import Extractor

    return Extractor()


def __getattr__(name: str) -> object:
    # The engine is imported when it is asked for: ``quotes --help`` does without it.
    if name == "Extractor":
        from quotes.extraction import Extractor

        return Extractor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

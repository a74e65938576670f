"""Checking: is a sentence quoted anywhere, and is one statement quoted in several ways?

``verify(sentence, index, look_up, speaker=None) -> Answer``
    A pasted sentence against the quotes of a :class:`SearchIndex`.
``match(statements) -> list[Cluster]``
    The same statement in several documents, and what differs.

Both take :class:`Statement` values: a quote, its source and, where known, who the speaker is
across documents.
"""

from __future__ import annotations

from quotes.checking.comparison import Change, Difference
from quotes.checking.index import SearchIndex
from quotes.checking.match import Cluster, Variant, match
from quotes.checking.meaning import Warning
from quotes.checking.statement import Statement, is_called
from quotes.checking.verify import Answer, Finding, verify

__all__ = [
    "Answer",
    "Change",
    "Cluster",
    "Difference",
    "Finding",
    "SearchIndex",
    "Statement",
    "Variant",
    "Warning",
    "is_called",
    "match",
    "verify",
]

"""Where quotes and their reviews are kept: one contract, three engines.

:func:`open_store` gives the engine for a location: a path is a TinyDB file, a SQLAlchemy URL
(``sqlite:///quotes.sqlite``, ``postgresql+psycopg://…``) a SQL database.
"""

from __future__ import annotations

from store.contract import ConflictError, NotFoundError, Store
from store.filters import Filter, FilterError
from store.opening import open_store
from store.values import (
    Agreement,
    Decision,
    Entity,
    Order,
    Reading,
    ReviewEvent,
    StoredDocument,
    StoredQuote,
)

__all__ = [
    "Agreement",
    "ConflictError",
    "Decision",
    "Entity",
    "Filter",
    "FilterError",
    "NotFoundError",
    "Order",
    "Reading",
    "ReviewEvent",
    "Store",
    "StoredDocument",
    "StoredQuote",
    "open_store",
]

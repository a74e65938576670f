"""From a location, as a person gives it, to the engine that serves it."""

from __future__ import annotations

from pathlib import Path

from store.contract import Store

DEFAULT_LOCATION = "quotes.json"


def open_store(location: str | Path = DEFAULT_LOCATION, *, create: bool = True) -> Store:
    """Open the database at ``location``: a path, or a SQLAlchemy URL.

    A missing database is made unless ``create`` is false. Raises ``DatabaseError`` when it is
    locked, damaged, newer than this program, or not one of ours, and leaves it as it was.
    """
    raise NotImplementedError

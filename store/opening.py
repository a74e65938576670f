"""From a location, as a person gives it, to the engine that serves it."""

from __future__ import annotations

from pathlib import Path

from store.contract import Store
from store.database import Database
from store.disk import is_sqlite

DEFAULT_LOCATION = "quotes.json"


def open_store(location: str | Path = DEFAULT_LOCATION, *, create: bool = True) -> Store:
    """Open the database at ``location``: a path, or a SQLAlchemy URL.

    A missing database is made unless ``create`` is false. Raises ``DatabaseError`` when it is
    locked, damaged, newer than this program, or not one of ours, and leaves it as it was.
    """
    place = str(location)
    if "://" in place or sqlite_path(place):
        # Each engine's libraries take a moment to import, for which users of another need not wait.
        from store.sql.engine import SqlEngine

        url = place if "://" in place else f"sqlite:///{place}"
        return Database(SqlEngine(url, create=create))
    from store.tiny.engine import TinyEngine

    return Database(TinyEngine(Path(place), create=create))


def sqlite_path(location: str) -> Path | None:
    """The file of a SQLite database that is given by path or URL; ``None`` for anything else."""
    if location.startswith(("sqlite:", "sqlite+")):
        from sqlalchemy import make_url

        return Path(make_url(location).database or "")
    if "://" in location:
        return None
    path = Path(location)
    try:
        return path if is_sqlite(path) else None
    except OSError:
        return None

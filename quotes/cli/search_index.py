"""Keeping the search index of a database up to date, in the user's cache folder.

The index is brought up to date only when the database has changed: new ids are read, ids that
are gone taken out, and quotes that were reviewed since read again. Deleting it loses nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_cache_path

from quotes.checking.index import SearchIndex
from quotes.checking.statement import Statement
from quotes.cli.display import complain

if TYPE_CHECKING:
    from store.contract import Store
    from store.values import StoredQuote

_SQLITE = "sqlite:///"
_WORTH_A_WORD = 20_000


def open_index(store: Store, location: str) -> SearchIndex:
    """The index of ``store``, which was opened at ``location``, up to date."""
    name = hashlib.sha256(_canonical(location).encode()).hexdigest()[:16]
    folder = user_cache_path("quotes") / "search"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        index = SearchIndex(folder / f"{name}.sqlite")
    except OSError:  # a cache folder that cannot be written
        index = SearchIndex()
    stamp = _stamp(location)
    if stamp is None or index.fact("stamp") != stamp:
        _update(index, store)
        index.set_fact("stamp", stamp or "")
    return index


def statements(store: Store, ids: Sequence[str]) -> Iterable[Statement]:
    """The statements of these ids, in this order; those gone or rejected are left out."""
    from store import NotFoundError

    for key in ids:
        try:
            stored = store.get(key)
        except NotFoundError:
            continue
        if not stored.gone and stored.replaced_by is None and stored.status != "rejected":
            yield statement(stored)


def statement(stored: StoredQuote) -> Statement:
    """A stored quote as the checks take it."""
    return Statement(stored.quote, stored.document, stored.entity)


def _update(index: SearchIndex, store: Store) -> None:
    info = store.info()
    current = store.find_ids()
    known = index.ids()
    missing = set(current) - known
    index.remove(known - set(current))
    seen = int(index.fact("events") or 0)
    recent = store.events(limit=max(info.events - seen, 0)) if known and info.events > seen else []
    changed = missing | ({event.quote_id for event in recent} & set(current))
    if len(changed) > len(current) // 4:
        if len(changed) > _WORTH_A_WORD:
            complain(f"indexing {len(current):,} quotes; this is done once")
        index.clear()
        index.add((each.id, each.quote.text) for each in store.iterate())
    else:
        index.add((key, store.get(key).quote.text) for key in changed)
    index.set_fact("events", str(info.events))


def _stamp(location: str) -> str | None:
    """What changes when the database does, or ``None`` where only a look inside tells."""
    path = _path(location)
    if path is None:
        return None
    parts = []
    # The latest changes stand in a file beside the database until they are moved over: SQLite's
    # write-ahead log, TinyDB's journal.
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", ".journal"))):
        try:
            status = file.stat()
        except OSError:
            continue
        if status.st_size:
            parts.append(f"{file.name}:{status.st_size}:{status.st_mtime_ns}")
    return " ".join(parts) or None


def _path(location: str) -> Path | None:
    if location.startswith(_SQLITE):
        return Path(location.removeprefix(_SQLITE).split("?")[0])
    return None if "://" in location else Path(location)


def _canonical(location: str) -> str:
    path = _path(location)
    return location if path is None else str(path.resolve())

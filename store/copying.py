"""Copying a database from one engine to another, and bringing one back from a backup."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from quotes.errors import DatabaseError, UsageError
from store.clock import aside_stamp
from store.contract import Store
from store.disk import sync_folder, take_after
from store.opening import open_store, sqlite_path
from store.tiny import snapshots
from store.tiny.snapshots import Restored


def copy(source: Store, target: Store) -> str:
    """Copy everything into the empty ``target``, compare, and return the common digest.

    Raises ``DatabaseError`` when the target is not empty, or does not hold what the source has.
    """
    target.load(source.dump())
    digest = source.digest()
    if target.digest() != digest:
        raise DatabaseError(
            f"{target.location} is not the same as {source.location} after copying (did someone "
            f"write meanwhile?); remove it and copy again"
        )
    return digest


def restore(location: str, backup: str | None) -> Restored:
    """Put a backup in the place of the database at ``location``, which is kept aside.

    Without a named backup the newest one beside the file is taken. Raises ``DatabaseError`` when
    no backup will do, ``UsageError`` for a server.
    """
    place = sqlite_path(location)
    if place is None and "://" in location:
        raise UsageError(
            "a server's backup is a SQLite file; copy it into an empty database: "
            "quotes db copy BACKUP postgresql+psycopg://…"
        )
    if place is None:
        return snapshots.restore(Path(location), Path(backup) if backup else None)
    return _restore_sqlite(place, Path(backup) if backup else _newest_backup(place))


def _newest_backup(place: Path) -> Path:
    found = sorted(place.parent.glob(f"{place.name}.backup-*"))
    if not found:
        raise DatabaseError(f"there is no backup beside {place}; name one")
    return found[-1]


def _restore_sqlite(place: Path, backup: Path) -> Restored:
    with open_store(f"sqlite:///{backup}", create=False) as store:
        problems = store.check()
    if problems:
        raise DatabaseError(f"{backup} is no sound backup: {problems[0].what}")
    fresh = place.with_name(f".{place.name}.{os.getpid()}.tmp")
    shutil.copyfile(backup, fresh)
    take_after(backup, fresh)
    with open(fresh, "rb+") as file:
        os.fsync(file.fileno())
    stamp = aside_stamp()
    aside = []
    for ending in ("-wal", "-shm", ""):
        part = Path(f"{place}{ending}")
        if part.exists():
            aside.append(part.with_name(f"{place.name}.{stamp}{ending}"))
            os.replace(part, aside[-1])
    os.replace(fresh, place)
    sync_folder(place.parent)
    return Restored(backup, tuple(aside))

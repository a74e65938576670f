"""Copies of a TinyDB database on demand, and the way back from one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotes.errors import DatabaseError, UsageError
from store.clock import aside_stamp, backup_stamp
from store.tiny import files
from store.tiny.envelope import decode, encode
from store.tiny.journal import Journal
from store.tiny.storage import JournalStorage, exclusive


@dataclass(frozen=True, slots=True)
class Restored:
    """From which backup a database came back, where what was there has gone, and how many entries
    of its journal were saved."""

    backup: Path
    aside: tuple[Path, ...]
    journal_entries: int = 0


def write_snapshot(storage: JournalStorage, target: str | None) -> Path:
    """Write the database as it is now to a new file and return its path."""
    path = (
        Path(target) if target else storage.path.with_name(f"{storage.path.name}.{backup_stamp()}")
    )
    if path.exists():
        raise UsageError(f"{path} exists already; choose another name for the backup")
    with storage.view():
        content = encode(storage.read())
    try:
        files.replace_file(path, content, like=storage.path)
    except OSError as error:
        raise DatabaseError(f"{path} cannot be written: {error.strerror}") from error
    return path


def restore(path: Path, backup: Path | None) -> Restored:
    """Put a backup in the place of a database; what is there is kept aside.

    Without a ``backup`` that is named: a sound database goes back to its newest backup. A damaged
    one is put together again from its file, if that is sound, or else the newest backup that is,
    and from every whole line of its journal, which is newer than any backup.

    Raises ``DatabaseError`` when nothing will do.
    """
    path = path.resolve()
    if not (backup or files.backups(path) or path.exists() or Journal(path).path.exists()):
        raise DatabaseError(f"there is no database {path}, nor a backup of it; name one")
    with exclusive(path):
        damaged = backup is None and not _is_sound(path)
        candidates = [backup] if backup else files.backups(path)
        chosen, tables = _readable([path, *candidates] if damaged else candidates)
        entries = Journal(path).salvage() if damaged else []
        for changes in entries:
            for table, rows in changes.items():
                kept = {key: row for key, row in rows.items() if row is not None}
                tables.setdefault(table, {}).update(kept)
        content = encode(tables)
        aside = tuple(_set_aside(p) for p in (path, Journal(path).path) if p.exists())
        try:
            files.replace_file(path, content, like=aside[0] if aside else chosen)
        except OSError as error:
            raise DatabaseError(f"{path} cannot be written: {error.strerror}") from error
    return Restored(chosen, aside, len(entries))


def _is_sound(path: Path) -> bool:
    try:
        decode(path.read_bytes(), path)
        Journal(path).read(again=True)
    except (OSError, DatabaseError):
        return False
    return True


def _readable(candidates: list[Path]) -> tuple[Path, dict[str, Any]]:
    reasons = []
    for candidate in candidates:
        try:
            return candidate, decode(candidate.read_bytes(), candidate)["tables"]
        except OSError as error:
            reasons.append(f"{candidate} cannot be read: {error.strerror}")
        except DatabaseError as error:
            reasons.append(str(error))
    raise DatabaseError("; ".join(reasons) or "there is no backup beside the database; name one")


def _set_aside(path: Path) -> Path:
    aside = path.with_name(f"{path.name}.{aside_stamp()}")
    os.replace(path, aside)
    return aside

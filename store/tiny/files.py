"""Writing files so that a crash leaves the old content or the new, never a mixture."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from store.disk import sync_folder, take_after

_ATTEMPTS = 20
BACKUPS = 5
BACKUP_SPACING = 3600.0
"""Backups beyond the newest stand at least this many seconds apart."""


def replace_file(path: Path, content: bytes, *, like: Path | None = None) -> None:
    """Put ``content`` in the place of ``path`` in one step, on disk when this returns.

    The mode of a file that is there is kept; a new one gets that of ``like``, or what the umask
    leaves. The file that was there becomes the newest backup.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "wb") as file:
            take_after(path if like is None or path.exists() else like, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        keep_backup(path)
        _replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def _replace(temporary: Path, path: Path) -> None:
    """``os.replace``; on Windows a reader or a virus scanner may hold the file for a moment."""
    for attempt in range(_ATTEMPTS):
        try:
            os.replace(temporary, path)
            return
        except PermissionError:
            if os.name != "nt" or attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.05)


def keep_backup(path: Path) -> None:
    """Make the file as it is now the newest backup.

    The one that was newest moves down when it is far enough from the one after it, so that five
    backups reach back over hours and not over the last five minutes.
    """
    if not path.exists():
        return
    first, second = backup_path(path, 1), backup_path(path, 2)
    if first.exists() and (not second.exists() or _age(second, first) >= BACKUP_SPACING):
        for number in range(BACKUPS - 1, 0, -1):
            with suppress(FileNotFoundError):
                os.replace(backup_path(path, number), backup_path(path, number + 1))
    fresh = path.with_name(f".{path.name}.{os.getpid()}.bak.tmp")
    with suppress(FileNotFoundError):
        fresh.unlink()
    try:
        os.link(path, fresh)
    except OSError:  # a file system without hard links
        shutil.copy2(path, fresh)
    os.replace(fresh, first)


def _age(older: Path, newer: Path) -> float:
    return newer.stat().st_mtime - older.stat().st_mtime


def backup_path(path: Path, number: int) -> Path:
    """Where backup ``number`` of a database is; 1 is the newest."""
    return path.with_name(f"{path.name}.bak{number}")


def backups(path: Path) -> list[Path]:
    """The backups that stand beside a database, made by itself or on demand, newest first."""
    found = [*path.parent.glob(f"{path.name}.bak?"), *path.parent.glob(f"{path.name}.backup-*Z")]
    return sorted(found, key=lambda backup: (-backup.stat().st_mtime, backup.name))


def remove_leftovers(path: Path) -> None:
    """Remove what writers that were killed left half-written."""
    for leftover in _leftovers(path):
        with suppress(OSError):
            leftover.unlink()


def _leftovers(path: Path) -> Iterator[Path]:
    return path.parent.glob(f".{path.name}.*.tmp")

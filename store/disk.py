"""What every engine does with files: whose they are, whether they last, what they hold."""

from __future__ import annotations

import os
from pathlib import Path

_SQLITE_MAGIC = b"SQLite format 3\0"


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as SQLite's do. Raises ``OSError`` where it cannot be read."""
    with open(path, "rb") as file:
        return file.read(len(_SQLITE_MAGIC)) == _SQLITE_MAGIC


def take_after(path: Path, fresh: Path) -> None:
    """Give ``fresh`` the mode of ``path``, if that is there, and its owner if we may."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return
    os.chmod(fresh, status.st_mode & 0o7777)
    if os.name == "posix" and os.geteuid() == 0:
        os.chown(fresh, status.st_uid, status.st_gid)


def sync_folder(folder: Path) -> None:
    """Make names that were made or changed in a folder survive a power failure (POSIX only)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

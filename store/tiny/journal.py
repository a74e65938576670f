"""The journal: changes that are not in the main file yet, one line each, checksummed.

Rewriting a file of megabytes for one key press is slow; appending a line is not. Each line is
written and synced before the decision is acknowledged. A line that a crash cut short was never
acknowledged and is dropped; a broken line with others after it is damage and is reported.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from quotes.errors import DatabaseError
from store.disk import sync_folder, take_after

FORMAT = "quotes-journal"
Changes = Mapping[str, Mapping[str, dict[str, Any] | None]]
"""By table and key, the row as it is now, or ``None`` where it was removed."""


@dataclass(slots=True)
class Journal:
    """The journal of the database at ``main``.

    ``base`` is the generation of the main file that the lines change (``None``: there is no
    journal), ``end`` the offset after the last whole line that was read.
    """

    main: Path
    base: str | None = None
    end: int = 0
    inode: int | None = None
    _path: Path = field(init=False)

    def __post_init__(self) -> None:
        self._path = self.main.with_name(self.main.name + ".journal")

    @property
    def path(self) -> Path:
        """Where the journal is."""
        return self._path

    def unread(self) -> bool:
        """Whether there is anything beyond what was read (or another journal)."""
        try:
            status = os.stat(self._path)
        except FileNotFoundError:
            return self.inode is not None
        return (status.st_ino, status.st_size) != (self.inode, self.end)

    def grown(self) -> bool:
        """Whether it is the same journal as before, at least as long."""
        try:
            status = os.stat(self._path)
        except FileNotFoundError:
            return False
        return status.st_ino == self.inode and status.st_size >= self.end

    def read(self, *, again: bool = False) -> list[Changes]:
        """The changes since the last reading; from the beginning when ``again``."""
        if again:
            self.base, self.end, self.inode = None, 0, None
        try:
            with open(self._path, "rb") as file:
                self.inode = os.fstat(file.fileno()).st_ino
                file.seek(self.end)
                content = file.read()
        except FileNotFoundError:
            self.base, self.end, self.inode = None, 0, None
            return []
        lines: list[Any] = []
        start = 0
        while (stop := content.find(b"\n", start)) >= 0:
            line = content[start:stop]
            entry = _decode(line)
            if entry is None:
                if b"\0" in line and content.find(b"\n", stop + 1) < 0:
                    break  # a power failure: the size was on disk, the line was not
                raise DatabaseError(
                    f"{self._path} is damaged at byte {self.end + start}; "
                    f"'quotes db restore' brings back a backup and keeps the damaged files aside"
                )
            lines.append(entry)
            start = stop + 1
        self.end += start
        if lines and self.base is None:
            header = lines.pop(0)
            if header.get("format") != FORMAT:
                raise DatabaseError(f"{self._path} is not a journal of Quotes; move it away")
            self.base = header["base"]
        return lines

    def salvage(self) -> list[Changes]:
        """Every line whose checksum is right, whatever is broken around it."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except OSError:
            return []
        entries = [entry for line in lines if line and (entry := _decode(line))]
        return [entry for entry in entries if entry.get("format") != FORMAT]

    def append(self, base: str, changes: Changes) -> None:
        """Add one line, on disk when this returns; on failure the journal is as it was.

        The caller holds the lock and has read the journal to its end.
        """
        line = _encode(changes)
        fresh = self.base != base
        if fresh:
            line = _encode({"format": FORMAT, "base": base}) + line
        start = 0 if fresh else self.end
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o666)
        try:
            if fresh:
                take_after(self.main, self._path)
            # What stands after the last whole line was cut short by a crash.
            os.ftruncate(descriptor, start)
            try:
                _write_all(descriptor, line, start)
                os.fsync(descriptor)
            except BaseException:
                with suppress(OSError):
                    os.ftruncate(descriptor, start)
                raise
            self.inode = os.fstat(descriptor).st_ino
        finally:
            os.close(descriptor)
        if fresh:
            sync_folder(self._path.parent)
        self.base, self.end = base, start + len(line)

    def remove(self) -> None:
        """Forget the lines: they are in the main file."""
        with suppress(FileNotFoundError):
            self._path.unlink()
        self.base, self.end, self.inode = None, 0, None


def _write_all(descriptor: int, content: bytes, offset: int) -> None:
    os.lseek(descriptor, offset, os.SEEK_SET)
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def _encode(entry: Mapping[str, Any]) -> bytes:
    content = orjson.dumps(entry)
    return b"%08x %b\n" % (zlib.crc32(content), content)


def _decode(line: bytes) -> dict[str, Any] | None:
    """The entry of a whole line; ``None`` when its checksum is wrong."""
    content = line[9:]
    if line[:9] != b"%08x " % zlib.crc32(content):
        return None
    entry: dict[str, Any] = orjson.loads(content)
    return entry

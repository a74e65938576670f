"""A TinyDB storage that loses nothing: what TinyDB's own ``JSONStorage`` does not promise.

The main file is an envelope (format, schema version, who wrote it, a generation) around the tables,
and is only ever replaced as a whole. Between two replacements changes go to a journal beside it
(``store.tiny.journal``), which belongs to one generation: one left behind by a crash after the
replacement names an older generation and is ignored.

Read-modify-write happens inside :meth:`JournalStorage.batch`, which holds a lock on a separate
file, so that two processes never work on the same state. Reading needs no lock. Rows are values: a
changed row is a new dictionary, which is how a batch knows what has changed.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock, Timeout
from tinydb.storages import Storage

from quotes.errors import DatabaseError
from store.migrations import migrated, schema_version, steps_from
from store.tiny import files
from store.tiny.envelope import damaged, decode, encode
from store.tiny.journal import Changes, Journal
from store.transaction import KEYS

LOCK_TIMEOUT = 30.0
LOCK_POLLING = 0.005
"""Seconds; another writer is done in a few milliseconds."""
_LOCK_MODE = 0o644
LONGEST_JOURNAL = 4_000_000
"""Bytes of journal after which the main file is written anew."""
_READING_ATTEMPTS = 50

Tables = dict[str, dict[str, dict[str, Any]]]
_Signature = tuple[int, int, int]


class Observer(Protocol):
    """Whoever keeps something that is computed from the rows."""

    def reloaded(self) -> None:
        """Everything may be different."""

    def changed(
        self, table: str, key: str, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        """One row was put or removed."""


class JournalStorage(Storage):
    """The tables of one database file; see the module's description."""

    def __init__(self, path: Path, *, create: bool = True, observer: Observer) -> None:
        self.path = path.resolve()
        self._observer = observer
        self._threads = threading.RLock()
        self._journal = Journal(self.path)
        self._tables: Tables = {}
        self._generation = ""
        self._version = schema_version()
        self._signature: _Signature | None = None
        self._pending: dict[str, dict[str, dict[str, Any] | None]] = {}
        self._in_batch = False
        self._views = 0
        self._others_wrote = False
        self._has_written = False
        self._closed = False
        if not self.path.parent.is_dir():
            raise DatabaseError(f"there is no folder {self.path.parent}; make it, or correct --db")
        if not self._is_there() and not create:
            raise DatabaseError(f"there is no database {self.path}; 'quotes add' makes one")
        if not self._is_there():
            self._make()
        self._load()
        if self._version < schema_version():
            self._migrate()

    def _migrate(self) -> None:
        """Write an older schema's database anew; a copy of it as it was stays beside it."""
        with exclusive(self.path):
            self._load()
            if self._version < schema_version():
                kept = self.path.with_name(f"{self.path.name}.schema-{self._version}")
                try:
                    shutil.copy2(self.path, kept)
                    if self._journal.path.exists():
                        shutil.copy2(self._journal.path, Journal(kept).path)
                except OSError as error:
                    raise DatabaseError(f"{kept} cannot be written: {error.strerror}") from error
                self._write_main()

    def _is_there(self) -> bool:
        """Whether there is a database; an empty file with no trace of one is a place for one."""
        if self._journal.path.exists():
            return True
        try:
            return self.path.stat().st_size > 0 or bool(files.backups(self.path))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise DatabaseError(f"{self.path} cannot be read: {error.strerror}") from None

    def _make(self) -> None:
        with exclusive(self.path):
            if not self._is_there():
                self._tables = {table: {} for table in KEYS}
                self._write_main()

    # -- what TinyDB calls --------------------------------------------------------------------

    def read(self) -> Tables:
        """The tables as they are on disk; read again only when someone else has written."""
        with self._threads:
            if not self._in_batch and not self._views:
                self._refresh()
            return dict(self._tables)

    def write(self, data: Tables) -> None:
        """Take over new tables. Only inside :meth:`batch`, at whose end they are written."""
        if not self._in_batch:
            raise RuntimeError("write inside batch(): the lock covers reading and writing")
        changes = _difference(self._tables, data)
        before, self._tables = self._tables, data
        for table, rows in changes.items():
            self._pending.setdefault(table, {}).update(rows)
        self._tell(before, changes)

    def close(self) -> None:
        """Bring the main file up to date if this process has written, and let go of it."""
        with self._threads:
            if self._closed:
                return
            self._closed = True
            if self._has_written:
                # Failing here costs nothing: the journal has everything.
                with suppress(DatabaseError, OSError), exclusive(self.path):
                    self._refresh()
                    if self._journal.base == self._generation:
                        self._write_main()

    @contextmanager
    def view(self) -> Iterator[None]:
        """Inside, :meth:`read` gives one state, whatever other processes and threads do."""
        with self._threads:
            if not self._views and not self._in_batch:
                self._refresh()
            self._views += 1
            try:
                yield
            finally:
                self._views -= 1

    def size(self) -> int:
        """Bytes on disk, the journal included."""
        places = (self.path, self._journal.path)
        return sum(place.stat().st_size for place in places if place.exists())

    # -- writing ------------------------------------------------------------------------------

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Read-modify-write: all that is written inside is on disk at the end, or nothing."""
        with self._threads, exclusive(self.path):
            self._refresh()
            before, self._pending = self._tables, {}
            self._in_batch = True
            try:
                yield
                if self._pending:
                    self._commit(self._pending)
            except BaseException:
                self._tables = before
                self._observer.reloaded()
                raise
            finally:
                self._in_batch = False

    def _commit(self, changes: Changes) -> None:
        try:
            self._journal.append(self._generation, changes)
            self._has_written = True
        except OSError as error:
            # Whatever did reach the file, the next look at it starts from the beginning.
            self._signature = None
            raise DatabaseError(
                f"{self.path} could not be written ({error.strerror}); nothing was changed"
            ) from error
        if self._journal.end > LONGEST_JOURNAL:
            with suppress(OSError):
                self._write_main()

    def _write_main(self) -> None:
        """Write all tables as a new generation; the journal is then superfluous."""
        generation = uuid.uuid4().hex
        try:
            content = encode(self._tables, generation)
            files.remove_leftovers(self.path)
            files.replace_file(self.path, content)
        except OSError as error:
            raise DatabaseError(f"{self.path} cannot be written: {error.strerror}") from error
        self._journal.remove()
        self._generation = generation
        self._version = schema_version()
        self._signature = _signature(self.path)

    def _tell(self, before: Tables, changes: Changes) -> None:
        for table, rows in changes.items():
            old = before.get(table, {})
            for key, row in rows.items():
                self._observer.changed(table, key, old.get(key), row)

    # -- reading ------------------------------------------------------------------------------

    def changed(self) -> bool:
        """Whether another process has written since the last call."""
        with self._threads:
            self._refresh()
            found, self._others_wrote = self._others_wrote, False
            return found

    def _refresh(self) -> None:
        """Bring the tables up to date with the disk, reading as little as possible."""
        if _signature(self.path) == self._signature:
            if not self._journal.unread():
                return
            if self._journal.base == self._generation and self._journal.grown():
                with suppress(DatabaseError):  # seen wrongly while a writer took a line back?
                    for changes in self._journal.read():
                        self._apply(changes)
                        self._others_wrote = True
                    return
        self._load()
        self._others_wrote = True

    def _load(self) -> None:
        """Read everything. A replacement by another process in between makes it start again."""
        for _ in range(_READING_ATTEMPTS):
            signature = _signature(self.path)
            envelope = self._envelope()
            lines = self._journal.read(again=True)
            if _signature(self.path) == signature:
                break
        else:
            raise DatabaseError(f"{self.path} is written without pause; try again")
        self._generation = envelope["generation"]
        self._tables = envelope["tables"]
        self._signature = signature
        self._version = envelope["schema_version"]
        if self._journal.base == self._generation:
            for changes in lines:
                self._apply(_migrated(changes, self._version))
        self._observer.reloaded()

    def _apply(self, changes: Changes) -> None:
        before = self._tables
        self._tables = dict(before)
        for table, rows in changes.items():
            fresh = dict(before.get(table, {}))
            for key, row in rows.items():
                if row is None:
                    fresh.pop(key, None)
                else:
                    fresh[key] = row
            self._tables[table] = fresh
        self._tell(before, changes)

    def _envelope(self) -> dict[str, Any]:
        try:
            content = self.path.read_bytes()
        except FileNotFoundError as error:
            raise DatabaseError(damaged(self.path, str(error.strerror))) from None
        except OSError as error:
            raise DatabaseError(f"{self.path} cannot be read: {error.strerror}") from None
        return decode(content, self.path)


@contextmanager
def exclusive(path: Path) -> Iterator[None]:
    """Hold the lock of the database at ``path``; its file beside the database names the holder.

    Raises ``DatabaseError`` when the lock does not come free, or the folder cannot be written.
    """
    place = path.with_name(f"{path.name}.lock")
    lock = FileLock(place, timeout=LOCK_TIMEOUT, poll_interval=LOCK_POLLING)
    try:
        # FileLock would take some reasons why there can be no file for somebody's lock, and wait.
        os.close(os.open(place, os.O_RDWR | os.O_CREAT, _LOCK_MODE))
        lock.acquire()
    except Timeout:
        raise DatabaseError(
            f"{path} is in use{_holder(place)}; try again when it is done"
        ) from None
    except OSError as error:
        raise DatabaseError(f"{path} cannot be written: {error.strerror} ({place})") from None
    try:
        with suppress(OSError):
            place.write_text(f"{os.getpid()} {socket.gethostname()}\n")
        yield
    finally:
        lock.release()


def _holder(place: Path) -> str:
    try:
        process, host = place.read_text().split()
    except (OSError, ValueError):
        return " by another process"
    return f" by process {process} on {host}"


def _migrated(changes: Changes, version: int) -> Changes:
    steps = steps_from(version)
    if not steps:
        return changes
    return {
        table: {key: row and migrated(steps, table, row) for key, row in rows.items()}
        for table, rows in changes.items()
    }


def _signature(path: Path) -> _Signature | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _difference(before: Tables, after: Tables) -> dict[str, dict[str, dict[str, Any] | None]]:
    """The rows that are not the same objects any more, and those that are gone."""
    changes: dict[str, dict[str, dict[str, Any] | None]] = {}
    for table, rows in after.items():
        old = before.get(table, {})
        if rows is old:
            continue
        changed: dict[str, dict[str, Any] | None] = {
            key: row for key, row in rows.items() if old.get(key) is not row
        }
        changed.update((key, None) for key in old.keys() - rows.keys())
        if changed:
            changes[table] = changed
    return changes

"""SQLite and PostgreSQL: connections, transactions, and whose database it is.

Writers take turns (``BEGIN IMMEDIATE`` in SQLite, an advisory lock in PostgreSQL), so that a
revision that was checked is still right when the decision is written. Readers never wait: WAL mode
in SQLite, a snapshot in PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    Text,
    cast,
    create_engine,
    event,
    func,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from quotes.errors import DatabaseError, UsageError, missing_extra
from store.buffer import Buffer
from store.clock import backup_stamp
from store.disk import is_sqlite, take_after
from store.migrations import migrated, schema_version, steps_from
from store.sql.tables import TABLES, create_tables, meta
from store.sql.transaction import SqlTransaction
from store.transaction import FORMAT, Transaction

BUSY_TIMEOUT = 30
"""Seconds to wait for another writer."""
APPLICATION_ID = 0x51554F54
"""Marks a SQLite file as ours (``PRAGMA application_id``): the letters QUOT."""
_WRITERS_LOCK = 0x51554F5445530001
_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "sqlite+pysqlite": "sqlite+pysqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


class SqlEngine:
    """The database at a SQLAlchemy URL."""

    def __init__(self, url: str, *, create: bool = True) -> None:
        try:
            self._url = make_url(url)
        except ArgumentError:
            raise UsageError(f"{url!r} is neither a path nor a database URL") from None
        driver = _DRIVERS.get(self._url.drivername)
        if driver is None:
            raise UsageError(
                f"{self._url.drivername} databases are not supported; use a path, sqlite:///FILE "
                f"or postgresql+psycopg://USER@HOST/NAME"
            )
        self.location = self._url.render_as_string(hide_password=True)
        self._url = self._url.set(drivername=driver)
        self._seen = 0
        if self.kind == "sqlite":
            self._check_file(create)
        self._engine = self._connect()
        try:
            with self._translated():
                self._prepare(create)
                with self._engine.connect() as connection:
                    self._seen = _writes(connection)
        except BaseException:
            self.close()
            raise

    @property
    def kind(self) -> Literal["sqlite", "postgresql"]:
        return "sqlite" if self._url.drivername.startswith("sqlite") else "postgresql"

    # -- opening ------------------------------------------------------------------------------

    def _path(self) -> Path:
        if not self._url.database or self._url.database == ":memory:":
            raise UsageError("the URL names no file; write sqlite:///quotes.sqlite")
        return Path(self._url.database)

    def _check_file(self, create: bool) -> None:
        path = self._path()
        if not path.exists() and not create:
            raise DatabaseError(f"there is no database {path}; 'quotes add' makes one")
        if path.exists() and path.stat().st_size > 0 and not is_sqlite(path):
            raise DatabaseError(f"{path} is not a SQLite database; choose another with --db")

    def _connect(self) -> Engine:
        arguments = {"timeout": BUSY_TIMEOUT} if self.kind == "sqlite" else {"connect_timeout": 10}
        try:
            # A server may have been restarted since the connection was last used.
            ping = self.kind == "postgresql"
            engine = create_engine(self._url, connect_args=arguments, pool_pre_ping=ping)
        except (NoSuchModuleError, ModuleNotFoundError):
            raise missing_extra("PostgreSQL", "postgresql") from None
        if self.kind == "sqlite":
            event.listen(engine, "connect", _configure_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        return engine

    def _prepare(self, create: bool) -> None:
        """Make the tables in an empty database; refuse one that is not ours or is newer."""
        with self._engine.connect() as connection:
            known = inspect(connection).get_table_names()
            mine = meta.name in known
            foreign = not mine and (
                known if self.kind == "sqlite" else [name for name in TABLES if name in known]
            )
            if foreign:
                raise DatabaseError(
                    f"{self.location} is not a database of Quotes (it has a table {foreign[0]}); "
                    f"choose another with --db"
                )
            version = self._version(connection) if mine else 0
        if mine:
            if version < schema_version():
                self._migrate(version)
            return
        if not create:
            raise DatabaseError(f"{self.location} is empty; 'quotes add' fills it")
        if self.kind == "sqlite":
            with self._engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("PRAGMA journal_mode=WAL")
                raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        with self._exclusive() as connection:
            create_tables(connection)
            if connection.scalar(select(func.count()).select_from(meta)) == 0:
                values = {"format": FORMAT, "schema_version": str(schema_version()), "writes": "0"}
                rows = [{"name": name, "value": value} for name, value in values.items()]
                connection.execute(meta.insert(), rows)

    def _version(self, connection: Connection) -> int:
        found = {row.name: row.value for row in connection.execute(select(meta))}
        version = int(found.get("schema_version", "0"))
        if found.get("format") != FORMAT:
            raise DatabaseError(f"{self.location} is not a database of Quotes")
        if version > schema_version():
            raise DatabaseError(
                f"{self.location} was written by a newer version of Quotes (schema {version}, this "
                f"one reads {schema_version()}); update the program"
            )
        return version

    def _migrate(self, version: int) -> None:
        """Bring an older schema up to date; a copy of a file as it was stays beside it."""
        if self.kind == "sqlite":
            kept = Path(f"{self._path()}.schema-{version}")
            if not kept.exists():
                self.backup(str(kept))
        steps = steps_from(version)
        with self._exclusive() as connection:
            if self._version(connection) == schema_version():
                return  # another process was quicker
            for step in steps:
                for statement in step.statements:
                    connection.execute(text(statement))
            transaction = SqlTransaction(connection)
            for table in TABLES:
                rows = [migrated(steps, table, row) for row in transaction.all(table)]
                transaction.put(table, rows)
            changed = meta.update().where(meta.c.name == "schema_version")
            connection.execute(changed.values(value=str(schema_version())))

    # -- transactions -------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One snapshot of the database."""
        with self._translated(), self._engine.connect() as connection:
            if self.kind == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield SqlTransaction(connection)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """One transaction, alone among the writers."""
        with self._translated(), self._exclusive() as connection:
            buffer = Buffer(SqlTransaction(connection))
            yield buffer
            buffer.flush()
            if buffer.has_written:
                self._count_write(connection)

    def _count_write(self, connection: Connection) -> None:
        """Let others see that there is something new, and know our own writes from theirs."""
        counted = cast(cast(meta.c.value, Integer) + 1, Text)
        statement = meta.update().where(meta.c.name == "writes").values(value=counted)
        writes = int(connection.scalar(statement.returning(meta.c.value)) or 0)
        if self._seen == writes - 1:
            self._seen = writes

    @contextmanager
    def _exclusive(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            connection = connection.execution_options(writing=True)
            with connection.begin():
                if self.kind == "postgresql":
                    connection.execute(select(func.pg_advisory_xact_lock(_WRITERS_LOCK)))
                yield connection

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """What the database says, for a person."""
        try:
            yield
        except DBAPIError as error:
            raise DatabaseError(f"{self.location}: {_explained(error)}") from error
        except UnicodeEncodeError as error:
            raise UsageError(f"{error.object!r} is not text") from error
        except SQLAlchemyError as error:
            raise DatabaseError(f"{self.location}: {error}") from error

    # -- the database -------------------------------------------------------------------------

    def changed(self) -> bool:
        """Whether another process has written since the last call."""
        with self._translated(), self._engine.connect() as connection:
            writes = _writes(connection)
        before, self._seen = self._seen, writes
        return before != writes

    def backup(self, target: str | None) -> str:
        """A SQLite file: of a SQLite database itself, of a server the same content."""
        place = self._path() if self.kind == "sqlite" else Path(f"{self._url.database}.sqlite")
        path = Path(target) if target else place.with_name(f"{place.name}.{backup_stamp()}")
        if path.exists():
            raise UsageError(f"{path} exists already; choose another name for the backup")
        if self.kind == "sqlite":
            with self._translated(), self._engine.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("VACUUM INTO ?", (str(path),))
            take_after(place, path)
            return str(path)
        copy = SqlEngine(f"sqlite:///{path}")
        with self.reading() as source, copy.writing() as goal:
            for table in TABLES:
                goal.put(table, source.all(table))
        copy.close()
        return str(path)

    def bytes(self) -> int | None:
        if self.kind == "postgresql":
            return None
        places = [Path(f"{self._path()}{ending}") for ending in ("", "-wal")]
        return sum(place.stat().st_size for place in places if place.exists())

    def faults(self) -> list[str]:
        if self.kind == "postgresql":
            return []
        with self._translated(), self._engine.connect() as connection:
            found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
        return [] if found == ["ok"] else found

    def advice(self) -> str | None:
        return None

    def close(self) -> None:
        self._engine.dispose()


def _writes(connection: Connection) -> int:
    return int(connection.scalar(select(meta.c.value).where(meta.c.name == "writes")) or 0)


def _configure_sqlite(connection: Any, _: Any) -> None:
    # SQLAlchemy begins transactions itself (see _begin_sqlite), not the driver.
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA cache_size=-65536")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _explained(error: DBAPIError) -> str:
    reason = " ".join(str(error.orig).split())
    if "locked" in reason or "busy" in reason:
        return "it is in use by another process; try again when it is done"
    if "disk is full" in reason or "No space left" in reason:
        return "the disk is full; nothing was changed"
    if "malformed" in reason or "not a database" in reason:
        return f"it is damaged ({reason}); 'quotes db restore' brings back a backup"
    return reason

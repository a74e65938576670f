"""The main file's form: tables in an envelope that says whose they are and how old."""

from __future__ import annotations

import gc
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from quotes.errors import DatabaseError
from store.migrations import migrated, schema_version, steps_from
from store.tiny import files
from store.transaction import FORMAT, KEYS


def encode(tables: Mapping[str, Any], generation: str | None = None) -> bytes:
    """The bytes of a main file. Each writing is a generation of its own."""
    return orjson.dumps(
        {
            "format": FORMAT,
            "schema_version": schema_version(),
            "written_by": "quotes",
            "generation": generation or uuid.uuid4().hex,
            "tables": tables,
        }
    )


def decode(content: bytes, path: Path) -> dict[str, Any]:
    """The envelope in the bytes of a main file, every table present.

    Rows of an older schema are migrated; ``schema_version`` still says which one it was. Raises
    ``DatabaseError`` when the file (``path`` is for the message) is damaged, newer than
    this program, or not one of ours.
    """
    try:
        with _collector_paused():
            envelope = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        raise DatabaseError(damaged(path, str(error))) from None
    if not isinstance(envelope, dict) or envelope.get("format") != FORMAT:
        raise DatabaseError(f"{path} is not a database of Quotes; choose another file with --db")
    version = envelope.get("schema_version")
    if not isinstance(version, int) or version > schema_version():
        raise DatabaseError(
            f"{path} was written by a newer version of Quotes (schema {version}, this one reads "
            f"{schema_version()}); update the program"
        )
    steps = steps_from(version)
    envelope["tables"] = {table: {} for table in KEYS} | {
        table: {key: migrated(steps, table, row) for key, row in rows.items()} if steps else rows
        for table, rows in envelope["tables"].items()
    }
    return envelope


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Hundreds of thousands of new objects, none of them garbage; searching them is slow."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def damaged(path: Path, reason: str) -> str:
    """The message for a file that cannot be read as a database, with the way out."""
    found = files.backups(path)
    way_out = (
        f"'quotes db restore' brings back {found[0].name} and keeps the damaged file aside"
        if found
        else "there is no backup beside it"
    )
    return f"{path} is damaged or not a database of Quotes ({reason}); {way_out}"

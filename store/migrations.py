"""From the schema of every released version to the present one.

A migration changes rows one at a time, so that the same function serves a TinyDB file and SQL
tables; SQL gets its columns changed first. A database is migrated when it is opened, in one step
that is all or nothing, and a copy of it as it was stays beside a file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: SQL statements for the tables, and a function of (table, row) for the rows."""

    statements: tuple[str, ...]
    row: Callable[[str, dict[str, Any]], dict[str, Any]]


MIGRATIONS: list[Migration] = []
"""The step from schema 1 to 2 stands first. Schema 1 is the first that was released."""


def schema_version() -> int:
    """The schema that this version of the program writes."""
    return 1 + len(MIGRATIONS)


def steps_from(version: int) -> Sequence[Migration]:
    """The steps from an older schema to the present one."""
    return MIGRATIONS[version - 1 :]


def migrated(steps: Sequence[Migration], table: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row after these steps."""
    for step in steps:
        row = step.row(table, row)
    return row

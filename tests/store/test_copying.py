"""Copying between engines, migrating, checking and repairing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from quotes.errors import DatabaseError, UsageError
from store import Decision, migrations, open_store
from store.contract import Store
from store.copying import copy, restore
from store.migrations import Migration
from tests.store.conftest import ENGINES, new_location
from tests.store.samples import ARTICLE, article_quotes, many

MONA = "mona"


def worked_on(location: str) -> Store:
    """A database with something in every table."""
    store = open_store(location)
    store.add(ARTICLE, article_quotes())
    store.add_many(many(3))
    first, second, *_ = store.find()
    store.decide(Decision(first.id, "accept"), reviewer=MONA)
    store.decide(Decision(second.id, "reject", note="لا"), reviewer="omar")
    store.undo(reviewer="omar")
    one, two, *_ = store.speakers()
    store.merge_speakers(one.id, two.id, reviewer=MONA)
    store.set_setting(MONA, "resume", first.id)
    return store


@pytest.mark.parametrize("source_engine", ENGINES)
@pytest.mark.parametrize("target_engine", ENGINES)
def test_a_copy_is_the_same_on_any_engine(
    source_engine: str, target_engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "to").mkdir()
    source = worked_on(new_location(source_engine, tmp_path, request))
    target = open_store(new_location(target_engine, tmp_path / "to", request))
    with source, target:
        digest = copy(source, target)
        assert target.digest() == digest
        assert target.check() == []
        for order in ("document", "uncertain", "newest", "oldest", "speaker", "outlet", "reviewed"):
            for filter_text in ("", "speaker:روته", "الهدنه", "is:reviewed", "-status:pending"):
                wanted = source.find_ids(filter_text, order)  # type: ignore[arg-type]
                assert target.find_ids(filter_text, order) == wanted  # type: ignore[arg-type]
        # Work goes on in the copy as it would have in the source.
        assert [q.status for q in target.redo(reviewer="omar")] == ["rejected"]
        with pytest.raises(DatabaseError, match="not empty"):
            copy(source, target)


def test_restoring_sqlite_keeps_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "quotes.sqlite"
    location = f"sqlite:///{path}"
    with worked_on(location) as store:
        digest = store.digest()
        store.backup()
        store.decide(Decision(store.find()[0].id, "reject"), reviewer=MONA)
    done = restore(location, None)
    with open_store(location) as store:
        assert store.digest() == digest
    with open_store(f"sqlite:///{done.aside[-1]}") as store:
        assert store.count("status:rejected") == 1
    path.write_bytes(b"SQLite format 3\0" + b"garbage" * 1000)
    restore(str(path), str(done.backup))
    with open_store(location) as store:
        assert store.digest() == digest


def test_restoring_a_server_is_explained() -> None:
    with pytest.raises(UsageError, match="db copy"):
        restore("postgresql+psycopg://u@h/db", None)


def test_an_unsound_sqlite_backup_is_refused(tmp_path: Path) -> None:
    location = f"sqlite:///{tmp_path / 'quotes.sqlite'}"
    with worked_on(location) as store:
        digest = store.digest()
    bad = tmp_path / "bad.sqlite"
    with sqlite3.connect(bad) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(DatabaseError):
        restore(location, str(bad))
    with open_store(location) as store:
        assert store.digest() == digest


# -- checking -----------------------------------------------------------------------------------


def meddle(location: str, table: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the first row of a table behind the store's back."""
    with open_store(location) as store:
        engine = store.engine  # type: ignore[attr-defined]
        with engine.writing() as transaction:
            rows = sorted(transaction.all(table), key=lambda row: orjson.dumps(row))
            row = orjson.loads(orjson.dumps(rows[0]))
            change(row)
            transaction.put(table, [row])


def set_field(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda row: row.__setitem__(name, value)


def set_in_body(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda row: row["body"].__setitem__(name, value)


@pytest.mark.parametrize(
    ("table", "change", "reason", "repairable"),
    [
        ("quotes", set_field("status", "accepted"), "not what its events make it", True),
        ("quotes", set_field("folded", "كلام"), "not what its events make it", True),
        ("quotes", set_field("entity", "nobody"), "speaker nobody is missing", True),
        ("quotes", set_in_body("replaced_by", "feed"), "went over to feed", True),
        ("quotes", set_field("parent", "feed"), "inside quote feed", False),
        ("documents", set_in_body("text", "كلام آخر"), "not the text of its digest", False),
        ("documents", set_field("superseded_by", "f00d"), "newer version f00d", True),
        ("events", set_field("quote", "feed"), "belongs to quote feed", False),
        ("entities", set_in_body("merged_into", "nobody"), "merged into nobody", True),
        ("entities", set_field("root", "nobody"), "filed under nobody", True),
        ("names", set_field("certain", False), "does not agree with its speaker", True),
    ],
)
def test_check_names_what_is_broken_and_repair_mends_it(
    location: str,
    table: str,
    change: Callable[[dict[str, Any]], None],
    reason: str,
    repairable: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)  # where the backup of a server goes
    with open_store(location) as store:
        store.add(ARTICLE, article_quotes())
        store.decide(Decision(store.find()[0].id, "note"), reviewer=MONA)
    meddle(location, table, change)
    with open_store(location) as store:
        found = store.check()
        assert any(reason in problem.what for problem in found), found
        assert any(problem.repairable for problem in found) or not repairable
        if repairable:
            mended = store.repair()
            assert any(reason in problem.what for problem in mended)
            assert store.check() == []


def test_repair_keeps_the_original_aside(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    worked_on(str(path)).close()
    meddle(str(path), "quotes", set_field("status", "fixed"))
    with open_store(path) as store:
        digest = store.digest()
        assert store.repair()
    (kept,) = tmp_path.glob("quotes.json.backup-*")
    with open_store(kept) as store:
        assert store.digest() == digest


# -- migrations ---------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_an_older_schema_is_migrated_once_and_kept(
    engine: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    location = new_location(engine, tmp_path, request)
    store = worked_on(location)
    first = store.find()[0].id
    if engine != "tinydb":  # an open TinyDB leaves a journal to migrate as well
        store.close()

    def row(table: str, row: dict[str, Any]) -> dict[str, Any]:
        if table == "settings" and row["name"] == "resume":
            return row | {"name": "place"}
        return row

    monkeypatch.setattr(
        migrations, "MIGRATIONS", [Migration(("CREATE TABLE IF NOT EXISTS fresh (x TEXT)",), row)]
    )
    with open_store(location) as migrated:
        assert migrated.info().schema_version == 2
        assert migrated.settings(MONA) == {"place": first}
        assert migrated.get(first).status == "accepted"
    with open_store(location) as again:
        assert again.settings(MONA) == {"place": first}
    monkeypatch.setattr(migrations, "MIGRATIONS", [])
    with pytest.raises(DatabaseError, match="newer"):
        open_store(location)
    if engine != "postgresql":
        (kept,) = (p for p in tmp_path.glob("*.schema-1") if p.is_file())
        with open_store(kept) as old:
            assert old.settings(MONA) == {"resume": first}

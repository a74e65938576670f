"""Files: whose they are, who may read them, and what is refused and left as it was."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import orjson
import pytest
from filelock import FileLock

from quotes.errors import DatabaseError, UsageError
from store import Decision, open_store
from store.contract import Store
from store.tiny import storage as tiny_storage
from store.tiny.snapshots import restore
from tests.store.samples import ARTICLE, article_quotes, many

MONA = "mona"


def filled(location: str | Path) -> Store:
    store = open_store(location)
    store.add(ARTICLE, article_quotes())
    return store


def content(folder: Path) -> dict[str, bytes]:
    """Every file but the lock, which says nothing about the data."""
    return {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith(".lock")}


# -- refusing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bytes_", "reason"),
    [
        (b'{"_default": {"1": {"a": 1}}}', "not a database of Quotes"),
        (b"[1, 2, 3]", "not a database of Quotes"),
        ("تصريح".encode(), "damaged or not"),
        (b'{"format": "quotes-database", "schema_version": 1, "tab', "damaged"),
        (b'{"format": "quotes-database", "schema_version": 99, "tables": {}}', "newer"),
        (b"\x00" * 4096, "damaged or not"),
    ],
)
def test_a_file_that_is_not_ours_or_damaged_is_refused_and_left_alone(
    tmp_path: Path, bytes_: bytes, reason: str
) -> None:
    path = tmp_path / "quotes.json"
    path.write_bytes(bytes_)
    before = content(tmp_path)
    with pytest.raises(DatabaseError, match=reason) as caught:
        open_store(path)
    assert caught.value.exit_code == 3
    assert str(path) in str(caught.value)
    assert content(tmp_path) == before


def test_foreign_and_newer_sqlite_files_are_refused_and_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    newer = tmp_path / "newer.sqlite"
    filled(f"sqlite:///{newer}").close()
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE quotes_meta SET value = '99' WHERE name = 'schema_version'")
    connection.close()
    text = tmp_path / "text.sqlite"
    text.write_text("not a database at all")
    before = content(tmp_path)
    for path, reason in ((foreign, "not a database of Quotes"), (newer, "newer"), (text, "not a")):
        with pytest.raises(DatabaseError, match=reason):
            open_store(f"sqlite:///{path}")
    assert content(tmp_path) == before


def test_a_damaged_sqlite_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "quotes.sqlite"
    filled(f"sqlite:///{path}").close()
    damaged = path.read_bytes()[:5000] + os.urandom(20000)
    path.write_bytes(damaged)
    with pytest.raises(DatabaseError, match=r"damaged|malformed|not a database"):
        open_store(f"sqlite:///{path}").check()


@pytest.mark.parametrize(
    "location", ["mysql://u@h/db", "sqlite://", "sqlite:///:memory:", "://", "nonsense://x"]
)
def test_locations_that_are_no_database_are_explained(location: str) -> None:
    with pytest.raises(UsageError):
        open_store(location)


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(DatabaseError) as caught:
        open_store("postgresql+psycopg://mona:secret@127.0.0.1:1/quotes")
    assert "127.0.0.1" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("location", ["quotes.json", "sqlite:///quotes.sqlite"])
def test_a_missing_database_is_not_made_where_that_makes_no_sense(
    location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatabaseError, match="no database"):
        open_store(location, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    for location in (str(tmp_path / "no" / "q.json"), f"sqlite:///{tmp_path}/no/q.sqlite"):
        with pytest.raises(DatabaseError) as caught:
            open_store(location)
        assert "\n" not in str(caught.value)


def test_a_sqlite_file_is_recognised_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "quotes.db"
    filled(f"sqlite:///{path}").close()
    with open_store(path) as store:
        assert store.info().engine == "sqlite"


def test_an_empty_file_is_a_place_for_a_database(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    path.touch()
    with open_store(path) as store:
        assert store.count() == 0


def test_a_file_emptied_by_an_accident_is_not(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    filled(path).close()
    path.write_bytes(b"")
    with pytest.raises(DatabaseError, match=r"restore.*bak1"):
        open_store(path)


# -- permissions --------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
@pytest.mark.parametrize("umask", [0o022, 0o077, 0o027])
@pytest.mark.parametrize("name", ["quotes.json", "sqlite:///quotes.sqlite"])
def test_new_files_respect_the_umask(
    tmp_path: Path, umask: int, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = os.umask(umask)
    try:
        store = filled(name)
        backup = store.backup()
        modes = {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir()}
        store.close()
        modes |= {p.name: p.stat().st_mode & 0o777 for p in tmp_path.iterdir()}
    finally:
        os.umask(before)
    assert Path(backup).exists()
    assert all(mode & umask == 0 for mode in modes.values()), modes


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_rewriting_never_widens_what_someone_has_closed(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    filled(path).close()
    path.chmod(0o600)
    store = open_store(path)
    store.decide(Decision(store.find()[0].id, "accept"), reviewer=MONA)
    assert (tmp_path / "quotes.json.journal").stat().st_mode & 0o777 == 0o600
    store.close()
    backup = tmp_path / "quotes.json.bak1"
    assert [p.stat().st_mode & 0o777 for p in (path, backup)] == [0o600, 0o600]


def test_a_link_to_the_database_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "real" / "quotes.json", tmp_path / "quotes.json"
    path.parent.mkdir()
    filled(path).close()
    link.symlink_to(path)
    with open_store(link) as store:
        store.decide(Decision(store.find()[0].id, "accept"), reviewer=MONA)
    assert link.is_symlink()
    with open_store(path) as store:
        assert store.count("status:accepted") == 1


# -- the journal and the backups ----------------------------------------------------------------


def test_a_decision_is_one_line_beside_the_file_until_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    filled(path).close()
    main = path.read_bytes()
    store = open_store(path)
    quote = store.find()[0]
    store.decide(Decision(quote.id, "accept"), reviewer=MONA)
    assert path.read_bytes() == main
    journal = tmp_path / "quotes.json.journal"
    assert journal.read_bytes().count(b"\n") == 2
    with open_store(path) as other:
        assert other.get(quote.id).status == "accepted"
    store.close()
    store.close()
    assert not journal.exists()
    assert orjson.loads(path.read_bytes())["tables"]["quotes"][quote.id]["status"] == "accepted"
    assert orjson.loads((tmp_path / "quotes.json.bak1").read_bytes())["tables"]["events"] == {}


def test_a_line_cut_short_is_dropped_and_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    store = filled(path)
    first, second, *_ = store.find()
    store.decide(Decision(first.id, "accept"), reviewer=MONA)
    journal = tmp_path / "quotes.json.journal"
    whole = journal.read_bytes()
    for torn in (b"1", b'0badc0de {"quotes": {', b"\0" * 100, b"\0" * 50 + b"\n"):
        journal.write_bytes(whole + torn)
        with open_store(path) as other:
            assert other.count("status:accepted") == 1
        assert journal.read_bytes() == whole + torn
    store.decide(Decision(second.id, "accept"), reviewer=MONA)
    assert open_store(path).count("status:accepted") == 2


def test_a_broken_line_with_others_after_it_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    store = filled(path)
    for quote in store.find():
        store.decide(Decision(quote.id, "accept"), reviewer=MONA)
    journal = tmp_path / "quotes.json.journal"
    lines = journal.read_bytes().split(b"\n")
    lines[2] = lines[2].replace(b"accept", b"reject", 1)
    journal.write_bytes(b"\n".join(lines))
    with pytest.raises(DatabaseError, match=r"journal is damaged.*restore"):
        open_store(path)
    restored = restore(path, None)
    assert len(restored.aside) == 2
    assert restored.backup == path
    with open_store(path) as again:
        assert again.count() == 4
        assert again.count("status:accepted") == 3  # all but the broken line
        again.repair()
        assert again.check() == []


def test_a_journal_of_an_older_generation_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    store = filled(path)
    quote = store.find()[0]
    store.decide(Decision(quote.id, "accept"), reviewer=MONA)
    journal = tmp_path / "quotes.json.journal"
    old = journal.read_bytes()
    store.close()
    # As if the crash had come after the replacement and before the journal was removed.
    journal.write_bytes(old)
    with open_store(path) as again:
        assert again.get(quote.id).status == "accepted"
        assert len(again.history(quote.id)) == 1
        again.undo(reviewer=MONA)
    with open_store(path) as again:
        assert again.get(quote.id).status == "pending"
        assert again.check() == []


def test_a_long_journal_is_folded_into_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tiny_storage, "LONGEST_JOURNAL", 10_000)
    path = tmp_path / "quotes.json"
    store = filled(path)
    quote = store.find()[0]
    for _ in range(30):
        store.decide(Decision(quote.id, "flag"), reviewer=MONA)
    journal = tmp_path / "quotes.json.journal"
    assert not journal.exists() or journal.stat().st_size <= 10_000
    assert len(open_store(path).history(quote.id)) == 30


def test_backups_are_rotated_and_come_back(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    for number, item in enumerate(many(7)):
        with open_store(path) as store:
            store.add_many([item])
        moment = time.time() - 3600 * (7 - number)
        os.utime(path, (moment, moment))
        if number == 0:  # the empty database that came before
            os.utime(tmp_path / "quotes.json.bak1", (moment - 3600, moment - 3600))
    counts = []
    for number in range(1, 6):
        with open_store(tmp_path / f"quotes.json.bak{number}") as backup:
            counts.append(backup.info().documents)
    assert counts == [6, 5, 4, 3, 2]
    assert not (tmp_path / "quotes.json.bak6").exists()
    path.write_bytes(b"{")
    restored = restore(path, None)
    assert restored.aside[0].read_bytes() == b"{"
    assert restored.backup.name == "quotes.json.bak1"
    with open_store(path) as store:
        assert store.info().documents == 6
    restore(path, tmp_path / "quotes.json.bak3")
    with open_store(path) as store:
        assert store.info().documents == 4


def test_decisions_in_the_journal_survive_the_loss_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    filled(path).close()
    with open_store(path) as store:
        store.set_setting(MONA, "x", 1)  # so that the backup has the article
    store = open_store(path)
    quote = store.find()[0]
    store.decide(Decision(quote.id, "accept"), reviewer=MONA)
    path.write_bytes(b"\0" * 100)
    with pytest.raises(DatabaseError, match="restore"):
        open_store(path)
    restored = restore(path, None)
    assert restored.journal_entries == 1
    with open_store(path) as again:
        assert again.get(quote.id).status == "accepted"
        assert again.check() == []


def test_no_backup_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    path.write_bytes(b"{")
    with pytest.raises(DatabaseError, match="no backup"):
        restore(path, None)
    assert path.read_bytes() == b"{"


def test_backup_on_demand_opens(location: str, tmp_path: Path) -> None:
    with filled(location) as store:
        store.decide(Decision(store.find()[0].id, "accept"), reviewer=MONA)
        where = store.backup(str(tmp_path / "copy"))
        with pytest.raises(UsageError, match="exists"):
            store.backup(str(tmp_path / "copy"))
        digest = store.digest()
    with open_store(where) as copy:
        assert copy.digest() == digest


# -- several processes --------------------------------------------------------------------------


def test_a_lock_that_is_held_is_told_with_the_holder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "quotes.json"
    store = filled(path)
    monkeypatch.setattr(tiny_storage, "LOCK_TIMEOUT", 0.1)
    (tmp_path / "quotes.json.lock").write_text("4711 desk-3\n")
    with FileLock(tmp_path / "quotes.json.lock"):
        with pytest.raises(DatabaseError, match="process 4711 on desk-3"):
            store.decide(Decision(store.find()[0].id, "accept"), reviewer=MONA)
        assert store.count() == 4


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_a_place_where_there_can_be_no_file_is_not_taken_for_a_lock() -> None:
    with pytest.raises(DatabaseError, match=r"/proc/quotes\.json cannot be written"):
        open_store("/proc/quotes.json")


def test_a_backup_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    filled(path).close()
    with pytest.raises(DatabaseError, match=r"absent cannot be read: No such file"):
        restore(path, tmp_path / "absent")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    filled(path).close()
    tmp_path.chmod(0o500)
    try:
        with open_store(path, create=False) as store:
            assert store.count() == 4
            with pytest.raises(DatabaseError, match="cannot be written"):
                store.set_setting(MONA, "x", 1)
    finally:
        tmp_path.chmod(0o700)


def test_importing_the_store_does_not_import_sqlalchemy() -> None:
    code = "import sys, store; print({'sqlalchemy', 'textual', 'typer'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

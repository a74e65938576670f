"""How long a reviewer waits, measured from the outside: a key in, the last byte of the frame out.

Run with ``pytest tests/benchmarks/test_review.py --benchmark-only -s``. The real command runs on a
pseudo-terminal of 140 by 45 cells; a frame counts as painted when nothing more is written for
150 ms, and the time is that of its last byte.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from store import open_store
from tests.tui.material import many
from tests.tui.terminal import Terminal

QUOTES = 10_000
KEYS = 100
_QUIET = 0.15


@pytest.fixture(scope="module", params=["tinydb", "sqlite"])
def location(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database of ten thousand quotes in two hundred documents."""
    folder = tmp_path_factory.mktemp("review")
    place = f"sqlite:///{folder}/quotes.sqlite" if request.param == "sqlite" else folder / "q.json"
    with open_store(place) as store:
        store.add_many(many(QUOTES // 50, 50))
    return str(place)


def environment(folder: Path) -> dict[str, str]:
    """The environment of the command, with folders of its own."""
    return {
        **os.environ,
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


def waits(terminal: Terminal, keys: Sequence[str]) -> list[float]:
    """Milliseconds from each key to the last byte of what it painted, sorted."""
    found = []
    for key in keys:
        began = time.perf_counter()
        terminal.send(key)
        assert terminal.read(quiet=_QUIET), f"{key!r} painted nothing"
        found.append((terminal.last_byte_at - began) * 1000)
    return sorted(found)


def report(benchmark: BenchmarkFixture, found: Sequence[float]) -> tuple[float, float]:
    """Median and 95th percentile, printed and kept with the benchmark."""
    median, high = statistics.median(found), found[int(len(found) * 0.95)]
    benchmark.extra_info |= {"median_ms": round(median, 1), "p95_ms": round(high, 1)}
    print(f"\n{benchmark.name}: median {median:.1f} ms, p95 {high:.1f} ms of {len(found)} keys")
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


def test_opening(benchmark: BenchmarkFixture, location: str, tmp_path: Path) -> None:
    def open_once() -> float:
        began = time.perf_counter()
        with opened(location, tmp_path) as terminal:
            terminal.read_until(f"of {QUOTES}")
            return time.perf_counter() - began

    benchmark.pedantic(open_once, rounds=5, iterations=1, warmup_rounds=1)
    assert statistics.median(benchmark.stats.stats.data) < 1.5


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

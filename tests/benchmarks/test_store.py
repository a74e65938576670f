"""What the store costs: one decision, a search, opening, adding; each beside what it rests on.

Run with ``pytest tests/benchmarks/test_store.py --benchmark-only``. PostgreSQL is the server that
the tests start, with its durability on.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quotes.model import Document
from store import Decision, Store, open_store
from tests.store import postgresql
from tests.store.samples import many

QUOTES = 10_000
EACH = 5
ENGINES = ("tinydb", "sqlite", "postgresql")
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def server() -> Iterator[postgresql.Server]:
    folder = postgresql.binaries()
    if folder is None:
        pytest.skip("PostgreSQL's server is not installed")
    with postgresql.server(folder, durable=True) as running:
        yield running


def place(engine: str, folder: Path, request: pytest.FixtureRequest) -> str:
    if engine == "postgresql":
        running: postgresql.Server = request.getfixturevalue("server")
        return running.new_database()
    return str(folder / "q.json") if engine == "tinydb" else f"sqlite:///{folder}/q.sqlite"


@pytest.fixture(scope="module", params=ENGINES)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A database of ten thousand quotes in two thousand articles."""
    location = place(request.param, tmp_path_factory.mktemp("store"), request)
    with open_store(location) as filled:
        filled.add_many(many(QUOTES // EACH, EACH))
    with open_store(location) as opened:
        yield opened


def test_one_decision(store: Store, benchmark: BenchmarkFixture) -> None:
    quotes = iter(store.find())

    def next_decision() -> tuple[tuple[Decision], dict[str, str]]:
        quote = next(quotes)
        return (Decision(quote.id, "accept", quote.revision),), {"reviewer": "mona"}

    benchmark.group = "decision on 10,000 quotes"
    benchmark.pedantic(store.decide, setup=next_decision, rounds=300)


def test_a_bare_fsync_of_the_same_bytes(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    """What a decision cannot be quicker than: its line of the journal, appended and synced."""
    with open_store(tmp_path / "q.json") as small:
        small.add_many(many(1, EACH))
        path = tmp_path / "q.json.journal"
        before = path.stat().st_size
        small.decide(Decision(small.find()[0].id, "accept"), reviewer="mona")
        line = path.read_bytes()[before:]
    descriptor = os.open(tmp_path / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def append() -> None:
        os.write(descriptor, line)
        os.fsync(descriptor)

    benchmark.group = "decision on 10,000 quotes"
    benchmark.pedantic(append, rounds=300)
    os.close(descriptor)


def test_a_search(store: Store, benchmark: BenchmarkFixture) -> None:
    benchmark.group = "a page of a search among 10,000 quotes"
    found = benchmark(store.find, "speaker:روته الهدنه -is:flagged", "newest", 50)
    assert len(found) == 50


def test_a_speaker_by_prefix(store: Store, benchmark: BenchmarkFixture) -> None:
    benchmark.group = "type-ahead for a speaker"
    assert benchmark(store.speakers, "بلين", 10)


def test_opening_a_hundred_thousand_quotes_in_sqlite(
    tmp_path_factory: pytest.TempPathFactory, benchmark: BenchmarkFixture
) -> None:
    """What the review app asks for before it shows anything: the queue, the counts, a page."""
    location = f"sqlite:///{tmp_path_factory.mktemp('large')}/q.sqlite"
    with open_store(location) as filled:
        for start in range(0, 20_000, 2_000):
            filled.add_many(many(2_000, EACH, start=start))

    def opening() -> int:
        with open_store(location) as opened:
            ids = opened.find_ids("status:pending")
            opened.counts()
            for quote in opened.find("status:pending", limit=50):
                opened.document(quote.document.sha256)
            return len(ids)

    benchmark.group = "opening 100,000 quotes"
    assert benchmark.pedantic(opening, rounds=5) == 100_000


@pytest.mark.parametrize("engine", ENGINES)
def test_adding_a_thousand_articles(
    engine: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    benchmark: BenchmarkFixture,
) -> None:
    """In batches of 200, as ``quotes add`` writes them."""
    numbers = count()

    def adding() -> None:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        with open_store(place(engine, folder, request)) as empty:
            for start in range(0, 1000, 200):
                empty.add_many(corpus[start : start + 200])

    corpus = many(1000, 8)
    benchmark.group = "1,000 articles of 8 quotes"
    benchmark.pedantic(adding, rounds=3)
    benchmark.extra_info["articles a second"] = round(1000 / benchmark.stats.stats.median)


def test_extracting_from_articles(benchmark: BenchmarkFixture) -> None:
    """The rate that the store has to keep up with, in one process."""
    from quotes.extraction import Extractor

    extractor = Extractor()
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    articles = [Document(f"{n}.txt", t) for n, t in zip(range(100), cycle(texts), strict=False)]
    extractor.extract(articles[0])

    def extracting() -> None:
        for number, article in enumerate(articles):
            # A fresh value each time, so that nothing can be remembered of it.
            extractor.extract(replace(article, name=f"{number}-{time.monotonic_ns()}"))

    benchmark.group = "extracting 100 articles"
    benchmark.pedantic(extracting, rounds=3)
    benchmark.extra_info["articles a second"] = round(100 / benchmark.stats.stats.median)

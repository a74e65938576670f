"""verify and match on a hundred thousand quotes in SQLite.

Run with ``pytest tests/benchmarks/test_checking.py --benchmark-only``. Filling the database takes
about half a minute, and so does building the index, which ``verify`` does once.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quotes.checking import SearchIndex, match, verify
from quotes.cli.search_index import open_index, statement, statements
from store import open_store
from store.contract import Store
from tests.benchmarks.quotations import invented_articles

QUOTES = 100_000
VERIFY_SECONDS = 0.1
MATCH_SECONDS = 60


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("checking")
    place = f"sqlite:///{folder / 'quotes.sqlite'}"
    with open_store(place) as store:
        articles = invented_articles(QUOTES)
        while batch := list(islice(articles, 2_000)):
            store.add_many(batch)
    return place


@pytest.fixture(scope="module")
def store(location: str) -> Iterator[Store]:
    with open_store(location, create=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def index(store: Store, location: str, tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        return open_index(store, location)


def test_verify(benchmark: BenchmarkFixture, store: Store, index: SearchIndex) -> None:
    """A sentence cut at both ends, two of its words changed places."""
    chance = random.Random(3)
    sentences = []
    for key in chance.sample(store.find_ids(), 50):
        words = store.get(key).quote.text.split()[1:-1]
        words[1], words[2] = words[2], words[1]
        sentences.append(" ".join(words))
    waiting = cycle(sentences)

    def ask() -> None:
        answer = verify(next(waiting), index, lambda ids: statements(store, ids))
        assert answer.level != "not found"

    benchmark.pedantic(ask, rounds=100, warmup_rounds=5)
    assert benchmark.stats.stats.median < VERIFY_SECONDS


# Processor time: it runs on one core, and other work on the machine is none of its business.
@pytest.mark.benchmark(timer=time.process_time)
def test_match(benchmark: BenchmarkFixture, store: Store) -> None:
    def find() -> int:
        return len(match(statement(stored) for stored in store.iterate()))

    assert benchmark.pedantic(find, rounds=1) > 1_000
    assert benchmark.stats.stats.max < MATCH_SECONDS

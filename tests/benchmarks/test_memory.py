"""How much memory a night's work takes: 30,000 articles through ``quotes extract``.

Run: QUOTES_BENCHMARK=articles.jsonl.gz pytest tests/benchmarks/test_memory.py --benchmark-only -s

``QUOTES_BENCHMARK`` names a JSONL file (it may be gzipped) with a ``text`` in each row, which is
read again and again until there are 30,000 articles. What is read again holds no new words, as
new articles would, and what is known of words is remembered: in two more runs the letters of one
word in thirty, and of every word, are mixed, mostly to a spelling that was not there before.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.processes import needs_proc, watched

ARTICLES = 30_000
LIMIT = 600_000_000
# What the second half of the articles may add to what the first half took.
GROWTH = 1.1
RUN = "from quotes.cli import main; main()"

pytestmark = needs_proc


@pytest.fixture(scope="module")
def texts() -> list[str]:
    path = os.environ.get("QUOTES_BENCHMARK")
    if path is None:
        pytest.skip("QUOTES_BENCHMARK names no file of articles")
    data = Path(path).read_bytes()
    lines = (gzip.decompress(data) if path.endswith(".gz") else data).splitlines()
    return [json.loads(line)["text"] for line in lines]


def articles(texts: list[str], new_words: float) -> Iterator[str]:
    repeated = itertools.islice(itertools.cycle(texts), ARTICLES)
    return (_renewed(text, new_words, seed) for seed, text in enumerate(repeated))


def _renewed(text: str, share: float, seed: int) -> str:
    """The text with this share of its words spelt as never before: their letters mixed."""
    chance = random.Random(seed)
    words = text.split(" ")
    for place in chance.sample(range(len(words)), int(share * len(words))):
        words[place] = "".join(chance.sample(words[place], len(words[place])))
    return " ".join(words)


@pytest.mark.parametrize(
    ("workers", "new_words"),
    [(1, 0.0), (2, 0.0), (1, 1 / 30), (1, 1.0)],
    ids=["one-worker", "two-workers", "one-word-in-thirty-new", "every-word-new"],
)
def test_memory_stays_flat(
    benchmark: BenchmarkFixture, texts: list[str], workers: int, new_words: float
) -> None:
    """Prints the largest process and all together after each tenth of the articles."""
    fed = 0
    peaks = [dict[int, int]() for _ in range(11)]

    def feed(stream: IO[bytes]) -> None:
        nonlocal fed
        with stream:
            for text in articles(texts, new_words):
                stream.write(json.dumps({"text": text}).encode() + b"\n")
                fed += 1

    def run() -> None:
        command = [sys.executable, "-c", RUN, "extract", "-", "--from", "jsonl"]
        command += ["--format", "jsonl", "--workers", str(workers)]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            feeder = threading.Thread(target=feed, args=(process.stdin,), daemon=True)
            feeder.start()
            for usages in watched(process):
                peak = peaks[10 * fed // ARTICLES]
                for each in usages:
                    peak[each.process] = max(each.resident, peak.get(each.process, 0))
            feeder.join()
            assert process.returncode == 0

    start = time.monotonic()
    benchmark.pedantic(run, rounds=1)
    rate = ARTICLES / (time.monotonic() - start)
    print(
        f"\n{ARTICLES} articles, {workers} workers, new words: {new_words:.0%}; {rate:.0f} a second"
    )
    for tenth, peak in enumerate(peaks):
        if peak:
            largest, together = max(peak.values()), sum(peak.values())
            print(
                f"{tenth}0 % largest process {largest / 1e6:6.0f} MB  all {together / 1e6:6.0f} MB"
            )
    largest = [max(peak.values()) for peak in peaks if peak]
    assert max(largest) < LIMIT
    if not new_words:
        assert max(largest[5:]) < GROWTH * max(largest[:6])

"""Articles a second, beside camel-tools analysing every token of the same articles.

Run: pytest tests/benchmarks/test_extraction.py --benchmark-only -s

``QUOTES_BENCHMARK`` names a JSONL file (it may be gzipped) with a ``text`` in each row, of which
the first 300 are taken; without it the sample articles are.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quotes.arabic.tokens import tokenize
from quotes.extraction import Extractor
from quotes.model import Document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ARTICLES = 300
CAMEL_CACHE = 100_000
RUN = "from quotes.cli import main; main()"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    path = os.environ.get("QUOTES_BENCHMARK")
    if path is None:
        texts = [file.read_text("utf-8") for file in sorted(SAMPLES.glob("*.txt"))]
    else:
        data = Path(path).read_bytes()
        lines = (gzip.decompress(data) if path.endswith(".gz") else data).splitlines()
        texts = [json.loads(line)["text"] for line in lines[:ARTICLES]]
    return [Document(str(number), text) for number, text in enumerate(texts)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_beside_camel_tools(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    """Prints articles a second and ratios, in processor time of one run."""
    from quotes.arabic.morphology.almor import database_path
    from quotes.arabic.morphology.camel import analyzer

    database = database_path(None)
    analyzer(database)
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB

    camel = Analyzer(MorphologyDB(str(database), "a"), cache_size=CAMEL_CACHE)
    tokens = [token.text for document in documents for token in tokenize(document.text)]
    extractor = Extractor()

    def analyse() -> None:
        for token in tokens:
            camel.analyze(token)

    def extract() -> None:
        for _ in extractor.pipe(documents):
            pass

    count = len(documents)
    camel_cold, camel_warm = count / _seconds(analyse), count / _seconds(analyse)
    cold = count / _seconds(extract)
    benchmark.pedantic(extract, rounds=1)
    warm = max(count / _seconds(extract) for _ in range(3))
    words = sum(len(document.text.split()) for document in documents) / count
    print(f"\n{count} articles of {words:.0f} words, articles a second of processor time")
    print(f"camel-tools, every token, its cache cold {camel_cold:8.1f}   warm {camel_warm:8.1f}")
    print(f"quotes, its caches cold                  {cold:8.1f}   warm {warm:8.1f}")
    print(
        f"ratio cold to cold {cold / camel_cold:.1f}, warm to cold {warm / camel_cold:.1f}, ",
        end="",
    )
    print(f"warm to warm {warm / camel_warm:.2f}")


def test_articles_with_warm_caches(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    extractor = Extractor()
    benchmark(lambda: list(extractor.pipe(documents)))


@pytest.mark.parametrize(
    "command",
    [
        ["-c", "import typer, regex"],
        ["-c", RUN, "--help"],
        ["-c", RUN, "extract", str(SAMPLES / "01-brussels.txt"), "--format", "jsonl"],
    ],
    ids=["imports-alone", "help", "extract-one-article"],
)
def test_starting(benchmark: BenchmarkFixture, command: list[str]) -> None:
    def start() -> None:
        subprocess.run([sys.executable, *command], check=True, capture_output=True)

    start()
    benchmark.pedantic(start, rounds=5)

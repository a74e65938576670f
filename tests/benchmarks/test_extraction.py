"""Articles a second, beside camel-tools analysing every token of the same articles.

Run: pytest tests/benchmarks/test_extraction.py --benchmark-only -s

``QUOTES_BENCHMARK`` names a JSONL file (it may be gzipped) with a ``text`` in each row, of which
the first 300 are taken; without it the sample articles are.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quotes.arabic.tokens import tokenize
from quotes.extraction import Extractor
from quotes.model import Document
from quotes.writing import Article
from quotes.writing.jsonl import write

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ARTICLES = 300
CAMEL_CACHE = 100_000
RUN = "from quotes.cli import main; main()"
ONE = SAMPLES / "01-brussels.txt"


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
    """Prints articles a second and ratios, in processor time of one run.

    For camel-tools that is analysing every token, for Quotes everything from the text to the
    lines of JSON.
    """
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
        write(_articles(extractor, documents), io.BytesIO())

    count = len(documents)
    camel_cold, camel_warm = count / _seconds(analyse), count / _seconds(analyse)
    cold = count / _seconds(extract)
    benchmark.pedantic(extract, rounds=1)
    warm = max(count / _seconds(extract) for _ in range(5))
    words = sum(len(document.text.split()) for document in documents) / count
    print(f"\n{count} articles of {words:.0f} words, articles a second of processor time")
    print(f"camel-tools, every token     caches cold {camel_cold:8.1f}   warm {camel_warm:8.1f}")
    print(f"quotes, JSONL included       caches cold {cold:8.1f}   warm {warm:8.1f}")
    print(
        f"quotes in camel-tools: cold to cold {cold / camel_cold:.1f}, warm to cold "
        f"{warm / camel_cold:.1f}, warm to warm {warm / camel_warm:.2f}"
    )


def _articles(extractor: Extractor, documents: list[Document]) -> Iterator[Article]:
    for done in extractor.pipe(documents):
        yield Article(done.document, done.quotes)


# What is called for each stage, in its order, by the name under which the pipeline knows it.
STAGES = {
    "tokens, sentences, quotations": ["Article"],
    "furniture": ["find_furniture"],
    "cues": ["CueFinder.find"],
    "phrases of source": ["SourcePhraseFinder.find"],
    "frames and subjects": ["find_frames"],
    "contents": ["ContentFinder.__init__", "ContentFinder.attribution", "SourceFinder.find"],
    "headlines": ["HeadlineFinder.find"],
    "speakers": ["Entities.__init__", "resolve_speakers"],
    "evidence": ["gather", "worth_reporting"],
    "quotes": ["assemble"],
}


def test_where_the_time_goes(
    benchmark: BenchmarkFixture, documents: list[Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Prints what each stage takes with warm caches, in parts of a hundred."""
    from quotes.extraction import pipeline
    from quotes.extraction.text import words

    if not str(words.__file__).endswith(".py"):
        pytest.skip("no clock can be put around the methods of compiled classes")
    extractor = Extractor()
    spent = dict.fromkeys([*STAGES, "writing JSONL"], 0.0)

    def timed(stage: str, work: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            start = time.perf_counter()
            result = work(*arguments)
            spent[stage] += time.perf_counter() - start
            return result

        return call

    for stage, names in STAGES.items():
        for name in names:
            *owner, function = name.split(".")
            place = getattr(pipeline, owner[0]) if owner else pipeline
            monkeypatch.setattr(place, function, timed(stage, getattr(place, function)))

    def extract() -> None:
        done = list(_articles(extractor, documents))
        timed("writing JSONL", write)(done, io.BytesIO())

    extract()
    spent.update(dict.fromkeys(spent, 0.0))
    start = time.perf_counter()
    benchmark.pedantic(extract, rounds=5)
    total = time.perf_counter() - start
    print()
    for stage, seconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"{stage:32} {100 * seconds / total:5.1f}")
    print(f"{'between the stages':32} {100 * (1 - sum(spent.values()) / total):5.1f}")


def test_articles_with_warm_caches(benchmark: BenchmarkFixture, documents: list[Document]) -> None:
    extractor = Extractor()
    benchmark(lambda: list(extractor.pipe(documents)))


COMMANDS = {
    "import typer, regex": ["-c", "import typer, regex"],
    "quotes --help": ["-c", RUN, "--help"],
    "quotes list": ["-c", RUN, "list"],
    "quotes extract, one article": ["-c", RUN, "extract", str(ONE), "--format", "jsonl"],
}


def test_starting(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Prints the processor time of commands with warm caches, and ratios to the first."""
    from store import open_store

    database = tmp_path / "quotes.json"
    open_store(str(database)).close()

    def start() -> dict[str, float]:
        return {name: _seconds_of_child(command, database) for name, command in COMMANDS.items()}

    start()
    rounds = [start() for _ in range(7)]
    benchmark.pedantic(start, rounds=1)
    best = {name: min(each[name] for each in rounds) for name in COMMANDS}
    print()
    for name, seconds in best.items():
        print(f"{name:30} {seconds:6.3f} s {seconds / best['import typer, regex']:5.1f}")


def _seconds_of_child(command: list[str], database: Path) -> float:
    # Where Python may not keep compiled code, that would be measured, too.
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "QUOTES_DB": str(database)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

"""What an article costs on Apache Spark: the figures from which docs/spark.md computes a cluster.

Run, where Spark is: QUOTES_BENCHMARK=articles.jsonl.gz \\
    pytest tests/benchmarks/test_spark.py --benchmark-only -s

``QUOTES_BENCHMARK`` names a JSONL file (it may be gzipped) with a ``text`` in each row, which is
read again and again until there are 30,000 articles.
"""

from __future__ import annotations

import gzip
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.processes import Usage, needs_proc, watched

ARTICLES = 30_000
FILES = 10
RUN = "from quotes.cli.spark import main; main()"

pytestmark = needs_proc


def bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_articles_on_two_cores(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """Prints processor time, memory and bytes."""
    pytest.importorskip("pyspark", reason="PySpark is not installed: uv sync --extra spark")
    path = os.environ.get("QUOTES_BENCHMARK")
    if path is None:
        pytest.skip("QUOTES_BENCHMARK names no file of articles")
    data = Path(path).read_bytes()
    lines = (gzip.decompress(data) if path.endswith(".gz") else data).splitlines(keepends=True)
    repeated = itertools.islice(itertools.cycle(lines), ARTICLES)
    (tmp_path / "in").mkdir()
    for number in range(FILES):
        with (tmp_path / "in" / f"{number}.jsonl").open("wb") as file:
            file.writelines(itertools.islice(repeated, ARTICLES // FILES))

    last: dict[int, Usage] = {}
    peaks: dict[int, int] = {}

    def run() -> None:
        command = [sys.executable, "-c", RUN, "in", "out", "--master", "local[2]"]
        command += ["--conf", "spark.driver.host=127.0.0.1", "--conf", "spark.ui.enabled=false"]
        with subprocess.Popen(command, cwd=tmp_path) as process:
            for usages in watched(process):
                for each in usages:
                    last[each.process] = each
                    peaks[each.process] = max(each.resident, peaks.get(each.process, 0))
            assert process.returncode == 0

    benchmark.pedantic(run, rounds=1)
    workers = [each for each in last.values() if "java" not in each.program]
    jvm = [each for each in last.values() if "java" in each.program]
    extracting = sum(each.seconds for each in workers)
    handing = sum(each.seconds for each in jvm)
    largest = max(peaks[each.process] for each in workers)
    print(f"\n{ARTICLES} articles of {bytes_in(tmp_path / 'in') / ARTICLES:.0f} bytes")
    print(f"Python: {ARTICLES / extracting:.0f} articles a second of processor time")
    print(f"JVM: {handing:.0f} s beside {extracting:.0f} s of Python")
    print(f"largest Python worker: {largest / 1e6:.0f} MB")
    print(f"largest JVM: {max(peaks[each.process] for each in jvm) / 1e6:.0f} MB")

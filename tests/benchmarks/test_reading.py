"""How fast articles are read, before anything is extracted."""

from __future__ import annotations

import json
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from quotes.reading import read_documents

SAMPLES = Path(__file__).parents[2] / "samples"


def test_rows_of_jsonl(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """1,000 articles in one file."""
    text = (SAMPLES / "01-brussels.txt").read_text(encoding="utf-8")
    row = json.dumps({"text": text, "date": "13 نوفمبر 2024"}, ensure_ascii=False)
    (tmp_path / "a.jsonl").write_text(f"{row}\n" * 1000, encoding="utf-8")
    assert benchmark(lambda: len(list(read_documents([tmp_path])))) == 1000


def test_files_of_text(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """1,000 articles in as many files."""
    data = (SAMPLES / "01-brussels.txt").read_bytes()
    for number in range(1000):
        (tmp_path / f"{number}.txt").write_bytes(data)
    assert benchmark(lambda: len(list(read_documents([tmp_path])))) == 1000


def test_web_pages(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    """100 web pages, taken apart in this process."""
    data = (SAMPLES / "07-page.html").read_bytes()
    for number in range(100):
        (tmp_path / f"{number}.html").write_bytes(data)
    assert benchmark(lambda: len(list(read_documents([tmp_path])))) == 100

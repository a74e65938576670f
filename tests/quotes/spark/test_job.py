"""``quotes-spark``: the same quotes as ``quotes extract``, in folders by outlet and day."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quotes.errors import QuotesError, UsageError
from quotes.reading import ReadOptions
from quotes.spark import schema, sources
from quotes.spark.job import Counts, run
from tests.documentation import ROOT
from tests.quotes.extraction.texts import constructed, corpus_articles, sample_articles
from tests.quotes.spark.conftest import SETTINGS

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.slow

RUN = "import sys; from importlib import import_module; import_module(sys.argv.pop(1)).main()"
TEXT = ReadOptions(columns={"text": "body"})
SAID = "قال الوزير إن العمل بدأ."
PROBLEMS = 8
OUTLETS = ["الشرق", "a/b: c", "", None, "2024"]
DAYS = ["2024-11-13", "13/11/2024 08:30", "1731456000", "yesterday", None]


def row(number: int, text: Any) -> dict[str, Any]:
    return {
        "id": f"n{number}",
        "body": text,
        "headline": f"عنوان {number}",
        "source": OUTLETS[number % len(OUTLETS)],
        "date": DAYS[number // 2 % len(DAYS)],
    }


def corpus() -> list[str]:
    """A few hundred texts; those of the corpus among them where it is at hand."""
    texts = [*sample_articles(), *constructed(), *corpus_articles(10)]
    random.Random(7).shuffle(texts)
    return [text for text in texts if text.strip()]


def write_jsonl(path: Path, rows: list[dict[str, Any]], *others: bytes) -> None:
    lines = [json.dumps(each, ensure_ascii=False).encode("utf-8", "surrogatepass") for each in rows]
    data = b"\n".join([*lines, *others])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles in three files of JSONL, and rows among them that are none."""
    folder = tmp_path_factory.mktemp("desk")
    rows = [row(number, text) for number, text in enumerate(corpus())]
    third = len(rows) // 3
    write_jsonl(
        folder / "in" / "one.jsonl",
        [*rows[:third], row(9001, None), row(9002, {"words": SAID}), row(9003, "\n")],
        b'{"id": "n9004", "body": "half',
        b'{"id": "n9005", "body": "\xd9"}',
        b"",
        b"[1, 2]",
        b'{"id": "n9006", "body": "' + SAID.encode() * 250_000 + b'"}',
        json.dumps(row(9007, SAID)).encode() + b"\r",
    )
    write_jsonl(folder / "in" / "deep er" / "two.ndjson", rows[third : 2 * third])
    write_jsonl(
        folder / "in" / "three.jsonl.gz", [*rows[2 * third :], row(9008, 7.5), row(9009, "")]
    )
    return folder


def program(module: str, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """One of our commands, as a process of its own in ``folder``."""
    return subprocess.run(
        [sys.executable, "-c", RUN, module, *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        timeout=600,
    )


def locally(folder: Path | str, workers: int, desk: Path) -> tuple[list[dict[str, Any]], list[str]]:
    """What ``quotes extract`` finds, and what it complains of."""
    options = ("--column", "text=body", "--format", "jsonl", "--workers", str(workers))
    done = program("quotes.cli", "extract", folder, *options, folder=desk)
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr.splitlines()


def written(spark: SparkSession, output: Path) -> list[dict[str, Any]]:
    """The quotes in a folder, as records."""
    # Without a schema Spark takes an outlet called 2024 for a number.
    table = spark.read.schema(schema().add("date", "string")).parquet(f"{output}/quotes")
    return [each.asDict(recursive=True) for each in table.drop("text", "date").collect()]


def by_article(records: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The records of each article; between articles there is no order."""
    found = defaultdict(list)
    for record in records:
        found[record["document"]].append(record)
    return {
        name: sorted(each, key=lambda record: (record["cue"]["start"], record["id"]))
        for name, each in found.items()
    }


def test_one_worker_many_workers_and_spark_find_the_same(
    spark: SparkSession, desk: Path, tmp_path: Path
) -> None:
    one, complaints = locally(desk / "in", 1, desk)
    assert locally(desk / "in", 2, desk) == (one, complaints)
    assert len(one) > 300
    counts = run(spark, str(desk / "in"), str(tmp_path), "jsonl", TEXT)
    assert by_article(written(spark, tmp_path)) == by_article(one)
    problems = spark.read.parquet(f"{tmp_path}/problems").collect()
    assert counts == Counts(len(one), len(problems))
    # Where JSON breaks off depends on whether the line's end is part of it.
    reasons = sorted(told.split(": ", 2)[2].partition(" (")[0] for told in complaints)
    assert sorted(told.problem.partition(" (")[0] for told in problems) == reasons
    assert len(reasons) == PROBLEMS
    for problem in problems:
        assert problem.document.startswith(str(desk / "in"))


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_of_other_formats(spark: SparkSession, tmp_path: Path, format: str) -> None:
    rows = [row(number, text) for number, text in enumerate(sample_articles() + constructed())]
    rows[3]["body"] = ""
    folder = tmp_path / "in"
    if format == "csv":
        folder.mkdir()
        for part in range(2):
            with (folder / f"{part}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                # Each file may have its columns in an order of its own.
                writer = csv.DictWriter(file, sorted(rows[0], reverse=bool(part)))
                writer.writeheader()
                writer.writerows(rows[part::2])
    else:
        kinds = "id string, body string, headline string, source string, date string"
        table = spark.createDataFrame([tuple(each.values()) for each in rows], kinds)
        table.repartition(3).write.parquet(str(folder))
    counts = run(spark, str(folder), str(tmp_path / "out"), format, TEXT)
    assert counts.problems == 1
    write_jsonl(tmp_path / "rows.jsonl", rows)
    expected, _ = locally("rows.jsonl", 1, tmp_path)
    found = written(spark, tmp_path / "out")
    for record in [*found, *expected]:
        record["document"] = record["document"].partition("#")[2]
    assert by_article(found) == by_article(expected)


def test_quotes_lie_in_folders_by_outlet_and_day(spark: SparkSession, tmp_path: Path) -> None:
    rows = [row(number, SAID) for number in range(20)]
    rows.append(row(20, SAID) | {"source": "ن" * 121})
    write_jsonl(tmp_path / "in" / "a.jsonl", rows)
    counts = run(spark, str(tmp_path / "in"), str(tmp_path / "out"), "jsonl", TEXT)
    assert counts == Counts(20, 1)
    folders = {
        str(path.parent.relative_to(tmp_path / "out" / "quotes"))
        for path in (tmp_path / "out" / "quotes").rglob("*.parquet")
    }
    unknown = "__HIVE_DEFAULT_PARTITION__"
    assert "outlet=الشرق/date=2024-11-13" in folders
    assert f"outlet=a%2Fb%3A c/date={unknown}" in folders
    assert {each.partition("/")[0] for each in folders} == {
        "outlet=الشرق",
        "outlet=a%2Fb%3A c",
        "outlet=2024",
        f"outlet={unknown}",
    }
    days = {each.partition("/")[2] for each in folders}
    assert days == {"date=2024-11-13", f"date={unknown}"}
    found = {
        (each["document"].partition("#")[2], each["outlet"])
        for each in written(spark, tmp_path / "out")
    }
    assert found == {(each["id"], each["source"] or None) for each in rows[:20]}
    [problem] = spark.read.parquet(f"{tmp_path}/out/problems").collect()
    assert "outlet" in problem.problem


def test_a_damaged_file_is_a_problem(spark: SparkSession, tmp_path: Path) -> None:
    write_jsonl(tmp_path / "in" / "a.jsonl.gz", [row(number, SAID) for number in range(50)])
    whole = (tmp_path / "in" / "a.jsonl.gz").read_bytes()
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(whole[:-20])
    write_jsonl(tmp_path / "in" / "b.jsonl", [row(99, SAID)])
    counts = run(spark, str(tmp_path / "in"), str(tmp_path / "out"), "jsonl", TEXT)
    assert counts.quotes >= 1
    [problem] = spark.read.parquet(f"{tmp_path}/out/problems").collect()
    assert "cut short" in problem.problem


def test_a_file_too_large_to_be_read_whole_is_a_problem(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SAID, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(SAID * 10, encoding="utf-8")
    monkeypatch.setattr(sources, "LARGEST_FILE", 100)
    run(spark, str(tmp_path / "in"), str(tmp_path / "out"), "text", ReadOptions())
    assert [each["document"] for each in written(spark, tmp_path / "out")] == [
        str(tmp_path / "in" / "a.txt")
    ]
    [problem] = spark.read.parquet(f"{tmp_path}/out/problems").collect()
    assert problem.document == str(tmp_path / "in" / "b.txt")
    assert "200 MB, the limit" in problem.problem


def test_results_that_are_there_are_kept_unless_told_otherwise(
    spark: SparkSession, tmp_path: Path
) -> None:
    write_jsonl(tmp_path / "in" / "a.jsonl", [row(1, SAID)])
    places = (spark, str(tmp_path / "in"), str(tmp_path / "out"), "jsonl", TEXT)
    run(*places)
    with pytest.raises(UsageError, match="there already"):
        run(*places)
    run(*places, mode="append")
    assert len(written(spark, tmp_path / "out")) == 2
    run(*places, mode="overwrite")
    assert len(written(spark, tmp_path / "out")) == 1


def test_no_articles_and_no_quotes(spark: SparkSession, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        run(spark, str(tmp_path / "nowhere"), str(tmp_path / "out"), "jsonl", TEXT)
    (tmp_path / "in").mkdir()
    with pytest.raises(UsageError, match="no jsonl files"):
        run(spark, str(tmp_path / "in"), str(tmp_path / "out"), "jsonl", TEXT)
    write_jsonl(tmp_path / "in" / "a.jsonl", [row(1, "لا أحد هنا.")])
    assert run(spark, str(tmp_path / "in"), str(tmp_path / "out"), "jsonl", TEXT) == Counts(0, 0)
    assert spark.read.parquet(f"{tmp_path}/out/problems").count() == 0


def test_what_is_no_parquet_ends_the_job_with_a_message(
    spark: SparkSession, tmp_path: Path
) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no parquet" * 10)
    with pytest.raises(QuotesError, match=r"a\.parquet"):
        run(spark, str(tmp_path), str(tmp_path / "out"), "parquet", TEXT)


@pytest.mark.usefixtures("spark")
def test_the_command(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "in" / "deep" / "a b.jsonl", [row(1, SAID), row(2, None)])
    settings = [word for pair in SETTINGS.items() for word in ("--conf", "=".join(pair))]
    options = ("--column", "text=body", "--master", "local[2]", *settings)
    done = program("quotes.cli.spark", "in/", "out", *options, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "quotes: 1; problems: 1; in out\n"
    import pyarrow.parquet as pq

    [record] = pq.read_table(tmp_path / "out" / "quotes").to_pylist()
    assert record["document"] == "in/deep/a b.jsonl#n1"
    [problem] = pq.read_table(tmp_path / "out" / "problems").to_pylist()
    assert problem["document"] == "in/deep/a b.jsonl#n2"
    again = program("quotes.cli.spark", "in/", "out", *options, folder=tmp_path)
    assert again.returncode == 2
    assert "there already" in again.stderr.splitlines()[-1]

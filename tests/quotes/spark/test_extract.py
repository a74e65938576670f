"""``quotes.spark.extract`` on two cores of a real Spark: the same as here, and nothing ends it."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

import quotes.spark
from quotes import Document, Extractor
from quotes.errors import UsageError
from quotes.extraction import Extracted
from quotes.record import from_record, to_record
from quotes.spark import problems, schema
from quotes.spark.results import rows_of
from quotes.spark.workers import Source, extracted
from tests.documentation import ROOT, blocks
from tests.quotes.extraction.texts import constructed, sample_articles

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytestmark = pytest.mark.slow

SAID = "قال الوزير إن العمل بدأ."


def documents() -> list[Document]:
    texts = [*sample_articles(), *constructed()]
    return [
        Document(
            f"news/{number}", text, "عنوان", "صحيفة", "كاتب", "2024-11-13", "https://a.example"
        )
        for number, text in enumerate(texts)
        if text.strip()
    ]


def articles(spark: SparkSession, given: list[Document], partitions: int = 2) -> DataFrame:
    rows = [(d.name, d.text, d.title, d.outlet, d.author, d.published, d.address) for d in given]
    columns = "name string, text string, title string, outlet string, author string"
    table = spark.createDataFrame(rows, f"{columns}, published string, address string")
    return table.repartition(partitions)


def by_document(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The records of each document, in their order; between documents there is none."""
    found = defaultdict(list)
    for row in rows:
        found[row["document"]].append(row)
    return dict(found)


def records(results: DataFrame) -> dict[str, list[dict[str, Any]]]:
    rows = [row.asDict(recursive=True) for row in results.transform(quotes.spark.quotes).collect()]
    for row in rows:
        assert row.pop("text") == from_record(row).text
    return by_document(rows)


@pytest.fixture
def small_batches(spark: SparkSession) -> Iterator[None]:
    name = "spark.sql.execution.arrow.maxRecordsPerBatch"
    spark.conf.set(name, "7")
    yield
    spark.conf.unset(name)


@pytest.mark.usefixtures("small_batches")
def test_quotes_are_those_that_one_process_finds(spark: SparkSession) -> None:
    given = documents()
    assert len(given) > 100
    extractor = Extractor()
    here = [to_record(q, d) for d in given for q in extractor.extract(d)]
    results = articles(spark, given).transform(quotes.spark.extract)
    assert records(results) == by_document(here)
    assert results.transform(problems).count() == 0


def test_rows_that_are_no_articles_are_told_apart(spark: SparkSession) -> None:
    rows = [
        ("good", SAID),
        ("null", None),
        ("empty", " \n"),
        ("huge", SAID * 1000),
        ("another", SAID),
    ]
    table = spark.createDataFrame(rows, "id string, text string").coalesce(1)
    results = quotes.spark.extract(table, maximum_characters=10_000)
    assert set(records(results)) == {"good", "another"}
    found = {row.document: row for row in results.transform(problems).collect()}
    assert {name: row.problem for name, row in found.items()} == {
        "null": "the column 'text' holds nothing",
        "empty": "empty: there is no text in it",
        "huge": "larger than 0.01 MB, the limit for one article (--max-size)",
    }


def test_damaged_text_is_a_problem_of_its_row(spark: SparkSession) -> None:
    table = spark.sql(
        "select 'good' as id, 'قال الوزير إن العمل بدأ.' as text "
        "union all select 'damaged', cast(X'D982D9FF' as string)"
    )
    results = table.transform(quotes.spark.extract)
    assert set(records(results)) == {"good"}
    [problem] = results.transform(problems).collect()
    assert (problem.document, problem.problem) == ("damaged", "not valid UTF-8")


def test_a_failure_of_the_engine_is_a_row_with_the_beginning_of_the_text() -> None:
    [row] = rows_of(Extracted(Document("news/1", "ن" * 1000), problem="extraction failed (\ud83d)"))
    assert row == {
        "document": "news/1",
        "problem": "extraction failed (\ufffd)",
        "beginning": "ن" * 200,
    }


def test_a_reader_that_fails_ends_with_its_row(spark: SparkSession) -> None:
    def read(row: dict[str, Any]) -> Iterator[Document]:
        yield Document(str(1 // row["id"]), SAID)

    rows = spark.range(2).selectExpr("id", "'news' as _file")
    results = extracted(Source(rows, read), None)
    assert set(records(results)) == {"1"}
    [problem] = results.transform(problems).collect()
    assert problem.document == "news"
    assert "ZeroDivisionError" in problem.problem


def test_columns_go_by_their_usual_names_or_those_given(spark: SparkSession) -> None:
    row = (
        7,
        SAID,
        ["س", "ص"],
        datetime(2024, 11, 13, 8, 30),
        {"a": 1},
        SAID.replace("بدأ", "تأخر"),
    )
    names = "doc_id int, content string, authors array<string>, date timestamp_ntz"
    table = spark.createDataFrame([row], f"{names}, title map<string,int>, `the.words` string")
    [[found]] = records(table.transform(quotes.spark.extract)).values()
    assert (found["document"], found["published"]) == ("7", "2024-11-13T08:30:00")
    assert found["title"] is None
    assert found["content"][0]["text"] == "العمل بدأ"
    [[found]] = records(quotes.spark.extract(table, {"text": "the.words"})).values()
    assert found["content"][0]["text"] == "العمل تأخر"


def test_an_article_without_a_name_has_its_address_or_a_digest(spark: SparkSession) -> None:
    rows = [(SAID, "https://a.example/1"), (SAID, None)]
    table = spark.createDataFrame(rows, "text string, url string")
    named = set(records(table.transform(quotes.spark.extract)))
    assert named == {"https://a.example/1", Document("", SAID).sha256[:16]}


def test_a_table_without_text_is_refused_at_once(spark: SparkSession) -> None:
    table = spark.createDataFrame([(1, {"a": "b"})], "id int, words map<string,string>")
    with pytest.raises(UsageError, match="there are: id, words"):
        quotes.spark.extract(table)
    with pytest.raises(UsageError, match="no column 'matn'"):
        quotes.spark.extract(table, {"text": "matn"})
    with pytest.raises(UsageError, match="no text but map"):
        quotes.spark.extract(table, {"text": "words"})
    with pytest.raises(UsageError, match="no such field"):
        quotes.spark.extract(table, {"body": "words"})


def test_the_schema_is_that_of_the_record_and_says_what_offsets_count(spark: SparkSession) -> None:
    described = json.loads((ROOT / "quotes" / "record.schema.json").read_text("utf-8"))
    assert set(schema().names) == {*described["properties"], "text"}
    found = quotes.spark.quotes(articles(spark, documents()[:1]).transform(quotes.spark.extract))
    assert found.schema == schema()
    for name in ("content", "cue", "mention", "candidates"):
        assert "code points" in schema()[name].metadata["comment"]


def test_offsets_are_those_of_spark(spark: SparkSession) -> None:
    text = "😀 قالت الوزيرة: «نعم 😀 لا»."
    table = spark.createDataFrame([("one", text)], "name string, article string")
    found = quotes.spark.quotes(table.transform(quotes.spark.extract)).join(
        table, on=table["name"] == "one"
    )
    spans = found.selectExpr("explode(content) as span", "article").selectExpr(
        "span.text as text", "substring(article, span.start + 1, span.end - span.start) as cut"
    )
    [span] = spans.collect()
    assert span.text == span.cut == "نعم 😀 لا"


def test_each_process_makes_one_engine(spark: SparkSession) -> None:
    def engines(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        from quotes.extraction.batches import _engine, extract_batches

        for _ in batches:
            list(extract_batches([[Document("", SAID)], [Document("", SAID)]]))
            made = _engine.cache_info().misses
            yield pa.RecordBatch.from_pylist([{"process": os.getpid(), "made": made}])

    rows = spark.range(0, 8, 1, 8).mapInArrow(engines, "process long, made long").collect()
    assert len(rows) == 8
    assert len({row.process for row in rows}) <= 2
    assert {row.made for row in rows} == {1}


def test_what_the_page_shows_runs(spark: SparkSession, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = ROOT / "docs" / "spark.md"
    names: dict[str, Any] = {"spark": spark}
    shown = [block for block in blocks(page) if block.language == "py"]
    assert shown
    for block in shown:
        exec(compile(block.text, f"spark.md:{block.line}", "exec"), names)

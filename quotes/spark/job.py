"""A folder of articles in, folders of Parquet out: what ``quotes-spark`` does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, Literal

from quotes.errors import QuotesError, UsageError
from quotes.model import Document
from quotes.reading.options import InputFormat, ReadOptions
from quotes.spark import problems, quotes
from quotes.spark.results import Problem
from quotes.spark.sources import files, lines, table
from quotes.spark.workers import Item, Reader, Source, extracted

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

Mode = Literal["error", "append", "overwrite"]

# Rows go from the JVM to Python in batches, each of them whole.
_BATCHES = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    "spark.sql.execution.arrow.maxBytesPerBatch": "16000000",
}
# A folder is named after the outlet, and the names of folders end at 255 bytes.
_LONGEST_OUTLET = 240


@dataclass(frozen=True, slots=True)
class Counts:
    """How many quotes and problems were written."""

    quotes: int
    problems: int


def run(
    spark: SparkSession,
    folder: str,
    output: str,
    format: InputFormat | Literal["parquet"],
    options: ReadOptions,
    morphology: str | None = None,
    mode: Mode = "error",
) -> Counts:
    """Extract the articles in ``folder``; write ``quotes`` and ``problems`` into ``output``.

    The quotes are divided into folders by outlet and ``date``, the day of publication. Raises
    :class:`UsageError` when there is nothing to read, or results that ``mode`` does not allow for,
    and :class:`QuotesError` when Spark itself fails, as on a file that is no Parquet.
    """
    from py4j.protocol import Py4JJavaError
    from pyspark import StorageLevel
    from pyspark.errors import AnalysisException
    from pyspark.sql import functions as F

    for name, value in _BATCHES.items():
        spark.conf.set(name, value)
    if not _exists(spark, folder):
        raise UsageError(f"no such file or folder: {folder}")
    # Spark itself would say so when all work is done.
    if mode == "error" and _exists(spark, f"{output}/quotes"):
        raise UsageError(f"{output}/quotes is there already: --mode append, or overwrite")
    try:
        results = _results(spark, folder, format, options, morphology)
        # Written twice, extracted once.
        results = results.persist(StorageLevel.DISK_ONLY)
        dated = results.transform(quotes).withColumn("date", F.substring("published", 1, 10))
        balanced = dated.hint("rebalance", "outlet", "date")
        ordered = balanced.sortWithinPartitions("outlet", "date", "document", "cue.start")
        divided = ordered.write.partitionBy("outlet", "date")
        divided.parquet(f"{output}/quotes", mode, compression="zstd")
        reported = results.transform(problems).hint("rebalance")
        reported.write.parquet(f"{output}/problems", mode, compression="zstd")
        [counts] = results.select(F.count("id"), F.count("problem")).collect()
        results.unpersist()
    except (AnalysisException, Py4JJavaError) as error:
        raise QuotesError(f"Spark gave up: {_message(str(error))}") from None
    return Counts(*counts)


def _exists(spark: SparkSession, pattern: str) -> bool:
    """Whether there is such a file or folder, wherever it is that Spark keeps files."""
    java: Any = spark._jvm
    path = java.org.apache.hadoop.fs.Path(pattern)
    return bool(path.getFileSystem(spark._jsc.hadoopConfiguration()).globStatus(path))


def _results(
    spark: SparkSession,
    folder: str,
    format: InputFormat | Literal["parquet"],
    options: ReadOptions,
    morphology: str | None,
) -> DataFrame:
    if format == "parquet":
        sources = [table(spark.read.parquet(folder), options, folder)]
    else:
        sources = [files(spark, folder, format, options)]
        if format == "jsonl":
            sources.append(lines(spark, folder, options))
        if not any(source.rows.inputFiles() for source in sources):
            raise UsageError(f"no {format} files in {folder}")
    results = [
        extracted(Source(source.rows, _WithOutlets(source.read)), morphology) for source in sources
    ]
    return reduce(lambda some, others: some.unionByName(others), results)


@dataclass(frozen=True, slots=True)
class _WithOutlets:
    """Reads what ``read`` does; an outlet that cannot name a folder is a problem."""

    read: Reader

    def __call__(self, row: dict[str, Any]) -> Iterator[Item]:
        for item in self.read(row):
            if isinstance(item, Document) and _length_of_folder(item.outlet) > _LONGEST_OUTLET:
                reason = "the outlet's name is too long; is it the right column?"
                yield Problem(item.name, reason, item.outlet)
            else:
                yield item


def _length_of_folder(outlet: str | None) -> int:
    """Bytes in the name of its folder, at most: Spark writes some characters as %2F."""
    marks = sum(not character.isalnum() for character in outlet or "")
    return len((outlet or "").encode("utf-8", "surrogatepass")) + 2 * marks


def _message(error: str) -> str:
    """What Spark says, without its codes and traces."""
    return error.partition("] ")[2].partition("SQLSTATE")[0].strip() or error.partition("\n\t")[0]

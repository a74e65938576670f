"""Extraction as a transformation of DataFrames on Apache Spark.

    results = articles.transform(extract).persist()
    results.transform(quotes).write.parquet("quotes")
    results.transform(problems).show()

Quotes is installed with its extra ``spark`` on the driver and on every worker. Each Python process
of a worker loads the engine once. Nothing that stands in a row ends a job: what cannot be read, or
is too much for the engine, is a problem in a row of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quotes.errors import missing_extra

if TYPE_CHECKING:
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

__all__ = ["extract", "problems", "quotes", "schema"]

MAXIMUM_CHARACTERS = 5_000_000


def extract(
    articles: DataFrame,
    columns: Mapping[str, str] | None = None,
    *,
    morphology: str | None = None,
    maximum_characters: int = MAXIMUM_CHARACTERS,
) -> DataFrame:
    """A row for each quote of ``articles``, in the order of the text, and one for each problem.

    ``columns`` maps fields of :class:`quotes.Document` (``text``, ``name``, ``title``, ``outlet``,
    ``author``, ``published``, ``address``) to the columns that hold them; without it they are
    known by their usual names, as in ``quotes extract``. Only the text has to be there. An article
    without a name is called by its address, or by the first digits of its text's SHA-256.
    ``morphology`` is as in :class:`quotes.Extractor`. A longer text than ``maximum_characters``
    does not leave the JVM, and becomes a problem.

    Take the rows apart with :func:`quotes` and :func:`problems`, and persist them before: each
    of the two would extract anew.

    Raises :class:`quotes.errors.UsageError` when there is no column of text, or no pyspark.
    """
    require_spark()
    from quotes.reading import ReadOptions
    from quotes.spark.sources import table
    from quotes.spark.workers import extracted

    options = ReadOptions(columns=columns or {}, maximum_bytes=maximum_characters)
    return extracted(table(articles, options), morphology)


def quotes(results: DataFrame) -> DataFrame:
    """The quotes among ``results``, with the columns of :func:`schema`."""
    from quotes.spark.results import PROBLEM_COLUMNS

    return results.where(results["problem"].isNull()).drop(*PROBLEM_COLUMNS)


def problems(results: DataFrame) -> DataFrame:
    """What went wrong: ``document``, the ``problem`` in a line, and the row's ``beginning``."""
    from quotes.spark.results import PROBLEM_COLUMNS

    return results.where(results["problem"].isNotNull()).select("document", *PROBLEM_COLUMNS)


def schema() -> StructType:
    """The columns of a quote: those of the record, and ``text``.

    Offsets are Unicode code points, end exclusive, as Spark's ``substring`` and ``length`` count
    them; Java and Scala count UTF-16 units, which differ after an emoji.
    """
    require_spark()
    from pyspark.sql.types import StructType

    from quotes.spark.results import PROBLEM_COLUMNS, spark_schema

    return StructType([each for each in spark_schema() if each.name not in PROBLEM_COLUMNS])


def require_spark() -> None:
    try:
        import pyarrow  # noqa: F401
        import pyspark  # noqa: F401
    except ImportError as error:
        raise missing_extra(f"Spark ({error.name} and Java 17)", "spark") from None

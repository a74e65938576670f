"""The rows that come back from a worker: quotes and problems, for Arrow and for Spark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quotes.extraction import Extracted
from quotes.writing.parquet import record_row, record_schema, storable

if TYPE_CHECKING:
    from pyspark.sql.types import StructType

PROBLEM_COLUMNS = ("problem", "beginning")
_SHOWN = 200
_OFFSETS = "offsets are Unicode code points into the article's text, end exclusive"


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that gives no article: where it stands, what is wrong, and how it begins."""

    document: str
    reason: str
    beginning: str | None = None


def rows_of(result: Extracted | Problem) -> list[dict[str, Any]]:
    """The rows of one article, or of what became of it."""
    if isinstance(result, Problem):
        return [_problem_row(result)]
    document = result.document
    if result.problem is not None:
        return [_problem_row(Problem(document.name, result.problem, document.text))]
    return [record_row(quote, document) for quote in result.quotes]


def _problem_row(problem: Problem) -> dict[str, Any]:
    beginning = problem.beginning[:_SHOWN] if problem.beginning is not None else None
    row = {"document": problem.document, "problem": problem.reason, "beginning": beginning}
    return {name: storable(value) for name, value in row.items()}


def arrow_schema() -> Any:
    """The columns of a quote, and those of a problem; either are null."""
    import pyarrow as pa

    schema = record_schema()
    for name in PROBLEM_COLUMNS:
        schema = schema.append(pa.field(name, pa.string()))
    return schema


def spark_schema() -> StructType:
    """The same for Spark; the columns that hold offsets say in which unit."""
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructField, StructType

    return StructType(
        [
            StructField(each.name, each.dataType, metadata={"comment": _OFFSETS})
            if "start" in each.dataType.simpleString()
            else each
            for each in from_arrow_schema(arrow_schema())
        ]
    )

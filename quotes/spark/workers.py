"""What runs in the Python processes of Spark's workers: batches of Arrow in, batches out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from quotes.extraction.batches import bounded, extract_batches
from quotes.model import Document
from quotes.spark.results import Problem, arrow_schema, rows_of, spark_schema

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Item = Document | Problem
Reader = Callable[[dict[str, Any]], Iterable[Item]]
"""What makes articles of a row; picklable."""


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of Spark, and what makes articles of them."""

    rows: DataFrame
    read: Reader


FILE = "_file"
"""The column with the address of the file that a row comes from."""

_BATCH_ITEMS = 64
_BATCH_CHARACTERS = 1_000_000


def extracted(source: Source, morphology: str | None) -> DataFrame:
    """The results of the articles of ``source``, as rows of :func:`spark_schema`."""
    return source.rows.mapInArrow(_Work(source.read, morphology), spark_schema())


@dataclass(frozen=True, slots=True)
class _Work:
    """The work on one partition."""

    read: Reader
    morphology: str | None

    def __call__(self, batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa

        schema = arrow_schema()
        rows = (row for batch in batches for row in _rows(batch))
        articles = chain.from_iterable(map(self._articles, rows))
        for items in bounded(articles, _characters, _BATCH_ITEMS, _BATCH_CHARACTERS):
            documents = [item for item in items if isinstance(item, Document)]
            [results] = extract_batches([documents], self.morphology)
            done = iter(results)
            found = [
                row
                for item in items
                for row in rows_of(next(done) if isinstance(item, Document) else item)
            ]
            yield pa.RecordBatch.from_pylist(found, schema)

    def _articles(self, row: dict[str, Any]) -> Iterator[Item]:
        """What is read of a row; a reader that fails ends with its row, not with the partition."""
        try:
            yield from self.read(row)
        except Exception as error:
            reason = f"reading failed ({type(error).__name__}: {error}); please report this"
            yield Problem(row[FILE] or "", reason)


def _rows(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows one by one: a batch of long texts is not turned into Python values at once."""
    for number in range(batch.num_rows):
        yield batch.slice(number, 1).to_pylist()[0]


def _characters(item: Item) -> int:
    return len(item.text) if isinstance(item, Document) else 0

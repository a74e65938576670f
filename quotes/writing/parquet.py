"""Parquet for data frames: one row a quote, spans as lists of structures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

from quotes.errors import missing_extra
from quotes.model import Document, Quote
from quotes.record import to_record
from quotes.writing.article import Article, encode

_ROWS_IN_A_GROUP = 10_000


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One Parquet file. Raises :class:`UsageError` when pyarrow is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise missing_extra("writing Parquet", "parquet") from None
    schema = record_schema()
    schema = schema.insert(schema.get_field_index("candidates"), pa.field("reviewer", pa.string()))
    rows: list[dict[str, Any]] = []
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for article in articles:
            for quote in article.quotes:
                row = record_row(quote, article.document)
                row["reviewer"] = storable(article.reviewers.get(quote.id))
                rows.append(row)
            if len(rows) >= _ROWS_IN_A_GROUP:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema))


def record_row(quote: Quote, document: Document) -> dict[str, Any]:
    """The row of a quote in :func:`record_schema`."""
    row: dict[str, Any] = storable(to_record(quote, document) | {"text": quote.text})
    return row


def record_schema() -> Any:
    """The columns of a quote as a schema of Arrow: the fields of our record, and ``text``."""
    import pyarrow as pa

    text = pa.string()
    offsets = [("start", pa.int64()), ("end", pa.int64()), ("text", text)]
    cue = [*offsets, ("lemma", text), ("stance", text), ("type", text)]
    names = [(name, text) for name in ("id", "name", "role", "kind")]
    speaker = pa.struct([*names, ("aliases", pa.list_(text))])
    candidate = [
        ("speaker", speaker),
        ("mention", pa.struct(offsets)),
        ("score", pa.float64()),
        ("evidence", pa.list_(text)),
    ]
    return pa.schema(
        [
            ("schema", pa.int32()),
            ("id", text),
            ("text", text),
            ("document", text),
            ("document_sha256", text),
            ("title", text),
            ("published", text),
            ("outlet", text),
            ("kind", text),
            ("form", text),
            ("content", pa.list_(pa.struct(offsets))),
            ("cue", pa.struct(cue)),
            ("mention", pa.struct(offsets)),
            ("speaker", speaker),
            ("parent", text),
            ("confidence", pa.float64()),
            ("evidence", pa.list_(text)),
            ("status", text),
            ("candidates", pa.list_(pa.struct(candidate))),
        ],
        metadata={"offsets": "Unicode code points, end exclusive"},
    )


def storable(value: Any) -> Any:
    """``value`` without halves of surrogate pairs, which Arrow's UTF-8 cannot hold."""
    if isinstance(value, str):
        return encode(value).decode("utf-8")
    if isinstance(value, dict):
        return {key: storable(part) for key, part in value.items()}
    if isinstance(value, list):
        return [storable(part) for part in value]
    return value

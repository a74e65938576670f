"""Where articles come from: rows for Spark to share out, and what makes articles of a row.

The columns of a table and the lines of JSONL are read in pieces, whatever the size of a file.
Files of any other format, and those that are gzipped, go to one worker each, as they are.
Text travels as bytes: damage in one row is then found in that row, and is of no other's concern.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from os.path import abspath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from quotes.errors import InputError, UsageError
from quotes.model import Document
from quotes.reading import ReadOptions, read_stream
from quotes.reading.options import FIELDS, InputFormat
from quotes.reading.sources import endings_of
from quotes.reading.streams import too_large
from quotes.reading.tables import (
    NOT_UTF8,
    columns_of,
    no_text_column,
    parse_json,
    read_name,
    read_row,
)
from quotes.spark.results import Problem
from quotes.spark.workers import FILE, Item, Source

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

LARGEST_FILE = 200_000_000
_SHOWN = 200
_LINE, _CONTENT = "_line", "_content"
_BEGINNING, _TOO_LARGE = "_beginning", "_too_large"
_LIST_OF_TEXTS = "array<string>"
_NESTED = {"array", "binary", "map", "struct", "variant"}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def table(articles: DataFrame, options: ReadOptions, folder: str | None = None) -> Source:
    """The rows of ``articles``, of which only the columns that matter are read.

    ``folder`` is where they were read from, if from files. Raises :class:`UsageError` when no
    column holds text.
    """
    from pyspark.sql import functions as F

    there = set(articles.columns)
    texts = [name for name in columns_of("text", options) if name in there]
    if not texts:
        raise UsageError(no_text_column(articles.columns, options))
    if all(_kind(articles, name) in _NESTED for name in texts):
        raise UsageError(f"the column {texts[0]!r} is no text but {_kind(articles, texts[0])}")
    large = F.lit(False)
    for name in texts:
        longer = F.length(_string(articles, name)) > options.maximum_bytes
        large = large | F.coalesce(longer, F.lit(False))
    names = dict.fromkeys(name for field in FIELDS for name in columns_of(field, options))
    names_there = tuple(name for name in names if name in there)
    cells: list[Column] = []
    for name in names_there:
        cell = _string(articles, name).cast("binary")
        # Numbered, since what hands rows over stumbles on a name with a dot.
        cells.append((F.when(~large, cell) if name in texts else cell).alias(_numbered(len(cells))))
    file = F.col("_metadata.file_path") if folder is not None else F.lit(None).cast("string")
    rows = articles.select(*cells, large.alias(_TOO_LARGE), file.alias(FILE))
    return Source(rows, _TableReader(options, _Names.of(folder), names_there))


def lines(spark: SparkSession, folder: str, options: ReadOptions) -> Source:
    """The lines of the JSONL files in ``folder`` and below it that are not gzipped."""
    from pyspark.sql import functions as F

    pattern = _pattern(endings_of("jsonl"))
    found = spark.read.option("recursiveFileLookup", True).option("pathGlobFilter", pattern)
    line = F.col("value")
    rows = found.text(folder, lineSep="\n").select(
        F.when(F.length(line) < options.maximum_bytes, line.cast("binary")).alias(_LINE),
        F.substring(line, 1, _SHOWN).cast("binary").alias(_BEGINNING),
        F.col("_metadata.file_path").alias(FILE),
    )
    return Source(rows, _LineReader(options, _Names.of(folder)))


def files(spark: SparkSession, folder: str, format: InputFormat, options: ReadOptions) -> Source:
    """The files of a format in ``folder`` and below it, one row each; of JSONL, the gzipped."""
    from pyspark.sql import functions as F

    endings = endings_of(format)
    zipped = [f"{ending}.gz" for ending in endings]
    pattern = _pattern(zipped if format == "jsonl" else [*endings, *zipped])
    found = spark.read.format("binaryFile").option("recursiveFileLookup", True)
    rows = found.option("pathGlobFilter", pattern).load(folder)
    file, small = F.col("_metadata.file_path").alias(FILE), F.col("length") <= LARGEST_FILE
    # Spark fails when it opens a file beyond two gigabytes, and does not open what it filters out.
    opened = rows.where(small).select(file, F.col("content").alias(_CONTENT))
    refused = rows.where(~small).select(file, F.lit(None).cast("binary").alias(_CONTENT))
    return Source(opened.unionByName(refused), _FileReader(options, _Names.of(folder)))


def _pattern(endings: Iterable[str]) -> str:
    return f"*{{{','.join(endings)}}}"


def _kind(articles: DataFrame, name: str) -> str:
    kind = str(articles.schema[name].dataType.simpleString())
    return kind if kind == _LIST_OF_TEXTS else kind.partition("<")[0]


def _string(articles: DataFrame, name: str) -> Column:
    """The column as strings; nothing where its values have no plain form."""
    from pyspark.sql import functions as F

    column, kind = articles["`" + name.replace("`", "``") + "`"], _kind(articles, name)
    if kind == _LIST_OF_TEXTS:
        column = F.array_join(column, "، ")
    elif kind in _NESTED:
        column = F.lit(None)
    return column.cast("string")


@dataclass(frozen=True, slots=True)
class _Names:
    """Calls a file below ``given`` what ``quotes extract`` would call it."""

    given: str
    absolute: str

    @classmethod
    def of(cls, folder: str | None) -> _Names:
        given = (folder or "").rstrip("/") or "/"
        return cls(given, abspath(given))

    def __call__(self, address: str | None) -> str | None:
        """The name of the file at ``address``, as Spark writes it: ``file:/news/a%20b.jsonl``."""
        if address is None:
            return None
        path = re.sub("^file:/+", "/", unquote(address))
        if path.startswith(f"{self.absolute}/"):
            return str(PurePosixPath(self.given, path.removeprefix(f"{self.absolute}/")))
        return path


@dataclass(frozen=True, slots=True)
class _TableReader:
    options: ReadOptions
    names: _Names
    columns: tuple[str, ...]

    def __call__(self, row: dict[str, Any]) -> Iterator[Item]:
        file, large = self.names(row[FILE]), row[_TOO_LARGE]
        values = [row[_numbered(number)] for number in range(len(self.columns))]
        cells = dict(zip(self.columns, map(_decoded, values), strict=True))
        beginning = " | ".join(cell for cell in cells.values() if cell)
        damaged = any(value and not _is_utf8(value) for value in values)
        damage = "not valid UTF-8" if damaged else None
        problem = too_large(self.options.maximum_bytes) if large else None
        yield _article(cells, file, self.options, beginning, problem or damage)


@dataclass(frozen=True, slots=True)
class _LineReader:
    options: ReadOptions
    names: _Names

    def __call__(self, row: dict[str, Any]) -> Iterator[Item]:
        file, line = self.names(row[FILE]), row[_LINE]
        beginning = _decoded(row[_BEGINNING])
        if line is None:
            yield Problem(file or "", too_large(self.options.maximum_bytes), beginning)
            return
        line = line.removeprefix(_BYTE_ORDER_MARK)
        if not line.strip():
            return
        damaged = self.options.encoding is None and not _is_utf8(line)
        try:
            value = parse_json(line.decode(self.options.encoding or "utf-8", "replace"))
        except InputError as error:
            yield Problem(file or "", str(error), beginning)
        else:
            problem = NOT_UTF8 if damaged else None
            yield _article(value, file, self.options, beginning, problem)


@dataclass(frozen=True, slots=True)
class _FileReader:
    options: ReadOptions
    names: _Names

    def __call__(self, row: dict[str, Any]) -> Iterator[Item]:
        file, content = self.names(row[FILE]) or "", row[_CONTENT]
        if content is None:
            limit = f"{LARGEST_FILE / 1e6:g} MB"
            yield Problem(file, f"larger than {limit}, the limit for a file that is read whole")
            return
        for item in read_stream(file, io.BytesIO(content), self.options):
            yield item if isinstance(item, Document) else Problem(item.name, item.reason)


def _numbered(number: int) -> str:
    return f"_{number}"


def _article(
    row: object, file: str | None, options: ReadOptions, beginning: str | None, problem: str | None
) -> Item:
    """The article in ``row``, or why there is none, if it is not known to have a ``problem``."""
    try:
        if problem is not None:
            raise InputError(problem)
        document = read_row(row, options)
    except InputError as error:
        return Problem(_place(file, read_name(row, options)), str(error), beginning)
    name = document.name or document.address or document.sha256[:16]
    return replace(document, name=_place(file, name))


def _place(file: str | None, name: str | None) -> str:
    return f"{file}#{name}" if file and name else file or name or ""


def _decoded(value: bytes | None) -> str | None:
    return value.decode("utf-8", "replace") if value is not None else None


def _is_utf8(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

"""Many articles in one file: JSONL, JSON and CSV with named columns."""

from __future__ import annotations

import csv
import io
import itertools
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import orjson

from quotes.errors import InputError
from quotes.model import Document
from quotes.reading.dates import iso_date
from quotes.reading.decoding import detect_encoding
from quotes.reading.options import FIELDS, ReadFailure, ReadOptions
from quotes.reading.streams import read_bounded, too_large

# The names under which news corpora keep these, the likeliest first.
_COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "article_text", "النص"),
    "title": ("title", "headline", "العنوان"),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "newspaper",
        "site",
        "sitename",
        "domain",
        "المصدر",
    ),
    "author": ("author", "authors", "byline", "الكاتب"),
    "published": ("published", "date", "date_publish", "publish_date", "datetime", "التاريخ"),
    "address": ("address", "url", "link", "الرابط"),
    "name": ("name", "id", "document", "doc_id"),
}
_SAMPLE = 1 << 18
NOT_UTF8 = "not valid UTF-8; --encoding NAME reads it all the same"
_UNDECODED = re.compile("[\udc80-\udcff]")


def read_jsonl(
    name: str, stream: io.BufferedReader, options: ReadOptions
) -> Iterator[Document | ReadFailure]:
    """One article a line; a line that is broken or too long fails alone."""
    found = False
    for number, line in _lines(stream, options, newline="\n"):
        place = f"{name}:{number}"
        if isinstance(line, InputError):
            found = True
            yield ReadFailure(place, str(line))
        elif line.strip():
            found = True
            try:
                yield _article(name, number, parse_json(line), options)
            except InputError as error:
                yield ReadFailure(place, str(error))
    if not found:
        yield ReadFailure(name, "empty: there is no article in it")


def read_json(
    name: str, stream: io.BufferedReader, options: ReadOptions
) -> Iterator[Document | ReadFailure]:
    """An article, or a list of them, as one JSON value; for large collections use JSONL."""
    value = parse_json(read_bounded(stream, options.maximum_bytes))
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, 1):
        try:
            yield _article(name, number, row, options)
        except InputError as error:
            yield ReadFailure(f"{name}:{number}", str(error))
    if not rows:
        yield ReadFailure(name, "empty: there is no article in it")


def read_csv(
    name: str, stream: io.BufferedReader, options: ReadOptions
) -> Iterator[Document | ReadFailure]:
    """One article a row below a row of column names; comma, semicolon, tab or bar between.

    Raises :class:`InputError` when there is no such row, or a line is too long: what follows
    in the file cannot be told apart after that.
    """
    csv.field_size_limit(min(options.maximum_bytes, sys.maxsize))
    lines = (_raised(line) for _, line in _lines(stream, options, newline=""))
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        raise InputError("empty: there is no article in it")
    delimiter = max(",;\t|", key=header.count)
    rows = csv.DictReader(itertools.chain([header], lines), delimiter=delimiter)
    number = 0
    try:
        for number, row in enumerate(rows, 1):
            place = f"{name}: row {number}"
            if None in row:
                yield ReadFailure(place, "more cells than the first row has columns")
                continue
            try:
                yield _article(name, number, row, options)
            except InputError as error:
                yield ReadFailure(place, str(error))
    except csv.Error as error:
        raise InputError(f"damaged CSV near line {rows.line_num} ({error})") from None
    if not number:
        raise InputError("empty: there is no article in it")


def _article(name: str, number: int, row: object, options: ReadOptions) -> Document:
    document = read_row(row, options)
    return replace(document, name=f"{name}#{document.name or number}")


def read_row(row: object, options: ReadOptions) -> Document:
    """The article in a row, an object with named values; its name is the row's own, or empty.

    Raises :class:`InputError` when there is no text in it.
    """
    if not isinstance(row, dict):
        raise InputError("not an object with named values")
    values = {field: _value(row, field, options) for field in FIELDS}
    text = values["text"]
    if text is None:
        raise InputError(_no_text(row, options))
    if not text.strip():
        raise InputError("empty: there is no text in it")
    return Document(
        name=values["name"] or "",
        text=text,
        title=values["title"],
        outlet=values["outlet"],
        author=values["author"],
        published=iso_date(values["published"]),
        address=values["address"],
    )


def read_name(row: object, options: ReadOptions) -> str | None:
    """The name that a row gives its article."""
    return _value(row, "name", options) if isinstance(row, dict) else None


def columns_of(field: str, options: ReadOptions) -> tuple[str, ...]:
    """The names of the columns in which ``field`` is looked for, the likeliest first."""
    return (options.columns[field],) if field in options.columns else _COLUMNS[field]


def no_text_column(names: Iterable[object], options: ReadOptions) -> str:
    """What is said of a row or a table whose columns, ``names``, hold no text."""
    wanted = options.columns.get("text")
    there = ", ".join(str(name) for name in itertools.islice(names, 12))
    if wanted:
        return f"no column {wanted!r}; there are: {there}"
    return f"no text column (there are: {there}); name it with --column text=NAME"


def _no_text(row: Mapping[str, Any], options: ReadOptions) -> str:
    if not row:
        return "an empty object"
    for column in columns_of("text", options):
        if column in row:
            return f"the column {column!r} holds {'nothing' if row[column] is None else 'no text'}"
    return no_text_column(row, options)


def _value(row: Mapping[str, Any], field: str, options: ReadOptions) -> str | None:
    """The row's value for ``field``, an empty one as ``None`` save for the text itself."""
    for column in columns_of(field, options):
        value = row.get(column)
        if isinstance(value, list):
            value = "، ".join(str(part) for part in value)
        if isinstance(value, str | int | float) and (value != "" or field == "text"):
            return str(value)
    return None


def parse_json(line: str | bytes) -> object:
    """The value that ``line`` spells. Raises :class:`InputError` when it is no JSON."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InputError(f"not valid JSON at {_place_in_json(error)}") from None


def _place_in_json(error: orjson.JSONDecodeError) -> str:
    """Where JSON is wrong and how; what is one line needs no number of its line."""
    text = error.doc.rstrip()
    if "\n" in text:
        whole, place = "file", f"line {error.lineno}, character {error.colno}"
    else:
        whole, place = "line", f"character {min(error.pos, len(text)) + 1}"
    if text and error.pos >= len(text):
        return f"{place}; is the {whole} cut?"
    return f"{place} ({error.msg})"


def _raised(line: str | InputError) -> str:
    if isinstance(line, InputError):
        raise line
    return line


def _lines(
    stream: io.BufferedReader, options: ReadOptions, *, newline: str
) -> Iterator[tuple[int, str | InputError]]:
    """Numbered lines of text, or what is wrong with them; no line is held beyond the limit."""
    sample = stream.peek(_SAMPLE)[:_SAMPLE]
    encoding = options.encoding or detect_encoding(sample, tolerant=True)
    maximum = options.maximum_bytes
    # Bytes that are no UTF-8 come out as lone surrogates, so that one bad line fails alone.
    errors = "replace" if options.encoding or encoding.startswith("utf-16") else "surrogateescape"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)
    for number in itertools.count(1):
        line = text.readline(maximum)
        if not line:
            return
        if len(line) == maximum and not line.endswith("\n"):
            while (rest := text.readline(maximum)) and not rest.endswith("\n"):
                pass
            yield number, InputError(too_large(maximum))
        elif errors == "surrogateescape" and _UNDECODED.search(line):
            yield number, InputError(NOT_UTF8)
        else:
            yield number, line

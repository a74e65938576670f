"""Everything a person named, as a stream of documents; a bad input does not stop the rest."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast
from urllib.parse import urlsplit

from quotes.errors import InputError
from quotes.model import Document
from quotes.reading.articles import read_markdown, read_text
from quotes.reading.feeds import read_feed
from quotes.reading.html import Page, charset_of
from quotes.reading.options import InputFormat, ReadFailure, ReadOptions
from quotes.reading.sources import Source, find_sources, format_of_name
from quotes.reading.streams import open_stream, read_bounded
from quotes.reading.tables import read_csv, read_json, read_jsonl
from quotes.reading.warc import read_warc

if TYPE_CHECKING:
    from quotes.reading.web import Fetcher

_ONE_ARTICLE: dict[str, Callable[[str, bytes, ReadOptions], Document | Page]] = {
    "text": read_text,
    "markdown": read_markdown,
    "html": Page,
}
_MANY_ARTICLES = {"jsonl": read_jsonl, "json": read_json, "csv": read_csv, "warc": read_warc}
_FORMAT_OF_MEDIA_TYPE: dict[str, InputFormat] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/csv": "csv",
    "text/markdown": "markdown",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
    "application/jsonl": "jsonl",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
}
_SNIFFED = 4096


class Corpus:
    """The documents that ``paths`` lead to, read lazily and in order, once.

    Iterating yields a :class:`Document` for each article and a :class:`ReadFailure` for each
    input that cannot be read. ``bytes_read`` grows meanwhile towards ``total_bytes`` (both
    count bytes on disk), which is what a progress bar needs.
    """

    def __init__(self, paths: Iterable[str | Path], options: ReadOptions | None = None) -> None:
        self._paths = tuple(paths)
        self._options = options or ReadOptions()
        self.bytes_read = 0

    @cached_property
    def sources(self) -> tuple[Source | ReadFailure, ...]:
        """What there is to open, folders and globs resolved."""
        return tuple(find_sources(self._paths))

    @cached_property
    def total_bytes(self) -> int:
        """Bytes on disk of all files; standard input and addresses count as nothing."""
        return sum(source.size for source in self.sources if isinstance(source, Source))

    def __iter__(self) -> Iterator[Document | ReadFailure]:
        for item in self.items():
            yield item.read() if isinstance(item, Page) else item

    def items(self) -> Iterator[Document | Page | ReadFailure]:
        """Like iterating, but web pages are not taken apart: :meth:`Page.read` does that."""
        for source in self.sources:
            if isinstance(source, ReadFailure):
                yield source
            else:
                yield from self._read(source)

    def _read(self, source: Source) -> Iterator[Document | Page | ReadFailure]:
        try:
            if source.is_address:
                yield from self._read_address(source.name)
            elif source.path is None:
                stream = cast(BinaryIO, sys.stdin.buffer)
                yield from self._read_stream("stdin", stream)
            else:
                with source.path.open("rb", buffering=0) as file:
                    kind = format_of_name(source.name)
                    yield from self._read_stream(source.name, cast(BinaryIO, file), kind)
        except InputError as error:
            yield ReadFailure(source.name, str(error))
        except OSError as error:
            yield ReadFailure(source.name, (error.strerror or str(error)).lower())

    def _read_stream(
        self, name: str, binary: BinaryIO, kind: InputFormat | None = None
    ) -> Iterator[Document | Page | ReadFailure]:
        stream = open_stream(binary, self._count)
        kind = self._options.format or kind or _sniff(stream.peek(_SNIFFED))
        if kind in _ONE_ARTICLE:
            data = read_bounded(stream, self._options.maximum_bytes)
            yield _ONE_ARTICLE[kind](name, data, self._options)
        elif kind == "feed":
            data = read_bounded(stream, self._options.maximum_bytes)
            yield from read_feed(name, data, self._options)
        else:
            yield from _MANY_ARTICLES[kind](name, stream, self._options)

    def _read_address(self, address: str) -> Iterator[Document | Page | ReadFailure]:
        response = self._fetcher.fetch(address)
        media_type = response.content_type.partition(";")[0].strip().lower()
        kind = self._options.format or _FORMAT_OF_MEDIA_TYPE.get(media_type)
        kind = kind or format_of_name(urlsplit(response.address).path) or _sniff(response.data)
        if kind == "html":
            yield Page(
                address,
                response.data,
                self._options,
                address=response.address,
                charset=charset_of(response.content_type),
            )
        else:
            yield from self._read_stream(address, io.BytesIO(response.data), kind)

    @cached_property
    def _fetcher(self) -> Fetcher:
        from quotes.reading.web import Fetcher

        return Fetcher(
            maximum_bytes=self._options.maximum_bytes,
            allow_private=self._options.allow_private,
        )

    def _count(self, count: int) -> None:
        self.bytes_read += count


def read_documents(
    paths: Iterable[str | Path], options: ReadOptions | None = None
) -> Iterator[Document | ReadFailure]:
    """The documents that files, folders, globs, addresses and ``-`` (standard input) lead to.

    Nothing is raised for what cannot be read: a :class:`ReadFailure` takes its place.
    """
    return iter(Corpus(paths, options))


def read_stream(
    name: str, stream: BinaryIO, options: ReadOptions | None = None
) -> Iterator[Document | ReadFailure]:
    """The documents in the bytes of one file called ``name``, which may be gzipped.

    Nothing is raised for what cannot be read: a :class:`ReadFailure` takes its place.
    """
    corpus = Corpus((), options)
    try:
        for item in corpus._read_stream(name, stream, format_of_name(name)):
            yield item.read() if isinstance(item, Page) else item
    except InputError as error:
        yield ReadFailure(name, str(error))


def _sniff(beginning: bytes) -> InputFormat:
    """What an input without a telling name is, by how it begins."""
    head = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "html"
    if head.startswith((b"<?xml", b"<rss", b"<feed")):
        return "html" if b"<html" in head else "feed"
    if head.startswith(b"warc/"):
        return "warc"
    if head.startswith(b'{"'):
        return "jsonl"
    return "text"

"""Web pages inside WARC files, by warcio."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from quotes.errors import InputError, missing_extra
from quotes.reading.html import Page, charset_of
from quotes.reading.options import ReadFailure, ReadOptions
from quotes.reading.streams import too_large

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(
    name: str, stream: io.BufferedReader[Any], options: ReadOptions
) -> Iterator[Page | ReadFailure]:
    """One page a web page that was fetched with success; other records are passed over.

    Pages without an article (menus, search results) are failures, as everywhere. Raises
    :class:`InputError` for a damaged file and :class:`UsageError` where warcio is missing.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise missing_extra(f"{name}: reading WARC files", "warc") from None

    pages = 0
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                pages += 1
                yield _page(record, options)
    except ArchiveLoadFailed as error:
        raise InputError(f"damaged WARC ({str(error).splitlines()[0]})") from None
    if not pages:
        raise InputError("no web pages in this WARC file")


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0]
    return record.http_headers.get_statuscode() == "200" and kind.strip().lower() in _PAGES


def _page(record: Any, options: ReadOptions) -> Page | ReadFailure:
    address = record.rec_headers.get_header("WARC-Target-URI") or "page without an address"
    data = record.content_stream().read(options.maximum_bytes + 1)
    if len(data) > options.maximum_bytes:
        return ReadFailure(address, too_large(options.maximum_bytes))
    return Page(
        address,
        data,
        options,
        address=address,
        charset=charset_of(record.http_headers.get_header("Content-Type")),
        fetched=record.rec_headers.get_header("WARC-Date"),
    )

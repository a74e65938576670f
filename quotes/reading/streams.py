"""Bytes from a file, with counting for the progress bar and limits against what is too large."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from quotes.errors import InputError
from quotes.reading.options import MEGABYTE

_GZIP_MAGIC = b"\x1f\x8b"
# News in gzip grows three- to tenfold; deflate can do a thousandfold.
_SUSPICIOUS_GROWTH = 100
_HARMLESS_BYTES = 50 * MEGABYTE
_BUFFER = 1 << 16


class CountedStream(io.RawIOBase):
    """A readable stream that reports how many bytes were taken from it."""

    def __init__(self, stream: BinaryIO, on_read: Callable[[int], None]) -> None:
        self._stream = stream
        self._on_read = on_read
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        self._on_read(len(data))
        return len(data)


class _GuardedGzip(io.RawIOBase):
    """The content of a gzip stream; stops when it grows out of all proportion."""

    def __init__(self, compressed: BinaryIO, counted: CountedStream) -> None:
        self._gzip = gzip.GzipFile(fileobj=compressed)
        self._counted = counted
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._gzip.read(len(buffer))
        except EOFError:
            raise InputError("the gzip file is cut short; what precedes was read") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise InputError(f"the gzip file is damaged ({error})") from None
        self._count += len(data)
        if self._count > max(_HARMLESS_BYTES, self._counted.count * _SUSPICIOUS_GROWTH):
            raise InputError(
                f"the gzip file expands to more than {_SUSPICIOUS_GROWTH} times its size; "
                "not read further"
            )
        buffer[: len(data)] = data
        return len(data)


def open_stream(stream: BinaryIO, on_read: Callable[[int], None]) -> io.BufferedReader[Any]:
    """``stream`` buffered and, where it begins like gzip, decompressed.

    Reading raises :class:`InputError` for damaged gzip and for decompression bombs.
    """
    counted = CountedStream(stream, on_read)
    buffered = io.BufferedReader(counted, _BUFFER)
    if buffered.peek(2)[:2] != _GZIP_MAGIC:
        return buffered
    return io.BufferedReader(_GuardedGzip(cast(BinaryIO, buffered), counted), _BUFFER)


def read_bounded(stream: io.BufferedIOBase, maximum: int) -> bytes:
    """All of ``stream``; raises :class:`InputError` when that is more than ``maximum`` bytes."""
    data = stream.read(maximum + 1)
    if len(data) > maximum:
        raise InputError(too_large(maximum))
    return data


def too_large(maximum: int) -> str:
    """What is said of an article beyond the limit."""
    return f"larger than {maximum / MEGABYTE:g} MB, the limit for one article (--max-size)"

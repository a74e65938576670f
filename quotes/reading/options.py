"""How to read, how much at most, and what is said when something cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from quotes.errors import UsageError

InputFormat = Literal["text", "markdown", "html", "jsonl", "json", "csv", "feed", "warc"]
INPUT_FORMATS: tuple[InputFormat, ...] = get_args(InputFormat)

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """One input, or one article of it, that could not be read, and why; a single line."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the reader is told beyond the paths.

    ``format`` and ``encoding`` override what names and content suggest; bytes that the given
    encoding does not know become U+FFFD. ``columns`` maps a field of :class:`Document`
    (``text``, ``title`` …) to the column or key that holds it. ``maximum_bytes`` bounds one
    article (one line of JSONL, one web page) after decompression. ``allow_private`` lets URLs
    lead to private and loopback addresses.
    """

    format: InputFormat | None = None
    encoding: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    maximum_bytes: int = 5 * MEGABYTE
    allow_private: bool = False

    def __post_init__(self) -> None:
        """Raises :class:`UsageError` for an unknown format, encoding or field."""
        if self.format is not None and self.format not in INPUT_FORMATS:
            raise UsageError(
                f"unknown input format {self.format!r}; known: {', '.join(INPUT_FORMATS)}"
            )
        if self.encoding is not None:
            try:
                "".encode(self.encoding)
            except LookupError:
                raise UsageError(f"unknown encoding {self.encoding!r}") from None
        unknown = set(self.columns) - set(FIELDS)
        if unknown:
            raise UsageError(
                f"no such field: {', '.join(sorted(unknown))}; fields: {', '.join(FIELDS)}"
            )


FIELDS = ("text", "title", "outlet", "author", "published", "address", "name")

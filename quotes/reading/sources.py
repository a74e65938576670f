"""From what a person names (files, folders, globs, addresses, ``-``) to what is to be read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.reading.options import InputFormat, ReadFailure

_FORMATS: dict[str, InputFormat] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
    ".warc": "warc",
}
# A .json file in a folder is most often somebody's settings or results, not an article.
_WALKED = frozenset(_FORMATS) - {".json"}
STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to open: a file (``path``), standard input, or an address (``path`` is None)."""

    name: str
    path: Path | None = None

    @property
    def is_address(self) -> bool:
        """Whether the name is a URL."""
        return is_address(self.name)

    @property
    def size(self) -> int:
        """Bytes on disk; 0 where that is not known."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0


def is_address(name: str) -> bool:
    """Whether ``name`` has the shape ``scheme://…``; which schemes are read is decided later."""
    scheme, separator, rest = name.partition("://")
    return bool(separator and rest) and scheme.replace("+", "").isalnum()


def format_of_name(name: str) -> InputFormat | None:
    """The format that a file's name promises, a final ``.gz`` set aside."""
    return _FORMATS.get(Path(name.lower().removesuffix(".gz")).suffix)


def endings_of(format: InputFormat) -> tuple[str, ...]:
    """The endings of names that promise ``format``: ``.jsonl``, ``.ndjson``."""
    return tuple(ending for ending, kind in _FORMATS.items() if kind == format)


def find_sources(paths: Iterable[str | Path]) -> Iterator[Source | ReadFailure]:
    """What ``paths`` stand for, in their order; the files of a folder sorted by name.

    Folders are walked to the bottom; hidden files, README files and names without a known
    ending are passed over. A path that leads to nothing is a failure.
    """
    for given in paths:
        name = str(given)
        path = Path(name)
        if name == STANDARD_INPUT or is_address(name):
            yield Source(name)
        elif path.is_dir():
            yield from _walk(path)
        elif path.exists():
            yield Source(_readable(path), path)
        elif glob.has_magic(name):
            yield from _glob(name)
        else:
            yield ReadFailure(name, "no such file or folder")


def _walk(folder: Path) -> Iterator[Source | ReadFailure]:
    found = False
    failures: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            path = Path(parent, file)
            if _is_article(file) and not _is_special(path):
                found = True
                yield Source(_readable(path), path)
    for failure in failures:
        yield ReadFailure(str(failure.filename), failure.strerror or "cannot be opened")
    if not found and not failures:
        endings = ", ".join(sorted(_WALKED))
        yield ReadFailure(str(folder), f"no articles in this folder (looked for {endings})")


def _is_article(file: str) -> bool:
    lowered = file.lower()
    suffix = Path(lowered.removesuffix(".gz")).suffix
    return suffix in _WALKED and not lowered.startswith((".", "readme."))


def _is_special(path: Path) -> bool:
    """Whether it is a pipe or a device, which would keep us waiting; a dead link is neither."""
    return path.exists() and not path.is_file()


def _readable(path: Path) -> str:
    """The path as text that any program can keep: bytes that are no UTF-8 become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _glob(pattern: str) -> Iterator[Source | ReadFailure]:
    names = sorted(glob.glob(pattern, recursive=True))
    if not names:
        yield ReadFailure(pattern, "no file matches this pattern")
    for name in names:
        path = Path(name)
        if path.is_dir():
            yield from _walk(path)
        elif not _is_special(path):
            yield Source(_readable(path), path)

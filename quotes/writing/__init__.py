"""Writing results: every format by its standard, one module a format, imported when it is used.

A format takes articles with their quotes, one article after the other, so that a database
larger than memory can be written. ``write`` puts all of them into one binary stream;
``write_folder`` makes a folder, with files of its own for every article in most formats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from quotes.errors import UsageError
from quotes.writing.article import Article

__all__ = ["FORMATS", "Article", "Format", "find_format", "write", "write_folder"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that quotes can be written in.

    ``module`` is the module of this package that implements it, with a function
    ``write(articles, stream)`` for one file and, where ``folders`` is set, a function
    ``files(articles)`` that yields ``(file name, bytes)`` for a folder.
    ``binary`` marks what a terminal cannot show.
    """

    name: str
    module: str
    suffix: str
    description: str
    folders: bool = False
    binary: bool = False


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("jsonl", "jsonl", ".jsonl", "our record, one JSON object a line"),
        Format("csv", "csv", ".csv", "one row a quote, for spreadsheets"),
        Format("markdown", "markdown", ".md", "quotations with their speakers, to read or paste"),
        Format("html", "html", ".html", "the articles with every quote marked", folders=True),
        Format("web-annotation", "web_annotation", ".jsonld", "W3C Web Annotation"),
        Format("schema-org", "schema_org", ".jsonld", "schema.org Quotation and Claim"),
        Format("claim-review", "claim_review", ".jsonld", "drafts of schema.org ClaimReview"),
        Format("tei", "tei", ".xml", "TEI P5 with said elements", folders=True),
        Format("brat", "brat", ".zip", "brat standoff", folders=True, binary=True),
        Format(
            "label-studio",
            "label_studio",
            ".json",
            "Label Studio tasks with predictions; in a folder with the labelling interface",
            folders=True,
        ),
        Format("conll", "conll", ".conllup", "CoNLL-U Plus, one token a line"),
        Format("parquet", "parquet", ".parquet", "columns for data frames", binary=True),
    )
}


def find_format(name: str) -> Format:
    """The format called ``name``. Raises :class:`UsageError` when there is none."""
    try:
        return FORMATS[name.lower().replace("_", "-")]
    except KeyError:
        raise UsageError(
            f"there is no format {name!r}; the formats are {', '.join(sorted(FORMATS))}"
        ) from None


def write(name: str, articles: Iterable[Article], stream: BinaryIO) -> None:
    """Write ``articles`` in the format ``name`` into one binary stream, which stays open.

    Raises :class:`UsageError` for an unknown format or one whose library is not installed.
    """
    module = import_module(f"quotes.writing.{find_format(name).module}")
    cast(Callable[[Iterable[Article], BinaryIO], None], module.write)(articles, stream)


def write_folder(name: str, articles: Iterable[Article], folder: Path) -> list[Path]:
    """Write ``articles`` as a folder of files; return their paths.

    The folder is made when it is absent. Raises :class:`UsageError` for an unknown format or
    one that only knows single files.
    """
    form = find_format(name)
    if not form.folders:
        raise UsageError(f"{name} is written as one file; give a file name, not a folder")
    module = import_module(f"quotes.writing.{form.module}")
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for file_name, data in module.files(articles):
        path = folder / file_name
        path.write_bytes(data)
        paths.append(path)
    return paths

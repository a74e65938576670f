"""Many documents, one behind another: results in their order, and errors as rows.

What a program, the command and a cluster have in common: one document that the engine cannot
cope with must not take a night's work with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Protocol, TypeVar

from quotes.model import Document, Quote

T = TypeVar("T")


class Engine(Protocol):
    """What finds the quotes of a document: an :class:`quotes.extraction.Extractor`."""

    def extract(self, document: Document) -> tuple[Quote, ...]:
        """The quotes of ``document``."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A document with its quotes, or with what went wrong in one line."""

    document: Document
    quotes: tuple[Quote, ...] = ()
    problem: str | None = None


def attempt(engine: Engine, document: Document) -> Extracted:
    """The document's quotes, or what went wrong."""
    try:
        return Extracted(document, engine.extract(document))
    except Exception as error:
        problem = f"extraction failed ({type(error).__name__}: {error}); please report this"
        return Extracted(document, problem=problem)


def bounded(
    items: Iterable[T], size: Callable[[T], int], most: int, largest: int
) -> Iterator[list[T]]:
    """The items in lists that are neither long nor large, each handed over when it is full.

    A list is full at ``most`` items or when their sizes sum up to ``largest``, so that a single
    item larger than that still comes through.
    """
    batch: list[T] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) >= most or total >= largest:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch


def extract_batches(
    batches: Iterable[Iterable[Document]], morphology: str | None = None
) -> Iterator[list[Extracted]]:
    """A list of results for each batch of documents, in their order, one batch at a time.

    For clusters, which send a function to their workers and call it on a part of the data: it is
    picklable, and every process makes one engine and keeps it. ``morphology`` is as in
    :class:`quotes.extraction.Extractor`; raises :class:`quotes.errors.UsageError` like it.
    """
    engine = _engine(morphology)
    for batch in batches:
        yield list(map(partial(attempt, engine), batch))


@lru_cache(maxsize=1)
def _engine(morphology: str | None) -> Engine:
    from quotes.extraction.pipeline import Extractor

    return Extractor(morphology)

"""Extraction over many documents, on one core or all of them, results in input order."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING

from quotes.extraction.batches import attempt
from quotes.model import Document
from quotes.reading import Page, ReadFailure
from quotes.writing import Article

if TYPE_CHECKING:
    from quotes.extraction import Extractor

ExtractorFactory = Callable[[], "Extractor"]
Input = Document | Page | ReadFailure
Result = Article | ReadFailure

# Below this, starting processes and carrying quotes between them costs more than it saves.
_FEW = 300
# So many more objects than are given back, before the collector of garbage is called.
_ALLOCATIONS = 20_000


def extract_all(
    items: Iterable[Input], make_extractor: ExtractorFactory, workers: int | None = None
) -> Generator[Result, None, None]:
    """Every article with its quotes, every failure in its place.

    ``make_extractor`` is called once in each process, so it has to be picklable. Without
    ``workers`` few articles are extracted here and many on all cores. An article that the
    extractor cannot cope with becomes a failure. Raises :class:`QuotesError` when a process dies.
    """
    items = iter(items)
    if workers is None:
        first = list(itertools.islice(items, _FEW + 1))
        items = itertools.chain(first, items)
        workers = 1 if len(first) <= _FEW else (os.cpu_count() or 1)
    if workers == 1:
        extractor: Extractor | None = None
        for item in items:
            if not isinstance(item, ReadFailure):
                extractor = extractor or settled(make_extractor())
                yield extract_one(extractor, item)
            else:
                yield item
    else:
        from quotes.cli.processes import extract_in_processes

        yield from extract_in_processes(items, make_extractor, workers)


def settled(extractor: Extractor) -> Extractor:
    """The extractor, its tables set apart from what the collector of garbage goes through.

    The collector is called less often, too: the engine leaves it nothing, and what is remembered
    of words keeps it busy.
    """
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    return extractor


def extract_one(extractor: Extractor, item: Input) -> Result:
    """The article, or what went wrong."""
    document = item.read() if isinstance(item, Page) else item
    if isinstance(document, ReadFailure):
        return document
    done = attempt(extractor, document)
    if done.problem is not None:
        return ReadFailure(document.name, done.problem)
    return Article(document, done.quotes)

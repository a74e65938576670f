"""Extraction over many documents, on one core or all of them, results in input order."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

from quotes.model import Document, Quote
from quotes.reading import ReadFailure
from quotes.writing import Article

if TYPE_CHECKING:
    from quotes.extraction import Extractor

ExtractorFactory = Callable[[], "Extractor"]
Result = Article | ReadFailure

# Below this, starting processes and carrying quotes between them costs more than it saves.
_FEW = 300
_BATCH_DOCUMENTS = 32
_BATCH_CHARACTERS = 200_000
_BATCHES_AHEAD = 3


def extract_all(
    documents: Iterable[Document | ReadFailure],
    make_extractor: ExtractorFactory,
    workers: int | None = None,
) -> Iterator[Result]:
    """Every document with its quotes, every failure in its place.

    ``make_extractor`` is called once in each process, so it has to be picklable. Without
    ``workers`` few documents are extracted here and many on all cores. A document that the
    extractor cannot cope with becomes a failure.
    """
    documents = iter(documents)
    if workers is None:
        first = list(itertools.islice(documents, _FEW + 1))
        documents = itertools.chain(first, documents)
        workers = 1 if len(first) <= _FEW else (os.cpu_count() or 1)
    if workers == 1:
        extractor: Extractor | None = None
        for item in documents:
            if isinstance(item, ReadFailure):
                yield item
            else:
                extractor = extractor or make_extractor()
                yield _result(item, _extract(extractor, item))
    else:
        yield from _extract_in_processes(documents, make_extractor, workers)


def _extract_in_processes(
    documents: Iterator[Document | ReadFailure], make_extractor: ExtractorFactory, workers: int
) -> Iterator[Result]:
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(make_extractor,),
    )
    running: deque[tuple[list[Document | ReadFailure], Future[list[_Outcome]]]] = deque()
    try:
        for batch in _batches(documents):
            work = [item for item in batch if isinstance(item, Document)]
            running.append((batch, pool.submit(_extract_batch, work)))
            if len(running) >= workers * _BATCHES_AHEAD:
                yield from _merged(*running.popleft())
        while running:
            yield from _merged(*running.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_Outcome = tuple[Quote, ...] | str


def _merged(
    batch: list[Document | ReadFailure], future: Future[list[_Outcome]]
) -> Iterator[Result]:
    outcomes = iter(future.result())
    for item in batch:
        yield item if isinstance(item, ReadFailure) else _result(item, next(outcomes))


def _result(document: Document, outcome: _Outcome) -> Result:
    if isinstance(outcome, str):
        return ReadFailure(document.name, outcome)
    return Article(document, outcome)


def _batches(items: Iterator[Document | ReadFailure]) -> Iterator[list[Document | ReadFailure]]:
    batch: list[Document | ReadFailure] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Document) else 0
        if len(batch) >= _BATCH_DOCUMENTS or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _extract(extractor: Extractor, document: Document) -> _Outcome:
    """The quotes, or what went wrong: one article must not take a night's work with it."""
    try:
        return extractor.extract(document)
    except Exception as error:
        return f"extraction failed ({type(error).__name__}: {error}); please report this article"


_worker_extractor: Extractor


def _start_worker(make_extractor: ExtractorFactory) -> None:
    global _worker_extractor
    # Ctrl-C reaches the whole process group; the parent decides what happens.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_extractor = make_extractor()


def _extract_batch(documents: list[Document]) -> list[_Outcome]:
    return [_extract(_worker_extractor, document) for document in documents]

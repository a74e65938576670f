"""Extraction over many documents, on one core or all of them, results in input order."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quotes.errors import QuotesError
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
_BATCH_ITEMS = 32
_BATCH_SIZE = 500_000
_BATCHES_AHEAD = 3


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
                extractor = extractor or make_extractor()
                yield _extract(extractor, item)
            else:
                yield item
    else:
        yield from _extract_in_processes(items, make_extractor, workers)


def _extract_in_processes(
    items: Iterator[Input], make_extractor: ExtractorFactory, workers: int
) -> Iterator[Result]:
    pool = ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(make_extractor,),
    )
    running: deque[Future[list[Result]]] = deque()
    others = set(multiprocessing.active_children())
    done = False
    try:
        for batch in _batches(items):
            with _ctrl_c_held_back():
                running.append(pool.submit(_extract_batch, batch))
            if len(running) >= workers * _BATCHES_AHEAD:
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()
        done = True
    except BrokenProcessPool:
        raise QuotesError(
            "a worker process died, perhaps for want of memory; what was done until then is "
            "complete, and --workers 1 does with less"
        ) from None
    finally:
        with _ctrl_c_held_back():
            if not done:
                # Nobody waits for their results any more, and they hold nothing else.
                for process in set(multiprocessing.active_children()) - others:
                    process.kill()
            pool.shutdown(cancel_futures=True)


def _batches(items: Iterator[Input]) -> Iterator[list[Input]]:
    batch: list[Input] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else 0
        size += len(item.data) if isinstance(item, Page) else 0
        if len(batch) >= _BATCH_ITEMS or size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _extract(extractor: Extractor, item: Input) -> Result:
    """The article, or what went wrong."""
    document = item.read() if isinstance(item, Page) else item
    if isinstance(document, ReadFailure):
        return document
    done = attempt(extractor, document)
    if done.problem is not None:
        return ReadFailure(document.name, done.problem)
    return Article(document, done.quotes)


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """Processes that start meanwhile never see Ctrl-C, which reaches the whole process group.

    It is for the parent to decide what happens; here it arrives a moment later.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker_extractor: Extractor


def _start_worker(make_extractor: ExtractorFactory) -> None:
    global _worker_extractor
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_extractor = make_extractor()


def _extract_batch(items: list[Input]) -> list[Result]:
    return [_extract(_worker_extractor, item) for item in items]

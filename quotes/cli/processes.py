"""Extraction in many processes at once, results in input order."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from quotes.cli.parallel import ExtractorFactory, Input, Result, extract_one, settled
from quotes.errors import QuotesError
from quotes.extraction.batches import bounded
from quotes.model import Document
from quotes.reading import Page

if TYPE_CHECKING:
    from quotes.extraction import Extractor

_BATCH_ITEMS = 32
_BATCH_SIZE = 500_000
_BATCHES_AHEAD = 3
_GRACE_SECONDS = 5.0


def extract_in_processes(
    items: Iterator[Input], make_extractor: ExtractorFactory, workers: int
) -> Iterator[Result]:
    """As :func:`quotes.cli.parallel.extract_all`, by ``workers`` processes."""
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
        for batch in bounded(items, _size, _BATCH_ITEMS, _BATCH_SIZE):
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
            pool.shutdown(wait=done, cancel_futures=True)
            if not done:
                _end(set(multiprocessing.active_children()) - others)


def _end(processes: set[BaseProcess]) -> None:
    """Let workers finish what they have begun, and kill those that take too long over it.

    One that is killed while it hands over a result leaves half a message, for whose other half
    the executor's thread would wait for ever.
    """
    end = time.monotonic() + _GRACE_SECONDS
    for process in processes:
        process.join(max(0.0, end - time.monotonic()))
        if process.is_alive():
            process.kill()


def _size(item: Input) -> int:
    if isinstance(item, Document):
        return len(item.text)
    return len(item.data) if isinstance(item, Page) else 0


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
    _worker_extractor = settled(make_extractor())


def _extract_batch(items: list[Input]) -> list[Result]:
    return [extract_one(_worker_extractor, item) for item in items]

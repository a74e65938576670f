"""Progress on a terminal, and Ctrl-C that keeps what is done."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import TypeVar

from quotes.reading import Corpus

_Item = TypeVar("_Item")
_WAIT_BEFORE_SHOWING = 1.0


class Interruption:
    """Ctrl-C, heeded only between two articles, so that nothing is left half-written.

    Used as a context manager around the whole work; ``until_interrupted`` passes items on and
    ends early, without an exception, when Ctrl-C comes. A second Ctrl-C ends the program.
    """

    def __init__(self) -> None:
        self.happened = False
        self._waiting = False
        self._previous: object = None

    def __enter__(self) -> Interruption:
        if threading.current_thread() is threading.main_thread():
            self._previous = signal.signal(signal.SIGINT, self._handle)
        return self

    def __exit__(self, *_: object) -> None:
        if self._previous is not None:
            signal.signal(signal.SIGINT, self._previous)  # type: ignore[arg-type]

    def until_interrupted(self, items: Generator[_Item, None, None]) -> Iterator[_Item]:
        """The items, until there are no more or the user has had enough."""
        try:
            while not self.happened:
                self._waiting = True
                try:
                    item = next(items)
                except (StopIteration, KeyboardInterrupt):
                    return
                finally:
                    self._waiting = False
                yield item
        finally:
            items.close()

    def _handle(self, _signal: int, _frame: FrameType | None) -> None:
        again, self.happened = self.happened, True
        if self._waiting or again:
            raise KeyboardInterrupt


@contextmanager
def watched(
    items: Generator[_Item, None, None], corpus: Corpus, *, enabled: bool = True
) -> Iterator[Generator[_Item, None, None]]:
    """The items with a bar on standard error: articles done, rate and time left.

    Nothing is shown where standard error is no terminal, nor for work that is done in a moment.
    """
    if not (enabled and sys.stderr.isatty()):
        yield items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    bar = Progress(
        BarColumn(),
        TextColumn("{task.fields[articles]:,} articles"),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=5,
    )
    try:
        yield _counted(items, corpus, bar)
    finally:
        bar.stop()


def _counted(
    items: Generator[_Item, None, None], corpus: Corpus, bar: object
) -> Generator[_Item, None, None]:
    from rich.progress import Progress

    assert isinstance(bar, Progress)
    task = bar.add_task("", total=corpus.total_bytes or None, articles=0, rate=0.0)
    started = bar.get_time()
    with closing(items):
        for count, item in enumerate(items, 1):
            elapsed = bar.get_time() - started
            if elapsed > _WAIT_BEFORE_SHOWING:
                bar.start()
                bar.update(task, completed=corpus.bytes_read, articles=count, rate=count / elapsed)
            yield item

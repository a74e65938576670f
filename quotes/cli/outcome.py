"""What became of the inputs: articles are passed on, failures told at once and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from quotes.cli.display import complain

if TYPE_CHECKING:
    from quotes.cli.parallel import Result
    from quotes.writing import Article


class Outcome:
    """Separates articles from failures, and knows the exit code in the end."""

    def __init__(self) -> None:
        self.failures = 0

    def articles(self, results: Iterator[Result]) -> Iterator[Article]:
        """The articles among ``results``; failures go to standard error."""
        from quotes.reading import ReadFailure

        for result in results:
            if isinstance(result, ReadFailure):
                self.failures += 1
                complain(result)
            else:
                yield result

    def exit(self, *, interrupted: bool) -> None:
        """End the command: 130 when interrupted, 1 when an input failed, else normally."""
        if interrupted:
            raise typer.Exit(130)
        if self.failures:
            raise typer.Exit(1)

"""The ``quotes`` command: every command is a few calls into the rest of the project.

Data goes to standard output; progress and messages go to standard error. Exit codes: 0 done,
1 failed on some input (the rest is done), 2 wrong usage or configuration, 3 database missing,
locked, damaged, out of reach or newer than this program, 130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

__all__ = ["end_with", "main"]

# So many more objects than are given back, before the collector of garbage is called. What is
# imported stays; looking through it for garbage was a twentieth of the start.
_ALLOCATIONS = 100_000


def main() -> None:
    """Run ``quotes`` and end the process with the documented exit code."""
    gc.set_threshold(_ALLOCATIONS)
    end_with(_quotes)


def _quotes() -> None:
    from quotes.cli.program import application

    application(*sys.argv[1:2])()


def end_with(run: Callable[[], object]) -> None:
    """Run a command line and end the process with the documented exit code."""
    try:
        sys.exit(_exit_code(run))
    except KeyboardInterrupt:
        # Whatever was interrupted, importing included, has nothing to say about it.
        sys.exit(130)


def _exit_code(run: Callable[[], object]) -> int:
    import os

    from quotes.cli.display import complain
    from quotes.errors import QuotesError

    try:
        run()
    except QuotesError as error:
        complain(error)
        return error.exit_code
    except Exception as error:
        if os.environ.get("QUOTES_TRACEBACK"):
            raise
        complain(
            f"internal error ({type(error).__name__}: {error}); please report it with what "
            "QUOTES_TRACEBACK=1 shows"
        )
        return 1
    return 0

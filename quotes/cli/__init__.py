"""The ``quotes`` command: every command is a few calls into the rest of the project.

Data goes to standard output; progress and messages go to standard error. Exit codes: 0 done,
1 failed on some input (the rest is done), 2 wrong usage or configuration, 3 database locked,
damaged or newer than this program, 130 interrupted.
"""

from __future__ import annotations

import os
import sys

from quotes.cli.app import app
from quotes.errors import QuotesError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    try:
        app()
    except QuotesError as error:
        print(f"quotes: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader (head, less) has gone; Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)

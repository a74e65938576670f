"""The ``quotes`` command: every command is a few calls into the rest of the project.

Data goes to standard output; progress and messages go to standard error. Exit codes: 0 done,
1 failed on some input (the rest is done), 2 wrong usage or configuration, 3 database locked,
damaged or newer than this program, 130 interrupted.
"""

from __future__ import annotations

import os
import sys

from quotes.cli.app import app
from quotes.cli.display import complain
from quotes.errors import QuotesError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command line and end the process with the documented exit code."""
    try:
        app()
    except QuotesError as error:
        complain(error)
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("QUOTES_TRACEBACK"):
            raise
        complain(
            f"internal error ({type(error).__name__}: {error}); please report it with what "
            "QUOTES_TRACEBACK=1 shows"
        )
        sys.exit(1)

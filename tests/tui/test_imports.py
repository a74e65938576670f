"""The command line stays light: it knows nothing of the app until somebody reviews."""

from __future__ import annotations

import subprocess
import sys

HEAVY = {"textual", "rich", "sqlalchemy", "camel_tools", "aiohttp", "tui", "store.sql"}


def loaded_by(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after ``statement``."""
    program = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_commands_do_not_load_the_app() -> None:
    assert not loaded_by("import quotes.cli") & (HEAVY - {"rich"})


def test_a_sitting_without_a_screen_loads_no_textual() -> None:
    assert not loaded_by("import tui.session.session, tui.session.adjudication") & {"textual"}


def test_the_store_does_not_load_the_app() -> None:
    assert not loaded_by("import store") & {"textual", "tui"}

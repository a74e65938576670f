"""The command line stays light: it knows nothing of the app until somebody reviews."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from store import open_store

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


def test_the_app_starts_without_what_its_first_picture_does_not_need(tmp_path: Path) -> None:
    """Opening must not wait for other engines, nor for what extraction and checking use."""
    slow = {"numpy", "scipy", "camel_tools", "dateparser", "rapidfuzz", "lxml", "trafilatura"}
    slow |= {"aiohttp", "quotes.lexicon", "quotes.extraction", "sqlalchemy.dialects.postgresql"}
    for name, others in (("q.json", {"sqlalchemy"}), ("q.sqlite", {"tinydb", "filelock"})):
        place = str(tmp_path / name) if name == "q.json" else f"sqlite:///{tmp_path / name}"
        open_store(place).close()
        statement = (
            "import quotes.cli.review, tui.start, store\n"
            f"with store.open_store({place!r}) as opened:\n"
            "    opened.find('status:pending', 'uncertain', 50), opened.counts()"
        )
        assert not loaded_by(statement) & (slow | others), name

"""``quotes doctor``: what it finds, what it asks, and what it remembers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from quotes.cli import main; main()", "doctor"]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose configuration and database are nowhere near the user's."""
    return {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "QUOTES_DB": str(tmp_path / "quotes.json"),
        "PYTHONPATH": os.getcwd(),
    }


def run(home: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    environ = {key: value for key, value in os.environ.items() if key != "QUOTES_BIDI"} | home
    return subprocess.run([*COMMAND, *options], env=environ, capture_output=True, text=True)


@pytest.mark.slow
def test_it_finds_what_is_installed_and_that_it_works(home: dict[str, str]) -> None:
    done = run(home, "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["packages"]["textual"] == version("textual")
    assert report["engine"] in {"Python", "compiled"}
    assert report["morphology"]["error"] is None
    assert report["morphology"]["database"] == "aramorph"
    database = report["database"]
    assert database["location"] == home["QUOTES_DB"]
    assert (database["source"], database["exists"]) == ("QUOTES_DB", False)
    assert report["terminal"]["mode"] in {"app", "terminal", "words", "letters", "off"}
    assert not Path(home["QUOTES_DB"]).exists(), "to look must not make a database"


@pytest.mark.slow
def test_a_broken_database_is_a_finding_and_no_traceback(home: dict[str, str]) -> None:
    Path(home["QUOTES_DB"]).write_text("{ not JSON", "utf-8")
    done = run(home, "--no-input")
    assert done.returncode == 1
    assert "PROBLEM" in done.stdout
    assert "morphology: aramorph" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_broken_configuration_is_a_finding_like_others(home: dict[str, str]) -> None:
    file = Path(home["XDG_CONFIG_HOME"], "quotes", "terminals.toml")
    file.parent.mkdir(parents=True)
    file.write_text("[modes", "utf-8")
    done = run(home, "--no-input")
    assert (done.returncode, done.stderr) == (1, "")
    assert f"PROBLEM: {file} cannot be read" in done.stdout
    assert "morphology: aramorph" in done.stdout
    assert "database: " in done.stdout


@pytest.mark.slow
def test_a_password_in_the_location_is_not_shown(home: dict[str, str]) -> None:
    done = run(home | {"QUOTES_DB": "postgresql+psycopg://me:secret@localhost:1/none"})
    assert "secret" not in done.stdout + done.stderr
    assert "localhost" in done.stdout


def test_reset_gives_the_terminal_its_own_order_back(home: dict[str, str]) -> None:
    assert run(home, "--reset").stdout == "\x1b[8h"


if os.name == "posix":
    from tests.tui.arabic.pseudo_terminal import Terminal

    @pytest.fixture
    def terminal(home: dict[str, str]) -> Iterator[Terminal]:
        terminal = Terminal(COMMAND, home | {"VTE_VERSION": "7006"})
        yield terminal
        terminal.close()

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("answers", "remembered"),
        [
            (["1"], "app"),
            (["3"], "letters"),
            (["0", "y"], "terminal"),
            ([""], None),
        ],
    )
    def test_the_answer_is_remembered_for_this_terminal(
        terminal: Terminal, home: dict[str, str], answers: list[str], remembered: str | None
    ) -> None:
        terminal.read_until(b"nothing: ")
        assert b"\x1b[8l" in terminal.written
        terminal.type(answers[0] + "\n")
        for answer in answers[1:]:
            terminal.read_until(b"y or n")
            terminal.type(answer + "\n")
        assert terminal.finish() == 0
        assert terminal.written.rindex(b"\x1b[8h") > terminal.written.rindex(b"\x1b[8l")
        kept = Path(home["XDG_CONFIG_HOME"], "quotes", "terminals.toml")
        assert kept.exists() == (remembered is not None)
        if remembered:
            assert f'"vte" = "{remembered}"' in kept.read_text("utf-8")

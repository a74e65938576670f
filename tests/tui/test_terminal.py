"""The real command on a real pseudo-terminal: add, review, export; and killed in the middle."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import open_store
from tests.tui.material import BY_DOUBT, SCHOOL_QUOTES, SCHOOLS, WATER, WATER_QUOTES, many

pytest.importorskip("pty", reason="pseudo-terminals are a thing of Unix")

from tests.tui import terminal as terminal_module
from tests.tui.terminal import Terminal


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name != "TMUX"},
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }


def command(environment: dict[str, str], *arguments: str) -> str:
    """What a ``quotes`` command prints."""
    program = [sys.executable, "-c", "from quotes.cli import main; main()"]
    done = subprocess.run(
        [*program, *arguments], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.slow
def test_add_review_export(environment: dict[str, str], tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(SCHOOLS.text, encoding="utf-8")
    database = str(tmp_path / "quotes.json")
    command(environment, "add", str(article), "--db", database)
    with open_store(database) as store:
        found = store.find_ids("status:pending", "uncertain")
    assert len(found) >= 3
    with Terminal(
        ["review", "--db", database, "--reviewer", "huda", "--lang", "ar", "--bidi", "app"],
        environment,
    ) as terminal:
        terminal.read_until(str(len(found)))
        assert b"\x1b[8l" in terminal.output, "the terminal is told that the app orders"
        terminal.settle()
        for key in ("ش", "ء", "ث", "مجلس الآباء", "\r", "2"):
            terminal.send(key)
            assert terminal.read(), f"{key} painted nothing"
        terminal.send("q")
        assert terminal.exit_code() == 0
        assert terminal.output.rindex(b"\x1b[8h") > terminal.output.rindex(b"\x1b[8l")
    lines = command(environment, "export", "--db", database, "--format", "jsonl").splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    assert records[found[0]]["status"] == "accepted"
    assert records[found[1]]["status"] == "rejected"
    assert records[found[2]]["status"] == "fixed"
    assert records[found[2]]["speaker"]["name"] == "مجلس الآباء"


def test_a_decision_is_on_disk_when_the_next_quote_is_painted(
    environment: dict[str, str], tmp_path: Path
) -> None:
    database = tmp_path / "quotes.json"
    with open_store(database) as store:
        store.add_many([(WATER, WATER_QUOTES), (SCHOOLS, SCHOOL_QUOTES)])
    with Terminal(["review", "--db", str(database), "--lang", "en"], environment) as terminal:
        terminal.read_until("of 9")
        terminal.settle()
        terminal.send("a")
        terminal.read_until("Accepted")
        os.kill(terminal.process, signal.SIGKILL)
    with open_store(database) as store:
        assert store.get(BY_DOUBT[0]).status == "accepted"
        assert not store.check()


@pytest.mark.slow
def test_killed_in_the_middle_of_five_hundred_decisions(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """Keys pour in, the process is killed, and again; every state is what its events say."""
    database = tmp_path / "quotes.json"
    with open_store(database) as store:
        store.add_many(many(10, 55))
    choose = random.Random(5)
    keys = "a" + "".join(choose.choices("axuy", weights=[4, 3, 2, 2], k=499))
    for seconds in (0.5, 1.5, None):
        before = settled(database)
        with Terminal(
            ["review", "--db", str(database), "--reviewer", "huda", "--lang", "en"], environment
        ) as terminal:
            terminal.read_until("done 0")
            terminal.settle()
            terminal.send(keys)
            if seconds is None:
                terminal.send("p")
                terminal.read_until("This sitting", patience=90)
            else:
                time.sleep(seconds)
            os.kill(terminal.process, signal.SIGKILL)
        with open_store(database) as store:
            assert not store.check(), "every state is the fold of its events"
            assert store.count() == 550
    assert settled(database) == expected(before, keys)


def settled(database: Path) -> int:
    """How many quotes have been decided."""
    with open_store(database) as store:
        return 550 - store.counts()["pending"]


def expected(before: int, keys: str) -> int:
    """How many quotes are decided after these keys, when ``before`` were."""
    standing, undone = before, 0
    for key in keys:
        if key in "ax":
            standing, undone = standing + 1, 0
        elif key == "u" and standing:
            standing, undone = standing - 1, undone + 1
        elif key == "y" and undone:
            standing, undone = standing + 1, undone - 1
    return standing


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_gets_its_own_order_back(
    environment: dict[str, str], tmp_path: Path, number: signal.Signals
) -> None:
    database = tmp_path / "quotes.json"
    with open_store(database) as store:
        store.add(WATER, WATER_QUOTES)
    options = ["review", "--db", str(database), "--lang", "en", "--bidi", "app"]
    with Terminal(options, environment) as terminal:
        terminal.read_until("of 5")
        terminal.settle()
        os.kill(terminal.process, number)
        assert terminal.exit_code() != 0
        assert b"\x1b[8h" in terminal.output
        assert b"\x1b[?1049l" in terminal.output, "the screen from before is back"


# The command with an app that fails at a key.
_BROKEN = """
from quotes.cli import main
from tui.screens.review import ReviewScreen

def fail(self):
    raise RuntimeError("boom")

ReviewScreen.action_order = fail
main()
"""


def test_an_error_of_ours_is_one_line_and_not_success(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = tmp_path / "quotes.json"
    with open_store(database) as store:
        store.add(WATER, WATER_QUOTES)
    monkeypatch.setattr(terminal_module, "_COMMAND", [sys.executable, "-c", _BROKEN])
    options = ["review", "--db", str(database), "--lang", "en", "--bidi", "app"]
    with Terminal(options, environment) as terminal:
        terminal.read_until("of 5")
        terminal.settle()
        terminal.output = b""
        terminal.send("ao")
        assert terminal.exit_code() == 1
        assert b"\x1b[8h" in terminal.output
        assert b"\x1b[?1049l" in terminal.output
        assert b"internal error (RuntimeError: boom)" in terminal.output
        assert b"Traceback" not in terminal.output
    with open_store(database) as store:
        assert store.counts()["accepted"] == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--db", "absent.json"], 3, "absent.json"),
        (["--db", "quotes.json", "--lang", "de"], 2, "--lang de"),
        (["--db", "quotes.json", "--bidi", "upwards"], 2, "upwards"),
        (["--db", "quotes.json", "--reviewer", "a|b"], 2, "reviewer"),
        (["--db", "quotes.json", "--filter", "knid:direct"], 2, "did you mean kind"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_painted(
    environment: dict[str, str], tmp_path: Path, arguments: list[str], code: int, message: str
) -> None:
    with open_store(tmp_path / "quotes.json") as store:
        store.add(WATER, WATER_QUOTES)
    arguments = [str(tmp_path / word) if word.endswith(".json") else word for word in arguments]
    with Terminal(["review", *arguments], environment) as terminal:
        assert terminal.exit_code() == code
        output = terminal.output.decode()
        assert message in output
        assert "Traceback" not in output
        assert "\x1b[?1049h" not in output


def test_without_a_terminal_it_says_what_to_do(environment: dict[str, str]) -> None:
    program = [sys.executable, "-c", "from quotes.cli import main; main()"]
    done = subprocess.run(
        [*program, "review"],
        env=environment,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr

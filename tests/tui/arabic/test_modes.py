"""The choice of a paint mode: flag, environment, configuration, detection, in this order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotes.errors import UsageError
from tui.arabic.modes import (
    ModeChoice,
    PaintMode,
    choose_mode,
    detect_terminal,
    read_modes,
    remember_mode,
)
from tui.arabic.probe import terminal_name

KONSOLE = {"TERM": "xterm-256color", "KONSOLE_VERSION": "221203"}


@pytest.mark.parametrize(
    ("environ", "terminal", "mode"),
    [
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, "vte", "app"),
        (KONSOLE, "konsole", "app"),
        (
            {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"},
            "apple-terminal",
            "terminal",
        ),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "iterm2", "app"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, "vscode", "app"),
        ({"TERM": "xterm-256color", "WT_SESSION": "0e2f"}, "windows-terminal", "app"),
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, "kitty", "words"),
        ({"TERM": "xterm-256color", "WEZTERM_PANE": "0"}, "wezterm", "words"),
        ({"TERM": "xterm-256color", "MLTERM": "3.9.0"}, "mlterm", "app"),
        ({"TERM": "foot"}, "foot", "app"),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, "xterm", "app"),
        # A shell in kitty that was started from a GNOME terminal inherits its variable.
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", "VTE_VERSION": "7006"}, "kitty", "words"),
        ({"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}, "browser", "app"),
    ],
)
def test_terminals_are_known_by_their_environment(
    environ: dict[str, str], terminal: str, mode: str, tmp_path: Path
) -> None:
    choice = choose_mode(None, environ, tmp_path / "none.toml")
    assert choice == ModeChoice(PaintMode(mode), "detection", terminal, True)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"TERM": "xterm-256color"},  # ssh leaves nothing else
        {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0", "VTE_VERSION": "7006"},
        {"TERM": "screen", "STY": "1.pts", "KONSOLE_VERSION": "221203"},
    ],
)
def test_a_guess_is_not_called_sure(environ: dict[str, str]) -> None:
    assert not detect_terminal(environ)[1]


def test_what_the_terminal_says_counts_where_the_environment_does_not(tmp_path: Path) -> None:
    none = tmp_path / "none.toml"
    asked = choose_mode(None, {"TERM": "xterm-256color"}, none, reported="konsole")
    assert asked == ModeChoice(PaintMode.APP, "detection", "konsole", True)
    known = choose_mode(None, {"TERM": "xterm-kitty"}, none, reported="konsole")
    assert known.terminal == "kitty"


def test_flag_before_environment_before_configuration_before_detection(tmp_path: Path) -> None:
    path = remember_mode(PaintMode.LETTERS, "konsole", tmp_path / "new" / "terminals.toml")
    named = KONSOLE | {"QUOTES_BIDI": "words"}
    assert choose_mode("OFF", named, path).mode is PaintMode.OFF
    assert choose_mode(None, named, path).mode is PaintMode.WORDS
    assert choose_mode(None, KONSOLE, path).mode is PaintMode.LETTERS
    assert choose_mode(None, KONSOLE, tmp_path / "none").mode is PaintMode.APP


def test_each_terminal_is_remembered_apart(tmp_path: Path) -> None:
    path = tmp_path / "terminals.toml"
    remember_mode(PaintMode.APP, "konsole", path)
    remember_mode(PaintMode.WORDS, 'odd "name"\x7f\n', path)
    remember_mode(PaintMode.OFF, "konsole", path)
    assert read_modes(path) == {"konsole": PaintMode.OFF, 'odd "name"\x7f\n': PaintMode.WORDS}
    assert choose_mode(None, {"TERM": "foot"}, path).source == "detection"
    path.write_text('[modes]\ndefault = "letters"\n', "utf-8")
    assert choose_mode(None, {"TERM": "foot"}, path).mode is PaintMode.LETTERS


@pytest.mark.parametrize(
    ("flag", "environ", "content", "named"),
    [
        ("apps", {}, "", "--bidi"),
        (None, {"QUOTES_BIDI": "yes"}, "", "QUOTES_BIDI"),
        (None, {"TERM": "foot"}, '[modes]\nfoot = "left"\n', "terminals.toml"),
        (None, {}, "modes = 3", "terminals.toml"),
        (None, {}, "[modes\n", "terminals.toml"),
    ],
)
def test_mistakes_are_named(
    flag: str | None, environ: dict[str, str], content: str, named: str, tmp_path: Path
) -> None:
    path = tmp_path / "terminals.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(UsageError, match=named):
        choose_mode(flag, environ, path)


def test_the_key_goes_through_all_modes() -> None:
    mode = PaintMode.APP
    for _ in PaintMode:
        mode = mode.next()
    assert mode is PaintMode.APP


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        (b"\x1bP>|VTE(7006)\x1b\\\x1b[?65;1;9c", "vte"),
        (b"\x1bP>|Konsole 22.12.3\x1b\\\x1b[?62;1;4c", "konsole"),
        (b"\x1bP>|XTerm(379)\x1b\\\x1b[?64c", "xterm"),
        (b"\x1bP>|kitty(0.26.5)\x1b\\\x1b[?62;c", "kitty"),
        (b"\x1bP>|tmux 3.3a\x1b\\\x1b[?1;2c", "tmux"),
        (b"\x1bP>|iTerm2 3.5.11\x1b\\", "iterm2"),
        (b"\x1bP>|xterm.js(5.5.0)\x1b\\", "vscode"),
        (b"\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\", "wezterm"),
        (b"\x1bP>|something new 1.0\x1b\\", None),
        (b"\x1bP>|\x1b\\", None),
        (b"\x1b[8;1$y\x1b[?65;1;9c", "vte"),
        (b"\x1b[8;0$y\x1b[?63;1;2c", None),
        (b"\x1b[?62c", None),
        (b"", None),
    ],
)
def test_answers_to_xtversion_are_understood(answer: bytes, name: str | None) -> None:
    assert terminal_name(answer) == name


@pytest.mark.parametrize("arguments", [["--widths"], ["sideways"]])
def test_a_specimen_that_cannot_be_shown_is_answered_with_the_usage(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui.arabic.specimen", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("usage: python -m tui.arabic.specimen")

"""The key map: twins on an Arabic keyboard, remapping, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from quotes.errors import UsageError
from tui import keys


def pressed(sequence: str) -> list[str]:
    """The names that Textual gives to what a terminal sends."""
    return [event.key for event in XTermParser().feed(sequence) if isinstance(event, Key)]


# The letter on the key of an Arabic (101) keyboard, and the Latin letter on the same key.
@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("ش", "a"), ("ء", "x"), ("ث", "e"), ("ع", "u"), ("غ", "y"), ("س", "s"), ("ص", "w"),
        ("ق", "r"), ("ف", "t"), ("ت", "j"), ("ن", "k"), ("ظ", "slash"), ("ز", "full_stop"),
        ("؟", "question_mark"), ("\u0650", "A"), ("ج", "left_square_bracket"), ("٢", "2"),
    ],
)  # fmt: skip
def test_the_twin_is_what_textual_calls_the_arabic_letter(arabic: str, latin: str) -> None:
    assert keys.twinned(latin).split(",") == [latin, *pressed(arabic)]


# A terminal with the keyboard protocol of kitty sends code points.
@pytest.mark.parametrize(("sequence", "key"), [("\x1b[1588u", "ش"), ("\x1b[97u", "a")])
def test_arabic_letters_of_the_keyboard_protocol(sequence: str, key: str) -> None:
    assert pressed(sequence) == [key]


@pytest.mark.parametrize("context", keys.CONTEXTS)
def test_no_key_has_two_meanings_on_one_screen(context: str) -> None:
    seen: dict[str, str] = {}
    for binding in keys.bindings(context):
        assert not isinstance(binding, tuple)
        for key in binding.key.split(","):
            assert seen.setdefault(key, binding.action) == binding.action


def test_every_letter_key_of_the_review_screen_has_a_twin() -> None:
    for action in keys.ACTIONS:
        for key in action.keys.split(","):
            if len(key) == 1 and key.isalpha() and action.context == "review":
                assert keys.twinned(key) != key, f"{action.name} has no key on an Arabic keyboard"


def test_the_key_that_types_two_letters_decides_nothing() -> None:
    deciding = {"accept", "reject", "runner_up", "repeat", "split", "join", "skip"}
    owners = {
        key: action.name
        for action in keys.ACTIONS
        if action.context == "review"
        for key in keys.twinned(action.keys).split(",")
    }
    assert not {owners.get("ل"), owners.get("ا")} & deciding


def test_a_file_changes_keys_and_twins_follow(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text('[keys]\naccept = "z, enter"\n', encoding="utf-8")
    keymap = keys.load(path)
    assert keymap == {"review.accept": "z,ئ,enter"}
    shown = {action.name: keys.shown(names) for action, names in keys.effective(keymap, "review")}
    assert shown["accept"] == "z ⏎"
    assert shown["reject"] == "x"


def test_no_file_changes_nothing(tmp_path: Path) -> None:
    assert keys.load(tmp_path / "absent.toml") == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[keys]\nacept = "z"', "did you mean accept"),
        ('[keys]\naccept = "x"', "key x is given to accept and to reject"),
        ('[keys]\naccept = "ء"', "given to accept and to reject"),
        ("[keys]\naccept = 3", "accept needs its keys as text"),
        ('[keys]\naccept = ""', "accept needs its keys as text"),
        ("keys = 3", "must be a table"),
        ("[keys", "cannot be read"),
    ],
)
def test_a_bad_file_is_refused_with_its_name(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message) as error:
        keys.load(path)
    assert str(path) in str(error.value)

"""The app's texts: both languages say the same things, and every action has its words."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import tui
from quotes.errors import UsageError
from tui import keys
from tui.language import LANGUAGES, Texts, choose_language

SOURCES = [path for path in Path(tui.__file__).parent.rglob("*.py") if "arabic" not in path.parts]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_have_the_same_texts() -> None:
    arabic, english = Texts("ar"), Texts("en")
    # The engine speaks English: only Arabic has a table of its reasons.
    translated = {key for key in arabic.keys() if not key.startswith("evidence.")}  # noqa: SIM118
    assert translated == english.keys()
    for key in english.keys():  # noqa: SIM118
        assert placeholders(arabic(key)) == placeholders(english(key)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_described(language: str) -> None:
    known = Texts(language).keys()
    for action in keys.ACTIONS:
        if action.context not in ("dialog", "typing", "reader"):
            assert f"action.{action.name}" in known
        if action.foot:
            assert f"short.{action.name}" in known


def test_every_text_that_is_asked_for_exists() -> None:
    known = Texts("en").keys()
    for path in SOURCES:
        for key in re.findall(r'texts\(\s*"([a-z_.]+)"', path.read_text(encoding="utf-8")):
            assert key in known, f"{path.name} asks for {key}"


@pytest.mark.parametrize(
    ("flag", "environ", "language"),
    [
        ("ar", {"LANG": "en_GB.UTF-8"}, "ar"),
        (None, {"LANG": "ar_EG.UTF-8"}, "ar"),
        (None, {"LANG": "ar_EG.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_chosen(flag: str | None, environ: dict[str, str], language: str) -> None:
    assert choose_language(flag, environ) == language


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageError, match="ar, en"):
        choose_language("de", {})

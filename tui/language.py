"""The app's own words, in Arabic and in English, kept as data in ``texts/``."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from quotes.errors import UsageError

LANGUAGES = ("ar", "en")


class Texts:
    """The texts of one language: ``texts("queue.empty", count=3)``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._table = _table(language)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language == "ar"

    def __call__(self, key: str, **values: object) -> str:
        """The text under ``key`` with its ``{placeholders}`` filled in.

        Words filled in are isolated, so that their direction does not disturb the text's.
        Raises ``KeyError`` for a text that is not there: the tests look at every key.
        """
        text = self._table[key]
        if not values:
            return text
        return text.format(
            **{
                name: isolated(str(value)) if isinstance(value, (str, Exception)) else value
                for name, value in values.items()
            }
        )

    def get(self, key: str, default: str) -> str:
        """The text under ``key``, or ``default``: for words that come from data."""
        return self._table.get(key, default)

    def keys(self) -> frozenset[str]:
        """Every key there is."""
        return frozenset(self._table)

    @property
    def next_language(self) -> str:
        """The language after this one, for the key that goes through them."""
        return LANGUAGES[(LANGUAGES.index(self.language) + 1) % len(LANGUAGES)]


def isolated(text: str) -> str:
    """``text`` between marks that keep its direction apart from what stands around it."""
    return f"\u2068{text}\u2069" if text else ""


def choose_language(flag: str | None, environ: Mapping[str, str] | None = None) -> str:
    """The interface's language: the flag, else the locale, else English.

    The locale is the first that is set of LC_ALL, LC_MESSAGES and LANG. Raises ``UsageError`` for
    a flag that names no language of ours.
    """
    if flag is not None:
        if flag not in LANGUAGES:
            raise UsageError(f"--lang {flag}: choose one of {', '.join(LANGUAGES)}")
        return flag
    environ = os.environ if environ is None else environ
    locale = next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    return "ar" if locale.lower().startswith("ar") else "en"


@lru_cache
def _table(language: str) -> dict[str, str]:
    source = files("tui").joinpath("texts", f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(source), ""))


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((f"{prefix}{key}", str(value)))
    return found

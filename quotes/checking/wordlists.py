"""The word lists of ``lexicon/checking.toml``, in folded spelling."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from quotes.arabic.folding import fold


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words that decide whether two wordings say the same thing.

    ``months`` and ``weekdays`` map a name, as a tuple of its words, to what it names.
    """

    stop_words: frozenset[str]
    negations: frozenset[str]
    certainty: frozenset[str]
    quantifiers: frozenset[str]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    dates: dict[tuple[str, ...], str]


@lru_cache(maxsize=1)
def load_word_lists() -> WordLists:
    """The lists that ship with the package."""
    source = resources.files("quotes.lexicon") / "checking.toml"
    data = tomllib.loads(source.read_text("utf-8"))
    dates: dict[tuple[str, ...], str] = {}
    for table, prefix in (("months", "month "), ("weekdays", ""), ("relative_days", "")):
        for key, names in data[table].items():
            for name in names.split():
                dates[tuple(fold(name).split("_"))] = prefix + key
    return WordLists(
        stop_words=_words(data["stop_words"]),
        negations=_words(data["negations"]),
        certainty=_words(data["certainty"]),
        quantifiers=_words(data["quantifiers"]),
        numbers=_values(data["numbers"]),
        multipliers=_values(data["multipliers"]),
        dates=dates,
    )


def _words(value: str) -> frozenset[str]:
    return frozenset(fold(word) for word in value.split())


def _values(table: dict[str, str]) -> dict[str, int]:
    return {fold(name): int(value) for value, names in table.items() for name in names.split()}

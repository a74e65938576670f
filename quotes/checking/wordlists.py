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

    ``certainty`` and ``quantifiers`` map each word to the first of those that say the same.
    ``dates`` maps the name of a month or a weekday, as a tuple of its words, to what it names.
    """

    stop_words: frozenset[str]
    negations: frozenset[str]
    did_not: frozenset[str]
    will_not: frozenset[str]
    may: frozenset[str]
    one_of: frozenset[str]
    certainty: dict[str, str]
    quantifiers: dict[str, str]
    fractions: dict[str, float]
    numbers: dict[str, int]
    multipliers: dict[str, int]
    dates: dict[tuple[str, ...], str]


@lru_cache(maxsize=1)
def load_word_lists() -> WordLists:
    """The lists that ship with the package."""
    source = resources.files("quotes.lexicon") / "checking.toml"
    data = tomllib.loads(source.read_text("utf-8"))
    dates: dict[tuple[str, ...], str] = {}
    for table, prefix in (("months", "month "), ("weekdays", "")):
        for key, names in data[table].items():
            for name in names.split():
                dates[tuple(fold(name).split("_"))] = prefix + key
    return WordLists(
        stop_words=_words(data["stop_words"]),
        negations=_words(data["negations"]),
        did_not=_words(data["did_not"]),
        will_not=_words(data["will_not"]),
        may=_words(data["may"]),
        one_of=_words(data["one_of"]),
        certainty=_groups(data["certainty"]),
        quantifiers=_groups(data["quantifiers"]),
        fractions={fold(name): float(value) for value, name in data["fractions"].items()},
        numbers=_values(data["numbers"]),
        multipliers=_values(data["multipliers"]),
        dates=dates,
    )


def _words(value: str) -> frozenset[str]:
    return frozenset(fold(word) for word in value.split())


def _values(table: dict[str, str]) -> dict[str, int]:
    return {fold(name): int(value) for value, names in table.items() for name in names.split()}


def _groups(lines: list[str]) -> dict[str, str]:
    return {fold(word): fold(line.split()[0]) for line in lines for word in line.split()}

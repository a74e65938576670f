"""The lists of words: each says what it says once."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import quotes.lexicon
from quotes.arabic.folding import fold

LEXICON = Path(quotes.lexicon.__file__).parent
LISTS = {
    (file, name): entries
    for file in ("closed_classes", "nominals", "particles", "checking")
    for name, entries in tomllib.loads((LEXICON / f"{file}.toml").read_text("utf-8")).items()
    if isinstance(entries, str)
}


def as_compared(entries: str) -> list[str]:
    return [fold(entry.strip()) for entry in entries.split("|" if "|" in entries else None)]


@pytest.mark.parametrize(("file", "name"), LISTS)
def test_no_list_has_an_entry_twice(file: str, name: str) -> None:
    counts = Counter(as_compared(LISTS[file, name]))
    assert not {entry for entry, count in counts.items() if count > 1}


def test_no_two_closed_classes_are_the_same() -> None:
    names: dict[frozenset[str], list[str]] = {}
    for (file, name), entries in LISTS.items():
        if file == "closed_classes":
            names.setdefault(frozenset(as_compared(entries)), []).append(name)
    assert not [same for same in names.values() if len(same) > 1]

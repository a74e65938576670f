"""The lists of words: each says what it says once, and is found where it is looked for."""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from pathlib import Path

import pytest

import quotes.extraction
import quotes.lexicon
from quotes.arabic.folding import fold

LEXICON = Path(quotes.lexicon.__file__).parent
GRAMMAR = Path(quotes.extraction.__file__).parent / "text/grammar.py"
SECTIONS: dict[str, dict[str, str]] = tomllib.loads(
    (LEXICON / "closed_classes.toml").read_text("utf-8")
)
LISTS = [
    ("closed_classes", name, entries)
    for section in SECTIONS.values()
    for name, entries in section.items()
] + [
    (file, name, entries)
    for file in ("nominals", "particles", "checking")
    for name, entries in tomllib.loads((LEXICON / f"{file}.toml").read_text("utf-8")).items()
    if isinstance(entries, str)
]


def as_compared(entries: str) -> list[str]:
    return [fold(entry.strip()) for entry in entries.split("|" if "|" in entries else None)]


@pytest.mark.parametrize(("file", "name", "entries"), LISTS, ids=lambda value: value[:20])
def test_no_list_has_an_entry_twice(file: str, name: str, entries: str) -> None:
    counts = Counter(as_compared(entries))
    assert not {entry for entry, count in counts.items() if count > 1}


def test_no_two_closed_classes_are_the_same() -> None:
    names: dict[frozenset[str], list[str]] = {}
    for file, name, entries in LISTS:
        if file == "closed_classes":
            names.setdefault(frozenset(as_compared(entries)), []).append(name)
    assert not [same for same in names.values() if len(same) > 1]


def test_no_name_stands_in_two_sections() -> None:
    counts = Counter(name for section in SECTIONS.values() for name in section)
    assert not {name for name, count in counts.items() if count > 1}


def test_the_grammar_asks_in_the_order_of_the_file() -> None:
    place = {name: number for number, section in enumerate(SECTIONS.values()) for name in section}
    asked = [
        max(place[name] for name in names)
        for statement in ast.parse(GRAMMAR.read_text("utf-8")).body
        if (
            names := {n.value for n in ast.walk(statement) if isinstance(n, ast.Constant)}
            & {*place}
        )
    ]
    assert asked == sorted(asked), "sections stand in another order than in closed_classes.toml"

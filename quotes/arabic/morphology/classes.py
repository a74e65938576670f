"""What any word can be, coarsely and fast, from a compact table of the AraMorph lexicon."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quotes.arabic.morphology.analysis import Morphology

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


class Reading(NamedTuple):
    """One thing that a word can be.

    ``definite``: carries the article, a possessive pronoun, or is a proper noun. ``gender`` m,
    f or ``None`` (unknown); ``number`` s, d, p or ``None``; ``person`` 1, 2, 3 for verbs.
    ``proclitics`` are Arabic letters, outermost first: ("و", "ب", "ال"); ``enclitic`` is a
    pronoun: possessive on nouns, object on verbs.
    """

    word_class: WordClass
    definite: bool = False
    gender: str | None = None
    number: str | None = None
    person: int | None = None
    passive: bool = False
    proclitics: tuple[str, ...] = ()
    enclitic: str | None = None


class WordInfo(NamedTuple):
    """All readings of a word, and their union. No reading at all: a word AraMorph lacks."""

    readings: tuple[Reading, ...]
    classes: frozenset[str]
    definite: bool
    genders: frozenset[str]
    numbers: frozenset[str]


class WordClasses:
    """A look-up from any word, in whatever spelling, to what it can be."""

    def describe(self, word: str) -> WordInfo:
        """Everything ``word`` can be; readings of its exact spelling before folded ones."""
        raise NotImplementedError

    def classes(self, word: str) -> frozenset[str]:
        """The word classes of ``word``, empty when it is unknown."""
        return self.describe(word).classes


def load_word_classes(morphology: Morphology | None = None) -> WordClasses:
    """The look-up from the cached table, or through ``morphology`` where one is given."""
    raise NotImplementedError

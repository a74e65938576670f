"""Every inflected form of the words of reporting, with their clitics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One verb of the lexicon with its participle and verbal nouns.

    ``lemma`` is the perfect, third person masculine singular, with its hamzas, and its shadda
    where it has one. ``imperfect`` (third person masculine singular) may be left out except
    for a hollow form I with yaa (زاد يزيد) and a defective one in -aa (رأى يرى). ``participle``
    (active, masculine singular, without article, a defective one as ناف) and
    ``verbal_nouns`` (with any broken plural beside them) are undiacritized.
    """

    lemma: str
    imperfect: str | None = None
    participle: str | None = None
    verbal_nouns: tuple[str, ...] = ()


class WordForm(NamedTuple):
    """One reading of a word as an inflected form of a lexicon entry.

    ``lemma`` is that of the :class:`CueEntry`, letter for letter. ``aspect``: perfect or
    imperfect; ``voice``: active or passive; ``mood``: ``None`` where the spelling leaves it
    open, indicative, dependent (subjunctive or jussive) or jussive; ``person``: 1, 2, 3;
    ``gender``: m, f or ``None`` for both; ``number``: s, d, p. ``case`` is accusative for the
    alif of tanwin (قائلاً), ``None`` elsewhere. ``proclitics`` are folded letters, outermost
    first: ("و", "س"), ("ب", "ال"); ``enclitic`` is the pronoun, folded.
    """

    lemma: str
    pos: Literal["verb", "participle", "noun"]
    aspect: str | None = None
    voice: str | None = None
    mood: str | None = None
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    case: str | None = None
    proclitics: tuple[str, ...] = ()
    enclitic: str | None = None


class CueForms:
    """A look-up from any folded word to the forms that it can be."""

    def get(self, word: str) -> tuple[WordForm, ...]:
        """The readings of ``word``, spelt as :func:`quotes.arabic.folding.fold` spells it."""
        raise NotImplementedError

    def __contains__(self, word: str) -> bool:
        return bool(self.get(word))


def cue_forms(entries: Iterable[CueEntry]) -> CueForms:
    """The look-up for ``entries``, from the cache folder when it is there and fresh.

    Raises :class:`quotes.errors.UsageError` for a lemma that cannot be conjugated.
    """
    raise NotImplementedError

"""Full analyses of single words by camel-tools."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of one word. A feature that the word lacks, or that is not known, is ``None``.

    ``lemma`` is undiacritized, ``lemma_diac`` and ``diac`` diacritized. ``pos`` is noun,
    noun_prop, adj, adv, verb, prep, conj, pron, part ... (camel-tools' names). ``aspect`` is
    perfect, imperfect or imperative; ``voice`` active or passive; ``person`` 1, 2 or 3;
    ``gender`` m or f; ``number`` s, d or p; ``mood`` indicative, dependent (subjunctive or
    jussive) or jussive; ``state`` definite, construct or indefinite; ``case`` nominative,
    accusative, genitive or oblique (accusative or genitive). ``proclitics`` are Arabic,
    outermost first; ``enclitic`` is the pronoun, undiacritized.
    """

    lemma: str
    lemma_diac: str
    diac: str
    pos: str
    aspect: str | None
    voice: str | None
    person: int | None
    gender: str | None
    number: str | None
    mood: str | None
    state: str | None
    case: str | None
    definite: bool
    proclitics: tuple[str, ...]
    enclitic: str | None
    gloss: str


class Morphology:
    """camel-tools' analyser on one database."""

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Every analysis of ``word``, none for a word that the database does not know."""
        raise NotImplementedError


def load_morphology(name: str | None = None) -> Morphology:
    """The analyser on the embedded database, or on ``name``, installed with ``camel_data``.

    Raises :class:`quotes.errors.UsageError` when ``name`` is not installed.
    """
    raise NotImplementedError

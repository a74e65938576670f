"""What is written onto a word: the article, conjunctions, prepositions and pronouns.

Whether a first letter is such a clitic or the word's own, these functions leave open; all words
are in folded spelling.
"""

from __future__ import annotations

from collections.abc import Iterable

from quotes.extraction.text.grammar import CONJUNCTIONS, WITHOUT_ARTICLE

_ARTICLES = ("ال", "وال", "لل", "بال")
_SHORTEST_NOUN = 3
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
# The dual of a feminine noun before what completes it, and the shortest such word.
_DUALS_OF_NAMED = ("تا", "تي")
_SHORTEST_DUAL = 6


def has_article(folded: str) -> bool:
    """Whether a word is written with the article, whatever clitic stands before it."""
    return folded.startswith(_ARTICLES) and folded not in WITHOUT_ARTICLE


def without_article(folded: str) -> str:
    """The word without the article and the clitic before it: أرصاد of الأرصاد, للأرصاد, بالأرصاد.

    "meteorology", of "the meteorology", "of" and "in the meteorology"

    A short word begins with these letters itself: بالي "Bali".
    """
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) >= len(article) + _SHORTEST_NOUN:
            return folded[len(article) :]
    return folded


def bare(folded: str) -> tuple[str, ...]:
    """The word, and the word without و or ف where that could be a conjunction."""
    return (folded, folded[1:]) if folded[:1] in CONJUNCTIONS else (folded,)


def bases(word: str) -> frozenset[str]:
    """The word as it may be without all that is written onto it, and a dual in the singular."""
    found = {word}
    if word[:1] in CONJUNCTIONS and len(word) > 3:
        found.add(word[1:])
    found.update([base[2:] for base in found if base.startswith("لل") and len(base) > 3])
    found.update([base[1:] for base in found if base.startswith(("ب", "ل", "ك")) and len(base) > 3])
    found.update([base[2:] for base in found if base.startswith("ال") and len(base) > 4])
    # وزارتا الصحة والتعليم: the two ministries of health and education
    found.update(
        [
            base[:-2] + "ه"
            for base in found
            if base.endswith(_DUALS_OF_NAMED) and len(base) >= _SHORTEST_DUAL
        ]
    )
    found.update([stem for base in found for stem in _without_pronoun(base)])
    return frozenset(found)


def _without_pronoun(base: str) -> Iterable[str]:
    """The stems to which a possessive pronoun may be added: وزارته "his ministry", of وزارة."""
    for pronoun in _PRONOUNS:
        if base.endswith(pronoun) and len(base) - len(pronoun) >= 3:
            stem = base[: -len(pronoun)]
            yield stem
            if stem.endswith("ت"):
                yield stem[:-1] + "ه"

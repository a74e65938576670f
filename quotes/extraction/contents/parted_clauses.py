"""A clause in whose middle a source stands, and what the source vouches for.

أن الحرب، بحسبهم، انتهت "that the war, according to them, has ended": what is said goes on behind
the source. ما أدى، بحسب الوزارة، إلى سقوط جرحى "which led, according to the ministry, to injuries":
the source vouches for its own clause alone.
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    GOVERNED_PREPOSITIONS,
    PARTICLES_WITH_PRONOUN,
    RELATIVES,
    VERBAL_PARTICLES,
    WHAT,
)
from quotes.extraction.text.marks import COMMAS, DASHES
from quotes.extraction.text.words import Words

_ASIDE = COMMAS | DASHES


class PartedClauses:
    """Reads in one article the clauses that phrases of source part."""

    def __init__(self, article: Article, words: Words, sources: dict[int, int]) -> None:
        """``sources`` are the phrases of source: the first token of each, and the one behind it."""
        self.article = article
        self.words = words
        self._sources = sources

    def goes_on_behind(self, index: int) -> bool:
        """Whether the clause still lacks its verb where a source stands: أن الحرب بحسبهم انتهت.

        "that the war according to them has ended"
        """
        article, words = self.article, self.words
        last = self._sources[index]
        _, limit = article.sentence(index)
        if self._stands_between_dashes(index):
            return True
        enclosed = (
            article.is_behind_comma(index) and last < limit and article.tokens[last].text in COMMAS
        )
        last += enclosed
        if self._lacks_complement(index, last, limit, enclosed=enclosed):
            return True
        definite = words.is_definite(article, last - 1)
        # لأنها، بحسب قوله، «لا تكفي»: because they, as he says, "do not suffice"
        last += enclosed and last in article.opening
        return (
            last < limit
            and article.tokens[last].kind == "word"
            # نقلا عن محامية زارت السجن "quoting a lawyer who visited the prison", وفق دراسة أعدها
            # المجلس "according to a study that the council prepared"
            and (enclosed or definite)
            and not (article.tokens[last].facts.has_enclitic and not definite)
            and not article.folded(last).startswith(("و", "ف"))
            and (words.is_verb(article, last) or article.folded(last) in VERBAL_PARTICLES)
        )

    def _stands_between_dashes(self, source: int) -> bool:
        """Whether a source only interrupts the clause: ستتراجع - حسبه - بداية من الغد.

        "will fall - according to him - from tomorrow on"
        """
        tokens, last = self.article.tokens, self._sources[source]
        return last < len(tokens) and {tokens[source - 1].text, tokens[last].text} <= DASHES

    def _lacks_complement(self, source: int, last: int, limit: int, *, enclosed: bool) -> bool:
        """Whether a source parts a verb from what it governs: الذي أثمر، بحسبها، عن اتفاق.

        "which bore fruit, according to her, in an agreement"
        """
        article, words = self.article, self.words
        verb = source - 1 - self.is_aside_mark(source - 1)
        governed = article.folded(last) if last < limit else ""
        if enclosed and article.folded(verb) in PARTICLES_WITH_PRONOUN:
            # لأنها، بحسب تعبيره، تفتح: because it, as he puts it, opens
            return True
        return words.is_verb(article, verb) and (
            governed in GOVERNED_PREPOSITIONS
            or (enclosed and last < limit and words.is_preposition(article, last))
        )

    def is_aside_mark(self, index: int) -> bool:
        """Whether a comma or a dash stands here, which may open or close an aside."""
        return self.article.tokens[index].text in _ASIDE

    def resumption(self, after: int, limit: int) -> int:
        """Where a clause would go on behind a source whose phrase ends before ``after``."""
        return after + (after < limit and self.is_aside_mark(after))

    def start(self, first: int, source: int, behind: int, reported: int | None) -> int | None:
        """Where the clause begins that a source parts from what stands ``behind`` it, if one does.

        ``first`` begins the sentence, ``reported`` the reported clause in it, if there is one.
        """
        article, words = self.article, self.words
        dashed = self.is_aside_mark(source - 1)
        begun = source - 1 - dashed
        if begun <= first + 1 or behind >= article.sentence(source)[1]:
            return None
        enclosed = dashed and self.is_aside_mark(behind - 1)
        if enclosed and article.folded(begun) in PARTICLES_WITH_PRONOUN:
            # لأنها، برأيه، تفتح: because it, in his view, opens
            return begun
        if not (words.is_verb(article, begun) and words.is_preposition(article, behind)):
            return None
        if article.folded(begun - 1) in WHAT:
            return begun - 1
        relative = article.folded(begun - 1).removeprefix("و") in RELATIVES
        if relative or article.is_behind_comma(begun):
            return begun
        return reported if reported is not None and reported <= begun else None

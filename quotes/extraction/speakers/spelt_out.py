"""Whom a headline tells in short, as the text then does: مصدر, مصدر مسؤول بالوزارة.

"a source", "an official source at the ministry": of whoever has no name, the first whom the text
names with the same words and more.
"""

from __future__ import annotations

from collections.abc import Callable

from quotes.extraction.noun_phrases.described_nouns import description_end
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.fuller_bodies import FullerBodies
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.article import Article

_KINDS = frozenset(("unnamed", "group", "document", "organisation"))


class SpeltOut:
    """Searches one article for what its headline tells in short."""

    def __init__(
        self, phrases: NounPhrases, read: Callable[[int, int], Naming], bodies: FullerBodies
    ) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._read = read
        self._bodies = bodies

    def of_headline(self, naming: Naming) -> Naming | None:
        """The same as the text has it first, where that says more and gives no name; or None."""
        article = self.article
        if (
            naming.is_named
            or naming.kind not in _KINDS
            or article.paragraph_of[naming.first] > 0
            or article.tokens[naming.first].facts.has_article
            # خبراء: experts, of whom the text may name one after the other
            or (
                self.words.is_role(article.folded(naming.first))
                and "p" in article.tokens[naming.first].facts.info.numbers
            )
        ):
            return None
        position = self._first_place(naming)
        if position is None:
            return None
        limit = article.sentence(position)[1]
        behind_verb = position > 0 and article.tokens[position - 1].facts.is_verb
        last = self.phrases.end(position, limit, object_follows=True, after_verb=behind_verb)
        if naming.kind == "organisation":
            last = min(last, self._bodies.end_of_name(position, naming))
        elif naming.kind == "document":
            last = description_end(self.phrases, position, last, limit)
        elif not _is_reported(article, position):
            return None
        if last - position <= naming.last - naming.first:
            return None
        fuller = self._read(position, last)
        return None if fuller.is_named or fuller.kind != naming.kind else fuller

    def _first_place(self, naming: Naming) -> int | None:
        """Where the words of a headline stand first in the text behind it."""
        article, named = self.article, self._bodies.spelling(naming)
        return next(
            (
                position
                for position in article.places(named[0])
                if article.paragraph_of[position] > 0
                and article.words[position : position + len(named)] == named
            ),
            None,
        )


def _is_reported(article: Article, position: int) -> bool:
    """Whether somebody stands behind a word of reporting: قال مصدر, نقلا عن مصدر.

    "a source said", "quoting a source"
    """
    if position < 2:
        return False
    before, further = article.tokens[position - 1], article.tokens[position - 2]
    return before.may_be_cue or (before.facts.is_preposition and further.may_be_cue)

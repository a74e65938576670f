"""The person for whom a word without a name stands: the latter, His Excellency.

It is whoever the text names last before it, with a title or an office.
"""

from __future__ import annotations

from collections.abc import Callable

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import BY, COURTESIES, HONORIFICS

# How far before الأخير "the latter" its person is looked for, in tokens.
_REACH_OF_LATTER = 60


class PersonsBefore:
    """Finds in one article the noun phrases that name persons, from the last backwards."""

    def __init__(self, phrases: NounPhrases, read: Callable[[int, int], Naming]) -> None:
        """``read`` takes a noun phrase apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._naming = read

    def named_before(self, end: int) -> tuple[int, int] | None:
        """Whom the text names last before token ``end``, with a title or an office."""
        article, words = self.article, self.words
        for first in range(end - 1, max(0, end - _REACH_OF_LATTER) - 1, -1):
            folded = article.folded(first)
            if not (words.is_role(folded) or words.is_title(folded)):
                continue
            # الرئيس فلان | باستغلال القضاء: President So-and-so | of using the judiciary
            last = self.phrases.end(first, self._next_verb(first + 2, end), BY)
            if last > first + 1 and self._naming(first, last).is_named:
                return first, last
        return None

    def bearer_of_courtesy(self, courtesy: int) -> tuple[int, int] | None:
        """The person named last with the title of a courtesy: صاحب السمو الأمير فلان, سموه.

        "His Highness Prince So-and-so", "His Highness"
        """
        article = self.article
        title = _title_of_courtesy(article.folded(courtesy))
        for index in range(courtesy - 1, max(0, courtesy - _REACH_OF_LATTER) - 1, -1):
            word = article.folded(index)
            if word in COURTESIES or word.removeprefix("ال").removesuffix("ه") != title:
                continue
            first = index - (index > 0 and self.words.is_role(article.folded(index - 1)))
            last = self.phrases.end(first, article.sentence(index)[1], after_verb=True)
            if last > index + 1 and self._naming(first, last).is_named:
                return first, last
        return None

    def _next_verb(self, first: int, end: int) -> int:
        """The first token from ``first`` on that is rather a verb than a name, or the end."""
        article, words = self.article, self.words
        limit = min(end, article.sentence(first - 2)[1])
        return next(
            (
                index
                for index in range(first, limit)
                if words.may_be_verb(article, index)
                and article.folded(index) not in words.lexicon.given_names
                and not words.is_name(article, index)
            ),
            limit,
        )


def has_other_courtesy(article: Article, entity: Entity, courtesy: int) -> bool:
    """Whether somebody is called by another title than that of a courtesy: سمو, not معاليه.

    "His Highness", not "His Excellency"
    """
    title = _title_of_courtesy(article.folded(courtesy))
    titles = {
        word.removesuffix("ه")
        for naming in entity.namings
        for word in article.words[max(0, naming.first - 1) : naming.last]
        if word in HONORIFICS
    }
    return bool(titles) and title not in titles


def _title_of_courtesy(courtesy: str) -> str:
    """The title that a courtesy puts a pronoun behind, bare of its last letter: سعاد of سعادته.

    "His Excellency"
    """
    return courtesy.removesuffix("ها").removesuffix("ه").removesuffix("ت")

"""Names of which only their place shows that they are names: النائب حاكم العمراني.

"the deputy Hakim al-Omrani", who is also "the governor of": behind an office, a title or a verb the
noun phrase is read as that of a speaker is.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.grammar import TO_ME

_LONGEST_NAMING = 9


class NamesByPlace:
    """The noun phrases of one article in which a name may stand that no word of it tells."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases

    def starts(self, surname: int) -> Iterator[int]:
        """Where a noun phrase begins that ends in the word at ``surname``, the shortest first."""
        for start in range(surname - 1, max(-1, surname - _LONGEST_NAMING), -1):
            if not self.article.tokens[start].is_word:
                return
            if (
                self._may_begin(start)
                and self.phrases.end(start, surname + 1, after_verb=True) == surname + 1
            ):
                yield start

    def _may_begin(self, index: int) -> bool:
        """Whether somebody may be named from here on: by an office or a title, or behind a verb."""
        article, words = self.article, self.words
        folded = article.folded(index)
        if words.is_role(folded) or words.is_title(folded):
            return True
        before = article.tokens[index - 1]
        return (
            index > 0
            and before.may_be_cue
            and before.facts.is_verb
            # وقالت لي سيدة: and a lady told me
            and folded not in TO_ME
        )

    def is_name(self, first: int, last: int) -> bool:
        """Whether no verb, no preposition and no noun of a body stands in tokens ``[first, last)``.

        المدرب | لكرة القدم بنادي النصر: the coach | for football at the club of al-Nasr
        """
        article, words = self.article, self.words
        return all(
            article.folded(index) in words.lexicon.given_names
            or article.folded(index) in words.lexicon.name_particles
            or not (
                article.tokens[index].may_be_cue
                or article.tokens[index].facts.is_organisation
                or words.is_preposition(article, index)
                or is_attached_preposition(article, index, words)
            )
            for index in range(first, last)
        ) and not (
            words.is_head(article.folded(last - 1))
            # رؤية الجانبين: the view of both sides
            or "d" in article.tokens[last - 1].facts.info.numbers
        )

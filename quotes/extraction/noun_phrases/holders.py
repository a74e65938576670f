"""The name of an office's holder, behind words of the office that would else end the phrase.

قالت رئيسة كتلة اليسار المعارض في البرلمان، زارا العمراني "the head of the bloc of the opposition
Left in parliament, Zara al-Omrani, said": two definite nouns make no phrase, but what stands
between an office and the name of its holder is all of the office.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.boundary import Wanted
from quotes.extraction.noun_phrases.names_in_marks import NamesInMarks
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.grammar import CHIEFS
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_LONGEST_REST = 10


class Holders:
    """Looks in one article for who holds the office that a phrase begins with."""

    def __init__(
        self, article: Article, words: Words, inside: PhraseWords, in_marks: NamesInMarks
    ) -> None:
        self.article = article
        self.words = words
        self.inside = inside
        self.in_marks = in_marks

    def past_to_holder(self, first: int, index: int, limit: int, wanted: Wanted) -> int:
        """The token at which the name of the holder begins, or ends; ``index`` where none does."""
        if not self._may_have_holder(first, index):
            return index
        article = self.article
        for ahead in range(index, min(limit, index + _LONGEST_REST)):
            if article.tokens[ahead].text in INNER_COMMAS:
                return self._behind_comma(ahead, limit) or index
            if self._ends_office(ahead, wanted):
                return index
            if ahead > index and not (wanted.object or wanted.person) and self._begins_name(ahead):
                return ahead
        return index

    def _begins_name(self, index: int) -> bool:
        """Whether the title or the given name of the holder begins here."""
        return self.inside.is_title_before_name(index) or self.inside.is_given_name(index)

    def _may_have_holder(self, first: int, index: int) -> bool:
        """Whether the phrase is an office that has had no name yet."""
        article = self.article
        return (
            index > first + 1
            and (self.words.is_role(article.folded(first)) or article.folded(first) in CHIEFS)
            and article.tokens[index].is_word
            and not self.inside.has_title(first, index)
            and not self.inside.ends_in_name(first, index)
            and not article.is_surname(article.folded(index - 1))
        )

    def _behind_comma(self, comma: int, limit: int) -> int | None:
        """Past the name behind a comma, or to the title before it; None where neither stands."""
        name = comma + 1
        end = self.inside.end_of_whole_name(name, limit)
        if end > name:
            return end
        return name if self.inside.is_title_before_name(name) else None

    def _ends_office(self, index: int, wanted: Wanted) -> bool:
        """Whether a token cannot stand between an office and its holder.

        What the verb wants cannot: its own preposition, and somebody else where it wants him.
        """
        article, words, token = self.article, self.words, self.article.tokens[index]
        governed = wanted.prepositions
        return (
            not token.is_word
            or token.folded in governed
            or (token.folded[0] in governed and is_attached_preposition(article, index, words))
            or ((wanted.object or wanted.person) and (token.facts.is_head or token.facts.is_place))
            or self.inside.ends_office(index)
            or token.may_be_cue
            or is_circumstance(article, index, words)
            or words.in_list(token.folded, words.lexicon.occasions)
            or words.in_list(token.folded, words.lexicon.addressees)
        )

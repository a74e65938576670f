"""Where the reporter tells when or on what occasion words in marks were said.

Behind a mark that closes speech, and a comma, a circumstance belongs to the telling more often than
to what was said: أن «المفاوضات تتقدم»، بعد أن توقفت "that 'the talks advance', after they had
stopped". Behind a name in marks it does not: على «إكس»، خلال العام "on 'X', during the year".
"""

from __future__ import annotations

from quotes.extraction.contents.other_sayings import is_except_that
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    AFTER,
    AFTER_THAT,
    AMID,
    ANSWERING,
    BUT,
    ON_OCCASIONS,
    WHEN_SAID,
    WITHOUT_THAT,
)
from quotes.extraction.text.words import Words

_TIMES = WHEN_SAID | AFTER | AFTER_THAT | AMID
_OCCASIONS = ANSWERING | ON_OCCASIONS | WITHOUT_THAT
_LEAST_WORDS = 2
_LEAST_WORDS_OF_SPEECH = 4


class BehindMarks:
    """Tells in one article whether the reporter goes on behind words in marks and a comma."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words

    def reporter_at(self, index: int) -> bool:
        """Whether a circumstance of the telling begins at a token."""
        article, folded = self.article, self.article.folded(index)
        return (
            article.is_behind_comma(index)
            and (
                folded in _TIMES
                or article.phrase(index, 2) in _OCCASIONS
                or article.phrase(index, 3) in WITHOUT_THAT
                or self._sets_against(index)
            )
            and self._closes_speech(index - 2)
        )

    def _sets_against(self, index: int) -> bool:
        """Whether "but" opens a clause on somebody: ، لكن الوزارة نفت "but the ministry denied".

        Where marks go on behind it, so does whoever speaks: إلا أنها «لن تنتظر» "except that she
        'will not wait'".
        """
        article = self.article
        if article.folded(index) in BUT:
            return any(article.tokens[n].facts.has_article for n in self._subject(index + 1))
        return is_except_that(article, index) and index + 2 not in article.opening

    def _subject(self, first: int) -> range:
        """The first two words of a clause, as far as they are nouns."""
        nominal = self.words.is_nominal(self.article, first)
        return range(first, min(first + 1 + nominal, len(self.article.tokens)))

    def _closes_speech(self, mark: int) -> bool:
        """Whether a mark closes a quotation of words that were said."""
        article, number = self.article, self.article.closing.get(mark)
        if number is None:
            return False
        first, last = article.quotation_tokens(number)
        return article.has_words(first, last, _LEAST_WORDS_OF_SPEECH) or (
            article.has_words(first, last, _LEAST_WORDS)
            and any(self._is_of_clause(index) for index in range(first, last))
        )

    def _is_of_clause(self, index: int) -> bool:
        """Whether a word stands in clauses rather than in names: a verb, "not", "with"."""
        article, words = self.article, self.words
        return (
            words.is_verb(article, index)
            or words.is_function_word(article.folded(index))
            or words.is_preposition(article, index)
        )

"""Stage 3, continued: where the reporter tells when or on what occasion words in marks were said.

Behind a mark that closes speech, and a comma, a circumstance belongs to the telling more often than
to what was said: أن «المفاوضات تتقدم»، بعد أن توقفت "that 'the talks advance', after they had
stopped". Behind a name in marks it does not: على «إكس»، خلال العام "on 'X', during the year".
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    AFTER,
    AFTER_THAT,
    AMID,
    ANSWERING,
    ON_OCCASIONS,
    WHEN_SAID,
)
from quotes.extraction.words import Words

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
                folded in WHEN_SAID | AFTER | AFTER_THAT | AMID
                or article.phrase(index, 2) in ANSWERING | ON_OCCASIONS
            )
            and self._closes_speech(index - 2)
        )

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

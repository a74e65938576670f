"""Quotation marks around a name, and not around words that were said: «التايمز» "The Times".

What stands between marks is read by itself: a verb before them does not make a name of the word in
them that looks like another.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import EXISTENTIALS, PREPOSITIONS, SON_OF
from quotes.extraction.text.words import Words

LONGEST_NAME_IN_MARKS = 6


class NamesInMarks:
    """Tells in one article which quotations are names."""

    def __init__(self, article: Article, words: Words, inside: PhraseWords) -> None:
        """``inside`` tells what words are in a phrase that stands behind no verb."""
        self.article = article
        self.words = words
        self._inside = inside

    def is_name(self, number: int) -> bool:
        """Whether a quotation holds a name («التايمز») and not words that were said."""
        article = self.article
        first, last = article.quotation_tokens(number)
        if not 0 < last - first <= LONGEST_NAME_IN_MARKS or article.folded(first) in EXISTENTIALS:
            return False
        if self.words.may_be_verb(article, first) and self.words.is_preposition(article, first + 1):
            # «قضى على البطالة» "did away with unemployment"
            return False
        if self.words.is_preposition(article, first) and self.words.may_be_verb(article, first + 1):
            # «من كثر كلامه كثر خطؤه»: "who talks much errs much"
            return False
        return all(
            token.is_word or token.kind == "number" or token.text in "-/."
            for token in article.tokens[first:last]
        ) and not any(
            (self._inside.is_closed_class(index) and article.folded(index) not in PREPOSITIONS)
            or (
                self.words.speaks_of_self(article, index)
                # «غولدمان ساكس»: "I will" has a hamza.
                and not article.tokens[index].text.startswith("سا")
            )
            for index in range(first, last)
        )

    def is_person(self, number: int) -> bool:
        """Whether a quotation holds nothing but a person's name: "عبدالسلام بن حمد العنزي".

        "Abdulsalam bin Hamad al-Anazi"
        """
        article, words = self.article, self.words
        first, last = article.quotation_tokens(number)
        return (
            1 < last - first <= LONGEST_NAME_IN_MARKS
            and all(
                article.tokens[index].is_word
                # حمد "praised", before "son of"
                and (
                    not words.may_be_verb(article, index)
                    or not SON_OF.isdisjoint(article.words[first:last])
                )
                and (
                    words.is_name(article, index)
                    or (index > first and has_article(article.folded(index)))
                )
                for index in range(first, last)
            )
        )

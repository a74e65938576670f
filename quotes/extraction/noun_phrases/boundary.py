"""Two neighbouring words between which a noun phrase may end, and what is known of them."""

from __future__ import annotations

from typing import NamedTuple

from quotes.extraction.noun_phrases.forms import PhraseForms
from quotes.extraction.text.article import Article
from quotes.extraction.text.words import Words


class Wanted(NamedTuple):
    """What the verb beside a noun phrase wants behind it; where that begins, the phrase is over."""

    prepositions: frozenset[str] = frozenset()
    """Those that open its content; they end the phrase unless they can only belong to it."""
    object: bool = False
    """Whether it wants a bare object: نفى المدير | الخبر "the manager denied | the news"."""
    person: bool = False
    """Whether it wants somebody: دعا الرئيس | الحكومة "called upon the government"."""


class PhraseBoundary:
    """The place before a word behind which the phrase that begins at ``first`` may go on or not.

    ``index`` is the word behind the boundary.
    """

    # One is made for nearly every word of every noun phrase.
    __slots__ = (
        "after_article",
        "after_head",
        "after_mere_name",
        "after_name",
        "article",
        "before",
        "facts",
        "first",
        "folded",
        "forms",
        "index",
        "previous",
        "single",
        "wanted",
        "words",
    )

    def __init__(
        self,
        article: Article,
        words: Words,
        forms: PhraseForms,
        first: int,
        index: int,
        wanted: Wanted,
    ) -> None:
        token, before = article.tokens[index], article.tokens[index - 1]
        self.article = article
        self.words = words
        self.forms = forms
        self.first = first
        self.index = index
        self.wanted = wanted
        self.single = index == first + 1
        """Whether the phrase is a single word so far."""
        self.folded = token.folded
        """The folded spelling of the word."""
        self.facts = token.facts
        self.before = before.folded
        """The folded spelling of the word before."""
        self.previous = previous = before.facts
        """What is known of the word before."""
        self.after_article = previous.has_article
        self.after_head = previous.is_head
        self.after_name = (
            words.is_name(article, index - 1)
            or article.is_surname(before.folded)
            or forms.surnames.is_surname_of_given(first, index - 1, wanted.person)
            # فون دير لاين: von der Leyen, who is also "it became soft"
            or (not previous.has_article and article.tokens[index - 2].facts.is_name_particle)
            # كارولا فينتر: Carola Winter, who is also "so he will"; inside a phrase it is no verb
            or (previous.is_verb and article.tokens[index - 2].facts.is_foreign_name)
        )
        self.after_mere_name = self.after_name and not self.after_head
        """Whether the word before is a name, and heads no phrase."""

    @property
    def complete(self) -> bool:
        """Whether the word before can end a phrase: a definite noun or a name."""
        return (
            self.after_article
            or (self.after_mere_name and (self.wanted.person or not self._governs_noun))
            or self.unbound
        )

    @property
    def _governs_noun(self) -> bool:
        """Whether a noun behind a preposition, which is a name, too, is completed: في قطاع التعليم.

        "in the sector of education"
        """
        return (
            "noun" in self.previous.classes
            and not self.single
            and self.article.tokens[self.index - 2].facts.is_preposition
        )

    @property
    def unbound(self) -> bool:
        """Whether no noun can complete the word before, which has kept its ن: مواطنون | أهمية.

        "citizens | the importance"
        """
        return self.previous.is_nominative_plural or (
            # وأعلن 30 أسيرا | بدء إضراب: and 30 prisoners announced | the start of a strike
            (self.previous.is_accusative or self.previous.is_accusative_head)
            and self.index > self.first + 1
            and self.article.tokens[self.index - 2].kind == "number"
        )

    @property
    def named(self) -> bool:
        """Whether the word before is a name, and can be nothing else."""
        return (
            self.after_mere_name
            and not self.before.startswith("ال")
            and not self.previous.is_name_particle
        )

    @property
    def is_noun(self) -> bool:
        """Whether a noun is one of the word's readings."""
        return "noun" in self.facts.classes

    @property
    def is_adjective(self) -> bool:
        """Whether an adjective is one of the word's readings."""
        return "adjective" in self.facts.classes

    @property
    def is_plural(self) -> bool:
        """Whether the word has a plural among its readings."""
        return "p" in self.facts.info.numbers

    @property
    def after_adjective(self) -> bool:
        """Whether an adjective is one of the readings of the word before."""
        return "adjective" in self.previous.classes

"""A preposition inside or behind a noun phrase, and what is known of the two."""

from __future__ import annotations

from quotes.extraction.noun_phrases.names_in_marks import NamesInMarks
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import CHIEFS, COMPLEMENTIZERS
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words


class PhrasePreposition:
    """A preposition at ``index`` that may go on with the phrase that begins at ``first``, or not.

    It stands on its own, or is written onto its noun. The phrase has to end before ``limit``;
    ``governed`` are the prepositions that the verb wants.
    """

    # One is made for every preposition that a noun phrase reaches.
    __slots__ = (
        "article",
        "before",
        "first",
        "following",
        "governed",
        "head",
        "in_marks",
        "index",
        "inside",
        "limit",
        "word",
        "words",
    )

    def __init__(
        self,
        article: Article,
        words: Words,
        inside: PhraseWords,
        in_marks: NamesInMarks,
        first: int,
        index: int,
        limit: int,
        governed: frozenset[str],
    ) -> None:
        self.article = article
        self.words = words
        self.inside = inside
        self.in_marks = in_marks
        self.first = first
        self.index = index
        self.limit = limit
        self.governed = governed
        self.head = article.folded(first)
        """The folded spelling of the phrase's first word."""
        self.before = article.folded(index - 1)
        """The folded spelling of the word before the preposition."""
        self.word = article.folded(index)
        """The folded spelling of the preposition, with its noun where they are one word."""
        self.following = article.folded(index + 1)
        """The folded spelling of the next token."""

    @property
    def is_governed(self) -> bool:
        """Whether the verb wants this preposition."""
        return self.word in self.governed

    @property
    def opens_marks(self) -> bool:
        """Whether a quotation begins right behind it."""
        return self.index + 1 in self.article.opening

    @property
    def quotation(self) -> int:
        """The number of the quotation behind it, where one begins there."""
        return self.article.opening[self.index + 1]

    @property
    def after_quotation(self) -> int:
        """The token behind that quotation."""
        return self.article.after_quotation(self.quotation)

    @property
    def single(self) -> bool:
        """Whether the phrase is a single word so far."""
        return self.index == self.first + 1

    @property
    def has_role(self) -> bool:
        """Whether the phrase begins with an office: مدير "head of", كبير المحللين "chief"."""
        return self.words.is_role(self.head) or self.head in CHIEFS

    @property
    def has_unnamed(self) -> bool:
        """Whether the phrase begins with a word for somebody unnamed: مصدر "a source"."""
        return self.words.in_list(self.head, self.words.lexicon.unnamed)

    @property
    def is_indefinite(self) -> bool:
        """Whether people are told of without a name and without the article: ناشرون, قاضية أمريكية.

        "publishers, an American judge"
        """
        tokens = self.article.tokens
        first = tokens[self.first].facts
        if first.has_article or not (first.is_role or first.is_nominative_plural):
            return False
        return all(
            "adjective" in tokens[n].facts.classes
            and not (tokens[n].facts.has_article or tokens[n].facts.is_head)
            for n in range(self.first + 1, self.index)
        )

    @property
    def has_apposed_role(self) -> bool:
        """Whether an office stands behind the comma after a name: فلان الفلاني، مدير "head of"."""
        return any(
            self.article.tokens[n].text in INNER_COMMAS
            and self.words.is_role(self.article.folded(n + 1))
            for n in range(self.first + 1, self.index - 1)
        )

    @property
    def heads_body(self) -> bool:
        """Whether the phrase begins with a body or a place, and with no person."""
        words, head = self.words, self.head
        if words.is_role(head):
            # المؤسسة الوطنية: the national institution is no woman who has founded something.
            adjective = self.article.tokens[self.first + 1].facts
            return (
                not self.single
                and words.is_organisation(head)
                and has_article(head)
                and adjective.has_article
                and "adjective" in adjective.classes
            )
        return words.is_organisation(head) or words.is_place(head)

    @property
    def follows_person(self) -> bool:
        """Whether the person's name has been read: مركز الملك سلمان has that of a body.

        "the King Salman Centre"
        """
        return self.inside.ends_in_name(self.first, self.index) and not self.heads_body

    @property
    def follows_bare_document(self) -> bool:
        """Whether a document without the article stands right before it: بيان "a statement"."""
        return self.single and self.inside.is_bare_document(self.first)

    @property
    def is_person_behind_marks(self) -> bool:
        """Whether a person's name stands behind the quotation."""
        after, words = self.after_quotation, self.words
        surname = words.word(self.article, after + 1)
        return words.is_name(self.article, after) and (
            self.inside.is_given_name(after)
            or self.is_foreign_name(after)
            # راجيف سوري Rajeev Suri, who is no Syrian: no dictionary has the first name.
            or (
                self.article.is_unknown(after)
                and not has_article(self.article.folded(after))
                and surname.is_word
                and surname.facts.is_nominal
                and (not has_article(surname.folded) or surname.facts.is_name)
                and surname.folded not in COMPLEMENTIZERS
            )
        )

    def is_foreign_name(self, index: int) -> bool:
        """Whether two words begin here that are nothing but names, and no country: ديفيد هيل.

        David Hale
        """
        article, words = self.article, self.words
        return all(
            token.facts.is_foreign_name and token.folded not in words.lexicon.countries
            for token in (words.word(article, index), words.word(article, index + 1))
        )

    def is_head_or_its_adjective(self, first: int, index: int) -> bool:
        """Whether a token is the head at ``first``, or one of the adjectives right behind it."""
        return all(
            "adjective" in self.words.info(self.article, n).classes
            for n in range(first + 1, index + 1)
        )

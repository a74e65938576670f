"""What a word is where a noun phrase is read: part of a name, or a word at which the phrase ends.

The dictionary alone cannot tell: it takes روته Rutte for "she told it" and رفعت Rifaat for "she
raised". The words beside it show which of the two it is.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.chance_particles import is_chance_particle
from quotes.extraction.noun_phrases.chance_verbs import is_chance_verb
from quotes.extraction.noun_phrases.forms import PhraseForms
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    COMPLEMENTIZERS,
    GOVERNORS_OF_ACCUSATIVES,
    NAMES_WITHHELD,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    REFUSALS,
    SERVANT_OF,
    SON_OF,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_LEAST_NAME_BETWEEN_COMMAS, _LONGEST_NAME_BETWEEN_COMMAS = 2, 4
_REACH_OF_REFUSAL = 6
_BEHIND_NAMES = INNER_COMMAS | {":"}


class PhraseWords:
    """Tells in one article what words are inside a noun phrase."""

    def __init__(
        self, article: Article, words: Words, participles: frozenset[int], after_verb: bool
    ) -> None:
        """``participles`` are tokens that describe the telling: قائلاً "saying". ``after_verb``
        tells that the clause has its verb: what looks like another can only be a name.
        """
        self.article = article
        self.words = words
        self.participles = participles
        self.after_verb = after_verb
        self.forms = PhraseForms(article, words)

    def is_closed_class(self, index: int) -> bool:
        """Whether the token is a word that no noun phrase of a source contains."""
        facts = self.article.tokens[index].facts
        if not (facts.may_leave_phrase or index in self.participles):
            return False
        return (
            facts.leaves_phrase
            or index in self.participles
            or self.withholds_name(index)
            or (facts.has_tanwin and not facts.is_head and not self._is_accusative_source(index))
            or (facts.is_verb and not self.is_chance_verb(index))
        ) and not is_chance_particle(self, index)

    def withholds_name(self, index: int) -> bool:
        """Whether somebody asks not to be named here: رفض نشر اسمه, طلب عدم الكشف عن هويته.

        "he refused to have his name published, asked that his identity not be disclosed"
        """
        article = self.article
        return article.folded(index) in REFUSALS and any(
            article.folded(after) in NAMES_WITHHELD
            for after in range(index + 1, index + _REACH_OF_REFUSAL)
        )

    def _is_accusative_source(self, index: int) -> bool:
        """Whether an unnamed source stands behind a word that wants the accusative: لكن مصدرا.

        "but a source"

        So do its adjectives: إلا أن دبلوماسياً أوروبياً "yet a European diplomat".
        """
        article = self.article
        while index > 1 and article.tokens[index - 1].facts.has_tanwin:
            index -= 1
        return article.folded(index - 1) in GOVERNORS_OF_ACCUSATIVES and self.words.in_list(
            article.folded(index).removesuffix("ا"), self.words.lexicon.unnamed
        )

    def is_chance_verb(self, index: int) -> bool:
        """Whether a name only happens to look like a verb: روته Rutte is also "she told it"."""
        return is_chance_verb(self, index)

    def is_bare_document(self, index: int) -> bool:
        """Whether it is a document without the article, which a clause may describe: بيان نشرته.

        "a statement that she published"
        """
        folded = self.article.folded(index)
        return not has_article(folded) and self.words.in_list(folded, self.words.lexicon.documents)

    def is_all_nominal(self, first: int, last: int) -> bool:
        """Whether nothing but nouns, adjectives and names stands in tokens ``[first, last)``."""
        return all(
            self.article.tokens[index].is_word
            and not self.is_closed_class(index)
            and not is_circumstance(self.article, index, self.words)
            for index in range(first, last)
        )

    def ends_office(self, index: int) -> bool:
        """Whether a word cannot stand in the long name of an office: a verb, أن, a relative."""
        folded = self.article.folded(index)
        return (
            self.is_closed_class(index)
            and folded not in PREPOSITIONS
            and folded not in PREPOSITIONS_WITH_PRONOUN
        )

    def is_given_name(self, index: int) -> bool:
        """Whether a word is a given name beyond doubt: one of the list, or before "son of"."""
        article = self.article
        following = article.folded(index + 1)
        return index + 1 < len(article.tokens) and (
            (
                article.folded(index) in self.words.lexicon.given_names
                and not self.words.is_preposition(article, index)
                and article.tokens[index + 1].is_word
                and not self.is_closed_class(index + 1)
            )
            or following in SON_OF
            # عبد الستار: Abdul Sattar
            or (article.folded(index) in SERVANT_OF and has_article(following))
        )

    def is_title_before_name(self, index: int) -> bool:
        """Whether the title of a person begins here: الدكتور, د.; not a body's, نادي الهلال.

        "Doctor", "Dr"; "al-Hilal Club"
        """
        words, folded = self.words, self.article.folded(index)
        return (
            words.is_title(folded)
            and (folded.startswith("ال") or len(folded) == 1)
            and index + 1 < len(self.article.tokens)
            and not is_attached_preposition(self.article, index + 1, self.words)
            and (not words.is_organisation(folded) or words.is_name(self.article, index + 1))
        )

    def is_nationality_before_name(self, index: int) -> bool:
        """Whether a definite adjective stands for a person whose name follows: الإسباني بيب.

        "the Spaniard Pep"
        """
        article, words = self.article, self.words
        folded = article.folded(index)
        return (
            folded.startswith("ال")
            and "adjective" in words.info(article, index).classes
            and index + 1 < len(article.tokens)
            and article.tokens[index + 1].is_word
            and not has_article(article.folded(index + 1))
            and (
                words.is_name(article, index + 1)
                # النرويجي ينس شتولتنبرغ: the Norwegian Jens Stoltenberg, also "he forgets"
                or (
                    words.is_nationality(article, index)
                    and article.is_unknown(index + 2)
                    and not has_article(article.folded(index + 2))
                    # البرتغالي روي فالينتي: the Portuguese Rui Valente, whom "told" looks like
                    and not (
                        article.tokens[index + 1].may_be_cue
                        and article.tokens[index + 1].facts.may_be_verb
                    )
                )
            )
        )

    def has_title(self, first: int, last: int) -> bool:
        """Whether a title stands in the tokens behind ``first``, before ``last``."""
        return any(self.is_title_before_name(index) for index in range(first + 1, last))

    def ends_in_name(self, first: int, last: int) -> bool:
        """Whether the phrase so far ends in a person's name rather than in a title's field."""
        article, words = self.article, self.words
        name = last - 1
        if (
            name > first
            and article.folded(name).startswith("ال")
            and (
                article.is_unknown(name)
                or (name - 1 == first and article.folded(first) in words.lexicon.given_names)
            )
        ):
            # سعد الحريري Saad al-Hariri: a surname may have the article, which what stands before
            # it lacks.
            name -= 1
        return (
            name >= first
            and words.is_name(article, name)
            and not article.folded(name).startswith("ال")
            and not self._is_country_of_office(name)
            and not self._is_named_after(first, name)
        )

    def _is_country_of_office(self, index: int) -> bool:
        """Whether somebody's office is in a country: المبعوثة في ليبيا، فلانة.

        "the envoy in Libya, So-and-so"
        """
        article, words = self.article, self.words
        return article.folded(index) in words.lexicon.countries and words.is_preposition(
            article, index - 1
        )

    def _is_named_after(self, first: int, last: int) -> bool:
        """Whether the name up to ``last`` is that of a body or a place before it: مدينة خان يونس.

        "the city of Khan Yunis"; not so where the body is the whole phrase.
        """
        article, words = self.article, self.words
        for index in range(last, first, -1):
            folded = article.folded(index)
            if words.is_place(folded) or words.is_organisation(folded):
                return True
            if not words.is_name(article, index):
                return False
        return False

    def is_whole_name(self, start: int, limit: int) -> bool:
        """Whether all from here to the next comma, colon or أن is a name: ، مرعي البركاتي، أن.

        ", Mari al-Barakati, that"
        """
        return self.end_of_whole_name(start, limit) > start

    def end_of_whole_name(
        self, start: int, limit: int, behind: frozenset[str] = _BEHIND_NAMES
    ) -> int:
        """The token behind such a name; ``start`` where there is none.

        ``behind`` are the marks with which it may end.
        """
        article, words = self.article, self.words
        if start >= limit:
            return start
        end = start
        while end < limit and self._goes_on_in_name(start, end):
            end += 1
        if article.folded(start + 1) in SON_OF:
            return max(end, start + 1)
        first = words.word(article, start)
        named = (
            end < limit
            # بحسب الموقع، أعلن فلان أنه: according to the site, So-and-so announced that he
            and (not first.may_be_cue or first.folded in words.lexicon.given_names)
            and (article.tokens[end].text in behind or self._is_that(start, end))
            and article.has_words(start, end, _LEAST_NAME_BETWEEN_COMMAS)
            and not article.has_words(start, end, _LONGEST_NAME_BETWEEN_COMMAS + 1)
            and not has_article(article.folded(start))
            and self._may_end_name(end - 1)
            and all(
                self._may_be_in_name(start, index)
                for index in range(start, end)
                if article.tokens[index].is_word
            )
        )
        return end if named else start

    def _goes_on_in_name(self, start: int, index: int) -> bool:
        """Whether a token does not end the name, as a comma or "that" does."""
        word = self.article.tokens[index].is_word
        return (word and not self._is_that(start, index)) or (
            index > start and self.article.is_hyphen(index)
        )

    def _may_end_name(self, index: int) -> bool:
        """Whether a word is a name, or a surname that the text has behind a given name."""
        article = self.article
        return self.words.is_name(article, index) or article.is_surname(article.folded(index))

    def _is_that(self, start: int, index: int) -> bool:
        """Whether "that" stands behind the first word, which may be آن Anne instead."""
        return index > start and self.article.folded(index) in COMPLEMENTIZERS

    def _may_be_in_name(self, start: int, index: int) -> bool:
        """Whether a word can be part of the name that begins at ``start``."""
        article, words = self.article, self.words
        facts = article.tokens[index].facts
        return not (
            (facts.is_head and not self._is_surname_like_head(start, index))
            or words.is_preposition(article, index)
            or is_attached_preposition(article, index, words)
            or is_circumstance(article, index, words)
            or (facts.is_accusative and not self._is_misread(start, index))
            or article.folded(index) in NAMES_WITHHELD
            or (self.is_closed_class(index) and not self._is_misread(start, index))
        )

    def _is_surname_like_head(self, start: int, index: int) -> bool:
        """Whether an office with the article is a surname: ، رانيا الخطيب، Rania al-Khatib.

        It is also "the preacher".
        """
        article = self.article
        return (
            index > start
            and has_article(article.folded(index))
            and self.words.is_name(article, index)
            and self.words.is_name(article, index - 1)
        )

    def _is_misread(self, start: int, index: int) -> bool:
        """Whether the first word of a name is a verb by the dictionary: ، هانا تيتيه،.

        ", Hanna Tetteh,"; so is an accusative, هينا فيركونن Henna Virkkunen.
        """
        facts = self.article.tokens[index].facts
        return (
            index == start
            and (facts.is_verb or facts.is_accusative)
            and not facts.is_function_word
            and self.article.is_unknown(index + 1)
        )

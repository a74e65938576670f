"""The noun phrase of a news source, read from its first word to its last.

The grammar covers what newspapers put after قال: title, nationality and name (وزير الخارجية
الأمريكي أنتوني بلينكن), names followed by an office, with a comma or without, institutions, states,
crowds, documents and unnamed sources, names in quotation marks or brackets, and phrases joined
by و. It stops where the circumstances of the telling begin (في بيان "in a statement", للصحفيين "to
reporters", أمس "yesterday"), at a relative clause, and at anything that is no noun.
"""

from __future__ import annotations

from functools import cache

from quotes.extraction.names.given_names import begins_with_fa
from quotes.extraction.names.name_words import is_odd_name
from quotes.extraction.noun_phrases.boundary import Wanted
from quotes.extraction.noun_phrases.names_in_marks import NamesInMarks
from quotes.extraction.noun_phrases.reader import PhraseReader
from quotes.extraction.noun_phrases.starts import PhraseStarts
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import CHIEFS, FROM, PUBLIC, SAME, THREE_TO_TEN, UPON_WHOM
from quotes.extraction.text.marks import COMMAS, INNER_COMMAS
from quotes.extraction.text.words import Words

_NOMINATIVE = "ون"
_LONGEST_JOINED = 5


class NounPhrases:
    """Reads noun phrases in one article."""

    def __init__(
        self, article: Article, words: Words, participles: frozenset[int] = frozenset()
    ) -> None:
        """``participles`` are tokens that describe the telling: قائلاً "saying"."""
        self.article = article
        self.words = words
        elsewhere = PhraseWords(article, words, participles, after_verb=False)
        self.inside = PhraseWords(article, words, participles, after_verb=True)
        """What words are inside a phrase whose clause has its verb: names, or the phrase's end."""
        self.forms = self.inside.forms
        """What the words of a phrase are to each other by their forms."""
        self.in_marks = NamesInMarks(article, words, elsewhere)
        """Which quotations are names."""
        starts = PhraseStarts(article, words, self.inside, elsewhere, self.in_marks)
        # Every cue near a word asks it again.
        self._starts_at = cache(starts.at)
        self._elsewhere, self._behind_verb = (
            PhraseReader(article, words, inside, self.in_marks, starts)
            for inside in (elsewhere, self.inside)
        )

    def end(
        self,
        first: int,
        limit: int,
        governed: frozenset[str] = frozenset(),
        *,
        object_follows: bool = False,
        person_follows: bool = False,
        after_verb: bool = False,
    ) -> int:
        """The token after the noun phrase that begins at ``first``; ``first`` if none does.

        ``governed`` are the prepositions that open the content of the verb whose subject this is;
        they end the phrase unless they can only belong to it. ``object_follows`` tells that the
        verb can have a bare object, which begins where the phrase is complete, ``person_follows``
        that this may be a person: دعا الرئيس | الحكومة "the president called upon | the
        government". ``after_verb`` tells that the clause has its verb, so that what looks like
        another can only be a name.
        """
        reader = self._behind_verb if after_verb else self._elsewhere
        return reader.end(first, limit, Wanted(governed, object_follows, person_follows))

    def starts(self, index: int, *, after_verb: bool = False) -> bool:
        """Whether a noun phrase can begin at this token.

        Directly behind a verb even a word that looks like another verb can only be a name.
        """
        return self._starts_at(index, after_verb)

    def names_definite_source(self, phrase: Subject) -> bool:
        """Whether a definite noun phrase names somebody or something that speaks."""
        return self.names_source(phrase.first) and (
            self.words.is_definite(self.article, phrase.last - 1)
            or self.inside.is_chance_verb(phrase.last - 1)
        )

    def joined_source_before(self, colon: int) -> int | None:
        """Where a source begins that a headline joins with و and that reaches a colon, or None.

        بريطانيا تشدد الشروط، | ومنظمات حقوقية: …
        (Britain tightens the conditions, | and rights groups: …)
        """
        article = self.article
        first, _ = article.sentence(colon)
        if self.joins_by_form(colon - 1):
            return colon - 1
        for start in range(colon - 1, max(first, colon - _LONGEST_JOINED) - 1, -1):
            if (
                article.tokens[start - 1].text in COMMAS
                and article.folded(start).startswith("و")
                and self.is_source(start, colon)
            ):
                return start
        return None

    def joins_by_form(self, index: int) -> bool:
        """Whether a word with "and" and the article is somebody by its form: تعلن الهدنة والحوثيون.

        "announces the truce, and the Houthis": a nominative, or a surname behind what is neither a
        name nor a place: يؤجل التصويت والحلبوسي "puts off the vote, and al-Halbusi".
        """
        article, words = self.article, self.words
        first, _ = article.sentence(index)
        folded, before = article.folded(index), article.tokens[index - 1].facts
        return (
            folded.startswith("وال")
            and article.paragraph_of[index] == 0
            and index > first + 2
            and not before.is_nominative_plural
            and (
                folded.endswith(_NOMINATIVE)
                or (article.is_unknown(index) and not (before.is_name or before.is_place))
            )
            and words.is_verb(article, self.end(first, index))
        )

    def is_source(self, first: int, last: int) -> bool:
        """Whether a noun phrase of somebody who can speak is all of tokens ``[first, last)``."""
        return self.starts(first) and self.names_source(first) and self.end(first, last) == last

    def names_source(self, first: int) -> bool:
        """Whether the phrase that begins here can be somebody or something that speaks."""
        return (
            self._is_noun_for_source(first)
            or self._is_name(first)
            or self._stands_before_source(first)
            or self._is_name_like_noun(first)
        )

    def _is_noun_for_source(self, first: int) -> bool:
        """Whether a word means somebody or something that speaks: الوزير "the minister"."""
        words, folded = self.words, self.article.folded(first)
        return (
            words.is_head(folded)
            or self.article.tokens[first].facts.is_nominative_plural
            or words.is_ministry(self.article, first)
            or words.in_list(folded, words.lexicon.kin)
            or words.in_list(folded, words.lexicon.countries)
            # المجني عليه: the victim
            or self.article.folded(first + 1) in UPON_WHOM
            # الادعاء العام: the public prosecution
            or (
                self.article.folded(first + 1) in PUBLIC
                and self.article.tokens[first].may_be_cue
                and has_article(folded)
            )
        )

    def _is_name(self, first: int) -> bool:
        """Whether a name begins here, in marks or not, behind a nationality or not."""
        return (
            first in self.article.opening
            or self.words.is_name(self.article, first)
            or self.article.is_surname(self.article.folded(first))
            or self.inside.is_nationality_before_name(first)
        )

    def _stands_before_source(self, first: int) -> bool:
        """Whether a word counts sources or singles one out: كل من الرجلين "each of the two men"."""
        article, words = self.article, self.words
        folded, following = article.folded(first), article.folded(first + 1)
        if folded in words.lexicon.quantifiers and (
            words.is_head(following)
            or (following in FROM and words.word(article, first + 2).facts.is_definite)
        ):
            return True
        if folded.removeprefix("ل") in THREE_TO_TEN and (
            words.is_role(following) or words.in_list(following, words.lexicon.unnamed)
        ):
            # نقلا عن ثلاثة مسؤولين: quoting three officials
            return True
        if folded in CHIEFS and words.is_role(following[:-1]):
            # كبير مستشاري الوزير: the chief adviser of the minister
            return True
        return has_article(following) and (
            folded in CHIEFS
            # ذات المسؤول: the same official
            or (folded in SAME and words.is_head(following))
        )

    def _is_name_like_noun(self, first: int) -> bool:
        """Whether a word is a name where it stands, and another word by the dictionary."""
        article, words = self.article, self.words
        return (
            self._is_adjective_before_surname(first)
            or words.is_name_before_god(article, first)
            or words.is_accusative_before_name(article, first)
            or self._is_odd_name_before_office(first)
            # أعرب فيدان: Fidan is no "so two hands", as nothing is joined to a verb by ف "so".
            or (
                first > 0
                and article.tokens[first - 1].facts.may_be_verb
                and begins_with_fa(article, first)
            )
        )

    def _is_adjective_before_surname(self, first: int) -> bool:
        """ساديو ماني: Sadio Mane, who is also "sadistic"."""
        article, words = self.article, self.words
        return (
            words.info(article, first).classes == {"adjective"}
            and article.is_unknown(first + 1)
            and not has_article(article.folded(first))
            and not has_article(article.folded(first + 1))
        )

    def _is_odd_name_before_office(self, first: int) -> bool:
        """Whether two common nouns before a comma and an office are a name: دليل آمد، عضو.

        "Dalil Amed, a member"
        """
        article, words = self.article, self.words
        return (
            words.word(article, first + 2).text in INNER_COMMAS
            and words.word(article, first + 3).facts.is_role
            and is_odd_name(article, words, first, first + 2)
        )

    def is_possessed(self, index: int) -> bool:
        """Whether it is a thing of the one who speaks: حديثه "his talk"; not مديرها "its head"."""
        words, folded = self.words, self.article.folded(index)
        return (
            self.article.tokens[index].facts.has_enclitic
            # قدورة Qaddoura is not "his pot": folding makes ه of ة.
            and folded not in words.lexicon.given_names
            and not self.article.tokens[index].text.endswith("ة")
            # مينا أندريفا Mina Andreeva is not "our port".
            and not (
                self.article.is_unknown(index + 1)
                and not self.article.tokens[index + 1].facts.has_article
            )
            and not words.may_be_verb(self.article, index)
            and not words.is_role(folded)
            and not words.is_title(folded)
            and not words.in_list(folded, words.lexicon.kin)
            and not words.in_list(folded, words.lexicon.unnamed)
        )

    def is_misread_name(self, index: int) -> bool:
        """Whether a word is a verb with its object by the dictionary, and a name where it stands.

        ميلوني Meloni is also "they inclined me".
        """
        facts = self.article.tokens[index].facts
        return facts.is_verb and facts.has_enclitic

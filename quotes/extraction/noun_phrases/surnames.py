"""Surnames that the dictionary takes for other words, told by where they stand.

Behind a given name whose office has been told, or which is the subject, no noun or verb stands
that could be anything else: رئيس الحزب أنطوان زهرا "the party leader Antoine Zahra", who is also
"radiant".
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    COMPLEMENTIZERS,
    IMPORTANCE,
    IN_NAME_OF,
    KNOWN_BY_ONE_NAME,
    QUOTING_VERBS,
    SAYING,
    SECOND_HALVES,
    WORDS_OF_SAYING,
)
from quotes.extraction.text.words import Words


class Surnames:
    """Tells in one article whether a word is the surname that a given name before it wants."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words

    def is_surname_of_given(self, first: int, index: int, wants_person: bool) -> bool:
        """Whether a common noun is the surname behind the given name with which a phrase begins.

        It is where the text has it for one (``Article.is_surname``), where no verb stands before to
        have it for an object (محمود بصل يؤكد: Mahmoud Basal, "onion", affirms), and where the verb
        wants somebody and it is nobody: اتهم محمود بصل | الحكومة "accused the government".
        """
        article = self.article
        if index <= first or not self._may_be_surname(index) or not self._are_names(first, index):
            return False
        following = self.words.word(article, index + 1)
        return (
            article.is_surname(article.folded(index))
            or (
                following.may_be_cue
                and following.facts.may_be_verb
                and (article.begins_line(first) or article.tokens[first - 1].kind == "mark")
            )
            or (
                wants_person
                and following.facts.has_article
                and following.facts.is_head
                and article.tokens[index].facts.info.numbers != {"p"}
            )
        )

    def _are_names(self, first: int, last: int) -> bool:
        """Whether given names stand in tokens ``[first, last)``, the first of them no surname."""
        article, given = self.article, self.article.tokens[first]
        return (
            given.kind == "word"
            and not given.facts.has_article
            and given.facts.may_be_given_name
            and given.folded not in self.words.lexicon.countries
            and not article.is_surname(given.folded)
            and all(
                article.folded(index) in SECOND_HALVES
                or (self.words.is_name(article, index) and not article.tokens[index].facts.is_head)
                for index in range(first + 1, last)
            )
        )

    def _may_be_surname(self, index: int) -> bool:
        """Whether a noun without the article, that is no office, stands alone as a surname may."""
        token = self.article.tokens[index]
        facts = token.facts
        return (
            token.kind == "word"
            and not facts.has_article
            and (facts.is_nominal or not token.may_be_cue)
            and (facts.is_verb or not facts.has_enclitic)
            and (facts.is_verb or not facts.has_proclitic)
            # ماري بارا Mary Barra is no accusative; سالم ضاحكا "Salem, laughing" is an adjective.
            and not (facts.has_tanwin or (facts.is_accusative and "adjective" in facts.classes))
            and not (facts.is_head or facts.is_adverbial or facts.is_function_word)
        )

    def wants_surname(self, index: int) -> bool:
        """Whether a word can be the surname that the given name behind an office still wants."""
        return (
            self._follows_given_name_of_office(index)
            and not self.article.tokens[index].facts.has_tanwin
            # أكد والي بهلاء | أهمية: the governor of Bahla affirmed | the importance
            and self.article.folded(index) not in IMPORTANCE
            and (self._ends_clause_member(index + 1) or self._lacks_surname(index))
        )

    def ends_name_of_subject(self, index: int) -> bool:
        """Whether a word stands between verb and given name and what no noun can go on with.

        قال ألكسندر ستوب إن: Alexander Stubb said that; two verbs do not stand beside each other
        unless the first one is a verb of speaking and the other what is said. No more does a verb
        alone behind a known given name: بحسب ستيف ويتكوف، "according to Steve Witkoff,".
        """
        article = self.article
        given = article.tokens[index - 1]
        if (
            index < 1
            or given.kind != "word"
            or not given.facts.may_be_given_name
            or given.facts.has_article
            or given.facts.is_head
            or given.facts.is_accusative
            or given.folded in self.words.lexicon.countries
            or article.tokens[index].facts.has_tanwin
        ):
            return False
        if given.facts.is_given_name and self._stands_alone(index):
            return True
        verb = article.tokens[index - 2]
        return (
            index > 1
            and verb.may_be_cue
            and verb.facts.may_be_verb
            and (
                article.folded(index + 1) in COMPLEMENTIZERS
                or self.words.word(article, index + 1).text == "("
                or (verb.folded not in QUOTING_VERBS and self._ends_clause_member(index + 1))
            )
        )

    def _stands_alone(self, index: int) -> bool:
        """Whether the name before is the subject or a source, and the word's clause ends with it.

        ستيف ويتكوف: …, "Steve Witkoff: …"; عن ستيف ويتكوف قوله "Steve Witkoff as saying"
        """
        following = self.words.word(self.article, index + 1)
        return self._begins_name(index - 1) and (
            not following.is_word
            or following.folded in COMPLEMENTIZERS
            or following.folded in WORDS_OF_SAYING
            # قال ألكسندر ستوب لقناة الحدث: Alexander Stubb said to the channel al-Hadath
            or (following.facts.is_head and following.facts.has_proclitic)
        )

    def _begins_name(self, given: int) -> bool:
        """Whether a given name stands where a name begins: behind a verb, a source, an office."""
        before = self.article.tokens[given - 1]
        return (
            self.article.begins_line(given)
            or before.kind == "mark"
            or before.facts.is_preposition
            or before.folded in self.words.lexicon.ends_of_sources
            or (before.may_be_cue and before.facts.may_be_verb)
            or (before.facts.has_article and before.is_word)
            or before.facts.is_role
            or before.facts.is_title
            # شركة جنرال موتورز ماري بارا: the company General Motors Mary Barra
            or before.facts.is_foreign_name
        )

    def _follows_given_name_of_office(self, index: int) -> bool:
        """Whether only a given name stands behind the office: رئيس الحزب أنطوان | زهرا.

        "the party leader Antoine | Zahra"
        """
        article, words = self.article, self.words
        given = article.tokens[index - 1]
        if (
            index < 2
            or not given.is_word
            or given.facts.has_article
            # النائب الجمهوري جو | ويلسون: the Republican deputy Joe Wilson
            or not (given.facts.may_be_given_name or self._follows_nationality(index - 1))
        ):
            return False
        office = article.tokens[index - 2].facts
        return (
            office.has_article
            or office.is_role
            or office.is_title
            # رئيس «التيار» جبران باسيل: the head of "the Movement", Gebran Bassil
            or index - 2 in article.closing
            # أمين منطقة عسير صالح | القاضي: the secretary of the region of Asir, Saleh al-Qadi
            or words.is_place(article.folded(index - 3))
            # الناطق باسمه محمود بصل: the spokesman in its name, Mahmoud Basal
            or article.folded(index - 2) in IN_NAME_OF
        )

    def _follows_nationality(self, index: int) -> bool:
        """Whether a noun stands behind an adjective with the article, of which it is no part."""
        token = self.article.tokens[index]
        return self.words.is_definite_nisba(self.article, index - 1) and not (
            token.facts.is_head or token.facts.is_function_word or token.may_be_cue
        )

    def _lacks_surname(self, index: int) -> bool:
        """Whether the press never has the given name alone: تلا الوزير بول | مرقص المقررات.

        "the minister Paul Morcos read out the decisions"; but استقبل الأمير محمد | وفدا "Prince
        Muhammad received | a delegation"
        """
        article = self.article
        return (
            not article.tokens[index].facts.has_article
            and article.folded(index - 2) not in KNOWN_BY_ONE_NAME
        )

    def _ends_clause_member(self, index: int) -> bool:
        """Whether no noun goes on with it: a mark, a verb, a particle, another office follows."""
        token = self.words.word(self.article, index)
        return (
            not token.is_word
            or token.facts.is_function_word
            or token.facts.is_verb
            or token.folded in SAYING
            # زعيم المعارضة يائير لبيد | رئيس الوزراء
            # (the leader of the opposition Yair Lapid | the prime minister)
            or (token.folded in self.words.lexicon.roles and not token.facts.is_name)
        )

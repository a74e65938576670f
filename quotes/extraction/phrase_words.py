"""What a word is where a noun phrase is read: part of a name, or a word at which the phrase ends.

The dictionary alone cannot tell: it takes روته Rutte for "she told it" and رفعت Rifaat for "she
raised". The words beside it show which of the two it is.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.grammar import (
    ABOUT_WHAT,
    BECOMING,
    BUT,
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    MOTHER,
    NAMES_WITHHELD,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    REFUSALS,
    RELATIVES,
    SAYING,
    SON_OF,
    VAN,
    has_article,
)
from quotes.extraction.words import Words

_LONGEST_NAME_BETWEEN_COMMAS = 4
_REACH_OF_REFUSAL = 6


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

    def is_closed_class(self, index: int) -> bool:
        """Whether the token is a word that no noun phrase of a source contains."""
        article = self.article
        token = article.tokens[index]
        facts, folded = token.facts, token.folded
        if folded in self.words.lexicon.given_names and self.article.is_unknown(index + 1):
            # حاكم الإقليم مني أركو: no "from me"
            return False
        if facts.is_head and "adjective" in facts.classes:
            # خبير فلكي "an astronomer" is no "so that".
            return False
        if facts.is_imam or (folded == "علي" and article.is_ali(index)):
            return False
        if folded in MOTHER and article.folded(index + 1) in self.words.lexicon.given_names:
            # أم خالد is no "or".
            return False
        if index in self.participles or folded in SAYING or folded in ABOUT_WHAT:
            return True
        if folded == "لاي" and article.is_unknown(index - 1):
            # ليو تيونغ لاي Liow Tiong Lai is no "for any".
            return False
        if token.text == VAN and self._joins_foreign_name(index):
            return False
        if facts.is_name_particle and (
            self.article.is_unknown(index + 1)
            or self._joins_foreign_name(index)
            or article.folded(index + 1) in self.words.lexicon.name_particles
        ):
            return False
        return (
            facts.is_function_word
            or folded in BECOMING
            or self.withholds_name(index)
            or (facts.has_tanwin and not facts.is_head and not self._is_accusative_source(index))
            or (facts.is_verb and not self.is_chance_verb(index))
        )

    def _joins_foreign_name(self, index: int) -> bool:
        """Whether a particle stands between a name and a word: لويس فان غال is no "so that"."""
        article = self.article
        before = article.tokens[index - 1]
        return (
            index > 0
            and article.folded(index) not in CLAUSE_STARTS
            and article.folded(index) not in PREPOSITIONS
            and before.is_word
            and not before.facts.has_article
            and (
                before.facts.classes <= {"proper"}
                or before.folded in self.words.lexicon.given_names
            )
            and self.words.word(article, index + 1).kind == "word"
            and not has_article(article.folded(index + 1))
            and not self.words.is_adjective(article, index + 1)
        )

    def withholds_name(self, index: int) -> bool:
        """Whether somebody asks not to be named here: رفض نشر اسمه, طلب عدم الكشف عن هويته."""
        article = self.article
        return article.folded(index) in REFUSALS and any(
            article.folded(after) in NAMES_WITHHELD
            for after in range(index + 1, index + _REACH_OF_REFUSAL)
        )

    def _is_accusative_source(self, index: int) -> bool:
        """Whether an unnamed source stands behind a word that wants the accusative: لكن مصدرا.

        So do its adjectives: إلا أن دبلوماسياً أوروبياً "yet a European diplomat".
        """
        article = self.article
        while index > 1 and article.tokens[index - 1].facts.has_tanwin:
            index -= 1
        return article.folded(index - 1) in BUT | COMPLEMENTIZERS and self.words.in_list(
            article.folded(index).removesuffix("ا"), self.words.lexicon.unnamed
        )

    def is_chance_verb(self, index: int) -> bool:
        """Whether a name only happens to look like a verb: روته Rutte is also "she told it".

        Behind a definite noun or a name a perfect would need a relative pronoun or و before it.
        """
        article, words = self.article, self.words
        info = article.tokens[index].facts
        if article.folded(index) in words.lexicon.given_names and (
            index > 0
            and (
                words.is_title(article.folded(index - 1))
                or article.folded(index - 1) in words.lexicon.given_names
                # مجموعة طلعت مصطفى: Talaat Moustafa Group
                or (
                    words.is_organisation(article.folded(index - 1))
                    and article.folded(index + 1) in words.lexicon.given_names
                )
            )
        ):
            # المهندس رفعت, هاني فتحي: a title has its name behind it, and a name another.
            return True
        if (
            index > 1
            and words.is_title(article.folded(index - 2))
            and article.tokens[index - 1].kind == "word"
            and article.tokens[index - 1].facts.classes <= {"proper"}
            and not article.tokens[index - 1].facts.has_article
            and not info.has_proclitic
        ):
            # الدكتورة ساندرا ندف: Doctor Sandra Nadaf
            return self.after_verb
        if (
            self.after_verb
            and index > 1
            and article.tokens[index - 1].facts.is_name_particle
            and article.tokens[index - 2].facts.is_name
        ):
            # أورسولا فون دير لاين: von der Leyen is also "it became soft".
            return True
        if article.tokens[index - 1].text == VAN and self._joins_foreign_name(index - 1):
            # يان فان آكن van Aken is also "they were"
            return True
        if info.classes == {"imperfect"}:
            # ينس ستولتنبرغ Jens Stoltenberg: ينس is also "he forgets".
            if article.folded(index + 1) in RELATIVES and self.article.is_unknown(index - 1):
                # آموندين يهلن التي: no relative pronoun stands right behind a verb.
                return True
            if (
                self.after_verb
                and article.tokens[index - 1].facts.is_head
                and (self.is_given_name(index + 1) or self.is_title_before_name(index + 1))
            ):
                # بتعليم ينبع شاكر صالح: the town is also "it springs".
                return True
            if self.after_verb and not article.tokens[index].may_be_cue and index > 1:
                given, office = article.tokens[index - 1], article.tokens[index - 2].facts
                if (
                    (given.folded in words.lexicon.given_names or given.facts.classes <= {"proper"})
                    and given.is_word
                    and not given.facts.has_article
                    and (office.has_article or office.is_role or office.is_title)
                ):
                    # الوزير أندريه سيبيها: Sybiha is also "he will ...".
                    return True
            return (
                self.after_verb
                and index > 0
                and self.article.is_unknown(index + 1)
                and has_article(article.folded(index - 1))
                and not has_article(article.folded(index + 1))
            )
        if info.classes == {"perfect"} and article.folded(index).startswith("ال"):
            # الحفني: no verb has the article.
            return True
        if (
            info.classes == {"perfect"}
            and article.tokens[index + 1 : index + 2]
            and article.tokens[index + 1].text == ":"
            and index > 0
            and self.words.is_name(article, index - 1)
        ):
            # رئيس ريفر بليت: a colon follows no verb without its subject.
            return True
        has_enclitic = all(reading.enclitic for reading in info.readings)
        return (
            index > 0
            and info.classes == {"perfect"}
            and not any(reading.proclitics for reading in info.readings)
            and (has_enclitic or not self.is_bare_document(index - 1))
            and (self.after_verb or has_enclitic)
            and article.tokens[index - 1].is_word
            and article.folded(index - 1) not in PREPOSITIONS
            and words.is_definite(article, index - 1)
        )

    def is_bare_document(self, index: int) -> bool:
        """Whether it is a document without the article, which a clause may describe: بيان نشرته."""
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
        )

    def is_title_before_name(self, index: int) -> bool:
        """Whether the title of a person begins here: الدكتور, د.; not a body's, نادي الهلال."""
        words, folded = self.words, self.article.folded(index)
        return (
            words.is_title(folded)
            and (folded.startswith("ال") or len(folded) == 1)
            and index + 1 < len(self.article.tokens)
            and not is_attached_preposition(self.article, index + 1, self.words)
            and (not words.is_organisation(folded) or words.is_name(self.article, index + 1))
        )

    def is_nationality_before_name(self, index: int) -> bool:
        """Whether a definite adjective stands for a person whose name follows: الإسباني بيب."""
        article, words = self.article, self.words
        folded = article.folded(index)
        return (
            folded.startswith("ال")
            and "adjective" in words.info(article, index).classes
            and index + 1 < len(article.tokens)
            and article.tokens[index + 1].is_word
            and not has_article(article.folded(index + 1))
            and words.is_name(article, index + 1)
        )

    def has_title(self, first: int, last: int) -> bool:
        """Whether a title stands in the tokens behind ``first``, before ``last``."""
        return any(self.is_title_before_name(index) for index in range(first + 1, last))

    def ends_in_name(self, first: int, last: int) -> bool:
        """Whether the phrase so far ends in a person's name rather than in a title's field."""
        article, words = self.article, self.words
        if last - first < 1:
            return False
        index = last - 1
        if article.folded(index).startswith("ال"):
            index -= 1
            if index < first or not self.article.is_unknown(index + 1):
                return False
        if not words.is_name(article, index) or article.folded(index).startswith("ال"):
            return False
        if article.folded(index) in words.lexicon.countries and words.is_preposition(
            article, index - 1
        ):
            # المبعوثة في ليبيا، فلانة: the envoy in Libya, So-and-so
            return False
        while (
            index > first
            and words.is_name(article, index)
            and not words.is_organisation(article.folded(index))
            and not words.is_place(article.folded(index))
        ):
            index -= 1
        before = article.folded(index)
        return not (words.is_place(before) or words.is_organisation(before)) or index == first

    def is_whole_name(self, start: int, limit: int) -> bool:
        """Whether all from here to the next comma, colon or أن is a name: ، مرعي البركاتي، أن."""
        article, words = self.article, self.words
        if article.folded(start + 1) in SON_OF:
            return True
        end = start
        while end < limit and article.tokens[end].is_word:
            if end > start and article.folded(end) in COMPLEMENTIZERS:
                break
            end += 1
        closed = end < limit and (
            article.tokens[end].text in ("،", ",", ":") or article.folded(end) in COMPLEMENTIZERS
        )
        return (
            closed
            and 2 <= end - start <= _LONGEST_NAME_BETWEEN_COMMAS
            and not has_article(article.folded(start))
            and words.is_name(article, end - 1)
            and not any(
                words.is_head(article.folded(index))
                or words.is_preposition(article, index)
                or is_attached_preposition(article, index, words)
                or is_circumstance(article, index, words)
                or article.tokens[index].facts.is_accusative
                or article.folded(index) in NAMES_WITHHELD
                or (self.is_closed_class(index) and not self._is_misread(start, index))
                for index in range(start, end)
            )
        )

    def _is_misread(self, start: int, index: int) -> bool:
        """Whether the first word of a name is a verb by the dictionary: ، هانا تيتيه،."""
        return (
            index == start
            and self.article.tokens[index].facts.is_verb
            and not self.article.tokens[index].facts.is_function_word
            and self.article.is_unknown(index + 1)
        )

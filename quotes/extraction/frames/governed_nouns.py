"""The noun phrase behind a preposition that the verb of a cue governs: its content, in a frame.

طالب الوزير بالتحقيق "the minister called for an inquiry", حذر من الخطر "warned of the danger". The
same prepositions also tell to whom, in whose name, when and where something was said.
"""

from __future__ import annotations

from quotes.extraction.frames.frame import Predicate
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.grammar import (
    ABOUT,
    ACCOUNTS,
    ALL_OF_THEM,
    COMPARED,
    COMPLEMENTIZERS,
    FROM,
    IN,
    IN_ANSWER,
    IN_NAME_OF,
    MANNERS,
    NAMES_WITHHELD,
    ON,
    ON_BEHALF_OF,
    PARTICIPATION,
    PREPOSITIONS,
    STRESSED,
    TALK,
    THE_SAYING,
    TO,
    WITH_WHAT,
)

_LEAST_TALK = 6
_LONGEST_COMPLEMENT = 8
_LONGEST_CALLED_UPON = 12
_SHORTEST_GOVERNED = 3


class GovernedNouns:
    """Finds in one article where noun phrases behind governed prepositions begin."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases

    def may_begin(self, predicate: Predicate, index: int) -> bool:
        """Whether a word is, or begins with, a preposition that the verb governs."""
        folded, governed = self.article.folded(index), predicate.reading.noun
        return (
            folded in governed or folded[0] in governed or WITH_WHAT.get(folded) in governed
        ) and self.article.folded(index + 1) not in THE_SAYING

    def start(self, predicate: Predicate, index: int) -> int | None:
        """The offset of the noun phrase behind the preposition at ``index``, or None."""
        article, governed = self.article, predicate.reading.noun
        token = article.tokens[index]
        if token.folded in governed and token.folded in PREPOSITIONS:
            return self._behind_preposition(predicate, index)
        if self._joins_what(predicate, index):
            # What is reported are the words of "what": مما is من "of" and ما "what".
            return article.starts[index] + 1
        if token.kind != "word" or token.folded[:1] not in governed:
            return None
        if token.folded in ("ب", "ل"):
            return self._in_marks(index)
        if (
            self._is_fixed(index)
            # مقارنة بالعام الماضي: compared with last year
            or (token.folded[0] == "ب" and article.folded(index - 1) in COMPARED)
            or self._is_somebody(predicate, index)
            or self._is_circumstance(predicate, index)
            or self._is_before_that(predicate, index)
            or not self._has_preposition(index)
            or self._completes_adjective(predicate, index)
            or self._is_called_upon(predicate, index)
            or self._precedes_clause(predicate, index)
        ):
            return None
        return article.starts[index] + 1

    def _completes_adjective(self, predicate: Predicate, index: int) -> bool:
        """Whether ل belongs to the adjective before it, and the verb's own إلى follows.

        دعا الشركة المشغلة | للنفق إلى تحمل المسؤولية
        (called on the company that runs | the tunnel to bear the responsibility)
        """
        article = self.article
        return (
            article.folded(index)[0] == "ل"
            and article.tokens[index - 1].facts.has_article
            and self.words.is_adjective(article, index - 1)
            and self._has_own_preposition(predicate, index, _LONGEST_COMPLEMENT)
        )

    def _is_called_upon(self, predicate: Predicate, index: int) -> bool:
        """Whether ل names who is called upon, and إلى to what: دعوة بلاده | للأطراف إلى الحوار.

        "his country's call on | the parties for dialogue"; but دعوته للانضمام إلى المجلس "his call
        for joining the council".
        """
        return (
            predicate.reading.type == "noun"
            and self.article.folded(index)[0] == "ل"
            and (
                self.phrases.names_source(index)
                or self.article.tokens[index].facts.info.numbers == {"p"}
            )
            and self._has_own_preposition(predicate, index, _LONGEST_CALLED_UPON)
        )

    def _has_own_preposition(self, predicate: Predicate, index: int, reach: int) -> bool:
        """Whether إلى "to" follows, where the verb governs it."""
        article = self.article
        for n in range(index + 1, min(predicate.limit, index + reach)):
            if not article.tokens[n].is_word:
                return False
            if article.folded(n) in TO and article.folded(n) in predicate.reading.noun:
                return True
        return False

    def _precedes_clause(self, predicate: Predicate, index: int) -> bool:
        """Whether what ل joins to a noun stands before the verb's own clause.

        أشار الناشر في مقدمته | للكتاب إلى أن: the publisher pointed out in his introduction | to
        the book that
        """
        article, governed = self.article, predicate.reading.verb.that
        if article.folded(index)[0] != "ل":
            return False
        last = min(predicate.limit - 1, index + _LONGEST_COMPLEMENT)
        for n in range(index + 1, last):
            token = article.tokens[n]
            if not token.is_word or token.facts.is_verb:
                return False
            if token.folded in governed and article.folded(n + 1) in COMPLEMENTIZERS:
                return True
        return False

    def _behind_preposition(self, predicate: Predicate, index: int) -> int | None:
        """Where the noun behind a preposition that stands on its own begins."""
        article, following = self.article, index + 1
        if (
            following >= predicate.limit
            or article.folded(following) in COMPLEMENTIZERS
            or (article.tokens[following].kind == "mark" and following not in article.opening)
            or self._is_in_fixed_phrase(index)
            or self._tells_occasion(index)
            or (predicate.reading.verb.lemma in TALK and self._is_topic(following, predicate))
            or self._is_of_noun_before_that(predicate, index)
        ):
            return None
        if article.folded(index) in ABOUT and self._is_object_of_theirs(predicate, index - 1):
            return article.starts[index - 1]
        if article.folded(index) in ON and predicate.reading.verb.stance == "assert":
            return article.starts[self._past_those_charged(following, predicate.limit)]
        return article.starts[following]

    def _is_in_fixed_phrase(self, index: int) -> bool:
        """Whether a preposition belongs to a phrase that is always the same: إلى ذلك.

        "apart from that"
        """
        article = self.article
        preposition, before, noun = map(article.folded, (index, index - 1, index + 1))
        return (
            (preposition, noun) in self.words.lexicon.circumstances
            # وتحذر كل من تسول له نفسه: and she warns whoever
            or (preposition in FROM and before in ALL_OF_THEM)
            # شريطة عدم الكشف عن هويته: on condition that nothing be revealed of who he is
            or (preposition in ABOUT and noun in NAMES_WITHHELD)
        )

    def _tells_occasion(self, index: int) -> bool:
        """Whether the noun behind a preposition tells where or to what something was said."""
        article, words = self.article, self.words
        following = index + 1
        return (
            # عبر حسابها على «إنستغرام»: through her account on Instagram
            article.folded(following + (following in article.opening)) in ACCOUNTS
            # شدد تعليقا على القرار على أن: stressed, commenting on the decision, that
            or article.folded(index - 1) in IN_ANSWER
            # تحدث في مؤتمر: spoke at a conference
            or (
                article.folded(index) in IN
                and words.in_list(article.folded(following), words.lexicon.occasions)
            )
        )

    def _is_of_noun_before_that(self, predicate: Predicate, index: int) -> bool:
        """Whether a noun governs على, and أنّ stands behind: أكد بعد فوزه على الاتحاد أن.

        "affirmed after his victory over al-Ittihad that"
        """
        article, following = self.article, index + 1
        return (
            article.folded(index) in ON
            and article.tokens[following].facts.has_article
            and article.folded(self.phrases.end(following, predicate.limit)) in COMPLEMENTIZERS
        )

    def _past_those_charged(self, first: int, limit: int) -> int:
        """What somebody is charged with, behind him: أكد على المدارس | الالتزام بالموعد.

        "impressed on the schools | that they keep to the date"; but أكد على دعم المدارس "affirmed
        the support of the schools"
        """
        article, phrases = self.article, self.phrases
        if not article.tokens[first].facts.is_definite:
            return first
        end = phrases.end(first, limit, object_follows=True, after_verb=True)
        while end + 1 < limit and is_attached_preposition(article, end, self.words):
            end = phrases.end(end + 1, limit, object_follows=True)
        token = self.words.word(article, end)
        charged = (
            end + 1 < limit
            and token.is_word
            and token.facts.classes == {"noun"}
            and not token.facts.has_proclitic
            and phrases.starts(end)
            # على الموظفين ضرورة الحضور: on the employees the need to be present
            and (phrases.names_source(first) or self.words.in_list(token.folded, STRESSED))
        )
        return end if charged else first

    def _is_object_of_theirs(self, predicate: Predicate, index: int) -> bool:
        """Whether a noun of the speaker's own is announced: أعلنت | مسؤوليتها عن الهجوم.

        "it claimed | its responsibility for the attack", be it behind a clause on who that is
        """
        article = self.article
        token = article.tokens[index]
        return (
            index >= predicate.after
            and "" in predicate.reading.noun
            and token.facts.has_enclitic
            and not token.facts.has_proclitic
            and token.facts.is_nominal
            and not token.facts.is_function_word
            and not self.words.is_preposition(article, index - 1)
        )

    def _is_topic(self, index: int, predicate: Predicate) -> bool:
        """Whether somebody only talks of a thing: تحدث عن الأزمة "spoke of the crisis".

        What is in marks, counted or new is reported: تحدثت عن 24 قتيلا "spoke of 24 dead".
        """
        article, words = self.article, self.words
        return not (
            predicate.limit - index >= _LEAST_TALK
            or index in article.opening
            or article.tokens[index].kind == "number"
            or words.in_list(article.folded(index), words.lexicon.quantifiers)
            or not (words.is_definite(article, index) or words.is_definite(article, index + 1))
        )

    def _joins_what(self, predicate: Predicate, index: int) -> bool:
        """Whether a preposition and "what" are one word before a verb.

        حذرت مما وصفته بالتآكل: warned of what it described as erosion
        منوها بما حققه القطاع: praising what the sector achieved
        """
        article, governed = self.article, predicate.reading.noun
        return (
            WITH_WHAT.get(article.folded(index)) in governed
            and self.words.may_be_verb(article, index + 1)
            # مقارنة بما ورد: compared with what stood
            and article.folded(index - 1) not in COMPARED
        )

    def _in_marks(self, index: int) -> int | None:
        """Where the quotation behind a loose ب or ل begins; لـ«عكاظ» "to Okaz" is who was told."""
        article = self.article
        number = article.opening.get(index + 1)
        if number is None or (
            article.folded(index) == "ل" and self.phrases.in_marks.is_name(number)
        ):
            return None
        return article.starts[index + 1]

    def _is_fixed(self, index: int) -> bool:
        """Whether it is part of a fixed phrase, or no noun that anything is said of."""
        article, words = self.article, self.words
        folded = article.folded(index)
        return (
            # باسم الوزارة: on behalf of the ministry
            folded in ON_BEHALF_OF
            or folded in IN_NAME_OF
            # بعض المدارس: some schools
            or folded in words.lexicon.quantifiers
            # به: with it
            or len(folded) < _SHORTEST_GOVERNED
        )

    def _is_somebody(self, predicate: Predicate, index: int) -> bool:
        """Whether it is told to somebody, or somebody is called upon."""
        words, folded = self.words, self.article.folded(index)
        verb = predicate.reading.verb
        if folded[0] == "ب" and not verb.person and "+" not in verb.noun:
            # أشاد المدرب بالحارس فلان: the coach praised the goalkeeper So-and-so
            return False
        if folded[1:] in words.lexicon.quantifiers:
            # أشاد بجميع المتطوعين: praised all the volunteers
            return False
        return words.in_list(folded, words.lexicon.addressees) or (
            # وجه الدعوة للرئيس للقيام: invited the president to undertake
            folded[0] == "ل"
            and predicate.reading.verb.person
            # لمساعدتهما: to help them both, and no "to their helper"
            and not self.article.tokens[index].facts.has_enclitic
            and (words.is_role(folded) or words.is_title(folded))
        )

    def _is_circumstance(self, predicate: Predicate, index: int) -> bool:
        """Whether it tells how or when something was said; right behind its verb it does not.

        مشيدا بمشاركة "praising the participation"; رحب الرئيس | بمشاركة الأمير "the president
        welcomed | the prince's participation".
        """
        words, folded = self.words, self.article.folded(index)
        if words.is_function_word(folded):
            return True
        complement = index == predicate.after and (
            folded in PARTICIPATION
            # أشاد بأسلوب العرض: he praised the style of the show
            or (folded in MANNERS and self.words.word(self.article, index + 1).facts.has_article)
        )
        return words.is_adverbial(folded) and index > predicate.cue.last and not complement

    def _is_before_that(self, predicate: Predicate, index: int) -> bool:
        """Whether أنّ with the same preposition stands right behind a word, which is a place.

        أفادت الصحيفة بالدنمارك بأن: the newspaper in Denmark reported that; but طالب بإلزامه بأن
        "he demanded that he be obliged to" is what is demanded.
        """
        article = self.article
        demanded = index == predicate.cue.last or article.tokens[index].facts.has_enclitic
        if demanded and not predicate.reading.verb.takes_two:
            return False
        following = article.folded(index + 1)
        return (
            index + 1 < predicate.limit
            and following in COMPLEMENTIZERS
            and following[0] == article.folded(index)[0]
        )

    def _has_preposition(self, index: int) -> bool:
        """Whether the first letter is a preposition, be it before an unknown word."""
        folded, readings = self.article.folded(index), self.article.tokens[index].facts.readings
        if not readings:
            return folded.startswith(("بال", "لل"))
        return any(folded[0] in reading.proclitics for reading in readings)

"""Contents that nothing opens: an indirect question, a clause without أن, an object."""

from __future__ import annotations

from quotes.extraction.frames.frame import Frame, LaterFrames, Predicate
from quotes.extraction.subjects.asides_behind_verbs import past_addressee_alone
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.circumstances import is_circumstance, past_circumstances
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    ALREADY,
    AS,
    BE,
    CLAUSE_STARTS,
    DEMONSTRATIVES,
    DIRECTIONS,
    HIM,
    HOW,
    INTERROGATIVES,
    JUSSIVE_PARTICLES,
    NAMES_WITHHELD,
    NO,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    SO_CALLED,
    SUPPORT_VERBS,
    WHAT,
    WISHING,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words

_REACH_OF_QUESTION = 14
_NEGATIONS = NO | JUSSIVE_PARTICLES
_SHORTEST_NAME = 3
_LONGEST_DESCRIPTION = 20


class BareContents:
    """Finds in one article contents with nothing between them and the cue with its subject."""

    def __init__(
        self, article: Article, words: Words, participles: frozenset[int], later: LaterFrames
    ) -> None:
        """``participles`` are tokens that describe the telling, and so begin no clause."""
        self.article = article
        self.words = words
        self.participles = participles
        self.later = later

    def question(self, predicate: Predicate) -> Frame | None:
        """An indirect question behind a verb of asking: تساءل لماذا, متسائلا ما إذا.

        "he wondered why, wondering whether"
        """
        article = self.article
        for index in range(
            predicate.after, min(predicate.limit, predicate.after + _REACH_OF_QUESTION)
        ):
            if article.folded(index) in INTERROGATIVES:
                return predicate.frame("that", index, article.starts[index])
            if self.later.begins_clause(index):
                return None
        return None

    def manner(self, predicate: Predicate) -> Frame | None:
        """A clause that tells how, behind a verb or its subject: شرح الوزير كيف ستنفذ الخطة.

        "the minister explained how the plan will be carried out"; but ولم يوضح كيف "and he did not
        explain how" tells nothing.
        """
        article, subject = self.article, predicate.subject
        if (
            predicate.reading.type != "verb"
            or (subject is not None and subject.order != "VSO")
            or article.folded(predicate.cue.first - 1) in _NEGATIONS
        ):
            return None
        index = past_circumstances(
            article, predicate.after, self.words, predicate.limit, self.later.frames
        )
        if index + 2 >= predicate.limit or article.folded(index) not in HOW:
            return None
        return predicate.frame("that", index, article.starts[index])

    def clause(self, predicate: Predicate) -> Frame | None:
        """A clause right behind the subject, with neither أن nor colon: قال الرجل لا نلعب.

        "the man said we do not play"
        """
        article, words = self.article, self.words
        subject, limit = predicate.subject, predicate.limit
        if predicate.reading.type != "verb" or (subject is not None and subject.order != "VSO"):
            return None
        if subject is None and not self._opens_behind_verb(predicate):
            return None
        start = self._start_of_clause(predicate)
        if start + 2 >= limit or start in self.later.frames or start in self.participles:
            return None
        if self.later.is_told_by_saying(start, limit):
            # رد الوزير، ... بالقول: the minister replied, ... by saying
            return None
        word = article.folded(start)
        if word in AS and article.is_behind_comma(start):
            # انتقدت المنظمات …، كما انتقدت: the organisations criticised …, and criticised
            return None
        if words.is_verb(article, start) and self._describes(start, predicate):
            # أعلنت الرئاسة توقيع اتفاق يقضي: the presidency announced the signing of an agreement
            # to
            return None
        said = (
            words.is_verb(article, start)
            or subject is None
            # قال المدرب نعمل بجد: the trainer said, we work hard
            or words.speaks_of_self(article, start)
        )
        if word in CLAUSE_STARTS or (said and word[:1] not in ("و", "ف")):
            return predicate.frame("that", start, article.starts[start])
        return None

    def _opens_behind_verb(self, predicate: Predicate) -> bool:
        """Whether a clause opens right behind a verb of which the subject is dropped."""
        article, last = self.article, predicate.cue.last
        if predicate.reading.enclitic or last >= predicate.limit:
            # دعونا نرى: let us see
            return False
        first = last + (article.tokens[last].text in COMMAS)
        opens = predicate.reading.is_of_saying and (
            article.folded(first) in CLAUSE_STARTS or self._is_plain_imperfect(first)
        )
        return first < predicate.limit and (opens or self._speaks_of_self(first))

    def _start_of_clause(self, predicate: Predicate) -> int:
        """The token behind the subject, and behind circumstances before a word that opens one."""
        article, limit, start = self.article, predicate.limit, predicate.after
        while start < limit and article.tokens[start].text in COMMAS:
            start += 1
        aside = past_circumstances(article, start, self.words, limit, self.later.frames)
        # وأضاف الرئيس في كلمته لقد انتخبنا: and the president added in his speech, we elected
        return aside if article.folded(aside) in CLAUSE_STARTS else start

    def _is_plain_imperfect(self, index: int) -> bool:
        """Whether a verb in the imperfect that is no cue stands here: وقالت تعد المرأة.

        "and she said, women are counted"; وقال سيستمر العمل "and he said, the work will go on"
        """
        token = self.words.word(self.article, index)
        return (
            token.is_word
            and token.facts.classes == {"imperfect"}
            and (not token.facts.has_proclitic or token.folded.startswith("س"))
        )

    def _speaks_of_self(self, index: int) -> bool:
        """Whether a verb with "I" or "we" stands here, for sure or by what follows: بدأنا منذ.

        "we began … ago"
        """
        article, words = self.article, self.words
        return (
            words.speaks_of_self(article, index)
            # وقال هدفنا هو التنفيذ: and he said, our aim is implementation
            or words.is_ours(article, index)
        ) or (
            words.may_speak_of_us(article, index)
            and words.is_function_word(article.folded(index + 1))
        )

    def _describes(self, verb: int, predicate: Predicate) -> bool:
        """Whether an imperfect, or "was" where something can be told, follows an indefinite noun.

        أعلنت الشرطة ضبط شاحنة كانت تحمل: the police announced the seizure of a lorry that was
        carrying
        """
        article, before = self.article, self.article.tokens[verb - 1]
        # قال مدير شركة كانت البضاعة جاهزة: a manager of a company said the goods had been ready
        was = article.folded(verb) in BE and not predicate.reading.noun.isdisjoint({"", "="})
        return (
            (was or "imperfect" in article.tokens[verb].facts.classes)
            and "noun" in before.facts.classes
            and not before.facts.is_definite
        )

    def _past_asides(self, predicate: Predicate) -> int:
        """Past the circumstances, and who is told or wished something, before a bare object."""
        article, words = self.article, self.words
        index = past_circumstances(
            article, self._past_description(predicate), words, predicate.limit, self.later.frames
        )
        if predicate.reading.lemma in WISHING and article.folded(index)[:1] == "ل":
            # متمنيا للجميع دوام التوفيق: wishing everybody lasting success
            index += article.folded(index) in PREPOSITIONS_WITH_PRONOUN or words.in_list(
                article.folded(index), words.lexicon.addressees
            )
        index = self._past_place(predicate, index)
        # السيسي يؤكد لماكرون ضرورة: Sisi stresses to Macron the need
        index += self._is_told_somebody(index)
        # نفى المصدر لموقع «…» تلقي دعوة: the source denied to the site "…" receiving an invitation
        told = past_addressee_alone(article, index, words)
        return told if told > index else self._past_agency(index)

    def _past_place(self, predicate: Predicate, index: int) -> int:
        """Past where whoever is named before is: أعلنت الكتيبة غرب المدينة أمس | أسر جنديين.

        "the battalion west of the town announced yesterday | the capture of two soldiers"
        """
        article = self.article
        placed = (
            predicate.subject is not None
            and index == predicate.after
            and article.folded(index) in DIRECTIONS
            and has_article(article.folded(index + 1))
            and index + 2 < predicate.limit
        )
        if not placed:
            return index
        return past_circumstances(
            article, index + 2, self.words, predicate.limit, self.later.frames
        )

    def _past_agency(self, index: int) -> int:
        """Past an agency that is told: نفى المصدر لوكالة السلام | الخبر, لوكالة سهل نيوز | الخبر.

        "the source denied to the agency al-Salam | the news, to the agency Sahl News | the news"
        """
        article, words = self.article, self.words
        folded = article.folded(index)
        if not (folded[:1] == "ل" and words.in_list(folded[1:], words.lexicon.addressees)):
            return index
        behind = index + 1 + words.word(article, index + 2).facts.is_foreign_name
        named = words.word(article, behind).facts
        if not (named.is_foreign_name or named.has_article):
            return index
        behind += 1
        while has_article(article.folded(behind)) and words.is_adjective(article, behind):
            behind += 1
        return behind

    def _past_description(self, predicate: Predicate) -> int:
        """Past a relative clause in commas behind the subject: أبدى السكان، الذين …، استياءهم.

        "the inhabitants, who …, showed their displeasure"; so stands what is not to be told: نفى
        مصدر، طلب عدم ذكر اسمه، الخبر "a source, who asked not to be named, denied the news".
        """
        article, start = self.article, predicate.after
        if article.folded(start) not in COMMAS or predicate.subject is None:
            return start
        withheld = any(article.folded(n) in NAMES_WITHHELD for n in range(start + 2, start + 7))
        if not withheld and article.folded(start + 1) not in RELATIVES:
            return start
        for index in range(start + 2, min(predicate.limit, start + _LONGEST_DESCRIPTION)):
            if index in self.later.frames and not withheld:
                break
            if article.tokens[index].text in COMMAS:
                return index + 1
        return start

    def _is_told_somebody(self, index: int) -> bool:
        """Whether ل is written onto a name that the text has elsewhere: لماكرون "to Macron"."""
        word = self.words.word(self.article, index)
        return (
            word.folded.startswith("ل")
            and len(word.folded) > _SHORTEST_NAME
            and self.article.has_name(word.folded[1:])
        )

    def object(self, predicate: Predicate) -> Frame | None:
        """A bare object as content: أعلن استقالته "announced his resignation"."""
        article, words, reading = self.article, self.words, predicate.reading
        if reading.type == "noun" and not reading.enclitic and predicate.subject is None:
            return None
        index = self._past_asides(predicate)
        if (
            reading.verb.only_with
            and predicate.after < predicate.limit
            and words.is_accusative(article, predicate.after)
        ):
            # أبدى تفاؤلا: he showed optimism, which looks like an adverb
            index = predicate.after
        if index >= predicate.limit or self.later.begins_clause(index):
            return None
        if index in self.later.frames and not SUPPORT_VERBS.isdisjoint(
            bare(article.folded(predicate.cue.first))
        ):
            # جدد | التأكيد على "he renewed | the affirmation of": the noun has the content.
            return None
        if is_circumstance(article, index, words) or is_attached_preposition(article, index, words):
            return None
        if predicate.limit - index < 2 or not self._may_be_object(predicate, index):
            return None
        return predicate.frame("object", index, article.starts[index])

    def _may_be_object(self, predicate: Predicate, index: int) -> bool:
        """Whether an object of the verb can begin at a token: a mark, a pronoun or a noun."""
        article, reading = self.article, predicate.reading
        folded = article.folded(index)
        if folded in ALREADY:
            # تعتبر الدولة قد خالفت: the state is held to have infringed
            return False
        if index in article.opening:
            # الوزير يثمن "روح المسؤولية": a headline, of the minister's valuing their spirit; but
            # أعلنت الجمعية "إطعام" عن نجاحها "the society 'Food' announced its success"
            behind = article.after_quotation(article.opening[index])
            if article.folded(behind) in PREPOSITIONS & reading.noun:
                return False
            return (
                behind < predicate.limit
                or reading.describes_pronoun
                or article.paragraph_of[index] == 0
            )
        if folded in WHAT:
            # نفى ما تردد "denied what was rumoured"
            told = self.words.may_be_verb(article, index + 1) or article.is_unknown(index + 1)
            return told and article.folded(index + 1) not in SO_CALLED
        if folded in DEMONSTRATIVES or folded in HIM:
            return reading.verb.takes_two
        return self._is_noun(index)

    def _is_noun(self, index: int) -> bool:
        """Whether a word can only be a noun here, and goes on with nothing before it."""
        article, words = self.article, self.words
        token = article.tokens[index]
        if (
            not token.is_word
            or not words.is_nominal(article, index)
            or words.is_verb(article, index)
            or token.folded in PREPOSITIONS
            or token.folded in RELATIVES
        ):
            return False
        # مبررا، ومحاولا حشد أتباعه: justifying, and trying to rally his followers
        return token.folded[:1] != "و" or not (
            (token.facts.has_proclitic and article.is_behind_comma(index))
            or not words.info(article, index).readings
        )

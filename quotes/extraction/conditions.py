"""Stage 2, continued: whether the frame that a word has is enough to take it for a cue.

Words that can report where they stand (``cue_places``) have a frame by chance as well: a thing
cannot speak, a pronoun may stand for what was said before, and the reporter's own voice is
nobody's. What is asked of participles is in ``participle_conditions``.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.circumstances import follows_circumstance
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.frames import Frame
from quotes.extraction.grammar import (
    AFTER,
    ANNOUNCEMENTS,
    CALLED_FOR,
    CLAUSE_HEADS,
    COMMAS,
    COMPLEMENTIZERS,
    DESCRIBING,
    GENDER_OF_RELATIVE,
    IN_WHICH,
    OCCASION_OPENERS,
    OFTEN_PASSIVE,
    PHRASAL,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    SUBJECT_PRONOUNS,
    THE_MATTER,
    VERBAL_PARTICLES,
    WHAT,
    bare,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.participle_conditions import ParticipleConditions
from quotes.extraction.subject import Subject
from quotes.extraction.support_verbs import is_carried
from quotes.extraction.words import Words

_LONGEST_DATELINE = 12
_LONGEST_OFFICE = 8
_NEAR_SUBJECT = 6
_NEAR_NOUN = 2
_NEAR_SAYING = 4
_HEAD_OF_OBJECT = 3
_HEAD_OF_PHRASE = 7
_REACH_OF_DESCRIBING = 12
_REACH_OF_OCCASION = 8
_SHADDA = "\u0651"
_QUOTATION_MARKS = frozenset('«»“”"()[]')


class Conditions:
    """What must hold in one article for a word with its frame to be a cue."""

    def __init__(self, article: Article, phrases: NounPhrases, words: Words) -> None:
        self.article = article
        self.phrases = phrases
        self.words = words
        self._participles = ParticipleConditions(article, words)

    def fits(self, frame: Frame) -> bool:
        """Whether the frame is enough to take the word for a cue."""
        reading = frame.reading
        assert reading is not None
        if reading.verb.only_with and frame.is_nominal and not self._holds_word(frame, reading):
            return False
        if (
            frame.kind == "object"
            and reading.verb.homograph
            and "" in reading.verb.noun
            and not self._has_subject(frame)
        ):
            return False
        if reading.type == "participle":
            return self._participles.fits(frame)
        if reading.type == "verb":
            return self._verb_fits(frame, reading)
        return self._noun_fits(frame, reading)

    def _has_subject(self, frame: Frame) -> bool:
        """Whether somebody asks, and for what he means: طلب الوزير المساعدة, ، طالبا الصفح.

        "the minister asked for help", ", asking for forgiveness"

        A bare object alone, which nearly every verb can have, does not tell the verb from others;
        nor does an indefinite one: طلب الزبون فنجان قهوة "the customer asked for a cup of coffee".
        """
        article, opener = self.article, frame.opener
        assert frame.reading is not None
        if frame.reading.type == "participle":
            return article.is_behind_comma(frame.cue.first)
        if article.folded(opener) in WHAT:
            return True
        return frame.subject is not None and (
            frame.reading.verb.stance != "demand"
            or any(map(self._is_known, range(opener, opener + _HEAD_OF_OBJECT)))
        )

    def _is_known(self, index: int) -> bool:
        """Whether a definite noun or a number stands here."""
        token = self.words.word(self.article, index)
        definite = token.is_word and token.facts.is_definite and not token.facts.is_unknown
        return token.kind == "number" or definite

    def _holds_word(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the noun phrase has a word at its head without which it says nothing."""
        article = self.article
        _, limit = article.sentence(frame.opener)
        return any(
            self.words.in_list(article.folded(index), reading.verb.only_with)
            # أبدى تفاؤلا: showed optimism
            or article.folded(index).removesuffix("ا") in reading.verb.only_with
            for index in range(frame.opener, min(limit, frame.opener + _HEAD_OF_PHRASE))
        )

    def _verb_fits(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a finite verb reports with this frame."""
        if reading.enclitic and not self._may_have_pronoun(frame, reading):
            return False
        if not reading.enclitic and self._is_consequence(frame.cue):
            return False
        if reading.verb.source == "في" and self.words.in_list(
            self.article.folded(frame.cue.last), self.words.lexicon.unnamed
        ):
            # ورد مصدر في الوزارة بأن: a source in the ministry answered; nothing "appeared in" it.
            return False
        if reading.verb.perfect_only and frame.is_nominal and not reading.has(aspect="perfect"):
            return reading.enclitic or (
                (self._describes_its_object(frame, reading) or self._is_headline(frame))
                and not self._is_held_to_be(frame)
            )
        return not (
            (reading.verb.homograph and not self._heads_clause(frame, reading))
            or self._tells_of_thing(frame)
            or self._is_called_for(frame)
            or (frame.is_nominal and self._disagrees_with_relative(frame, reading))
            or self._is_impersonal(frame)
            or self._is_held_to_be(frame)
        )

    def _is_consequence(self, cue: CueCandidate) -> bool:
        """Whether the reporter tells what came of it: الأمر الذي دعا الزوار إلى.

        "the matter that led the visitors to"; but الأمر الذي علق عليه النائب "on which the deputy
        commented" is spoken of.
        """
        article = self.article
        return (
            article.folded(cue.first - 1) in RELATIVES
            and article.folded(cue.first - 2) in THE_MATTER
            and article.folded(cue.last) not in PREPOSITIONS_WITH_PRONOUN
        )

    def _may_have_pronoun(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the pronoun on a verb leaves it a content.

        In وهو ما نفاه مصدر "which a source denied" it stands for what was said before; but ما وصفه
        بالمهزلة "what he described as a farce" says more, as does وهو ما اعتبره الوزير محاولة
        للتهرب "which the minister considered evasion".
        """
        verb = reading.verb
        if verb.object:
            return True
        takes_two = "=" in verb.noun
        return (verb.person or takes_two) and (
            self.article.folded(frame.cue.first - 1) not in WHAT
            or (
                takes_two
                and frame.kind == "object"
                and frame.subject is not None
                and COMMAS.isdisjoint(self.article.words[frame.subject.last : frame.opener])
            )
        )

    def _describes_its_object(self, frame: Frame, reading: CueReading) -> bool:
        """Whether an imperfect of a verb that reports in the perfect has an object it describes."""
        subject = frame.subject
        return (
            subject is not None
            and "=" in reading.verb.noun
            and self._names_source(subject)
            and (
                subject.order == "SVO"
                or self.article.folded(subject.first) in self.words.lexicon.countries
            )
        )

    def _is_headline(self, frame: Frame) -> bool:
        """Whether a headline tells in the imperfect what somebody said: الحوثي يقر بهزيمته.

        "al-Houthi admits his defeat"
        """
        subject = frame.subject
        return (
            self.article.paragraph_of[frame.cue.first] == 0
            and subject is not None
            and subject.order == "SVO"
            and self.article.folded(frame.cue.first) not in OFTEN_PASSIVE
            and self._names_source(subject)
        )

    def _tells_of_thing(self, frame: Frame) -> bool:
        """Whether what stands behind the verb cannot speak: أشارت عقارب الساعة "the hands of".

        A clause behind it shows that it can, unless it stands far away:
        تعتبر الطائرة من أكبر الألغاز، وتناقلت الصحف أنه
        """
        subject = frame.subject
        if subject is None or subject.order != "VSO":
            return False
        far = frame.kind == "that" and frame.opener > subject.last + _NEAR_SUBJECT
        return (frame.kind == "nominal" or far) and self._is_thing(subject, frame.opener)

    def _is_thing(self, subject: Subject, opener: int) -> bool:
        """Whether a subject behind its verb is no person, body or document.

        ``opener`` is the token that opens the content.
        """
        article, words = self.article, self.words
        info = words.info(article, subject.first)
        return (
            not has_article(article.folded(subject.first))
            and not self.phrases.names_source(subject.first)
            # روته Rutte looks like a verb; such a word is no thing.
            and "noun" in info.classes
            and "p" not in info.numbers
            # مشغل الجهاز والمسؤول عن برمجته: the office tells that it is a person.
            and not any(
                words.is_role(article.folded(index))
                for index in range(subject.last, min(subject.last + _LONGEST_OFFICE, opener))
            )
            # مشروع القانون "the bill"
            and not words.in_list(article.folded(subject.first + 1), words.lexicon.documents)
        )

    def _is_called_for(self, frame: Frame) -> bool:
        """Whether a fact calls for something, and no speaker: هذا يدعو للسخرية."""
        return frame.kind == "nominal" and self.words.in_list(
            self.article.folded(frame.opener), CALLED_FOR
        )

    def _heads_clause(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the verb stands where a clause begins, or has its subject before it."""
        article, cue, subject = self.article, frame.cue, frame.subject
        if cue.conjunction or _SHADDA in article.tokens[cue.first].text:
            return True
        if subject is not None and subject.order == "SVO":
            return self._follows_subject(frame, reading, subject)
        first, _ = article.sentence(cue.first)
        if cue.first == first:
            return True
        if subject is not None and article.tokens[subject.first].facts.is_nominative_plural:
            # طالب مغردون: no noun has a nominative behind it
            return True
        if (
            subject is not None
            and article.folded(frame.opener) in COMPLEMENTIZERS
            and not article.folded(frame.opener).startswith("ب")
            # عبر تلغرام إن: through Telegram that
            and article.folded(cue.first) not in PHRASAL
            and frame.opener == subject.last
            and self._names_source(subject)
        ):
            # وعن تسييل المحافظ بين الراجحي أننا: and on liquidating portfolios al-Rajhi made clear
            # that we; no أن stands behind بين "between" with one noun.
            return True
        before = article.tokens[cue.first - 1]
        return (
            (before.kind == "mark" and before.text not in _QUOTATION_MARKS)
            or before.folded in CLAUSE_HEADS
            # فهو يرى أن "for he holds that"; but وهو طالب "and he is a student".
            or (
                not SUBJECT_PRONOUNS.isdisjoint(bare(before.folded))
                and reading.has(aspect="imperfect")
            )
            or before.folded in self.words.lexicon.adverbs
            # تونس 21 أكتوبر (شينخوا) رأى: a dateline
            or (before.text == ")" and cue.first - first < _LONGEST_DATELINE)
            # تصريحات عبر فيها عن غضبه: remarks in which he expressed his anger
            or article.folded(cue.last) in IN_WHICH
            or self._follows_paper(frame)
            or follows_circumstance(article, cue.first, self.words)
        )

    def _follows_subject(self, frame: Frame, reading: CueReading, subject: Subject) -> bool:
        """Whether the subject before it can speak, and its content stands near.

        التحالف بين موسكو وطهران is no verb; الوزير بين أن is.
        """
        article, cue = self.article, frame.cue
        # وكانت تقارير صحافية قد تحدثت: and press reports had spoken
        in_verb = article.folded(cue.first - 1) in VERBAL_PARTICLES
        # الباحثة ترى، في حوار، أن: the researcher holds, in an interview, that
        aside = {article.folded(cue.last), article.folded(frame.opener - 1)} <= COMMAS
        if not (in_verb or frame.is_nominal or aside or frame.opener <= cue.last + 1):
            return False
        # منظمة حقوقية تطالب: a rights group demands
        in_headline = article.paragraph_of[cue.first] == 0 and reading.has(aspect="imperfect")
        return self._names_source(subject) or (
            (in_verb or in_headline) and self.phrases.names_source(subject.first)
        )

    def _follows_paper(self, frame: Frame) -> bool:
        """Whether who was told stands in marks before it: في تصريح إلى «الوطن» ثمن المحافظ."""
        number = self.article.closing.get(frame.cue.first - 1)
        subject = frame.subject
        return (
            number is not None
            and subject is not None
            and subject.order == "VSO"
            and self._names_source(subject)
            and self.phrases.in_marks.is_name(number)
        )

    def _disagrees_with_relative(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a relative pronoun of the other gender stands before: التي توقع "that signs"."""
        if frame.subject is not None and frame.subject.order == "VSO":
            # الفيلم الذي دعت اللجنة إلى: the subject stands behind the verb.
            return False
        before = self.article.folded(frame.cue.first - 1)
        return not reading.may_have_gender(GENDER_OF_RELATIVE.get(before))

    def _is_impersonal(self, frame: Frame) -> bool:
        """The reporter's own voice: يذكر أن "it is worth mentioning that"."""
        cue, subject = frame.cue, frame.subject
        word = self.article.folded(cue.first)
        if cue.conjunction:
            word = word[1:]
        return (
            word in self.words.lexicon.impersonal_verbs
            and (frame.is_nominal or frame.kind == "that")
            # مصدر وزاري يستبعد تأجيل الجلسة: whoever stands before the verb says it.
            and (
                subject is None
                or subject.order == "relative"
                or (frame.kind == "object" and subject.order == "VSO")
            )
            and frame.opener <= cue.last + 2
        )

    def _is_held_to_be(self, frame: Frame) -> bool:
        """Whether a passive has its predicate behind it: وهو ما اعتبر مؤشرا "was held to be"."""
        cue, reading = frame.cue, frame.reading
        assert reading is not None
        if (
            frame.kind == "object"
            and self.article.folded(cue.first) in OFTEN_PASSIVE
            and self.words.is_accusative(self.article, frame.opener)
        ):
            # الهيئة تعد اليوم مساهما: today the authority is counted a contributor
            return True
        return (
            frame.kind == "object"
            and frame.subject is None
            and not reading.enclitic
            and "=" in reading.verb.noun
            and frame.opener == cue.last
            and self.article.folded(cue.first - 1) in WHAT
        )

    def _noun_fits(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a verbal noun reports with this frame."""
        if self._names_occasion(frame, reading):
            return self._tells_announcement(frame, reading)
        if self._has_content_of_another(frame, reading):
            return False
        if reading.enclitic:
            return self._has_content_by_pronoun(frame, reading)
        if reading.is_definite:
            return True
        if frame.subject is None or not self._names_source(frame.subject):
            return False
        if frame.kind != "that" and self._is_title_in_marks(frame):
            return False
        return not frame.is_nominal or self._announces(frame, reading)

    def _is_title_in_marks(self, frame: Frame) -> bool:
        """Whether the noun is part of a title in brackets, or governs a term in marks.

        بيان مشترك (إعلان القاهرة) "the Cairo Declaration", إعلان «منطقة آمنة» "a 'safe zone'"
        """
        article, subject = self.article, frame.subject
        assert subject is not None
        between = article.words[frame.cue.first : frame.opener]
        number = article.opening.get(subject.first)
        return ")" in between or (number is not None and frame.kind == "quotation")

    def _names_occasion(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a noun stands behind a preposition of circumstance: في تصريح صحافي."""
        return (
            not reading.is_definite
            and not reading.is_of_saying
            and self.article.folded(frame.cue.first - 1) in OCCASION_OPENERS
        )

    def _tells_announcement(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the occasion tells what was announced: بعد إعلان الشركة أن."""
        return (
            (frame.kind == "that" or reading.lemma in ANNOUNCEMENTS)
            and self.article.folded(frame.cue.first - 1) in AFTER
            and frame.subject is not None
            and self._names_source(frame.subject)
        )

    def _has_content_of_another(self, frame: Frame, reading: CueReading) -> bool:
        """Whether أنّ depends on the verb before: وصف حديثه بأنه "described his talk as"."""
        return (
            frame.kind == "that"
            and self.article.folded(frame.opener).startswith("ب")
            and ("ب" not in reading.verb.that or self._is_described(frame.cue.first))
        )

    def _is_described(self, index: int) -> bool:
        """Whether a verb of describing stands before it in its sentence: وصف تصريحاته بأنها."""
        article = self.article
        first, _ = article.sentence(index)
        return any(
            not DESCRIBING.isdisjoint(bare(article.folded(n)))
            for n in range(max(first, index - _REACH_OF_DESCRIBING), index)
        )

    def _has_content_by_pronoun(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a noun with the pronoun of who speaks reports: تأكيده أن.

        With a noun phrase it does where a verb carries it: قدم شكره على, كرر استغرابه من.
        """
        if frame.kind == "nominal":
            return is_carried(self.article, frame.cue.first)
        if frame.kind == "quotation" and reading.is_of_saying:
            # نقل الحساب عن الشيخ فلان قوله بعد الاجتماع «…»
            # (the account quoted the sheikh So-and-so as saying after the meeting "…")
            return frame.opener <= frame.cue.last + _REACH_OF_OCCASION
        near = frame.opener <= frame.cue.last + (
            # قوله في اجتماع مغلق إن: his saying in a closed meeting that
            _NEAR_SAYING if reading.is_of_saying else _NEAR_NOUN
        )
        return near and (frame.kind == "that" or (not frame.is_nominal and reading.is_of_saying))

    def _announces(self, frame: Frame, reading: CueReading) -> bool:
        """Whether somebody's announcement, and no document's, is followed by what he announced."""
        assert frame.subject is not None
        head = self.article.folded(frame.subject.first)
        return (
            frame.kind == "nominal" or reading.lemma in ANNOUNCEMENTS
        ) and not self.words.in_list(head, self.words.lexicon.documents)

    def _names_source(self, subject: Subject) -> bool:
        """Whether a noun phrase names somebody or something that speaks."""
        return self.phrases.names_source(subject.first) and self.words.is_definite(
            self.article, subject.last - 1
        )

"""Stage 2, continued: whether a word can be a cue where it stands, with the frame it has.

Many forms of the verbs of saying are also other words: ذكر "male", بين "between", عقب "after",
مدينة "city". Their place in the clause, the mood and gender of the form and the kind of the frame
tell them apart; so does the reporter's own voice, which no one is said to have said.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.circumstances import circumstance_end
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.frames import Frame
from quotes.extraction.grammar import (
    AFTER,
    ANNOUNCEMENTS,
    ARRIVALS,
    BE,
    BECOMING,
    BEFORE_NOUNS,
    CALLED,
    CALLED_FOR,
    CLAUSE_HEADS,
    CLAUSE_MARKS,
    COMPLEMENTIZERS,
    CONCLUDING,
    DEMONSTRATIVES,
    DENIALS,
    GENDER_OF_PRONOUN,
    GENDER_OF_RELATIVE,
    GESTURES,
    IN_CAPACITY_OF,
    IN_WHICH,
    JUSSIVE_PARTICLES,
    MUST,
    NAMES_WITHHELD,
    NAMINGS,
    NEGATED,
    NEVER_BEFORE_VERBS,
    NEVER_CUES,
    OCCASION_OPENERS,
    OTHER,
    PRIVATIVES,
    PUBLIC,
    REPORTING_OF_TEXTS,
    SEMI,
    SUPPORT_VERBS,
    VERBAL_PARTICLES,
    YOU,
    bare,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import Subject
from quotes.extraction.words import Words

_REACH_OF_CARRIER = 14
_REACH_OF_BETWEEN = 8
_DATELINE = 12
_NEAR = 6
_HEAD_OF_PHRASE = 7
_QUOTATION_MARKS = frozenset('«»“”"()[]')


class Conditions:
    """What must hold in one article for a word to be a cue."""

    def __init__(
        self,
        article: Article,
        cues: list[CueCandidate],
        phrases: NounPhrases,
        words: Words,
    ) -> None:
        self.article = article
        self.phrases = phrases
        self.words = words
        self.verbs = {cue.first for cue in cues if cue.readings.is_plain_verb}

    def in_place(self, cue: CueCandidate, reading: CueReading) -> bool:
        """Whether the word can be this form where it stands."""
        article = self.article
        word, behind = article.folded(cue.first), article.folded(cue.last)
        if word in NEVER_CUES:
            return False
        before = article.tokens[cue.first - 1] if cue.first else None
        folded = before.folded if before is not None else ""
        if (
            reading.type == "noun"
            and folded == "علي"
            and (folded, word) in self.words.lexicon.circumstances
        ):
            # ردا على سؤال "in answer to a question"
            return False
        if reading.type == "noun" and behind in NAMES_WITHHELD:
            # متحفظاً على ذكر اسمه "reluctant to give his name".
            return False
        if behind in GESTURES:
            return False
        if behind in ("بن", "بنت") and word in self.words.lexicon.given_names:
            # أمل بنت سيف: a name
            return False
        if (behind in NAMINGS and article.folded(cue.last + 1) in NAMES_WITHHELD) or (
            behind == "عدم" and article.folded(cue.last + 1) in NAMINGS
        ):
            # طلب عدم ذكر اسمه "who asked not to be named" tells nothing that was said.
            return False
        if reading.type == "verb":
            if word == "وبين" and self._follows_between(cue.first):
                return False
            if folded == "ممن" or (cue.first - 1) in self.verbs:
                return False
            if (
                folded in BEFORE_NOUNS
                # هذا وأعلنت "and besides, she announced"
                and not (cue.conjunction and folded in DEMONSTRATIVES)
                and not self._follows_circumstance(cue)
            ):
                return False
            if word in AFTER and (behind in DEMONSTRATIVES or self._is_deed(cue.last)):
                # عقب ذلك "after that", عقب إتمام الصفقة
                return False
            if word in SEMI and not (self.words.is_role(behind) or self.words.is_title(behind)):
                # شبه غائمة, شبه الجزيرة
                return False
            if word in CALLED and self._names_behind(cue):
                # موظف يدعى فلان
                return False
            if reading.enclitic and reading.verb.source:
                # تعلمنا من "we learnt from"
                return False
            if reading.enclitic and reading.verb.stance == "praise" and self._is_carried(cue.first):
                return False
            if folded in CONCLUDING and (
                not reading.has(aspect="perfect") or (reading.verb.person and not reading.enclitic)
            ):
                return False
            if self._is_given_name(cue):
                # رئيس الوفد عزت الدوري
                return False
            if reading.lemma in REPORTING_OF_TEXTS and self._describes(cue, reading):
                # معلومات تفيد بأن "information to the effect that"
                return False
            if word in ARRIVALS and before is not None and before.is_word:
                # بيان ورد: a statement that arrived, no "and he answered".
                return reading.verb.source != ""
            if folded in NEVER_BEFORE_VERBS and not cue.conjunction:
                # لم يأتوا على ذكر المعارضة
                return False
            if folded in YOU or self._disagrees_with_pronoun(folded, reading):
                return False
            if folded == "ان" and article.folded(cue.first - 2) in PRIVATIVES:
                # دون أن تفصح عن طبيعته: nothing was said.
                return False
            if word in MUST and folded != "لم":
                return False
            if folded in NEGATED and reading.lemma not in DENIALS:
                # ولم تشر الدراسة إلى: nothing was said.
                return False
            return folded in JUSSIVE_PARTICLES or not reading.is_jussive
        if folded in PRIVATIVES:
            return False
        if reading.type == "noun" and not reading.enclitic and (cue.first - 1) in self.verbs:
            # قالت أمل: directly behind its verb it is the speaker's name.
            return False
        if reading.type == "participle":
            return True
        if reading.enclitic:
            # في حديثه إلى "in his talk to" is a circumstance; في قوله إن "in saying that" reports.
            return (
                reading.verb.lemma == "قال"
                or folded not in OCCASION_OPENERS
                # هو السبب في تأكيده أن
                or behind in COMPLEMENTIZERS
                or article.folded(cue.last + 1) in COMPLEMENTIZERS
            )
        if reading.is_definite:
            body = folded and self.words.is_head(folded) and not has_article(folded)
            if body or behind in PUBLIC:
                # سلطات الادعاء "the prosecuting authorities", الادعاء العام: names of bodies.
                return False
            if reading.verb.lemma == "قال" and reading.has(proclitics=("ب", "ال")):
                return True
            return any(
                word in SUPPORT_VERBS or (word[:1] in ("و", "ف") and word[1:] in SUPPORT_VERBS)
                for word in map(article.folded, range(max(0, cue.first - 14), cue.first))
            )
        return True

    def _disagrees_with_pronoun(self, before: str, reading: CueReading) -> bool:
        """Whether the pronoun before is of the other gender: وهو تنكر "which is a disguise"."""
        gender = GENDER_OF_PRONOUN.get(before)
        return gender is not None and not any(
            form.gender in (gender, None) for form in reading.forms
        )

    def _is_deed(self, index: int) -> bool:
        """Whether an indefinite noun stands here that is no person, body or name."""
        facts = self.words.word(self.article, index).facts
        return (
            facts.classes == {"noun"}
            and not (facts.is_head or facts.has_article or facts.is_name)
            and self.article.folded(index + 1).startswith("ال")
        ) or (
            facts.classes == {"noun"}
            and not (facts.is_head or facts.has_article or facts.is_name)
            and self.words.is_nominal(self.article, index + 1)
        )

    def _names_behind(self, cue: CueCandidate) -> bool:
        """Whether a verb within its clause is followed by a person's name."""
        return (
            not cue.conjunction
            and cue.first > self.article.sentence(cue.first)[0]
            and self.words.is_name(self.article, cue.last)
            and not self.words.is_head(self.article.folded(cue.last))
        )

    def _is_given_name(self, cue: CueCandidate) -> bool:
        """Whether a name that looks like a verb stands in a noun phrase before its surname."""
        article, words = self.article, self.words
        return (
            not cue.conjunction
            and cue.first > article.sentence(cue.first)[0]
            and article.folded(cue.first) in words.lexicon.given_names
            and article.tokens[cue.first - 1].is_word
            and has_article(article.folded(cue.first - 1))
            and article.folded(cue.last).startswith("ال")
            and words.is_name(article, cue.last)
        )

    def _describes(self, cue: CueCandidate, reading: CueReading) -> bool:
        """Whether an imperfect stands right behind an indefinite noun that it describes."""
        before = cue.first - 1
        return (
            before >= 0
            and not cue.conjunction
            and reading.has(aspect="imperfect")
            and self.article.tokens[before].is_word
            and self.words.is_nominal(self.article, before)
            and not self.words.is_definite(self.article, before)
        )

    def _follows_between(self, index: int) -> bool:
        """Whether "and between" follows "between", and is no "and he explained": بيننا وبينهم."""
        return any(
            self.article.folded(n).startswith("بين")
            for n in range(max(0, index - _REACH_OF_BETWEEN), index)
        )

    def _follows_circumstance(self, cue: CueCandidate) -> bool:
        """Whether a fixed phrase stands before it: إلى ذلك أفاد "apart from that he said"."""
        article = self.article
        return (
            cue.first > 1 and circumstance_end(article, cue.first - 2, self.words) == cue.first
        ) or (
            # على صعيد آخر أفاد مسؤول
            article.folded(cue.first - 1) in OTHER
            and cue.first > 2
            and self.words.is_preposition(article, cue.first - 3)
        )

    def fits(self, frame: Frame) -> bool:
        """Whether the frame is enough to take the word for a cue."""
        reading, kind = frame.reading, frame.kind
        assert reading is not None
        said = kind in ("that", "colon", "quotation")
        if reading.verb.only_with and not said and not self._holds_word(frame):
            return False
        if reading.type == "participle":
            return self._is_circumstantial(frame)
        if reading.type == "verb":
            if (
                reading.enclitic
                and self.article.folded(frame.cue.first - 1) == "ما"
                and not reading.verb.object
            ):
                # وهو ما نفاه مصدر: the pronoun stands for what was said before; but ما وصفه
                # بالمهزلة says more.
                return False
            if reading.enclitic and not (
                reading.verb.person or reading.verb.object or "=" in reading.verb.noun
            ):
                return False
            if reading.verb.perfect_only and not said and not reading.has(aspect="perfect"):
                subject = frame.subject
                return reading.enclitic or (
                    subject is not None
                    and "=" in reading.verb.noun
                    and self._names_source(subject)
                    and (
                        subject.order == "SVO"
                        or self.article.folded(subject.first) in self.words.lexicon.countries
                    )
                )
            if reading.verb.homograph and not self._heads_clause(frame):
                return False
            if kind == "nominal" and (
                self._is_thing(frame.subject, frame.opener)
                or self.words.in_list(self.article.folded(frame.opener), CALLED_FOR)
            ):
                return False
            if (
                kind == "that"
                and self._is_thing(frame.subject, frame.opener)
                and frame.subject is not None
                and frame.opener > frame.subject.last + _NEAR
            ):
                # تعتبر الطائرة من أكبر الألغاز، وتناقلت الصحف أنه
                return False
            if not said and self._disagrees_with_relative(frame):
                return False
            return not self._is_impersonal(frame)
        if reading.type == "noun":
            definite = reading.is_definite
            occasion = self.article.folded(frame.cue.first - 1) in OCCASION_OPENERS
            if not definite and occasion and reading.verb.lemma != "قال":
                # في تصريح صحافي is an occasion; بعد إعلان الشركة أن tells what she announced.
                told = kind == "that" or reading.lemma in ANNOUNCEMENTS
                return (
                    told
                    and self.article.folded(frame.cue.first - 1) in AFTER
                    and frame.subject is not None
                    and self._names_source(frame.subject)
                )
            opener = self.article.folded(frame.opener)
            if frame.kind == "that" and opener.startswith("ب") and "ب" not in reading.verb.that:
                # وصف حديثه بأنه "described his talk as": أنّ depends on the verb before.
                return False
            if reading.enclitic:
                near = frame.opener <= frame.cue.last + 2
                if kind == "nominal":
                    # قدم شكره على, كرر استغرابه من: the verb before carries it.
                    return self._is_carried(frame.cue.first)
                return near and (kind == "that" or (said and reading.verb.lemma == "قال"))
            if definite or said:
                return definite or (frame.subject is not None and self._names_source(frame.subject))
            return (
                frame.subject is not None
                and self._names_source(frame.subject)
                and not self.words.in_list(
                    self.article.folded(frame.subject.first), self.words.lexicon.documents
                )
                and (kind == "nominal" or reading.verb.lemma == "أعلن")
            )
        return True

    def _is_carried(self, index: int) -> bool:
        """Whether a verb that only carries a noun stands shortly before: قدم الوزير شكره."""
        return any(
            word in SUPPORT_VERBS
            for n in range(max(0, index - _REACH_OF_CARRIER), index)
            for word in bare(self.article.folded(n))
        )

    def _is_thing(self, subject: Subject | None, opener: int) -> bool:
        """Whether what stands behind the verb cannot speak: أشارت عقارب الساعة "the hands of".

        ``opener`` is the token that opens the content.
        """
        return (
            subject is not None
            and subject.order == "VSO"
            and not has_article(self.article.folded(subject.first))
            and not self.phrases.names_source(subject.first)
            # روته Rutte looks like a verb; such a word is no thing.
            and "noun" in self.words.info(self.article, subject.first).classes
            and not self.words.info(self.article, subject.first).numbers & {"p"}
            # مشغل الجهاز والمسؤول عن برمجته: the office tells that it is a person.
            and not any(
                self.words.is_role(self.article.folded(index))
                for index in range(subject.last, min(subject.last + 8, opener))
            )
            # مشروع القانون "the bill"
            and not self.words.in_list(
                self.article.folded(subject.first + 1), self.words.lexicon.documents
            )
        )

    def _holds_word(self, frame: Frame) -> bool:
        """Whether the noun phrase has a word at its head without which it says nothing."""
        assert frame.reading is not None
        article = self.article
        _, limit = article.sentence(frame.opener)
        return any(
            self.words.in_list(article.folded(index), frame.reading.verb.only_with)
            for index in range(frame.opener, min(limit, frame.opener + _HEAD_OF_PHRASE))
        )

    def _is_circumstantial(self, frame: Frame) -> bool:
        """Whether a participle describes the telling: the accusative, a comma, or its own
        preposition right behind it show that it is no plain adjective or noun."""
        reading, cue = frame.reading, frame.cue
        assert reading is not None
        if self.article.folded(cue.first - 1) in IN_CAPACITY_OF:
            return False
        was = any(self.article.folded(cue.first - back) in BE | BECOMING for back in (1, 2))
        if was and not cue.conjunction:
            # كان الزهراني طالبا "was a student", لم يكن متوقعا
            return False
        if reading.has(case="accusative"):
            return True
        if self.article.folded(cue.first).endswith("ون"):
            # وقال مدعون "prosecutors said": the nominative is a subject.
            return False
        before = self.article.tokens[cue.first - 1] if cue.first else None
        near = frame.opener <= cue.last + 1
        if (
            before is None
            or before.text in CLAUSE_MARKS
            or (cue.first == self.article.sentence(cue.first)[0] and not cue.conjunction)
        ):
            return frame.kind != "quotation" or near
        denies = frame.kind == "object" and self.article.folded(frame.opener) == "ما"
        if denies and frame.opener == cue.last:
            # نافية ما تم تداوله
            return True
        if frame.opener > cue.last + 1 or frame.kind not in ("that", "nominal"):
            return False
        if self._describes_indefinite(cue.first):
            return False
        if "s" not in reading.numbers:
            return frame.opener == cue.last
        # مطالبة بأن may say that somebody is called upon; معتبرة أنه does not.
        return frame.kind == "that" and not self.article.folded(frame.opener).startswith("ب")

    def _describes_indefinite(self, index: int) -> bool:
        """Whether a participle is the adjective of an indefinite noun: مصادر مؤكدة "sure sources".

        The circumstance (ḥāl) has a definite owner (Ryding 2005).
        """
        before = index - 1
        if not self.words.is_nominal(self.article, before):
            return False
        return not (
            self.words.is_definite(self.article, before) or self.words.is_name(self.article, before)
        )

    def _heads_clause(self, frame: Frame) -> bool:
        """Whether the verb stands where a clause begins, or has its subject before it."""
        cue, subject = frame.cue, frame.subject
        if cue.conjunction:
            return True
        article = self.article
        if "ّ" in article.tokens[cue.first].text:
            return True
        if subject is not None and subject.order == "SVO":
            # التحالف بين موسكو وطهران is no verb; الوزير بين أن is.
            near = frame.opener <= cue.last + 1 or article.folded(cue.first - 1) in VERBAL_PARTICLES
            names_source = self._names_source(subject) or (
                # منظمة حقوقية تطالب
                article.paragraph_of[cue.first] == 0
                and frame.reading is not None
                and frame.reading.has(aspect="imperfect")
                and self.phrases.names_source(subject.first)
            )
            if article.folded(cue.first - 1) in VERBAL_PARTICLES:
                # وكانت تقارير صحافية قد تحدثت
                names_source = names_source or self.phrases.names_source(subject.first)
            return names_source and (near or frame.kind in ("nominal", "object"))
        if cue.first == article.sentence(cue.first)[0]:
            return True
        if subject is not None and article.tokens[subject.first].facts.is_nominative_plural:
            # طالب مغردون: no noun has a nominative behind it
            return True
        before = article.tokens[cue.first - 1]
        return (
            (before.kind == "mark" and before.text not in _QUOTATION_MARKS)
            # تونس 21 أكتوبر (شينخوا) رأى: a dateline
            # في تصريح إلى «الوطن» ثمن المحافظ
            or (
                cue.first - 1 in article.closing
                and subject is not None
                and subject.order == "VSO"
                and self._names_source(subject)
                and self.phrases.in_marks.is_name(article.closing[cue.first - 1])
            )
            # تصريحات عبر فيها عن غضبه
            or article.folded(cue.last) in IN_WHICH
            or (before.text == ")" and cue.first - article.sentence(cue.first)[0] < _DATELINE)
            or before.folded in CLAUSE_HEADS
            or (
                before.folded in self.words.lexicon.adverbs
                or circumstance_end(article, cue.first - 2, self.words) == cue.first
            )
        )

    def _disagrees_with_relative(self, frame: Frame) -> bool:
        """Whether a relative pronoun of the other gender stands before: التي توقع "that signs"."""
        assert frame.reading is not None
        if frame.subject is not None and frame.subject.order == "VSO":
            # الفيلم الذي دعت اللجنة إلى: the subject stands behind the verb.
            return False
        gender = GENDER_OF_RELATIVE.get(self.article.folded(frame.cue.first - 1))
        return gender is not None and not any(
            form.gender in (gender, None) for form in frame.reading.forms
        )

    def _is_impersonal(self, frame: Frame) -> bool:
        """The reporter's own voice: يذكر أن "it is worth mentioning that"."""
        cue = frame.cue
        word = self.article.folded(cue.first)
        if cue.conjunction:
            word = word[1:]
        return (
            word in self.words.lexicon.impersonal_verbs
            and frame.kind in ("that", "nominal", "object")
            and (
                frame.subject is None or frame.subject.order == "relative" or frame.kind == "object"
            )
            and frame.opener <= cue.last + 2
        )

    def _names_source(self, subject: Subject) -> bool:
        """Whether a noun phrase names somebody or something that speaks."""
        return self.phrases.names_source(subject.first) and self.words.is_definite(
            self.article, subject.last - 1
        )

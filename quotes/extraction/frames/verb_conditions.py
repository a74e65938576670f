"""Whether a finite verb reports with the frame that it has.

A thing cannot speak, a pronoun may stand for what was said before, and the reporter's own voice is
nobody's.
"""

from __future__ import annotations

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.frame import Frame
from quotes.extraction.frames.homographs import Homographs
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    BELIEVING,
    CALLED_FOR,
    COMPLEMENTIZERS_WITH_PRONOUN,
    CONTINUING,
    CONVICTING,
    COURTESIES,
    COURTS,
    DEATHS,
    FACTS,
    GENDER_OF_RELATIVE,
    HIS_TALK,
    IN,
    IN_WHICH,
    INVITING,
    JUSSIVE_PARTICLES,
    NO,
    OFTEN_PASSIVE,
    ON,
    PREPOSITIONS_WITH_PRONOUN,
    RECOGNISING,
    RELATIVES,
    THE_MATTER,
    THIRD_PERSON,
    WHAT,
    WHICH_MATTER,
)
from quotes.extraction.text.marks import COMMAS

_LONGEST_OFFICE = 8
_NEAR_SUBJECT = 6
_CLAUSES = frozenset(("that", "quotation"))
_NO_PREPOSITIONS = frozenset({"", "=", "+"})


class VerbConditions:
    """What must hold in one article for a finite verb with its frame to be a cue."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._homographs = Homographs(phrases)

    def fits(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a finite verb reports with this frame."""
        if reading.enclitic and not self._may_have_pronoun(frame, reading):
            return False
        if not reading.enclitic and self._is_consequence(frame.cue):
            return False
        if reading.verb.source in IN and self._answers(frame.cue.last):
            return False
        if self._convicts(frame, reading):
            return False
        if reading.verb.perfect_only and frame.is_nominal and not reading.has(aspect="perfect"):
            return reading.enclitic or (
                (self._describes_its_object(frame, reading) or self._is_headline(frame))
                and not self._is_held_to_be(frame)
            )
        return not (
            (
                reading.verb.homograph
                and frame.before is None
                and not self._homographs.heads_clause(frame, reading)
            )
            or self._tells_of_thing(frame)
            or self._is_called_for(frame, reading)
            or self._declares_death(frame)
            or (frame.is_nominal and self._disagrees_with_relative(frame, reading))
            or self._is_impersonal(frame)
            or self._is_held_to_be(frame)
            or self._homographs.heads_list(frame, reading)
            or self._goes_on_with_deed(frame, reading)
            or self._knows_nothing_of(frame, reading)
            or self._has_complement_before(frame, reading)
        )

    def _answers(self, behind: int) -> bool:
        """Whether whoever answers stands behind what is no "appeared": ورد مصدر في الوزارة بأن.

        "a source in the ministry answered that"; وردت الوزارة في بيان بأن "the ministry answered in
        a statement that"
        """
        words, folded = self.words, self.article.folded(behind)
        return words.in_list(folded, words.lexicon.unnamed) or (
            words.is_organisation(folded) and not words.in_list(folded, words.lexicon.documents)
        )

    def _has_complement_before(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a pronoun stands for what is told: الأرقام التي أشار إليها الوزير قابلة للزيادة.

        "the figures that the minister pointed to can rise"
        """
        article, behind = self.article, self.article.folded(frame.cue.last)
        return (
            frame.is_nominal
            and article.folded(frame.cue.first - 1) in RELATIVES
            and behind in PREPOSITIONS_WITH_PRONOUN
            and behind.startswith(tuple(p for p in reading.noun if p not in _NO_PREPOSITIONS))
        )

    def _knows_nothing_of(self, frame: Frame, reading: CueReading) -> bool:
        """Whether "not" makes another verb of "acknowledge": قوة لا تعترف بالفشل.

        "a power that knows no failure"
        """
        return (
            frame.is_nominal
            and reading.lemma in RECOGNISING
            and self.article.folded(frame.cue.first - 1) in NO
        )

    def _goes_on_with_deed(self, frame: Frame, reading: CueReading) -> bool:
        """Whether what goes on is no talk: سيواصل عملياته "بكل قوة" "will continue its operations".

        But واصل حديثه «…» "went on with his talk".
        """
        if reading.lemma not in CONTINUING:
            return False
        subject = frame.subject
        behind = subject.last if subject is not None and subject.order == "VSO" else frame.cue.last
        behind += self.article.folded(behind) in IN_WHICH
        token = self.words.word(self.article, behind)
        return (
            behind < frame.opener
            and token.is_word
            and token.facts.is_nominal
            and not (token.facts.is_preposition or token.facts.is_adverbial)
            and token.folded not in HIS_TALK
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
        verb, article = reading.verb, self.article
        if verb.homograph and article.folded(frame.cue.last) in ON:
            # وقدرتهم على: and their ability to; "estimated them at" has no such preposition.
            return False
        if verb.object or frame.before is not None:
            # «حضرت المباراة»، هذا ما رواه: "I was at the match", this is what he told
            return True
        taken_up = (
            article.folded(frame.cue.first - 1) in WHAT
            # الأمر الذي نفاه مكتبه: which his office denied
            or article.phrase(frame.cue.first - 2, 2) in WHICH_MATTER
        )
        return (verb.person or verb.takes_two) and (
            not taken_up
            or (verb.takes_two and frame.kind == "object" and self._follows_closely(frame))
        )

    def _follows_closely(self, frame: Frame) -> bool:
        """Whether the object stands behind its subject, or in marks behind the verb.

        ما اعتبرته "تسرعا": what she considered "haste"
        """
        if frame.subject is None:
            return frame.opener == frame.cue.last and frame.opener in self.article.opening
        return COMMAS.isdisjoint(self.article.words[frame.subject.last : frame.opener])

    def _describes_its_object(self, frame: Frame, reading: CueReading) -> bool:
        """Whether an imperfect of a verb that reports in the perfect has an object it describes."""
        subject = frame.subject
        return (
            subject is not None
            and reading.verb.takes_two
            and self.phrases.names_definite_source(subject)
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
            and self.phrases.names_definite_source(subject)
        )

    def _tells_of_thing(self, frame: Frame) -> bool:
        """Whether what stands behind the verb cannot speak: أشارت عقارب الساعة "the hands of".

        A clause behind it shows that it can, unless it stands far away:
        تعتبر الطائرة من أكبر الألغاز، وتناقلت الصحف أنه
        """
        subject = frame.subject
        if subject is None or subject.order != "VSO":
            return False
        far = frame.kind in _CLAUSES and frame.opener > subject.last + _NEAR_SUBJECT
        # سيعلن اسم الفائز: the winner's name will be announced
        told = frame.is_nominal
        return (told or far) and self._is_thing(subject, frame.opener)

    def _is_thing(self, subject: Subject, opener: int) -> bool:
        """Whether a subject behind its verb is no person, body or document.

        ``opener`` is the token that opens the content.
        """
        article, words = self.article, self.words
        info = words.info(article, subject.first)
        return (
            not has_article(article.folded(subject.first))
            # فضيلته: his eminence
            and article.folded(subject.first) not in COURTESIES
            and not self.phrases.names_source(subject.first)
            # روته Rutte looks like a verb; such a word is no thing.
            and "noun" in info.classes
            and "p" not in info.numbers
            # مشغل الجهاز والمسؤول عن برمجته: the operator of the device, who is in charge of its
            # software
            and not any(
                words.is_role(article.folded(index))
                for index in range(subject.last, min(subject.last + _LONGEST_OFFICE, opener))
            )
            # مشروع القانون "the bill"
            and not words.in_list(article.folded(subject.first + 1), words.lexicon.documents)
        )

    def _is_called_for(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a fact calls for something, and no speaker: هذا يدعو للسخرية.

        "this invites mockery"; أمر يدعو إلى التريث "a matter that calls for patience"
        """
        if frame.kind != "nominal":
            return False
        calls = reading.lemma in INVITING and not frame.cue.conjunction
        return self.words.in_list(self.article.folded(frame.opener), CALLED_FOR) or (
            calls and self.article.folded(frame.cue.first - 1) in FACTS
        )

    def _declares_death(self, frame: Frame) -> bool:
        """Whether a passive tells of a death: نقل إلى المستشفى حيث أعلنت وفاته.

        "was taken to hospital, where his death was declared"
        """
        folded = self.article.folded(frame.opener)
        return (
            frame.kind == "object"
            and frame.subject is None
            and folded.endswith(THIRD_PERSON)
            and any(folded.startswith(death[:-1] + "ت") for death in DEATHS)
        )

    def _convicts(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a court finds somebody guilty: المحكمة تدين وزيرا بالرشوة.

        "the court convicts a minister of bribery"
        """
        return (
            reading.lemma in CONVICTING
            and frame.kind == "object"
            and frame.subject is not None
            and self.words.in_list(self.article.folded(frame.subject.first), COURTS)
        )

    def _disagrees_with_relative(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a relative pronoun of the other gender stands before: التي توقع "that signs"."""
        if frame.subject is not None and frame.subject.order == "VSO":
            # الفيلم الذي دعت اللجنة إلى: the film which the committee called for
            return False
        before = self.article.folded(frame.cue.first - 1)
        return not reading.may_have_gender(GENDER_OF_RELATIVE.get(before))

    def _is_impersonal(self, frame: Frame) -> bool:
        """The reporter's own voice: يذكر أن "it is worth mentioning that"."""
        cue = frame.cue
        word = self.article.folded(cue.first)
        if cue.conjunction:
            word = word[1:]
        return (
            word in self.words.lexicon.impersonal_verbs
            # أشارت الشركة إلى أنها تتوقع أرباحا: that she expects profits
            and self.article.folded(cue.first - 1) not in COMPLEMENTIZERS_WITH_PRONOUN
            # ولم يستبعد أن: and he did not rule out that
            and self.article.folded(cue.first - 1) not in JUSSIVE_PARTICLES
            and (frame.is_nominal or frame.kind == "that")
            and not self._is_somebodys(frame)
            and frame.opener <= cue.last + 2
        )

    def _is_somebodys(self, frame: Frame) -> bool:
        """Whether a subject is named that speaks for himself: مصدر وزاري يستبعد تأجيل الجلسة.

        "a ministerial source rules out that the session be put off"
        """
        subject = frame.subject
        if subject is None:
            return False
        if subject.order == "relative":
            return self._believes(frame, subject)
        return not (frame.kind == "object" and subject.order == "VSO")

    def _believes(self, frame: Frame, subject: Subject) -> bool:
        """Whether somebody who has been named believes: الحاكم الذي يعتقد أن الاتفاق يفيد.

        "the governor, who believes that the agreement helps"; but الطائرة التي يعتقد أنها
        "the aircraft of which it is thought that it"
        """
        return (
            frame.kind == "that"
            and frame.reading is not None
            and frame.reading.lemma in BELIEVING
            and self.article.folded(frame.opener) not in COMPLEMENTIZERS_WITH_PRONOUN
            and not RELATIVES.isdisjoint(bare(self.article.folded(frame.cue.first - 1)))
            and self.phrases.names_source(subject.first)
        )

    def _is_held_to_be(self, frame: Frame) -> bool:
        """Whether a passive has its predicate behind it: وهو ما اعتبر مؤشرا "was held to be"."""
        cue, reading = frame.cue, frame.reading
        assert reading is not None
        often_passive = self.article.folded(cue.first) in OFTEN_PASSIVE
        if frame.kind == "quotation" and often_passive:
            # المشروع يعد "لبنة أساسية": the project is counted "a cornerstone"
            return frame.subject is None or not self.phrases.names_source(frame.subject.first)
        if frame.kind == "that" and often_passive:
            # الأمر الذي يعد رسالة واضحة أن "which is counted a clear message that"; but الحزب يعد
            # بأن "the party promises that"
            subject = frame.subject
            behind = subject.last if subject is not None and subject.order == "VSO" else cue.last
            return frame.opener > behind
        if (
            frame.kind == "object"
            and often_passive
            and self.words.is_accusative(self.article, frame.opener)
        ):
            # الهيئة تعد اليوم مساهما: today the authority is counted a contributor
            return True
        if frame.subject is not None or reading.enclitic or frame.opener != cue.last:
            return False
        # إصابات وصفت بالحرجة: injuries that were called critical
        named = frame.kind == "nominal" and reading.verb.object
        return named or (
            frame.kind == "object"
            and reading.verb.takes_two
            and self.article.folded(cue.first - 1) in WHAT
        )

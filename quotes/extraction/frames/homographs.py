"""Verbs that look like other words, and so have to show that they report.

بين is "explained" and "between", أبرز "brought out" and "most prominent", طالب "called upon" and
"student". Such a word is a verb where a clause begins, or behind a subject that can speak.
"""

from __future__ import annotations

from quotes.arabic.folding import SHADDA
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.frame import Frame
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.asides_behind_verbs import past_addressee_alone
from quotes.extraction.text.circumstances import follows_circumstance
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import (
    CLAUSE_HEADS,
    COMPLEMENTIZERS,
    IN_WHICH,
    PHRASAL,
    SUBJECT_PRONOUNS,
    VERBAL_PARTICLES,
    WHAT,
)
from quotes.extraction.text.marks import COMMAS

_LONGEST_DATELINE = 12
_QUOTATION_MARKS = frozenset('«»“”"()[]')


class Homographs:
    """Tells in one article whether a word of two meanings is a verb of saying."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases

    def heads_clause(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the verb stands where a clause begins, or has its subject before it."""
        article, cue, subject = self.article, frame.cue, frame.subject
        if cue.conjunction or SHADDA in article.tokens[cue.first].text:
            return True
        if subject is not None and subject.order == "SVO":
            # العلاقات القائمة بين البلدين: the relations between the two countries
            between = frame.is_nominal and self.words.is_preposition(article, cue.first)
            return not between and self._follows_subject(frame, reading, subject)
        if self._stands_between(frame):
            return False
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
            and self.phrases.names_definite_source(subject)
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

    def _stands_between(self, frame: Frame) -> bool:
        """Whether a preposition stands before two nouns and a list: بين الظاهر والباطن ضحية: هي.

        "between the outside and the inside there is one victim: she"
        """
        article, subject = self.article, frame.subject
        return (
            frame.kind == "colon"
            and subject is not None
            and self.words.is_preposition(article, frame.cue.first)
            and any(
                article.folded(index).startswith("وال")
                for index in range(subject.first + 1, subject.last)
            )
        )

    def _follows_subject(self, frame: Frame, reading: CueReading, subject: Subject) -> bool:
        """Whether the subject before it can speak, and its content stands near.

        التحالف بين موسكو وطهران "between Moscow and Tehran" is no verb; الوزير بين أن "the minister
        explained that" is.
        """
        article, cue = self.article, frame.cue
        # وكانت تقارير صحافية قد تحدثت: and press reports had spoken
        in_verb = article.folded(cue.first - 1) in VERBAL_PARTICLES
        # الباحثة ترى، في حوار، أن: the researcher holds, in an interview, that
        aside = article.folded(frame.opener - 1) in COMMAS and (
            article.folded(cue.last) in COMMAS or self.words.is_preposition(article, cue.last)
        )
        # الطبيبة تروي لـ«المدن» أنها: the doctor tells al-Modon that she
        addressed = past_addressee_alone(article, cue.last, self.words) == frame.opener
        near = addressed or frame.opener <= cue.last + 1
        if not (in_verb or frame.is_nominal or aside or near):
            return False
        # منظمة حقوقية تطالب: a rights group demands
        in_headline = article.paragraph_of[cue.first] == 0 and reading.has(aspect="imperfect")
        return self.phrases.names_definite_source(subject) or (
            (in_verb or in_headline)
            and (
                self.phrases.names_source(subject.first)
                # مؤتمر دولي يطالب بتعزيز: an international conference demands
                or self.words.in_list(article.folded(subject.first), self.words.lexicon.occasions)
            )
        )

    def _follows_paper(self, frame: Frame) -> bool:
        """Whether who was told stands in marks before it: في تصريح إلى «الوطن» ثمن المحافظ.

        in a statement to "al-Watan", the governor valued
        """
        number = self.article.closing.get(frame.cue.first - 1)
        subject = frame.subject
        return (
            number is not None
            and subject is not None
            and subject.order == "VSO"
            and self.phrases.names_definite_source(subject)
            and self.phrases.in_marks.is_name(number)
        )

    def heads_list(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a list follows what cannot speak: أبرز التطورات: "the main developments:".

        So does أبرز ما جاء في اللقاء: "the main things of the meeting:".
        """
        subject = frame.subject
        if (
            frame.kind == "colon"
            and reading.verb.homograph
            and not frame.cue.conjunction
            and self.article.folded(frame.cue.last) in WHAT
        ):
            return True
        return (
            frame.kind == "colon"
            and reading.verb.homograph
            and subject is not None
            and subject.first == frame.cue.last
            and self.article.tokens[subject.first].facts.classes <= {"noun", "adjective"}
            and not self.phrases.names_source(subject.first)
        )

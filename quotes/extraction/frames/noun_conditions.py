"""Whether a verbal noun reports.

إعلان الشركة أن "the company's announcement that" does; في تصريح صحافي "in a press statement" names
the occasion, and إعلان القاهرة "the Cairo Declaration" a document.
"""

from __future__ import annotations

from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.frame import Frame
from quotes.extraction.frames.support_verbs import is_carried
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import (
    AFTER,
    ANNOUNCEMENTS,
    DEMONSTRATIVES,
    DESCRIBING,
    NARRATING,
    OCCASION_OPENERS,
    POINT,
    RECOGNISING,
    STATING,
    WORTHY,
)

_NEAR_NOUN = 2
_NEAR_SAYING = 4
_REACH_OF_DESCRIBING = 12
_REACH_OF_OCCASION = 8


class NounConditions:
    """Tells in one article which verbal nouns report."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases

    def fits(self, frame: Frame) -> bool:
        """Whether the frame is enough to take a verbal noun for a cue."""
        reading = frame.reading
        assert reading is not None
        if self.article.folded(frame.cue.first - 1) in WORTHY:
            # جدير بالذكر أن: worth mentioning that
            return False
        if frame.is_nominal and reading.lemma in RECOGNISING and not reading.enclitic:
            # إلى حد الاعتراف بالدولة: as far as the recognition of the state
            return False
        if (
            frame.is_nominal
            and reading.lemma in POINT
            and self.article.folded(frame.opener).startswith("ل")
        ):
            # إشارات الشرطة لتنظيم السير: the signals of the police to direct the traffic
            return is_carried(self.article, frame.cue.first)
        if self._names_occasion(frame, reading):
            return self._tells_announcement(frame, reading)
        if self._has_content_of_another(frame, reading):
            return False
        if reading.enclitic:
            return self._has_content_by_pronoun(frame, reading)
        if reading.is_definite:
            # قدم هذا الاقتراح في اجتماع: he made this proposal at a meeting
            before = self.article.folded(frame.cue.first - 1)
            return not (frame.is_nominal and before in DEMONSTRATIVES)
        if frame.subject is None or not self.phrases.names_definite_source(frame.subject):
            return False
        if reading.lemma in STATING and (frame.kind != "that" or frame.opener > frame.subject.last):
            # وجاءت تصريحات الوزير في اجتماع "and the minister's statements came at a meeting"; but
            # تصريح الوزير بأن "the minister's statement that"
            return False
        if frame.kind == "quotation" and reading.lemma in NARRATING:
            # رواية الكاتب فلان «كان الرئيس صديقي»: the novel of the writer So-and-so, "…"
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
        """Whether a noun stands behind a preposition of circumstance: في تصريح صحافي.

        "in a press statement"
        """
        return (
            not reading.is_definite
            and not reading.is_of_saying
            and self.article.folded(frame.cue.first - 1) in OCCASION_OPENERS
        )

    def _tells_announcement(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the occasion tells what was announced: بعد إعلان الشركة أن.

        "after the company's announcement that"
        """
        return (
            (frame.kind == "that" or reading.lemma in ANNOUNCEMENTS)
            and self.article.folded(frame.cue.first - 1) in AFTER
            # بعد تصريحه بأن: after his statement that
            and (
                reading.enclitic
                or (frame.subject is not None and self.phrases.names_definite_source(frame.subject))
            )
        )

    def _has_content_of_another(self, frame: Frame, reading: CueReading) -> bool:
        """Whether أنّ depends on the verb before: وصف حديثه بأنه "described his talk as"."""
        return (
            frame.kind == "that"
            and self.article.folded(frame.opener).startswith("ب")
            and ("ب" not in reading.verb.that or self._is_described(frame.cue.first))
        )

    def _is_described(self, index: int) -> bool:
        """Whether a verb of describing stands before it in its sentence: وصف تصريحاته بأنها.

        "described his statements as"
        """
        article = self.article
        first, _ = article.sentence(index)
        return any(
            not DESCRIBING.isdisjoint(bare(article.folded(n)))
            for n in range(max(first, index - _REACH_OF_DESCRIBING), index)
        )

    def _has_content_by_pronoun(self, frame: Frame, reading: CueReading) -> bool:
        """Whether a noun with the pronoun of who speaks reports: تأكيده أن "his affirming that".

        With a noun phrase it does where a verb carries it: قدم شكره على "offered his thanks for",
        كرر استغرابه من "repeated his surprise at".
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
        if reading.verb.of_noun and not is_carried(self.article, frame.cue.first):
            # وشكر الوزير المديرة "and the minister thanked the director": the verb
            return False
        return (
            frame.kind == "nominal" or reading.lemma in ANNOUNCEMENTS
        ) and not self.words.in_list(head, self.words.lexicon.documents)

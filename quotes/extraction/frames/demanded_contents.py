"""What is demanded, behind those of whom: ناشد الرئيس الدول | التدخل, أهاب بالناس | توخي الحذر.

"the president called on the states | to intervene", "he called on the people | to take care"
"""

from __future__ import annotations

from quotes.extraction.frames.frame import Frame, LaterFrames, Predicate
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.circumstances import past_circumstances
from quotes.extraction.text.grammar import DEMONSTRATIVES, PREPOSITIONS_WITH_PRONOUN, SAME
from quotes.extraction.text.marks import COMMAS


class DemandedContents:
    """Finds in one article what a verb asks of somebody, a bare noun phrase behind theirs."""

    def __init__(self, phrases: NounPhrases, later: LaterFrames) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.later = later

    def frame(self, predicate: Predicate) -> Frame | None:
        """The frame of what is demanded, where the verb can have one.

        A lone noun phrase before it is theirs, and the subject is dropped.
        """
        addressee = self._addressee(predicate)
        if addressee is None and "+" not in predicate.reading.verb.noun:
            return None
        article, limit = self.article, predicate.limit
        # أهابت فيه بالناس: in which it called on the people
        start = predicate.after + (article.folded(predicate.after) in PREPOSITIONS_WITH_PRONOUN)
        if addressee is not None:
            start = addressee + 1
            if article.folded(addressee) in PREPOSITIONS_WITH_PRONOUN:
                # ورأى فيه | عودة إلى الحرب: and it saw in it a return to the war
                demanded = self._may_be_demanded(start, limit)
                return predicate.frame("object", start, article.starts[start]) if demanded else None
        elif self.words.is_preposition(article, start):
            # ناشد اتحاد المزارعين في الجنوب | الوزارة التدخل: the farmers' union in the south
            # appealed to | the ministry to intervene
            start = self._past_phrase(start + 1, limit)
        called = self._past_phrase(start, limit)
        content = called
        if (
            article.folded(start)[:1] == article.folded(called)[:1] == "ب"
            and called < limit
            and is_attached_preposition(article, called, self.words)
        ):
            # أهاب بالمواطنين | بأخذ الحيطة: called on the citizens | to take care
            return predicate.frame("nominal", called, article.starts[called] + 1)
        if called > start and not self._may_be_demanded(called, limit):
            content = predicate.after
            if predicate.subject is not None:
                predicate = Predicate(predicate.cue, predicate.reading, None, limit)
        elif called == start:
            return None
        if not self._may_be_demanded(content, limit):
            return None
        while content < limit and article.tokens[content].text in COMMAS:
            content += 1
        return predicate.frame("object", content, article.starts[content])

    def _addressee(self, predicate: Predicate) -> int | None:
        """The preposition before the one who is asked, or spoken of: طلب | من الوزير التدخل.

        "asked the minister to intervene"; رأى | في الأمر دليلا "saw in the matter evidence"
        """
        prepositions = predicate.reading.verb.addressee
        if not prepositions:
            return None
        for index in (predicate.after, self._past_time(predicate)):
            folded = self.article.folded(index)
            pronoun = folded.startswith(tuple(prepositions)) and folded in PREPOSITIONS_WITH_PRONOUN
            if folded in prepositions or (pronoun and predicate.reading.verb.stance == "believe"):
                return index
        return None

    def _past_time(self, predicate: Predicate) -> int:
        """The token behind the subject and the day: طلب الادعاء الثلاثاء | من المحكمة.

        "the prosecution asked on Tuesday | the court"
        """
        return past_circumstances(
            self.article, predicate.after, self.words, predicate.limit, self.later.frames
        )

    def _past_phrase(self, index: int, limit: int) -> int:
        """The token behind a noun phrase with its comma and the places in it."""
        article, phrases = self.article, self.phrases
        while index < limit and (
            article.tokens[index].text in COMMAS or article.folded(index) in DEMONSTRATIVES
        ):
            index += 1
        if not phrases.starts(index, after_verb=True):
            return index
        index = phrases.end(index, limit, object_follows=True, person_follows=True, after_verb=True)
        while index + 1 < limit and self.words.is_preposition(article, index):
            after = phrases.end(index + 1, limit, object_follows=True, after_verb=True)
            if after <= index + 1:
                break
            index = after
        return index

    def _may_be_demanded(self, index: int, limit: int) -> bool:
        """Whether a definite noun, or a phrase of more than a word, begins that nothing governs."""
        article = self.article
        return (
            index + 1 < limit
            and self.phrases.starts(index)
            and (
                article.tokens[index + 1].is_word
                or index + 1 in article.opening
                # ناشد الأهالي الوزارة التدخل: the people appealed to the ministry to intervene
                or self.words.is_definite(article, index)
            )
            and not is_attached_preposition(article, index, self.words)
            # الجهات ذات العلاقة: the parties concerned
            and article.folded(index) not in SAME
        )

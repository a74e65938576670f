"""Whether the frame that a word has is enough to take it for a cue.

Words that can report where they stand (``cue_places``) have a frame by chance as well. Here stands
what is asked of objects and noun phrases; ``verb_conditions``, ``participle_conditions`` and
``noun_conditions`` have what is asked of each kind of cue.
"""

from __future__ import annotations

from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.frame import Frame
from quotes.extraction.frames.noun_conditions import NounConditions
from quotes.extraction.frames.participle_conditions import ParticipleConditions
from quotes.extraction.frames.verb_conditions import VerbConditions
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.grammar import PREPOSITIONS_WITH_PRONOUN, PUBLIC_REQUESTS, WHAT
from quotes.extraction.text.marks import COMMAS

_HEAD_OF_OBJECT = 3
_HEAD_OF_PHRASE = 7


class Conditions:
    """What must hold in one article for a word with its frame to be a cue."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._participles = ParticipleConditions(phrases.article, phrases.words)
        self._verbs = VerbConditions(phrases)
        self._nouns = NounConditions(phrases)

    def fits(self, frame: Frame) -> bool:
        """Whether the frame is enough to take the word for a cue."""
        reading = frame.reading
        assert reading is not None
        if (
            reading.verb.only_with
            and frame.is_nominal
            and not self._tells_word(frame, reading)
            and not (reading.verb.stance == "believe" and self._has_addressee(frame, reading))
        ):
            return False
        if (
            reading.verb.only_with
            and not (reading.verb.that or reading.verb.noun)
            and not self._announces_words(frame, reading)
        ):
            return False
        if reading.verb.never_with and frame.is_nominal and self._tells_deed(frame, reading):
            return False
        if (
            frame.kind == "object"
            and reading.verb.homograph
            and "" in reading.verb.noun
            and not self._means_its_object(frame)
        ):
            return False
        if reading.type == "participle":
            return self._participles.fits(frame)
        if reading.type == "verb":
            return self._verbs.fits(frame, reading)
        return self._nouns.fits(frame)

    def _means_its_object(self, frame: Frame) -> bool:
        """Whether a bare object shows that it reports: طلب الوزير المساعدة, ، طالبا الصفح.

        "the minister asked for help", ", asking for forgiveness". A bare object alone, which nearly
        every verb can have, does not tell the verb from others; nor does an indefinite one: طلب
        الزبون فنجان قهوة "the customer asked for a cup of coffee".
        """
        article, opener = self.article, frame.opener
        assert frame.reading is not None
        if frame.reading.type == "participle":
            return article.is_behind_comma(frame.cue.first)
        if article.folded(opener) in WHAT or self._has_addressee(frame, frame.reading):
            # وطلب من البرلمان تفويضا: and he asked parliament for a mandate
            return True
        if opener in article.opening or article.folded(opener) in PUBLIC_REQUESTS:
            # يطلب "ضمانات مكتوبة": asks for "guarantees in writing"
            return True
        return frame.subject is not None and (
            frame.reading.verb.stance != "demand"
            or any(
                self._is_known(index)
                for index in range(
                    opener, min(article.sentence(opener)[1], opener + _HEAD_OF_OBJECT)
                )
            )
        )

    def _has_addressee(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the one who is asked, or spoken of, stands before the object: طلب منه إرسال.

        "he asked him to send"; رأى فيه دليلا "saw in it evidence"
        """
        prepositions = tuple(reading.verb.addressee)
        between = self.article.words[frame.cue.last : frame.opener]
        return (
            bool(prepositions)
            and COMMAS.isdisjoint(between)
            and any(
                word in prepositions
                or (word.startswith(prepositions) and word in PREPOSITIONS_WITH_PRONOUN)
                for word in between
            )
        )

    def _is_known(self, index: int) -> bool:
        """Whether a definite noun or a number stands here."""
        token = self.words.word(self.article, index)
        definite = token.is_word and token.facts.is_definite and not token.facts.is_unknown
        return token.kind == "number" or definite

    def _tells_deed(self, frame: Frame, reading: CueReading) -> bool:
        """Whether an object tells that the verb reports a deed: شددت الدولة الإجراءات على.

        "the state tightened the measures at"
        """
        return any(
            self.words.in_list(self.article.folded(index), reading.verb.never_with)
            for index in range(frame.cue.last, frame.opener)
        )

    def _announces_words(self, frame: Frame, reading: CueReading) -> bool:
        """Whether words are announced before the content: اكتفى بعبارة واحدة: «…».

        "he left it at one phrase: '…'"; اكتفى الفريق بهدفين: "the team left it at two goals:"
        """
        return any(
            word.startswith("ب") and self.words.in_list(word, reading.verb.only_with)
            for word in self.article.words[frame.cue.first : frame.opener]
        )

    def may_have_noun(self, reading: CueReading, first: int, last: int) -> bool:
        """Whether a noun phrase that begins in tokens ``[first, last)`` may be what it tells."""
        return not reading.verb.only_with or self._holds_word(
            reading, first, last + _HEAD_OF_PHRASE
        )

    def _tells_word(self, frame: Frame, reading: CueReading) -> bool:
        """Whether the noun phrase has a word at its head without which it says nothing."""
        _, limit = self.article.sentence(frame.opener)
        last = min(limit, frame.opener + _HEAD_OF_PHRASE)
        return self._holds_word(reading, frame.opener, last)

    def _holds_word(self, reading: CueReading, first: int, last: int) -> bool:
        """Whether one of the words without which the verb tells nothing is in ``[first, last)``."""
        bases, only_with = self.words.bases, reading.verb.only_with
        return any(
            not only_with.isdisjoint(bases(word))
            # أبدى تفاؤلا: showed optimism
            or word.removesuffix("ا") in only_with
            for word in self.article.words[first:last]
        )

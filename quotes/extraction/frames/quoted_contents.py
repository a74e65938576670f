"""Whether words in marks behind a cue are what was said.

Else they are a name or a term, on which the clause goes on: على قناة «الشروق» "on the channel
'al-Shuruq'"; or whoever is spoken of.
"""

from __future__ import annotations

from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.frame import WORDS_OF_SPEECH, Predicate
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.names_in_marks import LONGEST_NAME_IN_MARKS
from quotes.extraction.text.grammar import (
    BLESSINGS,
    CALLED,
    COMPLEMENTIZERS,
    LEFT_UNSAID,
    NAMED_THINGS,
    NEGATED,
    TONES_OF_VOICE,
)
from quotes.extraction.text.marks import COMMAS

_LONGEST_BODY = 6
_LEAST_SAID = 2


class QuotedContents:
    """Tells in one article which words in marks are the content of a cue before them."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases

    def are_content(self, predicate: Predicate, number: int, index: int) -> bool:
        """Whether the quotation that opens at ``index`` is what the cue reports."""
        reading = predicate.reading
        return (
            # لـ«الشرق الأوسط» "to Asharq Al-Awsat": the paper that was told.
            self.article.folded(index - 1) != "ل"
            # والدة الضحية وتدعى "سعاد": the victim's mother, who is called "Suad"
            and not self._follows_called(index)
            and not (reading.verb.person and self._is_accused(reading, number))
            and self._is_speech(predicate, number, index)
            and not self._precedes_content(reading, number)
        )

    def _follows_called(self, index: int) -> bool:
        """Whether a verb stands before marks that tells how somebody is called.

        Behind اسمه "his name" it is said what he is called, or asked that he not be named.
        """
        before = self.article.folded(index - 1)
        return before in CALLED and before.endswith("ي")

    def _precedes_content(self, reading: CueReading, number: int) -> bool:
        """Whether what is told stands right behind marks: طائرات من طراز «…» إن, على «إكس»: «…».

        "aircraft of the type '…', that", "on 'X': '…'"

        Where the marks stand in an apposition of the subject, its comma stands between:
        مدير السلامة في "المواصلات"، إلى أن: the director of safety in "Transport", that
        """
        article = self.article
        behind = article.after_quotation(number)
        if article.folded(behind) in COMPLEMENTIZERS or article.folded(behind) == ":":
            return True
        if article.folded(behind) not in COMMAS:
            return False
        following = article.folded(behind + 1)
        if following in COMPLEMENTIZERS:
            # مدير المنتج في «المجموعة»، أن: the manager of the product in "the Group", that
            return self.phrases.in_marks.is_name(number)
        return following in reading.verb.that and article.folded(behind + 2) in COMPLEMENTIZERS

    def _is_accused(self, reading: CueReading, number: int) -> bool:
        """Whether marks stand round whom something is said of: متهما «قوى سوداء» بنشر الدعاية.

        "accusing 'dark forces' of spreading propaganda"
        """
        last = self.article.after_quotation(number)
        if self.article.folded(last) in NEGATED and self.article.folded(last + 1) in LEFT_UNSAID:
            # متهما "دولة" لم يسمها بتمويل: accusing "a state" he did not name of funding
            last += 2
        behind = self.article.folded(last)
        return self.phrases.in_marks.is_name(number) and (
            behind in reading.verb.noun or behind[:1] in reading.verb.noun
        )

    def _is_speech(self, predicate: Predicate, number: int, index: int) -> bool:
        """Whether a quotation behind the cue is what was said rather than a name or a term."""
        article, reading, after = self.article, predicate.reading, predicate.after
        verb = reading.verb
        first, last = article.quotation_tokens(number)
        length = sum(token.is_word for token in article.tokens[first:last])
        if index == after and reading.describes_pronoun:
            # واعتبره "محاولة لكسب الوقت": and considered it "an attempt to win time"; behind a
            # subject it is an object like others.
            return length >= 2 and after == predicate.cue.last
        if verb.quotation == "no":
            return False
        if self.phrases.in_marks.is_person(number) or article.folded(first) in BLESSINGS:
            # حاكم دبي "رعاه الله": the ruler of Dubai, "God keep him"
            return False
        if index > after and self._names_body(number, index, length):
            return False
        if index == after and reading.type == "participle":
            return length >= 2
        if verb.quotation == "weak":
            return length > WORDS_OF_SPEECH and index <= after + 8
        if article.folded(after) in CALLED and index <= after + LONGEST_NAME_IN_MARKS:
            # وصرحت امرأة تدعى سو "الأمر محزن": and a woman called Su declared "it is sad"
            return length >= 2
        if article.folded(after) in TONES_OF_VOICE and index == after + 2:
            # وتضيف بصوت مخنوق "أين نذهب": and she adds in a choked voice "where shall we go"
            return length >= 2
        return length >= WORDS_OF_SPEECH or (
            length >= _LEAST_SAID and (index <= after + 1 or self._ends_sentence(number))
        )

    def _ends_sentence(self, number: int) -> bool:
        """Whether nothing else is left to be said behind marks that hold more than a name.

        وأضافت وهي تشير إلى الركام "هنا كان بيتنا".
        (and she added, pointing at the rubble, "here was our house".)
        """
        article = self.article
        behind = article.after_quotation(number)
        last = article.sentence(behind - 1)[1]
        return behind + 1 >= last and not self.phrases.in_marks.is_name(number)

    def _names_body(self, number: int, index: int, length: int) -> bool:
        """Whether a quotation of so many words that opens at ``index`` is the name of a body."""
        words, article = self.words, self.article
        if length <= _LONGEST_BODY and words.is_organisation(article.folded(index - 1)):
            # على قناة "إم بي سي مصر": on the channel "MBC Egypt"; but فوق المستشفى "لم يبق دواء":
            # over the hospital "no medicine is left"
            wants_name = not article.tokens[index - 1].facts.has_article
            return wants_name or self.phrases.in_marks.is_name(number)
        first, _ = article.quotation_tokens(number)
        return (
            length <= LONGEST_NAME_IN_MARKS
            and (
                # في كلمته أمام «ملتقى دبي للاستثمار»: in his speech before the "Dubai Forum"
                words.is_organisation(article.folded(first))
                # ردت بعملية «الوعد الصادق»: answered by the operation "the True Promise"
                or words.in_list(article.folded(index - 1), NAMED_THINGS)
            )
            and self.phrases.in_marks.is_name(number)
        )

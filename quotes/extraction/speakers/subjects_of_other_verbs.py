"""The subject of a verb that reports nothing.

ندد الكرملين به، وقال إن … "the Kremlin condemned it and said that": who speaks is told by a verb
that has no content of its own.
"""

from __future__ import annotations

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.subjects.asides_behind_verbs import past_addressee
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ABOUT_THEM,
    BE,
    CALLED,
    LATTER,
    OFTEN_PASSIVE,
    ON,
    PHRASAL,
    PREPOSITIONS_WITH_PRONOUN,
    THAT_THING,
    THIS_THING,
    VERBAL_PARTICLES,
)

_LONGEST_CLAUSE = 24


class SubjectsOfOtherVerbs:
    """Finds in one article who does what is told beside what is reported."""

    def __init__(self, entities: Entities) -> None:
        self.article = entities.article
        self.entities = entities
        self.words = entities.words
        self.phrases = entities.phrases

    def of_be(self, first: int, end: int) -> Entity | None:
        """Of whom "was" and "had" tell: وكان الوزير قد خاطب القاضي "the minister had addressed"."""
        phrases, start = self.phrases, first + 1
        if start >= end or not phrases.starts(start) or not phrases.names_source(start):
            return None
        last = phrases.end(start, end)
        if last > start and self.article.folded(last) in VERBAL_PARTICLES:
            return self.entities.resolve(start, last)[0]
        # وكان شكري استهل المؤتمر: Shoukry had opened the conference
        verbs = (n for n in range(start + 1, end) if self.words.is_verb(self.article, n))
        verb = next(verbs, start)
        before = (self.article.folded(n) for n in range(start, end))
        whole = (
            verb > start
            and VERBAL_PARTICLES.isdisjoint(before)
            and phrases.end(start, verb) == verb
        )
        return self.entities.resolve(start, verb)[0] if whole else None

    def past_object(self, start: int, end: int) -> int:
        """Past "that" and whom it was told, between a verb and its subject."""
        article = self.article
        if article.folded(start) in PREPOSITIONS_WITH_PRONOUN - ABOUT_THEM and start + 1 < end:
            # وردّت عليه النائبة "and the deputy answered him"; but ونقلت عنه ابنته قوله is his word.
            start += 1
        folded = article.folded(start)
        if folded not in THIS_THING | THAT_THING or (
            # كشف هذا المسؤول: this official disclosed
            folded in THIS_THING and has_article(article.folded(start + 1))
        ):
            return start
        start = past_addressee(self.phrases, start + 1)
        if is_attached_preposition(self.article, start, self.words) and start + 1 < end:
            # أوضح ذلك لسبق المدير "the manager explained that to Sabq"
            start += 1
        return start

    def behind(self, start: int, end: int) -> Entity | None:
        """The noun phrase behind a verb, where it can be the subject."""
        phrases = self.phrases
        if self.article.folded(start)[:1] == "ب" and is_attached_preposition(
            self.article, start, self.words
        ):
            # وفيما يتعلق بمستقبل الحوار: and as concerns the future of the dialogue
            return None
        if self.article.tokens[start].facts.is_any:
            # ونفت أي صلة: and denied any connection
            return None
        last = phrases.end(
            start, end, ON, object_follows=True, person_follows=True, after_verb=True
        )
        named = (
            phrases.names_source(start)
            and (phrases.starts(start) or self.article.is_surname(self.article.folded(start)))
            and not phrases.is_possessed(start)
        )
        if last > start and (named or phrases.is_misread_name(start)):
            return self.entities.resolve(start, last)[0]
        return None

    def can_be(self, first: int, end: int) -> bool:
        """Whether all the tokens ``[first, end)`` are one noun phrase that can name a speaker."""
        phrases = self.phrases
        return (
            phrases.starts(first)
            and (phrases.names_source(first) or self.article.folded(first) in LATTER)
            and phrases.end(first, end, object_follows=True) == end
        )

    def nearest(self, first: int, end: int) -> Entity | None:
        """The subject of the nearest verb before ``end`` that has one behind it."""
        article, phrases = self.article, self.phrases
        for index in range(end - 2, max(first, end - _LONGEST_CLAUSE) - 1, -1):
            if not (self.entities.is_verb(index) or self._precedes_body(index)):
                continue
            if self.words.is_name(article, index) or not self._may_have_subject(index, end):
                continue
            start = self.past_object(index + 1, end)
            if self._is_document(start):
                # الوزارة أصدرت بيانا دعت فيه: the ministry issued a statement in which it called
                return None
            if phrases.starts(start, after_verb=True):
                return self.behind(start, end)
        return None

    def _precedes_body(self, index: int) -> bool:
        """Whether what may be a verb has a body or an office behind it: رفع البنك دعوى.

        "the bank brought an action"
        """
        article, behind = self.article, self.article.folded(index + 1)
        return (
            self.words.may_be_verb(article, index)
            and has_article(behind)
            and (self.words.is_organisation(behind) or self.words.is_role(behind))
            and not self.words.is_head(article.folded(index))
            and not self.words.is_preposition(article, index)
            and article.folded(index) not in PHRASAL
        )

    def _is_document(self, index: int) -> bool:
        """Whether a word is a document, which may be in the accusative: بيانا "a statement"."""
        folded, documents = self.article.folded(index), self.words.lexicon.documents
        return self.words.in_list(folded, documents) or (
            self.words.in_list(folded.removesuffix("ا"), documents)
        )

    def latest(self, first: int, end: int, reports: list[Attribution]) -> Entity | None:
        """The subject of the last verb of saying between two cues that itself reports nothing.

        ندد الكرملين به، فيما رحب شولتس به، ورأى فيه "the Kremlin condemned it, while Scholz
        welcomed it and saw in it": Scholz, not the Kremlin. ``reports`` are those of the sentence
        so far; what stands in them is somebody else's.
        """
        article, phrases = self.article, self.phrases
        for index in range(end - 2, first - 1, -1):
            if index not in self.entities.verbs or not self._may_have_subject(index, end):
                continue
            start = article.starts[index]
            if any(report.start <= start < report.end for report in reports):
                return None
            sentence, _ = article.sentence(index)
            if article.folded(sentence) in BE and article.folded(index - 1) in VERBAL_PARTICLES:
                # وكان الوزير قد خاطب القاضي بقوله: and the minister had addressed the judge, saying
                return self.of_be(sentence, index)
            if (
                index > sentence
                and not self.words.may_be_verb(article, sentence)
                and self.can_be(sentence, index)
            ):
                # رئيس يهاجم رئيسا ويصفه: a president attacks a president and describes him
                return self.entities.resolve(sentence, index)[0]
            if is_attached_preposition(article, index + 1, self.words):
                # بيان ورد للوكالة: a statement that reached the agency
                continue
            if not phrases.starts(index + 1, after_verb=True):
                return None
            if not phrases.names_source(index + 1):
                return None
            last = phrases.end(index + 1, end, object_follows=True, after_verb=True)
            if last <= index + 1 or phrases.is_possessed(index + 1):
                return None
            return self.entities.resolve(index + 1, last)[0]
        return None

    def _may_have_subject(self, verb: int, end: int) -> bool:
        """Whether a verb of saying before the cue at ``end`` can have its subject behind it."""
        article = self.article
        folded = article.folded(verb)
        return not (
            self.words.describes_noun_before(self.article, verb)
            # مطار تعز: the airport of Taiz, which is also "she is dear"
            or self._is_name_of_place(verb)
            # «ويمنز وير ديلي»: "Women's Wear Daily"
            or article.quotation_at[verb] != article.quotation_at[end]
            or folded in CALLED
            # عبر هاشتاج "by hashtag"
            or folded in PHRASAL
            # بين "between" is no "he explained", behind a plural no subject follows, and تعتبر is
            # more often "is deemed".
            or self.words.is_preposition(article, verb)
            or folded.endswith(("وا", "ون"))
            or folded in OFTEN_PASSIVE
            # بسرعة نقل المصابين: by the speedy transfer of the injured
            or self.words.word(article, verb + 1).facts.is_oblique_plural
        )

    def _is_name_of_place(self, index: int) -> bool:
        """Whether a word that looks like a verb is the name of the place before it."""
        before = self.article.folded(index - 1) if index else ""
        return (
            self.words.is_place(before)
            and not has_article(before)
            and "proper" in self.words.info(self.article, index).classes
        )

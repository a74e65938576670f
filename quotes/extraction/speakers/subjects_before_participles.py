"""The subject of another verb that ends right before a participle.

هاجمه الوزير فلان، قائلا "the minister So-and-so attacked him, saying": who does one thing does the
other.
"""

from __future__ import annotations

from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    OPINION,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    VERBAL_PARTICLES,
)

_LONGEST_SUBJECT = 14


class SubjectsBeforeParticiples:
    """Finds in one article who does what a participle goes on with."""

    def __init__(self, entities: Entities) -> None:
        self.article = entities.article
        self.entities = entities
        self.words = entities.words
        self.phrases = entities.phrases

    def find(self, participle: int, first: int) -> Entity | None:
        """The subject that ends right before the token ``participle``.

        Its verb stands at token ``first`` or behind it.
        """
        article, phrases = self.article, self.phrases
        end = participle - article.is_behind_comma(participle)
        opening = article.past_marks(first, end)
        if end > first and article.quotation_at[end - 1] != article.quotation_at[participle]:
            # مصرحا لـ«ويمنز ديلي»، مضيفا: telling "Women's Daily", adding
            return None
        if end > first and article.folded(end - 1) in PREPOSITIONS_WITH_PRONOUN:
            # قاطعه زميل له صارخا: a colleague of his cut him short, shouting
            end -= 1
        for start in range(end - 1, max(first, end - _LONGEST_SUBJECT), -1):
            if (
                (self._is_verb_before(start, first) or self._opens_with(start - 1, opening))
                and self._may_go_with(start - 1, participle)
                and self._may_be_subject(start, adjacent=end == participle)
                and phrases.starts(start, after_verb=True)
                and (phrases.names_source(start) or self._is_surname_alone(start, end))
                and phrases.end(start, end, after_verb=True) == end
            ):
                return self.entities.resolve(start, self._before_object(start, end))[0]
        return self._heads_headline(opening, end)

    def _is_surname_alone(self, start: int, end: int) -> bool:
        """Whether a surname that no text has in full stands behind a cue: قال العمراني | معلقا.

        "al-Omrani said, commenting"
        """
        return (
            end == start + 1
            and start - 1 in self.entities.verbs
            and self.words.is_verb(self.article, start - 1)
            and self.words.is_definite_nisba(self.article, start)
        )

    def _before_object(self, start: int, end: int) -> int:
        """Where a subject ends before the object of its verb: تفقد المحافظ | أعمال التطوير، مؤكدا.

        "the governor inspected | the works, affirming"
        """
        last = self.phrases.end(
            start, end, object_follows=True, person_follows=True, after_verb=True
        )
        return last if last > start else end

    def _heads_headline(self, first: int, end: int) -> Entity | None:
        """Who stands before a participle in a headline without a verb: العمراني محذرا: …

        "al-Omrani, warning: …"
        """
        phrases = self.phrases
        if (
            first < end
            and self.article.paragraph_of[first] == 0
            and phrases.starts(first)
            and (
                phrases.names_source(first)
                or (end == first + 1 and self.words.is_definite_nisba(self.article, first))
            )
            and phrases.end(first, end) == end
        ):
            return self.entities.resolve(first, end)[0]
        return None

    def _is_verb_before(self, start: int, first: int) -> bool:
        """Whether a verb stands before the token ``start``."""
        article, words, verb = self.article, self.words, start - 1
        if self.words.word(article, verb).facts.is_adverbial:
            # وهو ما أكده أيضا الخبير فلان: which was also affirmed by the expert So-and-so
            verb -= 1
        if article.folded(verb) in OPINION:
            # ووافقه الرأي فلان: and So-and-so agreed with him
            verb -= 1
        return (
            (
                self.entities.is_verb(verb)
                # وهنا تدخل رئيس المجلس مطالبا: and here the head of the council broke in, demanding
                or (verb <= first + 1 and words.may_be_verb(article, verb))
                or self._rejects_noun_before(verb)
            )
            and not words.is_name(article, verb)
            and not words.is_preposition(article, verb)
        )

    def _may_go_with(self, verb: int, participle: int) -> bool:
        """Whether a verb and a participle can be of one subject by gender.

        مستشهدا بفتوى أعدتها المفوضية، ومشددا: "citing an opinion that the commission (f.) prepared,
        and stressing (m.)"
        """
        genders = self.words.info(self.article, verb).genders
        others = self.words.info(self.article, participle).genders
        return not genders or not others or not genders.isdisjoint(others)

    def _rejects_noun_before(self, verb: int) -> bool:
        """Whether a verb with a pronoun describes the indefinite noun before it: موقف رفضه الوزير.

        "a stand that the minister rejected"; a noun with a pronoun has nothing behind it.
        """
        return (
            self.words.may_be_verb(self.article, verb)
            and all(r.enclitic for r in self.article.tokens[verb].facts.readings)
            and self.words.is_nominal(self.article, verb - 1)
            and not self.words.is_definite(self.article, verb - 1)
            and (
                self.words.is_role(self.article.folded(verb + 1))
                or (
                    self.words.is_name(self.article, verb + 1)
                    and not has_article(self.article.folded(verb + 1))
                )
            )
        )

    def _opens_with(self, verb: int, opening: int) -> bool:
        """Whether a word that looks like a verb opens its clause: «…»، فقاطعه الوزير فلان صارخا.

        "and the minister So-and-so cut him short, shouting"
        """
        return verb == opening and self.words.may_be_verb(self.article, verb)

    def _may_be_subject(self, start: int, *, adjacent: bool) -> bool:
        """Whether what begins behind a verb can be its subject, and the participle speak of it.

        ``adjacent``: no comma stands before the participle.
        """
        article, words = self.article, self.words
        return not (
            # كان الرئيس قد مازح أحد الصحفيين: the president had joked with one of the journalists
            article.folded(start - 2) in VERBAL_PARTICLES
            or (adjacent and self._tells_whose_document(start))
            or self.phrases.is_possessed(start)
            # أصدر الوزراء بيانا مؤكدين: the ministers issued a statement, affirming
            or article.tokens[start].facts.is_accusative_head
            # لتنفرد بإيران، مطمئنة إلى: so as to be alone with Iran, reassuring
            or is_attached_preposition(article, start, words)
            # الموضوعات التي تناولها الحوار "the subjects with which the talk dealt"; but what
            # somebody denies he goes on to deny: الأمر الذي ينفيه الأخير مؤكدا.
            or (
                article.folded(start - 2) in RELATIVES
                and start - 1 not in self.entities.verbs
                and not self._opposes(start)
            )
            or words.is_verb(article, start)
            # بسرعة نقل المصابين: by the speedy transfer of the injured
            or article.tokens[start].facts.is_oblique_plural
        )

    def _tells_whose_document(self, start: int) -> bool:
        """Whether a verb only tells who wrote what stands before it: دراسة أعدها معهد.

        "a study that an institute made"; but موقف رفضه الوزير "a stand that the minister rejected"
        says nothing.
        """
        article, words, document = self.article, self.words, start - 2
        return (
            words.describes_noun_before(article, start - 1)
            and not words.is_definite(article, document)
            and words.in_list(article.folded(document), words.lexicon.documents)
        )

    def _opposes(self, start: int) -> bool:
        """Whether a person does something to what was told: الطرح الذي يعارضه فلان، مؤكدا.

        "the proposal that So-and-so opposes, affirming"
        """
        return all(r.enclitic for r in self.article.tokens[start - 1].facts.readings) and (
            self.words.is_role(self.article.folded(start))
            or self.words.is_name(self.article, start)
        )

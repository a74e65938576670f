"""Stage 4: the subjects of sentences and clauses in which nothing is reported.

ندد الكرملين به، وقال إن … "the Kremlin condemned it and said that": who speaks is told by a verb
that has no content of its own.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.attribution import Attribution
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.clitics import bare, has_article
from quotes.extraction.entities import Entities
from quotes.extraction.entity import Entity
from quotes.extraction.grammar import (
    ABOUT_THEM,
    BE,
    BUT,
    CALLED,
    COMMAS,
    COMPLEMENTIZERS,
    CONTRASTS,
    DASHES,
    DESPITE,
    JUSSIVE_PARTICLES,
    LATTER,
    OFTEN_PASSIVE,
    ON,
    PARALLELS,
    PHRASAL,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    RETURNING,
    SUPPORT_VERBS,
    THAT_THING,
    THIS_THING,
    TO,
    TOPICS,
    VERBAL_PARTICLES,
)
from quotes.extraction.verb_asides import past_addressee

_LONGEST_SUBJECT = 14
_LONGEST_DATELINE = 14
_LONGEST_ASIDE = 8
_LONGEST_CLAUSE = 24
_LONGEST_OPENING = 14
_WITH_AND = ("وب",)
# How far behind the beginning of a sentence its first verb may stand, in tokens.
_REACH_OF_VERB = 12
_CONTRASTING = BUT | PARALLELS


class SentenceSubjects:
    """Finds in one article of whom a sentence is that reports nothing of him."""

    def __init__(self, article: Article, entities: Entities) -> None:
        self.article = article
        self.entities = entities
        self.words = entities.words
        self.phrases = entities.phrases

    def main(self, sentence: tuple[int, int], end: int, *, verbal: bool = False) -> Entity | None:
        """The subject of the sentence's first verb, where it stands before ``end``.

        ``verbal``: do without a noun phrase that opens the sentence; a byline does.
        """
        article = self.article
        first = self._past_dateline(self.article.past_marks(sentence[0], end), end)
        if article.folded(first) in TOPICS:
            # أما زوجها فلان، فاكتفى بهز رأسه وقال
            # (as for her husband So-and-so, he only shook his head and said)
            return self._topic(first + 1, end)
        if article.folded(first) in RETURNING and article.folded(first + 1) in TO:
            # وبالعودة إلى الوزير فقد أكد: and to return to the minister, he affirmed
            return self._topic(first + 2, end)
        opened = self._past_opening(first, end)
        if opened > first:
            # وبجانبه، كانت فلانة تلف: and beside him, So-and-so was wrapping
            behind = self._subject_of_clause(opened, end, verbal=True)
            if behind is not None:
                return behind
        return self._subject_of_clause(first, end, verbal=verbal)

    def _subject_of_clause(self, first: int, end: int, *, verbal: bool) -> Entity | None:
        """The subject of the clause that begins at token ``first``."""
        subject = self._subject_of_be(first, end) if self.article.folded(first) in BE else None
        return subject or self._subject_of_first_verb(self._past_joint(first), end, verbal)

    def _past_opening(self, first: int, end: int) -> int:
        """Past a circumstance and the comma behind it: وبجانبه، | كانت; else ``first``.

        "and beside him, | she was"
        """
        article = self.article
        opens = (
            not PREPOSITIONS.isdisjoint(bare(article.folded(first)))
            or is_attached_preposition(article, first, self.words)
            or is_circumstance(article, first, self.words)
            # وبسؤاله عن العدد: and when asked about the number
            or article.folded(first).startswith(_WITH_AND)
        )
        if not opens:
            return first
        for index in range(first + 1, min(end, first + _LONGEST_OPENING)):
            if (
                article.tokens[index].text in COMMAS
                and article.quotation_at[index] == article.quotation_at[first]
            ):
                return index + 1 if index + 1 < end else first
        return first

    def _past_joint(self, first: int) -> int:
        """Past what joins the sentence to the one before it, up to its own clause."""
        article, folded = self.article, self.article.folded(first)
        if folded in _CONTRASTING:
            # فيما غنى فلان: while So-and-so sang
            return first + 1
        if folded in CONTRASTS and article.folded(first + 1) in COMPLEMENTIZERS:
            # إلا أن الوزير: yet the minister
            return first + 2
        if folded in DESPITE or folded in self.words.lexicon.impersonal_verbs:
            # ورغم أن الوزير، وعلى الرغم من أن الوزير; تجدر الإشارة إلى أن الوزير
            # (although the minister; it is to be noted that the minister)
            return next(
                (n + 1 for n in range(first, first + 4) if article.folded(n) in COMPLEMENTIZERS),
                first,
            )
        return first

    def _subject_of_first_verb(self, first: int, end: int, verbal: bool) -> Entity | None:
        """The subject of the clause that begins at token ``first``, beside its first verb."""
        article, phrases = self.article, self.phrases
        for index in range(first, min(end, first + _REACH_OF_VERB)):
            if article.folded(index - 1) in RELATIVES or not self._is_verb(index, first):
                continue
            if index > first and article.folded(index) in PHRASAL:
                # وفي منشور عبر صفحته: and in a post on his page
                continue
            if index > first and self._names_speaker(first, index):
                # ماكرون أخطأ مرتين: the noun phrase that opens the sentence is its subject.
                return self.entities.resolve(first, index)[0]
            if article.folded(index).endswith("وا") or self.words.speaks_of_self(article, index):
                # دعوا الجهات "they called upon the authorities", نستطيع التعاقد "we can contract"
                return None
            start = self._past_object(index + 1, end)
            if phrases.starts(start, after_verb=True):
                return self._behind_verb(start, end)
        return None if verbal else self._opening(first, end)

    def _subject_of_be(self, first: int, end: int) -> Entity | None:
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

    def _past_dateline(self, first: int, end: int) -> int:
        """Past place, date and agency: واشنطن 28 يناير (رويترز) - أبقى المجلس.

        "Washington, 28 January (Reuters) - the board kept"; in a headline past the place alone.
        """
        article = self.article
        if article.paragraph_of[first] == 0 and article.folded(first + 1) == ":":
            # لبنان: الرئيس يستقبل الوفد ويدعو إلى: Lebanon: the president receives … and calls for
            return first + 2
        for dash in range(first + 2, min(end, first + _LONGEST_DATELINE)):
            if article.tokens[dash].text in DASHES and article.tokens[dash - 1].text == ")":
                return dash + 1
        return first

    def _topic(self, first: int, end: int) -> Entity | None:
        """Of whom the sentence is, behind أما "as for"."""
        if not self.phrases.starts(first):
            return None
        last = self.phrases.end(first, self._predicate_of_topic(first, end))
        return self.entities.resolve(first, last)[0] if last > first else None

    def _predicate_of_topic(self, first: int, end: int) -> int:
        """Where the verb with ف stands behind the topic: أما المدرب | فتحمس; or ``end``."""
        return next(
            (
                index
                for index in range(first + 1, end)
                if self.article.folded(index).startswith("ف")
                and self.words.may_be_verb(self.article, index)
                and not self.words.is_name(self.article, index)
            ),
            end,
        )

    def _is_verb(self, index: int, first: int) -> bool:
        """Whether the word is a verb; one that opens its clause need only look like one."""
        article, words = self.article, self.words
        if (
            words.is_role(article.folded(index))
            and words.is_adjective(article, index + 1)
            and not has_article(article.folded(index + 1))
        ):
            # كاتب سعودي: a Saudi writer, and no "corresponded with"
            return False
        return (
            words.is_verb(article, index)
            or index in self.entities.verbs
            or self._can_be_no_adjective(index, first)
            # وبهذه المناسبة قدم الأمير شكره: and on this occasion the prince offered his thanks
            or (
                not SUPPORT_VERBS.isdisjoint(bare(article.folded(index)))
                and words.is_title(article.folded(index + 1))
            )
            or (
                # ولا تملك الوزارة: nor does the ministry have
                (
                    index == first
                    or article.folded(index - 1) in JUSSIVE_PARTICLES
                    # وبعد الجلسة، تلا الوزير: and after the session, the minister read out
                    or (article.is_behind_comma(index) and is_circumstance(article, first, words))
                )
                and words.may_be_verb(article, index)
                and PREPOSITIONS.isdisjoint(bare(article.folded(index)))
                and not is_circumstance(article, index, words)
            )
        )

    def _can_be_no_adjective(self, index: int, first: int) -> bool:
        """Whether a perfect looks like an adjective that the noun before cannot have: المدرب غادر.

        "the trainer left": the adjective of a definite noun has the article, too.
        """
        article, classes = self.article, self.article.tokens[index].facts.classes
        return (
            index > first
            and classes == {"adjective", "perfect"}
            and not has_article(article.folded(index))
            and has_article(article.folded(index - 1))
        )

    def _names_speaker(self, first: int, end: int) -> bool:
        """Whether all the tokens ``[first, end)`` are one noun phrase that can name a speaker."""
        phrases = self.phrases
        return (
            phrases.starts(first)
            and (phrases.names_source(first) or self.article.folded(first) in LATTER)
            and phrases.end(first, end, object_follows=True) == end
        )

    def _past_object(self, start: int, end: int) -> int:
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

    def _behind_verb(self, start: int, end: int) -> Entity | None:
        """The noun phrase behind a verb, where it can be the subject."""
        phrases = self.phrases
        if self.article.folded(start)[:1] == "ب" and is_attached_preposition(
            self.article, start, self.words
        ):
            # وفيما يتعلق بمستقبل الحوار: and as concerns the future of the dialogue
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

    def _opening(self, first: int, end: int) -> Entity | None:
        """The noun phrase that begins at token ``first``, where it can name a speaker."""
        article, phrases = self.article, self.phrases
        if (
            first in article.opening
            and article.tokens[article.after_quotation(article.opening[first])].text in COMMAS
        ):
            # «بدأ الأمر بواجب»، كما يقول: what stands in marks before a comma is said.
            return None
        if phrases.starts(first) and not self.words.may_be_verb(article, first):
            last = phrases.end(first, end, object_follows=True)
            if last > first and phrases.names_source(first):
                return self.entities.resolve(first, last)[0]
        return None

    def of_sentence_before(self, first: int) -> Entity | None:
        """The subject of the sentence that ends before token ``first``."""
        sentence = self.article.sentence_before(first)
        return self.main(sentence, sentence[1], verbal=True) if sentence is not None else None

    def topic_of_sentence_before(self, first: int) -> Entity | None:
        """Whom the sentence before token ``first`` opens with; its verb's subject, failing that."""
        sentence = self.article.sentence_before(first)
        if sentence is None:
            return None
        start, end = sentence
        phrases = self.phrases
        if (
            phrases.starts(start)
            and phrases.names_source(start)
            and not self.words.may_be_verb(self.article, start)
        ):
            last = phrases.end(start, end, object_follows=True)
            if last > start:
                return self.entities.resolve(start, last)[0]
        return self.of_sentence_before(first)

    def of_clause(self, first: int, end: int) -> Entity | None:
        """The subject of the nearest verb before ``end`` that has one behind it."""
        article, phrases = self.article, self.phrases
        for index in range(end - 2, max(first, end - _LONGEST_CLAUSE) - 1, -1):
            if not (
                self.words.is_verb(article, index)
                or index in self.entities.verbs
                or self._precedes_body(index)
            ):
                continue
            if self.words.is_name(article, index) or not self._may_have_subject(index, end):
                continue
            start = self._past_object(index + 1, end)
            if self._is_document(start):
                # الوزارة أصدرت بيانا دعت فيه: the ministry issued a statement in which it called
                return None
            if phrases.starts(start, after_verb=True):
                return self._behind_verb(start, end)
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

    def opens_with_verb(self, sentence: tuple[int, int]) -> bool:
        """Whether a finite verb is the first word of a sentence."""
        first = self.article.past_marks(*sentence)
        return self.words.is_verb(self.article, first) or first in self.entities.verbs

    def latest(self, first: int, end: int, reports: list[Attribution]) -> Entity | None:
        """The subject of the last verb of saying between two cues that itself reports nothing.

        ندد الكرملين به، فيما رحب شولتس به، ورأى فيه: Scholz, not the Kremlin. ``reports`` are those
        of the sentence so far; what stands in them is somebody else's.
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
                return self._subject_of_be(sentence, index)
            if index > sentence and self._names_speaker(sentence, index):
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
        )

    def _is_name_of_place(self, index: int) -> bool:
        """Whether a word that looks like a verb is the name of the place before it."""
        before = self.article.folded(index - 1) if index else ""
        return (
            self.words.is_place(before)
            and not has_article(before)
            and "proper" in self.words.info(self.article, index).classes
        )

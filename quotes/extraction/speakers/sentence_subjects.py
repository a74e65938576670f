"""Of whom a sentence is in which nothing is reported.

خفض البنك المركزي الفائدة، لكنه حذر "the central bank cut its rate, but it warned": who speaks is
whom the sentence opens with, or the subject of its first verb.
"""

from __future__ import annotations

from quotes.extraction.names.name_words import name_end
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.subjects_of_other_verbs import SubjectsOfOtherVerbs
from quotes.extraction.subjects.asides_before_verbs import only_asides
from quotes.extraction.text.circumstances import is_circumstance, past_circumstances
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    BE,
    CALLS,
    CARRIED_OUT,
    FROM,
    IN,
    JUSSIVE_PARTICLES,
    ONE_OF_MANY,
    PHRASAL,
    PREPOSITIONS,
    RELATIVES,
    RETURNING,
    SPEECHES,
    SUPPORT_VERBS,
    THESE,
    TO,
    TOPICS,
    WITH,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.sentence_starts import (
    past_byline,
    past_dateline,
    past_joint,
    past_opening,
)

# How far behind the beginning of a sentence its first verb may stand, in tokens.
_REACH_OF_VERB = 12
_REACH_PAST_ASIDES = 20
# (16 عاما): aged 16
_LONGEST_AGE = 5


class SentenceSubjects:
    """Finds in one article of whom a sentence is that reports nothing of him."""

    def __init__(self, entities: Entities) -> None:
        self.article = entities.article
        self.entities = entities
        self.words = entities.words
        self.phrases = entities.phrases
        self.verbs = SubjectsOfOtherVerbs(entities)

    def main(self, sentence: tuple[int, int], end: int, *, verbal: bool = False) -> Entity | None:
        """The subject of the sentence's first verb, where it stands before ``end``.

        ``verbal``: do without a noun phrase that opens the sentence; a byline does.
        """
        article = self.article
        first = past_dateline(article, article.past_marks(sentence[0], end), end)
        if first == article.paragraphs[article.paragraph_of[first]].first:
            first = past_byline(article, first, end)
        if article.folded(first) in TOPICS:
            # أما زوجها فلان، فاكتفى بهز رأسه وقال
            # (as for her husband So-and-so, he only shook his head and said)
            return self._topic(first + 1, end)
        if article.folded(first) in RETURNING and article.folded(first + 1) in TO:
            # وبالعودة إلى الوزير فقد أكد: and to return to the minister, he affirmed
            return self._topic(first + 2, end)
        if not FROM.isdisjoint(bare(article.folded(first))) and article.folded(first + 1) in THESE:
            # ومن هؤلاء فلان: and among these is So-and-so
            return self._topic(first + 2, end)
        if self._talks_with_person(first):
            # وفي حديث مع سعاد العمرانية، أكدت: and in a talk with Suad al-Omraniyya, she affirmed
            return self._topic(first + 3, end)
        opened = past_opening(article, self.words, first, end)
        if opened > first:
            # وبجانبه، كانت فلانة تلف: and beside him, So-and-so was wrapping
            behind = self._subject_of_clause(opened, end, verbal=True)
            if behind is not None:
                return behind
        return self._subject_of_clause(first, end, verbal=verbal)

    def _subject_of_clause(self, first: int, end: int, *, verbal: bool) -> Entity | None:
        """The subject of the clause that begins at token ``first``."""
        if self.article.folded(first) in BE:
            subject = self.verbs.of_be(first, end)
            if subject is not None:
                return subject
        first = past_joint(self.article, self.words, first)
        named = self._end_of_described(first, end)
        if named is not None:
            return self.entities.resolve(first, named)[0]
        return self._subject_of_first_verb(first, end, verbal)

    def _end_of_described(self, first: int, end: int) -> int | None:
        """Where the name ends of which a sentence without a verb tells: فلان الفلاني | مزارع من.

        "So-and-so | is a farmer from"
        """
        article, words = self.article, self.words
        if article.folded(first) not in words.lexicon.given_names:
            return None
        last = name_end(article, words, first, first + 1, end)
        predicate = words.word(article, last)
        tells = (
            first + 1 < last < end
            and predicate.is_word
            and (
                words.is_head(predicate.folded)
                or predicate.folded in ONE_OF_MANY
                or words.in_list(predicate.folded, words.lexicon.kin)
            )
            and not (predicate.facts.has_article or predicate.facts.has_proclitic)
            and not words.is_verb(article, last)
        )
        return last if tells else None

    def _subject_of_first_verb(self, first: int, end: int, verbal: bool) -> Entity | None:
        """The subject of the clause that begins at token ``first``, beside its first verb."""
        article, phrases = self.article, self.phrases
        for index in range(first, min(end, first + _REACH_OF_VERB)):
            if article.folded(index - 1) in RELATIVES or not self._is_verb(index, first):
                continue
            if index > first and article.folded(index) in PHRASAL:
                # وفي منشور عبر صفحته: and in a post on his page
                continue
            if index > first and self.verbs.can_be(first, index):
                # ماكرون أخطأ مرتين: Macron has erred twice
                return self.entities.resolve(first, index)[0]
            if article.folded(index).endswith("وا") or self.words.speaks_of_self(article, index):
                # دعوا الجهات "they called upon the authorities", نستطيع التعاقد "we can contract"
                return None
            if not CARRIED_OUT.isdisjoint(bare(article.folded(index))):
                return None
            start = self.verbs.past_object(index + 1, end)
            behind = past_circumstances(article, start, self.words, end, ())
            if (
                index in self.entities.verbs
                and behind < end
                and all(token.is_word for token in article.tokens[start : behind + 1])
            ):
                # تحدث في البداية الوزير حيث قال: in the beginning the minister spoke, and said
                start = behind
            if phrases.starts(start, after_verb=True):
                return self.verbs.behind(start, end)
        described = self._described(first, end)
        return described if described is not None or verbal else self._opening(first, end)

    def _described(self, first: int, end: int) -> Entity | None:
        """Whom only asides part from the verb: فلانة (16 عاما)، وهي تلميذة …، جربت.

        "So-and-so (16), who is a pupil …, tried"
        """
        phrases = self.phrases
        if not (phrases.starts(first) and phrases.names_source(first)):
            return None
        last = asides = phrases.end(first, end, object_follows=True)
        brackets = self.article.words[last : last + _LONGEST_AGE]
        if brackets[:1] == ["("] and ")" in brackets:
            asides += brackets.index(")") + 1
        for verb in range(last + 1, min(end, first + _REACH_PAST_ASIDES)):
            if (
                self.article.is_behind_comma(verb)
                and self.words.is_verb(self.article, verb)
                and only_asides(phrases, asides, verb)
            ):
                return self.entities.resolve(first, last)[0] if last > first else None
        return None

    def _talks_with_person(self, first: int) -> bool:
        """Whether a talk with somebody who is named opens the sentence, and no outlet."""
        article, words = self.article, self.words
        occasion = article.folded(first + 1)
        return (
            not IN.isdisjoint(bare(article.folded(first)))
            and (occasion in SPEECHES or occasion in CALLS)
            and article.folded(first + 2) in WITH
            and article.folded(first + 3) in words.lexicon.given_names
        )

    def _topic(self, first: int, end: int) -> Entity | None:
        """Of whom the sentence is, behind أما "as for"."""
        if not self.phrases.starts(first):
            return None
        last = self.phrases.end(first, self._predicate_of_topic(first, end))
        return self.entities.resolve(first, last)[0] if last > first else None

    def _predicate_of_topic(self, first: int, end: int) -> int:
        """Where the verb with ف stands behind the topic: أما المدرب | فتحمس; or ``end``.

        "as for the coach, | he was excited"
        """
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
            self.entities.is_verb(index)
            or self._can_be_no_adjective(index, first)
            # وبهذه المناسبة قدم الأمير شكره: and on this occasion the prince offered his thanks
            or (
                not SUPPORT_VERBS.isdisjoint(bare(article.folded(index)))
                and words.is_title(article.folded(index + 1))
            )
            or (self._opens_clause(index, first) and self._looks_like_verb(index))
        )

    def _opens_clause(self, index: int, first: int) -> bool:
        """Whether a clause begins with a word, be it negated or behind a circumstance."""
        article = self.article
        return (
            index == first
            # ولا تملك الوزارة: nor does the ministry have
            or article.folded(index - 1) in JUSSIVE_PARTICLES
            # وبعد الجلسة، تلا الوزير: and after the session, the minister read out
            or (article.is_behind_comma(index) and is_circumstance(article, first, self.words))
        )

    def _looks_like_verb(self, index: int) -> bool:
        """Whether a word may be a verb, and is no preposition and no circumstance."""
        article, words, following = self.article, self.words, self.article.folded(index + 1)
        return (
            words.may_be_verb(article, index)
            and PREPOSITIONS.isdisjoint(bare(article.folded(index)))
            and (
                not is_circumstance(article, index, words)
                # ظهر المدرب: the coach appeared, and no "at noon"
                or (has_article(following) and words.is_role(following))
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

    def _opening(self, first: int, end: int) -> Entity | None:
        """The noun phrase that begins at token ``first``, where it can name a speaker."""
        article, phrases = self.article, self.phrases
        if (
            first in article.opening
            and article.tokens[article.after_quotation(article.opening[first])].text in COMMAS
        ):
            # «بدأ الأمر بواجب»، كما يقول: "it began with homework", as he says
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

    def opens_with_verb(self, sentence: tuple[int, int]) -> bool:
        """Whether a finite verb is the first word of a sentence."""
        return self.entities.is_verb(self.article.past_marks(*sentence))

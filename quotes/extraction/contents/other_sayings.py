"""Where the reporter turns from what was said to the saying of it.

He tells what another said, or the same speaker besides (، فيما رجح البنك التريث "while the bank
thought it likelier to wait"), what was left unsaid, or what became of the words: وهو ما نفاه مصدر
"which a source denied".
"""

from __future__ import annotations

from quotes.extraction.frames.frame import Frame, cue_type
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    ALREADY,
    AND_HAD,
    AND_IT,
    BE,
    BUT,
    BUT_THEY,
    COMMENTS,
    COMPLEMENTIZERS,
    COMPLEMENTIZERS_WITH_PRONOUN,
    DETAILS,
    EXCEPT,
    HAD_BEFORE,
    LEFT_UNSAID,
    MEANWHILE,
    NEGATED,
    NEW_CLAUSES,
    ON_THE_TOPIC,
    OPPOSING,
    OTHERS,
    PREPOSITIONS_WITH_PRONOUN,
    REFUSALS,
    REFUSING,
    RELATIVES,
    TOPICS,
    VERBAL_PARTICLES,
    WHAT,
    WHICH_MATTER,
    WHILE,
)
from quotes.extraction.text.words import Words

_LONGEST_TOPIC = 20


def is_except_that(article: Article, index: int) -> bool:
    """Whether "except that" or "yet" stands here in its two words: إلا أن, غير أنها."""
    return article.folded(index) in EXCEPT and article.folded(index + 1) in COMPLEMENTIZERS


class OtherSayings:
    """Tells in one article whether a clause is about a saying, and so belongs to no content."""

    def __init__(self, article: Article, words: Words, frames: dict[int, Frame]) -> None:
        """``frames`` are those of all cues, by the first token of each."""
        self.article = article
        self.words = words
        self.frames = frames

    def begin_at(self, index: int, limit: int) -> bool:
        """Whether such a clause begins at a token behind a comma, whatever its form.

        The content before it could stand up to the token ``limit``.
        """
        return (
            self.comment_at(index)
            or self._opens_another_saying(index, limit)
            or self._leaves_unsaid(index)
            or self._is_said_meanwhile(index)
            or self._was_said_by_another(index)
            or self._is_of_others(index)
            or self._turns_to_another(index, limit)
            or self._says_otherwise(index)
        )

    def comment_at(self, index: int) -> bool:
        """Whether a clause takes up all before it: وهو قرار هاجمه الوزير.

        "a decision that the minister attacked"
        """
        folded, following = self.article.folded(index), self.article.folded(index + 1)
        return (
            (folded in AND_IT and (following in COMMENTS or self._is_noun_spoken_of(index + 1)))
            or (
                folded in NEW_CLAUSES
                and following in WHAT
                # وهو ما لم يعلق عليه الوزير: on which the minister did not comment
                and (
                    self._is_taken_up(index + 2)
                    or self.article.folded(index + 2) in NEGATED
                    # وهو ما سبق أن أقر به المحافظ: which the governor had admitted before
                    or self.article.phrase(index + 2, 2) in HAD_BEFORE
                )
            )
            or (
                # الأمر الذي نفاه مكتبه: which his office denied
                self.article.phrase(index, 2) in WHICH_MATTER and self._is_spoken_of(index + 2)
            )
        )

    def _is_noun_spoken_of(self, noun: int) -> bool:
        """Whether a noun names what was said, of which others spoke: وهو رقم وصفه الوزير بأنه.

        "a figure that the minister described as"; وهو الرقم الذي شكك فيه "the figure that he
        doubted"
        """
        verb = noun + 1 + (self.article.folded(noun + 1) in RELATIVES)
        return self.words.is_nominal(self.article, noun) and self._is_spoken_of(verb)

    def _is_taken_up(self, verb: int) -> bool:
        """Whether a verb behind ما is about all that stands before: نفاه in وهو ما نفاه مصدر.

        "denied", in "which a source denied"
        """
        article = self.article
        if verb >= len(article.tokens):
            return False
        if article.tokens[verb].facts.classes == {"perfect"}:
            # وهو ما رفضت السفارة التعليق عليه: which is what the embassy declined to comment on
            return True
        opposed = article.folded(verb)
        return (
            opposed in OPPOSING
            or (opposed.endswith("ه") and opposed[:-1] in OPPOSING)
            or self._is_spoken_of(verb)
        )

    def _is_spoken_of(self, verb: int) -> bool:
        """Whether a verb of saying has a pronoun: نفاه "denied it", تعلق عليه "comments on it"."""
        token = self.words.word(self.article, verb)
        return token.may_be_cue and (
            self.article.folded(verb + 1) in PREPOSITIONS_WITH_PRONOUN
            or all(reading.enclitic for reading in token.facts.readings)
        )

    def _opens_another_saying(self, first: int, limit: int) -> bool:
        """Whether the circumstances of another saying begin: ، وفي رده على سؤال، قال.

        ", and in his answer to a question he said"
        """
        article = self.article
        folded = article.folded(first)
        if folded[:1] != "و" or folded[1:] not in ON_THE_TOPIC:
            return False
        for index in range(first + 2, min(limit, first + _LONGEST_TOPIC)):
            frame = self.frames.get(index)
            if frame is not None and frame.reading is not None:
                return (
                    frame.reading.type == "verb"
                    and not frame.cue.conjunction
                    and article.is_behind_comma(index)
                )
        return False

    def _leaves_unsaid(self, index: int) -> bool:
        """Whether the reporter tells what was not said: وعد بأن ينهيها، ولم يوضح كيف.

        "he promised to end it, and did not explain how"
        """
        article = self.article
        if article.folded(index) in BUT:
            # ؛ لكن لم توضح الدراسات: ; but the studies did not explain
            index += 1
        behind = self._behind_but_they(index)
        if behind > index and article.folded(behind) in REFUSALS:
            # ، لكنه رفض الكشف عن تفاصيلها: , but he declined to reveal its details; behind marks
            # whoever spoke declines anything: «...»، لكنها رفضت الطلب.
            return article.folded(behind + 1) in DETAILS or index - 2 in article.closing
        if article.folded(index) in REFUSING:
            # ، رافضة الكشف عن هوية المالك: , declining to reveal who the owner is
            return article.folded(index + 1) in DETAILS
        return article.folded(behind) in NEGATED and article.folded(behind + 1) in LEFT_UNSAID

    def _behind_but_they(self, index: int) -> int:
        """The token behind لكنه or إلا أنه "but he"; ``index`` itself where neither stands."""
        article = self.article
        if article.folded(index) in BUT_THEY:
            return index + 1
        with_pronoun = article.folded(index + 1) in COMPLEMENTIZERS_WITH_PRONOUN
        return index + 2 if article.folded(index) in EXCEPT and with_pronoun else index

    def _is_said_meanwhile(self, index: int) -> bool:
        """Whether "while" tells what another said, whatever its frame: ، فيما رجح البنك التريث.

        ", while the bank thought it likelier to wait"
        """
        article = self.article
        following = self.words.word(article, index + 1)
        return (
            article.folded(index) in MEANWHILE
            and following.may_be_cue
            and following.facts.classes == {"perfect"}
        )

    def _is_of_others(self, index: int) -> bool:
        """Whether "while" tells what others do: ، بينما يقلل آخرون من أهميتها.

        ", while others play down its weight"
        """
        article = self.article
        verb = index + 1 + (article.phrase(index, 2) in WHILE)
        if verb > index + 1 or article.folded(index) in MEANWHILE:
            return article.folded(verb + 1) in OTHERS
        if is_except_that(article, index):
            index += 1
        elif article.folded(index) not in BUT:
            return False
        # ، لكن المعارضة ترفض نتائجها: , but the opposition rejects its results
        return (
            self.words.word(article, index + 1).facts.has_article
            and article.folded(index + 2).removesuffix("ه") in OPPOSING
        )

    def _was_said_by_another(self, index: int) -> bool:
        """Whether the reporter tells what another had said: ، وقد أكد المرجع.

        ", and the authority had affirmed"
        """
        frame = self.frames.get(index + 1)
        if self.article.folded(index)[1:] in BE and self.article.folded(index + 1) in ALREADY:
            # ، وكان قد أنذر السكان: , and he had warned the inhabitants
            return True
        return (
            self.article.folded(index) in AND_HAD
            and frame is not None
            and frame.subject is not None
            and frame.subject.order == "VSO"
        )

    def _turns_to_another(self, index: int, limit: int) -> bool:
        """Whether "as for" introduces what another said: ، أما الثالث فقال.

        ", as for the third, he said"
        """
        return self.article.folded(index) in TOPICS and any(
            n in self.frames and self.article.folded(n).startswith("ف")
            for n in range(index + 2, min(limit, index + _LONGEST_TOPIC))
        )

    def _says_otherwise(self, index: int) -> bool:
        """Whether "but" with a pronoun tells what the same speaker also said: لكنها لا تستبعد أن.

        "but she does not rule out that"
        """
        article = self.article
        if article.folded(index) not in BUT_THEY:
            return False
        verb = index + 1 + (article.folded(index + 1) in VERBAL_PARTICLES)
        frame = self.frames.get(verb)
        unnamed = frame is not None and frame.subject is None
        return unnamed and cue_type(self.frames, verb) == "verb"

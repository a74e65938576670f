"""The expressions with which the reporter resumes what he tells.

…، وذلك بعد "…, and this after", …، في حين أن "…, whereas", …، دون أن يسميهم "…, without naming
them": what stands behind them was not said by whoever spoke.
"""

from __future__ import annotations

from quotes.extraction.frames.frame import Frame, cue_type
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import opens_occasion
from quotes.extraction.text.grammar import (
    ABOUT_SO_MANY,
    AFTER,
    AND_THAT,
    AND_THEN,
    AT_A_TIME,
    AT_THE_TIME,
    BEFORE_THAT,
    BEHIND_CONTRASTS,
    COMMENTED_DEEDS,
    COMPLEMENTIZERS,
    COMPLEMENTIZERS_WITH_PRONOUN,
    CONTRASTS,
    DENIALS,
    IN,
    IN_ADDITION,
    LEFT_UNSAID,
    NEGATED,
    OCCASION_OPENERS,
    PARALLELS,
    SPANS_OF_TIME,
    SPEECHES,
    TO,
    WITHOUT_THAT,
    YET,
)
from quotes.extraction.text.words import Words

_PRONOUNS = ("", "ه", "ها", "هم")
_WITHOUT = frozenset(phrase[0] for phrase in WITHOUT_THAT)
_FIRST_WORDS = (
    CONTRASTS
    | PARALLELS
    | AND_THAT
    | AND_THEN
    | OCCASION_OPENERS
    | _WITHOUT
    | NEGATED
    | {phrase[0] for phrase in AT_THE_TIME | BEFORE_THAT}
)


class ReporterFormulas:
    """Tells in one article where an expression begins after which the reporter speaks."""

    def __init__(
        self, article: Article, words: Words, frames: dict[int, Frame], preposed: set[int]
    ) -> None:
        """``frames`` are those of all cues, by the first token of each; ``preposed`` the tokens
        right before a subject that has its verb behind it.
        """
        self.article = article
        self.words = words
        self.frames = frames
        self.preposed = preposed

    def begins_at(self, index: int) -> bool:
        """Whether such an expression begins here."""
        folded = self.article.folded(index)
        return (folded in _FIRST_WORDS or folded in self.words.lexicon.resumption_starts) and (
            self._opens_contrast(index)
            or self._opens_parallel(index)
            or self._tells_what_follows(index)
            or self._leaves_unsaid(index)
            or self._tells_occasion(index)
            or self._resumes(index)
            or self._goes_on_to_say(index)
            or self._denies_as_well(index)
        )

    def _opens_contrast(self, index: int) -> bool:
        """Whether two words set another's saying against this one: في حين قال, غير أنها رأت.

        "whereas he said, but she thought"
        """
        article = self.article
        following = article.folded(index + 1)
        return (
            article.folded(index) in CONTRASTS
            # الا انه اكد "but he affirmed": with its pronoun it needs no comma.
            and (
                self.article.is_behind_comma(index)
                or following in COMPLEMENTIZERS_WITH_PRONOUN
                # بيد أن مصادر أكدت: but sources affirmed; it needs none, either.
                or article.folded(index) in YET
            )
            and following in BEHIND_CONTRASTS
            # في حين كان الرئيس قد وصف: while the president had described
            and (
                cue_type(self.frames, index + 2) == "verb"
                or index + 2 in self.preposed
                # إلا أن مصدرا في النادي أكد: but a source in the club affirmed
                or (index + 1 in self.preposed and following in COMPLEMENTIZERS)
            )
        )

    def _opens_parallel(self, index: int) -> bool:
        """Whether a connector stands before another's saying: فيما قال, ، لكن الكرملين ندد.

        "while he said", ", but the Kremlin condemned"
        """
        return self.article.folded(index) in PARALLELS and (
            cue_type(self.frames, index + 1) == "verb"
            or (index in self.preposed and self.article.is_behind_comma(index))
        )

    def _tells_what_follows(self, index: int) -> bool:
        """Whether another report is set beside this one in time.

        ، في الوقت الذي أكدت الشركة ", at the time when the company affirmed"; ، قبل أن يستدرك: «…»
        ", before he added: '…'"
        """
        article = self.article
        if index + 3 in self.frames and article.phrase(index, 3) in AT_THE_TIME:
            return True
        if (
            self.article.is_behind_comma(index)
            and article.phrase(index, 2) in AT_A_TIME
            and self.words.is_verb(article, index + 2)
        ):
            # ، في وقت تحذر فيه المنظمة: , at a time when the organisation warns of it
            return True
        if article.phrase(index, 2) not in BEFORE_THAT:
            return False
        following = self.frames.get(index + 2)
        return following is not None and (
            following.kind in ("colon", "that") or self.article.is_behind_comma(index)
        )

    def _goes_on_to_say(self, index: int) -> bool:
        """Whether "then" opens the speaker's next saying: ثم أضاف أن, ثم استطرد قائلا:.

        "then he added that", "then he went on, saying:"
        """
        frame = self.frames.get(index + 1)
        return (
            self.article.folded(index) in AND_THEN
            and frame is not None
            and frame.kind in ("that", "colon", "quotation")
            and frame.reading is not None
            and frame.reading.type == "verb"
            and frame.reading.has(aspect="perfect")
        )

    def _denies_as_well(self, index: int) -> bool:
        """Whether a denied denial is the speaker's next saying: ، ولم يستبعد أن.

        ", and he did not rule out that"
        """
        frame = self.frames.get(index + 1)
        return (
            self.article.folded(index) in NEGATED
            and self.article.folded(index).startswith("و")
            and self.article.is_behind_comma(index)
            and frame is not None
            and frame.reading is not None
            and frame.reading.lemma in DENIALS
        )

    def _leaves_unsaid(self, index: int) -> bool:
        """Whether the reporter tells what he was not told: دون أن يسميهم "without naming them"."""
        article = self.article
        return article.folded(index) in _WITHOUT and any(
            article.phrase(index, length) in WITHOUT_THAT
            and not LEFT_UNSAID.isdisjoint(
                article.folded(index + length).removesuffix(pronoun) for pronoun in _PRONOUNS
            )
            for length in (2, 3)
        )

    def _tells_occasion(self, index: int) -> bool:
        """Whether it is told when something was said: وذلك خلال مؤتمر صحفي.

        "and this at a press conference"
        """
        article, words = self.article, self.words
        if (
            article.folded(index) in IN
            and index - 2 in article.closing
            and article.is_behind_comma(index)
        ):
            # وصفهم بأنهم «خونة»، في خطاب سابق: called them "traitors", in an earlier speech
            return words.in_list(article.folded(index + 1), words.lexicon.occasions)
        if index - 1 in article.closing and article.folded(index) in OCCASION_OPENERS:
            # بأنه "احتيال" في خطاب أمام الجمعية: as "a fraud" in a speech before the assembly
            return article.folded(index + 1) in SPEECHES
        if article.folded(index) not in AND_THAT:
            return False
        if article.folded(index + 1) in AFTER:
            # وذلك بعد أيام من: and this days after; وذلك بعد انتهاء العمل "and this after the work
            # ends" may be among the words.
            counted = index + 2 + (article.folded(index + 2) in ABOUT_SO_MANY)
            return index - 2 in article.closing or article.folded(counted) in SPANS_OF_TIME
        return opens_occasion(article, index + 1, words)

    def _is_other_side(self, index: int) -> bool:
        """Whether the sentence has told of one side, so that this is the other.

        بين الجيش من جهة والشرطة | من جهة أخرى "between the army on the one side and the police | on
        the other"
        """
        article, side = self.article, self.article.folded(index + 1)
        first, _ = article.sentence(index)
        return any(
            first < place < index
            and article.folded(place - 1) == article.folded(index)
            and article.folded(place + 1) != article.folded(index + 2)
            for place in article.places(side)
        )

    def _tells_where_it_stands(self, index: int) -> bool:
        """Whether what could be a comment is told of something: المدينة | في موقف صعب.

        "the city | is in a hard position": a comment stands behind a comma or marks, in front of
        "to", as في إشارة إلى "alluding to", or of a verb, as في خطوة تهدف "a step that aims".
        """
        article, behind = self.article, index + 2
        return (
            article.folded(index) in IN
            and article.folded(index + 1) in COMMENTED_DEEDS
            and not (article.is_behind_comma(index) or index - 1 in article.closing)
            and not (article.folded(behind) in TO or self.words.word(article, behind).facts.is_verb)
        )

    def _resumes(self, index: int) -> bool:
        """Whether a reporter's formula begins here; one of a single word needs a comma before."""
        article, lexicon = self.article, self.words.lexicon
        resumptions = lexicon.resumptions
        if article.folded(index) not in lexicon.resumption_starts:
            return False
        if article.folded(index - 1) in IN_ADDITION:
            # إضافة | إلى ذلك: in addition | to that
            return False
        if self._is_other_side(index) or self._tells_where_it_stands(index):
            return False
        return (
            article.phrase(index, 3) in resumptions
            or article.phrase(index, 2) in resumptions
            or (
                (self.article.is_behind_comma(index) or index - 1 in article.closing)
                and article.phrase(index, 1) in resumptions
            )
        )

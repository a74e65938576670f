"""Stage 3, continued: where a reported clause is over because the reporter speaks again.

He does at a cue (…، مشيراً إلى أن "…, pointing out that"), at a phrase of source (…، وفق تعبيره "…,
as he put it"), and at the expressions with which reporters resume (…، وذلك بعد "…, and this
after"). Where he goes on without any of these is for ``next_clauses``.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.frames import Frame
from quotes.extraction.grammar import (
    ABOUT_SO_MANY,
    AFTER,
    AND_THAT,
    AND_THEN,
    AND_THEN_TO,
    AS,
    AT_A_TIME,
    AT_THE_TIME,
    BEFORE_THAT,
    BEHIND_CONTRASTS,
    COMMAS,
    COMPLEMENTIZERS,
    COMPLEMENTIZERS_WITH_PRONOUN,
    CONTRASTS,
    DENIALS,
    EVEN,
    IN,
    IN_ADDITION,
    IN_WHICH,
    LEFT_UNSAID,
    NEGATED,
    OCCASION_OPENERS,
    ONES_OF_THEM,
    OPENERS_OF_TIME,
    PARALLELS,
    RELATIVES,
    SPANS_OF_TIME,
    SPEECHES,
    SUPPORT_VERBS,
    WITHOUT_THAT,
    YET,
)
from quotes.extraction.parted_clauses import PartedClauses
from quotes.extraction.words import Words
from quotes.model import CueType

_REACH_OF_BY_SAYING = 20
_PRONOUNS = ("", "ه", "ها", "هم")
_WITHOUT = frozenset(phrase[0] for phrase in WITHOUT_THAT)
_FORMULA_WORDS = (
    CONTRASTS
    | PARALLELS
    | AND_THAT
    | AND_THEN
    | OCCASION_OPENERS
    | _WITHOUT
    | NEGATED
    | {phrase[0] for phrase in AT_THE_TIME | BEFORE_THAT}
)


class ReporterReturns:
    """Tells in one article where the reporter's own voice returns."""

    def __init__(
        self, article: Article, words: Words, frames: dict[int, Frame], sources: dict[int, int]
    ) -> None:
        """``frames`` are those of all cues, by the first token of each. ``sources`` are the
        phrases of source: the first token of each, and the one behind it.
        """
        self.article = article
        self.words = words
        self.frames = frames
        self.sources = sources
        self.parted = PartedClauses(article, words, sources)
        self.clauses = {
            article.token_at(frame.start) for frame in frames.values() if frame.kind == "that"
        }
        # Where a connector stands before a subject that has its own verb of saying behind it:
        # لكن الكرملين ندد "but the Kremlin condemned".
        self.preposed = {
            frame.subject.first - 1
            for frame in frames.values()
            if frame.subject is not None and frame.subject.order == "SVO"
        }
        carriers = map(self._carrier_of_saying, frames)
        self.told_by_saying = {verb for verb in carriers if verb is not None}
        self.places = self._all_places()
        """Where the reporter may speak again; nowhere else does he."""

    def _all_places(self) -> set[int]:
        article = self.article
        resuming = article.vocabulary & self.words.lexicon.resumption_starts
        return {
            *self.sources,
            *self.frames,
            *(index - 1 for index in self.frames),
            *(index - 2 for index in self.frames),
            *(index - 3 for index in self.frames),
            *self.told_by_saying,
            *self.preposed,
            *(index + 1 for index in self.preposed),
            *(index - 1 for index in self.preposed),
            *(index for word in resuming for index in article.places(word)),
            *(index + 1 for index in article.closing),
        }

    def at(self, first: int, index: int) -> bool:
        """Whether the reporter speaks again at ``index`` in a clause that begins at ``first``."""
        if index in self.sources:
            return index > first + 1 and not self.parted.goes_on_behind(index)
        if (answer := self._reports(first, index)) is not None:
            return answer
        folded, resuming = self.article.folded(index), self.words.lexicon.resumption_starts
        return (
            ((folded in _FORMULA_WORDS or folded in resuming) and self._begins_formula(index))
            or (self.article.is_behind_comma(index) and self._noun_reports(index))
            or (index - 1 in self.preposed and self.article.opens_half_of_title(index))
        )

    def _begins_formula(self, index: int) -> bool:
        """Whether an expression begins here after which the reporter speaks."""
        return (
            self._opens_contrast(index)
            or self._opens_parallel(index)
            or self._tells_what_follows(index)
            or self._leaves_unsaid(index)
            or self._tells_occasion(index)
            or self._resumes(index)
            or self._goes_on_to_say(index)
            or self._denies_as_well(index)
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

    def _cue_type(self, index: int) -> CueType | None:
        """The part of speech of the cue that begins at a token, if one does."""
        frame = self.frames.get(index)
        return frame.reading.type if frame is not None and frame.reading is not None else None

    def _reports(self, first: int, index: int) -> bool | None:
        """Whether the cue here is the reporter's; None where its form alone does not tell."""
        frame = self.frames.get(index)
        if frame is None or frame.reading is None or frame.opener < index:
            return None
        by_saying = frame.reading.is_of_saying and frame.reading.has_by
        if frame.reading.type == "participle" or by_saying:
            # رحب | بالقرار | معتبرا أنه مهم: what is a single noun is whole.
            return index > first + (first in self.clauses)
        if frame.reading.type != "verb":
            return None
        if frame.cue.conjunction:
            return True
        if self.article.folded(frame.cue.last) in IN_WHICH:
            # أطلق نداء، دعا فيه: he issued an appeal in which he called for
            return None
        if self.article.is_behind_comma(index):
            # ، يقول الباحث: «…» ", says the researcher: …": what has a colon of its own is another
            # saying.
            again = (
                frame.reading.has(aspect="perfect")
                or frame.kind == "colon"
                # ، ليرد ممثل النيابة بأن: , whereupon the prosecutor answered that
                or (
                    frame.kind == "that"
                    and frame.subject is not None
                    and self.article.folded(index).startswith(AND_THEN_TO)
                )
            )
            # إن أوساط الاستخبارات، أكدت "that intelligence circles, affirmed": the clause lacks its
            # verb.
            return again and not self._lacks_verb(first, index - 1)
        return None

    def _lacks_verb(self, first: int, comma: int) -> bool:
        """Whether a reported clause up to a comma has no verb yet, which then follows."""
        return first in self.clauses and (
            self._is_only_time(first, comma) or self._is_only_subject(first, comma)
        )

    def _is_only_time(self, first: int, comma: int) -> bool:
        """Whether it only tells when: أنه قبيل وفاته في مايو الماضي، حث والده.

        "that shortly before his death last May, his father urged"
        """
        article = self.article
        return (
            article.folded(first) in COMPLEMENTIZERS_WITH_PRONOUN
            # إنه حتى قبل رفع الحظر، أعلنت: that even before the ban was lifted, … announced
            and article.folded(first + 1 + (article.folded(first + 1) in EVEN)) in OPENERS_OF_TIME
            and not any(self.words.is_verb(article, n) for n in range(first + 1, comma))
        )

    def _is_only_subject(self, first: int, comma: int) -> bool:
        """Whether it is only a definite noun phrase, with a relative clause or an aside behind it.

        أن المدرب الذي جدد عقده، أكد "that the coach, whose contract was renewed, affirmed"; أن
        الوزير، بعد لقاء نظيره، أكد "that the minister, after meeting his counterpart, affirmed"
        """
        article, words = self.article, self.words
        end = next((n for n in range(first + 1, comma) if self._ends_phrase(n)), comma)
        # شركات أمريكية، منها إكسون موبيل، أبدت: American companies, among them …, showed
        partitive = article.folded(end + 1) in ONES_OF_THEM
        if not (partitive or words.is_definite(article, end - 1)) or any(
            words.may_be_verb(article, n) or words.is_preposition(article, n)
            for n in range(first + 1, end)
        ):
            return False
        behind = range(end + 1, comma)
        if article.folded(end) in RELATIVES:
            return not any(article.tokens[n].text in COMMAS for n in behind)
        return not any(words.may_be_verb(article, n) for n in behind)

    def _ends_phrase(self, index: int) -> bool:
        return self.article.folded(index) in RELATIVES or self.article.tokens[index].text in COMMAS

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
                self._cue_type(index + 2) == "verb"
                or index + 2 in self.preposed
                # إلا أن مصدرا في النادي أكد: but a source in the club affirmed
                or (index + 1 in self.preposed and following in COMPLEMENTIZERS)
            )
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

    def _noun_reports(self, index: int) -> bool:
        """Whether a noun does the reporting, behind a comma and perhaps a verb with و.

        ، بقوله: «…» ", by saying: '…'"; ، وجدد التأكيد على ", and he renewed the affirmation of"; ،
        وعلق على ذلك بالقول ", and he commented on it by saying"
        """
        if index in self.told_by_saying:
            return True
        if self._cue_type(index) == "noun":
            frame = self.frames[index]
            assert frame.reading is not None
            # قوله إن …، وتأكيده أن: his saying that …, and his affirming that
            affirms = frame.kind == "that" and frame.cue.conjunction == "و"
            return frame.kind == "colon" or (affirms and frame.reading.enclitic)
        folded = self.article.folded(index)
        return (
            folded.startswith("و")
            and folded[1:] in SUPPORT_VERBS
            and self._cue_type(index + 1) == "noun"
        )

    def _carrier_of_saying(self, cue: int) -> int | None:
        """The verb with و behind a comma whose content the noun at ``cue`` has, if there is one.

        ، وعلق على ذلك بالقول "and commented on that by saying", ، ونقلت عن رئيس البلدية قوله "and
        quoted the mayor as saying"
        """
        article, reading = self.article, self.frames[cue].reading
        if reading is None or reading.type != "noun" or not reading.is_of_saying:
            return None
        subject = self.frames[cue].subject
        quoted = reading.enclitic and subject is not None and subject.order == "source"
        if not (reading.has_by_and_article or quoted):
            return None
        first, _ = article.sentence(cue)
        for index in range(cue - 1, max(first, cue - _REACH_OF_BY_SAYING), -1):
            if index in self.frames:
                return None
            as_well = article.folded(index - 1) in AS and article.is_behind_comma(index - 1)
            if self.words.is_verb(article, index) and (
                as_well
                or (article.is_behind_comma(index) and article.folded(index).startswith("و"))
            ):
                return index - as_well
        return None

    def _opens_parallel(self, index: int) -> bool:
        """Whether a connector stands before another's saying: فيما قال, ، لكن الكرملين ندد.

        "while he said", ", but the Kremlin condemned"
        """
        return self.article.folded(index) in PARALLELS and (
            self._cue_type(index + 1) == "verb"
            or (index in self.preposed and self.article.is_behind_comma(index))
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
        return article.folded(index + 1) in OCCASION_OPENERS and words.in_list(
            article.folded(index + 2), words.lexicon.occasions
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
        return (
            article.phrase(index, 3) in resumptions
            or article.phrase(index, 2) in resumptions
            or (
                (self.article.is_behind_comma(index) or index - 1 in article.closing)
                and article.phrase(index, 1) in resumptions
            )
        )

"""Whether a participle describes the telling.

مؤكداً أن "confirming that" does; مصادر مؤكدة "sure sources" and كان طالباً "was a student" do not.
The accusative, a comma, or its own content right behind it show that it is no plain adjective or
noun.
"""

from __future__ import annotations

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.frames.frame import Frame
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    BE,
    BECOMING,
    HIM,
    IN_CAPACITY_OF,
    SAYING,
    THREATENING,
    WAS_I_OR_YOU,
    WHAT,
)
from quotes.extraction.text.marks import CLAUSE_MARKS
from quotes.extraction.text.participle_forms import FEMININE
from quotes.extraction.text.words import Words

_BE_OR_BECOME = BE | BECOMING
_YEARS = range(1900, 2100)


class ParticipleConditions:
    """Tells in one article which participles describe the telling."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words

    def fits(self, frame: Frame) -> bool:
        """Whether the frame is enough to take a participle for a cue."""
        article, cue, reading = self.article, frame.cue, frame.reading
        assert reading is not None
        if (
            self._says_what_somebody_is(cue)
            or self._is_in_danger(frame)
            or self._is_counted(cue.first, frame)
            or self._is_whoever_speaks(frame)
        ):
            return False
        if frame.kind == "colon" and cue.first == article.sentence(cue.first)[0]:
            # مفتي أوغندا: "the mufti of Uganda:", which is also "giving a legal opinion"
            return article.folded(cue.first) not in self.words.lexicon.roles
        if reading.has(case="accusative") or article.folded(cue.first) in SAYING:
            return True
        if article.folded(cue.first).endswith("ون"):
            # وقال مدعون "prosecutors said": the nominative is a subject.
            return False
        if article.folded(cue.last) in HIM:
            # واصفة إياه بـ: describing it as
            return True
        near = frame.opener <= cue.last + 1
        if self._opens_clause(cue):
            return near or frame.kind != "quotation"
        if self._denies_what(frame) or self._goes_on_in_oblique(frame):
            return True
        if not near or frame.kind not in ("that", "nominal") or self._is_adjective(cue.first):
            return False
        if "s" not in reading.numbers:
            return frame.opener == cue.last
        # مطالبة بأن "called upon to" may be said of somebody; معتبرة أنه "holding that it" may not.
        return frame.kind == "that" and not article.folded(frame.opener).startswith("ب")

    def _says_what_somebody_is(self, cue: CueCandidate) -> bool:
        """Whether it is what somebody is: بصفته مدافعا, كان الزهراني طالبا, لم يكن متوقعا.

        "as a defender, al-Zahrani was a student, it was not expected"
        """
        before = {self.article.folded(cue.first - back) for back in (1, 2)}
        if self.article.folded(cue.first - 1) in WAS_I_OR_YOU:
            # ولا زلت متذكرا: and I still remember
            return True
        return self.article.folded(cue.first - 1) in IN_CAPACITY_OF or (
            not cue.conjunction and not before.isdisjoint(_BE_OR_BECOME)
        )

    def _is_in_danger(self, frame: Frame) -> bool:
        """Whether an indefinite thing before is threatened: طائرا مهددا بالانقراض.

        "a bird threatened with extinction"
        """
        before, reading = self.article.tokens[frame.cue.first - 1], frame.reading
        return (
            reading is not None
            and reading.lemma in THREATENING
            and frame.kind == "nominal"
            and not frame.cue.conjunction
            and before.facts.is_accusative
        )

    def _is_counted(self, index: int, frame: Frame) -> bool:
        """Whether a number stands right before: 30 طالبا "30 students", خمسة متهمين.

        "five accused"; behind a year somebody goes on: صيف 2026 متوقعا زيادة "the summer of 2026,
        expecting an increase".
        """
        before = self.article.tokens[index - 1] if index else None
        if before is None:
            return False
        digits = before.kind == "number" and frame.kind != "that" and not _is_year(before.text)
        return digits or "number" in before.facts.classes

    def _is_whoever_speaks(self, frame: Frame) -> bool:
        """Whether it is the subject of the verb before: قالت طالبة إن, أضافت كاتبة لبنانية أن.

        "a student said that, a Lebanese writer added that"
        """
        article, cue = self.article, frame.cue
        before = article.tokens[cue.first - 1]
        return (
            before.may_be_cue
            and before.facts.is_verb
            and self.words.is_head(article.folded(cue.first))
            and article.folded(cue.first).endswith(FEMININE)
            and frame.kind in ("that", "colon", "quotation")
            and all(
                self.words.is_adjective(article, index) for index in range(cue.last, frame.opener)
            )
        )

    def _opens_clause(self, cue: CueCandidate) -> bool:
        """Whether it stands behind a mark that ends a clause, or at the head of its sentence."""
        article = self.article
        return (
            cue.first == 0
            or article.tokens[cue.first - 1].text in CLAUSE_MARKS
            or (cue.first == article.sentence(cue.first)[0] and not cue.conjunction)
        )

    def _denies_what(self, frame: Frame) -> bool:
        """Whether ما follows as its object: نافية ما تم تداوله.

        "denying what has been going round"
        """
        return (
            frame.kind == "object"
            and frame.opener == frame.cue.last
            and self.article.folded(frame.opener) in WHAT
        )

    def _goes_on_in_oblique(self, frame: Frame) -> bool:
        """Whether those who spoke go on without a comma: عن المعتاد مؤكدين ضرورة الرقابة.

        "beyond the usual, stressing the need for control": behind a definite noun an indefinite
        plural in the oblique is no adjective.
        """
        article, words, first = self.article, self.words, frame.cue.first
        opener = article.tokens[frame.opener].facts
        singular = "p" not in words.info(article, first - 1).numbers
        return (
            frame.kind == "object"
            and frame.opener == frame.cue.last
            and article.folded(first).endswith("ين")
            and "s" not in words.info(article, first).numbers
            and (words.is_definite(article, first - 1) or words.is_name(article, first - 1))
            # شارك الأهالي مبدين سعادتهم: the people took part, showing their joy
            and (singular or opener.has_enclitic)
        )

    def _is_adjective(self, index: int) -> bool:
        """Whether it is the adjective of an indefinite noun: مصادر مؤكدة "sure sources".

        The circumstance (ḥāl) has a definite owner (Ryding 2005).
        """
        article, words, before = self.article, self.words, index - 1
        info = words.info(article, before)
        if article.folded(index).endswith("ين") and info.numbers == {"s"}:
            # من كل عام مطالبين: of every year, demanding
            return False
        if article.folded(index).endswith(FEMININE) and (
            words.is_accusative(article, before)
            or (info.numbers == {"s"} and info.genders == {"m"})
        ):
            # سيوفر المياه يوميا لافتة إلى أن: will provide water daily, pointing out that
            return False
        return (
            words.is_nominal(article, before)
            and not words.is_definite(article, before)
            and not words.is_name(article, before)
        )


def _is_year(number: str) -> bool:
    return number.isdecimal() and int(number) in _YEARS

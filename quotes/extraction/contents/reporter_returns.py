"""Where a reported clause is over because the reporter speaks again.

He does at a cue (…، مشيراً إلى أن "…, pointing out that"), at a phrase of source (…، وفق تعبيره "…,
as he put it"), and at the expressions that ``reporter_formulas`` knows. Where he goes on without
any of these is for ``next_clauses``.
"""

from __future__ import annotations

from quotes.extraction.contents.parted_clauses import PartedClauses
from quotes.extraction.contents.reporter_formulas import ReporterFormulas
from quotes.extraction.frames.frame import Frame, cue_type
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    AND_THEN_TO,
    AS,
    COMPLEMENTIZERS_WITH_PRONOUN,
    EVEN,
    IN_WHICH,
    ONES_OF_THEM,
    OPENERS_OF_TIME,
    RELATIVES,
    SUPPORT_VERBS,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words

_REACH_OF_BY_SAYING = 20
_REACH_OF_FIRST_VERB = 4


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
        self.told_in_perfect = {
            article.token_at(frame.start)
            for frame in frames.values()
            if frame.kind == "that" and frame.reading and frame.reading.has(aspect="perfect")
        }
        # Where a connector stands before a subject that has its own verb of saying behind it:
        # لكن الكرملين ندد "but the Kremlin condemned".
        self.preposed = {
            frame.subject.first - 1
            for frame in frames.values()
            if frame.subject is not None and frame.subject.order == "SVO"
        }
        self._formulas = ReporterFormulas(article, words, frames, self.preposed)
        carriers = map(self._carrier_of_saying, frames)
        self.told_by_saying = {verb for verb in carriers if verb is not None}
        self.places = self._all_places()
        """Where the reporter may speak again; nowhere else does he."""

    def _all_places(self) -> set[int]:
        """All tokens at which the reporter may return, so that no others need be asked about."""
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
        return (
            self._formulas.begins_at(index)
            or (self.article.is_behind_comma(index) and self._noun_reports(index))
            or (index - 1 in self.preposed and self.article.opens_half_of_title(index))
        )

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
            return not self._is_said_besides(first, frame)
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

    def _is_said_besides(self, first: int, frame: Frame) -> bool:
        """Whether the clause goes on with a verb like its own: قال إنه يؤيد المطالب ويعبر عن دعمه.

        "he said that he backs the demands and expresses his support": who reports in the perfect
        does not go on in the imperfect without a comma.
        """
        article, index = self.article, frame.cue.first
        verb = article.tokens[index].folded[len(frame.cue.conjunction) :]
        return (
            first in self.told_in_perfect
            and not article.is_behind_comma(index)
            and frame.kind in ("that", "nominal", "object")
            and (frame.subject is None or frame.subject.order == "SVO")
            and "imperfect" in article.tokens[index].facts.classes
            and any(
                "imperfect" in article.tokens[n].facts.classes and article.folded(n)[0] == verb[0]
                for n in range(first, min(index, first + _REACH_OF_FIRST_VERB))
            )
        )

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
        """Whether a comma or a relative pronoun ends the noun phrase before it."""
        return self.article.folded(index) in RELATIVES or self.article.tokens[index].text in COMMAS

    def _noun_reports(self, index: int) -> bool:
        """Whether a noun does the reporting, behind a comma and perhaps a verb with و.

        ، بقوله: «…» ", by saying: '…'"; ، وجدد التأكيد على ", and he renewed the affirmation of"; ،
        وعلق على ذلك بالقول ", and he commented on it by saying"
        """
        if index in self.told_by_saying:
            return True
        if cue_type(self.frames, index) == "noun":
            frame = self.frames[index]
            assert frame.reading is not None
            # قوله إن …، وتأكيده أن: his saying that …, and his affirming that
            affirms = frame.kind == "that" and frame.cue.conjunction == "و"
            return frame.kind == "colon" or (affirms and frame.reading.enclitic)
        folded = self.article.folded(index)
        return (
            folded.startswith("و")
            and folded[1:] in SUPPORT_VERBS
            and cue_type(self.frames, index + 1) == "noun"
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

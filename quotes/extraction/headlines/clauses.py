"""What stands between the speaker of a headline and its colon: occasions, addressees, deeds.

الوزير بعد لقاء السفير: … (the minister after meeting the ambassador: …); المدرب يدافع عن حارسه: …
(the coach defends his keeper: …)
"""

from __future__ import annotations

from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.headlines.halves import HeadlineHalves
from quotes.extraction.headlines.speakers import HeadlineSpeakers
from quotes.extraction.headlines.topics import HeadlineTopics
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.grammar import (
    ACCOUNTS,
    AFTER,
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    FIRSTS,
    IN,
    NAMES_WITHHELD,
    PLATFORMS,
    SETTING_TOPICS,
    SUPERLATIVES,
)
from quotes.extraction.text.marks import COMMAS


class HeadlineClauses:
    """Tells whether what follows a name goes with it, in the headlines of one article."""

    def __init__(
        self,
        phrases: NounPhrases,
        contents: ContentFinder,
        speakers: HeadlineSpeakers,
        halves: HeadlineHalves,
        topics: HeadlineTopics,
    ) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.contents = contents
        self.speakers = speakers
        self.halves = halves
        self.topics = topics

    def goes_with(self, speaker: Subject, colon: int) -> bool:
        """Whether nothing stands between a noun phrase and a colon but what goes with a name."""
        first, end = speaker.first, speaker.last
        return (
            self._is_bracketed(end, colon)
            or self._tells_occasion(end, colon)
            or self._tells_deed(first, self._verb(end, colon), colon)
            or self._wants_no_name(first, end, colon)
        )

    def governs(self, index: int, colon: int) -> bool:
        """Whether a cue stands here to which the words behind the colon may belong.

        A verb whose complement is a noun phrase before the colon has what it needs: سلوت يدافع عن
        صلاح: «…» (Slot defends Salah: "…").
        """
        frame = self.contents.frames.get(index)
        return frame is not None and not (
            (frame.is_nominal or frame.quotation is not None)
            and frame.opener < colon
            and self.article.paragraph_of[index] == 0
        )

    def before_occasion(self, end: int, colon: int) -> int:
        """The token before which the speaker of a list ends: الرئيس، | في كلمة خلال الحفل:.

        "The president, | in a speech at the ceremony:", or ``end`` where no such thing follows
        """
        article = self.article
        return next(
            (
                index
                for index in range(end, colon - 1)
                if article.tokens[index].text in COMMAS and article.folded(index + 1) in IN
            ),
            end,
        )

    def _is_bracketed(self, first: int, colon: int) -> bool:
        """Whether only what stands in brackets parts a name and its colon: سعاد (52 عاما):.

        "Suad (52 years):"
        """
        tokens = self.article.tokens
        return (
            tokens[first].text == "("
            and first < colon - 1
            and all(tokens[n].text != ")" for n in range(first, colon - 1))
            and tokens[colon - 1].text == ")"
        )

    def _tells_occasion(self, first: int, colon: int) -> bool:
        """Whether words behind the name tell whom or what it answers: فلان رداً على منتقديه.

        "So-and-so in answer to his critics"
        """
        article, words = self.article, self.words
        if article.folded(first).startswith("ل") or article.folded(first + 1) in ACCOUNTS:
            # أدرعي على إكس: Adraee on X
            return True
        if (first + 1 in article.opening and article.folded(first + 2) in ACCOUNTS) or (
            words.in_list(article.folded(first + 1), PLATFORMS)
        ):
            # أدرعي عبر «إكس», عبر منصة «إكس»: Adraee through "X", through the platform "X"
            return True
        if self.halves.joins_another(first, colon):
            # غارات على البقاع وعون: raids on the Bekaa, and Aoun: …
            return False
        occasion = first + (article.tokens[first].text in COMMAS)
        return (
            words.is_preposition(article, occasion)
            or words.is_accusative(article, first)
            # إنزاغي بعد ثلاثية النصر: Inzaghi after three goals against Al-Nassr
            or article.folded(occasion) in AFTER | SETTING_TOPICS
        ) and not any(
            words.is_verb(article, index) or article.folded(index) in COMPLEMENTIZERS
            for index in range(first, colon)
        )

    def _wants_no_name(self, first: int, end: int, colon: int) -> bool:
        """Whether the holder of an office wants no name: سائق طلب عدم ذكر اسمه: ….

        "a driver who asked not to be named"
        """
        return self.words.is_role(self.article.folded(first)) and not NAMES_WITHHELD.isdisjoint(
            self.article.words[end:colon]
        )

    def _tells_deed(self, first: int, verb: int, colon: int) -> bool:
        """Whether a headline's clause stands before what its subject said: فلان يرد على كذا: "…".

        Behind any verb the words stand between marks, or of somebody who speaks below; a verb of
        saying needs neither.
        """
        article, words = self.article, self.words
        return (
            article.paragraph_of[first] == 0
            and self.phrases.names_source(first)
            and not self.halves.joins_another(verb, colon)
            and (
                "imperfect" in words.info(article, verb).classes
                or (
                    words.info(article, verb).classes == {"perfect"}
                    and article.folded(colon + 1) in CLAUSE_STARTS
                )
            )
            and (self._begins_speech(colon + 1) or self._speaks(first, verb))
            and not any(
                article.folded(index) in COMPLEMENTIZERS or self.governs(index, colon)
                for index in range(verb, colon)
            )
        )

    def _begins_speech(self, index: int) -> bool:
        """Whether what stands behind a colon is speech by its marks or by its first word."""
        article = self.article
        return (
            index in article.opening
            or article.folded(index) in CLAUSE_STARTS
            or self.topics.is_of_us(index, index + 1)
        )

    def _speaks(self, first: int, verb: int) -> bool:
        """Whether somebody speaks: by the verb behind him, or in the text."""
        return self.article.tokens[verb].may_be_cue or self.speakers.speaks_below(first, verb)

    def _verb(self, end: int, colon: int) -> int:
        """The token behind a speaker, and behind what sets him apart: ياغي أول سعودي | يتوج.

        "Yaghi, the first Saudi to | be crowned"
        """
        stands_out = self.article.folded(end) in SUPERLATIVES | FIRSTS
        return self.phrases.end(end, colon) if stands_out else end

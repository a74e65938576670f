"""The halves of a headline: where a later one begins, where each ends, where its colon is.

الوزير: الاتفاق قريب.. والمدير: لا تأجيل ("the minister: the agreement is near.. and the director:
no delay")
"""

from __future__ import annotations

from bisect import bisect_right

from quotes.extraction.frames.listed_items import items_behind
from quotes.extraction.headlines.labels import is_behind_place
from quotes.extraction.headlines.speakers import HeadlineSpeakers
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.attached_prepositions import past_outlet
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import AFTER, BE
from quotes.extraction.text.marks import COMMAS

LONGEST_NAME = 12
"""In words, what can stand before a colon."""
_LONGEST_OCCASION = 20
_LONGEST_OUTLET = 5
_LONGEST_JOINED = 4
_HALVES = frozenset({"..", "...", "…", "؛", "؟", "!", "|"})
_DASHES = frozenset("-–—|/")


class HeadlineHalves:
    """Tells the halves of the headlines of one article."""

    def __init__(self, phrases: NounPhrases, speakers: HeadlineSpeakers) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.speakers = speakers

    def later_starts(self, first: int, last: int) -> list[int]:
        """Where the next speaker of a headline begins: … والقاهرة: لا تنازل.

        "… and Cairo: no concession"
        """
        tokens = self.article.tokens
        behind_marks = [
            # .. و«الدفاع المدني»: …: .. and "Civil Defence": …
            index + 1 + (tokens[index + 1].folded == "و")
            for index in range(first + 1, last - 2)
            if tokens[index].text in _HALVES
            and tokens[index + 1].is_word
            and not is_behind_place(self.article, index)
        ]
        behind_marks += [
            index + 1 for index in range(first + 1, last - 2) if self._parts_speakers(index, last)
        ]
        # بعد احتجاز الناقلة، وترامب: …; غارات على البقاع وعون: …
        # (after the tanker was seized, and Trump: …; raids on the Bekaa, and Aoun: …)
        colons = [index for index in range(first + 2, last - 1) if tokens[index].text == ":"]
        before_colons = [
            start for colon in colons if (start := self._joined_before(first, colon)) is not None
        ]
        if self.words.is_preposition(self.article, first) or self.article.folded(first) in AFTER:
            # بعد الهزيمة، المدرب: … (after the defeat, the coach: …)
            behind_marks += [
                index + 1 for index in range(first + 1, last - 2) if tokens[index].text in COMMAS
            ]
        joined = [
            start
            for colon in colons
            if (start := self.phrases.joined_source_before(colon)) is not None
        ]
        return behind_marks + before_colons + joined

    def phrase_end(self, first: int, limit: int) -> int:
        """The token behind the noun phrase of a speaker, who may look like a verb: حنا Hanna."""
        end = self.phrases.end(first, limit)
        if first < end < limit and self.article.folded(end) in self.words.lexicon.given_names:
            return self.phrases.end(first, limit, after_verb=True)
        return end

    def joins_another(self, first: int, colon: int) -> bool:
        """Whether another speaker than the first stands between ``first`` and a colon."""
        return self._joined_before(first, colon) is not None

    def _joined_before(self, first: int, colon: int) -> int | None:
        """Where a speaker begins whom "and" joins to a clause and who reaches the colon, or None.

        الهيئة تتدخل ومسؤول أمريكي: … (the authority intervenes, and an American official: …)
        """
        if self.speakers.joins_speaker(colon - 1) or self.phrases.joins_by_form(colon - 1):
            return colon - 1
        for start in range(colon - 1, max(first, colon - _LONGEST_JOINED) - 1, -1):
            if self._joins_office(start, colon) and self.phrases.end(start, colon) == colon:
                return start
        return None

    def _joins_office(self, index: int, colon: int) -> bool:
        """Whether "and" is written onto an office of somebody unnamed, or a body that speaks."""
        article, words, folded = self.article, self.words, self.article.folded(index)
        head = folded[1:]
        if not folded.startswith("و") or words.is_head(folded) != words.is_head(head):
            return False
        if article.paragraph_of[index] > 0:
            # … وآخرون: "and others:", in a line below the title
            return article.tokens[index].facts.is_nominative_plural
        if head in words.lexicon.roles or head in words.lexicon.unnamed:
            # ومسؤول أمريكي: "and an American official:"; not ورئيس البلدية "and the mayor"
            return not any(map(has_article, article.words[index + 1 : colon]))
        return (
            # … والمركز الوطني للأرصاد: "and the National Centre of Meteorology:"
            article.paragraph_of[index] == 0
            and has_article(folded)
            and words.is_organisation(folded)
            and self.speakers.speaks_below(index, colon)
        )

    def begins(self, index: int) -> bool:
        """Whether a mark stands here behind which a line goes on with something else."""
        mark = self.article.tokens[index].text
        return mark == "." or (mark in _HALVES and self.article.folded(index + 1).startswith("و"))

    def colon(self, first: int, last: int) -> int | None:
        """The colon of the half that begins at ``first``, or None."""
        end = min(last, first + _LONGEST_OCCASION + 1)
        colons = self.article.places(":")
        near = bisect_right(colons, first)
        if near == len(colons) or colons[near] >= end:
            return None
        colon = colons[near]
        behind = self.article.words[first + 1 : colon]
        if BE.isdisjoint(behind) and items_behind(self.article, colon) is not None:
            # وزير الخارجية في مؤتمر صحفي مع نظيره بأنقرة: "the foreign minister at a press
            # conference with his colleague in Ankara:", and a list of what he said
            return colon
        return colon if len(behind) <= LONGEST_NAME and colon + 1 < last else None

    def end(self, start: int, last: int) -> int:
        """The headline's end, without the outlet's name that page titles carry behind a dash."""
        tokens = self.article.tokens
        for index in range(start + 2, last):
            token = tokens[index]
            if token.text in _HALVES and self._begins_next_half(index + 1, last):
                return index
            if self._parts_speakers(index, last):
                return index
            if self._joins_reporter(index):
                return index
            if (
                token.text in _DASHES
                and not self.article.is_glued(index)
                and (
                    self._may_be_outlet(index + 1, last)
                    or self.words.is_organisation(self.article.folded(index + 1))
                )
            ):
                return index
        return last

    def _parts_speakers(self, index: int, last: int) -> bool:
        """Whether a mark in the title stands before the next speaker and his colon.

        عون: الجيش يحمي لبنان - سلام: لا سلاح خارج الدولة
        (Aoun: the army protects Lebanon - Salam: no weapons outside the state)
        """
        article, mark = self.article, self.article.tokens[index].text
        if article.paragraph_of[index] > 0 or article.quotation_at[index] != -1:
            return False
        if not (
            mark in _HALVES or mark in COMMAS or (mark in _DASHES and not article.is_glued(index))
        ):
            return False
        first = index + 1
        colon = self.colon(first, last) if first + 1 < last else None
        return (
            colon is not None
            and self.phrases.starts(first)
            and self.phrases.names_source(first)
            and (end := self.phrase_end(first, colon)) > first
            # - مصدر طبي للجزيرة: - a medical source to Al Jazeera:
            and (end == colon or past_outlet(article, end) == colon)
            and self.speakers.can_name(first, end)
        )

    def _may_be_outlet(self, first: int, last: int) -> bool:
        """Whether the few words behind a dash can name an outlet: no clause does."""
        return last - first < _LONGEST_OUTLET and not any(
            self.article.tokens[index].facts.classes == {"imperfect"}
            for index in range(first, last)
        )

    def _joins_reporter(self, index: int) -> bool:
        """Whether "and" joins whoever says something else: … ومراقبون يستبعدون, وغروسي يطلب.

        "and observers rule out", "and Grossi, who speaks below, demands"
        """
        article = self.article
        behind = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
        return (
            article.quotation_at[index] == -1
            and behind is not None
            and behind.may_be_cue
            and "imperfect" in behind.facts.classes
            and article.folded(index).startswith("و")
            and (
                (
                    article.tokens[index].facts.is_nominative_plural
                    and not has_article(article.folded(index))
                )
                or (
                    self.speakers.joins_speaker(index)
                    and self.speakers.speaks_below(index, index + 1)
                )
            )
        )

    def _begins_next_half(self, first: int, last: int) -> bool:
        """Whether another speaker follows with a verb or a colon: .. وكونسيساو يتذمر من الفار.

        ".. and Conceição grumbles at the video referee"
        """
        if first >= last or not self.article.folded(first).startswith("و"):
            return False
        if self.article.folded(first) == "و":
            # .. و«الدفاع المدني» يحذر: .. and "Civil Defence" warns
            first += 1
        joined = self.speakers.joins_speaker(first)
        if joined and self.article.folded(first + 1) == ":":
            # .. وروته: موسكو تهذي: .. and Rutte, who looks like "narrated it": Moscow raves
            return True
        if not self.phrases.starts(first) or self.words.speaks_of_self(self.article, first):
            return False
        if joined and self.speakers.speaks_below(first, first + 1):
            # .. وغروسي قلق: .. and Grossi is worried
            return True
        end = self.phrase_end(first, last)
        if not first < end < last:
            return False
        token = self.article.tokens[end]
        return (
            token.text == ":"
            or token.may_be_cue
            # .. وزيلينسكي يتمسك بالأراضي: .. and Zelensky holds on to the land
            or (
                token.facts.classes == {"imperfect"}
                and end == first + 1
                and not has_article(self.article.folded(first).removeprefix("و"))
            )
            or (
                token.folded.startswith("ل")
                and self.colon(end, min(last, end + _LONGEST_OUTLET + 2)) is not None
            )
        )

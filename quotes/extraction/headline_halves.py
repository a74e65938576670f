"""The halves of a headline: where a later one begins, where each ends, where its colon is.

الوزير: الاتفاق قريب.. والمدير: لا تأجيل ("the minister: the agreement is near.. and the director:
no delay")
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.grammar import BE, has_article
from quotes.extraction.headline_speakers import HeadlineSpeakers
from quotes.extraction.listed_items import items_behind
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.words import Words

LONGEST_NAME = 12
"""In words, what can stand before a colon."""
_LONGEST_OCCASION = 20
_LONGEST_OUTLET = 5
_HALVES = frozenset({"..", "...", "…", "؛", "؟", "!", "|"})


class HeadlineHalves:
    """Tells the halves of the headlines of one article."""

    def __init__(
        self, article: Article, words: Words, phrases: NounPhrases, speakers: HeadlineSpeakers
    ) -> None:
        self.article = article
        self.words = words
        self.phrases = phrases
        self.speakers = speakers

    def later_starts(self, first: int, last: int) -> list[int]:
        """Where the next speaker of a headline begins: … والقاهرة: لا تنازل."""
        tokens = self.article.tokens
        behind_marks = [
            # .. و«الدفاع المدني»: …: .. and "Civil Defence": …
            index + 1 + (tokens[index + 1].folded == "و")
            for index in range(first + 1, last - 2)
            if tokens[index].text in _HALVES and tokens[index + 1].is_word
        ]
        # بعد احتجاز الناقلة، وترامب: …; غارات على البقاع وعون: …
        # (after the tanker was seized, and Trump: …; raids on the Bekaa, and Aoun: …)
        colons = [index for index in range(first + 2, last - 1) if tokens[index].text == ":"]
        before_colons = [colon - 1 for colon in colons if self.speakers.joins_speaker(colon - 1)]
        joined = [
            start
            for colon in colons
            if (start := self.phrases.joined_source_before(colon)) is not None
        ]
        return behind_marks + before_colons + joined

    def colon(self, first: int, last: int) -> int | None:
        behind = self.article.words[first + 1 : min(last, first + _LONGEST_OCCASION + 1)]
        if ":" not in behind:
            return None
        length = behind.index(":")
        colon = first + 1 + length
        if BE.isdisjoint(behind[:length]) and items_behind(self.article, colon) is not None:
            # وزير الخارجية في مؤتمر صحفي مع نظيره بأنقرة: "the foreign minister at a press
            # conference with his colleague in Ankara:", and a list of what he said
            return colon
        return colon if length <= LONGEST_NAME and colon + 1 < last else None

    def end(self, start: int, last: int) -> int:
        """The headline's end, without the outlet's name that page titles carry behind a dash."""
        tokens = self.article.tokens
        for index in range(start + 2, last):
            token = tokens[index]
            if token.text in _HALVES and self._begins_next_half(index + 1, last):
                return index
            if (
                token.text in "-–—|"
                and not self.article.is_glued(index)
                and (
                    last - index <= _LONGEST_OUTLET
                    or self.words.is_organisation(self.article.folded(index + 1))
                )
            ):
                return index
        return last

    def _begins_next_half(self, first: int, last: int) -> bool:
        """Whether another speaker follows with a verb or a colon: .. وكونسيساو يتذمر من الفار."""
        if first >= last or not self.article.folded(first).startswith("و"):
            return False
        if self.article.folded(first) == "و":
            # .. و«الدفاع المدني» يحذر: .. and "Civil Defence" warns
            first += 1
        if not self.phrases.starts(first):
            return False
        end = self.phrases.end(first, last)
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
                and self.colon(end, min(last, end + _LONGEST_OUTLET)) is not None
            )
        )

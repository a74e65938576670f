"""Whom a headline names before its colon, as the text below tells.

A headline has room for little of a name: the surname, the field of a body, a word with و "and".
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.contents import ContentFinder
from quotes.extraction.grammar import without_article
from quotes.extraction.name_words import is_odd_name
from quotes.extraction.words import Words

_SHORTEST_NAMING_WORD = 4


class HeadlineSpeakers:
    """Tells speakers in the headlines of one article by their names and by the text below."""

    def __init__(self, article: Article, words: Words, contents: ContentFinder) -> None:
        self.article = article
        self.words = words
        self.contents = contents
        self._named: dict[str, list[int]] = {}
        self._words_of_speakers: frozenset[str] | None = None

    def head(self, first: int) -> str:
        """The first word of a name, without the و that joins it to another half."""
        folded = self.article.folded(first)
        return folded[1:] if self.joins_speaker(first) else folded

    def joins_speaker(self, index: int) -> bool:
        """Whether "and" is written onto a surname or an office: وترامب "and Trump"."""
        folded = self.article.folded(index)
        return folded.startswith("و") and (
            self.article.is_surname(folded[1:])
            or self._is_named_below(index, folded[1:])
            or self._names_speaker_below(index, folded[1:])
            or (self.words.is_head(folded[1:]) and not self.words.is_head(folded))
        )

    def can_name(self, first: int, end: int) -> bool:
        """Whether the noun phrase of tokens ``[first, end)`` names somebody who can speak."""
        article, words = self.article, self.words
        head = self.head(first)
        return (
            words.is_head(head)
            or first in article.opening
            or (end == first + 2 and is_odd_name(article, words, first, end))
            or (end > first + 1 and head in words.lexicon.given_names)
            or (
                end == first + 1 and (self._is_named_below(first, head) or article.is_surname(head))
            )
            or head in words.lexicon.name_particles
            or self.speaks_below(first, end)
            or all(
                words.is_name(article, index) or self._is_surname(index)
                for index in range(first, end)
                if article.tokens[index].is_word
            )
        )

    def speaks_below(self, first: int, end: int) -> bool:
        """Whether a headline names in few words who speaks in full below.

        التدريب التقني: … "Technical Training: …" of المؤسسة العامة للتدريب التقني والمهني "the
        General Corporation for Technical and Vocational Training", which says so below; الأرصاد: …
        "Meteorology: …" of الهيئة العامة للأرصاد "the General Authority of Meteorology"
        """
        folded = self.article.folded
        named = [index for index in range(first, end) if self.article.tokens[index].is_word]
        return bool(named) and all(
            self._names_speaker_below(index, folded(index))
            or self._names_speaker_below(index, folded(index).removeprefix("و"))
            for index in named
        )

    def _names_speaker_below(self, index: int, folded: str) -> bool:
        """Whether a word of the headline, spelt so, names somebody who speaks in the text."""
        if (
            self.article.paragraph_of[index] != 0
            or len(folded) < _SHORTEST_NAMING_WORD
            or self.words.is_polity(folded)
        ):
            return False
        if self._words_of_speakers is None:
            self._words_of_speakers = self._named_by_subjects()
        return without_article(folded) in self._words_of_speakers

    def _named_by_subjects(self) -> frozenset[str]:
        """The words, without the article, that name the speakers below the title."""
        article = self.article
        return frozenset(
            without_article(article.folded(index))
            for frame in self.contents.frames.values()
            if frame.subject is not None and article.paragraph_of[frame.subject.first] > 0
            for index in range(frame.subject.first, frame.subject.last)
        )

    def speaks_in_text(self, folded: str) -> bool:
        """Whether the text itself tells what a country says: قالت ماليزيا إن.

        "Malaysia said that"
        """
        return any(
            frame.subject is not None and self.article.folded(frame.subject.first) == folded
            for frame in self.contents.frames.values()
        )

    def _is_named_below(self, index: int, folded: str) -> bool:
        """Whether a word stands behind a name or an office elsewhere: بحاح of خالد محفوظ بحاح.

        Bahah, of Khalid Mahfouz Bahah
        """
        named = self._named.get(folded)
        if named is None:
            named = self._named[folded] = self._places_behind_names(folded)
        return any(place != index for place in named[:2])

    def _places_behind_names(self, folded: str) -> list[int]:
        article, words = self.article, self.words
        return [
            place
            for place in article.places(folded)
            if place
            and article.paragraph_of[place - 1] == article.paragraph_of[place]
            and (words.is_name(article, place - 1) or words.is_role(article.folded(place - 1)))
        ]

    def _is_surname(self, index: int) -> bool:
        """Whether a word has the form of a surname: the article and the nisba ending."""
        folded = self.article.folded(index)
        classes = self.words.info(self.article, index).classes
        return folded.startswith("ال") and folded.endswith("ي") and "number" not in classes

"""What stands before a colon and names no speaker: places, papers, sections, people addressed."""

from __future__ import annotations

from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.headlines.speakers import HeadlineSpeakers
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    CLAUSE_STARTS,
    HONORIFICS,
    IN,
    MATTERS,
    NEWS_AGENCIES,
    ORDINALS,
)

_DATELINE_MARKS = frozenset("|-–—")
_BEHIND_PLACE = _DATELINE_MARKS | {"("}
_LONGEST_BYLINE = 4
_LEAST_TEXT = 60
_IN = "ب"
_US = "نا"
_O = "يا"
_MY = "ي"
_SHORTEST_TITLE = 3
# In paragraphs.
_LONGEST_HEAD_OF_TEXT = 5


class HeadlineTopics:
    """Tells topics and places before a colon from speakers, in one article."""

    def __init__(
        self, phrases: NounPhrases, contents: ContentFinder, speakers: HeadlineSpeakers
    ) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.contents = contents
        self.speakers = speakers

    def is_number(self, first: int, colon: int) -> bool:
        """Whether an ordinal counts what follows: الثاني: …, "the second:"."""
        return colon == first + 1 and self.article.folded(first) in ORDINALS

    def is_matter(self, first: int) -> bool:
        """Whether something that happens is named, be it in marks: «مفاوضات جنيف»: … "talks:"."""
        head = first + (first in self.article.opening)
        return self.article.folded(head) in MATTERS

    def is_label(self, first: int, colon: int) -> bool:
        """Whether one word that no dictionary has is never said again: بروفايل: … "profile:".

        Whoever a headline calls by one name has it in the text, too.
        """
        article, folded = self.article, self.article.folded(first)
        return (
            colon == first + 1
            and article.paragraph_of[first] == 0
            and article.is_unknown(first)
            and not has_article(folded)
            and not self.words.is_head(folded)
            and folded not in NEWS_AGENCIES
            and len(article.tokens) > _LEAST_TEXT
            and all(place == first for place in article.places(self.speakers.head(first)))
        )

    def is_address(self, first: int, colon: int) -> bool:
        """Whether somebody is addressed in a letter or in what is quoted: فخامة الرئيس:.

        "Your Excellency the President:"
        """
        article = self.article
        quoted = article.quotation_at[first]
        return (quoted >= 0 and quoted == article.quotation_at[colon]) or (
            article.paragraph_of[first] > 0
            and (article.folded(first) in HONORIFICS or self._is_called(article.folded(first)))
            and not any(self.words.is_name(article, index) for index in range(first + 2, colon))
        )

    def _is_called(self, folded: str) -> bool:
        """Whether "O" is written onto a title: ياسيدي "O my lord", typed as one word."""
        called = folded.removeprefix(_O)
        return (
            len(called) >= _SHORTEST_TITLE
            and called != folded
            and not (self.words.lexicon.titles.isdisjoint((called, called.removesuffix(_MY))))
        )

    def is_dateline(self, speaker: Subject, colon: int, last: int) -> bool:
        """Whether a place stands before the colon, and no speaker."""
        first, start = speaker.first, colon + 1
        return (
            self._names_place(first, colon)
            or self._is_byline(start, last)
            or (
                self._begins_with_place(speaker)
                and not self._is_paper(speaker)
                and not self._speaks_for_place(first, start, last)
            )
            or self._tells_of_speech(first, start)
        )

    def _begins_with_place(self, speaker: Subject) -> bool:
        """Whether a country or another place stands first: سوريا "Syria"."""
        words, head = self.words, self.speakers.head(speaker.first)
        return (
            (
                words.in_list(head, words.lexicon.countries)
                # المالية العراقية: Iraqi (ministry of) finance, and no Mali
                and not (has_article(head) and words.is_organisation(head))
            )
            or (words.is_place(head) and not words.is_head(head))
            or self._is_place_below(speaker.first, speaker.last)
        )

    def _speaks_for_place(self, first: int, start: int, last: int) -> bool:
        """Whether a place is said to speak: of "us", in a clause, or in the text below."""
        article = self.article
        return (
            self.is_of_us(start, last)
            or article.folded(start) in CLAUSE_STARTS
            or (
                article.paragraph_of[first] == 0
                and self.speakers.speaks_in_text(self.speakers.head(first))
            )
        )

    def _is_paper(self, speaker: Subject) -> bool:
        """Whether a paper or a club is called by a city and one word: واشنطن بوست.

        "Washington Post"
        """
        name = self.article.tokens[speaker.last - 1].facts
        return (
            speaker.last == speaker.first + 2
            # قطاع غزة: the Gaza Strip
            and self.article.tokens[speaker.first].facts.is_foreign_name
            and name.is_foreign_name
            and not (name.is_given_name or name.is_place)
        )

    def is_of_us(self, start: int, last: int) -> bool:
        """Whether a statement is one of "us", or nothing but words between marks.

        الخرطوم: لم تخطرنا الجزائر "Khartoum: Algeria has not informed us"
        """
        article = self.article
        if start in article.opening:
            return article.after_quotation(article.opening[start]) + 2 >= last
        return any(
            self.words.speaks_of_self(article, index)
            or (index == start and self._begins_with_us(index))
            or (self.words.is_verb(article, index) and article.folded(index).endswith(_US))
            for index in range(start, last)
        )

    def _begins_with_us(self, start: int) -> bool:
        """Whether a statement opens with what "we" did, قصفنا, or are, مستعدون "ready"."""
        facts = self.article.tokens[start].facts
        return self.words.may_speak_of_us(self.article, start) or (
            facts.is_nominative_plural
            and "adjective" in facts.classes
            and not facts.has_article
            # كييف: نازحون يروون قصصهم: Kyiv: displaced people tell their stories
            and not self.words.is_verb(self.article, start + 1)
        )

    def _is_place_below(self, first: int, end: int) -> bool:
        """Whether the one word before a colon names a place in the text: بمدينة صفاقس, بصفاقس.

        "in the city of Sfax", "in Sfax"
        """
        article, folded = self.article, self.article.folded(first)
        return (
            end == first + 1
            and article.paragraph_of[first] == 0
            and not self.words.is_head(folded)
            and (
                _IN + folded in article.vocabulary
                or any(
                    article.folded(place - 1) in IN
                    or self.words.is_place(article.folded(place - 1))
                    for place in article.places(folded)
                    if place
                )
            )
        )

    def _tells_of_speech(self, first: int, start: int) -> bool:
        """Whether what stands behind the colon tells what somebody else says.

        جنيف: حذر المندوب من … (Geneva: the delegate warned of …); حلف الأطلسي: روته يدعو إلى …
        (NATO: Rutte calls for …), where only the latter speaks below
        """
        article = self.article
        inner = self.contents.frames.get(start)
        if inner is not None and inner.subject is not None and inner.subject.order == "VSO":
            return True
        end = self.phrases.end(start, len(article.tokens))
        return (
            article.paragraph_of[first] == 0
            and end in self.contents.frames
            and self.speakers.speaks_below(start, end)
            and not self.speakers.speaks_below(first, start - 1)
        )

    def heads_section(self, first: int) -> bool:
        """Whether a line names what the list behind it is of: التنظيم الإداري "organisation:"."""
        folded = self.article.folded(first)
        return (
            has_article(folded)
            and self.words.is_organisation(folded)
            and not self.words.is_role(folded)
        )

    def _names_place(self, first: int, colon: int) -> bool:
        """Whether a place and an outlet stand before a report: صنعاء | المسيرة نت: نظمت.

        "Sanaa | al-Masirah Net: organised"; or the place alone, with which the text begins, too:
        صفاقس: …, and below صفاقس 14 فيفري "Sfax, 14 February".
        """
        article = self.article
        if article.paragraph_of[first] > 0:
            behind = range(first + 1, colon)
            marks = [index for index in behind if article.tokens[index].text in _DATELINE_MARKS]
            # سعاد خوري-العمراني: Suad Khoury-al-Omrani has one name of two
            return len(marks) > 1 or not all(map(article.is_glued, marks))
        return colon == first + 1 and any(
            article.folded(paragraph.first) == article.folded(first)
            and (
                article.tokens[paragraph.first + 1].kind == "number"
                or article.tokens[paragraph.first + 1].text in _BEHIND_PLACE
            )
            for paragraph in article.paragraphs[1:_LONGEST_HEAD_OF_TEXT]
            if paragraph.last > paragraph.first + 1
        )

    def _is_byline(self, start: int, last: int) -> bool:
        """Whether only a name, or a paper in marks, stands behind a place: جدة: علي العمري.

        "Jeddah: Ali al-Omari"
        """
        article = self.article
        if start in article.opening:
            number = article.opening[start]
            return article.after_quotation(number) >= last and (
                self.phrases.in_marks.is_name(number) and article.paragraph_of[start] > 0
            )
        if article.folded(start) in CLAUSE_STARTS:
            # أنا سعيد: "I am happy", and no Ana Said
            return False
        return last - start <= _LONGEST_BYLINE and (
            # عطبرة: آدم ابكر "Atbara: Adam Abakar"
            (article.folded(start) in self.words.lexicon.given_names and last - start == 2)
            or all(
                self.words.is_name(article, index) or article.is_unknown(index)
                for index in range(start, last)
                if article.tokens[index].is_word
            )
        )

    def is_contact(self, start: int) -> bool:
        """Whether the number of a telephone follows: ت 2216665."""
        tokens = self.article.tokens
        return (
            len(tokens[start].text) == 1
            and tokens[start].is_word
            and start + 1 < len(tokens)
            and tokens[start + 1].kind == "number"
        )

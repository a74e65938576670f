"""What stands before the speaker of a headline or of a line in a list: tags, times, bullets.

عاجل.. الكرملين: … (urgent.. the Kremlin: …); 19:05 | الجيش: … (19:05 | the army: …)
"""

from __future__ import annotations

from quotes.extraction.headlines.speakers import HeadlineSpeakers
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import LONGEST_OUTLET, outlet_length
from quotes.extraction.text.grammar import HEADLINE_TAGS, INTERVIEWS
from quotes.extraction.text.marks import BULLETS
from quotes.extraction.text.words import Words

LONGEST_HEADLINE = 32
"""In words, a line that may have several halves and tags."""
_TAG_MARKS = frozenset("-–—|!.")
_CLOSING_BRACKETS = frozenset(")]")
_BEHIND_TIMES = frozenset("|-–—:)]")


def is_behind_place(article: Article, bar: int) -> bool:
    """Whether a bar in the body parts a place from an outlet, and no tag from a speaker."""
    return (
        article.tokens[bar].text == "|"
        and article.paragraph_of[bar] > 0
        and article.tokens[bar - 1].kind == "word"
        and article.tokens[bar - 1].text not in HEADLINE_TAGS
    )


class HeadlineLabels:
    """Passes over what stands before speakers, in one article."""

    def __init__(self, article: Article, words: Words, speakers: HeadlineSpeakers) -> None:
        self.article = article
        self.words = words
        self.speakers = speakers

    def past(self, first: int, colon: int) -> int:
        """The first token of whom a line names before its colon."""
        first = self._past_time(first, colon)
        return self._past_interviewer(self._past_bullet(self._past_tag(first, colon)), colon)

    def _past_time(self, first: int, colon: int) -> int:
        """The token behind a time: 19:05 | الجيش: …, [19:05] الجيش: … "the army: …"."""
        tokens = self.article.tokens
        start = first + (tokens[first].text in "([")
        behind = start + 1
        time = tokens[start]
        if behind >= colon or time.kind != "number" or ":" not in time.text:
            return first
        while behind < colon and tokens[behind].text in _BEHIND_TIMES:
            behind += 1
        return behind if behind < colon else first

    def _past_tag(self, first: int, colon: int) -> int:
        """The token behind a tag such as عاجل.. "breaking" or خاص - "exclusive"."""
        tokens, starts = self.article.tokens, self.article.starts
        if tokens[first].text.startswith("#") and first + 1 < colon:
            # #عاجل الجيش: "#breaking the army:"
            return first + 1
        # In the body a dash before a place is part of a dateline.
        line = self.article.paragraphs[self.article.paragraph_of[first]]
        short = line.last - line.first <= LONGEST_HEADLINE
        marks = _TAG_MARKS if short else frozenset("|")
        for index in range(colon - 2, first - 1, -1):
            if tokens[index].text in _CLOSING_BRACKETS and tokens[first].text in "([":
                # (وسائط متعددة) مسؤول صيني: "(multimedia) a Chinese official:"
                return index + 1
            if is_behind_place(self.article, index):
                # صنعاء | المسيرة نت: "Sanaa | al-Masirah Net:", a place and an outlet
                return first
            if tokens[index].text in marks and starts[index + 1] > starts[index] + 1:
                return index + 1
            if tokens[index].text == "-" and self.article.folded(index - 1) in HEADLINE_TAGS:
                # حصري-مصادر: "exclusive-sources:"
                return index + 1
            if tokens[index].text in ("..", "...", "…"):
                return index + 1
        return first

    def _past_bullet(self, first: int) -> int:
        """The token behind the mark of an item in a list: • الجيش: لا تفاوض.

        "• the army: no negotiations"
        """
        article, item = self.article, first + 1
        mark = article.tokens[first].text
        if mark not in BULLETS:
            return first
        while article.tokens[item].text == mark:
            # ** وزير الخارجية "** the foreign minister": the mark may be doubled, before the colon
            item += 1
        folded = article.folded(item)
        listed = (
            self.words.is_head(folded) and folded not in self.words.lexicon.adverbs
        ) or article.is_surname(folded)
        listed = listed or self.speakers.is_listed_name(item)
        return item if listed or self.speakers.is_beside_speaker(first) else first

    def _past_interviewer(self, first: int, colon: int) -> int:
        """The first word of whom an outlet talks to: «الصحيفة» تحاور | الباحثة: … "interviews"."""
        number = self.article.opening.get(first)
        verb = first + outlet_length(self.article.phrase(first, LONGEST_OUTLET))
        if number is not None:
            verb = self.article.after_quotation(number)
        return verb + 1 if verb + 1 < colon and self.article.folded(verb) in INTERVIEWS else first

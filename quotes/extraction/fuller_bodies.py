"""Stage 4: the body for which a short naming stands, where the text names it in full.

The press is short with bodies: فيسبوك for شركة فيسبوك "the company Facebook", الغذاء والدواء "Food
and Drug" for the authority of that field (الهيئة العامة للغذاء والدواء), أوبك "OPEC" for the
organisation behind whose name it stands in brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotes.extraction.clitics import has_article
from quotes.extraction.fuller_namings import FullerNamings
from quotes.extraction.grammar import (
    ADJECTIVES_OF_AUTHORITIES,
    CHIEFS,
    GOVERNED_PREPOSITIONS,
    MINISTRIES,
)
from quotes.extraction.joint_speakers import end_of_first_speaker
from quotes.extraction.naming import Naming
from quotes.extraction.noun_phrases import NounPhrases

_LONGEST_BODY = 12
_MOST_ADJECTIVES = 2


class FullerBodies:
    """Searches one article for the full names of bodies."""

    def __init__(
        self, phrases: NounPhrases, read: Callable[[int, int], Naming], fuller: FullerNamings
    ) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._read = read
        self._fuller = fuller

    def body(self, naming: Naming) -> Naming | None:
        """The body that a short naming stands for, or None."""
        if not self._may_be_short(naming):
            return None
        for start, position in self._places(naming):
            if start < 0 or naming.first <= start < naming.last:
                continue
            limit = self.article.sentence(start)[1]
            last = self.phrases.end(start, limit, GOVERNED_PREPOSITIONS, object_follows=True)
            last = self._before_person(position, last)
            body = self._read(start, end_of_first_speaker(self.article, self.words, start, last))
            if last > position and body.kind == "organisation":
                return body
        return None

    def _before_person(self, first: int, last: int) -> int:
        """Where an office behind و ends a body: رئيس حركة السلام في الشمال | وكبير مفاوضيها.

        "the head of the Peace movement in the north and its chief negotiator"
        """
        for index in range(first + 1, last):
            folded = self.article.folded(index)
            office = folded.removeprefix("و")
            if office == folded or has_article(office):
                continue
            if office in CHIEFS or self.words.is_role(office):
                return index
        return last

    def _may_be_short(self, naming: Naming) -> bool:
        """Whether it is no person, state or body by its own words."""
        lexicon, folded = self.words.lexicon, self.article.folded(naming.first)
        return (
            self.article.tokens[naming.first].is_word
            and len(naming.words) <= 1
            and folded not in lexicon.given_names
            and folded not in lexicon.countries
            and (self._is_department(naming) or not self.words.is_head(folded))
            and not self._is_part_of_name(naming)
        )

    def _is_department(self, naming: Naming) -> bool:
        """Whether it is a body by its field alone: الدفاع "Defence" for the ministry."""
        folded = self.article.folded(naming.first)
        return self.words.is_organisation(folded) and has_article(folded)

    def _is_part_of_name(self, naming: Naming) -> bool:
        """Whether a longer name holds the word, so that it is that of a person."""
        if not naming.words:
            return False
        fuller = self._fuller.fuller_name(naming.words, naming.first)
        return fuller is not None and len(fuller.words) > 1

    def _places(self, naming: Naming) -> Iterator[tuple[int, int]]:
        """Where a body may begin of which the naming is a part, and where that part stands."""
        article = self.article
        named = article.words[naming.first : naming.last]
        for position in self._fuller.places(named[0], naming.first):
            if article.words[position : position + len(named)] != named:
                continue
            # شركة «فيسبوك»: the company "Facebook"
            head = position - 2 if position - 1 in article.opening else position - 1
            if self._heads_body(head, naming):
                yield head, position
            bracketed = self._before_brackets(position, naming)
            if bracketed is not None:
                yield bracketed, position - 2
        for position in self._places_behind_li(naming):
            authority = self._start_of_authority(position, naming)
            if authority is not None:
                yield authority, position

    def _heads_body(self, index: int, naming: Naming) -> bool:
        """Whether the word tells what kind of body it is that is named behind it."""
        words, head = self.words, self.article.folded(index)
        if index < 0 or has_article(head) or words.is_role(head) or head in words.lexicon.countries:
            return False
        return head in MINISTRIES if self._is_department(naming) else words.is_organisation(head)

    def _before_brackets(self, position: int, naming: Naming) -> int | None:
        """Where the body begins behind which its short name stands in brackets: منظمة … (أوبك).

        "the organisation … (OPEC)"
        """
        article = self.article
        if (
            naming.last - naming.first > 1
            or article.tokens[position - 1].text != "("
            or self.words.word(article, position + 1).text != ")"
        ):
            return None
        end = position - 1
        start = None
        for index in range(end - 1, max(-1, position - _LONGEST_BODY), -1):
            if not article.tokens[index].is_word or self.phrases.inside.is_closed_class(index):
                break
            if (
                self.words.is_organisation(article.folded(index))
                and self.phrases.end(index, end, after_verb=True) == end
            ):
                start = index
        return start

    def _places_behind_li(self, naming: Naming) -> list[int]:
        """Where the field that a naming consists of stands behind ل "for": للغذاء والدواء.

        "for Food and Drug"
        """
        article = self.article
        field = article.words[naming.first : naming.last]
        head = article.folded(naming.first)
        head = "لل" + head.removeprefix("ال") if head.startswith("ال") else "ل" + head
        return [
            position
            for position in self._fuller.places(head, naming.first)
            if article.words[position + 1 : position + len(field)] == field[1:]
        ]

    def _start_of_authority(self, position: int, naming: Naming) -> int | None:
        """The noun of the body before ل with its field: الهيئة العامة | للغذاء.

        "the General Authority for Food"
        """
        article, words = self.article, self.words
        if (
            self._is_department(naming)
            and article.folded(position - 1) not in ADJECTIVES_OF_AUTHORITIES
        ):
            # الإدارة العامة للتعليم "the general administration of education" is a department,
            # الموقع الإلكتروني للوزارة "the web site of the ministry" is not.
            return None
        for index in range(position - 1, max(-1, position - _MOST_ADJECTIVES - 2), -1):
            folded = article.folded(index)
            if words.is_organisation(folded) and not words.is_role(folded):
                return index
            if not (has_article(folded) and words.is_adjective(article, index)):
                break
        return None

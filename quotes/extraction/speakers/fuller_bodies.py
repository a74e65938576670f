"""The body for which a short naming stands, where the text names it in full.

The press is short with bodies: فيسبوك for شركة فيسبوك "the company Facebook", الغذاء والدواء "Food
and Drug" for the authority of that field (الهيئة العامة للغذاء والدواء), أوبك "OPEC" for the
organisation behind whose name it stands in brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.bodies_in_places import BodiesInPlaces
from quotes.extraction.speakers.fuller_names import FullerNames
from quotes.extraction.speakers.joint_speakers import end_of_first_speaker
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ADJECTIVES_OF_AUTHORITIES,
    CHIEFS,
    GOVERNED_PREPOSITIONS,
    LEADERSHIPS,
    MINISTRIES,
    ORGANS,
)

_LONGEST_BODY = 12
_MOST_ADJECTIVES = 2
_LONGEST_LETTER = 3


class FullerBodies:
    """Searches one article for the full names of bodies."""

    def __init__(
        self, phrases: NounPhrases, read: Callable[[int, int], Naming], fuller: FullerNames
    ) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._read = read
        self._fuller = fuller
        self._in_places = BodiesInPlaces(phrases, read)

    def body(self, naming: Naming) -> Naming | None:
        """The body that a short naming stands for, or None."""
        in_place = self._in_places.body(naming)
        if in_place is not None:
            return in_place
        if self._may_be_short(naming):
            places = self._places(naming)
        elif self._may_stand_in_brackets(naming):
            places = self._places_in_brackets(naming)
        else:
            return None
        for start, position in places:
            if start < 0 or naming.first <= start < naming.last:
                continue
            limit = self.article.sentence(start)[1]
            last = self.phrases.end(start, limit, GOVERNED_PREPOSITIONS, object_follows=True)
            last = self._before_person(position, min(last, self.end_of_name(position, naming)))
            body = self._read(start, end_of_first_speaker(self.article, self.words, start, last))
            if last > position and body.kind == "organisation":
                return self._without_clitic(body)
        return None

    def end_of_name(self, position: int, naming: Naming) -> int:
        """The token after the name that stands at ``position`` and what describes or places it.

        حركة … (حماس) | فلان: the movement … (Hamas) | So-and-so
        """
        article = self.article
        end = position + naming.last - naming.first
        while end < len(article.tokens):
            token = article.tokens[end]
            closing = self._past_marks(end)
            if closing > end:
                return closing
            described = token.facts.has_article and "adjective" in token.facts.classes
            joined = token.folded.startswith("وال")
            placed = token.is_word and (
                is_attached_preposition(article, end, self.words)
                # بقطاع | غزة: in the Gaza | Strip
                or article.tokens[end - 1].facts.is_place
            )
            if not (described or joined or placed or end in article.closing):
                break
            end += 1
        return end

    def _past_marks(self, index: int) -> int:
        """The token after a name in marks or brackets that opens here; ``index`` if none does."""
        article = self.article
        if index in article.opening:
            return article.after_quotation(article.opening[index])
        if article.tokens[index].text != "(":
            return index
        rest = article.words[index : index + _LONGEST_BODY]
        return index + rest.index(")") + 1 if ")" in rest else index

    def _without_clitic(self, body: Naming) -> Naming:
        """The body without the ل or ب on its first word, which the dictionary takes for its own."""
        folded = self.article.folded(body.first)
        known = self.words.lexicon.organisations
        if body.text[0] in "لب" and folded not in known and folded[1:] in known:
            # لحزب الخضر: to the party of the Greens
            return replace(body, text=body.text[1:], office=body.office[1:])
        return body

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

    def _may_stand_in_brackets(self, naming: Naming) -> bool:
        """Whether it is a body's own name or its letters: أوبك "OPEC", إف بي آي "FBI"."""
        folded, particles = self.spelling(naming), self.words.lexicon.name_particles
        if len(folded) == 1:
            return self.words.is_organisation(folded[0]) and not has_article(folded[0])
        return all(word in particles or len(word) <= _LONGEST_LETTER for word in folded)

    def spelling(self, naming: Naming) -> list[str]:
        """The folded words of a naming, without the و that joins it to what stands before."""
        named = self.article.words[naming.first : naming.last]
        if named[0].startswith("و") and not naming.text.startswith("و"):
            named[0] = named[0][1:]
        return named

    def _is_department(self, naming: Naming) -> bool:
        """Whether it is a body by its field alone: الدفاع "Defence" for the ministry."""
        folded = self.article.folded(naming.first)
        return self.words.is_organisation(folded) and has_article(folded)

    def _is_part_of_name(self, naming: Naming) -> bool:
        """Whether a longer name holds the word, so that it is that of a person."""
        if not naming.words:
            return False
        fuller = self._fuller.fuller_name(naming.words, naming.first)
        return fuller is not None and fuller.has_full_name

    def _places(self, naming: Naming) -> Iterator[tuple[int, int]]:
        """Where a body may begin of which the naming is a part, and where that part stands."""
        article = self.article
        for position in self._positions(naming):
            # شركة «فيسبوك»: the company "Facebook"
            head = position - 1
            number = article.opening.get(head)
            if number is not None:
                if article.after_quotation(number) > position + naming.last - naming.first + 1:
                    # موقع «سلام بلس»: the site "Salam Plus" is not "Salam".
                    continue
                head -= 1
            if self._heads_body(head, naming):
                yield head, position
        yield from self._places_in_brackets(naming)
        for position in self._places_behind_li(naming):
            authority = self._start_of_authority(position, naming)
            if authority is not None:
                yield authority, position

    def _positions(self, naming: Naming, *, with_article: bool = False) -> Iterator[int]:
        """Where the text has the same words; ``with_article``: with the article or without it."""
        named = self.spelling(naming)
        head = named[0].removeprefix("ال")
        for spelling in (head, "ال" + head) if with_article else (named[0],):
            for position in self._fuller.places(spelling, naming.first):
                if self.article.words[position + 1 : position + len(named)] == named[1:]:
                    yield position

    def _places_in_brackets(self, naming: Naming) -> Iterator[tuple[int, int]]:
        """The same for a naming that stands in brackets behind the body: «أونروا» for الأونروا.

        "UNRWA, the UNRWA"
        """
        for position in self._positions(naming, with_article=True):
            bracketed = self._before_brackets(position, naming)
            if bracketed is not None:
                yield bracketed, position - 1 - (naming.last - naming.first)

    def _heads_body(self, index: int, naming: Naming) -> bool:
        """Whether the word tells what kind of body it is that is named behind it."""
        words, head = self.words, self.article.folded(index)
        if index < 0 or has_article(head) or head in words.lexicon.countries:
            return False
        if words.is_role(head) and not words.is_organisation(head):
            # منظمة "organisation" is a woman who organises, too.
            return False
        if self._is_department(naming) and naming.last == naming.first + 1:
            return head in MINISTRIES
        if self._is_department(naming) and not ORGANS.isdisjoint((head, head[1:])):
            # مجلس الاتحاد الأوروبي: the Council of the European Union, which is not the Union
            return False
        # رئاسة النادي, لرئاسة النادي: (to) the presidency of the club, which is not the club
        return words.is_organisation(head) and LEADERSHIPS.isdisjoint((head, head[1:]))

    def _before_brackets(self, position: int, naming: Naming) -> int | None:
        """Where the body begins behind which its short name stands in brackets: منظمة … (أوبك).

        "the organisation … (OPEC)"
        """
        article = self.article
        after = position + naming.last - naming.first
        closing = self.words.word(article, after).text
        opens = article.tokens[position - 1]
        if not (opens.text == "(" and closing == ")") and not (
            # وكالة … «أونروا»: the agency … "UNRWA"
            position - 1 in article.opening
            and article.after_quotation(article.opening[position - 1]) == after + 1
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
        return None if start is not None and self._is_byname(start, end) else start

    def _is_byname(self, body: int, end: int) -> bool:
        """Whether the name before brackets is that of a body's head: قائد القوات سالم («الصقر»).

        "the commander of the forces Salem, 'the Falcon'"
        """
        if not body or not self.words.is_role(self.article.folded(body - 1)):
            return False
        head = self._read(body - 1, end)
        return head.is_named and head.words[-1] == self.article.folded(end - 1)

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
            # المؤسسة العامة "the general institution", which alone is also a woman who founds
            if words.is_organisation(folded) and (
                not words.is_role(folded) or index + 1 < position
            ):
                return index
            if not (has_article(folded) and words.is_adjective(article, index)):
                break
        return None

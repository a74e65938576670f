"""A body called by its field and its place: طرق دبي for هيئة الطرق والمواصلات في دبي.

"Dubai Roads" for "the Roads and Transport Authority in Dubai": so headlines are short, above all
those of the Gulf. The text has the field with its article, and the place behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import GOVERNED_PREPOSITIONS

_LONGEST_NAMING = 3
_REACH_OF_PLACE = 8
_MOST_BEFORE_FIELD = 3


class BodiesInPlaces:
    """Searches one article for bodies named in short by field and place."""

    def __init__(self, phrases: NounPhrases, read: Callable[[int, int], Naming]) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._read = read

    def body(self, naming: Naming) -> Naming | None:
        """The body in full, or None."""
        if not self._is_field_in_place(naming):
            return None
        for field in self._places_of_field(naming):
            place = self._place_behind(field, naming)
            start = self._start_of_body(field)
            if place is None or start is None:
                continue
            limit = self.article.sentence(start)[1]
            last = self.phrases.end(start, limit, GOVERNED_PREPOSITIONS, object_follows=True)
            if last > place:
                body = self._read(start, self._end_of_place(place, last))
                if body.kind == "organisation":
                    return body
        return None

    def _end_of_place(self, place: int, limit: int) -> int:
        """Where the name of a place ends, behind its epithets: المدينة المنورة, Medina."""
        end = place + 1
        while end < limit and self._is_adjective(end):
            end += 1
        return end

    def _is_field_in_place(self, naming: Naming) -> bool:
        """Whether a naming is a noun without the article and a place: صحة دبي "Dubai Health"."""
        article, words = self.article, self.words
        first, last = naming.first, naming.last
        head, place = article.tokens[first], words.word(article, first + 1)
        return (
            1 < last - first <= _LONGEST_NAMING
            and article.paragraph_of[first] == 0
            and head.is_word
            and place.is_word
            and not has_article(head.folded)
            and not (head.facts.is_role or head.facts.is_title or words.is_polity(head.folded))
            and head.folded not in words.lexicon.given_names
            and (place.facts.has_article or place.facts.is_name)
        )

    def _places_of_field(self, naming: Naming) -> Iterator[int]:
        """Where the field stands with its article below the headline, the first first."""
        field = self.article.folded(naming.first)
        places = [p for clitics in ("ال", "لل") for p in self.article.places(clitics + field)]
        return (place for place in sorted(places) if self.article.paragraph_of[place] > 0)

    def _place_behind(self, field: int, naming: Naming) -> int | None:
        """Where the place stands behind the field, in the same phrase by its words."""
        article = self.article
        place = article.folded(naming.first + 1)
        limit = min(article.sentence(field)[1], field + _REACH_OF_PLACE)
        for index in range(field + 1, limit):
            token = article.tokens[index]
            if token.folded in (place, "ب" + place, "ل" + place):
                return index
            if not token.is_word or self.phrases.inside.ends_office(index):
                return None
        return None

    def _start_of_body(self, field: int) -> int | None:
        """The noun of the body before its field: هيئة, الإدارة العامة, مديرية الدفاع.

        "authority", "the general administration", "the directorate of defence"
        """
        article, start = self.article, None
        for index in range(field - 1, max(-1, field - _MOST_BEFORE_FIELD - 1), -1):
            token = article.tokens[index]
            if not token.is_word or self.phrases.inside.is_closed_class(index):
                break
            if token.facts.is_organisation:
                start = index
            elif not self._is_adjective(index):
                break
        return start

    def _is_adjective(self, index: int) -> bool:
        """Whether an adjective with its article stands here."""
        token = self.article.tokens[index]
        return token.facts.has_article and self.words.is_adjective(self.article, index)

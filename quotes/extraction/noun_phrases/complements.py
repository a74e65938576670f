"""Prepositions inside the noun phrase of a source: part of the office, or the end of the phrase.

المتحدث باسم الوزارة "the spokesman for the ministry", السفير لدى فرنسا "the ambassador to France"
go on; قال المدرب في مؤتمر "the coach said at a conference" and قال الوزير للصحفيين "the minister
told reporters" do not. Which of the two it is depends on the head of the phrase, on whether
the person's name has been read already, and on what the verb governs.

The rules are decision lists, as those of ``bounds`` are: the first that holds decides. Where
none does, the phrase ends before the preposition, unless the name of the office's holder behind it
shows that it goes on (``complements_before_names``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from quotes.extraction.noun_phrases import complements_apart as apart
from quotes.extraction.noun_phrases import complements_attached as attached
from quotes.extraction.noun_phrases.complements_before_names import past_to_name
from quotes.extraction.noun_phrases.names_in_marks import NamesInMarks
from quotes.extraction.noun_phrases.preposition import PhrasePreposition
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import ABOUT, AT, BETWEEN, FROM, IN, ON, ON_BEHALF_OF, TO
from quotes.extraction.text.words import Words

_Joined = Literal["nothing", "word", "noun", "two nouns", "quotation"]
_Holds = Callable[[PhrasePreposition], bool]
_Decisions = tuple[tuple[_Holds, _Joined], ...]

# In tokens, of which the preposition is the first.
_LENGTHS: dict[_Joined, int] = {"nothing": 0, "word": 1, "noun": 2, "two nouns": 3}


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a preposition joins to the phrase where a condition holds."""

    holds: _Holds
    joined: _Joined
    of: Collection[str] = ()
    """The prepositions of which it is asked; empty: of all."""
    wanted: bool | None = None
    """Whether the verb has to want ب "by", or must not; None: that does not matter."""

    def is_asked(self, preposition: str, wanted: bool) -> bool:
        """Whether it is asked of a preposition at all."""
        return (not self.of or preposition in self.of) and self.wanted in (None, wanted)


_APART = (
    _Rule(apart.is_in_name_of_party, "two nouns", of=FROM),
    _Rule(apart.is_accredited, "noun", of=AT),
    _Rule(apart.is_employed_at, "noun", of=AT),
    _Rule(apart.is_assigned_to, "noun", of=AT),
    _Rule(apart.has_nothing_behind, "nothing"),
    _Rule(apart.opens_circumstance, "nothing"),
    _Rule(apart.is_on_behalf_of_body_in_marks, "quotation", of=ON_BEHALF_OF),
    _Rule(apart.is_on_behalf_of, "noun", of=ON_BEHALF_OF),
    _Rule(apart.is_issued_by_body_in_marks, "quotation", of=ABOUT),
    _Rule(apart.is_office_in_marks, "quotation", of=IN | FROM),
    _Rule(apart.measures, "noun", of=FROM),
    _Rule(apart.opens_clause, "nothing"),
    _Rule(apart.is_wanted_by_office, "noun", of=ON),
    _Rule(apart.is_known_to, "noun", of=ON),
    _Rule(apart.takes_part, "noun", of=IN),
    _Rule(apart.is_at_occasion, "nothing"),
    _Rule(apart.is_field_before_name, "noun", of=IN),
    _Rule(apart.is_in_place_or_body, "noun", of=IN),
    _Rule(apart.is_of_unnamed, "noun", of=IN),
    _Rule(apart.is_seat_of_office, "noun", of=IN),
    _Rule(apart.follows_active, "noun", of=IN),
    _Rule(apart.is_whoever, "nothing", of=FROM),
    _Rule(apart.is_from_or_behind_name, "nothing", of=FROM),
    _Rule(apart.leaves_holder, "nothing", of=FROM),
    _Rule(apart.has_noun, "noun", of=FROM),
    _Rule(apart.is_wanted_by_noun, "noun", of=ABOUT),
    _Rule(apart.is_wanted_by_office, "noun", of=ABOUT),
    _Rule(apart.is_issued_by, "noun", of=ABOUT),
    _Rule(apart.is_of_envoy, "noun", of=TO),
    _Rule(apart.is_wanted_by_verb, "nothing"),
    _Rule(apart.is_concluded_between, "noun", of=BETWEEN),
    _Rule(apart.follows_active, "noun", of=ON | ABOUT),
)
_ATTACHED = (
    _Rule(attached.is_on_behalf_of, "word"),
    _Rule(attached.is_of_document, "word", of=("ل",)),
    _Rule(attached.is_loose_behind_document, "nothing", of=("ل",)),
    _Rule(attached.is_office_in_marks, "quotation", of=("ل",)),
    _Rule(attached.is_loose, "nothing"),
    _Rule(attached.names_deputy, "word", of=("ب",)),
    _Rule(attached.is_concerned_with, "word", of=("ب", "ل")),
    _Rule(attached.is_addressee, "nothing"),
    _Rule(attached.is_pleaded_by_his_own, "nothing", of=("ب",)),
    _Rule(attached.is_words_given, "nothing", of=("ب",)),
    _Rule(attached.is_of_office, "word", of=("ل",)),
    _Rule(attached.is_to, "nothing", of=("ل",)),
    _Rule(attached.completes_title, "word", of=("ب",), wanted=True),
    _Rule(attached.locates_unnamed, "word", of=("ب",), wanted=True),
    _Rule(attached.locates_body, "word", of=("ب",), wanted=True),
    _Rule(attached.locates_part_of_body, "word", of=("ب",), wanted=True),
    _Rule(attached.is_what_verb_wants, "nothing", of=("ب",), wanted=True),
    _Rule(attached.is_in_body_or_place, "word"),
    _Rule(attached.is_where_body_stands, "word"),
    _Rule(attached.is_of_role, "word", wanted=False),
)


def _decisions(rules: tuple[_Rule, ...], preposition: str, wanted: bool = False) -> _Decisions:
    """The rules that are asked of a preposition."""
    return tuple((rule.holds, rule.joined) for rule in rules if rule.is_asked(preposition, wanted))


_OF_PREPOSITIONS = {
    preposition: _decisions(_APART, preposition) for rule in _APART for preposition in rule.of
}
_OF_OTHER_PREPOSITIONS = _decisions(_APART, "")
# By the first letter of the word, and by whether the verb wants ب.
_OF_LETTERS = {
    (letter, wanted): _decisions(_ATTACHED, letter, wanted)
    for letter in ("ب", "ل", "")
    for wanted in (False, True)
}


class Complements:
    """Reads in one article what a preposition joins to a noun phrase.

    ``first`` is the phrase's first token and ``index`` the token reached; a method answers with
    the token after the complement, or ``index`` if it is none.
    """

    def __init__(
        self, article: Article, words: Words, inside: PhraseWords, in_marks: NamesInMarks
    ) -> None:
        self.article = article
        self.words = words
        self.inside = inside
        self.in_marks = in_marks

    def after_preposition(
        self, first: int, index: int, limit: int, governed: frozenset[str]
    ) -> int:
        """Past what a preposition that stands on its own begins; ``governed`` are the verb's."""
        at = self._at(first, index, limit, governed)
        after = _past(at, _OF_PREPOSITIONS.get(at.word, _OF_OTHER_PREPOSITIONS))
        return after if after > index or at.is_governed else past_to_name(at)

    def after_attached(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """Past what a word with ب or ل written onto it begins; ``governed`` are the verb's."""
        at = self._at(first, index, limit, governed)
        if attached.is_told_somebody(at):
            return index
        letter, by = at.word[0], "ب" in governed
        # ك "like" has no rules of its own.
        after = _past(at, _OF_LETTERS[letter if letter in "بل" else "", by])
        if after > index:
            return after
        wanted = by and letter == "ب"
        facts = self.article.tokens[index].facts
        if not wanted or facts.is_place or any(map(self.words.is_polity, facts.bases)):
            # مدير الطرق بمنطقة مكة المهندس فلان, رئيس الجالية بالمملكة الشيخ فلان
            # (the director of roads in the region of Mecca, the engineer So-and-so; the head of the
            # community in the kingdom, the sheikh So-and-so)
            after = past_to_name(at)
        if after == index and wanted and attached.precedes_name(at):
            return index + 1
        return after

    def _at(
        self, first: int, index: int, limit: int, governed: frozenset[str]
    ) -> PhrasePreposition:
        return PhrasePreposition(
            self.article, self.words, self.inside, self.in_marks, first, index, limit, governed
        )


def _past(at: PhrasePreposition, decisions: _Decisions) -> int:
    """The token after what the first rule that holds joins to the phrase."""
    for holds, joined in decisions:
        if holds(at):
            return at.after_quotation if joined == "quotation" else at.index + _LENGTHS[joined]
    return at.index

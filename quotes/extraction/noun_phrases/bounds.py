"""Where a noun phrase is complete, so that the noun behind it begins another.

أعلن معهد الإدارة | استمرار "announced the continuation", دعا الرئيس | الحكومة "called upon the
government": Arabic writes no mark between a subject and its object.

The rules are decision lists (Rivest 1987): they are asked in the order in which they stand, and the
first that holds decides. So what a later one says is true only of what no earlier one knows. Each
rule is a function with an example of what it is for: where another phrase begins whatever the verb
wants (``by_form``), where it wants somebody (``persons``) or something (``objects``), and where the
phrase goes on (``continuations``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import Literal

from quotes.extraction.noun_phrases import bounds_before_objects as objects
from quotes.extraction.noun_phrases import bounds_before_persons as persons
from quotes.extraction.noun_phrases import bounds_by_form as by_form
from quotes.extraction.noun_phrases import continuations
from quotes.extraction.noun_phrases.boundary import PhraseBoundary, Wanted
from quotes.extraction.noun_phrases.forms import PhraseForms
from quotes.extraction.text.article import Article
from quotes.extraction.text.words import Words

_BEGINS, _GOES_ON = True, False

_Kind = Literal["head", "definite", "indefinite"]
_Holds = Callable[[PhraseBoundary], bool]
_Decisions = tuple[tuple[_Holds, bool], ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """What follows for the noun behind a boundary where a condition holds."""

    holds: _Holds
    begins: bool
    """Whether another phrase begins, or the one before goes on."""
    wanted: Literal["", "person", "object", "either"] = ""
    """What the verb has to want behind the phrase; empty where that does not matter."""
    single: bool | None = None
    """Whether the phrase has to be a single word so far, or must not; None: it does not matter."""

    def is_asked(self, wants_object: bool, wants_person: bool, single: bool) -> bool:
        """Whether it is asked of a boundary at all."""
        if self.single not in (None, single):
            return False
        if self.wanted == "either":
            return wants_object or wants_person
        return self.wanted == "" or (wants_person if self.wanted == "person" else wants_object)


_OF_ANY_NOUN = (
    _Rule(by_form.opens_consequence, _BEGINS),
    _Rule(by_form.is_any, _BEGINS),
    _Rule(by_form.is_one_of_its_own, _BEGINS),
    _Rule(by_form.is_prayer, _BEGINS),
    _Rule(by_form.is_lack, _BEGINS),
    _Rule(continuations.is_branch_of_service, _GOES_ON),
    _Rule(continuations.follows_joining_particle, _GOES_ON),
    _Rule(objects.is_accusative_head, _BEGINS, wanted="either"),
    _Rule(by_form.says_how_of_possessed, _BEGINS),
    _Rule(continuations.is_nominative_plural, _GOES_ON),
    _Rule(continuations.is_inside_foreign_name, _GOES_ON),
    _Rule(objects.is_act_behind_people, _BEGINS, wanted="object"),
    _Rule(by_form.is_word_of_saying, _BEGINS),
    _Rule(continuations.is_other, _GOES_ON),
    _Rule(by_form.is_other_participant, _BEGINS),
    _Rule(persons.follows_generic_person, _BEGINS, wanted="person", single=True),
    _Rule(continuations.names_agency, _GOES_ON, wanted="person"),
    _Rule(persons.is_news_agency, _BEGINS, wanted="person"),
    _Rule(by_form.follows_one_of_them, _BEGINS),
    _Rule(persons.is_plural_behind_title, _BEGINS, wanted="person", single=True),
    _Rule(persons.is_oblique_office, _BEGINS, wanted="person"),
    _Rule(by_form.is_oblique_plural_behind_name, _BEGINS),
    _Rule(by_form.is_dual_object, _BEGINS),
    _Rule(continuations.is_name_behind_apposed_title, _GOES_ON, single=False),
    _Rule(by_form.is_act_behind_name, _BEGINS),
    _Rule(by_form.follows_recognition, _BEGINS, wanted="either"),
    _Rule(by_form.is_courtesy_behind_name, _BEGINS),
    _Rule(objects.follows_surname, _BEGINS, wanted="either", single=False),
    _Rule(by_form.is_feminine_predicate_behind_name, _BEGINS),
    _Rule(by_form.follows_completion, _BEGINS),
    _Rule(by_form.is_no_plural, _BEGINS),
    _Rule(by_form.is_clause_of_document, _BEGINS, single=True),
    _Rule(persons.is_foreigner_behind_body, _BEGINS, wanted="person", single=True),
    _Rule(by_form.is_event_behind_source, _BEGINS, single=True),
    _Rule(continuations.is_country_of_ministry, _GOES_ON, single=True),
    _Rule(by_form.disagrees, _BEGINS, single=True),
    _Rule(continuations.is_name_behind_rank, _GOES_ON, single=True),
    _Rule(persons.is_foreigner_behind_whole_body, _BEGINS, wanted="person"),
    _Rule(by_form.is_definite_behind_indefinite_adjective, _BEGINS, single=False),
    _Rule(by_form.is_body_behind_source, _BEGINS, single=False),
    _Rule(by_form.follows_high_official, _BEGINS, wanted="either"),
    _Rule(by_form.is_quantity, _BEGINS),
    _Rule(persons.follows_country, _BEGINS, wanted="person", single=True),
    _Rule(persons.is_country_behind_whole_name, _BEGINS, wanted="person"),
    _Rule(persons.is_called_upon, _BEGINS, wanted="person"),
    _Rule(persons.is_country_behind_name, _BEGINS, wanted="either", single=True),
    _Rule(persons.is_country_behind_country, _BEGINS, wanted="person", single=False),
    _Rule(persons.is_country_behind_adjective, _BEGINS, wanted="person", single=False),
    _Rule(persons.is_office_of_another, _BEGINS, wanted="person", single=True),
    _Rule(continuations.is_definite_office, _GOES_ON, wanted="person", single=True),
    _Rule(continuations.is_joining_particle, _GOES_ON),
    _Rule(by_form.is_told_thing_behind_source, _BEGINS),
    _Rule(persons.is_body_behind_name, _BEGINS, wanted="person", single=True),
    _Rule(persons.is_body_in_two_words, _BEGINS, wanted="person"),
    _Rule(persons.is_title_behind_document, _BEGINS, wanted="either", single=True),
)
# A noun that can head a phrase of its own, such as an office, or a particle of names; it goes on
# with the phrase where nothing says more.
_OF_HEADS = (
    _Rule(by_form.is_other_office, _BEGINS),
    _Rule(persons.is_office_behind_holder, _BEGINS, wanted="person"),
    _Rule(persons.is_definite_office_behind_name, _BEGINS, wanted="person", single=False),
    _Rule(persons.is_another_behind_possessed, _BEGINS, wanted="person"),
    _Rule(persons.is_body_behind_definite, _BEGINS, wanted="person"),
    _Rule(continuations.is_office_behind_whole_name, _GOES_ON),
    _Rule(persons.is_office_behind_body, _BEGINS, wanted="person", single=False),
    _Rule(persons.is_person_behind_ministry, _BEGINS, wanted="either"),
    _Rule(persons.is_one_behind_many, _BEGINS, wanted="person"),
    _Rule(objects.is_document, _BEGINS, wanted="object"),
    _Rule(objects.is_head_behind_whole, _BEGINS, wanted="either"),
)
_OF_OTHER_NOUNS = (
    _Rule(continuations.is_direction_of_adjective, _GOES_ON),
    _Rule(by_form.is_deed_of_woman_in_headline, _BEGINS),
    _Rule(by_form.is_place_or_occasion, _BEGINS),
    _Rule(continuations.is_surname_of_given, _GOES_ON),
    _Rule(objects.is_last_behind_surname, _BEGINS, wanted="object", single=False),
    _Rule(objects.is_deed_behind_place, _BEGINS, wanted="object", single=False),
    _Rule(objects.is_noun_like_name_behind_body, _BEGINS, wanted="object"),
    _Rule(persons.is_definite_behind_surname, _BEGINS, wanted="person", single=True),
    _Rule(persons.is_described_body, _BEGINS, wanted="person", single=True),
    _Rule(objects.heads_construct, _BEGINS, wanted="object"),
    _Rule(objects.is_act_behind_whole, _BEGINS, wanted="object"),
    _Rule(persons.is_plural_behind_name, _BEGINS, wanted="person"),
    _Rule(continuations.is_name, _GOES_ON),
    _Rule(continuations.is_foreign_before_unknown, _GOES_ON),
    _Rule(continuations.names_company, _GOES_ON),
)
_OF_DEFINITE_NOUNS = (
    _Rule(objects.is_described_behind_name, _BEGINS, wanted="either"),
    _Rule(objects.is_deed_behind_kunya, _BEGINS, wanted="either"),
    _Rule(continuations.completes_noun, _GOES_ON),
    _Rule(continuations.may_be_adjective, _GOES_ON),
    _Rule(continuations.is_adjectival_office, _GOES_ON),
    _Rule(continuations.describes_holder, _GOES_ON),
    _Rule(continuations.is_surname, _GOES_ON),
    _Rule(continuations.is_surname_of_two_words, _GOES_ON),
    _Rule(continuations.is_surname_before_object, _GOES_ON, wanted="either", single=False),
    _Rule(continuations.follows_divine_name, _GOES_ON),
    _Rule(continuations.ends_genealogy, _GOES_ON),
    _Rule(continuations.is_epithet, _GOES_ON),
    _Rule(continuations.is_people, _GOES_ON),
    _Rule(persons.always, _BEGINS, wanted="person"),
    _Rule(objects.is_definite, _BEGINS, wanted="object"),
    _Rule(by_form.is_definite_behind_definite, _BEGINS),
)
_OF_INDEFINITE_NOUNS = (
    _Rule(by_form.is_indefinite_behind_body, _BEGINS, single=True),
    _Rule(persons.is_possessed_behind_name, _BEGINS, wanted="person"),
    _Rule(objects.is_speech_given, _BEGINS, wanted="either"),
    _Rule(objects.is_indefinite, _BEGINS, wanted="either"),
)


_RULES: dict[_Kind, tuple[_Rule, ...]] = {
    "head": _OF_ANY_NOUN + _OF_HEADS,
    "definite": _OF_ANY_NOUN + _OF_OTHER_NOUNS + _OF_DEFINITE_NOUNS,
    "indefinite": _OF_ANY_NOUN + _OF_OTHER_NOUNS + _OF_INDEFINITE_NOUNS,
}
# For each kind of noun, each thing that the verb can want, and each length of the phrase before.
_DECISIONS: dict[tuple[_Kind, bool, bool, bool], _Decisions] = {
    (kind, wants_object, wants_person, single): tuple(
        (rule.holds, rule.begins)
        for rule in rules
        if rule.is_asked(wants_object, wants_person, single)
    )
    for kind, rules in _RULES.items()
    for wants_object, wants_person, single in product((False, True), repeat=3)
}


class PhraseBounds:
    """Tells in one article whether a noun goes on with the phrase before it."""

    def __init__(self, article: Article, words: Words, forms: PhraseForms) -> None:
        self.article = article
        self.words = words
        self._forms = forms

    def begins_another(self, first: int, index: int, wanted: Wanted) -> bool:
        """Whether a noun begins that cannot go on with a phrase already complete.

        The phrase begins at ``first``.
        """
        article = self.article
        token = article.tokens[index]
        if token.kind != "word":
            return False
        if article.tokens[index - 1].kind != "word":
            return (wanted.object or wanted.person) and (
                objects.begins_behind_mark(article, first, index)
                or objects.begins_behind_number(article, first, index)
            )
        facts = token.facts
        if facts.is_preposition and not article.is_ali(index):
            return False
        at = PhraseBoundary(article, self.words, self._forms, first, index, wanted)
        kind: _Kind = "indefinite"
        if facts.is_head or facts.is_name_particle:
            kind = "head"
        elif at.folded.startswith("ال") and facts.has_article:
            kind = "definite"
        for holds, begins in _DECISIONS[kind, wanted.object, wanted.person, at.single]:
            if holds(at):
                return begins
        return False

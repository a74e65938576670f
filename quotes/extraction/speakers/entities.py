"""The speakers of one article, found as its mentions are resolved in order.

A document names one person in full with the office the first time, then by the surname or the
office alone (الوزير "the minister"). Each mention is resolved to one entity, and each entity looks
for its fullest name in the whole text.
"""

from __future__ import annotations

from collections import deque
from functools import cache, partial

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.completion import Completion
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.fuller_bodies import FullerBodies
from quotes.extraction.speakers.fuller_names import FullerNames
from quotes.extraction.speakers.mentions import Mentions
from quotes.extraction.speakers.name_matching import same_name
from quotes.extraction.speakers.naming import Naming, read_naming
from quotes.extraction.speakers.office_holders import OfficeHolders
from quotes.extraction.speakers.other_offices import as_counterpart, under_other_office
from quotes.extraction.speakers.persons_before import PersonsBefore
from quotes.extraction.speakers.spelt_out import SpeltOut
from quotes.extraction.speakers.unspecific_namings import start_of_unspecific
from quotes.extraction.text.clitics import without_article
from quotes.extraction.text.grammar import (
    COURTESIES,
    GENERIC_PERSONS,
    LATTER,
    OFFICES_OF_STATE,
    PROPHETS,
)
from quotes.extraction.text.nisba import NISBA, is_told_by

# Who was named longer ago than so many others is named in full again; so that long texts take no
# longer than many short ones.
_MOST_ENTITIES = 100


class Entities:
    """The entities of one article, found as its mentions are resolved in order."""

    def __init__(self, phrases: NounPhrases, verbs: frozenset[int]) -> None:
        """``verbs`` are the tokens that can be finite verbs of saying."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.verbs = verbs
        self.entities: deque[Entity] = deque(maxlen=_MOST_ENTITIES)
        # Where a name is looked for, the same phrases are come upon again.
        self._naming = cache(partial(read_naming, self.article, self.words))
        self._fuller = FullerNames(phrases, self._naming)
        self._holders = OfficeHolders(phrases, self._naming, self._fuller)
        bodies = FullerBodies(phrases, self._naming, self._fuller)
        self._mentions = Mentions(phrases, self._naming, self._fuller, bodies)
        spelt_out = SpeltOut(phrases, self._naming, bodies)
        self._completion = Completion(
            phrases, verbs, self._naming, self._fuller, self._holders, spelt_out
        )
        self._persons = PersonsBefore(phrases, self._naming)

    def resolve(self, first: int, last: int) -> tuple[Entity, str]:
        """The entity that the noun phrase names, and the basis on which it was recognised."""
        if self.article.folded(first) in LATTER:
            mentioned = self.person_mentioned_before(first)
            if mentioned is not None:
                return mentioned, "office"
        if last == first + 1 and self.article.folded(first) in COURTESIES:
            bearer = self.bearer_of_courtesy(first) or self.person_mentioned_before(first)
            if bearer is not None:
                return bearer, "office"
        naming, body = self._mentions.read(first, last)
        entity, basis = self._known(body or naming)
        if entity is None:
            entity, basis = Entity(), "named"
            self.entities.append(entity)
            if body is not None:
                entity.add(body)
            self._completion.complete(entity, body or naming)
        entity.add(naming)
        if naming.is_named and not entity.genders and self._is_title_of_woman(naming.first):
            entity.genders = {"f"}
        if len(naming.words) > len(entity.words):
            entity.take_name(naming)
        return entity, basis

    def _is_title_of_woman(self, first: int) -> bool:
        """Whether a title or an office is a man's with the ending of women: الفنانة "the artist".

        A preacher, داعية, may be either.
        """
        man = self.article.folded(first)[:-1]
        return self.article.tokens[first].text.endswith("ة") and (
            self.words.is_title(man) or self.words.is_role(man)
        )

    def is_verb(self, index: int) -> bool:
        """Whether a token can be nothing but a finite verb, or is one of saying."""
        return index in self.verbs or self.words.is_verb(self.article, index)

    def note(self, entity: Entity, first: int, last: int) -> None:
        """Note that a noun phrase stands for somebody, who may be called so again."""
        if last > first + 1:
            entity.add(self._naming(first, last))

    def _known(self, naming: Naming) -> tuple[Entity | None, str]:
        """The entity named before that a naming names again, and by what it is recognised."""
        counted = naming.head in self.words.lexicon.quantifiers
        latest = self._latest_unnamed(naming)
        if latest is not None:
            return latest, "office"
        if not counted:
            for entity in reversed(self.entities):
                if naming.text in entity.texts:
                    return entity, "words"
        if naming.is_named:
            return self._known_by_name(naming)
        if not naming.head or counted:
            return None, ""
        holder = self._known_by_office(naming)
        if holder is None and (other := under_other_office(naming, self.words)) is not None:
            holder = self._known_by_office(other)
        if holder is None:
            counterpart = as_counterpart(naming, self.article, self.words)
            holder = self._known_by_office(counterpart) if counterpart is not None else None
        return (holder, "office") if holder is not None else (None, "")

    def _latest_unnamed(self, naming: Naming) -> Entity | None:
        """Of more sources without a name the one mentioned last: المصادر "the sources"."""
        if naming.kind != "unnamed" or naming.last - naming.first > 1 or naming.words:
            return None
        if not self.article.folded(naming.first).startswith(("ال", "وال")):
            return None
        before = [
            (max(known), entity)
            for entity in self.entities
            if naming.head in entity.heads
            and not entity.words
            and (known := [first for first in entity.firsts if first < naming.first])
        ]
        return max(before, key=lambda found: found[0])[1] if len(before) > 1 else None

    def _known_by_name(self, naming: Naming) -> tuple[Entity | None, str]:
        """The entity of that name, or of that name in brackets."""
        nearest = self._fuller.nearest_name(naming) if len(naming.words) == 1 else None
        for entity in reversed(self.entities):
            if (
                entity.words
                and same_name(naming.words, entity.words)
                and (nearest is None or len(entity.words) == 1 or same_name(nearest, entity.words))
            ):
                return entity, "name"
            if naming.words in entity.bynames:
                return entity, "byname"
        return None, ""

    def _known_by_office(self, naming: Naming) -> Entity | None:
        """A person of that office, else whoever the text says holds it, else one without a name."""
        body = naming.kind == "organisation"
        for entity in reversed(self.entities):
            if entity.words and not body and self._same_office(naming, entity):
                return entity
        holder = self._holders.holder(naming)
        if holder is not None:
            for entity in reversed(self.entities):
                if holder.is_named and entity.words and same_name(holder.words, entity.words):
                    return entity
                if holder.first in entity.firsts:
                    return entity
        for entity in reversed(self.entities):
            if self._same_office(naming, entity) and not self._is_told_of_another(naming, entity):
                return entity
        return None

    def _is_told_of_another(self, naming: Naming, entity: Entity) -> bool:
        """Whether a document is rather another one, told of since its last mention."""
        known = max((first for first in entity.firsts if first < naming.first), default=-1)
        return known >= 0 and self._holders.is_another_document(naming, known)

    def _same_office(self, naming: Naming, entity: Entity) -> bool:
        """Whether an office without a name can be that of ``entity``: الوزير "the minister"."""
        folded = self.article.folded(naming.first)
        if not folded.startswith(("ال", "وال")) and not (
            naming.kind in ("person", "organisation") and len(naming.office_words) > 1
        ):
            return False
        if naming.head not in entity.heads and not (
            # المؤسسة "the foundation" is spelt like the woman who founded something.
            naming.kind != "organisation"
            and entity.words
            and naming.head in entity.office_words - entity.served
            # فلان «جد الطفلة»: So-and-so, "the girl's grandfather"
            and (self.words.is_role(naming.head) or naming.head in self.words.lexicon.kin)
        ):
            return False
        rest = naming.office_words - {naming.head}
        known = entity.office_words.union(entity.words)
        return all(is_told_by(word, known) for word in rest)

    def describes_somebody_known(self, first: int, last: int, *, goes_on: bool) -> bool:
        """Whether an office with its nation, named nowhere else, stands for one already named.

        ``goes_on`` tells that the verb goes on with what somebody says: any office will do then.
        So does what anybody may be called: الرجل الستيني "the man in his sixties", المتحدث ذاته.
        """
        start = start_of_unspecific(self.article, self.words, first, last, goes_on=goes_on)
        if start is None:
            return False
        naming = self._naming(start, last)
        if naming.is_named and self._is_only_origin(naming):
            return True
        if naming.is_named or self._known(naming)[0] is not None:
            return False
        return self._holders.holder(naming) is None

    def _is_only_origin(self, naming: Naming) -> bool:
        """Whether a name behind an office tells where he is from: المدرب الباسكي.

        "the Basque coach"; of a surname the text has the full name somewhere.
        """
        if len(naming.words) != 1 or not naming.words[0].endswith(NISBA):
            return False
        fuller = self._fuller.fuller_name(naming.words, naming.first)
        return (
            not (fuller is not None and fuller.has_full_name)
            # الرجل الأربعيني: the man in his forties
            and (
                naming.head in GENERIC_PERSONS
                or any(naming.head in entity.office_words for entity in self.entities)
            )
            and self._known(naming)[0] is None
        )

    def is_from_elsewhere(self, entity: Entity, nation: int) -> bool:
        """Whether a nation tells somebody apart: مندوب ليبيا is not المندوب الروسي, the Russian."""
        # اللجنة الإيطالية: the Italian committee has an Italian official, too.
        known = entity.office_words | {word.removesuffix("ه") for word in entity.office_words}
        return (
            self.words.is_nationality(self.article, nation)
            and not is_told_by(without_article(self.article.folded(nation)), known)
            and any(is_told_by(word, self.words.lexicon.countries) for word in known)
        )

    def holds_another_office(self, entity: Entity, office: int) -> bool:
        """Whether an office of state is not his: النائب فلان is not الرئيس اللبناني.

        "the deputy So-and-so" is not "the Lebanese president".
        """
        head = without_article(self.article.folded(office))
        known = entity.office_words
        return (
            head in OFFICES_OF_STATE
            and head not in known
            and not OFFICES_OF_STATE.isdisjoint(known)
        )

    def may_be_named(self, entity: Entity) -> bool:
        """Whether a speaker told by his office alone may be named yet: المفوض العام للوكالة.

        "the commissioner general of the agency"
        """
        if entity.words or entity.kind != "person":
            return False
        office = entity.fullest
        head = self.article.folded(office.first)
        return (
            office.last > office.first + 1
            and self.words.is_role(head)
            and not self.words.in_list(head, self.words.lexicon.unnamed)
            and self.words.is_definite(self.article, office.last - 1)
        )

    def name_office(self, entity: Entity, first: int, last: int) -> tuple[Entity, str] | None:
        """The speaker told by his office, if what names him is a name of two words and new."""
        naming, _ = self._mentions.read(first, last)
        if (
            not naming.has_full_name
            or naming.text != naming.name
            or self._known(naming)[0] is not None
        ):
            return None
        entity.add(naming)
        entity.take_name(naming)
        return entity, "name"

    def person_mentioned_before(self, end: int) -> Entity | None:
        """The person whom the text names last before token ``end``, with a title or an office."""
        return self._resolved(self._persons.named_before(end))

    def bearer_of_courtesy(self, courtesy: int) -> Entity | None:
        """The person named last with the title of a courtesy: سموه "His Highness"."""
        return self._resolved(self._persons.bearer_of_courtesy(courtesy))

    def _resolved(self, named: tuple[int, int] | None) -> Entity | None:
        return self.resolve(*named)[0] if named is not None else None

    def prophet(self, near: int) -> Entity | None:
        """The Prophet, where the text names him."""
        article = self.article
        for head in PROPHETS:
            for first in self._fuller.places(head, near):
                last = self.phrases.end(first, article.sentence(first)[1], after_verb=True)
                if last > first:
                    return self.resolve(first, last)[0]
        return None

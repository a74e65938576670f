"""The speakers of one article, found as its mentions are resolved in order.

A document names one person in full with the office the first time, then by the surname or the
office alone (الوزير "the minister"). Each mention is resolved to one entity, and each entity looks
for its fullest name in the whole text.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from functools import cache, partial

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.fuller_bodies import FullerBodies
from quotes.extraction.speakers.fuller_names import FullerNames
from quotes.extraction.speakers.mentions import Mentions
from quotes.extraction.speakers.name_matching import same_name
from quotes.extraction.speakers.naming import Naming, read_naming, under_other_office
from quotes.extraction.speakers.office_holders import OfficeHolders
from quotes.extraction.speakers.spelt_out import SpeltOut
from quotes.extraction.speakers.unspecific_namings import start_of_unspecific
from quotes.extraction.text.clitics import has_article, without_article
from quotes.extraction.text.grammar import (
    BY,
    COUNTERPARTS,
    COURTESIES,
    GENERIC_PERSONS,
    HONORIFICS,
    LATTER,
    OFFICES_OF_STATE,
    PROPHETS,
    SON_OF,
)
from quotes.extraction.text.nisba import NISBA, is_told_by

# How far before الأخير "the latter" its person is looked for, in tokens.
_REACH_OF_LATTER = 60
# Who was named longer ago than so many others is named in full again; so that long texts take no
# longer than many short ones.
_MOST_ENTITIES = 100
_LEAST_GENEALOGY = 3


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
        self._spelt_out = SpeltOut(phrases, self._naming, bodies)

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
            self._complete(entity, body or naming)
        entity.add(naming)
        if len(naming.words) > len(entity.words):
            entity.take_name(naming)
        return entity, basis

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
        if holder is None and (counterpart := self._counterpart(naming)) is not None:
            holder = self._known_by_office(counterpart)
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

    def _complete(self, entity: Entity, naming: Naming) -> None:
        """Look in the whole text for a fuller naming of what is named here first."""
        spelt_out = self._spelt_out.of_headline(naming)
        if spelt_out is not None:
            entity.add(spelt_out)
            return
        if naming.head in self.words.lexicon.quantifiers:
            return
        begins_midway = naming.is_named and naming.words[0] in self.words.lexicon.name_particles
        # محمد بن سالم بن فهد "Muhammad bin Salem bin Fahd" may have آل عمران "Al Imran" behind it.
        of_fathers = len(naming.words) >= _LEAST_GENEALOGY and naming.words[-2] in SON_OF
        if naming.is_named and (len(naming.words) < 3 or begins_midway or of_fathers):
            nearest = self._fuller.nearest_name(naming) if len(naming.words) == 1 else None
            fuller = self._fuller.fuller_name(nearest or naming.words, naming.first)
            longer = fuller is not None and len(fuller.words) > len(naming.words)
            # Whoever has two names keeps the first; a third before them is somebody else's.
            keeps = len(naming.words) == 1 or begins_midway
            if not longer and of_fathers:
                fuller = self._with_family_name(naming)
                longer = fuller is not None
            if fuller is not None and longer and (keeps or fuller.words[0] == naming.words[0]):
                entity.add(fuller)
                entity.take_name(fuller)
        elif not naming.is_named and (
            self.article.folded(naming.first).startswith("ال")
            or naming.kind in ("person", "organisation", "document")
        ):
            holder = self._holders.holder(naming)
            if holder is None and (other := under_other_office(naming, self.words)) is not None:
                holder = self._holders.holder(other)
                if holder is not None and self._is_told_later(naming, holder):
                    holder = None
            if holder is None and (counterpart := self._counterpart(naming)) is not None:
                holder = self._holders.holder(counterpart)
            if holder is not None and (holder.is_named or holder.head not in COUNTERPARTS):
                entity.add(holder)
                entity.take_name(holder)
        if naming.is_named and not entity.words:
            entity.take_name(naming)

    def _with_family_name(self, naming: Naming) -> Naming | None:
        """A genealogy with a noun behind it, if whoever is called so alone speaks: وقال الشموخ.

        Behind سعد بن فهد الشموخ "Saad bin Fahd al-Shumukh" the noun might be an object as well.
        """
        article, behind = self.article, naming.last
        if (
            behind >= len(article.tokens)
            or not has_article(article.folded(behind))
            or self.words.is_head(article.folded(behind))
        ):
            return None
        spelling = article.folded(behind)
        if self.verbs.isdisjoint(n - 1 for n in self._fuller.places(spelling, behind)):
            return None
        longer = self._naming(naming.first, behind + 1)
        return longer if longer.words == (*naming.words, spelling) else None

    def _is_told_later(self, naming: Naming, holder: Naming) -> bool:
        """Whether the other name of an office is told behind it: الطبيب … الدكتور سالم.

        "the doctor …. Dr Salem": the text itself would have named him first.
        """
        return self.article.paragraph_of[naming.first] > 0 and holder.first > naming.first

    def _counterpart(self, naming: Naming) -> Naming | None:
        """The same as the counterpart of another: الوزير القطري for نظيره القطري فلان.

        "the Qatari minister" for "his Qatari counterpart So-and-so"; only his nation tells.
        """
        if (
            naming.last != naming.first + 2
            or naming.head not in OFFICES_OF_STATE
            or not self.words.is_nationality(self.article, naming.last - 1)
        ):
            return None
        nation = naming.office_words - {naming.head}
        for head in COUNTERPARTS:
            if self.article.places(head):
                return replace(naming, head=head, office_words=frozenset(nation | {head}))
        return None

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

    def prophet(self, near: int) -> Entity | None:
        """The Prophet, where the text names him."""
        article = self.article
        for head in PROPHETS:
            for first in self._fuller.places(head, near):
                last = self.phrases.end(first, article.sentence(first)[1], after_verb=True)
                if last > first:
                    return self.resolve(first, last)[0]
        return None

    def person_mentioned_before(self, end: int) -> Entity | None:
        """The person whom the text names last before token ``end``, with a title or an office."""
        article, words = self.article, self.words
        for first in range(end - 1, max(0, end - _REACH_OF_LATTER) - 1, -1):
            folded = article.folded(first)
            if not (words.is_role(folded) or words.is_title(folded)):
                continue
            # الرئيس فلان | باستغلال القضاء: President So-and-so | of using the judiciary
            last = self.phrases.end(first, self._next_verb(first + 2, end), BY)
            if last > first + 1 and self._naming(first, last).is_named:
                return self.resolve(first, last)[0]
        return None

    def has_other_courtesy(self, entity: Entity, courtesy: int) -> bool:
        """Whether somebody is called by another title than that of a courtesy: سمو, not معاليه.

        "His Highness", not "His Excellency"
        """
        title = _title_of_courtesy(self.article.folded(courtesy))
        titles = {
            word.removesuffix("ه")
            for naming in entity.namings
            for word in self.article.words[max(0, naming.first - 1) : naming.last]
            if word in HONORIFICS
        }
        return bool(titles) and title not in titles

    def bearer_of_courtesy(self, courtesy: int) -> Entity | None:
        """The person named last with the title of a courtesy: صاحب السمو الأمير فلان, سموه.

        "His Highness Prince So-and-so", "His Highness"
        """
        article = self.article
        title = _title_of_courtesy(article.folded(courtesy))
        for index in range(courtesy - 1, max(0, courtesy - _REACH_OF_LATTER) - 1, -1):
            word = article.folded(index)
            if word in COURTESIES or word.removeprefix("ال").removesuffix("ه") != title:
                continue
            first = index - (index > 0 and self.words.is_role(article.folded(index - 1)))
            last = self.phrases.end(first, article.sentence(index)[1], after_verb=True)
            if last > index + 1 and self._naming(first, last).is_named:
                return self.resolve(first, last)[0]
        return None

    def _next_verb(self, first: int, end: int) -> int:
        """The first token from ``first`` on that is rather a verb than a name, or the end."""
        article, words = self.article, self.words
        limit = min(end, article.sentence(first - 2)[1])
        return next(
            (
                index
                for index in range(first, limit)
                if words.may_be_verb(article, index)
                and article.folded(index) not in words.lexicon.given_names
                and not words.is_name(article, index)
            ),
            limit,
        )


def _title_of_courtesy(courtesy: str) -> str:
    """The title that a courtesy puts a pronoun behind, bare of its last letter: سعاد of سعادته.

    "His Excellency"
    """
    return courtesy.removesuffix("ها").removesuffix("ه").removesuffix("ت")

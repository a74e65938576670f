"""Stage 4: the speakers of one article, each with all the ways in which it is named.

A document names one person in full with the office the first time, then by the surname or the
office alone (الوزير "the minister"). Each mention is resolved to one entity, and each entity looks
for its fullest name in the whole text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from quotes.extraction.article import Article
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.entity import Entity
from quotes.extraction.grammar import (
    CALLED,
    COMMAS,
    EMPHATICS,
    GENERIC_PERSONS,
    LATTER,
    MINISTRIES,
    PROPHETS,
    SAME,
    TAG_LABELS,
    has_article,
)
from quotes.extraction.name_matching import NISBA, is_told_by, same_name
from quotes.extraction.naming import HAMZATED, Naming, read_naming, single
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.words import Words

_LONGEST_NAME = 6
_LONGEST_OFFICE = 9
# How far before الأخير "the latter" its person is looked for, in tokens.
_REACH_OF_LATTER = 60
# Who was named longer ago than so many others is named in full again; so that long texts take no
# longer than many short ones.
_MOST_ENTITIES = 100
# Of a word that stands all over a text, so many places before a mention and behind it.
_MOST_PLACES = 40


class Entities:
    """The entities of one article, found as its mentions are resolved in order."""

    def __init__(
        self, article: Article, words: Words, phrases: NounPhrases, verbs: frozenset[int]
    ) -> None:
        """``verbs`` are the tokens that can be finite verbs of saying."""
        self.article = article
        self.verbs = verbs
        self.words = words
        self.phrases = phrases
        self.entities: deque[Entity] = deque(maxlen=_MOST_ENTITIES)
        self._fuller_names: dict[tuple[str, ...], Naming | None] = {}
        # Where a name is looked for, the same phrases are come upon again.
        self._naming = cache(partial(read_naming, article, words))
        self._single = cache(partial(single, article, words))

    def resolve(self, first: int, last: int) -> tuple[Entity, str]:
        """The entity that the noun phrase names, and the basis on which it was recognised."""
        if self.article.folded(first) in LATTER:
            mentioned = self.person_mentioned_before(first)
            if mentioned is not None:
                return mentioned, "office"
        naming = self._naming(first, last)
        if not naming.is_named and last == first + 1:
            naming = self._as_surname(naming)
        body = self._body(naming)
        if body is not None:
            naming = replace(naming, name="", words=(), kind="organisation")
        if not naming.is_named:
            naming = self._called(naming, last) or naming
        entity, basis = self._known(body or naming)
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
            if body is not None:
                entity.add(body)
            else:
                self._complete(entity, naming)
            basis = "named"
        entity.add(naming)
        if len(naming.words) > len(entity.words):
            entity.words, entity.full_name = naming.words, naming.name
        return entity, basis

    def describes_somebody_known(self, first: int, last: int) -> bool:
        """Whether an office with its nation, named nowhere else, stands for one already named.

        So does what anybody may be called: الرجل الستيني "the man in his sixties", المتحدث ذاته.
        """
        words = self.words
        same = False
        if self.article.folded(first) in SAME and last > first + 1:
            # ذات المصدر
            first, same = first + 1, True
        folded = self.article.folded(first)
        if not folded.startswith("ال"):
            return False
        adjective = last == first + 2 and words.is_adjective(self.article, first + 1)
        same = same or (
            last == first + 2 and words.in_list(self.article.folded(first + 1), EMPHATICS)
        )
        generic = (same and words.is_head(folded)) or (
            folded.removeprefix("ال") in GENERIC_PERSONS and (adjective or last == first + 1)
        )
        if not generic and (
            not words.is_role(folded)
            or words.in_list(folded, words.lexicon.unnamed)
            or not adjective
            or not self.article.folded(first + 1).endswith(NISBA)
        ):
            return False
        naming = self._naming(first, last)
        if naming.is_named or self._known(naming)[0] is not None:
            return False
        return self._office_holder(naming) is None

    def _called(self, naming: Naming, last: int) -> Naming | None:
        """The naming with the name told behind it: موظف في المديرية يدعى فلان."""
        article = self.article
        if article.tokens[last : last + 1] and article.tokens[last].text in COMMAS:
            last += 1
        if article.folded(last) not in CALLED or not self.phrases.starts(last + 1, after_verb=True):
            return None
        end = self.phrases.end(last + 1, article.sentence(last)[1], after_verb=True)
        name = self._naming(last + 1, end)
        if not name.is_named:
            return None
        return replace(naming, name=name.name, words=name.words, kind="person")

    def prophet(self, near: int) -> Entity | None:
        """The Prophet, where the text names him."""
        article = self.article
        for head in PROPHETS:
            for first in self._positions(head, near):
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
            last = self.phrases.end(first, self._next_verb(first + 2, end))
            if last > first + 1 and self._naming(first, last).is_named:
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

    def _as_surname(self, naming: Naming) -> Naming:
        """A common noun read as a surname, where the text has it behind a given name."""
        folded = self.article.folded(naming.first)
        if self.words.is_head(folded) or folded in self.words.lexicon.countries:
            return naming
        fuller = self._fuller_name((folded,), naming.first)
        if fuller is None or len(fuller.words) < 2 or fuller.words[-1] != folded:
            return naming
        return replace(naming, name=naming.text, words=(folded,), kind="person")

    def _body(self, naming: Naming) -> Naming | None:
        """The body that a short naming stands for: شركة فيسبوك for فيسبوك, or وزارة الدفاع."""
        article, words = self.article, self.words
        folded = article.folded(naming.first)
        ministry = words.is_organisation(folded) and has_article(folded)
        if (
            len(naming.words) > 1
            or folded in words.lexicon.given_names
            or folded in words.lexicon.countries
            or (not ministry and (naming.last - naming.first > 1 or words.is_head(folded)))
        ):
            return None
        fuller = self._fuller_name(naming.words, naming.first) if naming.words else None
        if fuller is not None and len(fuller.words) > 1:
            return None
        for position in self._positions(folded, naming.first):
            start = position - 2 if position - 1 in article.opening else position - 1
            if start < 0 or naming.first <= start < naming.last:
                continue
            head = article.folded(start)
            if has_article(head) or words.is_role(head) or head in words.lexicon.countries:
                continue
            if head not in MINISTRIES if ministry else not words.is_organisation(head):
                continue
            last = self.phrases.end(start, article.sentence(start)[1], object_follows=True)
            body = self._naming(start, self._single(start, last))
            if last > position and body.kind == "organisation":
                return body
        return None

    def _known(self, naming: Naming) -> tuple[Entity | None, str]:
        if naming.head not in self.words.lexicon.quantifiers:
            for entity in reversed(self.entities):
                if naming.text in entity.texts:
                    return entity, "words"
        if naming.is_named:
            for entity in reversed(self.entities):
                if entity.words and same_name(naming.words, entity.words):
                    return entity, "name"
                if naming.words in entity.bynames:
                    return entity, "byname"
            return None, ""
        if not naming.head or naming.head in self.words.lexicon.quantifiers:
            return None, ""
        for entity in reversed(self.entities):
            if entity.words and self._same_office(naming, entity):
                return entity, "office"
        holder = self._office_holder(naming)
        if holder is not None:
            for entity in reversed(self.entities):
                if holder.is_named and entity.words and same_name(holder.words, entity.words):
                    return entity, "office"
                if holder.first in entity.firsts:
                    return entity, "office"
        for entity in reversed(self.entities):
            if self._same_office(naming, entity):
                return entity, "office"
        return None, ""

    def _same_office(self, naming: Naming, entity: Entity) -> bool:
        """Whether an office without a name can be that of ``entity``: الوزير "the minister"."""
        folded = self.article.folded(naming.first)
        if not folded.startswith(("ال", "وال")) and not (
            naming.kind == "person" and len(naming.office_words) > 1
        ):
            return False
        if naming.head not in entity.heads and not (
            entity.words and naming.head in entity.office_words and self.words.is_role(naming.head)
        ):
            return False
        rest = naming.office_words - {naming.head}
        known = entity.office_words.union(entity.words)
        return all(is_told_by(word, known) for word in rest)

    def _complete(self, entity: Entity, naming: Naming) -> None:
        """Look in the whole text for a fuller naming of what is named here first."""
        if naming.head in self.words.lexicon.quantifiers:
            return
        begins_midway = naming.is_named and naming.words[0] in self.words.lexicon.name_particles
        if naming.is_named and (len(naming.words) < 3 or begins_midway):
            fuller = self._fuller_name(naming.words, naming.first)
            longer = fuller is not None and len(fuller.words) > len(naming.words)
            # Whoever has two names keeps the first; a third before them is somebody else's.
            keeps = len(naming.words) == 1 or begins_midway
            if fuller is not None and longer and (keeps or fuller.words[0] == naming.words[0]):
                entity.add(fuller)
                entity.words, entity.full_name = fuller.words, fuller.name
        elif not naming.is_named and (
            self.article.folded(naming.first).startswith("ال") or naming.kind == "person"
        ):
            holder = self._office_holder(naming)
            if holder is not None:
                entity.add(holder)
                entity.words, entity.full_name = holder.words, holder.name
        if naming.is_named and not entity.words:
            entity.words, entity.full_name = naming.words, naming.name

    def _positions(self, folded: str, near: int) -> Sequence[int]:
        """Where a word stands in the text, at the places nearest to the token ``near``."""
        found = self.article.places(folded)
        place = bisect_left(found, near)
        return found[max(0, place - _MOST_PLACES) : place + _MOST_PLACES]

    def _fuller_name(self, words: tuple[str, ...], near: int) -> Naming | None:
        """The longest run of name words anywhere that contains ``words``."""
        if words not in self._fuller_names:
            self._fuller_names[words] = self._longest_name(words, near)
        return self._fuller_names[words]

    def _longest_name(self, words: tuple[str, ...], near: int) -> Naming | None:
        article = self.article
        runs: list[tuple[int, int]] = []
        spellings = [clitic + words[-1] for clitic in ("", "و", "ل", "ب")]
        for position in (p for s in spellings for p in self._positions(s, near)):
            if article.folded(article.sentence(position)[0]) in TAG_LABELS:
                # Tags stand side by side without a mark between them.
                continue
            first, last = position, position + 1
            while first > 0 and last - first < _LONGEST_NAME and self._in_name(first - 1):
                first -= 1
            while (
                last < len(article.tokens)
                and last - first < _LONGEST_NAME
                and (
                    self._in_name(last)
                    or (
                        article.folded(last).startswith("ال")
                        and self._surname(last)
                        # طالب القحطاني الشباب: behind a surname alone stands another noun.
                        and not (last == first + 1 and article.folded(first).startswith("ال"))
                    )
                )
            ):
                last += 1
            if (
                position + 1 < last < len(article.tokens)
                and article.folded(last - 1) in self.words.lexicon.name_particles
                and self.words.may_be_verb(article, last)
            ):
                # فؤاد لا يعرف "Fouad does not know"; but إيدوين لو Edwin Lau.
                last -= 1
            if last - first > 2 and self._is_field(first):
                first += 1
            elif self._is_given_name(first - 1):
                first -= 1
            run = tuple(article.folded(n) for n in range(first, last))
            if same_name(words, run):
                runs.append((first, last))
        for first, last in sorted(runs, key=lambda run: run[0] - run[1]):
            naming = self._naming(first, last)
            if naming.is_named and same_name(words, naming.words):
                titled = self._naming(self._office_start(first, last), last)
                return titled if titled.words == naming.words else naming
        return None

    def _office_start(self, first: int, last: int) -> int:
        """Where the noun phrase begins that ends in the name of tokens ``[first, last)``."""
        start = first
        for index in range(first - 1, max(0, first - _LONGEST_OFFICE) - 1, -1):
            if self.phrases.inside.is_closed_class(index) or not self.article.tokens[index].is_word:
                break
            office = self.words.is_role(self.article.folded(index))
            if office and self.phrases.end(index, last, after_verb=True) == last:
                start = index
        return start

    def _is_given_name(self, index: int) -> bool:
        """Whether a word that looks like a common noun is a given name: البريطاني كير ستارمر.

        Behind an adjective with the article no indefinite noun goes on with the phrase.
        """
        article, words = self.article, self.words
        if index < 1 or not article.tokens[index].is_word:
            return False
        folded = article.folded(index)
        return (
            has_article(article.folded(index - 1))
            and "adjective" in words.info(article, index - 1).classes
            and not has_article(folded)
            and not words.is_head(folded)
            and not self.phrases.inside.is_closed_class(index)
            and not is_circumstance(article, index, words)
            and not self._has_clitic(index)
        )

    def _is_field(self, index: int) -> bool:
        """Whether the word is the name of the place or body before it: نادي برشلونة لويس."""
        before = self.article.folded(index - 1) if index else ""
        return self.words.is_organisation(before) or self.words.is_place(before)

    def _in_name(self, index: int) -> bool:
        token = self.article.tokens[index]
        if token.folded in self.words.lexicon.name_particles:
            return True
        before = self.article.folded(index - 1) if index > 0 else ""
        if token.folded.startswith("ال") and before in self.words.lexicon.name_particles:
            # عبد الله, ولد الشيخ
            return True
        return (
            token.kind in ("word", "latin")
            and (
                not token.folded.startswith(("ال", "و", "لل"))
                # ألكسندر: no article has a hamza.
                or token.text[0] in HAMZATED
                or token.folded in self.words.lexicon.given_names
            )
            and not self.phrases.inside.is_closed_class(index)
            and not self._has_clitic(index)
            and self.words.is_name(self.article, index)
            and (
                not self.words.is_head(token.folded)
                or token.folded in self.words.lexicon.given_names
            )
            and token.folded not in self.words.lexicon.countries
            and (
                token.folded in self.words.lexicon.given_names
                or not self.words.may_be_verb(self.article, index)
                or "proper" in self.words.info(self.article, index).classes
            )
        )

    def _has_clitic(self, index: int) -> bool:
        facts = self.article.tokens[index].facts
        # سعادته "his joy"; but روته Rutte looks like a verb with a pronoun.
        return facts.has_proclitic or (facts.has_enclitic and facts.classes == {"noun"})

    def _surname(self, index: int) -> bool:
        folded = self.article.folded(index)
        return (
            self.words.is_name(self.article, index)
            and not self.words.is_head(folded)
            and not is_circumstance(self.article, index, self.words)
            and not self.phrases.inside.is_closed_class(index)
        )

    def _start_of_name(self, office: int) -> int:
        """Where the name begins that an office stands behind: فلان الفلاني، المدير الفني.

        The comma may be left out: الشيخ فلان الفلاني مفتي أوغندا.
        """
        first = end = office - (self.article.tokens[office - 1].text in COMMAS)
        if office < 3 or self.article.sentence_of[office] != self.article.sentence_of[end - 1]:
            return office
        if self._surname(end - 1):
            first = end - 1
        while first > 0 and end - first < _LONGEST_NAME and self._in_name(first - 1):
            first -= 1
        if end - first < 2:
            return office
        start = self._office_start(first, end)
        return start if self.phrases.end(start, office + 1, after_verb=True) > office else office

    def _holds_two(self, first: int, last: int) -> bool:
        """Whether two people may stand side by side: استقبل رئيس الحكومة رئيس البلدية."""
        words, article = self.words, self.article
        return any(
            words.is_role(article.folded(index)) and has_article(article.folded(index - 1))
            for index in range(first + 1, last)
        )

    def _office_holder(self, naming: Naming) -> Naming | None:
        """A fuller noun phrase elsewhere that begins with the same office."""
        article = self.article
        definite = article.folded(naming.first).startswith(("ال", "وال", "لل"))
        if not definite and (len(naming.office_words) < 2 or naming.kind != "person"):
            return None
        best: Naming | None = None
        for spelling in (naming.head, *(c + naming.head for c in ("ال", "و", "ل", "ب"))):
            for position in self._positions(spelling, naming.first):
                if naming.first <= position < naming.last:
                    continue
                limit = article.sentence(position)[1]
                last = self.phrases.end(position, limit, object_follows=True)
                last = self._single(position, last)
                if last <= position + 1:
                    continue
                other = self._naming(self._start_of_name(position), last)
                known = other.office_words | set(other.words)
                if not all(is_told_by(w, known) for w in naming.office_words - {naming.head}):
                    continue
                if not other.is_named and len(known) <= len(naming.office_words):
                    continue
                if position > naming.first and not other.is_named:
                    continue
                if not other.is_named and self._holds_two(position, last):
                    continue
                if best is None or _nearer(other, best, naming):
                    best = other
        return best


def _nearer(other: Naming, best: Naming, naming: Naming) -> bool:
    """Whether ``other`` is the better antecedent: before rather than behind, and nearer."""
    before, best_before = other.first < naming.first, best.first < naming.first
    if before != best_before:
        return before
    return abs(other.first - naming.first) < abs(best.first - naming.first)

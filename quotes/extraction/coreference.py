"""Stage 4: who the speaker is, under the fullest name the document gives.

A document names one person in many ways: in full with the office the first time, then by the
surname, by the office alone (الوزير "the minister"), or not at all where the subject is dropped.
Each mention is resolved to an entity; dropped subjects and participles take the subject of the
clause that governs them, else the last speaker who agrees in gender and number.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace

from quotes.extraction.article import Article
from quotes.extraction.contents import Attribution
from quotes.extraction.grammar import DEPENDENT_OPENERS, RELATIVES
from quotes.extraction.naming import Naming, read_naming, single
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.words import Words
from quotes.model import Speaker, SpeakerKind

_LONGEST_NAME = 6


@dataclass(slots=True)
class Entity:
    """One speaker of the document with all the ways in which it is named."""

    namings: list[Naming] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    full_name: str = ""
    words: tuple[str, ...] = ()
    gender: str | None = None
    plural: bool = False

    @property
    def fullest(self) -> Naming:
        """The naming that says most."""
        return max(self.namings, key=lambda n: (len(n.words), len(n.office_words), len(n.text)))

    @property
    def kind(self) -> SpeakerKind:
        """What kind of speaker it is."""
        return "person" if self.words else self.fullest.kind

    @property
    def name(self) -> str:
        """The canonical name: the fullest proper name, else the fullest description."""
        return self.full_name or self.fullest.name or self.fullest.text

    @property
    def office_words(self) -> frozenset[str]:
        """Every word by which its office has been called."""
        return frozenset().union(*(naming.office_words for naming in self.namings))


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
        self.entities: list[Entity] = []
        self._occurrences: dict[str, list[int]] | None = None

    def resolve(self, first: int, last: int) -> tuple[Entity, str]:
        """The entity that the noun phrase names, and the basis on which it was recognised."""
        naming = read_naming(self.article, self.words, first, last)
        if not naming.is_named and last == first + 1:
            naming = self._as_surname(naming)
        entity, basis = self._known(naming)
        if entity is None:
            entity = Entity()
            self.entities.append(entity)
            self._complete(entity, naming)
            basis = "named"
        entity.namings.append(naming)
        entity.positions.append(first)
        if len(naming.words) > len(entity.words):
            entity.words, entity.full_name = naming.words, naming.name
        return entity, basis

    def _as_surname(self, naming: Naming) -> Naming:
        """A common noun read as a surname, where the text has it behind a given name."""
        folded = self.article.folded(naming.first)
        if self.words.is_head(folded) or folded in self.words.lexicon.countries:
            return naming
        fuller = self._fuller_name((folded,))
        if fuller is None or len(fuller.words) < 2 or fuller.words[-1] != folded:
            return naming
        return replace(naming, name=naming.text, words=(folded,), kind="person")

    def _known(self, naming: Naming) -> tuple[Entity | None, str]:
        if naming.head not in self.words.lexicon.quantifiers:
            for entity in reversed(self.entities):
                if any(n.text == naming.text for n in entity.namings):
                    return entity, "words"
        if naming.is_named:
            for entity in reversed(self.entities):
                if entity.words and _same_name(naming.words, entity.words):
                    return entity, "name"
                if any(n.byname and n.byname == naming.words for n in entity.namings):
                    return entity, "byname"
            return None, ""
        if not naming.head or naming.head in self.words.lexicon.quantifiers:
            return None, ""
        holder = self._office_holder(naming)
        if holder is not None:
            for entity in reversed(self.entities):
                if holder.is_named and entity.words and _same_name(holder.words, entity.words):
                    return entity, "office"
                if any(n.first == holder.first for n in entity.namings):
                    return entity, "office"
        for entity in reversed(self.entities):
            if self._same_office(naming, entity):
                return entity, "office"
        return None, ""

    def _same_office(self, naming: Naming, entity: Entity) -> bool:
        """Whether an office without a name can be that of ``entity``: الوزير, الأمين العام للناتو."""
        folded = self.article.folded(naming.first)
        if not folded.startswith(("ال", "وال")):
            return False
        if naming.head not in {n.head for n in entity.namings}:
            return False
        rest = naming.office_words - {naming.head}
        known = entity.office_words | set(entity.words)
        return all(word in known for word in rest)

    def _complete(self, entity: Entity, naming: Naming) -> None:
        """Look in the whole text for a fuller naming of what is named here first."""
        if naming.head in self.words.lexicon.quantifiers:
            return
        if naming.is_named and len(naming.words) < 3:
            fuller = self._fuller_name(naming.words)
            if fuller is not None and len(fuller.words) > len(naming.words):
                entity.namings.append(fuller)
                entity.words, entity.full_name = fuller.words, fuller.name
        elif not naming.is_named and self.article.folded(naming.first).startswith("ال"):
            holder = self._office_holder(naming)
            if holder is not None:
                entity.namings.append(holder)
                entity.words, entity.full_name = holder.words, holder.name
        if naming.is_named and not entity.words:
            entity.words, entity.full_name = naming.words, naming.name

    def _positions(self, folded: str) -> list[int]:
        if self._occurrences is None:
            self._occurrences = {}
            for index, token in enumerate(self.article.tokens):
                if token.is_word:
                    self._occurrences.setdefault(token.folded, []).append(index)
        return self._occurrences.get(folded, [])

    def _fuller_name(self, words: tuple[str, ...]) -> Naming | None:
        """The longest run of name words anywhere that contains ``words``."""
        article = self.article
        best: tuple[int, int] | None = None
        spellings = {words[-1], "و" + words[-1], "ل" + words[-1], "ب" + words[-1]}
        for position in (p for s in spellings for p in self._positions(s)):
            first, last = position, position + 1
            while first > 0 and last - first < _LONGEST_NAME and self._in_name(first - 1):
                first -= 1
            while (
                last < len(article.tokens)
                and last - first < _LONGEST_NAME
                and (
                    self._in_name(last)
                    or (article.folded(last).startswith("ال") and self._surname(last))
                )
            ):
                last += 1
            if last - first > 2 and self._is_field(first):
                first += 1
            run = tuple(article.folded(n) for n in range(first, last))
            if _same_name(words, run) and (best is None or last - first > best[1] - best[0]):
                best = (first, last)
        if best is None:
            return None
        naming = read_naming(article, self.words, *best)
        return naming if naming.is_named else None

    def _is_field(self, index: int) -> bool:
        """Whether the word is the name of the place or body before it: نادي برشلونة لويس."""
        before = self.article.folded(index - 1) if index else ""
        return self.words.is_organisation(before) or self.words.is_place(before)

    def _in_name(self, index: int) -> bool:
        token = self.article.tokens[index]
        if token.folded in self.words.lexicon.name_particles:
            return True
        if index > 0 and token.folded.startswith("ال") and self.article.folded(index - 1) == "عبد":
            return True
        return (
            token.kind in ("word", "latin")
            and not token.folded.startswith(("ال", "و", "لل"))
            and not self.phrases.is_closed_class(index)
            and not self._has_clitic(index)
            and self.words.is_name(self.article, index)
            and not self.words.is_head(token.folded)
            and token.folded not in self.words.lexicon.countries
            and (
                not self.words.may_be_verb(self.article, index)
                or "proper" in self.words.info(self.article, index).classes
            )
        )

    def _has_clitic(self, index: int) -> bool:
        readings = self.words.info(self.article, index).readings
        return bool(readings) and all(reading.proclitics for reading in readings)

    def _surname(self, index: int) -> bool:
        folded = self.article.folded(index)
        return (
            self.words.is_name(self.article, index)
            and not self.words.is_head(folded)
            and not self.phrases.is_circumstance(index)
            and not self.phrases.is_closed_class(index)
        )

    def _office_holder(self, naming: Naming) -> Naming | None:
        """A fuller noun phrase elsewhere that begins with the same office."""
        article, words = self.article, self.words
        definite = article.folded(naming.first).startswith(("ال", "وال", "لل"))
        if not definite and (len(naming.office_words) < 2 or naming.kind != "person"):
            return None
        best: Naming | None = None
        for spelling in (naming.head, *(c + naming.head for c in ("ال", "و", "ل", "ب"))):
            for position in self._positions(spelling):
                if naming.first <= position < naming.last:
                    continue
                last = self.phrases.end(position, article.sentence(position)[1])
                last = single(article, words, position, last)
                if last <= position + 1:
                    continue
                other = read_naming(article, words, position, last)
                known = other.office_words | set(other.words)
                if not (naming.office_words - {naming.head}) <= known:
                    continue
                if not other.is_named and len(known) <= len(naming.office_words):
                    continue
                if position > naming.first and not other.is_named:
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


def _same_name(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether one name is the other with words left out, the surname or first name kept."""
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    a = [_bare(word) for word in shorter]
    b = [_bare(word) for word in longer]
    if not a or not b or (a[-1] != b[-1] and a[0] != b[0]):
        return len(a) == 1 and a[0] in b
    remaining = iter(b)
    return all(word in remaining for word in a)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


@dataclass(slots=True)
class Resolved:
    """An attribution with its speaker.

    ``basis`` says how the speaker was found: ``named`` here, or by the same ``words``, ``name``,
    ``byname`` or ``office`` as before, or carried over from the clause it closes (``host``), the
    ``governing`` clause, the subject of the ``sentence`` or the ``sentence-before``, or the
    ``last`` speaker. ``others`` are who else could have spoken, the likeliest first.
    """

    attribution: Attribution
    entity: Entity | None
    basis: str
    others: tuple[Entity, ...] = ()


def resolve_speakers(
    article: Article, attributions: list[Attribution], entities: Entities, words: Words
) -> list[Resolved]:
    """The speaker of every attribution, in the order of their cues."""
    done: list[Resolved] = []
    for attribution in sorted(attributions, key=lambda a: (a.cue.start, a.start)):
        entity: Entity | None
        if attribution.subject is not None:
            entity, basis = entities.resolve(attribution.subject.first, attribution.subject.last)
            _note_agreement(entity, attribution)
        else:
            entity, basis = _carried_over(article, attribution, done, entities, words)
        others = _others(entity, done)
        done.append(Resolved(attribution, entity, basis, others))
    return done


def _note_agreement(entity: Entity, attribution: Attribution) -> None:
    reading = attribution.frame.reading
    subject = attribution.subject
    if reading is None or reading.type != "verb" or subject is None:
        return
    genders = {form.gender for form in reading.forms if form.person == 3}
    if len(genders) == 1:
        entity.gender = genders.pop()
    entity.plural = entity.plural or (reading.has(number="p") and not reading.has(number="s"))


def _others(entity: Entity | None, done: list[Resolved]) -> tuple[Entity, ...]:
    """The speakers before, the latest first, without the chosen one."""
    found: list[Entity] = []
    for resolved in reversed(done):
        if resolved.entity is not None and resolved.entity is not entity:
            if resolved.entity not in found:
                found.append(resolved.entity)
        if len(found) == 3:
            break
    return tuple(found)


def _carried_over(
    article: Article,
    attribution: Attribution,
    done: list[Resolved],
    entities: Entities,
    words: Words,
) -> tuple[Entity | None, str]:
    reading = attribution.frame.reading
    cue = attribution.frame.cue
    sentence = article.sentence(cue.first)
    clauses = [
        r
        for r in done
        if sentence[0] <= r.attribution.frame.cue.first < cue.first
        and r.attribution.frame.kind != "source"
    ]
    if attribution.frame.kind == "source":
        host = [r for r in done if r.attribution.content == attribution.content]
        if host:
            return host[-1].entity, "host"
        subject = _main_subject(article, sentence, cue.first, entities)
        if subject is not None:
            return subject, "sentence"
    circumstance = reading is not None and reading.type in ("participle", "noun")
    if circumstance:
        for resolved in reversed(clauses):
            if (
                resolved.entity is not None
                and not _inside(attribution, resolved.attribution)
                and not _nested(resolved, done, attribution)
                and _may_be(resolved.entity, attribution)
            ):
                return resolved.entity, "governing"
    subordinate = (
        circumstance or cue.conjunction or article.folded(cue.first - 1) in DEPENDENT_OPENERS
    )
    if reading is not None and cue.first > sentence[0] + 1 and not clauses and subordinate:
        subject = _main_subject(article, sentence, cue.first, entities)
        if subject is not None and _may_be(subject, attribution):
            return subject, "sentence"
    if reading is not None and reading.type == "participle" and cue.first == sentence[0]:
        subject = _previous_subject(article, sentence[0], entities)
        if subject is not None:
            return subject, "sentence-before"
    for resolved in reversed(done):
        if resolved.attribution.frame.kind in ("source", "headline"):
            continue
        if resolved.entity is None or not _may_be(resolved.entity, attribution):
            continue
        if not _nested(resolved, done, attribution):
            return resolved.entity, "last"
    subject = _previous_subject(article, sentence[0], entities)
    if subject is not None and subject.kind in ("person", "organisation"):
        return subject, "sentence-before"
    return None, "nobody"


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue stands inside another attribution's content."""
    return outer.start <= inner.cue.start and inner.cue.end <= outer.end


def _nested(resolved: Resolved, done: list[Resolved], attribution: Attribution) -> bool:
    """Whether an attribution stands inside a content in which ``attribution`` does not stand."""
    return any(
        other is not resolved
        and other.attribution.frame.kind != "source"
        and _inside(resolved.attribution, other.attribution)
        and not _inside(attribution, other.attribution)
        for other in done
    )


def _may_be(entity: Entity, attribution: Attribution) -> bool:
    """Whether gender and number of the cue allow this speaker."""
    reading = attribution.frame.reading
    if reading is None or entity.gender is None:
        return True
    genders = {form.gender for form in reading.forms if form.person in (3, None)}
    if reading.type == "noun":
        pronouns = {form.enclitic for form in reading.forms}
        genders = {"f" if p == "ها" else "m" if p == "ه" else None for p in pronouns}
    numbers = {form.number for form in reading.forms}
    if numbers == {"d"}:
        return any(naming.kind == "group" or " و" in naming.text for naming in entity.namings)
    if numbers <= {"p", "d"}:
        return True
    return None in genders or entity.gender in genders


def _main_subject(
    article: Article,
    sentence: tuple[int, int],
    end: int,
    entities: Entities,
    *,
    verbal: bool = False,
) -> Entity | None:
    """The subject of the sentence's first verb, where it stands before ``end``.

    ``verbal``: do without a noun phrase that opens the sentence; a byline does.
    """
    words, phrases = entities.words, entities.phrases
    first, _ = sentence
    for index in range(first, min(end, first + 12)):
        verb = (
            words.is_verb(article, index)
            or index in entities.verbs
            or (index == first and words.may_be_verb(article, index))
        )
        if article.folded(index - 1) in RELATIVES:
            continue
        start = index + 1
        if verb and article.folded(start) in ("ذلك", "بذلك"):
            start += 1
        if verb and phrases.starts(start, after_verb=True):
            last = phrases.end(
                start, end, object_follows=True, person_follows=True, after_verb=True
            )
            if last > start and phrases.names_source(start):
                return entities.resolve(start, last)[0]
            return None
    if not verbal and phrases.starts(first) and not words.may_be_verb(article, first):
        last = phrases.end(first, end, object_follows=True)
        if last > first and phrases.names_source(first):
            return entities.resolve(first, last)[0]
    return None


def _previous_subject(article: Article, first: int, entities: Entities) -> Entity | None:
    """The subject of the sentence that ends before token ``first``."""
    index = first - 1
    while index >= 0 and article.tokens[index].kind == "mark":
        index -= 1
    if index < 0:
        return None
    sentence = article.sentence(index)
    return _main_subject(article, sentence, sentence[1], entities, verbal=True)


def to_speaker(entity: Entity, document_sha256: str) -> Speaker:
    """The entity as the record shows it."""
    name = entity.name
    offices = [n.office for n in entity.namings if n.office and n.name]
    offices += [n.text for n in entity.namings if not n.name]
    office = max(offices, key=len, default=None) if entity.words else None
    kind = entity.kind
    aliases = dict.fromkeys(
        text for n in entity.namings for text in (n.text, n.name) if text and text != name
    )
    return Speaker(speaker_id(name, kind, document_sha256), name, office, kind, tuple(aliases))


def speaker_id(name: str, kind: str, document_sha256: str) -> str:
    """An id that is the same wherever a person or body has the same name.

    An unnamed source is somebody else in every document.
    """
    from quotes.arabic.folding import fold

    scope = document_sha256 if kind in ("unnamed", "group", "document") else ""
    key = " ".join(fold(name).split())
    return hashlib.sha256(f"{scope}:{key}".encode()).hexdigest()[:12]

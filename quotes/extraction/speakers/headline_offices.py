"""The speaker of a headline that holds back the name and tells the office alone.

خبير: … over قال فلان، الخبير في … : the headline holds back the name, and means him. So does the
first paragraph, where a text has but one speaker with a name: قال خبير … . وأوضح فلان … "an expert
said …. And So-and-so explained …".
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.speakers.agreement import agrees
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import OFFICES_OF_STATE, VAGUE_OFFICES


def name_headline(article: Article, resolved: list[Resolved], entities: Entities) -> None:
    """Give an office without a name in the headline to whoever the text names."""
    body = [
        other
        for other in resolved
        if other.entity is not None
        and other.attribution.frame.kind != "source"
        and article.paragraph_of[other.attribution.frame.cue.first] > 0
    ]
    if not body:
        return
    headline = [other for other in resolved if _is_in_headline(article, other)]
    everybody = _persons(body)
    lead = article.paragraph_of[body[0].attribution.frame.cue.first]
    for told in resolved:
        subject, entity = told.attribution.subject, told.entity
        paragraph = article.paragraph_of[told.attribution.frame.cue.first]
        if paragraph > lead:
            return
        if entity is None or subject is None or entity.words:
            continue
        persons = everybody
        if paragraph == 0:
            others = {id(other.entity) for other in headline if other is not told}
            persons = [person for person in everybody if id(person) not in others]
        holder = _only_person(article, told, persons, entities)
        if holder is None and paragraph == 0:
            holder = _first_person(article, told, body, entities) or _of_that_office(
                article, told, persons, entities
            )
        if holder is not None:
            _merge(entity, holder, resolved)


def _head(article: Article, subject: Subject, entities: Entities) -> str:
    """The office, without marks or the "and" that opens a headline's second half: .. وخبير: … .

    ".. and an expert: …"
    """
    first = subject.first
    folded = article.folded(first if article.tokens[first].is_word else first + 1)
    return folded if folded in entities.words.lexicon.roles else folded.removeprefix("و")


def _is_in_headline(article: Article, resolved: Resolved) -> bool:
    """Whether a report stands in the headline."""
    return article.paragraph_of[resolved.attribution.frame.cue.first] == 0


def _persons(body: list[Resolved]) -> list[Entity]:
    """The speakers with a name, in the order in which they speak."""
    entities = (resolved.entity for resolved in body)
    return list(dict.fromkeys(entity for entity in entities if entity and entity.words))


def _of_that_office(
    article: Article, told: Resolved, persons: list[Entity], entities: Entities
) -> Entity | None:
    """The only speaker whose office the headline tells: ونائب: … over النائب سالم العمراني.

    "and a deputy: …", "the deputy Salem al-Omrani"
    """
    subject = told.attribution.subject
    assert subject is not None
    head = _head(article, subject, entities)
    found = [person for person in persons if head in person.office_words]
    if len(found) != 1 or not _is_somebody(article, subject, entities):
        return None
    return found[0] if agrees(found[0], told.attribution) else None


def _merge(entity: Entity, holder: Entity, resolved: list[Resolved]) -> None:
    """Let all that one has said be the other's."""
    holder.add(entity.fullest)
    for other in resolved:
        if other.entity is entity:
            other.entity = holder


def _only_person(
    article: Article, told: Resolved, persons: list[Entity], entities: Entities
) -> Entity | None:
    """The only speaker with a name, where one is told of without it: خبير فلكي: … .

    "an expert in astronomy: …". Nobody else is left whom the headline could tell of so; the text
    itself tells of him by the same office. A president is no official.
    """
    subject, entity = told.attribution.subject, told.entity
    assert subject is not None
    assert entity is not None
    if len(persons) != 1 or not _is_somebody(article, subject, entities):
        return None
    (person,) = persons
    head = _head(article, subject, entities)
    if _holds_other_office_of_state(person, head):
        return None
    if head in VAGUE_OFFICES and len(entity.firsts) > 1:
        # قال مسؤول: the text itself keeps the official's name back.
        return None
    if article.paragraph_of[subject.first] > 0 and head not in person.office_words:
        return None
    return person if agrees(person, told.attribution) else None


def _holds_other_office_of_state(person: Entity, head: str) -> bool:
    """Whether somebody is a president or the like, whom no headline calls an official."""
    state = OFFICES_OF_STATE & person.office_words
    return bool(state) and head not in state


def _is_somebody(article: Article, subject: Subject, entities: Entities) -> bool:
    """Whether an office is told of without the article, of one person: خبير فلكي, طبيبة.

    "an expert in astronomy, a doctor"
    """
    words, head = entities.words, _head(article, subject, entities)
    return (
        words.is_role(head)
        and not has_article(head)
        and not words.is_organisation(head)
        and "p" not in words.info(article, subject.first).numbers
        and not has_article(article.folded(subject.last - 1))
    )


def _first_person(
    article: Article, told: Resolved, body: list[Resolved], entities: Entities
) -> Entity | None:
    """Whoever the text names first, where an office without the article in the headline fits."""
    subject, entity, named = told.attribution.subject, told.entity, body[0].entity
    assert subject is not None
    assert entity is not None
    assert named is not None
    if _is_again(entity, subject) or not _has_vague_office(article, subject, named, entities):
        return None
    return named


def _is_again(entity: Entity, subject: Subject) -> bool:
    """Whether the text itself speaks of the entity without the article, as of somebody unnamed."""
    return any(
        naming.first != subject.first
        and naming.first in entity.firsts
        and not has_article(naming.text)
        for naming in entity.namings
    )


def _has_vague_office(
    article: Article, subject: Subject, named: Entity, entities: Entities
) -> bool:
    """Whether an office without the article can be that of a person: محلل أمريكي, مسؤول.

    "an American analyst, an official"
    """
    head = _head(article, subject, entities)
    return (
        bool(named.words)
        and entities.words.is_role(head)
        and not has_article(head)
        and (
            head in named.office_words
            # .. ومسؤول: "and an official": whom the text names first, the first half tells of.
            or (head == article.folded(subject.first) in VAGUE_OFFICES and bool(named.office_words))
        )
        and not _holds_other_office_of_state(named, head)
    )

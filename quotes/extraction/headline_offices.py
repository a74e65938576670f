"""Stage 4: the speaker of a headline that holds back the name and tells the office alone.

خبير: … over قال فلان، الخبير في … : the headline holds back the name, and means him.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.clitics import has_article
from quotes.extraction.entities import Entities
from quotes.extraction.entity import Entity
from quotes.extraction.grammar import VAGUE_OFFICES
from quotes.extraction.resolved import Resolved
from quotes.extraction.subject import Subject


def name_headline(article: Article, resolved: list[Resolved], entities: Entities) -> None:
    """Give an office without a name in the headline to whoever the text names first."""
    named = next(
        (
            other.entity
            for other in resolved
            if other.attribution.frame.kind != "source"
            and article.paragraph_of[other.attribution.frame.cue.first] > 0
        ),
        None,
    )
    if named is None:
        return
    for headline in resolved:
        subject, entity = headline.attribution.subject, headline.entity
        if article.paragraph_of[headline.attribution.frame.cue.first] > 0:
            return
        if entity is None or subject is None or entity.words or _is_again(entity, subject):
            continue
        if _has_vague_office(article, subject, named, entities):
            naming = entity.fullest
            named.add(naming)
            for other in resolved:
                if other.entity is entity:
                    other.entity = named


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
    head = article.folded(subject.first)
    return (
        bool(named.words)
        and entities.words.is_role(head)
        and not has_article(head)
        and (head in named.office_words or (head in VAGUE_OFFICES and bool(named.office_words)))
    )

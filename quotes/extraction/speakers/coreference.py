"""Who speaks in each attribution: whoever its subject names, or the context.

Attributions are resolved in the order of their cues, so that each knows who spoke before.
"""

from __future__ import annotations

from collections import deque

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.speakers.agreement import agrees, note_agreement
from quotes.extraction.speakers.dropped_subjects import find_dropped_subject
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.headline_offices import name_headline
from quotes.extraction.speakers.persons_before import has_other_courtesy
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import without_article
from quotes.extraction.text.grammar import (
    COURTESIES,
    EMPHATICS,
    GENERIC_PERSONS,
    GOING_ON,
    GUESTS,
    HOSTS,
    ONE_OF_MANY,
    SAME,
)

# How many attributions back anybody remembers who spoke.
_MOST_RECENT = 100


def resolve_speakers(
    article: Article, attributions: list[Attribution], entities: Entities
) -> list[Resolved]:
    """The speaker of every attribution, in the order of their cues."""
    done: list[Resolved] = []
    recent: deque[Resolved] = deque(maxlen=_MOST_RECENT)
    for attribution in sorted(attributions, key=lambda a: (a.cue.start, a.start)):
        entity: Entity | None
        if attribution.subject is not None and not _is_courtesy(article, attribution.subject):
            entity, basis = (
                _described_again(article, attribution, recent, entities)
                or _named_after_office(article, attribution, recent, entities)
                or entities.resolve(attribution.subject.first, attribution.subject.last)
            )
            note_agreement(entity, attribution)
        else:
            entity, basis = _excellency(attribution, recent, entities) or (
                find_dropped_subject(article, attribution, recent, entities)
            )
            if entity is None and attribution.subject is not None:
                # معاليه: somebody named before, who has not spoken yet
                entity = entities.person_mentioned_before(attribution.frame.cue.first)
                basis = "last"
        resolved = Resolved(attribution, entity, basis, _others(entity, recent))
        recent.append(resolved)
        done.append(resolved)
    name_headline(article, done, entities)
    return done


def _described_again(
    article: Article, attribution: Attribution, recent: deque[Resolved], entities: Entities
) -> tuple[Entity, str] | None:
    """The person who spoke last, where an office with its nation can only mean him.

    قال غوارديولا ..., وأضاف المدرب الإسباني: nobody else in the text is called a coach. "He added"
    says as much of an office without its nation: وأضاف قائد أرسنال السابق.
    """
    subject = attribution.subject
    assert subject is not None
    guest = article.folded(subject.first) in GUESTS
    anybody = without_article(article.folded(subject.first)) in GENERIC_PERSONS
    latest = next(
        (
            r.entity
            for r in reversed(recent)
            if r.entity is not None
            and (
                r.entity.words
                or (anybody and _is_called_man(article, subject, r.entity, entities))
                # يقلل مستشار من الخلاف. يقول الرجل: an adviser plays it down. the man says
                or (anybody and r is recent[-1] and _is_of_sentence_before(article, r, subject))
            )
            and agrees(r.entity, attribution)
            # سأل المذيع … فأجابه ضيفه: the presenter asked … and his guest answered him
            and not (guest and not r.entity.office_words.isdisjoint(HOSTS))
        ),
        None,
    )
    reading = attribution.frame.reading
    goes_on = reading is not None and reading.lemma in GOING_ON
    if latest is None or not entities.describes_somebody_known(
        subject.first, subject.last, goes_on=goes_on
    ):
        return None
    if entities.is_from_elsewhere(latest, subject.last - 1) or entities.holds_another_office(
        latest, subject.first
    ):
        return None
    entities.note(latest, subject.first, subject.last)
    return latest, "office"


def _is_called_man(article: Article, subject: Subject, entity: Entity, entities: Entities) -> bool:
    """Whether somebody without a name may be called "the man", or "the same speaker"."""
    same = article.folded(subject.first) in SAME or entities.words.in_list(
        article.folded(subject.last - 1), EMPHATICS
    )
    return (
        # قال فلاح ... وأورد المتحدث ذاته: a farmer said ... and the same speaker mentioned
        (same and not any(map(entities.words.is_role, entity.heads)))
        # وروى أحد السكان ... وأضاف الرجل: one of the residents told ... and the man added
        or not entity.heads.isdisjoint(ONE_OF_MANY)
    )


def _is_of_sentence_before(article: Article, one: Resolved, subject: Subject) -> bool:
    """Whether somebody without the article reports in the sentence before a phrase."""
    before = article.sentence_before(article.sentence(subject.first)[0])
    described = one.attribution.subject
    return (
        before is not None
        and described is not None
        and before[0] <= one.attribution.frame.cue.first < before[1]
        and one.entity is not None
        and one.entity.kind in ("person", "unnamed")
        and not article.tokens[described.first].facts.has_article
    )


def _named_after_office(
    article: Article, attribution: Attribution, recent: deque[Resolved], entities: Entities
) -> tuple[Entity, str] | None:
    """Who spoke last by his office alone, where a name alone goes on.

    حذر المفوض العام للوكالة من الوضع. وقال سالم العمراني: "the commissioner general of the agency
    warned of the situation. And Salem al-Omrani said": so reports lead with an office and tell the
    name in the next paragraph; another would be told with his own office.
    """
    subject = attribution.subject
    assert subject is not None
    latest = recent[-1] if recent else None
    if (
        latest is None
        or latest.entity is None
        or latest.attribution.frame.cue.first > subject.first
        or not agrees(latest.entity, attribution)
        or not entities.may_be_named(latest.entity)
        or attribution.frame.cue.first != article.sentence(attribution.frame.cue.first)[0]
        or not _has_spoken_once(article, latest, recent)
        or attribution.frame.cue.conjunction != "و"
    ):
        return None
    return entities.name_office(latest.entity, subject.first, subject.last)


def _has_spoken_once(article: Article, latest: Resolved, recent: deque[Resolved]) -> bool:
    """Whether the one who spoke last has done so in a single sentence."""
    sentence = article.sentence(latest.attribution.frame.cue.first)
    return all(
        article.sentence(resolved.attribution.frame.cue.first) == sentence
        for resolved in recent
        if resolved.entity is latest.entity
    )


def _is_courtesy(article: Article, subject: Subject) -> bool:
    """Whether the subject is a title with a pronoun: معاليه "His Excellency"."""
    return article.folded(subject.first) in COURTESIES


def _excellency(
    attribution: Attribution, recent: deque[Resolved], entities: Entities
) -> tuple[Entity, str] | None:
    """Whom معاليه "His Excellency" speaks of: the person who spoke last, unless called otherwise.

    Else it is whoever was named last with that title.
    """
    if attribution.subject is None:
        return None
    courtesy = attribution.subject.first
    for resolved in reversed(recent):
        entity = resolved.entity
        if entity is not None and entity.words and agrees(entity, attribution):
            if has_other_courtesy(entities.article, entity, courtesy):
                break
            return entity, "last"
    bearer = entities.bearer_of_courtesy(courtesy)
    return (bearer, "office") if bearer is not None and agrees(bearer, attribution) else None


def _others(entity: Entity | None, done: deque[Resolved]) -> tuple[Entity, ...]:
    """The speakers before, the latest first, without the chosen one."""
    found: list[Entity] = []
    for resolved in reversed(done):
        other = resolved.entity
        if other is not None and other is not entity and other not in found:
            found.append(other)
        if len(found) == 3:
            break
    return tuple(found)

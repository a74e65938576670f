"""Stage 4, continued: who speaks where the subject is named, dropped, or only a pronoun.

A dropped subject or a participle takes the subject of the clause that governs it, else that of
its sentence, else the last speaker who agrees in gender and number.
"""

from __future__ import annotations

from collections import deque

from quotes.arabic.folding import fold
from quotes.extraction.agreement import agrees, note_agreement
from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.contents import Attribution
from quotes.extraction.entities import Entities
from quotes.extraction.entity import Entity
from quotes.extraction.grammar import (
    ANSWERS,
    BUT,
    BUT_THEY,
    CALLED,
    COMMAS,
    COMPLEMENTIZERS,
    CONTRASTS,
    COURTESIES,
    DIVINE,
    EULOGIES,
    LATTER,
    OFTEN_PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    THEN,
    TOPICS,
    VERBAL_PARTICLES,
    bare,
)
from quotes.extraction.headline_offices import name_headline
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.resolved import Resolved
from quotes.extraction.subjects import Subject, past_addressee

# How many attributions back anybody remembers who spoke.
_MOST_RECENT = 100
_LONGEST_SUBJECT = 14


def resolve_speakers(
    article: Article, attributions: list[Attribution], entities: Entities
) -> list[Resolved]:
    """The speaker of every attribution, in the order of their cues."""
    done: list[Resolved] = []
    recent: deque[Resolved] = deque(maxlen=_MOST_RECENT)
    for attribution in sorted(attributions, key=lambda a: (a.cue.start, a.start)):
        entity: Entity | None
        if attribution.subject is not None and not _is_courtesy(article, attribution.subject):
            entity, basis = _described_again(article, attribution, recent, entities) or (
                entities.resolve(attribution.subject.first, attribution.subject.last)
            )
            note_agreement(entity, attribution)
        else:
            entity, basis = _excellency(attribution, recent) or _carried_over(
                article, attribution, recent, entities
            )
        resolved = Resolved(attribution, entity, basis, _others(entity, recent))
        recent.append(resolved)
        done.append(resolved)
    name_headline(article, done, entities)
    return done


def _described_again(
    article: Article, attribution: Attribution, recent: deque[Resolved], entities: Entities
) -> tuple[Entity, str] | None:
    """The person who spoke last, where an office with its nation can only mean him.

    قال غوارديولا ..., وأضاف المدرب الإسباني: nobody else in the text is called a coach.
    """
    subject = attribution.subject
    assert subject is not None
    latest = next(
        (
            r.entity
            for r in reversed(recent)
            if r.entity is not None and r.entity.words and agrees(r.entity, attribution)
        ),
        None,
    )
    if latest is None or not entities.describes_somebody_known(subject.first, subject.last):
        return None
    return latest, "office"


def _is_courtesy(article: Article, subject: Subject) -> bool:
    """Whether the subject is a title with a pronoun: معاليه "His Excellency"."""
    return article.folded(subject.first) in COURTESIES


def _excellency(attribution: Attribution, recent: deque[Resolved]) -> tuple[Entity, str] | None:
    """Whom معاليه "His Excellency" speaks of: the person who spoke last, and no body."""
    if attribution.subject is None:
        return None
    for resolved in reversed(recent):
        entity = resolved.entity
        if entity is not None and entity.words and agrees(entity, attribution):
            return entity, "last"
    return None


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


def _carried_over(
    article: Article,
    attribution: Attribution,
    done: deque[Resolved],
    entities: Entities,
) -> tuple[Entity | None, str]:
    reading = attribution.frame.reading
    cue = attribution.frame.cue
    if article.folded(cue.last) in EULOGIES:
        return entities.prophet(cue.first), "nobody"
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
    if article.folded(cue.first - 1) in THEN:
        for resolved in reversed(_opening_sources(done, sentence, cue.first)):
            # وبحسب المنظمة فقد ذكرت
            if resolved.entity is not None and agrees(resolved.entity, attribution):
                return resolved.entity, "governing"
    if clauses and (cue.conjunction == "ف" or _is_answer(attribution)):
        asked = _asked(article, clauses[-1], done, cue.first, entities)
        if asked is not None and agrees(asked, attribution):
            return asked, "sentence"
    circumstance = reading is not None and reading.type in ("participle", "noun")
    if attribution.frame.cue.conjunction == "و" or circumstance:
        since = clauses[-1].attribution.frame.cue.last if clauses else sentence[0]
        subject = _latest_subject(article, since, cue.first, entities, clauses)
        if subject is not None and agrees(subject, attribution):
            return subject, "sentence"
    if article.folded(cue.first - 1) in BUT_THEY and not clauses:
        subject = _previous_topic(article, sentence[0], entities)
        if subject is not None and agrees(subject, attribution):
            return subject, "sentence-before"
    if reading is not None and reading.type == "participle":
        since = article.token_at(clauses[-1].attribution.end) if clauses else sentence[0]
        subject = _subject_before(article, cue.first, since, entities)
        if subject is not None and agrees(subject, attribution):
            return subject, "sentence"
    if circumstance:
        for resolved in reversed(clauses or _opening_sources(done, sentence, cue.first)):
            if (
                resolved.entity is not None
                and not _inside(attribution, resolved.attribution)
                and not _nested(resolved, done, attribution)
                and agrees(resolved.entity, attribution)
            ):
                return resolved.entity, "governing"
    if reading is not None and cue.first > sentence[0] + 1 and not clauses:
        subject = _main_subject(article, sentence, cue.first, entities)
        if subject is not None and agrees(subject, attribution):
            return subject, "sentence"
    if reading is not None and reading.type == "participle" and cue.first == sentence[0]:
        latest = _latest_in_sentence_before(article, sentence[0], done, attribution)
        if latest is not None:
            return latest, "sentence-before"
        subject = _previous_subject(article, sentence[0], entities)
        if subject is not None:
            return subject, "sentence-before"
    for resolved in reversed(done):
        if resolved.attribution.frame.kind in ("source", "headline"):
            continue
        if resolved.entity is None or not agrees(resolved.entity, attribution):
            continue
        if _is_divine(resolved.entity) and any(
            r.entity is not None and not _is_divine(r.entity) for r in done
        ):
            continue
        if not _nested(resolved, done, attribution):
            return resolved.entity, "last"
    subject = _previous_subject(article, sentence[0], entities)
    if subject is not None and subject.kind in ("person", "organisation"):
        return subject, "sentence-before"
    return None, "nobody"


def _is_answer(attribution: Attribution) -> bool:
    """Whether the cue tells of an answer: ولما سأله الصحفيون أجاب."""
    reading = attribution.frame.reading
    return reading is not None and reading.lemma in ANSWERS


def _asked(
    article: Article, question: Resolved, done: deque[Resolved], end: int, entities: Entities
) -> Entity | None:
    """Who is asked, and so answers: سأل المذيع الضيف عن رأيه، فأجاب.

    Where a pronoun stands for him (وسألته المذيعة), it is who spoke before.
    """
    frame, subject = question.attribution.frame, question.attribution.subject
    if frame.reading is None or frame.reading.verb.stance != "ask":
        return None
    if frame.reading.enclitic and frame.reading.type == "noun":
        # وتواصلت الصحيفة مع المدير فلان لسؤاله عما إذا
        return entities.person_mentioned_before(frame.cue.first)
    if frame.reading.enclitic:
        return next(
            (
                r.entity
                for r in reversed(done)
                if r.entity is not None and r.entity is not question.entity
            ),
            None,
        )
    start = subject.last if subject is not None else frame.cue.last
    phrases = entities.phrases
    if not phrases.starts(start, after_verb=True) or not phrases.names_source(start):
        return None
    last = phrases.end(start, end, after_verb=True)
    return entities.resolve(start, last)[0] if last > start else None


def _subject_before(
    article: Article, participle: int, first: int, entities: Entities
) -> Entity | None:
    """The subject that ends right before a participle: هاجمه الوزير فلان، قائلا."""
    phrases, words = entities.phrases, entities.words
    end = participle - (article.tokens[participle - 1].text in COMMAS)
    if end > first and article.quotation_at[end - 1] != article.quotation_at[participle]:
        # مصرحا لـ«ويمنز ديلي»، مضيفا
        return None
    for start in range(end - 1, max(first, end - _LONGEST_SUBJECT), -1):
        if (
            not (
                words.is_verb(article, start - 1)
                or start - 1 in entities.verbs
                # وهنا تدخل رئيس المجلس مطالبا
                or (start - 1 <= first + 1 and words.may_be_verb(article, start - 1))
            )
            or words.is_name(article, start - 1)
            or words.is_preposition(article, start - 1)
            # كان الرئيس قد مازح أحد الصحفيين: the object.
            or article.folded(start - 2) in VERBAL_PARTICLES
            # دراسة أعدها معهد: whose study it is.
            or (
                end == participle
                and _describes(article, start - 1)
                and not words.is_definite(article, start - 2)
            )
            or phrases.is_possessed(start)
            # الموضوعات التي تناولها الحوار
            or article.folded(start - 2) in RELATIVES
            or words.is_verb(article, start)
        ):
            continue
        if (
            phrases.starts(start, after_verb=True)
            and phrases.names_source(start)
            and phrases.end(start, end, after_verb=True) == end
        ):
            return entities.resolve(start, end)[0]
    return None


def _opening_sources(
    done: deque[Resolved], sentence: tuple[int, int], before: int
) -> list[Resolved]:
    """The phrases of source that open a sentence: وبحسب المتحدث، فإن …، مشيراً إلى."""
    return [
        resolved
        for resolved in done
        if resolved.attribution.frame.kind == "source"
        and sentence[0] <= resolved.attribution.frame.cue.first < before
        and resolved.attribution.cue.end <= resolved.attribution.start
    ]


def _is_divine(entity: Entity) -> bool:
    """Whether scripture or tradition is quoted; the next words are the preacher's again."""
    return fold(entity.name.split()[0]) in DIVINE if entity.name else False


def _latest_in_sentence_before(
    article: Article, first: int, done: deque[Resolved], attribution: Attribution
) -> Entity | None:
    """Who is reported last in the sentence that ends before token ``first``."""
    if not first:
        return None
    before = article.sentence_of[first - 1]
    for resolved in reversed(done):
        if article.sentence_of[resolved.attribution.frame.cue.first] != before:
            return None
        if (
            resolved.entity is not None
            and resolved.attribution.frame.kind != "source"
            and not _nested(resolved, done, attribution)
            and agrees(resolved.entity, attribution)
        ):
            return resolved.entity
    return None


def _inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue stands inside another attribution's content."""
    return outer.start <= inner.cue.start and inner.cue.end <= outer.end


def _nested(resolved: Resolved, done: deque[Resolved], attribution: Attribution) -> bool:
    """Whether an attribution stands inside a content in which ``attribution`` does not stand."""
    return any(
        other is not resolved
        and other.attribution.frame.kind != "source"
        and _inside(resolved.attribution, other.attribution)
        and not _inside(attribution, other.attribution)
        for other in done
    )


def _latest_subject(
    article: Article, first: int, end: int, entities: Entities, clauses: list[Resolved]
) -> Entity | None:
    """The subject of the last verb of saying between two cues that itself reports nothing.

    ندد الكرملين به، فيما رحب شولتس به، ورأى فيه: Scholz, not the Kremlin. ``clauses`` are the
    reports of the sentence so far; what stands in them is somebody else's.
    """
    phrases = entities.phrases
    words = entities.words
    for index in range(end - 2, first - 1, -1):
        if index not in entities.verbs or _describes(article, index):
            continue
        if article.quotation_at[index] != article.quotation_at[end]:
            # «ويمنز وير ديلي»
            continue
        if article.folded(index) in CALLED:
            continue
        if (
            words.is_preposition(article, index)
            or article.folded(index).endswith(("وا", "ون"))
            or article.folded(index) in OFTEN_PASSIVE
        ):
            # بين "between" is no "he explained", behind a plural no subject follows, and تعتبر is
            # more often "is deemed".
            continue
        start = article.starts[index]
        if any(clause.attribution.start <= start < clause.attribution.end for clause in clauses):
            return None
        if is_attached_preposition(article, index + 1, words):
            # بيان ورد للوكالة
            continue
        if not phrases.starts(index + 1, after_verb=True) or not phrases.names_source(index + 1):
            return None
        last = phrases.end(index + 1, end, object_follows=True, after_verb=True)
        if last <= index + 1 or phrases.is_possessed(index + 1):
            return None
        return entities.resolve(index + 1, last)[0]
    return None


def _describes(article: Article, index: int) -> bool:
    """Whether a verb with a pronoun describes the noun before: تصريح نشرته الوكالة."""
    readings = article.tokens[index].facts.readings
    return article.folded(index - 1) != "ما" and all(reading.enclitic for reading in readings)


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
    while first < end and article.tokens[first].kind == "mark" and first not in article.opening:
        first += 1
    if article.folded(first) in BUT:
        first += 1
    elif article.folded(first) in TOPICS:
        # أما زوجها فلان، فاكتفى بهز رأسه وقال
        return _topic(article, first + 1, end, entities)
    elif article.folded(first) in CONTRASTS and article.folded(first + 1) in COMPLEMENTIZERS:
        # غير أن الوزير
        first += 2
    for index in range(first, min(end, first + 12)):
        verb = (
            words.is_verb(article, index)
            or index in entities.verbs
            or (
                index == first
                and words.may_be_verb(article, index)
                and PREPOSITIONS.isdisjoint(bare(article.folded(index)))
                and not is_circumstance(article, index, phrases.words)
            )
        )
        if article.folded(index - 1) in RELATIVES:
            continue
        if verb and index > first and _names_speaker(phrases, first, index):
            # ماكرون أخطأ مرتين: the noun phrase that opens the sentence is its subject.
            return entities.resolve(first, index)[0]
        if verb and article.folded(index).endswith("وا"):
            # دعوا الجهات "they called upon the authorities"
            return None
        start = index + 1
        if verb and article.folded(start) in ("ذلك", "بذلك"):
            start += 1
            start = past_addressee(article, start, phrases)
            if is_attached_preposition(article, start, phrases.words) and start + 1 < end:
                # أوضح ذلك لسبق المدير "the manager explained that to Sabq"
                start += 1
        if verb and phrases.starts(start, after_verb=True):
            last = phrases.end(
                start, end, object_follows=True, person_follows=True, after_verb=True
            )
            named = (
                phrases.names_source(start)
                and phrases.starts(start)
                and not phrases.is_possessed(start)
            )
            if last > start and (named or phrases.is_misread_name(start)):
                return entities.resolve(start, last)[0]
            return None
    if not verbal and phrases.starts(first) and not words.may_be_verb(article, first):
        last = phrases.end(first, end, object_follows=True)
        if last > first and phrases.names_source(first):
            return entities.resolve(first, last)[0]
    return None


def _topic(article: Article, first: int, end: int, entities: Entities) -> Entity | None:
    """Of whom the sentence is, behind أما "as for"."""
    phrases = entities.phrases
    if not phrases.starts(first):
        return None
    last = phrases.end(first, end)
    return entities.resolve(first, last)[0] if last > first else None


def _names_speaker(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether all the tokens ``[first, end)`` are one noun phrase that can name a speaker."""
    return (
        phrases.starts(first)
        and (phrases.names_source(first) or phrases.article.folded(first) in LATTER)
        and phrases.end(first, end, object_follows=True) == end
    )


def _previous_topic(article: Article, first: int, entities: Entities) -> Entity | None:
    """Whom the sentence before token ``first`` opens with; its verb's subject, failing that."""
    sentence = _sentence_before(article, first)
    if sentence is None:
        return None
    start, end = sentence
    phrases = entities.phrases
    if (
        phrases.starts(start)
        and phrases.names_source(start)
        and not entities.words.may_be_verb(article, start)
    ):
        last = phrases.end(start, end, object_follows=True)
        if last > start:
            return entities.resolve(start, last)[0]
    return _previous_subject(article, first, entities)


def _previous_subject(article: Article, first: int, entities: Entities) -> Entity | None:
    """The subject of the sentence that ends before token ``first``."""
    sentence = _sentence_before(article, first)
    if sentence is None:
        return None
    return _main_subject(article, sentence, sentence[1], entities, verbal=True)


def _sentence_before(article: Article, first: int) -> tuple[int, int] | None:
    """The sentence that ends before token ``first``."""
    index = first - 1
    while index >= 0 and article.tokens[index].kind == "mark":
        index -= 1
    return article.sentence(index) if index >= 0 else None

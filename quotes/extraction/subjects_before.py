"""The subject before its verb: الوزير قال (SVO), above all in headlines and after كان and أن.

It opens its clause and reaches to the verb, but for what stands in commas or is circumstance:
الوزير، اليوم، قال. With أما "as for" it is set off from the verb: أما المدرب فأكد.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.grammar import (
    BE,
    BUT,
    CLAUSE_OPENERS,
    COMPLEMENTIZERS,
    MONTHS,
    NAMES_WITHHELD,
    REFUSALS,
    RELATIVES,
    SUBORDINATORS,
    TOPICS,
    VERBAL_PARTICLES,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import REACH_LEFT, Subject
from quotes.extraction.verb_agreement import agrees_with_verb
from quotes.extraction.words import Words

_COMMAS = frozenset("،,")
_PAIRED = {"-": "-", "–": "–", "—": "—", "(": ")"}
_BULLETS = frozenset("•●▪■◾◆·*")
_BEFORE_CLAUSES = CLAUSE_OPENERS | _COMMAS | _BULLETS | {"..", "…", "-", "–", "|", ":", "."}
_GOVERNORS_OF_ACCUSATIVES = COMPLEMENTIZERS | BUT
_LONGEST_ASIDE = 8


def topic_before(article: Article, cue: CueCandidate, phrases: NounPhrases) -> Subject | None:
    """The noun phrase between أما "as for" and the verb with ف: أما المدرب فأكد."""
    first, _ = article.sentence(cue.first)
    for index in range(cue.first - 2, max(first, cue.first - REACH_LEFT) - 1, -1):
        if article.folded(index) in TOPICS:
            if not phrases.starts(index + 1, after_verb=True):
                return None
            last = phrases.end(index + 1, cue.first, after_verb=True)
            whole = last == cue.first or only_asides(article, last, cue.first, phrases)
            return Subject(index + 1, last, "SVO") if last > index + 1 and whole else None
    return None


def subject_before(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
) -> Subject | None:
    """SVO: a noun phrase that opens the clause and reaches to the verb, asides left out."""
    sentence_first, _ = article.sentence(cue.first)
    floor = max(sentence_first, cue.first - REACH_LEFT)
    starts = _clause_starts(article, floor, cue.first)
    if "d" in reading.numbers and "s" not in reading.numbers:
        # Two speakers: the phrase that holds both begins farther away.
        starts.reverse()
    for start in starts:
        if article.quotation_at[start] != article.quotation_at[
            cue.first
        ] or is_attached_preposition(article, start, words):
            continue
        if (
            article.folded(start) in MONTHS
            or not phrases.starts(start)
            # وعن توقفها ثم عودتها، أوضحت: and about its halt, then its return, she explained
            or (article.tokens[start].facts.has_enclitic and not phrases.names_source(start))
            or not agrees_with_verb(article, start, reading, words)
        ):
            continue
        if article.folded(start - 1) in VERBAL_PARTICLES and words.has_possessor(article, start):
            # كان الحوار قد تناولها، قال الوزير: the talk had dealt with it, the minister said
            continue
        governed_by_an = article.folded(start - 1) in _GOVERNORS_OF_ACCUSATIVES
        accusative = (
            words.is_accusative(article, start) or article.tokens[start].facts.is_accusative_head
        )
        if (accusative and not governed_by_an) or _is_field(article, start, words):
            # كان مفاجئا "was surprising"
            continue
        last = phrases.end(start, cue.first, object_follows=True)
        if last <= start or _is_dateline(article, start, last):
            continue
        if last == cue.first or only_asides(article, last, cue.first, phrases):
            first = _with_office(article, start, last, floor, cue.first, phrases, words)
            return Subject(first, last, "SVO")
    return _behind_be(article, cue, reading, phrases, words, sentence_first)


def _clause_starts(article: Article, floor: int, end: int) -> list[int]:
    """Tokens at which the clause of the verb at ``end`` may begin, the nearest first."""
    words = article.words
    starts = []
    for index in range(end - 1, floor - 1, -1):
        word = words[index]
        if (
            index == floor
            or words[index - 1] in _BEFORE_CLAUSES
            or index - 1 in article.opening
            # الأمم المتحدة تحذر ... والجيش ينفي: headlines join their halves so.
            or (
                article.paragraph_of[index] == 0
                and word.startswith("و")
                and (word.startswith("وال") or article.is_surname(word[1:]))
            )
        ):
            starts.append(index)
    return starts


def _is_field(article: Article, index: int, words: Words) -> bool:
    """Whether a word before a comma only says in what field: سياسيا، ميدانيا."""
    return (
        article.folded(index).endswith("يا")
        and article.tokens[index + 1].text in _COMMAS
        and words.is_adjective(article, index)
    )


def _is_dateline(article: Article, first: int, last: int) -> bool:
    """Whether place, date and agency stand there: تونس 21 أكتوبر (شينخوا)."""
    return article.tokens[last - 1].text == ")" and any(
        article.tokens[index].kind == "number" for index in range(first, last)
    )


def only_asides(article: Article, first: int, end: int, phrases: NounPhrases) -> bool:
    """Whether all between a subject and its verb is in commas, or circumstance."""
    while end > first and article.folded(end - 1) in VERBAL_PARTICLES:
        # وكان الأمير فلان، قد أكد: and the prince So-and-so had affirmed
        end -= 1
    if end == first:
        return True
    if article.tokens[first].text in _COMMAS and article.tokens[end - 1].text in _COMMAS:
        return True
    if article.tokens[first - 1].text == ")":
        # الطفيلة 3 أيار (بترا) - فلان - أكد: place and byline.
        return False
    if any(article.tokens[index].kind == "number" for index in range(first, end)):
        return False
    if article.tokens[first].text in _PAIRED and end > first + 1:
        return article.tokens[end - 1].text == _PAIRED[article.tokens[first].text]
    if article.tokens[first].text in _COMMAS and end == first + 1:
        return True
    if (
        article.folded(first) in REFUSALS
        and article.folded(end - 1 - (article.tokens[end - 1].text in _COMMAS)) in NAMES_WITHHELD
    ):
        # مصدرا فضل عدم الكشف عن اسمه رجح: a source who preferred not to be named thought it likely
        return True
    return (
        is_circumstance(article, first, phrases.words)
        and end - first <= _LONGEST_ASIDE
        and not any(
            article.folded(index) in SUBORDINATORS
            or article.folded(index) in COMPLEMENTIZERS
            or phrases.words.is_verb(article, index)
            for index in range(first, end)
        )
    ) or (article.folded(first) in RELATIVES and article.tokens[end - 1].text in _COMMAS)


def _with_office(
    article: Article,
    start: int,
    last: int,
    floor: int,
    end: int,
    phrases: NounPhrases,
    words: Words,
) -> int:
    """Where a noun phrase begins with the office before its comma: وزير الصحة، فلان، أعلن.

    ``start`` and ``last`` are the name's, ``end`` is the verb.
    """
    if article.tokens[start - 1].text in _COMMAS:
        for office in _clause_starts(article, floor, start - 1):
            if words.is_role(article.folded(office)) and phrases.end(office, end) == last:
                return office
    return start


def _behind_be(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    first: int,
) -> Subject | None:
    """The subject between كان "was" and قد, whatever else stands there: كانت الوحدة في … قد اتهمت.

    ``first`` is the sentence's first token.
    """
    start = first + 1
    if (
        article.folded(cue.first - 1) != "قد"
        or article.folded(first) not in BE
        or start >= cue.first - 1
        or not phrases.starts(start)
        or not phrases.names_source(start)
        or not agrees_with_verb(article, start, reading, words)
        or any(words.is_verb(article, index) for index in range(start, cue.first - 1))
    ):
        return None
    last = phrases.end(start, cue.first - 1)
    return Subject(start, last, "SVO") if last > start else None

"""Subjects of verbal nouns: whoever is the subject of the verb that a noun of saying goes with.

جدد الرئيس التأكيد "the president renewed the affirmation", اكتفى الوزير بالقول "the minister left
it at saying".
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.reach_of_antecedents import find_antecedent
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.subjects_behind import subject_behind
from quotes.extraction.subjects.subjects_behind_prepositions import quoted_from
from quotes.extraction.text.blessings import past_glory
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import (
    BE,
    CLOSING_VERBS,
    COMPLEMENTIZERS,
    HESITATING,
    PHRASAL,
    PREPOSITIONS_WITH_PRONOUN,
    SUPPORT_VERBS,
    TO_ME,
)

_REACH_OF_SUPPORT = 16
_WITH_SUBJECT = SUPPORT_VERBS | HESITATING
_CARRIERS = SUPPORT_VERBS | CLOSING_VERBS


def subject_of_noun(clause: ReportingClause) -> Subject | None:
    """The subject of a cue that is a verbal noun."""
    reading, glory = clause.reading, past_glory(clause.article, clause.cue.last)
    if glory > clause.cue.last:
        # قوله تعالى: His saying, exalted be He
        return Subject(clause.cue.last, glory, "VSO")
    if reading.enclitic and reading.verb.stance != "praise":
        # قوله: his saying
        return quoted_from(clause)
    support = _support_verb(clause)
    if support is not None and (reading.is_definite or support + 1 < clause.cue.first):
        # جدد الرئيس التأكيد "the president renewed the affirmation": the subject is that of the
        # verb that carries the noun.
        return _subject_between(clause, support + 1, clause.cue.first)
    if reading.enclitic:
        return None
    if reading.has_by:
        # اكتفى الوزير بالقول إن "the minister left it at saying that".
        return _subject_of_verb_before(clause)
    return subject_behind(clause)


def _support_verb(clause: ReportingClause) -> int | None:
    """The verb that carries a definite verbal noun: جدد التأكيد, وجه الدعوة.

    "he renewed the affirmation, he addressed the call"
    """
    article, cue = clause.article, clause.cue
    first, _ = article.sentence(cue.first)
    for index in range(cue.first - 1, max(first, cue.first - _REACH_OF_SUPPORT) - 1, -1):
        if not _WITH_SUBJECT.isdisjoint(bare(article.folded(index))):
            return index
    return None


def _subject_of_verb_before(clause: ReportingClause) -> Subject | None:
    """The subject of the verb that ``بالقول`` goes with; where it has none, it is dropped.

    Without such a verb it is the noun phrase right before: الوزير بالقول.

    "the minister by saying"
    """
    article, cue = clause.article, clause.cue
    for index in range(cue.first - 1, clause.earliest - 1, -1):
        if not _is_place_of_verb(clause, index) or not _is_verb(clause, index):
            continue
        if article.folded(index - 2) in BE:
            # كان الوزير استهل المؤتمر: the minister had opened the conference
            return _subject_between(clause, index - 1, index)
        # رد عليه المتحدث: the spokesman answered him
        addressed = article.folded(index + 1) in PREPOSITIONS_WITH_PRONOUN
        return _subject_between(clause, index + 1 + addressed, cue.first)
    if article.tokens[cue.first - 1].facts.is_accusative:
        # مكتفيا بالقول: contenting himself with saying
        return None
    before = find_antecedent(clause.phrases, cue.first)
    if before is not None and clause.phrases.is_possessed(before.first):
        # استهل الكاتب مقاله بالقول, أنهى حديثه بالقول: the writer began his article, and ended his
        # talk by saying
        return find_antecedent(clause.phrases, before.first)
    return before


def _is_place_of_verb(clause: ReportingClause, index: int) -> bool:
    """Whether a verb that goes with a verbal noun is to be expected at a token."""
    article = clause.article
    return (
        article.tokens[index].may_be_cue
        or not _CARRIERS.isdisjoint(bare(article.folded(index)))
        # بعد أن قاطع نائب زميله بالقول: after a deputy interrupted his colleague by saying
        or article.folded(index - 1) in COMPLEMENTIZERS
        or article.is_behind_comma(index)
        or index == clause.earliest
    )


def _is_verb(clause: ReportingClause, index: int) -> bool:
    """Whether a word may be a verb, and is no preposition: عبر منصة "by way of a platform"."""
    article, words = clause.article, clause.words
    return (
        words.may_be_verb(article, index)
        and article.folded(index) not in PHRASAL
        and not words.is_preposition(article, index)
    )


def _subject_between(clause: ReportingClause, first: int, last: int) -> Subject | None:
    """The subject that begins right behind a verb, and ends before ``last``."""
    article, phrases = clause.article, clause.phrases
    if article.folded(first) in PREPOSITIONS_WITH_PRONOUN | TO_ME:
        # وجهت لي السكرتيرة سؤالا: the secretary put a question to me
        first += 1
    if first >= last or not phrases.starts(first, after_verb=True) or phrases.is_possessed(first):
        # ختم حديثه بالتأكيد: he ended his talk by affirming
        return None
    if clause.words.has_possessor(article, first - 1) and article.tokens[first].facts.has_article:
        # شكره الجزيل: his great thanks
        return None
    if clause.words.is_preposition(article, first) or article.tokens[first].facts.is_accusative:
        # ردت على ميرتس بالقول "she answered Merz by saying", وأشاد كثيرا بالقول "he praised a lot"
        return None
    end = phrases.end(first, last, object_follows=True, after_verb=True)
    return Subject(first, end, "VSO") if end > first else None

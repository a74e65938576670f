"""Subjects of verbal nouns: whoever is the subject of the verb that a noun of saying goes with.

جدد الرئيس التأكيد "the president renewed the affirmation", اكتفى الوزير بالقول "the minister left
it at saying".
"""

from __future__ import annotations

from quotes.extraction.antecedents import find_antecedent
from quotes.extraction.article import Article
from quotes.extraction.cues import CueCandidate
from quotes.extraction.grammar import SUPPORT_VERBS, bare
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import REACH_LEFT, Subject
from quotes.extraction.words import Words


def support_verb(article: Article, cue: CueCandidate, words: Words) -> int | None:
    """The verb that carries a definite verbal noun: جدد التأكيد, وجه الدعوة."""
    first, _ = article.sentence(cue.first)
    for index in range(cue.first - 1, max(first, cue.first - 16) - 1, -1):
        folded = article.folded(index)
        if folded in SUPPORT_VERBS or (folded[:1] in ("و", "ف") and folded[1:] in SUPPORT_VERBS):
            return index
    return None


def subject_of_verb_before(
    article: Article, cue: int, phrases: NounPhrases, words: Words
) -> Subject | None:
    """The subject of the verb that ``بالقول`` goes with; where it has none, it is dropped.

    Without such a verb it is the noun phrase right before: الوزير بالقول.
    """
    first, _ = article.sentence(cue)
    for index in range(cue - 1, max(first, cue - REACH_LEFT) - 1, -1):
        if article.tokens[index].may_be_cue or not SUPPORT_VERBS.isdisjoint(
            bare(article.folded(index))
        ):
            if not words.may_be_verb(article, index) or words.is_name(article, index):
                continue
            return subject_between(article, index + 1, cue, phrases)
    if article.tokens[cue - 1].facts.is_accusative:
        # مكتفيا بالقول: contenting himself with saying
        return None
    return find_antecedent(article, cue, phrases)


def subject_between(
    article: Article, first: int, last: int, phrases: NounPhrases
) -> Subject | None:
    if first >= last or not phrases.starts(first, after_verb=True):
        return None
    if phrases.words.has_possessor(article, first - 1) and article.tokens[first].facts.has_article:
        # شكره الجزيل: his great thanks
        return None
    end = phrases.end(first, last, object_follows=True, after_verb=True)
    return Subject(first, end, "VSO") if end > first else None

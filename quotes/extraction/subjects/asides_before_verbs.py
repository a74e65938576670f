"""What may stand between a subject and the verb behind it: الوزير، اليوم، قال.

"the minister, today, said": what stands in commas or brackets, or is circumstance; and no second
clause.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.grammar import (
    COMPLEMENTIZERS,
    HAD_BEFORE,
    IN,
    NAMES_WITHHELD,
    PREPOSITIONS_WITH_PRONOUN,
    REFUSALS,
    RELATIVES,
    SUBORDINATORS,
    VERBAL_PARTICLES,
    WITH_WHAT,
)
from quotes.extraction.text.marks import DOTS, INNER_COMMAS

_PAIRED = {"-": "-", "–": "–", "—": "—", "(": ")"}
_LONGEST_ASIDE = 8
_LONGEST_PLACE = 5


def only_asides(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether all between a subject and its verb is in commas, or circumstance."""
    article = phrases.article
    end = _without_particles(article, first, end)
    if first < end and article.folded(first) in PREPOSITIONS_WITH_PRONOUN:
        # مسؤولا فيها، طلب عدم الكشف عن اسمه، أقر: an official in it, who asked not to be named
        first += 1
    if end == first:
        return True
    opening, closing = article.tokens[first].text, article.tokens[end - 1].text
    if opening in INNER_COMMAS and closing in INNER_COMMAS:
        return True
    if article.tokens[first - 1].text == ")" or _is_cut_off(article, first, end):
        # الطفيلة 3 أيار (بترا) - فلان - أكد: al-Tafila, 3 May (Petra) - So-and-so - affirmed
        return False
    if opening in _PAIRED and end > first + 1:
        return closing == _PAIRED[opening]
    return (
        _refuses_name(article, first, end)
        or _is_circumstance_alone(phrases, first, end)
        or (article.folded(first) in RELATIVES and closing in INNER_COMMAS)
        or _says_where(phrases, first, end)
    )


def _without_particles(article: Article, first: int, end: int) -> int:
    """The end of an aside, without the particles that belong to the verb behind it."""
    while end > first and article.folded(end - 1) in VERBAL_PARTICLES:
        # وكان الأمير فلان، قد أكد: and the prince So-and-so had affirmed
        end -= 1
    if article.phrase(end - 2, 2) in HAD_BEFORE:
        # الوحدة سبق أن ادعت: the unit had claimed before
        end -= 2
    return end


def _is_cut_off(article: Article, first: int, end: int) -> bool:
    """Whether a number or dots divide it: غزة.. «الإعلامي الحكومي» يتهم, a headline in halves.

    "Gaza.. the Government Media accuses"
    """
    return any(
        article.tokens[index].kind == "number" or article.tokens[index].text in DOTS
        for index in range(first, end)
    )


def _refuses_name(article: Article, first: int, end: int) -> bool:
    """Whether an aside tells that its subject refuses to be named: مصدرا فضل عدم الكشف عن اسمه رجح.

    "a source who preferred not to be named thought it likely"
    """
    last = end - 1 - (article.tokens[end - 1].text in INNER_COMMAS)
    return article.folded(first) in REFUSALS and article.folded(last) in NAMES_WITHHELD


def _is_circumstance_alone(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether a circumstance without a clause of its own stands there: الوزير في بيان أعلن.

    "the minister in a statement announced"
    """
    article, words = phrases.article, phrases.words
    return (
        is_circumstance(article, first, words)
        and end - first <= _LONGEST_ASIDE
        # رحب الوزير بما وصفه ب: the minister welcomed what he described as
        and article.folded(end - 1) not in WITH_WHAT
        and not any(
            article.folded(index) in SUBORDINATORS
            or article.folded(index) in COMPLEMENTIZERS
            or words.is_verb(article, index)
            for index in range(first, end)
        )
    )


def _says_where(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether an aside tells where somebody without a name is: غير أن تاجرا في صنعاء نفى.

    "but a trader in Sanaa denied"; a subject in the accusative stands behind أن.
    """
    article, words = phrases.article, phrases.words
    accusative = article.tokens[first - 1].facts
    return (
        article.folded(first) in IN
        and end - first <= _LONGEST_PLACE
        and (accusative.is_accusative or accusative.is_accusative_head)
        and all(
            article.tokens[index].is_word and not words.is_verb(article, index)
            for index in range(first + 1, end)
        )
    )

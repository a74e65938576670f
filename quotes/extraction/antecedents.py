"""The antecedent of a relative clause as the subject of its verb: الوزير الذي قال.

An indefinite noun has the clause behind it without a pronoun: مواطنين أفادوا.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.grammar import (
    DUAL_RELATIVES,
    GENDER_OF_RELATIVE,
    TIMES_OF_CLAUSES,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import Subject
from quotes.extraction.verb_agreement import agrees_with_verb
from quotes.extraction.words import Words

_COMMAS = frozenset("،,")


def describes_noun_before(
    article: Article, cue: CueCandidate, reading: CueReading, phrases: NounPhrases, words: Words
) -> bool:
    """Whether a verb describes the indefinite noun before it: مواطنين أفادوا, توصية تدعو إلى."""
    before = cue.first - 1
    if (
        before > 0
        and article.tokens[before].facts.classes == {"adjective"}
        and not article.tokens[before].facts.has_article
        and words.in_list(article.folded(before - 1), words.lexicon.documents)
    ):
        # تقرير إخباري أشار: a news report pointed out
        before -= 1
    if (
        cue.conjunction
        or article.is_glued(cue.first)
        or before < 0
        or not article.tokens[before].is_word
        or words.is_definite(article, before)
        or not words.is_nominal(article, before)
    ):
        return False
    if "s" not in reading.numbers:
        return "p" in words.info(article, before).numbers
    return words.in_list(article.folded(before), words.lexicon.documents) and agrees_with_verb(
        article, before, reading, words
    )


def find_antecedent(article: Article, relative: int, phrases: NounPhrases) -> Subject | None:
    """The noun phrase that a relative pronoun stands behind."""
    end = relative
    if article.tokens[end - 1].text in _COMMAS:
        end -= 1
    if phrases.words.in_list(article.folded(end - 1), TIMES_OF_CLAUSES):
        return None
    first_of_sentence, _ = article.sentence(relative)
    best = None
    for start in range(end - 1, max(first_of_sentence, end - 24) - 1, -1):
        if not phrases.starts(start):
            if article.tokens[start].kind == "mark" and start not in article.opening:
                continue
            if best is not None:
                break
            continue
        if _disagrees(article, start, relative):
            continue
        if phrases.end(start, end, object_follows=True) == end:
            best = start
            if (
                phrases.words.is_head(article.folded(start))
                and (
                    not phrases.words.is_head(article.folded(start - 1))
                    or (
                        phrases.words.is_role(article.folded(start))
                        and has_article(article.folded(start - 1))
                    )
                )
                and article.folded(start - 1) != "باسم"
                # خليل الحاج توفيق، الذي: Khalil al-Haj Tawfiq, who
                and not (
                    phrases.words.is_title(article.folded(start))
                    and article.folded(start - 1) in phrases.words.lexicon.given_names
                )
                and not (
                    # اللجنة العليا المنظمة: the organising committee, no organisation.
                    has_article(article.folded(start - 1))
                    and "adjective" in phrases.words.info(article, start).classes
                )
            ):
                break
    if best is None:
        return None
    if article.folded(relative) in DUAL_RELATIVES:
        best = _with_other(article, best, first_of_sentence, phrases)
    return Subject(best, end, "relative")


def _disagrees(article: Article, noun: int, relative: int) -> bool:
    """Whether a singular noun is of the other gender than the relative pronoun: تقرير … التي."""
    gender = GENDER_OF_RELATIVE.get(article.folded(relative))
    info = article.tokens[noun].facts.info
    return (
        gender is not None
        and info.classes == {"noun"}
        and (
            (info.numbers == {"s"} and len(info.genders) == 1 and gender not in info.genders)
            # تصريحات فلان الذي: remarks of So-and-so, who
            or (info.numbers == {"p"} and gender == "m" and article.folded(noun).endswith("ات"))
        )
    )


def _with_other(article: Article, start: int, floor: int, phrases: NounPhrases) -> int:
    """Where the first of two begins whom و joins before "both of whom": فلان، وفلان، اللذان."""
    if not article.folded(start).startswith("و"):
        return start
    end = start - (article.tokens[start - 1].text in _COMMAS)
    return next(
        (
            first
            for first in range(floor, end)
            if phrases.starts(first) and phrases.end(first, end) == end
        ),
        start,
    )

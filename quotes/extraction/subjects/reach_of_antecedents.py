"""How far the antecedent of a relative clause reaches: حضر اللقاء | الوزير فلان، الذي قال.

"attended the meeting | minister So-and-so, who said": back from the relative pronoun to where the
longest noun phrase begins that agrees with it.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    CHIEFS,
    DUAL_RELATIVES,
    FROM,
    GENDER_OF_RELATIVE,
    GENERAL,
    IN,
    ON_BEHALF_OF,
    TIMES_OF_CLAUSES,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_LONGEST_ANTECEDENT = 24
# Of a plural whose noun goes on with another: مستشارو, مستشاري "the advisers of".
_ENDINGS_OF_PLURALS = ("و", "ي")
_LONGEST_NAME = 6
_LONGEST_AGE = 5


def find_antecedent(phrases: NounPhrases, relative: int) -> Subject | None:
    """The noun phrase that a relative pronoun stands behind."""
    article = phrases.article
    end = _end_of_antecedent(phrases, relative)
    if phrases.words.in_list(article.folded(end - 1), TIMES_OF_CLAUSES):
        return None
    floor, _ = article.sentence(relative)
    start = _start_of_antecedent(phrases, floor, end, relative)
    if start is None:
        return None
    if article.folded(relative) in DUAL_RELATIVES:
        start = _with_other(phrases, start, floor)
    elif article.tokens[end].text in INNER_COMMAS:
        start = _with_name_before(phrases, start, relative)
        start = _with_name_beside(phrases, start, floor, end)
    return Subject(start, end, "relative")


def _end_of_antecedent(phrases: NounPhrases, relative: int) -> int:
    """The token behind the phrase before a relative pronoun, a comma and a place taken off."""
    article, end = phrases.article, relative
    if article.tokens[end - 1].text in INNER_COMMAS:
        end -= 1
        if article.folded(end - 2) in IN and phrases.words.is_polity(article.folded(end - 1)):
            # المبعوث فلان في الخرطوم، الذي: the envoy So-and-so in Khartoum, who
            end -= 2
    return _before_age(article, end)


def _before_age(article: Article, end: int) -> int:
    """Before the age in brackets behind a name: فلان | (71 سنة) الذي "So-and-so (71) who"."""
    if article.tokens[end - 1].text != ")":
        return end
    for index in range(end - 2, max(0, end - _LONGEST_AGE) - 1, -1):
        if article.tokens[index].text == "(":
            return index if article.tokens[index + 1].kind == "number" else end
    return end


def _start_of_antecedent(phrases: NounPhrases, floor: int, end: int, relative: int) -> int | None:
    """Where the longest phrase begins that reaches to ``end`` and agrees; None if there is none."""
    article, best = phrases.article, None
    for start in range(end - 1, max(floor, end - _LONGEST_ANTECEDENT) - 1, -1):
        if not phrases.starts(start):
            if article.tokens[start].kind == "mark" and start not in article.opening:
                continue
            # السفير لدى | اليابان، الذي: the ambassador to | Japan, who
            if best is not None and not phrases.words.is_preposition(article, start):
                break
            continue
        if _opens_sentence(phrases.words, article, start, floor):
            break
        if best == start + 1 and _is_place_before_name(phrases.words, article, start):
            break
        if _is_body_of_member(phrases, start, end, relative):
            member = _start_of_antecedent(phrases, floor, start - 1, relative)
            if member is not None and _is_named(phrases, start - 2):
                return member
        if _disagrees(article, start, relative):
            continue
        if phrases.end(start, end, object_follows=True) == end:
            best = start
            if _heads_whole_phrase(phrases, start):
                break
    return best


def _is_body_of_member(phrases: NounPhrases, start: int, end: int, relative: int) -> bool:
    """Whether whoever comes from a body is meant, not the body: فلان من | جامعة كذا الذي.

    "So-and-so of | a university, who": the body is of the other gender than the pronoun.
    """
    article = phrases.article
    body = article.folded(start)
    gender = GENDER_OF_RELATIVE.get(article.folded(relative))
    return (
        article.folded(start - 1) in FROM
        and phrases.words.is_organisation(body)
        and gender is not None
        and (gender == "f") != body.endswith("ه")
        and phrases.end(start, end, object_follows=True) == end
    )


def _is_named(phrases: NounPhrases, last: int) -> bool:
    """Whether a phrase ends in a name."""
    article = phrases.article
    return phrases.words.is_name(article, last) or article.is_surname(article.folded(last))


def _heads_whole_phrase(phrases: NounPhrases, start: int) -> bool:
    """Whether a noun phrase cannot begin farther to the left than at this head."""
    article, words = phrases.article, phrases.words
    folded, before = article.folded(start), article.folded(start - 1)
    return (
        (
            words.is_head(folded)
            # على يد | عمته: at the hands of | his aunt
            or (_is_kin(phrases, start) and not words.in_list(before, words.lexicon.kin))
        )
        and not _is_completed_by_office(words, before)
        and (not words.is_head(before) or (words.is_role(folded) and has_article(before)))
        # خليل الحاج توفيق، الذي: Khalil al-Haj Tawfiq, who
        and not (words.is_title(folded) and before in words.lexicon.given_names)
        # عمته المقيمة: his resident aunt, and no resident
        and not (has_article(folded) and _is_kin(phrases, start - 1))
        # اللجنة العليا المنظمة: the high organising committee, and no organisation
        and not (has_article(before) and "adjective" in words.info(article, start).classes)
    )


def _is_completed_by_office(words: Words, folded: str) -> bool:
    """Whether an office wants another behind it: مستشاري | وزير الطاقة, مدير عام | فرع الوزارة.

    "advisers of | the minister of energy, the general director of | the ministry's branch"
    """
    return folded in ON_BEHALF_OF | GENERAL or (
        folded.endswith(_ENDINGS_OF_PLURALS) and words.is_role(folded[:-1])
    )


def _is_kin(phrases: NounPhrases, index: int) -> bool:
    """Whether somebody's relative stands here: عمته "his aunt"."""
    words, article = phrases.words, phrases.article
    return article.tokens[index].facts.has_enclitic and words.in_list(
        article.folded(index), words.lexicon.kin
    )


def _is_place_before_name(words: Words, article: Article, index: int) -> bool:
    """Whether a thing stands before a name that is no title of it: حضر الحفل | سالم، الذي.

    "attended the party | Salem, who"
    """
    facts = article.tokens[index].facts
    return (
        facts.classes == {"noun"}
        and facts.has_article
        and not (facts.is_head or facts.is_name)
        and article.folded(index + 1) in words.lexicon.given_names
    )


def _opens_sentence(words: Words, article: Article, index: int, first: int) -> bool:
    """Whether "and" with a verb opens the sentence: وحضر سالم، الذي "and Salem attended, who"."""
    return (
        index == first
        and article.folded(index).startswith("و")
        and words.may_be_verb(article, index)
        and not words.is_head(article.folded(index))
    )


def _disagrees(article: Article, noun: int, relative: int) -> bool:
    """Whether a singular noun is of the other gender than the relative pronoun: تقرير … التي.

    "a report (m.) … which (f.)"
    """
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


def _with_name_beside(phrases: NounPhrases, office: int, floor: int, end: int) -> int:
    """Where the name begins right before an office: حضر اللقاء | فلان الفلاني وزير المالية، الذي.

    "attended the meeting | So-and-so the finance minister, who"
    """
    article, words = phrases.article, phrases.words
    if not (words.is_role(article.folded(office)) or article.folded(office) in CHIEFS):
        return office
    for start in range(office - 2, max(floor, office - _LONGEST_NAME) - 1, -1):
        if (
            article.folded(start) in words.lexicon.given_names
            and all(words.is_name(article, n) for n in range(start, office - 1))
            and phrases.end(start, end, object_follows=True) == end
        ):
            return start
    return office


def _with_name_before(phrases: NounPhrases, office: int, relative: int) -> int:
    """Where the name begins that stands before an office in commas: فلان، مستشار الوزير، الذي.

    "So-and-so, the minister's adviser, who"
    """
    article, words = phrases.article, phrases.words
    head = article.folded(office)
    if not (words.is_role(head) or head in CHIEFS):
        return office
    if article.tokens[office - 1].text not in INNER_COMMAS:
        return office
    first_of_sentence, _ = article.sentence(relative)
    best = office
    for start in range(office - 2, max(first_of_sentence, office - _LONGEST_NAME) - 1, -1):
        if not article.tokens[start].is_word:
            break
        if (
            phrases.starts(start)
            and words.is_name(article, start)
            and phrases.end(start, office - 1) == office - 1
        ):
            best = start
    return best


def _with_other(phrases: NounPhrases, start: int, floor: int) -> int:
    """Where the first of two begins whom و joins before "both of whom": فلان، وفلان، اللذان.

    "So-and-so, and So-and-so, both of whom"
    """
    article = phrases.article
    if not article.folded(start).startswith("و"):
        return start
    end = start - (article.tokens[start - 1].text in INNER_COMMAS)
    return next(
        (
            first
            for first in range(floor, end)
            if phrases.starts(first) and phrases.end(first, end) == end
        ),
        start,
    )

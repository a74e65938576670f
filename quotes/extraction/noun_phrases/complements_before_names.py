"""Prepositions that belong to an office because the name of its holder stands behind them.

المدير الإقليمي للحملة في سوريا الدكتور بدر "the regional director of the campaign in Syria, Dr
Badr": nothing but the name shows that في سوريا is part of the phrase.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.preposition import PhrasePreposition
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import AUTHORS, BODIES_LIKE_OCCASIONS, TERMS_OF_OFFICE, TO
from quotes.extraction.text.marks import INNER_COMMAS

_LONGEST_FIELD = 16


def past_to_name(at: PhrasePreposition) -> int:
    """The token at which the title or the name begins; that of the preposition if none does."""
    article, in_marks, index = at.article, at.in_marks, at.index
    if not at.has_role or at.inside.has_title(at.first, index):
        return index
    if article.tokens[index].facts.is_in_front:
        # أنكر السائق | أمام القاضي سالم: the driver denied | before Judge Salem
        return index
    named = at.inside.ends_in_name(at.first, index) or at.article.is_surname(at.before)
    if at.word in TO and named:
        # نقل الوزير العمراني | إلى الرئيس تحياته: minister al-Omrani conveyed | to the president
        return index
    after_marks = index
    for ahead in range(index + 1, min(at.limit, index + _LONGEST_FIELD)):
        if article.tokens[ahead].text in INNER_COMMAS and ahead > index + 1:
            return _past_name_behind_comma(at, ahead)
        number = article.opening.get(ahead)
        if number is not None and in_marks.is_person(number):
            # Behind ل or ب it is who was told, or what is spoken of.
            return ahead if article.folded(ahead - 1) not in ("ل", "ب") else index
        if ahead < after_marks:
            continue
        if number is not None and in_marks.is_name(number):
            # مدير القسم في «الشركة»، فلان، إن
            # (the head of the section in "the Company", So-and-so, that)
            after_marks = article.after_quotation(number)
            continue
        if article.folded(ahead) in TERMS_OF_OFFICE:
            # وزيرة العمل في اليمن سابقاً فلانة: So-and-so, formerly minister of labour in Yemen
            continue
        if _ends_office(at, ahead):
            return index
        if _begins_name(at, ahead):
            return ahead
    return index


def _past_name_behind_comma(at: PhrasePreposition, comma: int) -> int:
    """مدير القسم في الشركة، فلان، إن: the head of the section in the company, So-and-so, that."""
    name = comma + 1
    end = at.inside.end_of_whole_name(name, at.limit)
    if end > name:
        return end
    begins = at.inside.is_given_name(name) or at.inside.is_title_before_name(name)
    return name if begins else at.index


def _ends_office(at: PhrasePreposition, ahead: int) -> bool:
    """Whether an office cannot go on with a token, so that what follows is not its holder."""
    article, words = at.article, at.words
    token = article.tokens[ahead]
    return (
        not token.is_word
        or at.inside.ends_office(ahead)
        # قال الوزير | في مؤتمر: the minister said | at a conference
        or (_is_occasion(at, token.folded) and not _is_of_author(at, ahead))
        or token.folded in words.lexicon.addressees
        or is_circumstance(article, ahead, words)
    )


def _is_occasion(at: PhrasePreposition, folded: str) -> bool:
    """Whether something takes place, where people speak; الإطار "framework" is also a body.

    القيادي في الإطار التنسيقي فلان: the leader in the Coordination Framework, So-and-so
    """
    return folded not in BODIES_LIKE_OCCASIONS and at.words.in_list(
        folded, at.words.lexicon.occasions
    )


def _is_of_author(at: PhrasePreposition, ahead: int) -> bool:
    """Whether it is what somebody has written: الباحث الرئيسي في الدراسة، الدكتور فلان.

    "the principal researcher of the study, Dr So-and-so"
    """
    authors = at.words.bases(at.head) & AUTHORS
    return ahead == at.index + 1 and bool(authors) and has_article(at.following)


def _begins_name(at: PhrasePreposition, ahead: int) -> bool:
    """Whether the title of the holder begins here, or behind a noun the name."""
    inside = at.inside
    return inside.is_title_before_name(ahead) or (
        ahead > at.index + 1 and (inside.is_given_name(ahead) or at.is_foreign_name(ahead))
    )

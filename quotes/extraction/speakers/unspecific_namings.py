"""What anybody may be called: the man, the same source, the Spanish coach.

Such a phrase names nobody new where the text has told of somebody whom it fits.
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import AGED, EMPHATICS, GENERIC_PERSONS, GUESTS, OF_YEARS, SAME
from quotes.extraction.text.nisba import NISBA
from quotes.extraction.text.words import Words


def start_of_unspecific(
    article: Article, words: Words, first: int, last: int, *, goes_on: bool
) -> int | None:
    """Where the noun phrase of tokens ``[first, last)`` begins that anybody may be called; or None.

    ``goes_on`` tells that the verb goes on with what somebody says: any office will do then.
    """
    # ذات المصدر: the same source
    same = article.folded(first) in SAME and last > first + 1
    if same:
        first += 1
    held = goes_on and _is_office(article, words, first, last)
    guest = article.folded(first) in GUESTS and last <= first + 2
    definite = article.folded(first).startswith("ال") or _is_of_years(article, first, last) or guest
    if not definite and not held:
        return None
    adjective = last == first + 2 and (
        words.is_adjective(article, first + 1)
        # المدرب الباسكي: the Basque coach, whom the dictionary lacks
        or (article.is_unknown(first + 1) and article.folded(first + 1).startswith("ال"))
    )
    if not same and last > first + 1 and words.in_list(article.folded(last - 1), EMPHATICS):
        # المسؤول الحكومي ذاته: the same government official
        same = all(
            words.is_adjective(article, n) or article.folded(n).startswith("ال")
            for n in range(first + 1, last - 1)
        )
    if (
        held
        or guest
        or _is_of_nation(article, words, first, last)
        or (same and words.is_head(article.folded(first)))
        # السياسي المحافظ "the conservative politician": المحافظ is also "the governor".
        or _is_anybody(
            article,
            first,
            last,
            described=same or (last == first + 2 and has_article(article.folded(first + 1))),
        )
        or (adjective and _is_office_of_nation(article, words, first))
    ):
        return first
    return None


def _is_anybody(article: Article, first: int, last: int, *, described: bool) -> bool:
    """Whether it is what anybody may be called: الرجل "the man", المصدر نفسه "the same source"."""
    return (
        _is_of_years(article, first, last)
        # اللاعب البالغ من العمر 33 عاما: the player, aged 33
        or (last == first + 1 and article.folded(last) in AGED)
        or (
            article.folded(first).removeprefix("ال") in GENERIC_PERSONS
            and (described or last == first + 1)
        )
    )


def _is_of_years(article: Article, first: int, last: int) -> bool:
    """Whether it tells no more than an age: ابن الـ22 عاما "the 22-year-old"."""
    return article.folded(first) in OF_YEARS and any(
        token.kind == "number" for token in article.tokens[first + 1 : last]
    )


def _is_office(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether it is a definite office of some words: قائد أرسنال السابق.

    "the former captain of Arsenal"
    """
    folded = article.folded(first)
    return (
        last > first + 1
        and words.is_role(folded)
        and not words.in_list(folded, words.lexicon.unnamed)
        and words.is_definite(article, last - 1)
    )


def _is_of_nation(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether it is the nation of somebody, perhaps with an adjective: الأرجنتيني المخضرم.

    "the veteran Argentine"
    """
    return (
        words.is_nationality(article, first)
        and article.folded(first).endswith("ي")
        and (last == first + 1 or (last == first + 2 and words.is_adjective(article, first + 1)))
    )


def _is_office_of_nation(article: Article, words: Words, first: int) -> bool:
    """Whether it is an office with the nation of its holder: المدرب الإسباني.

    "the Spanish coach"
    """
    folded = article.folded(first)
    return (
        words.is_role(folded)
        and not words.is_organisation(folded)
        and not words.in_list(folded, words.lexicon.unnamed)
        and article.folded(first + 1).endswith(NISBA)
    )

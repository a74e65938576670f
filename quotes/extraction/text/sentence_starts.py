"""Where the clause of a sentence begins: past dateline, circumstance and conjunction."""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import (
    BUT,
    COMPLEMENTIZERS,
    CONTRASTS,
    DESPITE,
    PARALLELS,
    PREPOSITIONS,
    SIGNATURES,
)
from quotes.extraction.text.marks import COMMAS, DASHES
from quotes.extraction.text.words import Words

_LONGEST_DATELINE = 14
_LONGEST_OPENING = 14
_WITH_AND = ("وب",)
_BETWEEN_NAMES = COMMAS | {"/", "(", ")"}
_CONTRASTING = BUT | PARALLELS


def past_dateline(article: Article, first: int, end: int) -> int:
    """Past place, date and agency: واشنطن 28 يناير (رويترز) - أبقى المجلس.

    "Washington, 28 January (Reuters) - the board kept"; in a headline past the place alone.
    """
    if article.paragraph_of[first] == 0 and article.folded(first + 1) == ":":
        # لبنان: الرئيس يستقبل الوفد ويدعو إلى: Lebanon: the president receives … and calls for
        return first + 2
    dated = False
    for dash in range(first + 2, min(end, first + _LONGEST_DATELINE)):
        before = article.tokens[dash - 1]
        dated = dated or before.kind == "number"
        # رام الله 12-11-2025 وفا- استقبل الرئيس: Ramallah, 12-11-2025, Wafa - received
        signed = dated and before.is_word and before.folded in SIGNATURES
        if article.tokens[dash].text in DASHES and (before.text == ")" or signed):
            return dash + 1
    return first


def past_byline(article: Article, first: int, end: int) -> int:
    """Past names in dashes that open a paragraph: بيروت - فلانة - انخفضت, دمشق ـ سانا: انخفضت.

    "Beirut - So-and-so - fell", "Damascus - Sana: fell"; else ``first``.
    """
    behind = _past_place_and_paper(article, first, end)
    for index in range(behind, min(end, first + _LONGEST_DATELINE)):
        token = article.tokens[index]
        if token.text in DASHES or (token.text == ":" and behind > first):
            behind = index + 1
        elif token.text not in _BETWEEN_NAMES and not (
            token.kind == "number"
            or token.folded in SIGNATURES
            or len(token.folded) == 1
            or (token.facts.is_name and not token.facts.is_role)
        ):
            break
    if behind == first + 3 and article.tokens[first].facts.is_given_name:
        # محمد صلاح - لاعب الفريق - فاز: Muhammad Salah, a player of the team, won
        return first
    return behind


def _past_place_and_paper(article: Article, first: int, end: int) -> int:
    """Past a place and the paper behind it, before a verb: الزرقاء - الغد - توفي.

    "Zarqa - al-Ghad - died", though neither looks like a name; else ``first``.
    """
    place, second = article.tokens[first], first + 3
    if second >= end or article.tokens[first + 1].text not in DASHES or place.facts.is_head:
        return first
    second += article.tokens[second].text not in DASHES
    if second + 1 >= end or article.tokens[second].text not in DASHES:
        return first
    paper = article.tokens[first + 2 : second]
    tells = place.is_word and all(token.is_word for token in paper)
    return second + 1 if tells and article.tokens[second + 1].facts.is_verb else first


def past_opening(article: Article, words: Words, first: int, end: int) -> int:
    """Past a circumstance and the comma behind it: وبجانبه، | كانت; else ``first``.

    "and beside him, | she was"
    """
    opens = (
        not PREPOSITIONS.isdisjoint(bare(article.folded(first)))
        or is_attached_preposition(article, first, words)
        or is_circumstance(article, first, words)
        # وبسؤاله عن العدد: and when asked about the number
        or article.folded(first).startswith(_WITH_AND)
    )
    if not opens:
        return first
    for index in range(first + 1, min(end, first + _LONGEST_OPENING)):
        if (
            article.tokens[index].text in COMMAS
            and article.quotation_at[index] == article.quotation_at[first]
        ):
            return index + 1 if index + 1 < end else first
    return first


def past_joint(article: Article, words: Words, first: int) -> int:
    """Past what joins the sentence to the one before it, up to its own clause."""
    folded = article.folded(first)
    if folded in _CONTRASTING:
        # فيما غنى فلان: while So-and-so sang
        return first + 1
    if folded in CONTRASTS and article.folded(first + 1) in COMPLEMENTIZERS:
        # إلا أن الوزير: yet the minister
        return first + 2
    if folded in DESPITE or folded in words.lexicon.impersonal_verbs:
        # ورغم أن الوزير، وعلى الرغم من أن الوزير; تجدر الإشارة إلى أن الوزير
        # (although the minister; it is to be noted that the minister)
        return next(
            (n + 1 for n in range(first, first + 4) if article.folded(n) in COMPLEMENTIZERS),
            first,
        )
    return first

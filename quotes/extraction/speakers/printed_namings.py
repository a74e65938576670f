"""What of a noun phrase names its speaker as printed, without what is written onto it.

وبيستوريوس is "and Pistorius", but ويتكوف Witkoff; للوزارة "to the ministry" is الوزارة, whose
alif is lost behind ل.
"""

from __future__ import annotations

import re

from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import (
    begins_behind_clitic,
    is_attached_preposition,
)
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import FURTHER
from quotes.extraction.text.words import Words
from quotes.model import Span

# Classes of verb with which a name is misread whose first letter looks like a clitic: ويتكوف
# Witkoff, لخويا Lekhwiya.
# ا with the tanwin, whose mark stands before or behind it, or not at all.
_ACCUSATIVE = re.compile("\u064b?ا\u064b?$")
_MISREAD_AS = {"و": {"imperfect"}, "ف": {"imperfect"}, "ل": {"perfect"}, "ب": set[str]()}


def inside_marks(article: Article, first: int, last: int) -> tuple[int, int]:
    """Without quotation marks or brackets that stand around the whole phrase."""
    if first in article.opening and article.after_quotation(article.opening[first]) == last:
        return article.quotation_tokens(article.opening[first])
    if article.tokens[first].text == "(" and article.tokens[last - 1].text == ")":
        return first + 1, last - 1
    return first, last


def naming_span(article: Article, words: Words, first: int, last: int) -> Span:
    """The phrase without the و or ل that is written onto its first word."""
    span = article.span(first, last)
    folded = article.folded(first)
    if (
        not folded
        or folded[0] not in "وفلب"
        or len(folded) < 4
        or _begins_with_own_letter(article, words, first)
    ):
        return span
    attached = (
        folded.startswith(("وال", "فال", "لل"))
        or begins_behind_clitic(span.text)
        # لحلف الشمال: to the alliance of the north
        or (
            folded[0] in "لب"
            and folded[1:] in words.lexicon.organisations
            and folded not in words.lexicon.heads
        )
        # وفقا لرويترز "according to Reuters": what governs ل stands before it.
        or (folded[0] == "ل" and article.folded(first - 1) in words.lexicon.governors_of_li)
        # مقطع لرجل يقول: a video of a man who says
        or (folded[0] == "ل" and words.is_head(folded[1:]))
    )
    if folded[0] in "لب" and not attached and not is_attached_preposition(article, first, words):
        # ليانا كوستاس: Liana Kostas
        return span
    if not attached:
        readings = words.info(article, first).readings
        attached = (
            all(
                folded[0] in reading.proclitics and reading.word_class not in _MISREAD_AS[folded[0]]
                for reading in readings
            )
            if readings
            else folded[1:] in article.vocabulary
        )
    return article.slice(span.start + 1, span.end) if attached else span


def _begins_with_own_letter(article: Article, words: Words, first: int) -> bool:
    """Whether a first letter that looks like و, ف, ل or ب is the word's own."""
    folded, lexicon = article.folded(first), words.lexicon
    return (
        # وزارة "ministry", وهبي Wahbi
        any(
            folded in known
            for known in (lexicon.roles, lexicon.titles, lexicon.organisations, lexicon.given_names)
        )
        # والدها "her father"
        or (
            words.in_list(folded, lexicon.kin)
            and any(
                reading.enclitic and not reading.proclitics
                for reading in words.info(article, first).readings
            )
        )
        # فالون: Fallon, whom the text has behind Michael
        or (folded[0] == "ف" and _is_behind_given_name(article, folded))
        # أعرب فلدان, قال وينر: between a verb and its subject no "and" can stand.
        or (
            folded[0] in "وف"
            and _is_right_behind_verb(article, first)
            # والش: Walsh, which is no الش with "and"
            and (not has_article(folded[1:]) or article.is_unknown(first))
        )
    )


def _is_right_behind_verb(article: Article, index: int) -> bool:
    """Whether the word before can only be a verb of saying."""
    before = article.tokens[index - 1] if index else None
    return (
        before is not None
        and before.may_be_cue
        and before.facts.classes <= {"perfect", "imperfect"}
    )


def _is_behind_given_name(article: Article, folded: str) -> bool:
    """Whether a word stands right behind a given name somewhere in the text."""
    return any(
        position > 0
        and article.tokens[position - 1].is_word
        and article.tokens[position - 1].facts.may_be_given_name
        for position in article.places(folded)
    )


def name_without_clitic(
    article: Article, first: int, length: int, name: str, words: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """A name without the ``length`` letters of و or ل before it: وبيستوريوس "and Pistorius"."""
    if not name or article.text[article.starts[first]] not in "ول":
        return name, words
    # وفقا للفاطمي "according to al-Fatimi": the article has lost its alif.
    alif = "ا" if article.folded(first).startswith("لل") else ""
    return alif + name[length:], (alif + words[0][1:], *words[1:])


def printed_naming(article: Article, words: Words, span: Span, first: int, last: int) -> str:
    """The phrase as printed, with the article that has lost its alif behind ل."""
    if span.text.startswith("ل") and article.text[span.start - 1] == "ل":
        return _behind_li(article, words, first, last, span.text)
    return without_accusative(article, first, last, span.text)


def without_accusative(article: Article, first: int, last: int, text: str) -> str:
    """An indefinite phrase without the ending of an object: مصدراً مقرباً for مصدر مقرب.

    "a source close to": adjectives of it end so, too.
    """
    if not is_accusative(article, first, last):
        return text
    printed = article.tokens[first].text
    if not text.startswith(printed):
        return text
    end = first + 1
    while end < last and _is_accusative_adjective(article, end):
        end += 1
    words = (_ACCUSATIVE.sub("", article.tokens[n].text) for n in range(first, end))
    return " ".join(words) + text[len(article.span(first, end).text) :]


def is_accusative(article: Article, first: int, last: int) -> bool:
    """Whether an indefinite noun with the ending of an object is at the head.

    خطيبا المسجدين "the two preachers of the mosques" is a dual, of which the nun is lost.
    """
    facts = article.tokens[first].facts
    second = article.tokens[first + 1].facts if first + 1 < last else None
    return (
        facts.is_accusative_head
        # زوجها: her husband
        and not facts.has_enclitic
        and not (second and second.has_article)
    )


def _is_accusative_adjective(article: Article, index: int) -> bool:
    """Whether an adjective has the ending of the accusative, which its noun has, too."""
    facts = article.tokens[index].facts
    return (facts.is_accusative and "adjective" in facts.classes) or (
        # مصدرا ثالثا: a third source
        article.folded(index) in FURTHER and article.folded(index).endswith("ا")
    )


def _behind_li(article: Article, words: Words, first: int, last: int, text: str) -> str:
    """What stands behind the preposition ل: for للوزارة the definite الوزارة, for للجنة اللجنة.

    "to the ministry", "to the committee"; a noun that itself begins with ل and has its complement
    is indefinite: للائحة الاتهام "to the bill of indictment".
    """
    name = article.folded(first)[1:]
    if any(r.word_class == "proper" and not r.proclitics for r in words.describe(name).readings):
        # لليفربول "for Liverpool"; but لليونيسف is "for UNICEF".
        return text
    if name not in words.lexicon.heads:
        return "ا" + text
    complement = first + 1 < last and not words.is_adjective(article, first + 1)
    return text if complement else "ال" + text

"""The paragraphs that a web page puts around its article: credits, forms, lists of links."""

from __future__ import annotations

from quotes.arabic.tokens import Line
from quotes.extraction.text.article import Article
from quotes.lexicon import Lexicon

_LONGEST_LINE = 25
_FULL_STOPS = frozenset(".!؟?")


def find_furniture(article: Article, lexicon: Lexicon) -> frozenset[int]:
    """The numbers of paragraphs that are no part of the article.

    They begin as the lexicon's furniture does, or stand in a list of links: short lines without
    a full stop under a heading like الأكثر قراءة "most read", as far as the lines stand no wider
    apart than the first from the heading.
    """
    found = set()
    in_list = False
    spacing = 0
    for number, paragraph in enumerate(article.paragraphs):
        short = paragraph.last - paragraph.first <= _LONGEST_LINE
        if _is_heading(article, paragraph, lexicon):
            in_list, spacing = True, 0
        elif in_list:
            gap = article.text.count("\n", article.paragraphs[number - 1].end, paragraph.start)
            spacing = spacing or gap
            ends = article.tokens[paragraph.last - 1].text in _FULL_STOPS
            in_list = short and not ends and gap <= spacing
        titled = number == 0 and _names_witness(article, paragraph)
        begins = (
            short
            and not titled
            and _begins_with_furniture(article, paragraph, lexicon)
            and not _tells_what_was_done(article, paragraph)
        )
        if in_list or begins:
            found.add(number)
    return frozenset(found)


def _is_heading(article: Article, paragraph: Line, lexicon: Lexicon) -> bool:
    """Whether a paragraph is nothing but the heading of a list of links."""
    read = (n for n in range(paragraph.first, paragraph.last) if article.tokens[n].kind != "mark")
    first = next(read, None)
    if first is None or article.words[first] not in lexicon.link_heading_starts:
        return False
    return (article.words[first], *(article.words[n] for n in read)) in lexicon.link_headings


def _begins_with_furniture(article: Article, paragraph: Line, lexicon: Lexicon) -> bool:
    first = paragraph.first
    return article.words[first] in lexicon.furniture_starts and any(
        tuple(article.words[first : first + len(phrase)]) == phrase for phrase in lexicon.furniture
    )


def _tells_what_was_done(article: Article, paragraph: Line) -> bool:
    """Whether a verb opens the line, and no request: شارك الوزير في القمة، مؤكدا أن …

    "the minister took part in the summit, affirming that …": who did it stands behind the verb, and
    a full stop ends the line; شارك الخبر is "share this news".
    """
    first = article.tokens[paragraph.first]
    return (
        first.facts.may_be_verb
        and paragraph.last - paragraph.first > 2
        and article.tokens[paragraph.last - 1].text in _FULL_STOPS
        and article.tokens[paragraph.first + 1].facts.is_head
    )


def _names_witness(article: Article, paragraph: Line) -> bool:
    """Whether a headline names who speaks: شاهد على الحادث: …, "a witness to the accident:".

    Without what he was a witness to, it is "watch".
    """
    first, last = paragraph.first, paragraph.last
    behind = article.words[first + 1 : last]
    return ":" in behind and article.tokens[first + 1].facts.is_preposition

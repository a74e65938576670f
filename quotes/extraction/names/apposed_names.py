"""The name that stands in apposition, behind a comma: والدها، سالم العمراني.

"her father, Salem al-Omrani"
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_LONGEST_APPOSED = 4


def name_behind_comma(
    article: Article, words: Words, first: int, last: int
) -> tuple[int, int] | None:
    """The name with which a phrase ends behind a comma: والدها، سالم العمراني; or None.

    "her father, Salem al-Omrani"
    """
    comma = next((n for n in range(first, last) if article.tokens[n].text in INNER_COMMAS), last)
    return (comma + 1, last) if is_apposed(article, words, comma, last) else None


def is_apposed(article: Article, words: Words, comma: int, last: int) -> bool:
    """Whether all behind a comma is a name: الرئيس التنفيذي لشركة آبل، تيم كوك.

    "the chief executive of the company Apple, Tim Cook"
    """
    return comma + 1 < last <= comma + 1 + _LONGEST_APPOSED and all(
        _may_be_apposed(article, words, comma, index) for index in range(comma + 1, last)
    )


def _may_be_apposed(article: Article, words: Words, comma: int, index: int) -> bool:
    """Whether a word can be part of a name behind the comma."""
    folded, token = article.folded(index), article.tokens[index]
    return (
        token.is_word
        # شبانة Shabana is not "his young men", whose spelling differs; الخطيب "the preacher" may be
        # a surname.
        and (not token.facts.is_head or (index > comma + 1 and words.is_name(article, index)))
        and not words.is_preposition(article, index)
        # The first word of a name has no article.
        and (index > comma + 1 or not has_article(folded))
        # An adjective describes what is indefinite before the comma.
        and (
            words.info(article, index).classes != {"adjective"}
            or has_article(article.folded(comma - 1))
        )
    )

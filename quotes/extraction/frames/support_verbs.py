"""Verbs that only carry a noun, which does the reporting: جدد الوزير التأكيد على.

"the minister renewed the affirmation of"
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import CLOSING_VERBS, HESITATING, NEGATED, SUPPORT_VERBS

_REACH = 14


def is_carried(article: Article, noun: int) -> bool:
    """Whether a verb that only carries a noun stands shortly before it: قدم الوزير شكره.

    "the minister offered his thanks"
    """
    return _stands_before(article, noun, SUPPORT_VERBS) or any(
        article.folded(index) in HESITATING and article.folded(index - 1) in NEGATED
        for index in range(max(1, noun - _REACH), noun)
    )


def closes_talk(article: Article, noun: int) -> bool:
    """Whether a verb shortly before opens or ends a talk with what a noun tells.

    ختم الوزير حديثه بالتأكيد على: the minister ended his talk by affirming
    """
    return _stands_before(article, noun, CLOSING_VERBS)


def _stands_before(article: Article, noun: int, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs stands not far before a noun in its sentence, not negated."""
    first, _ = article.sentence(noun)
    return any(
        word in verbs and article.folded(index - 1) not in NEGATED
        for index in range(max(first, noun - _REACH), noun)
        for word in bare(article.folded(index))
    )

"""Verbs that only carry a noun, which does the reporting: جدد الوزير التأكيد على.

"the minister renewed the affirmation of"
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.clitics import bare
from quotes.extraction.grammar import NEGATED, SUPPORT_VERBS

_REACH = 14


def is_carried(article: Article, noun: int) -> bool:
    """Whether a verb that only carries a noun stands shortly before it: قدم الوزير شكره.

    "the minister offered his thanks"
    """
    return any(
        word in SUPPORT_VERBS and article.folded(index - 1) not in NEGATED
        for index in range(max(0, noun - _REACH), noun)
        for word in bare(article.folded(index))
    )

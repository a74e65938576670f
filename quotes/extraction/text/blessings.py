"""What is said in praise of God, the Prophet and the dead beside their names, or in their place.

قوله تعالى "His saying, exalted be He", عمر رضي الله عنه "Omar, God be pleased with him".
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    ALMIGHTY,
    BLESSINGS,
    COMPLEMENTIZERS,
    EULOGIES,
    GLORIES,
    GOD,
    LORD,
    REST_OF_BLESSINGS,
)

_LONGEST_REST = 6
_LONGEST_GLORY = max(map(len, GLORIES))


def is_blessing(article: Article, index: int) -> bool:
    """Whether God is asked to bless whoever is named before: رحمه الله "God have mercy on him"."""
    return (
        article.folded(index) in BLESSINGS
        and article.folded(index + 1) in GOD
        # رحمة الله Rahmatullah is spelt otherwise.
        and not article.tokens[index].text.endswith("ة")
    )


def is_eulogy(article: Article, index: int) -> bool:
    """Whether God is asked to bless the Prophet: صلى الله عليه وسلم."""
    return article.folded(index) in EULOGIES and article.folded(index + 1) in GOD


def blessing_before(article: Article, end: int) -> int:
    """Where a blessing begins that reaches to ``end``; ``end`` where none does."""
    first = end
    while article.folded(first - 1) in REST_OF_BLESSINGS and end - first < _LONGEST_REST:
        first -= 1
    first -= 2
    blessed = first > 0 and (is_blessing(article, first) or is_eulogy(article, first))
    return first if blessed else end


def past_glory(article: Article, index: int) -> int:
    """The token behind praise that stands for God's name; ``index`` where none stands there."""
    for length in range(_LONGEST_GLORY, 0, -1):
        if article.phrase(index, length) in GLORIES:
            return index + length
    return index


def is_god(article: Article, index: int) -> bool:
    """Whether God is meant, by name or as the Lord: المولى القدير "the Almighty Lord"."""
    behind = article.folded(index + 1)
    return article.folded(index) in GOD or (
        article.folded(index) in LORD
        and (
            behind in ALMIGHTY
            or behind in COMPLEMENTIZERS
            or past_glory(article, index + 1) > index + 1
        )
    )

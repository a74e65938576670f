"""Lists behind a colon that ends its line, as agencies write them.

وقال الوزير: "and the minister said:", with one thing that he said on each of the next lines, behind
a mark.
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.marks import BULLETS


def items_behind(article: Article, colon: int) -> tuple[int, int] | None:
    """The tokens ``[first, last)`` of the items behind a colon, without the mark of the first.

    None where the colon does not end its line, or no list follows.
    """
    paragraphs, number = article.paragraphs, article.paragraph_of[colon]
    if colon + 1 != paragraphs[number].last or number + 1 >= len(paragraphs):
        return None
    mark = article.tokens[colon + 1].text
    items = []
    for paragraph in paragraphs[number + 1 :]:
        if mark not in BULLETS or article.tokens[paragraph.first].text != mark:
            break
        items.append(paragraph)
    if not items or items[0].last - items[0].first <= 1:
        return None
    return items[0].first + 1, items[-1].last

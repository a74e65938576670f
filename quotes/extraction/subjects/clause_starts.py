"""Where the clause of a verb may begin that has its subject before it.

That is behind a mark or a conjunction, and in a headline behind "and", which joins its halves.
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import CLAUSE_OPENERS, DEMONSTRATIVES, EVEN
from quotes.extraction.text.marks import BULLETS, COMMAS, DOTS
from quotes.extraction.text.words import Words

_BEFORE_CLAUSES = CLAUSE_OPENERS | COMMAS | BULLETS | DOTS | {"|", ":", "."}


def clause_starts(article: Article, words: Words, floor: int, end: int) -> list[int]:
    """Tokens at which the clause of the verb at ``end`` may begin, the nearest first."""
    starts = []
    in_headline = article.paragraph_of[floor] == 0
    for index in range(end - 1, floor - 1, -1):
        if (
            index == floor
            or article.words[index - 1] in _BEFORE_CLAUSES
            # تلك الكارثة، كشفت: that disaster disclosed
            or (index - 1 == floor and article.words[floor] in DEMONSTRATIVES)
            # وحتى الوزير قال: and even the minister said
            or (article.words[index - 1].removeprefix("و") in EVEN and index - 1 == floor)
            or index - 1 in article.opening
            or (in_headline and joins_headlines(article, words, index))
            # .. و"غولدمان" يتوقع: .. and "Goldman" expects
            or (in_headline and index in article.opening and article.folded(index - 1) == "و")
        ):
            starts.append(index)
    return starts


def joins_headlines(article: Article, words: Words, index: int) -> bool:
    """Whether و opens the second half of a headline: الأمم المتحدة تحذر ... والجيش ينفي.

    "the United Nations warns ... and the army denies"
    """
    word = article.words[index]
    return (
        article.paragraph_of[index] == 0
        and word.startswith("و")
        and (
            word.startswith("وال")
            or article.is_surname(word[1:])
            # ومنظمة العفو تطالب: and Amnesty demands
            or (words.is_head(word[1:]) and word[1:] in words.lexicon.heads)
            or _is_joined_name(article, words, index)
        )
    )


def _is_joined_name(article: Article, words: Words, index: int) -> bool:
    """Whether و stands before a name: of a country, or one that the text has elsewhere.

    وعراقجي "and Araghchi"
    """
    name = article.words[index][1:]
    return name in words.lexicon.countries or article.has_name(name)

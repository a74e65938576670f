"""The circumstances of the telling: when, where and how something was said.

أمس "yesterday", في وقت لاحق "later", إلى ذلك "apart from that": adverbs and fixed phrases, which
belong neither to who speaks nor to what is said.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.words import Words


def is_circumstance(article: Article, index: int, words: Words) -> bool:
    """Whether an adverb or an adverbial phrase begins here."""
    facts = article.tokens[index].facts
    if facts.is_imam:
        return False
    if not facts.opens_circumstance:
        return facts.is_adverbial
    following = article.folded(index + 1)
    return facts.is_adverbial or any(
        (word, following) in words.lexicon.circumstances for word in facts.bare
    )


def circumstance_end(article: Article, index: int, words: Words) -> int:
    """The token after an adverb or fixed phrase that is complete; ``index`` without one."""
    if index < 0:
        return index
    facts, lexicon = article.tokens[index].facts, words.lexicon
    if not (facts.is_adverbial or facts.opens_circumstance):
        return index
    following = article.folded(index + 1)
    for word in facts.bare:
        if (word, following) in lexicon.circumstances and (
            following.endswith(("ه", "ها", "هم"))
            or word.startswith(("ال", "باشد"))
            or word == "الي"
        ):
            return index + 2
        if word in lexicon.adverbs:
            return index + 1
    return index

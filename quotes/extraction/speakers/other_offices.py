"""The same naming under another name of its office.

"The head of the government" is the prime minister, and "his counterpart" is one, too.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import COUNTERPARTS, OFFICES_OF_STATE
from quotes.extraction.text.words import Words


def under_other_office(naming: Naming, words: Words) -> Naming | None:
    """The same with the other name of its office: رئيس الوزراء for رئيس الحكومة; or None.

    Both are "the prime minister".
    """
    for office, other in words.lexicon.other_offices.items():
        if office <= naming.office_words:
            # رئيس الدبلوماسية الأمريكية "the head of American diplomacy" is وزير الخارجية الأمريكي
            # "the American foreign minister".
            rest = {
                word.removesuffix("ه") if word.endswith("يه") else word
                for word in naming.office_words - office
            }
            office_words = frozenset(rest | set(other))
            head = other[0] if naming.head in office else naming.head
            return replace(naming, office_words=office_words, head=head)
    return None


def as_counterpart(naming: Naming, article: Article, words: Words) -> Naming | None:
    """The same as the counterpart of another: الوزير القطري for نظيره القطري فلان.

    "the Qatari minister" for "his Qatari counterpart So-and-so"; only his nation tells.
    """
    if (
        naming.last != naming.first + 2
        or naming.head not in OFFICES_OF_STATE
        or not words.is_nationality(article, naming.last - 1)
    ):
        return None
    nation = naming.office_words - {naming.head}
    for head in COUNTERPARTS:
        if article.places(head):
            return replace(naming, head=head, office_words=frozenset(nation | {head}))
    return None

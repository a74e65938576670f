"""Which words can be given names, or nothing else, whatever the dictionary takes them for."""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import GOD, SERVANT_OF, SON_OF
from quotes.extraction.text.words import Words

_SHORTEST_WITH_CLITIC = 4


def has_father(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a word can only be a given name, since "son of" follows: فالح بن راجس.

    Falih bin Rajis
    """
    folded = article.folded(index)
    return (
        index + 2 < last
        and article.folded(index + 1) in SON_OF
        and not has_article(folded)
        and not words.is_title(folded)
        and not is_after_foundation(article, words, index)
    )


def begins_compound_name(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a given name of two words begins: عبد الملك Abdulmalik; not that of a body.

    So does ذبيح الله Zabihullah, whatever stands before "God"; حزب الله is a body.
    """
    before, following = article.folded(index - 1), article.folded(index + 1)
    of_god = (
        following in GOD
        and (has_article(before) or article.tokens[index - 1].facts.has_enclitic)
        and not words.is_head(article.folded(index))
    )
    return (
        index + 1 < last
        and (of_god or (article.folded(index) in SERVANT_OF and has_article(following)))
        and (has_article(before) or not (words.is_organisation(before) or words.is_place(before)))
        and before not in words.lexicon.given_names
    )


def is_after_foundation(article: Article, words: Words, index: int) -> bool:
    """Whether a name is that of the body before it: مؤسسة سالم بن محفوظ.

    "the Salem bin Mahfouz Foundation"; مؤسسة may also be "founder".
    """
    before = article.folded(index - 1) if index else ""
    return words.is_organisation(before) and words.is_role(before) and not has_article(before)


def may_be_given_name(article: Article, words: Words, index: int) -> bool:
    """Whether a word can be a given name, whatever the dictionary takes it for."""
    token = article.tokens[index]
    folded, facts = token.folded, token.facts
    return (
        token.kind == "word"
        and not facts.has_article
        and not facts.is_function_word
        and not facts.is_place
        and (not facts.is_head or folded in words.lexicon.given_names)
        and (not facts.has_proclitic or _only_seems_to_have_proclitic(article, index))
        and not folded.startswith("و")
        and folded not in words.lexicon.name_particles
    )


def _only_seems_to_have_proclitic(article: Article, index: int) -> bool:
    """Whether the first letter of a word is its own, though it could be a particle."""
    folded, facts = article.folded(index), article.tokens[index].facts
    return (
        begins_with_fa(article, index)
        # بام بوندي: Pam Bondi
        or len(folded) < _SHORTEST_WITH_CLITIC
        # لويد أوستن: Lloyd Austin, by the dictionary a perfect behind ل
        or (folded.startswith("ل") and facts.is_verbal)
    )


def begins_with_fa(article: Article, index: int) -> bool:
    """Whether a word begins with ف "so", which joins no two nouns: فابريزيو Fabrizio is a name."""
    token = article.tokens[index]
    return token.folded.startswith("ف") and all(
        "ف" in reading.proclitics for reading in token.facts.readings
    )

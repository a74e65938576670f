"""A clause that describes an indefinite noun before it, without a relative pronoun.

بيان | صدر عن الوزارة "a statement | issued by the ministry", سكان | فروا من القرية "residents | who
fled from the village": of whoever has no name this is all that is told, and it belongs to the
noun phrase. The clause has one verb, and ends where what is said begins.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import is_circumstance, opens_occasion
from quotes.extraction.text.grammar import (
    AND_THAT_IT,
    CALLED,
    COMPLEMENTIZERS,
    COPIES,
    FROM,
    NEGATED,
    PREPOSITIONS_WITH_PRONOUN,
    THEN,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_OPENERS = COMPLEMENTIZERS | THEN | AND_THAT_IT
_LONGEST_DESCRIPTION = 16
_LONGEST_BRACKETS = 5
# يدعمون "they support", حضروا "they were present"
_THEY = ("ون", "وا")


def description_end(
    phrases: NounPhrases, first: int, last: int, limit: int, *, ends_sentence: bool = False
) -> int:
    """The token after the clause that describes the phrase ``[first, last)``; ``last`` without one.

    The clause has to end at "that", at a colon, at a comma, or at words in marks; at the end of its
    sentence, before ``limit``, only where ``ends_sentence`` tells that nothing else is said there.
    """
    verb = _verb_of_description(phrases, first, last)
    if verb is None or not _is_indefinite(phrases.article, phrases.words, first, verb):
        return last
    return _clause_end(phrases, verb, limit, ends_sentence=ends_sentence) or last


def free_relative_end(phrases: NounPhrases, index: int, limit: int) -> int:
    """The token after من "who" with its clause: يرى | من يدعمون المشروع أن; ``index`` without one.

    "those who support the project hold that": whoever does so is told of in the plural. من "from"
    stands before no verb.
    """
    article, verb = phrases.article, index + 1
    if article.folded(index) not in FROM or verb >= len(article.tokens):
        return index
    facts = article.tokens[verb].facts
    if not (
        facts.is_verb
        and article.folded(verb).endswith(_THEY)
        and not (facts.is_name or facts.is_place)
    ):
        return index
    return _clause_end(phrases, verb, limit) or index


def _clause_end(phrases: NounPhrases, verb: int, limit: int, *, ends_sentence: bool = False) -> int:
    """The token after the clause of a verb behind which something is said; 0 without."""
    article, index, end = phrases.article, verb + 1, 0
    while index < min(limit, verb + _LONGEST_DESCRIPTION):
        if ends_sentence and article.tokens[index].text == ".":
            return end or index
        if _opens_content(phrases, index):
            return end or index
        if article.folded(index) in COPIES:
            # وثيقة حصلت الصحيفة على نسخة منها: a document of which the paper has a copy
            return 0
        after = _past_piece(phrases, index)
        if after == index:
            return 0
        if not end and index > verb + 1 and _is_circumstance(phrases, index):
            # بيان صدر عن الوزارة | أمس أن: a statement the ministry issued | yesterday that
            end = index
        index = after
    return (end or index) if ends_sentence and index == limit else 0


def _verb_of_description(phrases: NounPhrases, first: int, last: int) -> int | None:
    """The verb of the clause that may describe the phrase before it, or that the phrase ends in."""
    article, inside = phrases.article, phrases.inside
    if last - 1 > first and inside.is_bare_document(last - 2) and _is_verb(phrases, last - 1):
        # استطلاع نُشر العام الماضي: a survey published last year
        return last - 1
    verb = last + (article.folded(last) in NEGATED)
    if verb >= len(article.tokens) or not _is_verb(phrases, verb):
        return None
    return verb


def _is_verb(phrases: NounPhrases, index: int) -> bool:
    """Whether a word is a verb, as far as it can be one behind an indefinite noun."""
    article, facts = phrases.article, phrases.article.tokens[index].facts
    if (
        article.tokens[index].kind != "word"
        or facts.has_article
        # شاهد يدعى فلان: a witness called So-and-so, whose name that is
        or article.folded(index) in CALLED
        # مسؤول | طلب عدم ذكر اسمه: an official | who asked not to be named; it says nothing of him
        or phrases.inside.withholds_name(index)
        # مسؤولون | ردا على سؤال: officials, | in answer to a question; ردا is "they answered", too
        or is_circumstance(article, index, phrases.words)
    ):
        return False
    if facts.is_verb:
        return not any("و" in reading.proclitics for reading in facts.readings)
    following = phrases.words.word(article, index + 1).facts
    return (
        "perfect" in facts.classes
        and not (facts.is_name or facts.is_head or facts.is_function_word)
        and (
            following.is_preposition
            or following.is_adverbial
            # استطلاع نُشر العام الماضي: a survey published last year
            or (
                index + 1 < len(article.tokens)
                and is_circumstance(article, index + 1, phrases.words)
            )
        )
    )


def is_described(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether such a clause stands in the phrase ``[first, last)``, so that it has no name."""
    return any(
        article.tokens[index].facts.is_verb and _is_indefinite(article, words, first, index)
        for index in range(first + 1, last)
    )


def _is_indefinite(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a phrase tells of people or papers without the article and without a name."""
    folded, facts = article.folded(first), article.tokens[first].facts
    people = (
        words.in_list(folded, words.lexicon.unnamed)
        or words.in_list(folded, words.lexicon.documents)
        or words.in_list(folded, words.lexicon.quantifiers)
        or facts.is_nominative_plural
    )
    if facts.has_article or facts.has_enclitic or not (people or words.is_role(folded)):
        return False
    for index in range(first + 1, last):
        token = article.tokens[index]
        attached = token.facts.has_proclitic and not token.facts.has_article
        if token.facts.is_preposition or attached or token.folded.startswith("لل"):
            return True
        if not token.is_word or token.facts.has_article or token.facts.is_name:
            return False
        if not people and (token.facts.is_head or "adjective" not in token.facts.classes):
            # رئيس بلدية ينبع: the mayor of Yanbu, which is also "it springs"
            return False
    return True


def _opens_content(phrases: NounPhrases, index: int) -> bool:
    """Whether what is said begins here: at "that", a colon, a comma, words in marks."""
    article = phrases.article
    token = article.tokens[index]
    if index in article.opening:
        return not phrases.in_marks.is_name(article.opening[index])
    if token.text == ":" or token.text in INNER_COMMAS:
        return True
    return token.folded in _OPENERS or (
        token.facts.is_preposition and article.folded(index + 1) in COMPLEMENTIZERS
    )


def _past_piece(phrases: NounPhrases, index: int) -> int:
    """The token after a word, a name in marks or brackets; ``index`` where no clause goes on."""
    article = phrases.article
    token = article.tokens[index]
    if index in article.opening:
        return article.after_quotation(article.opening[index])
    if token.text == "(":
        return next(
            (n + 1 for n in range(index + 1, index + _LONGEST_BRACKETS) if _closes(phrases, n)),
            index,
        )
    if token.kind == "mark":
        return index + (token.text in "/-")
    second = token.facts.is_verb and token.folded not in PREPOSITIONS_WITH_PRONOUN
    return index if second else index + 1


def _closes(phrases: NounPhrases, index: int) -> bool:
    tokens = phrases.article.tokens
    return index < len(tokens) and tokens[index].text == ")"


def _is_circumstance(phrases: NounPhrases, index: int) -> bool:
    """Whether a time or an occasion of the telling stands here: أمس, في اتصال هاتفي.

    "yesterday, in a telephone call"
    """
    article, words = phrases.article, phrases.words
    return is_circumstance(article, index, words) or opens_occasion(article, index, words)

"""What a word behind an office is: complete in itself, the field of the office, or a name.

An indefinite noun is completed by the next one: محافظ "governor" wants عدن "Aden", and in قائد شرطة
ولاية يوبي "the chief of police of Yobe State" no word is the name of a person.
"""

from __future__ import annotations

from quotes.extraction.names.name_words import is_unknown_name
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    BEFORE_BODIES,
    BODIES_IN_ONE_WORD,
    DIRECTIONS,
    EMPHATICS,
    NAMES_LIKE_ARTICLES,
    OFFICES_OF_CLUBS,
    PREPOSITIONS,
    SUPERLATIVES,
)
from quotes.extraction.text.words import Words

_ARTICLES = ("ال", "لل", "بال")


def is_complete(article: Article, words: Words, index: int) -> bool:
    """Whether a noun needs no other to complete it: it is definite, a title or an adjective."""
    folded, lexicon = article.folded(index), words.lexicon
    if words.in_list(folded, BODIES_IN_ONE_WORD):
        # الأمين العام لأوبك هيثم الغيص: the secretary general of OPEC Haitham al-Ghais
        return True
    if folded.startswith((*_ARTICLES, "وال")) or _is_mere_title(article, words, index):
        return True
    if folded in lexicon.places or folded in lexicon.organisations:
        # مدينة "city" is also "his debtor".
        return False
    info = words.info(article, index)
    return info.classes == {"adjective"} or any(reading.enclitic for reading in info.readings)


def _is_mere_title(article: Article, words: Words, index: int) -> bool:
    """Whether a title stands here that is no office: لواء "general".

    In ضابط في لواء "an officer in a brigade" it is a body.
    """
    folded, lexicon = article.folded(index), words.lexicon
    return (
        folded in lexicon.titles
        and folded not in lexicon.roles
        and article.folded(index - 1) not in BEFORE_BODIES
        # مدرب فريق السلام: the coach of the team of al-Salam
        and article.folded(index - 1) not in OFFICES_OF_CLUBS
    )


def is_field(article: Article, words: Words, index: int) -> bool:
    """Whether a word is the field of the office before it: وزير خارجية الأردن.

    "the foreign minister of Jordan"
    """
    folded = article.folded(index)
    if folded in words.lexicon.countries:
        # جورجيا ميلوني "Giorgia Meloni": a country may be a given name; not so in المبعوث إلى
        # أوكرانيا كيث كيلوغ "the envoy to Ukraine Keith Kellogg".
        return (
            not is_unknown_name(article, index + 1)
            or has_article(folded)
            or words.is_preposition(article, index - 1)
        )
    return folded.startswith((*_ARTICLES, "وال")) and folded not in NAMES_LIKE_ARTICLES


def is_behind_clitic(article: Article, words: Words, index: int) -> bool:
    """Whether ب or ل is written onto a word, or و that can be nothing else.

    محكمة الاستئناف بسوسة "the court in Sousse", لجنة إنقاذ البلاد وبناء الدولة "the committee to
    save the country and build the state"
    """
    folded, facts = article.folded(index), article.tokens[index].facts
    if folded[0] == "و":
        return (
            facts.is_nominal
            and folded not in words.lexicon.given_names
            and all("و" in reading.proclitics for reading in facts.readings)
        )
    return (
        folded[0] in "بل"
        and (
            folded[1:] in article.vocabulary
            or facts.has_proclitic
            # لحي السلام: of the quarter of al-Salam
            or folded[1:] in words.lexicon.places
        )
    )


def is_superlative_of_noun(article: Article, words: Words, index: int) -> bool:
    """Whether "most" stands before a noun: مؤسس أكبر شبكة "the founder of the largest network"."""
    following = words.word(article, index + 1).facts.classes
    return (
        article.folded(index) in SUPERLATIVES and "noun" in following and "proper" not in following
    )


def must_be_name(article: Article, words: Words, index: int) -> bool:
    """Whether a word that looks like a common noun can only be a name where it stands.

    No indefinite noun goes on with a phrase that its article has completed.
    """
    folded, facts = article.folded(index), article.tokens[index].facts
    return (
        article.folded(index - 1).startswith(_ARTICLES)
        and article.tokens[index].kind == "word"
        and not folded.startswith((*_ARTICLES, "و"))
        and folded not in DIRECTIONS
        and folded not in PREPOSITIONS
        and not words.in_list(folded, EMPHATICS)
        and not any(reading.proclitics for reading in facts.readings)
        and (
            facts.classes != {"adjective"}
            # قائد القوات الديمقراطية مظلوم عبدي: commander of the Democratic Forces Mazloum Abdi
            or _precedes_indefinite(article, words, index)
            # السياسي العراقي مشعان الجبوري: the Iraqi politician Mishan al-Jabouri
            or _precedes_surname(article, words, index)
        )
    )


def _precedes_indefinite(article: Article, words: Words, index: int) -> bool:
    """Whether the next word is a noun or adjective without the article."""
    following = words.word(article, index + 1)
    return (
        following.kind == "word"
        and following.facts.is_nominal
        and not following.facts.is_function_word
        and not following.facts.has_article
        and not following.facts.is_head
    )


def _precedes_surname(article: Article, words: Words, index: int) -> bool:
    """Whether the next word is a surname in -ī, or one that no dictionary has, with its article."""
    facts = words.word(article, index + 1).facts
    return (
        facts.has_article
        and (facts.is_unknown or words.is_definite_nisba(article, index + 1))
        # المعارضة محذرة الأسدي: the opposition, warning al-Asadi
        and not article.tokens[index].may_be_cue
    )


def may_be_surname_in_al(article: Article, words: Words, index: int) -> bool:
    """Whether a word with the article is a surname by its form, and tells no nation: العمراني."""
    facts = words.word(article, index).facts
    return (
        facts.has_article
        and (facts.is_unknown or words.is_definite_nisba(article, index))
        and not words.is_nationality(article, index)
    )


def is_body_before_name(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a body named by one word has a person's name behind it: شركة آبل | تيم كوك.

    "the company Apple, Tim Cook": Apple is also a word that would have to be completed.
    """
    return (
        words.is_organisation(article.folded(index - 1))
        and not article.tokens[index].facts.is_head
        and index + 2 < last
        and article.folded(index + 1) in words.lexicon.given_names
        and words.is_name_in_phrase(article, index + 2)
    )


def completes_office(article: Article, first: int, index: int) -> bool:
    """Whether no noun can go on with the office that begins at ``first`` behind this word."""
    facts = article.tokens[index].facts
    return (
        facts.has_article
        or index in article.closing
        # حاكم خاركيف | أوليه سينيهوبوف: the governor of Kharkiv Oleh Syniehubov
        or (facts.is_unknown and _is_of_something(article, index - 1))
        # مهاجم ريال مدريد | كيليان مبابي: the Real Madrid striker Kylian Mbappé
        or (facts.classes == {"proper"} and index > first)
    )


def _is_of_something(article: Article, index: int) -> bool:
    """Whether an office, a body or a place stands here that the next word completes."""
    facts = article.tokens[index].facts
    return (facts.is_role or facts.is_organisation or facts.is_place) and not facts.has_article

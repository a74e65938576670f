"""Names and nouns in noun phrases that only look like particles, pronouns or prepositions.

مني "from me" is also Mona, and أم "or" the mother of somebody: folding makes one spelling of them,
and the dictionary has no foreign names. The words beside them show which of the two it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    FOR_ANY,
    MOTHER,
    NAMES_LIKE_ARTICLES,
    PREPOSITIONS,
    SURNAME_ENDINGS,
)

if TYPE_CHECKING:
    from quotes.extraction.noun_phrases.words import PhraseWords


def is_chance_particle(inside: PhraseWords, index: int) -> bool:
    """Whether a name or a noun only happens to look like a word that ends the phrase."""
    facts = inside.article.tokens[index].facts
    return (
        # خبير فلكي: an expert in astronomy, and no "so that"
        (facts.is_head and "adjective" in facts.classes)
        # إمام المسجد الحرام: the imam of the Grand Mosque, and no "in front of"
        or facts.is_imam
        or _is_given_name(inside, index)
        or _is_surname(inside, index)
        # جان إيف لو دريان: Jean-Yves Le Drian, and no "if"
        or (facts.is_name_particle and _is_in_name(inside, index))
    )


def _is_given_name(inside: PhraseWords, index: int) -> bool:
    """Whether a given name, or what stands for one, looks like a particle."""
    article, given_names = inside.article, inside.words.lexicon.given_names
    folded = article.folded(index)
    return (
        # حاكم الإقليم مني أركو: the region's governor Minni Arko, and no "from me"
        (folded in given_names and article.is_unknown(index + 1))
        # علي: Ali, and no "on"
        or article.is_ali(index)
        # أم خالد: Umm Khalid, the mother of Khalid, and no "or"
        or (folded in MOTHER and article.folded(index + 1) in given_names)
        # إليسا سميث: Elissa Smith, and no "is she not"
        or (folded in NAMES_LIKE_ARTICLES and inside.words.word(article, index + 1).facts.is_name)
    )


def _is_surname(inside: PhraseWords, index: int) -> bool:
    """Whether a surname, or the "van" before one, looks like a particle."""
    article, token = inside.article, inside.article.tokens[index]
    folded = token.folded
    return (
        # ناصر زاده: Naserzadeh, and no "increased it"
        (folded in SURNAME_ENDINGS and index > 0 and article.tokens[index - 1].facts.is_name)
        # قال موسى فكي إن: Moussa Faki said that, and no "so that"
        or (
            folded.startswith("ف")
            and token.facts.is_function_word
            and (
                inside.forms.surnames.ends_name_of_subject(index)
                or inside.forms.surnames.wants_surname(index)
            )
        )
        # ليو تيونغ لاي: Liow Tiong Lai, and no "for any"
        or (folded in FOR_ANY and article.is_unknown(index - 1))
        # لويس فان غال: Louis van Gaal, and no "so that"
        or (token.facts.is_van and joins_foreign_name(inside, index))
    )


def joins_foreign_name(inside: PhraseWords, index: int) -> bool:
    """Whether a particle stands between a name and a word: لويس فان غال is no "so that".

    Louis van Gaal
    """
    article, words = inside.article, inside.words
    folded, before = article.folded(index), article.tokens[index - 1]
    return (
        index > 0
        and folded not in CLAUSE_STARTS
        and folded not in PREPOSITIONS
        and before.is_word
        and not before.facts.has_article
        and (
            before.facts.may_be_given_name
            or (before.facts.is_name and article.is_unknown(index + 1))
        )
        and words.word(article, index + 1).kind == "word"
        and not has_article(article.folded(index + 1))
        and not words.is_adjective(article, index + 1)
    )


def _is_in_name(inside: PhraseWords, index: int) -> bool:
    """Whether a particle of names stands in one: before an unknown word, or between two names."""
    article = inside.article
    return (
        article.is_unknown(index + 1)
        or _joins_name_before_office(inside, index)
        or joins_foreign_name(inside, index)
        or article.folded(index + 1) in inside.words.lexicon.name_particles
    )


def _joins_name_before_office(inside: PhraseWords, index: int) -> bool:
    """فرانشيسكو لا كاميرا مدير الوكالة: Francesco La Camera, the agency's director.

    No verb stands behind لا "not" here, and an office behind that.
    """
    article, words = inside.article, inside.words
    surname, office = words.word(article, index + 1), words.word(article, index + 2)
    return (
        inside.after_verb
        and article.is_unknown(index - 1)
        and surname.facts.is_nominal
        and not (surname.facts.has_article or surname.facts.is_verb or surname.facts.is_head)
        and (office.facts.is_role or office.folded in COMPLEMENTIZERS)
    )

"""Names in noun phrases that only look like verbs: روته Rutte is also "she told it".

What stands beside such a word shows it: a title has its name behind it, a given name its surname,
and behind a definite noun a verb would want a relative pronoun, or و "and" before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotes.extraction.noun_phrases.chance_particles import joins_foreign_name
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    BEFORE_FATHERS,
    COMPLEMENTIZERS,
    FATHER,
    MOTHER,
    PREPOSITIONS,
    RELATIVES,
    UPON_WHOM,
)
from quotes.extraction.text.marks import COMMAS

if TYPE_CHECKING:
    from quotes.extraction.noun_phrases.words import PhraseWords

_KUNYAS = FATHER | MOTHER


def is_chance_verb(inside: PhraseWords, index: int) -> bool:
    """Whether a name only happens to look like a verb; the first case that fits decides."""
    if (
        _is_given_name(inside, index)
        or _is_company(inside, index)
        or _ends_name_of_subject(inside, index)
    ):
        return True
    if index > 0 and inside.article.folded(index - 1) in UPON_WHOM:
        # المدعى عليه أقنعه: the defendant persuaded him
        return False
    if _is_surname_behind_title(inside, index):
        return inside.after_verb
    if _stands_before_its_verb(inside, index) or _is_surname_of_given(inside, index):
        return True
    if (
        _follows_kunya(inside, index)
        or _precedes_father(inside, index)
        or _follows_particles_of_name(inside, index)
        or _follows_van(inside, index)
    ):
        return True
    classes = inside.article.tokens[index].facts.classes
    if classes == {"imperfect"}:
        return _is_chance_imperfect(inside, index)
    return classes == {"perfect"} and _is_chance_perfect(inside, index)


def _is_given_name(inside: PhraseWords, index: int) -> bool:
    """المهندس رفعت: the engineer Rifaat, who is also "she raised"."""
    article, words = inside.article, inside.words
    given_names = words.lexicon.given_names
    if index == 0 or article.folded(index) not in given_names:
        return False
    before = article.folded(index - 1)
    return (
        words.is_title(before)
        # هاني فتحي: Hani Fathi
        or before in given_names
        # مجموعة طلعت مصطفى: Talaat Moustafa Group
        or (words.is_organisation(before) and article.folded(index + 1) in given_names)
        or (has_article(before) and _precedes_surname(inside, index))
    )


def _is_company(inside: PhraseWords, index: int) -> bool:
    """قالت تسلا إن, شركة تسلا: Tesla said that, the company Tesla; also "you two forget"."""
    before = inside.article.tokens[index - 1]
    return (
        index > 0
        and inside.article.tokens[index].facts.is_organisation
        and (
            (before.may_be_cue and before.facts.may_be_verb)
            or (before.facts.is_organisation and not before.facts.has_article)
        )
    )


def _precedes_surname(inside: PhraseWords, index: int) -> bool:
    """النقابة الأساسية فتحي العمراني: the local union, Fathi al-Amrani, who is also "so she will".

    A surname with its article ends in -ī, or is in no dictionary.
    """
    following = inside.words.word(inside.article, index + 1)
    return following.facts.has_article and (
        following.facts.is_unknown or inside.words.is_definite_nisba(inside.article, index + 1)
    )


def _ends_name_of_subject(inside: PhraseWords, index: int) -> bool:
    """قال ألكسندر ستوب إن: Alexander Stubb said that; Stubb is also "so he will ..."."""
    token = inside.article.tokens[index]
    return not token.may_be_cue and inside.forms.surnames.ends_name_of_subject(index)


def _is_surname_behind_title(inside: PhraseWords, index: int) -> bool:
    """الدكتورة ساندرا ندف: Doctor Sandra Nadaf, who is also "he fell in flakes"."""
    article = inside.article
    given = article.tokens[index - 1]
    return (
        index > 1
        and inside.words.is_title(article.folded(index - 2))
        and given.facts.is_foreign_name
        and not article.tokens[index].facts.has_proclitic
    )


def _stands_before_its_verb(inside: PhraseWords, index: int) -> bool:
    """الجنرال عاصمي غويتا طمأن: General Assimi Goïta reassured; two verbs do not stand together."""
    article = inside.article
    return (
        index > 1
        and (
            inside.words.is_title(article.folded(index - 2))
            or inside.words.is_definite_nisba(article, index - 2)
        )
        and article.tokens[index - 1].kind == "word"
        and not article.tokens[index].may_be_cue
        and inside.words.word(article, index + 1).may_be_cue
        and inside.words.may_be_verb(article, index + 1)
    )


def _is_surname_of_given(inside: PhraseWords, index: int) -> bool:
    """مارك روته يحذر: Mark Rutte warns; two verbs do not stand together."""
    given = index - 1
    return given >= 0 and inside.forms.surnames.is_surname_of_given(
        given, index, wants_person=False
    )


def _follows_kunya(inside: PhraseWords, index: int) -> bool:
    """قالت أم يزن: Umm Yazan said; it is no "or he weighs"."""
    return inside.after_verb and inside.article.folded(index - 1) in _KUNYAS


def _precedes_father(inside: PhraseWords, index: int) -> bool:
    """والدة الأسير يزن أبو عياش: the mother of the prisoner Yazan Abu Ayyash; no "he weighs"."""
    article, following = inside.article, inside.article.folded(index + 1)
    return (
        inside.after_verb
        and (following in BEFORE_FATHERS or following in FATHER)
        and not article.tokens[index].may_be_cue
        and not article.tokens[index].facts.has_enclitic
    )


def _follows_particles_of_name(inside: PhraseWords, index: int) -> bool:
    """أورسولا فون دير لاين: Ursula von der Leyen, who is also "it became soft"."""
    tokens = inside.article.tokens
    return (
        inside.after_verb
        and index > 1
        and tokens[index - 1].facts.is_name_particle
        and tokens[index - 2].facts.is_name
    )


def _follows_van(inside: PhraseWords, index: int) -> bool:
    """يان فان آكن: Jan van Aken, who is also "they were"."""
    return inside.article.tokens[index - 1].facts.is_van and joins_foreign_name(inside, index - 1)


def _is_chance_imperfect(inside: PhraseWords, index: int) -> bool:
    """ينس ستولتنبرغ: Jens Stoltenberg, who is also "he forgets"."""
    if (
        _precedes_relative(inside, index)
        or _names_body(inside, index)
        or _is_surname_with_fa(inside, index)
    ):
        return True
    return inside.after_verb and (
        _is_place_before_name(inside, index)
        or _is_surname_of_office(inside, index)
        or _is_before_foreign_name(inside, index)
    )


def _precedes_relative(inside: PhraseWords, index: int) -> bool:
    """آموندين يهلن التي: Amundin Jehlen, who; no relative pronoun stands right behind a verb."""
    article = inside.article
    return article.folded(index + 1) in RELATIVES and article.is_unknown(index - 1)


def _names_body(inside: PhraseWords, index: int) -> bool:
    """مجموعة ليجو "the Lego Group", شركة فيدار: so begin "so that" and "so", too.

    No clause follows the bare noun of a body at once.
    """
    before = inside.article.folded(index - 1)
    return (
        index > 0
        and inside.words.is_organisation(before)
        and not has_article(before)
        and not inside.words.is_role(before)
        and all(reading.proclitics for reading in inside.article.tokens[index].facts.readings)
    )


def _is_surname_with_fa(inside: PhraseWords, index: int) -> bool:
    """كريس فيلب "Chris Philp", no "so"; أما كريس فيرى "as for Chris, he sees" is the verb."""
    article = inside.article
    token, given = article.tokens[index], article.tokens[index - 1]
    following = inside.words.word(article, index + 1)
    return (
        index > 0
        and token.folded.startswith("ف")
        and given.facts.is_foreign_name
        and not token.may_be_cue
        and (
            inside.after_verb
            or following.text in COMMAS
            or following.folded in COMPLEMENTIZERS
            # الفرنسي أرسين فينغر على: the Frenchman Arsène Wenger on
            or inside.words.is_nationality(article, index - 2)
        )
    )


def _is_place_before_name(inside: PhraseWords, index: int) -> bool:
    """مدير التعليم بتعليم ينبع شاكر صالح: … in Yanbu, which is also "it springs", Shakir Salih."""
    return inside.article.tokens[index - 1].facts.is_head and (
        inside.is_given_name(index + 1) or inside.is_title_before_name(index + 1)
    )


def _is_surname_of_office(inside: PhraseWords, index: int) -> bool:
    """الوزير أندريه سيبيها: the minister Andrii Sybiha, who is also "he will"."""
    may_be_cue = inside.article.tokens[index].may_be_cue
    return not may_be_cue and inside.forms.surnames.wants_surname(index)


def _is_before_foreign_name(inside: PhraseWords, index: int) -> bool:
    """الأمين ينس ستولتنبرغ: the secretary Jens Stoltenberg, behind a noun with its article."""
    article = inside.article
    return (
        index > 0
        and article.is_unknown(index + 1)
        and has_article(article.folded(index - 1))
        and not has_article(article.folded(index + 1))
    )


def _is_chance_perfect(inside: PhraseWords, index: int) -> bool:
    """مارك روته: Mark Rutte, who is also "she told it"."""
    return (
        _has_article(inside, index)
        or _precedes_colon(inside, index)
        or _follows_definite(inside, index)
    )


def _has_article(inside: PhraseWords, index: int) -> bool:
    """الحفني al-Hifni: no verb has the article."""
    return inside.article.folded(index).startswith("ال")


def _precedes_colon(inside: PhraseWords, index: int) -> bool:
    """رئيس ريفر بليت: "the president of River Plate:"; no colon follows a verb without subject."""
    article, words = inside.article, inside.words
    return (
        index > 0
        and words.word(article, index + 1).text == ":"
        and words.is_name(article, index - 1)
    )


def _begins_foreign_name(inside: PhraseWords, index: int) -> bool:
    """نظيره الأميركي لويد أوستن: his American counterpart Lloyd Austin.

    A perfect behind ل, which the dictionary takes the name for, stands behind "if" alone.
    """
    article = inside.article
    return (
        article.folded(index).startswith("ل")
        and inside.words.is_nationality(article, index - 1)
        and inside.words.word(article, index + 1).facts.is_foreign_name
    )


def _follows_definite(inside: PhraseWords, index: int) -> bool:
    """الأمين العام روته: Secretary General Rutte, where "told it" would want "who" before it."""
    article, words = inside.article, inside.words
    facts = article.tokens[index].facts
    return (
        index > 0
        and (
            not any(reading.proclitics for reading in facts.readings)
            or _begins_foreign_name(inside, index)
        )
        and (facts.has_enclitic or (inside.after_verb and not _may_be_predicate(inside, index)))
        and article.tokens[index - 1].is_word
        and article.folded(index - 1) not in PREPOSITIONS
        and words.is_definite(article, index - 1)
    )


def _may_be_predicate(inside: PhraseWords, index: int) -> bool:
    """Whether a verb tells something of the word before, without "who"."""
    article = inside.article
    return (
        # بيان نشر: a statement he published
        inside.is_bare_document(index - 1)
        # غير أن روبيو سارع إلى: but Rubio hastened to
        or (
            article.is_unknown(index - 1)
            and inside.words.is_preposition(article, index + 1)
            and article.folded(index - 2) in COMPLEMENTIZERS
        )
    )

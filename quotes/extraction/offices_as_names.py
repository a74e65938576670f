"""Words that are an office in one place and a name in another: مساعد, سلطان, أمين, الخطيب.

What stands beside them tells: an office has behind it what it is the office of, and a name goes on
with another.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.clitics import has_article
from quotes.extraction.grammar import (
    BEHIND_GIVEN_NAMES,
    BETWEEN_NAMES,
    CHIEFS,
    RANKS_OF_OFFICE,
    SECOND_HALVES,
)
from quotes.extraction.words import Words

LONGEST_ABBREVIATION = 2


def is_office(article: Article, words: Words, index: int) -> bool:
    """Whether a word is an office here and no name, as سلطان is in سلطان بن سلمان."""
    folded = article.folded(index)
    if not words.is_head(folded) or _is_foreign_name(article, words, index):
        return False
    return not (
        article.folded(index + 1) in BEHIND_GIVEN_NAMES
        or article.folded(index - 1) in BETWEEN_NAMES
        or _is_given_name_behind_office(article, words, index)
        or _is_surname_behind_office(article, words, index)
        or _is_second_given_name(article, words, index)
        or _is_misread_given_name(article, words, index)
        or (
            words.is_name(article, index - 1)
            and (
                _precedes_surname(article, words, index) or _lacks_complement(article, words, index)
            )
        )
    )


def _is_foreign_name(article: Article, words: Words, index: int) -> bool:
    """Whether it is spelt as no office is: إد Ed, and فرايد Fried; no ف joins two nouns."""
    folded = article.folded(index)
    if len(folded) <= LONGEST_ABBREVIATION and article.tokens[index].text.startswith("إ"):
        return True
    return (
        folded.startswith("ف")
        and folded not in words.lexicon.roles
        and folded not in words.lexicon.titles
    )


def _is_given_name_behind_office(article: Article, words: Words, index: int) -> bool:
    """Whether a given name that is also an office or body stands behind what is complete.

    الخبير الاقتصادي هلال حناوي, الدكتور مساعد الأحمد, محافظ بنك إسرائيل أمير يارون; but not
    الوزير مساعد المدير.

    "the economist Hilal Hinnawi, Doctor Musaid al-Ahmad, the governor of the Bank of Israel Amir
    Yaron; the minister, the director's assistant"
    """
    before, following = article.folded(index - 1), article.folded(index + 1)
    if index and before in words.lexicon.countries and article.is_unknown(index + 1):
        return words.is_name(article, index)
    if index == 0 or article.folded(index) not in words.lexicon.given_names:
        return False
    if words.is_title(before):
        return not words.is_head(following)
    return has_article(before) and not has_article(following) and words.is_name(article, index + 1)


def _is_misread_given_name(article: Article, words: Words, index: int) -> bool:
    """Whether the noun of a body can only be a given name: الوزير الأمريكي بيت هيغسيث.

    "the American secretary Pete Hegseth", where بيت Pete is also "house": what stands behind a
    definite adjective is completed by no word that no dictionary has.
    """
    before = article.tokens[index - 1].facts if index > 0 else None
    folded, following = article.folded(index), words.word(article, index + 1)
    return (
        before is not None
        and before.has_article
        and "adjective" in before.classes
        and not (has_article(folded) or words.is_role(folded) or words.is_title(folded))
        and following.facts.is_unknown
        and not following.facts.has_article
    )


def _is_second_given_name(article: Article, words: Words, index: int) -> bool:
    """Whether a given name that is also an office stands between others: عمر سلطان العلماء.

    Omar Sultan Al Olama; but هيثم بن طارق سلطان عمان is Haitham bin Tariq, the Sultan of Oman, and
    سعد أمين المنطقة Saad, the secretary of the region.
    """
    given_names, following = words.lexicon.given_names, words.word(article, index + 1).facts
    return (
        index > 0
        and article.folded(index) in given_names
        and article.folded(index - 1) in given_names
        and article.folded(index + 1).startswith("ال")
        and not (following.is_organisation or following.is_place or following.is_role)
    )


def _is_surname_behind_office(article: Article, words: Words, index: int) -> bool:
    """Whether an office is the surname: المتحدث باسم الوزارة مصعب المدرس.

    The office has been told, only a given name stands between, and nothing goes on with it.
    """
    following = words.word(article, index + 1)
    given = index - 1
    if article.folded(given) in SECOND_HALVES:
        # نور الدين البابا: Nour al-Din al-Baba
        given -= 1
    return (
        given > 0
        and has_article(article.folded(index))
        and article.folded(given) in words.lexicon.given_names
        and (
            has_article(article.folded(given - 1))
            # أمين منطقة عسير صالح القاضي: the secretary of the region of Asir, Saleh al-Qadi
            or words.is_place(article.folded(given - 2))
            # وقال فاروق الخطيب إن: and Faruq al-Khatib said that
            or article.tokens[given - 1].facts.is_verb
            or article.tokens[given - 1].facts.is_function_word
            # محمد فريد الشيوخ: Muhammad Farid al-Shuyukh
            or article.folded(given - 1) in words.lexicon.given_names
        )
        and (
            words.is_title(article.folded(given - 1))
            or not following.is_word
            # محمد الشيوخ نائب الرئيس: Muhammad al-Shuyukh, deputy of the president
            or (following.facts.is_role and not following.facts.has_article)
            or following.facts.is_function_word
            or following.facts.is_verb
        )
    )


def is_surname_before_office(article: Article, words: Words, index: int) -> bool:
    """Whether an office that is also a given name belongs to the name: مونيكا مالك كبيرة الخبراء.

    What is the office of something has that behind it, and no other office or name (إياد أمين
    مدني); أمين عام has an adjective.
    """
    if article.folded(index) not in words.lexicon.given_names:
        return False
    following = words.word(article, index + 1)
    if not following.is_word:
        return True
    return (
        not following.facts.has_article
        and following.folded not in RANKS_OF_OFFICE
        and (
            following.facts.is_role
            or following.folded in CHIEFS
            or words.is_name(article, index + 1)
        )
    )


def _lacks_complement(article: Article, words: Words, index: int) -> bool:
    """Whether an indefinite office stands without what it is the office of: it is a surname."""
    following = words.word(article, index + 1)
    return not article.folded(index).startswith(("ال", "و")) and (
        following.kind == "mark"
        or following.facts.is_function_word
        # ندد محمد نجم بالاعتداء: Muhammad Najm, "star", condemned the attack
        or (following.folded.startswith("بال") and words.is_title(article.folded(index)))
    )


def _precedes_surname(article: Article, words: Words, index: int) -> bool:
    """Whether a surname follows, so that مساعد is a given name: خالد مساعد السهلي."""
    following = words.word(article, index + 1)
    if article.folded(index).startswith("ال") or not following.folded.startswith("ال"):
        return False
    classes = following.facts.classes
    return not classes or (following.folded.endswith("ي") and "adjective" in classes)

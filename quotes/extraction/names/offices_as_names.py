"""Words that are an office in one place and a name in another: مساعد, سلطان, أمين, الخطيب.

"assistant", "sultan", "secretary", "preacher"; Musaid, Sultan, Amin, al-Khatib. What stands beside
them tells: an office has behind it what it is the office of, and a name goes on with another.
"""

from __future__ import annotations

from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    BEHIND_GIVEN_NAMES,
    BETWEEN_NAMES,
    CHIEFS,
    ONE_OF_MANY,
    RANKS_OF_OFFICE,
    SECOND_HALVES,
    SURNAME_ENDINGS,
    WORDS_OF_SAYING,
)
from quotes.extraction.text.words import Words

LONGEST_ABBREVIATION = 2


def is_office(article: Article, words: Words, index: int) -> bool:
    """Whether a word is an office here and no name, as in سلطان بن سلمان.

    "Sultan bin Salman"
    """
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
        or is_first_given_name(article, words, index)
        or (words.is_title(folded) and is_given_name_like_title(article, words, index))
        or article.folded(index + 1) in SURNAME_ENDINGS
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
    if words.is_head(folded) and index == article.sentence(index)[0]:
        # فوزير الطاقة قال "so the minister of energy said"
        return False
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
    if (
        # النائب حاكم الزيدي: the deputy Hakim al-Zaidi, no governor of anything
        words.is_title(before)
        and has_article(before)
        and has_article(following)
        and following.endswith("ي")
        and article.is_unknown(index + 1)
    ):
        return not has_article(article.folded(index))
    if index == 0 or article.folded(index) not in words.lexicon.given_names:
        return False
    if words.is_title(before):
        return not words.is_head(following)
    if has_article(following):
        # وزير الصحة أمين التهراوي: minister of health Amine Tahraoui; أمين المنطقة is an office.
        return (has_article(before) or _completes(article, index - 1)) and _is_only_surname(
            article, words, index + 1
        )
    return (
        (
            has_article(before)
            or (article.tokens[index - 1].facts.is_foreign_name and _completes(article, index - 1))
        )
        and words.is_name(article, index + 1)
        and following not in words.lexicon.countries
    )


def _completes(article: Article, index: int) -> bool:
    """Whether a word completes a body or an office: شركة أرامكو "Aramco", محافظ مأرب "of Marib"."""
    word, before = article.tokens[index].facts, article.tokens[index - 1].facts
    return (
        index > 0
        and (before.is_organisation or before.is_role or before.is_place)
        and not before.has_article
        and not (word.is_head or word.is_function_word or word.has_proclitic)
    )


def _is_only_surname(article: Article, words: Words, index: int) -> bool:
    """Whether a word with the article is a surname rather than a field: التهراوي, الناصر.

    "al-Tahrawi", "al-Nasser"
    """
    facts = article.tokens[index].facts
    if facts.is_head or facts.is_place or article.folded(index) in words.lexicon.countries:
        return False
    return facts.is_unknown or "proper" in facts.classes or words.is_definite_nisba(article, index)


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


def is_first_given_name(article: Article, words: Words, index: int) -> bool:
    """Whether a given name goes on with what no office could be of: أمير سعيد إيرواني.

    Amir Saeid Iravani; but رائد محمد may be "Major Muhammad".
    """
    folded, following = article.folded(index), article.folded(index + 1)
    return (
        folded in words.lexicon.given_names
        and words.is_role(folded)
        and following in words.lexicon.given_names
        and following not in words.lexicon.countries
        and words.word(article, index + 2).facts.is_name
        and not words.is_head(following)
    )


def is_given_name_like_title(article: Article, words: Words, index: int) -> bool:
    """Whether a title without its article is a given name: سيد الجابري, رائد الصالح, عماد بركات.

    A title before a given name is one where more of the name follows: رائد محمد سالم "Major
    Muhammad Salem", but رائد فهمي Raed Fahmi.
    """
    folded, surname = article.folded(index), words.word(article, index + 1).facts
    if (
        has_article(folded)
        # أمير الكويت: the emir of Kuwait
        or article.folded(index + 1) in words.lexicon.countries
    ) or not (
        words.info(article, index).classes == {"proper"} or folded in words.lexicon.given_names
    ):
        return False
    if surname.has_article:
        return (
            surname.is_name
            or "adjective" in surname.classes
            # مدير الدائرة رائد الخطاب: the director of the department, Raed al-Khattab
            or (
                not words.is_role(folded)
                and has_article(article.folded(index - 1))
                # رائد الفضاء السابق: the former astronaut
                and not has_article(article.folded(index + 2))
            )
        )
    behind = words.word(article, index + 2)
    last = not behind.is_word or behind.facts.is_role or behind.facts.is_function_word
    return (
        # أمير نجران: the emir of Najran
        not words.is_role(folded)
        and not surname.is_name_particle
        and (surname.is_name if last else surname.is_foreign_name and not surname.is_given_name)
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

    "the spokesman of the ministry, Musab al-Mudarris (the teacher)": the office has been told, only
    a given name stands between, and nothing goes on with it.
    """
    given = index - 1
    if article.folded(given) in SECOND_HALVES:
        # نور الدين البابا: Nour al-Din al-Baba
        given -= 1
    facts = words.word(article, given).facts
    return (
        given >= 0
        and has_article(article.folded(index))
        and (article.folded(given) in words.lexicon.given_names or facts.classes == {"proper"})
        and not facts.has_article
        and article.folded(given) not in words.lexicon.countries
        and _may_precede_given_name(article, words, given)
        and _may_follow_surname(article, words, index + 1, given)
    )


def _may_precede_given_name(article: Article, words: Words, given: int) -> bool:
    """Whether a name can begin at ``given``: behind an office, a verb, or at the line's start."""
    if article.begins_line(given) or article.tokens[given - 1].kind == "mark":
        return True
    before = article.tokens[given - 1]
    return (
        before.facts.has_article
        # أمين منطقة عسير صالح القاضي: the secretary of the region of Asir, Saleh al-Qadi
        or words.is_place(article.folded(given - 2))
        # وقال فاروق الخطيب إن: and Faruq al-Khatib said that
        or before.facts.is_verb
        or before.may_be_cue
        or before.facts.is_function_word
        # محمد فريد الشيوخ: Muhammad Farid al-Shuyukh
        or before.folded in words.lexicon.given_names
    )


def _may_follow_surname(article: Article, words: Words, index: int, given: int) -> bool:
    """Whether no field of an office follows, so that the word before is a surname."""
    following = words.word(article, index)
    return (
        words.is_title(article.folded(given - 1))
        or not following.is_word
        # محمد الشيوخ نائب الرئيس: Muhammad al-Shuyukh, deputy of the president
        or (following.facts.is_role and not following.facts.has_article)
        or following.facts.is_function_word
        or following.facts.is_verb
        or following.facts.is_adverbial
        # عن حسين الشيخ قوله: Hussein al-Sheikh as saying
        or following.folded in WORDS_OF_SAYING
        # حسين الشيخ لقناة الحدث: Hussein al-Sheikh to the channel
        or (following.facts.is_organisation and following.facts.has_proclitic)
    )


def is_surname_before_office(article: Article, words: Words, index: int) -> bool:
    """Whether an office that is also a given name belongs to the name: مونيكا مالك كبيرة الخبراء.

    "Monica Malik, the chief expert": what is the office of something has that behind it, and no
    other office or name (إياد أمين مدني); أمين عام has an adjective.
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
        # خالد معلم أحد السكان: Khalid Muallim, one of the residents
        or following.folded in ONE_OF_MANY
        # ندد محمد نجم بالاعتداء: Muhammad Najm, "star", condemned the attack
        or (following.folded.startswith("بال") and words.is_title(article.folded(index)))
    )


def _precedes_surname(article: Article, words: Words, index: int) -> bool:
    """Whether a surname follows, so that مساعد is a given name: خالد مساعد السهلي.

    "Khalid Musaid al-Sahli"
    """
    following = words.word(article, index + 1)
    if article.folded(index).startswith("ال") or not following.folded.startswith("ال"):
        return False
    classes = following.facts.classes
    return not classes or (following.folded.endswith("ي") and "adjective" in classes)

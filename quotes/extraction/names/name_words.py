"""Whether a word goes on with a name, by the grammar of names.

The dictionary has few names and takes many for other words. A name ends at an office, a
preposition, an adverb, or a common noun that nothing else shows to be a name.
"""

from __future__ import annotations

from quotes.extraction.names.offices_as_names import is_office, is_surname_before_office
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    BEFORE_FAMILY_NAMES,
    BEFORE_FATHERS,
    CHIEFS,
    GOD,
    HAVING,
    ONE_OF_MANY,
    PREPOSITIONS_WITH_PRONOUN,
    SERVANT_OF,
    SON,
    SON_OF,
    SURNAME_ENDINGS,
    YEARS_OF_AGE,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_LONGEST_ODD_NAME = 3
_SECOND_PARTS = SURNAME_ENDINGS | GOD
_MARKS_IN_NAMES = frozenset(".'’-")


def name_end(article: Article, words: Words, first: int, index: int, last: int) -> int:
    """The token after a name that begins at ``first`` and reaches up to ``index`` at least."""
    while index < last and _continues_name(article, words, first, index, last):
        index += 1
    return index


def is_unknown_name(article: Article, index: int) -> bool:
    """Whether a word is in no dictionary, and has no article either."""
    return article.is_unknown(index) and not article.folded(index).startswith("ال")


def _continues_name(article: Article, words: Words, first: int, index: int, last: int) -> bool:
    """Whether a word goes on with the name that begins at ``first``, in a phrase up to ``last``."""
    token = article.tokens[index]
    if token.kind == "mark":
        return token.text in _MARKS_IN_NAMES and index > first
    if token.kind == "number" or _begins_next_name(article, words, first, index):
        return False
    if index == first:
        return token.folded not in PREPOSITIONS_WITH_PRONOUN and words.is_name_in_phrase(
            article, index
        )
    if token.folded in HAVING and not YEARS_OF_AGE.isdisjoint(article.phrase(index + 2, 2)):
        # فلان الفلاني | ذو التسع سنوات: So-and-so, | who is nine
        return False
    if (
        token.folded in SON
        and has_article(article.folded(index - 1))
        and has_article(article.folded(index + 1))
    ):
        # فلان الفلاني | ابن الشمال: So-and-so, | a son of the north
        return False
    if token.facts.is_name_particle or article.folded(index - 1) in BEFORE_FAMILY_NAMES:
        return True
    if token.folded in PREPOSITIONS_WITH_PRONOUN:
        return False
    if _is_title_inside(article, words, index, last):
        return True
    if is_in_double_surname(article, index):
        return True
    if is_office(article, words, index) and not (
        is_surname_before_office(article, words, index)
        or _is_office_at_end(article, words, index, last)
    ):
        return False
    if token.folded.startswith("ال"):
        return not _describes_her(article, words, first, index)
    return not _is_common_noun(article, words, first, index, last) and _may_be_surname(
        article, words, index
    )


def is_in_double_surname(article: Article, index: int) -> bool:
    """Whether a word is the first or the last half of a surname such as إمام | أوغلو.

    "Imam | Oglu"
    """
    return article.folded(index) in SURNAME_ENDINGS or (
        # جاد الله: Jad Allah
        article.folded(index + 1) in _SECOND_PARTS and not has_article(article.folded(index))
    )


def _is_office_at_end(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether an office ends the phrase behind a genealogy: محمد بن فهد | المخرج.

    "Muhammad bin Fahd al-Mukhrij", who is no director; nor is what may head a body an office where
    nothing follows that it could be the head of: محمد فريد | الشيوخ "Muhammad Farid al-Shuyukh".
    """
    folded = article.folded(index)
    return (
        index + 1 == last
        and has_article(folded)
        and words.is_name(article, index - 1)
        and (
            article.folded(index - 2) in SON_OF
            or not (words.is_role(folded) or words.is_title(folded))
        )
    )


def _is_title_inside(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a title behind a given name is part of the name: خليل | الحاج توفيق.

    "Khalil | Haj Tawfiq"; so is what may be an office before "son of": محمد | الأمين ولد سالم
    "Mohamed | Lemine Ould Salem".
    """
    folded = article.folded(index)
    return (
        has_article(folded)
        and index + 1 < last
        and (
            (words.is_title(folded) and words.is_name(article, index + 1))
            or article.folded(index + 1) in BEFORE_FATHERS
        )
        and stands_behind_given_name(article, words, index)
    )


def stands_behind_given_name(article: Article, words: Words, index: int) -> bool:
    """Whether a given name of one word or two ends before a word: خليل | الحاج, عبد الهادي | الشيخ.

    "Khalil al-Haj", "Abd al-Hadi al-Sheikh"
    """
    return (
        article.folded(index - 1) in words.lexicon.given_names
        or article.folded(index - 2) in SERVANT_OF
    )


def _describes_her(article: Article, words: Words, first: int, index: int) -> bool:
    """Whether an adjective tells who a woman is: سيرينا ويليامز | المصنفة أولى "ranked first".

    It has another behind it; alone it may be her surname, as in the Gulf: سعاد العمرانية "Suad
    al-Omrania".
    """
    folded, behind = article.folded(index), article.folded(index + 1)
    return (
        index > first + 1
        and folded.endswith("ه")
        and words.is_adjective(article, index)
        and "proper" not in words.info(article, index).classes
        and words.is_adjective(article, index + 1)
        and has_article(behind) == behind.endswith("ه")
        and not has_article(article.folded(index - 1))
        # أمل بنت سيف المعنية: al-Maniyya is the tribe of Amal bint Saif.
        and article.folded(index - 2) not in SON_OF
    )


def _begins_next_name(article: Article, words: Words, first: int, index: int) -> bool:
    """Whether another person is named: رئيس الوزراء حيدر العبادي | سعد الحديثي.

    "Prime Minister Haider al-Abadi's Saad al-Hadithi"
    """
    before = article.folded(index - 1)
    return (
        index - first >= 2
        and article.folded(index) in words.lexicon.given_names
        and before.startswith("ال")
        and before.endswith("ي")
        and article.folded(index + 1).startswith("ال")
    )


def _is_common_noun(article: Article, words: Words, first: int, index: int, last: int) -> bool:
    """Whether a word that the dictionary knows as no name follows two of the name's words."""
    info, folded = words.info(article, index), article.folded(index)
    return (
        bool(info.readings)
        and "proper" not in info.classes
        # علي أكبر صالحي Ali Akbar Salehi: صالح Salih is a given name.
        and not (folded.endswith("ي") and folded[:-1] in words.lexicon.given_names)
        and index - first > 1
        and article.folded(index - 1) not in words.lexicon.name_particles
        and index + 1 < last
        # سالم بن محمد عراقي رئيس البلدية: Salem bin Muhammad Iraqi, head of the municipality
        and not (folded not in CHIEFS and _precedes_apposition(article, words, index + 1))
    )


def _precedes_apposition(article: Article, words: Words, index: int) -> bool:
    """Whether a name is over before a token: at a comma, or before what somebody is.

    سالم محمد عناية | نائب الرئيس, سالم محمد مجاهد | أحد السكان
    "Salem Muhammad Inaya, vice president; Salem Muhammad Mujahid, one of the residents"
    """
    return (
        article.tokens[index].text in INNER_COMMAS
        or article.folded(index) in ONE_OF_MANY
        or (is_office(article, words, index) and words.is_role(article.folded(index)))
    )


def _may_be_surname(article: Article, words: Words, index: int) -> bool:
    """Whether a word without the article can be a surname by its form."""
    token, lexicon = article.tokens[index], words.lexicon
    if words.is_preposition(article, index) or token.folded.startswith(("بال", "لل")):
        return False
    if token.folded in lexicon.adverbials:
        return False
    if token.folded in lexicon.places:
        # غربي "western" is a name, too, where a surname follows; خالد شمال Khalid Shamal, where
        # nothing does that he could be to the north of.
        following = words.word(article, index + 1)
        return (index + 1 < len(article.tokens) and words.is_name(article, index + 1)) or (
            article.folded(index - 1) in lexicon.given_names
            and not has_article(token.folded)
            and not (following.is_word and following.facts.is_nominal)
        )
    if not token.facts.has_proclitic or token.facts.is_given_name:
        return True
    if is_attached_preposition(article, index, words):
        # قرار الوزير سالم العمراني | بفصل نائبه: the decision of the minister Salem al-Omrani | to
        # dismiss his deputy
        return False
    if token.folded[1:] in article.vocabulary:
        # باركي Barkey looks like ب with a noun; the noun without ب would have to stand in the text.
        return False
    # مصطفى وهبي Mustafa Wehbe: a given name alone wants a surname.
    return token.folded[0] != "و" or (
        article.folded(index - 1) in lexicon.given_names
        and token.folded[1:] not in lexicon.given_names
        and not token.may_be_cue
        and not words.word(article, index + 1).is_word
    )


def is_odd_name(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a phrase of common nouns is a foreign name that the dictionary misreads: جاي باريك.

    "Jay Parikh": two indefinite nouns name nobody unless the first is an office or a kind of
    person.
    """
    return 2 <= last - first <= _LONGEST_ODD_NAME and not any(
        not article.tokens[index].is_word
        or has_article(article.folded(index))
        or words.is_head(article.folded(index))
        or words.in_list(article.folded(index), words.lexicon.quantifiers)
        or words.info(article, index).classes == {"adjective"}
        or any(reading.enclitic for reading in words.info(article, index).readings)
        for index in range(first, last)
    )

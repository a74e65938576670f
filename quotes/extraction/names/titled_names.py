"""The name behind a title such as الدكتور "Dr", which nothing else can follow."""

from __future__ import annotations

from quotes.extraction.names.name_words import name_end, stands_behind_given_name
from quotes.extraction.names.offices_as_names import (
    LONGEST_ABBREVIATION,
    is_first_given_name,
    is_given_name_like_title,
    is_office,
)
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AIDES,
    BEFORE_BODIES,
    BRANCHES_OF_SERVICE,
    COMPLEMENTIZERS,
    GENERAL_STAFF,
    HONORIFICS,
    ON_BEHALF_OF,
)
from quotes.extraction.text.words import Words

_WORDS_OF_STAFF = frozenset(word for phrase in GENERAL_STAFF for word in phrase)


def name_behind_title(
    article: Article, words: Words, first: int, last: int
) -> tuple[int, int] | None:
    """The tokens of the name behind a title in the phrase ``[first, last)``, if there is one.

    Not where the title belongs to the name of a body: مركز الملك سلمان "the King Salman Centre".
    """
    for index in range(first, last - 1):
        if not _is_title(article, words, index, first):
            continue
        if index > first and _describes_office(article, words, index):
            continue
        start = _past_titles(article, words, index, first, last)
        if start >= last or not article.tokens[start].is_word:
            return None
        if index > first and (
            _heads_body(words, article.folded(index - 1))
            # الأمير بندر: Prince Bandar
            or (
                article.folded(start) not in words.lexicon.given_names
                and _may_be_governed(article, start)
            )
        ):
            # فلان المحلل لسوق الأسهم: So-and-so, the analyst of the stock market
            continue
        if not _is_no_name(article, words, start) and not (
            words.is_role(article.folded(start)) and _has_title(article, words, start + 1, last)
        ):
            return start, name_end(article, words, start, start + 1, last)
    return None


def is_branch_of_service(article: Article, index: int) -> bool:
    """Whether a word tells the branch of whoever has a rank: عميد | ركن, عقيد | أركان حرب, أ.ح.

    "Brigadier (Staff), Colonel (General Staff)"
    """
    folded = article.folded(index)
    return folded in BRANCHES_OF_SERVICE or (
        folded in _WORDS_OF_STAFF
        and any(
            article.phrase(max(0, index - place), len(phrase)) == phrase
            for phrase in GENERAL_STAFF
            for place, word in enumerate(phrase)
            if word == folded
        )
    )


def _past_titles(article: Article, words: Words, title: int, first: int, last: int) -> int:
    """The token behind a title and all that stand behind it: الأستاذ الدكتور, عميد ركن.

    "Professor Doctor, Brigadier (Staff)"
    """
    start = title + 1
    while start < last and (
        article.tokens[start].text in "./"
        or is_branch_of_service(article, start)
        # المواطن العماني | خالد: the Omani citizen | Khalid
        or (
            has_article(article.folded(start))
            and words.is_adjective(article, start)
            and article.folded(start + 1) in words.lexicon.given_names
        )
        or _is_title(article, words, start, first)
    ):
        start += 1
    return start


def _has_title(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a title stands before a name: معالي أمين العاصمة | الدكتور فلان.

    "His Excellency the mayor of the capital, Dr So-and-so": أمين is also Amin.
    """
    return any(
        words.is_title(article.folded(index)) and has_article(article.folded(index))
        for index in range(first, last - 1)
    )


def _is_no_name(article: Article, words: Words, index: int) -> bool:
    """Whether no name begins behind a title: المتحدث الإعلامي باسم "the spokesman for"."""
    folded = article.folded(index)
    return (
        has_article(folded)
        # مواطنة سورية: a Syrian citizen
        or (words.is_polity(folded) and folded not in words.lexicon.given_names)
        or folded in ON_BEHALF_OF
        or words.is_preposition(article, index)
        or _is_governed_noun(article, words, index)
        or is_office(article, words, index)
    )


def _is_governed_noun(article: Article, words: Words, index: int) -> bool:
    """Whether a preposition is written onto a plain noun: القاضي | بحبس المتهم.

    "the judge | the detention of the accused"
    """
    return is_attached_preposition(article, index, words) and not words.is_name(article, index)


def _is_title(article: Article, words: Words, index: int, first: int) -> bool:
    """Whether a word is a title that a name follows at once, as الشيخ "Sheikh" and د. "Dr" are."""
    folded = article.folded(index)
    bare = folded.removeprefix("و").removeprefix("ال")
    if bare not in words.lexicon.titles:
        return False
    if index > 0 and article.folded(index - 1) in words.lexicon.name_particles:
        # إسماعيل ولد الشيخ أحمد: Ismail Ould Cheikh Ahmed
        return False
    if folded in words.lexicon.kin:
        # والد "the father of" is no "and Dr".
        return False
    if index > first and stands_behind_given_name(article, words, index):
        # طلال الحاج إبراهيم, عبد الهادي الشيخ قاسم
        # (Talal al-Haj Ibrahim; Abd al-Hadi al-Sheikh Qasim)
        return False
    if index > first and article.folded(index - 1) in BEFORE_BODIES:
        # المشرف على الفريق, ضابط في لواء: the supervisor of the team, an officer in a brigade
        return False
    if article.tokens[index].text.startswith("إ"):
        # إد Ed is no أ. د. "Professor Dr"
        return False
    if bare == folded and (
        is_given_name_like_title(article, words, index)
        or is_first_given_name(article, words, index)
    ):
        return False
    return has_article(folded) or len(bare) <= LONGEST_ABBREVIATION or bare in HONORIFICS


def _describes_office(article: Article, words: Words, index: int) -> bool:
    """Whether a title is the adjective of an office: الناطق الإعلامي "the media spokesman"."""
    return (
        words.is_role(article.folded(index - 1))
        and has_article(article.folded(index - 1))
        and "adjective" in words.info(article, index).classes
    )


def _heads_body(words: Words, folded: str) -> bool:
    """Whether a word heads the name of a body or a place, and is no office."""
    return not words.is_role(folded) and (words.is_organisation(folded) or words.is_place(folded))


def _may_be_governed(article: Article, index: int) -> bool:
    """Whether ل or ب may be written onto the word: لسوق الأسهم "to the stock market"."""
    folded = article.folded(index)
    return folded[:1] in ("ل", "ب") and any(
        folded[0] in reading.proclitics for reading in article.tokens[index].facts.readings
    )


def is_name_behind_apposed_title(article: Article, words: Words, index: int) -> bool:
    """Whether a title ends an office, so that a name follows, whatever else that may be.

    رئيس المجلس الجنرال | عاصمي: the head of the council, General | Assimi
    """
    title, token = article.tokens[index - 1].facts, article.tokens[index]
    return (
        title.is_title
        # الناطق الصحفي باسم الهيئة: the press spokesman for the authority, and no Basim
        and not (token.folded in ON_BEHALF_OF and article.folded(index - 2) in AIDES)
        and title.has_article
        and token.kind == "word"
        and not (token.facts.has_article or token.facts.is_head)
        and not (token.facts.has_proclitic or token.facts.is_function_word)
        # صالح القاضي | ترسية: Saleh al-Qadi, "the judge", | the award
        and article.folded(index - 2) not in words.lexicon.given_names
    )


def is_surname_after_title(article: Article, words: Words, index: int) -> bool:
    """Whether a surname with the article stands behind a title: الدكتور البار, د. الشعيبي.

    "Doctor al-Bar, Dr al-Shuaibi"
    """
    before = index - 1
    if article.tokens[before].text == ".":
        before -= 1
    folded, title = article.folded(index), article.folded(before)
    if not folded.startswith("ال") or words.is_head(folded):
        return False
    if article.folded(before - 1) in BEFORE_BODIES:
        return False
    following = words.word(article, index + 1)
    if following.facts.is_head:
        # السمو الملكي الأمير: His Royal Highness the Prince
        return False
    if words.in_list(title, words.lexicon.titles) and not words.in_list(title, words.lexicon.roles):
        ends = not following.is_word or following.folded in COMPLEMENTIZERS
        return ends or words.info(article, index).classes != {"noun"}
    return (
        words.is_role(title)
        and title.startswith("ال")
        and (article.is_surname(folded) or not words.info(article, index).readings)
        # الرئيس الرواندي بول: the Rwandan president Paul, whose nation the dictionary lacks
        and not (
            folded.endswith("ي")
            # الرئيس السريلانكي أنورا: what follows a nation is a name, though it looks like a verb
            and (following.facts.may_be_given_name or words.is_nationality(article, index))
            and following.kind == "word"
            and not (following.facts.has_article or following.facts.is_function_word)
        )
    )

"""Whether ب "in, by" or ل "to, for" is written onto a word, or is the first letter of it.

The dictionary has most answers; foreign names (باركي Barkey) and names with ل before them
(لبايدن "to Biden") it lacks.
"""

from __future__ import annotations

from unicodedata import normalize

from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import ANY, COMPLEMENTIZERS, EVERY, ON_BEHALF_OF, OUTLETS, SOME
from quotes.extraction.text.words import Words

# A word has such an alif at its beginning, or behind a clitic.
HAMZATED = "أإآ"
_SHORTEST_WITH_CLITIC = 3
# In words.
LONGEST_OUTLET = 3
_QUANTIFIERS = ANY | EVERY | SOME
_STARTS_OF_OUTLETS = frozenset(outlet[0] for outlet in OUTLETS)
# A text that names somebody in full does so soon; one that repeats him is not searched again.
_MOST_PLACES = 16


def is_attached_preposition(
    article: Article, index: int, words: Words, governed: frozenset[str] = frozenset()
) -> bool:
    """Whether ب, ل or ك is written onto the word; a verb that governs ب settles the doubt."""
    folded = article.folded(index)
    if not folded.startswith(("ب", "ل", "ك")):
        return False
    if folded.startswith("بال") and _is_surname_like_bi(article, index, words):
        return False
    if _is_shown_by_spelling(article, index, words):
        return True
    if folded[0] == "ك" or article.is_surname(folded):
        return False
    if len(folded) < 4 and not _is_short_with_clitic(article, index, words, governed):
        return False
    if _is_name_like_clitic(article, index, words, governed):
        return False
    return _is_read_with_clitic(article, index, words, governed)


def _is_short_with_clitic(
    article: Article, index: int, words: Words, governed: frozenset[str]
) -> bool:
    """Whether a verb that governs ب has it on a word of two letters: طالب الوزير | بحل الأزمة.

    "the minister called for a solution to the crisis"; behind what is indefinite it is rather one
    word, رئيس بلد "the president of a country".
    """
    before = article.tokens[index - 1].facts
    return (
        len(article.folded(index)) == _SHORTEST_WITH_CLITIC
        and article.folded(index)[0] in governed
        and (before.has_article or words.is_name(article, index - 1))
        and "noun" in article.tokens[index].facts.classes
    )


def _is_shown_by_spelling(article: Article, index: int, words: Words) -> bool:
    """Whether the letters leave no doubt: للوزير "to the minister", بإيران "with Iran"."""
    folded, text = article.folded(index), article.tokens[index].text
    return (
        folded.startswith(("لل", "بال"))
        or folded in ("ل", "ب")
        or folded in ON_BEHALF_OF
        or past_outlet(article, index) > index
        or (len(folded) > 3 and text[0] in "بلك" and begins_behind_clitic(text))
        # لبي بي سي: to the BBC
        or (folded[0] == "ل" and folded[1:] in words.lexicon.addressees)
    )


def _is_read_with_clitic(
    article: Article, index: int, words: Words, governed: frozenset[str]
) -> bool:
    """Whether the dictionary takes the first letter for a preposition, or the text does."""
    folded, readings = article.folded(index), words.info(article, index).readings
    if not readings:
        # لبايدن "to Biden": the dictionary lacks it, but the text has the name without ل.
        return folded[1:] in article.vocabulary or folded[1:] in _QUANTIFIERS
    attached = [folded[0] in reading.proclitics for reading in readings]
    if folded[0] in governed and not words.is_head(folded) and not words.is_name(article, index):
        # طالب بنشر: demanded the publication; the word is also a noun of its own.
        return any(attached)
    return all(attached)


def _is_name_like_clitic(
    article: Article, index: int, words: Words, governed: frozenset[str]
) -> bool:
    """Whether a word is a name that only begins with ب or ل, by its neighbours or its form."""
    folded = article.folded(index)
    if _is_known_surname_like_bi(article, index, words, governed):
        return True
    if _opens_half_of_headline(article, index) and any(
        _is_odd_surname(article, place, words)
        for place in article.places(folded)
        if article.paragraph_of[place] > 0
    ):
        # بترو يتهم واشنطن: Petro accuses Washington; the article tells who he is.
        return True
    if (
        folded[0] == "ب"
        and not _has_possessor(article, index, words)
        and (
            "ب" not in governed
            # أوصوا بضرورة رقمنة "they urged the need to digitise": no foreign surname ends so.
            or (article.is_unknown(index + 1) and not article.tokens[index].text.endswith("ة"))
            # غوستافو بترو الخميس "Gustavo Petro on Thursday": nor does a content end there.
            or article.folded(index + 1) in words.lexicon.adverbs
        )
        and _is_odd_surname(article, index, words)
    ):
        # Where the verb governs ب, only a name behind it shows that this is one, too.
        return True
    if folded in words.lexicon.given_names and _stands_as_given_name(article, index, words):
        return True
    info = words.info(article, index)
    if (
        info.classes == {"proper"}
        and article.is_unknown(index + 1)
        and folded[1:] not in words.lexicon.given_names
        and folded[1:] not in article.vocabulary
    ):
        # ليانا كوستاس, Liana Costas, is nobody to whom something is said.
        return True
    # وقال بلاتيني: and Platini said; no preposition governs such an adjective alone.
    return info.classes == {"adjective"} and folded.endswith("ي") and folded[0] not in governed


def _is_surname_like_bi(article: Article, index: int, words: Words) -> bool:
    """Whether a surname only begins as "in the" does, before a mark or "that": اسماعيل بالاغو:.

    "Ismail Balago:"
    """
    following = words.word(article, index + 1)
    return (
        index > 0
        and not article.tokens[index].facts.readings
        and article.folded(index - 1) in words.lexicon.given_names
        and (following.kind == "mark" or following.folded in COMPLEMENTIZERS)
    )


def _opens_half_of_headline(article: Article, index: int) -> bool:
    """Whether a headline, or what stands behind a mark in it, begins with a word and its verb."""
    return (
        article.paragraph_of[index] == 0
        and (index == 0 or article.tokens[index - 1].kind == "mark")
        and not article.begins_line(index + 1)
        and article.tokens[index + 1].may_be_cue
    )


def begins_behind_clitic(text: str) -> bool:
    """Whether the second letter is an alif with hamza, which only begins words: وأحد, بإيران.

    "and one, in Iran"
    """
    return normalize("NFC", text[1:3])[:1] in HAMZATED


def past_outlet(article: Article, index: int) -> int:
    """The token after an outlet with ل "to" written onto it, else ``index``.

    للجزيرة نت "to Al Jazeera Net"
    """
    folded = article.folded(index)
    if folded[:1] != "ل":
        return index
    first = "ال" + folded[2:] if folded[1:2] == "ل" else folded[1:]
    return index + outlet_length((first, *article.phrase(index + 1, LONGEST_OUTLET - 1)))


def outlet_length(phrase: tuple[str, ...]) -> int:
    """How many of the words with which ``phrase`` begins are an outlet's name; 0 if none."""
    if phrase[0] not in _STARTS_OF_OUTLETS:
        return 0
    return next((n for n in range(LONGEST_OUTLET, 0, -1) if phrase[:n] in OUTLETS), 0)


def _is_known_surname_like_bi(
    article: Article, index: int, words: Words, governed: frozenset[str]
) -> bool:
    """Whether the text has a word behind a given name: قال | باركي, where it has هنري باركي.

    "Barkey said, Henri Barkey"; قال | ببيروت "he said in Beirut" is told by the place.
    """
    folded, lexicon = article.folded(index), words.lexicon
    return (
        folded[0] == "ب"
        and "ب" not in governed
        and index > 0
        and article.tokens[index - 1].facts.is_verb
        and article.tokens[index].facts.classes <= {"proper"}
        and folded[1:] not in article.vocabulary
        and folded[1:] not in lexicon.countries
        and folded[1:] not in lexicon.places
        and any(
            place > 0 and words.is_name(article, place - 1)
            for place in article.places(folded)[:_MOST_PLACES]
        )
    )


def _stands_as_given_name(article: Article, index: int, words: Words) -> bool:
    """Whether a given name has a name beside it, or behind it what no noun goes on with.

    لاري فينك: Larry Fink is no "to a view", nor is حسن بابكر Hassan Babikir "by Abkar".
    """
    following = words.word(article, index + 1)
    return (
        article.is_unknown(index + 1)
        or article.folded(index - 1) in words.lexicon.given_names
        # المطران بولس عبد الساتر: the bishop Boulos Abdel Sater
        or following.folded in words.lexicon.name_particles
        # قال لبيد إن: Lapid said that; باسم may be "in the name of".
        or following.facts.is_function_word
        or following.facts.is_verb
        or following.kind == "mark"
    )


def _has_possessor(article: Article, index: int, words: Words) -> bool:
    """Whether a noun with a pronoun stands behind a word, as behind no surname: بفصل نائبه.

    "to dismiss his deputy"
    """
    following = words.word(article, index + 1).facts
    return following.has_enclitic and following.is_nominal and not following.may_be_verb


def _is_odd_surname(article: Article, index: int, words: Words) -> bool:
    """Whether a foreign surname only looks like ب with a noun: باركي behind هنري.

    "Barkey behind Henri"
    """
    folded, lexicon = article.folded(index), words.lexicon
    return (
        index > 0
        and (
            words.is_name(article, index - 1)
            or _is_name_behind_nation(article, index, words)
            or _ends_subject(article, index, words)
        )
        and not words.is_head(article.folded(index - 1))
        and folded[1:] not in article.vocabulary
        and not any(
            words.in_list(folded, known)
            for known in (
                lexicon.occasions,
                lexicon.organisations,
                lexicon.places,
                lexicon.roles,
                lexicon.countries,
            )
        )
    )


def _is_name_behind_nation(article: Article, index: int, words: Words) -> bool:
    """Whether a given name stands behind an adjective: الرئيس الأوكراني بترو بوروشنكو.

    "the Ukrainian president Petro Poroshenko"
    """
    return (
        (
            article.is_unknown(index + 1)
            # اليساري بترو على منصة: the leftist Petro, on the platform
            or (
                words.word(article, index + 1).facts.is_function_word
                and "proper" not in words.info(article, index).classes
            )
        )
        and has_article(article.folded(index - 1))
        and words.is_adjective(article, index - 1)
    )


def _ends_subject(article: Article, index: int, words: Words) -> bool:
    """Whether a verb stands before a noun that may be a given name, and this word behind it."""
    return (
        index > 1
        and words.may_be_verb(article, index - 2)
        and not has_article(article.folded(index - 1))
        # تتوقع ارتفاعا بنسبة كذا: it expects a rise of so much
        and not words.is_accusative(article, index - 1)
    )

"""Where the proper name stands in the noun phrase of a source.

It stands behind a title (``titled_names``), at the head of the phrase, or behind an office
(``names_behind_offices``). Bodies, places and documents have no name of a person, though one may be
called by it.
"""

from __future__ import annotations

from quotes.extraction.names.apposed_names import name_behind_comma
from quotes.extraction.names.given_names import is_after_foundation
from quotes.extraction.names.name_words import is_odd_name, is_unknown_name, name_end
from quotes.extraction.names.names_behind_offices import OfficePhrase
from quotes.extraction.names.office_words import may_be_surname_in_al
from quotes.extraction.names.offices_as_names import is_office
from quotes.extraction.names.titled_names import is_branch_of_service, name_behind_title
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AIDES,
    AT,
    BEFORE_FATHERS,
    CHIEFS,
    DIRECTIONS,
    FROM,
    OFFICES_OF_CLUBS,
    ON_BEHALF_OF,
    ONE_OF_MANY,
    SON,
    SON_OF,
    SUPERIORS,
    THIRD_PERSON,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.nisba import NISBA
from quotes.extraction.text.words import Words

_LEAST_NAME, _LONGEST_NAME = 2, 4
# Behind these stands the superior whom somebody serves or speaks for.
_BEFORE_SUPERIORS = AIDES | ON_BEHALF_OF


def name_range(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The tokens of the proper name within the phrase; an empty range where it has none."""
    titled = name_behind_title(article, words, first, last)
    if titled is not None and all(
        is_branch_of_service(article, index) for index in range(first + 1, titled[0])
    ):
        return titled
    if _is_rank_before_surname(article, words, first, last):
        return first + 1, last
    if article.folded(first) in ONE_OF_MANY:
        return _name_behind_many(article, words, first, last)
    if _names_thing(article, words, first):
        return first, first
    if _is_their_kin(article, words, first):
        return _name_behind_kin(article, words, first, last)
    if _is_kin(article, words, first, last):
        return name_behind_comma(article, words, first, last) or (first, first)
    if titled is not None:
        return _name_of_aide(article, words, first, titled[0]) or titled
    if _are_several(article, words, first):
        return first, first
    if is_office(article, words, first) or article.folded(first) in CHIEFS:
        start, end = OfficePhrase(article, words, first, last).name()
        other = _is_superior(article, first, start, end) or (
            end == last and _is_club(article, words, first, start, end)
        )
        return (first, first) if other else (start, end)
    return _name_at_head(article, words, first, last)


def _are_several(article: Article, words: Words, first: int) -> bool:
    """Whether people somewhere bear no name: محللون | في شركة كذا "analysts at such a company"."""
    head = article.folded(first)
    return (
        words.is_role(head)
        and words.describe(head).numbers == {"p"}
        and words.is_preposition(article, first + 1)
    )


def _name_of_aide(article: Article, words: Words, first: int, title: int) -> tuple[int, int] | None:
    """The name of whoever serves somebody with a title: سالم العمراني | وكيل النجم محمود.

    "Salem al-Omrani, agent of the star Mahmoud"; None where no office stands behind a whole name.
    """
    head = article.folded(first)
    if head not in words.lexicon.given_names or words.is_head(head):
        return None
    end = name_end(article, words, first, first, title)
    if end - first < _LEAST_NAME or not words.is_role(article.folded(end)):
        return None
    return first, end


def _is_rank_before_surname(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a rank that is also a body stands before a surname alone: اللواء المقدسي.

    "Major General al-Maqdisi", whom the text has behind his given name; "the brigade", too.
    """
    return (
        last == first + 2
        and words.is_title(article.folded(first))
        and has_article(article.folded(first))
        and article.is_surname(article.folded(first + 1))
    )


def _is_club(article: Article, words: Words, office: int, start: int, end: int) -> bool:
    """Whether a name is what an office without the article belongs to: قائد إنتر ميامي.

    "the captain of Inter Miami", who is named behind it, if at all; مدرب أرسنال أرتيتا "Arsenal's
    coach Arteta" is where the text has the last word without the club, too.
    """
    club = article.folded(office + 1)
    return (
        start <= office + 2 == end - 1
        and article.folded(office) in OFFICES_OF_CLUBS
        and not any(article.folded(n) in words.lexicon.given_names for n in range(office + 1, end))
        and not has_article(club)
        and all(article.folded(n - 1) == club for n in article.places(article.folded(end - 1)))
    )


def _is_superior(article: Article, first: int, start: int, end: int) -> bool:
    """Whether the name is that of whom an aide serves.

    مستشار الرئيس هادي "President Hadi's adviser": so is a surname alone. Of a longer name the text
    tells elsewhere who bears it: الرئيس الأميركي دونالد ترامب "the American president Donald
    Trump".
    """
    superior = _superior_before(article, start)
    if superior is None or article.folded(first) not in AIDES or superior <= first:
        return False
    if end == start + 1 == superior + 2:
        return True
    return any(
        place != start
        and (other := _superior_before(article, place)) is not None
        and article.folded(other - 1) not in _BEFORE_SUPERIORS
        and article.words[place : place + end - start] == article.words[start:end]
        for place in article.places(article.folded(start))
    )


def _superior_before(article: Article, name: int) -> int | None:
    """The president or king before a name, and before the adjective of his nation, if one is."""
    office = name - 1
    if (
        office > 0
        and article.folded(office).startswith("ال")
        and article.folded(office).endswith(NISBA)
    ):
        office -= 1
    return office if office >= 0 and article.folded(office) in SUPERIORS else None


def _names_thing(article: Article, words: Words, first: int) -> bool:
    """Whether a body, a place, a document or a number of people is at the head of the phrase."""
    head, lexicon = article.folded(first), words.lexicon
    if head in lexicon.given_names and words.is_name(article, first + 1):
        return False
    return (not words.is_role(head) or _is_named_foundation(article, words, first)) and (
        words.is_organisation(head)
        or words.is_place(head)
        or words.in_list(head, lexicon.documents)
        or words.in_list(head, lexicon.states)
        or words.in_list(head, lexicon.quantifiers)
    )


def _is_named_foundation(article: Article, words: Words, first: int) -> bool:
    """Whether a name follows at once, and no thing that anybody could have founded: مؤسسة سالم.

    "the foundation of Salem"; nor does anybody organise what no dictionary has: منظمة هيومن رايتس
    "Human Rights".
    """
    return is_after_foundation(article, words, first + 1) and (
        article.folded(first + 1) in words.lexicon.given_names
        or is_unknown_name(article, first + 1)
    )


def _name_behind_many(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The name of one of many: أحد أعضاء الفريق | فلان الفلاني, أحد منظميها | فلان الفلاني.

    "one of the members of the team, So-and-so"; but أحد أبناء الملك فلان is a son of his.
    """
    start, end = OfficePhrase(article, words, first, last).name()
    before = article.tokens[start - 1]
    named = (
        end > start + 1
        and article.folded(start) in words.lexicon.given_names
        and (before.facts.has_article or before.facts.has_enclitic)
        and not before.facts.is_title
    )
    return (start, end) if named else (first, first)


def _is_kin(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether somebody is named by whose relative he is: والد فلان "so-and-so's father"."""
    if article.folded(first) in SON and not has_article(article.folded(first + 1)):
        # ابن ريحان Ibn Rihan is how the press shortens سعيد بن ريحان Said bin Rihan.
        return False
    return last > first + 1 and article.folded(first) in words.lexicon.kin


def _is_their_kin(article: Article, words: Words, index: int) -> bool:
    """Whether a pronoun stands for those whose relative somebody is: زوجها, شقيقه.

    "her husband, his brother"
    """
    folded, kin = article.folded(index), words.lexicon.kin
    return (
        (folded not in kin or article.tokens[index].text.endswith("ه"))
        and not has_article(folded)
        and folded.endswith(THIRD_PERSON)
        and words.in_list(folded, kin)
    )


def _name_behind_kin(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The name of a relative: زوجها | فلان الفلاني, شقيقه الأكبر | فلان, والدها، | فلان.

    "her husband | So-and-so, his elder brother | So-and-so, her father, | So-and-so"
    """
    behind_comma = name_behind_comma(article, words, first, last)
    if behind_comma is not None:
        return behind_comma
    start = first + 1
    if start < last and has_article(article.folded(start)):
        start += 1
    if start < last and is_office(article, words, start) and not has_article(article.folded(start)):
        # صديقه طالب الطب فلان: his friend, the student of medicine So-and-so
        return OfficePhrase(article, words, start, last).name()
    named = start < last and (
        article.folded(start) in words.lexicon.given_names or is_unknown_name(article, start)
    )
    return (start, name_end(article, words, start, start + 1, last)) if named else (first, first)


def _name_at_head(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The name with which a phrase begins, perhaps behind what somebody is: الإسباني بيب.

    "the Spaniard Pep"
    """
    first = _past_nationality(article, words, first, last)
    begins = (
        _begins_foreign_name(article, words, first)
        or words.is_name_before_god(article, first)
        # عواد بن عايد Awwad bin Ayid: whatever else the word before "son of" may be
        or (article.folded(first + 1) in SON_OF and not has_article(article.folded(first)))
    )
    known = first + begins
    end = name_end(article, words, first, known, last)
    if (end == first + 1 and article.folded(first) in words.lexicon.name_particles) or is_odd_name(
        article, words, first, last
    ):
        end = last
    if end == first:
        end = _comma_before_office(article, words, first, last)
    return (first, end) if _is_person(article, words, first, end) else (first, first)


def _comma_before_office(article: Article, words: Words, first: int, last: int) -> int:
    """The comma behind a name that only its place shows: حاجي زيد، المتحدث باسم الحاكم.

    "Haji Zaid, the spokesman for the governor"; المنصف العمراني، رئيس النقابة "al-Moncef al-Omrani,
    head of the union", who is "fair", too; ``first`` where there is none.
    """
    comma = next((n for n in range(first, last) if not article.tokens[n].is_word), last)
    named = (
        comma + 1 < last
        and _LEAST_NAME <= comma - first <= _LONGEST_NAME
        and article.tokens[comma].text in INNER_COMMAS
        and words.is_role(article.folded(comma + 1))
        and not any(
            words.is_head(article.folded(n)) or words.is_preposition(article, n)
            for n in range(first, comma)
        )
        and (
            not has_article(article.folded(first))
            or (comma == first + 2 and may_be_surname_in_al(article, words, first + 1))
        )
    )
    return comma if named else first


def _past_nationality(article: Article, words: Words, first: int, last: int) -> int:
    """The token behind what somebody is: الإسباني | بيب, الكوري الجنوبي | تشونج مونج جون.

    "the Spaniard | Pep, the South Korean | Chung Mong-joon"
    """
    if _is_nationality(article, words, first, last):
        return first + 1
    if (
        article.folded(first + 1).removeprefix("ال") in DIRECTIONS
        and words.is_adjective(article, first)
        and _is_nationality(article, words, first + 1, last)
    ):
        return first + 2
    return first


def _begins_foreign_name(article: Article, words: Words, first: int) -> bool:
    """Whether a noun stands before a word that no dictionary has: مينا أندريفا, ساديو ماني.

    "Mina Andreeva, Sadio Mané"
    """
    info = words.info(article, first)
    return (
        not has_article(article.folded(first))
        and ("p" not in info.numbers or info.classes == {"adjective"})
        and is_unknown_name(article, first + 1)
    )


def _is_nationality(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether what somebody is stands before a name: الإسباني بيب غوارديولا, الرسامة هدى.

    "the Spaniard Pep Guardiola, the painter Huda"
    """
    info, following = words.info(article, index), article.folded(index + 1)
    return (
        index + 1 < last
        and has_article(article.folded(index))
        # المختار ولد محمد: Mokhtar Ould Mohamed, who is also "the chosen one"
        and article.folded(index) not in words.lexicon.given_names
        and following not in BEFORE_FATHERS
        and not has_article(following)
        and (
            "adjective" in info.classes
            or (following in words.lexicon.given_names and info.numbers == {"s"})
        )
        and (words.is_name(article, index + 1) or _is_foreign_full_name(article, index + 1, last))
    )


def _is_foreign_full_name(article: Article, first: int, last: int) -> bool:
    """Whether a word and a name end the phrase, or stand before a comma: السويسري سيب بلاتر.

    "the Swiss Sepp Blatter"
    """
    end = first + 2
    return end <= last and (
        (end == last or article.tokens[end].text in INNER_COMMAS)
        and article.tokens[first + 1].facts.classes <= {"proper"}
        and not has_article(article.folded(first + 1))
    )


def _is_person(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a run of name words can be a person's name."""
    return last > first and (
        article.folded(first) not in words.lexicon.countries
        or is_unknown_name(article, first + 1)
        # جورجيا ميلوني: Giorgia Meloni, who is also "they inclined me"
        or (last == first + 2 and words.is_verb(article, first + 1))
    )


def is_name_of_another(article: Article, words: Words, first: int, name: int) -> bool:
    """Whether a preposition before the name shows that somebody unnamed is no bearer of it.

    مصدر مقرب من الشيخ فلان, محللون لدى فلان: a source close to Sheikh So-and-so, analysts at;
    مصدر تحدث لصحراء ميديا: a source who talked to Sahara Media
    """
    head = article.tokens[first].facts
    if head.has_article or not (
        words.in_list(article.folded(first), words.lexicon.unnamed) or head.is_nominative_plural
    ):
        return False
    before = name - 1
    while before > first and words.is_title(article.folded(before)):
        before -= 1
    return before > first and (
        article.folded(before) in FROM | AT
        or (
            article.folded(before).startswith("ل")
            and is_attached_preposition(article, before, words)
        )
    )

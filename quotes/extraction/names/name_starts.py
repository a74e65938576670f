"""Where a name begins of which some words were found.

The words before it are an office, and its field or its body: what was read as the first word of the
name may be their last, مدير مستشفى كمال عدوان | حسام, and what was read as their last its first,
الباحثة | سمينا. "the director of the Kamal Adwan Hospital | Hussam; the researcher | Samina"
"""

from __future__ import annotations

from quotes.extraction.names.given_names import may_be_given_name
from quotes.extraction.names.office_words import completes_office
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import AIDES, BEFORE_FAMILY_NAMES, JOINING_PARTICLES, SERVANT_OF
from quotes.extraction.text.words import Words


def from_its_start(
    article: Article, words: Words, office: int, found: tuple[int, int]
) -> tuple[int, int]:
    """The tokens of a name found behind an office, from where it begins."""
    found = _behind_nationality(article, words, found)
    found = _behind_body(article, words, found)
    found = _behind_whom_he_serves(article, words, office, found)
    return _with_given_name(article, words, office, found)


def _behind_nationality(article: Article, words: Words, found: tuple[int, int]) -> tuple[int, int]:
    """The name without what stands before a nation in it: نادي ريفر بليت الأرجنتيني | رودولفو.

    "the club River Plate, the Argentine | Rodolfo": no given name follows a nation within a name.
    """
    start, end = found
    if article.folded(start) in words.lexicon.given_names:
        return found
    for index in range(end - 2, start, -1):
        if words.is_nationality(article, index) and not has_article(article.folded(index + 1)):
            return index + 1, end
    return found


def _behind_body(article: Article, words: Words, found: tuple[int, int]) -> tuple[int, int]:
    """The name without the end of a body's name before it: مدير مستشفى كمال عدوان | حسام أبو صفية.

    "the director of the Kamal Adwan Hospital Hussam Abu Safiya": a body or a club of two words has
    a given name behind it that is known for one.
    """
    start, end = found
    given_names = words.lexicon.given_names
    if article.folded(start) in given_names or not (
        _wants_name_of_body(article, start - 1)
        or (not has_article(article.folded(start - 1)) and _wants_name_of_body(article, start - 2))
    ):
        return found
    for index in range(start + 1, end - 1):
        if (
            article.folded(index) in given_names
            and article.folded(index - 1) not in JOINING_PARTICLES
        ):
            return index, end
    return found


def _wants_name_of_body(article: Article, index: int) -> bool:
    """Whether a body or an office is completed by the word behind it: لشركة, مدرب.

    "to the company of", "the coach of"
    """
    facts = article.tokens[index].facts
    return (facts.is_organisation or facts.is_role) and not facts.has_article


def _behind_whom_he_serves(
    article: Article, words: Words, office: int, found: tuple[int, int]
) -> tuple[int, int]:
    """The name without the surname of whom somebody serves: مبعوث ترمب ستيف ويتكوف.

    "Trump's envoy Steve Witkoff"
    """
    start, end = found
    given_names = words.lexicon.given_names
    serves = (
        start == office + 1
        and end > start + 2
        and article.folded(office) in AIDES
        and article.folded(start) not in given_names
        and article.folded(start + 1) in given_names
    )
    return (start + 1, end) if serves else found


def _with_given_name(
    article: Article, words: Words, office: int, found: tuple[int, int]
) -> tuple[int, int]:
    """The name with the word before it, where that completes no office: الباحثة | سمينا أحمد.

    "the researcher | Samina Ahmed": behind what is definite no indefinite noun goes on with the
    office, nor behind marks.
    """
    start, end = found
    given = start - 1
    if (
        (end == start + 1 or words.is_definite_nisba(article, given - 1))
        and given > office
        and completes_office(article, office, given - 1)
        and may_be_given_name(article, words, given)
    ):
        return given, end
    return found


def start_before_family_name(article: Article, words: Words, first: int, name: int) -> int:
    """Where a name begins whose family alone shows it: المعلم المتقاعد الصادق | ود البشير.

    "the retired teacher al-Sadiq Wad al-Bashir"; رئيس الوزراء دي ويفر is "the prime minister De
    Wever".
    """
    given = name - 1
    if (
        given < first
        or article.folded(name) not in BEFORE_FAMILY_NAMES
        or article.folded(name) in SERVANT_OF
        or not article.tokens[given].is_word
    ):
        return name
    token = article.tokens[given]
    plain = not (token.facts.is_role or token.facts.is_title or token.facts.is_organisation)
    known = given == first or words.is_name(article, given) or not token.facts.has_article
    begins = plain and known and not token.facts.is_function_word and not token.facts.has_enclitic
    if not begins:
        return name
    # رائد رافد | آل خطاب: Raed Rafid Al Khattab
    return given - (given > first and article.folded(given - 1) in words.lexicon.given_names)

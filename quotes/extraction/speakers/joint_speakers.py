"""Whether a noun phrase names two speakers, whom و "and" joins: بلينكن وروته.

"Blinken and Rutte"
"""

from __future__ import annotations

from quotes.extraction.names.finder import name_range
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import ADJECTIVAL_OFFICES, MEMBERS
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.nisba import NISBA
from quotes.extraction.text.words import Words

_LONGEST_FULL_NAME = 3
_DUAL = "ان"


def end_of_first_speaker(article: Article, words: Words, first: int, last: int) -> int:
    """The end of the first of the speakers that و joins in tokens ``[first, last)``."""
    joints = _joints(article, first, last)
    if not joints:
        return last
    return next(
        (end for end in range(joints[0], last) if is_joint(article, words, first, end + 1)), last
    )


def is_joint(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether و joins two speakers: وزير الخارجية ... والأمين العام.

    "the foreign minister … and the secretary general"
    """
    joints = _joints(article, first, last)
    if not joints:
        return False
    joins = _joins_bodies if words.is_polity(article.folded(first)) else _joins_persons
    return any(joins(article, words, first, index, last) for index in joints)


def _joints(article: Article, first: int, last: int) -> list[int]:
    """The words of a phrase behind its first that و may be written onto."""
    return [
        index
        for index in range(first + 1, last)
        if article.words[index].startswith("و") and article.tokens[index].kind == "word"
    ]


def _joins_bodies(article: Article, words: Words, first: int, joint: int, last: int) -> bool:
    """مصر والولايات المتحدة: Egypt and the United States."""
    rest = article.folded(joint)[1:]
    return (
        rest in words.lexicon.bodies
        or words.is_polity(rest)
        or _joins_persons(article, words, first, joint, last)
    )


def _joins_persons(article: Article, words: Words, first: int, joint: int, last: int) -> bool:
    """Whether another person, by his name or his office, stands behind و."""
    folded, rest, lexicon = article.folded(joint), article.folded(joint)[1:], words.lexicon
    if folded in lexicon.roles or folded in lexicon.titles or folded in lexicon.name_particles:
        # والد "father" begins with its own و.
        return False
    named = words.is_name(article, first) and not words.is_head(article.folded(first))
    if named and _are_both(article, words, joint, last):
        return True
    if not (words.is_role(rest) or words.is_title(rest)):
        return named and (
            (
                joint - first <= _LONGEST_FULL_NAME
                and not words.info(article, joint).readings
                # جيم ويكوف: Jim Wyckoff, where nothing shows that Jim has been named in full.
                and (joint > first + 1 or _are_two_names(article, words, first, joint))
            )
            # فلان الفلاني، ووليد رمزي: So-and-so, and Walid Ramzi
            or (article.is_behind_comma(joint) and rest in lexicon.given_names)
        )
    if _goes_on_with_office(article, words, first, joint):
        return False
    if words.is_role(article.folded(first)):
        return not (
            _has_named_both(article, words, first, joint, last)
            or _is_named_once(article, words, joint, last)
            or _has_one_name(article, words, first, joint, last)
        )
    return named and not _holds_both(article, words, first, joint, last)


def _are_both(article: Article, words: Words, joint: int, last: int) -> bool:
    """Whether a dual tells of both: سالم العمراني وهدى كرم | الباحثان بالمركز.

    "Salem al-Omrani and Huda Karam, | the two researchers at the centre"
    """
    return any(
        article.tokens[n].facts.has_article
        and article.folded(n).endswith(_DUAL)
        and "d" in words.info(article, n).numbers
        for n in range(joint + 1, min(last, joint + _LONGEST_FULL_NAME + 1))
    )


def _has_named_both(article: Article, words: Words, first: int, joint: int, last: int) -> bool:
    """Whether both offices stand behind one name: المخرج فلان، رئيس اللجنة وعضو المجلس.

    "the director So-and-so, head of the committee and member of the council"
    """
    start, end = name_range(article, words, first, joint)
    return (
        start < end
        and any(words.is_role(article.folded(n)) for n in range(end, joint))
        and _holds_both(article, words, end, joint, last)
    )


def _are_two_names(article: Article, words: Words, first: int, joint: int) -> bool:
    """Whether two words with و between them are known for names apart: بلينكن وروته."""
    rest = article.folded(joint)[1:]
    return (
        article.is_surname(article.folded(first))
        or len(article.places(article.folded(first))) > 1
        or bool(article.places(rest))
        or rest in words.lexicon.given_names
    )


def _goes_on_with_office(article: Article, words: Words, first: int, joint: int) -> bool:
    """Whether the office behind و is another part of the one before it."""
    rest = article.folded(joint)[1:]
    if joint == first + 1 and has_article(article.folded(first)) == has_article(rest):
        # إمام وخطيب المسجد, المحامي والمستشار القانوني فلان
        # (imam and preacher of the mosque; the lawyer and legal adviser So-and-so)
        return True
    office = article.tokens[joint - 1]
    if (
        joint > first + 1
        and office.facts.is_role
        and not (office.facts.has_article or has_article(rest))
        and article.folded(joint - 2) not in words.lexicon.roles
    ):
        # الشيخ سالم العمراني إمام وخطيب المسجد: Sheikh Salem al-Omrani, imam and preacher
        return True
    return has_article(rest) and (
        # الناشط المدني والسياسي: the civil and political activist
        (
            rest.endswith(NISBA)
            and words.is_adjective(article, joint - 1)
            and words.is_adjective(article, joint)
        )
        # العضو المنتدب والرئيس التنفيذي: the managing director and chief executive
        or all(article.folded(n) in ADJECTIVAL_OFFICES for n in range(first + 1, joint))
    )


def _is_named_once(article: Article, words: Words, joint: int, last: int) -> bool:
    """Whether the only name stands behind a comma: نائب رئيس الوزراء ووزير الخارجية، فلان.

    "the deputy prime minister and foreign minister, So-and-so"
    """
    comma = next((n for n in range(joint, last) if article.tokens[n].text in INNER_COMMAS), last)
    return (
        comma + 1 < last
        and not words.is_head(article.folded(comma + 1))
        and words.is_name(article, comma + 1)
    )


def _has_one_name(article: Article, words: Words, first: int, joint: int, last: int) -> bool:
    """Whether the only name stands behind a title: رئيس اللجنة ومدير الجامعة الدكتور فلان.

    "the head of the committee and director of the university, Dr So-and-so"; الرئيس ورئيس الوزراء
    فلان "the president and the prime minister So-and-so" are two.
    """
    start, end = name_range(article, words, first, joint)
    if has_article(article.folded(first)) or start < end:
        return False
    if article.folded(joint)[1:] in MEMBERS:
        # نائب الرئيس وعضو الجمعية فلان: vice president and member of the society So-and-so
        start, end = name_range(article, words, joint, last)
        return end == last and end - start > 1
    title = next((n for n in range(joint + 1, last) if words.is_title(article.folded(n))), last)
    if title == last or not has_article(article.folded(title)):
        return False
    start, end = name_range(article, words, title, last)
    return end == last and end - start > 1


def _holds_both(article: Article, words: Words, first: int, joint: int, last: int) -> bool:
    """Whether one named person has both offices: فلان عضو المجلس ورئيس اللجنة.

    "So-and-so, member of the council and head of the committee": the first office stands behind the
    name, and no second name behind the second.
    """
    start, end = name_range(article, words, joint, last)
    return start == end and any(words.is_role(article.folded(n)) for n in range(first + 1, joint))

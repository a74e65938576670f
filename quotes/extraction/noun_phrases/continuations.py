"""Where a noun goes on with the phrase before it: one more of its names, an epithet, a rank.

Each function says whether it does; then no other phrase begins at the boundary.
"""

from __future__ import annotations

from unicodedata import normalize

from quotes.extraction.names import titled_names
from quotes.extraction.noun_phrases.boundary import PhraseBoundary
from quotes.extraction.noun_phrases.bounds_by_form import is_place_or_occasion
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ADJECTIVAL_OFFICES,
    AGENCY_HEADS,
    BEFORE_FAMILY_NAMES,
    DIRECTIONS,
    EPITHETS,
    GOD,
    JOINING_PARTICLES,
    KNOWN_BY_ONE_NAME,
    NEWS_AGENCIES,
    ONE_OF_THEM,
    SERVANT_OF,
    SON_OF,
    THE_OTHER,
)
from quotes.extraction.text.word_facts import Facts

_LIKE_PARTICIPLE = "الم"
_BEFORE_SURNAMES = JOINING_PARTICLES | BEFORE_FAMILY_NAMES


def is_branch_of_service(at: PhraseBoundary) -> bool:
    """العميد الركن: Brigadier General (Staff)."""
    return titled_names.is_branch_of_service(at.article, at.index)


def follows_joining_particle(at: PhraseBoundary) -> bool:
    """بن سلمان "bin Salman", دي ميستورا "de Mistura"."""
    return at.before in _BEFORE_SURNAMES


def is_joining_particle(at: PhraseBoundary) -> bool:
    """محمد أبو سلمية: Muhammad Abu Salmiya."""
    return at.folded in JOINING_PARTICLES and at.before in at.words.lexicon.given_names


def is_nominative_plural(at: PhraseBoundary) -> bool:
    """الطلبة المتخرجون "the students who graduated": no object stands in the nominative."""
    return at.facts.is_nominative_plural


def is_inside_foreign_name(at: PhraseBoundary) -> bool:
    """جوزيف ديون نغوتي: Joseph Dion Ngute."""
    return at.forms.is_inside_foreign_name(at.index)


def names_agency(at: PhraseBoundary) -> bool:
    """وكالة رويترز: the agency Reuters."""
    return at.folded in NEWS_AGENCIES and at.before in AGENCY_HEADS


def is_country_of_ministry(at: PhraseBoundary) -> bool:
    """الدفاع الروسية: the Russian (ministry of) defence."""
    return at.words.is_ministry(at.article, at.index - 1)


def is_name_behind_rank(at: PhraseBoundary) -> bool:
    """وثمن اللواء البلوي: and Major General al-Balawi valued."""
    return (
        at.previous.is_title
        and at.after_article
        and at.facts.has_article
        and not at.facts.is_head
        and at.folded.endswith("ي")
    )


def is_other(at: PhraseBoundary) -> bool:
    """البعض الآخر: others."""
    return at.folded in THE_OTHER and at.before in ONE_OF_THEM


def is_name_behind_apposed_title(at: PhraseBoundary) -> bool:
    """رئيس المجلس الجنرال عاصمي: the head of the council, General Assimi."""
    return titled_names.is_name_behind_apposed_title(at.article, at.words, at.index)


def is_definite_office(at: PhraseBoundary) -> bool:
    """المدير المسؤول: the manager in charge."""
    return at.facts.is_role and at.facts.has_article


def is_office_behind_whole_name(at: PhraseBoundary) -> bool:
    """الوزير مارك روته رئيس الحزب: minister Mark Rutte, head of the party."""
    return at.facts.is_role and at.forms.has_office(at.first, at.index)


def is_direction_of_adjective(at: PhraseBoundary) -> bool:
    """الكوري الجنوبي: the South Korean."""
    return (
        at.folded.removeprefix("ال") in DIRECTIONS
        and at.after_adjective
        and is_place_or_occasion(at)
    )


def is_name(at: PhraseBoundary) -> bool:
    """أنتوني بلينكن: Antony Blinken."""
    return at.words.is_name(at.article, at.index) or at.forms.surnames.wants_surname(at.index)


def is_surname_of_given(at: PhraseBoundary) -> bool:
    """محمود بصل يؤكد: Mahmoud Basal, "onion", affirms."""
    return at.forms.surnames.is_surname_of_given(at.first, at.index, at.wanted.person)


def is_foreign_before_unknown(at: PhraseBoundary) -> bool:
    """مينا أندريفا: Mina Andreeva, though مينا is also a common noun, "port"."""
    article, following = at.article, at.index + 1
    return (
        article.is_unknown(following)
        and not at.folded.startswith("ال")
        and not article.tokens[following].facts.has_article
    )


def names_company(at: PhraseBoundary) -> bool:
    """شركة هوندا موتور اليابانية: the Japanese company Honda Motor."""
    return (
        at.after_name
        and at.index == at.first + 2
        and at.forms.goes_on_with_name(at.first, at.index)
    )


def completes_noun(at: PhraseBoundary) -> bool:
    """معهد الإدارة: the institute of administration."""
    return not (at.after_article or at.named or at.unbound)


def may_be_adjective(at: PhraseBoundary) -> bool:
    """الوزير الأسبق: the former minister."""
    return at.forms.may_be_adjective(at.first, at.index)


def is_adjectival_office(at: PhraseBoundary) -> bool:
    """الرئيس المشارك: the co-president."""
    return at.previous.is_role and at.folded in ADJECTIVAL_OFFICES


def describes_holder(at: PhraseBoundary) -> bool:
    """الصحفي المتابع للملف: the journalist who follows the file; a participle that governs."""
    if at.wanted.object or at.wanted.person or at.index + 1 == len(at.article.tokens):
        return False
    behind = at.article.tokens[at.index + 1]
    return (
        at.single
        and at.previous.is_role
        and at.after_article
        and at.folded.startswith(_LIKE_PARTICIPLE)
        and at.is_noun
        and (
            behind.facts.is_preposition
            or is_attached_preposition(at.article, at.index + 1, at.words)
        )
    )


def is_surname(at: PhraseBoundary) -> bool:
    """المحامي أنور البني: the lawyer Anwar al-Bunni."""
    return at.named and at.forms.is_only_given_name(at.first, at.index - 1)


def is_surname_of_two_words(at: PhraseBoundary) -> bool:
    """الدكتور عبد القادر الحصرية أن: Doctor Abd al-Qadir al-Hasriya; "that" is what follows.

    The given name has two words, and nothing but a title before it.
    """
    given = at.index - 2
    return (
        given >= at.first
        and at.article.folded(given) in SERVANT_OF
        and (given == at.first or at.words.is_title(at.article.folded(given - 1)))
        and not (at.wanted.object or at.wanted.person)
        and not at.facts.is_head
    )


def is_surname_before_object(at: PhraseBoundary) -> bool:
    """نفت الوزيرة نورة الفصام | وجود خلاف: the minister Noura al-Fassam denied | that there was.

    No noun in the definite has one in the indefinite behind it: it is not what the verb wants. The
    press calls a prince or a sheikh by his given name alone.
    """
    article, words = at.article, at.words
    office, following = article.folded(at.index - 2), article.tokens[at.index + 1 : at.index + 2]
    return (
        at.before in words.lexicon.given_names
        and at.index - 2 >= at.first
        and (words.is_head(office) or has_article(office))
        and office not in KNOWN_BY_ONE_NAME
        and at.facts.classes == {"noun"}
        and not at.facts.is_head
        and len(following) == 1
        and _is_plain_noun(following[0].facts)
    )


def _is_plain_noun(facts: Facts) -> bool:
    """Whether a word is an indefinite noun, and nothing else, that a verb can want."""
    return facts.classes == {"noun"} and not (
        facts.has_article
        or facts.has_proclitic
        or facts.is_adverbial
        or facts.is_preposition
        or facts.is_accusative
    )


def follows_divine_name(at: PhraseBoundary) -> bool:
    """آمنة بنت عبد الله الضحاك: Amna bint Abdullah al-Dahhak."""
    return at.before in GOD


def ends_genealogy(at: PhraseBoundary) -> bool:
    """أسامة بن فضل البار: Osama bin Fadl al-Bar."""
    return (
        at.named
        and at.article.folded(at.index - 2) in SON_OF
        and not (at.wanted.object and at.facts.info.numbers == {"p"})
    )


def is_epithet(at: PhraseBoundary) -> bool:
    """البحر الأحمر: the Red Sea."""
    return at.words.in_list(at.folded, EPITHETS)


def is_people(at: PhraseBoundary) -> bool:
    """المقاولين العرب "the Arab Contractors": peoples describe people."""
    return (
        at.is_plural
        and "p" in at.previous.info.numbers
        # السلطات | الإسراع: the authorities | to hurry; no plural has its hamza below
        and not normalize("NFC", at.article.tokens[at.index].text).startswith("الإ")
    )

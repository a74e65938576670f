"""What a word with ب "in, by" or ل "of, to" written onto it adds to the noun phrase before it.

المدير العام للإذاعة "the director general of the radio" is one phrase, الوزير | للصحفيين "the
minister | to the journalists" is not. Each function is the condition of one rule of
``complements``.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.preposition import PhrasePreposition
from quotes.extraction.text.attached_prepositions import is_attached_preposition, past_outlet
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AFFAIRS,
    COMPLEMENTIZERS,
    CONCERNED_WITH,
    GENERIC_PERSONS,
    IN_CHARGE,
    NEWS_AGENCIES,
    OFFICES_OF_OUTLETS,
    ON_BEHALF_OF,
    PHRASAL,
    THE_SAYING,
    UNDER_WHOM,
    UNIONS,
    WITH_WHAT,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.nisba import NISBA

_LONGEST_BODY = 5


def is_told_somebody(at: PhrasePreposition) -> bool:
    """قال الوزير | لبي بي سي, قال محمد العلي | لوزير الطاقة.

    "the minister told | the BBC, Muhammad al-Ali told | the minister of energy"
    """
    named = at.article.folded(at.index - 2) in at.words.lexicon.given_names
    if at.word[0] == "ل" and at.word[1:] in at.words.lexicon.roles and at.index - 2 >= at.first:
        return named and at.article.folded(at.index - 1).startswith("ال")
    return (
        at.word[1:] in at.words.lexicon.addressees
        and not at.words.is_organisation(at.word)
        and not at.follows_bare_document
    )


def is_on_behalf_of(at: PhrasePreposition) -> bool:
    """المتحدثة باسمها: her spokeswoman."""
    return at.word in ON_BEHALF_OF


def is_of_document(at: PhrasePreposition) -> bool:
    """بيان لوزارة الصحة "a statement of the ministry of health", مسح لرويترز "a Reuters survey"."""
    return len(at.word) > 1 and at.follows_bare_document


def is_loose_behind_document(at: PhrasePreposition) -> bool:
    """وأكدت مصادر | لـ«الحياة» "and sources told | al-Hayat": whose name follows is no source."""
    return at.word == "ل" and at.follows_bare_document


def is_office_in_marks(at: PhrasePreposition) -> bool:
    """المدير التنفيذي لـ«الشركة» فلان: the chief executive of "the Company", So-and-so."""
    return (
        at.word == "ل"
        and at.opens_marks
        and (at.has_role or at.has_unnamed)
        and at.in_marks.is_name(at.quotation)
        and at.is_person_behind_marks
    )


def is_loose(at: PhrasePreposition) -> bool:
    """قال الوزير | لـ«عكاظ»: the minister told | "Okaz"."""
    return at.word in ("ل", "ب")


def is_addressee(at: PhrasePreposition) -> bool:
    """قال المدرب | للصحفيين, | للاعبين: the coach told | the journalists, | the players."""
    words = at.words
    if past_outlet(at.article, at.index) > at.index:
        # قال الخبير | للجزيرة نت "the expert told | Al Jazeera Net"; مدير الأخبار للجزيرة is its.
        return not words.in_list(at.head, OFFICES_OF_OUTLETS)
    if words.in_list(at.word, words.lexicon.addressees):
        return not (_is_body_of_office(at) or _is_of_union(at))
    if at.single and at.word[0] == "ل" and at.head.removeprefix("ال") in GENERIC_PERSONS:
        # المتحدث | لهسبريس: the speaker | to Hespress; his office would be that باسم "in the name"
        # of somebody.
        return has_article(at.head) and at.article.is_unknown(at.index)
    return (
        at.word.startswith("لل")
        and at.word.endswith("ين")
        and "p" in words.info(at.article, at.index).numbers
    )


def _is_of_union(at: PhrasePreposition) -> bool:
    """Whether a union is that of those who may be told: الاتحاد الدولي للصحفيين.

    "the International Federation of Journalists"; a union that told them would want no adjective.
    """
    return (
        at.index == at.first + 2
        and at.word.startswith("لل")
        and at.word.endswith("ين")
        and at.words.in_list(at.article.folded(at.first), UNIONS)
        and at.words.is_adjective(at.article, at.index - 1)
    )


def _is_body_of_office(at: PhrasePreposition) -> bool:
    """Whether who may be told is whose office it is: المدير العام للإذاعة.

    "the director general of the radio"; ثلاثة مسؤولين مطلعين | لوكالة "three informed officials |
    told the agency"
    """
    return (
        not at.single
        and (at.has_role or has_article(at.head))
        and at.words.is_organisation(at.word)
        and not at.has_unnamed
        and at.is_head_or_its_adjective(at.first, at.index - 1)
        and at.following not in NEWS_AGENCIES
    )


def is_pleaded_by_his_own(at: PhrasePreposition) -> bool:
    """دفع محاميه | بانتفاء: his lawyer pleaded | the absence of."""
    return at.single and at.words.has_possessor(at.article, at.first)


def is_words_given(at: PhrasePreposition) -> bool:
    """أدلى الوزير | بتصريح, ورد النائب | بالقول: the minister gave | a statement.

    "and the deputy answered | by saying"
    """
    words = at.words
    return at.word[1:] in THE_SAYING or (
        not has_article(at.word)
        and (
            words.in_list(at.word, words.lexicon.documents)
            or words.in_list(at.word, words.lexicon.occasions)
        )
    )


def names_deputy(at: PhrasePreposition) -> bool:
    """القائم بأعمال السفارة: the chargé d'affaires of the embassy."""
    return at.word in AFFAIRS and at.before in IN_CHARGE


def is_concerned_with(at: PhrasePreposition) -> bool:
    """التقرير الخاص بالقروض: the report on the loans.

    Where the verb wants ب "by", too, that comes again: طالبت الجهات المعنية | بالتحقيق "the bodies
    concerned called | for an inquiry".
    """
    return at.before in CONCERNED_WITH and (at.word[0] not in at.governed or _comes_again(at))


def completes_title(at: PhrasePreposition) -> bool:
    """وصرح الناطق بشرطة المنطقة "the spokesman of the region's police": it is nothing said."""
    words = at.words
    return (
        at.has_role
        # جنرال "general" is a name, too.
        and (at.single or not at.inside.ends_in_name(at.first, at.index))
        # ورحب السفير العقيل | ببعثة المنتخب: and the ambassador al-Aqil welcomed | the delegation
        and not (at.index == at.first + 2 and _is_no_adjective(at))
        and words.is_organisation(at.word)
        and not words.in_list(at.word, words.lexicon.documents)
        and _comes_again(at)
    )


def _comes_again(at: PhrasePreposition) -> bool:
    """Whether what the verb wants still follows: أشاد الناطق بشرطة المنطقة | بجهود, بأن.

    "the spokesman of the region's police praised | the efforts of, that"; else it is what he
    praised: أشاد الوزير | بقوات الأمن "the minister praised | the security forces".
    """
    return any(
        token.folded in COMPLEMENTIZERS
        or any(at.word[0] in reading.proclitics for reading in token.facts.readings)
        for token in at.article.tokens[at.index + 1 : at.limit]
    )


def _is_no_adjective(at: PhrasePreposition) -> bool:
    """Whether the word behind an office is no adjective of it: السفير العقيل, الناطق الإعلامي.

    "Ambassador al-Aqeel, the media spokesman"
    """
    return (
        has_article(at.head)
        and has_article(at.before)
        and not at.before.endswith(NISBA)
        and not at.words.is_head(at.before)
        and "noun" not in at.words.info(at.article, at.index - 1).classes
    )


def locates_unnamed(at: PhrasePreposition) -> bool:
    """أفاد مصدر بمديرية الأمن بأن: a source at the directorate said that; ب "by" comes again."""
    return (
        at.has_unnamed
        and at.words.is_organisation(at.word)
        and any(
            at.article.folded(n) in COMPLEMENTIZERS and at.article.folded(n).startswith(at.word[0])
            for n in range(at.index + 1, at.limit)
        )
    )


def locates_body(at: PhrasePreposition) -> bool:
    """المكتب الإعلامي بقطاع غزة: the media office in the Gaza Strip.

    ذكرت إدارة الإعلام بالوزارة، في بيان، أن: the media directorate at the ministry mentioned that;
    what it mentioned stands behind "that".
    """
    words = at.words
    return (
        at.heads_body
        and (
            words.is_place(at.word)
            or (
                (
                    words.is_organisation(at.word)
                    # جمعية البر بالأحساء أن: the charity society in al-Ahsa that
                    or words.info(at.article, at.index).classes == {"proper"}
                )
                and (at.following in COMPLEMENTIZERS or at.following in INNER_COMMAS)
                and not COMPLEMENTIZERS.isdisjoint(at.article.words[at.index + 1 : at.limit])
            )
        )
    )


def locates_part_of_body(at: PhrasePreposition) -> bool:
    """أشادت لجنة الصحة بمجلس النواب | بجهود: parliament's committee of health praised | efforts of.

    What was praised has a ب of its own right behind; بالحكومة | بسبب "the government | because of"
    does not.
    """
    article, words = at.article, at.words
    if at.single or has_article(at.head) or not (at.heads_body and words.is_organisation(at.word)):
        return False
    for index in range(at.index + 1, min(at.limit, at.index + _LONGEST_BODY)):
        folded = article.folded(index)
        if folded in WITH_WHAT:
            return True
        if is_attached_preposition(article, index, words) and folded[0] == at.word[0]:
            located = "proper" in words.info(article, index).classes
            return not (located or folded in PHRASAL or folded in UNDER_WHOM)
        if not article.tokens[index].facts.is_definite:
            return False
    return False


def is_what_verb_wants(at: PhrasePreposition) -> bool:
    """طالب الوزير | بالتحقيق: the minister called | for an inquiry."""
    return True


def is_of_office(at: PhrasePreposition) -> bool:
    """الأمين العام للأمم المتحدة: the secretary general of the United Nations."""
    words, article = at.words, at.article
    return (
        any(words.is_head(article.folded(n)) for n in range(at.first, at.index))
        and not at.follows_person
    )


def is_to(at: PhrasePreposition) -> bool:
    """قال مارك | لزملائه: Mark told | his colleagues."""
    return True


def is_in_body_or_place(at: PhrasePreposition) -> bool:
    """مدير التعليم بمنطقة مكة: the director of education in the region of Mecca."""
    words, word = at.words, at.word
    return (
        words.is_organisation(word) or words.is_place(word) or words.is_role(word)
    ) and not at.follows_person


def is_where_body_stands(at: PhrasePreposition) -> bool:
    """مستشفى القوات بمكة: the hospital of the armed forces in Mecca."""
    words = at.words
    return (
        at.word[0] not in at.governed
        and (at.heads_body or _follows_body(at))
        and (
            "proper" in words.info(at.article, at.index).classes
            or words.in_list(at.word, words.lexicon.countries)
        )
    )


def _follows_body(at: PhrasePreposition) -> bool:
    """Whether who works at a body is told before: دبلوماسي بالسفارة الأمريكية | بالقاهرة.

    "a diplomat at the American embassy | in Cairo"
    """
    return not at.follows_person and any(
        at.words.is_organisation(at.article.folded(n)) and at.article.folded(n)[:1] in ("ب", "ل")
        for n in range(max(at.first + 1, at.index - 2), at.index)
    )


def is_of_role(at: PhrasePreposition) -> bool:
    """وزير الهجرة وشؤون المصريين بالخارج: minister of emigration and of Egyptians abroad.

    Not what he does: أمر القاضي | بحبس المتهم "the judge ordered | the detention of the accused".
    """
    return (
        at.has_role
        and not at.follows_person
        and not (
            at.single
            and has_article(at.head)
            and at.words.info(at.article, at.index).classes == {"noun"}
            and not has_article(at.word[1:])
            and not at.words.is_head(at.word)
        )
    )


def precedes_name(at: PhrasePreposition) -> bool:
    """المتحدث باسم الهيئة بالقصيم محمد: the spokesman of the authority in Qassim, Muhammad.

    أشاد الوزير | بدعم محمود: the minister praised | the support of Mahmoud
    """
    words = at.words
    return (
        at.has_role
        and at.inside.is_given_name(at.index + 1)
        and (
            has_article(at.word[1:])
            or words.is_place(at.word)
            or words.is_organisation(at.word)
            or words.info(at.article, at.index).classes != {"noun"}
        )
    )

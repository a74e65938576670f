"""Where somebody begins who is spoken to or spoken of: دعا الرئيس | الحكومة.

"the president called upon | the government": the verb wants two who can act, a subject and the
one it turns to. Each function says whether the second of them begins at the boundary.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.boundary import PhraseBoundary
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ADJECTIVAL_OFFICES,
    BODIES_IN_TWO_WORDS,
    CALLED_UPON,
    GENERIC_PERSONS,
    MINISTRIES,
    MOVEMENTS,
    NEWS_AGENCIES,
)


def always(at: PhraseBoundary) -> bool:
    """Whatever else does not go on with the phrase."""
    return True


def follows_generic_person(at: PhraseBoundary) -> bool:
    """طالب مواطن | الجهات المختصة: a citizen called on | the authorities."""
    return (
        at.before in GENERIC_PERSONS
        and at.facts.has_article
        # محللة التكنولوجيا: the analyst of technology
        and (at.facts.is_head or not at.previous.is_role)
        and not at.facts.is_place
        and not at.is_adjective
        and not _precedes_name(at)
    )


def _precedes_name(at: PhraseBoundary) -> bool:
    """متحدث المفوضية الأوروبية أنور العنوني: the Commission's spokesman Anouar El Anouni."""
    index = at.index + 1
    while has_article(at.article.folded(index)) and at.words.is_adjective(at.article, index):
        index += 1
    return at.words.is_name(at.article, index) and not has_article(at.article.folded(index))


def is_news_agency(at: PhraseBoundary) -> bool:
    """أبلغ الرئيس | رويترز, أفاد مصدر طبي | وكالة الأنباء: a source told | the news agency."""
    return at.folded in NEWS_AGENCIES or at.forms.is_agency_told_by_source(at.first, at.index)


def is_plural_behind_title(at: PhraseBoundary) -> bool:
    """دعا الشيخ | الشباب: the sheikh called on | the young."""
    return (
        at.previous.is_title
        and at.after_article
        and at.facts.has_article
        and at.is_plural
        and not at.folded.endswith("ي")
    )


def is_oblique_office(at: PhraseBoundary) -> bool:
    """وطالب الخريجون | وزيري التعليم والصحة: and the graduates asked | the two ministers of."""
    return (
        at.words.is_oblique_office(at.article, at.index)
        and not has_article(at.folded)
        and has_article(at.before)
    )


def is_plural_behind_name(at: PhraseBoundary) -> bool:
    """ودعا منصور | أنصار الحركة: and Mansour called on | the supporters of the movement."""
    return (
        at.after_mere_name
        and at.facts.info.numbers == {"p"}
        and at.is_noun
        and at.folded not in at.words.lexicon.given_names
        and not at.facts.has_proclitic
    )


def is_foreigner_behind_body(at: PhraseBoundary) -> bool:
    """وانتقد التلفزيون | أوباما: and the television criticised | Obama."""
    facts = at.facts
    return (
        at.previous.is_organisation
        and not at.previous.is_role
        and at.after_article
        and (at.article.is_surname(at.folded) or facts.is_unknown)
        and not (facts.has_article or facts.is_head or at.folded.startswith("و"))
    )


def is_foreigner_behind_whole_body(at: PhraseBoundary) -> bool:
    """ويتهم القضاء الأمريكي | بورزاكو: and the American judiciary accuses | Burzaco."""
    return (
        at.forms.is_whole_body(at.first, at.index)
        and at.facts.is_unknown
        and not at.facts.has_article
        and not at.folded.startswith("و")
    )


def follows_country(at: PhraseBoundary) -> bool:
    """ودعت بكين | رانغون: and Beijing called on | Rangoon; حماس is "enthusiasm", too."""
    return (
        at.before in at.words.lexicon.countries
        and (at.facts.classes <= {"proper"} or at.folded in MOVEMENTS)
        and not at.folded.startswith("و")
    )


def is_country_behind_whole_name(at: PhraseBoundary) -> bool:
    """اتهم الوزير جدعون ساعر | أنقرة: the minister Gideon Saar accused | Ankara.

    So may one with a surname like السيسي al-Sisi, or whoever is told by more than a word: المتحدث
    باسم الجيش | أنقرة "the spokesman of the army | Ankara".
    """
    return _is_country(at) and (
        at.forms.is_whole_name(at.index)
        or (not at.single and at.after_article and not at.facts.has_article)
    )


def is_called_upon(at: PhraseBoundary) -> bool:
    """دعا حزب الله | الأطراف: Hezbollah called on | the parties."""
    return at.folded in CALLED_UPON and (at.complete or at.previous.info.numbers == {"p"})


def is_country_behind_name(at: PhraseBoundary) -> bool:
    """وطالب العربي | تركيا, دعت بغداد | تركيا, وصف نتنياهو | تركيا, طالبت الشركة | فرنسا.

    "and al-Arabi called on, Baghdad called on, Netanyahu described, the company called on | Turkey"
    """
    lexicon, before = at.words.lexicon, at.before
    if at.unbound:
        # مسؤولون | إسرائيل: officials accused | Israel
        return _is_country(at)
    if at.previous.info.numbers == {"p"}:
        # أكراد سوريا: the Kurds of Syria
        return False
    return _is_country(at) and (
        # غادر المحافظ | القاهرة: the governor left | Cairo
        (
            at.after_article
            and (
                not at.facts.has_article
                # الشاعرة السعودية: the Saudi poet
                or (at.previous.is_role and not at.is_adjective)
            )
        )
        or at.article.is_surname(before)
        or before in lexicon.countries
        or (
            at.after_mere_name
            and before not in lexicon.given_names
            # مبتعثو أمريكا: the students sent to America
            and not (before.startswith("م") and before.endswith("و"))
        )
    )


def is_country_behind_country(at: PhraseBoundary) -> bool:
    """واتهم مندوب إيران | إسرائيل: and the delegate of Iran accused | Israel."""
    return _is_country(at) and at.before in at.words.lexicon.countries


def is_country_behind_adjective(at: PhraseBoundary) -> bool:
    """واتهم الحزب الكردي | أنقرة: and the Kurdish party accused | Ankara."""
    return _is_country(at) and at.after_article and at.after_adjective


def _is_country(at: PhraseBoundary) -> bool:
    return at.folded in at.words.lexicon.countries


def is_body_in_two_words(at: PhraseBoundary) -> bool:
    """ودعت حكومة الوفاق | الأمم المتحدة: the government of accord called on | the United Nations.

    Their names begin with no word for a body.
    """
    return at.complete and at.article.phrase(at.index, 2) in BODIES_IN_TWO_WORDS


def is_title_behind_document(at: PhraseBoundary) -> bool:
    """واتهمت الفتوى | الملا عمر: the fatwa accused | Mullah Omar; no text bears a title."""
    return (
        at.facts.is_title
        and at.after_article
        and at.words.in_list(at.before, at.words.lexicon.documents)
    )


def is_office_of_another(at: PhraseBoundary) -> bool:
    """ويتهم دمرتاش | الرئيس التركي, سأل النائب | الوزير; but المدير المسؤول is one office.

    "and Demirtas accuses | the Turkish president", "the deputy asked | the minister", "the manager
    in charge"
    """
    if not (at.facts.is_role and at.facts.has_article) or at.folded.startswith("و"):
        # حذر المحامي والمستشار القانوني فلان: the lawyer and legal adviser So-and-so warned
        return False
    if at.after_head:
        # وأرجع الخبير المصرفي فلان التراجع: and the banking expert So-and-so put down the fall
        banker = at.folded.endswith("ي") and at.facts.classes == {"adjective"}
        # وطالبت القوى السياسية: the political powers demanded, not a woman in politics
        political = at.folded.endswith("يه") and at.is_adjective and not at.previous.is_role
        return (
            at.after_article and at.folded not in ADJECTIVAL_OFFICES and not (banker or political)
        )
    return at.after_name


def is_definite_office_behind_name(at: PhraseBoundary) -> bool:
    """وأبلغ فلان الفلاني | الوزير بأن: and So-and-so informed | the minister that."""
    first = at.article.folded(at.first)
    return (
        at.facts.is_role
        and at.facts.has_article
        and not at.folded.startswith("و")
        and at.folded not in ADJECTIVAL_OFFICES
        and first in at.words.lexicon.given_names
        # أمير منطقة الشمال الأمير فلان: the emir of the northern region, Prince So-and-so
        and not at.words.is_role(first)
    )


def is_office_behind_holder(at: PhraseBoundary) -> bool:
    """واتهم زعيم المعارضة فلان الفلاني | رئيس الوزراء; but دعا الأمير فلان الفلاني أمير المنطقة.

    "and the leader of the opposition So-and-so accused | the prime minister", "the prince
    So-and-so, the emir of the region, called for": behind a title the office is his own.
    """
    article, words, given = at.article, at.words, at.index - 2
    return (
        at.facts.is_role
        and words.is_role(article.folded(at.first))
        and not words.is_title(article.folded(at.first))
        and (
            at.forms.has_office(at.first, at.index)
            # يائير لبيد: Lapid is also "to a desert".
            or (given > at.first and article.folded(given) in words.lexicon.given_names)
        )
    )


def is_body_behind_name(at: PhraseBoundary) -> bool:
    """وطالب فتوح | مجلس الأمن: and Fattouh called on | the Security Council."""
    facts = at.facts
    return (
        facts.is_organisation
        and not (facts.has_article or facts.has_proclitic)
        and not at.after_head
        and (at.article.is_surname(at.before) or at.after_name)
    )


def is_office_behind_body(at: PhraseBoundary) -> bool:
    """طالبت القوى السياسية | رئيس الوزراء: the political powers called upon | the prime minister.

    A body described by an adjective holds no office.
    """
    return (
        at.facts.is_role
        and not at.facts.has_article
        and at.after_article
        and at.after_adjective
        and at.article.tokens[at.first].facts.is_organisation
        and at.article.tokens[at.first].facts.has_article
        and not at.named
    )


def is_person_behind_ministry(at: PhraseBoundary) -> bool:
    """نعت وزارة الثقافة | المخرج: the ministry of culture mourned | the director.

    A ministry has no office in its name: وزارة التربية والتعليم العالي.
    """
    return (
        at.index == at.first + 2
        and at.facts.is_role
        and at.facts.has_article
        and at.facts.info.numbers == {"s"}
        and not at.is_adjective
        and at.article.folded(at.first) in MINISTRIES
    )


def is_one_behind_many(at: PhraseBoundary) -> bool:
    """ناشد الأهالي | أمير المنطقة: the people appealed to | the emir of the region."""
    return (
        at.facts.is_role
        and at.after_article
        and {"p"} in (at.previous.info.numbers, at.forms.numbers(at.first))
        and not at.is_plural
        # الدراسات المتخصصة: the specialised studies; للشؤون الاقتصادية: of economic affairs
        and not (
            (at.before.endswith("ات") or not at.previous.is_head)
            and at.folded.endswith("ه")
            and at.is_adjective
        )
    )


def is_definite_behind_surname(at: PhraseBoundary) -> bool:
    """تلقى ياغي | الخبر: Yaghi received | the news; أبلغ زامير | الكابينت: told | the cabinet."""
    return (
        at.facts.has_article
        and (at.is_noun or (at.facts.is_unknown and not at.folded.endswith("ي")))
        and at.article.is_surname(at.before)
        and at.before not in at.words.lexicon.given_names
    )


def is_described_body(at: PhraseBoundary) -> bool:
    """دعا المركز | الأمم المتحدة: the centre called on | the United Nations."""
    return (
        at.after_article
        and at.after_head
        and at.is_noun
        and not at.is_adjective
        and at.forms.is_described(at.index)
    )


def is_another_behind_possessed(at: PhraseBoundary) -> bool:
    """ودعت أسرته | السلطات: and his family called on | the authorities.

    Nothing completes a noun with a pronoun: وناشدت والدتها | رئيس الدولة "and her mother appealed
    to | the head of state".
    """
    return (
        at.previous.has_enclitic
        and at.previous.is_head
        and not at.facts.is_title
        and ((at.facts.has_article and not at.is_adjective) or at.facts.is_role)
    )


def is_body_behind_definite(at: PhraseBoundary) -> bool:
    """وطالب والد الضحية | المحكمة: and the father of the victim demanded of | the court."""
    return (
        at.after_article
        and at.folded.startswith("ال")
        and at.facts.is_organisation
        and not at.is_adjective
        and not (at.facts.is_role or at.facts.is_title)
    )


def is_possessed_behind_name(at: PhraseBoundary) -> bool:
    """شكر فلان | زملاءه: So-and-so thanked | his colleagues."""
    return at.named and at.is_noun and any(reading.enclitic for reading in at.facts.readings)

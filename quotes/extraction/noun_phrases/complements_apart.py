"""What a preposition that stands on its own joins to the noun phrase before it.

السفير لدى فرنسا "the ambassador to France" is one phrase, المدرب | في مؤتمر "the coach | at a
conference" is not. Each function is the condition of one rule of ``complements``.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.preposition import PhrasePreposition
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ABOUT,
    ACTIVE_IN,
    BODIES_IN_TWO_WORDS,
    COMPLEMENTIZERS,
    CONCLUDED_BETWEEN,
    ENVOYS,
    FOR_THE_SAKE,
    HEADS_WITH_PREPOSITION,
    ISSUED,
    MEMBERS,
    MISSIONS,
    OFFICES_OF_STATE,
    ONES_OF,
    PREPOSITIONS_WITH_PRONOUN,
    TAKING_PART,
    WANTING_AN,
)
from quotes.extraction.text.marks import INNER_COMMAS

_LONGEST_SEAT = 4

_LONGEST_FIELD = 16


def is_in_name_of_party(at: PhrasePreposition) -> bool:
    """حزب البديل من أجل ألمانيا: the party Alternative for Germany."""
    words, article = at.words, at.article
    return (
        at.following in FOR_THE_SAKE
        and words.is_organisation(article.folded(_last_body(at)))
        and article.folded(at.index + 2) in words.lexicon.countries
    )


def is_accredited(at: PhrasePreposition) -> bool:
    """السفير لدى فرنسا, سفارة المملكة لدى البحرين: the ambassador to, the embassy in.

    So is المندوب لدى الأمم المتحدة: the delegate to the United Nations.
    """
    host = (
        at.following in at.words.lexicon.countries
        or at.article.phrase(at.index + 1, 2) in BODIES_IN_TWO_WORDS
    )
    return host and any(
        not at.words.bases(at.article.folded(n)).isdisjoint(ENVOYS | MISSIONS)
        for n in range(at.first, at.index)
    )


def is_employed_at(at: PhrasePreposition) -> bool:
    """محلل لدى بنك "an analyst at a bank", المحلل لدى جولدمان "the analyst at Goldman"."""
    employer = at.index + 1
    # A foreign name is employer enough.
    return (
        employer < at.limit
        and (at.has_role or at.has_unnamed)
        and (
            at.words.is_organisation(at.following)
            or at.article.tokens[employer].facts.is_foreign_name
        )
    )


def is_assigned_to(at: PhrasePreposition) -> bool:
    """كاتب الدولة لدى وزير الفلاحة: the secretary of state to the minister of agriculture."""
    return at.has_role and at.words.is_role(at.following) and not has_article(at.following)


def has_nothing_behind(at: PhrasePreposition) -> bool:
    """وخلص التقرير | إلى القول إن "the report came | to say that": the noun is another cue."""
    return at.index + 1 >= at.limit


def opens_circumstance(at: PhrasePreposition) -> bool:
    """قالت الوزارة | في بيان: the ministry said | in a statement."""
    return is_circumstance(at.article, at.index, at.words)


def is_on_behalf_of_body_in_marks(at: PhrasePreposition) -> bool:
    """المتحدث باسم «مدن»: the spokesman for "Modon"."""
    return at.opens_marks and at.in_marks.is_name(at.quotation)


def is_on_behalf_of(at: PhrasePreposition) -> bool:
    """المتحدث باسم الوزارة: the spokesman for the ministry."""
    return True


def is_issued_by_body_in_marks(at: PhrasePreposition) -> bool:
    """بلاغ صادر عن «التنسيقية»: a notice issued by "the Coordination"."""
    return at.opens_marks and at.before in ISSUED


def is_office_in_marks(at: PhrasePreposition) -> bool:
    """Whether marks stand round the body of an office, by what follows: a name, a mark, أن.

    مسؤول في «مجلس الغرف»، كبيرة المحللين في «الشركة» فلانة
    (an official in "the Council"; the chief analyst in "the Company", So-and-so)
    """
    if not at.opens_marks or (at.is_governed and not at.is_person_behind_marks):
        return False
    after = at.after_quotation
    following = at.words.word(at.article, after)
    return (
        (at.has_role or at.has_unnamed or at.has_apposed_role)
        and at.in_marks.is_name(at.quotation)
        and (
            after >= at.limit
            or following.text == ":"
            or following.text in INNER_COMMAS
            or following.folded in COMPLEMENTIZERS
            or following.facts.is_name
        )
    )


def opens_clause(at: PhrasePreposition) -> bool:
    """أعلن الوزير عن | أن "the minister announced | that"; nor is a mark or a number its noun."""
    return at.following in COMPLEMENTIZERS or not at.article.tokens[at.index + 1].is_word


def is_at_occasion(at: PhrasePreposition) -> bool:
    """قال المدرب | في مؤتمر: the coach said | at a conference."""
    return at.word not in ABOUT and at.words.in_list(at.following, at.words.lexicon.occasions)


def is_field_before_name(at: PhrasePreposition) -> bool:
    """الجنرال في الاحتياط فلان: the general of the reserve, So-and-so."""
    article, words = at.article, at.words
    name = at.index + 2
    return (
        has_article(at.before)
        and (words.is_title(at.before) or words.is_role(at.before))
        and has_article(at.following)
        and (
            article.folded(name) in words.lexicon.given_names
            or (article.is_unknown(name) and not has_article(article.folded(name)))
        )
    )


def is_in_place_or_body(at: PhrasePreposition) -> bool:
    """مسؤول في وزارة الدفاع: an official in the ministry of defence."""
    words = at.words
    return (
        words.is_place(at.following)
        or words.is_organisation(at.following)
        # قيادي في حماس: a leader in Hamas
        or (
            at.before in MEMBERS
            and at.following not in words.lexicon.countries
            and words.is_name(at.article, at.index + 1)
        )
        # الشرطة في نيبال, وزارة الصحة في غزة: the police in Nepal, the ministry of health in Gaza
        or (
            at.heads_body
            and (
                words.in_list(at.following, words.lexicon.countries)
                or (
                    words.is_name(at.article, at.index + 1)
                    and at.following not in words.lexicon.given_names
                )
            )
        )
    )


def is_of_unnamed(at: PhrasePreposition) -> bool:
    """شهود عيان في التواهي "eyewitnesses in al-Tawahi": without a name this is all we learn.

    So of ناشرون في المدينة, قاضية أمريكية في نيويورك: publishers, an American judge
    """
    return at.is_indefinite or (at.has_unnamed and not at.inside.ends_in_name(at.first, at.index))


def is_seat_of_office(at: PhrasePreposition) -> bool:
    """مفوضة حماية البيانات في أيرلندا إن "the data commissioner in Ireland", before what is said.

    Ministers travel: وزير الخارجية | في باريس إن "the foreign minister | in Paris that".
    """
    behind = at.words.word(at.article, at.index + 2)
    return (
        at.has_role
        and not at.single
        and at.head.removeprefix("ال") not in OFFICES_OF_STATE
        and (
            at.words.is_place(at.following)
            or at.words.is_name(at.article, at.index + 1)
            or at.words.in_list(at.following, at.words.lexicon.countries)
        )
        and at.following not in at.words.lexicon.given_names
        and (
            behind.folded in COMPLEMENTIZERS
            or behind.text == ":"
            or behind.text in INNER_COMMAS
            or at.index + 2 in at.article.opening
        )
    )


def follows_active(at: PhrasePreposition) -> bool:
    """الخبير في الشؤون السياسية, مسؤولا مطلعا على الملف: the expert in, an official familiar with.

    "the expert in political affairs, an official familiar with the file"
    """
    return at.words.in_list(at.before, ACTIVE_IN) or (
        at.words.is_accusative(at.article, at.index - 1)
        and at.words.in_list(at.before.removesuffix("ا"), ACTIVE_IN)
    )


def takes_part(at: PhrasePreposition) -> bool:
    """المشاركون في الندوة "the participants of the seminar", which is no circumstance here."""
    return at.words.in_list(at.before, TAKING_PART)


def is_known_to(at: PhrasePreposition) -> bool:
    """مصادر مطلعة على بيانات المعهد: sources familiar with the data of the institute."""
    return not at.is_governed and follows_active(at)


def is_wanted_by_noun(at: PhrasePreposition) -> bool:
    """هيئة الدفاع عن المتهمين: the counsel for the defence of the accused.

    A verb that wants عن has one of its own only where it comes again.
    """
    return at.words.in_list(at.before, WANTING_AN) and (not at.is_governed or _comes_again(at))


def is_whoever(at: PhrasePreposition) -> bool:
    """ودعت الجمعية | من لديه الرغبة: and the society called on | whoever wishes."""
    return at.following in PREPOSITIONS_WITH_PRONOUN


def is_from_or_behind_name(at: PhrasePreposition) -> bool:
    """حذر الوزير | من الخطر: the minister warned | of the danger.

    But عدد من النواب, واحد من النواب "a number of the deputies, one of them" want من.
    """
    if at.before in ONES_OF:
        return False
    counted = at.single and at.words.in_list(at.before, at.words.lexicon.quantifiers)
    # وفد من الجامعة "a delegation of the university", which is the Wafd party, too
    body = at.single and at.words.is_organisation(at.before) and not has_article(at.before)
    return (at.is_governed and not counted) or (
        at.inside.ends_in_name(at.first, at.index) and not body
    )


def leaves_holder(at: PhrasePreposition) -> bool:
    """عاد الوزير | من السفر: the minister came back | from the journey.

    But المتحدثة من منظمة, النائب من الحزب "the spokeswoman, the deputy of" belong to a body.
    """
    return (
        at.has_role
        and not at.has_unnamed
        and has_article(at.before)
        and not at.words.is_organisation(at.following)
    )


def has_noun(at: PhrasePreposition) -> bool:
    """مسؤولون من الحزب: officials of the party."""
    return at.words.is_nominal(at.article, at.index + 1)


def measures(at: PhrasePreposition) -> bool:
    """أكثر من 300 عامل: more than 300 workers."""
    return at.before in ONES_OF and at.article.tokens[at.index + 1].kind == "number"


def is_wanted_by_office(at: PhrasePreposition) -> bool:
    """المشرف على الحملة, المسؤول عن الملف: the supervisor of the campaign, in charge of the file.

    A verb that wants عن has one of its own only where it comes again: عبر النائب عن الحزب عن أمله
    "the deputy for the party expressed his hope".
    """
    office = _last_office(at)
    return (
        (at.is_head_or_its_adjective(office, at.index - 1) or _sits_in_body(at, office))
        and not at.words.bases(at.article.folded(office)).isdisjoint(
            HEADS_WITH_PREPOSITION[at.word]
        )
        and not (at.word in ABOUT and at.is_governed and not _comes_again(at))
    )


def _sits_in_body(at: PhrasePreposition, office: int) -> bool:
    """عضو مجلس الشيوخ | عن ولاية تكساس: member of the Senate | for the state of Texas."""
    return (
        at.word in ABOUT
        and not at.is_governed
        and at.words.is_organisation(at.article.folded(office + 1))
        and at.index - office <= _LONGEST_SEAT
    )


def is_issued_by(at: PhrasePreposition) -> bool:
    """بيان صادر عن الوزارة: a statement issued by the ministry."""
    return at.before in ISSUED


def is_wanted_by_verb(at: PhrasePreposition) -> bool:
    """ينص التعديل | على تسريع: the amendment provides | for speeding up."""
    return at.is_governed


def is_concluded_between(at: PhrasePreposition) -> bool:
    """الاتفاق المعقود بين أنقرة وواشنطن: the agreement made between Ankara and Washington."""
    return at.before in CONCLUDED_BETWEEN


def is_of_envoy(at: PhrasePreposition) -> bool:
    """المبعوث الخاص إلى اليمن: the special envoy to Yemen.

    A verb that wants إلى has one of its own only where it comes again: دعا المبعوث إلى اليمن إلى.
    """
    envoy = not at.words.bases(at.article.folded(_last_office(at))).isdisjoint(ENVOYS)
    return envoy and not (at.is_governed and not _comes_again(at))


def _last_body(at: PhrasePreposition) -> int:
    """The last word of the phrase that heads the name of a body; its first, failing that."""
    return next(
        (
            n
            for n in range(at.index - 1, at.first, -1)
            if at.words.is_organisation(at.article.folded(n))
        ),
        at.first,
    )


def _last_office(at: PhrasePreposition) -> int:
    """The last word of the phrase that is an office; its first, failing that."""
    return next(
        (n for n in range(at.index - 1, at.first, -1) if at.words.is_role(at.article.folded(n))),
        at.first,
    )


def _comes_again(at: PhrasePreposition) -> bool:
    """Whether the same preposition follows before a mark or a verb."""
    article = at.article
    for ahead in range(at.index + 2, min(at.limit, at.index + _LONGEST_FIELD)):
        if article.folded(ahead) == at.word:
            return True
        if not article.tokens[ahead].is_word or article.tokens[ahead].facts.is_verb:
            return False
    return False

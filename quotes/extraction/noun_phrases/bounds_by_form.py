"""Where a noun phrase ends by the form of two words, whatever its verb wants.

المفوضية | الإلكتروني: a masculine adjective describes no feminine noun. Each function says whether
another phrase begins at the boundary.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.boundary import PhraseBoundary
from quotes.extraction.text.blessings import is_blessing, is_eulogy
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ACTS_TOWARDS_SOMEBODY,
    CHIEFS,
    COMPLETIONS,
    EVENTS,
    HONORIFICS,
    MENTIONED,
    NOT_TO,
    ON_BEHALF_OF,
    ONE_OF_MANY,
    ONE_OF_THEM,
    PREPOSITIONS_WITH_PRONOUN,
    SON_OF,
    SURNAME_ENDINGS,
    WHERE_PUBLISHED,
    WORDS_OF_SAYING,
)


def opens_consequence(at: PhraseBoundary) -> bool:
    """وحسب الدراسات | فالأحصنة "and according to studies | horses"; not مايكل فالون Fallon.

    أما المدير | فغادر القاعة: as for the director, he left the hall
    """
    return (
        (at.folded.startswith("فال") or (at.folded[:1] == "ف" and at.facts.classes == {"perfect"}))
        and at.facts.has_proclitic
        and not at.named
    )


def is_any(at: PhraseBoundary) -> bool:
    """ينفي كل من الرجلين | أي تورط: each of the two men denies | any part in it."""
    return at.facts.is_any


def is_deed_of_woman_in_headline(at: PhraseBoundary) -> bool:
    """سعاد | تخرج عن صمتها: Suad | breaks her silence, and no "graduation".

    A headline tells what somebody does in the imperfect, behind the name.
    """
    return (
        at.article.paragraph_of[at.index] == 0
        and at.folded.startswith("ت")
        and {"noun", "imperfect"} <= at.facts.classes
        and "proper" not in at.facts.classes
        and (at.after_mere_name or at.after_article)
        and at.words.is_preposition(at.article, at.index + 1)
    )


def says_how_of_possessed(at: PhraseBoundary) -> bool:
    """وقال والدها | باكيا: and her father said | weeping."""
    return at.facts.is_accusative and at.previous.has_enclitic


def is_word_of_saying(at: PhraseBoundary) -> bool:
    """نقلت الوكالة عن الوزير | قوله: the agency took from the minister | his saying."""
    return at.folded in WORDS_OF_SAYING


def is_other_participant(at: PhraseBoundary) -> bool:
    """الرئيس | نظيره: the president | his counterpart."""
    return (
        at.forms.is_other_participant(at.first, at.index)
        # الدكتورة ميرنا: Doctor Mirna, which looks like a noun with "our"
        and at.folded not in at.words.lexicon.given_names
        and at.folded not in SURNAME_ENDINGS
    )


def follows_one_of_them(at: PhraseBoundary) -> bool:
    """سأل أحدهم | الوزير: one of them asked | the minister."""
    return at.before in ONE_OF_THEM


def is_oblique_plural_behind_name(at: PhraseBoundary) -> bool:
    """وأبلغ كاروناناياكي | الصحافيين: and Karunanayake told | the journalists.

    But ناصر بن متعب الخيارين is Nasser bin Miteb al-Khayarin.
    """
    return (
        at.after_mere_name
        and not at.before.startswith("ال")
        and at.facts.is_oblique_plural
        and not (at.article.folded(at.index - 2) in SON_OF and not at.wanted.person)
    )


def is_dual_object(at: PhraseBoundary) -> bool:
    """سجل المهاجم | هدفين: the striker scored | two goals; والد طفلين is the father of two.

    So it is before what completes it: اتهمت اللجنة | طرفي النزاع "the committee accused | both
    sides of the conflict".
    """
    following = at.article.folded(at.index + 1)
    known = not at.previous.is_unknown
    completed = known and at.folded.endswith("ي") and has_article(following)
    return (
        (at.facts.info.numbers == {"d"} or (completed and "d" in at.facts.info.numbers))
        and (at.facts.classes == {"noun"} or (completed and not at.facts.is_name))
        and (at.folded.endswith("ين") or completed)
        and not at.facts.has_article
        and has_article(at.before)
    )


def is_courtesy_behind_name(at: PhraseBoundary) -> bool:
    """استقبل سمو الشيخ حمدان | معالي الوزير: Sheikh Hamdan received | the minister."""
    return (
        at.folded in HONORIFICS
        and at.after_mere_name
        and at.index + 1 < len(at.article.tokens)
        and (
            at.words.is_role(at.article.folded(at.index + 1))
            or at.article.tokens[at.index + 1].facts.is_name
        )
    )


def is_act_behind_name(at: PhraseBoundary) -> bool:
    """لم يوجه أوباما | الشكر للجماعات: Obama did not extend | thanks to the groups."""
    return at.after_mere_name and at.folded in ACTS_TOWARDS_SOMEBODY


def follows_recognition(at: PhraseBoundary) -> bool:
    """حذرت الحكومة المعترف بها دوليا | الفصائل: the recognised government warned | the factions."""
    return (
        at.article.folded(at.index - 2) in PREPOSITIONS_WITH_PRONOUN
        and at.before.endswith("ا")
        and not at.facts.is_name
    )


def is_feminine_predicate_behind_name(at: PhraseBoundary) -> bool:
    """الأرقام التي ذكرها العمراني | قابلة للتحقيق: the figures al-Omrani gave | can be reached."""
    return (
        at.after_mere_name
        and not at.before.endswith("ه")
        and at.facts.classes == {"adjective"}
        and at.folded.endswith("ه")
        and not (at.facts.has_article or at.facts.is_name or at.facts.is_head)
        and at.article.writes_ta_marbuta
        and not at.article.is_unknown(at.index + 1)
    )


def follows_completion(at: PhraseBoundary) -> bool:
    """أكد شهود عيان | الخبر: eyewitnesses confirmed | the news."""
    return at.folded.startswith("ال") and at.before in COMPLETIONS


def is_no_plural(at: PhraseBoundary) -> bool:
    """نفى الناشطون | الخبر: the activists denied | the news."""
    return at.folded.startswith("ال") and at.forms.is_no_plural(at.index)


def is_clause_of_document(at: PhraseBoundary) -> bool:
    """بيان | نشر على الموقع: a statement | published on the site."""
    return (
        at.facts.may_be_verb
        and not at.is_adjective
        and not at.after_article
        and at.words.in_list(at.before, at.words.lexicon.documents)
        and at.article.folded(at.index + 1) in WHERE_PUBLISHED
    )


def disagrees(at: PhraseBoundary) -> bool:
    """موقع الوزارة | الإلكتروني: the adjective of the noun before, "the ministry's web site"."""
    # الحكومة المعترف بها: the recognised government; such a participle is always masculine.
    governs = at.article.folded(at.index + 1) in PREPOSITIONS_WITH_PRONOUN
    return not governs and at.forms.disagrees(at.index)


def is_indefinite_behind_body(at: PhraseBoundary) -> bool:
    """تعهدت اللجنة | تشديد السياسة "the committee pledged | to tighten policy".

    No noun or adjective without the article goes on with a body that has it.
    """
    return (
        at.after_article
        and at.previous.is_head
        and not (at.previous.is_role or at.previous.is_title)
        and bool(at.facts.readings)
        and at.facts.classes <= {"noun", "adjective"}
        and not at.facts.has_article
        and not at.facts.has_proclitic
        and not at.facts.has_enclitic
        # المصدر سالف الذكر: the aforementioned source
        and at.article.folded(at.index + 1) not in MENTIONED
    )


def is_event_behind_source(at: PhraseBoundary) -> bool:
    """وبحسب المصدر | قتل خمسة "and according to the source | five were killed": no "killing".

    Behind the article no noun without it can follow, and a name is no verb.
    """
    return (
        at.after_article
        and at.previous.is_head
        and not at.previous.is_title
        and "perfect" in at.facts.classes
        and not (at.facts.has_article or at.facts.has_enclitic or at.facts.is_name)
        and not at.article.is_surname(at.folded)
    )


def is_body_behind_source(at: PhraseBoundary) -> bool:
    """أبلغ مصدر أمني | وكالة الأنباء: a security source told | the news agency."""
    source = at.article.tokens[at.first].facts
    return (
        at.facts.is_organisation
        and not (at.facts.has_article or at.facts.has_proclitic)
        and at.index == at.first + 2
        and not source.has_article
        and at.words.in_list(at.article.folded(at.first), at.words.lexicon.unnamed)
        and "adjective" in at.previous.classes
        and not at.previous.has_article
    )


def is_one_of_its_own(at: PhraseBoundary) -> bool:
    """عاقبت جامعة القرية الخضراء | أحد طلابها: the Green Village University punished one of its
    students.

    المدير سالم أحد مؤسسي الشركة "the director Salem, one of the company's founders" is one person.
    """
    return (
        at.folded in ONE_OF_MANY
        and at.index > at.first
        and at.article.tokens[at.first].facts.is_organisation
        and at.words.has_possessor(at.article, at.index + 1)
    )


def is_definite_behind_indefinite_adjective(at: PhraseBoundary) -> bool:
    """وتتهم منظمات حقوقية | الرئيس: and rights organisations accuse | the president."""
    return (
        at.facts.has_article
        # جهات معنية بالبيئة: bodies concerned with the environment
        and at.folded.startswith("ال")
        and not at.after_article
        and not at.named
        and not at.previous.has_proclitic
        # مبارك بن بنيه | الخرينج: Mubarak bin Bunayya al-Khurainij
        and at.article.folded(at.index - 2) not in at.words.lexicon.name_particles
        # مصدر قريب من خلية التحقيق: a source close to the investigation cell
        and not at.words.is_preposition(at.article, at.index - 2)
        and at.before.endswith("يه")
        and _is_adjective_before(at)
        and (not at.previous.is_head or _describes_body(at))
    )


def _is_adjective_before(at: PhraseBoundary) -> bool:
    """Whether the word before is an adjective and no name."""
    classes = at.previous.classes
    return "adjective" in classes and classes <= {"adjective", "noun"} and not at.previous.is_name


def _describes_body(at: PhraseBoundary) -> bool:
    """Whether an office of a woman is no office, but says of what kind bodies are: منظمات حقوقية.

    "rights organisations"
    """
    body = at.index - 2
    return (
        body >= at.first
        and at.article.tokens[body].facts.is_organisation
        and not at.article.tokens[body].facts.has_article
        and not at.previous.is_organisation
        and not at.facts.is_title
    )


def follows_high_official(at: PhraseBoundary) -> bool:
    """واتهم مسؤول أميركي كبير | الحكومة: a high American official accused | the government.

    Behind another adjective كبير is no "chief of".
    """
    return (
        at.before in CHIEFS
        and at.facts.has_article
        and not at.single
        and at.words.is_adjective(at.article, at.index - 2)
        and not at.article.tokens[at.index - 2].facts.has_article
    )


def is_quantity(at: PhraseBoundary) -> bool:
    """دعا غوتيريش | جميع الأطراف: Guterres called on | all parties.

    خطفت الجماعة | ثمانية عناصر: the group kidnapped | eight members
    """
    if at.folded in ONE_OF_MANY and at.after_mere_name:
        # حمد بن وهيط أحد الوجهاء: Hamad bin Wuhayt, one of the notables
        return False
    counts = "number" in at.facts.classes and not at.facts.has_article and at.after_article
    return (at.folded in at.words.lexicon.quantifiers or counts) and at.complete


def is_prayer(at: PhraseBoundary) -> bool:
    """عمر | رضي الله عنه, النبي | صلى الله عليه وسلم: Omar, the Prophet | God bless him."""
    return is_blessing(at.article, at.index) or is_eulogy(at.article, at.index)


def is_lack(at: PhraseBoundary) -> bool:
    """أكد ألكسندر بوغوماز | عدم وقوع إصابات: Bogomaz affirmed that there were | no casualties."""
    return at.folded in NOT_TO


def is_told_thing_behind_source(at: PhraseBoundary) -> bool:
    """وانتقد الوزير | القرار: and the minister criticised | the decision; so might So-and-so."""
    facts, words = at.facts, at.words
    return (
        facts.has_article
        and (
            (at.after_article and at.previous.is_role)
            or (at.after_mere_name and at.folded.startswith("ال"))
        )
        and not (facts.is_role or facts.is_title)
        and (at.folded in EVENTS or words.in_list(at.folded, words.lexicon.documents))
    )


def is_other_office(at: PhraseBoundary) -> bool:
    """التقى الأمين العام مارك روته | الرئيس: Secretary General Mark Rutte met | the president.

    A verb that wants something else has nobody for its object: أوضح الشيخ محمد صالح القاضي أن
    "Sheikh Muhammad Salih al-Qadi, 'the judge', explained that".
    """
    wants_nobody = not (at.wanted.object or at.wanted.person)
    wants_no_person = bool(at.wanted.prepositions) and wants_nobody
    return (
        at.facts.is_role
        and at.folded.startswith("ال")
        and at.forms.has_office(at.first, at.index)
        and not (wants_no_person and at.facts.is_title)
        # قال السفير سالم يوسف المتحدث الرسمي باسم: Ambassador Salem Yusuf, the spokesman for, said
        and not (
            wants_nobody
            and any(at.article.folded(n) in ON_BEHALF_OF for n in (at.index + 1, at.index + 2))
        )
    )


def is_place_or_occasion(at: PhraseBoundary) -> bool:
    """زار الوزير | المدينة: the minister visited | the city."""
    return (
        at.before.startswith("ال")
        and at.folded.startswith("ال")
        and at.forms.is_place_or_occasion(at.index)
    )


def is_definite_behind_definite(at: PhraseBoundary) -> bool:
    """نفت الوزارة | الخبر "the ministry denied | the news": two definite nouns make no phrase."""
    return at.before.startswith("ال") and not at.article.is_surname(at.folded)

"""Where the object of the verb begins: أعلن معهد الإدارة | استمرار.

"the institute of administration announced | the continuation": after a definite noun or a name an
indefinite noun is an office in apposition or the object. Each function says whether the object
begins at the boundary, some of them also where the verb wants a person.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.boundary import PhraseBoundary
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ACTS,
    FATHER,
    GENERIC_PERSONS,
    IMPORTANCE,
    SPEECHES,
    STRESSED,
)
from quotes.extraction.text.nisba import NISBA

_CLOSING_MARKS = frozenset('»”"')


def begins_behind_mark(article: Article, first: int, index: int) -> bool:
    """Whether a noun behind a closing mark is the object: what stands in marks is complete."""
    token = article.tokens[index]
    facts = token.facts
    if facts.is_title and article.tokens[first].facts.is_role:
        # رئيس اللجنة "لجنة الميثاق" الدكتور فلان: the head of "the Charter Committee", Dr So-and-so
        return False
    abbreviated = article.folded(index - 1) == ")" and article.folded(index - 3) == "("
    if abbreviated and facts.is_head and not facts.is_accusative:
        # الأمين العام للحلف (ناتو) مارك روته، رئيس …: only a bare deed is the object there
        return False
    # وأعلن الاتحاد (كاف) تعيين الحكم: the federation (CAF) announced | the referee's appointment
    return (abbreviated or article.tokens[index - 1].text in _CLOSING_MARKS) and (
        # وصف «فلان» نص القرار: "So-and-so" described | the text of the resolution
        ("noun" in facts.classes and not facts.is_name and "adjective" not in facts.classes)
        # وأبلغ «فلان» الصحافيين: and "So-and-so" told | the journalists
        or (token.folded.startswith("ال") and token.folded.endswith("ين"))
        # وختم «فلان» حديثه: and "So-and-so" ended | his talk
        or (facts.has_enclitic and "noun" in facts.classes)
    )


def begins_behind_number(article: Article, first: int, index: int) -> bool:
    """الفرقة 30 | الأهالي: Division 30 | the people."""
    return (
        article.tokens[index - 1].kind == "number"
        and article.tokens[index].facts.has_article
        and index > first + 1
    )


def is_accusative_head(at: PhraseBoundary) -> bool:
    """وسأل الوزير | موظفا, والتقى الرئيس فلان | وفدا: and the minister asked | an employee.

    "and President So-and-so met | a delegation"; nor does it go on with one in another case: كتب
    صحافي | مقالا "a journalist wrote | an article".
    """
    return at.facts.is_accusative_head and (
        at.after_article
        or at.after_mere_name
        or (at.single and at.previous.is_head and not at.previous.is_accusative_head)
    )


def is_document(at: PhraseBoundary) -> bool:
    """وجه المدرب | رسالة, أقام شاب | دعوى: the trainer sent | a message, a man filed | a suit."""
    words = at.words
    return (
        (at.complete or at.before in GENERIC_PERSONS)
        and words.in_list(at.folded, words.lexicon.documents)
        and not has_article(at.folded)
    )


def is_speech_given(at: PhraseBoundary) -> bool:
    """ألقى الرئيس | كلمة: the president gave | a speech, be it before a comma."""
    return at.complete and at.folded in SPEECHES


def is_head_behind_whole(at: PhraseBoundary) -> bool:
    """دعا الرئيس | الحكومة "the president called on | the government": no office, and no adjective.

    Where the verb wants no person, only behind the article.
    """
    facts, folded = at.facts, at.folded
    return (
        # أكد المساعد يوري أوشاكوف | صحة الأنباء: the aide Yuri Ushakov confirmed | the news
        (at.wanted.person or at.before.startswith("ال") or _follows_whole_name(at))
        and (
            folded.startswith("ال")
            or folded in at.words.lexicon.organisations
            or (at.wanted.person and at.is_plural and not facts.has_proclitic)
        )
        and not (facts.has_article and at.forms.may_be_adjective(at.first, at.index))
        # عبد الرحمن آل ثاني: Abdulrahman Al Thani
        and not (facts.is_role or facts.is_title or facts.is_name_particle)
        and at.complete
    )


def _follows_whole_name(at: PhraseBoundary) -> bool:
    """Whether a name has been told and a noun follows that is no part of it, as آل "house" is."""
    return at.named and not at.single and not at.facts.is_name_particle


def is_noun_like_name_behind_body(at: PhraseBoundary) -> bool:
    """أعلن الاتحاد الدولي | سلامة الملف "the international union announced | the file's soundness".

    سلامة Salama is a name, too.
    """
    return (
        at.is_noun
        and not (at.facts.has_article or at.facts.has_proclitic)
        and at.forms.is_whole_body(at.first, at.index)
    )


def is_deed_behind_place(at: PhraseBoundary) -> bool:
    """أعلنت شرطة لندن | فتح تحقيق: the police of London announced | the opening of an inquiry.

    فتح is Fatah, too, which has no noun behind it.
    """
    following = at.words.word(at.article, at.index + 1).facts
    return (
        (at.before in at.words.lexicon.countries or at.previous.classes == {"proper"})
        and at.article.tokens[at.first].facts.is_organisation
        and {"noun", "perfect"} <= at.facts.classes
        and not (at.facts.has_article or at.facts.has_proclitic or at.facts.is_head)
        and at.folded not in at.words.lexicon.given_names
        and "noun" in following.classes
        and not following.has_proclitic
    )


def is_deed_behind_kunya(at: PhraseBoundary) -> bool:
    """اعتبر عدنان أبو حسنة | الاقتحام سابقة: Adnan Abu Hasna considered | the raid a precedent."""
    return (
        at.article.folded(at.index - 2) in FATHER
        and not at.after_article
        and at.facts.has_article
        and at.facts.classes == {"noun"}
        and not at.facts.is_name
        and not at.article.is_surname(at.folded)
    )


def is_last_behind_surname(at: PhraseBoundary) -> bool:
    """وانتقد سالم العمراني | العمل، وقال: and Salem al-Omrani criticised | the work, and said."""
    following = at.words.word(at.article, at.index + 1)
    return (
        at.after_article
        and at.before.endswith(NISBA)
        and at.words.is_name(at.article, at.index - 2)
        and not has_article(at.article.folded(at.index - 2))
        and "noun" in at.facts.classes
        and at.folded.startswith("ال")
        and not (at.folded.endswith(NISBA) or at.article.is_surname(at.folded))
        and not following.is_word
    )


def is_described_behind_name(at: PhraseBoundary) -> bool:
    """عزا محمد العمراني | المشكلة الصحية: Mohammed al-Amrani put down | the health problem.

    The dictionary has "problem" for an adjective, too; but it has one of its own.
    """
    described = at.index + 1
    return (
        at.after_mere_name
        and "noun" not in at.previous.classes
        and at.is_noun
        and at.folded.endswith("ه")
        and has_article(at.article.folded(described))
        and at.article.folded(described).endswith("ه")
        and at.words.is_adjective(at.article, described)
    )


def heads_construct(at: PhraseBoundary) -> bool:
    """أكد الوزير | حق المعفين: the minister affirmed | the right of those exempted."""
    return at.after_article and not at.facts.has_proclitic and at.forms.heads_construct(at.index)


def is_act_behind_whole(at: PhraseBoundary) -> bool:
    """أعلن ساناي تاكايتشي | فتح تحقيق: Sanae Takaichi announced | the opening of an inquiry.

    An office behind its verb is whole by itself: قاد الوزير | مسيرة "the minister led | a march",
    and so is a name that is not a given one: أعلن شتاينر | فتح سفارة "Steiner announced | …".
    """
    return at.forms.is_act(at.index) and (
        at.after_article
        or (at.single and at.after_mere_name and at.before not in at.words.lexicon.given_names)
        or at.forms.is_whole_name(at.index)
    )


def is_act_behind_people(at: PhraseBoundary) -> bool:
    """توقع خبراء | انخفاض الأسعار, نفت منظمات حقوقية | صحة الأنباء: experts expected | a fall.

    "rights organisations denied | the truth of the news"
    """
    words = at.words
    people = at.single and words.in_list(at.before, words.lexicon.unnamed)
    described = not at.single and at.after_adjective
    return (
        (people or described)
        and not at.after_article
        and (words.in_list(at.folded, ACTS) or words.in_list(at.folded, STRESSED))
        and not at.facts.has_article
    )


def follows_surname(at: PhraseBoundary) -> bool:
    """تلا الوزير بول مرقص | المقررات: the minister Paul Morcos read out | the decisions."""
    return (
        at.facts.has_article
        and at.previous.classes == {"noun"}
        and not at.previous.is_head
        and at.forms.surnames.wants_surname(at.index - 1)
        and not at.article.is_surname(at.folded)
    )


def is_definite(at: PhraseBoundary) -> bool:
    """نفى المدير | الخبر "the manager denied | the news"; behind a name, a plural only."""
    return not at.named or at.facts.info.numbers == {"p"}


def is_indefinite(at: PhraseBoundary) -> bool:
    """أعلن معهد الإدارة | استمرار العمل "the institute announced | the continuation of the work".

    Where the verb wants a person only, a plural.
    """
    article, following = at.article, at.index + 1
    return (
        (at.wanted.object or at.is_plural)
        and _may_be_over(at)
        and at.is_noun
        and not at.facts.has_proclitic
        # الدكتور جعفر حسان، "Dr Jafar Hassan": no object is a single word.
        and following < len(article.tokens)
        and article.tokens[following].kind != "mark"
        and not (at.previous.is_place and not at.after_article)
    )


def _may_be_over(at: PhraseBoundary) -> bool:
    """Whether no indefinite noun is wanted to complete the phrase."""
    return (
        at.after_article
        or at.named
        or _is_described(at)
        or at.unbound
        # أكد والي صحار | أهمية الترميم: the governor of Sohar affirmed the importance of
        or (at.wanted.object and at.folded in IMPORTANCE)
    )


def _is_described(at: PhraseBoundary) -> bool:
    """Whether an adjective before has ended the phrase."""
    return not at.single and at.after_adjective and not at.is_adjective and not at.facts.has_article

"""Who stands beside a cue as its grammatical subject.

Arabic news puts the subject behind the verb (وقال الوزير, VSO) or before it (الوزير قال, SVO, above
all in headlines and after كان and أن), or makes it the antecedent of a relative clause (الوزير الذي
قال). Where nothing of the kind stands there the subject is dropped and known from the context.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import circumstance_end, is_circumstance
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.grammar import (
    ALL_OF_THEM,
    AMBIGUOUS_COURTESIES,
    BE,
    BLESSINGS,
    BUT,
    CALLED_UPON,
    CLAUSE_OPENERS,
    COMPLEMENTIZERS,
    COURTESIES,
    DEMONSTRATIVES,
    EULOGIES,
    MASCULINE_COUNTRIES,
    MASCULINE_IN_TA,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    SUBORDINATORS,
    SUPPORT_VERBS,
    THEN,
    TIMES_OF_CLAUSES,
    TOPICS,
    VERBAL_PARTICLES,
    bare,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.words import Words

_COMMAS = frozenset("،,")
_LOOSE_MARKS = frozenset('”“»«"')
_PAIRED = {"-": "-", "–": "–", "—": "—", "(": ")"}
_BULLETS = frozenset("•●▪■◾◆·*")
_BEFORE_CLAUSES = CLAUSE_OPENERS | _COMMAS | _BULLETS | {"..", "…", "-", "–", "|", ":", "."}
_GOVERNORS_OF_ACCUSATIVES = COMPLEMENTIZERS | BUT
_FROM = "عن"
_REACH_LEFT = 45
_LONGEST_ASIDE = 8


_NOMINAL = frozenset({"noun", "adjective", "number", "proper"})


@dataclass(slots=True)
class Subject:
    """The tokens ``[first, last)`` of a subject and where it stands to its verb."""

    first: int
    last: int
    order: Literal["VSO", "SVO", "relative", "source"]


def find_subject(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    governed: frozenset[str],
    *,
    object_follows: bool = False,
) -> Subject | None:
    """The subject written for ``cue``, or None where it is dropped.

    ``object_follows``: a bare object stands behind it, where the noun phrase is complete.
    """
    if reading.type == "participle":
        return None
    if reading.type == "noun":
        if reading.enclitic and reading.verb.stance == "praise":
            support = _support_verb(article, cue, words)
            return None if support is None else _between(article, support + 1, cue.first, phrases)
        if reading.enclitic:
            return _quoted_from(article, cue, phrases)
        support = _support_verb(article, cue, words)
        if support is not None:
            # جدد الرئيس التأكيد: the subject is that of the verb that carries the noun.
            return _between(article, support + 1, cue.first, phrases)
        if reading.has_by:
            # اكتفى الوزير بالقول إن "the minister left it at saying that".
            return _of_verb_before(article, cue.first, phrases, words)
        return _following(article, cue, reading, phrases, words, governed, object_follows)
    if reading.verb.source:
        named = _named_by_preposition(article, cue, reading, phrases)
        if named is not None or reading.verb.source != _FROM:
            return named
        # نقلت وسائل الإعلام أنه: she names no other source.
    relative = cue.first - 1
    if article.folded(relative) == "ان" and article.folded(relative - 1) == "سبق":
        # التي سبق أن نفت
        relative -= 2
    while article.folded(relative) in VERBAL_PARTICLES:
        # الذي كان قد دعا
        relative -= 1
    if not RELATIVES.isdisjoint(bare(article.folded(relative))):
        antecedent = _antecedent(article, relative, phrases)
        following = article.folded(cue.last)
        if (
            following in PREPOSITIONS_WITH_PRONOUN
            and antecedent is not None
            and not phrases.names_source(antecedent.first)
            and phrases.starts(cue.last + 1, after_verb=True)
        ):
            # الأمر الذي علق عليه النائب: the antecedent is what was said.
            antecedent = None
        if (
            following.startswith("ال")
            and words.is_head(following)
            and _agrees(article, cue.last, reading, words)
        ):
            # التي تعلن الشركة أن: the subject stands behind the verb after all.
            antecedent = None
        if (
            antecedent is not None
            and not reading.enclitic
            and _agrees(article, antecedent.first, reading, words)
        ):
            return antecedent
        return _following(article, cue, reading, phrases, words, governed, object_follows)
    if _describes_before(article, cue, reading, phrases, words):
        return _antecedent(article, cue.first, phrases)
    glued = article.is_glued(cue.first)
    if cue.conjunction == "ف" or article.folded(cue.first - 1) in THEN:
        topic = _topic(article, cue, phrases)
        if topic is not None:
            return topic
    if not cue.conjunction and not glued:
        before = _preceding(article, cue, reading, phrases, words)
        if before is not None:
            return before
    if "s" not in reading.numbers and ("d" in reading.numbers or "m" in reading.genders):
        # A verb before its subject is in the singular.
        return None
    return _following(article, cue, reading, phrases, words, governed, object_follows)


def _describes_before(
    article: Article, cue: CueCandidate, reading: CueReading, phrases: NounPhrases, words: Words
) -> bool:
    """Whether a verb describes the indefinite noun before it: مواطنين أفادوا, توصية تدعو إلى."""
    before = cue.first - 1
    if (
        cue.conjunction
        or article.is_glued(cue.first)
        or before < 0
        or not article.tokens[before].is_word
        or words.is_definite(article, before)
        or not words.is_nominal(article, before)
    ):
        return False
    if "s" not in reading.numbers:
        return "p" in words.info(article, before).numbers
    return words.in_list(article.folded(before), words.lexicon.documents) and _agrees(
        article, before, reading, words
    )


def _following(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    governed: frozenset[str],
    object_follows: bool,
) -> Subject | None:
    """VSO: the noun phrase behind the verb, past circumstances (كما قال مساء أمس الوزير)."""
    _, limit = article.sentence(cue.first)
    index = cue.last
    while index < limit:
        after = circumstance_end(article, index, words)
        if (
            article.folded(index) in PREPOSITIONS_WITH_PRONOUN
            # قالت منى عبدالراضي: also "from me"
            and not (
                article.folded(index) in words.lexicon.given_names
                and _is_word(article, index + 1)
                and words.is_name(article, index + 1)
            )
        ) or (
            # روت لي الرسامة: "to me"; لي is a name, too.
            article.folded(index) == "لي"
            and (
                has_article(article.folded(index + 1))
                or words.is_head(article.folded(index + 1))
                # قالت لي صديقتي "my friend"
                or phrases.is_possessed(index + 1)
                or words.info(article, index + 1).classes == {"noun"}
            )
        ):
            after = index + 1
        if article.folded(index) in BLESSINGS and article.folded(index + 1) == "الله":
            # ودعا رحمه الله إلى
            after = index + 2
        if after == index:
            after = past_addressee(article, index, phrases)
        if after == index and reading.verb.person and index in article.opening:
            after = _past_paper(article, index, phrases, words)
        if (
            after == index
            and article.folded(index) in DEMONSTRATIVES
            and has_article(article.folded(index + 1))
            and words.is_head(article.folded(index + 1))
        ):
            # وأضاف هذا المسؤول
            after = index + 1
        if after == index:
            break
        index = after
    if index >= limit or not phrases.starts(index, after_verb=index == cue.last):
        return None
    if (
        article.folded(index).startswith("و")
        and has_article(article.folded(index))
        and words.info(article, index).classes == {"noun"}
        and not words.is_head(article.folded(index))
    ):
        # وتابع والصوت تخنقه العبرة: how it was said.
        return None
    calls_upon = reading.verb.person or "=" in reading.verb.noun
    if calls_upon and not reading.enclitic and article.folded(index) in ALL_OF_THEM:
        # ودعا جميع الأطراف إلى: who is called upon; the subject is dropped.
        return None
    if calls_upon and not reading.enclitic and _is_called_upon(article, index, words):
        return None
    if (
        words.is_accusative(article, index)
        and not _is_word(article, index + 1)
        and not article.is_surname(article.folded(index))
    ):
        # فأجاب ضاحكا: "laughing"
        return None
    if (
        article.folded(index).endswith("ه")
        and "adjective" in words.info(article, index).classes
        and not words.is_name(article, index)
        and not words.is_head(article.folded(index))
        and not has_article(article.folded(index))
        and article.tokens[index + 1 : index + 2]
        and article.tokens[index + 1].text == ":"
    ):
        # تضيف ضاحكة:
        return None
    if article.folded(index) in EULOGIES and article.folded(index + 1) == "الله":
        # وقال صلى الله عليه وسلم
        return None
    takes_object = not reading.verb.noun.isdisjoint({"", "="})
    if article.folded(index) in COURTESIES and not reading.enclitic:
        # أضاف معاليه; but أبدى سعادته "showed his joy".
        opens = _opens_content(article, index + 1, words, governed)
        joy = article.folded(index) in AMBIGUOUS_COURTESIES
        return None if joy and takes_object and not opens else Subject(index, index + 1, "VSO")
    if phrases.is_possessed(index):
        # ختم حديثه: the object, and the subject is dropped.
        return None
    if (
        object_follows
        and reading.has(aspect="perfect")
        and not phrases.names_source(index)
        and not has_article(article.folded(index))
    ):
        # وثمّن دعم البلديات: so is what cannot speak.
        return None
    if article.folded(index).startswith(("بال", "لل")) or (
        is_attached_preposition(article, index, words, governed)
        # لخويا Lekhwiya looks like a verb, and ل governs none.
        and words.info(article, index).classes != {"perfect"}
    ):
        return None
    if _is_oblique_plural(article, index, words) and not reading.enclitic:
        # تمتدح الآخرين: no subject ends so
        return None
    agrees = _agrees(article, index, reading, words)
    if not agrees and not _may_be_hers(article, index, reading, words):
        return None
    last = phrases.end(
        index,
        limit,
        governed,
        object_follows=object_follows,
        person_follows=calls_upon,
        after_verb=True,
    )
    if (
        not agrees
        and takes_object
        and not words.is_role(article.folded(index))
        and not _opens_content(article, last, words, governed)
    ):
        return None
    needs_object = reading.verb.object and not reading.enclitic
    if needs_object and "=" in reading.verb.noun and not phrases.names_source(index):
        # ووصف الوضع في المدارس بأنه
        return None
    if needs_object and last < limit and _opens_content(article, last, words, governed):
        # واتهمت إدارة السجون باتباع: the accused, and who accuses is known.
        return None
    return Subject(index, last, "VSO") if last > index else None


def _may_be_hers(article: Article, index: int, reading: CueReading, words: Words) -> bool:
    """Whether a woman may hold an office named in the masculine: قالت النائب زكية."""
    folded = article.folded(index)
    return reading.genders == {"f"} and has_article(folded) and words.is_role(folded)


def _is_feminine_body(article: Article, index: int, words: Words) -> bool:
    """Whether it is a feminine state, a city, or bodies in the plural: واشنطن, نقابات."""
    folded = article.folded(index)
    return (
        words.in_list(folded, words.lexicon.countries) and folded not in MASCULINE_COUNTRIES
    ) or (
        words.is_organisation(folded)
        and folded.endswith("ات")
        and words.info(article, index).numbers == {"p"}
    )


def _is_oblique_plural(article: Article, index: int, words: Words) -> bool:
    """Whether a noun is a sound plural with the ending of an object: الآخرين, المانحين."""
    folded = article.folded(index)
    return (
        folded.startswith("ال")
        and folded.endswith("ين")
        and bool(words.info(article, index).readings)
        and words.info(article, index).numbers <= {"d", "p"}
        # الأخوين طارق وسعيد: the press errs where names follow.
        and not (_is_word(article, index + 1) and words.is_name(article, index + 1))
    )


def _is_called_upon(article: Article, index: int, words: Words) -> bool:
    """Whether a noun behind a verb of calling upon somebody is its object: دعا المانحين إلى."""
    folded = article.folded(index)
    return folded in CALLED_UPON or _is_oblique_plural(article, index, words)


def _is_word(article: Article, index: int) -> bool:
    return index < len(article.tokens) and article.tokens[index].is_word


def _opens_content(article: Article, index: int, words: Words, governed: frozenset[str]) -> bool:
    """Whether a complementizer or a preposition that the verb governs stands here."""
    folded = article.folded(index)
    return (
        folded in COMPLEMENTIZERS
        or folded in governed
        or (folded[:1] in governed and is_attached_preposition(article, index, words, governed))
    )


def _past_paper(article: Article, index: int, phrases: NounPhrases, words: Words) -> int:
    """Past the name of a paper in marks that was told: أبلغ «عكاظ» المدير."""
    after = article.after_quotation(article.opening[index])
    told = (
        phrases.inside.is_name_in_marks(article.opening[index])
        and words.is_role(article.folded(after))
        and has_article(article.folded(after))
        and not words.is_organisation(article.folded(after))
    )
    return after if told else index


def past_addressee(article: Article, index: int, phrases: NounPhrases) -> int:
    """The token after an addressee before the subject: قال لـ«الشرق الأوسط» مصدر.

    ``index`` where none stands there, or nobody who could be the speaker behind it.
    """
    after = index
    if article.folded(index) == "ل" and index + 1 in article.opening:
        after = article.after_quotation(article.opening[index + 1])
    elif article.folded(index) == "ل" and article.folded(index + 1) in _LOOSE_MARKS:
        # لـ”عين اليوم”: the same mark before and behind pairs with nothing.
        mark = article.tokens[index + 1].text
        for closing in range(index + 3, min(index + 7, len(article.tokens))):
            if article.tokens[closing].text == mark:
                after = closing + 1
                break
    elif article.folded(index).startswith("لل") and phrases.words.in_list(
        article.folded(index), phrases.words.lexicon.addressees
    ):
        after = index + 1
    words = phrases.words
    if (
        after > index
        and phrases.starts(after)
        and (
            phrases.names_source(after)
            # الصراف فلان: any definite noun, before a name.
            or (has_article(article.folded(after)) and words.is_name(article, after + 1))
        )
    ):
        return after
    return index


def _topic(article: Article, cue: CueCandidate, phrases: NounPhrases) -> Subject | None:
    """The noun phrase between أما "as for" and the verb with ف: أما المدرب فأكد."""
    first, _ = article.sentence(cue.first)
    for index in range(cue.first - 2, max(first, cue.first - _REACH_LEFT) - 1, -1):
        if article.folded(index) in TOPICS:
            if not phrases.starts(index + 1, after_verb=True):
                return None
            last = phrases.end(index + 1, cue.first, after_verb=True)
            whole = last == cue.first or _only_asides(article, last, cue.first, phrases)
            return Subject(index + 1, last, "SVO") if last > index + 1 and whole else None
    return None


def _preceding(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
) -> Subject | None:
    """SVO: a noun phrase that opens the clause and reaches to the verb, asides left out."""
    sentence_first, _ = article.sentence(cue.first)
    floor = max(sentence_first, cue.first - _REACH_LEFT)
    starts = _clause_starts(article, floor, cue.first)
    if "d" in reading.numbers and "s" not in reading.numbers:
        # Two speakers: the phrase that holds both begins farther away.
        starts.reverse()
    for start in starts:
        if article.quotation_at[start] != article.quotation_at[
            cue.first
        ] or is_attached_preposition(article, start, words):
            continue
        if not phrases.starts(start) or not _agrees(article, start, reading, words):
            continue
        if article.folded(start - 1) in VERBAL_PARTICLES and words.has_possessor(article, start):
            # كان الحوار قد تناولها، قال الوزير
            continue
        governed_by_an = article.folded(start - 1) in _GOVERNORS_OF_ACCUSATIVES
        if (words.is_accusative(article, start) and not governed_by_an) or _is_field(
            article, start, words
        ):
            # كان مفاجئا "was surprising"
            continue
        last = phrases.end(start, cue.first, object_follows=True)
        if last <= start or _is_dateline(article, start, last):
            continue
        if last == cue.first or _only_asides(article, last, cue.first, phrases):
            first = _with_office(article, start, last, floor, cue.first, phrases, words)
            return Subject(first, last, "SVO")
    return _behind_be(article, cue, reading, phrases, words, sentence_first)


def _is_field(article: Article, index: int, words: Words) -> bool:
    """Whether a word before a comma only says in what field: سياسيا، ميدانيا."""
    return (
        article.folded(index).endswith("يا")
        and article.tokens[index + 1].text in _COMMAS
        and words.is_adjective(article, index)
    )


def _is_dateline(article: Article, first: int, last: int) -> bool:
    """Whether place, date and agency stand there: تونس 21 أكتوبر (شينخوا)."""
    return article.tokens[last - 1].text == ")" and any(
        article.tokens[index].kind == "number" for index in range(first, last)
    )


def _with_office(
    article: Article,
    start: int,
    last: int,
    floor: int,
    end: int,
    phrases: NounPhrases,
    words: Words,
) -> int:
    """Where a noun phrase begins with the office before its comma: وزير الصحة، فلان، أعلن.

    ``start`` and ``last`` are the name's, ``end`` is the verb.
    """
    if article.tokens[start - 1].text in _COMMAS:
        for office in _clause_starts(article, floor, start - 1):
            if words.is_role(article.folded(office)) and phrases.end(office, end) == last:
                return office
    return start


def _behind_be(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    first: int,
) -> Subject | None:
    """The subject between كان "was" and قد, whatever else stands there: كانت الوحدة في … قد اتهمت.

    ``first`` is the sentence's first token.
    """
    start = first + 1
    if (
        article.folded(cue.first - 1) != "قد"
        or article.folded(first) not in BE
        or start >= cue.first - 1
        or not phrases.starts(start)
        or not phrases.names_source(start)
        or not _agrees(article, start, reading, words)
        or any(words.is_verb(article, index) for index in range(start, cue.first - 1))
    ):
        return None
    last = phrases.end(start, cue.first - 1)
    return Subject(start, last, "SVO") if last > start else None


def _clause_starts(article: Article, floor: int, end: int) -> list[int]:
    """Tokens at which the clause of the verb at ``end`` may begin, the nearest first."""
    words = article.words
    starts = []
    for index in range(end - 1, floor - 1, -1):
        word = words[index]
        if (
            index == floor
            or words[index - 1] in _BEFORE_CLAUSES
            or index - 1 in article.opening
            # الأمم المتحدة تحذر ... والجيش ينفي: headlines join their halves so.
            or (
                article.paragraph_of[index] == 0
                and word.startswith("و")
                and (word.startswith("وال") or article.is_surname(word[1:]))
            )
        ):
            starts.append(index)
    return starts


def _only_asides(article: Article, first: int, end: int, phrases: NounPhrases) -> bool:
    """Whether all between a subject and its verb is in commas, or circumstance."""
    while end > first and article.folded(end - 1) in VERBAL_PARTICLES:
        # وكان الأمير فلان، قد أكد
        end -= 1
    if end == first:
        return True
    if article.tokens[first].text in _COMMAS and article.tokens[end - 1].text in _COMMAS:
        return True
    if article.tokens[first - 1].text == ")":
        # الطفيلة 3 أيار (بترا) - فلان - أكد: place and byline.
        return False
    if any(article.tokens[index].kind == "number" for index in range(first, end)):
        return False
    if article.tokens[first].text in _PAIRED and end > first + 1:
        return article.tokens[end - 1].text == _PAIRED[article.tokens[first].text]
    if article.tokens[first].text in _COMMAS and end == first + 1:
        return True
    return (
        is_circumstance(article, first, phrases.words)
        and end - first <= _LONGEST_ASIDE
        and not any(
            article.folded(index) in SUBORDINATORS
            or article.folded(index) in COMPLEMENTIZERS
            or phrases.words.is_verb(article, index)
            for index in range(first, end)
        )
    ) or (article.folded(first) in RELATIVES and article.tokens[end - 1].text in _COMMAS)


def _antecedent(article: Article, relative: int, phrases: NounPhrases) -> Subject | None:
    """The noun phrase that a relative pronoun stands behind."""
    end = relative
    if article.tokens[end - 1].text in _COMMAS:
        end -= 1
    if phrases.words.in_list(article.folded(end - 1), TIMES_OF_CLAUSES):
        return None
    first_of_sentence, _ = article.sentence(relative)
    best = None
    for start in range(end - 1, max(first_of_sentence, end - 24) - 1, -1):
        if not phrases.starts(start):
            if article.tokens[start].kind == "mark" and start not in article.opening:
                continue
            if best is not None:
                break
            continue
        if phrases.end(start, end, object_follows=True) == end:
            best = start
            if (
                phrases.words.is_head(article.folded(start))
                and (
                    not phrases.words.is_head(article.folded(start - 1))
                    or (
                        phrases.words.is_role(article.folded(start))
                        and has_article(article.folded(start - 1))
                    )
                )
                and article.folded(start - 1) != "باسم"
                and not (
                    # اللجنة العليا المنظمة: the organising committee, no organisation.
                    has_article(article.folded(start - 1))
                    and "adjective" in phrases.words.info(article, start).classes
                )
            ):
                break
    return None if best is None else Subject(best, end, "relative")


def _named_by_preposition(
    article: Article, cue: CueCandidate, reading: CueReading, phrases: NounPhrases
) -> Subject | None:
    """The noun phrase behind في, عن or من: جاء في البيان أن, نقلت الوكالة عن مسؤول أن."""
    _, limit = article.sentence(cue.first)
    for index in range(cue.last, min(limit, cue.last + 14)):
        if article.folded(index) == reading.verb.source:
            if phrases.starts(index + 1):
                last = phrases.end(index + 1, limit)
                return Subject(index + 1, last, "source") if last > index + 1 else None
            return None
    return None


def _of_verb_before(
    article: Article, cue: int, phrases: NounPhrases, words: Words
) -> Subject | None:
    """The subject of the verb that ``بالقول`` goes with; where it has none, it is dropped.

    Without such a verb it is the noun phrase right before: الوزير بالقول.
    """
    first, _ = article.sentence(cue)
    for index in range(cue - 1, max(first, cue - _REACH_LEFT) - 1, -1):
        if article.tokens[index].may_be_cue or not SUPPORT_VERBS.isdisjoint(
            bare(article.folded(index))
        ):
            if not words.may_be_verb(article, index) or words.is_name(article, index):
                continue
            return _between(article, index + 1, cue, phrases)
    return _antecedent(article, cue, phrases)


def _support_verb(article: Article, cue: CueCandidate, words: Words) -> int | None:
    """The verb that carries a definite verbal noun: جدد التأكيد, وجه الدعوة."""
    first, _ = article.sentence(cue.first)
    for index in range(cue.first - 1, max(first, cue.first - 16) - 1, -1):
        folded = article.folded(index)
        if folded in SUPPORT_VERBS or (folded[:1] in ("و", "ف") and folded[1:] in SUPPORT_VERBS):
            return index
    return None


def _between(article: Article, first: int, last: int, phrases: NounPhrases) -> Subject | None:
    if first >= last or not phrases.starts(first, after_verb=True):
        return None
    end = phrases.end(first, last, object_follows=True, after_verb=True)
    return Subject(first, end, "VSO") if end > first else None


def _quoted_from(article: Article, cue: CueCandidate, phrases: NounPhrases) -> Subject | None:
    """The one from whom words are taken over: نقلت الوكالة عن المتحدث قوله."""
    for index in range(cue.first - 2, max(0, cue.first - 16), -1):
        if article.folded(index) == "عن" and phrases.starts(index + 1):
            if not any("نقل" in article.folded(n) for n in range(max(0, index - 12), index)):
                return None
            last = phrases.end(index + 1, cue.first)
            if last == cue.first or _only_asides(article, last, cue.first, phrases):
                return Subject(index + 1, last, "source")
            return None
    return None


def _agrees(article: Article, index: int, reading: CueReading, words: Words) -> bool:
    """Whether the noun can be the subject of the verb by person and gender.

    Before its subject a verb is singular and agrees in gender; a plural of things is feminine.
    Doubt counts as agreement: names and broken plurals are often unknown to the dictionary.
    """
    if reading.type != "verb":
        return True
    genders = reading.genders
    folded, lexicon = article.folded(index), words.lexicon
    if folded in MASCULINE_IN_TA:
        return True
    if genders == {"m"} and reading.verb.person and _is_feminine_body(article, index, words):
        # وحث واشنطن على, وطالب النقابات ب: the one who is called upon.
        return False
    following = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
    if (
        following is not None
        and following.facts.is_unknown
        and not following.facts.has_article
        and not has_article(folded)
        and not words.is_head(folded)
    ):
        # أكدت مينا أندريفا: before a word that no dictionary has it is a name, whatever its gender.
        return True
    if (
        genders == {"m"}
        and folded.endswith("ه")
        and article.writes_ta_marbuta
        and not words.is_title(folded)
        and (words.is_organisation(folded) or words.is_place(folded))
    ):
        return False
    if (
        words.is_organisation(folded)
        or words.in_list(folded, lexicon.quantifiers)
        or words.in_list(folded, lexicon.unnamed)
    ):
        return True
    nouns = [r for r in words.info(article, index).readings if r.word_class in _NOMINAL]
    if not nouns or None in genders or any(r.word_class in ("proper", "number") for r in nouns):
        return True
    if any(r.number == "p" or r.gender is None for r in nouns):
        return True
    if folded.endswith("ه") and not article.writes_ta_marbuta:
        return True
    if all(r.word_class == "adjective" for r in nouns) and not has_article(folded):
        # ثلاثة شهود "three witnesses": numbers disagree with what they count.
        return True
    return any(r.gender in genders for r in nouns)

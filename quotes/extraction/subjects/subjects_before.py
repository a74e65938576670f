"""The subject before its verb: الوزير قال (SVO), above all in headlines and after كان and أن.

It opens its clause and reaches to the verb, but for what stands in commas or is circumstance:
الوزير، اليوم، قال. With أما "as for" it is set off from the verb: أما المدرب فأكد.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.reach_of_antecedents import find_antecedent
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.verb_agreement import agrees_with_verb
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.blessings import blessing_before
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ALREADY,
    BE,
    CLAUSE_OPENERS,
    COMPLEMENTIZERS,
    COMPLEMENTIZERS_WITH_PRONOUN,
    DEMONSTRATIVES,
    EVEN,
    GOVERNORS_OF_ACCUSATIVES,
    HAD_BEFORE,
    IN,
    IN_WHICH,
    MONTHS,
    NAMES_WITHHELD,
    NO,
    PREPOSITIONS_WITH_PRONOUN,
    REFUSALS,
    RELATIVES,
    SINCE,
    SUBORDINATORS,
    THEN,
    TOPICS,
    VERBAL_PARTICLES,
    WITH_WHAT,
)
from quotes.extraction.text.marks import BULLETS, COMMAS, DASHES, DOTS, INNER_COMMAS
from quotes.extraction.text.words import Words

_PAIRED = {"-": "-", "–": "–", "—": "—", "(": ")"}
_BEFORE_CLAUSES = CLAUSE_OPENERS | COMMAS | BULLETS | DOTS | {"|", ":", "."}
_BEHIND_PLACES = DASHES | {"("}
_LONGEST_ASIDE = 8
_LONGEST_PLACE = 5
# الوكالة الوطنية للأنباء: the national news agency.
_LONGEST_SIGNATURE = 3


def topic_before(clause: ReportingClause) -> Subject | None:
    """The noun phrase between أما "as for" and the verb with ف: أما المدرب فأكد."""
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    if cue.conjunction != "ف" and article.folded(cue.first - 1) not in THEN:
        return None
    for index in range(cue.first - 2, clause.earliest - 1, -1):
        if article.folded(index) in TOPICS:
            if not phrases.starts(index + 1, after_verb=True):
                return None
            last = phrases.end(index + 1, cue.first, after_verb=True)
            whole = last == cue.first or only_asides(phrases, last, cue.first)
            return Subject(index + 1, last, "SVO") if last > index + 1 and whole else None
    return None


def subject_before(clause: ReportingClause) -> Subject | None:
    """SVO: a noun phrase that opens the clause and reaches to the verb, asides left out."""
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    if cue.conjunction or article.is_glued(cue.first):
        return None
    blessed = _blessed_before(clause)
    if blessed is not None:
        return blessed
    floor, numbers = clause.earliest, clause.reading.numbers
    starts = _clause_starts(article, clause.words, floor, cue.first)
    if "d" in numbers and "s" not in numbers:
        # Two speakers: the phrase that holds both begins farther away.
        starts.reverse()
    for start in starts:
        if not _may_be_subject(clause, start):
            continue
        last = phrases.end(start, cue.first, object_follows=True)
        if last <= start or _is_dateline(article, start, last):
            continue
        if _opens_dateline(phrases, start, last, cue.first):
            continue
        if _is_quotation_before_comma(article, start, last):
            continue
        if last == cue.first or (
            only_asides(phrases, last, cue.first)
            and not _joins_headlines(article, clause.words, start)
            # وعن حجتهم بأن النشر (للتوعية)، رد فلان: and about their argument that publishing
            # (is to inform), So-and-so answered
            and (
                phrases.names_source(start)
                or last + 1 < cue.first
                or not article.tokens[start].facts.has_article
                or article.folded(start - 1) in DEMONSTRATIVES
            )
        ):
            return Subject(_with_office(clause, start, last, floor), last, "SVO")
    return _behind_be(clause)


def _blessed_before(clause: ReportingClause) -> Subject | None:
    """Who is blessed right before he speaks: عن أنس رضي الله عنه أنه قال.

    "on the authority of Anas, God be pleased with him, that he said"
    """
    article, cue = clause.article, clause.cue
    end = cue.first - (article.folded(cue.first - 1) in COMPLEMENTIZERS_WITH_PRONOUN)
    blessing = blessing_before(article, end)
    named = find_antecedent(clause.phrases, blessing) if blessing < end else None
    if named is None or not agrees_with_verb(clause, named.first):
        return None
    return Subject(named.first, named.last, "SVO")


def subject_before_deed(clause: ReportingClause) -> Subject | None:
    """والوزارة | إذ تعلن ذلك لتؤكد: and the ministry, | in announcing this, does affirm."""
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    first, _ = article.sentence(cue.first)
    deed = next((n for n in range(first + 1, cue.first) if article.folded(n) in SINCE), None)
    if deed is None or not phrases.starts(first) or not phrases.names_source(first):
        return None
    return Subject(first, deed, "SVO") if phrases.end(first, deed) == deed else None


def _is_quotation_before_comma(article: Article, start: int, last: int) -> bool:
    """Whether words in marks before a comma are said, and no subject: "الواد دا كلشي"، تقول.

    "this boy is everything," she says
    """
    return (
        start in article.opening
        and article.tokens[last].text in INNER_COMMAS
        and article.after_quotation(article.opening[start]) == last
    )


def _may_be_subject(clause: ReportingClause, start: int) -> bool:
    """Whether the noun phrase that begins here can have the verb behind it."""
    article, words, phrases = clause.article, clause.words, clause.phrases
    return (
        article.quotation_at[start] == article.quotation_at[clause.cue.first]
        and not is_attached_preposition(article, start, words)
        and article.folded(start) not in MONTHS
        and phrases.starts(start)
        # وعن توقفها ثم عودتها، أوضحت: and about its halt, then its return, she explained
        and (not article.tokens[start].facts.has_enclitic or phrases.names_source(start))
        and agrees_with_verb(clause, start)
        # وصفه بأنه "أحمق"، قال: described him as "a fool", he said: the pronoun has its predicate.
        and article.folded(start - 1) not in COMPLEMENTIZERS_WITH_PRONOUN
        # كان الحوار قد تناولها، قال الوزير: the talk had dealt with it, the minister said
        and not (
            article.folded(start - 1) in VERBAL_PARTICLES and words.has_possessor(article, start)
        )
        and not _is_predicate(article, start, words)
        and not _is_field(article, start, words)
        and not (
            article.folded(clause.cue.last) in IN_WHICH and _is_joined_verb(article, start, words)
        )
    )


def _clause_starts(article: Article, words: Words, floor: int, end: int) -> list[int]:
    """Tokens at which the clause of the verb at ``end`` may begin, the nearest first."""
    starts = []
    in_headline = article.paragraph_of[floor] == 0
    for index in range(end - 1, floor - 1, -1):
        if (
            index == floor
            or article.words[index - 1] in _BEFORE_CLAUSES
            # تلك الكارثة، كشفت: that disaster disclosed
            or (index - 1 == floor and article.words[floor] in DEMONSTRATIVES)
            # وحتى الوزير قال: and even the minister said
            or (article.words[index - 1].removeprefix("و") in EVEN and index - 1 == floor)
            or index - 1 in article.opening
            or (in_headline and _joins_headlines(article, words, index))
            # .. و"غولدمان" يتوقع: .. and "Goldman" expects
            or (in_headline and index in article.opening and article.folded(index - 1) == "و")
        ):
            starts.append(index)
    return starts


def _joins_headlines(article: Article, words: Words, index: int) -> bool:
    """Whether و opens the second half of a headline: الأمم المتحدة تحذر ... والجيش ينفي.

    "the United Nations warns ... and the army denies"
    """
    word = article.words[index]
    return (
        article.paragraph_of[index] == 0
        and word.startswith("و")
        and (
            word.startswith("وال")
            or article.is_surname(word[1:])
            # ومنظمة العفو تطالب: and Amnesty demands
            or (words.is_head(word[1:]) and word[1:] in words.lexicon.heads)
            or _is_joined_name(article, words, index)
        )
    )


def _is_joined_name(article: Article, words: Words, index: int) -> bool:
    """Whether و stands before a name: of a country, or one that the text has elsewhere.

    وعراقجي "and Araghchi"
    """
    name = article.words[index][1:]
    return name in words.lexicon.countries or article.has_name(name)


def _is_predicate(article: Article, index: int, words: Words) -> bool:
    """Whether an accusative stands here that nothing but "was" explains: كان مفاجئا.

    "was surprising"
    """
    accusative = (
        words.is_accusative(article, index) or article.tokens[index].facts.is_accusative_head
    )
    return accusative and article.folded(index - 1) not in GOVERNORS_OF_ACCUSATIVES


def _is_joined_verb(article: Article, index: int, words: Words) -> bool:
    """Whether "and" with a verb looks like a noun: ورد البنك في بيان، أكد فيه.

    "and the bank answered in a statement in which it affirmed", and no "roses of the bank"
    """
    subject = article.folded(index + 1)
    return (
        article.tokens[index].may_be_cue
        and "noun" in article.tokens[index].facts.classes
        and article.folded(index).startswith("و")
        and index == article.sentence(index)[0]
        and has_article(subject)
        and words.is_head(subject)
        and not words.is_head(article.folded(index))
    )


def _is_field(article: Article, index: int, words: Words) -> bool:
    """Whether a word before a comma only says in what field: سياسيا، ميدانيا.

    "politically, in the field"
    """
    return (
        article.folded(index).endswith("يا")
        and article.tokens[index + 1].text in INNER_COMMAS
        and words.is_adjective(article, index)
    )


def _is_dateline(article: Article, first: int, last: int) -> bool:
    """Whether place, date and agency stand there: تونس 21 أكتوبر (شينخوا).

    "Tunis, 21 October (Xinhua)"
    """
    return article.tokens[last - 1].text == ")" and any(
        article.tokens[index].kind == "number" for index in range(first, last)
    )


def _opens_dateline(phrases: NounPhrases, start: int, last: int, verb: int) -> bool:
    """Whether a place opens its paragraph before an agency: بروكسل - (رويترز) - قال مسؤولون.

    "Brussels - (Reuters) - officials said"; عمان- الصحيفة- قال الناطق "Amman- the paper- the
    spokesman said": whoever speaks stands behind the verb.
    """
    article = phrases.article
    if (
        start != article.paragraphs[article.paragraph_of[start]].first
        or article.tokens[last].text not in _BEHIND_PLACES
        or article.tokens[verb - 1].text not in DASHES
    ):
        return False
    signed = last + 1 < verb - 1 <= last + 1 + _LONGEST_SIGNATURE
    return article.tokens[verb - 2].text == ")" or (
        last == start + 1 and signed and phrases.starts(verb + 1, after_verb=True)
    )


def only_asides(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether all between a subject and its verb is in commas, or circumstance."""
    article = phrases.article
    end = _without_particles(article, first, end)
    if first < end and article.folded(first) in PREPOSITIONS_WITH_PRONOUN:
        # مسؤولا فيها، طلب عدم الكشف عن اسمه، أقر: an official in it, who asked not to be named
        first += 1
    if end == first:
        return True
    opening, closing = article.tokens[first].text, article.tokens[end - 1].text
    if opening in INNER_COMMAS and closing in INNER_COMMAS:
        return True
    if article.tokens[first - 1].text == ")" or _is_cut_off(article, first, end):
        # الطفيلة 3 أيار (بترا) - فلان - أكد: al-Tafila, 3 May (Petra) - So-and-so - affirmed
        return False
    if opening in _PAIRED and end > first + 1:
        return closing == _PAIRED[opening]
    return (
        _refuses_name(article, first, end)
        or _is_circumstance_alone(phrases, first, end)
        or (article.folded(first) in RELATIVES and closing in INNER_COMMAS)
        or _says_where(phrases, first, end)
    )


def _without_particles(article: Article, first: int, end: int) -> int:
    """The end of an aside, without the particles that belong to the verb behind it."""
    while end > first and article.folded(end - 1) in VERBAL_PARTICLES:
        # وكان الأمير فلان، قد أكد: and the prince So-and-so had affirmed
        end -= 1
    if article.phrase(end - 2, 2) in HAD_BEFORE:
        # الوحدة سبق أن ادعت: the unit had claimed before
        end -= 2
    return end


def _is_cut_off(article: Article, first: int, end: int) -> bool:
    """Whether a number or dots divide it: غزة.. «الإعلامي الحكومي» يتهم, a headline in halves.

    "Gaza.. the Government Media accuses"
    """
    return any(
        article.tokens[index].kind == "number" or article.tokens[index].text in DOTS
        for index in range(first, end)
    )


def _refuses_name(article: Article, first: int, end: int) -> bool:
    """Whether an aside tells that its subject refuses to be named: مصدرا فضل عدم الكشف عن اسمه رجح.

    "a source who preferred not to be named thought it likely"
    """
    last = end - 1 - (article.tokens[end - 1].text in INNER_COMMAS)
    return article.folded(first) in REFUSALS and article.folded(last) in NAMES_WITHHELD


def _is_circumstance_alone(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether a circumstance without a clause of its own stands there: الوزير في بيان أعلن.

    "the minister in a statement announced"
    """
    article, words = phrases.article, phrases.words
    return (
        is_circumstance(article, first, words)
        and end - first <= _LONGEST_ASIDE
        # رحب الوزير بما وصفه ب: the minister welcomed what he described as
        and article.folded(end - 1) not in WITH_WHAT
        and not any(
            article.folded(index) in SUBORDINATORS
            or article.folded(index) in COMPLEMENTIZERS
            or words.is_verb(article, index)
            for index in range(first, end)
        )
    )


def _says_where(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether an aside tells where somebody without a name is: غير أن تاجرا في صنعاء نفى.

    "but a trader in Sanaa denied"; a subject in the accusative stands behind أن.
    """
    article, words = phrases.article, phrases.words
    accusative = article.tokens[first - 1].facts
    return (
        article.folded(first) in IN
        and end - first <= _LONGEST_PLACE
        and (accusative.is_accusative or accusative.is_accusative_head)
        and all(
            article.tokens[index].is_word and not words.is_verb(article, index)
            for index in range(first + 1, end)
        )
    )


def _with_office(clause: ReportingClause, start: int, last: int, floor: int) -> int:
    """Where a noun phrase begins whose office and name a comma divides: وزير الصحة، فلان، أعلن.

    "the minister of health, So-and-so, announced"

    What stands behind the comma reaches from ``start`` to ``last``; no clause begins before
    ``floor``.
    """
    article, end = clause.article, clause.cue.first
    if article.tokens[start - 1].text in INNER_COMMAS:
        for office in _clause_starts(article, clause.words, floor, start - 1):
            if (
                clause.words.is_role(article.folded(office))
                and clause.phrases.end(office, end) == last
            ):
                return office
            if (
                # سالم العمراني، رئيس الهيئة، رأى: Salem al-Omrani, head of the authority, thought;
                # سالم العمراني، فلاح من الجنوب، قال: Salem al-Omrani, a farmer from the south, said
                (
                    clause.words.is_role(article.folded(start))
                    or not clause.words.is_definite(article, start)
                )
                and clause.words.is_name(article, office)
                # لا يحالفه التوفيق، تقرير: luck does not go with him; a report
                and article.folded(office) not in NO
                and clause.phrases.end(office, start - 1) == start - 1
            ):
                return office
    return start


def _behind_be(clause: ReportingClause) -> Subject | None:
    """The subject between كان "was" and قد, whatever else stands there: كانت الوحدة في … قد اتهمت.

    "the unit in … had accused"
    """
    article, phrases, particle = clause.article, clause.phrases, clause.cue.first - 1
    first, _ = article.sentence(clause.cue.first)
    start = first + 1
    if (
        article.folded(particle) not in ALREADY
        or article.folded(first) not in BE
        or start >= particle
        or not phrases.starts(start)
        or not phrases.names_source(start)
        or not agrees_with_verb(clause, start)
        or any(clause.words.is_verb(article, index) for index in range(start, particle))
    ):
        return None
    last = phrases.end(start, particle)
    return Subject(start, last, "SVO") if last > start else None

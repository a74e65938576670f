"""The subject before its verb: الوزير قال (SVO), above all in headlines and after كان and أن.

It opens its clause and reaches to the verb, but for what stands in commas or is circumstance:
الوزير، اليوم، قال. With أما "as for" it is set off from the verb: أما المدرب فأكد.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.asides_before_verbs import only_asides
from quotes.extraction.subjects.clause_starts import clause_starts, joins_headlines
from quotes.extraction.subjects.reach_of_antecedents import find_antecedent
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.verb_agreement import agrees_with_verb
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.blessings import blessing_before
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ALREADY,
    BE,
    COMPLEMENTIZERS_WITH_PRONOUN,
    DEMONSTRATIVES,
    GOVERNORS_OF_ACCUSATIVES,
    IN_WHICH,
    MONTHS,
    NO,
    SINCE,
    THEN,
    TOPICS,
    VERBAL_PARTICLES,
)
from quotes.extraction.text.marks import COMMAS, DASHES, INNER_COMMAS
from quotes.extraction.text.words import Words

_BEHIND_PLACES = DASHES | {"("}
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
            if last > index + 1 and (last == cue.first or only_asides(phrases, last, cue.first)):
                return Subject(index + 1, last, "SVO")
            return _topic_before_description(clause, index + 1)
    return None


def _topic_before_description(clause: ReportingClause, start: int) -> Subject | None:
    """Who is described between commas: أما سالم العمراني، موظف في البريد، فيقول.

    "as for Salem al-Omrani, an employee of the post, he says"
    """
    article, cue = clause.article, clause.cue
    comma = next(
        (n for n in range(start, cue.first) if article.tokens[n].text in COMMAS), cue.first
    )
    described = article.tokens[cue.first - 1].text in COMMAS and comma < cue.first - 1
    last = clause.phrases.end(start, comma, after_verb=True)
    return Subject(start, comma, "SVO") if described and last == comma else None


def subject_before(clause: ReportingClause) -> Subject | None:
    """SVO: a noun phrase that opens the clause and reaches to the verb, asides left out."""
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    if cue.conjunction or article.is_glued(cue.first):
        return None
    blessed = _blessed_before(clause)
    if blessed is not None:
        return blessed
    floor, numbers = clause.earliest, clause.reading.numbers
    starts = clause_starts(article, clause.words, floor, cue.first)
    if "d" in numbers and "s" not in numbers:
        # Two speakers: the phrase that holds both begins farther away.
        starts.reverse()
    for start in starts:
        if not _may_be_subject(clause, start):
            continue
        last = phrases.end(start, cue.first, object_follows=True)
        if (
            last > start
            and not _is_dateline(article, start, last)
            and not _opens_dateline(phrases, start, last, cue.first)
            and not _is_quotation_before_comma(article, start, last)
            and (last == cue.first or _is_parted_by_asides(clause, start, last))
        ):
            return Subject(_with_office(clause, start, last, floor), last, "SVO")
    return _behind_be(clause)


def _is_parted_by_asides(clause: ReportingClause, start: int, last: int) -> bool:
    """Whether nothing but asides stands between a noun phrase and the verb: الوزير، اليوم، قال.

    "the minister, today, said"
    """
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    return (
        only_asides(phrases, last, cue.first)
        and not joins_headlines(article, clause.words, start)
        # وعن حجتهم بأن النشر (للتوعية)، رد فلان: and about their argument that publishing (is to
        # inform), So-and-so answered
        and (
            phrases.names_source(start)
            or last + 1 < cue.first
            or not article.tokens[start].facts.has_article
            or article.folded(start - 1) in DEMONSTRATIVES
        )
    )


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
    article = clause.article
    return (
        article.quotation_at[start] == article.quotation_at[clause.cue.first]
        and not _is_adverbial(clause, start)
        and clause.phrases.starts(start)
        and not _is_tied_by_pronoun(clause, start)
        and agrees_with_verb(clause, start)
        and not _is_predicate(article, start, clause.words)
        and not (
            article.folded(clause.cue.last) in IN_WHICH
            and _is_joined_verb(article, start, clause.words)
        )
    )


def _is_adverbial(clause: ReportingClause, start: int) -> bool:
    """Whether a word only says where, when or in what field."""
    article = clause.article
    return (
        is_attached_preposition(article, start, clause.words)
        or article.folded(start) in MONTHS
        or _is_field(article, start, clause.words)
    )


def _is_tied_by_pronoun(clause: ReportingClause, start: int) -> bool:
    """Whether a pronoun, on the word or before it, makes it a part of what is told already."""
    article, before = clause.article, clause.article.folded(start - 1)
    return (
        # وعن توقفها ثم عودتها، أوضحت: and about its halt, then its return, she explained
        (article.tokens[start].facts.has_enclitic and not clause.phrases.names_source(start))
        # وصفه بأنه "أحمق"، قال: described him as "a fool", he said: the pronoun has its predicate.
        or before in COMPLEMENTIZERS_WITH_PRONOUN
        # كان الحوار قد تناولها، قال الوزير: the talk had dealt with it, the minister said
        or (before in VERBAL_PARTICLES and clause.words.has_possessor(article, start))
    )


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


def _with_office(clause: ReportingClause, start: int, last: int, floor: int) -> int:
    """Where a noun phrase begins whose office and name a comma divides: وزير الصحة، فلان، أعلن.

    "the minister of health, So-and-so, announced"

    What stands behind the comma reaches from ``start`` to ``last``; no clause begins before
    ``floor``.
    """
    if clause.article.tokens[start - 1].text not in INNER_COMMAS:
        return start
    offices = clause_starts(clause.article, clause.words, floor, start - 1)
    return next((n for n in offices if _has_in_apposition(clause, n, start, last)), start)


def _has_in_apposition(clause: ReportingClause, first: int, start: int, last: int) -> bool:
    """Whether an office has its holder's name behind a comma, or a name what its bearer is."""
    article, words, phrases = clause.article, clause.words, clause.phrases
    if words.is_role(article.folded(first)) and phrases.end(first, clause.cue.first) == last:
        return True
    return (
        # سالم العمراني، رئيس الهيئة، رأى: Salem al-Omrani, head of the authority, thought;
        # سالم العمراني، فلاح من الجنوب، قال: Salem al-Omrani, a farmer from the south, said
        (words.is_role(article.folded(start)) or not words.is_definite(article, start))
        and words.is_name(article, first)
        # لا يحالفه التوفيق، تقرير: luck does not go with him; a report
        and article.folded(first) not in NO
        and phrases.end(first, start - 1) == start - 1
    )


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

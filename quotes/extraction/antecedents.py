"""The antecedent of a relative clause as the subject of its verb: الوزير الذي قال.

"the minister who said"; an indefinite noun has the clause behind it without a pronoun: مواطنين
أفادوا "citizens who reported".
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.clitics import bare, has_article
from quotes.extraction.grammar import (
    CALLS,
    CHIEFS,
    DUAL_RELATIVES,
    FROM,
    GENDER_OF_RELATIVE,
    HAD_BEFORE,
    IN,
    IN_WHICH,
    INNER_COMMAS,
    KEEPING_ON,
    LETTERS,
    ON_BEHALF_OF,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    TIMES_OF_CLAUSES,
    VERBAL_PARTICLES,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.reporting_clause import ReportingClause
from quotes.extraction.subject import Subject
from quotes.extraction.verb_agreement import agrees_with_verb
from quotes.extraction.words import Words

_LONGEST_ANTECEDENT = 24
_LONGEST_OWNER = 10
# Of a plural whose noun goes on with another: مستشارو, مستشاري "the advisers of".
_ENDINGS_OF_PLURALS = ("و", "ي")
_LONGEST_NAME = 6
_LONGEST_AGE = 5


def relative_before(clause: ReportingClause) -> int | None:
    """The relative pronoun that the verb of a clause stands behind."""
    article = clause.article
    index = clause.cue.first - 1
    if article.phrase(index - 1, 2) in HAD_BEFORE:
        # التي سبق أن نفت: which had denied before
        index -= 2
    while article.folded(index) in VERBAL_PARTICLES | KEEPING_ON:
        # الذي كان قد دعا "who had called", الذي ظل ينكر "who kept denying"
        index -= 1
    return None if RELATIVES.isdisjoint(bare(article.folded(index))) else index


def antecedent_of_relative(clause: ReportingClause, relative: int) -> Subject | None:
    """The antecedent of a relative pronoun, where it is the subject of the verb behind that."""
    antecedent = find_antecedent(clause.phrases, relative)
    if (
        antecedent is None
        or clause.reading.enclitic
        or _is_of_other_gender(clause, relative)
        or _is_what_is_said(clause, antecedent)
        or _is_document_in_which(clause, antecedent)
        or _has_subject_behind(clause)
        or not agrees_with_verb(clause, antecedent.first)
    ):
        return None
    return antecedent


def _is_of_other_gender(clause: ReportingClause, relative: int) -> bool:
    """Whether the relative pronoun is not the verb's subject by gender: الدول التي قال إنها.

    "the states (f.) of which he said that they"
    """
    gender = GENDER_OF_RELATIVE.get(clause.article.folded(relative))
    genders = clause.reading.genders
    return (
        gender is not None
        and len(genders) == 1
        and gender not in genders
        and None not in genders
        # تصريحات الوزير، التي قال فيها: remarks of the minister in which he said
        and clause.article.folded(clause.cue.last) not in IN_WHICH
    )


def _is_what_is_said(clause: ReportingClause, antecedent: Subject) -> bool:
    """Whether a thing is the antecedent, and its pronoun stands between verb and subject.

    الأمر الذي علق عليه النائب: the matter on which the deputy commented.
    """
    phrases, behind = clause.phrases, clause.cue.last
    return (
        clause.article.folded(behind) in PREPOSITIONS_WITH_PRONOUN
        and not phrases.names_source(antecedent.first)
        and phrases.starts(behind + 1, after_verb=True)
    )


def _is_document_in_which(clause: ReportingClause, antecedent: Subject) -> bool:
    """Whether somebody says it in the document before: قدم المدرب تقريره، الذي طالب فيه.

    "the coach handed in his report, in which he asked for"
    """
    return clause.article.folded(clause.cue.last) in IN_WHICH and clause.words.in_list(
        clause.article.folded(antecedent.first), clause.words.lexicon.documents
    )


def _has_subject_behind(clause: ReportingClause) -> bool:
    """Whether the subject stands behind the verb after all: التي تعلن الشركة أن.

    "of which the company announces that"
    """
    following = clause.article.folded(clause.cue.last)
    # يقول منتقدوه إنها: of which his critics say that it
    critics = following.endswith(("وه", "وها", "وهم")) and (
        clause.article.tokens[clause.cue.last].facts.has_enclitic
    )
    definite = (
        following.startswith("ال")
        and clause.words.is_head(following)
        # التي تتهم المتمردين: which accuses the rebels
        and not clause.words.word(clause.article, clause.cue.last).facts.is_oblique_plural
    )
    return (definite or critics) and agrees_with_verb(clause, clause.cue.last)


def describes_noun_before(clause: ReportingClause) -> bool:
    """Whether a verb describes the indefinite noun before it: مواطنين أفادوا, توصية تدعو إلى.

    "citizens who reported", "a recommendation that calls for"
    """
    article, words, cue = clause.article, clause.words, clause.cue
    before = cue.first - 1
    if (
        before > 0
        and article.tokens[before].facts.classes == {"adjective"}
        and not article.tokens[before].facts.has_article
        and words.in_list(article.folded(before - 1), words.lexicon.documents)
    ):
        # تقرير إخباري أشار: a news report pointed out
        before -= 1
    if (
        cue.conjunction
        or article.is_glued(cue.first)
        or before < article.sentence(cue.first)[0]
        or not article.tokens[before].is_word
        or words.is_definite(article, before)
        or not words.is_nominal(article, before)
    ):
        return False
    if "s" not in clause.reading.numbers:
        return "p" in words.info(article, before).numbers
    return words.in_list(article.folded(before), words.lexicon.documents) and agrees_with_verb(
        clause, before
    )


def owner_of_document(clause: ReportingClause) -> Subject | None:
    """Whose remarks they are in which something is said: تصريح للرئيس فلان قال فيه.

    (remarks of President So-and-so in which he said)
    """
    article, words, end = clause.article, clause.words, clause.cue.first
    if (
        article.folded(clause.cue.last) not in IN_WHICH
        or clause.cue.conjunction
        or clause.reading.enclitic
    ):
        return None
    end -= article.tokens[end - 1].text in INNER_COMMAS
    for owner in range(end - 1, max(clause.earliest, end - _LONGEST_OWNER), -1):
        before = article.folded(owner - 1)
        made = _is_made_by(clause, owner) or _is_sent_by(clause, owner)
        if made and clause.phrases.end(owner, end, after_verb=True) == end:
            return Subject(owner, end, "relative")
        if (
            article.folded(owner).startswith("ل")
            and is_attached_preposition(article, owner, words)
            and not has_article(before)
            # رسالة للأمير دعا فيها: a letter to the prince in which he invited
            and not words.in_list(before, LETTERS)
            and _may_hold_words(words, before)
        ):
            whole = clause.phrases.end(owner, end, after_verb=True) == end
            return Subject(owner, end, "source") if whole else None
    return None


def document_before(clause: ReportingClause) -> Subject | None:
    """The document in which it stands: قرأت رسالة من الأهالي، جاء فيها "which said"."""
    article, words, cue = clause.article, clause.words, clause.cue
    feminine = article.folded(cue.last).endswith("ها")
    end = cue.first - article.is_behind_comma(cue.first)
    for index in range(end - 1, max(clause.earliest, end - _LONGEST_ANTECEDENT) - 1, -1):
        if (
            words.in_list(article.folded(index), words.lexicon.documents)
            and clause.phrases.starts(index)
            and feminine == _is_feminine(words, article, index)
        ):
            return Subject(index, clause.phrases.end(index, end, after_verb=True), "relative")
    return None


def _is_feminine(words: Words, article: Article, index: int) -> bool:
    """Whether "her" or "it" (f.) stands for a noun: a feminine, or things."""
    info = words.info(article, index)
    return "f" in info.genders or "p" in info.numbers


def _is_made_by(clause: ReportingClause, index: int) -> bool:
    """Whether a verb that has a document for its object stands before: شكوى تقدم بها | المواطن.

    "a complaint that was filed by | the citizen"
    """
    article, words, verb = clause.article, clause.words, index - 1
    if article.folded(verb) in PREPOSITIONS_WITH_PRONOUN:
        # تقدم بها: filed it
        verb -= 1
    elif not article.tokens[verb].facts.has_enclitic:
        return False
    return (
        clause.phrases.names_source(index)
        and words.may_be_verb(article, verb)
        and _may_hold_words(words, article.folded(verb - 1))
    )


def _may_hold_words(words: Words, folded: str) -> bool:
    """Whether something is a document or an occasion, in which words are said."""
    return words.in_list(folded, words.lexicon.documents) or words.in_list(
        folded, words.lexicon.occasions
    )


def _is_sent_by(clause: ReportingClause, index: int) -> bool:
    """Whether a letter from somebody stands before: تلقى برقية من | الوزير عبر فيها.

    "he received a telegram from | the minister in which he expressed"; so does a call, of which an
    adjective tells that it was by telephone.
    """
    article, words = clause.article, clause.words
    letter = index - 2
    if article.folded(letter - 1) in CALLS:
        letter -= words.is_adjective(article, letter)
    return (
        article.folded(index - 1) in FROM
        and words.in_list(article.folded(letter), LETTERS | CALLS)
        and clause.phrases.names_source(index)
    )


def is_letter_to(clause: ReportingClause, subject: Subject) -> bool:
    """Whether a letter is no speaker, since its sender says in it: بعث برقية للرئيس عبر فيها.

    "he sent a telegram to the president in which he expressed"
    """
    article = clause.article
    return article.folded(clause.cue.last) in IN_WHICH and clause.words.in_list(
        article.folded(subject.first), LETTERS
    )


def noun_described(clause: ReportingClause) -> Subject | None:
    """The indefinite noun that the verb behind it describes, where it is what speaks."""
    if clause.article.folded(clause.cue.last) in IN_WHICH and "s" in clause.reading.numbers:
        # ثم أتبعه بمنشور قال فيه: he followed it by a post in which he said; whoever wrote it.
        return None
    return find_antecedent(clause.phrases, clause.cue.first)


def find_antecedent(phrases: NounPhrases, relative: int) -> Subject | None:
    """The noun phrase that a relative pronoun stands behind."""
    article = phrases.article
    end = _end_of_antecedent(phrases, relative)
    if phrases.words.in_list(article.folded(end - 1), TIMES_OF_CLAUSES):
        return None
    floor, _ = article.sentence(relative)
    start = _start_of_antecedent(phrases, floor, end, relative)
    if start is None:
        return None
    if article.folded(relative) in DUAL_RELATIVES:
        start = _with_other(phrases, start, floor)
    elif article.tokens[end].text in INNER_COMMAS:
        start = _with_name_before(phrases, start, relative)
        start = _with_name_beside(phrases, start, floor, end)
    return Subject(start, end, "relative")


def _end_of_antecedent(phrases: NounPhrases, relative: int) -> int:
    """The token behind the phrase before a relative pronoun, a comma and a place taken off."""
    article, end = phrases.article, relative
    if article.tokens[end - 1].text in INNER_COMMAS:
        end -= 1
        if article.folded(end - 2) in IN and phrases.words.is_polity(article.folded(end - 1)):
            # المبعوث فلان في الخرطوم، الذي: the envoy So-and-so in Khartoum, who
            end -= 2
    return _before_age(article, end)


def _before_age(article: Article, end: int) -> int:
    """Before the age in brackets behind a name: فلان | (71 سنة) الذي "So-and-so (71) who"."""
    if article.tokens[end - 1].text != ")":
        return end
    for index in range(end - 2, max(0, end - _LONGEST_AGE) - 1, -1):
        if article.tokens[index].text == "(":
            return index if article.tokens[index + 1].kind == "number" else end
    return end


def _start_of_antecedent(phrases: NounPhrases, floor: int, end: int, relative: int) -> int | None:
    """Where the longest phrase begins that reaches to ``end`` and agrees; None if there is none."""
    article, best = phrases.article, None
    for start in range(end - 1, max(floor, end - _LONGEST_ANTECEDENT) - 1, -1):
        if not phrases.starts(start):
            if article.tokens[start].kind == "mark" and start not in article.opening:
                continue
            if best is not None:
                break
            continue
        if _opens_sentence(phrases.words, article, start, floor):
            break
        if best == start + 1 and _is_place_before_name(phrases.words, article, start):
            break
        if _disagrees(article, start, relative):
            continue
        if phrases.end(start, end, object_follows=True) == end:
            best = start
            if _heads_whole_phrase(phrases, start):
                break
    return best


def _heads_whole_phrase(phrases: NounPhrases, start: int) -> bool:
    """Whether a noun phrase cannot begin farther to the left than at this head."""
    article, words = phrases.article, phrases.words
    folded, before = article.folded(start), article.folded(start - 1)
    return (
        words.is_head(folded)
        # مستشاري | وزير الطاقة: advisers of the minister of energy
        and not (before.endswith(_ENDINGS_OF_PLURALS) and words.is_role(before[:-1]))
        and (not words.is_head(before) or (words.is_role(folded) and has_article(before)))
        and before not in ON_BEHALF_OF
        # خليل الحاج توفيق، الذي: Khalil al-Haj Tawfiq, who
        and not (words.is_title(folded) and before in words.lexicon.given_names)
        # اللجنة العليا المنظمة: the high organising committee, and no organisation
        and not (has_article(before) and "adjective" in words.info(article, start).classes)
    )


def _is_place_before_name(words: Words, article: Article, index: int) -> bool:
    """Whether a thing stands before a name that is no title of it: حضر الحفل | سالم، الذي.

    "attended the party | Salem, who"
    """
    facts = article.tokens[index].facts
    return (
        facts.classes == {"noun"}
        and facts.has_article
        and not (facts.is_head or facts.is_name)
        and article.folded(index + 1) in words.lexicon.given_names
    )


def _opens_sentence(words: Words, article: Article, index: int, first: int) -> bool:
    """Whether "and" with a verb opens the sentence: وحضر سالم، الذي "and Salem attended, who"."""
    return (
        index == first
        and article.folded(index).startswith("و")
        and words.may_be_verb(article, index)
        and not words.is_head(article.folded(index))
    )


def _disagrees(article: Article, noun: int, relative: int) -> bool:
    """Whether a singular noun is of the other gender than the relative pronoun: تقرير … التي.

    "a report (m.) … which (f.)"
    """
    gender = GENDER_OF_RELATIVE.get(article.folded(relative))
    info = article.tokens[noun].facts.info
    return (
        gender is not None
        and info.classes == {"noun"}
        and (
            (info.numbers == {"s"} and len(info.genders) == 1 and gender not in info.genders)
            # تصريحات فلان الذي: remarks of So-and-so, who
            or (info.numbers == {"p"} and gender == "m" and article.folded(noun).endswith("ات"))
        )
    )


def _with_name_beside(phrases: NounPhrases, office: int, floor: int, end: int) -> int:
    """Where the name begins right before an office: حضر اللقاء | فلان الفلاني وزير المالية، الذي.

    "attended the meeting | So-and-so the finance minister, who"
    """
    article, words = phrases.article, phrases.words
    if not (words.is_role(article.folded(office)) or article.folded(office) in CHIEFS):
        return office
    for start in range(office - 2, max(floor, office - _LONGEST_NAME) - 1, -1):
        if (
            article.folded(start) in words.lexicon.given_names
            and all(words.is_name(article, n) for n in range(start, office - 1))
            and phrases.end(start, end, object_follows=True) == end
        ):
            return start
    return office


def _with_name_before(phrases: NounPhrases, office: int, relative: int) -> int:
    """Where the name begins that stands before an office in commas: فلان، مستشار الوزير، الذي.

    "So-and-so, the minister's adviser, who"
    """
    article, words = phrases.article, phrases.words
    head = article.folded(office)
    if not (words.is_role(head) or head in CHIEFS):
        return office
    if article.tokens[office - 1].text not in INNER_COMMAS:
        return office
    first_of_sentence, _ = article.sentence(relative)
    best = office
    for start in range(office - 2, max(first_of_sentence, office - _LONGEST_NAME) - 1, -1):
        if not article.tokens[start].is_word:
            break
        if (
            phrases.starts(start)
            and words.is_name(article, start)
            and phrases.end(start, office - 1) == office - 1
        ):
            best = start
    return best


def _with_other(phrases: NounPhrases, start: int, floor: int) -> int:
    """Where the first of two begins whom و joins before "both of whom": فلان، وفلان، اللذان.

    "So-and-so, and So-and-so, both of whom"
    """
    article = phrases.article
    if not article.folded(start).startswith("و"):
        return start
    end = start - (article.tokens[start - 1].text in INNER_COMMAS)
    return next(
        (
            first
            for first in range(floor, end)
            if phrases.starts(first) and phrases.end(first, end) == end
        ),
        start,
    )

"""The antecedent of a relative clause as the subject of its verb: الوزير الذي قال.

"the minister who said"; an indefinite noun has the clause behind it without a pronoun: مواطنين
أفادوا "citizens who reported".
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.reach_of_antecedents import find_antecedent
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.verb_agreement import agrees_with_verb
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    CALLS,
    FROM,
    GENDER_OF_RELATIVE,
    HAD_BEFORE,
    IN_WHICH,
    KEEPING_ON,
    LETTERS,
    PREPOSITIONS_WITH_PRONOUN,
    RECORDINGS,
    RELATIVES,
    VERBAL_PARTICLES,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words

_LONGEST_ANTECEDENT = 24
_LONGEST_OWNER = 10
_LONGEST_SHOWN = 5
# What stands between a relative pronoun and its verb.
_BEFORE_VERBS = VERBAL_PARTICLES | KEEPING_ON
_CALLS_IN_WRITING = LETTERS | CALLS


def relative_before(clause: ReportingClause) -> int | None:
    """The relative pronoun that the verb of a clause stands behind."""
    article = clause.article
    index = clause.cue.first - 1
    if article.phrase(index - 1, 2) in HAD_BEFORE:
        # التي سبق أن نفت: which had denied before
        index -= 2
    while article.folded(index) in _BEFORE_VERBS:
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
        or _has_body_behind_thing(clause, antecedent)
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


def _has_body_behind_thing(clause: ReportingClause, antecedent: Subject) -> bool:
    """Whether a body or an office stands behind the verb, and what is before it cannot speak.

    الصالة التي ذكرت هيئة الطيران أنها: the hall of which the aviation authority said that it
    """
    phrases, behind = clause.phrases, clause.cue.last
    if phrases.names_source(antecedent.first) or not phrases.starts(behind, after_verb=True):
        return False
    word = clause.article.folded(behind)
    if not (clause.words.is_organisation(word) or clause.words.is_role(word)):
        return False
    last = phrases.end(behind, clause.limit, clause.reading.governed, after_verb=True)
    return phrases.names_definite_source(Subject(behind, last, "VSO")) and agrees_with_verb(
        clause, behind
    )


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
        and words.in_list(article.folded(letter), _CALLS_IN_WRITING)
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


def shown_in_recording(clause: ReportingClause) -> Subject | None:
    """Whom a recording shows who speaks in it: مقطع فيديو | لفتاة تقول.

    "a video of | a girl who says"
    """
    article, words, end = clause.article, clause.words, clause.cue.first
    for shown in range(end - 1, max(clause.earliest, end - _LONGEST_SHOWN), -1):
        if words.in_list(article.folded(shown - 1), RECORDINGS):
            whole = clause.phrases.end(shown, end, after_verb=True) == end
            attached = is_attached_preposition(article, shown, words)
            return Subject(shown, end, "source") if attached and whole else None
    return None

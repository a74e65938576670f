"""Who stands beside a cue as its grammatical subject.

Arabic news puts the subject behind the verb (وقال الوزير, VSO) or before it (الوزير قال, SVO, above
all in headlines and after كان and أن), or makes it the antecedent of a relative clause (الوزير الذي
قال). Where nothing of the kind stands there the subject is dropped and known from the context.
"""

from __future__ import annotations

from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.antecedents import (
    antecedent_of_relative,
    describes_noun_before,
    document_before,
    is_letter_to,
    noun_described,
    owner_of_document,
    relative_before,
    shown_in_recording,
)
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.subjects_before import (
    subject_before,
    subject_before_deed,
    topic_before,
)
from quotes.extraction.subjects.subjects_behind import subject_behind
from quotes.extraction.subjects.subjects_behind_prepositions import named_by_preposition
from quotes.extraction.subjects.subjects_of_nouns import subject_of_noun
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import ABOUT, FROM, IN_WHICH

SubjectsBefore = dict[tuple[int, CueReading], Subject | None]
"""The subjects before their verbs, by the first token of the cue and its reading."""


def find_subject(clause: ReportingClause, before: SubjectsBefore) -> Subject | None:
    """The subject written for the cue of a clause, or None where it is dropped.

    What stands before a cue is looked for once and kept in ``before``: whether an object follows
    makes no difference there.
    """
    kind = clause.reading.type
    if kind == "verb":
        return _subject_of_verb(clause, before)
    # A participle has the subject of the verb that it stands with: وتابع قائلا "and he went on,
    # saying".
    return subject_of_noun(clause) if kind == "noun" else None


def _subject_of_verb(clause: ReportingClause, known: SubjectsBefore) -> Subject | None:
    """The subject of a finite verb, by what is told of it before it is looked for beside it."""
    source = clause.reading.verb.source
    if source:
        if clause.article.folded(clause.cue.last) in IN_WHICH:
            document = document_before(clause)
            if document is not None:
                return document
        named = named_by_preposition(clause)
        if named is not None or source not in ABOUT:
            return named
        # نقلت وسائل الإعلام أنه "the media reported that he": she names no other source.
    relative = relative_before(clause)
    if relative is not None:
        return antecedent_of_relative(clause, relative) or subject_behind(clause)
    if _says_through_what(clause):
        return None
    owner = owner_of_document(clause) or shown_in_recording(clause)
    if owner is not None:
        return owner
    if describes_noun_before(clause):
        return noun_described(clause)
    if clause.reading.has_li:
        # تأخر الفريق، ليؤكد المدرب: the team fell behind, only for the coach to affirm
        return subject_behind(clause) or subject_before_deed(clause)
    return _before_or_behind(clause, known)


def _before_or_behind(clause: ReportingClause, known: SubjectsBefore) -> Subject | None:
    """The subject on one side of the verb or the other, where it is a noun phrase of its own."""
    asked = clause.cue.first, clause.reading
    if asked not in known:
        known[asked] = topic_before(clause) or subject_before(clause)
    before = known[asked]
    if before is not None and (is_letter_to(clause, before) or _says_in_it(clause)):
        before = None
    if _is_dual_or_plural(clause):
        return before
    return subject_behind(clause) if before is None else _office_set_off(clause) or before


def _says_in_it(clause: ReportingClause) -> bool:
    """Whether it is said in what stands before: وجهت سؤالا إلى وزير الفلاحة، تطالبه فيه.

    "she put a question to the minister of agriculture, in which she demands of him"
    """
    return (
        clause.reading.enclitic
        and clause.article.folded(clause.cue.last) in IN_WHICH
        and clause.article.is_behind_comma(clause.cue.first)
    )


def _office_set_off(clause: ReportingClause) -> Subject | None:
    """The office or full name behind a verb that a comma divides from what stands before it.

    عبر منصة إكس، تويتر سابقا، قال الرئيس: on X, formerly Twitter, the president said
    """
    if (
        not clause.article.is_behind_comma(clause.cue.first)
        or clause.calls_upon
        or clause.takes_object
    ):
        return None
    behind = subject_behind(clause)
    if behind is None:
        return None
    first = clause.article.folded(behind.first)
    named = (
        (first in clause.words.lexicon.given_names and behind.last > behind.first + 1)
        # خلال لقاء مع سامي حداد، مدير المتحف، قال حداد: on meeting Sami Haddad, the director of
        # the museum, Haddad said
        or clause.article.is_surname(first)
        or any(
            clause.words.is_name(clause.article, place - 1)
            for place in clause.article.places(first)
            if place < clause.cue.first
        )
    )
    return behind if named or clause.words.is_role(first) else None


def _says_through_what(clause: ReportingClause) -> bool:
    """Whether something is named through which it is said, by whoever the text is about.

    أجرت الشركة دراسة توقعت من خلالها: the company made a study through which it expects.
    """
    article, cue = clause.article, clause.cue
    return (
        article.folded(cue.last) in FROM
        and article.folded(cue.last + 1) in IN_WHICH
        and not cue.conjunction
        and not has_article(article.folded(cue.first - 1))
    )


def _is_dual_or_plural(clause: ReportingClause) -> bool:
    """Whether the verb agrees in number with a subject before it; one behind it has a singular."""
    numbers = clause.reading.numbers
    return "s" not in numbers and ("d" in numbers or "m" in clause.reading.genders)

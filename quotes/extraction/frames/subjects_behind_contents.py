"""The subject behind its verb's complement: رحب بالقرار وزير الخارجية "welcomed the decision".

Arabic may put a short complement with its preposition before the subject. What stands behind a
definite noun cannot be its possessor, so that the phrase of an office or a body there is the
subject; behind a person it may be in apposition.
"""

from __future__ import annotations

from quotes.extraction.frames.frame import Frame
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.verb_agreement import agrees_with_verb
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import CLASSIFICATIONS, FROM

_LONGEST_COMPLEMENT = 6


def subject_behind_content(clause: ReportingClause, frame: Frame, limit: int) -> Subject | None:
    """The subject behind the noun phrase that is the content of ``frame``, if one stands there."""
    article, reading = clause.article, clause.reading
    if (
        reading.type != "verb"
        or reading.enclitic
        or "s" not in reading.numbers
        or frame.subject is not None
        or frame.kind != "nominal"
        or frame.opener != clause.cue.last
    ):
        return None
    # A preposition may be written onto the content's first word.
    content = article.token_over(frame.start)
    if not CLASSIFICATIONS.isdisjoint(bare(article.folded(content))):
        return None
    for index in range(content, min(limit - 1, content + _LONGEST_COMPLEMENT)):
        facts = article.tokens[index].facts
        if not article.tokens[index].is_word or facts.is_verb or facts.is_role or facts.is_title:
            return None
        if _is_complete(clause, index) and _begins_subject(clause, index + 1):
            last = clause.phrases.end(index + 1, limit, after_verb=True)
            return Subject(index + 1, last, "VSO") if last > index + 1 else None
    return None


def _is_complete(clause: ReportingClause, index: int) -> bool:
    """Whether a definite noun ends here, which governs no other noun."""
    facts, folded = clause.article.tokens[index].facts, clause.article.folded(index)
    return not facts.is_function_word and (
        facts.has_article or facts.has_enclitic or folded in clause.words.lexicon.countries
    )


def _begins_subject(clause: ReportingClause, index: int) -> bool:
    """Whether an office, a body or a number of people stands here, and agrees with the verb."""
    article, words, lexicon = clause.article, clause.words, clause.words.lexicon
    folded = article.folded(index)
    if folded in lexicon.quantifiers:
        return article.folded(index + 1) in FROM
    if folded.startswith("ال"):
        is_source = folded.removeprefix("ال") in lexicon.roles or words.is_title(folded)
    else:
        is_source = folded in lexicon.roles or folded in lexicon.organisations
    return is_source and not words.is_accusative(article, index) and agrees_with_verb(clause, index)

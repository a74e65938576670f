"""Subjects that a preposition names as the source: نقلت الوكالة عن مسؤول أن, جاء في البيان أن."""

from __future__ import annotations

from quotes.extraction.grammar import AND_IT, CALLED
from quotes.extraction.reporting_clause import ReportingClause
from quotes.extraction.subject import Subject
from quotes.extraction.subjects_before import only_asides


def named_by_preposition(clause: ReportingClause) -> Subject | None:
    """The noun phrase behind في, عن or من: جاء في البيان أن, نقلت الوكالة عن مسؤول أن."""
    article, phrases, cue, limit = clause.article, clause.phrases, clause.cue, clause.limit
    for index in range(cue.last, min(limit, cue.last + 14)):
        if article.folded(index) == clause.reading.verb.source:
            if phrases.starts(index + 1):
                last = phrases.end(index + 1, limit)
                return Subject(index + 1, last, "source") if last > index + 1 else None
            return None
    return None


def quoted_from(clause: ReportingClause) -> Subject | None:
    """The one from whom words are taken over: نقلت الوكالة عن المتحدث قوله."""
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    for index in range(cue.first - 2, max(0, cue.first - 16), -1):
        if article.folded(index) == "عن" and phrases.starts(index + 1):
            if not any("نقل" in article.folded(n) for n in range(max(0, index - 12), index)):
                return None
            last = phrases.end(index + 1, cue.first)
            if article.folded(last) in AND_IT and last > index + 1:
                # عن فلان وهو باحث قوله: about So-and-so, who is a researcher, his saying
                return Subject(index + 1, last, "source")
            if article.folded(last) in CALLED and last > index + 1:
                # عن مزارع يدعى فلان قوله: from a farmer called So-and-so, his saying
                return Subject(index + 1, last, "source")
            if last == cue.first or only_asides(phrases, last, cue.first):
                return Subject(index + 1, last, "source")
            return None
    return None

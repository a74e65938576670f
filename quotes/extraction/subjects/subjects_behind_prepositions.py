"""Subjects that a preposition names as the source: نقلت الوكالة عن مسؤول أن, جاء في البيان أن.

"the agency took over from an official that", "it came in the statement that"
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import COMPLEMENTIZERS, RELAYING

_LONGEST_NAMING = 24
_REACH_OF_RELAYING = 12


def named_by_preposition(clause: ReportingClause) -> Subject | None:
    """The noun phrase behind في "in", عن "about" or من "from", which name a source."""
    article, phrases, cue, limit = clause.article, clause.phrases, clause.cue, clause.limit
    for index in range(cue.last, min(limit, cue.last + 14)):
        if article.folded(index) == clause.reading.verb.source:
            if phrases.starts(index + 1):
                last = phrases.end(index + 1, limit)
                return Subject(index + 1, last, "source") if last > index + 1 else None
            return None
    return None


def quoted_from(clause: ReportingClause) -> Subject | None:
    """The one from whom words are taken over: نقلت الوكالة عن المتحدث قوله.

    "the agency took over from the spokesman his saying"; so does نقلت عن فلان وهو باحث قوله "from
    So-and-so, who is a researcher".
    """
    article, phrases, cue = clause.article, clause.phrases, clause.cue
    for index in range(cue.first - 2, max(0, cue.first - _LONGEST_NAMING), -1):
        if phrases.starts(index + 1) and _is_relayed(article, index):
            last = phrases.end(index + 1, cue.first)
            goes_on = any(article.folded(n) in COMPLEMENTIZERS for n in range(last, cue.first))
            return Subject(index + 1, last, "source") if last > index + 1 and not goes_on else None
    return None


def _is_relayed(article: Article, index: int) -> bool:
    """Whether a preposition tells from whom words are taken over.

    نقلت عن "took over from", نسبت إلى "attributed to"
    """
    roots = RELAYING.get(article.folded(index), frozenset())
    before = range(max(0, index - _REACH_OF_RELAYING), index)
    return any(root in article.folded(n) for root in roots for n in before)

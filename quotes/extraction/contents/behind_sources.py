"""What stands behind a phrase of source, and is still what it vouches for.

وفقاً للوزارة، انخفض العدد "according to the ministry, the number has fallen": the clause behind it;
العدد، وفقاً للوزارة، انخفض "the number, according to the ministry, has fallen": the second half.
"""

from __future__ import annotations

from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import circumstance_end
from quotes.extraction.text.grammar import (
    AND_THAT_IT,
    COMPLEMENTIZERS,
    CONTINUATIONS,
    MADE_KNOWN,
    RELATIVES,
    THEN,
    THEN_INDEED,
    WANTING_A_CLAUSE,
)
from quotes.extraction.text.marks import COMMAS, DASHES
from quotes.extraction.text.words import Words
from quotes.model import Span

_SHORTEST_REST = 3
_LONGEST_ASIDE = 20
_RESUMPTIONS = THEN | AND_THAT_IT


class BehindSources:
    """Measures out in one article what stands behind phrases of source."""

    def __init__(self, article: Article, words: Words, contents: ContentFinder) -> None:
        self.article = article
        self.words = words
        self.contents = contents

    def start(self, after: int, limit: int) -> int:
        """The first word of the clause behind a source that opens the sentence."""
        article = self.article
        start = self._resumption(self._past_description(after, limit), limit)
        while start < limit and (
            article.tokens[start].text in COMMAS
            # فقد انخفض: "has indeed fallen" is part of what is said; "then" of فإن is not.
            or article.folded(start) in THEN - THEN_INDEED
            or circumstance_end(article, start, self.words) > start
        ):
            start = max(start + 1, circumstance_end(article, start, self.words))
        if start < limit and article.folded(start) in COMPLEMENTIZERS:
            start += 1
        return start

    def whole(self, after: int, limit: int) -> Span | None:
        """The clause that stands behind a source, if it is one."""
        start = self.start(after, limit)
        if limit - start < _SHORTEST_REST:
            return None
        return self.contents.spans.of_tokens(start, self.contents.end_behind_source(start, limit))

    def rest(self, before_cue: int, after: int, limit: int) -> Span | None:
        """The sentence's second half, where the preposition stands in its middle."""
        article = self.article
        start = after
        if start + 1 < limit and article.folded(start + 1) in RELATIVES:
            # وفقا للإدارة، التي تؤكد: according to the administration, which affirms
            return None
        while start < limit and (following := circumstance_end(article, start, self.words)) > start:
            start = following
        if before_cue >= 0 and article.tokens[before_cue].text in COMMAS:
            start = self._end_of_aside(start, limit)
        joined = start < limit and article.folded(start) in COMPLEMENTIZERS
        dashed = article.tokens[before_cue].text in DASHES if before_cue >= 0 else False
        while start < limit and (
            article.tokens[start].text in COMMAS
            or (dashed and article.tokens[start].text in DASHES)
        ):
            joined = True
            start += 1
        if not joined:
            return None
        if limit - start < 2 or (start == after and article.tokens[start].kind == "mark"):
            return None
        if self.contents.returns.at(start - 2, start):
            return None
        folded = article.folded(start)
        wanted = folded.startswith("ف") and self._wants_clause(before_cue)
        if article.is_behind_comma(start) and (
            (folded.startswith(("و", "ف")) and not wanted) or folded in CONTINUATIONS
        ):
            return None
        last = self.contents.end_behind_source(start, limit)
        return self.contents.spans.of_tokens(start, last)

    def _wants_clause(self, before_cue: int) -> bool:
        """Whether no more than its topic or condition stands before the source: أما الشركة، وفقا.

        "as for the company, according to"
        """
        article = self.article
        first, _ = article.sentence(before_cue)
        return article.folded(
            article.past_marks(first, before_cue)
        ) in WANTING_A_CLAUSE and not any(
            article.is_behind_comma(index) for index in range(first + 1, before_cue)
        )

    def predicate(self, reported: int | None, cue: int, after: int, limit: int) -> Span | None:
        """What stands behind a source that parts a ``reported`` clause's subject from its verb.

        وأضاف أن زوجته بحسب التقارير تحتاج "and he added that his wife according to the reports
        needs"
        """
        words = self.words
        if (
            reported is None
            or after >= limit
            or not words.may_be_verb(self.article, after)
            or any(words.is_verb(self.article, index) for index in range(reported, cue))
        ):
            return None
        return self.contents.spans.of_tokens(after, self.contents.end_behind_source(after, limit))

    def _past_description(self, after: int, limit: int) -> int:
        """Past the clause that describes the source, to its comma: بحسب حصيلة أعدتها الوكالة،.

        "according to a count that the agency made,"
        """
        article = self.article
        token = article.tokens[after] if after < limit else None
        if token is None or not (
            token.folded in RELATIVES
            or (token.facts.has_enclitic and token.facts.is_verb)
            # وبحسب ورقة نشرت في المجلة ولم تراجع بعد، : and according to a paper that was published
            # in the journal and not yet reviewed,
            or token.folded in MADE_KNOWN
            or article.folded(after - 1) in MADE_KNOWN
        ):
            return after
        return next(
            (
                index
                for index in range(after, min(limit, after + _LONGEST_ASIDE))
                if article.tokens[index].text in COMMAS
                and not article.folded(index + 1).startswith("و")
            ),
            after,
        )

    def _resumption(self, after: int, limit: int) -> int:
        """Past what is told of the source before فإن: وبحسب وثيقة اطلعت عليها الوكالات، فإن.

        "and according to a document that the agencies have seen, …"
        """
        article = self.article
        return next(
            (
                index
                for index in range(after, min(limit, after + _LONGEST_ASIDE))
                if article.folded(index) in _RESUMPTIONS
                and (
                    article.is_behind_comma(index)
                    # وبحسب إحصائية صدرت عام 2002 فإن
                    # (and according to a count that appeared in 2002,)
                    or self.words.may_be_verb(article, after)
                )
            ),
            after,
        )

    def _end_of_aside(self, start: int, limit: int) -> int:
        """The comma that closes what is told of a source, which a comma opened; or ``start``.

        فاز المرشح، بحسب استطلاعات لدى خروج الناخبين، بأكثر من ثلثي الأصوات
        (the candidate won, according to polls of voters, more than two thirds of the votes)
        """
        article = self.article
        for index in range(start, min(limit, start + _LONGEST_ASIDE)):
            if article.tokens[index].text in COMMAS:
                return index
            if article.tokens[index].kind == "mark" or self.words.is_verb(article, index):
                return start
        return start

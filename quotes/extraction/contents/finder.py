"""Where the reported words end.

A reported clause runs to the end of its sentence unless the reporter's own voice returns before
(``reporter_returns``, ``next_clauses``). Words between marks end at the mark.
"""

from __future__ import annotations

from bisect import bisect_left

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.contents.content_spans import ContentSpans
from quotes.extraction.contents.next_clauses import NextClauses
from quotes.extraction.contents.reporter_returns import ReporterReturns
from quotes.extraction.frames.frame import Frame
from quotes.extraction.frames.listed_items import items_behind
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import AFTER, CONJUNCTIONS
from quotes.extraction.text.marks import COMMAS, DOTS
from quotes.extraction.text.words import Words
from quotes.model import Form, Span


class ContentFinder:
    """Measures out contents in one article."""

    def __init__(
        self,
        article: Article,
        words: Words,
        frames: list[Frame],
        sources: dict[int, int],
    ) -> None:
        """``sources`` are the phrases of source: the first token of each, and the one behind it."""
        self.article = article
        self.frames = {frame.cue.first: frame for frame in frames}
        """The frames of all cues, by the first token of each."""
        self.spans = ContentSpans(article)
        self.returns = ReporterReturns(article, words, self.frames, sources)
        self._next_clauses = NextClauses(article, words, self.frames)
        # Where clauses and words in marks open, each with its cue.
        self._openers = sorted(
            (frame.opener, frame.cue.first) for frame in frames if not frame.is_nominal
        )
        # Where a clause may be over, or marks that it passes over open.
        self._stops = sorted(self.returns.places.union(article.opening))

    def attribution(self, frame: Frame) -> Attribution | None:
        """The content that ``frame`` opens, or None where nothing is left of it."""
        found: list[Span | None] = []
        if frame.before is not None:
            found.append(self.spans.of_quotation(frame.before))
        if frame.quotation is not None:
            found.append(self._quoted(frame, frame.quotation))
        elif frame.before is None:
            found.append(self._clause(frame))
        content = tuple(span for span in found if span is not None)
        if not content:
            return None
        form: Form = "nominal" if frame.is_nominal else "clause"
        return Attribution(
            frame,
            self.article.span(frame.cue.first, frame.cue.last),
            content,
            self.spans.kind(content, frame.kind),
            form,
            frame.subject,
        )

    def _quoted(self, frame: Frame, number: int) -> Span | None:
        """A content between marks, or the whole clause where it goes on after the mark."""
        if frame.kind == "that":
            article = self.article
            start = article.quotations[number].outer_start
            after = article.after_quotation(number)
            last = self._end_of_quoted_clause(frame, article.token_at(start), after)
            if any(token.kind != "mark" for token in article.tokens[after:last]):
                return self.spans.trimmed(start, article.ends[last - 1])
        return self.spans.of_quotation(number)

    def _end_of_quoted_clause(self, frame: Frame, first: int, after: int) -> int:
        """The token after a clause that begins with a quotation, which ends before ``after``."""
        following = self._next_clauses
        if following.describes_speaker(after) or following.reporter_goes_on(after):
            return after
        limit = self.article.sentence(first)[1]
        return min(self.clause_end(first, limit), following.begins_at(frame, after - 1, limit))

    def _clause(self, frame: Frame) -> Span | None:
        """A content that no marks enclose."""
        article = self.article
        items = items_behind(article, frame.opener) if frame.kind == "colon" else None
        if items is not None:
            return self.spans.of_tokens(*items)
        first = article.token_at(frame.start)
        if self._is_whole_phrase_in_marks(frame, first):
            return self.spans.of_quotation(article.opening[first])
        # A preposition may be written onto the content's first word.
        first = article.token_over(frame.start)
        _, limit = article.sentence(first)
        if frame.subject is not None and frame.subject.first > first:
            # رحب | بالقرار | وزير الخارجية: the foreign minister welcomed the decision
            limit = min(limit, frame.subject.first)
        limit = self._before_content_around(frame, first, limit)
        if frame.is_nominal and article.paragraph_of[first] == 0:
            limit = self._colon_of_headline(first, limit)
        last = min(self.clause_end(first, limit), self._next_clauses.begins_at(frame, first, limit))
        while last > first and article.folded(last - 1) in CONJUNCTIONS:
            last -= 1
        if last <= first:
            return None
        return self.spans.trimmed(frame.start, article.ends[last - 1])

    def _before_content_around(self, frame: Frame, first: int, limit: int) -> int:
        """Where what an aside tells of another ends: أكدت، بعد إعلان الوزير أن العمل بدأ، | أن.

        "affirmed, after the minister's announcement that the work had begun, | that": what the cue
        before the aside opens is no part of it.
        """
        openers = self._openers
        for opener, cue in openers[bisect_left(openers, (first, 0)) :]:
            if opener >= limit:
                break
            if cue < frame.cue.first:
                return opener
        return limit

    def _colon_of_headline(self, first: int, limit: int) -> int:
        """Where the noun phrase of a headline ends before what its subject said besides.

        المدرب يدافع عن حارسه: «…» (the coach defends his keeper: "…"); الوزير يلوح برسوم.. خبراء:
        … (the minister threatens with tariffs.. experts: …)
        """
        article, level = self.article, self.article.quotation_at[first]
        inside = [n for n in range(first + 1, limit) if article.quotation_at[n] == level]
        colon = next((index for index in inside if article.tokens[index].text == ":"), limit)
        return next(
            (n for n in inside if n < colon < limit and article.tokens[n].text in DOTS), colon
        )

    def _is_whole_phrase_in_marks(self, frame: Frame, first: int) -> bool:
        """Whether a noun phrase in marks is all that is reported, by what follows.

        اتهمها بـ«القرصنة» بعد الضربة: accused it of "piracy" after the strike; وصفها الباحثون
        بـ«الحدث الكبير»، عثر شاب: which the researchers called "the great event", a young man found
        """
        article = self.article
        if frame.kind != "nominal" or first not in article.opening:
            return False
        if self._describes(frame):
            return True
        after = article.after_quotation(article.opening[first])
        following = article.folded(after)
        return following in AFTER or (
            following in COMMAS and not article.folded(after + 1).startswith(CONJUNCTIONS)
        )

    def _describes(self, frame: Frame) -> bool:
        """Whether the verb tells only what somebody calls a thing: وصفته بـ«النموذج» في مجاله.

        "which she called 'the model' in its field"
        """
        verb = frame.reading.verb if frame.reading is not None else None
        return verb is not None and verb.object and verb.takes_two and verb.quotation == "no"

    def end_behind_source(self, first: int, limit: int) -> int:
        """The token after the clause that stands behind a source, without a comment on it."""
        return self._next_clauses.comment_begins(first, self.clause_end(first, limit))

    def clause_end(self, first: int, limit: int) -> int:
        """The token after a clause that begins at ``first`` and may run up to ``limit``.

        What stands between marks in it is passed over: nobody but who is quoted speaks there.
        """
        article, opening = self.article, self.article.opening
        level = article.quotation_at[first]
        index = first + 1
        if first in opening:
            index = article.after_quotation(opening[first])
        stops = self._stops
        for stop in stops[bisect_left(stops, index) : bisect_left(stops, limit)]:
            if stop < index:
                continue
            if stop in opening and article.quotation_at[stop] == level:
                index = article.after_quotation(opening[stop])
            elif stop in self.returns.places and self.returns.at(first, stop):
                return stop
        return limit

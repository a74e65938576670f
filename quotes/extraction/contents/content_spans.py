"""A content as a stretch of the text, and what marks say of its kind.

Punctuation at the edges belongs to nobody's words. Words between marks are direct speech; marks
around a part of the content make it mixed, unless they are around a single word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from quotes.extraction.frames.frame import FrameKind
from quotes.extraction.text.article import Article
from quotes.model import Kind, Span

_EDGE = " \t\r\n\u00a0\u200e\u200f،,.؛;:…-–—!؟?"
_OPENING_EDGE = " \t\r\n\u00a0\u200e\u200f،,.؛;:…–—"
# A stroke by itself is a dash; written onto a letter (1436هـ) it belongs to the word.
_LONG_DASH = " ـ"
_LEAST_QUOTED_WORDS = 2


class ContentSpans:
    """Cuts contents out of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        quotations = article.quotations
        self._quotation_starting = {q.outer_start: q for q in quotations}
        self._quotation_starts = [q.start for q in quotations]
        # How far the quotations up to each one reach.
        self._quotation_reach = list(accumulate((q.end for q in quotations), max))
        self._spoken = [
            quotation
            for number, quotation in enumerate(quotations)
            if article.has_words(*article.quotation_tokens(number), _LEAST_QUOTED_WORDS)
        ]
        self._spoken_starts = [q.outer_start for q in self._spoken]

    def of_tokens(self, first: int, last: int) -> Span | None:
        """Tokens ``[first, last)`` without punctuation at the edges; None where nothing is left."""
        if last <= first:
            return None
        return self.trimmed(self.article.starts[first], self.article.ends[last - 1])

    def of_quotation(self, number: int) -> Span | None:
        """What stands between the marks of a quotation; None where nothing does."""
        quotation = self.article.quotations[number]
        return self.trimmed(quotation.start, quotation.end)

    def trimmed(self, start: int, end: int) -> Span | None:
        """The span without punctuation at its edges; quotation marks inside it stay paired."""
        text = self.article.text
        while start < end and text[start] in _OPENING_EDGE:
            start += 1
        while start < end and (text[end - 1] in _EDGE or text.endswith(_LONG_DASH, start, end)):
            end -= 1
        quotation = self._quotation_starting.get(start)
        if quotation is not None and quotation.outer_end == end:
            return self.trimmed(quotation.start, quotation.end)
        return Span(start, end, text[start:end]) if start < end else None

    def kind(self, content: tuple[Span, ...], frame: FrameKind) -> Kind:
        """Direct, mixed or indirect, by how much of the content stands between marks."""
        if frame == "colon" or any(map(self._is_quoted, content)):
            return "direct"
        return "mixed" if any(map(self._holds_speech, content)) else "indirect"

    def _is_quoted(self, span: Span) -> bool:
        """Whether all of it stands between marks."""
        quotation = self._quotation_starting.get(span.start)
        if quotation is not None and quotation.outer_end == span.end:
            return True
        before = bisect_right(self._quotation_starts, span.start)
        return before > 0 and span.end <= self._quotation_reach[before - 1] + 1

    def _holds_speech(self, span: Span) -> bool:
        """Whether a quotation of more than one word stands in it."""
        first = bisect_left(self._spoken_starts, span.start)
        last = bisect_left(self._spoken_starts, span.end)
        return any(quotation.outer_end <= span.end for quotation in self._spoken[first:last])

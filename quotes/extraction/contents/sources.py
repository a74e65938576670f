"""What a phrase of source vouches for.

وفقاً لوزارة الدفاع "according to the ministry" takes the sentence around it as its content,
whether it stands before, behind or in the middle of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.contents.behind_sources import BehindSources
from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.frames.frame import Frame, FrameKind
from quotes.extraction.frames.source_phrases import SourcePhrase
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    AND_THIS,
    BUT,
    COMPLEMENTIZERS,
    ONLY_THAT,
    SO_THE,
    SO_THEY,
    THAT_THING,
    THUS,
)
from quotes.extraction.text.marks import DASHES, INNER_COMMAS, SEMICOLONS
from quotes.extraction.text.sentence_starts import past_byline, past_dateline
from quotes.extraction.text.words import Words
from quotes.model import Span

_LONGEST_BEGINNING = 2
_SHORTEST_REST = 3
_LEAST_QUOTED = 2
_SHORTEST_CLAUSE = 2
_OPENED: tuple[FrameKind, ...] = ("that", "colon", "nominal")


class SourceFinder:
    """Finds the attributions of one article that hang on a preposition of source."""

    def __init__(
        self,
        article: Article,
        words: Words,
        contents: ContentFinder,
    ) -> None:
        self.article = article
        self.words = words
        self.contents = contents
        self._behind = BehindSources(article, words, contents)

    def find(self, phrases: list[SourcePhrase], governing: list[Attribution]) -> list[Attribution]:
        """The attributions of all prepositions of source."""
        found = []
        for phrase in phrases:
            if phrase.cue.source is not None and phrase.cue.source.lemma in THUS:
                attribution = self._quoted_before(phrase.cue, phrase.subject)
            elif phrase.subject is None:
                attribution = self._pronoun(phrase.cue, governing)
            else:
                attribution = self._around(phrase.cue, phrase.subject)
            if attribution is not None:
                found.append(attribution)
        return found

    def _quoted_before(self, cue: CueCandidate, subject: Subject | None) -> Attribution | None:
        """«…»، هكذا عبّر فلان: the words in marks before it."""
        number = self.article.quotation_before(cue.first)
        if number is None:
            return None
        first, last = self.article.quotation_tokens(number)
        content = self.contents.spans.of_tokens(first, last)
        if content is None:
            return None
        return self._attribution(cue, subject, (content,), "quotation")

    def _pronoun(self, cue: CueCandidate, governing: list[Attribution]) -> Attribution | None:
        """على حد قوله, وفق تعبيره: the content of the clause it closes, by the same speaker."""
        article = self.article
        position = article.starts[cue.first]
        sentence_start = article.starts[article.sentence(cue.first)[0]]
        begun = bisect_left(governing, sentence_start, key=lambda a: a.cue.start)
        ended = bisect_right(governing, position, key=lambda a: a.cue.end)
        quoted = self._quotation_apart(cue.first)
        if quoted is not None:
            return self._attribution(cue, None, (quoted,))
        closing = [a for a in governing[begun:ended] if a.end <= position]
        if closing:
            host = max(closing, key=lambda a: (a.end, a.start))
            # دعا إلى التريث، فالنتائج، برأيه، أولية: he called for patience, for the results, in
            # his view, are preliminary; a clause of its own has begun.
            if not article.has_words(article.token_at(host.end), cue.first, _SHORTEST_REST):
                return self._attribution(cue, None, host.content)
        return self._around(cue, None)

    def _quotation_apart(self, cue: int) -> Span | None:
        """Words in marks behind a comma that a source closes: قد يدان، «وقد يبرأ»، على حد قولها.

        "he may be convicted, 'and may be acquitted', as she put it"
        """
        article = self.article
        number = article.quotation_before(cue)
        if number is None:
            return None
        first, last = article.quotation_tokens(number)
        if first < 2 or article.tokens[first - 2].text not in INNER_COMMAS:
            return None
        if not article.has_words(first, last, _LEAST_QUOTED):
            # المحطة الثالثة، «النخيل»، بحسب قوله: the third station, "the Palms", as he said
            return None
        return self.contents.spans.of_tokens(first, last)

    def _around(self, cue: CueCandidate, subject: Subject | None) -> Attribution | None:
        """The sentence around a preposition of source and its noun phrase."""
        first, limit = self.article.sentence(cue.first)
        after = subject.last if subject is not None else cue.last
        if cue.source is not None and cue.source.words[-1] in THAT_THING:
            return self._told_back(cue, subject, first)
        if self._opens_clause(cue, first) or self._leads(cue, after):
            start = self._behind.start(after, limit)
            if all(token.kind == "mark" for token in self.article.tokens[start:limit]):
                return self._sentence_before(cue, subject, first)
            last = self.contents.end_behind_source(start, limit)
            content = self.contents.spans.of_tokens(start, last)
            return self._attribution(cue, subject, (content,)) if content else None
        told = self._told_by_verb_before(first, cue.first, after)
        if told is not None and subject is not None:
            return self._attribution(cue, subject, told)
        pieces = self._clause_around(first, cue.first, after, limit)
        return self._attribution(cue, subject, pieces) if pieces else None

    def _told_back(
        self, cue: CueCandidate, subject: Subject | None, first: int
    ) -> Attribution | None:
        """…، كشف ذلك المدير "the manager revealed that": the clause, or sentence, before it."""
        if self._opens_clause(cue, first):
            return self._sentence_before(cue, subject, first)
        if not self.article.is_behind_comma(cue.first):
            # بعد أن أعلن ذلك الوزير: after the minister announced that
            return None
        content = self.contents.spans.of_tokens(self._clause_start(first, cue.first), cue.first)
        return self._attribution(cue, subject, (content,)) if content is not None else None

    def _clause_around(self, first: int, cue: int, after: int, limit: int) -> tuple[Span, ...]:
        """What stands before a source that closes the sentence, and behind one in its middle."""
        # وذلك وفقا للوزارة: and this according to the ministry
        end = cue - (self.article.folded(cue - 1) in AND_THIS)
        if self.article.phrase(cue - 2, 2) in self.words.lexicon.resumptions:
            # جاء ذلك نقلا عن الوكالة: this came on the word of the agency
            end = cue - 2
        while end > first and self.article.tokens[end - 1].text in DASHES:
            end -= 1
        reported = self._reported_clause(first, cue)
        parted = self._parted(first, cue, after, limit, reported)
        if parted:
            return parted
        content = self.contents.spans.of_tokens(self._clause_start(first, cue), end)
        if content is None:
            return ()
        rest = self._behind.rest(cue - 1, after, limit)
        if rest is None:
            rest = self._behind.predicate(reported, cue, after, limit)
        if rest is None and self._has_only_begun(first, end):
            joins = self._only_joins(first, end)
            if joins or not self.article.is_behind_comma(cue):
                rest = self._behind.whole(after, limit)
            if rest is not None and joins:
                return (rest,)
        if rest is None:
            return (content,)
        if reported is not None:
            # قال إن زوجته، بحسب الأطباء، تحتاج "he said that his wife, according to the doctors,
            # needs": in the middle it vouches for its own clause.
            content = self.contents.spans.of_tokens(reported, end) or content
        return (content, rest)

    def _parted(
        self, first: int, cue: int, after: int, limit: int, reported: int | None
    ) -> tuple[Span, ...]:
        """The two pieces of a clause that the source parts, for which alone it vouches."""
        parts, spans = self.contents.returns.parted, self.contents.spans
        behind = parts.resumption(after, limit)
        start = parts.start(first, cue, behind, reported)
        if start is None:
            return ()
        last = self.contents.end_behind_source(behind, limit)
        begun = cue - parts.is_aside_mark(cue - 1)
        pieces = (spans.of_tokens(start, begun), spans.of_tokens(behind, last))
        return tuple(piece for piece in pieces if piece is not None)

    def _has_only_begun(self, first: int, end: int) -> bool:
        """Whether no more than two words stand before: والسبب حسب الشركة "and the reason is"."""
        tokens = self.article.tokens[first:end]
        words = [token for token in tokens if token.is_word]
        return len(words) <= _LONGEST_BEGINNING and not any(
            index in self.article.closing for index in range(first, end)
        )

    def _only_joins(self, first: int, end: int) -> bool:
        """Whether what stands before joins sentences: ولكن "but", ومن ثم "and so", وأخيراً."""
        article, words = self.article, self.words
        return all(
            words.is_function_word(article.folded(index))
            or article.folded(index).removeprefix("و") in words.lexicon.adverbs
            for index in range(first, end)
            if article.tokens[index].is_word
        )

    def _told_by_verb_before(self, first: int, cue: int, after: int) -> tuple[Span, ...] | None:
        """What a verb reports between which and its content the source stands.

        وقالت الوكالة نقلا عن الشرطة إن: and the agency said, quoting the police, that; وشككت
        الصحيفة، نقلا عن خبراء، في: and the paper, quoting experts, cast doubt on
        """
        for index in range(cue - 1, first - 1, -1):
            frame = self.contents.frames.get(index)
            if frame is not None and frame.opener >= after and frame.kind in _OPENED:
                attribution = self.contents.attribution(frame)
                return attribution.content if attribution is not None else None
        return None

    def _sentence_before(
        self, cue: CueCandidate, subject: Subject | None, first: int
    ) -> Attribution | None:
        """A phrase of source that is a sentence of its own vouches for the one before it."""
        article = self.article
        sentence = article.sentence_before(first)
        if sentence is None or article.paragraph_of[sentence[0]] != article.paragraph_of[first]:
            return None
        content = self.contents.spans.of_tokens(*sentence)
        return self._attribution(cue, subject, (content,)) if content else None

    def _opens_clause(self, cue: CueCandidate, first: int) -> bool:
        """Whether the preposition stands at the head of its sentence."""
        if cue.first == first or self.article.folded(cue.first - 1) in COMPLEMENTIZERS:
            return True
        before = self.article.tokens[first : cue.first]
        return (bool(cue.conjunction) and self.article.is_behind_comma(cue.first)) or all(
            token.kind == "mark" for token in before
        )

    def _leads(self, cue: CueCandidate, after: int) -> bool:
        """Whether "and" joins the phrase, and "so" the clause behind it: وحسب المصادر فالقوات.

        "and according to the sources the forces": no comma is needed before it.
        """
        folded = self.article.folded(after)
        return cue.conjunction == "و" and (folded in SO_THEY or folded.startswith(SO_THE))

    def _clause_start(self, first: int, end: int) -> int:
        """The first word of the sentence that the preposition closes."""
        article = self.article
        start = self._last_clause(first, end)
        if start == first == article.paragraphs[article.paragraph_of[first]].first:
            start = past_dateline(article, start, end)
            start = past_byline(article, start, end)
        return article.past_marks(start, end)

    def _last_clause(self, first: int, end: int) -> int:
        """Where the clause begins that the source closes, where another stands before it.

        Behind a semicolon, or behind a comma with "but": لكن ياغي، حسب زميلته، "but Yaghi,
        according to his colleague,".
        """
        article = self.article
        level = article.quotation_at[end]
        for index in range(end - _SHORTEST_CLAUSE, first, -1):
            if article.quotation_at[index] != level or not article.is_behind_comma(index):
                continue
            folded = article.folded(index)
            if article.tokens[index - 1].text in SEMICOLONS:
                return index
            if folded in BUT:
                return index + 1
            if article.phrase(index, 2) in ONLY_THAT:
                return index + 2
            # ، مقابل 44 مليونا، وفقا لتقارير ", for 44 million, according to reports": of longer
            # clauses the source vouches for all.
            break
        return first

    def _reported_clause(self, first: int, cue: int) -> int | None:
        """Where the reported clause begins in whose middle the source at ``cue`` stands."""
        article = self.article
        starts = [
            article.token_at(frame.start)
            for index in range(first, cue)
            if (frame := self.contents.frames.get(index)) is not None and frame.kind == "that"
        ]
        return max((start for start in starts if start < cue), default=None)

    def _attribution(
        self,
        cue: CueCandidate,
        subject: Subject | None,
        content: tuple[Span, ...],
        kind: FrameKind = "source",
    ) -> Attribution:
        """What a phrase of source vouches for, as an attribution."""
        frame = Frame(cue, None, kind, cue.first, content[0].start, subject)
        return Attribution(
            frame,
            self.article.span(cue.first, cue.last),
            content,
            self.contents.spans.kind(content, kind),
            "clause",
            subject,
        )

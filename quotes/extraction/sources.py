"""Attributions that no verb governs: prepositions of source and headlines with a colon.

وفقاً لوزارة الدفاع "according to the ministry" takes the sentence around it as its content,
whether it stands before, behind or in the middle of it. A headline names its speaker before a
colon: بلينكن: الوقت مناسب.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.article import Article
from quotes.extraction.contents import Attribution, ContentFinder
from quotes.extraction.cues import CueCandidate
from quotes.extraction.frames import Frame
from quotes.extraction.grammar import (
    COMMAS,
    COMPLEMENTIZERS,
    PREPOSITIONS_WITH_PRONOUN,
    THEN,
    WORDS_OF_SAYING,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subjects import Subject
from quotes.extraction.words import Words
from quotes.model import Span

_LONGEST_NAME = 9
_LONGEST_OUTLET = 5
_SHORTEST_STATEMENT = 3


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A preposition of source with its noun phrase; none where a pronoun stands for it."""

    cue: CueCandidate
    subject: Subject | None


class SourcePhraseFinder:
    """Reads the prepositions of source of one article: وفقاً لما ذكرته الوزارة, على حد قوله."""

    def __init__(
        self,
        article: Article,
        words: Words,
        phrases: NounPhrases,
        cues: list[CueCandidate],
    ) -> None:
        self.article = article
        self.words = words
        self.phrases = phrases
        self.by_first = {cue.first: cue for cue in cues}

    def find(self) -> list[SourcePhrase]:
        """All phrases of source in order."""
        found = (self._read(cue) for cue in self.by_first.values() if cue.source is not None)
        return [phrase for phrase in found if phrase is not None]

    def _read(self, cue: CueCandidate) -> SourcePhrase | None:
        article = self.article
        assert cue.source is not None
        last, name_first = cue.last, cue.last
        to = cue.source.to
        folded = article.folded(name_first)
        _, limit = article.sentence(cue.first)
        if to == "ل":
            if folded in ("لما", "ما", "ل", "لـ"):
                if folded in ("لما", "ما"):
                    last, name_first = self._verb_after(name_first + 1, limit)
                    if last == name_first == -1:
                        return None
                else:
                    name_first += 1
            elif not folded.startswith("ل"):
                return None
        elif to == "verb":
            last, name_first = self._verb_after(name_first, limit)
            if last == -1 or (cue.source.lemma == "كما" and not self._closes(cue, last, limit)):
                return None
        elif to == "noun":
            if name_first >= limit:
                return None
            last = name_first + 1
            name_first = last
            if folded in WORDS_OF_SAYING:
                return self._with_pronoun(cue, last)
        elif to and folded == to:
            name_first += 1
        elif folded in WORDS_OF_SAYING:
            return self._with_pronoun(cue, name_first + 1)
        elif folded == "ما":
            last, name_first = self._verb_after(name_first + 1, limit)
            if last == -1:
                return None
        if name_first >= limit or not self._starts_name(name_first):
            return None
        subject = Subject(name_first, self.phrases.end(name_first, limit), "VSO")
        if subject.last <= subject.first:
            return None
        if last == cue.last and not self._can_speak(subject):
            return None
        cue = CueCandidate(cue.first, last, source=cue.source, conjunction=cue.conjunction)
        return SourcePhrase(cue, subject)

    def _closes(self, cue: CueCandidate, last: int, limit: int) -> bool:
        """Whether كما "as" with a verb vouches for what stands before it.

        كما قال الوزير does; in كما قال إن "he also said that" the verb has its own content.
        """
        article = self.article
        first, _ = article.sentence(cue.first)
        if cue.first <= first + 1:
            return False
        return not any(
            article.folded(index) in COMPLEMENTIZERS or article.tokens[index].text == ":"
            for index in range(last, min(limit, last + 25))
        )

    def _with_pronoun(self, cue: CueCandidate, last: int) -> SourcePhrase:
        return SourcePhrase(
            CueCandidate(cue.first, last, source=cue.source, conjunction=cue.conjunction), None
        )

    def _starts_name(self, index: int) -> bool:
        if index in self.article.opening:
            return True
        folded = self.article.folded(index)
        return self.phrases.starts(index, after_verb=True) or (
            folded.startswith("ل") and self.article.tokens[index].kind == "word"
        )

    def _can_speak(self, subject: Subject) -> bool:
        """Whether a noun phrase names a source: حسب الحاجة "as needed" does not."""
        article, words = self.article, self.words
        folded = article.folded(subject.first)
        if words.in_list(folded, words.lexicon.mute_documents):
            return False
        return self.phrases.names_source(subject.first)

    def _verb_after(self, index: int, limit: int) -> tuple[int, int]:
        """The ends of a verb of reporting and of what is written before its subject."""
        cue = self.by_first.get(index)
        if (
            cue is None
            or index >= limit
            or not any(
                reading.type == "verb"
                and reading.verb.quotation != "no"
                and not (reading.verb.homograph and self.article.folded(index - 1) == "كما")
                for reading in cue.readings
            )
        ):
            return -1, -1
        last = cue.last
        name = last
        # صرح به، نقلت عنه، ما ذكر من جانبه
        source = next((r.verb.source for r in cue.readings if r.verb.source), "")
        if source and self.article.folded(name) == source:
            # بحسب ما جاء في التقرير
            name += 1
        while name < limit:
            after = self.phrases.circumstance_end(name)
            if self.article.folded(name) in PREPOSITIONS_WITH_PRONOUN:
                after = name + 1
                if self.article.folded(name) == "به":
                    last = after
            if after == name:
                break
            name = after
        return last, name


class SourceFinder:
    """Finds the attributions of one article that hang on a preposition or on a bare colon."""

    def __init__(
        self,
        article: Article,
        words: Words,
        phrases: NounPhrases,
        contents: ContentFinder,
        furniture: frozenset[int],
    ) -> None:
        """``furniture`` are the numbers of paragraphs that are no part of the article."""
        self.article = article
        self.words = words
        self.phrases = phrases
        self.contents = contents
        self.furniture = furniture

    def prepositions(
        self, phrases: list[SourcePhrase], governing: list[Attribution]
    ) -> list[Attribution]:
        """The attributions of all prepositions of source."""
        found = []
        for phrase in phrases:
            if phrase.subject is None:
                attribution = self._pronoun(phrase.cue, governing)
            else:
                attribution = self._around(phrase.cue, phrase.subject)
            if attribution is not None:
                found.append(attribution)
        return found

    def _pronoun(self, cue: CueCandidate, governing: list[Attribution]) -> Attribution | None:
        """على حد قوله, وفق تعبيره: the content of the clause it closes, by the same speaker."""
        article = self.article
        position = article.tokens[cue.first].start
        sentence_start = article.tokens[article.sentence(cue.first)[0]].start
        before = [a for a in governing if sentence_start <= a.cue.start and a.cue.end <= position]
        closing = [a for a in before if a.end <= position]
        if closing:
            host = max(closing, key=lambda a: (a.end, a.start))
            return self._attribution(cue, None, host.content)
        return self._around(cue, None)

    def _around(self, cue: CueCandidate, subject: Subject | None) -> Attribution | None:
        """The sentence around a preposition of source and its noun phrase."""
        article = self.article
        first, limit = article.sentence(cue.first)
        after = subject.last if subject is not None else cue.last
        if self._opens_clause(cue, first):
            start = after
            while start < limit and (
                article.tokens[start].text in COMMAS
                or (article.folded(start) in THEN and article.folded(start) in ("فان", "فقد"))
                or self.phrases.is_circumstance(start)
            ):
                start += 1
            if start < limit and article.folded(start) in COMPLEMENTIZERS | {"ان"}:
                start += 1
            if start >= limit or all(t.kind == "mark" for t in article.tokens[start:limit]):
                return self._sentence_before(cue, subject, first)
            last = self.contents.clause_end(start, limit)
            content = self._span(start, last)
            return self._attribution(cue, subject, (content,)) if content else None
        start = self._clause_start(first, cue.first)
        content = self._span(start, cue.first)
        if content is None:
            return None
        rest = self._rest(after, limit)
        pieces = (content, rest) if rest is not None else (content,)
        return self._attribution(cue, subject, pieces)

    def _sentence_before(
        self, cue: CueCandidate, subject: Subject | None, first: int
    ) -> Attribution | None:
        """A phrase of source that is a sentence of its own vouches for the one before it."""
        article = self.article
        before = first - 1
        while before >= 0 and article.tokens[before].kind == "mark":
            before -= 1
        if before < 0 or article.paragraph_of[before] != article.paragraph_of[first]:
            return None
        content = self._span(*article.sentence(before))
        return self._attribution(cue, subject, (content,)) if content else None

    def _opens_clause(self, cue: CueCandidate, first: int) -> bool:
        """Whether the preposition stands at the head of its sentence."""
        if cue.first == first:
            return True
        before = self.article.tokens[first : cue.first]
        return (bool(cue.conjunction) and self.article.tokens[cue.first - 1].text in COMMAS) or all(
            token.kind == "mark" for token in before
        )

    def _clause_start(self, first: int, end: int) -> int:
        """The first word of the sentence that the preposition closes."""
        article = self.article
        start = first
        while start < end and article.tokens[start].kind == "mark" and start not in article.opening:
            start += 1
        return start

    def _rest(self, after: int, limit: int) -> Span | None:
        """The sentence's second half, where the preposition stands in its middle."""
        article = self.article
        start = after
        while start < limit and (following := self.phrases.circumstance_end(start)) > start:
            start = following
        joined = start < limit and article.folded(start) in COMPLEMENTIZERS
        while start < limit and article.tokens[start].text in COMMAS:
            joined = True
            start += 1
        if not joined:
            return None
        if limit - start < 2 or (start == after and article.tokens[start].kind == "mark"):
            return None
        if self.contents._reporter_returns(start - 2, start):
            return None
        folded = article.folded(start)
        if article.tokens[start - 1].text in COMMAS and (
            folded.startswith(("و", "ف")) or folded in ("كما", "حيث", "ثم", "مما", "لكن", "بينما")
        ):
            return None
        last = self.contents.clause_end(start, limit)
        return self._span(start, last)

    def headlines(self) -> list[Attribution]:
        """Lines of the form *name: statement*."""
        found = []
        taken: set[int] = set()
        for number, paragraph in enumerate(self.article.paragraphs):
            if number in self.furniture:
                continue
            found += self._first_headline(paragraph.first, paragraph.last, taken)
        for first, last in self.article.sentences:
            colon = self._headline_colon(first, last)
            if colon is not None and (
                colon + 1 in self.article.opening or self._introduces_link(first, colon)
            ):
                found += self._first_headline(first, last, taken)
        return found

    def _first_headline(self, first: int, last: int, taken: set[int]) -> list[Attribution]:
        """The headline of a line, behind a label (رابط الخبر بصحيفة …:) where it has one."""
        start = first
        for _ in range(2):
            colon = self._headline_colon(start, last)
            if colon is None or colon in taken:
                return []
            attribution = self._headline(start, colon, last)
            if attribution is not None:
                taken.add(colon)
                return [attribution]
            if any(index in self.contents.frames for index in range(start, colon)):
                return []
            start = colon + 1
        return []

    def _introduces_link(self, first: int, colon: int) -> bool:
        """Whether a sentence is the link to its own page, which repeats the headline."""
        return self.article.folded(first) == "رابط" and colon - first <= _LONGEST_NAME

    def _headline_colon(self, first: int, last: int) -> int | None:
        for index in range(first + 1, min(last - 1, first + _LONGEST_NAME + 1)):
            if self.article.tokens[index].text == ":":
                return index
        return None

    def _headline(self, first: int, colon: int, last: int) -> Attribution | None:
        article, words = self.article, self.words
        if not self.phrases.starts(first, after_verb=True):
            return None
        end = self.phrases.end(first, colon)
        if end != colon and not article.folded(end).startswith("ل"):
            return None
        if any(index in self.contents.frames for index in range(first, colon)):
            return None
        start = colon + 1
        head = article.folded(first)
        if words.in_list(head, words.lexicon.countries) and start not in article.opening:
            # سوريا: … is a dateline.
            return None
        heads_source = words.is_head(head) or all(
            words.is_name(article, index) or self._is_surname(index)
            for index in range(first, end)
            if article.tokens[index].is_word
        )
        if (
            not heads_source
            or last - colon < _SHORTEST_STATEMENT
            or article.tokens[start].kind == "latin"
        ):
            return None
        if start in article.opening:
            quotation = article.quotations[article.opening[start]]
            content: Span | None = article.slice(quotation.start, quotation.end)
            if article.after_quotation(article.opening[start]) + 2 < last:
                content = self._span(start, self._headline_end(start, last))
        else:
            content = self._span(start, self._headline_end(start, last))
        if content is None:
            return None
        cue = CueCandidate(colon, colon + 1)
        frame = Frame(cue, None, "headline", colon, content.start, Subject(first, end, "SVO"))
        return Attribution(
            frame,
            article.span(colon, colon + 1),
            (content,),
            self.contents.kind((content,), "headline"),
            "clause",
            frame.subject,
        )

    def _is_surname(self, index: int) -> bool:
        """Whether a word has the form of a surname: the article and the nisba ending."""
        folded = self.article.folded(index)
        classes = self.words.info(self.article, index).classes
        return folded.startswith("ال") and folded.endswith("ي") and "number" not in classes

    def _headline_end(self, start: int, last: int) -> int:
        """The headline's end, without the outlet's name that page titles carry behind a dash."""
        tokens = self.article.tokens
        for index in range(start + 2, last):
            token = tokens[index]
            if (
                token.text in "-–—|"
                and token.start > tokens[index - 1].end
                and (
                    last - index <= _LONGEST_OUTLET
                    or self.words.is_organisation(self.article.folded(index + 1))
                )
            ):
                return index
        return last

    def _span(self, first: int, last: int) -> Span | None:
        if last <= first:
            return None
        tokens = self.article.tokens
        return self.contents._trimmed(tokens[first].start, tokens[last - 1].end)

    def _attribution(
        self, cue: CueCandidate, subject: Subject | None, content: tuple[Span, ...]
    ) -> Attribution:
        frame = Frame(cue, None, "source", cue.first, content[0].start, subject)
        return Attribution(
            frame,
            self.article.span(cue.first, cue.last),
            content,
            self.contents.kind(content, "source"),
            "clause",
            subject,
        )

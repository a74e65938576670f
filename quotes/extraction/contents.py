"""Stage 3: where the reported words end, and what kind of content they are.

A reported clause runs to the end of its sentence unless the reporter's own voice returns before:
at the next cue's clause (…، مشيراً إلى أن), at a preposition of source (…، وفق تعبيره), or at one of
the expressions with which reporters resume (…، وذلك بعد). Words between marks end at the mark.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate, compress, count

from quotes.extraction.article import Article
from quotes.extraction.frames import Frame, FrameKind
from quotes.extraction.grammar import (
    AFTER,
    AND_THAT,
    COMMAS,
    COMMENTS,
    COMPLEMENTIZERS,
    CONCERNING,
    CONJUNCTIONS,
    CONTRASTS,
    DOTS,
    LEFT_UNSAID,
    MEANWHILE,
    NEW_CLAUSES,
    OCCASION_OPENERS,
    ON_THE_TOPIC,
    OPENERS_OF_TIME,
    PARALLELS,
    PLAIN_COMPLEMENTIZERS,
    PREPOSITIONS_WITH_PRONOUN,
    SEMICOLONS,
    SUPPORT_VERBS,
    VERBAL_PARTICLES,
)
from quotes.extraction.subject import Subject
from quotes.extraction.words import Words
from quotes.model import Form, Kind, Span

_EDGE = " \t\r\n\u00a0\u200e\u200f،,.؛;:…-–—!؟?"
_OPENING_EDGE = " \t\r\n\u00a0\u200e\u200f،,.؛;:…–—"
_BEHIND_CONTRASTS = COMPLEMENTIZERS | {"حين"}
_LONGEST_INTRODUCTION = 7
_LONGEST_TOPIC = 20
_SHORTEST_PARTICIPLE = 4
_LEAST_QUOTED_WORDS = 2


@dataclass(slots=True)
class Attribution:
    """A cue with its content, on the way to becoming a quote.

    ``first`` and ``last`` are the tokens around the whole content. ``inherited`` names the
    attribution whose content this one takes over (…، وفق تعبيره).
    """

    frame: Frame
    cue: Span
    content: tuple[Span, ...]
    kind: Kind
    form: Form
    subject: Subject | None
    evidence: list[str] = field(default_factory=list)

    @property
    def start(self) -> int:
        """The offset at which the content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """The offset at which the content ends."""
        return self.content[-1].end


def _is_circumstance(folded: str) -> bool:
    """Whether a word has the form of an accusative participle: مقدما, but not رافضا."""
    return len(folded) > _SHORTEST_PARTICIPLE and folded[0] == "م" and folded[-1] == "ا"


def _is_active_participle(folded: str) -> bool:
    """Whether a word has the form of an accusative participle of any pattern: غامزا, ومتوجها."""
    bare = folded.removeprefix("و")
    return _is_circumstance(bare) or (
        len(bare) > _SHORTEST_PARTICIPLE and bare[1] == "ا" and bare[-1] == "ا"
    )


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
        self.words = words
        self.frames = {frame.cue.first: frame for frame in frames}
        self.clauses = {article.token_at(frame.start) for frame in frames if frame.kind == "that"}
        self.sources = sources
        # Where a connector stands before a subject that has its own verb of saying behind it:
        # لكن الكرملين ندد "but the Kremlin condemned".
        self.preposed = {
            frame.subject.first - 1
            for frame in frames
            if frame.subject is not None and frame.subject.order == "SVO"
        }

        resuming = words.lexicon.resumption_starts
        carriers = map(self._told_by_saying, self.frames)
        self.told_by_saying = {verb for verb in carriers if verb is not None}
        # Where the reporter may speak again; nowhere else does he.
        self.returns = {
            *self.sources,
            *self.frames,
            *(index - 1 for index in self.frames),
            *(index - 2 for index in self.frames),
            *(index - 3 for index in self.frames),
            *self.told_by_saying,
            *self.preposed,
            *(index + 1 for index in self.preposed),
            *compress(count(), map(resuming.__contains__, article.words)),
        }
        quotations = article.quotations
        self.quotation_starting = {q.outer_start: q for q in quotations}
        self.quotation_starts = [q.start for q in quotations]
        # How far the quotations up to each one reach.
        self.quotation_reach = list(accumulate((q.end for q in quotations), max))
        self.spoken = [
            quotation
            for number, quotation in enumerate(quotations)
            if article.has_words(*article.quotation_tokens(number), _LEAST_QUOTED_WORDS)
        ]
        self.spoken_starts = [q.outer_start for q in self.spoken]

    def attribution(self, frame: Frame) -> Attribution | None:
        """The content that ``frame`` opens, or None where nothing is left of it."""
        found: list[Span | None] = []
        if frame.before is not None:
            found.append(self._inside(frame.before))
        if frame.quotation is not None:
            found.append(self._quoted(frame))
        elif frame.before is None:
            found.append(self._clause(frame))
        content = tuple(span for span in found if span is not None)
        if not content:
            return None
        form: Form = "nominal" if frame.kind in ("nominal", "object") else "clause"
        return Attribution(
            frame,
            self.article.span(frame.cue.first, frame.cue.last),
            content,
            self.kind(content, frame.kind),
            form,
            frame.subject,
        )

    def _inside(self, number: int) -> Span | None:
        quotation = self.article.quotations[number]
        return self.trimmed(quotation.start, quotation.end)

    def _quoted(self, frame: Frame) -> Span | None:
        """A content between marks, or the whole clause where it goes on after the mark."""
        article = self.article
        assert frame.quotation is not None
        quotation = article.quotations[frame.quotation]
        if frame.kind == "that":
            after = article.after_quotation(frame.quotation)
            first = article.token_at(quotation.outer_start)
            last = self.clause_end(first, self._sentence_end(first))
            if self._describes_speaker(after):
                last = after
            if last > after and not self._ends_at(after, last):
                return self.trimmed(quotation.outer_start, article.ends[last - 1])
        return self._inside(frame.quotation)

    def _describes_speaker(self, comma: int) -> bool:
        """Whether a participle stands behind the comma that follows a whole quotation.

        أن «لبنان قطع شوطا»، غامزا من قناة التأخير
        """
        article = self.article
        return (
            comma + 2 < len(article.tokens)
            and article.tokens[comma].text in COMMAS
            and _is_active_participle(article.folded(comma + 1))
            and self.words.is_nominal(article, comma + 1)
        )

    def _ends_at(self, after: int, last: int) -> bool:
        """Whether nothing but punctuation stands between two tokens."""
        return all(token.kind == "mark" for token in self.article.tokens[after:last])

    def _clause(self, frame: Frame) -> Span | None:
        article = self.article
        first = article.token_at(frame.start)
        if frame.kind == "nominal" and first in article.opening:
            after = article.after_quotation(article.opening[first])
            if article.folded(after) in AFTER:
                # اتهمها بـ«القرصنة» بعد الضربة: when she was accused
                return self._inside(article.opening[first])
        if article.ends[first - 1] > frame.start and article.starts[first - 1] < frame.start:
            # A preposition is written onto the content's first word.
            first -= 1
        limit = self._sentence_end(first)
        last = min(self.clause_end(first, limit), self._next_clause(frame, first, limit))
        while last > first and article.folded(last - 1) in CONJUNCTIONS:
            last -= 1
        if last <= first:
            return None
        return self.trimmed(frame.start, article.ends[last - 1])

    def _next_clause(self, frame: Frame, first: int, limit: int) -> int:
        """The token at which the reporter goes on with a clause of his own, no cue in it.

        Behind a comma a verb with و joins no noun phrase; a verb whose subject is the speaker's
        noun again (أعلنت الدراسة ..., وشملت الدراسة) is not among the words of that speaker; a
        participle of circumstance (، مقدماً التهنئة) describes the speaker.
        """
        article, words = self.article, self.words
        nominal = frame.kind in ("nominal", "object")
        head = article.folded(frame.subject.first) if frame.subject is not None else ""
        for index in range(first + 2, limit):
            if (
                nominal
                and article.paragraph_of[index] == 0
                and article.tokens[index - 1].text in DOTS
                and article.folded(index).startswith("و")
            ):
                # المالية تبرر التأخير.. ونائب: the next half of a headline
                return index - 1
            if (
                nominal
                and article.folded(index) in MEANWHILE
                and words.is_verb(article, index + 1)
                and article.folded(index + 1) not in CONCERNING
            ):
                # أبدوا إعجابهم بالفرقة فيما تغنى الشعراء
                return index
            if article.tokens[index - 1].text not in COMMAS:
                continue
            if article.quotation_at[index] != article.quotation_at[first]:
                continue
            folded = article.folded(index)
            if (
                nominal
                and article.tokens[index - 1].text in SEMICOLONS
                and folded.startswith(CONJUNCTIONS)
                and not folded.startswith(("وما", "وان"))
            ):
                return index
            if folded in ("وهو", "وهي") and article.folded(index + 1) in COMMENTS:
                # وهو قرار هاجمه الوزير
                return index
            if nominal and folded == "ولم":
                # وعد بفريق صيانة، ولم يصل
                return index
            if nominal and (
                folded in NEW_CLAUSES
                or (folded in MEANWHILE and words.may_be_verb(article, index + 1))
            ):
                return index
            if (
                folded[:1] == "و"
                and folded[1:] in ON_THE_TOPIC
                and self._opens_saying(index, limit)
            ):
                return index
            if folded in NEW_CLAUSES and self._is_answered(index + 1):
                return index
            if folded == "ولم" and article.folded(index + 1) in LEFT_UNSAID:
                # وعد بأن ينهيها، ولم يوضح كيف: what was not said.
                return index
            if _is_circumstance(folded) and words.is_nominal(article, index):
                return index
            perfect = words.info(article, index).classes == {"perfect"}
            if folded.startswith("و") and perfect and self._introduces_speech(index):
                return index
            if (
                folded.startswith("و")
                and perfect
                and (nominal or (head and article.folded(index + 1) == head))
            ):
                return index
        return limit

    def _opens_saying(self, first: int, limit: int) -> bool:
        """Whether the circumstances of another saying begin: ، وفي رده على سؤال، قال."""
        for index in range(first + 2, min(limit, first + _LONGEST_TOPIC)):
            frame = self.frames.get(index)
            if frame is not None and frame.reading is not None:
                return (
                    frame.reading.type == "verb"
                    and not frame.cue.conjunction
                    and self.article.tokens[index - 1].text in COMMAS
                )
        return False

    def _introduces_speech(self, index: int) -> bool:
        """Whether a colon and marks follow a verb: واختصر الموقف بعبارة واحدة: «…»."""
        article = self.article
        for colon in range(index + 1, min(index + _LONGEST_INTRODUCTION, len(article.tokens) - 1)):
            if not article.tokens[colon].is_word:
                return article.tokens[colon].text == ":" and colon + 1 in article.opening
        return False

    def _is_answered(self, index: int) -> bool:
        """Whether ما and a verb of saying take all before up: وهو ما نفاه مصدر."""
        article = self.article
        if article.folded(index) != "ما" or index + 1 >= len(article.tokens):
            return False
        verb = article.tokens[index + 1]
        taken_up = article.folded(index + 2) in PREPOSITIONS_WITH_PRONOUN or all(
            reading.enclitic for reading in verb.facts.readings
        )
        if self.words.info(article, index + 1).classes == {"perfect"}:
            # وهو ما رفضت السفارة التعليق عليه
            return True
        return verb.may_be_cue and taken_up

    def _sentence_end(self, first: int) -> int:
        _, limit = self.article.sentence(first)
        return limit

    def clause_end(self, first: int, limit: int) -> int:
        """The token after a clause that begins at ``first`` and may run up to ``limit``."""
        article = self.article
        level = article.quotation_at[first]
        index = first + 1
        if first in article.opening:
            index = article.after_quotation(article.opening[first])
        while index < limit:
            if index in article.opening and article.quotation_at[index] == level:
                index = max(index + 1, article.after_quotation(article.opening[index]))
                continue
            if index in self.returns and self.reporter_returns(first, index):
                return index
            index += 1
        return limit

    def reporter_returns(self, first: int, index: int) -> bool:
        """Whether the reporter speaks again at ``index`` in a clause that begins at ``first``."""
        article = self.article
        before = article.tokens[index - 1].text
        if index in self.sources:
            return index > first + 1 and not self._goes_on_behind_source(index)
        frame = self.frames.get(index)
        if frame is not None and frame.reading is not None and frame.opener >= index:
            kind = frame.reading.type
            if kind == "participle":
                return index > first + 1
            if kind == "verb":
                if frame.cue.conjunction:
                    return True
                if before in COMMAS:
                    # إن أوساط الاستخبارات، أكدت: the clause still lacks its verb.
                    return frame.reading.has(aspect="perfect") and not self._lacks_verb(
                        first, index - 1
                    )
        if self._opens_contrast(index) or self._tells_what_follows(index):
            return True
        carried = self.frames.get(index + 1)
        if (
            carried is not None
            and carried.reading is not None
            and carried.reading.type == "noun"
            and before in COMMAS
            and article.folded(index)[:1] == "و"
            and article.folded(index)[1:] in SUPPORT_VERBS
        ):
            # وجدد التأكيد على
            return True
        if index in self.told_by_saying:
            # ، وعلق على ذلك بالقول
            return True
        if (
            frame is not None
            and frame.kind == "colon"
            and frame.reading is not None
            and frame.reading.type == "noun"
            and before in COMMAS
        ):
            # ، بقوله: «…»
            return True
        following = self.frames.get(index + 1)
        if (
            article.folded(index) in PARALLELS
            and following is not None
            and following.reading is not None
            and following.reading.type == "verb"
        ):
            return True
        if before in COMMAS and article.folded(index) in PARALLELS and index in self.preposed:
            return True
        if (
            article.paragraph_of[index] == 0
            and index - 1 in self.preposed
            and article.folded(index).startswith("و")
        ):
            # البلدية تحذر من ... والدفاع المدني ينفي: the second half of a headline
            return True
        return self._resumes(index)

    def _lacks_verb(self, first: int, comma: int) -> bool:
        """Whether a reported clause up to a comma is only a subject, whose verb follows."""
        if (
            first in self.clauses
            and self.article.folded(first) in COMPLEMENTIZERS - PLAIN_COMPLEMENTIZERS
            and self.article.folded(first + 1) in OPENERS_OF_TIME
            and not any(self.words.is_verb(self.article, n) for n in range(first + 1, comma))
        ):
            # أنه قبيل وفاته في مايو الماضي، حث والده
            return True
        return (
            first in self.clauses
            and self.words.is_definite(self.article, comma - 1)
            and not any(
                self.words.may_be_verb(self.article, n)
                or self.words.is_preposition(self.article, n)
                for n in range(first + 1, comma)
            )
        )

    def _told_by_saying(self, cue: int) -> int | None:
        """The verb with و behind a comma whose content بالقول at ``cue`` has, if there is one."""
        article, frame = self.article, self.frames[cue]
        if frame.reading is None or frame.reading.type != "noun":
            return None
        if not frame.reading.has(proclitics=("ب", "ال")):
            return None
        first, _ = article.sentence(cue)
        for index in range(cue - 1, max(first, cue - _LONGEST_TOPIC), -1):
            if index in self.frames:
                return None
            if (
                article.tokens[index - 1].text in COMMAS
                and article.folded(index).startswith("و")
                and self.words.is_verb(article, index)
            ):
                return index
        return None

    def _opens_contrast(self, index: int) -> bool:
        """Whether two words set another's saying against this one: في حين قال, غير أنها رأت."""
        article = self.article
        after = self.frames.get(index + 2)
        return (
            article.folded(index) in CONTRASTS
            and (
                article.tokens[index - 1].text in COMMAS
                # الا انه اكد: with its pronoun it needs no comma.
                or article.folded(index + 1) in COMPLEMENTIZERS - PLAIN_COMPLEMENTIZERS
            )
            and article.folded(index + 1) in _BEHIND_CONTRASTS
            and after is not None
            and after.reading is not None
            and after.reading.type == "verb"
        )

    def _tells_what_follows(self, index: int) -> bool:
        """Whether the reporter tells what was said next: ، قبل أن يستدرك: «…»."""
        words = tuple(map(self.article.folded, range(index, index + 3)))
        if words == ("في", "الوقت", "الذي") and index + 3 in self.frames:
            # ، في الوقت الذي أكدت الشركة
            return True
        after = self.frames.get(index + 2)
        return (
            after is not None
            and after.kind == "colon"
            and self.article.folded(index) == "قبل"
            and self.article.folded(index + 1) == "ان"
        )

    def _goes_on_behind_source(self, index: int) -> bool:
        """Whether the clause still lacks its verb where a source stands: أن الحرب بحسبهم انتهت."""
        last = self.sources[index]
        _, limit = self.article.sentence(index)
        enclosed = self.article.tokens[index - 1].text in COMMAS
        if enclosed and last < limit and self.article.tokens[last].text in COMMAS:
            last += 1
        return (
            last < limit
            and self.article.tokens[last].kind == "word"
            # نقلا عن محامية زارت السجن: the verb describes her.
            and (enclosed or self.words.is_definite(self.article, last - 1))
            and not self.article.folded(last).startswith(("و", "ف"))
            and (
                self.words.is_verb(self.article, last)
                or self.article.folded(last) in VERBAL_PARTICLES
            )
        )

    def _resumes(self, index: int) -> bool:
        """Whether a reporter's formula begins at ``index``, behind a comma or on its own."""
        article, lexicon = self.article, self.words.lexicon
        words = (article.folded(index), article.folded(index + 1), article.folded(index + 2))
        if words in lexicon.resumptions or words[:2] in lexicon.resumptions:
            return True
        if words[:2] == ("دون", "ان") and words[2] in LEFT_UNSAID:
            # دون أن يوضح "without explaining"
            return True
        if words == ("من", "دون", "ان") and article.folded(index + 3) in LEFT_UNSAID:
            return True
        if words[0] in AND_THAT:
            # وذلك خلال مؤتمر صحفي "this at a press conference": when it was said.
            return words[1] in OCCASION_OPENERS and self.words.in_list(words[2], lexicon.occasions)
        return article.tokens[index - 1].text in COMMAS and words[:1] in lexicon.resumptions

    def span(self, first: int, last: int) -> Span | None:
        """Tokens ``[first, last)`` without punctuation at the edges; None where nothing is left."""
        if last <= first:
            return None
        return self.trimmed(self.article.starts[first], self.article.ends[last - 1])

    def trimmed(self, start: int, end: int) -> Span | None:
        """The span without punctuation at its edges; quotation marks inside it stay paired."""
        text = self.article.text
        while start < end and text[start] in _OPENING_EDGE:
            start += 1
        while start < end and text[end - 1] in _EDGE:
            end -= 1
        quotation = self.quotation_starting.get(start)
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
        quotation = self.quotation_starting.get(span.start)
        if quotation is not None and quotation.outer_end == span.end:
            return True
        before = bisect_right(self.quotation_starts, span.start)
        return before > 0 and span.end <= self.quotation_reach[before - 1] + 1

    def _holds_speech(self, span: Span) -> bool:
        """Whether a quotation of more than one word stands in it."""
        first = bisect_left(self.spoken_starts, span.start)
        last = bisect_left(self.spoken_starts, span.end)
        return any(quotation.outer_end <= span.end for quotation in self.spoken[first:last])

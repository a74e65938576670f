"""What opens the content of a cue: أنّ or a sister of it, a colon, a mark, or a preposition."""

from __future__ import annotations

from dataclasses import replace

from quotes.extraction.frames.frame import Frame, LaterFrames, Predicate
from quotes.extraction.frames.governed_nouns import GovernedNouns
from quotes.extraction.frames.listed_items import items_behind
from quotes.extraction.frames.quoted_contents import QuotedContents
from quotes.extraction.frames.that_clauses import ThatClauses
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import (
    AND_IT,
    BE,
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    NAMES_WITHHELD,
    PHRASAL,
    RELATIVES,
    THE_SAYING,
    THEN,
    WITH_WHAT,
)
from quotes.extraction.text.marks import COMMAS, DOTS

_LONGEST_CIRCUMSTANCE = 12
_LONGEST_ASIDE = 16
_LONGEST_DESCRIPTION = 24
_STRAY_MARKS = frozenset("»”")
_OPENING_WORDS = COMPLEMENTIZERS | THE_SAYING | frozenset(WITH_WHAT)


class OpenedContents:
    """Finds in one article contents with a word or mark that opens them."""

    def __init__(self, phrases: NounPhrases, later: LaterFrames, sources: dict[int, int]) -> None:
        """``sources`` are the phrases of source: the first token of each, and the one behind it."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.sources = sources
        self.later = later
        self._that = ThatClauses(phrases, later)
        self._nouns = GovernedNouns(phrases)
        self._quoted = QuotedContents(phrases)

    def frame(self, predicate: Predicate) -> Frame | None:
        """The first thing behind the cue and its subject that can open its content."""
        index = self._past_plain_words(predicate, predicate.after)
        while index < predicate.limit:
            found = self._read(predicate, index)
            if not isinstance(found, int):
                return found
            index = self._past_plain_words(predicate, found)
        return None

    def _past_plain_words(self, predicate: Predicate, start: int) -> int:
        """The first token from ``start`` on that may open a content or end the search for it."""
        article, governed = self.article, predicate.reading.noun
        for index in range(start, predicate.limit):
            folded = article.words[index]
            if (
                folded in _OPENING_WORDS
                or folded in governed
                or folded[:1] in governed
                or not article.tokens[index].is_word
                or index in self.later.frames
                or index in self.sources
            ):
                return index
        return predicate.limit

    def _read(self, predicate: Predicate, index: int) -> Frame | int | None:
        """The frame that a token opens, else the token to go on at; None ends the search."""
        article = self.article
        if index in self.sources:
            # أفادت الوكالة نقلا عن دبلوماسيين بأن: reported, quoting diplomats, that
            return self.sources[index]
        if self._is_by_saying(index):
            return None
        if index in self.later.frames and self.later.begins_clause(index):
            colon = self._colon_behind_circumstance(predicate, index)
            frame = self._colon(predicate, colon) if colon is not None else None
            return replace(frame, past=index) if frame is not None else None
        if article.tokens[index].is_word:
            return self._read_word(predicate, index)
        return self._read_mark(predicate, index)

    def _is_by_saying(self, index: int) -> bool:
        """Whether another cue tells how it is said, and has the content: ورد الوزير بالقول إن.

        "and the minister answered by saying that"
        """
        frame = self.later.frames.get(index)
        return (
            frame is not None
            and frame.reading is not None
            and frame.reading.type == "noun"
            and frame.reading.has_by
        )

    def _read_word(self, predicate: Predicate, index: int) -> Frame | int | None:
        """The frame of a clause behind "that", or of a noun behind a preposition."""
        folded = self.article.folded(index)
        if folded in COMPLEMENTIZERS:
            governed = self._that.governs(predicate, index)
            return self._that.frame(predicate, index) if governed else index + 1
        if folded in THE_SAYING and self.article.folded(index + 1) in COMPLEMENTIZERS:
            # وخلص الوزير إلى القول إن "and the minister ended by saying that": the noun has the
            # content.
            return None
        if self._nouns.may_begin(predicate, index) and not self._follows_deed(predicate, index):
            start = self._nouns.start(predicate, index)
            if start is not None:
                if self._holds_described(predicate, index):
                    start = self.article.starts[self._that.described(predicate, index)]
                return predicate.frame("nominal", index, start)
        return index + 1

    def _follows_deed(self, predicate: Predicate, index: int) -> bool:
        """Whether another clause has begun: شكرت المالك، وأتى التكريم بناء على.

        "she thanked the owner, and the honour came on the strength of"; or the verb of a relative
        clause goes on: كشفت ملابسات الحادث الذي وقع وأسفر عن مصرع "disclosed the circumstances of
        the accident that happened and left dead".
        """
        article, described, before = self.article, False, self.article.tokens[index - 1]
        for n in range(predicate.after, index):
            described = described or not RELATIVES.isdisjoint(bare(article.words[n]))
            if (
                self.words.is_joined_perfect(article, n)
                if article.is_behind_comma(n)
                else described and article.folded(n)[0] == "و" and self.words.is_verb(article, n)
            ) and article.folded(n)[1:] not in BE:
                return True
        # وذكر الطفل الذي يدرس بالصف السادس: and the child, who studies in the sixth form, mentioned
        return described and before.facts.is_verb and not before.may_be_cue

    def _read_mark(self, predicate: Predicate, index: int) -> Frame | int | None:
        """The frame of what a colon or a quotation mark opens."""
        article = self.article
        mark = article.tokens[index].text
        if mark == ":":
            if self._stands_in_brackets(predicate, index):
                return index + 1
            return self._colon(predicate, index)
        if mark in DOTS and article.paragraph_of[index] == 0:
            # «الشرق» تكشف الكواليس... والقاهرة: "Asharq" reveals the scenes... and Cairo, the
            # next half of a headline
            return None
        if mark in COMMAS:
            if article.folded(index + 1) in THEN:
                # أظهرت نتائج مثيرة، فقد درس الباحثون
                # (showed exciting results, for the researchers studied)
                return None
            return self._past_aside(predicate, index)
        number = article.opening.get(index)
        if number is None:
            return index + 1
        if self._quoted.are_content(predicate, number, index):
            start = article.quotations[number].start
            return predicate.frame("quotation", index, start, number)
        return article.after_quotation(number)

    def _holds_described(self, predicate: Predicate, index: int) -> bool:
        """Whether what is described is told, too, without marks: وصفت | التجربة بالرائدة.

        "she described | the experience as leading"
        """
        article, reading = self.article, predicate.reading
        number = article.quotation_at[index]
        return (
            reading.verb.object
            and reading.verb.takes_two
            and not reading.enclitic
            and index > predicate.after
            and index + 1 not in article.opening
            and number == article.quotation_at[predicate.after]
            and (
                self.phrases.starts(predicate.after)
                # وصف تلك المشاريع بالضخمة: described those projects as huge
                or article.folded(predicate.after) in DEMONSTRATIVES
            )
        )

    def _past_aside(self, predicate: Predicate, comma: int) -> int:
        """The token behind a comma, or behind the aside that it opens: ولفت، خلال زيارة، إلى أن.

        "and he pointed out, during a visit, that"
        """
        article, verb = self.article, predicate.reading.verb
        if article.folded(comma + 1) in RELATIVES:
            return self._past_description(predicate, comma)
        if not self._opens_aside(comma + 1):
            return comma + 1
        end = self._comma_behind_aside(comma + 1, predicate.limit)
        if end is None:
            return comma + 1
        following = article.folded(end + 1)
        if article.folded(comma + 1) in AND_IT:
            # أبلغت سلمى، وهي طبيبة بمستشفى، الصحيفة بأن: Salma, who is a doctor at a hospital,
            # informed the paper that; قال سالم، وهو مزارع أن …، "Salem, who is a farmer, said that"
            closed = COMPLEMENTIZERS.isdisjoint(article.words[comma + 2 : end])
            return end + 1 if closed else comma + 1
        if self.article.tokens[comma + 1].facts.has_article:
            # صرح الملازم سالم، المكلف بالإعلام، أن: Lieutenant Salem, in charge of the media,
            # declared that
            return end + 1 if following in COMPLEMENTIZERS else comma + 1
        goes_on = (
            following in COMPLEMENTIZERS
            or following in verb.noun
            or following in verb.that
            or self._nouns.start(predicate, end + 1) is not None
        )
        return end + 1 if following and goes_on else comma + 1

    def _opens_aside(self, index: int) -> bool:
        """Whether an aside tells where, or who it is, or withholds a name: ، رفض ذكر اسمه،.

        "who refused to have his name mentioned"
        """
        article = self.article
        return (
            self.words.is_preposition(article, index)
            or article.folded(index) in PHRASAL
            or article.folded(index) in AND_IT
            or self.words.word(article, index).facts.has_article
            or any(article.folded(n) in NAMES_WITHHELD for n in range(index + 1, index + 6))
        )

    def _comma_behind_aside(self, first: int, limit: int) -> int | None:
        """The comma that closes an aside, unless a report, a colon or marks come before it."""
        article = self.article
        for index in range(first + 1, min(limit, first + _LONGEST_ASIDE) - 1):
            if article.tokens[index].text in COMMAS:
                return index
            if index in self.later.frames or article.tokens[index].text == ":":
                return None
            number = article.opening.get(index)
            # ، في حديثه إلى «الصحيفة»، إلى أن: in his talk to "the paper", to
            if number is not None and not self.phrases.in_marks.is_name(number):
                return None
        return None

    def _past_description(self, predicate: Predicate, comma: int) -> int:
        """Past what is told of the subject to the clause that the verb's preposition opens.

        وأشار اللاعب، الذي كان ضمن الداعمين لملف بكين، | إلى أن: the player, who was among those
        who supported the bid, pointed out that
        """
        article, governed = self.article, predicate.reading.verb.that
        for index in range(comma + 2, min(predicate.limit - 1, comma + _LONGEST_DESCRIPTION)):
            if index in self.later.frames or article.tokens[index].text == ":":
                break
            if article.folded(index) in governed and article.folded(index + 1) in COMPLEMENTIZERS:
                return index
        return comma + 1

    def _colon_behind_circumstance(self, predicate: Predicate, participle: int) -> int | None:
        """The colon of the cue's own words behind a participle: قال فلان، متحدثا عن كذا: «…».

        So-and-so said, speaking of such a thing: "…"
        """
        article, reading = self.article, predicate.reading
        if reading.verb.quotation != "strong" or reading.type != "verb":
            return None
        if not self._is_circumstance(participle):
            return None
        last = min(predicate.limit, participle + _LONGEST_CIRCUMSTANCE)
        for index in range(participle + 1, last):
            if article.tokens[index].text == ":":
                return index if index + 1 in article.opening else None
            if index in self.later.frames:
                return None
        return None

    def _is_circumstance(self, participle: int) -> bool:
        """Whether a cue behind a comma tells of what was spoken rather than reports by itself."""
        frame = self.later.frames[participle]
        return (
            frame.kind == "nominal"
            and frame.reading is not None
            and frame.reading.type == "participle"
            and not frame.cue.conjunction
            and self.article.is_behind_comma(participle)
        )

    def _colon(self, predicate: Predicate, index: int) -> Frame | None:
        """The frame of what stands behind a colon at ``index``, be it on the next line."""
        article = self.article
        if predicate.reading.verb.quotation == "no" or index + 1 >= len(article.tokens):
            return None
        following = index + 1
        while (
            following + 1 < len(article.tokens)
            and article.tokens[following].text in _STRAY_MARKS
            and following not in article.opening
        ):
            # قال الناطق :»إن: the spokesman said: "that, with the mark turned round
            following += 1
        token = article.tokens[following]
        if article.paragraph_of[following] > article.paragraph_of[index] + 1:
            return None
        if article.paragraph_of[index] == 0:
            joined = self.phrases.joined_source_before(index)
            if joined is not None and joined > predicate.cue.last:
                return None
        if following in article.opening:
            number = article.opening[following]
            return predicate.frame("colon", index, article.quotations[number].start, number)
        if token.folded in COMPLEMENTIZERS:
            return self._that.frame(predicate, following)
        items = items_behind(article, index)
        if items is not None:
            return predicate.frame("colon", index, article.starts[items[0]])
        if token.kind == "mark":
            return None
        return predicate.frame("colon", index, article.starts[following])

    def _stands_in_brackets(self, predicate: Predicate, colon: int) -> bool:
        """Whether brackets that open behind the cue hold a colon: محاور من بينها (القانون: الآفاق).

        "themes, among them (law: its prospects)"
        """
        between = self.article.words[predicate.cue.last : colon]
        return between.count("(") > between.count(")")

"""Stage 2: which candidates report something, and where their content begins.

A verb of saying governs its content in one of a few ways (its *frames*, listed in the lexicon):
a clause after أنّ or one of its sisters, words behind a colon or between quotation marks, a noun
phrase behind a preposition, or a bare object. A candidate without one of its own frames is no
cue: ذكر "male", بين "between", أضاف شيئاً إلى شيء "added one thing to another" fall away here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import circumstance_end, is_circumstance
from quotes.extraction.conditions import Conditions
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.grammar import (
    BEFORE_AN,
    CLAUSE_STARTS,
    COMMAS,
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    INTERROGATIVES,
    PHRASAL,
    PLAIN_COMPLEMENTIZERS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subjects import Subject, find_subject
from quotes.extraction.words import Words

FrameKind = Literal["that", "colon", "quotation", "nominal", "object", "source", "headline"]

_CLAUSE_MARKS = COMMAS | frozenset({".", "..", "…", "»", '"', "”"})
# How far behind the cue its content may begin, in tokens: past a long title, a relative clause
# and the circumstances of the telling.
_REACH = 70
_REACH_OF_NOUN = 14
_WORDS_OF_SPEECH = 4
_LEAST_TALK = 6
_SHORTEST_GOVERNED = 3
_LONGEST_BODY = 6
_LONGEST_ASIDE = 14
_OPENERS = COMPLEMENTIZERS | {":"}
_QUOTATION_MARKS = frozenset('«»“”"()[]')


@dataclass(slots=True)
class Frame:
    """A cue that governs a content.

    ``opener`` is the token that opens the content (أن, a colon, a mark, a preposition, or the
    content's own first word); ``start`` is the offset where the content begins. ``quotation`` is
    the number of the quotation that is the content, where one is; ``before`` is that of a
    quotation that stands before the cue: "…"، قال المدرب.
    """

    cue: CueCandidate
    reading: CueReading | None
    kind: FrameKind
    opener: int
    start: int
    subject: Subject | None = None
    quotation: int | None = None
    before: int | None = None


def find_frames(
    article: Article,
    cues: list[CueCandidate],
    absorbed: set[int],
    phrases: NounPhrases,
    words: Words,
) -> list[Frame]:
    """The frames of all cues that have one, in order.

    ``absorbed`` are the tokens that belong to a phrase of source: the verb in وفقاً لما ذكرته.
    """
    finder = _FrameFinder(article, cues, phrases, words)
    # From the last to the first: what a later cue governs cannot open an earlier one's content.
    for cue in reversed(cues):
        if cue.first not in absorbed:
            finder.read(cue)
    return sorted(finder.frames.values(), key=lambda frame: frame.cue.first)


class _FrameFinder:
    def __init__(
        self,
        article: Article,
        cues: list[CueCandidate],
        phrases: NounPhrases,
        words: Words,
    ) -> None:
        self.article = article
        self.phrases = phrases
        self.words = words
        self.conditions = Conditions(article, cues, phrases, words)
        self.frames: dict[int, Frame] = {}
        self.openers: set[int] = set()
        self.opening = sorted(article.opening)
        self.closing = {
            article.after_quotation(number) - 1: number
            for number, quotation in enumerate(article.quotations)
            if quotation.closed
        }

    def read(self, cue: CueCandidate) -> None:
        frame = None
        if cue.source is None:
            frame = self._first(self._governed(cue, reading) for reading in _preferred(cue))
        if frame is not None:
            self.frames[cue.first] = frame
            self.openers.add(frame.opener)

    @staticmethod
    def _first(frames: Iterable[Frame | None]) -> Frame | None:
        """The best frame of several readings: a clause or quotation before a noun phrase."""
        found = [frame for frame in frames if frame is not None]
        rank = {"that": 0, "colon": 0, "quotation": 0, "nominal": 1, "object": 2}
        for frame in found:
            after = max(frame.cue.last, frame.subject.last if frame.subject is not None else 0)
            if frame.kind == "nominal" and frame.opener == after:
                # وعد بالعمل: "promised", though عدّ "considered" would find a clause farther on.
                return frame
        return min(found, key=lambda frame: rank[frame.kind], default=None)

    def _governed(self, cue: CueCandidate, reading: CueReading) -> Frame | None:
        if not self.conditions.in_place(cue, reading):
            return None
        verb = reading.verb
        _, limit = self.article.sentence(cue.first)
        reach = _REACH_OF_NOUN if reading.type == "noun" else _REACH
        limit = min(limit, cue.last + reach)
        if not self._may_govern(cue, reading, limit):
            return None
        governed = verb.noun | (verb.that & PREPOSITIONS)
        subject = find_subject(self.article, cue, reading, self.phrases, self.words, governed)
        after = max(cue.last, subject.last if subject is not None else 0)
        frame = self._complement(cue, reading, subject, after, limit, governed)
        if verb.source and subject is None:
            return None
        if frame is None and verb.stance == "ask" and verb.quotation == "strong":
            frame = self._question(cue, reading, subject, after, limit)
        if frame is None and verb.quotation == "strong" and not verb.perfect_only:
            frame = self._bare_clause(cue, reading, subject, limit)
        if verb.quotation == "strong" and reading.type == "verb" and not cue.conjunction:
            frame = self._postposed(cue, reading, subject, frame)
        near = frame is not None and (frame.kind != "nominal" or verb.person)
        if not near and not verb.noun.isdisjoint({"", "="}):
            subject = find_subject(
                self.article,
                cue,
                reading,
                self.phrases,
                self.words,
                governed,
                object_follows=True,
            )
            after = max(cue.last, subject.last if subject is not None else 0)
            bare = self._object(cue, reading, subject, after, limit)
            if frame is None or (
                bare is not None
                and bare.opener < frame.opener
                and (bare.subject is not None or frame.subject is None)
            ):
                frame = bare
        return frame if frame is not None and self.conditions.fits(frame) else None

    def _may_govern(self, cue: CueCandidate, reading: CueReading, limit: int) -> bool:
        """Whether anything stands behind the cue, or before it, that could be its content.

        Most candidates have nothing of the kind, and it costs far more to look for their subject.
        """
        article, verb = self.article, reading.verb
        following = article.words[cue.last : limit]
        if not _OPENERS.isdisjoint(following):
            return True
        if not verb.noun.isdisjoint({"", "="}) or verb.stance == "ask":
            return True
        if verb.noun and any(word in verb.noun or word[:1] in verb.noun for word in following):
            return True
        if bisect_left(self.opening, cue.last) < bisect_left(self.opening, limit):
            return True
        if verb.quotation != "strong" or reading.type != "verb":
            return False
        if not cue.conjunction and self._quotation_before(cue) is not None:
            return True
        return not CLAUSE_STARTS.isdisjoint(following) or any(
            token.facts.is_verb for token in article.tokens[cue.last : limit]
        )

    def _complement(
        self,
        cue: CueCandidate,
        reading: CueReading,
        subject: Subject | None,
        after: int,
        limit: int,
        governed: frozenset[str],
    ) -> Frame | None:
        """The first thing behind the cue and its subject that can open its content."""
        article, verb = self.article, reading.verb
        index = after
        while index < limit:
            token = article.tokens[index]
            if index in self.frames and self._begins_other_clause(cue, index):
                return None
            if token.text == ":":
                return self._colon(cue, reading, subject, index)
            if index in article.opening:
                number = article.opening[index]
                if article.folded(index - 1) == "ل":
                    # لـ«الشرق الأوسط»: the paper that was told.
                    index = article.after_quotation(number)
                    continue
                if self._is_speech(reading, number, index, after):
                    return Frame(
                        cue,
                        reading,
                        "quotation",
                        index,
                        article.quotations[number].start,
                        subject,
                        number,
                    )
                index = article.after_quotation(number)
                continue
            if token.folded in COMPLEMENTIZERS:
                if self._governs_that(cue, reading, index, after):
                    return self._that(cue, reading, subject, index)
            elif verb.noun:
                start = self._nominal(reading, index, limit)
                if start is not None:
                    return Frame(cue, reading, "nominal", index, start, subject)
            index += 1
        return None

    def _that(
        self, cue: CueCandidate, reading: CueReading, subject: Subject | None, index: int
    ) -> Frame | None:
        article = self.article
        token = article.tokens[index]
        if reading.verb.object and "=" in reading.verb.noun:
            # وصف X بأنه: what is said is the object with its predicate.
            start = article.starts[max(cue.last, subject.last if subject else 0)]
            if reading.enclitic:
                # حالات يصفها الأطباء بأنها خطيرة: the pronoun stands for the object.
                start = article.starts[index]
            return Frame(cue, reading, "that", index, start, subject)
        if token.folded not in PLAIN_COMPLEMENTIZERS:
            behind = index + 2 if article.folded(index + 1) == ":" else index + 1
            number = article.opening.get(behind)
            if number is not None and self._is_whole_clause(number, index):
                start = article.quotations[number].start
                return Frame(cue, reading, "that", index, start, subject, number)
            return Frame(cue, reading, "that", index, article.starts[index], subject)
        following = index + 1
        _, limit = article.sentence(index)
        if following < len(article.tokens) and article.tokens[following].text == ":":
            following += 1
        if following >= limit:
            return None
        number = article.opening.get(following)
        start = article.starts[following]
        return Frame(cue, reading, "that", index, start, subject, number)

    def _is_whole_clause(self, number: int, index: int) -> bool:
        """Whether a quotation behind أنه is all that is reported, and long enough to be speech."""
        article = self.article
        first, last = article.quotation_tokens(number)
        after = article.after_quotation(number)
        _, limit = article.sentence(index)
        return last - first > _WORDS_OF_SPEECH and (
            after >= limit or article.tokens[after].text in _CLAUSE_MARKS
        )

    def _colon(
        self, cue: CueCandidate, reading: CueReading, subject: Subject | None, index: int
    ) -> Frame | None:
        article = self.article
        if reading.verb.quotation == "no" or index + 1 >= len(article.tokens):
            return None
        following = index + 1
        token = article.tokens[following]
        if article.paragraph_of[following] > article.paragraph_of[index] + 1:
            return None
        if following in article.opening:
            number = article.opening[following]
            return Frame(
                cue, reading, "colon", index, article.quotations[number].start, subject, number
            )
        if token.folded in COMPLEMENTIZERS:
            return self._that(cue, reading, subject, following)
        if token.kind == "mark":
            return None
        return Frame(cue, reading, "colon", index, article.starts[following], subject)

    def _nominal(self, reading: CueReading, index: int, limit: int) -> int | None:
        """Where a noun phrase behind a governed preposition begins, or None."""
        article, words, verb = self.article, self.words, reading.verb
        token = article.tokens[index]
        following = index + 1
        bare = token.folded
        if bare in verb.noun and bare in PREPOSITIONS:
            if (bare, article.folded(following)) in words.lexicon.circumstances:
                return None
            if following >= limit or article.folded(following) in COMPLEMENTIZERS:
                return None
            if following not in article.opening and not article.tokens[following].is_word:
                return None
            if reading.verb.lemma == "تحدث" and limit - following < _LEAST_TALK:
                return None
            if words.in_list(article.folded(following), words.lexicon.occasions) and bare == "في":
                return None
            return article.starts[following]
        if token.kind != "word" or bare[:1] not in verb.noun:
            return None
        if bare == "باسم":
            return None
        if bare in ("ب", "ل", "بـ", "لـ"):
            number = article.opening.get(following)
            if number is None or (bare[0] == "ل" and self.phrases.inside.is_name_in_marks(number)):
                return None
            return article.starts[following]
        if len(bare) < _SHORTEST_GOVERNED or words.in_list(bare, words.lexicon.addressees):
            return None
        if bare[0] == "ل" and verb.person and (words.is_role(bare) or words.is_title(bare)):
            # وجه الدعوة للرئيس للقيام: the one invited.
            return None
        if words.is_adverbial(bare) or words.is_function_word(bare):
            return None
        info = words.info(article, index)
        if info.readings and not any(bare[0] in r.proclitics for r in info.readings):
            return None
        if not info.readings and not bare.startswith(("بال", "لل")):
            return None
        return article.starts[index] + 1

    def _postposed(
        self, cue: CueCandidate, reading: CueReading, subject: Subject | None, frame: Frame | None
    ) -> Frame | None:
        """The frame of a verb that stands behind the words it reports, or in their middle."""
        article = self.article
        number = self._quotation_before(cue)
        if number is None:
            return frame
        first, _ = article.quotation_tokens(number)
        if frame is None:
            start = article.quotations[number].start
            return Frame(cue, reading, "quotation", first, start, subject, before=number)
        if frame.kind == "quotation":
            return replace(frame, before=number)
        return frame

    def _quotation_before(self, cue: CueCandidate) -> int | None:
        """The quotation of several words that ends at the comma before a cue."""
        article = self.article
        end = cue.first - 1
        while end > 0 and article.tokens[end].text in COMMAS:
            end -= 1
        number = self.closing.get(end)
        if number is None or article.paragraph_of[end] != article.paragraph_of[cue.first]:
            return None
        first, last = article.quotation_tokens(number)
        ended = article.tokens[last - 1].kind == "mark" if last > first else False
        if last - first < _WORDS_OF_SPEECH or (end == cue.first - 1 and not ended):
            return None
        return number

    def _question(
        self,
        cue: CueCandidate,
        reading: CueReading,
        subject: Subject | None,
        after: int,
        limit: int,
    ) -> Frame | None:
        """An indirect question behind a verb of asking: تساءل لماذا, متسائلا ما إذا."""
        article = self.article
        for index in range(after, min(limit, after + _REACH_OF_NOUN)):
            if article.folded(index) in INTERROGATIVES:
                return Frame(cue, reading, "that", index, article.starts[index], subject)
            if self._begins_other_clause(cue, index):
                return None
        return None

    def _bare_clause(
        self, cue: CueCandidate, reading: CueReading, subject: Subject | None, limit: int
    ) -> Frame | None:
        """A clause right behind the subject, with neither أن nor colon: قال الرجل لا نلعب."""
        article, words = self.article, self.words
        if reading.type != "verb" or (subject is not None and subject.order != "VSO"):
            return None
        if subject is None and not (cue.last < limit and words.speaks_of_self(article, cue.last)):
            return None
        start = subject.last if subject is not None else cue.last
        while start < limit and article.tokens[start].text in COMMAS:
            start += 1
        if start + 2 >= limit or start in self.frames or start in self.phrases.inside.participles:
            return None
        word = article.folded(start)
        if word in CLAUSE_STARTS or (words.is_verb(article, start) and word[:1] not in ("و", "ف")):
            return Frame(cue, reading, "that", start, article.starts[start], subject)
        return None

    def _object(
        self,
        cue: CueCandidate,
        reading: CueReading,
        subject: Subject | None,
        after: int,
        limit: int,
    ) -> Frame | None:
        """A bare object as content: أعلن استقالته "announced his resignation"."""
        article, words = self.article, self.words
        if reading.type == "noun" and not reading.enclitic and subject is None:
            return None
        index = after
        while index < limit:
            following = self._past_aside(index, limit)
            if following == index:
                following = self._past_circumstance(index)
            if following == index:
                break
            index = following
        if index >= limit or self._begins_other_clause(cue, index):
            return None
        if is_circumstance(article, index, words) or is_attached_preposition(article, index, words):
            return None
        token = article.tokens[index]
        if index in article.opening:
            number = article.opening[index]
            if article.after_quotation(number) >= limit:
                return None
        elif token.folded in DEMONSTRATIVES:
            if "=" not in reading.verb.noun:
                return None
        elif (
            not token.is_word
            or not words.is_nominal(article, index)
            or words.is_verb(article, index)
            or token.folded in PREPOSITIONS
            or token.folded in RELATIVES
            or (token.folded[:1] == "و" and not words.info(article, index).readings)
        ):
            return None
        if limit - index < 2:
            return None
        return Frame(cue, reading, "object", index, article.starts[index], subject)

    def _past_circumstance(self, index: int) -> int:
        """The token after a comma or a circumstance that stands before a bare object."""
        article = self.article
        if (
            article.tokens[index].text in COMMAS
            or self._is_adverbial_accusative(index)
            or article.folded(index) in PREPOSITIONS_WITH_PRONOUN
        ):
            return index + 1
        return circumstance_end(article, index, self.words)

    def _past_aside(self, index: int, limit: int) -> int:
        """The token after a prepositional phrase that only tells when, where or how it was said.

        It ends at a comma (في تقريره السنوي الصادر أمس،) or with a noun of occasion (في بيان).
        """
        article, words = self.article, self.words
        if article.tokens[index].text in COMMAS:
            return self._past_enclosed(index, limit)
        if not words.is_preposition(article, index) and article.folded(index) not in PHRASAL:
            return index
        for end in range(index + 1, min(limit, index + _LONGEST_ASIDE)):
            token = article.tokens[end]
            if token.text in COMMAS:
                return end + 1 if end > index + 1 else index
            if token.folded in COMPLEMENTIZERS or end in self.frames:
                break
        following = index + 1
        if following < limit and article.folded(following) in DEMONSTRATIVES:
            return min(limit, following + 2)
        if not words.in_list(article.folded(following), words.lexicon.occasions):
            return index
        following += 1
        while following < limit and (
            words.info(article, following).classes == {"adjective"}
            or article.folded(following) in PREPOSITIONS_WITH_PRONOUN
            or (has_article(article.folded(following)) and words.is_adjective(article, following))
            # خلال لقائه بالصحفيين
            or is_attached_preposition(article, following, words)
        ):
            following += 1
        if (
            following < limit
            and words.may_be_verb(article, following)
            and any(r.enclitic for r in words.info(article, following).readings)
        ):
            # في بيان وزعته أمس
            following += 1
            while following < limit and circumstance_end(article, following, words) > following:
                following = circumstance_end(article, following, words)
        if following + 1 < limit and article.folded(following) == "علي":
            # على صفحته على "فيسبوك"
            inside = article.opening.get(following + 1)
            following = article.after_quotation(inside) if inside is not None else following + 2
        return following

    def _past_enclosed(self, comma: int, limit: int) -> int:
        """The token behind an aside between commas that is no object: ، اليوم (الاثنين)،"""
        article, words = self.article, self.words
        start = comma + 1
        if start >= limit or not (
            words.is_preposition(article, start)
            or is_circumstance(article, start, words)
            or article.folded(start) in PHRASAL
            or (has_article(article.folded(start)) and words.is_adjective(article, start))
            or article.tokens[start].text == "("
        ):
            return comma
        for end in range(start + 1, min(limit, start + _LONGEST_ASIDE)):
            if article.tokens[end].text in COMMAS:
                return end + 1
            if article.folded(end) in COMPLEMENTIZERS or end in self.frames:
                break
        return comma

    def _is_adverbial_accusative(self, index: int) -> bool:
        """Whether an indefinite accusative tells how, and the object stands behind it.

        In توقع عجزاً في الميزانية "expected a deficit in the budget" it is the object itself.
        """
        article, words = self.article, self.words
        if not words.is_accusative(article, index):
            return False
        following = index + 1
        while following < len(article.tokens) and words.is_accusative(article, following):
            following += 1
        return (
            following < len(article.tokens)
            and article.tokens[following].is_word
            and not words.is_preposition(article, following)
        )

    def _begins_other_clause(self, cue: CueCandidate, index: int) -> bool:
        """Whether another cue's clause begins here, so that the search must end."""
        article = self.article
        frame = self.frames.get(index)
        if frame is None:
            return False
        if article.folded(index - 1) in RELATIVES:
            return False
        if frame.reading is None or frame.reading.type != "noun":
            return True
        # In نقل عن الوزير قوله إن the noun has the content.
        return bool(frame.reading.enclitic) and frame.reading.verb.lemma == "قال"

    def _governs_that(self, cue: CueCandidate, reading: CueReading, index: int, after: int) -> bool:
        """Whether أن at ``index`` depends on the cue and not on a word in between."""
        article, words, verb = self.article, self.words, reading.verb
        if index in self.openers or (not verb.that and verb.quotation == "no"):
            return False
        if article.folded(index + 1) == "." and article.is_glued(index + 1):
            # سي. إن. إن.: a letter.
            return False
        if index == after > cue.last:
            return True
        before = article.folded(index - 1)
        if index == cue.last:
            return True
        plain = article.folded(index).startswith("ان")
        if plain and article.tokens[index - 1].text in COMMAS and "" not in verb.that:
            return index == after + 1 > cue.last + 1 and verb.quotation == "strong"
        if verb.homograph and "" not in verb.that and not article.folded(index).startswith("ب"):
            # في بيان عبر تلغرام إن: no عبّر "expressed".
            return before in verb.that
        if before in PREPOSITIONS:
            # كشف على أن: the press is free with the preposition where nothing stands between.
            return before in verb.that or (
                before in BEFORE_AN and self.phrases.inside.is_all_nominal(after, index - 1)
            )
        if article.tokens[index - 1].kind == "word" and words.in_list(
            before, words.lexicon.governors_of_an
        ):
            return False
        # مصادر لم تسمها أن: the verb of a relative clause has its object in the pronoun.
        described = all(r.enclitic for r in words.info(article, index - 1).readings)
        return described or not words.is_verb(article, index - 1)

    def _is_speech(self, reading: CueReading, number: int, index: int, after: int) -> bool:
        """Whether a quotation behind the cue is what was said rather than a name or a term."""
        article = self.article
        verb = reading.verb
        if verb.quotation == "no":
            return False
        first, last = article.quotation_tokens(number)
        length = sum(token.is_word for token in article.tokens[first:last])
        if self.phrases.inside.is_person_in_marks(number):
            return False
        if (
            index > after
            and length <= _LONGEST_BODY
            and self.words.is_organisation(article.folded(index - 1))
        ):
            # على قناة "إم بي سي مصر": a name, though of some words.
            return False
        if index == after and reading.type == "participle":
            return length >= 2
        if verb.quotation == "weak":
            return length > _WORDS_OF_SPEECH and index <= after + 8
        return length >= _WORDS_OF_SPEECH or (index <= after + 1 and length >= 2)


def _preferred(cue: CueCandidate) -> tuple[CueReading, ...]:
    """The readings in order of likelihood: finite verbs, participles, nouns."""
    order = {"verb": 0, "participle": 1, "noun": 2}
    return tuple(sorted(cue.readings, key=lambda reading: order[reading.type]))

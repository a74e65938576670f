"""Which candidates report something, and where their content begins.

A candidate without one of the frames of its verb is no cue: ذكر "male", بين "between", أضاف شيئاً
إلى شيء "added one thing to another" fall away here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.bare_contents import BareContents
from quotes.extraction.frames.conditions import Conditions
from quotes.extraction.frames.cue_places import CuePlaces
from quotes.extraction.frames.demanded_contents import DemandedContents
from quotes.extraction.frames.frame import Frame, LaterFrames, Predicate
from quotes.extraction.frames.opened_contents import OpenedContents
from quotes.extraction.frames.quotations_before import quotation_before, quotation_of_title
from quotes.extraction.frames.source_phrases import SourcePhrase
from quotes.extraction.frames.subjects_behind_contents import subject_behind_content
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.finder import SubjectsBefore, find_subject
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    IN_WHICH,
    ON,
    RESOLVED_ON,
    RESPONSIBILITY,
    STRESSED,
    WITH_WHAT,
)
from quotes.extraction.text.marks import COMMAS

# How far behind the cue its content may begin, in tokens: past a long title, a relative clause
# and the circumstances of the telling.
_REACH = 70
_REACH_OF_NOUN = 14
_REACH_OF_STRESSED = 5
_LONGEST_DESCRIBED = 8
_FIRST_LETTER = itemgetter(slice(1))
_OPENERS = COMPLEMENTIZERS | {":"}
# What a verb governs that has a noun without a preposition behind it.
_BARE_NOUNS = frozenset({"", "=", "+"})
_RANK = {"that": 0, "colon": 0, "quotation": 0, "nominal": 1, "object": 2}


def find_frames(
    phrases: NounPhrases, cues: list[CueCandidate], sources: list[SourcePhrase]
) -> list[Frame]:
    """The frames of all cues that have one, in order.

    The verb in a phrase of source, as in وفقاً لما ذكرته "according to what she told", has none of
    its own.
    """
    absorbed = {n for source in sources for n in range(source.cue.first, source.cue.last)}
    finder = _FrameFinder(phrases, cues, sources)
    for cue in reversed(cues):
        if cue.first not in absorbed:
            finder.read(cue)
    return sorted(finder.later.frames.values(), key=lambda frame: frame.cue.first)


class _FrameFinder:
    """Reads the cues of one article, from the last to the first."""

    def __init__(
        self, phrases: NounPhrases, cues: list[CueCandidate], sources: list[SourcePhrase]
    ) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.places = CuePlaces(self.article, cues, self.words)
        self.conditions = Conditions(phrases)
        self.later = LaterFrames(self.article)
        ends = {source.cue.first: source.last for source in sources}
        self.opened = OpenedContents(phrases, self.later, ends)
        self.bare = BareContents(self.article, self.words, phrases.inside.participles, self.later)
        self.demanded = DemandedContents(phrases, self.later)
        self.opening = sorted(self.article.opening)
        self._subjects_before: SubjectsBefore = {}

    def read(self, cue: CueCandidate) -> None:
        """Remember the frame of a cue, in the reading that has the best, if any has one."""
        frame = None
        if cue.source is None:
            readings = cue.readings.by_likelihood
            if len(readings) > 1 and (self._describes_speaker(cue) or self._goes_on(cue)):
                readings = tuple(r for r in readings if r.type != "noun") or readings
            frame = self._best(self._governed(cue, reading) for reading in readings)
        if frame is not None:
            self.later.add(frame)

    def _describes_speaker(self, cue: CueCandidate) -> bool:
        """Whether a participle that is a verbal noun, too, stands behind a comma: ، مطالبة.

        ", demanding"
        """
        return (
            self.article.is_behind_comma(cue.first)
            and not cue.conjunction
            and any(reading.type == "participle" for reading in cue.readings.all)
        )

    def _goes_on(self, cue: CueCandidate) -> bool:
        """Whether what is a verb or its noun stands behind a comma and و: ، وحث الحكومة على.

        "and urged the government to", rather than "and the urging of the government"
        """
        return (
            self.article.is_behind_comma(cue.first)
            and cue.conjunction == "و"
            and any(reading.type == "verb" and reading.verb.person for reading in cue.readings.all)
        )

    @staticmethod
    def _best(frames: Iterable[Frame | None]) -> Frame | None:
        """The frame of the best reading: a clause or quotation before a noun phrase."""
        found = [frame for frame in frames if frame is not None]
        for frame in found:
            after = max(frame.cue.last, frame.subject.last if frame.subject is not None else 0)
            if frame.kind == "nominal" and frame.opener == after:
                # وعد بالعمل: "promised", though عدّ "considered" would find a clause farther on.
                return frame
        return min(found, key=lambda frame: _RANK[frame.kind], default=None)

    def _governed(self, cue: CueCandidate, reading: CueReading) -> Frame | None:
        """The frame of a cue in one of its readings, or None if it is no cue in this one."""
        if not self.places.allow(cue, reading):
            return None
        verb = reading.verb
        _, limit = self.article.sentence(cue.first)
        reach = _REACH_OF_NOUN if reading.type == "noun" else _REACH
        limit = min(limit, cue.last + reach)
        if not self._may_govern(cue, reading, limit):
            return None
        clause = self._clause(cue, reading, object_follows="+" in verb.noun)
        subject = find_subject(clause, self._subjects_before)
        if verb.source and subject is None and self.article.folded(cue.last) not in IN_WHICH:
            # بيانا جاء فيه: a statement in which it said; whoever issued it speaks.
            return None
        frame = self._frame(Predicate(cue, reading, subject, limit))
        if frame is None:
            return None
        behind = subject_behind_content(clause, frame, self.later.next_cue(cue.first, limit))
        if behind is not None:
            frame = replace(frame, subject=behind)
        if self._is_put_in_words(frame, limit):
            return None
        return frame if self.conditions.fits(frame) else None

    def _is_put_in_words(self, frame: Frame, limit: int) -> bool:
        """Whether another cue tells how a thing is described: وصف الحادث | بقوله: «…».

        "he described the accident by saying: '…'"; so does برر القرار قائلاً "he justified the
        decision, saying".
        """
        reading = frame.reading
        if (
            reading is None
            or frame.kind != "object"
            or reading.verb.stance not in ("believe", "explain")
        ):
            return False
        index = self.later.next_cue(frame.opener, min(limit, frame.opener + _LONGEST_DESCRIBED))
        said = self.later.frames.get(index)
        return (
            said is not None
            and said.reading is not None
            and said.reading.is_of_saying
            and said.reading.type != "verb"
            and not said.cue.conjunction
            and COMMAS.isdisjoint(self.article.words[frame.opener : index])
        )

    def _frame(self, predicate: Predicate) -> Frame | None:
        """The frame in which a verb governs anything, the most explicit one first."""
        reading, verb = predicate.reading, predicate.reading.verb
        frame = self.opened.frame(predicate)
        if frame is None and verb.stance == "ask" and verb.quotation == "strong":
            frame = self.bare.question(predicate)
        if frame is None and verb.quotation == "strong":
            frame = self.bare.manner(predicate)
        calls = "+" in verb.noun
        if frame is None or (calls and frame.kind == "nominal"):
            frame = self._or_demanded(predicate, frame)
        if frame is None and verb.quotation == "strong" and not verb.perfect_only:
            frame = self.bare.clause(predicate)
        if verb.quotation == "strong" and reading.type == "verb" and not predicate.cue.conjunction:
            frame = self._postposed(predicate, frame)
        near = frame is not None and (frame.kind != "nominal" or verb.person)
        near = near and not self._is_of_stressed_noun(predicate, frame)
        quoted = frame is not None and frame.kind == "quotation"
        if (not near or quoted) and not verb.noun.isdisjoint({"", "="}):
            frame = self._or_object(predicate, frame)
        return frame

    def _is_of_stressed_noun(self, predicate: Predicate, frame: Frame | None) -> bool:
        """Whether "by that" depends on what is stressed: أكد ضرورة الالتزام بأن يكون.

        "stressed the need to keep to it that"; so does "on that": أكد حرص الوزارة على أن تكون
        "stressed the ministry's care that it be"
        """
        article = self.article
        if frame is None or frame.kind != "that":
            return False
        opener = frame.opener
        if article.folded(opener).startswith("ب"):
            places: Iterable[int] = (predicate.cue.last, predicate.after, opener - 2)
            return any(article.folded(n) in STRESSED for n in places)
        places = range(max(predicate.cue.last, opener - _REACH_OF_STRESSED), opener - 1)
        return article.folded(opener - 1) in ON and any(
            article.folded(n) in RESOLVED_ON for n in places
        )

    def _or_demanded(self, predicate: Predicate, frame: Frame | None) -> Frame | None:
        """What is demanded where it stands before what ``frame`` has, else ``frame``.

        مناشداً المجتمع الدولي | الاضطلاع بمسؤولياته
        (appealing to the international community | to live up to its responsibilities)
        """
        demanded = self.demanded.frame(predicate)
        if frame is None or (
            demanded is not None and predicate.after < demanded.opener < frame.opener
        ):
            return demanded
        return frame

    def _clause(
        self, cue: CueCandidate, reading: CueReading, *, object_follows: bool
    ) -> ReportingClause:
        return ReportingClause(
            self.article, self.words, self.phrases, cue, reading, object_follows=object_follows
        )

    def _or_object(self, predicate: Predicate, frame: Frame | None) -> Frame | None:
        """A bare object where it stands before what ``frame`` has, else ``frame``.

        Where an object may follow, a subject behind the verb is read again, since it ends where it
        is complete.
        """
        cue, reading, subject = predicate.cue, predicate.reading, predicate.subject
        if subject is None or subject.order == "VSO":
            clause = self._clause(cue, reading, object_follows=True)
            subject = find_subject(clause, self._subjects_before)
        bare = self.bare.object(Predicate(cue, reading, subject, predicate.limit))
        if subject is not None and (
            self._is_condemned(cue, reading, subject)
            if bare is None
            else self._is_blamed(subject, bare.opener)
        ):
            bare = self.bare.object(Predicate(cue, reading, None, predicate.limit))
        if frame is None or (
            bare is not None
            and bare.opener < frame.opener
            and (bare.subject is not None or frame.subject is None)
            # أعلنت المديرة استعداد البرنامج للعمل في دول «تستحق الدعم»
            # (announced that the programme is ready to work in countries "worth support")
            and (frame.kind != "quotation" or self._is_plain_noun(bare.opener))
        ):
            return bare
        return frame

    def _is_condemned(self, cue: CueCandidate, reading: CueReading, subject: Subject) -> bool:
        """Whether what looks like the subject is the object of who spoke before: وأدان الهجوم.

        رحب الاتحاد بالقرار، وأدان الهجوم: the union welcomed the decision, and condemned the attack
        """
        return (
            reading.verb.stance == "condemn"
            and subject.order == "VSO"
            and cue.conjunction == "و"
            and self.article.is_behind_comma(cue.first)
            and not self.phrases.names_source(subject.first)
        )

    def _is_blamed(self, subject: Subject, opener: int) -> bool:
        """Whether who stands behind a verb is whom somebody blames: وحملت إدارة السجن المسؤولية.

        "and held the prison's administration responsible": responsibility comes last.
        """
        following = self.article.folded(opener + 1)
        return (
            subject.order == "VSO"
            and self.article.folded(opener) in RESPONSIBILITY
            and subject.first - 1 > self.article.sentence(opener)[0]
            and not following.startswith(("ل", "على"))
        )

    def _is_plain_noun(self, index: int) -> bool:
        """Whether a noun that can be what is told, and names nobody, begins here."""
        return not has_article(self.article.folded(index)) and not self.phrases.names_source(index)

    def _may_govern(self, cue: CueCandidate, reading: CueReading, limit: int) -> bool:
        """Whether anything stands behind the cue, or before it, that could be its content.

        Most candidates have nothing of the kind, and it costs far more to look for their subject.
        """
        article, verb = self.article, reading.verb
        following = article.words[cue.last : limit]
        if not _OPENERS.isdisjoint(following):
            return True
        if verb.addressee and (
            not verb.addressee.isdisjoint(following)
            or article.folded(cue.last).startswith(tuple(verb.addressee))
        ):
            return True
        if verb.stance == "ask":
            return True
        if _may_govern_noun(reading, following) and self.conditions.may_have_noun(
            reading, cue.last, limit
        ):
            return True
        if bisect_left(self.opening, cue.last) < bisect_left(self.opening, limit):
            return True
        if verb.quotation != "strong" or reading.type != "verb":
            return False
        if not cue.conjunction and (
            quotation_before(self.phrases, cue) is not None
            or quotation_of_title(self.phrases, cue) is not None
        ):
            return True
        return (
            not CLAUSE_STARTS.isdisjoint(following)
            or self.words.is_ours(article, cue.last)
            or any(
                facts.is_verb or facts.speaks_of_self
                for facts in (token.facts for token in article.tokens[cue.last : limit])
            )
        )

    def _postposed(self, predicate: Predicate, frame: Frame | None) -> Frame | None:
        """The frame of a verb that stands behind the words it reports, or in their middle."""
        article = self.article
        number = quotation_before(self.phrases, predicate.cue)
        if number is None and frame is None:
            number = quotation_of_title(self.phrases, predicate.cue)
        if number is None:
            return frame
        first, _ = article.quotation_tokens(number)
        if frame is None:
            start = article.quotations[number].start
            return replace(predicate.frame("quotation", first, start), before=number)
        if frame.kind == "quotation":
            return replace(frame, before=number)
        return frame


def _may_govern_noun(reading: CueReading, following: list[str]) -> bool:
    """Whether one of the words that follow may open a noun phrase that is the content."""
    return not reading.verb.noun.isdisjoint(_BARE_NOUNS) or not (
        reading.noun.isdisjoint(following)
        and reading.noun.isdisjoint(map(_FIRST_LETTER, following))
        and reading.noun.isdisjoint(map(WITH_WHAT.get, following))
    )

"""Whoever has been reported before, as the speaker of a cue without a subject.

قال الوزير …، مضيفاً "the minister said …, adding": who speaks is told by another report.
"""

from __future__ import annotations

from collections.abc import Iterator

from quotes.arabic.folding import fold
from quotes.extraction.speakers.cue_context import CueContext, Found, is_inside
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.grammar import ABOUT_THEM, ANSWERS, DIVINE, GLORIES, GOING_ON, THEN


class EarlierSpeakers:
    """Asks the reports before one cue who speaks by it; each method asks one of them."""

    def __init__(self, context: CueContext) -> None:
        self.context = context
        self.article = context.article
        self.cue = context.cue
        self.reading = context.reading
        self.sentence = context.sentence
        self.clauses = context.clauses
        self.done = context.done
        self.entities = context.entities

    def taken_over_from(self) -> Found | None:
        """A pronoun tells from whom words are taken over: ونقلت الوكالة عنه قوله.

        "and the agency took over from him his saying"
        """
        taken_over = self.article.folded(self.cue.first - 1) in ABOUT_THEM
        return self.last() if taken_over else None

    def host(self) -> Found | None:
        """A phrase of source without a mention closes the clause that has the same content.

        Or it stands within that: ستتراجع - حسبه - من الغد "will fall - according to him - from",
        طالبوا بتقليص القوائم التي وصلت، حسب قولهم، إلى "they asked to shorten the lists, which had
        come, as they said, to".
        """
        attribution = self.context.attribution
        if attribution.frame.kind != "source":
            return None
        hosts = [
            one
            for one in self.done
            if one.attribution.content == attribution.content
            or (attribution.subject is None and is_inside(attribution, one.attribution))
        ]
        # قالت الوكالة نقلا عن الشرطة إن … على حد قولها: the agency said, quoting the police, that
        # …, as it put it; the verb is the nearer host.
        hosts.sort(key=lambda one: one.attribution.frame.kind != "source")
        return (hosts[-1].entity, "host") if hosts else None

    def source_before_then(self) -> Found | None:
        """The phrase of source goes on with a verb: وبحسب المنظمة فقد ذكرت.

        "and according to the organisation, it has mentioned"
        """
        if self.article.folded(self.cue.first - 1) not in THEN:
            return None
        for one in reversed(self.context.opening_sources()):
            if one.entity is not None and self.context.agrees(one.entity):
                return one.entity, "governing"
        return None

    def asked(self) -> Found | None:
        """Somebody was asked, and answers: ولما سأله الصحفيون أجاب.

        "and when the journalists asked him, he answered"
        """
        answers = self._is_answer()
        if not (self.cue.conjunction == "ف" or answers):
            return None
        # سأل الوزير موظفا: أين الناس؟ فلم يعرفه ورد عليه: the minister asked an official: where are
        # the people? He did not know him and answered
        question = self.clauses[-1] if self.clauses else None
        if question is None and answers and self.done:
            question = self.done[-1]
        if question is None or (not self.clauses and question.attribution.subject is None):
            return None
        return self.context.if_agreeing(self._person_asked(question), "sentence")

    def _is_answer(self) -> bool:
        """Whether the cue tells of an answer: أجاب "he answered"."""
        return self.reading is not None and self.reading.lemma in ANSWERS

    def _person_asked(self, question: Resolved) -> Entity | None:
        """Who is asked, and so answers: سأل المذيع الضيف عن رأيه، فأجاب.

        "the presenter asked the guest for his opinion, and he answered"; where a pronoun stands for
        him (وسألته المذيعة "and the presenter asked him"), it is who spoke before.
        """
        frame, subject = question.attribution.frame, question.attribution.subject
        if frame.reading is None or frame.reading.verb.stance != "ask":
            return None
        if frame.reading.enclitic and frame.reading.type == "noun":
            # وتواصلت الصحيفة مع المدير فلان لسؤاله عما إذا
            # (and the newspaper got in touch with the director So-and-so to ask him whether)
            return self.entities.person_mentioned_before(frame.cue.first)
        if frame.reading.enclitic:
            return next(
                (
                    one.entity
                    for one in reversed(self.done)
                    if one.entity is not None and one.entity is not question.entity
                ),
                None,
            )
        start = subject.last if subject is not None else frame.cue.last
        phrases = self.entities.phrases
        if not phrases.starts(start, after_verb=True) or not (
            phrases.names_source(start)
            # موظفا: an official
            or self.article.tokens[start].facts.is_accusative_head
        ):
            return None
        last = phrases.end(start, self.cue.first, after_verb=True)
        return self.entities.resolve(start, last)[0] if last > start else None

    def source_before_participle(self) -> Found | None:
        """A participle behind a source is the source's: ، حسب متحدث باسم الوزارة، مشيرا إلى.

        "according to a spokesman of the ministry, pointing to"
        """
        if not self.context.is_participle or self.clauses or not self.done:
            return None
        last = self.done[-1]
        subject = last.attribution.subject
        if last.attribution.frame.kind != "source" or subject is None or last.entity is None:
            return None
        between = self.article.tokens[subject.last : self.cue.first]
        beside = self.sentence[0] <= subject.last <= self.cue.first and all(
            token.kind == "mark" for token in between
        )
        return self.context.if_agreeing(last.entity, "governing") if beside else None

    def governing(self) -> Found | None:
        """A participle or noun goes with the report before it: قال الوزير …، مضيفاً.

        "the minister said …, adding"
        """
        if not self.context.is_circumstance:
            return None
        for one in reversed(self.clauses or self.context.opening_sources()):
            if (
                one.entity is not None
                and not is_inside(self.context.attribution, one.attribution)
                and not self.context.is_nested(one)
                and self.context.agrees(one.entity)
            ):
                return one.entity, "governing"
        return None

    def of_sentence_before_participle(self) -> Found | None:
        """A participle that opens its sentence goes on with the last report of the one before."""
        first = self.sentence[0]
        if not self.context.is_participle or self.cue.first != first or not first:
            return None
        before = self.article.sentence_of[first - 1]
        for one in reversed(self.done):
            if self.article.sentence_of[one.attribution.frame.cue.first] != before:
                return None
            if (
                one.entity is not None
                and one.attribution.frame.kind != "source"
                and not self.context.is_nested(one)
                and self.context.agrees(one.entity)
            ):
                return one.entity, "sentence-before"
        return None

    def told_of(self) -> Found | None:
        """What is told goes on where the verb fits whom it is told of, and not who tells it.

        وأشارت المصادر إلى أن النائب نفى ذلك، وأكد أن "and the sources (f.) pointed out that the
        deputy (m.) denied it and affirmed (m.) that"
        """
        if self.cue.conjunction != "و" or len(self.clauses) < 2:
            return None
        told, teller = self.clauses[-1], self.clauses[-2]
        if (
            told.entity is None
            or teller.entity is None
            or told.attribution.subject is None
            or not is_inside(told.attribution, teller.attribution)
            or self.context.agrees(teller.entity)
        ):
            return None
        return self.context.if_agreeing(told.entity, "last")

    def last(self) -> Found | None:
        """Whoever spoke last; scripture that is quoted has no more to say than the quotation."""
        author = self._person_of_source_since()
        if author is not None:
            return author, "last"
        for one, entity in self._speakers_before():
            if _is_divine(entity) and any(
                other.entity is not None and not _is_divine(other.entity) for other in self.done
            ):
                continue
            if not self.context.is_nested(one):
                return entity, "last"
        return None

    def _speakers_before(self) -> Iterator[tuple[Resolved, Entity]]:
        """Who has spoken by a cue and agrees, with what was reported, the latest first."""
        for one in reversed(self.done):
            kind = one.attribution.frame.kind
            reports = kind != "headline" and (kind != "source" or self._is_source_before(one))
            if (
                reports
                and one.entity is not None
                and self.context.agrees(one.entity)
                and not self.context.differs_from_noun(one.entity)
            ):
                yield one, one.entity

    def _is_source_before(self, one: Resolved) -> bool:
        """Whether a phrase of source alone reports in the sentence before: وبرأي فلان، فإن ….

        "and in the opinion of So-and-so, …": he goes on, in another paragraph by "he added" alone.
        """
        sentence_of, first = self.article.sentence_of, one.attribution.frame.cue.first
        paragraph_of, reading = self.article.paragraph_of, self.context.reading
        goes_on = reading is not None and reading.lemma in GOING_ON
        return (
            one.entity is not None
            and (goes_on or paragraph_of[first] == paragraph_of[self.cue.first])
            and self.article.sentence(first) == self.article.sentence_before(self.sentence[0])
            and all(
                other is one or sentence_of[other.attribution.frame.cue.first] != sentence_of[first]
                for other in self.done
            )
        )

    def _person_of_source_since(self) -> Entity | None:
        """The person of a phrase of source behind what a study said.

        بحسب الباحثة فلانة. وتضيف "according to the researcher So-and-so. And she adds": a study has
        its authors speak.
        """
        for one in reversed(self.done):
            entity = one.entity
            if entity is None or not self.context.agrees(entity) or self.context.is_nested(one):
                continue
            if one.attribution.frame.kind == "source":
                if entity.words and one.attribution.subject is not None:
                    return entity if self._document_spoke_last() else None
                continue
            return None
        return None

    def _document_spoke_last(self) -> bool:
        """Whether whatever spoke last, phrases of source apart, is a document."""
        last = next(self._speakers_before(), None)
        return last is not None and last[1].kind == "document"

    def governing_of_other_gender(self) -> Found | None:
        """Where nobody agrees with a participle, its desk has erred: قالت المصادر …، مشيراً.

        "the sources (f.) said …, pointing (m.) to"
        """
        if not self.context.is_participle or not self.clauses:
            return None
        return self.clauses[-1].entity, "governing"


def _is_divine(entity: Entity) -> bool:
    """Whether scripture or tradition is quoted; the next words are the preacher's again."""
    name = tuple(fold(entity.name).split())
    return bool(name) and (name[0] in DIVINE or name in GLORIES)

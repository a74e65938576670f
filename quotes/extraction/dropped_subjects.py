"""Stage 4: who speaks where the subject is dropped, or only a pronoun.

A dropped subject or a participle takes the subject of the clause that governs it, else that of
its sentence, else the last speaker who agrees in gender and number. ``DroppedSubject.find`` has
all the places that are asked, in their order; the first that knows somebody is believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.arabic.folding import fold
from quotes.extraction.agreement import agrees
from quotes.extraction.article import Article
from quotes.extraction.attribution import Attribution
from quotes.extraction.entities import Entities
from quotes.extraction.entity import Entity
from quotes.extraction.grammar import (
    ABOUT_THEM,
    ANSWERS,
    BUT_THEY,
    DIVINE,
    EULOGIES,
    GOING_ON,
    IN_WHICH,
    PARALLELS,
    SUBJECT_PRONOUNS,
    THEN,
    WAS_ASKED,
)
from quotes.extraction.resolved import Resolved
from quotes.extraction.sentence_subjects import SentenceSubjects
from quotes.extraction.subjects_before_participles import SubjectsBeforeParticiples

_Found = tuple[Entity | None, str]


class DroppedSubject:
    """The subject of one cue beside which none stands, looked for in its context."""

    def __init__(
        self,
        article: Article,
        attribution: Attribution,
        done: Sequence[Resolved],
        entities: Entities,
    ) -> None:
        """``done`` are the attributions before, with their speakers, in order."""
        self.article = article
        self.attribution = attribution
        self.done = done
        self.entities = entities
        self.subjects = SentenceSubjects(article, entities)
        self.before_participles = SubjectsBeforeParticiples(article, entities)
        self.cue = attribution.frame.cue
        self.reading = attribution.frame.reading
        self.sentence = article.sentence(self.cue.first)
        self.clauses = [
            one
            for one in done
            if self.sentence[0] <= one.attribution.frame.cue.first < self.cue.first
            and one.attribution.frame.kind != "source"
        ]
        """What else the sentence reports before the cue."""
        self.is_participle = self.reading is not None and self.reading.type == "participle"
        # مؤكداً "confirming", في قوله "in his saying": it goes with a verb before it.
        self.is_circumstance = self.is_participle or (
            self.reading is not None and self.reading.type == "noun"
        )

    def find(self) -> _Found:
        """The speaker, if any, and the basis on which he is chosen."""
        for strategy in (
            self._prophet,
            self._taken_over_from,
            self._host,
            self._subject_of_host,
            self._source_before_then,
            self._asked,
            self._writer_of_document,
            self._latest_subject,
            self._topic_before,
            self._subject_before_participle,
            self._source_before_participle,
            self._governing_clause,
            self._subject_of_sentence,
            self._sentence_before_participle,
            self._subject_of_clause_told,
            self._subject_since_last_report,
            self._last_speaker,
            self._subject_of_sentence_before,
            self._governing_of_other_gender,
        ):
            found = strategy()
            if found is not None:
                return found
        return None, "nobody"

    def _prophet(self) -> _Found | None:
        """A eulogy stands behind the cue: قال صلى الله عليه وسلم."""
        if self.article.folded(self.cue.last) not in EULOGIES:
            return None
        return self.entities.prophet(self.cue.first), "nobody"

    def _taken_over_from(self) -> _Found | None:
        """A pronoun tells from whom words are taken over: ونقلت الوكالة عنه قوله."""
        taken_over = self.article.folded(self.cue.first - 1) in ABOUT_THEM
        return self._last_speaker() if taken_over else None

    def _host(self) -> _Found | None:
        """A phrase of source without a mention closes the clause that has the same content."""
        if self.attribution.frame.kind != "source":
            return None
        hosts = [one for one in self.done if one.attribution.content == self.attribution.content]
        # قالت الوكالة نقلا عن الشرطة إن … على حد قولها: the agency said, quoting the police, that
        # …, as it put it; the verb is the nearer host.
        hosts.sort(key=lambda one: one.attribution.frame.kind != "source")
        return (hosts[-1].entity, "host") if hosts else None

    def _subject_of_host(self) -> _Found | None:
        """A phrase of source without a mention: its sentence tells of somebody."""
        if self.attribution.frame.kind != "source":
            return None
        subject = self.subjects.main(self.sentence, self.cue.first)
        return (subject, "sentence") if subject is not None else None

    def _source_before_then(self) -> _Found | None:
        """The phrase of source goes on with a verb: وبحسب المنظمة فقد ذكرت."""
        if self.article.folded(self.cue.first - 1) not in THEN:
            return None
        for one in reversed(self._opening_sources()):
            if one.entity is not None and self._agrees(one.entity):
                return one.entity, "governing"
        return None

    def _asked(self) -> _Found | None:
        """Somebody was asked, and answers: ولما سأله الصحفيون أجاب."""
        if not self.clauses or not (self.cue.conjunction == "ف" or self._is_answer()):
            return None
        return self._if_agreeing(self._person_asked(self.clauses[-1]), "sentence")

    def _writer_of_document(self) -> _Found | None:
        """What is said in a document of whoever issues it: ترد الخارجية ببيان اعتبرت فيه.

        "the ministry answers with a statement in which it considered"
        """
        if (
            self.reading is None
            or self.reading.type != "verb"
            or self.cue.conjunction
            or self.article.folded(self.cue.last) not in IN_WHICH
        ):
            return None
        writer = self.subjects.of_clause(self.sentence[0], self.cue.first)
        return self._if_agreeing(writer, "sentence")

    def _latest_subject(self) -> _Found | None:
        """A verb that reports nothing stands between the last report and the cue."""
        if self.cue.conjunction != "و" and not self.is_circumstance:
            return None
        since = self.clauses[-1].attribution.frame.cue.last if self.clauses else self.sentence[0]
        reports = [one.attribution for one in self.clauses]
        return self._if_agreeing(self.subjects.latest(since, self.cue.first, reports), "sentence")

    def _topic_before(self) -> _Found | None:
        """لكنه "but he", فهو "for he" goes on with whom the sentence before is of."""
        before = self.article.folded(self.cue.first - 1)
        opens = self.cue.first - 1 == self.sentence[0] and before[1:] in SUBJECT_PRONOUNS
        if not (before in BUT_THEY or opens) or self.clauses:
            return None
        if not opens and self.cue.first - 1 > self.sentence[0]:
            # خفض البنك المركزي الفائدة، لكنه حذر: the central bank cut its rate, but warned
            own = self._if_agreeing(self.subjects.main(self.sentence, self.cue.first), "sentence")
            if own is not None:
                return own
        topic = self.subjects.topic_of_sentence_before(self.sentence[0])
        return self._if_agreeing(topic, "sentence-before")

    def _subject_before_participle(self) -> _Found | None:
        """The subject of another verb ends right before: هاجمه الوزير فلان، قائلا.

        "the minister So-and-so attacked him, saying"
        """
        if not self.is_participle:
            return None
        if self.clauses:
            since = self.article.token_at(self.clauses[-1].attribution.end)
        else:
            since = self.sentence[0]
        if any(
            one.attribution.frame.kind == "source"
            and since <= one.attribution.frame.cue.first < self.cue.first
            for one in self.done
        ):
            # وفق دراسة أعدها المجلس، نافيا: the verb describes the source.
            return None
        return self._if_agreeing(self.before_participles.find(self.cue.first, since), "sentence")

    def _source_before_participle(self) -> _Found | None:
        """A participle behind a source is the source's: ، حسب متحدث باسم الوزارة، مشيرا إلى.

        "according to a spokesman of the ministry, pointing to"
        """
        if not self.is_participle or self.clauses or not self.done:
            return None
        last = self.done[-1]
        subject = last.attribution.subject
        if last.attribution.frame.kind != "source" or subject is None or last.entity is None:
            return None
        between = self.article.tokens[subject.last : self.cue.first]
        beside = self.sentence[0] <= subject.last <= self.cue.first and all(
            token.kind == "mark" for token in between
        )
        return self._if_agreeing(last.entity, "governing") if beside else None

    def _governing_clause(self) -> _Found | None:
        """A participle or noun goes with the report before it: قال الوزير …، مضيفاً."""
        if not self.is_circumstance:
            return None
        for one in reversed(self.clauses or self._opening_sources()):
            if (
                one.entity is not None
                and not _is_inside(self.attribution, one.attribution)
                and not self._is_nested(one)
                and self._agrees(one.entity)
            ):
                return one.entity, "governing"
        return None

    def _governing_of_other_gender(self) -> _Found | None:
        """Where nobody agrees with a participle, its desk has erred: قالت المصادر …، مشيراً.

        "the sources (f.) said …, pointing (m.) to"
        """
        if not self.is_participle or not self.clauses:
            return None
        return self.clauses[-1].entity, "governing"

    def _subject_of_sentence(self) -> _Found | None:
        """The sentence begins with what somebody does, and then tells what he says."""
        if self.reading is None or self.cue.first <= self.sentence[0] + 1:
            return None
        if self.clauses and not self._goes_on_past_nouns():
            return None
        if self.article.folded(self.sentence[0] + 1) in WAS_ASKED:
            # وحين سئل عما إذا كانت طهران …، أجاب: and when he was asked whether Tehran …
            return None
        subject = self.subjects.main(self.sentence, self.cue.first)
        return self._if_agreeing(subject, "sentence")

    def _goes_on_past_nouns(self) -> bool:
        """Whether only nouns have reported so far, inside the clause that the cue goes on with.

        علقت المتحدثة على دعوة الوزيرة إلى الوقف، ووصفتها "the spokeswoman commented on the
        minister's call for a halt and described it"
        """
        return (
            self.cue.conjunction == "و"
            and self.subjects.opens_with_verb(self.sentence)
            and all(
                one.attribution.frame.reading is not None
                and one.attribution.frame.reading.type == "noun"
                # نقلت الوكالة عن المدير قوله …، وأضاف: the agency took over from the director …
                and not one.attribution.frame.reading.enclitic
                for one in self.clauses
            )
        )

    def _subject_of_clause_told(self) -> _Found | None:
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
            or not _is_inside(told.attribution, teller.attribution)
            or self._agrees(teller.entity)
        ):
            return None
        return self._if_agreeing(told.entity, "last")

    def _sentence_before_participle(self) -> _Found | None:
        """A participle that opens its sentence goes on with the one before."""
        first = self.sentence[0]
        if not self.is_participle or self.cue.first != first:
            return None
        subject = self._speaker_of_sentence_before() or self.subjects.of_sentence_before(first)
        return (subject, "sentence-before") if subject is not None else None

    def _subject_since_last_report(self) -> _Found | None:
        """The sentence before tells what somebody does, and reports nothing: وتبنت الحركة الهجوم.

        "He added" goes on with who spoke last.
        """
        first = self.sentence[0]
        if (
            self.reading is None
            or self.reading.type != "verb"
            or self.reading.lemma in GOING_ON
            or not (
                self.cue.first <= first + 1
                or self._follows_opening_quotation(first)
                or self._follows_opening_clause(first)
            )
            or not first
            or not self.done
            or self.article.paragraph_of[first] == 0
            or self.article.sentence_of[self.done[-1].attribution.frame.cue.first]
            >= self.article.sentence_of[first - 1]
        ):
            return None
        subject = self.subjects.of_sentence_before(first)
        if subject is None or subject.kind not in ("person", "organisation"):
            return None
        return self._if_agreeing(subject, "sentence-before")

    def _follows_opening_quotation(self, first: int) -> bool:
        """Whether words in marks open the sentence, and the cue stands behind them: "…"، يسأل."""
        number = self.attribution.frame.before
        return number is not None and self.article.opening.get(first) == number

    def _follows_opening_clause(self, first: int) -> bool:
        """Whether only what he does meanwhile stands before it: وبينما يشير بيده، يقول.

        "and while he points with his hand, he says"
        """
        return (
            self.article.folded(first) in PARALLELS
            and self.article.is_behind_comma(self.cue.first)
            and not self.clauses
        )

    def _last_speaker(self) -> _Found | None:
        """Whoever spoke last; scripture that is quoted has no more to say than the quotation."""
        author = self._person_of_source_since()
        if author is not None:
            return author, "last"
        for one, entity in self._speakers_before():
            if _is_divine(entity) and any(
                other.entity is not None and not _is_divine(other.entity) for other in self.done
            ):
                continue
            if not self._is_nested(one):
                return entity, "last"
        return None

    def _speakers_before(self) -> Iterator[tuple[Resolved, Entity]]:
        """Who has spoken by a cue and agrees, with what was reported, the latest first."""
        for one in reversed(self.done):
            reports = one.attribution.frame.kind not in ("source", "headline")
            if reports and one.entity is not None and self._agrees(one.entity):
                yield one, one.entity

    def _person_of_source_since(self) -> Entity | None:
        """The person of a phrase of source behind what a study said.

        بحسب الباحثة فلانة. وتضيف "according to the researcher So-and-so. And she adds": a study has
        its authors speak.
        """
        for one in reversed(self.done):
            entity = one.entity
            if entity is None or not self._agrees(entity) or self._is_nested(one):
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

    def _subject_of_sentence_before(self) -> _Found | None:
        """The sentence before tells what somebody does."""
        subject = self.subjects.of_sentence_before(self.sentence[0])
        if subject is None or subject.kind not in ("person", "organisation"):
            return None
        return subject, "sentence-before"

    def _agrees(self, entity: Entity) -> bool:
        return agrees(entity, self.attribution)

    def _if_agreeing(self, entity: Entity | None, basis: str) -> _Found | None:
        return (entity, basis) if entity is not None and self._agrees(entity) else None

    def _opening_sources(self) -> list[Resolved]:
        """The phrases of source that open the sentence: وبحسب المتحدث، فإن …، مشيراً إلى."""
        return [
            one
            for one in self.done
            if one.attribution.frame.kind == "source"
            and self.sentence[0] <= one.attribution.frame.cue.first < self.cue.first
            and one.attribution.cue.end <= one.attribution.start
        ]

    def _is_answer(self) -> bool:
        """Whether the cue tells of an answer: ولما سأله الصحفيون أجاب."""
        return self.reading is not None and self.reading.lemma in ANSWERS

    def _person_asked(self, question: Resolved) -> Entity | None:
        """Who is asked, and so answers: سأل المذيع الضيف عن رأيه، فأجاب.

        Where a pronoun stands for him (وسألته المذيعة), it is who spoke before.
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
        if not phrases.starts(start, after_verb=True) or not phrases.names_source(start):
            return None
        last = phrases.end(start, self.cue.first, after_verb=True)
        return self.entities.resolve(start, last)[0] if last > start else None

    def _speaker_of_sentence_before(self) -> Entity | None:
        """Who is reported last in the sentence that ends before this one."""
        first = self.sentence[0]
        if not first:
            return None
        before = self.article.sentence_of[first - 1]
        for one in reversed(self.done):
            if self.article.sentence_of[one.attribution.frame.cue.first] != before:
                return None
            if (
                one.entity is not None
                and one.attribution.frame.kind != "source"
                and not self._is_nested(one)
                and self._agrees(one.entity)
            ):
                return one.entity
        return None

    def _is_nested(self, one: Resolved) -> bool:
        """Whether an attribution stands inside a content in which this cue does not stand."""
        return any(
            other is not one
            and other.attribution.frame.kind != "source"
            and _is_inside(one.attribution, other.attribution)
            and not _is_inside(self.attribution, other.attribution)
            for other in self.done
        )


def _is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue stands inside another attribution's content."""
    return outer.start <= inner.cue.start and inner.cue.end <= outer.end


def _is_divine(entity: Entity) -> bool:
    """Whether scripture or tradition is quoted; the next words are the preacher's again."""
    return fold(entity.name.split()[0]) in DIVINE if entity.name else False

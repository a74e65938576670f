"""Of whom else the text tells, as the speaker of a cue without a subject.

ندد الكرملين به، وقال إن … "the Kremlin condemned it and said that": who speaks is told by a clause
that reports nothing.
"""

from __future__ import annotations

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.speakers.cue_context import CueContext, Found, is_inside
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.sentence_subjects import SentenceSubjects
from quotes.extraction.speakers.subjects_before_participles import SubjectsBeforeParticiples
from quotes.extraction.speakers.subjects_of_other_verbs import SubjectsOfOtherVerbs
from quotes.extraction.text.grammar import (
    BUT_THEY,
    CONFESSING,
    GOING_ON,
    IN_WHICH,
    ON,
    PARALLELS,
    SEIZING,
    SUBJECT_PRONOUNS,
    SUSPECTS,
    WAS_ASKED,
)

# How far before a confession it is told who was seized, in tokens.
_REACH_OF_CONFESSION = 40


class EarlierSubjects:
    """Asks the clauses around one cue who speaks by it; each method asks one of them."""

    def __init__(self, context: CueContext) -> None:
        self.context = context
        self.article = context.article
        self.cue = context.cue
        self.reading = context.reading
        self.sentence = context.sentence
        self.clauses = context.clauses
        self.done = context.done
        self.subjects = SentenceSubjects(context.entities)
        self.verbs = SubjectsOfOtherVerbs(context.entities)
        self.before_participles = SubjectsBeforeParticiples(context.entities)

    def beside_source(self) -> Found | None:
        """A phrase of source without a mention: its sentence tells of somebody."""
        if self.context.attribution.frame.kind != "source":
            return None
        subject = self.subjects.main(self.sentence, self.cue.first)
        return (subject, "sentence") if subject is not None else None

    def writer_of_document(self) -> Found | None:
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
        writer = self.verbs.nearest(self.sentence[0], self.cue.first)
        return self.context.if_agreeing(writer, "sentence")

    def of_content(self) -> Found | None:
        """Of whom is told what the sentence reports: قالت المصادر إن الحركة نشرت مقطعا زعمت فيه.

        "the sources said that the movement published a clip in which it claimed"; the clause behind
        "that" begins with its subject. So it is where whoever reports does not agree with a verb:
        ذكر البيان أن الجانبين اتفقا، وأعربا "the statement said that both sides (d.) agreed, and
        they (d.) expressed".
        """
        told = next(
            (one for one in reversed(self.clauses) if one.attribution.frame.kind == "that"), None
        )
        if self.reading is None or told is None or told.entity is None:
            return None
        attribution = self.context.attribution
        inside = is_inside(attribution, told.attribution)
        relative = inside and self.article.folded(self.cue.last) in IN_WHICH
        goes_on = self.reading.type == "verb" and (inside or self.reading.numbers == {"d"})
        if not relative and not (goes_on and not self.context.agrees(told.entity)):
            return None
        return self.context.if_agreeing(self._subject_of_content(told.attribution), "sentence")

    def _subject_of_content(self, attribution: Attribution) -> Entity | None:
        """The noun phrase with which the clause behind "that" begins, before its verb."""
        phrases = self.context.entities.phrases
        first = self.article.token_at(attribution.start)
        if first in self.article.opening or not phrases.starts(first):
            return None
        last = phrases.end(first, self.cue.first, object_follows=True)
        verb = phrases.words.word(self.article, last)
        if last <= first or last >= self.cue.first or not verb.facts.is_verb:
            return None
        return self.context.entities.resolve(first, last)[0]

    def latest(self) -> Found | None:
        """A verb that reports nothing stands between the last report and the cue."""
        if self.cue.conjunction != "و" and not self.context.is_circumstance:
            return None
        since = self.clauses[-1].attribution.frame.cue.last if self.clauses else self.sentence[0]
        reports = [one.attribution for one in self.clauses]
        subject = self.verbs.latest(since, self.cue.first, reports)
        return self.context.if_agreeing(subject, "sentence")

    def suspect(self) -> Found | None:
        """Whoever is told to be in custody confesses: ضبطت الدوريات المتهم، واعترف بأنه.

        "the patrols seized the accused, and he confessed that he"; nobody known where only the
        seizure is told, as it is no officer who tells of it.
        """
        if self.reading is None or self.reading.type != "verb":
            return None
        if self.reading.lemma not in CONFESSING:
            return None
        article, phrases = self.article, self.context.entities.phrases
        before = article.sentence_before(self.sentence[0])
        first = max((before or self.sentence)[0], self.cue.first - _REACH_OF_CONFESSION)
        for index in range(self.cue.first - 1, first - 1, -1):
            # القبض على | رجل: the arrest of | a man
            seized = article.folded(index) in SEIZING and article.folded(index + 1) in ON
            start = index + 2 if seized else index
            if article.folded(index) in SUSPECTS or (seized and phrases.names_source(start)):
                last = phrases.end(start, self.cue.first, after_verb=True)
                suspect = self.context.entities.resolve(start, max(last, start + 1))[0]
                return self.context.if_agreeing(suspect, "sentence")
        told = any(article.folded(index) in SEIZING for index in range(first, self.cue.first))
        return (None, "nobody") if told else None

    def topic_before(self) -> Found | None:
        """لكنه "but he", فهو "for he" goes on with whom the sentence before is of."""
        before = self.article.folded(self.cue.first - 1)
        opens = self.cue.first - 1 == self.sentence[0] and before[1:] in SUBJECT_PRONOUNS
        if not (before in BUT_THEY or opens) or self.clauses:
            return None
        if not opens and self.cue.first - 1 > self.sentence[0]:
            # خفض البنك المركزي الفائدة، لكنه حذر: the central bank cut its rate, but warned
            subject = self.subjects.main(self.sentence, self.cue.first)
            own = self.context.if_agreeing(subject, "sentence")
            if own is not None:
                return own
        topic = self.subjects.topic_of_sentence_before(self.sentence[0])
        return self.context.if_agreeing(topic, "sentence-before")

    def before_participle(self) -> Found | None:
        """The subject of another verb ends right before: هاجمه الوزير فلان، قائلا.

        "the minister So-and-so attacked him, saying"
        """
        if not self.context.is_participle:
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
            # وفق دراسة أعدها المجلس، نافيا: according to a study that the council prepared, denying
            return None
        subject = self.before_participles.find(self.cue.first, since)
        return self.context.if_agreeing(subject, "sentence")

    def of_sentence(self) -> Found | None:
        """The sentence begins with what somebody does, and then tells what he says."""
        if self.reading is None or self.cue.first <= self.sentence[0] + 1:
            return None
        if self.clauses and not self._goes_on_past_nouns():
            return None
        if self.article.folded(self.sentence[0] + 1) in WAS_ASKED:
            # وحين سئل عما إذا كانت طهران …، أجاب: and when he was asked whether Tehran …
            return None
        subject = self.subjects.main(self.sentence, self.cue.first)
        return self.context.if_agreeing(subject, "sentence")

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

    def of_sentence_before_participle(self) -> Found | None:
        """A participle that opens its sentence goes on with the subject of the one before."""
        first = self.sentence[0]
        if not self.context.is_participle or self.cue.first != first:
            return None
        subject = self.subjects.of_sentence_before(first)
        if subject is None or subject.is_god:
            return None
        return subject, "sentence-before"

    def since_last_report(self) -> Found | None:
        """The sentence before tells what somebody does, and reports nothing: وتبنت الحركة الهجوم.

        "and the movement claimed the attack"; "he added" goes on with who spoke last.
        """
        first = self.sentence[0]
        if (
            self.reading is None
            or self.reading.type != "verb"
            or self.reading.lemma in GOING_ON
            or not self._opens_sentence(first)
            or not first
            or not self.done
            or self._begins_paragraph(first)
        ):
            return None
        sentence_of = self.article.sentence_of
        if sentence_of[self.done[-1].attribution.frame.cue.first] >= sentence_of[first - 1]:
            return None
        return self._if_speaking(self.subjects.of_sentence_before(first))

    def _opens_sentence(self, first: int) -> bool:
        """Whether the verb leads its sentence, be it behind words in marks or a clause."""
        return (
            self.cue.first <= first + 1
            or self._follows_opening_quotation(first)
            or self._follows_opening_clause(first)
        )

    def _begins_paragraph(self, first: int) -> bool:
        """Whether the sentence before is not of this paragraph, so that whoever spoke goes on."""
        paragraph_of = self.article.paragraph_of
        return paragraph_of[first] == 0 or (
            paragraph_of[first] > paragraph_of[first - 1]
            and not self._follows_opening_clause(first)
        )

    def of_lead(self) -> Found | None:
        """Of whom the text begins to tell, where nobody else is known: استقبل الوزير وفدا ….

        "the minister received a delegation …"
        """
        if (
            self.reading is None
            or self.reading.type != "verb"
            or self.context.is_participle
            or len(self.article.paragraphs) < 2
        ):
            return None
        lead = self.article.sentence(self.article.paragraphs[1].first)
        if lead[1] > self.sentence[0]:
            return None
        return self._if_speaking(self.subjects.main(lead, lead[1], verbal=True))

    def _if_speaking(self, subject: Entity | None) -> Found | None:
        """Of whom another sentence is, where that is somebody who can speak by the cue."""
        if (
            subject is None
            or subject.kind not in ("person", "organisation")
            or self.context.differs_from_noun(subject)
        ):
            return None
        return self.context.if_agreeing(subject, "sentence-before")

    def _follows_opening_quotation(self, first: int) -> bool:
        """Whether words in marks open the sentence, and the cue stands behind them: "…"، يسأل.

        "'…', he asks"
        """
        number = self.context.attribution.frame.before
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

    def of_sentence_before(self) -> Found | None:
        """The sentence before tells what somebody does."""
        subject = self.subjects.of_sentence_before(self.sentence[0])
        if subject is None or subject.kind not in ("person", "organisation") or subject.is_god:
            return None
        return subject, "sentence-before"

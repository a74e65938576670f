"""Phrases that name a source without a verb: وفقاً لوزارة الدفاع, بحسب ما ذكرته الوكالة.

"according to the ministry of defence", "according to what the agency told". They are read before
the frames, since the verb in them (ذكرته) is none of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.frames.source_verbs import Ends, SourceVerbs
from quotes.extraction.noun_phrases.described_nouns import description_end
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.circumstances import circumstance_end
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AS,
    AS_FOLLOWS,
    CHARGES,
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    FROM,
    IN_ANSWER,
    NEWEST,
    NUMBER,
    ONES_OF,
    ONLY_IN,
    OPINION_AS_SOURCE,
    POINT_OF_VIEW,
    RELATIVES,
    THAT_THING,
    THEN,
    THUS,
    TO_THEM,
    WHAT,
    WHAT_OR_TO_WHAT,
    WORDS_OF_SAYING,
)
from quotes.extraction.text.marks import COMMAS
from quotes.lexicon import SourcePreposition

_REACH_OF_PREDICATE = 12


@dataclass(slots=True)
class SourcePhrase:
    """A preposition of source with its noun phrase; none where a pronoun stands for it."""

    cue: CueCandidate
    subject: Subject | None

    @property
    def last(self) -> int:
        """The token behind the whole phrase."""
        return self.subject.last if self.subject is not None else self.cue.last


class SourcePhraseFinder:
    """Reads the prepositions of source of one article: وفقاً لما ذكرته الوزارة, على حد قوله.

    "according to what the ministry told", "as he put it"
    """

    def __init__(self, phrases: NounPhrases, cues: list[CueCandidate]) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.by_first = {cue.first: cue for cue in cues}
        self._verbs = SourceVerbs(self.article, self.words, self.by_first)

    def find(self) -> list[SourcePhrase]:
        """All phrases of source in order."""
        found = (self._read(cue) for cue in self.by_first.values() if cue.source is not None)
        return [phrase for phrase in found if phrase is not None]

    def _read(self, cue: CueCandidate) -> SourcePhrase | None:
        """The phrase of source that a preposition opens, if its noun phrase can be a source."""
        source = cue.source
        assert source is not None
        _, limit = self.article.sentence(cue.first)
        if source.lemma in WHAT and self.article.folded(cue.first - 1) in IN_ANSWER:
            # رداً على ما نشرته الصحيفة: in answer to what the paper published
            return None
        if self.article.folded(cue.first - 1) in ONLY_IN:
            # لا يصرف إلا وفق اللائحة: it is only paid in accord with the rules
            return None
        ends = self._ends(cue, source, limit)
        if ends is None or self._is_opinion_given(cue, source):
            return None
        last, name = ends
        read = CueCandidate(cue.first, last, source=source, conjunction=cue.conjunction)
        if name is None:
            return SourcePhrase(read, None)
        if source.lemma not in AS:
            # كما تعد تلك الزيارة فرصة: that visit is also an opportunity
            name = self._past_demonstrative(name)
        if name >= limit or not self._starts_name(name):
            return None
        end = self._before_agency(name, self.phrases.end(name, limit))
        if name < end and self._hands_on(last - 1, end):
            name = end + 1
            end = self.phrases.end(name, limit)
        ends_sentence = cue.first > self.article.sentence(cue.first)[0]
        end = description_end(self.phrases, name, end, limit, ends_sentence=ends_sentence)
        subject = Subject(name, end, "VSO")
        if subject.last <= subject.first:
            return None
        names_source = last != cue.last or self._can_speak(subject)
        if names_source and self._is_vouched_for(source, subject, limit):
            return SourcePhrase(read, subject)
        return None

    def _hands_on(self, verb: int, behind: int) -> bool:
        """Whether an agency hands on what its source said: بحسب ما نقلت الوكالة | عن مسؤول.

        "according to what the agency reported | from an official"
        """
        cue, preposition = self.by_first.get(verb), self.article.folded(behind)
        return (
            cue is not None
            and any(reading.verb.source == preposition for reading in cue.readings.all)
            and self._starts_name(behind + 1)
        )

    def _is_opinion_given(self, cue: CueCandidate, source: SourcePreposition) -> bool:
        """Whether a verb governs somebody's opinion: أدلى برأيه, تمسك برأيه.

        "gave his opinion, held on to his opinion"; برأيه "in his opinion" stands apart.
        """
        return (
            source.to == "pronoun"
            and source.lemma in OPINION_AS_SOURCE
            and not cue.conjunction
            and cue.first > self.article.sentence(cue.first)[0]
            and self.article.tokens[cue.first - 1].kind != "mark"
        )

    def _ends(self, cue: CueCandidate, source: SourcePreposition, limit: int) -> Ends | None:
        """The end of the cue and the begin of the source's name, by what the preposition wants."""
        index = cue.last
        if source.to == "pronoun":
            return index, None
        if source.to == "ل":
            return self._behind_to(index, limit)
        if source.lemma in THUS:
            return self._behind_thus(cue)
        if source.to == "verb":
            return self._behind_as(cue, source, limit)
        if source.to == "noun":
            return self._behind_according(index, index + 1, limit)
        if source.to and self.article.folded(index) == source.to:
            return index, index + 1
        if index < limit and source.words[-1] in THAT_THING:
            # أوضح ذلك اليوم المدير: the manager explained that today
            return index, max(index, circumstance_end(self.article, index, self.words))
        return self._behind_according(index, index, limit)

    def _behind_to(self, index: int, limit: int) -> Ends | None:
        """وفقا لها "according to her", وفقا لما ذكرته الوزارة, وفقا للوزارة.

        "according to what the ministry mentioned", "according to the ministry"
        """
        folded = self.article.folded(index)
        if folded in TO_THEM:
            return index + 1, None
        if folded in WHAT_OR_TO_WHAT:
            return self._verbs.ends(index + 1, limit)
        if folded == "ل":
            return index, index + 1
        return (index, index) if folded.startswith("ل") else None

    def _behind_thus(self, cue: CueCandidate) -> Ends | None:
        """«…»، هكذا بدأ الرجل حديثه: "…", so the man began his talk. Any verb tells how.

        وهكذا is "and so".
        """
        if (
            cue.conjunction
            or not self._follows_quotation(cue)
            or not self.words.may_be_verb(self.article, cue.last)
        ):
            return None
        last = cue.last + 1
        if self.article.folded(last) == "ل" or not self.phrases.starts(last, after_verb=True):
            # «…»، هكذا تحدثت لـ«الصحيفة»: so she told "the paper"
            return last, None
        return last, last

    def _behind_as(self, cue: CueCandidate, source: SourcePreposition, limit: int) -> Ends | None:
        """حسبما ذكر الوزير, كما قال الوزير: as the minister mentioned, said."""
        ends = self._verbs.ends(cue.last, limit)
        if ends is None:
            return None
        last, _ = ends
        return None if source.lemma in AS and not self._closes(cue, last, limit) else ends

    def _behind_according(self, index: int, name: int, limit: int) -> Ends | None:
        """بحسب قوله "by what he says", بحسب ما ذكرته الوزارة, بحسب الوزارة, على حد قول الوزير.

        "by what the ministry mentioned", "by the ministry", "in the words of the minister"; the
        name begins at ``name`` where no pronoun or clause stands for it.
        """
        if index >= limit:
            return None
        folded = self.article.folded(index)
        if folded in WORDS_OF_SAYING:
            return index + 1, None
        if folded in WHAT:
            # على حد ما نقلت وسائل إعلام: as far as what media reported
            return self._verbs.ends(index + 1, limit)
        return name, name

    def _is_vouched_for(self, source: SourcePreposition, subject: Subject, limit: int) -> bool:
        """Whether the noun phrase vouches for something, where the preposition leaves a doubt."""
        article = self.article
        if source.lemma in POINT_OF_VIEW:
            # من وجهة نظر سياسية: from a political point of view
            return self.words.is_definite(article, subject.last - 1)
        if source.lemma not in AS:
            return True
        if is_attached_preposition(article, subject.first, self.words, frozenset("ب")):
            # كما تعهد بفتح مراكز: and he promised to open centres
            return False
        if article.folded(subject.first) in ONES_OF and subject.last > subject.first + 2:
            # كما أعلنت أكثر من مئة جمعية: as more than a hundred associations announced
            return True
        # كما انتقدت زيارات المسؤولين: and she criticised the visits of the officials
        speaks = has_article(article.folded(subject.first)) or self.phrases.names_source(
            subject.first
        )
        # كما يعتبر فلان الذي خسر مرشحا: and So-and-so, who lost, is held to be a candidate
        return speaks and not self._has_predicate(subject.last, limit)

    def _before_agency(self, first: int, last: int) -> int:
        """Where a source ends that told an agency: حسبما أفاد مصدر قضائي | وكالة الأنباء.

        "as a judicial source told | the news agency"
        """
        told = self.phrases.forms.is_agency_told_by_source
        return next((index for index in range(first, last) if told(first, index)), last)

    def _past_demonstrative(self, index: int) -> int:
        """Past "this" before a source: وبحسب هذه المصادر, ووفقا لهذا التقرير.

        "and according to these sources", "and according to this report"
        """
        folded = self.article.folded(index)
        stands_before_noun = has_article(self.article.folded(index + 1)) and (
            folded in DEMONSTRATIVES or (folded.startswith("ل") and folded[1:] in DEMONSTRATIVES)
        )
        return index + 1 if stands_before_noun else index

    def _has_predicate(self, index: int, limit: int) -> bool:
        """Whether an indefinite accusative follows in the same clause, behind a relative or not."""
        article = self.article
        described = article.folded(index) in RELATIVES
        for ahead in range(index, min(limit, index + _REACH_OF_PREDICATE)):
            if article.tokens[ahead].text in COMMAS:
                return False
            if self.words.is_accusative(article, ahead):
                adverb = article.tokens[ahead].facts.is_adverbial
                return not adverb and (described or ahead == index)
        return False

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

    def _follows_quotation(self, cue: CueCandidate) -> bool:
        """Whether words in marks end right before the cue, but for punctuation."""
        return self.article.quotation_before(cue.first) is not None

    def _starts_name(self, index: int) -> bool:
        """Whether the name of a source can begin at a token, be it in marks or behind ل "to"."""
        if index in self.article.opening:
            return True
        folded = self.article.folded(index)
        if folded.startswith("بال"):
            # كما وعد بالتكفل: he also promised to provide
            return False
        return self.phrases.starts(index, after_verb=True) or (
            folded.startswith("ل") and self.article.tokens[index].kind == "word"
        )

    def _can_speak(self, subject: Subject) -> bool:
        """Whether a noun phrase names a source: حسب الحاجة "as needed" does not."""
        article, words = self.article, self.words
        folded = article.folded(subject.first)
        if article.folded(subject.last - 1) in AS_FOLLOWS:
            return False
        if article.folded(subject.first + 1) in CHARGES:
            return True
        resumes = subject.last + (article.folded(subject.last) in COMMAS)
        if article.folded(resumes) in THEN and (
            has_article(folded)
            or article.is_unknown(subject.first)
            or subject.last == subject.first + 1
        ):
            # وبحسب القضاء، فإن; وبحسب «ميد» فإن
            # (and according to the judiciary; and according to MEED)
            return True
        facts = article.tokens[subject.first].facts
        if facts.is_organisation and facts.has_enclitic:
            # حسب مراكزهم: according to their positions, which are "centres", too
            return False
        if folded in NEWEST and words.is_nominal(article, subject.first + 1):
            # وفق أحدث بيانات الوزارة: according to the ministry's newest data
            return words.in_list(article.folded(subject.first + 1), words.lexicon.documents)
        if words.in_list(folded, words.lexicon.mute_documents):
            # وفق عدد من الخبراء "according to some experts", and no عدد من البنود "some clauses"
            return (
                article.folded(subject.first + 1) in FROM
                and folded in NUMBER
                and self._are_persons(subject.first + 2)
            )
        return self.phrases.names_source(subject.first)

    def _are_persons(self, index: int) -> bool:
        """Whether a plural of persons, or whoever else can speak, stands here."""
        return index < len(self.article.tokens) and (
            self.phrases.names_source(index) or self.article.folded(index).endswith("ين")
        )

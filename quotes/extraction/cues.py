"""Stage 1: the words that may report speech.

A candidate is found by its form alone: an inflected form of a verb of the lexicon, its
participle or verbal noun, or a preposition of source. Whether it does report anything is
decided by its frame, in the next stage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from quotes.arabic.folding import SHADDA, fold
from quotes.arabic.morphology import CueForms, WordForm
from quotes.arabic.remembered import Remembered
from quotes.extraction.article import Article
from quotes.extraction.clitics import bare
from quotes.extraction.grammar import (
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    GOD,
    GOVERNORS_OF_ACCUSATIVES,
    IN,
    PREPOSITIONS,
    SAY,
    TO,
)
from quotes.lexicon import Lexicon, SourcePreposition, SpeechVerb
from quotes.model import CueType

_LONGEST_SUBJECT = 12
_DAMMA = "\u064f"
_VOWELS = dict.fromkeys((*range(1611, 1617), 1618))
_RADICALS = 3
_GENDER_OF_PRONOUN: dict[str | None, str] = {"ها": "f", "ه": "m"}
_LIKELIHOOD: tuple[CueType, ...] = ("verb", "participle", "noun")


class CueReading:
    """One verb of the lexicon of which the word can be a form, with those forms.

    There is one for each spelling, whose forms many articles ask for: answers are kept.
    """

    def __init__(self, verb: SpeechVerb, type_: CueType, forms: tuple[WordForm, ...]) -> None:
        self.verb = verb
        self.type = type_
        self.forms = forms
        self.lemma = fold(verb.lemma)
        """The lemma of the verb, in folded spelling."""
        self.enclitic = all(form.enclitic for form in forms)
        """Whether every form carries a pronoun: قوله "his saying", دعاه "invited him"."""
        self.describes_pronoun = self.enclitic and verb.takes_two
        """Whether what follows is said of the pronoun: اعتبره "considered it"."""
        self.genders = frozenset(form.gender for form in forms if form.person == 3)
        """The genders of the forms in the third person."""
        self.genders_of_speaker: frozenset[str | None] = frozenset(
            _GENDER_OF_PRONOUN.get(form.enclitic) if type_ == "noun" else form.gender
            for form in forms
            if type_ == "noun" or form.person in (3, None)
        )
        """The genders that a speaker may have: for a noun, those of its pronouns; None: any."""
        self.numbers = frozenset(form.number for form in forms)
        """The numbers of the forms: s, d, p."""
        self.is_jussive = all(
            form.mood == "jussive" and "ل" not in form.proclitics for form in forms
        )
        """Whether every form is a jussive that no ل before it explains."""
        self.has_li = all("ل" in form.proclitics for form in forms)
        """Whether every form carries ل "so that": ليؤكد "only to affirm"."""
        self.is_definite = all("ال" in form.proclitics for form in forms)
        """Whether every form carries the article."""
        self.is_of_saying = self.lemma in SAY
        """Whether the verb is قال "say", whose noun and participle report where no others do."""
        self.has_by = all("ب" in form.proclitics for form in forms)
        """Whether every form carries ب "by": بالقول "by saying"."""
        self.has_by_and_article = any(form.proclitics == ("ب", "ال") for form in forms)
        """Whether a form carries ب and the article: بالقول "by saying", بالتأكيد "by affirming"."""
        self.noun = verb.noun | verb.of_noun if type_ == "noun" else verb.noun
        """What stands before a noun phrase that is the content."""
        self.governed = self.noun | (verb.that & PREPOSITIONS) | (verb.addressee - TO)
        """The prepositions that the verb governs, before what is said or whoever is told."""
        self._answers: dict[tuple[tuple[str, object], ...], bool] = {}

    def may_have_gender(self, gender: str | None) -> bool:
        """Whether one of the forms is of this gender, or of none; None is any gender."""
        return gender is None or any(form.gender in (gender, None) for form in self.forms)

    def has(self, **features: object) -> bool:
        """Whether one of the forms has all these features."""
        asked = tuple(features.items())
        answer = self._answers.get(asked)
        if answer is None:
            answer = self._answers[asked] = any(
                all(getattr(form, name) == value for name, value in asked) for form in self.forms
            )
        return answer


class CueReadings:
    """All readings of a spelling, none for those that are no cue but may name a source."""

    def __init__(self, readings: tuple[CueReading, ...] = ()) -> None:
        self.all = readings
        first = readings[0].forms[0].proclitics[:1] if readings else ()
        self.conjunction = first[0] if first and first[0] in CONJUNCTIONS else ""
        """The clitic و or ف "and" before the word, or empty."""
        self.by_likelihood = tuple(
            sorted(readings, key=lambda reading: _LIKELIHOOD.index(reading.type))
        )
        """The readings in order of likelihood: finite verbs, participles, nouns."""
        self.is_verb = any(reading.type == "verb" for reading in readings)
        """Whether one of them is a finite verb."""
        self.is_plain_verb = bool(readings) and all(
            reading.type == "verb"
            and reading.verb.quotation == "strong"
            and not reading.verb.homograph
            and not reading.enclitic
            for reading in readings
        )
        """Whether it is a finite verb of saying beyond doubt: no other verb can follow it."""
        self.is_saying = bool(readings) and all(
            reading.is_of_saying and (reading.type == "participle" or reading.has_by)
            for reading in readings
        )
        """Whether it is "saying" or "by saying": قائلاً, بالقول, بقوله."""
        self.is_by_saying = self.is_saying and all(reading.has_by for reading in readings)
        """Whether it is "by saying": بالقول, بقوله."""
        self.is_circumstance = bool(readings) and all(
            reading.type == "participle"
            and (reading.has(case="accusative") or reading.is_of_saying)
            for reading in readings
        )
        """Whether it can only be a participle of circumstance: قائلاً, قائلة "saying"."""


_NO_READINGS = CueReadings()


@dataclass(slots=True)
class CueCandidate:
    """Tokens ``[first, last)`` that may report, with what they may be forms of.

    ``source`` is set for prepositions of source; ``conjunction`` is the clitic و or ف "and" that
    stands before the word, or empty.
    """

    first: int
    last: int
    readings: CueReadings = _NO_READINGS
    source: SourcePreposition | None = None
    conjunction: str = ""

    @property
    def is_saying(self) -> bool:
        """Whether it is "saying" or "by saying", and no clause of its own: not وقائلاً.

        "and saying"
        """
        return self.readings.is_by_saying if self.conjunction else self.readings.is_saying


class CueFinder:
    """Finds the candidates of articles; what no word of a spelling can be is remembered."""

    def __init__(self, forms: CueForms, lexicon: Lexicon) -> None:
        self._forms = forms
        self._lexicon = lexicon
        self._sources: dict[str, list[SourcePreposition]] = {}
        for source in lexicon.sources:
            self._sources.setdefault(source.words[0], []).append(source)
        self._sources_at = Remembered(self._sources_beginning)
        self._first_words = self._sources.keys() - IN
        # في رأي "in the opinion of": "in" is too frequent to be a candidate wherever it stands.
        self._behind_in = frozenset(s.words[1] for s in lexicon.sources if s.words[0] in IN)
        # By whether the text writes ta marbuta and alif maqsura, then by the word.
        self._readings = Remembered(self._reader)

    def find(self, article: Article, furniture: frozenset[int]) -> list[CueCandidate]:
        """All candidates of ``article`` in order; none overlap.

        ``furniture`` are the numbers of paragraphs that are no part of the article.
        """
        cues: list[CueCandidate] = []
        skip = 0
        readings_of = self._readings[article.writes_ta_marbuta, article.writes_maqsura]
        for index in self._candidates(article):
            token = article.tokens[index]
            if index < skip or token.kind != "word" or article.paragraph_of[index] in furniture:
                continue
            conjunction, sources = self._sources_at[token.folded]
            cue = self._source(article, index, conjunction, sources) if sources else None
            if cue is None:
                readings = readings_of[token.text]
                if not readings.all or _is_accusative_subject(article, index):
                    continue
                cue = CueCandidate(index, index + 1, readings, conjunction=readings.conjunction)
            if not cue.conjunction and article.folded(index - 1) in CONJUNCTIONS:
                # Hasty typing leaves a space behind the conjunction: و أوضح "and he explained".
                cue.conjunction = article.folded(index - 1)
            cues.append(cue)
            skip = cue.last
        return _with_saying(article, cues)

    def _candidates(self, article: Article) -> list[int]:
        """The tokens with which a cue may begin."""
        behind_in = [n - 1 for word in self._behind_in for n in article.places(word) if n > 0]
        places = [n for n, token in enumerate(article.tokens) if token.may_be_cue]
        return sorted({*places, *behind_in}) if behind_in else places

    @staticmethod
    def _source(
        article: Article, index: int, conjunction: str, sources: list[SourcePreposition]
    ) -> CueCandidate | None:
        """The first of some prepositions of source that begins at ``index``."""
        for source in sources:
            rest = source.words[1:]
            if rest and article.folded(index + 1) != rest[0]:
                continue
            last = index + len(source.words)
            # بما وفق الله إليه عباده: with what God has led His servants to
            if article.phrase(index + 1, len(rest)) == rest and article.folded(last) not in GOD:
                return CueCandidate(index, last, source=source, conjunction=conjunction)
        return None

    def _sources_beginning(self, word: str) -> tuple[str, list[SourcePreposition]]:
        """The conjunction before a word, and the prepositions of source that begin with it."""
        for bare_word in bare(word):
            if bare_word in self._sources:
                return word.removesuffix(bare_word), self._sources[bare_word]
        return "", []

    def _reader(self, habits: tuple[bool, bool]) -> Remembered[str, CueReadings]:
        return Remembered(partial(self._read, *habits))

    def _read(self, writes_ta_marbuta: bool, writes_maqsura: bool, text: str) -> CueReadings:
        """What a word can be a form of, by whether its text writes ta marbuta and alif maqsura."""
        forms = _as_spelt(text, self._forms.get(fold(text)), writes_ta_marbuta, writes_maqsura)
        grouped: dict[tuple[str, CueType], list[WordForm]] = {}
        for form in forms:
            if self._can_report(form):
                grouped.setdefault((form.lemma, form.pos), []).append(form)
        return CueReadings(
            tuple(
                CueReading(self._lexicon.verbs[lemma], type_, tuple(group))
                for (lemma, type_), group in grouped.items()
            )
        )

    def may_report(self, folded: str) -> bool:
        """Whether a spelling is that of any cue, wherever it may stand."""
        reports = not self._first_words.isdisjoint(bare(folded)) or any(
            map(self._can_report, self._forms.get(folded))
        )
        return reports and not _is_adverb(folded, self._lexicon)

    def _can_report(self, form: WordForm) -> bool:
        """Whether a word in this form can report somebody's words in news prose."""
        if form.pos != "verb":
            return _can_report_as_noun(form)
        # A passive names no source, and who says "I" or "we" is not reported but heard.
        return (
            form.voice != "passive"
            and form.person == 3
            and not (form.aspect == "perfect" and "ل" in form.proclitics)
            # سير "course" is no "he will see", which would keep its last letter.
            and not (form.mood == "jussive" and "س" in form.proclitics)
            and not (form.gender == "f" and form.number == "p" and self._is_mistaken(form.lemma))
        )

    def _is_mistaken(self, lemma: str) -> bool:
        """Whether "they (f.) said" of a verb is spelt like words far more common.

        يومين "two days" of أومأ "nod", ايدن "Eden" of أيد "support", ابن "son" of أبان "make
        clear", وعدن "and Aden" of وعد "promise"; قلن "they said" and أكدن "they affirmed" are
        like no other word.
        """
        verb, letters = self._lexicon.verbs[lemma], fold(lemma)
        return (
            verb.homograph
            or verb.quotation != "strong"
            or letters[0] == "و"
            or letters[-1] in "اين"
        )


def _is_adverb(folded: str, lexicon: Lexicon) -> bool:
    """Whether an adverb only looks like a form of a verb: ردا "in answer", علما "note that"."""
    *_, word = bare(folded)
    return (
        folded in lexicon.adverbs
        or word in lexicon.adverbs
        or (word in lexicon.adverbial_heads and word.endswith("ا"))
    )


def _is_accusative_subject(article: Article, index: int) -> bool:
    """Whether a word like a participle is who speaks: لكن متحدثا باسم الحزب نفى.

    "but a spokesman of the party denied": behind these particles the subject is accusative.
    """
    return (
        article.folded(index - 1) in GOVERNORS_OF_ACCUSATIVES
        and article.tokens[index].facts.is_accusative_head
    )


def _with_saying(article: Article, cues: list[CueCandidate]) -> list[CueCandidate]:
    """One cue where a verb is followed by "saying": وتابع قائلاً, ردت السيدة قائلة, ختم بالقول.

    "and he went on, saying", "the lady answered, saying", "he ended by saying". The second word
    only repeats the verb; it belongs to the cue where it stands beside it.
    """
    merged: list[CueCandidate] = []
    latest_verb = -1
    for cue in cues:
        if cue.is_saying and latest_verb >= 0:
            verb = merged[latest_verb]
            if verb.last == cue.first and article.folded(verb.first - 1) not in PREPOSITIONS:
                # رد على شكواهم بالقول "he answered their complaint by saying": they complained
                # before.
                merged[latest_verb] = replace(verb, last=cue.last)
                continue
            if (
                cue.readings.is_circumstance
                # وجه كلامه للمتهم قائلا: the verb itself opens no speech; nor does وترك "and left",
                # though it might be "(if) she sees you".
                and any(
                    reading.verb.quotation != "no" and not reading.is_jussive
                    for reading in verb.readings.all
                )
                and _is_plain(article, verb.last, cue.first)
                and not _is_complemented(article, verb, cue.first)
            ):
                continue
        if cue.readings.is_verb:
            latest_verb = len(merged)
        merged.append(cue)
    return merged


def _is_complemented(article: Article, verb: CueCandidate, end: int) -> bool:
    """Whether the verb has its own complement before ``end``: أقر بصعوبة البدايات قائلاً.

    "he admitted how hard the beginnings were, saying"
    """
    prepositions = {p for reading in verb.readings.all for p in reading.verb.noun if p}
    return any(
        article.folded(index) in prepositions
        or (article.folded(index)[:1] in prepositions and article.folded(index)[1:3] != "ال")
        for index in range(verb.last, end)
    )


def _is_plain(article: Article, first: int, last: int) -> bool:
    """Whether nothing but a short noun phrase can stand between two tokens."""
    return last - first <= _LONGEST_SUBJECT and not any(
        token.kind == "mark" or token.folded in COMPLEMENTIZERS
        for token in article.tokens[first:last]
    )


def _as_spelt(
    text: str, forms: tuple[WordForm, ...], writes_ta_marbuta: bool, writes_maqsura: bool
) -> tuple[WordForm, ...]:
    """The forms that the word's own spelling allows, which folding has made equal.

    يُكتب with its vowel can only be a passive; أعتقد with hamza is "I believe", since the perfect
    اعتقد has none; where a text tells ى from ي, نفي is the noun and نفى the verb; and where it
    tells ة from ه, أسفه is "his regret" and آسفة "sorry".
    """
    if not forms:
        return forms
    letters = text.lstrip("وف")
    if writes_ta_marbuta and text[-1] in "ةه":
        forms = tuple(
            form
            for form in forms
            if (form.pos == "verb" and text[-1] == "ه")
            or form.lemma.translate(_VOWELS)[-1] == "ه"
            or (form.enclitic == "ه") == (text[-1] == "ه")
        )
    if text[-1] == SHADDA:
        # وعدّ "and considered" can be no وعد "promised", nor وعد "a promise".
        forms = tuple(form for form in forms if SHADDA in form.lemma)
    return tuple(
        form
        for form in forms
        if form.pos != "verb"
        or not (
            _is_passive(text, form)
            or (form.aspect == "perfect" and letters[:1] == "أ" and form.lemma[:1] == "ا")
            or (
                form.aspect == "perfect"
                and writes_maqsura
                and text[-1] == "ي"
                and form.lemma[-1] == "ى"
            )
        )
    )


def _is_passive(text: str, form: WordForm) -> bool:
    """Whether a damma shows the passive: on the prefix of a verb of three letters, أُبلغ or اتُّهم.

    "was informed", "was accused"
    """
    derived = form.aspect == "perfect" and form.lemma.startswith("ا")
    begins = text[: 2 + 2 * derived + sum(map(len, form.proclitics))]
    return _DAMMA in begins and (
        form.aspect == "perfect" or len(form.lemma.translate(_VOWELS)) == _RADICALS
    )


def _can_report_as_noun(form: WordForm) -> bool:
    """Whether a participle or a verbal noun in this form can report somebody's words."""
    inner = [clitic for clitic in form.proclitics if clitic not in CONJUNCTIONS]
    if form.pos == "participle":
        # A circumstance is indefinite and accusative, which shows on the masculine singular.
        return (
            not inner
            and not form.enclitic
            and (form.case == "accusative" or form.gender == "f" or form.number in ("d", "p"))
        )
    return inner in ([], ["ال"], ["ب", "ال"]) or bool(form.enclitic)

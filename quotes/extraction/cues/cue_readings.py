"""Of which verbs of the lexicon a spelling can be a form, and of what form.

Folding makes unlike words equal; what a word's own spelling rules out is left out here.
"""

from __future__ import annotations

from functools import partial

from quotes.arabic.folding import SHADDA, fold
from quotes.arabic.morphology import CueForms, WordForm
from quotes.arabic.remembered import Remembered
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import CONJUNCTIONS, PREPOSITIONS, SAY, TO
from quotes.lexicon import Lexicon, SpeechVerb
from quotes.model import CueType

_DAMMA = "\u064f"
_VOWELS = dict.fromkeys((*range(1611, 1617), 1618))
_RADICALS = 3
_GENDER_OF_PRONOUN: dict[str | None, str] = {"ها": "f", "ه": "m"}
_THEIRS = ("هم", "هن")
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
        self.numbers = frozenset(
            "p" if type_ == "noun" and form.enclitic in _THEIRS else form.number for form in forms
        )
        """The numbers of the forms: s, d, p; for a noun, that of its pronoun: قولهم is theirs."""
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


NO_READINGS = CueReadings()


class CueReader:
    """Reads spellings; what a spelling can be is remembered."""

    def __init__(self, forms: CueForms, lexicon: Lexicon) -> None:
        self._forms = forms
        self._lexicon = lexicon
        # By whether the text writes ta marbuta and alif maqsura, then by the word.
        self._readings = Remembered(self._reader)

    def of(self, article: Article) -> Remembered[str, CueReadings]:
        """The readings of the words of an article, by word as printed."""
        return self._readings[article.writes_ta_marbuta, article.writes_maqsura]

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
        """Whether a folded spelling is that of a verb, noun or participle which may report."""
        return any(map(self._can_report, self._forms.get(folded)))

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

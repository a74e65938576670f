"""Whether a finite verb can report where it stands.

Behind some words no verb can stand, and behind others one says nothing: لم تشر "did not mention".
A verb that describes a noun, or has the wrong gender or mood for its place, is another word.
"""

from __future__ import annotations

from unicodedata import normalize

from quotes.extraction.frames.place import Place, follows_whole_phrase, follows_word
from quotes.extraction.frames.support_verbs import is_carried
from quotes.extraction.frames.words_like_verbs import WordsLikeVerbs
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    ABOUT,
    ABOUT_SO_MANY,
    AGE,
    ARRIVALS,
    BEFORE_WHAT_CAME,
    CONCLUDING,
    DENIALS,
    DID_NOT,
    EXISTENTIALS,
    FROM,
    GENDER_OF_PRONOUN,
    JUSSIVE_PARTICLES,
    MAY,
    MUST,
    NEGATED,
    NEVER_BEFORE_VERBS,
    NO,
    POINTING_BACK,
    PRAYED_FOR,
    REACHING,
    REMINDING,
    REPORTING_OF_TEXTS,
    SINCE,
    THAT,
    TO_ME,
    TO_THEM,
    WAS_I_OR_YOU,
    YOU,
)
from quotes.extraction.text.words import Words

_OUR = "نا"
_I = "تُ"
_LONG = "آ"
_REACH_OF_SELF = 6


class VerbPlaces:
    """Tells in one article where finite verbs can report."""

    def __init__(self, article: Article, words: Words, plain_verbs: set[int]) -> None:
        """``plain_verbs`` are the candidates that can be nothing but verbs of saying."""
        self.article = article
        self.words = words
        self._like_verbs = WordsLikeVerbs(article, words, plain_verbs)

    def allow(self, place: Place) -> bool:
        """Whether the word can be a verb that reports where it stands."""
        if (
            self._like_verbs.is_another_word(place)
            or self._has_pronoun_of_another_verb(place)
            or self._tells_of_no_saying(place)
            or self._is_of_me_or_you(place)
        ):
            return False
        if place.word in ARRIVALS and follows_word(self.article, place):
            # بيان ورد: a statement that arrived, no "and he answered".
            return place.reading.verb.source != ""
        return (
            # الساعة تشير إلى العاشرة, على ذكر المعارضة
            # (the hour points to ten; speaking of the opposition)
            (
                place.before not in NEVER_BEFORE_VERBS
                or place.cue.conjunction != ""
                or follows_whole_phrase(self.article, place)
            )
            and not self._has_other_subject(place)
            and not self._says_nothing(place)
            and self._has_mood(place)
        )

    def _has_pronoun_of_another_verb(self, place: Place) -> bool:
        """Whether the pronoun shows another word: تعلمنا من "we learnt from", قدم شكره.

        "offered his thanks"
        """
        verb = place.reading.verb
        return place.reading.enclitic and (
            verb.source != ""
            or (verb.stance == "praise" and is_carried(self.article, place.cue.first))
        )

    def _tells_of_no_saying(self, place: Place) -> bool:
        """Whether nobody says anything: a fact speaks, a number is reached, God is asked."""
        return (
            self._draws_conclusion(place)
            or self._is_there(place)
            or self._reaches_number(place)
            or self._tells_of_text(place)
            or self._reminds_us(place)
            or self._points_back(place)
            or self._prays(place)
        )

    def _draws_conclusion(self, place: Place) -> bool:
        """Whether a fact, and nobody, says it: ما يؤكد أن "which confirms that"."""
        reading = place.reading
        if reading.describes_pronoun:
            # ما تصفه المنظمة بأكبر أزمة: what the organisation calls the greatest crisis
            return False
        return place.before in CONCLUDING and (
            not reading.has(aspect="perfect") or (reading.verb.person and not reading.enclitic)
        )

    def _is_there(self, place: Place) -> bool:
        """Whether it is a noun of what there is: هناك نص واضح "there is a clear text"."""
        return (
            place.before in EXISTENTIALS
            and not place.cue.conjunction
            and "noun" in self.article.tokens[place.cue.first].facts.classes
        )

    def _reaches_number(self, place: Place) -> bool:
        """Whether something came to a number: السد بلغ 156 بالمئة "the dam reached 156%"."""
        number = place.cue.last + (place.behind in ABOUT_SO_MANY)
        return place.reading.lemma in REACHING and (
            # بلغ حوالي 170 بالمئة: came to about 170 per cent
            self.words.word(self.article, number).kind == "number"
            # سائق يبلغ من العمر 34 عاما: a driver who is 34 years of age
            or (place.behind in FROM and self.article.folded(place.cue.last + 1) in AGE)
        )

    def _tells_of_text(self, place: Place) -> bool:
        """Whether an indefinite noun is described by what it says: معلومات تفيد بأن.

        "information that says that"
        """
        before = place.cue.first - 1
        return (
            place.reading.lemma in REPORTING_OF_TEXTS
            and place.reading.has(aspect="imperfect")
            and not place.cue.conjunction
            and follows_word(self.article, place)
            and self.words.is_nominal(self.article, before)
            and not self.words.is_definite(self.article, before)
        )

    def _reminds_us(self, place: Place) -> bool:
        """Whether a thing brings another to mind: الحيرة التي تذكرنا بهاملت.

        "the wavering that reminds us of Hamlet"
        """
        return (
            place.reading.lemma in REMINDING
            and place.reading.enclitic
            and place.reading.has(aspect="imperfect")
            and place.word.endswith(_OUR)
        )

    def _points_back(self, place: Place) -> bool:
        """Whether "this" is what one has told already: إذ تعلن ذلك لتؤكد.

        "in announcing this, it does affirm"
        """
        told = place.second_behind if place.behind in ABOUT else place.behind
        return place.before in SINCE and told in POINTING_BACK

    def _prays(self, place: Place) -> bool:
        """Whether God is asked for something: يدعون له بالرحمة "they pray for mercy on him"."""
        return place.behind in TO_THEM and place.second_behind in PRAYED_FOR

    def _is_of_me_or_you(self, place: Place) -> bool:
        """Whether it is a form of the first or second person, which the reporter does not use."""
        return (
            # ذكرتُ: I mentioned
            self.article.tokens[place.cue.last - 1].text.endswith(_I)
            or self._is_of_me(place)
            or self._is_of_self(place)
            # إذا كنت تعتقد: if you think
            or place.before in WAS_I_OR_YOU
        )

    def _is_of_me(self, place: Place) -> bool:
        """Whether the long vowel shows an imperfect of "I": آمل أن "I hope that"."""
        spelt = normalize("NFC", self.article.tokens[place.cue.first].text)
        return spelt.startswith(_LONG) and not place.reading.verb.lemma.startswith(_LONG)

    def _is_of_self(self, place: Place) -> bool:
        """Whether "that" shows an imperfect of "I" that looks like a perfect: يسرني أن أعلن.

        "I am glad to announce"; but بعد أن أعلن "after he had announced"
        """
        if (
            place.before not in THAT
            or not place.word.startswith("ا")
            or not place.reading.has(aspect="perfect")
        ):
            return False
        article, words, that = self.article, self.words, place.cue.first - 1
        first, _ = article.sentence(that)
        return any(
            article.folded(n) in TO_ME
            or article.tokens[n].facts.is_first_person
            or (
                article.tokens[n].facts.is_verb
                and words.in_list(article.folded(n), words.lexicon.governors_of_an)
            )
            for n in range(max(first, that - _REACH_OF_SELF), that)
        )

    def _has_other_subject(self, place: Place) -> bool:
        """Whether "you" or a pronoun of the other gender stands before.

        إنك تعتقد "you think"; وهو تنكر "which is a disguise"
        """
        return place.before in YOU or not place.reading.may_have_gender(
            GENDER_OF_PRONOUN.get(place.before)
        )

    def _says_nothing(self, place: Place) -> bool:
        """Whether it is told what was not said: دون أن تفصح عن طبيعته, ولم تشر الدراسة إلى.

        "without disclosing what it is; and the study did not point to"
        """
        if place.before in MAY and place.reading.has(aspect="imperfect"):
            # قد يعتقد المرء أن: one may believe that
            return True
        if place.before in THAT and place.reading.has(aspect="imperfect"):
            # من المتوقع أن يعلن "he is expected to announce"; but قبل أن يضيف "before he added"
            return self.article.folded(place.cue.first - 2) not in BEFORE_WHAT_CAME
        negated = place.before in NEGATED or (
            # فالفاشية لا تسأل: fascism does not ask
            place.before in NO and place.reading.has(aspect="imperfect")
        )
        return negated and place.reading.lemma not in DENIALS

    def _has_mood(self, place: Place) -> bool:
        """Whether the mood of the form goes with the word before."""
        if place.word in MUST and place.before not in DID_NOT:
            return False
        return place.before in JUSSIVE_PARTICLES or not place.reading.is_jussive

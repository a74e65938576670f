"""Whether a finite verb can report where it stands.

Behind some words no verb can stand, and behind others one says nothing: لم تشر "did not mention".
A verb that describes a noun, or has the wrong gender or mood for its place, is another word.
"""

from __future__ import annotations

from unicodedata import normalize

from quotes.arabic.folding import SHADDA
from quotes.extraction.frames.place import Place
from quotes.extraction.frames.support_verbs import is_carried
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import follows_circumstance
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    ABOUT,
    ABOUT_SO_MANY,
    AFTER,
    AGE,
    AND_BETWEEN,
    ARRIVALS,
    BE,
    BECOMING,
    BEFORE_NOUNS,
    BEFORE_WHAT_CAME,
    BETWEEN,
    BY_MEANS_OF,
    CALLED,
    COMPLEMENTIZERS,
    CONCLUDING,
    DEMONSTRATIVES,
    DENIALS,
    DID_NOT,
    DURING,
    FROM,
    GENDER_OF_PRONOUN,
    JUSSIVE_PARTICLES,
    KEEPING_ON,
    MAY,
    MEDIA,
    MUST,
    NEGATED,
    NEVER_BEFORE_VERBS,
    NO,
    NOUNS_INSIDE,
    OF_WHOM,
    OTHER,
    PLATFORMS,
    POINTING_BACK,
    PRAYED_FOR,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    PRIVATIVES,
    REACHING,
    REMINDING,
    REPORTING_OF_TEXTS,
    SEMI,
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
_REACH_OF_BETWEEN = 8
_REACH_OF_SELF = 6


class VerbPlaces:
    """Tells in one article where finite verbs can report."""

    def __init__(self, article: Article, words: Words, plain_verbs: set[int]) -> None:
        """``plain_verbs`` are the candidates that can be nothing but verbs of saying."""
        self.article = article
        self.words = words
        self.plain_verbs = plain_verbs

    def allow(self, place: Place) -> bool:
        """Whether the word can be a verb that reports where it stands."""
        if (
            self._is_preposition(place)
            or self._must_be_noun(place)
            or self._is_name(place)
            or self._has_pronoun_of_another_verb(place)
            or self._draws_conclusion(place)
            or self._reaches_number(place)
            or self._tells_of_text(place)
            or self._reminds_us(place)
            or self._points_back(place)
            or self._is_of_self(place)
            or self._is_predicate(place)
            or self._prays(place)
            # ذكرتُ: I mentioned
            or self.article.tokens[place.cue.last - 1].text.endswith(_I)
            or self._is_of_me(place)
            # إذا كنت تعتقد: if you think
            or place.before in WAS_I_OR_YOU
        ):
            return False
        if place.word in ARRIVALS and self._follows_word(place):
            # بيان ورد: a statement that arrived, no "and he answered".
            return place.reading.verb.source != ""
        return (
            # الساعة تشير إلى العاشرة, على ذكر المعارضة
            # (the hour points to ten; speaking of the opposition)
            (
                place.before not in NEVER_BEFORE_VERBS
                or place.cue.conjunction != ""
                or self._follows_whole_phrase(place)
            )
            and not self._has_other_subject(place)
            and not self._says_nothing(place)
            and self._has_mood(place)
        )

    def _follows_word(self, place: Place) -> bool:
        """Whether a word stands right before in its paragraph, and no mark."""
        article, before = self.article, place.cue.first - 1
        return (
            before >= 0
            and article.tokens[before].is_word
            and article.paragraph_of[before] == article.paragraph_of[place.cue.first]
        )

    def _stands_within_clause(self, place: Place) -> bool:
        """Whether something of its own clause stands before the verb."""
        cue = place.cue
        return not cue.conjunction and cue.first > self.article.sentence(cue.first)[0]

    def _is_preposition(self, place: Place) -> bool:
        """Whether it is "between", "after" or "semi-"."""
        words = self.words
        if place.word in DURING and (
            self.article.tokens[place.cue.first].text.startswith("إ")
            # ابان رئاسته للمجلس: during his presidency of the council
            or (
                words.word(self.article, place.cue.last).facts.has_enclitic
                and place.behind not in COMPLEMENTIZERS
            )
        ):
            return True
        if place.behind in COMPLEMENTIZERS and not PRIVATIVES.isdisjoint(bare(place.word)):
            # دون أن يوضح "without explaining", which is spelt like دوّن "jot down"
            return True
        if place.word in AND_BETWEEN:
            return self._follows_between(place.cue.first)
        if place.word in AFTER:
            # عقب ذلك "after that", عقب إتمام الصفقة
            return (
                place.behind in DEMONSTRATIVES
                or words.in_list(place.behind, words.lexicon.occasions)
                or self._is_deed(place.cue.last)
                # قال، عقب الإعلان عن القضية، إن: he said, after the case was announced, that
                or (self._stands_aside(place) and not self._can_speak(place.cue.last))
            )
        if place.word in BY_MEANS_OF:
            # عبر موقع الصحيفة: through the newspaper's site
            return SHADDA not in self.article.tokens[place.cue.first].text and (
                words.in_list(place.behind, PLATFORMS) or words.in_list(place.behind, MEDIA)
            )
        # شبه غائمة, شبه الجزيرة: half-cloudy; peninsula
        return (
            place.word in SEMI
            # وشبّه "and he likened"
            and SHADDA not in self.article.tokens[place.cue.first].text
            and not (words.is_role(place.behind) or words.is_title(place.behind))
        )

    def _follows_between(self, index: int) -> bool:
        """Whether "and between" follows "between", and is no "and he explained": بيننا وبينهم.

        "between us and them"
        """
        return any(
            self.article.folded(n).startswith(BETWEEN)
            for n in range(max(self.article.sentence(index)[0], index - _REACH_OF_BETWEEN), index)
        )

    def _stands_aside(self, place: Place) -> bool:
        """Whether it stands between a comma and a noun with the article."""
        return self.article.is_behind_comma(place.cue.first) and has_article(place.behind)

    def _can_speak(self, index: int) -> bool:
        """Whether the noun at a token may be somebody's, or his name."""
        words, folded = self.words, self.article.folded(index)
        facts = words.word(self.article, index).facts
        # الإعلان "the announcement" is also "the declaration", which says something.
        speaks = facts.is_head and not words.in_list(folded, words.lexicon.documents)
        return facts.classes != {"noun"} or speaks or facts.is_name

    def _is_deed(self, index: int) -> bool:
        """Whether an indefinite noun stands here that is no person, body or name."""
        facts = self.words.word(self.article, index).facts
        return (
            facts.classes == {"noun"}
            and not (facts.is_head or facts.has_article or facts.is_name)
            and (
                self.article.folded(index + 1).startswith("ال")
                or self.words.is_nominal(self.article, index + 1)
            )
        )

    def _points_back(self, place: Place) -> bool:
        """Whether "this" is what one has told already: إذ تعلن ذلك لتؤكد.

        "in announcing this, it does affirm"
        """
        told = place.second_behind if place.behind in ABOUT else place.behind
        return place.before in SINCE and told in POINTING_BACK

    def _is_predicate(self, place: Place) -> bool:
        """Whether "was" has a predicate that looks like a dual: كان الزهراني طالبا.

        "al-Zahrani was a student", and no "they (d.) demanded"
        """
        before = {place.before, self.article.folded(place.cue.first - 2)}
        return place.reading.numbers == {"d"} and not before.isdisjoint(BE)

    def _prays(self, place: Place) -> bool:
        """Whether God is asked for something: يدعون له بالرحمة "they pray for mercy on him"."""
        return place.behind in TO_THEM and place.second_behind in PRAYED_FOR

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

    def _must_be_noun(self, place: Place) -> bool:
        """Whether no finite verb can stand behind the word before."""
        cue, before = place.cue, place.before
        if before in OF_WHOM or cue.first - 1 in self.plain_verbs:
            return True
        if cue.conjunction == "و" and self.article.folded(cue.first - 2) in COMPLEMENTIZERS:
            # أن الجمعية | ودعت بكل حب المصابين "that the society | bade farewell with love to the
            # injured": no clause ends with its first noun.
            return before not in PREPOSITIONS_WITH_PRONOUN and not self.words.may_be_verb(
                self.article, cue.first - 1
            )
        if (
            place.reading.verb.homograph
            and not cue.conjunction
            and self._follows_word(place)
            and self.article.tokens[cue.first - 1].facts.classes == {"imperfect"}
            and before not in BECOMING | KEEPING_ON
        ):
            # الصور التي تحمل ذكر أسمائهم: the pictures that bear a mention of their names
            return True
        if place.word in NOUNS_INSIDE:
            # ودفعت المدينة ثمن الحرب: and the city paid the price of the war
            return (
                self._follows_word(place)
                and not self._follows_circumstance(cue.first)
                # فيما ثمن النائب: while the deputy valued
                and not self.words.is_role(place.behind)
            )
        if cue.conjunction == "ف" and "number" in self.article.tokens[cue.first - 1].facts.classes:
            # مليون فدان "a million acres"
            return True
        return (
            before in BEFORE_NOUNS
            # هذا وأعلنت "and besides, she announced"
            and not (cue.conjunction and before in DEMONSTRATIVES)
            and not self._follows_circumstance(cue.first)
            and not self._follows_whole_phrase(place)
        )

    def _follows_whole_phrase(self, place: Place) -> bool:
        """Whether "this" or "that" stands alone behind a preposition: وعن ذلك أجاب.

        "and about that he answered"
        """
        return (
            place.before in DEMONSTRATIVES
            and not place.reading.verb.homograph
            and not PREPOSITIONS.isdisjoint(bare(self.article.folded(place.cue.first - 2)))
        )

    def _follows_circumstance(self, index: int) -> bool:
        """Whether a fixed phrase stands before it: إلى ذلك أفاد, على صعيد آخر أفاد مسؤول.

        "besides this, he reported; in other news, an official reported"
        """
        article, words = self.article, self.words
        return follows_circumstance(article, index, words) or (
            article.folded(index - 1) in OTHER
            and index > 2
            and words.is_preposition(article, index - 3)
        )

    def _is_name(self, place: Place) -> bool:
        """Whether it is a given name, or "called" before a name: موظف يدعى فلان.

        "an employee called So-and-so"
        """
        article, words, cue = self.article, self.words, place.cue
        if place.word in CALLED:
            name_follows = not words.is_head(place.behind)
        else:
            # رئيس الوفد عزت الدوري: the head of the delegation, Izzat al-Duri
            name_follows = (
                place.word in words.lexicon.given_names
                and place.behind.startswith("ال")
                and has_article(place.before)
                and self._follows_word(place)
            )
        if not name_follows:
            return False
        # بؤرة استيطان تدعى «عادي»: a settlement that is called "Adei"
        named = words.is_name(article, cue.last) or (
            place.word in CALLED and cue.last in article.opening
        )
        return named and (self._stands_within_clause(place) or self._is_called_so(place))

    def _is_called_so(self, place: Place) -> bool:
        """Whether it is told in passing how somebody is called: أحد الناجين، ويدعى سالم.

        "one of those rescued, and he is called Salem"; ويدعي is "and he claims".
        """
        article, cue = self.article, place.cue
        return (
            place.word in CALLED
            and article.tokens[cue.first].text.endswith("ى")
            and cue.first > article.sentence(cue.first)[0]
        )

    def _has_pronoun_of_another_verb(self, place: Place) -> bool:
        """Whether the pronoun shows another word: تعلمنا من "we learnt from", قدم شكره."""
        verb = place.reading.verb
        return place.reading.enclitic and (
            verb.source != ""
            or (verb.stance == "praise" and is_carried(self.article, place.cue.first))
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

    def _reaches_number(self, place: Place) -> bool:
        """Whether something came to a number: السد بلغ 156 بالمئة "the dam reached 156%"."""
        number = place.cue.last + (place.behind in ABOUT_SO_MANY)
        return place.reading.lemma in REACHING and (
            # بلغ حوالي 170 بالمئة: came to about 170 per cent
            self.words.word(self.article, number).kind == "number"
            # سائق يبلغ من العمر 34 عاما: a driver who is 34 years of age
            or (place.behind in FROM and self.article.folded(place.cue.last + 1) in AGE)
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

    def _tells_of_text(self, place: Place) -> bool:
        """Whether an indefinite noun is described by what it says: معلومات تفيد بأن.

        "information that says that"
        """
        before = place.cue.first - 1
        return (
            place.reading.lemma in REPORTING_OF_TEXTS
            and place.reading.has(aspect="imperfect")
            and not place.cue.conjunction
            and self._follows_word(place)
            and self.words.is_nominal(self.article, before)
            and not self.words.is_definite(self.article, before)
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

"""Where a noun phrase can begin: at a noun, a name, a number, or a name in marks."""

from __future__ import annotations

from quotes.extraction.noun_phrases.names_in_marks import NamesInMarks
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    INCHOATIVE,
    NEGATED,
    NO,
    PREPOSITIONS,
    VAN,
    YOUR_EXCELLENCIES,
)
from quotes.extraction.text.marks import PERCENT
from quotes.extraction.text.participle_forms import ACCUSATIVE, FEMININE, has_form_of_participle
from quotes.extraction.text.words import Words

_NEVER_FIRST = NEGATED.union(CONJUNCTIONS, INCHOATIVE)
# So begin participles that the dictionary lacks, and hardly a foreign name.
_NO_FOREIGN_NAMES = ("مت", "مست", "مع")
# قالت "she said", تقول "she says", behind which a participle is whoever speaks.
_SHE_SAID = ("قالت", "تقول")
_NEVER_NAMES = CLAUSE_STARTS | PREPOSITIONS


class PhraseStarts:
    """Tells in one article where a noun phrase can begin."""

    def __init__(
        self,
        article: Article,
        words: Words,
        behind_verb: PhraseWords,
        elsewhere: PhraseWords,
        in_marks: NamesInMarks,
    ) -> None:
        self.article = article
        self.words = words
        self._behind_verb = behind_verb
        self._elsewhere = elsewhere
        self._in_marks = in_marks

    def at(self, index: int, after_verb: bool) -> bool:
        """Whether a noun phrase can begin at this token.

        Directly behind a verb even a word that looks like another verb can only be a name.
        """
        article = self.article
        if index >= len(article.tokens):
            return False
        token = article.tokens[index]
        if index in article.opening:
            return self._in_marks.is_name(article.opening[index])
        if token.kind == "mark":
            return token.text == "("
        if token.folded.endswith("كم") and self.words.in_list(token.folded, YOUR_EXCELLENCIES):
            # أعرب لفخامتكم عن: to express to Your Excellency
            return False
        if token.folded in NO and self._precedes_verb(index + 1):
            # لا يحالفه التوفيق "luck does not go with him"; لا كاميرا La Camera is a name.
            return False
        if token.folded in _NEVER_FIRST or self._elsewhere.withholds_name(index):
            return False
        if token.kind == "number" and self.words.word(article, index + 1).text in PERCENT:
            # قال 17% من المشاركين: 17% of those asked said
            return True
        if token.kind == "number" and after_verb and self._counts_persons(index + 1):
            # قال 4 مندوبين: four delegates said
            return True
        if after_verb and self._says_how(index):
            return False
        if after_verb and self._is_foreign_name_like_particle(index):
            return True
        if (
            after_verb
            and token.kind == "word"
            and (answer := self._behind_its_verb(index)) is not None
        ):
            return answer
        inside = self._behind_verb if after_verb else self._elsewhere
        return (
            token.is_word
            and not inside.is_closed_class(index)
            and (
                token.facts.is_head
                or (token.facts.is_nominal and not is_circumstance(article, index, self.words))
            )
        )

    def _says_how(self, index: int) -> bool:
        """Whether an accusative between a verb and what was said describes whoever spoke.

        وأضاف متفائلا أن "and added, optimistic, that", وأضافت مستغربة: "and added, astonished:"
        """
        article = self.article
        token, following = article.tokens[index], index + 1
        if (
            token.kind != "word"
            or token.facts.is_given_name
            or token.facts.is_head
            or token.facts.has_article
            or not (
                article.folded(following) in COMPLEMENTIZERS
                or article.folded(following) == ":"
                or following in article.opening
            )
        ):
            return False
        if token.folded[-1] == FEMININE:
            # وقالت متظاهرة: and a woman demonstrator said; وقالت محتجة: a woman protester
            return (
                token.may_be_cue
                and has_form_of_participle(token.folded, FEMININE)
                and _is_feminine(article.folded(index - 1))
                and not article.folded(index - 1).endswith(_SHE_SAID)
            )
        if token.folded[-1] != ACCUSATIVE:
            return False
        if token.facts.is_unknown:
            return token.folded.startswith(_NO_FOREIGN_NAMES)
        return token.facts.is_accusative and "adjective" in token.facts.classes

    def _precedes_verb(self, index: int) -> bool:
        facts = self.words.word(self.article, index).facts
        return facts.is_verb or facts.is_first_person

    def _counts_persons(self, index: int) -> bool:
        """Whether those who can speak stand behind a number: 4 مندوبين, 14 منظمة, 17 نائبا.

        "four delegates, 14 organisations, 17 members of parliament": a plural in the genitive, or
        a singular in the accusative.
        """
        word = self.words.word(self.article, index)
        if word.facts.has_article:
            return False
        if "p" not in word.facts.info.numbers:
            stem = word.folded.removesuffix("ا")
            return word.facts.is_head or self.words.is_role(stem)
        return word.facts.is_head or (
            word.folded.endswith("ين")
            and word.facts.classes <= {"noun"}
            and not self.words.in_list(word.folded, self.words.lexicon.quantifiers)
        )

    def _behind_its_verb(self, index: int) -> bool | None:
        """Whether a word behind a verb is a name that looks like one; None for any other word."""
        article, words = self.article, self.words
        token = article.tokens[index]
        if token.folded in words.lexicon.given_names and not words.is_preposition(article, index):
            return True
        if article.is_surname(token.folded) and not words.is_preposition(article, index):
            # وقال فينجر الذي "and Wenger, who …, said": the text has him behind his given name.
            return True
        if token.facts.is_organisation:
            # وذكرت تسلا أن: and Tesla mentioned that
            return None
        bracket, age = words.word(article, index + 1), words.word(article, index + 2)
        if bracket.text == "(" and age.kind == "number" and not token.facts.has_proclitic:
            # روى يوين (65 عاما): Yuen (65) told
            return True
        if token.facts.classes == {"perfect"}:
            # وهب is a name, ووصل "and he arrived" is none.
            return (
                not any(reading.proclitics for reading in token.facts.readings)
                # أعلن لخويا أن: Lekhwiya announced that
                or (
                    token.folded.startswith("ل")
                    and (
                        article.folded(index + 1) in COMPLEMENTIZERS
                        # أعلن لخويا اليوم أن: Lekhwiya announced today that
                        or words.word(article, index + 1).facts.is_adverbial
                    )
                )
                # ترى فاندانا هاري أن: nor does "and" join two verbs with nothing between.
                or (
                    token.folded.startswith("ف")
                    and token.facts.has_enclitic
                    and words.is_nominal(article, index + 1)
                    and not has_article(article.folded(index + 1))
                )
            )
        if token.facts.classes != {"imperfect"}:
            return None
        following = article.folded(index + 1)
        if (
            (following in COMPLEMENTIZERS or following == ":")
            and token.folded.startswith(CONJUNCTIONS)
            and not token.may_be_cue
        ):
            # أوضح ويتكوف أن, قال فينجر: Witkoff explained that; Finger said
            return True
        # سيندي Cindy is also "he will dampen".
        # سيتفان Stephan, too: no future stands behind another verb before an office.
        return (
            article.is_unknown(index + 1) and not self._behind_verb.is_closed_class(index + 1)
        ) or words.is_role(article.folded(index + 2))

    def _is_foreign_name_like_particle(self, index: int) -> bool:
        """Whether a word behind a verb is a name, though it looks like a particle.

        قالت فلاي دبي "Flydubai said", قال فان غال "Van Gaal said": the next word is no clause's
        first.
        """
        facts, words = self.article.tokens[index].facts, self.words
        if not facts.is_function_word:
            return False
        following = words.word(self.article, index + 1)
        return (
            (facts.is_name_particle or self.article.folded(index).startswith("ف"))
            and (
                not self.words.is_adjective(self.article, index + 1)
                or following.folded in words.lexicon.countries
            )
            and self.article.folded(index) not in _NEVER_NAMES
            and following.kind == "word"
            and not (following.facts.has_article or following.facts.is_function_word)
            and (
                facts.is_name_particle
                or self.article.tokens[index].text == VAN
                or (following.facts.is_name and not following.facts.may_be_verb)
            )
        )


def _is_feminine(verb: str) -> bool:
    """Whether a verb is of a woman by its form: أضافت, تضيف, ستضيف "added, adds, will add"."""
    return verb.endswith("ت") or verb.startswith(("ت", "وت", "ست", "فت"))

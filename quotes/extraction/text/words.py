"""What single words can be, as the grammar of the later stages asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from unicodedata import normalize

from quotes.arabic.folding import SHADDA, fold
from quotes.arabic.morphology import WordClasses, WordInfo
from quotes.arabic.remembered import Remembered, remembering
from quotes.arabic.tokens import Spelling, Tokenizer, Tokens
from quotes.extraction.text.clitics import bare, bases, has_article, without_article
from quotes.extraction.text.grammar import (
    ADJECTIVES_LIKE_NOUNS,
    ALI,
    FIELDS_OF_MINISTRIES,
    GOD,
    GOVERNOR,
    GOVERNOR_ELSEWHERE,
    NAMES_LIKE_PARTICLES,
    NAMES_TOLD_BY_SPELLING,
    NAMES_WITH_PARTICLES,
    PARENTS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    SHORT_NAMES_LIKE_PARTICLES,
    TO,
    WHAT,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.nisba import is_told_by
from quotes.extraction.text.readings import Readings
from quotes.extraction.text.word_facts import Facts, is_function_word
from quotes.lexicon import Lexicon

if TYPE_CHECKING:
    from quotes.extraction.text.article import Article

# No particle begins with it, so that what it is put before can only be read as a name.
_UNLIKE_PARTICLES = "ظ"

# What is written onto a noun before it.
_BEFORE_GOVERNOR = ("", "ال", "لل", "بال", "وال", "ل", "ب", "و")
_NAMES_LIKE_PARTICLES = [name.split("-") for name in NAMES_LIKE_PARTICLES]
# The longest first: سي إن بي سي CNBC ends in no بي سي.
_NAMES_WITH_PARTICLES = sorted(
    (name.split("-") for name in NAMES_WITH_PARTICLES), key=len, reverse=True
)

_LONGEST_DESCRIPTION = 8


class Words:
    """The lexicon and the word classes together, remembered word by word."""

    def __init__(
        self, classes: WordClasses, lexicon: Lexicon, may_be_cue: Callable[[str], bool]
    ) -> None:
        """``may_be_cue`` says of a folded spelling whether it can be that of a cue."""
        self.may_be_cue = may_be_cue
        self.lexicon = lexicon
        self._classes = classes
        self._readings = Remembered(Readings)
        self._tokenizer = Tokenizer(partial(Word, words=self))
        self.bases = remembering(bases)
        """The word as it may be without the letters that are written onto it.

        Conjunctions, prepositions, the article and possessive pronouns are taken off wherever
        they could be; that a base is one of a list of words says whether they are.
        """
        self.is_role = remembering(partial(self.in_list, words=lexicon.roles))
        """Whether it names an office or function: الوزير "the minister"."""
        self.is_title = remembering(self._is_title)
        """Whether it is an honorific before a name: الدكتور "Dr"; not سعادته "his joy"."""
        self.is_organisation = remembering(partial(self.in_list, words=lexicon.organisations))
        """Whether it heads the name of an organisation: وزارة "ministry"."""
        self.is_place = remembering(partial(self.in_list, words=lexicon.places))
        """Whether it heads the name of a place: مدينة "city"."""
        self.is_polity = remembering(partial(self.in_list, words=lexicon.polities))
        """Whether it is a country, or a noun for one: المملكة "the kingdom"."""
        self.is_head = remembering(self._is_head)
        """Whether it can head the noun phrase of a source."""
        self.is_function_word = remembering(is_function_word)
        """Whether it is a pronoun, particle, preposition or conjunction, و before it or not."""
        self.is_adverbial = remembering(self._is_adverbial)
        """Whether it is an adverb or heads adverbial phrases, و before it or not."""
        self._full_stop = Word(".", self)

    def tokens(self, text: str) -> Tokens[Word]:
        """The tokens of ``text``, with what is known of each."""
        tokens = self._tokenizer.read(text)
        folded = [spelling.folded for spelling in tokens.spellings]
        vocabulary = set(folded)
        for parts in _NAMES_LIKE_PARTICLES:
            if (
                vocabulary.issuperset(parts)
                and all(part in text for part in parts)
                and self._read_as_name(tokens.spellings, folded, parts)
                and parts[0] in SHORT_NAMES_LIKE_PARTICLES
            ):
                self._read_as_name(tokens.spellings, folded, parts, length=1)
        for parts in _NAMES_WITH_PARTICLES:
            if vocabulary.issuperset(parts):
                self._read_as_name(tokens.spellings, folded, parts)
        if GOVERNOR in vocabulary:
            self._read_governors(tokens.spellings)
        spelt = _without_shadda(text)
        for name in NAMES_TOLD_BY_SPELLING:
            if name in spelt:
                self._read_spelling_as_name(tokens.spellings, name)
        return tokens

    def _read_as_name(
        self, spellings: list[Word], folded: list[str], name: list[str], length: int = 0
    ) -> bool:
        """Put words that no dictionary has in the place of a name that looks like particles.

        بان كي مون Ban Ki-moon would be "that, in order to, Moon". Only the first ``length`` words
        of the name need stand there, or all of them. ``folded`` are the folded ``spellings``.
        Returns whether the name stands there.
        """
        found = False
        read = name[:length] if length else name
        for first in [n for n, word in enumerate(folded) if word == read[0]]:
            if folded[first : first + len(read)] == read:
                found = True
                for n, word in enumerate(read, start=first):
                    spellings[n] = self._tokenizer.spelling(
                        _UNLIKE_PARTICLES + "".join(name) + word
                    )
                    folded[n] = spellings[n].folded
        return found

    def _read_governors(self, spellings: list[Word]) -> None:
        """Read والي "governor" as another word for one, since it is folded to "and to".

        Who has no office is called so by his surname: سعيد الوالي, Said al-Wali.
        """
        texts = {spelling.text for spelling in spellings}
        if GOVERNOR not in texts or not TO.isdisjoint(texts):
            # Who writes إلى "to" as it is folded may mean "and to".
            return
        for n, spelling in enumerate(spellings):
            clitics = spelling.text.removesuffix(GOVERNOR)
            if clitics != spelling.text and clitics in _BEFORE_GOVERNOR:
                if clitics == "ال" and n and spellings[n - 1].folded in self.lexicon.given_names:
                    continue
                spellings[n] = self._tokenizer.spelling(clitics + GOVERNOR_ELSEWHERE)

    def _read_spelling_as_name(self, spellings: list[Word], name: str) -> None:
        """Put a word that no dictionary has in the place of a name that only its spelling tells."""
        for n, spelling in enumerate(spellings):
            if _without_shadda(spelling.text) == name:
                spellings[n] = self._tokenizer.spelling(_UNLIKE_PARTICLES + name)

    def describe(self, word: str) -> WordInfo:
        """All readings that the dictionary has of a word, and those of an adjective it lacks."""
        info = self._classes.describe(word)
        if "adjective" in info.classes or not self.in_list(fold(word), ADJECTIVES_LIKE_NOUNS):
            return info
        nouns = (reading for reading in info.readings if reading.word_class == "noun")
        adjectives = (noun._replace(word_class="adjective") for noun in nouns)
        return WordInfo((*info.readings, *adjectives))

    def readings(self, word: str) -> Readings:
        """What all readings that the dictionary has of a word say."""
        return self._readings[self.describe(word)]

    def knows(self, text: str) -> bool:
        """Whether the dictionary or the lexicon has a word."""
        return fold(text) in self.lexicon.given_names or bool(
            self.describe(normalize("NFC", text)).readings
        )

    def word(self, article: Article, index: int) -> Word:
        """The token at ``index``; behind the last one a full stop, as it were."""
        tokens = article.tokens
        return tokens[index] if index < len(tokens) else self._full_stop

    def info(self, article: Article, index: int) -> WordInfo:
        """The readings of a token that news prose can have."""
        return self.word(article, index).facts.info

    def in_list(self, folded: str, words: frozenset[str]) -> bool:
        """Whether the word, with or without clitics, is one of ``words``."""
        return not words.isdisjoint(self.bases(folded))

    def _is_title(self, folded: str) -> bool:
        # No pronoun may stand behind it, and والد "father" is no "and Dr".
        titles = self.lexicon.titles & self.bases(folded)
        return folded not in PARENTS and any(map(folded.endswith, titles))

    def _is_head(self, folded: str) -> bool:
        return self.is_title(folded) or self.in_list(folded, self.lexicon.heads)

    def is_verb(self, article: Article, index: int) -> bool:
        """Whether it can be nothing but a finite verb."""
        return self.word(article, index).facts.is_verb

    def is_oblique_office(self, article: Article, index: int) -> bool:
        """Whether an office ends as the plural or dual of an object before a noun: مديري الجامعات.

        "the heads of the universities": a subject would end in و or ا.
        """
        folded = article.folded(index)
        return (
            folded.endswith("ي")
            and self.is_role(folded[:-1])
            and not self.is_role(folded)
            and has_article(article.folded(index + 1))
        )

    def speaks_of_self(self, article: Article, index: int) -> bool:
        """Whether it can only be a verb with "I" or "we": بدأنا "we began"."""
        return self.word(article, index).facts.speaks_of_self

    def describes_noun_before(self, article: Article, verb: int) -> bool:
        """Whether a verb describes the noun before it, as a pronoun shows.

        تصريح نشرته الوكالة "a statement the agency published"; بلاغ، توصلت الصحيفة بنسخة منه، "a
        notice of which the paper received a copy"
        """
        if article.folded(verb - 1) not in WHAT and all(
            reading.enclitic for reading in article.tokens[verb].facts.readings
        ):
            return True
        if not article.is_behind_comma(verb) or article.folded(verb)[0] == "و":
            return False
        behind = range(verb + 2, verb + _LONGEST_DESCRIPTION)
        comma = next((n for n in behind if self.word(article, n).text in COMMAS), None)
        return comma is not None and article.folded(comma - 1) in PREPOSITIONS_WITH_PRONOUN

    def is_joined_perfect(self, article: Article, index: int) -> bool:
        """Whether it is "and" with a verb that tells what happened: وشملت "and it comprised"."""
        return article.folded(index).startswith("و") and self.info(article, index).classes == {
            "perfect"
        }

    def begins_with_we(self, article: Article, index: int) -> bool:
        """Whether a clause begins with "we": وقال المدرب | نسعى إلى الفوز "we strive for".

        Many a foreign name looks like a first person; none has a preposition of its own behind it.
        """
        return (
            article.folded(index).startswith("ن")
            and self.speaks_of_self(article, index)
            and self.is_preposition(article, index + 1)
        )

    def is_ours(self, article: Article, index: int) -> bool:
        """Whether it can only be a noun with the pronoun of "us": هدفنا "our aim"."""
        readings = self.info(article, index).readings
        return bool(readings) and all(
            reading.enclitic == "نا" and reading.word_class == "noun" for reading in readings
        )

    def may_speak_of_us(self, article: Article, index: int) -> bool:
        """Whether one of its readings is a perfect with "we": بدأنا is also "our beginning"."""
        return self.word(article, index).facts.may_speak_of_us

    def may_be_verb(self, article: Article, index: int) -> bool:
        """Whether a finite verb is one of its readings."""
        return self.word(article, index).facts.may_be_verb

    def is_nominal(self, article: Article, index: int) -> bool:
        """Whether a noun, adjective or name is one of its readings, or it is unknown."""
        return self.word(article, index).facts.is_nominal

    def is_adjective(self, article: Article, index: int) -> bool:
        """Whether an adjective is one of its readings."""
        return "adjective" in self.info(article, index).classes

    def is_name(self, article: Article, index: int) -> bool:
        """Whether it can be a proper noun: one by the dictionary, or unknown to it."""
        if index >= len(article.tokens):
            return False
        token = article.tokens[index]
        return token.facts.is_name or (token.text == ALI and article.writes_maqsura)

    def is_definite_nisba(self, article: Article, index: int) -> bool:
        """Whether it is an adjective in -ī with its article: الجمهوري "Republican".

        No indefinite noun belongs to such an adjective before it.
        """
        token = self.word(article, index)
        return (
            token.facts.has_article
            and token.folded.endswith("ي")
            and "adjective" in token.facts.classes
        )

    def is_nationality(self, article: Article, index: int) -> bool:
        """Whether it tells of what country somebody is: الأمريكي "the American"."""
        folded, countries = article.folded(index), self.lexicon.countries
        # الأرجنتيني: some countries have the article themselves
        return has_article(folded) and (
            is_told_by(without_article(folded), countries) or is_told_by(folded, countries)
        )

    def is_ministry(self, article: Article, index: int) -> bool:
        """Whether a field stands for its ministry: الدفاع الروسية "Russian (ministry of) defence".

        The adjective is of the ministry's gender.
        """
        folded = article.folded(index)
        return (
            has_article(folded)
            and without_article(folded) in FIELDS_OF_MINISTRIES
            and article.folded(index + 1).endswith("ه")
            and self.is_nationality(article, index + 1)
        )

    def is_accusative_before_name(self, article: Article, index: int) -> bool:
        """Whether an accusative has a name behind it, and is one, too: كيا موتورز "Kia Motors".

        An accusative governs no noun.
        """
        following = self.word(article, index + 1)
        return (
            self.is_accusative(article, index)
            and following.kind == "word"
            and following.facts.classes <= {"proper"}
        )

    def is_name_before_god(self, article: Article, index: int) -> bool:
        """Whether a noun and God are a given name: رحمة الله نبيل Rahmatullah Nabil.

        رحمه الله "God have mercy on him" is spelt otherwise.
        """
        token, surname = self.word(article, index), self.word(article, index + 2)
        return (
            self.word(article, index + 1).folded in GOD
            and token.facts.is_nominal
            and not token.text.endswith("ه")
            and not (token.facts.has_proclitic or token.facts.may_be_verb or token.facts.is_head)
            and surname.is_word
            and (surname.facts.is_name or surname.folded.endswith("ي"))
        )

    def is_name_in_phrase(self, article: Article, index: int) -> bool:
        """Whether it can be a proper noun inside a noun phrase, where no verb can stand."""
        token = self.word(article, index)
        return self.is_name(article, index) or (token.kind == "word" and token.facts.is_verbal)

    def has_possessor(self, article: Article, index: int) -> bool:
        """Whether it is a noun with a possessive pronoun, and nothing else: محاميه "his lawyer"."""
        readings = self.info(article, index).readings
        return bool(readings) and all(reading.enclitic for reading in readings)

    def is_preposition(self, article: Article, index: int) -> bool:
        """Whether it is a preposition that stands on its own."""
        return article.folded(index) in PREPOSITIONS and not article.is_ali(index)

    def is_accusative(self, article: Article, index: int) -> bool:
        """Whether it is an indefinite accusative, which no source's phrase has: كثيرا, قائلا.

        "much", "saying"; most of the press leaves the two strokes out; then the final alif must be
        an ending.
        """
        return self.word(article, index).facts.is_accusative

    def _is_adverbial(self, folded: str) -> bool:
        return not self.lexicon.adverbials.isdisjoint(bare(folded))

    def is_definite(self, article: Article, index: int) -> bool:
        """Whether it carries the article or a possessive pronoun, or is a name."""
        return self.word(article, index).facts.is_definite


class Word(Spelling):
    """A token of an article: its spelling, and what is known of it."""

    __slots__ = ("_facts", "_words", "may_be_cue")

    def __init__(self, text: str, words: Words) -> None:
        super().__init__(text)
        self._words = words
        self._facts: Facts | None = None
        if _begins_like_article(text) and not words.knows(text):
            # أليسون Alison: the article has no hamza, so a name keeps its own to be told from it.
            self.folded = normalize("NFC", text)[0] + self.folded[1:]
        self.may_be_cue = words.may_be_cue(self.folded)

    @property
    def facts(self) -> Facts:
        """What is known of the spelling, looked up when it is first asked."""
        if self._facts is None:
            self._facts = Facts(self, self._words)
        return self._facts


def _begins_like_article(text: str) -> bool:
    """Whether a word begins with a hamza and the letters of the article."""
    return normalize("NFC", text[:3]).startswith(("أل", "إل"))


def _without_shadda(text: str) -> str:
    """A text in composed letters, of which none is marked as doubled: آنا for آنّا "Anna"."""
    return normalize("NFC", text).replace(SHADDA, "")

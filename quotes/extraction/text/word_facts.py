"""What is known of a word by its spelling alone, wherever it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from quotes.arabic.folding import SHADDA
from quotes.arabic.tokens import Spelling
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    ABOUT_WHAT,
    ANY,
    BECOMING,
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    CONNECTORS,
    FIRST_PERSON_VERBS,
    IMAM,
    NAMES_LIKE_ARTICLES,
    NO_ADVERBS_BY_SPELLING,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    REFUSALS,
    RELATIVES,
    SAYING,
    SUBJECT_PRONOUNS,
    VAN,
)
from quotes.extraction.text.readings import Readings

if TYPE_CHECKING:
    from quotes.extraction.text.words import Words

_FUNCTION_WORDS = (
    RELATIVES
    | COMPLEMENTIZERS
    | SUBJECT_PRONOUNS
    | CONNECTORS
    | PREPOSITIONS
    | PREPOSITIONS_WITH_PRONOUN
)
# Saying, about what, became: none of these words is part of a name.
_NEVER_IN_PHRASES = SAYING | ABOUT_WHAT | BECOMING
_LEAST_SOUND_PLURAL = 6
_HAMZAS = frozenset("أإآ")
# أحيلت "was referred", وأقيلت "and was dismissed".
_HOLLOW_PASSIVE = re.compile("[وف]?أُ?[ء-غف-ه]ي[ء-غف-ه]ت")
# With these an imperfect of "I" begins that no foreign name looks like.
_FIRST_PERSON = ("أؤ", "سأ", "وسأ", "فسأ")


class Facts:
    """The answers to all that the grammar asks of a single word.

    ``info`` are the readings that news prose can have, of which ``readings`` and ``classes`` are
    parts; no reading at all: the dictionary lacks the word. What the place of a word has to say
    (whether علي is the name or the preposition) is for :class:`Words`.
    """

    __slots__ = (
        "bare",
        "bases",
        "classes",
        "has_article",
        "has_enclitic",
        "has_proclitic",
        "has_tanwin",
        "info",
        "is_accusative",
        "is_accusative_head",
        "is_adverbial",
        "is_any",
        "is_definite",
        "is_first_person",
        "is_foreign_name",
        "is_function_word",
        "is_given_name",
        "is_head",
        "is_imam",
        "is_in_front",
        "is_inna",
        "is_name",
        "is_name_particle",
        "is_nominal",
        "is_nominative_plural",
        "is_oblique_plural",
        "is_organisation",
        "is_place",
        "is_preposition",
        "is_role",
        "is_title",
        "is_unknown",
        "is_van",
        "is_verb",
        "is_verbal",
        "leaves_phrase",
        "may_be_given_name",
        "may_be_verb",
        "may_leave_phrase",
        "may_speak_of_us",
        "opens_circumstance",
        "readings",
        "speaks_of_self",
    )

    def __init__(self, word: Spelling, words: Words) -> None:
        composed = normalize("NFC", word.text)
        readings = words.readings(composed)
        self._read_dictionary(readings)
        self._read_lexicon(word.folded, composed, words)
        self._read_spelling(word, composed)
        self._read_first_person(word.folded, composed, readings)
        self._read_word_class(word, composed, words, readings)
        self._read_ending(word, words, readings)
        self._read_place_in_phrases(word.folded)

    def _read_dictionary(self, read: Readings) -> None:
        self.info = read.info
        self.readings = read.readings
        self.classes = read.classes
        self.has_proclitic = read.has_proclitic
        self.has_enclitic = read.has_enclitic
        self.is_verbal = read.is_verbal
        self.may_be_verb = read.may_be_verb
        self.speaks_of_self = read.speaks_of_self

    def _read_lexicon(self, folded: str, composed: str, words: Words) -> None:
        lexicon = words.lexicon
        self.bases = bases = words.bases(folded)
        if composed.endswith("ة"):
            # مسؤولية "responsibility", and not مسؤوليه "his officials"
            bases = frozenset(base for base in bases if base.endswith("ه"))
        # أمام "in front of" is folded like إمام "imam".
        self.is_in_front = folded in IMAM and "أ" in composed
        if self.is_in_front:
            bases = frozenset()
        self.bare = bare(folded)
        self.is_role = not lexicon.roles.isdisjoint(bases)
        self.is_title = bool(bases) and words.is_title(folded)
        self.is_organisation = not lexicon.organisations.isdisjoint(bases)
        self.is_place = not lexicon.places.isdisjoint(bases)
        self.is_head = self.is_title or not lexicon.heads.isdisjoint(bases)
        self.is_function_word = is_function_word(folded)
        self.is_adverbial = not lexicon.adverbials.isdisjoint(self.bare)
        self.is_name_particle = folded in lexicon.name_particles
        self.opens_circumstance = not lexicon.circumstance_starts.isdisjoint(self.bare)

    def _read_spelling(self, word: Spelling, composed: str) -> None:
        """What folding takes away, and the article."""
        # إمام "imam" and أمام "in front of" are folded to one spelling.
        self.is_imam = word.folded in IMAM and "إ" in composed
        # فان "van", and فإن "so that"
        self.is_van = word.folded == VAN and _HAMZAS.isdisjoint(composed)
        # أي "any", and آي Ai
        self.is_any = word.folded in ANY and not composed.startswith("آ")
        # هنأ "he congratulated" is no هنا "here".
        self.is_adverbial = (
            self.is_adverbial and composed.replace(SHADDA, "") not in NO_ADVERBS_BY_SPELLING
        )
        self.is_preposition = word.folded in PREPOSITIONS and not self.is_imam
        # ان with its hamza below: "indeed", or "if".
        self.is_inna = composed == "إن"
        self.has_tanwin = "ً" in word.text
        self.has_article = has_article(word.folded) and not self._begins_like_article(word.folded)

    def _begins_like_article(self, folded: str) -> bool:
        """Whether the letters of the article are a noun's own: التزام "commitment".

        إلغاء "cancelling" is one, too, once it is folded; التهامي is al-Tihami rather than "my
        devouring".
        """
        return (
            self.classes == {"noun"}
            and not folded.endswith("ي")
            and not any("ال" in reading.proclitics for reading in self.readings)
        )

    def _read_first_person(self, folded: str, composed: str, read: Readings) -> None:
        """Verbs of "I" and "we", which are left out of the plausible readings."""
        # أؤكد "I confirm", سأقول "I shall say": no name is spelt so.
        self.is_first_person = not FIRST_PERSON_VERBS.isdisjoint(bare(folded)) or (
            composed.startswith(_FIRST_PERSON) and read.is_known
        )
        self.may_speak_of_us = folded.endswith("نا") and read.may_speak_of_us

    def _read_word_class(self, word: Spelling, composed: str, words: Words, read: Readings) -> None:
        """Whether it can be a verb, a noun or a name."""
        classes, is_word = self.classes, word.kind == "word"
        self.is_given_name = is_given_name = word.folded in words.lexicon.given_names
        # آلدار Aldar, which is folded to "the house"
        looks_definite = word.folded in NAMES_LIKE_ARTICLES
        self.is_unknown = is_word and not (self.readings or self.is_first_person)
        # أحيلت القضية "the case was referred": the dictionary has few passives of such verbs.
        is_passive = self.is_unknown and _HOLLOW_PASSIVE.fullmatch(composed) is not None
        self.is_verb = is_passive or (bool(classes) and self.is_verbal and not is_given_name)
        self.is_nominal = read.is_nominal or not (classes or self.is_first_person or is_passive)
        self.is_name = word.kind == "latin" or (
            is_word
            and not (self.is_first_person or is_passive)
            and (
                self.is_name_particle
                or (
                    not self.is_preposition
                    and (looks_definite or is_given_name or not classes or "proper" in classes)
                )
            )
        )
        # What the dictionary has for a name at most, and that has no article: فيندرز "Wenders".
        self.is_foreign_name = (
            is_word and classes <= {"proper"} and not (self.has_article or is_passive)
        )
        # A known given name, or what the dictionary has for a name at most, as it has foreign ones.
        self.may_be_given_name = (
            is_given_name or looks_definite or (classes <= {"proper"} and not is_passive)
        )
        self.is_definite = self.has_article or self.info.definite or not self.readings

    def _read_ending(self, word: Spelling, words: Words, read: Readings) -> None:
        """The case that shows in the last letters."""
        folded, known, numbers = word.folded, bool(self.readings), self.info.numbers
        # الصحفيين "the journalists": a sound plural, or a dual, that is no subject.
        self.is_oblique_plural = (
            folded.startswith("ال") and folded.endswith("ين") and known and numbers <= {"d", "p"}
        )
        # متعاملون "dealers": persons, and no object. A plural such as سجون "prisons" is shorter.
        self.is_nominative_plural = (
            folded.endswith("ون")
            and (len(folded) >= _LEAST_SOUND_PLURAL or self.is_head)
            # مغردون "tweeters" is too new for the dictionary.
            and (numbers == {"p"} or (not known and self.is_head))
        )
        may_end_in_alif = (
            folded[-1:] == "ا" and folded not in words.lexicon.given_names and not self.has_article
        )
        is_head_with_alif = may_end_in_alif and words.is_head(folded[:-1])
        self.is_accusative = self.has_tanwin or (
            may_end_in_alif
            and word.kind == "word"
            and not is_head_with_alif
            and read.can_end_in_accusative
        )
        # موظفا "an employee", the object; behind أنّ and her sisters alone the subject ends so.
        self.is_accusative_head = is_head_with_alif and not self.is_head

    def _read_place_in_phrases(self, folded: str) -> None:
        """Note whether a word ends a noun phrase, as far as its spelling tells."""
        # Words that no noun phrase of a source contains, unless those beside them show a name.
        self.leaves_phrase = self.is_function_word or folded in _NEVER_IN_PHRASES
        self.may_leave_phrase = (
            self.leaves_phrase
            or self.is_verb
            or folded in REFUSALS
            or (self.has_tanwin and not self.is_head)
        )


def is_function_word(folded: str) -> bool:
    """Whether it is a pronoun, particle, preposition or conjunction, و before it or not."""
    rest = folded[1:] if folded[:1] in CONJUNCTIONS and len(folded) > 2 else folded
    return folded in _FUNCTION_WORDS or rest in _FUNCTION_WORDS

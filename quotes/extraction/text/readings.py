"""What the readings of a word say, whatever its spelling."""

from __future__ import annotations

from quotes.arabic.morphology import Reading, WordInfo
from quotes.extraction.text.grammar import SECOND_PERSON

VERBAL = frozenset({"perfect", "imperfect", "imperative"})
NOMINAL = frozenset({"noun", "adjective", "number", "proper"})
_ADVERBIAL = ("noun", "adjective", "adverb")


class Readings:
    """What the grammar asks of the readings of a word; one for all words that have the same.

    ``info`` are the readings that news prose can have, of which ``readings`` and ``classes`` are
    parts; ``is_known``: whether the dictionary has any others.
    """

    __slots__ = (
        "can_end_in_accusative",
        "classes",
        "has_enclitic",
        "has_proclitic",
        "info",
        "is_known",
        "is_nominal",
        "is_verbal",
        "may_be_verb",
        "may_speak_of_us",
        "readings",
        "speaks_of_self",
    )

    def __init__(self, everything: WordInfo) -> None:
        self.is_known = everything.known
        self.info = _plausible(everything)
        self.readings = readings = self.info.readings
        self.classes = classes = self.info.classes
        # Whether all readings have a clitic before the word, or a pronoun behind it.
        self.has_proclitic = bool(readings) and all(one.proclitics for one in readings)
        self.has_enclitic = bool(readings) and all(one.enclitic for one in readings)
        self.is_verbal = classes <= VERBAL
        self.may_be_verb = not VERBAL.isdisjoint(classes)
        self.is_nominal = not NOMINAL.isdisjoint(classes)
        # فورسا Forsa: ف joins no two nouns.
        self.can_end_in_accusative = _ends_in_accusative(readings) and not all(
            "ف" in one.proclitics for one in readings
        )
        self.may_speak_of_us = any(
            one.word_class == "perfect" and one.person == 1 for one in everything.readings
        )
        self.speaks_of_self = self.is_known and all(
            one.word_class in VERBAL and one.person in (1, 2) for one in everything.readings
        )


def _ends_in_accusative(readings: tuple[Reading, ...]) -> bool:
    """Whether a final alif can only be an ending, by all readings that are no verb."""
    nominal = [reading for reading in readings if reading.word_class not in VERBAL]
    return bool(nominal) and all(
        reading.word_class in _ADVERBIAL
        and reading.gender == "m"
        and reading.number != "p"
        and not reading.definite
        for reading in nominal
    )


def _plausible(info: WordInfo) -> WordInfo:
    """Without readings that foreign names bring up by chance: commands, "you", "they (f.)"."""
    readings = tuple(
        reading
        for reading in info.readings
        if reading.word_class != "imperative"
        and reading.person not in (1, 2)
        and not (reading.person == 3 and reading.gender == "f" and reading.number == "p")
        and reading.enclitic not in SECOND_PERSON
        and reading.enclitic != "ي"
        and "ك" not in reading.proclitics
    )
    return info if len(readings) == len(info.readings) else WordInfo(readings)

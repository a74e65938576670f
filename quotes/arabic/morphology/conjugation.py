"""Conjugation of verbs without their vowels, from two principal parts.

Arabic is printed without short vowels, so all that tells one form of a verb from another on
paper follows from the perfect (with its hamzas and shadda) and the imperfect, both in the third
person masculine singular, as in W. Wright, *A Grammar of the Arabic Language*, vol. I. The
imperfect itself follows from the perfect for every form (I to X and quadriliterals) but two
kinds of form I, which the caller names.

Forms are undiacritized and keep their hamzas; a final hamza yields every seat that the press
writes (qara'uu as قرأوا, قرؤوا, قرءوا).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotes.arabic.folding import SHADDA
from quotes.errors import UsageError

_HAMZAS = "أؤئء"

Attachment = Literal["free", "bound", "both"]
"""Whether a form stands alone, before an object pronoun, or either way."""


class VerbForm(NamedTuple):
    """One inflected form, its features named as in ``forms.WordForm``."""

    surface: str
    aspect: str
    voice: str
    mood: str | None
    person: int
    gender: str | None
    number: str
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's principal parts: ``perfect`` and ``imperfect`` undiacritized, without shadda."""

    perfect: str
    imperfect: str
    doubled: bool

    @property
    def defective(self) -> bool:
        """Whether the last radical is weak: da`aa, nafaa, nasiya."""
        return self.perfect[-1] in "ىي" or (len(self.perfect) == 3 and self.perfect[-1] == "ا")

    @property
    def hollow(self) -> bool:
        """Whether the middle radical is weak and written as alif: qaala, ashaara, istafaada."""
        return not self.doubled and not self.defective and self.perfect[-2] == "ا"


def parse_verb(lemma: str, imperfect: str | None = None) -> Verb:
    """The principal parts of ``lemma``, diacritized or not; the shadda counts.

    Raises :class:`quotes.errors.UsageError` when ``lemma`` cannot be a verb.
    """
    letters = _letters(lemma)
    doubled = letters.endswith(SHADDA)
    perfect = letters.replace(SHADDA, "")
    if not 2 <= len(perfect) <= 7 or (len(perfect) == 2 and not doubled):
        raise UsageError(
            f"{lemma!r} is not a verb in the perfect, third person masculine singular; "
            "write it with its hamza, and with its shadda where it has one"
        )
    if imperfect is None:
        regular = _imperfect(letters, perfect, doubled)
    else:
        regular = _letters(imperfect).replace(SHADDA, "")
        if not regular.startswith("ي") or len(regular) < 3:
            raise UsageError(
                f"{imperfect!r} (of {lemma!r}) is not an imperfect, third person masculine singular"
            )
    return Verb(perfect, regular, doubled)


def conjugate(verb: Verb) -> Iterator[VerbForm]:
    """Every form of the perfect and the imperfect, active and passive; no imperatives."""
    for voice in ("active", "passive"):
        yield from _conjugate_perfect(verb, voice)
        yield from _conjugate_imperfect(verb, voice)


def _letters(word: str) -> str:
    """``word`` without vowels and tatweel, its shaddas kept."""
    return "".join(c for c in word if c == SHADDA or "ء" <= c <= "غ" or "ف" <= c <= "ي")


def _imperfect(letters: str, perfect: str, doubled: bool) -> str:
    first, rest = perfect[0], perfect[1:]
    third_shadda = letters[3:4] == SHADDA
    if first == "ا":  # forms VII to X
        if perfect.startswith("است") and len(perfect) == 6 and perfect[-2] == "ا":
            rest = rest[:-2] + "ي" + rest[-1]
        return "ي" + _front_vowel_ending(rest)
    if first == "ت" and len(perfect) > 3 and (third_shadda or perfect[2] == "ا"):  # V, VI
        return "ي" + perfect
    if first == "آ":
        # aakhadha is form III, aamana form IV; on paper both are yu'... with or without alif.
        return "يؤ" + rest
    fourth_form = len(perfect) == 4 or (len(perfect) == 3 and doubled)
    if first == "أ" and fourth_form and letters[2:3] != SHADDA:
        if perfect[-2] == "ا" and not doubled:
            rest = rest[:-2] + "ي" + rest[-1]
        elif rest[0] == "ي":
            rest = "و" + rest[1:]
        return "ي" + _front_vowel_ending(rest)
    if len(perfect) > 3 or (letters[2:3] == SHADDA and not doubled):  # II, III, quadriliterals
        return "ي" + ("ؤ" if first == "أ" else first) + _front_vowel_ending(rest)
    return "ي" + _imperfect_first_form(perfect, doubled)


def _imperfect_first_form(perfect: str, doubled: bool) -> str:
    if doubled:
        return perfect
    first, middle, last = perfect[0], perfect[1], perfect[2]
    if middle == "ا":
        return f"{first}و{last}"
    if last == "ا":
        return f"{first}{middle}و"
    if last in "ىي":
        last = "ي" if last == "ى" else "ى"
    return f"{middle}{last}" if first == "و" else f"{first}{middle}{last}"


def _front_vowel_ending(stem: str) -> str:
    """The stem with the ending that an i before the last radical gives it."""
    if len(stem) > 2 and stem[-2] in _HAMZAS:
        stem = stem[:-2] + "ئ" + stem[-1]
    if stem[-1] == "ى":
        return stem[:-1] + "ي"
    return stem[:-1] + "ئ" if stem[-1] == "أ" else stem


@dataclass(frozen=True, slots=True)
class _Stems:
    """A stem before nothing, before endings in a vowel, and before endings in a consonant.

    ``weak`` is the vowel on which a defective stem ends (``None`` for the others): its plain
    letter. ``bound`` is the stem before a pronoun, where that differs from ``plain``.
    """

    plain: str
    consonant: str
    weak: str | None = None
    bound: str | None = None

    @property
    def base(self) -> str:
        return self.plain[:-1]


def _perfect_stems(verb: Verb, voice: str) -> _Stems:
    perfect = verb.perfect if voice == "active" else _passive_perfect(verb)
    if verb.defective:
        base, last = perfect[:-1], perfect[-1]
        weak = {"ا": "و", "ى": "ي", "ي": "ي"}[last]
        return _Stems(perfect, base + weak, last, None if last == "ي" else base + "ا")
    if verb.hollow:
        last = "ئ" if perfect[-1] == "ء" else perfect[-1]
        return _Stems(perfect, perfect[:-2] + last)
    if verb.doubled:
        return _Stems(perfect, perfect + perfect[-1])
    return _Stems(perfect, perfect)


def _passive_perfect(verb: Verb) -> str:
    perfect = verb.perfect
    if verb.hollow:
        return perfect[:-2] + "ي" + perfect[-1]
    if len(perfect) == 4 and perfect[1] == "ا":
        perfect = perfect[0] + "و" + perfect[2:]
    elif perfect[0] == "ت" and len(perfect) == 5 and perfect[2] == "ا":
        perfect = perfect[:2] + "و" + perfect[3:]
    elif perfect[0] == "آ":
        perfect = "أو" + perfect[1:]
    elif len(perfect) == 3 and perfect[1] == "أ":
        perfect = perfect[0] + "ئ" + perfect[2]
    if verb.defective:
        return perfect[:-1] + "ي"
    return perfect[:-1] + "ئ" if perfect[-1] == "أ" else perfect


def _conjugate_perfect(verb: Verb, voice: str) -> Iterator[VerbForm]:
    stems = _perfect_stems(verb, voice)

    def form(
        surface: str, person: int, gender: str | None, number: str, attachment: Attachment
    ) -> Iterator[VerbForm]:
        for spelling in _hamza_spellings(surface):
            yield VerbForm(spelling, "perfect", voice, None, person, gender, number, attachment)

    if stems.weak is None:
        feminine, dual, plural = stems.plain + "ت", stems.plain + "ا", stems.plain + "و"
    elif stems.weak == "ي":
        feminine, dual, plural = stems.plain + "ت", stems.plain + "ا", stems.base + "و"
    else:
        feminine, dual, plural = stems.base + "ت", stems.consonant + "ا", stems.base + "و"
    if stems.bound is None:
        yield from form(stems.plain, 3, "m", "s", "both")
    else:
        yield from form(stems.plain, 3, "m", "s", "free")
        yield from form(stems.bound, 3, "m", "s", "bound")
    yield from form(feminine, 3, "f", "s", "both")
    yield from form(dual, 3, "m", "d", "both")
    yield from form(feminine + "ا", 3, "f", "d", "both")
    yield from form(plural + "ا", 3, "m", "p", "free")
    yield from form(plural, 3, "m", "p", "bound")
    # A suffix that begins as the stem ends is written once, with shadda: lafat-tu, a`lan-naa.
    ta = stems.consonant if stems.consonant[-1] == "ت" else stems.consonant + "ت"
    nun = stems.consonant if stems.consonant[-1] == "ن" else stems.consonant + "ن"
    yield from form(nun, 3, "f", "p", "both")
    yield from form(ta, 2, "m", "s", "both")
    yield from form(ta, 2, "f", "s", "both")
    yield from form(ta + "ما", 2, None, "d", "both")
    yield from form(ta + "م", 2, "m", "p", "free")
    yield from form(ta + "مو", 2, "m", "p", "bound")
    yield from form(ta + "ن", 2, "f", "p", "both")
    yield from form(ta, 1, None, "s", "both")
    yield from form(nun + "ا", 1, None, "p", "both")


def _imperfect_stems(verb: Verb, voice: str) -> _Stems:
    """The stems of the imperfect; ``consonant`` stands in the jussive and the feminine plural."""
    stem = verb.imperfect[1:]
    if voice == "passive":
        stem = _passive_imperfect(verb, stem)
    if verb.defective:
        base, last = stem[:-1], stem[-1]
        if last == "ى":
            return _Stems(stem, base + "ي", last, base + "ا")
        return _Stems(stem, stem, last)
    if verb.hollow:
        last = "ئ" if stem[-1] == "ء" else stem[-1]
        return _Stems(stem, stem[:-2] + last)
    if verb.doubled:
        return _Stems(stem, stem + stem[-1])
    return _Stems(stem, stem)


def _passive_imperfect(verb: Verb, stem: str) -> str:
    if verb.hollow:
        return stem[:-2] + "ا" + stem[-1]
    if verb.perfect[0] == "و" and len(verb.perfect) == 3 and stem[0] != "و":
        stem = "و" + stem
    if verb.defective:
        return stem[:-1] + "ى"
    return stem[:-1] + "أ" if stem[-1] == "ئ" else stem


_SINGULARS = ((3, "m", "s", "ي"), (3, "f", "s", "ت"), (2, "m", "s", "ت"), (1, None, "s", "أ"))
_UNSUFFIXED = (*_SINGULARS, (1, None, "p", "ن"))
_DUALS = ((3, "m", "d", "ي"), (3, "f", "d", "ت"), (2, None, "d", "ت"))
_MASCULINE_PLURALS = ((3, "m", "p", "ي"), (2, "m", "p", "ت"))
_FEMININE_SINGULAR = ((2, "f", "s", "ت"),)
_FEMININE_PLURALS = ((3, "f", "p", "ي"), (2, "f", "p", "ت"))


def _conjugate_imperfect(verb: Verb, voice: str) -> Iterator[VerbForm]:
    stems = _imperfect_stems(verb, voice)

    def forms(
        persons: tuple[tuple[int, str | None, str, str], ...],
        stem: str,
        mood: str | None,
        attachment: Attachment = "both",
    ) -> Iterator[VerbForm]:
        for person, gender, number, prefix in persons:
            surface = prefix + stem
            if prefix == "أ" and stem[0] in "أآ":
                surface = "آ" + stem[1:]
            for spelling in _hamza_spellings(surface):
                yield VerbForm(
                    spelling, "imperfect", voice, mood, person, gender, number, attachment
                )

    if stems.bound is None:
        yield from forms(_UNSUFFIXED, stems.plain, None)
        if stems.plain[-1] == "أ":
            yield from forms(_UNSUFFIXED, stems.plain[:-1] + "ؤ", None, "bound")
    else:
        yield from forms(_UNSUFFIXED, stems.plain, None, "free")
        yield from forms(_UNSUFFIXED, stems.bound, None, "bound")
    if stems.weak is not None:
        yield from forms(_UNSUFFIXED, stems.base, "jussive")
    elif stems.consonant != stems.plain:
        yield from forms(_UNSUFFIXED, stems.consonant, "jussive")
    before_alif = stems.consonant if stems.weak is not None else stems.plain
    before_long = stems.base if stems.weak is not None else stems.plain
    yield from forms(_DUALS, before_alif + "ان", "indicative")
    yield from forms(_DUALS, before_alif + "ا", "dependent")
    yield from forms(_MASCULINE_PLURALS, before_long + "ون", "indicative")
    yield from forms(_MASCULINE_PLURALS, before_long + "وا", "dependent", "free")
    yield from forms(_MASCULINE_PLURALS, before_long + "و", "dependent", "bound")
    yield from forms(_FEMININE_SINGULAR, before_long + "ين", "indicative")
    yield from forms(_FEMININE_SINGULAR, before_long + "ي", "dependent")
    nun = stems.consonant if stems.consonant[-1] == "ن" else stems.consonant + "ن"
    yield from forms(_FEMININE_PLURALS, nun, None)


def _hamza_spellings(surface: str) -> tuple[str, ...]:
    """``surface`` with every seat that a hamza at its end, or nearly there, is given."""
    if "أا" in surface:
        return (surface.replace("أا", "آ"), surface)
    if surface[-1] == "ئ":
        return (surface, surface[:-1] + "ىء")
    for ending in ("ون", "وا", "ين", "و", "ي"):
        stem = surface.removesuffix(ending)
        if stem != surface and len(stem) > 2 and stem[-1] in _HAMZAS:
            seats = dict.fromkeys((stem[-1], *("أؤء" if ending[0] == "و" else "أئ")))
            return tuple(stem[:-1] + seat + ending for seat in seats)
    return (surface,)

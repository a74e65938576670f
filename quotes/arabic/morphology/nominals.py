"""Inflection of participles and verbal nouns, as they are written without vowels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quotes.arabic.morphology.conjugation import Attachment

_HAMZA_SEATS = "ءأؤئ"


class NominalForm(NamedTuple):
    """One inflected form, its features named as in ``forms.WordForm``."""

    surface: str
    gender: str | None
    number: str
    case: str | None
    attachment: Attachment


def decline_participle(participle: str, defective: bool) -> Iterator[NominalForm]:
    """Every form of an active participle, given in the masculine singular.

    A ``defective`` one may be given with or without its yaa: naafin as ناف or نافي.
    """
    if defective:
        base = participle.removesuffix("ي").removesuffix("ى")
        stem, plural_stem = base + "ي", base
        yield NominalForm(base, "m", "s", None, "free")
    else:
        stem = plural_stem = participle
    yield NominalForm(stem, "m", "s", None, "both")
    yield NominalForm(stem + "ا", "m", "s", "accusative", "free")
    yield NominalForm(stem + "ة", "f", "s", None, "free")
    yield NominalForm(stem + "ت", "f", "s", None, "bound")
    yield from _dual(stem, "m")
    yield from _dual(stem + "ت", "f")
    yield NominalForm(plural_stem + "ون", "m", "p", None, "free")
    yield NominalForm(plural_stem + "ين", "m", "p", None, "free")
    yield NominalForm(plural_stem + "و", "m", "p", None, "both")
    yield NominalForm(plural_stem + "ي", "m", "p", None, "both")
    yield NominalForm(stem + "ات", "f", "p", None, "both")


def decline_noun(noun: str) -> Iterator[NominalForm]:
    """Every form of a verbal noun, given in the singular, or of a plural given beside it.

    A sound feminine plural is made of nouns with a taa marbuta and of those of the derived
    forms (tasriih, ishaara, iddi`aa'); that of a short noun (radd, raddaat) means another thing.
    """
    if noun.endswith("ات") and len(noun) > 4:
        yield NominalForm(noun, "f", "p", None, "both")
        return
    if _broken_plural(noun):
        yield NominalForm(noun, None, "p", None, "both")
        yield NominalForm(noun + "ا", None, "p", "accusative", "free")
        return
    if noun.endswith("ة"):
        stem = noun[:-1]
        yield NominalForm(noun, "f", "s", None, "free")
        yield NominalForm(stem + "ت", "f", "s", None, "bound")
        yield from _dual(stem + "ت", "f")
        yield NominalForm(stem + "ات", "f", "p", None, "both")
        return
    if noun.endswith("ى"):
        yield NominalForm(noun, "f", "s", None, "free")
        yield NominalForm(noun[:-1] + "ا", "f", "s", None, "bound")
        return
    if noun[-1] in _HAMZA_SEATS:
        yield NominalForm(noun, "m", "s", None, "free")
        for seat in _HAMZA_SEATS:
            yield NominalForm(noun[:-1] + seat, "m", "s", None, "bound")
    else:
        yield NominalForm(noun, "m", "s", None, "both")
        yield NominalForm(noun + "ا", "m", "s", "accusative", "free")
    yield from _dual(noun, "m")
    if len(noun) > 3 and (noun[0] in "تإاآ" or noun.endswith("اء")):
        yield NominalForm(noun + "ات", "f", "p", None, "both")


def _broken_plural(noun: str) -> bool:
    """Whether ``noun`` has the pattern af`aal: aqwaal, anbaa'; or of aaraa'."""
    return len(noun) > 3 and noun[0] in "أآ" and noun[-2] == "ا"


def _dual(stem: str, gender: str) -> Iterator[NominalForm]:
    yield NominalForm(stem + "ان", gender, "d", None, "free")
    yield NominalForm(stem + "ين", gender, "d", None, "free")
    yield NominalForm(stem + "ا", gender, "d", None, "bound")
    yield NominalForm(stem + "ي", gender, "d", None, "both")

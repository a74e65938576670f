"""Adjectives made from the name of a place (nisba): الإسباني "the Spaniard", of إسبانيا "Spain"."""

from __future__ import annotations

from collections.abc import Collection

# The endings of adjectives that tell where somebody is from: الإسباني "the Spaniard".
NISBA = ("ي", "يه")
# What the name of a country has that its adjective lacks: مصر Egypt, هولندا Holland, روسيا Russia.
_ENDINGS_OF_COUNTRIES = ("", "ا", "يا")


def is_told_by(word: str, known: Collection[str]) -> bool:
    """Whether an office's word stands in a fuller naming, or what it is the adjective of.

    رئيس الأركان اليمني "the Yemeni chief of staff" is رئيس الأركان في اليمن, الوزير الهولندي "the
    Dutch minister" is وزير خارجية هولندا, of the Netherlands.
    """
    if word in known:
        return True
    return any(
        word.endswith(nisba)
        and len(word) > len(nisba) + 2
        and any(word[: -len(nisba)] + ending in known for ending in _ENDINGS_OF_COUNTRIES)
        for nisba in NISBA
    )

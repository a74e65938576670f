"""Stage 4: whether two ways of naming somebody can be the same speaker's."""

from __future__ import annotations

from collections.abc import Collection

from quotes.extraction.grammar import SON

# The endings of adjectives that tell where somebody is from: الإسباني "the Spaniard".
NISBA = ("ي", "يه")
# What the name of a country has that its adjective lacks: مصر Egypt, هولندا Holland, روسيا Russia.
_ENDINGS_OF_COUNTRIES = ("", "ا", "يا")


def same_name(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether one name is the other with words left out, the surname or first name kept."""
    if len(shorter) > len(longer):
        shorter, longer = longer, shorter
    a = [_bare(word) for word in shorter]
    b = [_bare(word) for word in longer]
    if not a or not b or (a[-1] != b[-1] and a[0] != b[0]):
        return len(a) == 1 and a[0] in b
    remaining = iter(b)
    return all(word in remaining for word in a)


def _bare(word: str) -> str:
    if word in SON:
        # ابن and بن are spellings of one word.
        return word[1:]
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


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

"""Whether two ways of naming somebody can be the same speaker's."""

from __future__ import annotations

from quotes.extraction.text.grammar import SON


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

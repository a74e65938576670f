"""Whether two Arabic names may be spellings of one name.

The press writes foreign names by ear: long vowels come and go (ترامب, ترمب), the last letter
varies (روته, روتي, روتة), and so do a few consonants that Arabic lacks (غ ج ق for g). What is
compared is a skeleton that leaves these out, after the usual folding. The result is a proposal
for a person, and the ground on which a corrected name is remembered.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from store.filters import normalize

_WEAK = str.maketrans("", "", "اويهءع")
_ALIKE = str.maketrans({"غ": "ج", "ق": "ج", "ك": "ج", "ث": "ت", "ط": "ت", "ذ": "د", "ض": "د",
                        "ظ": "ز", "ص": "س", "ش": "س", "ڤ": "ف", "پ": "ب", "چ": "س"})  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^ال(?=\w{3})")
# Son of, deputy, assistant, under-secretary, adviser, ambassador, spokesman.
_OTHERS = frozenset(
    map(normalize, ("بن", "ابن", "نائب", "نائبه", "مساعد", "وكيل", "مستشار", "سفير", "المتحدث"))
)
_SHORTEST = 4
"""Letters; shorter words are too alike to be told apart."""
LAST_NAME_ALONE = 0.6
"""How sure it is that a last name alone is of somebody who bears it; little among many."""
_SEPARATOR = re.compile(r"[\s\-–_.]+")


def skeleton(word: str) -> str:
    """The consonants of a folded word that transliterations agree on."""
    bare = _ARTICLE.sub("", word)
    kept = bare[0] + bare[1:].translate(_WEAK) if bare else ""
    return _DOUBLED.sub(r"\1", kept.translate(_ALIKE))


def parts(name: str) -> list[str]:
    """The folded words of a name; a hyphen separates like a space."""
    return [part for part in _SEPARATOR.split(normalize(name)) if part]


@cache
def _native_names() -> frozenset[str]:
    text = (files("store") / "native_names.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(normalize(name) for line in lines for name in line.split())


def same_word(first: str, second: str) -> bool:
    """Whether two folded words may be spellings of one: equal, or alike in skeleton and length.

    Two different names of the Arabs' own (Hasan, Husayn) never are.
    """
    if first == second:
        return True
    if {first, second} <= _native_names():
        return False
    bare = [_ARTICLE.sub("", word) for word in (first, second)]
    if bare[0] == bare[1]:
        return True
    shortest = min(map(len, bare))
    if shortest < _SHORTEST or skeleton(first) != skeleton(second):
        return False
    # Not needed by those who only look, and slow to import.
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(*bare) <= (1 if shortest == _SHORTEST else 2)


def _place(word: str, words: list[str]) -> int | None:
    return next((place for place, other in enumerate(words) if same_word(word, other)), None)


def likeness(first: str, second: str) -> tuple[float, str] | None:
    """How sure it is that two names are of one entity (0 to 1), and why; ``None`` when they differ.

    The last words must be spellings of one word. Beyond that every word of the shorter name must
    have its like in the longer one, in order.
    """
    one, two = sorted((parts(first), parts(second)), key=len)
    if not one or not same_word(one[-1], two[-1]):
        return None
    first_at = _place(one[0], two)
    if first_at is None or _OTHERS & set(two[:first_at]):
        return None
    rest = iter(two[first_at:-1])
    if not all(any(same_word(word, other) for other in rest) for word in one[:-1]):
        return None
    if one == two:
        return 1.0, "the same name"
    if len(one) == len(two):
        return 0.9, "spelling variants of one name"
    exact = one[-1] == two[-1]
    if len(one) == 1:
        words = "the last name alone"
        return (LAST_NAME_ALONE, words) if exact else (0.5, f"a variant of {words}")
    return (0.8, "a shorter form of the name") if exact else (0.7, "a shorter variant of the name")

"""Which words have the form of an active participle, whatever the dictionary knows of them."""

from __future__ import annotations

SHORTEST_PARTICIPLE = 5
"""In letters."""
ACCUSATIVE = "ا"
FEMININE = "ه"


def has_form_of_participle(folded: str, endings: str = ACCUSATIVE) -> bool:
    """Whether a word has the form of a participle with م that ends in one of some letters.

    مقدما "offering" is accusative, مستدلة "pointing to" feminine; رافضا "refusing" has no م.
    """
    return len(folded) >= SHORTEST_PARTICIPLE and folded[0] == "م" and folded[-1] in endings


def has_form_of_active_participle(folded: str) -> bool:
    """Whether a word has the form of an accusative participle of any pattern: غامزا, ومتوجها.

    "winking, and turning"
    """
    bare = folded.removeprefix("و")
    return has_form_of_participle(bare) or (
        len(bare) >= SHORTEST_PARTICIPLE and bare[1] == "ا" and bare[-1] == "ا"
    )

"""Words as they are compared: three spellings of each, from exact to nearly the root.

``folded`` evens out what differs between keyboards and newspapers. ``stem`` takes the clitics
and endings off, in the manner of the light stemmers for Arabic retrieval (Larkey, Ballesteros
and Connell 2007, "Light stemming for Arabic information retrieval"). ``root`` also drops the
prefixes of the imperfect and the long vowels, so that most forms of one verb fall together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quotes.arabic.folding import fold
from quotes.arabic.tokens import tokenize
from quotes.checking.wordlists import load_word_lists

SHORTEST_STEM = 3

_SUFFIXES = (
    *("تهما", "اتها", "اتهم", "ياتها", "تنا", "كما", "هما", "تها", "تهم"),
    *("ها", "هم", "هن", "كم", "نا", "ات", "ان", "ون", "ين", "وا", "يه", "يا", "ته", "تي"),
    *("ه", "ي", "ت", "ا"),
)
_PROCLITICS = ("لل", "ال", "و", "ف", "ب", "ك", "ل")
_IMPERFECT = ("سي", "ست", "سن", "سا", "ي", "ت", "ن", "ا")
_LONG_VOWELS = str.maketrans("", "", "اويء")

# What people who copy from social media copy with it.
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+")
_HANDLE = re.compile(r"(?<!\w)@\w+")
_LENGTHENED = re.compile(r"([^\W\d])\1{2,}")


class Word(NamedTuple):
    """One word or number of a text: where it stands, and the spellings it is compared by."""

    start: int
    end: int
    text: str
    folded: str
    stem: str
    root: str
    is_number: bool
    is_stop: bool


def words(text: str) -> list[Word]:
    """The words and numbers of ``text`` in order, marks left out; sooo is compared as so."""
    stop_words = load_word_lists().stop_words
    lengthened = _LENGTHENED.search(text) is not None
    result = []
    for token in tokenize(text):
        if token.kind == "mark":
            continue
        if token.kind == "number":
            folded = stemmed = rooted = plain_number(token.text)
        else:
            folded = token.folded.lstrip("#@")
            if lengthened:
                folded = _LENGTHENED.sub(r"\1", folded)
            stemmed, rooted = stem(folded), root(folded)
        number = token.kind == "number"
        stop = not number and (folded in stop_words or len(folded) < 2)
        result.append(
            Word(token.start, token.end, token.text, folded, stemmed, rooted, number, stop)
        )
    return result


def pasted(text: str) -> str:
    """``text`` as somebody pasted it, without addresses, handles and hash signs."""
    return _HANDLE.sub(" ", _ADDRESS.sub(" ", text)).replace("#", " ").replace("_", " ")


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """A folded word without its proclitics, article and endings; at least three letters stay."""
    word = folded
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
                word = word[: -len(suffix)]
                break
        else:
            break
    stripped = True
    while stripped:
        stripped = False
        for proclitic in _PROCLITICS:
            if word.startswith(proclitic) and len(word) - len(proclitic) >= SHORTEST_STEM:
                word = word[len(proclitic) :]
                stripped = True
                break
    return word


@lru_cache(maxsize=200_000)
def root(folded: str) -> str:
    """What is left of a folded word when prefixes of the imperfect and long vowels go too."""
    word = stem(folded)
    for prefix in _IMPERFECT:
        if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
            word = word[len(prefix) :]
            break
    skeleton = word[:1] + word[1:].translate(_LONG_VOWELS)
    return skeleton if len(skeleton) >= SHORTEST_STEM else word


def plain_number(text: str) -> str:
    """A number in any digits as ASCII digits, grouping taken out: ٣٬٠٠٠ and 3,000 are 3000."""
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in fold(text))
    digits = digits.replace("٬", ",").replace("٫", ".")
    return re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits).replace(",", ".")

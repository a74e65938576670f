"""Letters to the glyphs that a terminal can show in cells: joined forms, and nothing unpaintable.

A terminal that does not shape draws every letter alone. The Arabic Presentation Forms of Unicode
are the same letters in their joined forms, one code point each, so a text keeps its length:
:func:`shaped` gives for each code point the one to paint. Lam-alef stays two joined letters,
because a ligature of two letters in one cell would break the map between cells and offsets.

:func:`clusters` cuts a text into grapheme clusters and says what to paint for each and how many
cells that takes. What terminals disagree on is painted in its plainest form: an emoji without
variation selectors and joiners, a control character as its picture, the ligature of a whole
formula in its letters. Presentation forms are for painting only, never for storing or searching.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex
from rich.cells import get_character_cell_size

from tui.arabic.modes import PaintMode

_ZERO_WIDTH_JOINER = "\u200d"
_ZERO_WIDTH_NON_JOINER = "\u200c"
_TATWEEL = "\u0640"
_ISOLATES = "\u2066\u2067\u2068\u2069"
_BIDI_MARKS = frozenset("\u061c\u200e\u200f")
_DOTTED_CIRCLE = "\u25cc"
_REPLACEMENT = "\ufffd"
# Unicode gives U+FDFD (bismillah) no decomposition, unlike the other formulas.
_BISMILLAH = {"\ufdfd": "بسم الله الرحمن الرحيم"}

_CLUSTER = regex.compile(r"\X")
_MARKS = frozenset({"Mn", "Me"})


class _Forms(NamedTuple):
    isolated: str
    final: str
    initial: str
    medial: str


def _read_forms() -> dict[str, _Forms]:
    """The joined forms of every letter that has them, from their decompositions in Unicode."""
    found: dict[str, dict[str, str]] = {}
    for block in (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFD)):
        for form in map(chr, block):
            kind, *letters = unicodedata.decomposition(form).split() or [""]
            if len(letters) == 1:
                found.setdefault(chr(int(letters[0], 16)), {})[kind.strip("<>")] = form
    return {
        letter: _Forms(*(forms.get(kind, "") for kind in _Forms._fields))
        for letter, forms in found.items()
    }


def _read_formulas() -> dict[str, str]:
    """Whole words in one code point (U+FDF0 to U+FDFD), in their letters."""
    words = {c: unicodedata.normalize("NFKD", c) for c in map(chr, range(0xFDF0, 0xFDFD))}
    return words | _BISMILLAH


_FORMS = _read_forms()
_FORMULAS = _read_formulas()


def _is_transparent(character: str) -> bool:
    """Whether letters join across it: marks and most format characters (Joining_Type T)."""
    category = unicodedata.category(character)
    if category == "Cf":
        # The signs that stand over numbers have a width of their own and join nothing.
        return character not in _ISOLATES and not get_character_cell_size(character)
    return category in _MARKS


def shaped(text: str) -> list[str]:
    """For every code point of ``text`` the one to paint: the letter in its joined form.

    A letter without presentation forms (none of Arabic, Persian or Urdu) stays as it is and joins
    nothing. Joining controls join or separate as they should; they are not removed here.
    """
    painted = list(text)
    joining = -1  # the letter before that would join this one; -1 for none
    joined = False  # whether that letter is itself joined to its predecessor
    forward = False  # whether what stands before joins forward
    for index, character in enumerate(text):
        forms = _FORMS.get(character)
        if forms is None:
            if character in (_TATWEEL, _ZERO_WIDTH_JOINER):
                if forward and joining >= 0:
                    _set_form(painted, joining, text, joined, True)
                joining, joined, forward = -1, True, True
            elif character == _ZERO_WIDTH_NON_JOINER or not _is_transparent(character):
                if joining >= 0:
                    _set_form(painted, joining, text, joined, False)
                joining, joined, forward = -1, False, False
            continue
        joins_back = forward and bool(forms.final)
        if joining >= 0:
            _set_form(painted, joining, text, joined, joins_back)
        joining, joined = index, joins_back
        forward = bool(forms.initial)
    if joining >= 0:
        _set_form(painted, joining, text, joined, False)
    return painted


def _set_form(painted: list[str], index: int, text: str, back: bool, forward: bool) -> None:
    """Put the letter at ``index`` in the form that joins it back and forward as said."""
    forms = _FORMS[text[index]]
    forward = forward and bool(forms.initial)
    form = (
        (forms.medial if forward else forms.final)
        if back
        else (forms.initial if forward else forms.isolated)
    )
    painted[index] = form or text[index]


def is_turned(text: str) -> bool:
    """Whether a terminal that turns words round takes this into a word: Hebrew and Arabic blocks.

    It takes them from one font, and so their punctuation and digits go with the letters.
    """
    first = text[:1]
    return " " not in text and ("\u0590" <= first <= "\u08ff" or "\ufb1d" <= first <= "\ufefc")


def controls(cluster: str, mode: PaintMode) -> str:
    """The invisible characters of a cluster that a terminal needs which orders or joins by itself.

    Embeddings and isolates are not among them: cut off at the end of a line they would turn the
    row. Nor is the zero-width joiner: Rich takes what follows it for a part of an emoji.
    """
    if mode is PaintMode.TERMINAL:
        return "".join(c for c in cluster if c in _BIDI_MARKS or c == _ZERO_WIDTH_NON_JOINER)
    if mode in (PaintMode.WORDS, PaintMode.LETTERS):
        return _ZERO_WIDTH_NON_JOINER * cluster.count(_ZERO_WIDTH_NON_JOINER)
    return ""


class Glyph(NamedTuple):
    """What to paint for a grapheme cluster, and its width in cells; ``text`` may be empty."""

    text: str
    width: int


class _Glyphs(dict[str, Glyph]):
    """Glyphs of the clusters met so far: a text of any length has only some hundreds."""

    def __missing__(self, cluster: str) -> Glyph:
        self[cluster] = glyph = _glyph(cluster)
        return glyph


_GLYPHS = _Glyphs()


def _glyph(cluster: str) -> Glyph:
    first = cluster[0]
    if first in _FORMULAS:
        text = _FORMULAS[first]  # a mark on a whole formula would climb on one of its letters
    elif first in "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029":
        text = " "
    elif unicodedata.category(first) == "Cc":
        text = chr(0x2400 + ord(first)) if ord(first) < 0x20 else _REPLACEMENT
    else:
        text = "".join(_visible(cluster))
    width = sum(map(get_character_cell_size, text))
    if text and not width:
        # A mark without a letter would climb on whatever is painted before it.
        text, width = _DOTTED_CIRCLE + text, 1
    return Glyph(text, width)


def _visible(cluster: str) -> Iterator[str]:
    """The characters of a cluster on whose width terminals agree: see the module's docstring."""
    joiner = False
    for character in cluster:
        if unicodedata.category(character) == "Cs":
            character = _REPLACEMENT  # half of a pair: no encoding can carry it to the terminal
        width = get_character_cell_size(character)
        if joiner and width == 2:
            return  # the second emoji of a sequence
        joiner = character == _ZERO_WIDTH_JOINER
        if "\ufe00" <= character <= "\ufe0f" or "\U0001f3fb" <= character <= "\U0001f3ff":
            if character != cluster[0]:
                continue
        elif character == "\u00ad" or (unicodedata.category(character) == "Cf" and not width):
            continue
        yield character


def clusters(text: str) -> list[str]:
    """The grapheme clusters of ``text``, in order; joined together they are ``text``."""
    found: list[str] = _CLUSTER.findall(text)
    return found


def glyph(cluster: str) -> Glyph:
    """What to paint for a cluster before shaping, and its width in cells (0 to a formula's)."""
    return _GLYPHS[cluster]

"""The Unicode bidirectional algorithm (UAX #9), with levels that a map can be made of.

:func:`embedding_levels` runs rules P2 to I2 on a paragraph; :func:`line_levels` runs L1 on one of
its lines after wrapping; :func:`visual_order` runs L2; :func:`mirrored` is L4. L3 (marks stay on
their base) is the caller's, who orders grapheme clusters, not code points. Source of every rule:
https://www.unicode.org/reports/tr9/ (the rule's name stands at the code that does it).

Characters that rule X9 removes (embedding marks, zero-width joiners and other BN) keep a place
here: they take the level of what stands before them, so that every code point has a level.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby

_MAX_DEPTH = 125  # BD2
_MAX_OPEN_BRACKETS = 63  # BD16
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
_TERMINATORS = frozenset({"ET"})
_REMOVED = _EMBEDDINGS | {"PDF", "BN"}  # X9
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
# What rule L1 sends to the paragraph's side at the end of a line or before a tab.
_TRAILING = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | _REMOVED
# A right-to-left paragraph of these alone stands at level 1 from end to end: most news text.
_PLAIN_RTL = frozenset({"R", "AL", "NSM", "CS", "ES", "ON", "WS", "BN"})
_PLAIN_LTR = frozenset({"L", "EN", "NSM", "CS", "ES", "ET", "ON", "WS", "BN"})
_DIRECTIONS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # as the N rules see them


def _read_mirrors() -> dict[str, str]:
    pairs = files("tui.arabic").joinpath("mirrors.txt").read_text("utf-8").split("\n")
    mirrors = {pair[0]: pair[1] for pair in pairs if pair}
    return mirrors | {image: character for character, image in mirrors.items()}


_MIRRORS = _read_mirrors()
_CLOSING_BRACKETS = {
    opening: closing
    for opening, closing in _MIRRORS.items()
    if unicodedata.category(opening) == "Ps" and unicodedata.category(closing) == "Pe"
}
_OPENING_BRACKETS = {closing: opening for opening, closing in _CLOSING_BRACKETS.items()}
# The angle brackets of U+2329 and U+3008 are the same pair (BD16).
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}


def bidi_classes(text: str) -> list[str]:
    """The Bidi_Class of every code point, as the running Python's Unicode data has it.

    A code point which that data does not know yet counts as L.
    """
    known = {character: unicodedata.bidirectional(character) or "L" for character in set(text)}
    return [known[character] for character in text]


def mirrored(character: str) -> str:
    """The character to paint for ``character`` at an odd level (rule L4)."""
    return _MIRRORS.get(character, character)


def paragraph_level(classes: Sequence[str]) -> int:
    """0 or 1 by the first strong character outside isolates (rules P2 and P3); 0 without one."""
    depth = 0
    for name in classes:
        if name in _ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and name in ("L", "R", "AL"):
            return int(name != "L")
    return 0


def matching_isolates(types: Sequence[str]) -> dict[int, int]:
    """Isolate initiators to their PDIs and back (BD9); those without a match are left out."""
    matching: dict[int, int] = {}
    opened: list[int] = []
    for index, name in enumerate(types):
        if name in _ISOLATES:
            opened.append(index)
        elif name == "PDI" and opened:
            initiator = opened.pop()
            matching[initiator], matching[index] = index, initiator
    return matching


def embedding_levels(
    text: str, base: int | None = None, classes: Sequence[str] | None = None
) -> list[int]:
    """The level of every code point of one paragraph, before rule L1.

    ``base`` is the paragraph's level, 0 or 1; None takes it from the text. ``classes`` may be given
    where the caller has them already. A line end inside ``text`` is its last character at most.
    """
    types = list(bidi_classes(text) if classes is None else classes)
    if base is None:
        base = paragraph_level(types)
    present = set(types)
    if present <= (_PLAIN_RTL if base else _PLAIN_LTR):
        return [base] * len(types)
    matching = matching_isolates(types)
    unclosed = {i for i, name in enumerate(types) if name in _ISOLATES and i not in matching}
    levels = _explicit_levels(types, base, matching)
    kept = [index for index, name in enumerate(types) if name not in _REMOVED]
    for sequence, edges in _isolating_runs(levels, base, kept, matching, unclosed):
        _resolve_sequence(text, types, levels, sequence, edges)
    level = base
    for index, name in enumerate(types):
        if name in _REMOVED:
            levels[index] = level
        level = levels[index]
    return levels


def line_levels(
    classes: Sequence[str], levels: Sequence[int], base: int, start: int, end: int
) -> list[int]:
    """The levels of the line ``[start, end)`` of a paragraph after rule L1.

    ``classes`` are the paragraph's original ones, ``levels`` those of :func:`embedding_levels`.
    """
    line = list(levels[start:end])
    trailing = True
    for index in range(end - 1, start - 1, -1):
        name = classes[index]
        if name in ("S", "B"):
            trailing = True
        elif name not in _TRAILING:
            trailing = False
        if trailing:
            line[index - start] = base
    return line


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of ``levels`` from left to right (rule L2): a visual-to-logical map."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    lowest_odd = min((level for level in levels if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        start = 0
        while start < len(order):
            if levels[start] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[end] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _explicit_levels(types: list[str], base: int, matching: dict[int, int]) -> list[int]:
    """Rules X1 to X8; ``types`` takes the overrides."""
    levels = [base] * len(types)
    opened = _Embeddings(base)
    for index, name in enumerate(types):
        if name == "PDI":  # before its level is taken: it has that of what stands around (X6a)
            opened.close_isolate()
        level, override, _ = opened.innermost
        levels[index] = level
        if name in _EMBEDDINGS:  # X2 to X5
            opened.embed(rtl=name[0] == "R", override=name[0] if name[2] == "O" else None)
        elif name in _ISOLATES:  # X5a to X5c
            rtl = name == "RLI"
            if name == "FSI":
                rtl = bool(paragraph_level(types[index + 1 : matching.get(index, len(types))]))
            opened.isolate(rtl)
        elif name == "PDF":  # X7
            opened.close_embedding()
        elif name == "B":  # X8
            levels[index] = base
        if override and name not in _REMOVED and name != "B":  # X5a to X6a
            types[index] = override
    return levels


class _Embeddings:
    """What is open at a character: rule X1's stack, and how much of it has not found room."""

    def __init__(self, base: int) -> None:
        self._open: list[tuple[int, str | None, bool]] = [(base, None, False)]
        self._isolates = self._overflow_isolates = self._overflow_embeddings = 0

    @property
    def innermost(self) -> tuple[int, str | None, bool]:
        """The level, the class that overrides all others, and whether it is an isolate."""
        return self._open[-1]

    def embed(self, *, rtl: bool, override: str | None) -> None:
        if not self._push(rtl, override, is_isolate=False) and not self._overflow_isolates:
            self._overflow_embeddings += 1

    def isolate(self, rtl: bool) -> None:
        if self._push(rtl, None, is_isolate=True):
            self._isolates += 1
        else:
            self._overflow_isolates += 1

    def _push(self, rtl: bool, override: str | None, *, is_isolate: bool) -> bool:
        """Open one more, where there is room for it."""
        level, _, _ = self.innermost
        # The least level above that is odd for right to left, even for left to right.
        deeper = level + 1 if (level % 2 == 0) == rtl else level + 2
        fits = deeper <= _MAX_DEPTH and not self._overflow_isolates
        if not fits or self._overflow_embeddings:
            return False
        self._open.append((deeper, override, is_isolate))
        return True

    def close_isolate(self) -> None:
        """Close the innermost isolate with all embeddings in it."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._isolates:
            self._overflow_embeddings = 0
            while not self._open.pop()[2]:
                pass
            self._isolates -= 1

    def close_embedding(self) -> None:
        """Close the innermost embedding, unless an isolate has begun in it."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self.innermost[2] and len(self._open) > 1:
            self._open.pop()


def _isolating_runs(
    levels: Sequence[int],
    base: int,
    kept: Sequence[int],
    matching: dict[int, int],
    unclosed: set[int],
) -> Iterator[tuple[list[int], tuple[int, int]]]:
    """The isolating run sequences (BD13) and the levels before and after each (X10).

    ``kept`` are the indices that rule X9 leaves.
    """
    # Levels are written while the caller goes through the sequences: all is read beforehand.
    around = [base, *(levels[index] for index in kept), base]
    runs: list[list[int]] = []  # of positions in ``kept``
    for position in range(len(kept)):
        if runs and around[position] == around[position + 1]:
            runs[-1].append(position)
        else:
            runs.append([position])
    run_of_first = {kept[run[0]]: run for run in runs}
    for run in runs:
        if matching.get(kept[run[0]], len(levels)) < kept[run[0]]:
            continue  # it begins with the PDI of an earlier run, which has taken it already
        sequence = list(run)
        while matching.get(kept[sequence[-1]], -1) > kept[sequence[-1]]:
            sequence += run_of_first[matching[kept[sequence[-1]]]]
        after = base if kept[sequence[-1]] in unclosed else around[sequence[-1] + 2]
        yield [kept[position] for position in sequence], (around[sequence[0]], after)


def _resolve_sequence(
    text: str,
    types: Sequence[str],
    levels: list[int],
    sequence: Sequence[int],
    edges: tuple[int, int],
) -> None:
    """Rules W1 to I2 on one isolating run sequence of indices; writes its levels.

    ``edges`` are the levels that the sequence meets before and after it.
    """
    level = levels[sequence[0]]
    start = "R" if max(level, edges[0]) % 2 else "L"
    end = "R" if max(level, edges[1]) % 2 else "L"
    names = [types[index] for index in sequence]
    _resolve_weak(names, start)
    if "ON" in names:
        marks = [types[index] == "NSM" for index in sequence]
        _resolve_brackets([text[index] for index in sequence], names, marks, level, start)
    _resolve_neutral(names, level, start, end)
    for index, name in zip(sequence, names, strict=True):  # I1 and I2
        if level % 2:
            levels[index] = level + (name != "R")
        elif name != "L":
            levels[index] = level + (1 if name == "R" else 2)


def _resolve_weak(names: list[str], start: str) -> None:
    """Rules W1 to W7, in place."""
    _resolve_marks(names, start)
    _resolve_separators(names)
    _resolve_terminators(names)
    strong = start
    for index, name in enumerate(names):
        if name in ("ES", "CS", "ET"):  # W6
            names[index] = "ON"
        elif name in ("L", "R"):
            strong = name
        elif name == "EN" and strong == "L":  # W7
            names[index] = "L"


def _resolve_marks(names: list[str], start: str) -> None:
    """Rules W1 and W2, in place: non-spacing marks, and digits behind Arabic letters."""
    previous = strong = start
    for index, name in enumerate(names):
        if name == "NSM":  # W1
            name = "ON" if previous in _ISOLATES or previous == "PDI" else previous
        previous = name
        if name in ("L", "R", "AL"):
            strong = name
        elif name == "EN" and strong == "AL":  # W2
            name = "AN"
        names[index] = name


def _resolve_separators(names: list[str]) -> None:
    """Rules W3 and W4, in place: Arabic letters, and one separator between two numbers."""
    for index, name in enumerate(names):
        if name == "AL":  # W3
            names[index] = "R"
        elif name in ("ES", "CS") and 0 < index < len(names) - 1:  # W4
            before, after = names[index - 1], names[index + 1]
            if before == after and (before == "EN" or (before == "AN" and name == "CS")):
                names[index] = before


def _resolve_terminators(names: list[str]) -> None:
    """Rule W5, in place: signs such as the percent sign, beside a European number."""
    for start, end in list(_runs(names, _TERMINATORS)):
        if (start and names[start - 1] == "EN") or (end < len(names) and names[end] == "EN"):
            names[start:end] = ["EN"] * (end - start)


def _runs(names: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where neighbours of these classes stand, ``[start, end)``."""
    start = 0
    for inside, run in groupby(names, wanted.__contains__):
        end = start + len(list(run))
        if inside:
            yield start, end
        start = end


def _bracket_pairs(characters: Sequence[str], names: Sequence[str]) -> list[tuple[int, int]]:
    """The bracket pairs of a sequence in the order of their opening (BD16)."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for index, character in enumerate(characters):
        if names[index] != "ON":
            continue
        if character in _CLOSING_BRACKETS:
            if len(opened) == _MAX_OPEN_BRACKETS:
                return []
            closing = _CLOSING_BRACKETS[character]
            opened.append((_CANONICAL.get(closing, closing), index))
        elif character in _OPENING_BRACKETS:
            character = _CANONICAL.get(character, character)
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    pairs.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _resolve_brackets(
    characters: Sequence[str], names: list[str], marks: Sequence[bool], level: int, start: str
) -> None:
    """Rule N0, in place; ``marks`` tells which characters are non-spacing."""
    along = "R" if level % 2 else "L"
    for opening, closing in _bracket_pairs(characters, names):
        inside = {_DIRECTIONS.get(name) for name in names[opening + 1 : closing]} - {None}
        if not inside:
            continue
        direction = along
        if along not in inside:
            before = (_DIRECTIONS.get(name) for name in reversed(names[:opening]))
            if next(filter(None, before), start) != along:
                direction = "L" if along == "R" else "R"
        for bracket in (opening, closing):
            names[bracket] = direction
            mark = bracket + 1
            while mark < len(names) and marks[mark]:
                names[mark] = direction
                mark += 1


def _resolve_neutral(names: list[str], level: int, start: str, end: str) -> None:
    """Rules N1 and N2, in place."""
    along = "R" if level % 2 else "L"
    for first, last in list(_runs(names, _NEUTRAL)):
        before = _DIRECTIONS[names[first - 1]] if first else start
        after = _DIRECTIONS[names[last]] if last < len(names) else end
        names[first:last] = [before if before == after else along] * (last - first)

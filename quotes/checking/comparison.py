"""Two wordings side by side: which words agree, which differ, how much of one is in the other.

Words are matched one to one, in any order, at the best of four levels: same spelling, same stem,
same root, nearly the same letters. The difference is then told along the longest common order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from quotes.checking.meaning import Warning, warnings
from quotes.checking.wordlists import load_word_lists
from quotes.checking.words import Word

SAME_STEM = 0.95
SAME_ROOT = 0.85
SIMILAR = 0.75
_LEAST_SIMILAR = 80.0
_SHORTEST_SIMILAR = 4
_STOP_WORD = 0.15
_NEGATION = 0.5
_NEIGHBOURS = 3

Operation = Literal["same", "changed", "missing", "added", "moved"]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: ``first`` in the one wording, ``second`` in the other, as written.

    ``missing`` has no ``second``, ``added`` no ``first``; ``moved`` stands where the first has
    it; ``changed`` has both.
    """

    operation: Operation
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two wordings agree.

    ``first_covered`` and ``second_covered`` are the shares, 0 to 1, of each wording's weight
    that the other has; stop words weigh little. ``ordered`` is the share of the agreeing weight
    that stands in the same order. ``matched`` counts the agreeing words that carry meaning.
    """

    first_covered: float
    second_covered: float
    ordered: float
    matched: int

    @property
    def similarity(self) -> float:
        """One number for how alike the two are, 0 to 1."""
        if not self.first_covered or not self.second_covered:
            return 0.0
        product = self.first_covered * self.second_covered
        return 2 * product / (self.first_covered + self.second_covered)


@dataclass(frozen=True, slots=True)
class Difference:
    """The word-by-word difference of two wordings and what of it may matter."""

    changes: tuple[Change, ...]
    warnings: tuple[Warning, ...]


def weight(word: Word, weights: Mapping[str, float] | None = None) -> float:
    """How much a word counts: by its rarity (``weights``, by root), stop words little."""
    if word.is_stop:
        return _STOP_WORD
    if word.folded in load_word_lists().negations:
        return _NEGATION
    return weights.get(word.root, 1.0) if weights else 1.0


def matches(first: Sequence[Word], second: Sequence[Word]) -> dict[int, tuple[int, float]]:
    """For each word of ``first`` that ``second`` has too: where there, and how alike (0 to 1)."""
    found: dict[int, tuple[int, float]] = {}
    for spelling, quality in (("folded", 1.0), ("stem", SAME_STEM), ("root", SAME_ROOT)):
        taken = {place for place, _ in found.values()}
        places: dict[str, list[int]] = defaultdict(list)
        for place in reversed(range(len(second))):
            if place not in taken:
                places[getattr(second[place], spelling)].append(place)
        for index, word in enumerate(first):
            if index not in found and (waiting := places.get(getattr(word, spelling))):
                found[index] = waiting.pop(), quality
    _match_similar(first, second, found)
    return found


def _match_similar(
    first: Sequence[Word], second: Sequence[Word], found: dict[int, tuple[int, float]]
) -> None:
    """Add to ``found`` which of the other words have nearly the same letters."""
    taken = {place for place, _ in found.values()}
    left = {
        place: word.folded
        for place, word in enumerate(second)
        if place not in taken and not word.is_stop and not word.is_number
    }
    for index, word in enumerate(first):
        if index in found or word.is_stop or word.is_number or len(word.folded) < _SHORTEST_SIMILAR:
            continue
        nearest = process.extractOne(
            word.folded, left, scorer=fuzz.ratio, score_cutoff=_LEAST_SIMILAR
        )
        if nearest is not None:
            _, _, place = nearest
            found[index] = place, SIMILAR
            del left[place]


def compare(
    first: Sequence[Word], second: Sequence[Word], weights: Mapping[str, float] | None = None
) -> Comparison:
    """How far ``first`` and ``second`` agree."""
    found = matches(first, second)
    first_weights = [weight(word, weights) for word in first]
    second_weights = [weight(word, weights) for word in second]
    agreeing = sum(first_weights[i] * quality for i, (_, quality) in found.items())
    return_agreeing = sum(second_weights[j] * quality for j, quality in found.values())
    pairs = sorted(found)
    in_order = _longest_increasing([found[i][0] for i in pairs], [first_weights[i] for i in pairs])
    total = sum(first_weights[i] for i in pairs)
    return Comparison(
        first_covered=agreeing / (sum(first_weights) or 1.0),
        second_covered=return_agreeing / (sum(second_weights) or 1.0),
        ordered=in_order / total if total else 0.0,
        matched=sum(not first[i].is_stop for i in pairs),
    )


def window(first: Sequence[Word], second: Sequence[Word]) -> tuple[int, int]:
    """The part ``[start, end)`` of ``second`` in which the words of ``first`` stand closest."""
    found = matches(first, second)
    weighted = [0.0] * len(second)
    for index, (place, quality) in found.items():
        weighted[place] = quality * weight(first[index])
    if not found:
        return 0, min(len(first), len(second))
    width = min(len(second), len(first) + len(first) // 2 + 4)
    current = best = sum(weighted[:width])
    start = 0
    for left in range(1, len(second) - width + 1):
        current += weighted[left + width - 1] - weighted[left - 1]
        if current > best + 1e-9:
            best, start = current, left
    inside = [i for i in range(start, start + width) if weighted[i]]
    return inside[0], inside[-1] + 1


def widened(first: Sequence[Word], second: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """The part ``[start, end)`` of ``second`` with the neighbours that belong to the comparison.

    These are what stands where ``first`` begins or ends with words of its own, and what
    :func:`with_governors` adds.
    """
    found = sorted(matches(first, second[start:end]))
    if found:
        start = max(0, start - min(found[0], _NEIGHBOURS))
        end = min(len(second), end + min(len(first) - 1 - found[-1], _NEIGHBOURS))
    return with_governors(second, start), end


def with_governors(words: Sequence[Word], start: int) -> int:
    """``start``, or where a word shortly before it stands that turns or weakens the meaning.

    A sentence that was cut just after "not" says the opposite.
    """
    lists = load_word_lists()
    for index in range(max(0, start - _NEIGHBOURS), start):
        word = words[index].folded
        if {word, word[1:]} & (lists.negations | lists.certainty.keys()):
            return index
    return start


def difference(first: Sequence[Word], second: Sequence[Word]) -> Difference:
    """What changes from ``first`` to ``second``, word by word, in the order of reading."""
    found = matches(first, second)
    # Agreeing words get one key on both sides; all others a key of their own.
    first_keys = [index + 1 for index in range(len(first))]
    second_keys = [-(index + 1) for index in range(len(second))]
    for index, (place, _) in found.items():
        second_keys[place] = first_keys[index]
    changes: list[Change] = []
    for step in LCSseq.opcodes(first_keys, second_keys):
        left = first[step.src_start : step.src_end]
        right = second[step.dest_start : step.dest_end]
        if step.tag == "equal":
            changes += _equal(left, right)
            continue
        moved = [w for i, w in enumerate(left, step.src_start) if i in found and not w.is_stop]
        gone = [w for i, w in enumerate(left, step.src_start) if i not in found]
        places = {place for place, _ in found.values()}
        new = [w for i, w in enumerate(right, step.dest_start) if i not in places]
        if moved:
            changes.append(Change("moved", _joined(moved), _joined(moved)))
        if gone and new:
            changes.append(Change("changed", _joined(gone), _joined(new)))
        elif gone:
            changes.append(Change("missing", _joined(gone), ""))
        elif new:
            changes.append(Change("added", "", _joined(new)))
    return Difference(tuple(_merged(changes)), tuple(warnings(first, second)))


def _equal(left: Sequence[Word], right: Sequence[Word]) -> list[Change]:
    """Matching words; those in another form are a change, but a small one."""
    changes = []
    for one, other in zip(left, right, strict=True):
        operation: Operation = "same" if one.folded == other.folded else "changed"
        changes.append(Change(operation, one.text, other.text))
    return changes


def _merged(changes: Sequence[Change]) -> list[Change]:
    """Neighbours of one kind as one change; a word lost beside one gained is a changed word."""
    merged: list[Change] = []
    for change in changes:
        last = merged[-1] if merged else None
        if last and last.operation == change.operation:
            merged[-1] = Change(
                change.operation,
                f"{last.first} {change.first}".strip(),
                f"{last.second} {change.second}".strip(),
            )
        elif last and {last.operation, change.operation} == {"missing", "added"}:
            merged[-1] = Change("changed", last.first + change.first, last.second + change.second)
        else:
            merged.append(change)
    return merged


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _longest_increasing(places: Sequence[int], weights: Sequence[float]) -> float:
    """The greatest weight of a subsequence of ``places`` that only rises."""
    best: list[float] = []
    for index, place in enumerate(places):
        before = [best[i] for i in range(index) if places[i] < place]
        best.append(weights[index] + max(before, default=0.0))
    return max(best, default=0.0)

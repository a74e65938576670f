"""The same statement in several documents: clusters within a speaker, and what differs in each.

Candidates come from a sparse product of TF-IDF vectors over word roots, not from comparing each
quote with each: roots that stand in very many quotes are left out of it, and quotes with the same
words are taken as one. Candidates are then compared word by word.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quotes.checking.comparison import Difference, compare, difference, widened, window
from quotes.checking.index import telling
from quotes.checking.meaning import Warning, warnings
from quotes.checking.statement import Statement, is_called
from quotes.checking.words import Word

if TYPE_CHECKING:
    from scipy.sparse import csr_array

LEAST_SIMILAR = 0.55
"""How alike two wordings by one speaker must be (``Comparison.similarity``)."""
LEAST_SIMILAR_OTHER_SPEAKER = 0.8
"""How alike wordings in the mouths of two speakers must be to be told."""
LEAST_WORDS = 3
"""So many words that carry meaning must agree, unless the wordings are the same."""

_CONTAINED = 0.8
_LONGER = 1.25
_CONTAINED_WORDS = 4
_LEAST_COSINE = 0.2
_LEAST_COSINE_OTHER_SPEAKER = 0.7
_NEIGHBOURS = 20
_COMMON_ROOT_SHARE = 0.01
_COMMON_ROOT_COUNT = 200
_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of a statement, everywhere it was printed, and how it differs from the first."""

    statements: tuple[Statement, ...]
    similarity: float
    difference: Difference

    @property
    def text(self) -> str:
        """The wording, as its first source prints it."""
        return self.statements[0].quote.text


@dataclass(frozen=True, slots=True)
class Cluster:
    """One statement of one speaker: its wordings, the fullest first, then the most printed.

    ``others`` are wordings as good as the same that are put in somebody else's mouth.
    """

    variants: tuple[Variant, ...]
    others: tuple[Variant, ...] = field(default=())

    @property
    def warnings(self) -> list[Warning]:
        """Every difference in the cluster that may matter."""
        return [
            warning
            for variant in (*self.variants[1:], *self.others)
            for warning in variant.difference.warnings
        ]

    @property
    def documents(self) -> int:
        """In how many documents the statement stands."""
        return len({each.source.sha256 for variant in self.variants for each in variant.statements})


@dataclass(slots=True)
class _Wording:
    """Statements of one speaker in the very same words."""

    statements: list[Statement]
    words: list[Word]
    speaker: str | None


def match(
    statements: Iterable[Statement], progress: Callable[[int, int], None] | None = None
) -> list[Cluster]:
    """The statements that stand in two documents or more, the most widely printed first.

    ``progress`` is called with how many wordings are done, and of how many.
    """
    wordings = _wordings(statements)
    weights = _weights(wordings)
    same: list[tuple[float, int, int]] = []
    across: dict[int, set[int]] = defaultdict(set)
    for first, second in _candidates(wordings, progress):
        one, other = wordings[first], wordings[second]
        likeness = _likeness(one.words, other.words, weights)
        if _same_speaker(one, other):
            if likeness >= LEAST_SIMILAR:
                same.append((likeness, first, second))
        elif likeness >= LEAST_SIMILAR_OTHER_SPEAKER and one.speaker and other.speaker:
            across[first].add(second)
            across[second].add(first)
    clusters = []
    for members in _grouped(wordings, same, weights):
        elsewhere = {place for index in members for place in across.get(index, ())}
        if len(members) == 1 and not elsewhere and len(wordings[members[0]].statements) == 1:
            continue
        own = [wordings[index] for index in members]
        # One document that gives a sentence to two is telling who quotes whom.
        documents = _documents(own)
        others = [wordings[index] for index in sorted(elsewhere)]
        others = [other for other in others if not _documents([other]) & documents]
        cluster = _cluster(own, others, weights)
        if cluster.documents >= 2 or cluster.others:
            clusters.append(cluster)
    return _without_mirrors(clusters)


def _wordings(statements: Iterable[Statement]) -> list[_Wording]:
    """Statements with the same speaker and the same words, taken as one."""
    by_words: dict[tuple[str | None, tuple[str, ...]], _Wording] = {}
    for statement in statements:
        words = statement.words
        if not any(not word.is_stop for word in words):
            continue
        key = statement.speaker_key, tuple(word.folded for word in words)
        if key in by_words:
            by_words[key].statements.append(statement)
        else:
            by_words[key] = _Wording([statement], words, statement.speaker_key)
    return list(by_words.values())


def _weights(wordings: Sequence[_Wording]) -> dict[str, float]:
    """How telling each root is, around 1, by how few wordings have it."""
    counts: dict[str, int] = defaultdict(int)
    for wording in wordings:
        for root in {word.root for word in wording.words if not word.is_stop}:
            counts[root] += 1
    return telling(counts, len(wordings))


def _candidates(
    wordings: Sequence[_Wording], progress: Callable[[int, int], None] | None
) -> Iterator[tuple[int, int]]:
    """Pairs of wordings that share enough telling roots, each pair once."""
    if len(wordings) < 2:
        return
    import numpy as np

    total = len(wordings)
    vectors = _vectors(wordings)
    codes: dict[str | None, int] = {None: -1}
    speakers = np.array([codes.setdefault(w.speaker, len(codes)) for w in wordings])
    turned = vectors.T.tocsr()
    pairs = []
    for start in range(0, total, _ROWS_AT_ONCE):
        products = vectors[start : start + _ROWS_AT_ONCE] @ turned
        for row in range(products.shape[0]):
            place = start + row
            left, right = products.indptr[row], products.indptr[row + 1]
            columns, values = products.indices[left:right], products.data[left:right]
            near = values >= np.where(
                speakers[columns] == speakers[place], _LEAST_COSINE, _LEAST_COSINE_OTHER_SPEAKER
            )
            near &= columns != place
            columns, values = columns[near].astype(np.int64), values[near]
            if len(columns) > _NEIGHBOURS:
                columns = columns[np.argpartition(-values, _NEIGHBOURS)[:_NEIGHBOURS]]
            # A pair may be among the nearest of one side only, and counts once.
            pairs.append(np.minimum(columns, place) * total + np.maximum(columns, place))
        if progress:
            progress(min(start + _ROWS_AT_ONCE, total), total)
    for pair in np.unique(np.concatenate(pairs)).tolist():
        yield divmod(pair, total)


def _same_speaker(one: _Wording, other: _Wording) -> bool:
    """Whether both may be by one person: one by name, or the name of one is part of the other's."""
    if one.speaker is None or other.speaker is None:
        return False
    if one.speaker == other.speaker:
        return True
    first, second = one.statements[0], other.statements[0]
    return any(is_called(name, second) for name in first.names[:1]) or any(
        is_called(name, first) for name in second.names[:1]
    )


def _vectors(wordings: Sequence[_Wording]) -> csr_array:
    """One row of unit length for each wording: TF-IDF over roots, the very common ones left out."""
    import numpy as np
    from scipy.sparse import csr_array

    total = len(wordings)
    rows = [Counter(word.root for word in w.words if not word.is_stop) for w in wordings]
    frequency = Counter(root for row in rows for root in row)
    most = max(_COMMON_ROOT_COUNT, int(_COMMON_ROOT_SHARE * total))
    columns = {
        root: column
        for column, root in enumerate(root for root, count in frequency.items() if count <= most)
    }
    values, places, starts = array("f"), array("i"), array("i", [0])
    for row in rows:
        weighted = {
            columns[root]: (1 + math.log(count)) * math.log(1 + total / frequency[root])
            for root, count in row.items()
            if root in columns
        }
        length = math.sqrt(sum(value * value for value in weighted.values()))
        places.extend(weighted)
        values.extend(value / length for value in weighted.values())
        starts.append(len(places))
    return csr_array(
        (np.frombuffer(values, "f4"), np.frombuffer(places, "i4"), np.frombuffer(starts, "i4")),
        shape=(total, max(len(columns), 1)),
    )


def _likeness(first: Sequence[Word], second: Sequence[Word], weights: Mapping[str, float]) -> float:
    """How far two wordings may be one statement, 0 to 1; a part of a longer one may be, too."""
    comparison = compare(first, second, weights)
    if comparison.matched < LEAST_WORDS:
        return 0.0
    likeness = comparison.similarity
    covered = max(comparison.first_covered, comparison.second_covered)
    if covered >= _CONTAINED and comparison.matched >= _CONTAINED_WORDS:
        likeness = max(likeness, covered * _CONTAINED)
    return likeness


def _grouped(
    wordings: Sequence[_Wording],
    edges: list[tuple[float, int, int]],
    weights: Mapping[str, float],
) -> list[list[int]]:
    """Wordings that belong together, the surest pairs first.

    Two groups become one only when their longest wordings are alike too: otherwise chains of
    small steps would tie together what has little in common.
    """
    group = {index: [index] for index in range(len(wordings))}

    def longest(members: Sequence[int]) -> int:
        return max(members, key=lambda index: (len(wordings[index].words), -index))

    for likeness, first, second in sorted(edges, reverse=True):
        one, other = group[first], group[second]
        if one is other:
            continue
        heads = longest(one), longest(other)
        if {first, second} != set(heads):
            likeness = _likeness(wordings[heads[0]].words, wordings[heads[1]].words, weights)
        if likeness >= LEAST_SIMILAR:
            one += other
            for index in other:
                group[index] = one
    groups = {id(members): members for members in group.values()}.values()
    return [part for members in groups for part in _coherent(wordings, members, weights)]


def _coherent(
    wordings: Sequence[_Wording], members: Sequence[int], weights: Mapping[str, float]
) -> Iterator[list[int]]:
    """A group taken apart until every wording is like the longest of its part, which comes first.

    Two sentences that one long citation holds are not wordings of each other.
    """
    left = sorted(members, key=lambda index: (-len(wordings[index].words), index))
    while left:
        head, *others = left
        alike = [
            index
            for index in others
            if _likeness(wordings[head].words, wordings[index].words, weights) >= LEAST_SIMILAR
        ]
        yield [head, *alike]
        left = [index for index in others if index not in alike]


def _cluster(
    members: Sequence[_Wording], others: Sequence[_Wording], weights: Mapping[str, float]
) -> Cluster:
    first, *rest = members
    rest.sort(key=lambda wording: (-len(_documents([wording])), -len(wording.words)))
    return Cluster(
        tuple(_variant(first, wording, weights) for wording in (first, *rest)),
        tuple(_variant(first, wording, weights) for wording in others),
    )


def _documents(wordings: Iterable[_Wording]) -> set[str]:
    return {each.source.sha256 for wording in wordings for each in wording.statements}


def _variant(first: _Wording, wording: _Wording, weights: Mapping[str, float]) -> Variant:
    if wording is first:
        return Variant(tuple(wording.statements), 1.0, Difference((), ()))
    differs = difference(first.words, wording.words)
    found = [
        warning
        for warning in warnings(*_common_ground(first.words, wording.words))
        # What one outlet leaves out contradicts nothing, but for a "not" or a "may".
        if warning.aspect in ("negation", "certainty")
        or (warning.only_first and warning.only_second)
    ]
    one, other = first.statements[0], wording.statements[0]
    if not _same_speaker(first, wording) and one.speaker and other.speaker:
        found.append(Warning("speaker", (one.speaker.name,), (other.speaker.name,)))
    denied = [each.quote.cue.stance == "deny" for each in (one, other)]
    if denied[0] != denied[1]:
        cues = [(s.quote.cue.text,) if d else () for s, d in zip((one, other), denied, strict=True)]
        found.append(Warning("denial", cues[0], cues[1]))
    likeness = _likeness(first.words, wording.words, weights)
    return Variant(tuple(wording.statements), likeness, Difference(differs.changes, tuple(found)))


def _common_ground(
    first: Sequence[Word], second: Sequence[Word]
) -> tuple[Sequence[Word], Sequence[Word]]:
    """Where two wordings can contradict each other: of a longer one, the part in question."""
    if len(first) > len(second) * _LONGER:
        return first[slice(*widened(second, first, *window(second, first)))], second
    if len(second) > len(first) * _LONGER:
        return first, second[slice(*widened(first, second, *window(first, second)))]
    return first, second


def _without_mirrors(clusters: Sequence[Cluster]) -> list[Cluster]:
    """``clusters`` without those that say only what another says from the other speaker's side."""
    told: set[str] = set()
    kept = []
    for cluster in sorted(clusters, key=lambda c: (-c.documents, -len(c.variants))):
        own = {each.quote.id for variant in cluster.variants for each in variant.statements}
        if cluster.documents >= 2 or not own <= told:
            kept.append(cluster)
            told |= {each.quote.id for variant in cluster.others for each in variant.statements}
    return kept

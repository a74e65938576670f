"""How far reviewers agree.

Cohen's kappa (Cohen 1960) for two reviewers, Krippendorff's alpha for nominal data (Krippendorff
2004, chapter 11) for any number of reviewers, with gaps.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from store.values import Agreement, Judgement, PairAgreement


def agreement(items: Iterable[Sequence[Judgement]]) -> Agreement:
    """Agreement over quotes, each given by its standing judgements, one a reviewer."""
    judged = [judgements for judgements in items if judgements]
    shared = [judgements for judgements in judged if len(judgements) > 1]
    reviewers = tuple(sorted({j.reviewer for judgements in judged for j in judgements}))
    by_pair: dict[tuple[str, str], list[tuple[Judgement, Judgement]]] = defaultdict(list)
    for judgements in shared:
        ordered = sorted(judgements, key=lambda j: j.reviewer)
        for first, second in combinations(ordered, 2):
            by_pair[first.reviewer, second.reviewer].append((first, second))
    pairs = [(a.verdict, b.verdict) for found in by_pair.values() for a, b in found]
    return Agreement(
        reviewers,
        len(shared),
        _percent(pairs),
        krippendorff_alpha([[j.verdict for j in judgements] for judgements in shared]),
        tuple(_pair(names, found) for names, found in sorted(by_pair.items())),
    )


def _pair(names: tuple[str, str], found: Sequence[tuple[Judgement, Judgement]]) -> PairAgreement:
    verdicts = [(a.verdict, b.verdict) for a, b in found]
    same = sum(_endorse_the_same(a, b) for a, b in found)
    return PairAgreement(
        *names,
        len(found),
        _percent(verdicts) or 0.0,
        cohen_kappa(verdicts),
        100 * same / len(found),
    )


def _endorse_the_same(first: Judgement, second: Judgement) -> bool:
    if "rejected" in (first.verdict, second.verdict):
        return first.verdict == second.verdict
    return first.reading_key == second.reading_key


def _percent(pairs: Sequence[tuple[str, str]]) -> float | None:
    return 100 * sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def cohen_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of paired labels; ``None`` without items or when chance alone gives 1."""
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[label] * second[label] for label in first) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal labels; each unit has one label a reviewer who judged it.

    ``None`` without a unit of two labels, or when every label is the same.
    """
    disagreement = 0.0
    totals: Counter[str] = Counter()
    for unit in units:
        if len(unit) < 2:
            continue
        counts = Counter(unit)
        totals.update(counts)
        disagreement += _unequal_pairs(counts) / (len(unit) - 1)
    size = totals.total()
    expected = _unequal_pairs(totals)
    return None if expected == 0 else 1 - (size - 1) * disagreement / expected


def _unequal_pairs(counts: Mapping[str, int]) -> int:
    """How many ordered pairs of labels differ."""
    size = sum(counts.values())
    return size**2 - sum(count**2 for count in counts.values())

"""Precision, recall and F1 of each part of an attribution, by kind, and calibration.

An optional annotation counts neither for nor against: it is not looked for, and a prediction
that answers it is left out. Calibration (Guo et al. 2017, "On Calibration of Modern Neural
Networks") asks whether, of the predictions with confidence 0.9, nine in ten are right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quotes.evaluation.gold import GoldArticle, GoldQuote, Prediction
from quotes.evaluation.matching import (
    Comparison,
    Mistake,
    Verdict,
    compare,
    mistakes,
    name_words,
)

_BINS = 10

GROUPS: dict[str, Callable[[GoldQuote], bool]] = {
    "all": lambda gold: True,
    "direct+mixed": lambda gold: gold.kind != "indirect",
    "indirect clause": lambda gold: gold.kind == "indirect" and gold.form == "clause",
    "indirect nominal": lambda gold: gold.kind == "indirect" and gold.form == "nominal",
}
PARTS = ("cue", "content", "exact", "speaker", "attributed")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


@dataclass(slots=True)
class Group:
    """Annotations of one kind, and how many of them are answered rightly in each part."""

    gold: int = 0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PARTS, 0))
    kind: int = 0
    named: int = 0
    full_name: int = 0
    mentioned: int = 0
    mention: int = 0

    def add(self, gold: GoldQuote, verdict: Verdict | None) -> None:
        """Count one annotation and what was predicted for it."""
        self.gold += 1
        if verdict is None:
            return
        for part in PARTS:
            self.right[part] += getattr(verdict, part)
        self.kind += verdict.kind
        if gold.speakers and len(name_words(gold.speakers[0])) > 1:
            self.named += 1
            self.full_name += verdict.full_name
        if gold.mention:
            self.mentioned += 1
            self.mention += verdict.mention

    def recall(self, part: str) -> float | None:
        """The share of the group's annotations for which ``part`` is right."""
        return _share(self.right[part], self.gold)

    @property
    def kind_accuracy(self) -> float | None:
        """The share with the right kind, in relation to the cues found."""
        return _share(self.kind, self.right["cue"])

    @property
    def full_name_accuracy(self) -> float | None:
        """The share of the answered annotations with a full name that are given it."""
        return _share(self.full_name, self.named)

    @property
    def mention_accuracy(self) -> float | None:
        """The share of the answered annotations with a mention whose mention is found."""
        return _share(self.mention, self.mentioned)


@dataclass(frozen=True, slots=True)
class Bin:
    """The predictions whose confidence lies from ``low`` up to ``high``."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Mean confidence against the share that is right (content and speaker), in ten bins.

    ``error`` is the expected calibration error: the mean distance of the two, weighted by count.
    """

    bins: tuple[Bin, ...]
    error: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that an evaluation finds. ``predicted`` leaves out answers to optional ones."""

    documents: int
    predicted: int
    groups: dict[str, Group]
    mistakes: tuple[Mistake, ...]
    calibration: Calibration | None

    @property
    def gold(self) -> int:
        """The number of annotations that count."""
        return self.groups["all"].gold

    def score(self, part: str) -> Score:
        """Precision, recall and F1 of one of ``PARTS``."""
        right = self.groups["all"].right[part]
        precision = right / self.predicted if self.predicted else 0.0
        recall = right / self.gold if self.gold else 0.0
        both = precision + recall
        return Score(precision, recall, 2 * precision * recall / both if both else 0.0)

    def figures(self) -> dict[str, Any]:
        """All figures as plain values, rounded to four places."""
        figures: dict[str, Any] = {
            "documents": self.documents,
            "gold": self.gold,
            "predicted": self.predicted,
        }
        for part in PARTS:
            score = self.score(part)
            values = (score.precision, score.recall, score.f1)
            figures[part] = dict(zip(("p", "r", "f1"), map(_rounded, values), strict=True))
        for name, group in self.groups.items():
            figures[name] = {
                "gold": group.gold,
                **{f"{part}_recall": _rounded(group.recall(part)) for part in PARTS},
                "kind_accuracy": _rounded(group.kind_accuracy),
                "full_name": _rounded(group.full_name_accuracy),
                "mention": _rounded(group.mention_accuracy),
            }
        if self.calibration:
            figures["calibration"] = {
                "error": _rounded(self.calibration.error),
                "bins": [
                    {
                        "low": bin.low,
                        "high": bin.high,
                        "count": bin.count,
                        "confidence": _rounded(bin.confidence),
                        "right": _rounded(bin.right),
                    }
                    for bin in self.calibration.bins
                ],
            }
        return figures


def evaluate(
    articles: Iterable[GoldArticle], predictions: Mapping[str, list[Prediction]]
) -> Evaluation:
    """Judge ``predictions``, by the name of their article, against the annotations."""
    documents = predicted = 0
    groups = {name: Group() for name in GROUPS}
    found: list[Mistake] = []
    judged: list[tuple[float, bool]] = []
    for article in articles:
        documents += 1
        comparisons = compare(article, predictions.get(article.name, []))
        found += mistakes(article, comparisons)
        for comparison in comparisons:
            gold = comparison.gold
            if gold is not None and gold.optional:
                continue
            if gold is not None:
                for name, member in GROUPS.items():
                    if member(gold):
                        groups[name].add(gold, comparison.verdict)
            if comparison.prediction is not None:
                predicted += 1
                judged += _confidence(comparison)
    return Evaluation(documents, predicted, groups, tuple(found), calibration(judged))


def _confidence(comparison: Comparison) -> list[tuple[float, bool]]:
    confidence = comparison.prediction.confidence if comparison.prediction else None
    right = comparison.verdict is not None and comparison.verdict.attributed
    return [] if confidence is None else [(confidence, right)]


def calibration(judged: list[tuple[float, bool]]) -> Calibration | None:
    """How well confidences, each with whether it was deserved, tell what is right."""
    if not judged:
        return None
    bins = []
    error = 0.0
    for number in range(_BINS):
        members = [pair for pair in judged if _bin(pair[0]) == number]
        if not members:
            continue
        confidence = sum(c for c, _ in members) / len(members)
        right = sum(r for _, r in members) / len(members)
        error += len(members) / len(judged) * abs(confidence - right)
        bins.append(Bin(number / _BINS, (number + 1) / _BINS, len(members), confidence, right))
    return Calibration(tuple(bins), error)


def _bin(confidence: float) -> int:
    return max(0, min(int(confidence * _BINS), _BINS - 1))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)

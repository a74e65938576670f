"""Which prediction answers which annotation, and what of it is right.

A prediction may answer an annotation when their cues overlap or when their contents share more
than half of the characters that either has. Pairs are made from the best agreement downwards,
one to one. A predicted speaker is right under any name that the annotation lists, and under a
longer or shorter form of one that keeps at least two of its words together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quotes.evaluation.gold import GoldArticle, GoldQuote, Offsets, Prediction

_ENOUGH = 0.5
"""The agreement (intersection over union of characters) that a span must exceed to be right."""

_OUTSIDE_CONTENT = frozenset(" \t\r\n\u00a0\u200e\u200f\"'«»“”„‟‘’‹›()[]،,.؛;:…-–—!؟?")
"""Blanks, marks and punctuation at the edges of a content, where annotators need not agree."""

_SAME_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي", "ـ")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a prediction gets right of the annotation that it answers."""

    cue: bool
    content: bool
    exact: bool
    mention: bool
    speaker: bool
    full_name: bool
    kind: bool

    @property
    def attributed(self) -> bool:
        """Whether content and speaker are right: the quote as a reader understands it."""
        return self.content and self.speaker


@dataclass(frozen=True, slots=True)
class Comparison:
    """An annotation, a prediction, or the two that answer each other with the verdict."""

    gold: GoldQuote | None
    prediction: Prediction | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to look at: what was annotated, and what was predicted for it."""

    document: str
    what: Literal["missed", "content", "speaker", "invented"]
    cue: str
    content: str
    speaker: str | None
    predicted_content: str | None
    predicted_speaker: str | None


def compare(article: GoldArticle, predictions: list[Prediction]) -> list[Comparison]:
    """Every annotation with its prediction, if any, then the predictions without annotation."""
    answers = dict(_pairs(article, predictions))
    comparisons = []
    for index, gold in enumerate(article.quotes):
        answer = answers.get(index)
        predicted = None if answer is None else predictions[answer]
        verdict = None if predicted is None else _judge(article.text, gold, predicted)
        comparisons.append(Comparison(gold, predicted, verdict))
    taken = set(answers.values())
    comparisons += [
        Comparison(None, predicted, None)
        for index, predicted in enumerate(predictions)
        if index not in taken
    ]
    return comparisons


def mistakes(article: GoldArticle, comparisons: list[Comparison]) -> Iterator[Mistake]:
    """What is missed, invented or wrongly attributed; optional annotations are no matter."""
    for comparison in comparisons:
        gold, predicted, verdict = comparison.gold, comparison.prediction, comparison.verdict
        what: Literal["missed", "content", "speaker", "invented"]
        if gold is None:
            what = "invented"
        elif gold.optional or (verdict is not None and verdict.attributed):
            continue
        elif verdict is None:
            what = "missed"
        else:
            what = "content" if verdict.speaker else "speaker"
        cue = gold.cue if gold else predicted.cue if predicted else None
        yield Mistake(
            article.name,
            what,
            _text(article, (cue,) if cue else ()),
            _text(article, gold.content) if gold else "",
            gold.speakers[0] if gold and gold.speakers else None,
            _text(article, predicted.content) if predicted else None,
            predicted.speaker if predicted else None,
        )


def _text(article: GoldArticle, spans: tuple[Offsets, ...]) -> str:
    return " … ".join(article.text[start:end] for start, end in spans).replace("\n", " ")


def _pairs(article: GoldArticle, predictions: list[Prediction]) -> Iterator[tuple[int, int]]:
    wanted = [_characters(_trimmed(article.text, gold.content)) for gold in article.quotes]
    offered = [_characters(_trimmed(article.text, p.content)) for p in predictions]
    candidates = []
    for i, gold in enumerate(article.quotes):
        for j, predicted in enumerate(predictions):
            same_cue = _overlap(gold.cue, predicted.cue)
            agreement = _agreement(wanted[i], offered[j])
            if same_cue or agreement > _ENOUGH:
                candidates.append((same_cue + agreement, same_cue, agreement, i, j))
    left = set(range(len(article.quotes)))
    free = set(range(len(predictions)))
    for *_, i, j in sorted(candidates, reverse=True):
        if i in left and j in free:
            left.remove(i)
            free.remove(j)
            yield i, j


def _judge(text: str, gold: GoldQuote, predicted: Prediction) -> Verdict:
    wanted, offered = _trimmed(text, gold.content), _trimmed(text, predicted.content)
    return Verdict(
        cue=_overlap(gold.cue, predicted.cue),
        content=_agreement(_characters(wanted), _characters(offered)) > _ENOUGH,
        exact=wanted == offered,
        mention=_same_span(gold.mention, predicted.mention),
        speaker=_same_speaker(gold.speakers, predicted.speaker),
        full_name=bool(gold.speakers and predicted.speaker)
        and _contains(name_words(predicted.speaker or ""), name_words(gold.speakers[0])),
        kind=gold.kind == predicted.kind,
    )


def _same_span(one: Offsets | None, other: Offsets | None) -> bool:
    if one is None or other is None:
        return False
    return _agreement(_characters([one]), _characters([other])) > _ENOUGH


def _overlap(one: Offsets, other: Offsets | None) -> bool:
    return other is not None and other[0] < one[1] and one[0] < other[1]


def _trimmed(text: str, spans: tuple[Offsets, ...]) -> list[Offsets]:
    """The spans in order, without what stands at their edges; one of nothing else is left out."""
    trimmed = []
    for start, end in spans:
        while start < end and text[start] in _OUTSIDE_CONTENT:
            start += 1
        while start < end and text[end - 1] in _OUTSIDE_CONTENT:
            end -= 1
        if start < end:
            trimmed.append((start, end))
    return sorted(trimmed)


def _characters(spans: list[Offsets]) -> frozenset[int]:
    return frozenset(offset for start, end in spans for offset in range(start, end))


def _agreement(one: frozenset[int], other: frozenset[int]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def name_words(name: str) -> list[str]:
    """The words of a name as they are compared: hamzas, final yaa and taa marbuta folded."""
    decomposed = unicodedata.normalize("NFKC", name)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(bare.translate(_SAME_LETTERS))


def _same_speaker(names: tuple[str, ...], predicted: str | None) -> bool:
    if not names or not predicted:
        return not names and not predicted
    words = name_words(predicted)
    return any(_same_name(words, name_words(name)) for name in names)


def _same_name(one: list[str], other: list[str]) -> bool:
    if not one:
        return False
    return (
        one == other
        or (len(other) > 1 and _contains(one, other))
        or (len(one) > 1 and _contains(other, one))
    )


def _contains(long: list[str], short: list[str]) -> bool:
    return any(
        long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1)
    )

"""Is a sentence in the database, in which words, and in whose mouth?

Made for sentences as people paste them from social media: another spelling, no diacritics, words
run together, cut at both ends, in another order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotes.checking.comparison import (
    Change,
    Difference,
    compare,
    difference,
    widened,
    window,
    with_governors,
)
from quotes.checking.index import SearchIndex
from quotes.checking.meaning import Warning
from quotes.checking.statement import Statement, is_called
from quotes.checking.words import Word, pasted, words

Level = Literal["word for word", "nearly", "in part", "not found"]
SpeakerMatch = Literal["as asked", "another", "unnamed", "not asked"]

LEVELS: tuple[Level, ...] = ("word for word", "nearly", "in part", "not found")
"""From best to worst. ``nearly``: few words differ, in the same order. ``in part``: most words
that carry meaning are there, perhaps in another order or among others."""

_NEARLY_COVERED = 0.8
_NEARLY_DENSE = 0.65
_NEARLY_ORDERED = 0.8
_PART_COVERED = 0.6
_PART_DENSE = 0.35
_PART_WORDS = 2
# With fewer words than this, running two words together could hit the middle of others.
_WORDS_TO_IGNORE_SPACES = 3
_LOOKED_AT_CLOSELY = 12
_AFTER_COLON = re.compile(r"^[^:«»“”\"]{2,60}:(?!//)\s*(.+)$", re.DOTALL)
_IN_MARKS = re.compile(r"[«“\"„]([^«»“”\"„]+)[»”\"“]")


@dataclass(frozen=True, slots=True)
class Finding:
    """One quote that has the sentence, wholly or in part.

    ``score`` is 0 to 1. ``printed`` is the stretch of the quote that answers the sentence, and
    ``difference`` tells how it differs from the sentence (first: asked, second: printed).
    """

    statement: Statement
    level: Level
    score: float
    speaker: SpeakerMatch
    printed: str
    difference: Difference


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a sentence.

    ``level`` is the best at which it was found at all, ``speaker`` whether the one asked for is
    quoted so: ``another`` means that only others are. ``findings`` stand best first; where
    nothing was found they are empty and ``nearest`` holds the most similar quotes.
    """

    asked: str
    asked_speaker: str | None
    level: Level
    speaker: SpeakerMatch
    findings: tuple[Finding, ...]
    nearest: tuple[Finding, ...]


def verify(
    sentence: str,
    index: SearchIndex,
    look_up: Callable[[Sequence[str]], Iterable[Statement]],
    speaker: str | None = None,
    called: Callable[[str, Statement], bool] = is_called,
) -> Answer:
    """Look for ``sentence`` among the quotes of ``index``.

    ``look_up`` gives the statements of ids (those that are gone may be left out). ``called``
    decides whether a statement is by the one who is asked for.
    """
    answers = [
        _answer(part, index, look_up, speaker, called) for part in _readings(pasted(sentence))
    ]
    best = min(answers, key=lambda answer: LEVELS.index(answer.level))
    return replace(best, asked=sentence)


def _readings(sentence: str) -> list[str]:
    """The sentence as it is, and what a person who pasted it may mean: the part after the name
    and the colon, and the part between quotation marks."""
    readings = [sentence]
    for pattern in (_AFTER_COLON, _IN_MARKS):
        found = pattern.search(sentence)
        if found and len(found[1].split()) >= _PART_WORDS:
            readings.append(found[1])
    return readings


def _answer(
    sentence: str,
    index: SearchIndex,
    look_up: Callable[[Sequence[str]], Iterable[Statement]],
    speaker: str | None,
    called: Callable[[str, Statement], bool],
) -> Answer:
    asked = words(sentence)
    weights = index.weights(asked)
    candidates = index.candidates(asked)
    likeness = {key: compare(asked, words(text), weights).first_covered for key, text in candidates}
    closest = sorted(likeness, key=lambda key: -likeness[key])[:_LOOKED_AT_CLOSELY]
    findings = [
        _finding(asked, statement, weights, _speaker_match(speaker, statement, called))
        for statement in look_up(closest)
    ]
    findings.sort(key=_rank)
    found = [finding for finding in findings if finding.level != "not found"]
    nearest = [finding for finding in findings if finding.level == "not found" and finding.score]
    return Answer(
        asked=sentence,
        asked_speaker=speaker,
        level=min((f.level for f in found), key=LEVELS.index, default="not found"),
        speaker=_best_speaker(found) if found else "not asked" if speaker is None else "unnamed",
        findings=tuple(found),
        nearest=() if found else tuple(nearest[:3]),
    )


def _rank(finding: Finding) -> tuple[int, int, float]:
    by_speaker = 0 if finding.speaker in ("as asked", "not asked") else 1
    return LEVELS.index(finding.level), by_speaker, -finding.score


def _speaker_match(
    asked: str | None, statement: Statement, called: Callable[[str, Statement], bool]
) -> SpeakerMatch:
    if asked is None:
        return "not asked"
    if statement.speaker is None:
        return "unnamed"
    return "as asked" if called(asked, statement) else "another"


def _best_speaker(findings: Sequence[Finding]) -> SpeakerMatch:
    for match in ("as asked", "another", "unnamed"):
        if any(finding.speaker == match for finding in findings):
            return match
    return "not asked"


def _finding(
    asked: Sequence[Word], statement: Statement, weights: dict[str, float], speaker: SpeakerMatch
) -> Finding:
    place = _verbatim(asked, statement.words)
    if place:
        start, end = place
        level: Level = "word for word"
        score = 1.0
    else:
        start, end = window(asked, statement.words)
        part = statement.words[start:end]
        comparison = compare(asked, part, weights)
        covered, dense = comparison.first_covered, comparison.second_covered
        score = min(0.99, covered * (0.5 + dense / 2) * (0.7 + 0.3 * comparison.ordered))
        level = "not found"
        if (
            covered >= _NEARLY_COVERED
            and dense >= _NEARLY_DENSE
            and comparison.ordered >= _NEARLY_ORDERED
        ):
            level = "nearly"
        elif (
            covered >= _PART_COVERED and dense >= _PART_DENSE and comparison.matched >= _PART_WORDS
        ):
            level = "in part"
    if place:
        wide = with_governors(statement.words, start), end
    else:
        wide = widened(asked, statement.words, start, end)
    printed = statement.words[slice(*wide)]
    text = statement.quote.text[printed[0].start : printed[-1].end] if printed else ""
    if place and wide == place:
        differs = Difference((Change("same", text, text),), ())
    else:
        differs = _of_what_was_asked(difference(asked, printed))
    if statement.quote.cue.stance == "deny":
        denial = Warning("denial", (), (statement.quote.cue.text,))
        differs = Difference(differs.changes, (*differs.warnings, denial))
    return Finding(statement, level, score, speaker, text, differs)


def _of_what_was_asked(differs: Difference) -> Difference:
    """``differs`` without warnings of what the sentence only leaves out, but for "not" or "may"."""
    kept = tuple(
        warning
        for warning in differs.warnings
        if warning.only_first or warning.aspect in ("negation", "certainty")
    )
    return Difference(differs.changes, kept)


def _verbatim(asked: Sequence[Word], printed: Sequence[Word]) -> tuple[int, int] | None:
    """Where ``asked`` stands in ``printed`` word for word, as a range of words, or ``None``.

    The spaces between words may differ, and the first and last word may be cut.
    """
    wanted = "".join(word.folded for word in asked)
    whole = "".join(word.folded for word in printed)
    starts, ends = [0], []
    for word in printed:
        ends.append(starts[-1] + len(word.folded))
        starts.append(ends[-1])
    start_of = {offset: index for index, offset in enumerate(starts[:-1])}
    end_of = {offset: index + 1 for index, offset in enumerate(ends)}
    may_be_cut = len(asked) > _WORDS_TO_IGNORE_SPACES
    found = whole.find(wanted) if wanted else -1
    while found >= 0:
        end = found + len(wanted)
        if found in start_of and end in end_of:
            return start_of[found], end_of[end]
        if may_be_cut:
            first = max(index for index, offset in enumerate(starts[:-1]) if offset <= found)
            last = min(index for index, offset in enumerate(ends) if offset >= end)
            return first, last + 1
        found = whole.find(wanted, found + 1)
    return None

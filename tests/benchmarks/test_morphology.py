"""What the three questions to the morphology cost. Run: pytest tests/benchmarks --benchmark-only"""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from quotes.arabic.folding import fold
from quotes.arabic.morphology import (
    CueEntry,
    WordClasses,
    cue_forms,
    load_morphology,
    load_word_classes,
)
from quotes.lexicon import load_lexicon

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The different words of the sample articles."""
    texts = (path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt")))
    return sorted({word for text in texts for word in text.split() if word.isalpha()})


def _entries() -> list[CueEntry]:
    return [
        CueEntry(verb.vocalised, verb.imperfect, verb.participle or None, verb.nouns)
        for verb in load_lexicon().verbs.values()
    ]


def test_loading_the_forms(benchmark: BenchmarkFixture) -> None:
    entries = _entries()
    cue_forms(entries)
    benchmark(cue_forms, entries)


def test_loading_the_word_classes(benchmark: BenchmarkFixture) -> None:
    load_word_classes()
    benchmark(load_word_classes)


def test_forms_of_words_seen_for_the_first_time(
    benchmark: BenchmarkFixture, words: list[str]
) -> None:
    folded = [fold(word) for word in words]

    def setup() -> tuple[tuple[object], dict[str, object]]:
        return (cue_forms(_entries()),), {}

    benchmark.pedantic(lambda forms: [forms.get(w) for w in folded], setup=setup, rounds=20)


def test_classes_of_words_seen_for_the_first_time(
    benchmark: BenchmarkFixture, words: list[str]
) -> None:
    def setup() -> tuple[tuple[WordClasses], dict[str, object]]:
        return (load_word_classes(),), {}

    benchmark.pedantic(lambda c: [c.describe(w) for w in words], setup=setup, rounds=20)


def test_analyses_of_words_seen_for_the_first_time(
    benchmark: BenchmarkFixture, words: list[str]
) -> None:
    analyzer = load_morphology()
    rounds = count()

    def setup() -> tuple[tuple[list[str]], dict[str, object]]:
        # Tatweel changes no analysis, but the word is not remembered.
        tatweel = "\u0640" * next(rounds)
        return ([word + tatweel for word in words],), {}

    benchmark.pedantic(lambda new: [analyzer.analyse(w) for w in new], setup=setup, rounds=5)

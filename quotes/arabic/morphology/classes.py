"""What any word can be, coarsely and fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quotes.arabic.morphology.cache import Progress
from quotes.arabic.morphology.class_table import load_class_table
from quotes.arabic.morphology.word_info import Reading, WordInfo, word_class

if TYPE_CHECKING:
    from quotes.arabic.morphology.analysis import Analysis, Morphology

_MOST_REMEMBERED = 200_000


class WordClasses:
    """A look-up from any word, in whatever spelling, to what it can be."""

    def __init__(self, readings: Callable[[str], Iterable[Reading]]) -> None:
        """``readings`` gives what a word can be; its answers are remembered."""
        self._readings = readings
        self._seen: dict[str, WordInfo] = {}

    def describe(self, word: str) -> WordInfo:
        """Everything that ``word`` can be.

        A spelling that the lexicon lacks is looked up again with final yaa and taa marbuta and
        the seats of hamza folded.
        """
        info = self._seen.get(word)
        if info is None:
            info = _summary(tuple(dict.fromkeys(self._readings(word))))
            if len(self._seen) >= _MOST_REMEMBERED:
                self._seen.clear()
            self._seen[word] = info
        return info

    def classes(self, word: str) -> frozenset[str]:
        """The word classes of ``word``, empty when it is unknown."""
        return self.describe(word).classes


def _summary(readings: tuple[Reading, ...]) -> WordInfo:
    return WordInfo(
        readings,
        frozenset(reading.word_class for reading in readings),
        any(reading.definite for reading in readings),
        frozenset(reading.gender for reading in readings if reading.gender),
        frozenset(reading.number for reading in readings if reading.number),
    )


def load_word_classes(
    morphology: Morphology | None = None, progress: Progress | None = None
) -> WordClasses:
    """The look-up from the cached table, or through ``morphology`` where one is given.

    Raises :class:`quotes.errors.UsageError` when the AraMorph tables are not installed.
    """
    if morphology is None:
        return WordClasses(load_class_table(progress).readings)

    def readings(word: str) -> Iterator[Reading]:
        return map(_reading, morphology.analyse(word))

    return WordClasses(readings)


def _reading(analysis: Analysis) -> Reading:
    return Reading(
        word_class(analysis.pos, analysis.aspect),
        analysis.definite,
        analysis.gender,
        analysis.number,
        analysis.person,
        analysis.voice == "passive",
        analysis.proclitics,
        analysis.enclitic,
    )

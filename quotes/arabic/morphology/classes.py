"""What any word can be, coarsely and fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quotes.arabic.morphology.cache import Progress
from quotes.arabic.morphology.class_table import load_class_table
from quotes.arabic.morphology.word_info import Reading, WordInfo, word_class
from quotes.arabic.remembered import Remembered

if TYPE_CHECKING:
    from quotes.arabic.morphology.analysis import Analysis, Morphology


class WordClasses:
    """A look-up from any word, in whatever spelling, to what it can be."""

    def __init__(self, readings: Callable[[str], Iterable[Reading]]) -> None:
        """``readings`` gives what a word can be; its answers are remembered."""
        self._readings = readings
        # One for all words with the same readings, a fifth of the words.
        self._infos = Remembered(WordInfo)
        self._words = Remembered(self._look_up)

    def describe(self, word: str) -> WordInfo:
        """Everything that ``word`` can be.

        A spelling that the lexicon lacks is looked up again with final yaa and taa marbuta and
        the seats of hamza folded.
        """
        return self._words[word]

    def classes(self, word: str) -> frozenset[str]:
        """The word classes of ``word``, empty when it is unknown."""
        return self.describe(word).classes

    def _look_up(self, word: str) -> WordInfo:
        return self._infos[tuple(dict.fromkeys(self._readings(word)))]


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

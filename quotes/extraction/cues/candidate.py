"""A word that may report speech, with what it may be a form of."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.cues.cue_readings import NO_READINGS, CueReadings
from quotes.lexicon import SourcePreposition


@dataclass(slots=True)
class CueCandidate:
    """Tokens ``[first, last)`` that may report, with what they may be forms of.

    ``source`` is set for prepositions of source; ``conjunction`` is the clitic و or ف "and" that
    stands before the word, or empty.
    """

    first: int
    last: int
    readings: CueReadings = NO_READINGS
    source: SourcePreposition | None = None
    conjunction: str = ""

    @property
    def is_saying(self) -> bool:
        """Whether it is "saying" or "by saying", and no clause of its own: not وقائلاً.

        "and saying"
        """
        return self.readings.is_by_saying if self.conjunction else self.readings.is_saying

"""Where a candidate stands, and as what it is read there."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading


# Not frozen, which would take time: one is made for each reading of each candidate.
@dataclass(slots=True)
class Place:
    """A candidate in one of its readings, with the words beside it in folded spelling.

    What would stand before the text or behind it is empty.
    """

    cue: CueCandidate
    reading: CueReading
    word: str
    before: str
    behind: str
    second_behind: str

"""The grammatical subject of a cue, where one is written beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(slots=True)
class Subject:
    """The tokens ``[first, last)`` of a subject and where it stands to its verb."""

    first: int
    last: int
    order: Literal["VSO", "SVO", "relative", "source"]

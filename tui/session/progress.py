"""How far one has come: decisions made, decisions left, and how fast."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

# A longer gap between two decisions is a pause, not work.
PAUSE_SECONDS = 180.0


@dataclass(slots=True)
class Progress:
    """The decisions of one sitting. ``clock`` gives seconds that only grow."""

    clock: Callable[[], float] = time.monotonic
    done: int = 0
    _seconds: float = 0.0
    _last: float = field(default=0.0)

    def __post_init__(self) -> None:
        self._last = self.clock()

    def count(self, decisions: int = 1) -> None:
        """Count decisions made now; a negative number takes some back."""
        now = self.clock()
        self._seconds += min(now - self._last, PAUSE_SECONDS)
        self._last = now
        self.done = max(self.done + decisions, 0)

    @property
    def per_hour(self) -> int | None:
        """Decisions an hour without the pauses; ``None`` before there are five to judge by."""
        if self.done < 5 or self._seconds <= 0:
            return None
        return round(self.done * 3600 / self._seconds)

    def minutes_left(self, left: int) -> int | None:
        """Minutes that ``left`` decisions take at this pace; ``None`` while it is unknown."""
        pace = self.per_hour
        return None if not pace else max(1, round(left * 60 / pace))

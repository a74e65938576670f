"""Marking places in a text: what the span editor knows, without a screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tui.session.edits import Place
from tui.session.stepping import next_end, next_start, previous_end, previous_start, word_at

PartName = Literal["content", "cue", "mention", "second"]
End = Literal["start", "end"]


@dataclass(slots=True)
class Part:
    """One place to mark: what it is, where it is (``None``: nowhere yet), and what may be done."""

    name: PartName
    place: Place | None
    optional: bool = False
    fixed_end: bool = False


@dataclass(slots=True)
class Marking:
    """Places in ``text`` and the one whose ends are being moved."""

    text: str
    parts: list[Part]
    active: int = field(default=0)

    @property
    def part(self) -> Part:
        """The part whose ends are being moved."""
        return self.parts[self.active]

    def move(self, end: End, steps: int, *, by_sentence: bool = False) -> bool:
        """Move an end of the active part by words or sentences; false when it cannot go there.

        A part that is nowhere yet first appears on the word after the part before it.
        """
        part = self.part
        if part.place is None:
            part.place = self._first_place()
            return True
        if part.fixed_end and end == "end":
            return False
        start, stop = part.place
        step_of = {
            ("start", True): next_start,
            ("start", False): previous_start,
            ("end", True): next_end,
            ("end", False): previous_end,
        }[end, steps > 0]
        for _ in range(abs(steps)):
            if end == "start":
                start = step_of(self.text, start, by_sentence=by_sentence)
            else:
                stop = step_of(self.text, stop, by_sentence=by_sentence)
        if start >= stop or (start, stop) == part.place:
            return False
        part.place = start, stop
        return True

    def turn(self, steps: int) -> None:
        """Go to another part."""
        self.active = (self.active + steps) % len(self.parts)

    def clear(self) -> bool:
        """Take the active part away; false when the quote needs it."""
        part = self.part
        if part.name == "content" and sum(other.name == "content" for other in self.parts) > 1:
            self.parts.pop(self.active)
            self.active = min(self.active, len(self.parts) - 1)
            return True
        if not part.optional:
            return False
        part.place = None
        return True

    def add_piece(self) -> bool:
        """Begin another piece of the content, after the last one; false where there is no room."""
        places = [other.place for other in self.parts if other.name == "content" and other.place]
        if not places:
            return False
        last = max(end for _, end in places)
        start = next_start(self.text, last)
        if start <= last and start != last:
            return False
        place = word_at(self.text, next_start(self.text, start))
        if place[0] < last:
            return False
        self.active = max(
            index for index, other in enumerate(self.parts) if other.name == "content"
        ) + 1  # fmt: skip
        self.parts.insert(self.active, Part("content", place))
        return True

    def select(self, start: int, end: int) -> None:
        """Take what the mouse marked, grown to whole words; a click moves the nearer end."""
        part = self.part
        first, last = word_at(self.text, start), word_at(self.text, max(end - 1, start))
        if start != end or part.place is None:
            part.place = first[0], part.place[1] if part.fixed_end and part.place else last[1]
            return
        old_start, old_end = part.place
        near_start = abs(first[0] - old_start) <= abs(first[1] - old_end)
        if (near_start or part.fixed_end) and first[0] < old_end:
            part.place = first[0], old_end
        elif first[1] > old_start and not part.fixed_end:
            part.place = old_start, first[1]

    def _first_place(self) -> Place:
        before = [other.place[1] for other in self.parts if other.place]
        return word_at(self.text, next_start(self.text, before[0] if before else 0))

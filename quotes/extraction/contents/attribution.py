"""A cue with its content, as the later stages get it."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.extraction.frames.frame import Frame
from quotes.extraction.noun_phrases.subject import Subject
from quotes.model import Form, Kind, Span


@dataclass(slots=True)
class Attribution:
    """A cue with its content, on the way to becoming a quote.

    ``content`` is in pieces where the cue or a source stands in its middle. ``subject`` is the
    mention beside the cue, and None where the speaker has to be looked for.
    """

    frame: Frame
    cue: Span
    content: tuple[Span, ...]
    kind: Kind
    form: Form
    subject: Subject | None
    start: int = field(init=False)
    """The offset at which the content begins."""
    end: int = field(init=False)
    """The offset at which the content ends."""

    def __post_init__(self) -> None:
        self.start, self.end = self.content[0].start, self.content[-1].end

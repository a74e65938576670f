"""What a cue governs: the frame in which its content stands.

A verb of saying governs its content in one of a few ways (its *frames*, listed in the lexicon):
a clause after أنّ or one of its sisters, words behind a colon or between quotation marks, a noun
phrase behind a preposition, or a bare object.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import RELATIVES
from quotes.model import CueType

FrameKind = Literal["that", "colon", "quotation", "nominal", "object", "source", "headline"]

# In tokens: what is longer than this between marks is speech rather than a name.
WORDS_OF_SPEECH = 4


@dataclass(slots=True)
class Frame:
    """A cue that governs a content.

    ``opener`` is the token that opens the content (أن, a colon, a mark, a preposition, or the
    content's own first word); ``start`` is the offset where the content begins. ``quotation`` is
    the number of the quotation that is the content, where one is; ``before`` is that of a
    quotation that stands before the cue: "…"، قال المدرب. ``past`` is the first token of a later
    cue that stands before the content, and so governs nothing: قال فلان، متحدثا عن كذا: «…».
    """

    cue: CueCandidate
    reading: CueReading | None
    kind: FrameKind
    opener: int
    start: int
    subject: Subject | None = None
    quotation: int | None = None
    before: int | None = None
    past: int | None = None

    @property
    def is_nominal(self) -> bool:
        """Whether the content is a noun phrase, and no clause or quotation."""
        return self.kind in ("nominal", "object")


@dataclass(slots=True)
class Predicate:
    """A cue in one of its readings, with its subject: what may govern a content."""

    cue: CueCandidate
    reading: CueReading
    subject: Subject | None
    limit: int
    """The token before which a content has to begin."""
    after: int = field(init=False)
    """The first token behind the cue and its subject."""

    def __post_init__(self) -> None:
        after, subject = self.cue.last, self.subject
        self.after = after if subject is None or subject.last < after else subject.last

    def frame(
        self, kind: FrameKind, opener: int, start: int, quotation: int | None = None
    ) -> Frame:
        """The frame in which it governs the content that begins at offset ``start``."""
        return Frame(self.cue, self.reading, kind, opener, start, self.subject, quotation)


class LaterFrames:
    """The frames of the cues behind the one that is being read.

    Cues are read from the last to the first: what a later cue governs cannot open an earlier
    one's content, and where a later cue's clause begins, the search for that content ends.
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.frames: dict[int, Frame] = {}
        """By the first token of their cue, the last one of the text first."""
        self.openers: set[int] = set()

    def add(self, frame: Frame) -> None:
        """Remember the frame of a cue, and forget that of a cue which it makes none."""
        self.frames[frame.cue.first] = frame
        if frame.past is not None:
            del self.frames[frame.past]
        self.openers.add(frame.opener)

    def next_cue(self, first: int, limit: int) -> int:
        """The first token from ``first`` on that is a cue with a frame, or ``limit``."""
        index = next((n for n in reversed(self.frames) if n >= first), limit)
        return min(index, limit)

    def begins_clause(self, index: int) -> bool:
        """Whether a cue stands here with a clause of its own."""
        article = self.article
        frame = self.frames.get(index)
        if frame is None:
            return False
        if article.folded(index - 1) in RELATIVES:
            return False
        if frame.reading is None or frame.reading.type != "noun":
            return True
        # In نقل عن الوزير قوله إن "took over from the minister his saying that" the noun has the
        # content; so it has in رد بالقول "replied by saying".
        return frame.reading.is_of_saying and (
            frame.reading.enclitic or frame.reading.has_by_and_article
        )

    def is_told_by_saying(self, first: int, limit: int) -> bool:
        """Whether the next cue is بالقول "by saying", which has the content of the verb before."""
        index = self.next_cue(first, limit)
        if index == limit:
            return False
        reading = self.frames[index].reading
        return (
            reading is not None
            and reading.type == "noun"
            and reading.is_of_saying
            and reading.has_by_and_article
        )


def cue_type(frames: dict[int, Frame], index: int) -> CueType | None:
    """The part of speech of the cue that begins at a token, if one does."""
    frame = frames.get(index)
    return frame.reading.type if frame is not None and frame.reading is not None else None

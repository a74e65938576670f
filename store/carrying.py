"""What becomes of a reviewed reading when the spans or the text under it change. Pure functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quotes.model import Cue, Mention, Quote, Span, spans_of
from store.alignment import Alignment
from store.filters import normalize
from store.transaction import Row
from store.values import Reading, ReviewEvent

SAME_QUOTE = 0.4
"""A review goes over to a quote whose likeness (see :func:`likeness`) is this at least."""
OTHER_WORDS = "extraction now gives other words than those that were reviewed"
CORRECTED = "the reviewed words were changed in the corrected text"


@dataclass(frozen=True, slots=True)
class Loss:
    """A reviewed quote that the extraction gives no more; ``moved`` is its reading in the new text
    (``None`` when the words are not there)."""

    row: Row
    history: list[ReviewEvent]
    reading: Reading
    moved: Reading | None

    @property
    def keeps_its_words(self) -> bool:
        """Whether the new text has the very words that were reviewed."""
        return self.moved is not None and _words(self.moved) == _words(self.reading)


def moved(reading: Reading, alignment: Alignment) -> Reading | None:
    """``reading`` in the aligned text; ``None`` when its cue or a piece of its content is gone."""
    content = tuple(span for s in reading.content if (span := alignment.map(s)))
    cue = alignment.map(reading.cue)
    mention = alignment.map(reading.mention) if reading.mention else None
    if cue is None or len(content) < len(reading.content):
        return None
    return replace(
        reading,
        content=content,
        cue=Cue(
            cue.start, cue.end, cue.text, reading.cue.lemma, reading.cue.stance, reading.cue.type
        ),
        mention=Mention(mention.start, mention.end, mention.text) if mention else None,
    )


def likeness(loss: Loss, quote: Quote) -> float:
    """How surely ``quote`` took the place of ``loss``, 0 to 1.

    Half of it is the share of content that the two have in common (Jaccard over characters), half
    a common cue: an inner quote shares much content with the outer one, but not its cue.
    """
    if loss.moved is None:
        return 0.0
    ours, theirs = _covered(loss.moved.content), _covered(quote.content)
    common = len(ours & theirs)
    if not common:
        return 0.0
    same_cue = loss.moved.cue.overlaps(quote.cue)
    return common / len(ours | theirs) / 2 + same_cue / 2


def carried(loss: Loss, quote: Quote) -> tuple[Reading, str | None]:
    """The reading under which the review goes on at ``quote``, and why to look again, if so.

    Where the reviewed words still stand the person's reading stays as it is. Otherwise the spans
    are the engine's and the person's say on speaker, kind and form stays.
    """
    if loss.moved and loss.keeps_its_words:
        same = _said(loss.reading.content) == _said(quote.content)
        return loss.moved, None if same else OTHER_WORDS
    reading = replace(loss.reading, content=quote.content, cue=quote.cue, mention=quote.mention)
    return reading, CORRECTED


def _covered(spans: Iterable[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _words(reading: Reading) -> list[list[str]]:
    return [span.text.split() for span in spans_of(reading)]


def _said(content: Iterable[Span]) -> str:
    return normalize(" ".join(span.text for span in content))

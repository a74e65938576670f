"""The clause that reports: a cue in one of its readings, with what is known of its surroundings.

It is what every question about the subject of a cue is asked of.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.grammar import COMPLEMENTIZERS
from quotes.extraction.text.words import Words

# How far before its cue a subject may begin, in tokens.
_REACH_LEFT = 45
_BARE_OBJECTS = frozenset({"", "="})


# Not frozen, which would take time: one is made for each reading of each candidate.
@dataclass(slots=True)
class ReportingClause:
    """A cue in one of its readings, in its article."""

    article: Article
    words: Words
    phrases: NounPhrases
    cue: CueCandidate
    reading: CueReading
    object_follows: bool = False
    """Whether a bare object stands behind the subject, which ends where it is complete."""
    limit: int = field(init=False)
    """The token before which a subject behind the cue has to end."""

    def __post_init__(self) -> None:
        _, self.limit = self.article.sentence(self.cue.first)

    @property
    def earliest(self) -> int:
        """The first token at which a subject before the cue may begin."""
        first, _ = self.article.sentence(self.cue.first)
        return max(first, self.cue.first - _REACH_LEFT)

    @property
    def calls_upon(self) -> bool:
        """Whether somebody who is called upon, or described, is the object of the cue."""
        verb = self.reading.verb
        return verb.person or verb.takes_two

    @property
    def takes_object(self) -> bool:
        """Whether the cue can have a bare object."""
        return not self.reading.verb.noun.isdisjoint(_BARE_OBJECTS)

    def opens_content(self, index: int) -> bool:
        """Whether a complementizer or a preposition that the cue governs stands here."""
        folded, governed = self.article.folded(index), self.reading.governed
        return (
            folded in COMPLEMENTIZERS
            or folded in governed
            or (
                folded[:1] in governed
                and is_attached_preposition(self.article, index, self.words, governed)
            )
        )

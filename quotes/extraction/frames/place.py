"""Where a candidate stands, and as what it is read there."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import DEMONSTRATIVES, PREPOSITIONS


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


def follows_word(article: Article, place: Place) -> bool:
    """Whether a word stands right before in its paragraph, and no mark."""
    before = place.cue.first - 1
    return (
        before >= 0
        and article.tokens[before].is_word
        and article.paragraph_of[before] == article.paragraph_of[place.cue.first]
    )


def follows_whole_phrase(article: Article, place: Place) -> bool:
    """Whether "this" or "that" stands alone behind a preposition: وعن ذلك أجاب.

    "and about that he answered"
    """
    return (
        place.before in DEMONSTRATIVES
        and not place.reading.verb.homograph
        and not PREPOSITIONS.isdisjoint(bare(article.folded(place.cue.first - 2)))
    )

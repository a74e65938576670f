"""The engine: an article in, its quotes out.

``pipeline`` runs the stages; ``batches`` runs it on many documents. Each stage is a package, and
these are in the order in which the text goes through them. A package imports only from those above
it. The docstring of each is the map of its files; where there is a ``finder``, that is the way in,
and it asks the others. How a decision falls is told with examples in ``docs/attribution.md``.

    text            the text taken apart, and what its words can be
    cues            words that may report
    names           where the proper name stands in a noun phrase
    noun_phrases    from which word to which somebody is named
    subjects        who stands beside a cue as its grammatical subject
    frames          what a cue governs, and whether it is one
    contents        from where to where it was said
    headlines       headlines that name who speaks before a colon
    speakers        who said it: one speaker for all that name the same one
    records         how sure the engine is, and quotes as they leave it
"""

from quotes.extraction.batches import Extracted, attempt, extract_batches
from quotes.extraction.pipeline import Extractor

__all__ = ["Extracted", "Extractor", "attempt", "extract_batches"]

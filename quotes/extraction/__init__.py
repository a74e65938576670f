"""The engine: an article in, its quotes out.

The stages stand in the order in which they run: ``article`` takes the text apart, ``cues`` finds
words that may report, ``frames`` decides which do and where their content begins (with the help
of ``noun_phrases`` and ``subjects``), ``contents`` and ``sources`` measure the content out,
``coreference`` says who speaks, ``pipeline`` runs them all.
"""

from quotes.extraction.pipeline import Extractor

__all__ = ["Extractor"]

"""The stages in order: cues, frames, contents, speakers, and the quotes they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from quotes.arabic.morphology import CueEntry, Progress, cue_forms, load_word_classes
from quotes.extraction.batches import Extracted, attempt
from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.contents.sources import SourceFinder
from quotes.extraction.cues.finder import CueFinder
from quotes.extraction.cues.furniture import find_furniture
from quotes.extraction.frames.finder import find_frames
from quotes.extraction.frames.source_phrases import SourcePhraseFinder
from quotes.extraction.headlines.finder import HeadlineFinder
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.records.assembly import assemble
from quotes.extraction.records.confidence import gather, worth_reporting
from quotes.extraction.speakers.coreference import resolve_speakers
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.words import Words
from quotes.lexicon import load_lexicon
from quotes.model import Document, Quote


class Extractor:
    """Finds the quotes of documents. Loading takes a moment; use one for many documents."""

    def __init__(self, morphology: str | None = None, progress: Progress | None = None) -> None:
        """``morphology`` names a database installed with ``camel_data``, to use instead of the
        built-in one; ``progress`` is told while caches are built, the first time.

        Raises :class:`quotes.errors.UsageError` when that database is not installed.
        """
        self.morphology = morphology
        self.lexicon = load_lexicon()
        entries = (
            CueEntry(verb.vocalised, verb.imperfect, verb.participle or None, verb.nouns)
            for verb in self.lexicon.verbs.values()
        )
        self.cues = CueFinder(cue_forms(entries, progress), self.lexicon)
        database = None
        if morphology is not None:
            from quotes.arabic.morphology import load_morphology

            database = load_morphology(morphology)
        classes = load_word_classes(database, progress)
        self.words = Words(classes, self.lexicon, self.cues.may_report)

    def extract(self, document: Document) -> tuple[Quote, ...]:
        """The quotes of ``document`` in the order of their cues.

        Attributions that are more likely wrong than right by far are left out; the limit stands
        in ``quotes/lexicon/confidence.toml``.
        """
        article = Article(document, self.words)
        resolved = self.resolve(article)
        evidence = gather(article, resolved)
        kept = [
            (one, pieces)
            for one, pieces in zip(resolved, evidence, strict=True)
            if worth_reporting(pieces)
        ]
        return assemble(article, self.words, kept)

    def pipe(self, documents: Iterable[Document]) -> Iterator[Extracted]:
        """Each document with its quotes, in order, read only as results are taken.

        A document that cannot be coped with comes with its problem and ends nothing.
        """
        return map(partial(attempt, self), documents)

    def __reduce__(self) -> tuple[type[Extractor], tuple[str | None]]:
        # Another process loads the same data for itself.
        return type(self), (self.morphology,)

    def resolve(self, article: Article) -> list[Resolved]:
        """All stages but the last: the attributions of ``article`` with their speakers."""
        furniture = find_furniture(article, self.lexicon)
        cues = self.cues.find(article, furniture)
        phrases = NounPhrases(
            article,
            self.words,
            frozenset(cue.first for cue in cues if cue.readings.is_circumstance),
        )
        phrases_of_source = SourcePhraseFinder(phrases, cues).find()
        frames = find_frames(phrases, cues, phrases_of_source)
        contents = ContentFinder(
            article, self.words, frames, {one.cue.first: one.last for one in phrases_of_source}
        )
        governed = [a for frame in frames if (a := contents.attribution(frame)) is not None]
        sourced = SourceFinder(article, self.words, contents).find(phrases_of_source, governed)
        headlines = HeadlineFinder(phrases, contents, furniture).find()
        verbs = frozenset(cue.first for cue in cues if cue.readings.is_verb)
        entities = Entities(phrases, verbs)
        return resolve_speakers(article, governed + sourced + headlines, entities)

"""The stages in order: cues, frames, contents, speakers, and the quotes they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from quotes.arabic.morphology import (
    CueEntry,
    Progress,
    cue_forms,
    load_word_classes,
)
from quotes.extraction.article import Article
from quotes.extraction.attribution import Attribution
from quotes.extraction.batches import Extracted, attempt
from quotes.extraction.confidence import (
    confidence,
    gather,
    in_words,
    worth_reporting,
)
from quotes.extraction.contents import ContentFinder
from quotes.extraction.coreference import resolve_speakers
from quotes.extraction.cues import CueFinder
from quotes.extraction.entities import Entities
from quotes.extraction.entity import to_speaker
from quotes.extraction.frame_finder import find_frames
from quotes.extraction.furniture import find_furniture
from quotes.extraction.headlines import HeadlineFinder
from quotes.extraction.naming import inside_marks, naming_span
from quotes.extraction.nesting import Nesting
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.resolved import Resolved
from quotes.extraction.source_phrases import SourcePhraseFinder
from quotes.extraction.sources import SourceFinder
from quotes.extraction.words import Words
from quotes.lexicon import load_lexicon
from quotes.model import (
    Candidate,
    Cue,
    CueType,
    Document,
    Mention,
    Quote,
    Span,
    Speaker,
    quote_id,
)

_SPOKE_BEFORE = "spoke before in this article"


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
        return self.quotes(article, kept)

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
        phrases_of_source = SourcePhraseFinder(article, self.words, phrases, cues).find()
        absorbed = {
            index
            for phrase in phrases_of_source
            for index in range(phrase.cue.first, phrase.cue.last)
        }
        frames = find_frames(article, cues, absorbed, phrases, self.words)
        contents = ContentFinder(
            article, self.words, frames, {one.cue.first: one.last for one in phrases_of_source}
        )
        governed = [a for frame in frames if (a := contents.attribution(frame)) is not None]
        sourced = SourceFinder(article, self.words, contents).find(phrases_of_source, governed)
        headlines = HeadlineFinder(article, self.words, phrases, contents, furniture).find()
        verbs = frozenset(cue.first for cue in cues if cue.readings.is_verb)
        entities = Entities(article, self.words, phrases, verbs)
        return resolve_speakers(article, governed + sourced + headlines, entities)

    def quotes(
        self, article: Article, kept: list[tuple[Resolved, tuple[str, ...]]]
    ) -> tuple[Quote, ...]:
        """The last stage: attributions with their evidence as quotes."""
        sha256 = article.document.sha256
        resolved = [one for one, _ in kept]
        ids = [quote_id(sha256, one.attribution.cue, one.attribution.content) for one in resolved]
        nesting = Nesting([one.attribution for one in resolved])
        named = {
            entity for one in resolved for entity in (one.entity, *one.others) if entity is not None
        }
        speakers = {entity: to_speaker(entity, sha256) for entity in named}
        quotes = []
        for number, (one, evidence) in enumerate(kept):
            attribution, subject = one.attribution, one.attribution.subject
            mention = None
            if subject is not None:
                span = _mention_span(article, self.words, subject.first, subject.last)
                mention = Mention(span.start, span.end, span.text)
            speaker = speakers[one.entity] if one.entity is not None else None
            likelihood = round(confidence(evidence), 3)
            reasons = in_words(evidence)
            quotes.append(
                Quote(
                    id=ids[number],
                    kind=attribution.kind,
                    form=attribution.form,
                    content=attribution.content,
                    cue=_cue(attribution),
                    mention=mention,
                    speaker=speaker,
                    parent=_parent(one, resolved, ids, nesting),
                    confidence=likelihood,
                    evidence=reasons,
                    candidates=_candidates(
                        [speakers[other] for other in one.others],
                        speaker,
                        mention,
                        likelihood,
                        reasons,
                    ),
                )
            )
        return tuple(quotes)


def _candidates(
    others: list[Speaker],
    speaker: Speaker | None,
    mention: Mention | None,
    likelihood: float,
    reasons: tuple[str, ...],
) -> tuple[Candidate, ...]:
    """The chosen speaker and the others; each next one has half of what is left."""
    found = [Candidate(speaker, mention, likelihood, reasons)] if speaker is not None else []
    left = 1 - likelihood if speaker is not None else 1.0
    for other in others:
        left /= 2
        found.append(Candidate(other, None, round(left, 3), (_SPOKE_BEFORE,)))
    return tuple(found)


def _mention_span(article: Article, words: Words, first: int, last: int) -> Span:
    first, last = inside_marks(article, first, last)
    return naming_span(article, words, first, last)


def _cue(attribution: Attribution) -> Cue:
    frame = attribution.frame
    lemma, stance = ":", "neutral"
    type_: CueType = "colon"
    if frame.cue.source is not None:
        lemma, type_ = frame.cue.source.lemma, "preposition"
    elif frame.reading is not None:
        lemma, stance = frame.reading.verb.lemma, frame.reading.verb.stance
        type_ = frame.reading.type
    span = attribution.cue
    return Cue(span.start, span.end, span.text, lemma, stance, type_)


def _parent(
    one: Resolved, resolved: list[Resolved], ids: list[str], nesting: Nesting
) -> str | None:
    """The id of the smallest content that holds this whole attribution."""
    inner = one.attribution
    start, end = min(inner.cue.start, inner.start), max(inner.cue.end, inner.end)
    smallest: tuple[int, str] | None = None
    for distance, number in nesting.around(start, end):
        if smallest is not None and distance > smallest[0]:
            break
        other = resolved[number].attribution
        if other.content != inner.content:
            found = (other.end - other.start, ids[number])
            smallest = min(smallest, found) if smallest is not None else found
    return smallest[1] if smallest is not None else None

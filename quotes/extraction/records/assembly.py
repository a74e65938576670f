"""The last stage: attributions with their speakers and their evidence become quotes."""

from __future__ import annotations

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.records.confidence import confidence, in_words
from quotes.extraction.records.nesting import Nesting
from quotes.extraction.speakers.entity import to_speaker
from quotes.extraction.speakers.printed_namings import inside_marks, naming_span
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.words import Words
from quotes.model import Candidate, Cue, CueType, Mention, Quote, Span, Speaker, quote_id

_SPOKE_BEFORE = "spoke before in this article"


def assemble(
    article: Article, words: Words, kept: list[tuple[Resolved, tuple[str, ...]]]
) -> tuple[Quote, ...]:
    """The quotes of ``article``, of attributions with their evidence, in their order."""
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
            span = _mention_span(article, words, subject.first, subject.last)
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
    """The cue as the record shows it."""
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

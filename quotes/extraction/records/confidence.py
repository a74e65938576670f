"""How sure the engine is of an attribution, and why.

Each attribution has some named pieces of evidence (a clause after أنّ, a subject behind the verb,
a speaker carried over ...). A logistic model weighs them; its weights stand in
``quotes/lexicon/confidence.toml`` beside the plain words for each piece, and are learned from
annotated articles by ``python -m quotes.evaluation.train_confidence``. The result is calibrated:
of quotes at 0.9 about nine in ten have the right content and the right speaker.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.records.nesting import Nesting
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    BEFORE_WHAT_CAME,
    RELATIVES,
    THAT,
    WHAT_OR_TO_WHAT,
    WITH_WHAT,
)
from quotes.extraction.text.sentences import TERMINATORS
from quotes.lexicon import read

_FROM_AFAR = frozenset(
    {
        "speaker-none",
        "speaker-rivals",
        "speaker-stale",
        "by-last",
        "by-sentence-before",
        "by-host",
    }
)
_FAR = 8
_SHORT, _LONG = 3, 60
_STALE = 4
_LONGEST_HEADLINE = 25
# Of the kinds of evidence that there are some hundreds recur.
_MOST_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Weights:
    """The learned model: a weight and plain words for each piece of evidence.

    An attribution is not worth reporting when its confidence by its own sentence alone is
    under ``least``.
    """

    least: float
    intercept: float
    weights: dict[str, float]
    says: dict[str, str]


@lru_cache(maxsize=1)
def load_weights() -> Weights:
    """The weights that ship with the package."""
    data = read("confidence.toml")
    return Weights(
        data["least"],
        data["intercept"],
        {entry["name"]: entry["weight"] for entry in data["evidence"]},
        {entry["name"]: entry["says"] for entry in data["evidence"]},
    )


@lru_cache(_MOST_REMEMBERED)
def confidence(evidence: tuple[str, ...]) -> float:
    """The probability, from 0 to 1, that an attribution with this evidence is right."""
    weights = load_weights()
    total = weights.intercept + sum(weights.weights.get(name, 0.0) for name in evidence)
    return 1 / (1 + math.exp(-total))


@lru_cache(_MOST_REMEMBERED)
def worth_reporting(evidence: tuple[str, ...]) -> bool:
    """Whether an attribution is likely enough to be shown at all.

    Only what its own sentence shows counts here, not who spoke before: the same sentence is
    found, or not, whatever stands around it.
    """
    if "by-host" in evidence:
        # وفق تعبيره "as he put it" stands or falls with the clause that it closes.
        return True
    dropped = "subject-dropped" in evidence
    local = tuple(
        name
        for name in evidence
        if name not in _FROM_AFAR and not (dropped and name.startswith("speaker-"))
    )
    return confidence(local) >= load_weights().least


@lru_cache(_MOST_REMEMBERED)
def in_words(evidence: tuple[str, ...]) -> tuple[str, ...]:
    """The evidence as a person reads it, what weighs most first."""
    weights = load_weights()
    told = [name for name in evidence if weights.says.get(name)]
    told.sort(key=lambda name: -abs(weights.weights.get(name, 0.0)))
    return tuple(weights.says[name] for name in told)


def gather(article: Article, resolved: list[Resolved]) -> list[tuple[str, ...]]:
    """The evidence for each attribution, by name."""
    nesting = Nesting([one.attribution for one in resolved])
    return [
        (
            *_frame_evidence(article, one.attribution),
            *_content_evidence(article, one.attribution),
            *_speaker_evidence(article, one, silence),
            *_nesting_evidence(article, number, one, nesting, resolved),
        )
        for number, (one, silence) in enumerate(
            zip(resolved, _silences(article, resolved), strict=True)
        )
    ]


def _silences(article: Article, resolved: list[Resolved]) -> list[int]:
    """How many sentences ago each speaker spoke before, 0 for the first time."""
    silences = []
    latest: dict[Entity | None, int] = {}
    for one in resolved:
        sentence = article.sentence_of[one.attribution.frame.cue.first]
        silences.append(sentence - latest.get(one.entity, sentence))
        latest[one.entity] = sentence
    return silences


def _frame_evidence(article: Article, attribution: Attribution) -> list[str]:
    """The evidence of the cue and of what it governs."""
    frame = attribution.frame
    evidence = [f"frame-{frame.kind}"]
    reading = frame.reading
    if reading is None:
        return evidence
    evidence.append(f"cue-{reading.type}")
    if reading.type == "noun" and frame.is_nominal:
        evidence.append("noun-with-noun")
    # وحمّلت الإدارة المسؤولية: and laid the responsibility on; other objects tell less
    bare = frame.kind == "object" and not reading.enclitic and not reading.verb.only_with
    if bare and attribution.subject is None:
        evidence.append("object-without-subject")
    if reading.verb.quotation != "strong":
        evidence.append("cue-rarely-speech")
    if reading.verb.homograph:
        evidence.append("cue-homograph")
    in_headline = _is_headline(article, frame.cue.first)
    if (
        reading.type == "verb"
        and not reading.has(aspect="perfect")
        and not in_headline
        and not _came_to_pass(article, frame.cue.first)
    ):
        evidence.append("cue-imperfect")
    after = max(frame.cue.last, attribution.subject.last if attribution.subject else 0)
    if frame.opener <= after:
        evidence.append("content-adjacent")
    elif attribution.subject is None and frame.opener - after > _FAR:
        # Behind a subject that is named many an aside may stand.
        evidence.append("content-far")
    if in_headline:
        evidence.append("in-headline")
    return evidence


def _came_to_pass(article: Article, cue: int) -> bool:
    """Whether an imperfect tells of what was done: قبل أن يضيف "before he added"."""
    return article.folded(cue - 1) in THAT and article.folded(cue - 2) in BEFORE_WHAT_CAME


def _is_headline(article: Article, index: int) -> bool:
    """Whether a token stands in a headline or a subhead: a short line that no full stop ends."""
    line = article.paragraphs[article.paragraph_of[index]]
    return (
        line.last - line.first <= _LONGEST_HEADLINE
        and article.tokens[line.last - 1].text not in TERMINATORS
    )


def _content_evidence(article: Article, attribution: Attribution) -> list[str]:
    """The evidence of the content: its marks, its length, what follows it."""
    evidence = [f"kind-{attribution.kind}"]
    following = article.token_at(attribution.end)
    length = following - article.token_at(attribution.start)
    if length <= _SHORT:
        evidence.append("content-short")
    elif length > _LONG:
        evidence.append("content-long")
    if len(attribution.content) > 1:
        evidence.append("content-split")
    if _goes_on(article, following):
        evidence.append("content-cut-midway")
    return evidence


def _goes_on(article: Article, following: int) -> bool:
    """Whether the sentence has another word at once behind a content."""
    return (
        following < len(article.tokens)
        and article.tokens[following].is_word
        and article.paragraph_of[following] == article.paragraph_of[following - 1]
    )


def _speaker_evidence(article: Article, one: Resolved, silence: int) -> list[str]:
    """The evidence of the speaker: whether and how he is named, and since when he is silent."""
    subject = one.attribution.subject
    evidence = [f"subject-{subject.order}" if subject is not None else "subject-dropped"]
    if one.entity is None:
        return [*evidence, "speaker-none"]
    if one.entity.words:
        evidence.append("speaker-full-name" if len(one.entity.words) > 1 else "speaker-one-name")
    elif subject is not None and _is_thing(article, subject.first):
        evidence.append("speaker-thing")
    else:
        evidence.append(f"speaker-{one.entity.fullest.kind}")
    if subject is None:
        evidence.append(f"by-{one.basis}")
        if one.others:
            evidence.append("speaker-rivals")
        if silence > _STALE:
            evidence.append("speaker-stale")
    return evidence


def _is_thing(article: Article, index: int) -> bool:
    """Whether a noun heads no source that the lexicon knows, and is no plural of people."""
    token = article.tokens[index]
    facts = token.facts
    return (
        token.kind == "word"
        and bool(facts.readings)
        and not facts.is_head
        and not facts.is_name
        and not article.is_surname(token.folded)
        and "p" not in facts.info.numbers
        and "adjective" not in facts.classes
    )


def _nesting_evidence(
    article: Article, number: int, one: Resolved, nesting: Nesting, resolved: list[Resolved]
) -> list[str]:
    """Whether it stands within what somebody else says, or what a phrase of source vouches for."""
    cue = one.attribution.cue
    if _is_description(article, one):
        return ["described"]
    hosts = {
        resolved[other].attribution.frame.kind
        for _, other in nesting.around(cue.start, cue.end)
        if other != number
    }
    if hosts - {"source"}:
        return ["nested"]
    return ["nested-in-source"] if hosts else []


def _is_description(article: Article, one: Resolved) -> bool:
    """Whether a relative clause tells what somebody calls a thing: لما وصفه بـ«المسار الإيجابي».

    "what he described as 'the positive track'": the reporter quotes a few words of whoever speaks.
    """
    frame = one.attribution.frame
    before = article.folded(frame.cue.first - 1)
    return (
        frame.reading is not None
        and frame.reading.describes_pronoun
        and one.attribution.kind != "indirect"
        and (before in RELATIVES or before in WHAT_OR_TO_WHAT or before in WITH_WHAT)
    )

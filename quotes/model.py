"""What the engine reads and what it finds, as plain immutable values.

Every offset is a Unicode code point into ``Document.text`` exactly as it was read, start
inclusive and end exclusive, so ``document.text[span.start:span.end] == span.text`` always
holds. What counts as a quote is the source / cue / content scheme of PARC 3.0 (Pareti 2016)
and BBC Citron, made concrete for Arabic.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

Kind = Literal["direct", "indirect", "mixed"]
Form = Literal["clause", "nominal"]
CueType = Literal["verb", "participle", "noun", "preposition", "colon"]
SpeakerKind = Literal["person", "organisation", "state", "document", "group", "unnamed"]
Status = Literal["pending", "accepted", "rejected", "fixed"]


@dataclass(frozen=True)
class Document:
    """One article: its text exactly as read and what is known about where it comes from.

    ``name`` is the path or URL it was read from. ``published`` is an ISO 8601 date or date
    and time. Everything but ``name`` and ``text`` may be unknown (``None``).
    """

    name: str
    text: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    address: str | None = None

    @cached_property
    def sha256(self) -> str:
        """Hexadecimal digest of the text encoded as UTF-8 (lone surrogates escaped)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's text."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The word or words that report: وأضاف "and he added", وفقاً لما ذكرته "as she said"."""

    lemma: str
    stance: str
    type: CueType


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """The noun phrase that names the speaker beside this cue."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is reported to have spoken, under the fullest name the document gives.

    ``role`` is the title or office found beside the name; ``aliases`` are the other names by
    which the document calls the same entity.
    """

    id: str
    name: str
    role: str | None
    kind: SpeakerKind
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of who the speaker is, with the reasons for it; the chosen one stands first."""

    speaker: Speaker
    mention: Mention | None
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: a speaker is reported, by a cue, to have communicated a content."""

    id: str
    kind: Kind
    form: Form
    content: tuple[Span, ...]
    cue: Cue
    mention: Mention | None
    speaker: Speaker | None
    parent: str | None = None
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = field(default=(), compare=False)
    status: Status = "pending"

    @property
    def text(self) -> str:
        """The reported words; pieces that the cue divides are joined by an ellipsis."""
        return " … ".join(span.text for span in self.content)


class Attributed(Protocol):
    """What has content, cue and mention: a quote, or what a reviewer makes of one."""

    @property
    def content(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> Cue: ...
    @property
    def mention(self) -> Mention | None: ...


def spans_of(attributed: Attributed) -> tuple[Span, ...]:
    """Content, cue and mention, in this order."""
    mention = (attributed.mention,) if attributed.mention else ()
    return (*attributed.content, attributed.cue, *mention)


def extent_of(attributed: Attributed) -> tuple[int, int]:
    """The smallest stretch of text that holds content, cue and mention: start and end."""
    spans = spans_of(attributed)
    return min(span.start for span in spans), max(span.end for span in spans)


def quote_id(document_sha256: str, cue: Span, content: tuple[Span, ...]) -> str:
    """The id of a quote: the same text and the same spans give the same id on every machine."""
    spans = ",".join(f"{span.start}-{span.end}" for span in (cue, *content))
    return hashlib.sha256(f"{document_sha256}:{spans}".encode()).hexdigest()[:16]

"""What the store keeps and gives back, as plain immutable values.

A review is never a field that is overwritten. Every decision is a :class:`ReviewEvent`, and the
state of a quote is the fold of its events over what the engine extracted (``store.state``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from quotes.model import (
    Cue,
    Document,
    Form,
    Kind,
    Mention,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    Status,
)

Verdict = Literal["accepted", "rejected", "fixed"]
Action = Literal[
    "accept",
    "reject",
    "fix",
    "skip",
    "flag",
    "unflag",
    "note",
    "add",
    "split",
    "join",
    "assign",
    "adjudicate",
    "carry",
    "undo",
    "redo",
]
DECISIONS: frozenset[Action] = frozenset(
    {"accept", "reject", "fix", "add", "split", "join", "adjudicate"}
)
"""The actions that settle a quote: each gives it a status and pins its reading."""

Order = Literal[
    "document", "uncertain", "confident", "newest", "oldest", "speaker", "outlet", "reviewed"
]
"""How :meth:`Store.find` sorts: ``document`` is by document in the order of adding and by place
in the text; ``uncertain`` puts low confidence first; ``newest`` and ``oldest`` go by the date of
publication (unknown dates last); ``reviewed`` puts the latest decision first. Ties are broken by
document, place and id, so that paging never repeats or skips a quote."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The part of a quote that a reviewer can change; offsets are into the quote's document.

    A speaker chosen from the registry carries the entity's id in ``speaker.id``. For a name that
    is typed freely leave ``speaker.id`` empty: the store finds or makes the entity.
    """

    kind: Kind
    form: Form
    content: tuple[Span, ...]
    cue: Cue
    mention: Mention | None
    speaker: Speaker | None

    @classmethod
    def of(cls, quote: Quote) -> Reading:
        """The reading that ``quote`` shows."""
        return cls(quote.kind, quote.form, quote.content, quote.cue, quote.mention, quote.speaker)

    def applied_to(self, quote: Quote) -> Quote:
        """``quote`` with this reading; its id stays what it was."""
        return replace(
            quote,
            kind=self.kind,
            form=self.form,
            content=self.content,
            cue=self.cue,
            mention=self.mention,
            speaker=self.speaker,
        )


@dataclass(frozen=True, slots=True)
class State:
    """A status together with the reading that it is about."""

    status: Status
    reading: Reading


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One thing that happened to one quote; never changed and never deleted.

    ``number`` orders the events of a database, ``sequence`` the events of one quote (from 1).
    ``at`` is ISO 8601 in UTC with microseconds. ``before`` is what the reviewer saw and ``after``
    what the event made of it; both are ``None`` for events that change no state (``skip``,
    ``note`` …), and ``before`` is ``None`` for ``add``. ``target`` is the event that ``undo`` and
    ``redo`` are about, for ``carry`` the id of the quote that the review comes from, and for
    ``join`` the id of the quote that took the words. Events that were decided together (a split,
    a join, a decision on many quotes) share a ``group`` and are undone together.
    """

    id: str
    number: int
    quote_id: str
    sequence: int
    reviewer: str
    at: str
    action: Action
    before: State | None = None
    after: State | None = None
    note: str | None = None
    target: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer asks for; :meth:`Store.decide` turns it into a :class:`ReviewEvent`.

    ``revision`` is the ``StoredQuote.revision`` that was on the screen. When the quote has moved
    on meanwhile the store raises :class:`ConflictError` and changes nothing. ``None`` skips the
    check (for ``note``, ``skip`` and ``flag`` that is the natural choice).

    ``reading`` is required for ``fix`` and optional for ``adjudicate`` (whose ``verdict`` is
    required: accepted, rejected or fixed). ``note`` is free text: the reason of a rejection, a
    remark, what a flag asks for.
    """

    quote_id: str
    action: Literal[
        "accept", "reject", "fix", "skip", "flag", "unflag", "note", "assign", "adjudicate"
    ]
    revision: int | None = None
    reading: Reading | None = None
    verdict: Verdict | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The standing verdict of one reviewer on one quote.

    ``event_id`` names the event that gave it (its ``after.reading`` is what the reviewer
    endorsed), and ``reading_key`` is equal for two judgements that endorse the same reading.
    """

    reviewer: str
    verdict: Verdict
    at: str
    event_id: str
    reading_key: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the store.

    ``added`` is ISO 8601 in UTC. ``superseded_by`` is the sha256 of the corrected text that took
    its place, ``other_names`` are further paths or addresses under which the same text was added.
    """

    document: Document
    added: str
    superseded_by: str | None = None
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """What is shown of a document beside one of its quotes."""

    sha256: str
    name: str
    title: str | None
    outlet: str | None
    published: str | None
    address: str | None


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """A quote as it stands now: extraction, review, and what a reviewer should know about it.

    ``quote`` shows the current reading and status; ``extracted`` is what the engine last found
    (``None`` for a quote that a reviewer added). ``entity`` is the id of the speaker in the
    registry, after merges. ``revision`` grows by one with each change of the quote.

    ``needs_look`` says in words why someone should look again (the words changed under the
    review), or is ``None``; a later decision settles it. ``gone`` is true when the latest
    extraction does not find the quote any more (kept and still listed, since it was reviewed).
    ``replaced_by`` is the id of the quote that carries the review on; ``withdrawn`` marks a missed
    quote whose addition was undone (both are hidden unless asked for). ``flagged_by`` are the
    reviewers who flagged it. ``disputed`` is true while standing judgements disagree and nobody
    has adjudicated. ``previous_ids`` are the ids under which earlier extractions knew it; its
    history includes theirs.
    """

    quote: Quote
    document: DocumentReference
    revision: int
    extracted: Quote | None
    entity: str | None = None
    judgements: tuple[Judgement, ...] = ()
    adjudicated_by: str | None = None
    needs_look: str | None = None
    gone: bool = False
    replaced_by: str | None = None
    withdrawn: bool = False
    flagged_by: tuple[str, ...] = ()
    notes: int = 0
    disputed: bool = False
    previous_ids: tuple[str, ...] = ()
    reviewed_at: str | None = None

    @property
    def id(self) -> str:
        """The quote's id."""
        return self.quote.id

    @property
    def status(self) -> Status:
        """The quote's status."""
        return self.quote.status

    @property
    def reading(self) -> Reading:
        """The quote's current reading."""
        return Reading.of(self.quote)


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding one document did.

    ``new`` is false when the same text was there before; ``supersedes`` is the sha256 of the
    earlier version of the article. The counts are of quotes: ``added``; ``unchanged`` (same id);
    ``carried`` (the review went over to a quote with other spans or in the corrected text),
    ``flagged`` of which need another look; ``gone`` (reviewed, not found any more, kept);
    ``removed`` (never reviewed, not found any more).
    """

    sha256: str
    name: str
    new: bool
    supersedes: str | None = None
    added: int = 0
    unchanged: int = 0
    carried: int = 0
    flagged: int = 0
    gone: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which an entity is called.

    ``confirmed_by`` is the reviewer who vouched for it (``None``: only seen in a document) and
    ``evidence`` says how, for a person to read. A confirmed alias is preferred to the engine's
    own guess when further documents are added.
    """

    text: str
    confirmed_by: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """An office under which an entity was quoted, with the first and last date of publication."""

    role: str
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A speaker across documents. ``quotes`` counts the quotes that are not gone."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[Alias, ...] = ()
    roles: tuple[RoleRecord, ...] = ()
    merged_into: str | None = None
    distinct_from: tuple[str, ...] = ()
    quotes: int = 0

    def speaker(self) -> Speaker:
        """The entity as the speaker of a quote, to put into a :class:`Reading`."""
        return Speaker(
            self.id,
            self.name,
            self.roles[-1].role if self.roles else None,
            self.kind,
            tuple(alias.text for alias in self.aliases if alias.text != self.name),
        )


@dataclass(frozen=True, slots=True)
class RegistryEvent:
    """One change that a person made to the registry; ``detail`` is readable plain text."""

    id: str
    number: int
    entity_id: str
    reviewer: str
    at: str
    action: Literal["merge", "unmerge", "split", "rename", "alias", "unalias", "distinct"]
    detail: str


@dataclass(frozen=True, slots=True)
class MergeProposal:
    """Two entities that may be one, never merged without a person; ``score`` is 0 to 1."""

    first: Entity
    second: Entity
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Agreement of two reviewers on the quotes that both have judged.

    ``percent`` is 0 to 100, ``kappa`` Cohen's kappa (``None`` when it is not defined), and
    ``same_reading`` the percentage on which they also endorse the same reading.
    """

    first: str
    second: str
    items: int
    percent: float
    kappa: float | None
    same_reading: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far reviewers agree on verdicts (accepted, rejected, fixed).

    ``items`` counts the quotes with two or more judgements; ``percent`` is the share of agreeing
    pairs of judgements on them, 0 to 100; ``alpha`` is Krippendorff's alpha for nominal data.
    Measures that are not defined (no items, no variation) are ``None``.
    """

    reviewers: tuple[str, ...]
    items: int
    percent: float | None
    alpha: float | None
    pairs: tuple[PairAgreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that ``check`` found: where, what, and whether ``repair`` can mend it."""

    where: str
    what: str
    repairable: bool


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """Facts about a database, for ``quotes db info``; ``bytes`` is ``None`` for a server."""

    location: str
    engine: Literal["tinydb", "sqlite", "postgresql"]
    schema_version: int
    documents: int
    quotes: int
    events: int
    entities: int
    reviewers: tuple[str, ...]
    statuses: dict[str, int]
    bytes: int | None
    advice: str | None = None

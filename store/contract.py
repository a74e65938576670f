"""The ``Store`` protocol: what every place to keep quotes must do.

There are three places (a TinyDB file, SQLite, PostgreSQL) and one behaviour; the same tests run on
all. Open one with :func:`store.open_store`, and close it, or use it as a context manager.

Every method that changes something is one atomic transaction and is durable when it returns. Many
processes may use one database at once. Errors are ``quotes.errors.DatabaseError`` (and its
subclasses here) with a message for a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

from quotes.errors import DatabaseError, UsageError
from quotes.model import Document, Quote, SpeakerKind
from store.filters import Filter
from store.values import (
    AddReport,
    Agreement,
    Decision,
    Entity,
    MergeProposal,
    Order,
    Problem,
    Reading,
    RegistryEvent,
    ReviewEvent,
    StoredDocument,
    StoredQuote,
    StoreInfo,
)


class ConflictError(DatabaseError):
    """The quote was changed by someone else since it was read; nothing was written.

    ``current`` is the quote as it stands now, ready to be shown.
    """

    def __init__(self, current: StoredQuote) -> None:
        super().__init__(
            f"quote {current.id} was changed by someone else meanwhile; look at it again"
        )
        self.current = current


class NotFoundError(UsageError):
    """There is no quote, document, event or speaker of this id."""


class Store(Protocol):
    """A database of documents, quotes, reviews and speakers."""

    location: str

    # -- documents and quotes ---------------------------------------------------------------

    def add(self, document: Document, quotes: Sequence[Quote]) -> AddReport:
        """Keep ``document`` and the quotes extracted from it.

        Adding a document again, with the same or another engine, loses nothing that a person
        decided (see :class:`AddReport`). A text under a name or address that is known already,
        and similar to the text kept there, is taken as a corrected version of it.
        """

    def add_many(self, items: Iterable[tuple[Document, Sequence[Quote]]]) -> list[AddReport]:
        """:meth:`add` for many documents in one transaction and one write."""

    def document(self, sha256: str) -> StoredDocument:
        """The document of this digest. Raises ``NotFoundError``."""

    def documents(self, sha256s: Iterable[str] | None = None) -> Iterator[StoredDocument]:
        """The documents of these digests that exist, or all, in the order of adding."""

    def get(self, quote_id: str) -> StoredQuote:
        """The quote of this id, or the one that carries its review on. Raises ``NotFoundError``.

        A prefix of at least four characters will do when it is unique.
        """

    def get_many(self, quote_ids: Sequence[str]) -> list[StoredQuote]:
        """The quotes of these ids that exist, in this order; no prefixes, and no carrying on."""

    def quotes_of_document(self, sha256: str) -> list[StoredQuote]:
        """The quotes of a document in the order of the text, hidden ones excluded."""

    def find(
        self,
        where: Filter | str = "",
        order: Order = "document",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[StoredQuote]:
        """The quotes that match, one page of them; hidden ones only when the filter asks for them.

        Raises ``FilterError`` for a bad filter.
        """

    def iterate(self, where: Filter | str = "", order: Order = "document") -> Iterator[StoredQuote]:
        """Like :meth:`find` without a limit, without holding all of them in memory."""

    def find_ids(self, where: Filter | str = "", order: Order = "document") -> list[str]:
        """The ids alone of the quotes that match, in order: a cheap queue for the review app."""

    def count(self, where: Filter | str = "") -> int:
        """How many quotes match."""

    def counts(self, where: Filter | str = "") -> dict[str, int]:
        """How many quotes match, by status; all four statuses are present."""

    # -- review -----------------------------------------------------------------------------

    def decide(self, decision: Decision, *, reviewer: str) -> StoredQuote:
        """Record one decision. Raises ``ConflictError``, ``NotFoundError``, ``UsageError``."""

    def decide_together(self, decisions: Sequence[Decision], *, reviewer: str) -> list[StoredQuote]:
        """Record decisions on many quotes at once, all or none, undone together."""

    def add_missed(
        self, sha256: str, reading: Reading, *, reviewer: str, note: str | None = None
    ) -> StoredQuote:
        """Add a quote that the engine missed; its status is ``fixed``.

        Raises ``UsageError`` when the spans do not agree with the document's text or the quote is
        there already.
        """

    def split(
        self,
        quote_id: str,
        parts: Sequence[Reading],
        *,
        reviewer: str,
        revision: int | None = None,
    ) -> list[StoredQuote]:
        """Make two or more quotes of one: the first part stays under the id, the others are new."""

    def join(
        self,
        quote_id: str,
        other_id: str,
        reading: Reading,
        *,
        reviewer: str,
        revision: int | None = None,
    ) -> StoredQuote:
        """Give ``quote_id`` the ``reading`` that takes in the words of ``other_id``, which is
        rejected as joined."""

    def undo(self, *, reviewer: str, quote_id: str | None = None) -> list[StoredQuote]:
        """Take back the reviewer's last standing action (on this quote, if one is given).

        Works across sessions and as often as there are actions. Returns the quotes that changed;
        an empty list when there is nothing to undo.
        """

    def redo(self, *, reviewer: str, quote_id: str | None = None) -> list[StoredQuote]:
        """Bring back what :meth:`undo` took back last, unless the reviewer has acted since."""

    def history(self, quote_id: str) -> list[ReviewEvent]:
        """Every event of the quote, oldest first, including those under its previous ids."""

    def events(self, *, reviewer: str | None = None, limit: int | None = None) -> list[ReviewEvent]:
        """The latest events of the database (or of one reviewer), newest first."""

    def disagreements(self, limit: int | None = None, offset: int = 0) -> list[StoredQuote]:
        """Quotes on which judgements differ and nobody has adjudicated (filter ``is:disputed``).

        Settle one with the decision ``adjudicate``.
        """

    def agreement(self, where: Filter | str = "") -> Agreement:
        """How far the reviewers agree, over the quotes that match."""

    # -- speakers ---------------------------------------------------------------------------

    def speakers(self, prefix: str = "", limit: int | None = None, offset: int = 0) -> list[Entity]:
        """Entities one of whose names has a word beginning with ``prefix``, in folded spelling.

        Most quoted first; for type-ahead. Merged entities appear only under the one they are part
        of.
        """

    def speaker(self, entity_id: str) -> Entity:
        """The entity of this id or, failing that, of this name (the one it is merged into).

        Raises ``NotFoundError``, also when a name is ambiguous; the message lists the ids.
        """

    def add_speaker(
        self, name: str, kind: SpeakerKind = "person", role: str | None = None, *, reviewer: str
    ) -> Entity:
        """Enter a speaker by hand; the existing entity when there is one of this name."""

    def merge_speakers(self, into: str, other: str, *, reviewer: str) -> Entity:
        """Make ``other`` part of ``into``; its names become aliases. Reversible."""

    def unmerge_speaker(self, entity_id: str, *, reviewer: str) -> Entity:
        """Make an entity that was merged stand alone again, with its own quotes."""

    def split_speaker(
        self, entity_id: str, quote_ids: Sequence[str], name: str, *, reviewer: str
    ) -> Entity:
        """Give these quotes to a new entity called ``name`` (which may be the same name)."""

    def rename_speaker(self, entity_id: str, name: str, *, reviewer: str) -> Entity:
        """Change the canonical name; the old one stays as an alias."""

    def alias_speaker(
        self, entity_id: str, alias: str, *, reviewer: str, remove: bool = False
    ) -> Entity:
        """Confirm ``alias`` as a name of the entity, or take it away."""

    def decline_merge(self, first: str, second: str, *, reviewer: str) -> None:
        """Record that two entities are different, so that the merge is not proposed again."""

    def propose_merges(self, limit: int | None = None) -> list[MergeProposal]:
        """Entities whose names look like spellings of one name, surest first."""

    def speaker_history(self, entity_id: str) -> list[RegistryEvent]:
        """Every change that people made to the entity, oldest first."""

    # -- progress ---------------------------------------------------------------------------

    def setting(self, reviewer: str, name: str) -> Any:
        """A value kept for a reviewer (resume position, saved views …) or ``None``."""

    def settings(self, reviewer: str) -> dict[str, Any]:
        """All values kept for a reviewer."""

    def set_setting(self, reviewer: str, name: str, value: Any) -> None:
        """Keep a JSON value for a reviewer; ``None`` forgets it."""

    # -- the database -----------------------------------------------------------------------

    def info(self) -> StoreInfo:
        """Facts about the database."""

    def changed(self) -> bool:
        """Whether somebody else has written since the last call (or since the opening).

        Cheap; for a screen that wants to refresh itself.
        """

    def check(self) -> list[Problem]:
        """Every broken reference, span that does not fit its text, and state that is not the fold
        of its events."""

    def repair(self) -> list[Problem]:
        """Mend what :meth:`check` finds repairable, after a backup; returns what was mended."""

    def backup(self, target: str | None = None) -> str:
        """Write a copy of the database and return where it is."""

    def digest(self) -> str:
        """SHA-256 over the whole content in a canonical form: equal on every engine."""

    def dump(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Every row as (table, row), the input of :meth:`load`; order is not significant."""

    def load(self, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Fill an empty database from :meth:`dump`. Raises ``DatabaseError`` if it is not."""

    def close(self) -> None:
        """Release the database. May be called more than once."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

"""Reading through a transaction: from ids and rows to the values that people see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.model import Quote
from store.contract import NotFoundError
from store.rows import decode_event, decode_stored, extracted_of, quote_row
from store.state import canonical_key, fold
from store.transaction import Row, Transaction
from store.values import Reading, ReviewEvent, StoredQuote

SHORTEST_PREFIX = 4


class View:
    """What one transaction shows, with the small look-ups that most work needs."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self._roots: dict[str, str] = {}

    def canonical(self, entity_id: str) -> str:
        """The entity that this one is merged into in the end; the id itself if it is unknown."""
        if entity_id not in self._roots:
            row = self.transaction.get("entities", [entity_id]).get(entity_id)
            self._roots[entity_id] = row["root"] if row else entity_id
        return self._roots[entity_id]

    def quote(self, quote_id: str) -> Row:
        """The row of this id, or of the one that carries its review on; a unique prefix will do."""
        row = self.transaction.get("quotes", [quote_id]).get(quote_id)
        if row is None and len(quote_id) >= SHORTEST_PREFIX:
            found = self.transaction.quote_ids(quote_id)
            if len(found) > 1:
                raise NotFoundError(f"more than one quote's id begins with {quote_id}; give more")
            row = self.transaction.get("quotes", found).get(found[0]) if found else None
        if row is None and len(quote_id) < SHORTEST_PREFIX:
            raise NotFoundError(
                f"{quote_id} is too short; give at least four characters of the quote's id"
            )
        if row is None:
            raise NotFoundError(f"there is no quote {quote_id}")
        successor = row["body"]["replaced_by"]
        return self.quote(successor) if successor else row

    def document(self, sha256: str) -> Row:
        """The document row of this digest; a unique prefix is not enough here."""
        row = self.transaction.get("documents", [sha256]).get(sha256)
        if row is None:
            raise NotFoundError(f"there is no document {sha256}")
        return row

    def stored(self, rows: Sequence[Row]) -> list[StoredQuote]:
        """The quotes of these rows, with their documents and speakers."""
        documents = self.transaction.get("documents", {row["document"] for row in rows})
        links = {row["entity"] for row in rows if row["entity"]}
        linked = self.transaction.get("entities", links)
        roots = self.transaction.get("entities", {row["root"] for row in linked.values()})
        return [
            self._comparable(
                decode_stored(
                    row,
                    documents[row["document"]],
                    roots.get(linked[row["entity"]]["root"]) if row["entity"] in linked else None,
                )
            )
            for row in rows
        ]

    def _comparable(self, stored: StoredQuote) -> StoredQuote:
        """The quote with keys of readings that are equal where speakers have been merged."""
        if len(stored.judgements) < 2:
            return stored
        judgements = tuple(
            replace(judgement, reading_key=canonical_key(judgement.reading_key, self.canonical))
            for judgement in stored.judgements
        )
        return replace(stored, judgements=judgements)

    def one(self, row: Row) -> StoredQuote:
        """The quote of one row."""
        return self.stored([row])[0]

    def history(self, row: Row) -> list[ReviewEvent]:
        """The events of a quote, those under its previous ids included, oldest first."""
        ids = [*row["body"]["previous_ids"], row["id"]]
        events = [decode_event(event) for event in self.transaction.where("events", "quote", ids)]
        return sorted(events, key=lambda event: event.number)

    def refold(
        self,
        row: Row,
        events: Sequence[ReviewEvent],
        *,
        extracted: Quote | None = None,
        gone: bool | None = None,
    ) -> Row:
        """The row as its events make it, one revision on.

        ``extracted`` and ``gone`` replace what the row has when they are given.
        """
        extracted = extracted or extracted_of(row)
        body = row["body"]
        return quote_row(
            row["id"],
            self.document(row["document"]),
            extracted,
            fold(Reading.of(extracted) if extracted else None, events, self.canonical),
            revision=row["revision"] + 1,
            gone=row["gone"] if gone is None else gone,
            replaced_by=body["replaced_by"],
            previous_ids=tuple(body["previous_ids"]),
        )

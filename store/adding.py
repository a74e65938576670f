"""Adding documents, and adding them again: what a person decided outlives every extraction.

A quote whose id is found again keeps its review. A reviewed quote whose spans have changed, in the
same text or in a corrected one, hands its review to the quote that took its place, as an event of
its own (``carry``); where the words are not the same, that quote asks for another look. A reviewed
quote that is not found any more stays, marked as gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from quotes.model import Document, Quote, quote_id
from store.alignment import Alignment, align
from store.carrying import SAME_QUOTE, Loss, carried, likeness, moved
from store.clock import new_event_id, now
from store.escaping import storable
from store.registry import Registry
from store.rows import (
    decode_document,
    encode_document,
    encode_event,
    folded_name,
    quote_row,
    reading_of,
)
from store.state import SYSTEM, fold
from store.transaction import Row, Transaction
from store.values import AddReport, Reading, ReviewEvent, State, StoredDocument
from store.view import View

SAME_ARTICLE = 0.5
"""Two texts of one name are versions of one article when they share this part of their words."""
_NAMELESS = frozenset({"", "-", "stdin", "<stdin>"})


def add_documents(
    transaction: Transaction, items: Sequence[tuple[Document, Sequence[Quote]]]
) -> list[AddReport]:
    """Add these documents with their quotes, in order."""
    _prefetch(transaction, items)
    return [_Adding(transaction, document).add(quotes) for document, quotes in items]


def _prefetch(transaction: Transaction, items: Sequence[tuple[Document, Sequence[Quote]]]) -> None:
    """Read at once what the single documents will ask for (see ``store.buffer``)."""
    digests = [document.sha256 for document, _ in items]
    transaction.get("documents", digests)
    transaction.where("documents", "name", [storable(d.name) for d, _ in items])
    transaction.where("documents", "address", [storable(d.address) for d, _ in items if d.address])
    known = transaction.where("quotes", "document", digests)
    lineages = [{row["id"], *row["body"]["previous_ids"]} for row in known]
    transaction.where("events", "quote", sorted(set().union(*lineages)))
    transaction.get("quotes", [quote.id for _, quotes in items for quote in quotes])
    texts = {
        folded_name(text)
        for _, quotes in items
        for quote in quotes
        if quote.speaker
        for text in (quote.speaker.name, quote.mention.text if quote.mention else "")
    }
    names = transaction.where("names", "folded", texts - {""})
    entities = transaction.get("entities", {name["entity"] for name in names})
    transaction.get("entities", {row["root"] for row in entities.values()})
    transaction.where("names", "entity", entities.keys())


class _Adding:
    """Adding one document."""

    def __init__(self, transaction: Transaction, document: Document) -> None:
        self.transaction = transaction
        self.document = document
        self.view = View(transaction)
        self.counts = dict.fromkeys(
            ("added", "unchanged", "carried", "flagged", "gone", "removed"), 0
        )

    def add(self, quotes: Sequence[Quote]) -> AddReport:
        known = self.transaction.get("documents", [self.document.sha256])
        predecessor, alignment = self._predecessor()
        document = self._put_document(known.get(self.document.sha256))
        registry = Registry(self.transaction)
        incoming = {q.id: registry.resolve(q, self.document) for q in quotes}
        existing = {
            row["id"]: row
            for row in self.transaction.where("quotes", "document", [self.document.sha256])
        }
        losses: list[Loss] = []
        for row in existing.values():
            if row["id"] not in incoming:
                losses += self._lose(row, align(self.document.text, self.document.text))
        if predecessor and alignment:
            for row in self.transaction.where("quotes", "document", [predecessor["sha256"]]):
                losses += self._lose(row, alignment)
        if known or predecessor:
            losses += self._forgotten(predecessor)
        if predecessor:
            self._supersede(predecessor)
        for quote in incoming.values():
            self._keep(quote, existing.get(quote.id), document)
        self._carry(losses, incoming, document)
        if document != known.get(self.document.sha256, document):
            self._pass_on(incoming)
        return AddReport(
            self.document.sha256,
            self.document.name,
            new=not known,
            supersedes=predecessor["sha256"] if predecessor else None,
            **self.counts,
        )

    # -- the document -----------------------------------------------------------------------

    def _predecessor(self) -> tuple[Row | None, Alignment | None]:
        """The current version of the same article with another text, if there is one."""
        rows = []
        if self.document.name not in _NAMELESS:
            rows += self.transaction.where("documents", "name", [storable(self.document.name)])
        if self.document.address:
            address = storable(self.document.address)
            rows += self.transaction.where("documents", "address", [address])
        for row in rows:
            if row["sha256"] != self.document.sha256 and row["superseded_by"] is None:
                old = decode_document(row).document
                alignment = align(old.text, self.document.text)
                if alignment.similarity >= SAME_ARTICLE:
                    return row, alignment
        return None, None

    def _put_document(self, row: Row | None) -> Row:
        if row is None:
            stored = StoredDocument(self.document, now())
            number = self.transaction.next_number("documents")
        else:
            stored = _updated(decode_document(row), self.document)
            number = row["number"]
        fresh = encode_document(stored, number)
        if fresh != row:
            self.transaction.put("documents", [fresh])
        return fresh

    def _supersede(self, predecessor: Row) -> None:
        stored = replace(decode_document(predecessor), superseded_by=self.document.sha256)
        self.transaction.put("documents", [encode_document(stored, predecessor["number"])])

    # -- its quotes -------------------------------------------------------------------------

    def _keep(self, quote: Quote, row: Row | None, document: Row) -> None:
        """A quote that the extraction gives: new, or known under its id."""
        if row is None:
            folded = fold(Reading.of(quote), [])
            self.transaction.put(
                "quotes", [quote_row(quote.id, document, quote, folded, revision=1)]
            )
            self.counts["added"] += 1
            return
        if row["body"]["replaced_by"]:
            # An engine that went back to earlier spans: the review comes back with a carry.
            row = {**row, "body": {**row["body"], "replaced_by": None}}
        fresh = self.view.refold(row, self.view.history(row), extracted=quote, gone=False)
        if {**fresh, "revision": row["revision"]} != row:
            self.transaction.put("quotes", [fresh])
        self.counts["unchanged"] += 1

    def _lose(self, row: Row, alignment: Alignment) -> list[Loss]:
        """A known quote that the extraction does not give: removed, unless someone worked on it."""
        if row["body"]["replaced_by"] or row["body"]["withdrawn"]:
            return []
        history = self.view.history(row)
        if not history:
            self.transaction.delete("quotes", [row["id"]])
            self.counts["removed"] += 1
            return []
        in_its_document = row["document"] == self.document.sha256
        if row["missed"] and in_its_document:
            return []
        reading = reading_of(row)
        return [Loss(row, history, reading, moved(reading, alignment))]

    def _forgotten(self, predecessor: Row | None) -> list[Loss]:
        """Reviewed quotes that earlier versions of this text had and no later extraction found."""
        losses: list[Loss] = []
        earlier = [self.document.sha256]
        earlier += [predecessor["sha256"]] if predecessor else []
        seen = set(earlier)
        while earlier:
            rows = self.transaction.where("documents", "superseded_by", earlier)
            earlier = [row["sha256"] for row in rows if row["sha256"] not in seen]
            seen.update(earlier)
            for row in rows:
                gone = self.transaction.where("quotes", "document", [row["sha256"]])
                gone = [quote for quote in gone if quote["gone"] and not quote["hidden"]]
                if gone and row["sha256"] in earlier:
                    alignment = align(decode_document(row).document.text, self.document.text)
                    losses += [loss for quote in gone for loss in self._lose(quote, alignment)]
        return losses

    def _pass_on(self, incoming: Collection[str]) -> None:
        """What is newly known of the document (its date, its outlet) concerns all its quotes."""
        for row in self.transaction.where("quotes", "document", [self.document.sha256]):
            if row["id"] not in incoming and not row["body"]["replaced_by"]:
                fresh = self.view.refold(row, self.view.history(row))
                self.transaction.put("quotes", [fresh])

    def _carry(self, losses: Iterable[Loss], incoming: dict[str, Quote], document: Row) -> None:
        """Hand each lost review to the quote that took its place; what finds none is gone."""
        losses = list(losses)
        pairs = sorted(
            (
                (_closeness(loss, quote), index, quote.id)
                for index, loss in enumerate(losses)
                for quote in incoming.values()
            ),
            key=lambda pair: (-pair[0], pair[1], pair[2]),
        )
        taken: set[str] = set()
        placed: set[int] = set()
        for share, index, successor_id in pairs:
            if share < SAME_QUOTE or index in placed or successor_id in taken:
                continue
            successor = self.transaction.get("quotes", [successor_id])[successor_id]
            if self.view.history(successor) and not _comes_back(successor_id, losses[index]):
                continue
            self._hand_over(losses[index], successor, incoming[successor_id])
            placed.add(index)
            taken.add(successor_id)
        for index, loss in enumerate(losses):
            if index not in placed:
                self._let_go(loss, document)

    def _hand_over(self, loss: Loss, successor: Row, quote: Quote) -> None:
        reading, reason = carried(loss, quote)
        self._move(loss, successor, reading, reason)
        self.counts["carried"] += 1
        self.counts["flagged"] += reason is not None

    def _let_go(self, loss: Loss, document: Row) -> None:
        if loss.row["missed"] and loss.moved and loss.keeps_its_words:
            # The engine never saw it, and the corrected text still has its words.
            place = quote_id(self.document.sha256, loss.moved.cue, loss.moved.content)
            if not self.transaction.get("quotes", [place]):
                folded = fold(loss.moved, [])
                successor = quote_row(place, document, None, folded, revision=1)
                self._move(loss, successor, loss.moved, None)
                self.counts["carried"] += 1
                return
        if not loss.row["gone"]:
            gone = self.view.refold(loss.row, loss.history, gone=True)
            self.transaction.put("quotes", [gone])
            self.counts["gone"] += 1

    def _move(self, loss: Loss, successor: Row, reading: Reading, reason: str | None) -> None:
        """Write the carry event, and both rows as it leaves them."""
        status = loss.row["status"]
        event = ReviewEvent(
            new_event_id(),
            self.transaction.next_number("events"),
            successor["id"],
            len(loss.history) + 1,
            SYSTEM,
            now(),
            "carry",
            State(status, loss.reading),
            State(status, reading),
            reason,
            loss.row["id"],
        )
        self.transaction.put("events", [encode_event(event)])
        lineage = {*loss.row["body"]["previous_ids"], loss.row["id"]} - {successor["id"]}
        body = {**successor["body"], "previous_ids": sorted(lineage), "replaced_by": None}
        history = sorted(
            {e.id: e for e in (*loss.history, *self.view.history(successor), event)}.values(),
            key=lambda e: e.number,
        )
        follower = self.view.refold({**successor, "body": body}, history)
        leader = {**loss.row["body"], "replaced_by": successor["id"]}
        left = self.view.refold({**loss.row, "body": leader}, loss.history)
        self.transaction.put("quotes", [follower, left])


def _closeness(loss: Loss, quote: Quote) -> float:
    """How near ``quote`` is to ``loss``; its own review comes back to it in any case."""
    return 1.0 if _comes_back(quote.id, loss) else likeness(loss, quote)


def _comes_back(successor_id: str, loss: Loss) -> bool:
    """Whether ``loss`` only carries on what the successor once had."""
    return successor_id in loss.row["body"]["previous_ids"]


def _updated(stored: StoredDocument, document: Document) -> StoredDocument:
    """What is known of a document after its text came again, perhaps from another place."""
    known = stored.document
    same_place = document.name == known.name
    names = set(stored.other_names)
    if not same_place:
        names.add(document.name)

    def choose(old: str | None, new: str | None) -> str | None:
        return (new or old) if same_place else (old or new)

    return replace(
        stored,
        document=Document(
            known.name,
            known.text,
            choose(known.title, document.title),
            choose(known.outlet, document.outlet),
            choose(known.author, document.author),
            choose(known.published, document.published),
            choose(known.address, document.address),
        ),
        superseded_by=None,
        other_names=tuple(sorted(names)),
    )

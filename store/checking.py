"""Checking a database, and mending what can be mended without inventing anything."""

from __future__ import annotations

from collections.abc import Iterator

from quotes.errors import UsageError
from store.registry import Registry
from store.reviewing import check_spans
from store.rows import decode_document, decode_entity, extracted_of, name_rows, reading_of
from store.transaction import Row, Table, Transaction
from store.values import Entity, Problem, Reading
from store.view import View


class Checking:
    """One pass over everything; with ``mend`` it puts right what it can."""

    def __init__(self, transaction: Transaction, *, mend: bool) -> None:
        self.transaction = transaction
        self.mend = mend
        self.view = View(transaction)
        self.documents = {row["sha256"]: row for row in transaction.all("documents")}
        self.quotes = {row["id"]: row for row in transaction.all("quotes")}
        self.events = {row["id"]: row for row in transaction.all("events")}
        self.entities = {row["id"]: row for row in transaction.all("entities")}

    def problems(self) -> list[Problem]:
        """Everything that is wrong, in the order documents, speakers, events, quotes."""
        found = list(self._documents())
        found += self._entities()
        found += self._names()
        found += self._events()
        found += self._quotes()
        return found

    def _documents(self) -> Iterator[Problem]:
        for sha256, row in self.documents.items():
            if decode_document(row).document.sha256 != sha256:
                yield Problem(f"document {sha256}", "its text is not the text of its digest", False)
            successor = row["superseded_by"]
            if successor and successor not in self.documents:
                self._put("documents", {**row, "superseded_by": None})
                yield Problem(
                    f"document {sha256}", f"refers to a newer version {successor}, missing", True
                )

    def _entities(self) -> Iterator[Problem]:
        for entity_id, row in self.entities.items():
            root, missing = self._root(row)
            if missing:
                yield Problem(f"speaker {entity_id}", f"is merged into {missing}, missing", True)
                body = {**row["body"], "merged_into": None}
                self.entities[entity_id] = row = {**row, "body": body}
                root = entity_id
            if missing or row["root"] != root:
                if not missing:
                    what = f"is filed under {row['root']} instead of {root}"
                    yield Problem(f"speaker {entity_id}", what, True)
                self._put("entities", {**row, "root": root})

    def _root(self, row: Row) -> tuple[str, str | None]:
        """The end of the chain of merges, and the id at which the chain is broken, if it is."""
        seen = {row["id"]}
        while target := row["body"]["merged_into"]:
            if target not in self.entities or target in seen:
                return row["id"], target
            seen.add(target)
            row = self.entities[target]
        return row["id"], None

    def _names(self) -> Iterator[Problem]:
        expected = {
            n["key"]: n for row in self.entities.values() for n in name_rows(decode_entity(row))
        }
        present = {name["key"]: name for name in self.transaction.all("names")}
        for key in sorted(expected.keys() | present.keys()):
            if expected.get(key) != present.get(key):
                yield Problem(f"name {key}", "does not agree with its speaker", True)
                if self.mend and key in expected:
                    self.transaction.put("names", [expected[key]])
                elif self.mend:
                    self.transaction.delete("names", [key])

    def _events(self) -> Iterator[Problem]:
        for event_id, row in self.events.items():
            if row["quote"] not in self.quotes:
                yield Problem(
                    f"event {event_id}", f"belongs to quote {row['quote']}, missing", False
                )
            target = row["body"]["target"]
            if row["action"] in ("undo", "redo") and target not in self.events:
                yield Problem(f"event {event_id}", f"refers to event {target}, missing", False)

    def _quotes(self) -> Iterator[Problem]:
        for quote_id, row in self.quotes.items():
            yield from self._quote(quote_id, row)

    def _quote(self, quote_id: str, row: Row) -> Iterator[Problem]:
        where = f"quote {quote_id}"
        document = self.documents.get(row["document"])
        if document is None:
            yield Problem(where, f"stands in document {row['document']}, missing", False)
            return
        text = decode_document(document).document.text
        extracted = extracted_of(row)
        for reading in {reading_of(row), Reading.of(extracted) if extracted else reading_of(row)}:
            try:
                check_spans(reading, text)
            except UsageError as error:
                yield Problem(where, str(error), False)
        parent = row["parent"]
        if parent and parent not in self.quotes and not (row["gone"] or row["hidden"]):
            yield Problem(where, f"stands inside quote {parent}, missing", False)
        body = row["body"]
        successor = body["replaced_by"]
        if successor and successor not in self.quotes:
            yield Problem(where, f"its review went over to {successor}, missing", True)
            row = {**row, "body": {**body, "replaced_by": None}}
        if row["entity"] and row["entity"] not in self.entities:
            yield Problem(where, f"its speaker {row['entity']} is missing", True)
            self._restore_speaker(row)
        if not row["body"]["replaced_by"]:  # the review of a replaced one goes on elsewhere
            yield from self._refolded(where, row)

    def _restore_speaker(self, row: Row) -> None:
        speaker = reading_of(row).speaker
        if self.mend and speaker:
            entity = Entity(row["entity"], speaker.name, speaker.kind)
            self.entities[entity.id] = Registry(self.transaction).save(entity, entity.id)

    def _refolded(self, where: str, row: Row) -> Iterator[Problem]:
        try:
            fresh = self.view.refold(row, self.view.history(row))
        except (ValueError, KeyError) as error:
            yield Problem(where, f"its history makes no sense: {error}", False)
            return
        stored = self.quotes[row["id"]]
        differing = [name for name in fresh if name != "revision" and fresh[name] != stored[name]]
        if differing:
            names = ", ".join(differing)
            yield Problem(where, f"is not what its events make it ({names})", True)
            self._put("quotes", fresh)

    def _put(self, table: Table, row: Row) -> None:
        if self.mend:
            self.transaction.put(table, [row])

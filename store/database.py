"""The store: everything the contract promises, on whatever engine keeps the rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from types import TracebackType
from typing import Any, Self

import orjson

from quotes.errors import DatabaseError
from quotes.model import Document, Quote, SpeakerKind
from store.adding import add_documents
from store.agreement import agreement
from store.checking import Checking
from store.curating import Curating, decode_change
from store.filters import Filter
from store.migrations import schema_version
from store.registry import Registry, propose
from store.reviewing import Reviewing, checked_reviewer
from store.rows import decode_document, decode_event
from store.state import SYSTEM
from store.transaction import KEYS, Engine
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
from store.view import View

_PAGE = 500


class Database:
    """A ``Store`` (see ``store.contract``, which documents the methods) over an engine."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.location = engine.location

    # -- documents and quotes ---------------------------------------------------------------

    def add(self, document: Document, quotes: Sequence[Quote]) -> AddReport:
        return self.add_many([(document, quotes)])[0]

    def add_many(self, items: Iterable[tuple[Document, Sequence[Quote]]]) -> list[AddReport]:
        with self.engine.writing() as transaction:
            return add_documents(transaction, list(items))

    def document(self, sha256: str) -> StoredDocument:
        with self.engine.reading() as transaction:
            return decode_document(View(transaction).document(sha256))

    def documents(self, sha256s: Iterable[str] | None = None) -> Iterator[StoredDocument]:
        with self.engine.reading() as transaction:
            if sha256s is None:
                rows = list(transaction.all("documents"))
            else:
                rows = list(transaction.get("documents", sha256s).values())
        for row in sorted(rows, key=lambda row: row["number"]):
            yield decode_document(row)

    def get(self, quote_id: str) -> StoredQuote:
        with self.engine.reading() as transaction:
            view = View(transaction)
            return view.one(view.quote(quote_id))

    def get_many(self, quote_ids: Sequence[str]) -> list[StoredQuote]:
        with self.engine.reading() as transaction:
            rows = transaction.get("quotes", quote_ids)
            return View(transaction).stored([rows[key] for key in quote_ids if key in rows])

    def quotes_of_document(self, sha256: str) -> list[StoredQuote]:
        with self.engine.reading() as transaction:
            rows = transaction.where("quotes", "document", [sha256])
            shown = [row for row in rows if not row["hidden"]]
            shown.sort(key=lambda row: (row["position"], row["id"]))
            return View(transaction).stored(shown)

    def find(
        self,
        where: Filter | str = "",
        order: Order = "document",
        limit: int | None = None,
        offset: int = 0,
    ) -> list[StoredQuote]:
        with self.engine.reading() as transaction:
            rows = transaction.search(Filter.of(where), order, limit, offset)
            return View(transaction).stored(rows)

    def iterate(self, where: Filter | str = "", order: Order = "document") -> Iterator[StoredQuote]:
        ids = iter(self.find_ids(where, order))
        while page := list(islice(ids, _PAGE)):
            yield from self.get_many(page)

    def find_ids(self, where: Filter | str = "", order: Order = "document") -> list[str]:
        with self.engine.reading() as transaction:
            return transaction.search_ids(Filter.of(where), order)

    def count(self, where: Filter | str = "") -> int:
        return sum(self.counts(where).values())

    def counts(self, where: Filter | str = "") -> dict[str, int]:
        with self.engine.reading() as transaction:
            found = transaction.tally(Filter.of(where))
        return dict.fromkeys(("pending", "accepted", "rejected", "fixed"), 0) | found

    # -- review -----------------------------------------------------------------------------

    def decide(self, decision: Decision, *, reviewer: str) -> StoredQuote:
        return self.decide_together([decision], reviewer=reviewer)[0]

    def decide_together(self, decisions: Sequence[Decision], *, reviewer: str) -> list[StoredQuote]:
        with self.engine.writing() as transaction:
            return Reviewing(transaction, reviewer).decide(decisions)

    def add_missed(
        self, sha256: str, reading: Reading, *, reviewer: str, note: str | None = None
    ) -> StoredQuote:
        with self.engine.writing() as transaction:
            return Reviewing(transaction, reviewer).add_missed(sha256, reading, note)

    def split(
        self,
        quote_id: str,
        parts: Sequence[Reading],
        *,
        reviewer: str,
        revision: int | None = None,
    ) -> list[StoredQuote]:
        with self.engine.writing() as transaction:
            return Reviewing(transaction, reviewer).split(quote_id, parts, revision)

    def join(
        self,
        quote_id: str,
        other_id: str,
        reading: Reading,
        *,
        reviewer: str,
        revision: int | None = None,
    ) -> StoredQuote:
        with self.engine.writing() as transaction:
            return Reviewing(transaction, reviewer).join(quote_id, other_id, reading, revision)

    def undo(self, *, reviewer: str, quote_id: str | None = None) -> list[StoredQuote]:
        with self.engine.writing() as transaction:
            return Reviewing(transaction, reviewer).undo(quote_id)

    def redo(self, *, reviewer: str, quote_id: str | None = None) -> list[StoredQuote]:
        with self.engine.writing() as transaction:
            return Reviewing(transaction, reviewer).redo(quote_id)

    def history(self, quote_id: str) -> list[ReviewEvent]:
        with self.engine.reading() as transaction:
            view = View(transaction)
            return view.history(view.quote(quote_id))

    def events(self, *, reviewer: str | None = None, limit: int | None = None) -> list[ReviewEvent]:
        with self.engine.reading() as transaction:
            return [decode_event(row) for row in transaction.latest_events(reviewer, limit)]

    def disagreements(self, limit: int | None = None, offset: int = 0) -> list[StoredQuote]:
        return self.find("is:disputed", "document", limit, offset)

    def agreement(self, where: Filter | str = "") -> Agreement:
        judged = Filter.of(where) & Filter.parse("is:reviewed")
        return agreement(quote.judgements for quote in self.iterate(judged))

    # -- speakers ---------------------------------------------------------------------------

    def speakers(self, prefix: str = "", limit: int | None = None, offset: int = 0) -> list[Entity]:
        with self.engine.reading() as transaction:
            return Registry(transaction).matching(prefix, limit, offset)

    def speaker(self, entity_id: str) -> Entity:
        with self.engine.reading() as transaction:
            registry = Registry(transaction)
            return registry.entities([registry.find(entity_id)])[0]

    def add_speaker(
        self, name: str, kind: SpeakerKind = "person", role: str | None = None, *, reviewer: str
    ) -> Entity:
        with self.engine.writing() as transaction:
            return Curating(transaction, reviewer).add(name, kind, role)

    def merge_speakers(self, into: str, other: str, *, reviewer: str) -> Entity:
        with self.engine.writing() as transaction:
            return Curating(transaction, reviewer).merge(into, other)

    def unmerge_speaker(self, entity_id: str, *, reviewer: str) -> Entity:
        with self.engine.writing() as transaction:
            return Curating(transaction, reviewer).unmerge(entity_id)

    def split_speaker(
        self, entity_id: str, quote_ids: Sequence[str], name: str, *, reviewer: str
    ) -> Entity:
        with self.engine.writing() as transaction:
            return Curating(transaction, reviewer).split(entity_id, quote_ids, name)

    def rename_speaker(self, entity_id: str, name: str, *, reviewer: str) -> Entity:
        with self.engine.writing() as transaction:
            return Curating(transaction, reviewer).rename(entity_id, name)

    def alias_speaker(
        self, entity_id: str, alias: str, *, reviewer: str, remove: bool = False
    ) -> Entity:
        with self.engine.writing() as transaction:
            return Curating(transaction, reviewer).alias(entity_id, alias, remove=remove)

    def decline_merge(self, first: str, second: str, *, reviewer: str) -> None:
        with self.engine.writing() as transaction:
            Curating(transaction, reviewer).decline(first, second)

    def propose_merges(self, limit: int | None = None) -> list[MergeProposal]:
        return propose(self.speakers(), limit)

    def speaker_history(self, entity_id: str) -> list[RegistryEvent]:
        with self.engine.reading() as transaction:
            registry = Registry(transaction)
            row = registry.row(entity_id) or registry.find(entity_id)
            changes = transaction.where("changes", "entity", [row["id"]])
        return [decode_change(change) for change in sorted(changes, key=lambda c: c["number"])]

    # -- progress ---------------------------------------------------------------------------

    def setting(self, reviewer: str, name: str) -> Any:
        key = _setting_key(reviewer, name)
        with self.engine.reading() as transaction:
            row = transaction.get("settings", [key]).get(key)
        return row["body"]["value"] if row else None

    def settings(self, reviewer: str) -> dict[str, Any]:
        with self.engine.reading() as transaction:
            rows = transaction.where("settings", "reviewer", [checked_reviewer(reviewer)])
        return {row["name"]: row["body"]["value"] for row in rows}

    def set_setting(self, reviewer: str, name: str, value: Any) -> None:
        key = _setting_key(reviewer, name)
        with self.engine.writing() as transaction:
            if value is None:
                transaction.delete("settings", [key])
                return
            row = {"key": key, "reviewer": checked_reviewer(reviewer), "name": name}
            transaction.put("settings", [{**row, "body": {"value": value}}])

    # -- the database -----------------------------------------------------------------------

    def info(self) -> StoreInfo:
        with self.engine.reading() as transaction:
            statuses = transaction.tally(Filter())
            reviewers = {row["reviewer"] for row in transaction.latest_events(None, None)}
            return StoreInfo(
                location=self.location,
                engine=self.engine.kind,
                schema_version=schema_version(),
                documents=transaction.size("documents"),
                quotes=sum(statuses.values()),
                events=transaction.size("events"),
                entities=transaction.size("entities"),
                reviewers=tuple(sorted(reviewers - {SYSTEM})),
                statuses=statuses,
                bytes=self.engine.bytes(),
                advice=self.engine.advice(),
            )

    def changed(self) -> bool:
        return self.engine.changed()

    def check(self) -> list[Problem]:
        faults = [Problem(self.location, fault, False) for fault in self.engine.faults()]
        with self.engine.reading() as transaction:
            return faults + Checking(transaction, mend=False).problems()

    def repair(self) -> list[Problem]:
        self.engine.backup(None)
        with self.engine.writing() as transaction:
            found = Checking(transaction, mend=True).problems()
        return [problem for problem in found if problem.repairable]

    def backup(self, target: str | None = None) -> str:
        return self.engine.backup(target)

    def digest(self) -> str:
        total = hashlib.sha256()
        with self.engine.reading() as transaction:
            for table in KEYS:
                digests = sorted(
                    hashlib.sha256(orjson.dumps(row, option=orjson.OPT_SORT_KEYS)).digest()
                    for row in transaction.all(table)
                )
                total.update(f"{table}:{len(digests)}\n".encode())
                total.update(b"".join(digests))
        return total.hexdigest()

    def dump(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        with self.engine.reading() as transaction:
            for table in KEYS:
                for row in transaction.all(table):
                    yield table, row

    def load(self, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        with self.engine.writing() as transaction:
            if any(transaction.size(table) for table in KEYS):
                raise DatabaseError(f"{self.location} is not empty; copy into a new database")
            for table, found in groupby(rows, key=lambda pair: pair[0]):
                if table not in KEYS:
                    raise DatabaseError(f"there is no table {table}")
                while some := [dict(row) for _, row in islice(found, _PAGE)]:
                    transaction.put(table, some)
                    transaction.settle()

    def close(self) -> None:
        self.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _setting_key(reviewer: str, name: str) -> str:
    return f"{checked_reviewer(reviewer)}|{name}"

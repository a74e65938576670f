"""What people do to the registry of speakers. Every change is recorded with who made it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from quotes.errors import UsageError
from quotes.model import SpeakerKind
from store.clock import new_event_id, now
from store.contract import NotFoundError
from store.filters import Filter, normalize
from store.registry import Registry
from store.reviewing import Reviewing, checked_reviewer
from store.rows import decode_entity, encode_entity
from store.transaction import Row, Transaction
from store.values import Decision, Entity, RegistryEvent
from store.view import View


class Curating:
    """The changes of one person in one transaction."""

    def __init__(self, transaction: Transaction, reviewer: str) -> None:
        self.transaction = transaction
        self.reviewer = checked_reviewer(reviewer)
        self.registry = Registry(transaction)

    def add(self, name: str, kind: SpeakerKind, role: str | None) -> Entity:
        """Enter a speaker by hand."""
        if not normalize(name):
            raise UsageError("a speaker needs a name")
        if kind == "unnamed":
            raise UsageError("an unnamed source is nobody across documents")
        row = self.registry.create(name.strip(), kind)
        return self._shown(self.registry.observe_role(row, role))

    def merge(self, into: str, other: str) -> Entity:
        """Make one entity part of another."""
        root, part = self.registry.find(into), self.registry.find(other)
        if root["id"] == part["id"]:
            raise UsageError(f"{root['name']} is one speaker already")
        members = self.transaction.where("entities", "root", [part["id"]])
        for member in members:
            merged = root["id"] if member["id"] == part["id"] else member["body"]["merged_into"]
            entity = replace(decode_entity(member), merged_into=merged)
            self.transaction.put("entities", [encode_entity(entity, root["id"])])
        self._log(root, "merge", f"took in {part['name']} ({part['id']})")
        self._log(part, "merge", f"became part of {root['name']} ({root['id']})")
        self._reconsider([root["id"], *(member["id"] for member in members)])
        return self._shown(root)

    def unmerge(self, entity_id: str) -> Entity:
        """Make an entity stand alone again, with those that were merged into it before."""
        row = self.registry.row(entity_id) or next(
            iter(self.registry.named(entity_id, "certain")), None
        )
        if row is None:
            raise NotFoundError(f"there is no speaker {entity_id}")
        entity_id = row["id"]
        if row["body"]["merged_into"] is None:
            raise UsageError(f"{row['name']} is not part of another speaker")
        former = self.transaction.where("entities", "root", [row["root"]])
        own = {entity_id}
        while more := {m["id"] for m in former if m["body"]["merged_into"] in own} - own:
            own |= more
        for member in former:
            if member["id"] in own:
                entity = decode_entity(member)
                if member["id"] == entity_id:
                    entity = replace(entity, merged_into=None)
                self.transaction.put("entities", [encode_entity(entity, entity_id)])
        self._log(row, "unmerge", f"stands alone again, no longer part of {row['root']}")
        self._reconsider([member["id"] for member in former])
        return self._shown(self._row(entity_id))

    def split(self, entity_id: str, quote_ids: Sequence[str], name: str) -> Entity:
        """Give some of an entity's quotes to a new one, as decisions that outlive extraction."""
        row = self.registry.find(entity_id)
        if not quote_ids:
            raise UsageError("name the quotes that belong to the new speaker")
        if not normalize(name):
            raise UsageError("the new speaker needs a name")
        members = {m["id"] for m in self.transaction.where("entities", "root", [row["id"]])}
        view = View(self.transaction)
        rows = [view.quote(quote_id) for quote_id in quote_ids]
        for quote in rows:
            if quote["entity"] not in members:
                raise UsageError(f"quote {quote['id']} is not by {row['name']}")
        fresh = self.registry.create(name.strip(), row["kind"], homonym=True)
        speaker = decode_entity(fresh).speaker()
        decisions = []
        for stored in view.stored(rows):
            known = stored.quote.speaker
            reading = replace(
                stored.reading, speaker=replace(speaker, role=known.role if known else None)
            )
            decisions.append(Decision(stored.id, "assign", reading=reading))
        Reviewing(self.transaction, self.reviewer).decide(decisions)
        self._decline(decode_entity(row), decode_entity(self._row(fresh["id"])))
        self._log(row, "split", f"gave {len(rows)} quotes to {fresh['name']} ({fresh['id']})")
        self._log(fresh, "split", f"received {len(rows)} quotes from {row['name']} ({row['id']})")
        return self._shown(self._row(fresh["id"]))

    def rename(self, entity_id: str, name: str) -> Entity:
        """Change the canonical name; the old one stays as an alias."""
        row = self.registry.find(entity_id)
        name = name.strip()
        if not normalize(name):
            raise UsageError("a speaker needs a name")
        evidence = f"renamed by {self.reviewer}"
        row = self.registry.confirm(row, row["name"], self.reviewer, evidence)
        entity = decode_entity(row)
        aliases = tuple(a for a in entity.aliases if a.text != name)
        row = self.registry.save(replace(entity, name=name, aliases=aliases), row["root"])
        row = self.registry.confirm(row, name, self.reviewer, evidence)
        self._log(row, "rename", f"from {entity.name} to {name}")
        return self._shown(row)

    def alias(self, entity_id: str, alias: str, *, remove: bool) -> Entity:
        """Confirm a name of an entity, or take it away."""
        row = self.registry.find(entity_id)
        folded = normalize(alias)
        if not folded:
            raise UsageError("an alias needs letters")
        if not remove:
            row = self.registry.confirm(
                row, alias.strip(), self.reviewer, f"given by {self.reviewer}"
            )
            self._log(row, "alias", alias.strip())
            return self._shown(row)
        members = self.transaction.where("entities", "root", [row["id"]])
        if folded in {normalize(member["name"]) for member in members}:
            raise UsageError(
                f"{alias} is a canonical name; rename the speaker or take apart a merge"
            )
        removed = False
        for member in members:
            entity = decode_entity(member)
            kept = tuple(a for a in entity.aliases if normalize(a.text) != folded)
            if kept != entity.aliases:
                self.registry.save(replace(entity, aliases=kept), member["root"])
                removed = True
        if not removed:
            raise NotFoundError(f"{row['name']} has no alias {alias}")
        self._log(row, "unalias", alias.strip())
        return self._shown(self._row(row["id"]))

    def decline(self, first: str, second: str) -> None:
        """Record that two entities are different."""
        one, two = self.registry.find(first), self.registry.find(second)
        if one["id"] == two["id"]:
            raise UsageError(f"{one['name']} cannot differ from itself")
        self._decline(decode_entity(one), decode_entity(two))
        self._log(one, "distinct", f"is not {two['name']} ({two['id']})")
        self._log(two, "distinct", f"is not {one['name']} ({one['id']})")

    def _decline(self, first: Entity, second: Entity) -> None:
        for entity, other in ((first, second), (second, first)):
            others = tuple(sorted({*entity.distinct_from, other.id}))
            self.registry.save(replace(entity, distinct_from=others), entity.id)

    def _reconsider(self, entity_ids: Iterable[str]) -> None:
        """Who disagreed on two names of what is now one speaker agrees, and the other way round."""
        view = View(self.transaction)
        changed = set(entity_ids)
        for row in self.transaction.search(Filter.parse("is:shared"), "document", None, 0):
            keys = [judgement[4] for judgement in row["body"]["judgements"]]
            if changed & {key.partition(":")[2] for key in keys}:
                fresh = view.refold(row, view.history(row))
                if fresh["disputed"] != row["disputed"]:
                    self.transaction.put("quotes", [fresh])

    def _row(self, entity_id: str) -> Row:
        return self.transaction.get("entities", [entity_id])[entity_id]

    def _shown(self, row: Row) -> Entity:
        return self.registry.entities([row])[0]

    def _log(
        self,
        row: Row,
        action: Literal["merge", "unmerge", "split", "rename", "alias", "unalias", "distinct"],
        detail: str,
    ) -> None:
        self.transaction.put(
            "changes",
            [
                {
                    "id": new_event_id(),
                    "number": self.transaction.next_number("changes"),
                    "entity": row["id"],
                    "reviewer": self.reviewer,
                    "at": now(),
                    "action": action,
                    "detail": detail,
                }
            ],
        )


def decode_change(row: Row) -> RegistryEvent:
    """A row of the table ``changes`` as a value."""
    return RegistryEvent(
        row["id"],
        row["number"],
        row["entity"],
        row["reviewer"],
        row["at"],
        row["action"],
        row["detail"],
    )

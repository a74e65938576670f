"""The registry of speakers: one entity for each speaker across documents.

An entity is found by its canonical name or by a name that a person confirmed, never by guesswork:
names that only look alike become proposals (:func:`propose`). Merging keeps every entity and points
it to its root, so that it can be taken back.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from quotes.errors import UsageError
from quotes.model import Candidate, Document, Quote, Speaker, SpeakerKind
from store.contract import NotFoundError
from store.filters import normalize
from store.names import LAST_NAME_ALONE, likeness, parts, skeleton
from store.rows import decode_entity, encode_entity, folded_name, name_rows
from store.transaction import Row, Transaction
from store.values import Alias, Entity, MergeProposal, RoleRecord

_NAMED: frozenset[SpeakerKind] = frozenset({"person", "organisation", "state"})


class Registry:
    """The speakers as one transaction sees them."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction

    # -- looking up -------------------------------------------------------------------------

    def row(self, entity_id: str) -> Row | None:
        """The row of an entity, merged or not."""
        return self.transaction.get("entities", [entity_id]).get(entity_id)

    def root(self, entity_id: str) -> Row | None:
        """The row of the entity that this one is merged into in the end."""
        row = self.row(entity_id)
        return self._root_of(row) if row else None

    def _root_of(self, row: Row) -> Row:
        return self.transaction.get("entities", [row["root"]])[row["root"]]

    def find(self, wanted: str) -> Row:
        """The root entity of this id or name. Raises ``NotFoundError``."""
        row = self.root(wanted)
        if row:
            return row
        rows = [self._root_of(row) for row in self.named(wanted, "any")]
        if len(rows) == 1:
            return rows[0]
        if not rows:
            raise NotFoundError(f"there is no speaker {wanted}; see quotes speakers list")
        choice = ", ".join(f"{row['id']} ({row['name']})" for row in rows)
        raise NotFoundError(f"several speakers are called {wanted}; give an id: {choice}")

    def entities(self, roots: Sequence[Row]) -> list[Entity]:
        """These root entities with all their names, roles and quotes, those of members included."""
        members = defaultdict(list)
        for row in self.transaction.where("entities", "root", [root["id"] for root in roots]):
            members[row["root"]].append(row)
        ids = [row["id"] for rows in members.values() for row in rows]
        counts = self.transaction.quotes_by_entity(ids)
        return [
            _united(
                root, members[root["id"]], sum(counts.get(m["id"], 0) for m in members[root["id"]])
            )
            for root in roots
        ]

    def matching(self, prefix: str, limit: int | None, offset: int) -> list[Entity]:
        """Root entities by prefix, the most quoted first."""
        folded = normalize(prefix)
        if folded:
            ids = self.transaction.names_with_prefix(folded)
            rows: Iterable[Row] = self.transaction.get("entities", ids).values()
        else:
            rows = self.transaction.all("entities")
        roots = {row["root"] for row in rows}
        members = self.transaction.where("entities", "root", roots)
        counts = self.transaction.quotes_by_entity(
            None if not folded else [m["id"] for m in members]
        )
        totals: dict[str, int] = defaultdict(int)
        for member in members:
            totals[member["root"]] += counts.get(member["id"], 0)
        named = {member["id"]: member for member in members if member["id"] in roots}
        ordered = sorted(named.values(), key=lambda r: (-totals[r["id"]], r["name"], r["id"]))
        end = None if limit is None else offset + limit
        return self.entities(ordered[offset:end])

    def named(self, name: str, condition: Literal["any", "certain", "confirmed"]) -> list[Row]:
        """The entities, merged or not, that have this name; one row for each root."""
        folded = folded_name(name)
        rows = self.transaction.where("names", "folded", [folded] if folded else [])
        ids = [row["entity"] for row in rows if condition == "any" or row[condition]]
        members = self.transaction.get("entities", ids).values()
        own = sorted(members, key=lambda row: (folded_name(row["name"]) != folded, row["id"]))
        roots: dict[str, Row] = {}
        for member in own:
            roots.setdefault(member["root"], member)
        return list(roots.values())

    # -- learning from documents ------------------------------------------------------------

    def resolve(self, quote: Quote, document: Document) -> Quote:
        """``quote`` with its speaker linked to an entity, which is made if there is none.

        A name that a person confirmed goes before the engine's guess; the guess is kept among the
        candidates, and the evidence names the alias. An unnamed source is nobody elsewhere.
        """
        speaker = quote.speaker
        if speaker is None or speaker.kind == "unnamed":
            return quote
        known = self._confirmed(quote, speaker)
        if known:
            row, alias = known
            entity = decode_entity(row)
            quote, speaker = _preferred(quote, speaker, self._root_of(row), entity, alias)
            names = [entity.name]
        else:
            row = self._certain(speaker) or self.create(
                speaker.name, speaker.kind, entity_id=speaker.id
            )
            names = [speaker.name, *speaker.aliases]
        self._observe(row, names, speaker.role, document.published)
        return replace(quote, speaker=replace(speaker, id=row["id"]))

    def _confirmed(self, quote: Quote, speaker: Speaker) -> tuple[Row, str] | None:
        """The one entity that people know by the words in the text or by the guessed name."""
        texts = [speaker.name]
        # A fuller name that the document gives for the same word is better than a known surname.
        if quote.mention and not set(parts(quote.mention.text)) < set(parts(speaker.name)):
            texts.insert(0, quote.mention.text)
        for text in texts:
            rows = self.named(text, "confirmed")
            if len(rows) == 1:
                return rows[0], text
        return None

    def _certain(self, speaker: Speaker) -> Row | None:
        rows = self.named(speaker.name, "certain")
        same_kind = [row for row in rows if row["kind"] == speaker.kind]
        return next(iter(same_kind or rows), None)

    def _observe(
        self, row: Row, names: Sequence[str], role: str | None, published: str | None
    ) -> None:
        """Note the names and the office under which a document shows an entity."""
        entity = decode_entity(row)
        known = {normalize(alias.text) for alias in entity.aliases} | {normalize(entity.name)}
        fresh = []
        for name in names:
            if normalize(name) and normalize(name) not in known:
                known.add(normalize(name))
                fresh.append(Alias(name))
        roles = _with_role(entity.roles, role, published and published[:10])
        if fresh or roles != entity.roles:
            aliases = (*entity.aliases, *fresh)
            self.save(replace(entity, aliases=aliases, roles=roles), row["root"])

    # -- learning from people ---------------------------------------------------------------

    def settle(self, speaker: Speaker | None) -> Speaker | None:
        """The speaker that a reviewer gives, linked to its entity, which is made if it is new."""
        if speaker is None or speaker.kind == "unnamed":
            return speaker
        if not normalize(speaker.name):
            raise UsageError("a speaker needs a name")
        row = self.root(speaker.id) if speaker.id else None
        if row is None or not self._answers(row, speaker.name):
            row = self._certain(speaker) or self.create(speaker.name, speaker.kind)
        return replace(speaker, id=row["id"])

    def _answers(self, row: Row, name: str) -> bool:
        """Whether an entity is known by this name; otherwise the reviewer typed another."""
        members = [
            member["id"] for member in self.transaction.where("entities", "root", [row["id"]])
        ]
        names = self.transaction.where("names", "entity", members)
        return folded_name(name) in {known["folded"] for known in names}

    def learn(self, entity_id: str, texts: Iterable[str], reviewer: str, evidence: str) -> None:
        """Confirm those of ``texts`` that are forms of the entity's name as its aliases."""
        row = self.root(entity_id)
        if row is None:
            return
        for text in texts:
            if normalize(text) != normalize(row["name"]) and likeness(text, row["name"]):
                row = self.confirm(row, text, reviewer, evidence)

    def confirm(self, row: Row, text: str, reviewer: str, evidence: str) -> Row:
        """Make ``text`` a confirmed alias; an earlier confirmation stays as it is."""
        entity = decode_entity(row)
        folded = normalize(text)
        known = [alias for alias in entity.aliases if normalize(alias.text) == folded]
        if any(alias.confirmed_by for alias in known):
            return row
        others = tuple(alias for alias in entity.aliases if alias not in known)
        return self.save(
            replace(entity, aliases=(*others, Alias(text, reviewer, evidence))), row["root"]
        )

    def forget(self, entity_id: str, evidence: str) -> None:
        """Take back the confirmations that rest on ``evidence``: its decision was undone."""
        row = self.root(entity_id)
        if row is None:
            return
        entity = decode_entity(row)
        aliases = tuple(Alias(a.text) if a.evidence == evidence else a for a in entity.aliases)
        if aliases != entity.aliases:
            self.save(replace(entity, aliases=aliases), row["root"])

    # -- writing ----------------------------------------------------------------------------

    def observe_role(self, row: Row, role: str | None) -> Row:
        """Note an office that a person names for an entity."""
        entity = decode_entity(row)
        roles = _with_role(entity.roles, role, None)
        return (
            row if roles == entity.roles else self.save(replace(entity, roles=roles), row["root"])
        )

    def create(
        self, name: str, kind: SpeakerKind, *, entity_id: str = "", homonym: bool = False
    ) -> Row:
        """A new entity; a homonym is made even if one of this name and kind exists.

        ``entity_id`` is the id that the speaker's record already has. It is kept where it is
        plain and free, so that a record reads the same before the store and behind it.
        """
        printable = entity_id.isascii() and entity_id.isalnum()
        if printable and self.row(entity_id) is None:
            return self.save(Entity(entity_id, name, kind), entity_id)
        serial = 0
        while True:
            key = f"{kind}:{normalize(name)}" + (f":{serial}" if serial else "")
            entity_id = hashlib.sha256(key.encode()).hexdigest()[:12]
            existing = self.row(entity_id)
            if existing is None:
                return self.save(Entity(entity_id, name, kind), entity_id)
            if not homonym and normalize(existing["name"]) == normalize(name):
                return existing
            serial += 1

    def save(self, entity: Entity, root: str) -> Row:
        """Write an entity together with its names."""
        row = encode_entity(entity, root)
        names = {name["key"]: name for name in name_rows(entity)}
        before = {n["key"]: n for n in self.transaction.where("names", "entity", [entity.id])}
        self.transaction.put("entities", [row])
        self.transaction.put("names", [n for key, n in names.items() if before.get(key) != n])
        self.transaction.delete("names", before.keys() - names.keys())
        return row


def _preferred(
    quote: Quote, guess: Speaker, root: Row, known: Entity, alias: str
) -> tuple[Quote, Speaker]:
    """The quote with the speaker that people know by ``alias``, its own guess kept second.

    ``known`` is the entity that has the alias, ``root`` the one that it is merged into.
    """
    entity = decode_entity(root)
    confirmed = next(
        (a for a in known.aliases if a.confirmed_by and normalize(a.text) == normalize(alias)),
        None,
    )
    if normalize(guess.name) == normalize(entity.name):
        return quote, guess
    by = f" confirmed by {confirmed.confirmed_by}" if confirmed else " confirmed"
    evidence = f"registry: {alias} is {entity.name},{by}"
    same = likeness(guess.name, entity.name) is not None
    speaker = Speaker(entity.id, entity.name, guess.role if same else None, entity.kind)
    kept = Candidate(guess, quote.mention, quote.confidence, quote.evidence)
    chosen = Candidate(speaker, quote.mention, 1.0, (evidence,))
    return (
        replace(
            quote,
            evidence=(*quote.evidence, evidence),
            candidates=(chosen, *(quote.candidates or (kept,))),
        ),
        speaker,
    )


def _united(root: Row, members: Sequence[Row], quotes: int) -> Entity:
    entity = decode_entity(root, quotes)
    aliases = {normalize(alias.text): alias for alias in entity.aliases}
    roles = entity.roles
    for member in members:
        if member["id"] == root["id"]:
            continue
        other = decode_entity(member)
        for alias in (Alias(other.name), *other.aliases):
            known = aliases.get(normalize(alias.text))
            if known is None or (alias.confirmed_by and not known.confirmed_by):
                aliases[normalize(alias.text)] = alias
        for record in other.roles:
            roles = _with_role(roles, record.role, record.first)
            roles = _with_role(roles, record.role, record.last)
    aliases.pop(normalize(entity.name), None)
    return replace(entity, aliases=tuple(aliases.values()), roles=roles)


def _with_role(
    roles: tuple[RoleRecord, ...], role: str | None, day: str | None
) -> tuple[RoleRecord, ...]:
    """``roles`` with one more sighting, in the order of the last sighting."""
    if not role:
        return roles
    folded = normalize(role)
    known = next((record for record in roles if normalize(record.role) == folded), None)
    if known is None:
        fresh = RoleRecord(role, day, day)
    else:
        days = sorted(filter(None, (known.first, known.last, day)))
        fresh = replace(known, first=days[0], last=days[-1]) if days else known
    others = [record for record in roles if record is not known]
    return tuple(sorted((*others, fresh), key=lambda record: record.last or ""))


def propose(entities: Sequence[Entity], limit: int | None) -> list[MergeProposal]:
    """Pairs of entities whose names look like spellings of one, surest first.

    Only entities whose last words share a skeleton are compared. Documents and groups are called
    by common nouns (reports, sources), which are spelt alike without being the same.
    """
    blocks: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in entities:
        words = parts(entity.name)
        if words and entity.kind in _NAMED:
            blocks[entity.kind, skeleton(words[-1])].append(entity)
    found = []
    for block in blocks.values():
        for index, first in enumerate(block):
            for second in block[index + 1 :]:
                reason = likeness(first.name, second.name)
                if reason is None or second.id in first.distinct_from:
                    continue
                if reason[0] > LAST_NAME_ALONE or first.kind == "person":
                    found.append(_proposal(first, second, *reason))
    found.sort(key=lambda p: (-p.score, -p.first.quotes - p.second.quotes, p.first.id))
    return found[:limit]


def _proposal(first: Entity, second: Entity, score: float, reason: str) -> MergeProposal:
    """The better known, then the fuller name goes first: it is the one to keep."""
    pair = sorted((first, second), key=lambda e: (-e.quotes, -len(e.name), e.id))
    return MergeProposal(pair[0], pair[1], score, reason)

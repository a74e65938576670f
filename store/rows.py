"""Rows: the plain JSON form in which every engine keeps the same values.

A row is a flat dictionary: a few columns that queries use, and under ``body`` everything else.
The columns of a quote row are derived from its body and its document, so that a search reads one
table; ``store.checking`` knows how to derive them again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from quotes.model import Document, Quote, Speaker, spans_of
from quotes.record import SCHEMA, from_record, to_record
from store.escaping import escape_row, unescape_row
from store.filters import normalize
from store.state import Folded
from store.transaction import Row
from store.values import (
    Alias,
    DocumentReference,
    Entity,
    Judgement,
    Reading,
    ReviewEvent,
    RoleRecord,
    State,
    StoredDocument,
    StoredQuote,
)

_OF_DOCUMENT = ("schema", "document", "document_sha256", "title", "published", "outlet", "status")
_OF_READING = ("kind", "form", "content", "cue", "mention", "speaker")
_NO_DOCUMENT = Document("", "")
_BARE = {
    "schema": SCHEMA,
    "id": "",
    "parent": None,
    "confidence": 0.0,
    "evidence": (),
    "status": "pending",
}
_LONGEST_NAME = 300
_ISO_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def encode_quote(quote: Quote) -> Row:
    """An extracted quote without what its document says already and without a status."""
    record = to_record(quote, _NO_DOCUMENT)
    return {name: value for name, value in record.items() if name not in _OF_DOCUMENT}


def decode_quote(row: Mapping[str, Any]) -> Quote:
    """The inverse of :func:`encode_quote`; the status is pending."""
    return from_record({"schema": SCHEMA, "status": "pending", **row})


def encode_reading(reading: Reading) -> Row:
    """A reading as a part of the record."""
    quote = Quote(
        "", reading.kind, reading.form, reading.content, reading.cue, reading.mention,
        reading.speaker,
    )  # fmt: skip
    record = to_record(quote, _NO_DOCUMENT)
    return {name: record[name] for name in _OF_READING}


def decode_reading(row: Mapping[str, Any]) -> Reading:
    """The inverse of :func:`encode_reading`."""
    return Reading.of(from_record({**_BARE, **row}))


def encode_state(state: State | None) -> Row | None:
    """A state of an event, or nothing."""
    if state is None:
        return None
    return {"status": state.status, "reading": encode_reading(state.reading)}


def decode_state(row: Mapping[str, Any] | None) -> State | None:
    """The inverse of :func:`encode_state`."""
    return State(row["status"], decode_reading(row["reading"])) if row else None


def encode_document(stored: StoredDocument, number: int) -> Row:
    """A document row; ``number`` is its place in the order of adding."""
    document = stored.document
    return escape_row(
        {
            "sha256": document.sha256,
            "number": number,
            "name": document.name,
            "address": document.address,
            "superseded_by": stored.superseded_by,
            "body": {
                "text": document.text,
                "title": document.title,
                "outlet": document.outlet,
                "author": document.author,
                "published": document.published,
                "added": stored.added,
                "other_names": list(stored.other_names),
            },
        }
    )


def decode_document(row: Row) -> StoredDocument:
    """The inverse of :func:`encode_document`."""
    row = unescape_row(row)
    body = row["body"]
    document = Document(
        row["name"],
        body["text"],
        body["title"],
        body["outlet"],
        body["author"],
        body["published"],
        row["address"],
    )
    return StoredDocument(document, body["added"], row["superseded_by"], tuple(body["other_names"]))


def encode_event(event: ReviewEvent) -> Row:
    """An event row."""
    return escape_row(
        {
            "id": event.id,
            "number": event.number,
            "quote": event.quote_id,
            "reviewer": event.reviewer,
            "action": event.action,
            "grouping": event.group,
            "body": {
                "sequence": event.sequence,
                "at": event.at,
                "before": encode_state(event.before),
                "after": encode_state(event.after),
                "note": event.note,
                "target": event.target,
            },
        }
    )


def decode_event(row: Row) -> ReviewEvent:
    """The inverse of :func:`encode_event`."""
    row = unescape_row(row)
    body = row["body"]
    return ReviewEvent(
        row["id"],
        row["number"],
        row["quote"],
        body["sequence"],
        row["reviewer"],
        body["at"],
        row["action"],
        decode_state(body["before"]),
        decode_state(body["after"]),
        body["note"],
        body["target"],
        row["grouping"],
    )


def encode_entity(entity: Entity, root: str) -> Row:
    """An entity row; ``root`` is the id of the entity that it is merged into in the end."""
    return escape_row(
        {
            "id": entity.id,
            "root": root,
            "name": entity.name,
            "kind": entity.kind,
            "body": {
                "merged_into": entity.merged_into,
                "aliases": [[a.text, a.confirmed_by, a.evidence] for a in entity.aliases],
                "roles": [[r.role, r.first, r.last] for r in entity.roles],
                "distinct_from": list(entity.distinct_from),
            },
        }
    )


def decode_entity(row: Row, quotes: int = 0) -> Entity:
    """The inverse of :func:`encode_entity`; ``quotes`` is counted elsewhere."""
    row = unescape_row(row)
    body = row["body"]
    return Entity(
        row["id"],
        row["name"],
        row["kind"],
        tuple(Alias(*alias) for alias in body["aliases"]),
        tuple(RoleRecord(*role) for role in body["roles"]),
        body["merged_into"],
        tuple(body["distinct_from"]),
        quotes,
    )


def folded_name(name: str) -> str:
    """A name as it is looked up; indexes do not take text of any length."""
    return normalize(name)[:_LONGEST_NAME]


def name_rows(entity: Entity) -> list[Row]:
    """One row for each folded name of an entity, for look-ups by name and by prefix.

    ``certain`` names are the canonical one and those that a person confirmed; ``confirmed`` ones
    only the latter.
    """
    canonical = folded_name(entity.name)
    confirmed = {canonical: False}
    for alias in entity.aliases:
        folded = folded_name(alias.text)
        confirmed[folded] = confirmed.get(folded, False) or alias.confirmed_by is not None
    return [
        {
            "key": f"{entity.id} {folded}",
            "entity": entity.id,
            "folded": folded,
            "certain": by_person or folded == canonical,
            "confirmed": by_person,
        }
        for folded, by_person in confirmed.items()
        if folded
    ]


def quote_row(
    quote_id: str,
    document: Row,
    extracted: Quote | None,
    folded: Folded,
    *,
    revision: int,
    gone: bool = False,
    replaced_by: str | None = None,
    previous_ids: tuple[str, ...] = (),
) -> Row:
    """The row of a quote: its body, and the columns derived from it and its document's row."""
    reading = folded.state.reading
    speaker = reading.speaker
    words = [span.text for span in spans_of(reading)]
    words += [speaker.name] if speaker else []
    published = _ISO_DAY.match(document["body"]["published"] or "")
    same = extracted is not None and Reading.of(extracted) == reading
    return escape_row(
        {
            "id": quote_id,
            "document": document["sha256"],
            "document_number": document["number"],
            "position": min(span.start for span in (*reading.content, reading.cue)),
            "revision": revision,
            "kind": reading.kind,
            "form": reading.form,
            "stance": reading.cue.stance,
            "status": folded.state.status,
            "confidence": extracted.confidence if extracted else 1.0,
            "entity": (speaker.id or None) if speaker and speaker.kind != "unnamed" else None,
            "speaker": folded_name(speaker.name) if speaker else None,
            "parent": extracted.parent if extracted else None,
            "outlet": normalize(document["body"]["outlet"] or ""),
            "document_name": normalize(document["name"]),
            "published": published and published.group(),
            "reviewers": "".join(f"|{normalize(j.reviewer)}" for j in folded.judgements) + "|",
            "reviewed_at": folded.reviewed_at,
            "folded": normalize(" ".join(words)),
            "flagged": bool(folded.flagged_by),
            "look": folded.needs_look is not None,
            "disputed": folded.disputed,
            "adjudicated": folded.adjudicated_by is not None,
            "gone": gone,
            "missed": extracted is None,
            "hidden": replaced_by is not None or folded.withdrawn,
            "body": {
                "extracted": encode_quote(extracted) if extracted else None,
                "reading": None if same else encode_reading(reading),
                "judgements": [
                    [j.reviewer, j.verdict, j.at, j.event_id, j.reading_key, j.note]
                    for j in folded.judgements
                ],
                "adjudicated_by": folded.adjudicated_by,
                "needs_look": folded.needs_look,
                "flagged_by": list(folded.flagged_by),
                "notes": folded.notes,
                "withdrawn": folded.withdrawn,
                "replaced_by": replaced_by,
                "previous_ids": list(previous_ids),
            },
        }
    )


def extracted_of(row: Row) -> Quote | None:
    """What the engine last found, from a quote row."""
    record = unescape_row(row)["body"]["extracted"]
    return decode_quote(record) if record else None


def reading_of(row: Row) -> Reading:
    """The current reading, from a quote row; its speaker is as the review has it."""
    body = unescape_row(row)["body"]
    return decode_reading(body["reading"] or body["extracted"])


def decode_stored(row: Row, document: Row, entity: Row | None) -> StoredQuote:
    """A quote for the outside, its speaker under the registry's id and canonical name.

    ``document`` and ``entity`` are the rows that belong to it; ``entity`` is the one that the
    quote's own is merged into.
    """
    row = unescape_row(row)
    body = row["body"]
    document = unescape_row(document)
    extracted = extracted_of(row)
    reading = reading_of(row)
    if entity and reading.speaker:
        reading = replace(reading, speaker=_canonical(reading.speaker, entity))
    quote = extracted or Quote(
        row["id"],
        reading.kind,
        reading.form,
        reading.content,
        reading.cue,
        reading.mention,
        reading.speaker,
        confidence=1.0,
        evidence=("added by a reviewer",),
    )
    return StoredQuote(
        quote=replace(reading.applied_to(quote), status=row["status"]),
        document=DocumentReference(
            document["sha256"],
            document["name"],
            document["body"]["title"],
            document["body"]["outlet"],
            document["body"]["published"],
            document["address"],
        ),
        revision=row["revision"],
        extracted=extracted,
        entity=entity["id"] if entity else None,
        judgements=tuple(Judgement(*judgement) for judgement in body["judgements"]),
        adjudicated_by=body["adjudicated_by"],
        needs_look=body["needs_look"],
        gone=row["gone"],
        replaced_by=body["replaced_by"],
        withdrawn=body["withdrawn"],
        flagged_by=tuple(body["flagged_by"]),
        notes=body["notes"],
        disputed=row["disputed"],
        previous_ids=tuple(body["previous_ids"]),
        reviewed_at=row["reviewed_at"],
    )


def _canonical(speaker: Speaker, entity: Row) -> Speaker:
    names = [name for name in (speaker.name, *speaker.aliases) if name != entity["name"]]
    return replace(
        speaker,
        id=entity["id"],
        name=entity["name"],
        kind=entity["kind"],
        aliases=tuple(dict.fromkeys(names)),
    )

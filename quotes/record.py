"""The JSON record: one quote in the form in which it leaves and enters the program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotes.model import Candidate, Cue, Document, Mention, Quote, Span, Speaker

SCHEMA = 1


def to_record(quote: Quote, document: Document) -> dict[str, Any]:
    """The record of ``quote`` as plain JSON values, keys in the documented order."""
    return {
        "schema": SCHEMA,
        "id": quote.id,
        "document": document.name,
        "document_sha256": document.sha256,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "kind": quote.kind,
        "form": quote.form,
        "content": [_span(span) for span in quote.content],
        "cue": _span(quote.cue)
        | {"lemma": quote.cue.lemma, "stance": quote.cue.stance, "type": quote.cue.type},
        "mention": _span(quote.mention) if quote.mention else None,
        "speaker": _speaker(quote.speaker) if quote.speaker else None,
        "parent": quote.parent,
        "confidence": quote.confidence,
        "evidence": list(quote.evidence),
        "status": quote.status,
        "candidates": [
            {
                "speaker": _speaker(candidate.speaker),
                "mention": _span(candidate.mention) if candidate.mention else None,
                "score": candidate.score,
                "evidence": list(candidate.evidence),
            }
            for candidate in quote.candidates
        ],
    }


def from_record(record: Mapping[str, Any]) -> Quote:
    """The quote that a record describes.

    Raises ``KeyError``, ``TypeError`` or ``ValueError`` when the record is not of this schema.
    """
    if record["schema"] != SCHEMA:
        raise ValueError(f"record schema {record['schema']!r}; this version reads {SCHEMA}")
    cue = record["cue"]
    return Quote(
        id=record["id"],
        kind=record["kind"],
        form=record["form"],
        content=tuple(Span(s["start"], s["end"], s["text"]) for s in record["content"]),
        cue=Cue(cue["start"], cue["end"], cue["text"], cue["lemma"], cue["stance"], cue["type"]),
        mention=_read_mention(record["mention"]),
        speaker=_read_speaker(record["speaker"]) if record["speaker"] else None,
        parent=record["parent"],
        confidence=record["confidence"],
        evidence=tuple(record["evidence"]),
        status=record["status"],
        candidates=tuple(
            Candidate(
                _read_speaker(c["speaker"]),
                _read_mention(c["mention"]),
                c["score"],
                tuple(c["evidence"]),
            )
            for c in record.get("candidates", ())
        ),
    )


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "id": speaker.id,
        "name": speaker.name,
        "role": speaker.role,
        "kind": speaker.kind,
        "aliases": list(speaker.aliases),
    }


def _read_mention(value: Mapping[str, Any] | None) -> Mention | None:
    return Mention(value["start"], value["end"], value["text"]) if value else None


def _read_speaker(value: Mapping[str, Any]) -> Speaker:
    return Speaker(
        value["id"], value["name"], value["role"], value["kind"], tuple(value.get("aliases", ()))
    )

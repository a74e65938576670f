"""Answers, clusters and counts as plain JSON values."""

from __future__ import annotations

from typing import Any

from quotes.checking.comparison import Difference
from quotes.checking.match import Cluster, Variant
from quotes.checking.statement import Statement
from quotes.checking.statistics import Statistics
from quotes.checking.verify import Answer, Finding


def answer(value: Answer, limit: int) -> dict[str, Any]:
    """What ``verify`` found, at most ``limit`` quotes."""
    return {
        "asked": value.asked,
        "asked_speaker": value.asked_speaker,
        "level": value.level,
        "speaker": value.speaker,
        "findings": [_finding(each) for each in value.findings[:limit]],
        "nearest": [_finding(each) for each in value.nearest[:limit]],
    }


def cluster(value: Cluster) -> dict[str, Any]:
    """One statement with its wordings; the first is what the others are compared with."""
    first = value.variants[0].statements[0]
    return {
        "speaker": first.speaker.name if first.speaker else None,
        "documents": value.documents,
        "variants": [_variant(each) for each in value.variants],
        "other_speakers": [_variant(each) for each in value.others],
    }


def statistics(value: Statistics) -> dict[str, Any]:
    """Counts; lists and maps have the most frequent first."""
    return {
        "quotes": value.quotes,
        "documents": value.documents,
        "unattributed": value.unattributed,
        "unnamed": value.unnamed,
        "undated": value.undated,
        "speakers": [
            {
                "name": each.name,
                "quotes": each.quotes,
                "kinds": dict(each.kinds.most_common()),
                "outlets": dict(each.outlets.most_common()),
                "stances": dict(each.stances.most_common()),
            }
            for each in value.speakers
        ],
        "outlets": dict(value.outlets.most_common()),
        "verbs": dict(value.verbs.most_common()),
        "stances": dict(value.stances.most_common()),
        "kinds": dict(value.kinds.most_common()),
        "statuses": dict(value.statuses.most_common()),
        "periods": value.periods,
    }


def _finding(value: Finding) -> dict[str, Any]:
    return {
        "level": value.level,
        "score": round(value.score, 4),
        "speaker_match": value.speaker,
        "printed": value.printed,
        **_difference(value.difference),
        **_statement(value.statement),
    }


def _variant(value: Variant) -> dict[str, Any]:
    return {
        "text": value.text,
        "similarity": round(value.similarity, 4),
        **_difference(value.difference),
        "quotes": [_statement(each) for each in value.statements],
    }


def _difference(value: Difference) -> dict[str, Any]:
    return {
        "changes": [
            {"operation": each.operation, "first": each.first, "second": each.second}
            for each in value.changes
        ],
        "warnings": [
            {
                "aspect": each.aspect,
                "only_first": list(each.only_first),
                "only_second": list(each.only_second),
            }
            for each in value.warnings
        ],
    }


def _statement(value: Statement) -> dict[str, Any]:
    return {
        "id": value.quote.id,
        "text": value.quote.text,
        "speaker": value.speaker.name if value.speaker else None,
        "role": value.speaker.role if value.speaker else None,
        "cue": value.quote.cue.text,
        "stance": value.quote.cue.stance,
        "kind": value.quote.kind,
        "status": value.quote.status,
        "outlet": value.source.outlet,
        "published": value.source.published,
        "title": value.source.title,
        "document": value.source.name,
        "address": value.source.address,
    }

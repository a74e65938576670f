"""The time and the identity of what people do."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime


def now() -> str:
    """The present moment, ISO 8601 in UTC with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def new_event_id() -> str:
    """An id that no other machine gives."""
    return uuid.uuid4().hex


def backup_stamp() -> str:
    """The present moment as the ending of a backup's name; later ones sort later."""
    return datetime.now(UTC).strftime("backup-%Y%m%dT%H%M%S.%fZ")


def aside_stamp() -> str:
    """The present moment as the ending of the name of what a restored database replaces."""
    return datetime.now(UTC).strftime("aside-%Y%m%dT%H%M%S%fZ")

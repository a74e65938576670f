"""Errors that a person can act on. Each says what happened, to which file, and what to do."""

from __future__ import annotations


class QuotesError(Exception):
    """Base of every error that this project raises on purpose; ``str(error)`` is for a person."""

    exit_code = 1


class InputError(QuotesError):
    """One input could not be read; the others are not affected."""


class UsageError(QuotesError):
    """A wrong option, an unknown name or a broken configuration."""

    exit_code = 2


class DatabaseError(QuotesError):
    """The database is missing, locked, damaged, out of reach, newer than us, or not one of ours."""

    exit_code = 3


def missing_extra(what: str, extra: str) -> UsageError:
    """The error for ``what`` needs packages that are not installed."""
    # Not "pip install quotes[…]": on the package index that name is somebody else's.
    return UsageError(
        f"{what} needs the extra {extra!r}: in your clone of Quotes, uv sync --extra {extra}"
    )

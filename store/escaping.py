"""Text that no database takes as it is, made storable and back.

An article may hold a NUL or half of a surrogate pair (broken encodings do occur). JSON and SQL
engines refuse them, and dropping them would move every offset after them. In a row that has any,
each such character is written as an escape, and the row says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import orjson

_MARK = "\x1a"
_UNSAFE = re.compile(r"[\x00\x1a\ud800-\udfff]")
_REFUSED = re.compile(r"[\x00\ud800-\udfff]")
_ESCAPED = re.compile(r"\x1a([0-9a-f]{4})")


def escape_row(row: dict[str, Any]) -> dict[str, Any]:
    """``row`` itself when every text in it is storable, otherwise an escaped copy."""
    try:
        if b"\\u0000" not in orjson.dumps(row):
            return row
    except TypeError:  # a surrogate
        pass
    escaped: dict[str, Any] = _walk(row, lambda text: _UNSAFE.sub(_escape, text))
    escaped["body"]["escaped"] = True
    return escaped


def unescape_row(row: dict[str, Any]) -> dict[str, Any]:
    """The inverse of :func:`escape_row`."""
    if "escaped" not in row["body"]:
        return row
    plain: dict[str, Any] = _walk(row, lambda text: _ESCAPED.sub(_unescape, text))
    del plain["body"]["escaped"]
    return plain


def storable(text: str) -> str:
    """A text as it stands in a stored row, to look it up by."""
    return _UNSAFE.sub(_escape, text) if _REFUSED.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return f"{_MARK}{ord(match.group()):04x}"


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match.group(1), 16))


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _walk(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_walk(item, change) for item in value]
    return value

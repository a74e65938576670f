"""Dates as the press and its databases write them, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

# The months of the Levant and of the Maghreb under the names that dateparser knows.
_MONTHS = {
    "كانون الثاني": "يناير",
    "شباط": "فبراير",
    "آذار": "مارس",
    "نيسان": "أبريل",
    "أيار": "مايو",
    "حزيران": "يونيو",
    "تموز": "يوليو",
    "آب": "أغسطس",
    "أيلول": "سبتمبر",
    "تشرين الأول": "أكتوبر",
    "تشرين الثاني": "نوفمبر",
    "كانون الأول": "ديسمبر",
    "جانفي": "يناير",
    "فيفري": "فبراير",
    "أفريل": "أبريل",
    "ماي": "مايو",
    "جوان": "يونيو",
    "جويلية": "يوليو",
    "أوت": "أغسطس",
    "غشت": "أغسطس",
    "شتنبر": "سبتمبر",
    "نونبر": "نوفمبر",
    "دجنبر": "ديسمبر",
}
_MONTH = re.compile(rf"(?<!\w)(?:{'|'.join(_MONTHS)})(?!\w)")
# "نوفمبر/تشرين الثاني", "تشرين الثاني (نوفمبر)": one month under both its names.
_BOTH_NAMES = re.compile(r"(\w+)\s*[/(]\s*\1\s*\)?")
_EPOCH = re.compile(r"\d{9,10}|\d{12,13}")
_EARLIEST, _LATEST = 1900, 2100
_LONGEST = 60


@lru_cache(maxsize=10_000)
def iso_date(value: str | None) -> str | None:
    """``value`` as an ISO 8601 date, or date and time where it gives one.

    Understands ISO 8601, RFC 822, seconds and milliseconds since 1970, and written dates in
    Arabic (all three sets of month names), English and French; of 3/4/2024 the 3 is the day.
    ``None`` for anything else, for a year or a month alone, and for other calendars.
    """
    text = (value or "").strip()
    if not text or len(text) > _LONGEST:
        return None
    for read in (_iso, _epoch, _rfc822, _written):
        found = read(text)
        if found is not None:
            return found if _EARLIEST <= int(found[:4]) <= _LATEST else None
    return None


def _iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _epoch(text: str) -> str | None:
    if not _EPOCH.fullmatch(text):
        return None
    seconds = int(text) / (1000 if len(text) > 10 else 1)
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _rfc822(text: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, OverflowError):
        return None


def _written(text: str) -> str | None:
    import dateparser

    text = _MONTH.sub(lambda month: _MONTHS[month[0]], text)
    found = dateparser.parse(
        _BOTH_NAMES.sub(r"\1", text),
        languages=["ar", "en", "fr"],
        settings={
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["year", "month", "day"],
            "PARSERS": ["absolute-time"],
        },
    )
    if found is None:
        return None
    return str(found.isoformat() if ":" in text else found.date().isoformat())

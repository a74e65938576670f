"""The filter language, one and small, wherever quotes are listed, searched or exported.

A filter is a list of terms that must all hold, separated by spaces::

    speaker:بلينكن outlet:reuters date:2024-01..2024-06 stance:deny,warn -status:rejected هدنة

``field:value`` matches a field, ``field:one,two`` either value, ``-`` in front negates, quotation
marks keep spaces together (``speaker:"مارك روته"``), and a word without a field is looked for in
the words of the quote, its cue and its speaker. All text is compared in folded spelling
(``quotes.arabic.folding``), so that hamza, taa marbuta and diacritics make no difference. The
fields also have Arabic names, for those who would otherwise change the keyboard.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from quotes.arabic.folding import fold
from quotes.errors import UsageError

Field = Literal[
    "text",
    "speaker",
    "outlet",
    "document",
    "id",
    "reviewer",
    "kind",
    "form",
    "stance",
    "status",
    "date",
    "confidence",
    "is",
]

CHOICES: Mapping[Field, tuple[str, ...]] = {
    "kind": ("direct", "indirect", "mixed"),
    "form": ("clause", "nominal"),
    "status": ("pending", "accepted", "rejected", "fixed"),
    "is": (
        "reviewed",
        "shared",
        "flagged",
        "look",
        "disputed",
        "adjudicated",
        "gone",
        "missed",
        "nested",
        "unattributed",
        "hidden",
    ),
}
"""The values that a field can take, where they are few.

Of ``is``: ``shared`` is a quote that two or more reviewers have judged, ``look`` one whose review
needs another look, ``gone`` a reviewed one that the engine no longer finds, ``missed`` one that a
reviewer added, ``nested`` one inside another quote, and ``hidden`` one that is otherwise left out:
its review went over to another quote, or its addition was undone.
"""

_ARABIC_NAMES: Mapping[str, Field] = {
    "نص": "text",
    "قائل": "speaker",
    "متحدث": "speaker",
    "صحيفة": "outlet",
    "وثيقة": "document",
    "مقال": "document",
    "مراجع": "reviewer",
    "نوع": "kind",
    "صيغة": "form",
    "موقف": "stance",
    "حالة": "status",
    "تاريخ": "date",
    "ثقة": "confidence",
}
_FOLDED_ARABIC_NAMES = {fold(name): field for name, field in _ARABIC_NAMES.items()}
FIELDS: tuple[Field, ...] = get_args(Field)


class FilterError(UsageError):
    """A filter that cannot be understood; the message says which part and what would be right."""


@dataclass(frozen=True, slots=True)
class Range:
    """An inclusive range; an open end is ``None``. Dates are compared as ISO text."""

    low: str | float | None
    high: str | float | None


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: ``field`` has one of ``values``, or has none of them when ``negated``.

    Values are folded strings for text fields, plain strings for choices, ``Range`` for dates and
    confidence.
    """

    field: Field
    values: tuple[str | Range, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms that must all hold; no terms match every quote that is not hidden."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Filter:
        """Read a filter as people type it. Raises ``FilterError``."""
        return cls(tuple(map(_term, _TOKEN.finditer(_UNSTORABLE.sub("", text)))))

    @classmethod
    def of(cls, value: Filter | str) -> Filter:
        """A filter from either of its forms."""
        return value if isinstance(value, Filter) else cls.parse(value)

    def __and__(self, other: Filter) -> Filter:
        return Filter(self.terms + other.terms)

    @property
    def shows_hidden(self) -> bool:
        """Whether the filter asks for quotes that are otherwise left out."""
        return any(term.field in ("is", "id") and _asks_hidden(term) for term in self.terms)

    def words(self) -> tuple[str, ...]:
        """The folded words to mark in a text that matches."""
        return tuple(
            value
            for term in self.terms
            if term.field == "text" and not term.negated
            for value in term.values
            if isinstance(value, str)
        )


def _asks_hidden(term: Term) -> bool:
    return not term.negated and (term.field == "id" or "hidden" in term.values)


def normalize(text: str) -> str:
    """``text`` as it is compared: folded, white space as one space, nothing unstorable."""
    return " ".join(_UNSTORABLE.sub("", fold(text)).split())


_UNSTORABLE = re.compile(r"[\x00-\x08\x0e-\x1b\ud800-\udfff]")


_TOKEN = re.compile(r'(?:"[^"]*"?|[^\s"])+')
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_VALUE = re.compile(r'(?:"[^"]*"?|[^,،"])+')
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _term(match: re.Match[str]) -> Term:
    token = match.group()
    negated = len(token) > 1 and token.startswith("-")
    body = token.removeprefix("-") if negated else token
    named = _FIELD.match(body)
    field = _field(named.group(1)) if named else "text"
    if field is None or named is None:
        return Term("text", (normalize(body.replace('"', "")),), negated)
    values = [value.replace('"', "").strip() for value in _VALUE.findall(body[named.end() :])]
    if not any(values):
        raise FilterError(f"{body!r} has no value; write for example {_EXAMPLES[field]}")
    return Term(field, tuple(_value(field, value) for value in values if value), negated)


def _field(name: str) -> Field | None:
    """The field of this name; ``None`` when the word is Arabic text that holds a colon."""
    for field in FIELDS:
        if field == name.lower():
            return field
    if fold(name) in _FOLDED_ARABIC_NAMES:
        return _FOLDED_ARABIC_NAMES[fold(name)]
    if not name.isascii():
        return None
    near = difflib.get_close_matches(name.lower(), FIELDS, n=1)
    hint = f"; did you mean {near[0]}:" if near else f"; the fields are {', '.join(FIELDS)}"
    raise FilterError(f"there is no field {name!r} to filter by{hint}")


def _value(field: Field, text: str) -> str | Range:
    if field == "date":
        return _range(field, text, _date)
    if field == "confidence":
        return _range(field, text, _share)
    if field in CHOICES:
        value = text.lower()
        if value not in CHOICES[field]:
            raise FilterError(f"{field}:{text} is unknown; choose from {', '.join(CHOICES[field])}")
        return value
    return text.lower() if field in ("id", "stance") else normalize(text)


def _range(field: Field, text: str, read: Callable[[str], str | float]) -> Range:
    low, dots, high = text.partition("..")
    try:
        if not dots:
            return Range(read(low), read(low))
        return Range(read(low) if low else None, read(high) if high else None)
    except ValueError:
        raise FilterError(
            f"{field}:{text} is not a range; write for example {_EXAMPLES[field]}"
        ) from None


def _date(text: str) -> str:
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        raise FilterError(f"{text} is no date; write for example {_EXAMPLES['date']}") from None
    return text


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise ValueError(text)
    return value


_EXAMPLES: Mapping[Field, str] = {
    "text": "text:هدنة",
    "speaker": "speaker:بلينكن",
    "outlet": "outlet:reuters",
    "document": "document:article.txt",
    "id": "id:0f3a",
    "reviewer": "reviewer:mona",
    "kind": "kind:direct",
    "form": "form:clause",
    "stance": "stance:deny",
    "status": "status:pending",
    "date": "date:2024-01..2024-06",
    "confidence": "confidence:0.5..0.8",
    "is": "is:disputed",
}

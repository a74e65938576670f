"""A quote as it is checked: its words, in whose mouth, and where they were printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from rapidfuzz import fuzz

from quotes.arabic.folding import fold
from quotes.checking.words import Word, stem, words
from quotes.model import Quote, Speaker

_SAME_SPELLING = 80.0
_SHORTEST_FOREIGN_NAME = 5


class Source(Protocol):
    """Where a quote was printed: a document, or what is known of one."""

    @property
    def name(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def address(self) -> str | None: ...


@dataclass(frozen=True)
class Statement:
    """One quote with its source.

    ``entity`` names the speaker across documents where a registry knows; without it, speakers
    are the same when their names are.
    """

    quote: Quote
    source: Source
    entity: str | None = None
    also_called: tuple[str, ...] = field(default=())

    @property
    def speaker(self) -> Speaker | None:
        """Who is reported to have said it."""
        return self.quote.speaker

    @cached_property
    def words(self) -> list[Word]:
        """The words of the quote, ready for comparison."""
        return words(self.quote.text)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name the speaker goes by here."""
        if self.speaker is None:
            return ()
        return (self.speaker.name, *self.speaker.aliases, *self.also_called)

    @property
    def speaker_key(self) -> str | None:
        """Equal for two statements of the same speaker."""
        if self.speaker is None:
            return None
        return self.entity or " ".join(fold(self.speaker.name).split())


def is_called(asked: str, statement: Statement) -> bool:
    """Whether ``asked`` may be a name of the one who made ``statement``.

    Every word of ``asked`` must be in one of the names (or the role beside it), or else ``asked``
    must hold the full name and more, such as a title. Spellings may differ a little: foreign
    names are spelled in many ways.
    """
    wanted = [stem(part) for part in fold(asked).split()]
    if not wanted or statement.speaker is None:
        return False
    role = statement.speaker.role or ""
    for name in statement.names:
        parts = [stem(part) for part in fold(f"{name} {role}").split()]
        if _within(wanted, parts) or _squeezed(asked) == _squeezed(name):
            return True
    full = [stem(part) for part in fold(statement.speaker.name).split()]
    return len(full) >= 2 and _within(full, wanted)


def _squeezed(name: str) -> str:
    """A name without its spaces: أبو ثنين "Abu Thnain" is also written أبوثنين."""
    return "".join(fold(name).split())


def _within(words: list[str], others: list[str]) -> bool:
    return all(any(_similar(one, other) for other in others) for one in words)


def _similar(one: str, other: str) -> bool:
    return one == other or (
        min(len(one), len(other)) >= _SHORTEST_FOREIGN_NAME
        and fuzz.ratio(one, other) >= _SAME_SPELLING
    )

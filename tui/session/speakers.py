"""Whom a reviewer may mean: the document's own people first, then the registry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from quotes.arabic.folding import fold
from quotes.model import Quote, Speaker
from store.contract import Store

REGISTRY_LIMIT = 40
_ARTICLE = fold("ال")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A speaker to choose, and where the suggestion comes from.

    ``quotes`` counts the quotes in the document or, for the registry, in the database.
    """

    speaker: Speaker
    source: Literal["candidate", "document", "registry"]
    quotes: int = 0


def of_document(current: Quote, neighbours: Iterable[Quote]) -> list[Suggestion]:
    """The candidates of ``current`` and all other speakers of its document, most quoted first."""
    found: dict[str, Suggestion] = {}
    for candidate in current.candidates:
        key = fold(candidate.speaker.name)
        found.setdefault(key, Suggestion(candidate.speaker, "candidate"))
    counts: dict[str, int] = {}
    people: dict[str, Speaker] = {}
    for quote in neighbours:
        speakers = [quote.speaker, *(candidate.speaker for candidate in quote.candidates)]
        for place, speaker in enumerate(speakers):
            if speaker is not None:
                key = fold(speaker.name)
                people.setdefault(key, speaker)
                counts[key] = counts.get(key, 0) + (place == 0)
    for key in sorted(people, key=lambda key: -counts[key]):
        found.setdefault(key, Suggestion(people[key], "document", counts[key]))
    return list(found.values())


def matching(typed: str, nearby: Iterable[Suggestion], store: Store) -> list[Suggestion]:
    """Suggestions that fit what is typed, in folded spelling: nearby ones, then the registry's.

    A name fits when every typed word begins one of its words or one of an alias's words.
    """
    result = [suggestion for suggestion in nearby if _fits(typed, suggestion.speaker)]
    seen = {fold(suggestion.speaker.name) for suggestion in result}
    for entity in store.speakers(_first_word(typed), limit=REGISTRY_LIMIT):
        speaker = entity.speaker()
        if fold(speaker.name) not in seen and _fits(typed, speaker):
            result.append(Suggestion(speaker, "registry", entity.quotes))
    return result


def _first_word(typed: str) -> str:
    return next(iter(typed.split()), "")


def _fits(typed: str, speaker: Speaker) -> bool:
    wanted = fold(typed).split()
    return any(
        all(any(_begins(word, want) for word in fold(name).split()) for want in wanted)
        for name in (speaker.name, *speaker.aliases)
    )


def _begins(word: str, wanted: str) -> bool:
    return word.startswith(wanted) or word.removeprefix(_ARTICLE).startswith(wanted)

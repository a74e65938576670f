"""Counts over quotes: who is quoted how often, by whom, with which verbs, when, and how settled."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from quotes.checking.statement import Statement

UNKNOWN = "—"
_DAYS_SHOWN_SINGLY = 62
_DAYS_SHOWN_BY_MONTH = 366 * 6


@dataclass(slots=True)
class SpeakerCount:
    """How one speaker is quoted: in all, by kind, by outlet, by stance of the verb."""

    name: str
    quotes: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Statistics:
    """Counts over the quotes that were given.

    ``periods`` maps days, months or years (ISO 8601, whichever suits the time covered) to counts,
    in order and without gaps; ``undated`` counts quotes whose article has no date.
    ``unattributed`` counts quotes whose speaker the article does not tell at all, ``unnamed``
    those of a source without a name ("an official"). Outlets that are not known count as ``—``.
    """

    quotes: int = 0
    documents: int = 0
    unattributed: int = 0
    unnamed: int = 0
    undated: int = 0
    speakers: list[SpeakerCount] = field(default_factory=list)
    outlets: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    periods: dict[str, int] = field(default_factory=dict)


def statistics(statements: Iterable[Statement]) -> Statistics:
    """Count ``statements``, each as it stands now."""
    result = Statistics()
    documents: set[str] = set()
    speakers: dict[str, SpeakerCount] = {}
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    days: Counter[date] = Counter()
    for statement in statements:
        quote, source = statement.quote, statement.source
        outlet = source.outlet or UNKNOWN
        documents.add(source.sha256)
        result.quotes += 1
        result.outlets[outlet] += 1
        result.verbs[quote.cue.lemma] += 1
        result.stances[quote.cue.stance] += 1
        result.kinds[quote.kind] += 1
        result.statuses[quote.status] += 1
        day = _day(source.published)
        if day:
            days[day] += 1
        else:
            result.undated += 1
        key = statement.speaker_key
        if key is None or statement.speaker is None:
            result.unattributed += 1
            continue
        result.unnamed += statement.speaker.kind == "unnamed"
        names[key][statement.speaker.name] += 1
        speaker = speakers.setdefault(key, SpeakerCount(""))
        speaker.quotes += 1
        speaker.kinds[quote.kind] += 1
        speaker.outlets[outlet] += 1
        speaker.stances[quote.cue.stance] += 1
    for key, speaker in speakers.items():
        speaker.name = names[key].most_common(1)[0][0]
    result.documents = len(documents)
    result.speakers = sorted(speakers.values(), key=lambda each: (-each.quotes, each.name))
    result.periods = _periods(days)
    return result


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _periods(days: Counter[date]) -> dict[str, int]:
    """Counts by day, month or year, with the empty ones in between."""
    if not days:
        return {}
    first, last = min(days), max(days)
    covered = (last - first).days
    if covered <= _DAYS_SHOWN_SINGLY:
        keys = [date.fromordinal(first.toordinal() + n).isoformat() for n in range(covered + 1)]
        length = 10
    elif covered <= _DAYS_SHOWN_BY_MONTH:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        keys = [f"{month // 12:04}-{month % 12 + 1:02}" for month in months]
        length = 7
    else:
        keys = [f"{year:04}" for year in range(first.year, last.year + 1)]
        length = 4
    counts = dict.fromkeys(keys, 0)
    for day, count in days.items():
        counts[day.isoformat()[:length]] += count
    return counts

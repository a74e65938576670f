"""The table of word classes made from the AraMorph dictionaries, once for each installation."""

from __future__ import annotations

from quotes.arabic.folding import fold
from quotes.arabic.morphology.cache import Progress
from quotes.arabic.morphology.class_table import Affix, Pairs, Stem, spelt
from quotes.arabic.morphology.features import (
    Features,
    affix_features,
    enclitic,
    proclitics,
    stem_features,
    with_plurals,
)
from quotes.arabic.morphology.tables import Entry, Tables, read_tables, to_arabic
from quotes.arabic.morphology.word_info import word_class


def build_class_table(progress: Progress | None) -> tuple[object, ...]:
    """The stems in one string and the number of each one's group, then the other tables."""

    def report(fraction: float) -> None:
        if progress:
            progress("word classes", fraction)

    report(0.0)
    tables = read_tables()
    report(0.3)
    by_spelling: dict[str, dict[Stem, None]] = {}
    # Few stems differ in what is kept of them, and the cache file holds each of those once.
    kept: dict[Stem, Stem] = {}
    for entry, plural in with_plurals(tables.stems):
        stem = _stem(entry, plural)
        stem = kept.setdefault(stem, stem)
        by_spelling.setdefault(spelt(to_arabic(entry.surface)), {})[stem] = None
    report(0.8)
    groups: dict[tuple[Stem, ...], int] = {}
    stems = {
        spelling: groups.setdefault(tuple(entries), len(groups))
        for spelling, entries in by_spelling.items()
    }
    folded_stems: dict[str, tuple[int, ...]] = {}
    for spelling, group in stems.items():
        if (folded := fold(spelling)) != spelling:
            folded_stems[folded] = (*folded_stems.get(folded, ()), group)
    prefixes, suffixes = _affixes(tables.prefixes), _affixes(tables.suffixes)
    report(1.0)
    return (
        " ".join(stems),
        list(stems.values()),
        folded_stems,
        list(groups),
        prefixes,
        suffixes,
        _folded_affixes(prefixes),
        _folded_affixes(suffixes),
        _pairs(tables),
    )


def _stem(entry: Entry, broken_plural: bool) -> Stem:
    features = stem_features(entry, broken_plural)
    pos = features["pos"]
    return (
        entry.category,
        word_class(pos, features["asp"]),
        features["stt"] == "d" or features["prc0"] == "Al_det" or pos == "noun_prop",
        _known(features, "gen"),
        _known(features, "num"),
        _known(features, "per"),
        features["vox"] == "p",
        proclitics(features),
        enclitic(features),
    )


def _affixes(entries: tuple[Entry, ...]) -> dict[str, list[Affix]]:
    affixes: dict[str, list[Affix]] = {}
    for entry in entries:
        features = affix_features(entry)
        affix: Affix = (
            entry.category,
            _known(features, "gen"),
            _known(features, "num"),
            _known(features, "per"),
            features.get("prc0") == "Al_det",
            proclitics(features),
            enclitic(features),
        )
        same = affixes.setdefault(spelt(to_arabic(entry.surface)), [])
        if affix not in same:
            same.append(affix)
    return affixes


def _folded_affixes(affixes: dict[str, list[Affix]]) -> dict[str, list[Affix]]:
    folded: dict[str, list[Affix]] = {}
    for spelling, entries in affixes.items():
        folded.setdefault(fold(spelling), []).extend(entries)
    return folded


def _pairs(tables: Tables) -> Pairs:
    suffix_stem = frozenset((suffix, stem) for stem, suffix in tables.stem_suffix)
    return tuple(map(_grouped, (tables.prefix_stem, suffix_stem, tables.prefix_suffix)))


def _grouped(pairs: frozenset[tuple[str, str]]) -> dict[str, frozenset[str]]:
    grouped: dict[str, set[str]] = {}
    for first, second in sorted(pairs):
        grouped.setdefault(first, set()).add(second)
    return {first: frozenset(seconds) for first, seconds in grouped.items()}


def _known(features: Features, name: str) -> str | None:
    value = features.get(name, "u")
    return None if value in ("u", "na") else value

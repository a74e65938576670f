"""What any word can be, coarsely and fast, from a compact table of the AraMorph lexicon.

The table holds every stem of the lexicon by its spelling, with all but what a reader of noun
phrases asks for left out. A word is cut into prefix, stem and suffix in every way, as AraMorph
itself does (Buckwalter 2002), with a few look-ups for each cut.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from quotes.arabic.folding import fold
from quotes.arabic.morphology.analysis import Analysis, Morphology
from quotes.arabic.morphology.cache import Progress, cached_payload, fingerprint
from quotes.arabic.morphology.features import (
    Features,
    affix_features,
    enclitic,
    proclitics,
    stem_features,
    with_plurals,
)
from quotes.arabic.morphology.tables import (
    Entry,
    Tables,
    read_tables,
    table_files,
    to_arabic,
)

WordClass = Literal[
    "noun",
    "proper",
    "adjective",
    "adverb",
    "number",
    "perfect",
    "imperfect",
    "imperative",
    "preposition",
    "conjunction",
    "pronoun",
    "demonstrative",
    "relative",
    "particle",
]
_CLASSES: dict[str, WordClass] = {
    "noun": "noun",
    "noun_prop": "proper",
    "noun_num": "number",
    "noun_quant": "noun",
    "abbrev": "noun",
    "adj": "adjective",
    "adj_comp": "adjective",
    "adj_num": "number",
    "digit": "number",
    "adv": "adverb",
    "prep": "preposition",
    "conj": "conjunction",
    "conj_sub": "conjunction",
    "pron": "pronoun",
    "pron_dem": "demonstrative",
    "pron_rel": "relative",
}
_VERB_CLASSES: dict[str, WordClass] = {
    "p": "perfect",
    "i": "imperfect",
    "c": "imperative",
    "perfect": "perfect",
    "imperfect": "imperfect",
    "imperative": "imperative",
}
_NOMINAL_CLASSES = frozenset({"noun", "proper", "adjective", "number"})


FUNCTION_CLASSES = frozenset(
    {"preposition", "conjunction", "pronoun", "demonstrative", "relative", "particle"}
)
"""The closed classes: a word with such a reading is hardly ever anything else."""


class Reading(NamedTuple):
    """One thing that a word can be.

    ``definite``: carries the article or a possessive pronoun, or is a proper noun or a
    demonstrative. ``gender``: m, f or ``None`` (unknown); ``number``: s, d, p or ``None``;
    ``person``: 1, 2, 3 for verbs. ``proclitics`` are Arabic letters, outermost first:
    ("و", "ب", "ال"); ``enclitic`` is a pronoun: possessive on nouns, object on verbs.
    """

    word_class: WordClass
    definite: bool = False
    gender: str | None = None
    number: str | None = None
    person: int | None = None
    passive: bool = False
    proclitics: tuple[str, ...] = ()
    enclitic: str | None = None


class WordInfo(NamedTuple):
    """All readings of a word, and their union. No reading at all: the lexicon lacks it.

    ``definite`` is whether any reading is; ``genders`` and ``numbers`` are those of all
    readings, verbs included.
    """

    readings: tuple[Reading, ...]
    classes: frozenset[str]
    definite: bool
    genders: frozenset[str]
    numbers: frozenset[str]

    @property
    def known(self) -> bool:
        """Whether the lexicon has the word; most that it lacks are names."""
        return bool(self.readings)


class WordClasses:
    """A look-up from any word, in whatever spelling, to what it can be."""

    def __init__(self) -> None:
        self._seen: dict[str, WordInfo] = {}

    def describe(self, word: str) -> WordInfo:
        """Everything that ``word`` can be.

        A spelling that the lexicon lacks is looked up again with final yaa and taa marbuta and
        the seats of hamza folded.
        """
        info = self._seen.get(word)
        if info is None:
            info = _summary(tuple(dict.fromkeys(self._readings(word))))
            if len(self._seen) >= _MOST_REMEMBERED:
                self._seen.clear()
            self._seen[word] = info
        return info

    def classes(self, word: str) -> frozenset[str]:
        """The word classes of ``word``, empty when it is unknown."""
        return self.describe(word).classes

    def _readings(self, word: str) -> Iterator[Reading]:
        raise NotImplementedError


_MOST_REMEMBERED = 200_000


def _summary(readings: tuple[Reading, ...]) -> WordInfo:
    return WordInfo(
        readings,
        frozenset(reading.word_class for reading in readings),
        any(reading.definite for reading in readings),
        frozenset(reading.gender for reading in readings if reading.gender),
        frozenset(reading.number for reading in readings if reading.number),
    )


def load_word_classes(
    morphology: Morphology | None = None, progress: Progress | None = None
) -> WordClasses:
    """The look-up from the cached table, or through ``morphology`` where one is given.

    Raises :class:`quotes.errors.UsageError` when the AraMorph tables are not installed.
    """
    if morphology is not None:
        return _AnalysedWordClasses(morphology)
    table = marshal.loads(cached_payload("classes", _key(), lambda: _build(progress)))
    return _TableWordClasses(*table)


class _AnalysedWordClasses(WordClasses):
    """Word classes by full analysis."""

    def __init__(self, morphology: Morphology) -> None:
        super().__init__()
        self._morphology = morphology

    def _readings(self, word: str) -> Iterator[Reading]:
        for analysis in self._morphology.analyse(word):
            yield _reading_of(analysis)


def _reading_of(analysis: Analysis) -> Reading:
    return Reading(
        _word_class(analysis.pos, analysis.aspect),
        analysis.definite,
        analysis.gender,
        analysis.number,
        analysis.person,
        analysis.voice == "passive",
        analysis.proclitics,
        analysis.enclitic,
    )


def _word_class(pos: str, aspect: str | None) -> WordClass:
    if pos.startswith("verb"):
        return _VERB_CLASSES.get(aspect or "", "perfect")
    return _CLASSES.get(pos, "particle")


_Affix = tuple[str, str | None, str | None, str | None, bool, tuple[str, ...], str | None]
"""Category, gender, number, person, definite, proclitics, enclitic."""

_Stem = tuple[
    str, WordClass, bool, str | None, str | None, str | None, bool, tuple[str, ...], str | None
]
"""Category and the fields of a :class:`Reading`."""

_Pairs = dict[str, frozenset[str]]


class _TableWordClasses(WordClasses):
    """Word classes from the table that :func:`_build` makes."""

    def __init__(
        self,
        stems: dict[str, int],
        folded_stems: dict[str, tuple[int, ...]],
        groups: list[tuple[_Stem, ...]],
        prefixes: dict[str, list[_Affix]],
        suffixes: dict[str, list[_Affix]],
        folded_prefixes: dict[str, list[_Affix]],
        folded_suffixes: dict[str, list[_Affix]],
        pairs: tuple[_Pairs, _Pairs, _Pairs],
    ) -> None:
        super().__init__()
        self._stems = stems
        self._folded_stems = folded_stems
        self._exact = _Affixes(prefixes, suffixes, groups, pairs)
        self._folded = _Affixes(folded_prefixes, folded_suffixes, groups, pairs)

    def _readings(self, word: str) -> Iterator[Reading]:
        exact = _spelling(word)
        readings = [
            reading
            for prefix, stem, suffix in self._exact.cuts(exact)
            if (group := self._stems.get(stem)) is not None
            for reading in self._exact.around(prefix, suffix, group)
        ]
        if readings:
            return iter(readings)
        return self._folded_readings(fold(word))

    def _folded_readings(self, word: str) -> Iterator[Reading]:
        for prefix, stem, suffix in self._folded.cuts(word):
            group = self._stems.get(stem)
            groups = self._folded_stems.get(stem, ())
            for found in groups if group is None else (group, *groups):
                yield from self._folded.around(prefix, suffix, found)


class _Affixes:
    """Prefixes and suffixes by spelling, and the readings that they make around stems."""

    def __init__(
        self,
        prefixes: dict[str, list[_Affix]],
        suffixes: dict[str, list[_Affix]],
        groups: list[tuple[_Stem, ...]],
        pairs: tuple[_Pairs, _Pairs, _Pairs],
    ) -> None:
        self._prefixes = prefixes
        self._suffixes = suffixes
        self._longest_prefix = max(map(len, prefixes))
        self._longest_suffix = max(map(len, suffixes))
        self._groups = groups
        self._prefix_stem, self._stem_suffix, self._prefix_suffix = pairs
        self._around: dict[tuple[str, str, int], tuple[Reading, ...]] = {}

    def cuts(self, word: str) -> Iterator[tuple[str, str, str]]:
        """Every way to cut ``word`` into a known prefix, a stem and a known suffix."""
        length = len(word)
        ends = [
            end
            for end in range(length, max(0, length - self._longest_suffix - 1), -1)
            if word[end:] in self._suffixes
        ]
        for start in range(min(self._longest_prefix, length - 1) + 1):
            if (prefix := word[:start]) in self._prefixes:
                for end in ends:
                    if end > start:
                        yield prefix, word[start:end], word[end:]

    def around(self, prefix: str, suffix: str, group: int) -> tuple[Reading, ...]:
        """The readings of the stems of ``group`` between ``prefix`` and ``suffix``."""
        key = (prefix, suffix, group)
        readings = self._around.get(key)
        if readings is None:
            readings = tuple(self._read(prefix, suffix, group))
            self._around[key] = readings
        return readings

    def _read(self, prefix: str, suffix: str, group: int) -> Iterator[Reading]:
        for stem in self._groups[group]:
            category = stem[0]
            after_stem = self._stem_suffix.get(category, frozenset())
            for before in self._prefixes[prefix]:
                if category not in self._prefix_stem.get(before[0], ()):
                    continue
                after_prefix = self._prefix_suffix.get(before[0], ())
                for after in self._suffixes[suffix]:
                    if after[0] in after_stem and after[0] in after_prefix:
                        yield _combine(before, stem, after)


def _combine(before: _Affix, stem: _Stem, after: _Affix) -> Reading:
    _, word_class, definite, gender, number, person, passive, own_proclitics, own_pronoun = stem
    person = after[3] or before[3] or person
    nominal = word_class in _NOMINAL_CLASSES
    return Reading(
        word_class,
        definite or before[4] or (nominal and after[6] is not None),
        after[1] or before[1] or gender,
        after[2] or before[2] or number,
        int(person) if person else None,
        passive,
        before[5] + own_proclitics,
        after[6] or own_pronoun,
    )


_DROPPED = (*range(0x64B, 0x653), 0x640, 0x670, *range(0x200B, 0x2010), 0xFEFF)
_SPELLING: dict[int, str | None] = {ord(alif): "ا" for alif in "أإآٱ"} | dict.fromkeys(_DROPPED)


def _spelling(word: str) -> str:
    """``word`` without vowels, its initial alifs plain: as the lexicon spells it."""
    return word.translate(_SPELLING)


def _key() -> str:
    folder = Path(__file__).parent
    sources = (folder / name for name in ("classes.py", "features.py", "tables.py"))
    parts = (path.read_bytes() for path in (*sources, *table_files()))
    return fingerprint(f"marshal {marshal.version}", *parts)


def _build(progress: Progress | None) -> bytes:
    def report(fraction: float) -> None:
        if progress:
            progress("word classes", fraction)

    report(0.0)
    tables = read_tables()
    report(0.3)
    by_spelling: dict[str, dict[_Stem, None]] = {}
    for entry, plural in with_plurals(tables.stems):
        by_spelling.setdefault(_spelling(to_arabic(entry.surface)), {})[_stem(entry, plural)] = None
    report(0.8)
    groups: dict[tuple[_Stem, ...], int] = {}
    stems = {
        spelling: groups.setdefault(tuple(entries), len(groups))
        for spelling, entries in by_spelling.items()
    }
    folded_stems: dict[str, tuple[int, ...]] = {}
    for spelling, group in stems.items():
        if (folded := fold(spelling)) != spelling:
            folded_stems[folded] = (*folded_stems.get(folded, ()), group)
    prefixes, suffixes = _affixes(tables.prefixes), _affixes(tables.suffixes)
    payload = marshal.dumps(
        (
            stems,
            folded_stems,
            list(groups),
            prefixes,
            suffixes,
            _folded_affixes(prefixes),
            _folded_affixes(suffixes),
            _pairs(tables),
        )
    )
    report(1.0)
    return payload


def _stem(entry: Entry, broken_plural: bool) -> _Stem:
    features = stem_features(entry, broken_plural)
    pos = features["pos"]
    return (
        entry.category,
        _word_class(pos, features["asp"]),
        features["stt"] == "d" or features["prc0"] == "Al_det" or pos == "noun_prop",
        _known(features, "gen"),
        _known(features, "num"),
        _known(features, "per"),
        features["vox"] == "p",
        proclitics(features),
        enclitic(features),
    )


def _affixes(entries: tuple[Entry, ...]) -> dict[str, list[_Affix]]:
    affixes: dict[str, list[_Affix]] = {}
    for entry in entries:
        features = affix_features(entry)
        affix: _Affix = (
            entry.category,
            _known(features, "gen"),
            _known(features, "num"),
            _known(features, "per"),
            features.get("prc0") == "Al_det",
            proclitics(features),
            enclitic(features),
        )
        same = affixes.setdefault(_spelling(to_arabic(entry.surface)), [])
        if affix not in same:
            same.append(affix)
    return affixes


def _folded_affixes(affixes: dict[str, list[_Affix]]) -> dict[str, list[_Affix]]:
    folded: dict[str, list[_Affix]] = {}
    for spelling, entries in affixes.items():
        folded.setdefault(fold(spelling), []).extend(entries)
    return folded


def _pairs(tables: Tables) -> tuple[_Pairs, ...]:
    result = []
    for pairs in (tables.prefix_stem, tables.stem_suffix, tables.prefix_suffix):
        grouped: dict[str, set[str]] = {}
        for first, second in sorted(pairs):
            grouped.setdefault(first, set()).add(second)
        result.append({first: frozenset(seconds) for first, seconds in grouped.items()})
    return tuple(result)


def _known(features: Features, name: str) -> str | None:
    value = features.get(name, "u")
    return None if value in ("u", "na") else value

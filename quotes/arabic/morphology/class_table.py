"""A compact table of the AraMorph lexicon, and the readings of words from it.

The table holds every stem of the lexicon by its spelling, with all but what a reader of noun
phrases asks for left out. A word is cut into prefix, stem and suffix in every way, as AraMorph
itself does (Buckwalter 2002), with a few look-ups for each cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quotes.arabic.folding import fold
from quotes.arabic.morphology.cache import Progress, cached_value, fingerprint
from quotes.arabic.morphology.tables import table_files
from quotes.arabic.morphology.word_info import Reading, WordClass

_NOMINAL_CLASSES = frozenset({"noun", "proper", "adjective", "number"})
_MOST_REMEMBERED = 200_000

Affix = tuple[str, str | None, str | None, str | None, bool, tuple[str, ...], str | None]
"""Category, gender, number, person, definite, proclitics, enclitic."""

Stem = tuple[
    str, WordClass, bool, str | None, str | None, str | None, bool, tuple[str, ...], str | None
]
"""Category and the fields of a :class:`Reading`."""

Pairs = dict[str, frozenset[str]]


class ClassTable:
    """The readings of words, from the tables that :func:`load_class_table` loads."""

    def __init__(
        self,
        stems: dict[str, int],
        folded_stems: dict[str, tuple[int, ...]],
        groups: list[tuple[Stem, ...]],
        prefixes: dict[str, list[Affix]],
        suffixes: dict[str, list[Affix]],
        folded_prefixes: dict[str, list[Affix]],
        folded_suffixes: dict[str, list[Affix]],
        pairs: tuple[Pairs, Pairs, Pairs],
    ) -> None:
        self._stems = stems
        self._folded_stems = folded_stems
        self._exact = _Affixes(prefixes, suffixes, groups, pairs)
        self._folded = _Affixes(folded_prefixes, folded_suffixes, groups, pairs)

    def readings(self, word: str) -> Iterator[Reading]:
        """What ``word`` can be, a reading more than once where several stems give it."""
        exact = spelt(word)
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
        prefixes: dict[str, list[Affix]],
        suffixes: dict[str, list[Affix]],
        groups: list[tuple[Stem, ...]],
        pairs: tuple[Pairs, Pairs, Pairs],
    ) -> None:
        self._prefixes = prefixes
        self._suffixes = suffixes
        self._longest_prefix = max(map(len, prefixes))
        self._longest_suffix = max(map(len, suffixes))
        self._groups = groups
        self._prefix_stem, self._stem_suffix, self._prefix_suffix = pairs
        self._around: dict[tuple[str, str, int], tuple[Reading, ...]] = {}
        self._fitting: dict[tuple[str, str, str], tuple[tuple[Affix, Affix], ...]] = {}

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
            if len(self._around) >= _MOST_REMEMBERED:
                self._around.clear()
            self._around[key] = readings
        return readings

    def _read(self, prefix: str, suffix: str, group: int) -> Iterator[Reading]:
        for stem in self._groups[group]:
            key = (prefix, suffix, stem[0])
            affixes = self._fitting.get(key)
            if affixes is None:
                affixes = self._fitting[key] = tuple(self._fit(*key))
            for before, after in affixes:
                yield _combine(before, stem, after)

    def _fit(self, prefix: str, suffix: str, category: str) -> Iterator[tuple[Affix, Affix]]:
        """The entries that ``prefix`` and ``suffix`` can be around a stem of ``category``."""
        after_stem = self._stem_suffix.get(category, frozenset())
        for before in self._prefixes[prefix]:
            if category in self._prefix_stem.get(before[0], ()):
                after_prefix = self._prefix_suffix.get(before[0], ())
                for after in self._suffixes[suffix]:
                    if after[0] in after_stem and after[0] in after_prefix:
                        yield before, after


def _combine(before: Affix, stem: Stem, after: Affix) -> Reading:
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


def spelt(word: str) -> str:
    """``word`` without vowels, its initial alifs plain: as the lexicon spells it."""
    return word.translate(_SPELLING)


def load_class_table(progress: Progress | None = None) -> ClassTable:
    """The table, from the cache folder when it is there and fresh.

    Raises :class:`quotes.errors.UsageError` when the AraMorph tables are not installed.
    """

    def build() -> tuple[object, ...]:
        from quotes.arabic.morphology.class_table_build import build_class_table

        return build_class_table(progress)

    spellings, groups, *tables = cached_value("classes", _key(), build)
    return ClassTable(dict(zip(spellings.split(), groups, strict=True)), *tables)


def _key() -> str:
    folder = Path(__file__).parent
    names = ("class_table.py", "class_table_build.py", "word_info.py", "features.py", "tables.py")
    # The tables never change once they are installed, and hashing them takes longer than loading.
    tables = (path.stat() for path in table_files())
    return fingerprint(
        *((folder / name).read_bytes() for name in names),
        *(f"{table.st_size} {table.st_mtime_ns}" for table in tables),
    )

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

Affix = tuple[str, str | None, str | None, str | None, bool, tuple[str, ...], str | None]
"""Category, gender, number, person, definite, proclitics, enclitic."""

Stem = tuple[
    str, WordClass, bool, str | None, str | None, str | None, bool, tuple[str, ...], str | None
]
"""Category and the fields of a :class:`Reading`."""

Pairs = tuple[dict[str, frozenset[str]], ...]
"""For the category of a prefix those of stems, for that of a suffix those of stems, and for that
of a prefix those of suffixes."""

Fitting = dict[str, list[tuple[Affix, Affix]]]
"""For the category of a stem the prefixes and suffixes that can stand around it."""


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
        pairs: Pairs,
    ) -> None:
        self._stems = stems
        self._folded_stems = folded_stems
        self._groups = groups
        self._exact = _Affixes(prefixes, suffixes, pairs)
        self._folded = _Affixes(folded_prefixes, folded_suffixes, pairs)

    def readings(self, word: str) -> list[Reading]:
        """What ``word`` can be, a reading more than once where several stems give it."""
        readings = [
            _combine(affixes, stem)
            for prefix, spelling, suffix in self._exact.cuts(spelt(word))
            if (group := self._stems.get(spelling)) is not None
            and (fitting := self._exact.fitting(prefix, suffix))
            for stem in self._groups[group]
            for affixes in fitting.get(stem[0], ())
        ]
        return readings or self._folded_readings(fold(word))

    def _folded_readings(self, word: str) -> list[Reading]:
        return [
            _combine(affixes, stem)
            for prefix, spelling, suffix in self._folded.cuts(word)
            if (groups := self._spelt_like(spelling))
            and (fitting := self._folded.fitting(prefix, suffix))
            for group in groups
            for stem in self._groups[group]
            for affixes in fitting.get(stem[0], ())
        ]

    def _spelt_like(self, folded: str) -> tuple[int, ...]:
        """The groups of all stems of a folded spelling."""
        group = self._stems.get(folded)
        groups = self._folded_stems.get(folded, ())
        return groups if group is None else (group, *groups)


class _Affixes:
    """Prefixes and suffixes by spelling, and what they are around stems."""

    def __init__(
        self, prefixes: dict[str, list[Affix]], suffixes: dict[str, list[Affix]], pairs: Pairs
    ) -> None:
        self._prefixes = prefixes
        self._suffixes = suffixes
        self._longest_prefix = max(map(len, prefixes))
        self._longest_suffix = max(map(len, suffixes))
        self._prefix_stem, self._suffix_stem, self._prefix_suffix = pairs
        # There are no more of them than prefixes and suffixes.
        self._fitting: dict[tuple[str, str], Fitting] = {}

    def cuts(self, word: str) -> Iterator[tuple[str, str, str]]:
        """Every cut of ``word`` into a known prefix, a possible stem and a known suffix."""
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

    def fitting(self, prefix: str, suffix: str) -> Fitting:
        """What ``prefix`` and ``suffix`` are around a stem, by its category."""
        fitting = self._fitting.get((prefix, suffix))
        if fitting is None:
            fitting = self._fitting[prefix, suffix] = {}
            for before in self._prefixes[prefix]:
                for after in self._suffixes[suffix]:
                    if after[0] in self._prefix_suffix.get(before[0], ()):
                        for category in self._around(before, after):
                            fitting.setdefault(category, []).append((before, after))
        return fitting

    def _around(self, before: Affix, after: Affix) -> frozenset[str]:
        """The categories of the stems between two affixes."""
        nothing: frozenset[str] = frozenset()
        return self._prefix_stem.get(before[0], nothing) & self._suffix_stem.get(after[0], nothing)


def _combine(affixes: tuple[Affix, Affix], stem: Stem) -> Reading:
    before, after = affixes
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

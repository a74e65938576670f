"""The AraMorph tables in the ALMOR text format, which camel-tools' ``MorphologyDB`` reads.

The format (Habash 2007, "Arabic Morphological Representations for Machine Translation") is
sections of lines: DEFINES, DEFAULTS, ORDER, TOKENIZATIONS, STEMBACKOFF, then affixes and stems
as key, category and features, and the tables of categories that may stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from quotes.arabic.morphology.cache import Progress, cached_path, fingerprint
from quotes.arabic.morphology.features import (
    PRONOUNS,
    Features,
    affix_features,
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

_DEFINES = {
    "diac": ("*open*",),
    "lex": ("*open*",),
    "bw": ("*open*",),
    "gloss": ("*open*",),
    "pos": (
        *("noun", "noun_prop", "noun_num", "adj", "adv", "verb", "prep", "conj", "conj_sub"),
        *("pron", "pron_dem", "pron_rel", "part", "part_neg", "part_interrog", "part_emphac"),
        *("part_fut", "part_det", "interj", "abbrev", "digit", "punc", "latin", "foreign"),
    ),
    "prc3": ("0", "na", ">a_ques"),
    "prc2": ("0", "na", "wa_conj", "fa_conj"),
    "prc1": (
        *("0", "na", "bi_prep", "ka_prep", "li_prep", "sa_fut", "li_sub", "la_emph", "la_rc"),
    ),
    "prc0": ("0", "na", "Al_det", "lA_neg", "mA_neg"),
    "per": ("1", "2", "3", "u", "na"),
    "asp": ("p", "i", "c", "na"),
    "vox": ("a", "p", "na"),
    "mod": ("i", "sj", "j", "u", "na"),
    "gen": ("m", "f", "u", "na"),
    "num": ("s", "d", "p", "u", "na"),
    "stt": ("d", "c", "i", "u", "na"),
    "cas": ("n", "a", "g", "ag", "u", "na"),
    "enc0": (
        "0",
        "na",
        *(f"{person}_{role}" for person in PRONOUNS for role in ("poss", "dobj", "pron")),
    ),
    "source": ("*open*",),
}
_ORDER = tuple(name for name in _DEFINES if name != "source")

_FOLDED = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
"""What camel-tools' analyser folds in a word before it looks it up."""


def database_path(progress: Progress | None = None) -> Path:
    """The path of the converted database, built first where it is missing, stale or damaged.

    Raises :class:`quotes.errors.UsageError` when the AraMorph tables are not installed.
    """

    def build() -> bytes:
        def report(fraction: float) -> None:
            if progress:
                progress("morphological database", fraction)

        report(0.0)
        tables = read_tables()
        report(0.1)
        lines = list(_database(tables))
        report(0.9)
        payload = "".join(f"{line}\n" for line in lines).encode()
        report(1.0)
        return payload

    return cached_path("aramorph.db", _key(), build)


def _key() -> str:
    folder = Path(__file__).parent
    sources = (folder / name for name in ("almor.py", "features.py", "tables.py"))
    return fingerprint(*(path.read_bytes() for path in (*sources, *table_files())))


def _database(tables: Tables) -> Iterator[str]:
    yield "###DEFINES###"
    for name, values in _DEFINES.items():
        yield f"DEFINE {name} " + " ".join(f"{name}:{value}" for value in values)
    yield "###DEFAULTS###"
    for pos in _DEFINES["pos"]:
        yield f"DEFAULT pos:{pos} " + _pairs(_default(pos))
    yield "###ORDER###"
    yield "ORDER " + " ".join(_ORDER)
    yield "###TOKENIZATIONS###"
    yield "###STEMBACKOFF###"
    yield "###PREFIXES###"
    yield from _distinct(_affix(entry, prefix=True) for entry in tables.prefixes)
    yield "###SUFFIXES###"
    yield from _distinct(_affix(entry, prefix=False) for entry in tables.suffixes)
    yield "###STEMS###"
    yield from _distinct(_stem(entry, plural) for entry, plural in with_plurals(tables.stems))
    for name, pairs in (
        ("AB", tables.prefix_stem),
        ("BC", tables.stem_suffix),
        ("AC", tables.prefix_suffix),
    ):
        yield f"###TABLE {name}###"
        yield from (f"{first} {second}" for first, second in sorted(pairs))


def _default(pos: str) -> Features:
    """The features of a word that is not looked up: a numeral, punctuation, Latin letters."""
    lexical = {"prc3": "0", "prc2": "0", "prc1": "0", "prc0": "0", "enc0": "0"}
    return lexical | dict.fromkeys(("per", "asp", "vox", "mod", "gen", "num", "stt", "cas"), "na")


def _affix(entry: Entry, prefix: bool) -> str:
    features = affix_features(entry)
    text = {"diac": _affix_diac(entry), "bw": _tagged(entry), "gloss": _gloss(entry)}
    features = {name: value for name, value in text.items() if value} | features
    return f"{_spelling(entry)}\t{entry.category}\t{_pairs(features)}"


def _affix_diac(entry: Entry) -> str:
    # The mark after the article tells camel-tools to double a sun letter that follows.
    diac = to_arabic(entry.vocalized)
    return diac + "#" if entry.tags and entry.tags[-1] == ("Al", "DET") else diac


def _stem(entry: Entry, broken_plural: bool) -> str:
    text = {
        "diac": to_arabic(entry.vocalized),
        "lex": _lexeme(entry.lemma),
        "bw": _tagged(entry),
        "gloss": _gloss(entry),
        "source": "lex",
    }
    features = text | stem_features(entry, broken_plural)
    return f"{_spelling(entry)}\t{entry.category}\t{_pairs(features)}"


def _lexeme(identifier: str) -> str:
    """The identifier of a lexeme with its headword in Arabic: qAl-u_1 as قال-u_1."""
    headword = re.split("[-_]", identifier, maxsplit=1)[0]
    rest = identifier[len(headword) :]
    # A plain space would end the feature.
    return to_arabic(headword).replace(" ", "\u00a0") + rest.replace(" ", "")


def _spelling(entry: Entry) -> str:
    return to_arabic(entry.surface).translate(_FOLDED)


def _tagged(entry: Entry) -> str:
    return "+".join(f"{to_arabic(morpheme)}/{tag}" for morpheme, tag in entry.tags)


def _gloss(entry: Entry) -> str:
    return entry.gloss.replace(" ", "_")


def _pairs(features: Features) -> str:
    return " ".join(f"{name}:{value}" for name, value in features.items())


def _distinct(lines: Iterable[str]) -> Iterator[str]:
    """``lines`` without repetitions: AraMorph lists spellings that folding makes the same."""
    return iter(dict.fromkeys(lines))

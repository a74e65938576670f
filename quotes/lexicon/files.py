"""What the data files say, in plain values that the cache folder keeps."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from quotes.arabic.folding import fold
from quotes.lexicon import SourcePreposition, SpeechVerb, split_phrases

_NOMINALS = (
    "titles",
    "roles",
    "organisations",
    "states",
    "countries",
    "documents",
    "mute_documents",
    "unnamed",
    "quantifiers",
    "places",
    "kin",
    "given_names",
    "name_particles",
    "adverbs",
    "adverbial_heads",
    "occasions",
    "addressees",
)
# Vowel marks of a vocalised lemma; its shadda goes too in the dictionary form of the record.
_VOWELS = dict.fromkeys(range(1611, 1619)) | {0x0670: None}


def parse(name: str) -> dict[str, Any]:
    """What a data file of this package says."""
    return tomllib.loads((Path(__file__).parent / name).read_text("utf-8"))


def read_files() -> dict[str, Any]:
    """The verbs and prepositions of source, the lists of words, and the closed classes.

    ``verbs`` and ``sources`` are tuples of the fields of :class:`SpeechVerb` and
    :class:`SourcePreposition`, ``lists`` the other fields of :class:`Lexicon` by name, in folded
    spelling. ``closed`` are the closed classes in folded spelling, ``spelt`` as they are spelt.
    """
    nominals, particles = parse("nominals.toml"), parse("particles.toml")
    sections = parse("closed_classes.toml").values()
    spelt = {name: entries for section in sections for name, entries in section.items()}
    lists = {name: _words(nominals[name]) for name in _NOMINALS}
    lists |= {name: _words(particles[name]) for name in ("governors_of_an", "impersonal_verbs")}
    phrases = ("circumstances", "resumptions", "furniture", "link_headings")
    return {
        "verbs": [tuple(_verb(entry)) for entry in parse("speech_verbs.toml")["verb"]],
        "sources": [tuple(_source(entry)) for entry in particles["source"]],
        "lists": {
            **lists,
            **{name: split_phrases(particles[name]) for name in phrases},
            "other_offices": {
                frozenset(_without_article(one)): tuple(_without_article(other))
                for pair in nominals["other_offices"].split("|")
                for one, other in [pair.split("=")]
            },
        },
        "closed": {name: _closed_class(name, spelt) for name in spelt},
        "spelt": spelt,
    }


def _words(value: str) -> frozenset[str]:
    return frozenset(fold(value.replace("_", " ")).split())


def _without_article(phrase: str) -> list[str]:
    return [word.removeprefix("ال") for word in fold(phrase).split()]


def _closed_class(name: str, spelt: dict[str, str]) -> frozenset[str]:
    """A closed class in folded spelling, with the classes that it includes."""
    words: set[str] = set()
    for word in fold(spelt[name]).split():
        words |= _closed_class(word[1:], spelt) if word.startswith("+") else {word}
    return frozenset(words)


def _listed(entry: dict[str, Any], field: str) -> frozenset[str]:
    return frozenset(fold(entry.get(field, "")).split())


def _verb(entry: dict[str, Any]) -> SpeechVerb:
    # The lexicon writes the connecting alif of derived verbs with its vowel; records do without.
    return SpeechVerb(
        lemma=entry["lemma"].translate(_VOWELS),
        vocalised=entry["lemma"],
        imperfect=entry["imperfect"],
        participle=entry["participle"],
        nouns=tuple(entry["nouns"]),
        stance=entry["stance"],
        that=frozenset(map(fold, entry["that"])),
        noun=frozenset(map(fold, entry["noun"])),
        quotation=entry["quotation"],
        person=entry.get("person", False),
        object=entry.get("object", False),
        source=fold(entry.get("source", "")),
        addressee=_listed(entry, "addressee"),
        only_with=_listed(entry, "only_with"),
        never_with=_listed(entry, "never_with"),
        of_noun=_listed(entry, "of_noun"),
        homograph=entry.get("homograph", False),
        perfect_only=entry.get("perfect_only", False),
    )


def _source(entry: dict[str, Any]) -> SourcePreposition:
    return SourcePreposition(tuple(fold(entry["words"]).split()), entry["lemma"], fold(entry["to"]))

"""The linguistic knowledge of the engine, as data files that a linguist can edit.

``speech_verbs.toml`` holds the verbs of communication with their government; ``nominals.toml``
the nouns that head the names of sources; ``particles.toml`` fixed expressions and what governs
"that"; ``closed_classes.toml`` pronouns, prepositions and the few words that single rules ask for.
Word lists are compared in folded spelling. The weights of ``confidence.toml`` and the words of
``checking.toml`` are read by those who use them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from quotes.arabic.folding import fold
from quotes.arabic.morphology.cache import cached_value, fingerprint

Quotation = Literal["strong", "weak", "no"]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of communication with its government; see ``speech_verbs.toml`` for the fields."""

    lemma: str
    vocalised: str
    imperfect: str
    participle: str
    nouns: tuple[str, ...]
    stance: str
    that: frozenset[str]
    noun: frozenset[str]
    quotation: Quotation
    of_noun: frozenset[str] = frozenset()
    person: bool = False
    object: bool = False
    source: str = ""
    addressee: frozenset[str] = frozenset()
    only_with: frozenset[str] = frozenset()
    never_with: frozenset[str] = frozenset()
    homograph: bool = False
    perfect_only: bool = False

    @property
    def takes_two(self) -> bool:
        """Whether the object has a predicate or a second complement: اعتبر الأمر كارثة.

        "considered the matter a disaster"
        """
        return "=" in self.noun


@dataclass(frozen=True, slots=True)
class SourcePreposition:
    """A preposition that names a source: وفقاً لـ "according to". See ``particles.toml``."""

    words: tuple[str, ...]
    lemma: str
    to: str


@dataclass(frozen=True)
class Lexicon:
    """Everything that the data files say, in folded spelling."""

    verbs: dict[str, SpeechVerb]
    titles: frozenset[str]
    roles: frozenset[str]
    organisations: frozenset[str]
    states: frozenset[str]
    countries: frozenset[str]
    documents: frozenset[str]
    mute_documents: frozenset[str]
    unnamed: frozenset[str]
    quantifiers: frozenset[str]
    places: frozenset[str]
    kin: frozenset[str]
    given_names: frozenset[str]
    name_particles: frozenset[str]
    adverbs: frozenset[str]
    adverbial_heads: frozenset[str]
    occasions: frozenset[str]
    addressees: frozenset[str]
    governors_of_an: frozenset[str]
    impersonal_verbs: frozenset[str]
    circumstances: frozenset[tuple[str, ...]]
    resumptions: frozenset[tuple[str, ...]]
    other_offices: dict[frozenset[str], tuple[str, ...]]
    furniture: frozenset[tuple[str, ...]]
    link_headings: frozenset[tuple[str, ...]]
    sources: tuple[SourcePreposition, ...]

    @cached_property
    def governors_of_li(self) -> frozenset[str]:
        """The prepositions of source that govern ل, with and without "and"."""
        heads = {source.words[-1] for source in self.sources if source.to == "ل"}
        return frozenset(heads | {"و" + head for head in heads})

    @cached_property
    def heads(self) -> frozenset[str]:
        """The nouns that can head the name of a source, titles apart."""
        return self.roles | self.organisations | self.unnamed | self.documents | self.states

    @cached_property
    def adverbials(self) -> frozenset[str]:
        """Adverbs, and words that head adverbial phrases."""
        return self.adverbs | self.adverbial_heads

    @cached_property
    def polities(self) -> frozenset[str]:
        """Countries, and nouns for them: فرنسا "France", المملكة "the kingdom"."""
        return self.countries | self.states

    @cached_property
    def bodies(self) -> frozenset[str]:
        """Countries, nouns for them, and organisations."""
        return self.polities | self.organisations

    @cached_property
    def circumstance_starts(self) -> frozenset[str]:
        """The words with which the adverbial phrases begin."""
        return _starts(self.circumstances)

    @cached_property
    def resumption_starts(self) -> frozenset[str]:
        """The words with which the formulas begin that bring the reporter back."""
        return _starts(self.resumptions)

    @cached_property
    def furniture_starts(self) -> frozenset[str]:
        """The words with which the furniture of a page begins."""
        return _starts(self.furniture)

    @cached_property
    def link_heading_starts(self) -> frozenset[str]:
        """The words with which the headings of lists of links begin."""
        return _starts(self.link_headings)


def _without_article(phrase: str) -> list[str]:
    return [fold(word).removeprefix("ال") for word in phrase.split()]


def _starts(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    nominals, particles = read("nominals.toml"), read("particles.toml")

    def words(value: str) -> frozenset[str]:
        return frozenset(fold(word) for word in value.replace("_", " ").split())

    return Lexicon(
        verbs={verb.vocalised: verb for verb in map(_verb, read("speech_verbs.toml")["verb"])},
        **{
            name: words(nominals[name])
            for name in (
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
        },
        other_offices={
            frozenset(_without_article(one)): tuple(_without_article(other))
            for pair in nominals["other_offices"].split("|")
            for one, other in [pair.split("=")]
        },
        governors_of_an=words(particles["governors_of_an"]),
        impersonal_verbs=words(particles["impersonal_verbs"]),
        circumstances=_phrases(particles["circumstances"]),
        resumptions=_phrases(particles["resumptions"]),
        furniture=_phrases(particles["furniture"]),
        link_headings=_phrases(particles["link_headings"]),
        sources=tuple(
            SourcePreposition(tuple(fold(s["words"]).split()), s["lemma"], fold(s["to"]))
            for s in particles["source"]
        ),
    )


def _phrases(value: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(phrase).split()) for phrase in value.split("|"))


@lru_cache(maxsize=1)
def _closed_classes() -> dict[str, str]:
    # Asked for while modules are imported, when nothing should be written anywhere.
    sections = tomllib.loads(_text("closed_classes.toml")).values()
    return {name: entries for section in sections for name, entries in section.items()}


def closed_class(name: str) -> frozenset[str]:
    """A list of ``closed_classes.toml`` in folded spelling, with the lists that it includes."""
    words: set[str] = set()
    for word in _closed_classes()[name].split():
        words |= closed_class(word[1:]) if word.startswith("+") else {fold(word)}
    return frozenset(words)


def closed_spellings(name: str) -> frozenset[str]:
    """A list of ``closed_classes.toml`` as it is spelt, where folding would lose what tells."""
    return frozenset(_closed_classes()[name].split())


def closed_phrases(name: str) -> frozenset[tuple[str, ...]]:
    """A list of phrases of ``closed_classes.toml``, each its words in folded spelling."""
    return _phrases(_closed_classes()[name])


def read(name: str) -> dict[str, Any]:
    """What a data file of this package says; the parsed file is kept in the cache folder."""
    text = _text(name)
    parsed = cached_value(name, fingerprint(text), lambda: tomllib.loads(text))
    return cast("dict[str, Any]", parsed)


def _text(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")


# Vowel marks of a vocalised lemma; its shadda goes too in the dictionary form of the record.
_VOWELS = dict.fromkeys(range(1611, 1619)) | {0x0670: None}


def _listed(entry: dict[str, Any], field: str) -> frozenset[str]:
    return frozenset(map(fold, entry.get(field, "").split()))


def _verb(entry: dict[str, Any]) -> SpeechVerb:
    # The lexicon writes the connecting alif of derived verbs with its vowel; records do without.
    return SpeechVerb(
        lemma=entry["lemma"].translate(_VOWELS),
        vocalised=entry["lemma"],
        imperfect=entry["imperfect"],
        participle=entry["participle"],
        nouns=tuple(entry["nouns"]),
        stance=entry["stance"],
        that=frozenset(fold(p) for p in entry["that"]),
        noun=frozenset(fold(p) for p in entry["noun"]),
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

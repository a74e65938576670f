"""The linguistic knowledge of the engine, as data files that a linguist can edit.

``speech_verbs.toml`` holds the verbs of communication with their government; ``nominals.toml``
the nouns that head the names of sources; ``particles.toml`` fixed expressions and what governs
"that"; ``closed_classes.toml`` pronouns, prepositions and the few words that single rules ask for.
Word lists are compared in folded spelling. The weights of ``confidence.toml`` and the words of
``checking.toml`` are read by those who use them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from quotes.arabic.folding import fold
from quotes.arabic.morphology.cache import cached_value, fingerprint, kept_value

Quotation = Literal["strong", "weak", "no"]

_CACHE = "lexicon"


class SpeechVerb(NamedTuple):
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


class SourcePreposition(NamedTuple):
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
    def ends_of_sources(self) -> frozenset[str]:
        """The last words of the prepositions of source."""
        return frozenset(source.words[-1] for source in self.sources)

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


def _starts(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases)


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    files = _kept() or cached_value(_CACHE, _key(), _read)
    verbs = map(SpeechVerb._make, files["verbs"])
    return Lexicon(
        verbs={verb.vocalised: verb for verb in verbs},
        sources=tuple(map(SourcePreposition._make, files["sources"])),
        **files["lists"],
    )


def closed_class(name: str) -> frozenset[str]:
    """A list of ``closed_classes.toml`` in folded spelling, with the lists that it includes."""
    return cast("frozenset[str]", (_kept() or _read())["closed"][name])


def closed_spellings(name: str) -> frozenset[str]:
    """A list of ``closed_classes.toml`` as it is spelt, where folding would lose what tells."""
    return frozenset(_spelt(name).split())


def closed_phrases(name: str) -> frozenset[tuple[str, ...]]:
    """A list of phrases of ``closed_classes.toml``, each its words in folded spelling."""
    return split_phrases(_spelt(name))


def split_phrases(entries: str) -> frozenset[tuple[str, ...]]:
    """The phrases of a list, each its words in folded spelling."""
    return frozenset(tuple(phrase.split()) for phrase in fold(entries).split("|"))


def _spelt(name: str) -> str:
    return cast("str", (_kept() or _read())["spelt"][name])


def read(name: str) -> dict[str, Any]:
    """What a data file of this package says; the parsed file is kept in the cache folder."""

    def parsed() -> dict[str, Any]:
        from quotes.lexicon.files import parse

        return parse(name)

    return cast("dict[str, Any]", cached_value(name, fingerprint(_bytes(name)), parsed))


@lru_cache(maxsize=1)
def _kept() -> dict[str, Any] | None:
    """What the cache folder has of the files, for those who ask while modules are imported.

    Then nothing should be written anywhere.
    """
    return cast("dict[str, Any] | None", kept_value(_CACHE, _key()))


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    from quotes.lexicon.files import read_files

    return read_files()


@lru_cache(maxsize=1)
def _key() -> str:
    """A fingerprint of the files and of the code that reads them."""
    data = ("speech_verbs.toml", "nominals.toml", "particles.toml", "closed_classes.toml")
    code = ("__init__.py", "files.py", "../arabic/folding.py")
    return fingerprint(*map(_bytes, data + code))


def _bytes(name: str) -> bytes:
    return (Path(__file__).parent / name).read_bytes()

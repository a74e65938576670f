"""Full analyses of single words by camel-tools."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from quotes.arabic.morphology.cache import Progress
from quotes.arabic.morphology.features import enclitic, proclitics, without_vowels

if TYPE_CHECKING:
    from camel_tools.morphology.analyzer import Analyzer

_ASPECTS = {"p": "perfect", "i": "imperfect", "c": "imperative"}
_VOICES = {"a": "active", "p": "passive"}
_MOODS = {"i": "indicative", "sj": "dependent", "s": "subjunctive", "j": "jussive"}
_STATES = {"d": "definite", "c": "construct", "i": "indefinite"}
_CASES = {"n": "nominative", "a": "accusative", "g": "genitive", "ag": "oblique"}
_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of one word. A feature that the word lacks, or that is not known, is ``None``.

    ``lemma`` is undiacritized, ``lemma_diac`` and ``diac`` diacritized. ``pos`` is noun,
    noun_prop, adj, adv, verb, prep, conj, conj_sub, pron, part ... (camel-tools' names).
    ``aspect`` is perfect, imperfect or imperative; ``voice`` active or passive; ``person`` 1, 2
    or 3; ``gender`` m or f; ``number`` s, d or p; ``mood`` indicative, dependent (subjunctive
    or jussive), subjunctive or jussive; ``state`` definite, construct or indefinite; ``case``
    nominative, accusative, genitive or oblique (accusative or genitive). ``definite``: carries
    the article or a possessive pronoun, or is a proper noun or a demonstrative. ``proclitics``
    are Arabic letters, outermost first; ``enclitic`` is the pronoun, undiacritized.
    """

    lemma: str
    lemma_diac: str
    diac: str
    pos: str
    aspect: str | None
    voice: str | None
    person: int | None
    gender: str | None
    number: str | None
    mood: str | None
    state: str | None
    case: str | None
    definite: bool
    proclitics: tuple[str, ...]
    enclitic: str | None
    gloss: str


class Morphology:
    """camel-tools' analyser on one database; the latest words' analyses are remembered."""

    def __init__(self, analyzer: Analyzer, name: str) -> None:
        """``name`` says which database ``analyzer`` has, for messages."""
        self.name = name
        self._analyzer = analyzer
        self._remembered = lru_cache(_REMEMBERED)(self._analyse)

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Every analysis of ``word``, none for a word that the database does not know."""
        return self._remembered(word)

    def _analyse(self, word: str) -> tuple[Analysis, ...]:
        analyses = (_analysis(features) for features in self._analyzer.analyze(word))
        return tuple(dict.fromkeys(analyses))


@cache
def load_morphology(name: str | None = None, progress: Progress | None = None) -> Morphology:
    """The analyser on the embedded database, or on ``name``, installed with ``camel_data``.

    Takes about two seconds, a few more the first time, when the embedded database is built.
    Raises :class:`quotes.errors.UsageError` when ``name`` is not installed.
    """
    from quotes.arabic.morphology.almor import database_path
    from quotes.arabic.morphology.camel import analyzer, builtin_analyzer

    if name is None:
        return Morphology(analyzer(database_path(progress)), "aramorph")
    return Morphology(builtin_analyzer(name), name)


def _analysis(features: Mapping[str, Any]) -> Analysis:
    pos = str(features.get("pos", ""))
    state = _STATES.get(features.get("stt", ""))
    person = str(features.get("per", ""))
    lemma = str(features.get("lex", "")).replace("ٱ", "ا")
    named = pos in ("noun_prop", "pron_dem")
    possessed = str(features.get("enc0", "")).endswith("_poss")
    return Analysis(
        lemma=without_vowels(lemma),
        lemma_diac=lemma,
        diac=str(features.get("diac", "")),
        pos=pos,
        aspect=_ASPECTS.get(features.get("asp", "")),
        voice=_VOICES.get(features.get("vox", "")),
        person=int(person) if person in ("1", "2", "3") else None,
        gender=_one_of(features, "gen", "mf"),
        number=_one_of(features, "num", "sdp"),
        mood=_MOODS.get(features.get("mod", "")),
        state=state,
        case=_CASES.get(features.get("cas", "")),
        definite=state == "definite" or named or possessed,
        proclitics=proclitics(features),
        enclitic=enclitic(features),
        gloss=str(features.get("gloss", "")).replace("_", " "),
    )


def _one_of(features: Mapping[str, Any], name: str, values: str) -> str | None:
    value = features.get(name)
    return value if value and value in values else None

"""The words that may report speech.

A candidate is found by its form alone: an inflected form of a verb of the lexicon, its
participle or verbal noun, or a preposition of source. Whether it does report anything is
decided by its frame, in the next stage.
"""

from __future__ import annotations

from dataclasses import replace

from quotes.arabic.morphology import CueForms
from quotes.arabic.remembered import Remembered
from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReader
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import bare
from quotes.extraction.text.grammar import (
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    GOD,
    GOVERNORS_OF_ACCUSATIVES,
    IN,
    PREPOSITIONS,
)
from quotes.lexicon import Lexicon, SourcePreposition

_LONGEST_SUBJECT = 12


class CueFinder:
    """Finds the candidates of articles; what no word of a spelling can be is remembered."""

    def __init__(self, forms: CueForms, lexicon: Lexicon) -> None:
        self._reader = CueReader(forms, lexicon)
        self._lexicon = lexicon
        self._sources: dict[str, list[SourcePreposition]] = {}
        for source in lexicon.sources:
            self._sources.setdefault(source.words[0], []).append(source)
        self._sources_at = Remembered(self._sources_beginning)
        self._first_words = self._sources.keys() - IN
        # في رأي "in the opinion of": "in" is too frequent to be a candidate wherever it stands.
        self._behind_in = frozenset(s.words[1] for s in lexicon.sources if s.words[0] in IN)

    def find(self, article: Article, furniture: frozenset[int]) -> list[CueCandidate]:
        """All candidates of ``article`` in order; none overlap.

        ``furniture`` are the numbers of paragraphs that are no part of the article.
        """
        cues: list[CueCandidate] = []
        skip = 0
        readings_of = self._reader.of(article)
        for index in self._candidates(article):
            token = article.tokens[index]
            if index < skip or token.kind != "word" or article.paragraph_of[index] in furniture:
                continue
            conjunction, sources = self._sources_at[token.folded]
            cue = self._source(article, index, conjunction, sources) if sources else None
            if cue is None:
                readings = readings_of[token.text]
                if not readings.all or _is_accusative_subject(article, index):
                    continue
                cue = CueCandidate(index, index + 1, readings, conjunction=readings.conjunction)
            if not cue.conjunction and article.folded(index - 1) in CONJUNCTIONS:
                # Hasty typing leaves a space behind the conjunction: و أوضح "and he explained".
                cue.conjunction = article.folded(index - 1)
            cues.append(cue)
            skip = cue.last
        return _with_saying(article, cues)

    def _candidates(self, article: Article) -> list[int]:
        """The tokens with which a cue may begin."""
        behind_in = [n - 1 for word in self._behind_in for n in article.places(word) if n > 0]
        places = [n for n, token in enumerate(article.tokens) if token.may_be_cue]
        return sorted({*places, *behind_in}) if behind_in else places

    @staticmethod
    def _source(
        article: Article, index: int, conjunction: str, sources: list[SourcePreposition]
    ) -> CueCandidate | None:
        """The first of some prepositions of source that begins at ``index``."""
        for source in sources:
            rest = source.words[1:]
            if rest and article.folded(index + 1) != rest[0]:
                continue
            last = index + len(source.words)
            # بما وفق الله إليه عباده: with what God has led His servants to
            if article.phrase(index + 1, len(rest)) == rest and article.folded(last) not in GOD:
                return CueCandidate(index, last, source=source, conjunction=conjunction)
        return None

    def _sources_beginning(self, word: str) -> tuple[str, list[SourcePreposition]]:
        """The conjunction before a word, and the prepositions of source that begin with it."""
        for bare_word in bare(word):
            if bare_word in self._sources:
                return word.removesuffix(bare_word), self._sources[bare_word]
        return "", []

    def may_report(self, folded: str) -> bool:
        """Whether a spelling is that of any cue, wherever it may stand."""
        reports = not self._first_words.isdisjoint(bare(folded)) or self._reader.may_report(folded)
        return reports and not _is_adverb(folded, self._lexicon)


def _is_adverb(folded: str, lexicon: Lexicon) -> bool:
    """Whether an adverb only looks like a form of a verb: ردا "in answer", علما "note that"."""
    *_, word = bare(folded)
    return (
        folded in lexicon.adverbs
        or word in lexicon.adverbs
        or (word in lexicon.adverbial_heads and word.endswith("ا"))
    )


def _is_accusative_subject(article: Article, index: int) -> bool:
    """Whether a word like a participle is who speaks: لكن متحدثا باسم الحزب نفى.

    "but a spokesman of the party denied": behind these particles the subject is accusative.
    """
    return (
        article.folded(index - 1) in GOVERNORS_OF_ACCUSATIVES
        and article.tokens[index].facts.is_accusative_head
    )


def _with_saying(article: Article, cues: list[CueCandidate]) -> list[CueCandidate]:
    """One cue where a verb is followed by "saying": وتابع قائلاً, ردت السيدة قائلة, ختم بالقول.

    "and he went on, saying", "the lady answered, saying", "he ended by saying". The second word
    only repeats the verb; it belongs to the cue where it stands beside it.
    """
    merged: list[CueCandidate] = []
    latest_verb = -1
    for cue in cues:
        if cue.is_saying and latest_verb >= 0:
            verb = merged[latest_verb]
            if verb.last == cue.first and article.folded(verb.first - 1) not in PREPOSITIONS:
                # رد على شكواهم بالقول "he answered their complaint by saying": they complained
                # before.
                merged[latest_verb] = replace(verb, last=cue.last)
                continue
            if (
                cue.readings.is_circumstance
                and _opens_speech(verb)
                and _is_plain(article, verb.last, cue.first)
                and not _is_complemented(article, verb, cue.first)
            ):
                continue
        if cue.readings.is_verb:
            latest_verb = len(merged)
        merged.append(cue)
    return merged


def _opens_speech(verb: CueCandidate) -> bool:
    """Whether a verb opens speech by itself, so that "saying" behind it only repeats it.

    Not so وجه كلامه للمتهم قائلا "turned to the accused, saying", nor وترك "and left", though it
    might be "(if) she sees you"; أدان الهجوم قائلا "condemned the attack, saying" has an object of
    its own.
    """
    return any(
        reading.verb.quotation != "no"
        and (reading.verb.that or (reading.verb.quotation == "strong" and not reading.verb.noun))
        and not reading.is_jussive
        for reading in verb.readings.all
    )


def _is_complemented(article: Article, verb: CueCandidate, end: int) -> bool:
    """Whether the verb has its own complement before ``end``: أقر بصعوبة البدايات قائلاً.

    "he admitted how hard the beginnings were, saying"
    """
    prepositions = {p for reading in verb.readings.all for p in reading.verb.noun if p}
    return any(
        article.folded(index) in prepositions
        or (article.folded(index)[:1] in prepositions and article.folded(index)[1:3] != "ال")
        for index in range(verb.last, end)
    )


def _is_plain(article: Article, first: int, last: int) -> bool:
    """Whether nothing but a short noun phrase can stand between two tokens."""
    return last - first <= _LONGEST_SUBJECT and not any(
        token.kind == "mark" or token.folded in COMPLEMENTIZERS
        for token in article.tokens[first:last]
    )

"""The subject behind its verb's complement: رحب بالقرار وزير الخارجية "welcomed the decision".

Arabic may put a short complement with its preposition before the subject. What stands behind a
definite noun cannot be its possessor, so that the phrase of an office or a body there is the
subject; behind a person it may be in apposition.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.cues import CueReading
from quotes.extraction.frames import Frame
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import Subject
from quotes.extraction.verb_agreement import agrees_with_verb
from quotes.extraction.words import Words

_LONGEST_COMPLEMENT = 6
_OF = "من"


def subject_behind_content(
    article: Article, frame: Frame, phrases: NounPhrases, words: Words, limit: int
) -> Subject | None:
    """The subject behind the noun phrase that is the content of ``frame``, if one stands there."""
    reading = frame.reading
    if (
        reading is None
        or reading.type != "verb"
        or reading.enclitic
        or "s" not in reading.numbers
        or frame.subject is not None
        or frame.kind != "nominal"
        or frame.opener != frame.cue.last
    ):
        return None
    content = article.token_at(frame.start)
    if article.starts[content - 1] < frame.start < article.ends[content - 1]:
        # A preposition is written onto the content's first word.
        content -= 1
    for index in range(content, min(limit - 1, content + _LONGEST_COMPLEMENT)):
        facts = article.tokens[index].facts
        if not article.tokens[index].is_word or facts.is_verb or facts.is_role or facts.is_title:
            return None
        if _can_follow(article, index + 1, words) and _is_complete(article, index, words):
            return _phrase(article, index + 1, limit, reading, phrases, words)
    return None


def _is_complete(article: Article, index: int, words: Words) -> bool:
    """Whether a definite noun ends here, which governs no other noun."""
    facts, folded = article.tokens[index].facts, article.folded(index)
    return facts.has_article or facts.has_enclitic or folded in words.lexicon.countries


def _can_follow(article: Article, index: int, words: Words) -> bool:
    """Whether the noun of an office, a body or a number of people stands here, without clitics."""
    folded, lexicon = article.folded(index), words.lexicon
    if folded in lexicon.quantifiers:
        return article.folded(index + 1) == _OF
    if folded.startswith("ال"):
        return folded.removeprefix("ال") in lexicon.roles or words.is_title(folded)
    return (folded in lexicon.roles or folded in lexicon.organisations) and not words.is_accusative(
        article, index
    )


def _phrase(
    article: Article,
    index: int,
    limit: int,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
) -> Subject | None:
    if not agrees_with_verb(article, index, reading, words):
        return None
    last = phrases.end(index, limit, after_verb=True)
    return Subject(index, last, "VSO") if last > index else None

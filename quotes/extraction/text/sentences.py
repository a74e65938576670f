"""Where the sentences of an article begin and end, inside quotation marks and outside."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quotes.extraction.text.grammar import LATIN_LETTERS
from quotes.extraction.text.marks import COMMAS

if TYPE_CHECKING:
    from quotes.extraction.text.article import Article

TERMINATORS = frozenset(".!؟?")
# One letter and a full stop is an abbreviation: د. "Dr", م. "Eng".
_ABBREVIATION_LENGTH = 1
# Behind a closing mark these show that the sentence goes on.
_GOES_ON = COMMAS | {".", ":"}
_DECIMAL_GAP = 3
_LONGEST_LETTER = 3
# In tokens. Text without full stops is cut, so that no stage ever has to look farther.
_LONGEST_SENTENCE = 1000


def find_sentences(article: Article) -> tuple[list[tuple[int, int]], list[int]]:
    """The tokens of all sentences in the order in which they begin, and the sentence of each token.

    A sentence is told by its number.
    """
    bounds: list[list[int]] = []
    sentence_of: list[int] = []
    # The sentence that is not over yet, for each level of quotation.
    current: dict[int, int] = {}
    paragraph = -1
    for first, last in pairwise(_breaks(article)):
        level = article.quotation_at[first]
        if article.paragraph_of[first] != paragraph:
            paragraph = article.paragraph_of[first]
            current.clear()
        if level not in current:
            current[level] = len(bounds)
            bounds.append([first, last])
        number = current[level]
        bounds[number][1] = last
        sentence_of += [number] * (last - first)
        if (
            ends_sentence(article, last - 1)
            or (level == -1 and _closes_sentence(article, last - 1))
            or last - bounds[number][0] >= _LONGEST_SENTENCE
        ):
            del current[level]
    return [(first, last) for first, last in bounds], sentence_of


def _breaks(article: Article) -> list[int]:
    """Every token at which a sentence may begin, and the end of the text, in order."""
    breaks = {0, len(article.tokens)}
    breaks.update(range(0, len(article.tokens), _LONGEST_SENTENCE))
    breaks.update(paragraph.first for paragraph in article.paragraphs)
    breaks.update(index + 1 for mark in TERMINATORS for index in article.places(mark))
    for number in range(len(article.quotations)):
        first, last = article.quotation_tokens(number)
        breaks.update((first, last, min(last + 1, len(article.tokens))))
    return sorted(breaks)


def ends_sentence(article: Article, index: int) -> bool:
    """Whether a mark ends its sentence; a full stop behind an abbreviation does not."""
    token = article.tokens[index]
    if token.text not in TERMINATORS:
        return False
    if token.text != "." or index == 0:
        return True
    if _is_decimal_point(article, index):
        return False
    if not article.is_glued(index):
        return True
    before = article.tokens[index - 1]
    if index + 1 < len(article.tokens) and article.is_glued(index + 1):
        following = article.tokens[index + 1]
        if (
            before.is_word
            and following.is_word
            and max(len(before.folded), len(following.folded)) <= _LONGEST_LETTER
        ):
            # The letters of an abbreviation: جيه.إل.إل "JLL".
            return False
        if _is_glued_initial(article, index):
            return False
        if before.kind == "latin":
            return following.kind == "word" and len(before.folded) > _ABBREVIATION_LENGTH
    if _is_spelt_out(article, index) or _is_initial(article, index):
        return False
    return not (before.is_word and len(before.folded) <= _ABBREVIATION_LENGTH)


def _is_glued_initial(article: Article, stop: int) -> bool:
    """Whether a stop stands between a name and the first letter of another: أحمد.ع, "Ahmed A"."""
    letter = article.tokens[stop + 1]
    return (
        letter.kind == "word"
        and len(letter.folded) == 1
        and letter.folded != "و"
        and article.tokens[stop - 1].facts.is_name
    )


def _is_decimal_point(article: Article, index: int) -> bool:
    """Whether a stop stands in a number, be there an invisible mark beside it: 3.5."""
    return (
        index + 1 < len(article.tokens)
        and article.tokens[index - 1].kind == article.tokens[index + 1].kind == "number"
        and article.starts[index + 1] - article.ends[index - 1] <= _DECIMAL_GAP
    )


def _is_spelt_out(article: Article, stop: int) -> bool:
    """Whether a full stop stands behind one of the letters of a foreign name: سي. إن. إن "CNN"."""
    if not _is_letter(article, stop - 1):
        return False
    short = [
        _is_letter(article, index)
        for index in (stop - 3, stop + 1)
        if 0 <= index < len(article.tokens)
    ]
    stops = [
        article.tokens[index].text == "."
        for index in (stop - 2, stop + 2)
        if 0 <= index < len(article.tokens)
    ]
    return len(short) == 2 and any(
        letter and dotted for letter, dotted in zip(short, stops, strict=False)
    )


def _is_initial(article: Article, stop: int) -> bool:
    """Whether a full stop stands behind the initial of a foreign middle name: تيموثي دي. كوك.

    "Timothy D. Cook"
    """
    if not 1 < stop < len(article.tokens) - 1:
        return False
    given, initial, following = (article.tokens[stop + n] for n in (-2, -1, 1))
    return (
        initial.folded in LATIN_LETTERS
        and given.facts.is_name
        and following.kind == "word"
        and not following.folded.startswith("و")
        and not following.may_be_cue
    )


def _is_letter(article: Article, index: int) -> bool:
    """Whether a word is so short that it may be the name of a letter: سي "C"."""
    return article.tokens[index].is_word and len(article.tokens[index].folded) <= _LONGEST_LETTER


def _closes_sentence(article: Article, index: int) -> bool:
    """Whether a token closes a quotation whose own last sentence was complete."""
    if index == 0 or article.tokens[index].kind != "mark":
        return False
    inside = article.quotation_at[index - 1]
    if inside < 0 or article.quotations[inside].end != article.starts[index]:
        return False
    if article.tokens[index - 1].text not in TERMINATORS:
        return False
    return index + 1 == len(article.tokens) or article.tokens[index + 1].text not in _GOES_ON

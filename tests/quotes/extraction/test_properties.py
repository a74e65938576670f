"""What holds for every text, whatever it says."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotes.arabic.folding import fold, fold_with_offsets
from quotes.arabic.quotation import find_quotations
from quotes.lexicon import load_lexicon
from quotes.model import Document, Quote, Span
from tests.quotes.extraction.constructions import extract, extractor
from tests.quotes.extraction.texts import (
    any_text,
    constructed,
    corpus_articles,
    mark_soups,
    sample_articles,
    soups,
)

quickly = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
gap = pytest.mark.xfail(strict=True, reason="known gap: a few texts are read otherwise")
articles = st.sampled_from(sample_articles() + constructed())


def spans_of(quote: Quote) -> list[Span]:
    return [quote.cue, *quote.content, *([quote.mention] if quote.mention else [])]


def check_records(text: str) -> tuple[Quote, ...]:
    """The quotes of ``text``, once all that records promise has been seen to hold."""
    quotes = extract(text)
    ids = [quote.id for quote in quotes]
    assert len(set(ids)) == len(ids), "two quotes with one id"
    for quote in quotes:
        for span in spans_of(quote):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
        assert list(quote.content) == sorted(quote.content, key=lambda span: span.start)
        for before, after in zip(quote.content, quote.content[1:], strict=False):
            assert before.end <= after.start, "pieces of a content overlap"
        assert not any(quote.cue.overlaps(span) for span in quote.content), "cue inside content"
        assert quote.parent is None or (quote.parent in ids and quote.parent != quote.id)
        assert 0 <= quote.confidence <= 1
    assert [quote.cue.start for quote in quotes] == sorted(quote.cue.start for quote in quotes)
    return quotes


def parents_end_somewhere(quotes: tuple[Quote, ...]) -> bool:
    """Whether every quote leads to an outermost one: no quote stands inside itself."""
    parent = {quote.id: quote.parent for quote in quotes}
    for quote in quotes:
        seen, at = set(), quote.parent
        while at is not None:
            if at in seen:
                return False
            seen.add(at)
            at = parent[at]
    return True


def is_list(span: Span, text: str) -> bool:
    """Whether a content is the items of a list, each behind the mark of the first."""
    line = text[: span.start].rsplit("\n", 1)[-1].strip()
    items = [item.strip() for item in span.text.split("\n")[1:] if item.strip()]
    return len(line) == 1 and all(item.startswith(line) for item in items)


def leaves_its_paragraph(quote: Quote, text: str) -> bool:
    """Whether a content crosses a line break although no quotation mark holds it together."""
    for span in quote.content:
        if is_list(span, text):
            continue
        if "\n" in span.text.strip() and quote.kind == "indirect":
            return True
        # The mark may open a line of its own: وقال في برقيته:\n«…, "and said in his telegram: …".
        begins = text[max(0, span.start - 3) : span.start] + span.text.split("\n")[0]
        if "\n" in span.text and not any(mark in begins for mark in "\"«“”„'‘("):
            return True
    return False


@quickly
@given(st.one_of(any_text, soups, mark_soups))
def test_any_text_makes_sound_records(text: str) -> None:
    assert parents_end_somewhere(check_records(text))


@quickly
@given(articles, st.data())
def test_article_cut_anywhere(article: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(article)))
    end = data.draw(st.integers(start, min(len(article), start + 1500)))
    check_records(article[start:end])


@pytest.mark.parametrize("mark", [":", "*", "-", "•", "«", '"', ".", "،"])
@pytest.mark.parametrize("times", [1, 2, 5, 40])
def test_a_line_may_be_nothing_but_marks(mark: str, times: int) -> None:
    for text in (mark * times, f"{mark} " * times, f"{mark * times}:", f"قال:\n{mark * times}"):
        check_records(text)


def test_articles_at_hand() -> None:
    for article in constructed() + sample_articles():
        check_article(article)


def test_corpus() -> None:
    if not corpus_articles():
        pytest.skip("the corpus of news articles is not beside this checkout")
    for article in corpus_articles():
        check_article(article)


def check_article(article: str) -> None:
    quotes = check_records(article)
    assert parents_end_somewhere(quotes)
    assert not [quote.text for quote in quotes if leaves_its_paragraph(quote, article)]


@quickly
@given(articles)
def test_ids_depend_on_nothing_but_the_text(article: str) -> None:
    once = extractor().extract(Document("here", article))
    again = extractor().extract(Document("there", article, outlet="another", title="another"))
    assert [quote.id for quote in once] == [quote.id for quote in again]


@quickly
@given(articles, articles)
def test_joined_articles(one: str, other: str) -> None:
    # Behind itself a headline names somebody of whom the text has told who he is.
    assume(one != other)
    # Behind "related topics" it is a link to another article.
    assume(tuple(fold(one).splitlines()[-1].split()) not in load_lexicon().link_headings)
    check_joined(one, other)


def test_joined_articles_of_the_corpus() -> None:
    if not corpus_articles():
        pytest.skip("the corpus of news articles is not beside this checkout")
    for one, other in itertools.pairwise(corpus_articles()):
        check_joined(one, other)


def check_joined(one: str, other: str) -> None:
    """Cues and contents are those of both; a speaker may be found across the seam.

    The second article's headline is none there, so it is compared under another one.
    """
    headline, gap = "خبر\n\n", "\n\n"
    offset = len(one) + len(gap)
    expected = [*reported(one), *reported(headline + other, offset - len(headline))]
    assert reported(one + gap + other) == expected


def reported(text: str, offset: int = 0) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Cues and contents, ``offset`` characters on."""
    return [
        (
            quote.cue.text,
            [(span.start + offset, span.end + offset, span.text) for span in quote.content],
        )
        for quote in extract(text)
    ]


@quickly
@given(st.text(st.one_of(st.characters(), st.sampled_from("أإآٱىةؤئـًٌَُّْ\u200f")), max_size=80))
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold_with_offsets(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    for index, character in enumerate(folded.text):
        start, end = folded.original(index, index + 1)
        assert text[start:end]
        assert fold(text[start:end]) in (character, fold(character))


@pytest.mark.parametrize(
    "respell",
    [
        pytest.param(lambda text: unicodedata.normalize("NFD", text), id="decomposed"),
        pytest.param(lambda text: re.sub("\r?\n", "\r\n", text), id="windows-newlines"),
        pytest.param(lambda text: text.replace(" ", "\u00a0"), id="no-break-spaces"),
        pytest.param(lambda text: text.replace("أ", "ا").replace("إ", "ا"), id="no-hamzas"),
        pytest.param(lambda text: text.replace(" ", "  "), id="double-spaces"),
        pytest.param(
            lambda text: re.sub('(["«:])', "\u200f\\1", text), id="direction-marks", marks=gap
        ),
        pytest.param(
            lambda text: re.sub("[\u064b-\u0652]", "", text), id="no-vowel-marks", marks=gap
        ),
    ],
)
def test_spelling_that_says_the_same(
    respell: Callable[[str], str], request: pytest.FixtureRequest
) -> None:
    """The same words are found, however the text is encoded, spaced or pointed."""
    hamza_is_gone = "no-hamzas" in request.node.name
    assert not [
        text
        for text in constructed() + sample_articles()
        if words_found(respell(text)) != words_found(text)
        and not (hamza_is_gone and HAMZA_DECIDES.search(text))
    ]


def test_a_text_may_end_anywhere() -> None:
    """What looks at the words behind a word finds a text's end there, and no error."""
    for text in constructed():
        words = text.split(" ")
        for end in range(1, len(words)):
            extract(" ".join(words[:end]))


# "Imam" and "in front of" are one word without their hamzas, "and one of" is "only", and
# "hastening" has the letters of "faster".
HAMZA_DECIDES = re.compile(r"\b[إأ]مام\b|\bوأحد\b|\bالإسراع\b")


@cache
def words_found(text: str) -> list[list[str]]:
    return sorted(map(words_of, extract(text)))


def words_of(quote: Quote) -> list[str]:
    """The letters of its spans, without marks and spaces, which a spelling may change."""
    return ["".join(re.findall(r"\w", fold(span.text))) for span in spans_of(quote)]


@quickly
@given(st.sampled_from(constructed()), st.data())
def test_tatweel_moves_nothing(text: str, data: st.DataObject) -> None:
    """A letter drawn out changes no span but by its own length."""
    inside_words = [
        index
        for index in range(1, len(text))
        if text[index - 1 : index + 1].isalpha()
        and "\u0621" <= text[index] <= "\u064a"
        and "\u0621" <= text[index - 1] <= "\u064a"
    ]
    if not inside_words:
        return
    at = data.draw(st.sampled_from(inside_words))
    drawn_out = text[:at] + "ـ" + text[at:]
    assert [folded_spans(quote) for quote in extract(drawn_out)] == [
        folded_spans(quote) for quote in extract(text)
    ]


def folded_spans(quote: Quote) -> list[str]:
    return [fold(span.text) for span in spans_of(quote)]


@quickly
@given(st.one_of(mark_soups, soups, articles))
def test_quotations_are_pairs(text: str) -> None:
    """Marks stand outside the words, and two quotations lie apart or one inside the other."""
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append((start, start + len(line.rstrip("\r\n"))))
        start += len(line)
    found = find_quotations(text, lines)
    for quotation in found:
        assert 0 <= quotation.outer_start < quotation.start <= quotation.end
        assert quotation.end <= quotation.outer_end <= len(text)
    for one in found:
        for other in found:
            if one.outer_start < other.outer_start < one.outer_end:
                assert other.outer_end <= one.outer_end

"""The first stages alone: marks, paragraphs and sentences, on which all later ones stand."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import quotes.extraction
from quotes.arabic.quotation import find_quotations
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.model import Document
from tests.quotes.extraction.constructions import extractor


def quoted(text: str) -> list[str]:
    """The words between marks, outer quotations before those inside them."""
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append((start, start + len(line.rstrip("\n"))))
        start += len(line)
    return [text[found.start : found.end] for found in find_quotations(text, lines)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('قال: "نعم" ثم "لا".', ["نعم", "لا"]),
        ("قال: «نعم» ثم “لا”.", ["نعم", "لا"]),
        ("قال: „نعم“ ثم ''لا''.", ["نعم", "لا"]),
        ("قال: ((نعم)).", ["نعم"]),
        ("قال: ”نعم”.", ["نعم"]),
        ('قال: «نعم" ثم غادر.', ["نعم"]),
        ("قال: «رواية «النهر» جميلة».", ["رواية «النهر» جميلة", "النهر"]),
        ('قال: «رواية "النهر" جميلة».', ['رواية "النهر" جميلة', "النهر"]),
        ('وصفه بـ"الخطير" والـ"معقد".', ["الخطير", "معقد"]),
        ("صحيفة «الأيام» ومجلة «الغد».", ["الأيام", "الغد"]),
        ("لا علامات هنا.", []),
        ('نعم" ثم غادر.', []),
        ("O'Neill و D’Arcy", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «بدأنا أمس.\nوننتهي غداً».", ["بدأنا أمس.\nوننتهي غداً"]),
        ("قال: «بدأنا أمس.\n«وننتهي غداً».", ["بدأنا أمس.\n«وننتهي غداً"]),
        ('قال: "بدأنا أمس.\nوغادر القاعة.', ["بدأنا أمس."]),
        ('نسي الكاتب علامة " هنا.\nقال: "نعم".', ["نعم"]),
    ],
)
def test_marks_over_paragraphs(text: str, expected: list[str]) -> None:
    assert quoted(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ العمل. انتهى العمل.", ["بدأ العمل.", "انتهى العمل."]),
        ("هل بدأ العمل؟ نعم! بدأ.", ["هل بدأ العمل؟", "نعم!", "بدأ."]),
        ("بلغ النمو 3.5 في المئة.", ["بلغ النمو 3.5 في المئة."]),
        ("قال د. أحمد زويل ذلك.", ["قال د. أحمد زويل ذلك."]),
        ("زار موقع example.com أمس.", ["زار موقع example.com أمس."]),
        ("بلا نقطة\nسطر آخر", ["بلا نقطة", "سطر آخر"]),
        ("لعبنا.. وخسرنا.", ["لعبنا.. وخسرنا."]),
        ('قال "لا. لن أذهب" وغادر. عاد.', ['قال "لا. لن أذهب" وغادر.', "لن أذهب", "عاد."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    article = Article(Document("text", text), extractor().words)
    found = [article.span(first, last).text for first, last in article.sentences]
    # Inside marks sentences are counted on their own; their first one begins behind the mark.
    assert [sentence for sentence in found if sentence in expected] == expected


def test_the_comma_at_the_end_of_a_text_is_before_no_word() -> None:
    article = Article(Document("text", "وقال الوزير،"), extractor().words)
    assert article.is_behind_comma(3)
    assert not article.is_behind_comma(0)


@pytest.mark.parametrize("after_verb", [True, False])
def test_a_word_like_a_name_may_be_the_last_one(after_verb: bool) -> None:
    words = extractor().words
    article = Article(Document("text", "وصل إلينا"), words)  # reached us; إلينا is also Elena
    assert PhraseWords(article, words, frozenset(), after_verb).is_closed_class(1)


ENGINE = Path(quotes.extraction.__file__).parent
PACKAGES = [ENGINE, *sorted(path.parent for path in ENGINE.glob("*/__init__.py"))]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.name)
def test_the_map_of_each_stage_names_every_file(package: Path) -> None:
    named = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    files = {path.stem for path in package.glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in package.glob("*/__init__.py")}
    assert not (files | packages) - set(re.findall(r"\w+", named))

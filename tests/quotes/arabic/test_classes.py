"""The coarse classes of any word, from the compact table and through camel-tools."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from quotes.arabic.morphology import Morphology, Reading, WordClasses, load_word_classes

ARTICLES = Path(__file__).resolve().parents[4] / "shared" / "articles"


@pytest.fixture(scope="module")
def classes(own_cache: None) -> WordClasses:
    return load_word_classes()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وقال", {"perfect"}),
        ("يقول", {"imperfect"}),
        ("سيعلنون", {"imperfect"}),
        ("الحكومة", {"noun"}),
        ("حكومه", {"noun"}),
        ("الأمريكي", {"adjective", "noun"}),
        ("الامريكى", {"adjective", "noun"}),
        ("وزراء", {"noun"}),
        ("هذا", {"demonstrative"}),
        ("والتي", {"relative"}),
        ("إلى", {"preposition"}),
        ("الى", {"preposition"}),
        ("فى", {"preposition"}),
        ("نحن", {"pronoun"}),
        ("قولهم", {"noun"}),
        ("عشرون", {"number"}),
        ("لن", {"particle"}),
        ("ستولتنبرغ", set()),
        ("", set()),
        ("NATO", set()),
    ],
)
def test_classes(word: str, expected: set[str], classes: WordClasses) -> None:
    found = classes.classes(word)
    assert expected <= found
    if not expected:
        assert not found


def test_what_a_word_cannot_be(classes: WordClasses) -> None:
    assert "noun" not in classes.classes("يقولون")
    assert not {"perfect", "imperfect", "imperative"} & classes.classes("الحكومة")
    assert not {"perfect", "imperfect"} & classes.classes("وزراء")


def test_definite(classes: WordClasses) -> None:
    assert classes.describe("الوزير").definite
    assert classes.describe("للوزير").definite
    assert classes.describe("وزيرهم").definite
    assert classes.describe("القاهرة").definite
    assert not classes.describe("حكومات").definite


def test_gender_and_number(classes: WordClasses) -> None:
    assert classes.describe("الحكومة").genders == {"f"}
    assert classes.describe("الوزارات").numbers == {"p"}
    assert "p" in classes.describe("وزراء").numbers
    assert classes.describe("وزيران").numbers == {"d"}
    assert classes.describe("قالت").genders >= {"f"}


@pytest.mark.parametrize(
    ("word", "gender", "number"),
    [
        ("مصادر", None, "p"),
        ("تقارير", None, "p"),
        ("الفصائل", None, "p"),
        ("وسائل", None, "p"),
        ("أقوال", None, "p"),
        ("الحرب", "f", "s"),
        ("الأرض", "f", "s"),
        ("السوق", None, "s"),
        ("وزيرة", "f", "s"),
        ("بيان", "m", "s"),
    ],
)
def test_broken_plurals_and_feminines_without_an_ending(
    word: str, gender: str | None, number: str, classes: WordClasses
) -> None:
    nouns = [r for r in classes.describe(word).readings if r.word_class == "noun"]
    assert (gender, number) in {(r.gender, r.number) for r in nouns}


def test_clitics(classes: WordClasses) -> None:
    expected = Reading("noun", True, "m", "s", None, False, ("ب",), "ه")
    assert expected in classes.describe("بقوله").readings
    assert Reading("perfect", False, "f", "s", 3, False, ("و",), "هم") in (
        classes.describe("وأخبرتهم").readings
    )


def test_passives_are_told(classes: WordClasses) -> None:
    assert {r.passive for r in classes.describe("قيل").readings if r.person} >= {True}
    assert {r.passive for r in classes.describe("قال").readings} == {False}


WORDS = [
    "قال",
    "أكدت",
    "سيقولون",
    "وستعلن",
    "بقوله",
    "الحكومة",
    "وزراء",
    "المتحدثين",
    "والوزيران",
    "هذا",
    "التي",
    "إلى",
    "أنه",
    "بأنها",
    "أمريكية",
    "مصر",
    "الولايات",
    "المتحدة",
    "عشرون",
    "تصريحاتهم",
    "فللوزير",
    "يقل",
    "نفاه",
    "قالوه",
    "اتهمتهم",
    "ليؤكدا",
]


@pytest.mark.parametrize("word", WORDS)
def test_the_table_agrees_with_camel_tools(
    word: str, classes: WordClasses, morphology: Morphology
) -> None:
    """Both read the same dictionary; camel-tools folds spellings that the table keeps apart."""
    by_analysis = load_word_classes(morphology).describe(word)
    by_table = classes.describe(word)
    assert by_table.classes
    assert set(by_table.readings) <= set(by_analysis.readings)


@pytest.mark.parametrize("word", ["\u0640", "ًًً", "\u200f\u200f", "و" * 500, "ا", "\ud800", "٣", "x"])
def test_odd_words_do_no_harm(word: str, classes: WordClasses) -> None:
    assert isinstance(classes.classes(word), frozenset)


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="needs a folder of news articles")
def test_news_is_mostly_known_and_fast(own_cache: None) -> None:
    words = {w for path in ARTICLES.glob("*.txt") for w in path.read_text("utf-8").split()}
    words = {w for w in words if w.isalpha() and "ء" <= w[0] <= "ي"}
    classes = load_word_classes()
    # What other tests have left would be collected in the middle.
    gc.collect()
    start = time.process_time()
    unknown = sum(not classes.classes(word) for word in words)
    elapsed = time.process_time() - start
    assert unknown / len(words) < 0.12
    assert elapsed / len(words) < 100e-6

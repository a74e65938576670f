"""The samples are what their README says: written articles of a certain size, and one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotes.extraction import Extractor
from quotes.model import Document
from quotes.reading import read_documents

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLES = sorted(SAMPLES.glob("*.txt"))


def test_there_are_six_articles_and_a_page_and_the_readme_names_them() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    names = [path.name for path in (*ARTICLES, *SAMPLES.glob("*.html"))]
    assert len(ARTICLES) == 6
    assert len(names) == 7
    assert all(f"`{name}`" in readme for name in names)
    assert "not reports" in readme


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles_have_the_length_of_a_short_report(path: Path) -> None:
    assert 150 <= len(path.read_text(encoding="utf-8").split()) <= 400


def test_the_page_gives_its_article_and_nothing_around_it() -> None:
    [document] = read_documents([SAMPLES / "07-page.html"])
    assert isinstance(document, Document)
    assert document.title == "ترمب يعد بإنهاء الحرب وبلينكن يتمسك بالدعم"
    assert (document.outlet, document.author) == ("عينات", "قسم العينات")
    assert document.published == "2024-11-14"
    assert "«الحديث عن شروط السلام سابق لأوانه»" in document.text
    for around in ("السكربت", "ننتظر الأفعال", "القانون", "الرئيسية", "نهاية الاقتباس"):
        assert around not in document.text


@pytest.mark.parametrize(
    ("sample", "opening", "speaker"),
    [
        ("01-brussels", "بلاده ستمضي في دعم أوكرانيا", "أنتوني بلينكن"),
        ("01-brussels", "روسيا لم تحقق النصر", "مارك روته"),
        ("02-kyiv", "ما نفعله مع أصدقائنا", "فلاديمير بوتين"),
        ("02-kyiv", "العدو يبدل خططه", "قائد ميداني"),
        ("03-phone-call", "ضماناً للسلام لا تهديداً له", "أولاف شولتس"),
        ("03-phone-call", "مواصلة الدعم", "ينس ستولتنبرغ"),
        ("03-phone-call", "نتيجة هذه الحرب", "ينس ستولتنبرغ"),
        ("04-unnamed-sources", "تلك الأنباء بأنها", "مصدر في البيت الأبيض"),
        ("05-page-furniture", "التزام بلاده بأمن حلفائها", "جو بايدن"),
        ("06-questions", "ينهي الحرب سريعاً", "دونالد ترمب"),
        ("06-questions", "الصواريخ التي تُطوَّر", "مارك روته"),
    ],
)
def test_a_reader_of_the_samples_sees_who_spoke(sample: str, opening: str, speaker: str) -> None:
    [path] = SAMPLES.glob(f"{sample}*.txt")
    [document] = read_documents([path])
    assert isinstance(document, Document)
    found = [
        record.speaker.name if record.speaker else None
        for record in Extractor().extract(document)
        if record.content[0].text.startswith(opening)
    ]
    assert found == [speaker]

"""The samples are what their README says: written articles of a certain size, and one page."""

from __future__ import annotations

from pathlib import Path

import pytest

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

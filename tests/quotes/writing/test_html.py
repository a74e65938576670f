"""The HTML page, as a browser makes it: read back from the DOM of headless Chromium."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from lxml import html

from quotes.checking.statistics import statistics
from quotes.writing import write, write_folder
from quotes.writing.statistics_page import page
from tests.quotes.checking.statements import said
from tests.quotes.writing.samples import (
    ARTICLES,
    DIVIDED_ARTICLE,
    HOSTILE_ARTICLE,
    MIXED_ARTICLE,
)

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=2000",
)

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")


def written(articles=ARTICLES) -> bytes:
    stream = io.BytesIO()
    write("html", articles, stream)
    return stream.getvalue()


def browsed(data: bytes, tmp_path: Path) -> html.HtmlElement:
    """The document that Chromium makes of a page."""
    file = tmp_path / "page.html"
    file.write_bytes(data)
    done = subprocess.run(
        [CHROMIUM, *FLAGS, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", file.as_uri()],
        capture_output=True,
        timeout=60,
        check=True,
    )
    return html.document_fromstring(done.stdout.decode("utf-8"))


@pytest.fixture(scope="module", params=["chromium", "lxml"])
def dom(request, tmp_path_factory) -> html.HtmlElement:
    if request.param == "lxml":
        return html.document_fromstring(written().decode("utf-8"))
    if CHROMIUM is None:
        pytest.skip("Debian's chromium is not installed")
    return browsed(written(), tmp_path_factory.mktemp("chromium"))


def test_marks_stand_at_the_right_words(dom):
    marked: dict[tuple[str, str], str] = defaultdict(str)
    for mark in dom.iter("mark"):
        role = mark.get("class").split()[0]
        # Text of marks inside counts for the mark around them, too.
        marked[mark.get("data-quote"), role] += "".join(mark.itertext())
    for article in ARTICLES:
        for quote in article.quotes:
            shown = _spelled_out("".join(span.text for span in quote.content))
            assert marked[quote.id, "content"] == shown
            assert marked[quote.id, "cue"] == _spelled_out(quote.cue.text)
            if quote.mention:
                assert marked[quote.id, "mention"] == _spelled_out(quote.mention.text)


def test_the_text_is_all_there_in_order(dom):
    for element, article in zip(dom.findall(".//article"), ARTICLES, strict=True):
        paragraphs = ["".join(p.itertext()) for p in element.findall(".//div[@class='text']/p")]
        lines = [line.rstrip() for line in article.document.text.splitlines() if line.strip()]
        assert paragraphs == [_spelled_out(line) for line in lines]


def test_right_to_left_and_accessible(dom):
    assert dom.get("dir") == "rtl"
    assert dom.get("lang") == "ar"
    described = {mark.get("aria-describedby") for mark in dom.iter("mark")} - {None}
    ids = {element.get("id") for element in dom.iter() if element.get("id")}
    assert described
    assert described <= ids
    for mark in dom.iter("mark"):
        if mark.get("aria-describedby"):
            assert mark.get("tabindex") == "0"
    for link in dom.iter("a"):
        assert link.get("href").startswith("https://") or link.get("href")[1:] in ids


def test_notes_name_cue_speaker_confidence_and_status(dom):
    quote = MIXED_ARTICLE.quotes[0]
    note = next(
        mark.get("data-note")
        for mark in dom.iter("mark")
        if mark.get("data-quote") == quote.id and mark.get("data-note")
    )
    for part in ("سلمى الهادي", "وزيرة الصحة", "قالت", "90%", "مقبول"):
        assert part in note


def test_nothing_of_an_article_can_run_or_load(dom):
    assert [element.tag for element in dom.iter("script", "img", "svg", "iframe", "object")] == []
    for element in dom.iter():
        if not isinstance(element.tag, str):
            continue
        assert not [name for name in element.attrib if name.startswith("on")]
        for name in ("href", "src"):
            assert not element.get(name, "").lower().startswith(("javascript:", "data:", "file:"))
    policy = dom.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_direction_overrides_are_shown_and_not_obeyed(dom):
    text = "".join(dom.find("body").itertext())
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00]", text)
    assert "⟨U+202E⟩" in text


def test_the_page_needs_nothing_from_elsewhere():
    text = written().decode("utf-8")
    assert not re.search(r"""(?:src|@import|url\()\s*=?\s*['"(]?https?:""", text)


@needs_chromium
def test_the_style_passes_the_pages_own_policy(tmp_path):
    """A wrong hash would leave the browser's own colour, plain yellow, on the marks."""
    probe = (
        '<script>document.title=getComputedStyle(document.querySelector("mark.content"))'
        ".backgroundColor</script>"
    )
    page = written([MIXED_ARTICLE]).decode("utf-8")
    allowed = page.replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
    colour = browsed(allowed.replace("</body>", probe + "</body>").encode(), tmp_path).findtext(
        ".//title"
    )
    assert colour == "rgb(205, 234, 254)"
    # And without the change above the same script does not run.
    (tmp_path / "strict").mkdir()
    strict = browsed(page.replace("</body>", probe + "</body>").encode(), tmp_path / "strict")
    assert "rgb" not in strict.findtext(".//title")


def test_one_page_an_article(tmp_path):
    paths = write_folder("html", ARTICLES, tmp_path)
    assert len(paths) == len(ARTICLES)
    for path, article in zip(paths, ARTICLES, strict=True):
        tree = html.document_fromstring(path.read_text("utf-8"))
        assert len(tree.findall(".//article")) == 1
        assert len({m.get("data-quote") for m in tree.iter("mark")}) == len(article.quotes)


def test_latin_lines_run_left_to_right_and_latin_names_in_arabic_do_not():
    tree = html.document_fromstring(written([HOSTILE_ARTICLE, DIVIDED_ARTICLE]).decode("utf-8"))
    directions = [p.get("dir") for p in tree.iter("p") if p.get("dir")]
    assert directions[0] == "ltr"
    assert directions[-1] == "rtl"


class TestStatisticsPage:
    def test_counts_and_escapes(self):
        data = page(
            statistics(
                [
                    said("نص أول", "<script>alert(1)</script>", "=أ"),
                    said("نص ثان", "\u202eكمال", "ب"),
                    said("نص ثالث", "\u202eكمال", "ب", stance="deny"),
                ]
            ),
            10,
        )
        tree = html.document_fromstring(data.decode("utf-8"))
        assert [element.tag for element in tree.iter("script")] == []
        rows = {
            "".join(row.find("th").itertext()): row.findtext("td[@class='count']")
            for row in tree.iter("tr")
            if row.find("td[@class='count']") is not None
            and row.find("td[@class='bar']") is not None
        }
        assert rows["<script>alert(1)</script>"] == "1"
        assert rows["⟨U+202E⟩كمال"] == "2"
        assert rows["نفي"] == "1"

    def test_nothing_to_count(self):
        assert html.document_fromstring(page(statistics([]), 10).decode("utf-8")) is not None


def _spelled_out(text: str) -> str:
    return re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]",
        lambda found: f"⟨U+{ord(found[0]):04X}⟩",
        text,
    )

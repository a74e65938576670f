"""Pages built to exhaust their reader: each is refused, or read in bearable time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.quotes.reading.conftest import ReadAll

WORDS = "<p>" + "قال الوزير إن الاجتماع كان مفيداً للجميع. " * 5 + "</p>"

REFUSED = {
    "deep": "<div>" * 50_000 + WORDS,
    "wide": "<b></b>" * 120_000 + WORDS,
    "attributes": "<p " + " ".join(f"a{n}='>'" for n in range(50_000)) + ">" + WORDS,
    "bare attributes": "<p " + " ".join(f"a{n}" for n in range(50_000)) + ">" + WORDS,
    "open quotes": WORDS + "<p a='" + "<x " * 100_000,
    "large": "<p>" + "x" * 6_000_000,
}
READ = {
    "open comments": WORDS + "<!--" * 200_000,
    "open scripts": WORDS + "<script>" * 50_000,
    "angles": WORDS + "<" * 500_000,
    "entities": WORDS + "&amp;" * 100_000,
    "much script": WORDS + "<script>" + "'<div>'" * 200_000 + "</script>",
}


@pytest.mark.parametrize("name", [*REFUSED, *READ])
def test_bombs(tmp_path: Path, read_all: ReadAll, name: str) -> None:
    page = f"<html><body>{(REFUSED | READ)[name]}</body></html>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    started = time.monotonic()
    documents, failures = read_all(tmp_path)
    assert time.monotonic() - started < 20
    if name in REFUSED:
        [failure] = failures
        assert any(said in failure.reason for said in ("exhaust", "no article", "larger than"))
    else:
        assert "الاجتماع كان مفيداً" in documents[0].text

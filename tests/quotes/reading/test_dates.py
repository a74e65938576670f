"""Dates as the press writes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quotes.reading.dates import iso_date
from tests.quotes.reading.conftest import ARTICLE, ReadAll


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-11-13", "2024-11-13"),
        ("20241113", "2024-11-13"),
        ("2024-11-13 04:15:40", "2024-11-13T04:15:40"),
        ("2024-11-13T10:00:00Z", "2024-11-13T10:00:00+00:00"),
        ("Wed, 13 Nov 2024 10:00:00 +0200", "2024-11-13T10:00:00+02:00"),
        ("1731492000", "2024-11-13T10:00:00+00:00"),
        ("1731492000000", "2024-11-13T10:00:00+00:00"),
        ("13/11/2024", "2024-11-13"),
        ("03/04/2024", "2024-04-03"),
        ("13th, July 2024 GMT", "2024-07-13"),
        ("13 نوفمبر 2024", "2024-11-13"),
        ("الأربعاء 13 نوفمبر 2024", "2024-11-13"),
        ("13 تشرين الثاني 2024", "2024-11-13"),
        ("13 نوفمبر/تشرين الثاني 2024", "2024-11-13"),
        ("13 تشرين الثاني (نوفمبر) 2024", "2024-11-13"),
        ("5 كانون الثاني 2025", "2025-01-05"),
        ("١٣ نوفمبر ٢٠٢٤", "2024-11-13"),
        ("12 جويلية 2024", "2024-07-12"),
        ("13 غشت 2024", "2024-08-13"),
        ("13 novembre 2024", "2024-11-13"),
    ],
)
def test_dates_become_iso(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        *[None, "", "أمس", "نوفمبر 2024", "2024", "5", "1446/05/11", "قريباً", "x" * 5000, "9" * 40],
        *["Thu, 01 Jan 2020 00:00:00 +9999999999999", f"Thu, 01 Jan 2020 {'9' * 20}:00:00 GMT"],
    ],
)
def test_what_is_no_date_is_left_out(written: str | None) -> None:
    assert iso_date(written) is None


def test_tables_give_iso_dates(tmp_path: Path, read_all: ReadAll) -> None:
    rows = [
        {"text": ARTICLE, "date": "13 تشرين الثاني 2024"},
        {"text": ARTICLE, "date": 1731492000},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    documents, _ = read_all(tmp_path)
    assert [document.published for document in documents] == [
        "2024-11-13",
        "2024-11-13T10:00:00+00:00",
    ]

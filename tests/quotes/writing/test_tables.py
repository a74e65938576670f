"""JSONL and CSV: complete, readable by others, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from quotes.errors import UsageError
from quotes.record import from_record, to_record
from quotes.writing import FORMATS, write
from tests.quotes.writing.samples import ARTICLES, HOSTILE, HOSTILE_ARTICLE, MIXED_ARTICLE


def written(name: str, articles=ARTICLES) -> bytes:
    stream = io.BytesIO()
    write(name, articles, stream)
    return stream.getvalue()


def test_jsonl_round_trip_is_identical():
    records = [json.loads(line) for line in written("jsonl").splitlines()]
    assert [from_record(record) for record in records] == [
        quote for article in ARTICLES for quote in article.quotes
    ]
    assert records[0] == to_record(MIXED_ARTICLE.quotes[0], MIXED_ARTICLE.document)


def test_jsonl_keeps_half_a_surrogate_pair():
    document = replace(MIXED_ARTICLE.document, title="نصف \ud83d")
    article = replace(MIXED_ARTICLE, document=document)
    assert json.loads(written("jsonl", [article]).splitlines()[0])["title"] == "نصف \ud83d"


def test_csv_opens_in_a_spreadsheet():
    data = written("csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == sum(len(article.quotes) for article in ARTICLES)
    first = rows[0]
    assert first["quote"] == "لن نُغلِقَ المستشفيات 🏥 في 2024"
    assert first["speaker"] == "سلمى الهادي"
    assert first["speaker_as_printed"] == "وزيرة الصحة سلمى الهادي"
    assert first["reviewer"] == "ن. المراجع"
    assert "قالت" in first["context"]
    text = MIXED_ARTICLE.document.text
    assert text[int(first["start"]) : int(first["end"])] == first["quote"]
    assert rows[5]["spans"].count("-") == 2


def test_csv_quotes_every_field():
    for line in written("csv", [MIXED_ARTICLE]).decode("utf-8-sig").split("\r\n")[:-1]:
        assert line.startswith('"')
        assert line.endswith('"')


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_csv_neutralises_formulas(start):
    article = replace(HOSTILE_ARTICLE, document=replace(HOSTILE, title=f"{start}HYPERLINK(1)"))
    text = written("csv", [article]).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        assert row["title"] == f"'{start}HYPERLINK(1)"
        assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())


def test_csv_survives_half_a_surrogate_pair():
    article = replace(MIXED_ARTICLE, document=replace(MIXED_ARTICLE.document, title="نصف \ud83d"))
    assert "نصف \ufffd" in written("csv", [article]).decode("utf-8-sig")


def test_unknown_format_names_those_there_are():
    with pytest.raises(UsageError, match="jsonl"):
        written("docx")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_takes_nothing_and_everything(name):
    assert isinstance(written(name, []), bytes)
    assert written(name)

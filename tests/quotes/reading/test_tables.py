"""Many articles in one file: JSONL, JSON, CSV."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from quotes.reading import Corpus, ReadFailure
from tests.quotes.reading.conftest import ARTICLE, ReadAll


def test_jsonl_with_usual_names(tmp_path: Path, read_all: ReadAll) -> None:
    row = {
        "id": 7,
        "body": ARTICLE,
        "headline": "عنوان",
        "source": "الوكالة",
        "authors": ["أحمد", "ليلى"],
        "date": "2024-11-13",
        "url": "https://example.org/7",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    [document], _ = read_all(tmp_path / "a.jsonl")
    assert document.text == ARTICLE
    assert document.name == f"{tmp_path / 'a.jsonl'}#7"
    assert (document.title, document.outlet, document.author) == ("عنوان", "الوكالة", "أحمد، ليلى")
    assert (document.published, document.address) == ("2024-11-13", "https://example.org/7")


def test_columns_can_be_named(tmp_path: Path, read_all: ReadAll) -> None:
    row = {"text": "ليس هذا", "matn": ARTICLE, "jarida": "الوكالة"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    [document], _ = read_all(tmp_path, columns={"text": "matn", "outlet": "jarida"})
    assert (document.text, document.outlet) == (ARTICLE, "الوكالة")
    _, [failure] = read_all(tmp_path, columns={"text": "nass"})
    assert "no column 'nass'" in failure.reason
    assert "matn" in failure.reason


@pytest.mark.parametrize(("value", "said"), [(None, "nothing"), ({"ar": ARTICLE}, "no text")])
def test_a_column_without_text_is_named(
    tmp_path: Path, read_all: ReadAll, value: object, said: str
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 1, "body": value}), encoding="utf-8")
    _, [failure] = read_all(tmp_path)
    assert failure.reason == f"the column 'body' holds {said}"


def test_one_bad_line_fails_alone_and_is_named(tmp_path: Path, read_all: ReadAll) -> None:
    good = json.dumps({"text": ARTICLE}, ensure_ascii=False).encode()
    lines = [
        good,
        b"{broken",
        b"",
        b"[1, 2]",
        b'{"title": "x"}',
        b'{"text": "  "}',
        b'{"text": "\xff"}',
    ]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([*lines, good]))
    documents, failures = read_all(tmp_path)
    assert len(documents) == 2
    numbers = [failure.name.rpartition(":")[2] for failure in failures]
    assert numbers == ["2", "4", "5", "6", "7"]
    for failure, said in zip(
        failures, ["JSON", "not an object", "--column", "empty", "UTF-8"], strict=True
    ):
        assert said in failure.reason


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.jsonl", '{"text": "نص', "a.jsonl:1: not valid JSON at character 13; is the line cut?"),
        ("a.jsonl", "no\n", "a.jsonl:1: not valid JSON at character 1 ("),
        ("a.json", '[\n{"text"', "a.json: not valid JSON at line 2, character 8; is the file cut?"),
        ("a.json", "{}", "a.json:1: an empty object"),
    ],
)
def test_where_json_is_wrong(
    tmp_path: Path, read_all: ReadAll, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    _, [failure] = read_all(tmp_path / name)
    assert str(failure).startswith(f"{tmp_path}/{said}")


def test_a_line_beyond_the_limit_is_skipped_and_never_held(
    tmp_path: Path, read_all: ReadAll
) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "')
        for _ in range(200):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "\xd9\x86\xd8\xb9\xd9\x85"}\n')
    import tracemalloc

    tracemalloc.start()
    [document], [failure] = read_all(tmp_path, maximum_bytes=2_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert document.text == "نعم"
    assert "2 MB" in failure.reason
    assert peak < 40_000_000


@pytest.mark.parametrize("encoding", ["utf-8-sig", "windows-1256", "utf-16"])
def test_csv_from_spreadsheets(tmp_path: Path, read_all: ReadAll, encoding: str) -> None:
    rows = [["العنوان", "النص"], ["أول", "قال:\nنعم؛ ولا"], ["ثان", 'وأضاف "لا"']]
    with (tmp_path / "a.csv").open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    documents, failures = read_all(tmp_path)
    assert not failures
    assert [document.title for document in documents] == ["أول", "ثان"]
    assert [document.text for document in documents] == ["قال:\nنعم؛ ولا", 'وأضاف "لا"']


def test_csv_formulas_are_only_text(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.csv").write_text("text,title\n\"=cmd|' /C calc'!A0\",+1\n", encoding="utf-8")
    [document], _ = read_all(tmp_path)
    assert document.text == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ("text,title\n", "empty"),
        ("a,b\n1,2\n", "--column"),
        ("text\nnaam,1,2\n", "more cells"),
    ],
)
def test_csv_that_holds_no_articles(
    tmp_path: Path, read_all: ReadAll, content: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text(content)
    documents, [failure] = read_all(tmp_path)
    assert not documents
    assert said in failure.reason


def test_json_on_request(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": ARTICLE}, {"text": "نعم"}, 3]))
    documents, [failure] = read_all(tmp_path / "a.json")
    assert [document.text for document in documents] == [ARTICLE, "نعم"]
    assert "not an object" in failure.reason


def test_a_corpus_is_read_lazily(tmp_path: Path) -> None:
    line = json.dumps({"text": ARTICLE * 10}).encode() + b"\n"
    (tmp_path / "a.jsonl").write_bytes(line * 5000)
    corpus = Corpus([tmp_path])
    next(iter(corpus))
    assert corpus.bytes_read < corpus.total_bytes / 10


def test_a_gzip_that_breaks_off_gives_what_precedes(tmp_path: Path, read_all: ReadAll) -> None:
    lines = "".join(json.dumps({"text": f"{ARTICLE}{n}"}) + "\n" for n in range(3000))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines.encode())[:-200])
    documents, failures = read_all(tmp_path)
    assert len(documents) > 1000
    assert "cut short" in failures[-1].reason


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.csv.gz", "a.html.gz"])
def test_a_gzip_bomb_is_put_down(tmp_path: Path, name: str) -> None:
    with gzip.open(tmp_path / name, "wb", compresslevel=1) as file:
        file.write(b"text\n")
        for _ in range(120):
            file.write(b"\x20" * 1_000_000)
    corpus = Corpus([tmp_path])
    results = list(corpus)
    assert results
    assert all(isinstance(result, ReadFailure) for result in results)
    said = str(results[-1])
    assert "expands to more than" in said or "larger than" in said

"""What a person corrected in brat, Label Studio or a file of records comes back as it is there."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from quotes.errors import InputError
from quotes.writing import write, write_folder
from quotes.writing.corrections import read_corrections
from tests.quotes.writing.samples import (
    ARTICLES,
    DIVIDED_ARTICLE,
    HOSTILE_ARTICLE,
    MIXED,
    MIXED_ARTICLE,
)

QUOTES = {quote.id: quote for article in ARTICLES for quote in article.quotes}


def written(name: str, articles=ARTICLES) -> bytes:
    stream = io.BytesIO()
    write(name, articles, stream)
    return stream.getvalue()


def annotated(articles=ARTICLES) -> list[dict]:
    """The tasks as Label Studio exports them when a person submitted every prediction."""
    tasks = json.loads(written("label-studio", articles))
    for task in tasks:
        result = task["predictions"][0]["result"] if task["predictions"] else []
        task["annotations"] = [{"id": 1, "completed_by": {"email": "r@x"}, "result": result}]
    return tasks


class TestUntouched:
    """Written and read back: the very same quotes, with Arabic, Latin, emoji and diacritics."""

    def test_jsonl(self, tmp_path):
        path = tmp_path / "quotes.jsonl"
        path.write_bytes(written("jsonl"))
        assert {each.original: each.quote for each in read_corrections(path)} == QUOTES

    @pytest.mark.parametrize("archive", [True, False])
    def test_brat(self, tmp_path, archive):
        path = tmp_path / "brat.zip"
        if archive:
            path.write_bytes(written("brat"))
        else:
            path = tmp_path / "folder"
            write_folder("brat", ARTICLES, path)
        returned = list(read_corrections(path))
        assert {each.original: each.quote for each in returned} == QUOTES
        assert {each.document.text for each in returned} == {
            article.document.text for article in ARTICLES if article.quotes
        }

    def test_label_studio(self, tmp_path):
        path = tmp_path / "tasks.json"
        path.write_text(json.dumps(annotated()))
        returned = list(read_corrections(path))
        assert {each.original: each.quote for each in returned} == QUOTES
        assert {each.reviewer for each in returned} == {"r@x"}

    def test_predictions_nobody_looked_at_are_not_corrections(self, tmp_path):
        path = tmp_path / "tasks.json"
        path.write_bytes(written("label-studio"))
        assert list(read_corrections(path)) == []


class TestCorrectedInBrat:
    def lines(self, tmp_path, change) -> list:
        folder = tmp_path / "brat"
        write_folder("brat", [MIXED_ARTICLE], folder)
        (path,) = folder.glob("*.ann")
        path.write_text(change(path.read_text("utf-8")), "utf-8")
        return list(read_corrections(folder))

    def test_span_and_attributes(self, tmp_path):
        start, end = (
            MIXED_ARTICLE.quotes[1].content[0].start,
            MIXED_ARTICLE.quotes[1].content[0].end,
        )
        returned = self.lines(
            tmp_path,
            lambda text: text.replace(
                f"Quote {start} {end}\t", f"Quote {start} {end + 1}\t"
            ).replace("Status E2 pending", "Status E2 accepted"),
        )
        changed = returned[1].quote
        assert returned[1].original == MIXED_ARTICLE.quotes[1].id
        assert changed.content[0].text == "الخـطة جاهزة."
        assert changed.status == "accepted"
        assert changed.speaker == MIXED_ARTICLE.quotes[1].speaker
        assert returned[0].quote == MIXED_ARTICLE.quotes[0]

    def test_another_speaker(self, tmp_path):
        place = MIXED.text.index("Reuters")
        old = MIXED_ARTICLE.quotes[2].mention
        returned = self.lines(
            tmp_path,
            lambda text: text.replace(
                f"Speaker {old.start} {old.end}\t", f"Speaker {place} {place + 7}\t"
            ),
        )
        assert returned[2].quote.mention.text == "Reuters"
        assert returned[2].quote.speaker.name == "Reuters"

    def test_a_new_quote(self, tmp_path):
        place = MIXED.text.index("انصرف")
        added = f"T90\tQuote {place} {place + 5}\tانصرف\nT91\tCue {place - 3} {place - 1}\tثم\n"
        returned = self.lines(tmp_path, lambda text: text + added + "E90\tQuote:T90 Cue:T91\n")
        assert returned[3].original is None
        assert returned[3].quote.text == "انصرف"

    @pytest.mark.parametrize(
        ("old", "new"),
        [("Quote:T1", "Quote:T77"), ("Status E1 accepted", "Status E1 maybe")],
    )
    def test_what_cannot_be_is_an_error_that_names_the_place(self, tmp_path, old, new):
        with pytest.raises(InputError, match="E1"):
            self.lines(tmp_path, lambda text: text.replace(old, new))

    def test_spans_outside_the_text(self, tmp_path):
        with pytest.raises(InputError, match="outside the text"):
            self.lines(tmp_path, lambda text: text + "T99\tQuote 5 99999\tx\n")


class TestCorrectedInLabelStudio:
    def test_moved_removed_and_added(self, tmp_path):
        tasks = annotated([DIVIDED_ARTICLE])
        result = tasks[0]["annotations"][0]["result"]
        first, _, last = DIVIDED_ARTICLE.quotes
        for item in result:
            if item.get("id") == f"{last.id}-quote" and item["type"] == "labels":
                item["value"]["start"] += 6
        tasks[0]["annotations"][0]["result"] = [
            item for item in result if not str(item.get("id", "")).startswith(first.id)
        ]
        path = tmp_path / "tasks.json"
        path.write_text(json.dumps(tasks))
        returned = {each.original: each.quote for each in read_corrections(path)}
        assert returned[first.id] is None
        assert returned[last.id].text == "مغلق"
        assert returned[last.id].speaker == last.speaker

    def test_the_last_annotation_that_was_not_cancelled_counts(self, tmp_path):
        tasks = annotated([MIXED_ARTICLE])
        tasks[0]["annotations"].append({"was_cancelled": True, "result": []})
        path = tmp_path / "tasks.json"
        path.write_text(json.dumps(tasks))
        assert all(each.quote for each in read_corrections(path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", b'{"schema": 99, "document_sha256": "x", "id": "y"}\n'),
        ("a.jsonl", b"\x00\xff\xfe not json\n"),
        ("a.jsonl", b"[]\n[]\n"),
        ("a.jsonl", b'"text"\n'),
        ("a.json", b'[{"data": {}}, {"annotations": [{"result": 3}], "data": {"text": "x"}}]'),
        ("a.json", b"[1, 2]"),
        ("a.json", b"[{"),
    ],
)
def test_damaged_files_are_errors_for_a_person(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.json"):
        list(read_corrections(path))


def test_missing_file_and_folder_without_annotations(tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(InputError):
            list(read_corrections(path))


def test_zip_with_hostile_names_is_read_in_place(tmp_path):
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in _files(HOSTILE_ARTICLE):
            archive.writestr(f"../../{name}", data)
    assert len(list(read_corrections(path))) == 2
    assert [p.name for p in tmp_path.parent.iterdir() if p.suffix == ".ann"] == []


def _files(article):
    from quotes.writing.brat import files

    return list(files([article]))

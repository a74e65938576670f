"""The commands that look into the database, mend its speakers and look after it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.cli import main
from store import Decision, open_store
from tests.quotes.command import Result, quotes
from tests.store.samples import ARTICLE, BLINKEN, RUTTE, article_quotes, many

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in this process, in an empty folder, for speed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("QUOTES_DB", raising=False)
    monkeypatch.setenv("QUOTES_REVIEWER", "mona")

    def run(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "argv", ["quotes", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return Result(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.json"
    with open_store(path) as store:
        store.add(ARTICLE, article_quotes())
        first = store.find()[0]
        store.decide(Decision(first.id, "accept"), reviewer="منى")
        store.decide(Decision(first.id, "reject", note="ليس قوله"), reviewer="omar")
    return path


def records(result: Result) -> list[dict[str, object]]:
    assert result.code == 0, result.err
    return [json.loads(line) for line in result.out.splitlines()]


@pytest.mark.usefixtures("filled")
def test_list_prints_each_quote_with_its_state(run: Run) -> None:
    result = run("list")
    assert result.code == 0
    assert result.out.count("speaker  ") == 4
    assert "rejected, by منى, omar, DISPUTED" in result.out
    assert "أنتوني بلينكن، وزير الخارجية الأمريكي" in result.out
    assert result.err == ""


@pytest.mark.usefixtures("filled")
def test_list_as_json_gives_records_with_what_the_review_added(run: Run) -> None:
    first, *rest = records(run("list", "--json"))
    assert len(rest) == 3
    assert first["schema"] == 1
    assert first["document_sha256"] == ARTICLE.sha256
    assert first["outlet"] == "رويترز"
    assert first["status"] == "rejected"
    assert first["disputed"] is True
    assert isinstance(first["judgements"], list)
    assert first["judgements"][1]["note"] == "ليس قوله"
    content = first["content"]
    assert isinstance(content, list)
    assert ARTICLE.text[content[0]["start"] : content[0]["end"]] == content[0]["text"]


@pytest.mark.usefixtures("filled")
def test_filters_orders_and_pages(run: Run) -> None:
    assert len(records(run("list", "speaker:بلينكن", "--json"))) == 2
    assert len(records(run("search", "الاسلحه", "--json"))) == 1
    by_confidence = records(run("list", "--order", "uncertain", "--json"))
    assert [r["confidence"] for r in by_confidence] == [0.4, 0.6, 0.9, 0.9]
    page = run("list", "-n", "2", "--offset", "1")
    assert page.out.count("speaker  ") == 2
    assert "quotes 2 to 3 of 4; --offset 3 shows more" in page.err
    assert len(records(run("list", "--offset", "3", "--json"))) == 1
    assert "no quote matches" in run("list", "زرافة").err
    for wrong, reason in ((["speker:x"], "speaker:"), (["--order", "size"], "newest")):
        result = run("list", *wrong)
        assert result.code == 2
        assert reason in result.err


@pytest.mark.usefixtures("filled")
def test_show_tells_the_whole_story(run: Run) -> None:
    quote_id = str(records(run("list", "--json"))[0]["id"])
    result = run("show", quote_id[:8])
    assert "من جهته أكد مارك روته" in result.out  # the article around the quote
    assert "منى: accept" in result.out
    assert "pending → accepted" in result.out
    assert "omar: reject" in result.out
    assert "ليس قوله" in result.out
    (record,) = records(run("show", quote_id, "--json"))
    assert isinstance(record["history"], list)
    assert [event["action"] for event in record["history"]] == ["accept", "reject"]
    missing = run("show", "feedfeed")
    assert (missing.code, missing.out) == (2, "")
    assert "no quote feedfeed" in missing.err
    short = run("show", quote_id[:3])
    assert (short.code, short.out) == (2, "")
    assert "give at least four characters" in short.err


@pytest.mark.usefixtures("filled")
def test_agreement(run: Run) -> None:
    result = run("agreement")
    assert "1 quotes judged by two reviewers or more, 1 disputed" in result.out
    assert "0.0 %" in result.out
    (found,) = records(run("agreement", "--json"))
    assert found["items"] == 1
    assert found["percent"] == 0


@pytest.mark.usefixtures("filled")
def test_speakers_from_list_to_split(run: Run) -> None:
    listed = records(run("speakers", "list", "--json"))
    assert [(s["name"], s["quotes"]) for s in listed] == [(BLINKEN, 2), (RUTTE, 1)]
    assert RUTTE not in run("speakers", "list", "بلين").out
    merged = run("speakers", "merge", BLINKEN, RUTTE)
    assert "3 quotes" in merged.out
    assert len(records(run("list", f"speaker:{BLINKEN.split()[1]}", "--json"))) == 3
    assert "1 quotes" in run("speakers", "split", RUTTE).out
    assert "mona: merge" in run("speakers", "show", RUTTE).out
    assert "وزير الخارجية" in run("speakers", "rename", BLINKEN, "وزير الخارجية").out
    assert BLINKEN in run("speakers", "alias", "وزير الخارجية", "بلنكن").out
    assert "وزير الخارجية  also: " in run("speakers", "list", "وزير").out
    assert "بلنكن" not in run("speakers", "alias", "وزير الخارجية", "بلنكن", "--remove").out
    quote_id = str(records(run("list", "وأضاف", "--json"))[0]["id"])
    fresh = run("speakers", "split", "وزير الخارجية", quote_id, "--name", "متحدث آخر")
    assert "متحدث آخر" in fresh.out
    assert records(run("show", quote_id, "--json"))[0]["status"] == "pending"
    assert run("db", "check").out == "the database is sound\n"
    assert run("speakers", "show", "لا أحد").code == 2


def test_an_office_without_a_date_is_undated(run: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / "quotes.json") as store:
        store.add(replace(ARTICLE, published=None), article_quotes())
    assert "  as     undated: وزير الخارجية الأمريكي" in run("speakers", "show", BLINKEN).out


def test_spellings_are_proposed_and_can_be_declined(run: Run, tmp_path: Path) -> None:
    with open_store(tmp_path / "quotes.json") as store:
        for name in ("دونالد ترامب", "دونالد ترمب"):
            store.add_speaker(name, reviewer="mona")
    result = run("speakers", "proposals")
    assert "spelling variants" in result.out
    assert run("speakers", "distinct", "دونالد ترامب", "دونالد ترمب").code == 0
    assert "no two names" in run("speakers", "proposals").err


def test_a_database_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    looking = (["list"], ["speakers", "list"], ["db", "info"], ["db", "check"])
    for command in (*looking, ["db", "restore"]):
        result = run(*command)
        assert result.code == 3
        assert "there is no database" in result.err
    assert list(tmp_path.iterdir()) == []


def test_backup_restore_and_copy(run: Run, filled: Path) -> None:
    backup = run("db", "backup", "kept.json")
    assert backup.out == "kept.json\n"
    assert run("db", "backup", "kept.json").code == 2
    copied = run("db", "copy", "quotes.json", "sqlite:///copy.sqlite")
    assert "1 documents, 4 quotes and 2 review events are now in" in copied.out
    assert json.loads(run("db", "info", "--json", "--db", "copy.sqlite").out)["quotes"] == 4
    again = run("db", "copy", "quotes.json", "sqlite:///copy.sqlite")
    assert again.code == 3
    assert "not empty" in again.err
    assert run("db", "copy", "quotes.json", "quotes.json").code == 2
    filled.write_bytes(b"{")
    refused = run("list")
    assert refused.code == 3
    assert "quotes db restore" in refused.err
    assert filled.read_bytes() == b"{"
    restored = run("db", "restore", "kept.json")
    assert "restored from kept.json" in restored.out
    assert len(list(filled.parent.glob("quotes.json.aside-*"))) == 1
    assert len(records(run("list", "--json"))) == 4
    assert "up to date (schema 1)" in run("db", "migrate").out


def test_check_fails_when_something_is_wrong_and_repairs(run: Run, filled: Path) -> None:
    envelope = json.loads(filled.read_text())
    for row in envelope["tables"]["quotes"].values():
        row["status"] = "fixed"
    filled.write_text(json.dumps(envelope))
    result = run("db", "check")
    assert result.code == 3
    assert result.out.count("is not what its events make it") == 4
    assert "--repair" in result.out
    repaired = run("db", "check", "--repair")
    assert repaired.code == 0
    assert repaired.out.count("mended") == 4
    assert json.loads(run("db", "check", "--json").out) == {"found": [], "mended": []}


def test_a_file_that_is_outgrown_is_told_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.tiny.engine.COMFORTABLE", 20)
    with open_store(tmp_path / "quotes.json") as store:
        store.add_many(many(5))
    (tmp_path / "a.txt").write_text(ARTICLE.text, encoding="utf-8")
    first, second = run("add", "a.txt"), run("add", "a.txt")
    assert "db copy" in first.err
    assert "sqlite:///" in first.err
    assert second.err == ""
    assert "db copy" in run("db", "info").out


def test_help_names_every_command() -> None:
    for group in ([], ["speakers"], ["db"]):
        result = quotes(*group, "--help")
        assert result.code == 0
    assert "restore" in result.out

"""``quotes extract`` as a user sees it: streams, formats, exit codes, Ctrl-C."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.quotes.command import COMMAND, quotes

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLE = 'قال وزير الخارجية الأمريكي أنتوني بلينكن: "سنواصل دعمنا".\nوأضاف: "لن نتراجع".\n'


def jsonl(count: int) -> bytes:
    rows = ({"id": number, "text": f"{ARTICLE}{number}"} for number in range(count))
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_the_samples_show_who_said_what() -> None:
    result = quotes("extract", SAMPLES)
    assert result.code == 0
    assert not result.err
    lines = [line.strip() for line in result.out.splitlines()]
    words = "كل يوم يبقى لنا سنستخدمه حتى يقف الأوكرانيون على أرض صلبة في الميدان"
    [place] = [n for n, line in enumerate(lines) if line.startswith("quote") and words in line]
    assert lines[place - 1].split() == ["cue", "وأضاف"]
    assert "أنتوني بلينكن" in lines[place - 2]
    assert "README" not in result.out
    assert "يقول القانون" not in result.out, "the page's footer is no article"


def test_records_point_into_the_text_exactly_as_it_was_read(tmp_path: Path) -> None:
    text = "\u200f" + ARTICLE.replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8-sig"))
    result = quotes("extract", tmp_path / "a.txt", "--format", "jsonl")
    records = [json.loads(line) for line in result.out.splitlines()]
    assert records
    for record in records:
        for span in (record["cue"], record["mention"], *record["content"]):
            if span is not None:
                assert text[span["start"] : span["end"]] == span["text"]
    assert {record["speaker"]["name"] for record in records} == {"أنتوني بلينكن"}


def test_failures_are_told_one_a_line_and_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(os.urandom(9000))
    (tmp_path / "d.txt").write_bytes(ARTICLE.encode("windows-1256"))
    (tmp_path / "none").mkdir()
    missing = tmp_path / "missing.txt"
    result = quotes("extract", tmp_path, tmp_path / "none", missing, "--format", "jsonl")
    assert result.code == 1
    assert {json.loads(line)["document"] for line in result.out.splitlines()} == {
        str(tmp_path / "a.txt"),
        str(tmp_path / "d.txt"),
    }
    lines = result.err.splitlines()
    assert len(lines) == 4
    for line, (name, said) in zip(
        lines,
        [
            ("b.txt", "empty"),
            ("c.txt", "not a text"),
            ("none", "no articles"),
            ("missing", "no such"),
        ],
        strict=True,
    ):
        assert line.startswith("quotes: ")
        assert name in line
        assert said in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", SAMPLES, "--format", "klingon"),
        ("extract", SAMPLES, "--from", "docx"),
        ("extract", SAMPLES, "--encoding", "klingon"),
        ("extract", SAMPLES, "--column", "text"),
        ("extract", SAMPLES, "--column", "words=x"),
        ("extract", SAMPLES, "--output", "x.txt"),
        ("extract", SAMPLES, "--format", "jsonl", "--explain"),
        ("extract", SAMPLES, "--format", "jsonl", "--output", "/no/such/folder/x"),
        ("extract", SAMPLES, "--workers", "0"),
        ("extract", SAMPLES, "--no-such-option"),
    ],
)
def test_wrong_usage_ends_with_2_before_any_work(arguments: tuple[str, ...]) -> None:
    result = quotes(*arguments)
    assert result.code == 2
    assert not result.out
    assert result.err


def test_standard_input_plain_and_compressed() -> None:
    plain = quotes("extract", "-", "--format", "jsonl", stdin=ARTICLE.encode())
    packed = quotes("extract", "-", "--format", "jsonl", stdin=gzip.compress(ARTICLE.encode()))
    assert plain.code == packed.code == 0
    assert plain.out == packed.out
    assert json.loads(plain.out.splitlines()[0])["document"] == "stdin"


def test_standard_input_as_rows() -> None:
    data = jsonl(3).replace(b'"text"', b'"matn"')
    result = quotes(
        "extract", "-", "--from", "jsonl", "--column", "text=matn", "-f", "jsonl", stdin=data
    )
    names = [json.loads(line)["document"] for line in result.out.splitlines()]
    assert list(dict.fromkeys(names)) == ["stdin#0", "stdin#1", "stdin#2"]


def test_many_processes_give_what_one_gives_in_the_same_order(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(90) + b"broken\n" + jsonl(40))
    arguments = ("extract", tmp_path, "-f", "jsonl", "--workers")
    one, two = quotes(*arguments, "1"), quotes(*arguments, "2")
    assert one == two
    assert one.code == 1
    names = [json.loads(line)["document"] for line in one.out.splitlines()]
    assert list(dict.fromkeys(names))[:3] == [f"{tmp_path / 'a.jsonl'}#{n}" for n in range(3)]


def test_explain_gives_reasons_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    plain, explained = quotes("extract", tmp_path), quotes("extract", tmp_path, "--explain")
    assert "because" not in plain.out
    assert "because" in explained.out
    assert set(plain.out.splitlines()) <= set(explained.out.splitlines())


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    result = quotes("extract", SAMPLES / "01-brussels.txt", "-o", target)
    assert (result.code, result.out) == (0, "")
    assert re.fullmatch(rf"quotes: \d+ quotes of 1 article written to {target}\n", result.err)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "أنتوني بلينكن" in target.read_text(encoding="utf-8-sig")


def test_output_goes_to_a_folder_where_the_format_has_a_file_an_article(tmp_path: Path) -> None:
    result = quotes("extract", SAMPLES / "01-brussels.txt", "-f", "html", "-o", tmp_path / "pages")
    assert result.code == 0
    assert list((tmp_path / "pages").glob("*.html"))
    assert "written to" in result.err


def test_a_name_that_tells_no_format_is_refused(tmp_path: Path) -> None:
    for target, said in ((tmp_path / "out", "has no ending"), (tmp_path, "is a folder")):
        result = quotes("extract", SAMPLES, "-o", target)
        assert result.code == 2
        assert f"{target} {said}; choose a --format" in result.err
    assert not (tmp_path / "out").exists()


def test_that_nothing_was_found_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("في المدينة سوق قديم.", encoding="utf-8")
    target = tmp_path / "out.jsonl"
    result = quotes("extract", tmp_path / "a.txt", "-o", target)
    assert (result.code, result.err) == (0, f"quotes: no quote was found; {target} holds none\n")


def test_names_and_titles_cannot_play_tricks_on_the_terminal(tmp_path: Path) -> None:
    row = {"id": "\x1b]0;x\x07", "title": "\u202eعنوان\x1b[2J\nسطر", "text": ARTICLE}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with contextlib.suppress(OSError):
        (tmp_path / "\x1b[31m\u202egnp.txt").write_bytes(b"")
    result = quotes("extract", tmp_path)
    for text in (result.out, result.err):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\x07" not in text
    assert "عنوان" in result.out


def test_a_script_in_a_title_stays_text(tmp_path: Path) -> None:
    row = {"title": "<script>alert(1)</script>", "text": ARTICLE}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    result = quotes("extract", tmp_path, "--format", "html")
    assert result.code == 0
    assert "<script>alert" not in result.out


@pytest.mark.parametrize("format", ["jsonl", "table"])
def test_a_reader_that_goes_away_is_no_error(tmp_path: Path, format: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl(400))
    with subprocess.Popen(
        [*COMMAND, "extract", str(tmp_path), "-f", format, "-j", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_keeps_what_is_done(tmp_path: Path, workers: str) -> None:
    target = tmp_path / "out.jsonl"
    with subprocess.Popen(
        [*COMMAND, "extract", "-", "--from", "jsonl", "-f", "jsonl", "-o", target, "-j", workers],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(jsonl(400))
        process.stdin.flush()
        wait_until(lambda: target.exists() and target.stat().st_size > 10_000)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        message = process.stderr.read().decode()
    assert message.startswith("quotes: interrupted")
    assert len(message.splitlines()) == 1
    records = [json.loads(line) for line in target.read_bytes().splitlines()]
    assert 0 < len({record["document"] for record in records}) <= 400


@pytest.mark.parametrize("delay", [0.0, 0.2, 0.6])
def test_ctrl_c_ends_all_processes_without_a_word_from_them(tmp_path: Path, delay: float) -> None:
    """A terminal sends Ctrl-C to all of them, some of which may just be starting."""
    (tmp_path / "a.jsonl").write_bytes(jsonl(5000))
    target = tmp_path / "out.jsonl"
    with subprocess.Popen(
        [*COMMAND, "extract", tmp_path / "a.jsonl", "-f", "jsonl", "-o", target, "-j", "2"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        wait_until(target.exists)
        time.sleep(delay)
        os.killpg(process.pid, signal.SIGINT)
        os.killpg(process.pid, signal.SIGINT)
        _, message = process.communicate(timeout=30)
    assert process.returncode == 130
    assert message.decode().splitlines() in (
        [],
        ["quotes: interrupted; what was found until then is complete"],
    )


def test_a_bar_shows_on_a_terminal_and_nowhere_else(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.write(jsonl(6000))
    watcher, terminal = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "extract", tmp_path, "-f", "jsonl", "-j", "1"],
        stdout=subprocess.DEVNULL,
        stderr=terminal,
        env=os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"},
    ) as process:
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):
            while chunk := os.read(watcher, 65536):
                shown += chunk
        process.wait(60)
    os.close(watcher)
    assert process.returncode == 0
    assert b" articles" in shown
    assert b"/s" in shown


def wait_until(condition, seconds: float = 30) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "nothing happened in time"
        time.sleep(0.02)

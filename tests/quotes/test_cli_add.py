"""``quotes add`` as a user sees it."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from store import open_store
from tests.quotes.command import COMMAND, quotes
from tests.quotes.test_cli_extract import ARTICLE, SAMPLES, jsonl, wait_until


@pytest.fixture(params=["quotes.json", "sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'quotes.sqlite'}"
    return str(tmp_path / request.param)


def test_what_is_added_is_what_is_extracted(database: str) -> None:
    result = quotes("add", SAMPLES, "--db", database)
    assert result.code == 0
    assert not result.err
    assert result.out.startswith("articles: 7 (7 new)")
    extracted = quotes("extract", SAMPLES, "-f", "jsonl").out.splitlines()
    with open_store(database) as store:
        kept = {quote.id for quote in store.find()}
    assert kept == {json.loads(line)["id"] for line in extracted}


def test_adding_again_changes_nothing_and_resume_passes_over(database: str) -> None:
    quotes("add", SAMPLES, "--db", database)
    again = json.loads(quotes("add", SAMPLES, "--db", database, "--json").out)
    assert again["articles"] == 7
    assert again["new"] == again["added"] == again["removed"] == 0
    resumed = json.loads(quotes("add", SAMPLES, "--db", database, "--resume", "--json").out)
    assert resumed["articles"] == 0
    assert resumed["passed_over"] == 7
    told = quotes("add", SAMPLES, "--db", database, "--resume").out
    assert told == f"articles: 7 (0 new, 7 known already and passed over) in {database}\n"


def test_failures_do_not_stop_the_rest(tmp_path: Path, database: str) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (articles / "b.txt").write_bytes(b"")
    result = quotes("add", articles, "file:///etc/passwd", "--db", database, "--json")
    assert result.code == 1
    assert "b.txt: empty" in result.err
    assert "file:///etc/passwd: only http and https" in result.err
    summary = json.loads(result.out)
    assert (summary["articles"], summary["failed"]) == (1, 2)


def test_an_address_is_added_under_its_name(tmp_path: Path, database: str) -> None:
    page = (SAMPLES / "07-page.html").read_bytes()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/news/7"
        refused = quotes("add", address, "--db", database)
        added = quotes("add", address, "--db", database, "--allow-private")
        server.shutdown()
    assert refused.code == 1
    assert "private address" in refused.err
    assert added.code == 0
    with open_store(database) as store:
        [stored] = store.documents()
    assert stored.document.name == stored.document.address == address
    assert stored.document.outlet == "عينات"


def test_a_damaged_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    path.write_bytes(b'{"half of it')
    result = quotes("add", SAMPLES, "--db", path)
    assert result.code == 3
    assert str(path) in result.err
    assert not result.out


def test_the_environment_names_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTES_DB", str(tmp_path / "desk.json"))
    assert quotes("add", SAMPLES / "01-brussels.txt").code == 0
    assert (tmp_path / "desk.json").exists()


def test_ctrl_c_keeps_what_is_done_and_resume_does_the_rest(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_bytes(jsonl(1500))
    database = f"sqlite:///{tmp_path / 'quotes.sqlite'}"
    with subprocess.Popen(
        [*COMMAND, "add", corpus, "--db", database, "-j", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        wait_until(lambda: documents(database) > 0)
        process.send_signal(signal.SIGINT)
        _, message = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "--resume" in message.decode()
    kept = documents(database)
    assert 0 < kept < 1500
    resumed = json.loads(quotes("add", corpus, "--db", database, "--resume", "--json").out)
    assert resumed["passed_over"] == kept
    assert resumed["new"] == 1500 - kept
    assert documents(database) == 1500


def documents(database: str) -> int:
    if not Path(database.removeprefix("sqlite:///")).exists():
        return 0
    try:
        with open_store(database) as store:
            return store.info().documents
    except Exception:
        return 0

"""Addresses: a server on the loopback interface stands in for the Internet."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from quotes.reading import web
from tests.quotes.reading.conftest import ARTICLE, ReadAll
from tests.quotes.reading.test_feeds import RSS
from tests.quotes.reading.test_files import PAGE


class Handler(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    agents: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.agents.append(self.headers["User-Agent"])
        name = self.path.strip("/").replace("-", "_")
        getattr(self, f"serve_{name}", self.serve_missing)()

    def answer(self, body: bytes, kind: str = "text/html", status: int = 200, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def serve_page(self) -> None:
        self.answer(PAGE.encode("windows-1256"), "text/html; charset=windows-1256")

    def serve_compressed(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def serve_text(self) -> None:
        self.answer(ARTICLE.encode(), "text/plain; charset=utf-8")

    def serve_feed(self) -> None:
        self.answer(RSS.encode(), "application/rss+xml")

    def serve_moved(self) -> None:
        self.answer(b"", status=302, Location="/page")

    def serve_loop(self) -> None:
        self.answer(b"", status=301, Location="/loop")

    def serve_to_file(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def serve_image(self) -> None:
        self.answer(b"\x89PNG", "image/png")

    def serve_busy(self) -> None:
        self.answer(b"", status=429, Retry_After="120")

    def serve_huge(self) -> None:
        self.answer(b"<p>" + b"x" * 3_000_000)

    def serve_bomb(self) -> None:
        self.answer(gzip.compress(b"x" * 50_000_000), Content_Encoding="gzip")

    def serve_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(20):
            time.sleep(0.1)
            try:
                self.wfile.write(b"<p>")
                self.wfile.flush()
            except OSError:
                return

    def serve_missing(self) -> None:
        self.answer(b"", status=404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(web, "_BETWEEN_REQUESTS", 0.0)
    Handler.asked.clear()
    Handler.agents.clear()
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    running.server_close()


@pytest.mark.parametrize("path", ["page", "compressed", "moved"])
def test_a_page(server: str, read_all: ReadAll, path: str) -> None:
    [document], _ = read_all(f"{server}/{path}", allow_private=True)
    assert "علينا أن ننتج أكثر" in document.text
    assert document.name == f"{server}/{path}"
    assert document.address == f"{server}/{'page' if path == 'moved' else path}"
    assert document.outlet == "وكالة الأنباء"
    assert Handler.agents[-1].startswith("quotes/")


def test_text_and_feeds(server: str, read_all: ReadAll) -> None:
    documents, failures = read_all(f"{server}/text", f"{server}/feed", allow_private=True)
    assert documents[0].text == ARTICLE
    assert [document.address for document in documents[1:]] == [
        "https://example.org/1",
        "https://example.org/2",
    ]
    assert len(failures) == 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing", "404"),
        ("loop", "redirects"),
        ("to-file", "only http and https"),
        ("image", "not a page but image/png"),
        ("busy", "come back later (120)"),
        ("huge", "1 MB"),
        ("bomb", "1 MB"),
    ],
)
def test_what_a_server_may_do_to_us(server: str, read_all: ReadAll, path: str, said: str) -> None:
    documents, [failure] = read_all(f"{server}/{path}", allow_private=True, maximum_bytes=1_000_000)
    assert not documents
    assert said in failure.reason


def test_a_server_that_drips_is_given_up(
    server: str, read_all: ReadAll, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_TOTAL_SECONDS", 0.3)
    _, [failure] = read_all(f"{server}/slow", allow_private=True)
    assert "given up" in failure.reason


def test_private_addresses_are_not_even_connected_to(server: str, read_all: ReadAll) -> None:
    port = server.rpartition(":")[2]
    addresses = [
        f"{server}/page",
        f"http://localhost:{port}/page",
        f"http://[::1]:{port}/page",
        f"http://[::ffff:127.0.0.1]:{port}/page",
        f"http://2130706433:{port}/page",
        f"http://0.0.0.0:{port}/page",
    ]
    documents, failures = read_all(*addresses)
    assert not documents
    assert len(failures) == len(addresses)
    assert all("private" in f.reason or "no host" in f.reason for f in failures)
    assert not Handler.asked


def test_a_name_that_resolves_to_a_private_address_is_refused(
    server: str, read_all: ReadAll, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.rpartition(":")[2])

    def resolve(*_: object, **__: object) -> list[object]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)),
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    _, [failure] = read_all(f"http://news.example:{port}/page")
    assert "private address 127.0.0.1" in failure.reason
    assert not Handler.asked


def test_a_redirect_does_not_lead_inside(
    server: str, read_all: ReadAll, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host counts as public, the one it sends us to does not."""
    port = server.rpartition(":")[2]
    monkeypatch.setattr(
        Handler,
        "serve_moved",
        lambda self: self.answer(b"", status=302, Location=f"http://localhost:{port}/page"),
    )
    monkeypatch.setattr(web, "is_public", lambda address: address == "127.0.0.1" and first())
    calls: list[int] = []

    def first() -> bool:
        calls.append(1)
        return len(calls) == 1

    _, [failure] = read_all(f"{server}/moved")
    assert "private address" in failure.reason
    assert Handler.asked == ["/moved"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff0e::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert web.is_public(address) is public


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/a", "only http and https"),
        ("gopher://example.org/", "only http and https"),
        ("http:///page", "names no host"),
        ("http://[::1/page", "not a valid address"),
        ("http://example.org:99999/", "not a valid address"),
        ("http://host.invalid/", "no host of this name"),
    ],
)
def test_addresses_that_are_not_read(read_all: ReadAll, address: str, said: str) -> None:
    documents, [failure] = read_all(address)
    assert not documents
    assert said in failure.reason


def test_a_refused_connection(read_all: ReadAll) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    _, [failure] = read_all(f"http://127.0.0.1:{port}/", allow_private=True)
    assert "cannot be reached" in failure.reason


def test_one_host_is_not_asked_in_quick_succession(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "_BETWEEN_REQUESTS", 0.3)
    fetcher = web.Fetcher(maximum_bytes=1_000_000, allow_private=True)
    started = time.monotonic()
    for _ in range(3):
        fetcher.fetch(f"{server}/text")
    assert time.monotonic() - started >= 0.6


def test_a_bad_address_does_not_stop_the_files(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    documents, failures = read_all("http://127.0.0.1:1/", tmp_path)
    assert len(documents) == len(failures) == 1

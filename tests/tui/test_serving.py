"""The app in a browser: who gets in, and that keys from there decide."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from store import open_store
from tests.tui.material import BY_DOUBT, SCHOOL_QUOTES, SCHOOLS, WATER, WATER_QUOTES

aiohttp = pytest.importorskip("aiohttp", reason="the extra 'serve' is not installed")
pytest.importorskip("textual_serve", reason="the extra 'serve' is not installed")

_PROGRAM = [sys.executable, "-c", "from quotes.cli import main; main()"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "quotes.json"
    with open_store(path) as store:
        store.add_many([(WATER, WATER_QUOTES), (SCHOOLS, SCHOOL_QUOTES)])
    return path


@pytest.fixture
def address(database: Path, tmp_path: Path) -> Iterator[str]:
    """The address that the command prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--db", str(database), "--reviewer", "huda", "--serve", "--port", str(port)]
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with subprocess.Popen(
        [*_PROGRAM, "review", *options], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        assert "logged in to this" in process.stderr.readline()
        yield found.group()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


async def test_a_key_in_the_browser_decides(address: str, database: Path) -> None:
    async with aiohttp.ClientSession() as client:
        page = await (await client.get(address)).text()
        assert set(re.findall(r"https?://([^/\"]+)", page)) <= {address.split("/")[2]}
        place = re.search(r'websocket-url="([^"]+)"', page)
        assert place is not None
        async with client.ws_connect(
            f"{place.group(1)}?width=100&height=30", origin=address.rsplit("/", 2)[0]
        ) as connection:
            painted = b""
            while b"9" not in painted or len(painted) < 2000:
                message = await asyncio.wait_for(connection.receive(), 20)
                painted += message.data if isinstance(message.data, bytes) else b""
            assert b"\x1b[8l" not in painted, "nothing but the app's frames goes to the browser"
            await connection.send_json(["stdin", "a"])
            for _ in range(200):
                await asyncio.sleep(0.05)
                with open_store(database) as store:
                    if store.get(BY_DOUBT[0]).status == "accepted":
                        return
    pytest.fail("the key had no effect")


async def test_only_its_own_page_gets_in(address: str) -> None:
    root = address.rsplit("/", 2)[0]
    websocket = address.replace("http", "ws", 1) + "ws"
    async with aiohttp.ClientSession() as client:
        assert (await client.get(root)).status == 404
        assert (await client.get(f"{root}/ws")).status == 404
        assert (await client.get(address, headers={"Host": "example.org"})).status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await client.ws_connect(websocket, origin="http://example.org")


def test_a_taken_port_is_said(database: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*_PROGRAM, "review", "--db", str(database), "--serve", "--port", port],
            capture_output=True,
            text=True,
        )
    assert done.returncode == 2
    assert f"port {port} cannot be used" in done.stderr


def test_without_the_extra_it_says_what_to_install(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quotes.errors import UsageError
    from tui import start

    monkeypatch.setitem(sys.modules, "tui.serving", None)
    with pytest.raises(UsageError, match="uv sync --extra serve"):
        start.serve([], 8000)


_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--remote-debugging-port=0",
]


@asynccontextmanager
async def browser(profile: Path) -> AsyncIterator[Callable[..., Awaitable[Any]]]:
    """A page of Chromium; called with a method of its protocol and parameters, gives the result."""
    assert _CHROMIUM is not None
    command = [_CHROMIUM, *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        said = profile / "DevToolsActivePort"
        for _ in range(400):
            if said.exists() and said.read_text():
                break
            await asyncio.sleep(0.05)
        port = said.read_text().split()[0]
        async with aiohttp.ClientSession() as client:
            found = await (await client.get(f"http://127.0.0.1:{port}/json")).json()
            place = next(page for page in found if page["type"] == "page")["webSocketDebuggerUrl"]
            async with client.ws_connect(place, max_msg_size=0) as connection:
                numbers = count(1)

                async def call(method: str, **parameters: object) -> Any:
                    number = next(numbers)
                    message = {"id": number, "method": method, "params": parameters}
                    await connection.send_json(message)
                    while (answer := await connection.receive_json(timeout=30)).get("id") != number:
                        pass
                    return answer["result"]

                yield call
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.mark.skipif(_CHROMIUM is None, reason="Debian's chromium is not installed")
async def test_in_a_real_browser_the_first_key_decides(
    address: str, database: Path, tmp_path: Path
) -> None:
    """Nobody has to click into the page first."""
    async with browser(tmp_path / "profile") as call:

        async def wait_for(expression: str) -> None:
            for _ in range(400):
                answer = await call("Runtime.evaluate", expression=expression, returnByValue=True)
                if answer["result"].get("value") is True:
                    return
                await asyncio.sleep(0.05)
            pytest.fail(f"never true: {expression}")

        await call("Page.navigate", url=address)
        await wait_for("document.body?.classList.contains('-first-byte') === true")
        await wait_for("document.activeElement.classList.contains('xterm-helper-textarea')")
        await asyncio.sleep(1)  # the first picture
        for kind in ("keyDown", "keyUp"):
            await call("Input.dispatchKeyEvent", type=kind, key="a", text="a", code="KeyA")
        for _ in range(200):
            await asyncio.sleep(0.05)
            with open_store(database) as store:
                if store.get(BY_DOUBT[0]).status == "accepted":
                    return
    pytest.fail("the key had no effect")

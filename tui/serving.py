"""The review app in a browser of the same machine, by textual-serve.

textual-serve alone lets every page that the browser shows, and everyone who is logged in to the
machine, connect. Here the address holds a secret, and the connection must come from its own page.
The page loads nothing from the network.
"""

from __future__ import annotations

import secrets
import shlex
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from aiohttp import web
from textual_serve.server import Server

from quotes.errors import UsageError

HOST = "127.0.0.1"
_PAGES = Path(__file__).parent / "browser"
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class LocalServer(Server):
    """Serves ``quotes review`` with the given arguments under an address that holds a secret."""

    def __init__(self, arguments: Sequence[str], port: int) -> None:
        program = "from quotes.cli import main; main()"
        command = shlex.join([sys.executable, "-c", program, "review", *arguments])
        super().__init__(command, HOST, port, title="Quotes", templates_path=_PAGES)
        self.secret = secrets.token_urlsafe(16)

    @property
    def address(self) -> str:
        """What to open in the browser."""
        return f"{self.public_url}/{self.secret}/"

    def serve(self, debug: bool = False) -> None:
        """Serve until interrupted. Raises ``UsageError`` when the port is taken."""
        self.debug = debug
        try:
            web.run_app(self._make_app(), host=HOST, port=self.port, print=self._announce)
        except OSError as error:
            raise UsageError(
                f"port {self.port} cannot be used ({error.strerror}); choose another with --port"
            ) from None

    async def on_startup(self, app: web.Application) -> None:
        """Nothing is said before there is somebody to answer."""

    def _announce(self, _: str) -> None:
        print(
            f"Open {self.address}\nin a browser on this machine; Ctrl+C ends it. Whoever has this"
            " address and is logged in to this\nmachine can decide in the reviewer's name; no other"
            " machine can reach it. Do not pass it on.",
            file=sys.stderr,
            flush=True,
        )

    async def _make_app(self) -> web.Application:
        pages = await super()._make_app()
        pages.middlewares.append(self._same_origin)
        outer = web.Application()
        outer.add_subapp(f"/{self.secret}", pages)
        return outer

    @web.middleware
    async def _same_origin(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Refuse what another page in the same browser sends, also under another name of ours."""
        own = self.public_url.removeprefix("http://")
        origin = request.headers.get("Origin", self.public_url)
        if request.host != own or origin != self.public_url:
            raise web.HTTPForbidden(text="This is not the page's own request.")
        return await handler(request)

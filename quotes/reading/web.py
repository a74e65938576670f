"""Web pages on request: http and https only, bounded in size and time, and not into the house.

An address is resolved here and every address it stands for is checked before a connection is
made to one of them, at every redirect, so that neither a name that points inside nor one that
changes its mind between check and use (DNS rebinding) leads to a private service.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urljoin, urlsplit

from urllib3 import (
    BaseHTTPResponse,
    HTTPConnectionPool,
    HTTPSConnectionPool,
    PoolManager,
    Timeout,
    exceptions,
)
from urllib3.connection import HTTPConnection, HTTPSConnection

from quotes.errors import InputError
from quotes.reading.streams import too_large

_REDIRECTS = 5
_CONNECT_SECONDS = 10.0
_READ_SECONDS = 20.0
_TOTAL_SECONDS = 60.0
_BETWEEN_REQUESTS = 1.0
_CHUNK = 1 << 16
_READABLE = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/json",
    "application/x-ndjson",
    "application/gzip",
)


@dataclass(frozen=True, slots=True)
class Response:
    """What an address answered: the address it was found at in the end, type and bytes."""

    address: str
    content_type: str
    data: bytes


class Fetcher:
    """Fetches addresses, at most one a second from one host."""

    def __init__(self, *, maximum_bytes: int, allow_private: bool = False) -> None:
        self._maximum_bytes = maximum_bytes
        self._pool = _pool(allow_private)
        self._last: dict[str, float] = {}

    def fetch(self, address: str) -> Response:
        """The content behind ``address``, redirects followed.

        Raises :class:`InputError` with the reason when there is none to be had.
        """
        given_up = time.monotonic() + _TOTAL_SECONDS
        for _ in range(_REDIRECTS + 1):
            host = self._checked_host(address)
            self._wait_for(host)
            outcome = self._request(address, given_up)
            if isinstance(outcome, Response):
                return outcome
            address = urljoin(address, outcome)
        raise InputError(f"more than {_REDIRECTS} redirects")

    def _checked_host(self, address: str) -> str:
        try:
            parts = urlsplit(address)
            host, _ = parts.hostname, parts.port
        except ValueError as error:
            raise InputError(f"not a valid address ({error})") from None
        if parts.scheme.lower() not in ("http", "https"):
            raise InputError(f"only http and https addresses are read, not {parts.scheme}")
        if not host:
            raise InputError("not a valid address (it names no host)")
        return host

    def _wait_for(self, host: str) -> None:
        now = time.monotonic()
        ready = self._last.get(host, now - _BETWEEN_REQUESTS) + _BETWEEN_REQUESTS
        if ready > now:
            time.sleep(ready - now)
        self._last[host] = time.monotonic()

    def _request(self, address: str, given_up: float) -> Response | str:
        """The response, or the address that it redirects to."""
        try:
            response = self._pool.request(
                "GET", address, redirect=False, retries=False, preload_content=False
            )
        except exceptions.HTTPError as error:
            raise InputError(_reason(error)) from None
        try:
            if 300 <= response.status < 400 and response.headers.get("Location"):
                return response.headers["Location"]
            if response.status in (429, 503) and (wait := response.headers.get("Retry-After")):
                raise InputError(f"the server asks to come back later ({wait})")
            if response.status != 200:
                raise InputError(f"the server answers {response.status} {response.reason or ''}")
            content_type = response.headers.get("Content-Type", "text/html")
            if not content_type.lower().strip().startswith(_READABLE):
                raise InputError(f"not a page but {content_type.partition(';')[0]}")
            return Response(address, content_type, self._body(response, given_up))
        except exceptions.HTTPError as error:
            raise InputError(_reason(error)) from None
        finally:
            response.close()

    def _body(self, response: BaseHTTPResponse, given_up: float) -> bytes:
        body = bytearray()
        for chunk in response.stream(_CHUNK, decode_content=True):
            body += chunk
            if len(body) > self._maximum_bytes:
                raise InputError(too_large(self._maximum_bytes))
            if time.monotonic() > given_up:
                raise InputError(f"not there after {_TOTAL_SECONDS:.0f} seconds; given up")
        return bytes(body)


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open Internet, seen through IPv6 wrappings of IPv4."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast


def _reason(error: Exception) -> str:
    """What a person needs of urllib3's nested exceptions."""
    inner = getattr(error, "reason", None) or error
    for kind, words in _REASONS:
        if isinstance(inner, kind):
            return words
    return f"the transfer failed ({type(inner).__name__})"


_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.NameResolutionError, "there is no host of this name"),
    (exceptions.NewConnectionError, "the server cannot be reached"),
    (exceptions.TimeoutError, "the server does not answer in time"),
    (exceptions.SSLError, "no secure connection: the certificate or its protocol is not valid"),
    (exceptions.DecodeError, "the server sent damaged data"),
    (exceptions.LocationParseError, "not a valid address"),
)


class _PublicConnection(HTTPConnection):
    """A connection that is only made to addresses of the open Internet."""

    def _new_conn(self) -> socket.socket:
        return _connect_publicly(self, super()._new_conn)


class _PublicSecureConnection(HTTPSConnection):
    """The same under TLS; the certificate is checked against the name, not the address."""

    def _new_conn(self) -> socket.socket:
        return _connect_publicly(self, super()._new_conn)


def _connect_publicly(
    connection: HTTPConnection, connect: Callable[[], socket.socket]
) -> socket.socket:
    """Resolve, check, and connect to what was checked rather than to the name.

    Raises :class:`InputError`, which urllib3 lets pass, for an address that is not public.
    """
    name = connection._dns_host
    try:
        found = socket.getaddrinfo(name, connection.port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise InputError("there is no host of this name") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not is_public(address):
            raise InputError(
                f"{name} leads to the private address {address}; --allow-private reads it"
            )
    try:
        for number, address in enumerate(addresses, 1):
            connection._dns_host = address
            try:
                return connect()
            except exceptions.HTTPError:
                if number == len(addresses):
                    raise
    finally:
        connection._dns_host = name
    raise InputError("there is no host of this name")


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicSecurePool(HTTPSConnectionPool):
    ConnectionCls = _PublicSecureConnection


def _pool(allow_private: bool) -> PoolManager:
    pool = PoolManager(
        headers={
            "User-Agent": f"quotes/{_version()} (reads single articles on a person's request)",
            "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, text/*;q=0.8",
            "Accept-Language": "ar, *;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
        timeout=Timeout(connect=_CONNECT_SECONDS, read=_READ_SECONDS),
    )
    if not allow_private:
        pool.pool_classes_by_scheme = {"http": _PublicPool, "https": _PublicSecurePool}
    return pool


def _version() -> str:
    try:
        return version("quotes")
    except PackageNotFoundError:
        return "0"

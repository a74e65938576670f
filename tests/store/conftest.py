"""Every engine for every contract test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import open_store
from store.contract import Store
from tests.store import postgresql

ENGINES = ("tinydb", "sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.Server]:
    folder = postgresql.binaries()
    if folder is None:
        pytest.skip("PostgreSQL's server is not installed (Debian: apt-get install postgresql)")
    pytest.importorskip("psycopg", reason="psycopg is not installed")
    with postgresql.server(folder) as server:
        yield server


@pytest.fixture(params=ENGINES)
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a new database."""
    return new_location(request.param, tmp_path, request)


def new_location(engine: str, folder: Path, request: pytest.FixtureRequest) -> str:
    """A place for a new database of this engine."""
    if engine == "tinydb":
        return str(folder / "quotes.json")
    if engine == "sqlite":
        return f"sqlite:///{folder / 'quotes.sqlite'}"
    server: postgresql.Server = request.getfixturevalue("postgresql_server")
    return server.new_database()


@pytest.fixture
def opened() -> Iterator[Callable[[str], Store]]:
    """Opens stores, and closes them when the test is over."""
    stores: list[Store] = []

    def opener(location: str) -> Store:
        stores.append(open_store(location))
        return stores[-1]

    yield opener
    for store in stores:
        store.close()


@pytest.fixture
def store(location: str, opened: Callable[[str], Store]) -> Store:
    """A new empty store."""
    return opened(location)

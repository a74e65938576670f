"""A real PostgreSQL server for the tests, on loopback, from Debian's binaries."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def binaries() -> Path | None:
    """The folder of the newest server that is installed, if any that this user could start."""
    if os.geteuid() == 0 and _runuser() is None:
        return None
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if found:
        return found[-1].parent
    path = shutil.which("initdb")
    return Path(path).parent if path else None


class Server:
    """A running server. Every test gets a schema of its own: a database is a thousand files."""

    def __init__(self, port: int) -> None:
        self.port = port

    def new_database(self) -> str:
        """The URL of an empty schema."""
        import psycopg

        name = f"quotes_{uuid.uuid4().hex[:12]}"
        address = f"postgresql://quotes@127.0.0.1:{self.port}/postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f'CREATE SCHEMA "{name}"')
        address = f"postgresql+psycopg://quotes@127.0.0.1:{self.port}/postgres"
        return f"{address}?options=-csearch_path%3D{name}"


@contextmanager
def server(folder_of_binaries: Path, *, durable: bool = False) -> Iterator[Server]:
    """Start a server in a folder of its own, and stop it and remove the folder at the end.

    Tests kill no server, so that it need not wait for the disk; measurements want it ``durable``.
    """
    folder = Path(tempfile.mkdtemp(prefix="quotes-pg-"))
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    as_user = _unprivileged(folder)
    try:
        _run(
            as_user,
            [
                folder_of_binaries / "initdb",
                *["-U", "quotes", "-A", "trust", "-E", "UTF8", "--no-sync"],
                "-D",
                data,
            ],
        )
        options = (
            f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= "
            f"-c max_connections=50 -c shared_buffers=32MB"
        )
        if not durable:
            options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        control = folder_of_binaries / "pg_ctl"
        log = folder / "log"
        _run(as_user, [control, "-D", data, "-l", log, "-w", "-t", "60", "-o", options, "start"])
        try:
            yield Server(port)
        finally:
            _run(as_user, [control, "-D", data, "-m", "immediate", "-w", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> list[str]:
    """The server refuses to run as root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(folder, "postgres", "postgres")
    runuser = _runuser()
    assert runuser is not None
    return [runuser, "-u", "postgres", "--"]


def _runuser() -> str | None:
    """The program with which root starts a server; the path of not every shell has its folder."""
    return shutil.which("runuser", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin")


def _run(as_user: list[str], command: list[object]) -> None:
    words = [*as_user, *map(str, command)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed: {done.stdout}{done.stderr}")

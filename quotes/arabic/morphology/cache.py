"""Files that are built once into the user's cache folder, and never trusted unchecked.

A cache file is its payload followed by a footer with the payload's SHA-256. Its name carries a
fingerprint of what it was built from, so a stale file is simply never found, and it is removed
when the fresh one is built. It is written beside its place and moved there, under a lock, so
processes that start at the same time build it once and never see half of it.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Progress = Callable[[str, float], None]
"""Called while a cache is built: what is being built, and the fraction of it that is done."""

_LABEL = b"checksum "
# A build takes seconds; a process that holds the lock much longer hangs.
_PATIENCE = 120.0
_FOOTER_LENGTH = len(_LABEL) + 64 + 1


def cache_folder() -> Path:
    """The folder for cache files (not created): ``QUOTES_CACHE``, or this user's own."""
    if folder := os.environ.get("QUOTES_CACHE"):
        return Path(folder).expanduser()
    import platformdirs

    return platformdirs.user_cache_path("quotes", appauthor=False)


def fingerprint(*parts: bytes | str) -> str:
    """Sixteen hexadecimal digits that change when any of ``parts`` does."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:16]


def cached_payload(name: str, key: str, build: Callable[[], bytes]) -> bytes:
    """The payload of cache ``name`` built from what ``key`` is the fingerprint of.

    Where the cache folder cannot be written the payload is built anew each time.
    """
    path = cache_folder() / f"{name}-{key}"
    payload = read_checked(path)
    if payload is None:
        payload = _build_under_lock(path, name, build)
    return payload


def cached_value(name: str, key: str, build: Callable[[], Any]) -> Any:
    """The plain value that ``build`` gives, kept as Python keeps its own compiled code.

    ``name`` and ``key`` are as in :func:`cached_payload`.
    """
    return _loaded(cached_payload(name, _key_of_value(key), lambda: marshal.dumps(build())))


def kept_value(name: str, key: str) -> Any:
    """What :func:`cached_value` has kept; ``None``, and nothing is built, where it has not."""
    payload = read_checked(cache_folder() / f"{name}-{_key_of_value(key)}")
    return None if payload is None else _loaded(payload)


def _key_of_value(key: str) -> str:
    return fingerprint(key, f"marshal {marshal.version}")


def _loaded(payload: bytes) -> Any:
    # Ten thousands of values that all stay would set off the collection of garbage many times.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(payload)
    finally:
        if collecting:
            gc.enable()


def cached_path(name: str, key: str, build: Callable[[], bytes]) -> Path:
    """Like :func:`cached_payload`, for readers that need a file; the footer is its last line.

    Where the cache folder cannot be written the file lies in the system's temporary folder.
    """
    path = cache_folder() / f"{name}-{key}"
    if read_checked(path) is None:
        payload = _build_under_lock(path, name, build)
        if not path.exists():
            import tempfile

            path = Path(tempfile.mkdtemp(prefix="quotes-")) / path.name
            path.write_bytes(_with_footer(payload))
    return path


def read_checked(path: Path) -> bytes | None:
    """The payload of a cache file, or ``None`` where it is missing, damaged or half-written."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    payload = content[:-_FOOTER_LENGTH]
    return payload if content == _with_footer(payload) else None


def _with_footer(payload: bytes) -> bytes:
    return payload + _LABEL + hashlib.sha256(payload).hexdigest().encode() + b"\n"


def _build_under_lock(path: Path, name: str, build: Callable[[], bytes]) -> bytes:
    from filelock import FileLock

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.parent / f"{name}.lock")
        lock.acquire(timeout=_PATIENCE)
    except OSError:  # a time-out is one, too
        return build()
    try:
        payload = read_checked(path)
        if payload is None:
            payload = build()
            _replace(path, _with_footer(payload))
            _remove_stale(path, name)
        return payload
    finally:
        lock.release()


def _replace(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step; a full or read-only disk only costs the cache."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)


def _remove_stale(path: Path, name: str) -> None:
    for other in path.parent.glob(f"{name}-*"):
        if other != path:
            try:
                other.unlink()
            except OSError:
                continue

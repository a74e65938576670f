"""Killed at any moment, on a full disk, many at once: what was acknowledged is there.

``QUOTES_SOAK`` makes the runs as long as an acceptance wants them (seconds of concurrent reviewing
and number of kills); without it they are short, and still really kill and collide.
"""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from quotes.errors import DatabaseError
from store import ConflictError, Decision, open_store
from store.contract import Store
from store.tiny import storage as tiny_storage
from tests.store.conftest import new_location
from tests.store.samples import ARTICLE, article_quotes, many

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

SOAKING = bool(os.environ.get("QUOTES_SOAK"))
KILLS = 300 if SOAKING else 200
SECONDS = 30.0 if SOAKING else 2.0
FILE_ENGINES = ("tinydb", "sqlite")


def in_child(work: Callable[[], None]) -> int:
    """Run ``work`` in a forked process that ends without clean-up; its process id."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return child


def exit_status(child: int) -> int:
    """Wait for a process: its exit code, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def work_on(store: Store, ids: list[str], chance: random.Random) -> str:
    """One random piece of a reviewer's work; the token by which its event is known."""
    token = uuid.uuid4().hex
    action = chance.choice(("accept", "reject", "flag", "note"))
    quote = store.get(chance.choice(ids))
    decision = Decision(quote.id, action, quote.revision, note=token)  # type: ignore[arg-type]
    store.decide(decision, reviewer=f"reviewer-{os.getpid() % 7}")
    return token


def tokens(store: Store, limit: int | None = None) -> set[str | None]:
    return {event.note for event in store.events(limit=limit)}


# -- SIGKILL ------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("engine", FILE_ENGINES)
def test_what_was_acknowledged_survives_sigkill(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A short journal makes the replacement of the file as likely to be hit as the journal.
    monkeypatch.setattr(tiny_storage, "LONGEST_JOURNAL", 30_000)
    location = new_location(engine, tmp_path, request)
    with open_store(location) as store:
        store.add(ARTICLE, article_quotes())
        ids = store.find_ids()
    chance = random.Random(20240405)
    acknowledged = 0
    for kill in range(KILLS):
        reading, writing = os.pipe()

        def review(writing: int = writing, kill: int = kill) -> None:
            own = random.Random(kill)
            store = open_store(location)
            while True:
                if own.random() < 0.05:
                    store.add_many(many(1, 2, start=own.randrange(20)))
                os.write(writing, work_on(store, ids, own).encode() + b"\n")

        child = in_child(review)
        os.close(writing)
        first = os.read(reading, 33)
        time.sleep(chance.random() * 0.015)
        os.kill(child, signal.SIGKILL)
        assert exit_status(child) == -signal.SIGKILL
        with os.fdopen(reading, "rb") as pipe:
            told = (first + pipe.read()).split(b"\n")
        sure = {token.decode() for token in told[:-1]}
        assert sure
        acknowledged += len(sure)
        with open_store(location) as store:
            assert sure <= tokens(store, limit=len(sure) + 50)
            if kill % 40 == 39:
                assert store.check() == []
    with open_store(location) as store:
        assert acknowledged <= len(store.events())
        assert store.check() == []


class Stop(BaseException):
    """The machine stopped here."""


@contextmanager
def failing(step: int, fail: Callable[[], None]) -> Iterator[list[int]]:
    """Call ``fail`` at the ``step``-th call that touches the disk; yields the number of calls."""
    names = ("fsync", "replace", "link", "unlink", "write", "ftruncate", "open", "chmod")
    originals = {name: getattr(os, name) for name in names}
    calls = [0]

    def watched(name: str) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            calls[0] += 1
            if calls[0] == step:
                fail()
            return originals[name](*arguments, **options)

        return call

    for name in names:
        setattr(os, name, watched(name))
    try:
        yield calls
    finally:
        for name, original in originals.items():
            setattr(os, name, original)


def one_decision_and_close(path: Path, token: str) -> None:
    store = open_store(path)
    quote = store.find()[0]
    store.decide(Decision(quote.id, "note", note=token), reviewer="mona")
    store.close()


def test_a_stop_at_every_step_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    with open_store(path) as store:
        store.add(ARTICLE, article_quotes())
    steps = 0
    while True:
        steps += 1
        token = f"step {steps}"

        def stopped(step: int = steps, token: str = token) -> None:
            with failing(step, lambda: os._exit(9)):
                one_decision_and_close(path, token)

        status = exit_status(in_child(stopped))
        with open_store(path) as store:
            assert store.count() == 4
            notes = [event.note for event in store.events()]
            assert len(notes) == len(set(notes))
            assert store.check() == []
        if status == 0:
            assert token in notes
            break
        assert status == 9
    assert steps > 15
    assert not list(tmp_path.glob(".*.tmp"))


def test_an_error_of_the_disk_at_every_step_is_told_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "quotes.json"
    with open_store(path) as store:
        store.add(ARTICLE, article_quotes())

    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    refused = 0
    for step in range(1, 60):
        token = f"step {step}"
        with failing(step, full) as calls, suppress(DatabaseError):
            one_decision_and_close(path, token)
        with open_store(path) as store:
            written = token in tokens(store)
            refused += not written
            assert store.check() == []
            # The same store goes on once there is room again.
            store.decide(Decision(store.find()[0].id, "note", note=f"{token}!"), reviewer="omar")
            assert f"{token}!" in tokens(store)
        if calls[0] < step:
            assert written
            break
    assert refused > 3


# -- a full disk --------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a small file system needs root")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", place], capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"a small file system cannot be mounted: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def until_full(work: Callable[[int], object]) -> None:
    """Go on with ``work`` until the disk refuses, which has to be told in so many words."""
    for number in range(5000):
        try:
            work(number)
        except DatabaseError as error:
            assert "disk is full" in str(error) or "No space left" in str(error)  # noqa: PT017
            return
    raise AssertionError("the disk never filled")


@pytest.mark.parametrize("engine", FILE_ENGINES)
def test_a_full_disk_loses_nothing(
    engine: str, small_disk: Path, request: pytest.FixtureRequest
) -> None:
    location = new_location(engine, small_disk, request)
    store = open_store(location)
    store.add(ARTICLE, article_quotes())
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 200_000)
    ids = store.find_ids()
    chance = random.Random(1)
    sure: set[str] = set()
    until_full(lambda _: sure.add(work_on(store, ids, chance)))
    assert len(sure) > 5
    digest = store.digest()
    until_full(lambda batch: store.add_many(many(20, start=20 * batch)))
    assert store.check() == []
    store.close()
    with open_store(location) as again:
        assert sure <= tokens(again)
        assert again.digest() == digest or again.info().documents > 1
        ballast.unlink()
        token = work_on(again, ids, chance)
        assert token in tokens(again)
        assert again.check() == []


def test_a_limit_on_the_size_of_files_loses_nothing(tmp_path: Path) -> None:
    """What a user without root can try: RLIMIT_FSIZE in a child."""
    import resource

    path = tmp_path / "quotes.json"
    with open_store(path) as store:
        store.add(ARTICLE, article_quotes())
        ids = store.find_ids()
    report = tmp_path / "report"

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        store = open_store(path)
        chance = random.Random(2)
        sure = []
        try:
            for _ in range(5000):
                sure.append(work_on(store, ids, chance))
        except DatabaseError as error:
            report.write_text("\n".join([str(error), *sure]))

    assert exit_status(in_child(limited)) == 0
    message, *sure = report.read_text().splitlines()
    assert "could not be written" in message
    assert sure
    with open_store(path) as store:
        assert set(sure) <= tokens(store)
        assert store.check() == []


# -- many at once -------------------------------------------------------------------------------


def review_for(location: str, seconds: float, number: int, told: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    """One reviewer: reads, decides, meets conflicts, undoes; never sees another error."""
    chance = random.Random(number)
    name = f"reviewer-{number}"
    sure: list[str] = []
    conflicts = 0
    try:
        with open_store(location) as store:
            ids = store.find_ids()
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                token = uuid.uuid4().hex
                quote = store.get(chance.choice(ids))
                action = chance.choice(("accept", "reject", "flag"))
                try:
                    store.decide(
                        Decision(quote.id, action, quote.revision, note=token),  # type: ignore[arg-type]
                        reviewer=name,
                    )
                    sure.append(token)
                except ConflictError as conflict:
                    conflicts += conflict.current.revision > quote.revision
                if chance.random() < 0.1:
                    store.undo(reviewer=name)
                if number == 0 and chance.random() < 0.05:
                    store.add_many(many(1, start=chance.randrange(10)))
                time.sleep(chance.random() * 0.01)
        told.put((sure, conflicts, None))
    except BaseException as error:
        told.put((sure, conflicts, repr(error)))


def open_and_add(location: str, number: int, told: multiprocessing.Queue) -> None:  # type: ignore[type-arg]
    try:
        with open_store(location) as store:
            store.add_many(many(1, start=number))
        told.put(None)
    except BaseException as error:
        told.put(repr(error))


def test_several_may_make_the_database_at_the_same_moment(location: str) -> None:
    context = multiprocessing.get_context("fork")
    for _ in range(3):
        told = context.Queue()
        openers = [
            context.Process(target=open_and_add, args=(location, number, told))
            for number in range(6)
        ]
        for opener in openers:
            opener.start()
        errors = [told.get(timeout=60) for _ in openers]
        for opener in openers:
            opener.join()
        assert errors == [None] * 6
    with open_store(location) as store:
        assert store.info().documents == 6
        assert store.check() == []


@pytest.mark.slow
def test_four_reviewers_at_once_lose_nothing(location: str) -> None:
    with open_store(location) as store:
        store.add_many(many(10))
    context = multiprocessing.get_context("spawn")
    told = context.Queue()
    reviewers = [
        context.Process(target=review_for, args=(location, SECONDS, number, told))
        for number in range(4)
    ]
    for reviewer in reviewers:
        reviewer.start()
    results = [told.get(timeout=SECONDS + 60) for _ in reviewers]
    for reviewer in reviewers:
        reviewer.join()
    assert [error for _, _, error in results] == [None] * 4
    with open_store(location) as store:
        known = tokens(store)
        for sure, _, _ in results:
            assert sure
            assert set(sure) <= known
        for quote in store.find():
            sequence = [event.sequence for event in store.history(quote.id)]
            assert sequence == list(range(1, len(sequence) + 1))
        numbers = [event.number for event in store.events()]
        assert len(numbers) == len(set(numbers))
        assert store.check() == []

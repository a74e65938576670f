"""How worker processes end that nobody waits for any more."""

from __future__ import annotations

import multiprocessing
import signal
import time

import pytest

from quotes.cli import processes


def test_a_worker_may_finish_and_is_killed_only_if_it_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "_GRACE_SECONDS", 3.0)
    context = multiprocessing.get_context("spawn")
    quick = context.Process(target=time.sleep, args=(0.1,))
    slow = context.Process(target=time.sleep, args=(600,))
    for process in (quick, slow):
        process.start()
    processes._end({quick, slow})
    for process in (quick, slow):
        process.join(10)
    assert quick.exitcode == 0
    assert slow.exitcode == -signal.SIGKILL

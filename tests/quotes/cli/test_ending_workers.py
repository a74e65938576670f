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
    context = multiprocessing.get_context("spawn")
    quick = context.Process(target=time.sleep, args=(0.1,))
    slow = context.Process(target=time.sleep, args=(600,))
    quick.start()
    slow.start()
    monkeypatch.setattr(processes, "_GRACE_SECONDS", 60.0)
    processes._end({quick})
    monkeypatch.setattr(processes, "_GRACE_SECONDS", 0.5)
    processes._end({slow})
    slow.join(10)
    assert quick.exitcode == 0
    assert slow.exitcode == -signal.SIGKILL

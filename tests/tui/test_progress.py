"""Pace and preferences: small things that are remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.preferences import LIGHT, Preferences
from tui.session.progress import PAUSE_SECONDS, Progress


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_pace_leaves_pauses_out() -> None:
    clock = Clock()
    progress = Progress(clock)
    for _ in range(10):
        clock.now += 6
        progress.count()
    assert progress.per_hour == 600
    clock.now += 3600
    progress.count()
    assert progress.per_hour == round(11 * 3600 / (60 + PAUSE_SECONDS))
    assert progress.minutes_left(0) == 1


def test_there_is_no_pace_before_there_is_something_to_judge_by() -> None:
    progress = Progress(Clock())
    progress.count()
    assert progress.per_hour is None
    assert progress.minutes_left(10) is None


def test_undoing_takes_from_what_is_done() -> None:
    progress = Progress(Clock())
    progress.count()
    progress.count(-1)
    progress.count(-1)
    assert progress.done == 0


def test_preferences_survive(tmp_path: Path) -> None:
    path = tmp_path / "state" / "review.json"
    Preferences(theme=LIGHT, language="ar", decisions=7).save(path)
    assert Preferences.load(path) == Preferences(theme=LIGHT, language="ar", decisions=7)


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"theme": "pink", "decisions": "many", "layout": 3, "x": 1}']
)
def test_what_cannot_be_read_counts_as_absent(tmp_path: Path, content: str) -> None:
    path = tmp_path / "review.json"
    path.write_text(content, encoding="utf-8")
    assert Preferences.load(path) == Preferences()

"""A database of hand-made quotes, and the app on it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import Store, open_store
from tests.tui.material import SCHOOL_QUOTES, SCHOOLS, WATER, WATER_QUOTES
from tui.app import ReviewApp
from tui.arabic import PaintMode
from tui.environment import Environment
from tui.language import Texts
from tui.painting import Painter
from tui.preferences import Preferences
from tui.session import views
from tui.session.session import ReviewSession

AppMaker = Callable[..., ReviewApp]


@pytest.fixture(autouse=True)
def hangups_reach_programs() -> Iterator[None]:
    """Under nohup a hang-up is ignored, and programs that tests start would inherit that.

    A handler is not inherited, and spares the tests themselves.
    """
    if os.name != "posix" or signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGHUP, lambda *_: None)
    yield
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


@pytest.fixture
def location(tmp_path: Path) -> Path:
    return tmp_path / "quotes.json"


@pytest.fixture
def store(location: Path) -> Iterator[Store]:
    with open_store(location) as opened:
        opened.add_many([(WATER, WATER_QUOTES), (SCHOOLS, SCHOOL_QUOTES)])
        yield opened


@pytest.fixture
def session(store: Store) -> ReviewSession:
    return open_session(store, "huda")


@pytest.fixture
def make_app(store: Store, tmp_path: Path) -> AppMaker:
    """Makes an app on the database: ``make_app(reviewer="huda", language="en", ...)``."""

    def make(
        reviewer: str = "huda",
        language: str = "en",
        mode: PaintMode = PaintMode.APP,
        blind: bool = False,
        keymap: dict[str, str] | None = None,
        preferences: Preferences | None = None,
    ) -> ReviewApp:
        texts = Texts(language)
        environment = Environment(Painter(mode, texts.rtl), texts, keymap or {})
        return ReviewApp(
            open_session(store, reviewer, blind=blind),
            environment,
            preferences or Preferences(decisions=100),
            preferences_path=tmp_path / "state" / "review.json",
        )

    return make


def open_session(store: Store, reviewer: str, *, blind: bool = False) -> ReviewSession:
    """A session as the command opens it: where the reviewer stopped."""
    session = ReviewSession(store, reviewer, blind=blind, clock=lambda: 0.0)
    session.show(*views.stopped_at(store, reviewer))
    return session

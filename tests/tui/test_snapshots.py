"""Each main screen in both languages, small and large, as it was when somebody last looked at it.

After a change that is meant, look at the report and run ``pytest tests/tui/test_snapshots.py
--snapshot-update``.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
import textual

from store import Decision, Store
from tests.tui.conftest import AppMaker
from tests.tui.material import BY_DOUBT, SCHOOL_QUOTES
from tui.app import ReviewApp

TAKEN_WITH = "8.2.8"
pytestmark = pytest.mark.skipif(
    textual.__version__ != TAKEN_WITH,
    reason=f"the pictures were taken with Textual {TAKEN_WITH}, which paints its own way",
)

SnapCompare = Callable[..., bool]

SCREENS = {
    "review": [*"jjj"],
    "reasons": ["r"],
    "speaker": ["j", "e", "ن"],
    "spans": ["j", "j", "j", "w", "left"],
    "help": ["question_mark"],
    "disagreements": ["d"],
}


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No animation and the colours of a full terminal, whatever the environment says."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80x24", "140x45"])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_screen(
    snap_compare: SnapCompare,
    make_app: AppMaker,
    store: Store,
    screen: str,
    language: str,
    size: tuple[int, int],
) -> None:
    store.decide(Decision(BY_DOUBT[0], "flag"), reviewer="huda")
    if screen == "disagreements":
        for reviewer, action in (("huda", "reject"), ("samir", "accept")):
            decision = Decision(SCHOOL_QUOTES[1].id, action, note="not_a_quote")  # type: ignore[arg-type]
            store.decide(decision, reviewer=reviewer)
    app: ReviewApp = make_app(language=language)
    assert snap_compare(app, press=SCREENS[screen], terminal_size=size)


def test_the_light_theme(snap_compare: SnapCompare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(language="ar"), press=["j", "j", "j", "f3"])

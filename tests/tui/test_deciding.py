"""Every key that decides, pressed in the running app; what it did is read from the database."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quotes.model import Span
from store import Decision, Store, open_store
from tests.tui.conftest import AppMaker
from tests.tui.driving import current, details, press, said, top, type_text
from tests.tui.material import BY_DOUBT, SCHOOL_QUOTES, WATER_QUOTES
from tui.screens.dialogs import Choose, Reader
from tui.screens.typing import Ask
from tui.widgets.line_input import LineInput


@pytest.mark.parametrize(
    ("key", "status"),
    [("a", "accepted"), ("ش", "accepted"), ("x", "rejected"), ("ء", "rejected")],
)
async def test_one_key_settles_and_shows_the_next(
    make_app: AppMaker, location: Path, key: str, status: str
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, key)
        with open_store(location) as other:
            assert other.get(BY_DOUBT[0]).status == status
        assert current(app) == BY_DOUBT[1]
        assert "left 8" in top(app)


async def test_a_reason_from_the_list(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "r")
        assert isinstance(app.screen, Choose)
        await press(pilot, "2")
        assert store.history(BY_DOUBT[0])[-1].note == "wrong_speaker"
        await press(pilot, "r", "j", "j", "enter")
        assert store.history(BY_DOUBT[1])[-1].note == "wrong_span"
        await press(pilot, "r", "escape")
        assert store.get(BY_DOUBT[2]).status == "pending"


async def test_a_reason_of_ones_own(make_app: AppMaker, store: Store) -> None:
    app = make_app(language="ar")
    async with app.run_test() as pilot:
        await press(pilot, "r", "5")
        assert isinstance(app.screen, Ask)
        await type_text(pilot, "نقل قديم")
        await press(pilot, "enter")
        assert store.history(BY_DOUBT[0])[-1].note == "نقل قديم"


@pytest.mark.parametrize("key", ["t", "2", "ف", "٢"])
async def test_the_runner_up_is_one_key_away(make_app: AppMaker, store: Store, key: str) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.session.queue.go_to(SCHOOL_QUOTES[2].id)
        await press(pilot, key)
        speaker = store.get(SCHOOL_QUOTES[2].id).quote.speaker
        assert speaker is not None
        assert speaker.name == "وزارة التعليم"


async def test_where_there_is_no_runner_up(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "t")
        assert "no second candidate" in said(app)
        assert store.counts()["pending"] == 9


@pytest.mark.parametrize("key", ["s", "space", "س"])
async def test_skipping_leaves_it_open(make_app: AppMaker, store: Store, key: str) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, key)
        assert current(app) == BY_DOUBT[1]
        assert store.get(BY_DOUBT[0]).status == "pending"
        assert store.history(BY_DOUBT[0])[-1].action == "skip"


async def test_a_flag_is_raised_and_lowered(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "f")
        assert store.get(BY_DOUBT[0]).flagged_by == ("huda",)
        assert current(app) == BY_DOUBT[0]
        await press(pilot, "f")
        assert store.get(BY_DOUBT[0]).flagged_by == ()


async def test_notes_from_the_list_and_typed(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "n", "1", "n", "5")
        await type_text(pilot, "see page 3")
        await press(pilot, "backspace", "4", "enter")
        notes = [event.note for event in store.history(BY_DOUBT[0])]
        assert notes == ["Check the source", "see page 4"]


async def test_undo_and_redo_go_through_documents(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "a", "x", "a", "a")
        assert store.counts() == {"pending": 5, "accepted": 3, "rejected": 1, "fixed": 0}
        await press(pilot, "u", "ع", "ctrl+z", "backspace")
        assert store.counts()["pending"] == 9
        assert current(app) == BY_DOUBT[0]
        await press(pilot, "u")
        assert "nothing to undo" in said(app)
        await press(pilot, "y", "غ", "ctrl+y", "y")
        assert store.counts() == {"pending": 5, "accepted": 3, "rejected": 1, "fixed": 0}
        assert current(app) == BY_DOUBT[4]
        await press(pilot, "y")
        assert "nothing to redo" in said(app)


async def test_undo_works_in_the_next_sitting(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "a", "a", "q")
    again = make_app()
    async with again.run_test() as pilot:
        await press(pilot, "u", "u")
        assert store.counts()["pending"] == 9


async def test_the_last_decision_again(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "full_stop")
        assert "nothing has been decided" in said(app)
        await press(pilot, "r", "1", "full_stop", "ز")
        assert [store.history(quote)[-1].note for quote in BY_DOUBT[:3]] == ["not_a_quote"] * 3


async def test_all_of_a_speaker_after_a_look_at_them(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        app.session.queue.go_to(WATER_QUOTES[0].id)
        await press(pilot, "A")
        assert isinstance(app.screen, Reader)
        assert WATER_QUOTES[0].text in app.screen.text
        assert WATER_QUOTES[1].text in app.screen.text
        await press(pilot, "escape")
        assert store.counts()["accepted"] == 0
        await press(pilot, "A", "enter")
        assert store.counts()["accepted"] == 2
        await press(pilot, "u")
        assert store.counts()["accepted"] == 0


async def test_no_unsure_quote_is_accepted_in_bulk(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "A")
        assert "No other confident quotes" in said(app)


async def test_somebody_else_was_faster(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        store.decide(Decision(BY_DOUBT[0], "reject"), reviewer="samir")
        await press(pilot, "a")
        assert "changed by someone else" in said(app)
        assert store.get(BY_DOUBT[0]).status == "rejected"
        assert "rejected" in details(app)


async def test_the_end_of_the_queue(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, *["a"] * 9)
        assert store.counts()["pending"] == 0
        assert "Nothing is left" in said(app)


async def test_an_empty_database_says_so(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "slash")
        await type_text(pilot, "nowhere")
        await press(pilot, "enter")
        assert "No quote matches" in details(app)
        await press(pilot, "a", "x", "r", "e", "w", "v", "m", "l", "i", "A", "t", "h", "plus", "u")
        assert app.session.store.counts()["pending"] == 9


async def test_typed_text_is_never_a_command(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "n", "5")
        await type_text(pilot, "axuq")
        assert app.screen.query_one(LineInput).text == "axuq"
        await press(pilot, "escape")
        assert store.counts()["pending"] == 9
        assert store.history(BY_DOUBT[0]) == []


async def test_a_message_ends_in_one_ellipsis(make_app: AppMaker, store: Store) -> None:
    """Words in two pieces have one of their own, which may stand where they are cut."""
    app = make_app()
    async with app.run_test() as pilot:
        stored = app.session.current
        assert stored is not None
        text = app.session.document(stored).text
        first, second = Span(0, 38, text[:38]), Span(45, 50, text[45:50])
        app.session.fix(replace(stored.reading, content=(first, second)))
        await press(pilot, "f")
        assert "…" in said(app)
        assert "……" not in said(app).replace(" ", "")

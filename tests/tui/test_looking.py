"""Keys that choose what is on the screen, the second reading, and settling disagreements."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.strip import Strip
from textual.widget import Widget

from store import Decision, Store, open_store
from tests.tui.conftest import AppMaker
from tests.tui.driving import current, details, press, said, top, type_text
from tests.tui.material import BY_DOUBT, SCHOOL_QUOTES, SCHOOLS, UNION, WATER_QUOTES
from tui import keys
from tui.app import ReviewApp
from tui.arabic import PaintMode
from tui.preferences import LIGHT, Preferences
from tui.screens.adjudication import AdjudicationScreen
from tui.screens.dialogs import Reader
from tui.session import views
from tui.widgets.article import Article
from tui.widgets.painted import PaintedText
from tui.widgets.rows import Rows


async def test_going_through_the_queue(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "j", "down", "ت")
        assert current(app) == BY_DOUBT[3]
        await press(pilot, "k", "up", "ن", "k")
        assert current(app) == BY_DOUBT[0]
        await press(pilot, "end")
        assert current(app) == BY_DOUBT[-1]
        await press(pilot, "j", "home")
        assert current(app) == BY_DOUBT[0]


async def test_the_quote_in_view_is_on_the_screen(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in BY_DOUBT:
            article = app.screen.query_one(Article)
            stored = app.session.current
            assert stored is not None
            y = article.cell_of(stored.quote.content[0].start)[1]
            assert 0 <= y < article.size.height
            await press(pilot, "j")


async def test_a_click_on_a_row_and_on_another_quote(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.click(Rows, offset=(40, 1))
        await pilot.pause()
        assert current(app) == BY_DOUBT[1]
        app.session.queue.go_to(SCHOOL_QUOTES[3].id)
        await press(pilot, "home")
        article = app.screen.query_one(Article)
        await pilot.click(article, offset=article.cell_of(SCHOOLS.text.index("نرحب")))
        await pilot.pause()
        assert current(app) == SCHOOL_QUOTES[1].id


async def test_a_theme_that_is_changed_is_the_theme_one_begins_with(make_app: AppMaker) -> None:
    def strips(app: ReviewApp) -> list[Strip]:
        widgets = [*app.screen.query(PaintedText), *app.screen.query(Article)]
        return [widget.render_line(y) for widget in widgets for y in range(widget.size.height)]

    begun = make_app(preferences=Preferences(theme=LIGHT, decisions=100))
    async with begun.run_test() as pilot:
        await pilot.pause()
        expected = strips(begun)
    changed = make_app()
    async with changed.run_test() as pilot:
        await press(pilot, "f3")
        assert strips(changed) == expected


async def test_what_is_made_ready_is_what_is_shown(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(140, 12)) as pilot:
        for _ in BY_DOUBT[1:]:
            await pilot.pause(0.1)  # the next one is made ready meanwhile
            await press(pilot, "a")
            for widget in (app.screen.query_one(Article), app.screen.query_one(Rows)):
                ready = [widget.render_line(y) for y in range(widget.size.height)]
                widget.notify_style_update()  # forgets what was made ready
                assert [widget.render_line(y) for y in range(widget.size.height)] == ready


async def test_search_in_folded_arabic_keeps_the_filter(make_app: AppMaker) -> None:
    app = make_app(language="ar")
    async with app.run_test() as pilot:
        await press(pilot, "ظ")
        await type_text(pilot, "قريه")
        await press(pilot, "enter")
        assert app.session.queue.view.where == "status:pending قريه"
        assert len(app.session.queue) == 0
        await press(pilot, "slash", "ctrl+u")
        await type_text(pilot, "الاجور")
        await press(pilot, "enter")
        assert app.session.queue.ids == [SCHOOL_QUOTES[1].id]
        await press(pilot, "slash", "ctrl+u", "enter")
        assert len(app.session.queue) == 9


async def test_a_filter_and_what_is_wrong_with_one(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "c", "ctrl+u")
        await type_text(pilot, "kind:direct")
        await press(pilot, "enter")
        assert set(app.session.queue.ids) == {WATER_QUOTES[1].id, SCHOOL_QUOTES[1].id}
        await press(pilot, "c", "ctrl+u")
        await type_text(pilot, "knid:direct")
        await press(pilot, "enter")
        assert "did you mean kind" in said(app)
        assert len(app.session.queue) == 2


async def test_another_order_keeps_the_quote_in_view(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "j", "o", "1")
        assert current(app) == BY_DOUBT[1]
        assert app.session.queue.ids[0] == WATER_QUOTES[0].id


async def test_views_are_opened_saved_and_forgotten(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "g", "4")
        assert app.session.queue.ids == [SCHOOL_QUOTES[3].id]
        await press(pilot, "g", "9")
        await type_text(pilot, "mine")
        await press(pilot, "enter")
        assert [view.name for view in views.saved(store, "huda")] == ["mine"]
        await press(pilot, "g", "8", "g", "9")
        assert app.session.queue.ids == [SCHOOL_QUOTES[3].id]
        assert "mine" in top(app) or "without a speaker" in top(app)
        await press(pilot, "g", "end", *["down"] * 10, "enter")
        assert views.saved(store, "huda") == []


@pytest.mark.parametrize("way_out", ["q", "ض", "ctrl+q", "ctrl+c"])
async def test_one_goes_on_where_one_stopped(make_app: AppMaker, way_out: str) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "o", "1", "j", "a", "j", way_out)
    place = current(app)
    again = make_app()
    async with again.run_test() as pilot:
        assert current(again) == place
        assert again.session.queue.view.order == "document"


async def test_one_goes_on_after_a_crash(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "a", "s", "a")
    again = make_app()
    async with again.run_test():
        assert current(again) == BY_DOUBT[3]


async def test_history_and_progress(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "r", "1", "k", "h")
        assert isinstance(app.screen, Reader)
        assert "huda" in app.screen.text
        assert "not a quote" in app.screen.text
        await press(pilot, "escape", "p")
        assert isinstance(app.screen, Reader)
        assert "done 1, left in this view 8" in app.screen.text


async def test_the_palette_finds_actions_by_their_words(make_app: AppMaker, store: Store) -> None:
    app = make_app(language="ar")
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+p")
        await type_text(pilot, "قبول")
        await press(pilot, "enter")
        await pilot.pause()
        assert store.get(BY_DOUBT[0]).status == "accepted"


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_help_shows_every_binding(make_app: AppMaker, language: str) -> None:
    app = make_app(language=language, keymap={"review.accept": "z,ئ"})
    async with app.run_test() as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Reader)
        lines = app.screen.text.splitlines()
        for action, names in keys.effective(app.environment.keymap, "review"):
            words = app.environment.texts(f"action.{action.name}")
            assert f"{keys.shown(names)}   {words}" in lines
        await press(pilot, "escape", "z")
        assert app.session.progress.done == 1
        await press(pilot, "a")
        assert app.session.progress.done == 1, "a remapped key does nothing else"


async def test_every_paint_mode_shows_the_quote(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        seen = []
        for _ in PaintMode:
            seen.append(app.environment.painter.mode)
            assert WATER_QUOTES or app.screen.query_one(Article).text
            await press(pilot, "f2")
        assert seen == list(PaintMode)
        assert current(app) == BY_DOUBT[0]


async def test_theme_language_and_layout_are_remembered(make_app: AppMaker, tmp_path: Path) -> None:
    app = make_app(language="en")
    async with app.run_test(size=(140, 45)) as pilot:
        assert app.screen.has_class("beside")
        await press(pilot, "f3", "f4", "f5")
        assert app.environment.texts.language == "ar"
        assert not app.screen.has_class("beside")
        assert app.theme == LIGHT
    kept = Preferences.load(tmp_path / "state" / "review.json")
    assert (kept.theme, kept.language, kept.layout) == (LIGHT, "ar", "stacked")


async def test_the_queue_moves_when_the_window_grows(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert not app.screen.has_class("beside")
        await pilot.resize_terminal(140, 45)
        await pilot.pause()
        assert app.screen.has_class("beside")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert app.screen.query_one(Article).size.height >= 1
        await pilot.resize_terminal(10, 4)
        await press(pilot, "question_mark", "escape", "w", "escape", "a")
        assert app.session.progress.done == 1, "even where nothing can be read"


async def test_nothing_stands_beside_arabic_that_the_terminal_turns(make_app: AppMaker) -> None:
    app = make_app(mode=PaintMode.TERMINAL)
    async with app.run_test(size=(140, 45)) as pilot:
        assert not app.screen.has_class("beside")
        await press(pilot, "h")
        dialog = app.screen.query_one(".dialog", Widget)
        assert dialog.size.width == 140


async def test_what_somebody_else_wrote_is_shown(make_app: AppMaker, location: Path) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        with open_store(location) as other:
            other.decide(Decision(BY_DOUBT[0], "reject"), reviewer="samir")
        for _ in range(80):
            await pilot.pause(0.05)
            if "rejected" in details(app):
                return
    pytest.fail("the other reviewer's decision was never shown")


async def test_quotes_that_are_extracted_no_more_leave_the_queue(
    make_app: AppMaker, location: Path
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        with open_store(location) as other:
            other.add(SCHOOLS, SCHOOL_QUOTES[:1])
        await press(pilot, "home", "a")
        assert len(app.session.queue) == 6, "the first one was among them"
        assert app.session.progress.done == 0
        await press(pilot, "end", "a", "home", "x")
        assert app.session.progress.done == 2


async def test_the_hint_goes_away(make_app: AppMaker) -> None:
    beginner = Preferences()
    app = make_app(preferences=beginner)
    async with app.run_test() as pilot:
        assert "saved at once" in said(app)
        await press(pilot, "a", "a", "a", "a", "a", "q")
    assert beginner.decisions == 5
    again = make_app(preferences=beginner)
    async with again.run_test():
        assert said(again) == ""


async def test_a_second_reader_does_not_see_the_first_decision(
    make_app: AppMaker, store: Store
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "r", "1", "e")
        await type_text(pilot, "نقاب")
        await press(pilot, "enter")
    second = make_app(reviewer="samir", blind=True)
    async with second.run_test() as pilot:
        assert len(second.session.queue) == 2
        assert "SECOND READING" in top(second)
        await press(pilot, "home")
        assert "pending" in details(second)
        assert "rejected" not in details(second)
        assert "huda" not in details(second)
        await press(pilot, "h")
        assert isinstance(second.screen, Reader)
        assert "huda" not in second.screen.text
        await press(pilot, "escape", "d")
        assert "stay hidden" in said(second)
        await press(pilot, "a")
    assert store.count("is:disputed") == 1


async def dispute(make_app: AppMaker) -> None:
    """Let two readers disagree about the least certain quote."""
    for reviewer, blind, key in (("huda", False, "x"), ("samir", True, "a")):
        app = make_app(reviewer=reviewer, blind=blind)
        async with app.run_test() as pilot:
            await press(pilot, key)


async def test_disagreements_are_shown_and_settled(make_app: AppMaker, store: Store) -> None:
    await dispute(make_app)
    app = make_app(reviewer="editor")
    async with app.run_test() as pilot:
        await press(pilot, "d")
        assert isinstance(app.screen, AdjudicationScreen)
        sides = app.screen.query_one("#sides", PaintedText).text
        assert "huda" in sides
        assert "samir" in sides
        assert "1 open of 1" in top(app)
        await press(pilot, "2")
        stored = store.get(BY_DOUBT[0])
        assert (stored.status, stored.disputed) == ("accepted", False)
        await press(pilot, "u")
        assert store.get(BY_DOUBT[0]).disputed
        await press(pilot, "x")
        assert store.get(BY_DOUBT[0]).status == "rejected"
        await press(pilot, "u", "e")
        await type_text(pilot, "نقاب")
        await press(pilot, "enter")
        speaker = store.get(BY_DOUBT[0]).quote.speaker
        assert speaker is not None
        assert speaker.name == UNION.name
        await press(pilot, "u", "w", "right", "enter")
        assert store.get(BY_DOUBT[0]).quote.text == "وجود"
        await press(pilot, "question_mark", "escape", "escape")
        assert current(app) is not None


async def test_where_there_is_nothing_to_settle(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "d", "1", "2", "x", "w", "e", "j")
        assert "agree on every quote" in app.screen.query_one("#sides", PaintedText).text
        await press(pilot, "escape")
        assert store.counts()["pending"] == 9

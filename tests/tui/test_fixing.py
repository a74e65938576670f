"""Every key that mends a quote, pressed in the running app."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from store import Store
from tests.tui.conftest import AppMaker
from tests.tui.driving import current, details, press, said, type_text
from tests.tui.material import (
    BY_DOUBT,
    MINISTRY,
    SCHOOL_QUOTES,
    SCHOOLS,
    UNION,
    WATER,
    WATER_QUOTES,
    WHO,
)
from tui.app import ReviewApp
from tui.screens.dialogs import Choose, Reader
from tui.screens.marking import MarkingScreen
from tui.screens.typing import Ask, Pick
from tui.widgets.article import Article
from tui.widgets.rows import Rows

DENIAL, UNION_SPEAKS = SCHOOL_QUOTES[3], SCHOOL_QUOTES[1]


def speaker_of(store: Store, quote_id: str) -> str | None:
    speaker = store.get(quote_id).quote.speaker
    return speaker.name if speaker else None


async def go(pilot: Pilot[None], app: ReviewApp, quote_id: str) -> None:
    """Bring a quote into view, as a click on its row does."""
    app.session.queue.go_to(quote_id)
    await press(pilot, "end", "home")
    while current(app) != quote_id:
        await press(pilot, "j")


async def test_a_speaker_of_the_document_by_the_beginning_of_his_name(
    make_app: AppMaker, store: Store
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "e")
        assert isinstance(app.screen, Pick)
        await type_text(pilot, "وزا")
        await press(pilot, "enter")
        assert speaker_of(store, DENIAL.id) == MINISTRY.name
        assert store.get(DENIAL.id).status == "fixed"
        assert current(app) == BY_DOUBT[1]


async def test_a_speaker_of_another_document_by_an_alias(make_app: AppMaker, store: Store) -> None:
    app = make_app(language="ar")
    async with app.run_test() as pilot:
        await press(pilot, "ث")
        await type_text(pilot, "منظم")
        await press(pilot, "enter")
        assert speaker_of(store, DENIAL.id) == WHO.name
        entity = store.speaker(WHO.name)
        assert store.get(DENIAL.id).entity == entity.id


async def test_the_list_is_gone_through_with_the_arrows(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "e", "down")
        assert app.screen.query_one(Rows).cursor == 1
        await press(pilot, "up", "down", "enter")
        assert speaker_of(store, DENIAL.id) == MINISTRY.name


async def test_a_new_speaker_is_typed_and_said_to_be_what(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "e")
        await type_text(pilot, "مجلس الآباء")
        await press(pilot, "enter")
        assert isinstance(app.screen, Choose)
        await press(pilot, "2")
        assert speaker_of(store, DENIAL.id) == "مجلس الآباء"
        assert store.speaker("مجلس الآباء").kind == "organisation"


async def test_that_nobody_is_named(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, UNION_SPEAKS.id)
        await press(pilot, "e", "up", *["down"] * 9, "enter")
        assert speaker_of(store, UNION_SPEAKS.id) is None


async def test_leaving_the_list_changes_nothing(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "e", "و", "escape")
        assert store.counts()["pending"] == 9
        assert current(app) == DENIAL.id


async def test_spans_by_word_from_either_end(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "w")
        assert isinstance(app.screen, MarkingScreen)
        await press(pilot, "right", "enter")
        assert store.get(DENIAL.id).quote.text == "وجود"
        await press(pilot, "u", "w", "shift+left", "enter")
        assert store.get(DENIAL.id).quote.text == "نقص"
        await press(pilot, "u", "w", "shift+right", "left", "a")
        assert store.get(DENIAL.id).quote.text == "الوزارة وجود نقص."


async def test_spans_by_sentence_and_on_an_arabic_keyboard(
    make_app: AppMaker, store: Store
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, UNION_SPEAKS.id)
        await press(pilot, "w", "x", "enter")
        assert store.get(UNION_SPEAKS.id).quote.text == "نرحب بالقرار، لكننا نطالب بزيادة الأجور"
        await press(pilot, "u", "ص", "ر", "ش")
        assert store.get(UNION_SPEAKS.id).quote.text == "ولن نقبل وعوداً جديدة"


async def test_cue_and_mention_are_parts_of_their_own(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "w", "tab", "left", "tab", "left", "enter")
        quote = store.get(DENIAL.id).quote
        assert quote.cue.text == "ونفت الوزارة"
        assert quote.mention is not None
        await press(pilot, "u", "w", "tab", "tab", "left", "delete", "enter")
        assert store.get(DENIAL.id).quote.mention is None


async def test_what_a_quote_needs_stays(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "w", "d")
        assert "needs this part" in said(app)
        await press(pilot, "right", "right", "right")
        assert "cannot go further" in said(app)
        await press(pilot, "escape")
        assert store.get(DENIAL.id).status == "pending"


async def test_content_in_two_pieces(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, WATER_QUOTES[0].id)
        await press(pilot, "w", "n", "enter")
        assert len(store.get(WATER_QUOTES[0].id).quote.content) == 2


async def test_spans_with_the_mouse(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "w")
        article = app.screen.query_one(Article)
        start = SCHOOLS.text.index("وحذرت")
        end = SCHOOLS.text.index("من نقص")
        await drag(pilot, article, start, end)
        await press(pilot, "enter")
        assert store.get(DENIAL.id).quote.text == "وحذرت النقابة من"


async def test_kind_and_form(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "i", "4")
        quote = store.get(DENIAL.id).quote
        assert (quote.kind, quote.form) == ("indirect", "nominal")
        await press(pilot, "i", "enter")
        assert store.get(BY_DOUBT[1]).status == "accepted", "the same kind is an acceptance"


async def test_split(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, UNION_SPEAKS.id)
        await press(pilot, "v", "enter")
        texts = [quote.quote.text for quote in store.quotes_of_document(SCHOOLS.sha256)]
        assert "نرحب بالقرار، لكننا نطالب بزيادة الأجور" in texts
        assert "ولن نقبل وعوداً جديدة" in texts
        await press(pilot, "j")
        assert "ولن نقبل" in ((app.session.current and app.session.current.quote.text) or "")
        await press(pilot, "u")
        assert store.get(UNION_SPEAKS.id).quote.text == UNION_SPEAKS.text


async def test_join_after_a_look(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, WATER_QUOTES[0].id)
        await press(pilot, "m")
        assert isinstance(app.screen, Reader)
        assert WATER_QUOTES[1].text in app.screen.text
        await press(pilot, "enter")
        assert len(store.get(WATER_QUOTES[0].id).quote.content) == 2
        assert store.get(WATER_QUOTES[1].id).status == "rejected"
        await press(pilot, "u")
        assert store.counts()["pending"] == 9


async def test_nothing_follows_the_last_quote(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "m")
        assert "No quote follows" in said(app)


async def test_a_missed_quote_from_the_next_sentence(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, WATER_QUOTES[4].id)
        await press(pilot, "plus")
        assert isinstance(app.screen, MarkingScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, Pick)
        await type_text(pilot, "رئيس")
        await press(pilot, "enter")
        (added,) = store.find("is:missed")
        assert added.quote.text == "ولم يعلّق المجلس على ذلك"
        assert added.quote.cue.text == "المطر"  # a word to begin with, not the full stop
        assert added.quote.speaker is not None
        await press(pilot, "u")
        assert store.count("is:missed") == 0


async def test_a_missed_quote_from_a_selection(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        article = app.screen.query_one(Article)
        await drag(pilot, article, SCHOOLS.text.index("الدراسة"), SCHOOLS.text.index("في موعدها"))
        assert "Words marked" in said(app)
        await press(pilot, "insert", "enter", "enter")
        (added,) = store.find("is:missed")
        assert added.quote.text == "الدراسة تبدأ في"


async def test_the_canonical_name_and_the_role(make_app: AppMaker, store: Store) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await go(pilot, app, UNION_SPEAKS.id)
        await press(pilot, "l")
        assert isinstance(app.screen, Ask)
        await press(pilot, "ctrl+u")
        await type_text(pilot, "نقابة معلمي القرى")
        await press(pilot, "enter")
        await type_text(pilot, "نقابة")
        await press(pilot, "enter")
        assert store.speaker(UNION.name).name == "نقابة معلمي القرى"
        speaker = store.get(UNION_SPEAKS.id).quote.speaker
        assert speaker is not None
        assert speaker.role == "نقابة"
        assert "نقابة معلمي القرى" in details(app)


async def test_a_quote_without_a_speaker_has_no_name_to_change(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, "l")
        assert "has no speaker" in said(app)


async def drag(pilot: Pilot[None], article: Article, start: int, end: int) -> None:
    """Mark the text from ``start`` to the letter at ``end`` with the mouse."""
    await pilot.mouse_down(article, offset=article.cell_of(start))
    await pilot.hover(article, offset=article.cell_of(end))
    await pilot.mouse_up(article, offset=article.cell_of(end))
    await pilot.pause()


def test_the_material_is_what_it_says() -> None:
    for document, quotes in ((WATER, WATER_QUOTES), (SCHOOLS, SCHOOL_QUOTES)):
        for quote in quotes:
            for span in (*quote.content, quote.cue):
                assert document.text[span.start : span.end] == span.text


@pytest.mark.parametrize("key", ["e", "w", "i", "v"])
async def test_every_dialog_is_left_with_escape(make_app: AppMaker, store: Store, key: str) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await press(pilot, key)
        assert len(app.screen_stack) == 3
        await press(pilot, "escape")
        assert len(app.screen_stack) == 2
        assert store.counts()["pending"] == 9

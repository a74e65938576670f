"""A queue longer than the page that is read at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Decision, open_store
from tests.tui.conftest import open_session
from tests.tui.material import many
from tui.session.queue import PAGE, PENDING, View
from tui.session.session import ReviewSession


@pytest.fixture
def long_session(tmp_path: Path) -> Iterator[ReviewSession]:
    """A queue of more than two pages, some of it settled."""
    with open_store(tmp_path / "long.json") as store:
        store.add_many(many(4, PAGE))
        for quote_id in store.find_ids()[::7]:
            store.decide(Decision(quote_id, "accept"), reviewer="samir")
        yield open_session(store, "huda")


def test_a_long_queue_is_read_page_by_page_and_counts_all_of_it(
    long_session: ReviewSession,
) -> None:
    queue, store = long_session.queue, long_session.store
    for view in (View(), View("", "document"), View("speaker:البلدية", "uncertain")):
        queue.show(view)
        assert len(queue.ids) == PAGE
        assert not queue.whole
        expected = store.find_ids(view.where, view.order)
        assert (len(queue), queue.left) == (len(expected), store.count(f"{view.where} {PENDING}"))
        queue.read_rest()
        assert queue.whole
        assert queue.ids == expected
        assert (len(queue), queue.left) == (len(expected), store.count(f"{view.where} {PENDING}"))


def test_what_is_decided_before_the_rest_is_read_stays_in_the_queue(
    long_session: ReviewSession,
) -> None:
    queue = long_session.queue
    before = long_session.store.find_ids(PENDING, "uncertain")
    long_session.accept()
    rest = queue.find_rest()
    long_session.advance()
    long_session.reject()
    queue.take_rest(rest)
    assert queue.ids == before
    assert queue.left == len(before) - 2
    assert queue.open_ids == set(before[2:])


def test_the_rest_of_a_view_that_was_left_is_let_go(long_session: ReviewSession) -> None:
    rest = long_session.queue.find_rest()
    long_session.show(View("", "document"))
    long_session.queue.take_rest(rest)
    assert len(long_session.queue.ids) == PAGE


def test_going_past_the_first_page_reads_on(long_session: ReviewSession) -> None:
    queue = long_session.queue
    ids = long_session.store.find_ids(PENDING, "uncertain")
    queue.go(PAGE)
    assert queue.current_id == ids[PAGE]
    queue.show(View())
    assert queue.quote_at(len(queue) - 1).id == ids[-1]
    queue.show(View(), at=ids[-1])
    assert queue.current_id == ids[-1]
    queue.show(View())
    for _ in range(PAGE):
        long_session.accept()
        long_session.advance()
    assert queue.current_id == ids[PAGE]
    assert queue.left == len(ids) - PAGE


def test_a_blind_reader_has_a_long_queue_too(long_session: ReviewSession) -> None:
    store = long_session.store
    for quote_id in store.find_ids():
        store.decide(Decision(quote_id, "reject"), reviewer="samir")
    blind = open_session(store, "huda", blind=True)
    assert (len(blind.queue), blind.queue.left) == (4 * PAGE, 4 * PAGE)
    blind.queue.read_rest()
    assert blind.queue.open_ids == set(store.find_ids())

"""A sitting without a screen: decisions, undo, queue, views, second reading."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quotes.errors import UsageError
from quotes.model import Speaker
from store import Decision, FilterError, Reading, Store, open_store
from store.contract import ConflictError
from tests.tui.conftest import open_session
from tests.tui.material import BY_DOUBT, SCHOOL_QUOTES, UNION, WATER_QUOTES, WHO
from tui.session import edits, views
from tui.session.adjudication import Adjudication
from tui.session.queue import View
from tui.session.session import ReviewSession
from tui.session.speakers import matching, of_document


def statuses(store: Store) -> dict[str, str]:
    return {stored.id: stored.status for stored in store.find()}


def test_the_queue_begins_with_the_least_certain(session: ReviewSession) -> None:
    assert tuple(session.queue.ids) == BY_DOUBT


def test_a_decision_is_in_the_database_when_the_method_returns(
    session: ReviewSession, location: Path
) -> None:
    session.accept()
    with open_store(location) as other:
        assert other.get(BY_DOUBT[0]).status == "accepted"
        assert [event.reviewer for event in other.history(BY_DOUBT[0])] == ["huda"]


def test_undo_goes_back_through_documents_and_sittings(
    session: ReviewSession, store: Store
) -> None:
    before = statuses(store)
    for action in (session.accept, session.reject, session.accept, session.skip, session.flag):
        action()
        session.queue.next_open()
    again = open_session(store, "huda")
    for _ in range(5):
        assert again.undo()
    assert not again.undo()
    assert statuses(store) == before
    for _ in range(5):
        assert again.redo()
    assert not again.redo()
    assert sum(status != "pending" for status in statuses(store).values()) == 3


def test_undo_shows_the_quote_it_changed(session: ReviewSession) -> None:
    session.accept()
    session.queue.next_open()
    session.queue.next_open()
    session.undo()
    assert session.queue.current_id == BY_DOUBT[0]
    assert BY_DOUBT[0] in session.queue.open_ids


def test_progress_counts_what_is_settled(session: ReviewSession) -> None:
    session.accept()
    session.queue.next_open()
    session.skip()
    assert session.progress.done == 1
    session.undo()
    assert session.progress.done == 1
    session.undo()
    assert session.progress.done == 0


def test_the_runner_up(session: ReviewSession) -> None:
    session.queue.go_to(SCHOOL_QUOTES[2].id)
    (changed,) = session.take_candidate(2)
    assert changed.quote.speaker is not None
    assert changed.quote.speaker.name == "وزارة التعليم"
    assert changed.status == "fixed"
    with pytest.raises(UsageError, match="no candidate 9"):
        session.take_candidate(9)


def test_the_first_candidate_is_an_acceptance(session: ReviewSession) -> None:
    session.queue.go_to(SCHOOL_QUOTES[2].id)
    (changed,) = session.take_candidate(1)
    assert changed.status == "accepted"


def test_a_new_speaker_enters_the_registry(session: ReviewSession, store: Store) -> None:
    session.choose_speaker(edits.typed_speaker("مجلس الشورى", "organisation"))
    assert store.speaker("مجلس الشورى").kind == "organisation"


def test_the_last_decision_is_repeated(session: ReviewSession, store: Store) -> None:
    with pytest.raises(UsageError, match="repeated"):
        session.repeat()
    session.reject("not_a_quote")
    session.queue.next_open()
    session.repeat()
    assert store.history(BY_DOUBT[1])[-1].note == "not_a_quote"
    session.queue.next_open()
    session.choose_speaker(UNION)
    session.queue.next_open()
    (changed,) = session.repeat()
    assert changed.quote.speaker is not None
    assert changed.quote.speaker.name == UNION.name


def test_confident_quotes_of_a_speaker_are_accepted_and_undone_together(
    session: ReviewSession, store: Store
) -> None:
    session.queue.go_to(WATER_QUOTES[0].id)
    chosen = session.of_same_speaker()
    assert {stored.id for stored in chosen} == {WATER_QUOTES[0].id, WATER_QUOTES[1].id}
    session.accept_all(chosen)
    assert store.counts()["accepted"] == 2
    assert session.progress.done == 2
    session.undo()
    assert store.counts()["accepted"] == 0


def test_low_confidence_is_never_accepted_unseen(session: ReviewSession) -> None:
    session.queue.go_to(WATER_QUOTES[2].id)
    assert [stored.id for stored in session.of_same_speaker()] == [WATER_QUOTES[2].id]


def test_split_and_join_are_undone_as_one(session: ReviewSession, store: Store) -> None:
    session.queue.go_to(SCHOOL_QUOTES[1].id)
    text = session.document(store.get(SCHOOL_QUOTES[1].id)).text
    changed = session.split(text.index("ولن نقبل"))
    assert len(changed) == 2
    assert session.queue.ids[session.queue.place + 1] == changed[1].id
    session.undo()
    assert store.get(SCHOOL_QUOTES[1].id).quote.text == SCHOOL_QUOTES[1].text
    assert store.count() == 9
    other = session.following()
    assert other is not None
    session.join(other)
    assert store.get(other.id).status == "rejected"
    session.undo()
    assert store.counts()["pending"] == 9


def test_renaming_reaches_every_quote_and_is_undone(session: ReviewSession, store: Store) -> None:
    session.queue.go_to(WATER_QUOTES[2].id)
    session.rename("الصحة العالمية", None)
    names = {stored.quote.speaker.name for stored in store.find() if stored.quote.speaker}
    assert "الصحة العالمية" in names
    assert WHO.name not in names
    session.undo()
    names = {stored.quote.speaker.name for stored in store.find() if stored.quote.speaker}
    assert WHO.name in names
    session.redo()
    assert store.speaker("الصحة العالمية").quotes == 2


def test_a_role_belongs_to_the_quote(session: ReviewSession, store: Store) -> None:
    session.queue.go_to(WATER_QUOTES[0].id)
    session.rename("رئيس البلدية", "رئيس البلدية المنتخب")
    speaker = store.get(WATER_QUOTES[0].id).quote.speaker
    assert speaker is not None
    assert speaker.role == "رئيس البلدية المنتخب"


def test_somebody_else_was_faster(session: ReviewSession, store: Store) -> None:
    first = session.current
    assert first is not None
    store.decide(Decision(first.id, "reject", first.revision), reviewer="samir")
    with pytest.raises(ConflictError):
        session.accept()
    assert session.current is not None
    assert session.current.status == "rejected"


def test_views_are_saved_and_the_place_is_kept(session: ReviewSession, store: Store) -> None:
    mine = View("speaker:المعلمين", "document", "المعلمون")
    views.save(store, "huda", mine)
    views.save(store, "huda", View("", "document", "كل شيء"))
    session.show(mine)
    session.queue.go(1)
    views.stop_at(store, "huda", session.queue.view, session.queue.current_id)
    again = open_session(store, "huda")
    assert again.queue.view == mine
    assert again.queue.place == 1
    assert [view.name for view in views.saved(store, "huda")] == ["المعلمون", "كل شيء"]
    views.forget(store, "huda", "المعلمون")
    assert [view.name for view in views.saved(store, "huda")] == ["كل شيء"]
    assert views.saved(store, "samir") == []


@pytest.mark.parametrize("value", [None, 3, {}, {"view": 7}, {"view": {"order": "pink"}}])
def test_a_damaged_place_is_the_beginning(store: Store, value: object) -> None:
    store.set_setting("huda", "review.position", value)
    assert open_session(store, "huda").queue.view == View()


def test_search_is_folded(session: ReviewSession) -> None:
    session.show(View("البلديه", "document"))
    assert {stored.id for stored in map(session.queue.quote, session.queue.ids)} == {
        WATER_QUOTES[0].id,
        WATER_QUOTES[1].id,
    }


def test_a_bad_filter_changes_nothing(session: ReviewSession) -> None:
    with pytest.raises(FilterError):
        session.show(View("status:maybe"))
    assert tuple(session.queue.ids) == BY_DOUBT


def test_type_ahead_offers_the_document_before_the_registry(
    session: ReviewSession, store: Store
) -> None:
    session.queue.go_to(SCHOOL_QUOTES[3].id)
    stored = session.current
    assert stored is not None
    around = [session.shown(other) for other in session.neighbours(stored)]
    nearby = of_document(session.shown(stored), around)
    assert [entry.speaker.name for entry in nearby] == [UNION.name, "وزارة التعليم"]
    found = matching("الصح", nearby, store)
    assert [(entry.speaker.name, entry.source) for entry in found] == [(WHO.name, "registry")]
    assert [entry.speaker.name for entry in matching("معلمين نقا", nearby, store)] == [UNION.name]


def test_a_blind_reader_sees_what_the_engine_found(session: ReviewSession, store: Store) -> None:
    session.queue.go_to(SCHOOL_QUOTES[2].id)
    session.choose_speaker(Speaker("", "مسؤول", None, "unnamed"))
    session.queue.go_to(SCHOOL_QUOTES[3].id)
    session.reject("not_a_quote")
    blind = open_session(store, "samir", blind=True)
    assert set(blind.queue.ids) == {SCHOOL_QUOTES[2].id, SCHOOL_QUOTES[3].id}
    for quote_id in blind.queue.ids:
        stored = blind.queue.quote(quote_id)
        original = {quote.id: quote for quote in SCHOOL_QUOTES}[quote_id]
        shown = blind.shown(stored)
        assert Reading.of(shown).content == Reading.of(original).content
        assert (shown.speaker and shown.speaker.name) == (
            original.speaker and original.speaker.name
        )
        assert blind.status(stored) == shown.status == "pending"
    assert blind.history() == []
    blind.queue.go_to(SCHOOL_QUOTES[2].id)
    blind.accept()
    assert blind.status(blind.queue.quote(SCHOOL_QUOTES[2].id)) == "accepted"
    assert blind.history() != []
    assert open_session(store, "samir", blind=True).queue.ids == [SCHOOL_QUOTES[3].id]


def test_the_type_ahead_of_a_blind_reader_keeps_the_first_decision_hidden(
    session: ReviewSession, store: Store
) -> None:
    session.queue.go_to(SCHOOL_QUOTES[2].id)
    session.choose_speaker(Speaker("", "مسؤول كبير", None, "unnamed"))
    blind = open_session(store, "samir", blind=True)
    (stored,) = map(blind.queue.quote, blind.queue.ids)
    nearby = of_document(blind.shown(stored), map(blind.shown, blind.neighbours(stored)))
    assert "مسؤول كبير" not in [entry.speaker.name for entry in nearby]


def test_outside_the_pending_the_next_quote_is_the_next_row(
    session: ReviewSession, store: Store
) -> None:
    for quote_id in BY_DOUBT[:3]:
        session.queue.go_to(quote_id)
        session.reject()
    session.show(View("status:rejected", "document"))
    assert len(session.queue) == 3
    session.accept()
    assert session.advance()
    assert session.queue.place == 1


def test_disagreements_are_adjudicated(session: ReviewSession, store: Store) -> None:
    quote_id = SCHOOL_QUOTES[3].id
    session.queue.go_to(quote_id)
    session.reject("not_a_quote")
    blind = open_session(store, "samir", blind=True)
    blind.queue.go_to(quote_id)
    blind.accept()
    desk = Adjudication(store, "editor")
    case = desk.case(0)
    assert [side.judgement.reviewer for side in case.sides] == ["huda", "samir"]
    assert [side.judgement.verdict for side in case.sides] == ["rejected", "accepted"]
    settled = desk.side_with(0, case.sides[0])
    assert (settled.status, settled.disputed) == ("rejected", False)
    assert settled.adjudicated_by == "editor"
    desk.undo()
    assert desk.cases[0].disputed
    assert desk.side_with(0, case.sides[1]).status == "accepted"


@pytest.mark.parametrize("seed", range(3))
def test_decisions_undone_and_redone_in_random_order_leave_what_the_events_say(
    session: ReviewSession, store: Store, seed: int
) -> None:
    choose = random.Random(seed)
    log: list[dict[str, str]] = [statuses(store)]
    ahead: list[dict[str, str]] = []
    for _ in range(60):
        what = choose.choice(["decide", "decide", "undo", "redo"])
        if what == "decide":
            session.queue.go(choose.randrange(len(session.queue)))
            choose.choice([session.accept, session.reject])()
            log.append(statuses(store))
            ahead.clear()
        elif what == "undo" and len(log) > 1:
            assert session.undo()
            ahead.append(log.pop())
        elif what == "redo" and ahead:
            assert session.redo()
            log.append(ahead.pop())
        assert statuses(store) == log[-1]
    assert not store.check()

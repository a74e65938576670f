"""The contract of the store, on every engine."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from quotes.errors import UsageError
from quotes.model import Document, Speaker
from store import ConflictError, Decision, FilterError, NotFoundError
from store.contract import Store
from tests.store.samples import ARTICLE, BLINKEN, RUTTE, article_quotes, many, quote, span

MONA, OMAR, HIND = "منى", "omar", "hind"


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(ARTICLE, article_quotes())
    return store


def test_a_document_and_its_quotes_come_back_as_they_went_in(filled: Store) -> None:
    stored = filled.document(ARTICLE.sha256)
    assert stored.document == ARTICLE
    assert stored.superseded_by is None
    found = filled.quotes_of_document(ARTICLE.sha256)
    for kept, given in zip(found, article_quotes(), strict=True):
        assert kept.id == given.id
        assert kept.quote.content == given.content
        assert (kept.quote.cue, kept.quote.mention) == (given.cue, given.mention)
        assert kept.status == "pending"
        assert (kept.quote.confidence, kept.quote.kind) == (given.confidence, given.kind)
        for piece in kept.quote.content:
            assert ARTICLE.text[piece.start : piece.end] == piece.text


def test_adding_the_same_again_changes_nothing(filled: Store) -> None:
    before = filled.digest()
    report = filled.add(ARTICLE, article_quotes())
    assert not report.new
    assert (report.added, report.unchanged) == (0, 4)
    assert filled.digest() == before


def test_missing_things_are_named(filled: Store) -> None:
    with pytest.raises(NotFoundError, match="no document"):
        filled.document("0" * 64)
    with pytest.raises(NotFoundError, match="no quote"):
        filled.get("feed" * 4)
    with pytest.raises(NotFoundError, match="no quote"):
        filled.decide(Decision("feed" * 4, "accept"), reviewer=MONA)
    with pytest.raises(NotFoundError, match="no speaker"):
        filled.speaker("nobody")
    with pytest.raises(UsageError):
        filled.get("\udcff\udcff\udcff\udcff")
    assert filled.find("\udcff id:\udcffab") == []


def test_a_quote_is_found_by_the_beginning_of_its_id(filled: Store) -> None:
    wanted = filled.find()[0]
    assert filled.get(wanted.id[:8]) == wanted


def test_everything_survives_closing(location: str, opened: Callable[[str], Store]) -> None:
    with opened(location) as store:
        store.add(ARTICLE, article_quotes())
        first = store.find()[0]
        store.decide(Decision(first.id, "accept", first.revision), reviewer=MONA)
        digest = store.digest()
    again = opened(location)
    assert again.digest() == digest
    assert again.get(first.id).status == "accepted"
    assert again.check() == []


def test_a_text_that_no_database_likes_keeps_its_offsets(store: Store) -> None:
    document = Document("odd.txt", "قال علي\x00 إن \ud800 الأمر \x1a0041 انتهى.")
    given = quote(document, "قال", "إن \ud800 الأمر \x1a0041 انتهى", "علي\x00")
    store.add(document, [given])
    assert store.document(document.sha256).document == document
    found = store.find()[0]
    assert found.quote.content == given.content
    assert found.quote.text == given.text
    accepted = store.decide(Decision(found.id, "accept", found.revision), reviewer=MONA)
    assert accepted.quote.content == given.content
    assert store.check() == []
    assert [q.id for q in store.find("انتهى")] == [given.id]


# -- decisions ----------------------------------------------------------------------------------


def test_accept_reject_and_fix(filled: Store) -> None:
    first, second, third, _ = filled.find()
    assert filled.decide(Decision(first.id, "accept", 1), reviewer=MONA).status == "accepted"
    rejected = filled.decide(Decision(second.id, "reject", 1, note="مكرر"), reviewer=MONA)
    assert rejected.status == "rejected"
    assert rejected.judgements[0].note == "مكرر"
    speaker = Speaker("", "ينس ستولتنبرغ", "الأمين العام", "person")
    fixed = filled.decide(
        Decision(third.id, "fix", 1, replace(third.reading, speaker=speaker)), reviewer=MONA
    )
    assert fixed.status == "fixed"
    assert fixed.quote.speaker
    assert fixed.quote.speaker.name == "ينس ستولتنبرغ"
    assert fixed.extracted
    assert fixed.extracted.speaker
    assert fixed.extracted.speaker.name == RUTTE
    assert filled.get(third.id) == fixed
    assert filled.counts() == {"pending": 1, "accepted": 1, "rejected": 1, "fixed": 1}


def test_every_part_of_a_reading_can_be_fixed(filled: Store) -> None:
    stored = filled.find("الأسلحة")[0]
    cue, content = span(ARTICLE, "أكد مارك"), span(ARTICLE, "الحلف لن يرسل الأسلحة")
    reading = replace(
        stored.reading,
        kind="mixed",
        form="nominal",
        content=(content,),
        cue=replace(stored.quote.cue, start=cue.start, end=cue.end, text=cue.text),
        mention=None,
        speaker=Speaker("", "الحلف", None, "organisation"),
    )
    fixed = filled.decide(Decision(stored.id, "fix", reading=reading), reviewer=MONA)
    assert (fixed.quote.kind, fixed.quote.form) == ("mixed", "nominal")
    assert fixed.quote.content == (content,)
    assert fixed.quote.cue.text == "أكد مارك"
    assert fixed.quote.mention is None
    assert fixed.id == stored.id
    assert filled.check() == []


def test_spans_that_the_text_does_not_have_are_refused(filled: Store) -> None:
    stored = filled.find()[0]
    content = (replace(stored.quote.content[0], text="كلام آخر"),)
    wrong = replace(stored.reading, content=content)
    before = filled.digest()
    with pytest.raises(UsageError, match="the text has no"):
        filled.decide(Decision(stored.id, "fix", reading=wrong), reviewer=MONA)
    assert filled.digest() == before


def test_accepting_a_corrected_reading_leaves_it_fixed(filled: Store) -> None:
    stored = filled.find()[0]
    reading = replace(stored.reading, kind="mixed")
    filled.decide(Decision(stored.id, "fix", reading=reading), reviewer=MONA)
    both = filled.decide(Decision(stored.id, "accept"), reviewer=OMAR)
    assert both.status == "fixed"
    assert not both.disputed
    assert {j.reviewer for j in both.judgements} == {MONA, OMAR}


def test_a_decision_on_an_old_revision_is_a_conflict(filled: Store) -> None:
    seen = filled.find()[0]
    filled.decide(Decision(seen.id, "accept", seen.revision), reviewer=MONA)
    with pytest.raises(ConflictError) as caught:
        filled.decide(Decision(seen.id, "reject", seen.revision), reviewer=OMAR)
    assert caught.value.current.status == "accepted"
    assert filled.get(seen.id).status == "accepted"
    again = Decision(seen.id, "reject", caught.value.current.revision)
    assert filled.decide(again, reviewer=OMAR).disputed


def test_the_history_says_who_when_before_and_after(filled: Store) -> None:
    stored = filled.find()[0]
    filled.decide(Decision(stored.id, "note", note="انظر المصدر"), reviewer=OMAR)
    filled.decide(Decision(stored.id, "flag", note="؟"), reviewer=OMAR)
    filled.decide(Decision(stored.id, "reject", note="ليس قوله"), reviewer=MONA)
    note, flag, reject = filled.history(stored.id)
    assert [e.sequence for e in (note, flag, reject)] == [1, 2, 3]
    assert (note.action, note.note, note.before, note.after) == ("note", "انظر المصدر", None, None)
    assert reject.before
    assert reject.before.status == "pending"
    assert reject.after
    assert reject.after.status == "rejected"
    assert reject.at.endswith("+00:00")
    assert filled.get(stored.id).flagged_by == (OMAR,)
    filled.decide(Decision(stored.id, "unflag"), reviewer=MONA)
    assert filled.get(stored.id).flagged_by == ()
    assert [e.action for e in filled.events(limit=2)] == ["unflag", "reject"]
    filled.undo(reviewer=MONA)
    filled.undo(reviewer=MONA)
    undo = filled.history(stored.id)[-1]
    assert (undo.action, undo.target) == ("undo", reject.id)
    assert undo.before
    assert undo.after
    assert (undo.before.status, undo.after.status) == ("rejected", "pending")
    assert len(filled.events(reviewer=OMAR)) == 2


def test_many_decisions_at_once_are_all_or_none(filled: Store) -> None:
    first, second, *_ = filled.find()
    with pytest.raises(ConflictError):
        filled.decide_together(
            [Decision(first.id, "accept", 1), Decision(second.id, "accept", 7)], reviewer=MONA
        )
    assert filled.count("status:pending") == 4
    filled.decide_together([Decision(q.id, "accept") for q in (first, second)], reviewer=MONA)
    assert filled.count("status:accepted") == 2
    assert len(filled.undo(reviewer=MONA)) == 2
    assert filled.count("status:pending") == 4
    assert len(filled.redo(reviewer=MONA)) == 2
    assert filled.count("status:accepted") == 2


def test_reviewers_need_usable_names(filled: Store) -> None:
    stored = filled.find()[0]
    for name in ("", "  ", "a|b", "a\nb", "quotes"):
        with pytest.raises(UsageError, match="reviewer"):
            filled.decide(Decision(stored.id, "accept"), reviewer=name)


# -- undo and redo ------------------------------------------------------------------------------


def test_undo_goes_back_step_by_step_and_redo_forward(
    location: str, opened: Callable[[str], Store]
) -> None:
    with opened(location) as store:
        store.add(ARTICLE, article_quotes())
        first, second, *_ = store.find()
        store.decide(Decision(first.id, "accept"), reviewer=MONA)
        store.decide(Decision(second.id, "reject"), reviewer=MONA)
        store.decide(Decision(first.id, "reject"), reviewer=MONA)
    store = opened(location)

    def statuses() -> tuple[str, str]:
        return store.get(first.id).status, store.get(second.id).status

    seen = [statuses()]
    while store.undo(reviewer=MONA):
        seen.append(statuses())
    assert seen == [
        ("rejected", "rejected"),
        ("accepted", "rejected"),
        ("accepted", "pending"),
        ("pending", "pending"),
    ]
    seen = []
    while store.redo(reviewer=MONA):
        seen.append(statuses())
    assert seen == [("accepted", "pending"), ("accepted", "rejected"), ("rejected", "rejected")]
    assert len(store.history(first.id)) == 6


def test_a_new_action_ends_what_can_be_redone(filled: Store) -> None:
    first, second, *_ = filled.find()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    filled.undo(reviewer=MONA)
    filled.decide(Decision(second.id, "accept"), reviewer=MONA)
    assert filled.redo(reviewer=MONA) == []
    assert filled.get(first.id).status == "pending"


def test_undo_takes_back_ones_own_actions_only(filled: Store) -> None:
    stored = filled.find()[0]
    filled.decide(Decision(stored.id, "accept"), reviewer=MONA)
    filled.decide(Decision(stored.id, "reject"), reviewer=OMAR)
    filled.undo(reviewer=MONA)
    left = filled.get(stored.id)
    assert left.status == "rejected"
    assert [j.reviewer for j in left.judgements] == [OMAR]
    assert filled.undo(reviewer=HIND) == []


def test_undo_on_one_quote(filled: Store) -> None:
    first, second, *_ = filled.find()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    filled.decide(Decision(second.id, "accept"), reviewer=MONA)
    filled.undo(reviewer=MONA, quote_id=first.id)
    assert [filled.get(q.id).status for q in (first, second)] == ["pending", "accepted"]


# -- quotes made by people ----------------------------------------------------------------------


def test_a_missed_quote_can_be_added_and_taken_back(filled: Store) -> None:
    missed = quote(ARTICLE, "من جهته", "الأسلحة الثقيلة", "مارك روته")
    reading = replace(
        filled.find()[0].reading, content=missed.content, cue=missed.cue, mention=None
    )
    added = filled.add_missed(ARTICLE.sha256, reading, reviewer=MONA)
    assert added.status == "fixed"
    assert added.extracted is None
    assert added.id in {q.id for q in filled.quotes_of_document(ARTICLE.sha256)}
    with pytest.raises(UsageError, match="already"):
        filled.add_missed(ARTICLE.sha256, reading, reviewer=OMAR)
    (undone,) = filled.undo(reviewer=MONA)
    assert undone.withdrawn
    assert filled.count() == 4
    assert filled.count("is:hidden") == 1
    filled.redo(reviewer=MONA)
    assert filled.count("is:missed") == 1
    # Extraction does not take away what a person added, and may come to find it.
    filled.add(ARTICLE, article_quotes())
    assert filled.count("is:missed") == 1
    found = replace(missed, id=added.id)
    filled.add(ARTICLE, [*article_quotes(), found])
    assert filled.get(added.id).extracted is not None
    assert filled.get(added.id).status == "fixed"
    assert filled.check() == []


def test_split_and_join_and_back(filled: Store) -> None:
    whole = filled.find("الثقيلة")[0]
    one = replace(whole.reading, content=(span(ARTICLE, "أن الحلف لن يرسل"),))
    two = replace(whole.reading, content=(span(ARTICLE, "الأسلحة الثقيلة"),))
    parts = filled.split(whole.id, [one, two], reviewer=MONA, revision=whole.revision)
    assert [part.quote.text for part in parts] == ["أن الحلف لن يرسل", "الأسلحة الثقيلة"]
    assert parts[0].id == whole.id
    assert filled.count() == 5
    joined = filled.join(parts[0].id, parts[1].id, whole.reading, reviewer=MONA)
    assert joined.quote.content == whole.quote.content
    assert filled.get(parts[1].id).status == "rejected"
    filled.undo(reviewer=MONA)
    assert filled.get(parts[1].id).status == "fixed"
    filled.undo(reviewer=MONA)
    assert filled.get(whole.id) == replace(
        whole, revision=filled.get(whole.id).revision, reviewed_at=None
    )
    assert filled.count() == 4
    assert filled.check() == []


# -- several reviewers --------------------------------------------------------------------------


def test_disagreement_is_listed_until_it_is_adjudicated(filled: Store) -> None:
    first, second, third, _ = filled.find()
    for stored in (first, second):
        filled.decide(Decision(stored.id, "accept"), reviewer=MONA)
        filled.decide(Decision(stored.id, "reject"), reviewer=OMAR)
    filled.decide(Decision(third.id, "accept"), reviewer=MONA)
    filled.decide(Decision(third.id, "accept"), reviewer=OMAR)
    assert [q.id for q in filled.disagreements()] == [first.id, second.id]
    settled = filled.decide(
        Decision(first.id, "adjudicate", verdict="rejected", note="لم يقل"), reviewer=HIND
    )
    assert (settled.status, settled.adjudicated_by, settled.disputed) == ("rejected", HIND, False)
    assert len(settled.judgements) == 2
    filled.decide(Decision(second.id, "adjudicate", verdict="accepted"), reviewer=HIND)
    assert filled.get(second.id).status == "accepted"
    assert filled.disagreements() == []
    filled.undo(reviewer=HIND)
    assert [q.id for q in filled.disagreements()] == [second.id]
    with pytest.raises(UsageError, match="verdict"):
        filled.decide(Decision(first.id, "adjudicate"), reviewer=HIND)


def test_two_different_corrections_disagree(filled: Store) -> None:
    stored = filled.find()[0]
    for reviewer, name in ((MONA, "جو بايدن"), (OMAR, "جون كيري")):
        speaker = Speaker("", name, None, "person")
        reading = replace(stored.reading, speaker=speaker)
        filled.decide(Decision(stored.id, "fix", reading=reading), reviewer=reviewer)
    assert filled.get(stored.id).disputed
    one, two = filled.speaker("جو بايدن"), filled.speaker("جون كيري")
    filled.merge_speakers(one.id, two.id, reviewer=HIND)
    assert not filled.get(stored.id).disputed
    filled.unmerge_speaker(two.id, reviewer=HIND)
    assert filled.get(stored.id).disputed
    assert filled.check() == []


def test_agreement_is_computed_over_the_judgements(store: Store) -> None:
    store.add_many(many(4))
    ids = store.find_ids()
    for number, quote_id in enumerate(ids):
        mona = "reject" if number % 4 == 0 else "accept"
        omar = "reject" if number % 5 == 0 else "accept"
        store.decide(Decision(quote_id, mona), reviewer=MONA)  # type: ignore[arg-type]
        store.decide(Decision(quote_id, omar), reviewer=OMAR)  # type: ignore[arg-type]
    store.decide(Decision(ids[0], "reject"), reviewer=HIND)
    found = store.agreement()
    assert found.reviewers == tuple(sorted((MONA, OMAR, HIND)))
    assert found.items == 20
    pair = next(p for p in found.pairs if {p.first, p.second} == {MONA, OMAR})
    # 5 and 4 of 20 rejected, 1 by both: 1 + 12 agree, chance 0.65.
    assert pair.percent == pytest.approx(100 * 13 / 20)
    assert pair.kappa == pytest.approx((0.65 - 0.65) / 0.35, abs=1e-9)


def test_many_quotes_are_got_at_once(filled: Store) -> None:
    first, second, *_ = filled.find()
    assert filled.get_many([second.id, "f" * 64, first.id]) == [second, first]
    assert filled.get_many([first.id[:8]]) == []


# -- finding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filter_text", "cues"),
    [
        ("", ["قال", "وأضاف", "أكد", "ونفى"]),
        ("الاسلحة", ["أكد"]),
        ("الأسلحه الثقيله", ["أكد"]),
        ('"الثقيلة الأسلحة"', []),
        ("speaker:بلينكن", ["قال", "وأضاف"]),
        ("speaker:روته,بلينكن -stance:assert", ["قال", "وأضاف"]),
        ("stance:deny,assert", ["أكد", "ونفى"]),
        ("kind:direct", ["وأضاف", "ونفى"]),
        ("-kind:direct", ["قال", "أكد"]),
        ("form:nominal", []),
        ("outlet:رويتر", ["قال", "وأضاف", "أكد", "ونفى"]),
        ("date:2024", ["قال", "وأضاف", "أكد", "ونفى"]),
        ("date:2024-04-05", ["قال", "وأضاف", "أكد", "ونفى"]),
        ("date:2024-04-06..", []),
        ("date:..2024-04", ["قال", "وأضاف", "أكد", "ونفى"]),
        ("confidence:0.5..0.8", ["وأضاف"]),
        ("confidence:..0.6", ["وأضاف", "ونفى"]),
        ("confidence:0.4,0.9 -speaker:روته", ["قال", "ونفى"]),
        ("document:nato", ["قال", "وأضاف", "أكد", "ونفى"]),
        ("document:other", []),
        ("status:pending", ["وأضاف", "أكد", "ونفى"]),
        ("status:accepted", ["قال"]),
        ("reviewer:منى", ["قال"]),
        ("-reviewer:منى", ["وأضاف", "أكد", "ونفى"]),
        ("reviewer:من", []),
        ("is:reviewed", ["قال"]),
        ("is:flagged", ["ونفى"]),
        ("is:unattributed", []),
        ("100%", []),
        ("_", []),
    ],
)
def test_filters(filled: Store, filter_text: str, cues: list[str]) -> None:
    quotes = filled.find()
    filled.decide(Decision(quotes[0].id, "accept"), reviewer=MONA)
    filled.decide(Decision(quotes[3].id, "flag"), reviewer=OMAR)
    found = filled.find(filter_text)
    assert [q.quote.cue.text for q in found] == cues
    assert filled.count(filter_text) == len(cues)
    assert filled.find_ids(filter_text) == [q.id for q in found]
    assert [q.id for q in filled.iterate(filter_text)] == [q.id for q in found]


@pytest.mark.parametrize("text", ["speker:x", "status:open", "date:May", "confidence:2", "kind:"])
def test_a_filter_that_makes_no_sense_is_explained(store: Store, text: str) -> None:
    with pytest.raises(FilterError) as caught:
        store.find(text)
    assert text.split(":")[0] in str(caught.value)


def test_pages_neither_repeat_nor_skip_in_any_order(store: Store) -> None:
    store.add_many(many(9))
    everything = set(store.find_ids())
    for order in (
        "document", "uncertain", "confident", "newest", "oldest", "speaker", "outlet", "reviewed",
    ):  # fmt: skip
        pages = [store.find(order=order, limit=7, offset=at) for at in range(0, 49, 7)]  # type: ignore[arg-type]
        ids = [q.id for page in pages for q in page]
        assert len(ids) == 45
        assert set(ids) == everything
        assert ids == store.find_ids(order=order)  # type: ignore[arg-type]


def test_orders(store: Store) -> None:
    store.add_many(many(9))
    confidences = [q.quote.confidence for q in store.find(order="uncertain")]
    assert confidences == sorted(confidences)
    dates = [q.document.published for q in store.find(order="newest")]
    assert dates == sorted(dates, reverse=True)
    third = store.find()[2]
    store.decide(Decision(third.id, "accept"), reviewer=MONA)
    assert store.find(order="reviewed")[0].id == third.id


# -- progress and the rest ----------------------------------------------------------------------


def test_settings_are_kept_for_each_reviewer(store: Store) -> None:
    store.set_setting(MONA, "resume", {"quote": "ab", "views": ["status:pending", "عربي"]})
    store.set_setting(OMAR, "resume", 3)
    assert store.setting(MONA, "resume") == {"quote": "ab", "views": ["status:pending", "عربي"]}
    assert store.settings(OMAR) == {"resume": 3}
    store.set_setting(OMAR, "resume", None)
    assert store.setting(OMAR, "resume") is None
    assert store.settings(OMAR) == {}


def test_others_changes_are_noticed(location: str, opened: Callable[[str], Store]) -> None:
    mine, other = opened(location), opened(location)
    mine.add(ARTICLE, article_quotes())
    assert not mine.changed()
    assert other.changed()
    assert not other.changed()
    stored = other.find()[0]
    other.decide(Decision(stored.id, "accept"), reviewer=OMAR)
    assert not other.changed()
    assert mine.changed()
    assert mine.get(stored.id).status == "accepted"
    assert not mine.changed()


def test_one_store_serves_many_threads(store: Store) -> None:
    """The app reads and writes from its workers."""
    store.add_many(many(4))
    ids = store.find_ids()

    def work(number: int) -> int:
        for quote_id in ids[number::4]:
            quote = store.get(quote_id)
            store.decide(Decision(quote_id, "accept", quote.revision), reviewer=f"r{number}")
            store.find("الهدنة", limit=5)
            store.speakers("بلين")
        return len(store.events(reviewer=f"r{number}"))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(work, range(4))) == [5, 5, 5, 5]
    assert store.count("status:accepted") == 20
    assert store.check() == []


def test_info_counts(filled: Store) -> None:
    filled.decide(Decision(filled.find()[0].id, "accept"), reviewer=MONA)
    info = filled.info()
    assert (info.documents, info.quotes, info.events, info.entities) == (1, 4, 1, 2)
    assert info.reviewers == (MONA,)
    assert info.statuses == {"pending": 3, "accepted": 1}
    assert info.advice is None


def test_the_same_text_from_two_places_is_one_document(filled: Store) -> None:
    again = replace(ARTICLE, name="https://other.example/1", outlet="وكالة", author="علي")
    filled.add(again, article_quotes())
    (stored,) = filled.documents()
    assert stored.other_names == ("https://other.example/1",)
    assert stored.document.outlet == "رويترز"
    assert stored.document.author == "علي"
    assert filled.count() == 4


def test_speakers_are_found_by_prefix(filled: Store) -> None:
    assert [e.name for e in filled.speakers()] == [BLINKEN, RUTTE]
    assert [e.name for e in filled.speakers("بلين")] == [BLINKEN]
    assert [e.name for e in filled.speakers("انتوني")] == [BLINKEN]
    assert filled.speakers("لينكن") == []
    entity = filled.speaker(BLINKEN)
    assert entity.quotes == 2
    assert [role.role for role in entity.roles] == ["وزير الخارجية الأمريكي"]
    assert (entity.roles[0].first, entity.roles[0].last) == ("2024-04-05", "2024-04-05")

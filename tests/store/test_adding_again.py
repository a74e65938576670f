"""Extracting again: what a person decided outlives every extraction, on every engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.model import Document, Quote, Speaker, quote_id
from store import Decision, Store
from tests.store.samples import ARTICLE, RUTTE, article_quotes, corrected, many, quote, span

MONA, OMAR = "mona", "omar"


@pytest.fixture
def filled(store: Store) -> Store:
    store.add(ARTICLE, article_quotes())
    return store


def respanned(original: Quote, document: Document, content: str) -> Quote:
    """The same attribution as another version of the engine might bound it."""
    pieces = (span(document, content),)
    return replace(original, id=quote_id(document.sha256, original.cue, pieces), content=pieces)


def test_quotes_nobody_worked_on_follow_the_engine(filled: Store) -> None:
    first, *rest = article_quotes()
    report = filled.add(ARTICLE, [replace(first, confidence=0.1), *rest[:2]])
    assert (report.unchanged, report.removed, report.gone) == (3, 1, 0)
    assert filled.count() == 3
    assert filled.get(first.id).quote.confidence == 0.1


def test_same_id_same_review_whatever_the_engine_now_thinks(filled: Store) -> None:
    first, *rest = article_quotes()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    other = Speaker("s-x", "جو بايدن", None, "person")
    filled.add(ARTICLE, [replace(first, speaker=other, mention=None, kind="mixed"), *rest])
    kept = filled.get(first.id)
    assert kept.status == "accepted"
    assert kept.quote.speaker
    assert kept.quote.speaker.name == "أنتوني بلينكن"
    assert kept.quote.kind == "indirect"
    assert kept.extracted
    assert kept.extracted.speaker
    assert kept.extracted.speaker.name == "جو بايدن"
    assert kept.needs_look is None


def test_changed_spans_in_the_same_text_carry_the_review_and_ask_for_a_look(filled: Store) -> None:
    first, *rest = article_quotes()
    reading = replace(filled.get(first.id).reading, kind="mixed")
    filled.decide(Decision(first.id, "fix", reading=reading), reviewer=MONA)
    shorter = respanned(first, ARTICLE, "إن بلاده ستواصل")
    report = filled.add(ARTICLE, [shorter, *rest])
    assert (report.carried, report.flagged, report.gone) == (1, 1, 0)
    carried = filled.get(shorter.id)
    assert carried.status == "fixed"
    assert carried.quote.kind == "mixed"
    assert carried.quote.text == "إن بلاده ستواصل دعم أوكرانيا"
    assert carried.needs_look
    assert carried.previous_ids == (first.id,)
    assert [e.action for e in filled.history(shorter.id)] == ["fix", "carry"]
    assert filled.get(first.id).id == shorter.id
    assert filled.count() == 4
    assert filled.find_ids("is:look") == [shorter.id]
    settled = filled.decide(Decision(shorter.id, "accept", carried.revision), reviewer=OMAR)
    assert settled.needs_look is None
    assert filled.check() == []


def test_a_cue_bounded_otherwise_needs_no_look(filled: Store) -> None:
    first, *rest = article_quotes()
    filled.decide(Decision(first.id, "reject"), reviewer=MONA)
    cue = span(ARTICLE, "قال وزير")
    longer = replace(first.cue, start=cue.start, end=cue.end, text=cue.text)
    again = replace(first, id=quote_id(ARTICLE.sha256, longer, first.content), cue=longer)
    report = filled.add(ARTICLE, [again, *rest])
    assert (report.carried, report.flagged) == (1, 0)
    assert filled.get(again.id).status == "rejected"
    assert filled.get(again.id).needs_look is None


def test_an_engine_that_changes_its_mind_twice_loses_nothing(filled: Store) -> None:
    first, *rest = article_quotes()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    shorter = respanned(first, ARTICLE, "إن بلاده ستواصل")
    for quotes in ([shorter, *rest], article_quotes(), [shorter, *rest], article_quotes()):
        filled.add(ARTICLE, quotes)
        assert filled.count() == 4
        assert filled.count("status:accepted") == 1
        assert filled.check() == []
    assert filled.get(first.id).id == first.id
    assert filled.undo(reviewer=MONA)
    assert filled.count("status:accepted") == 0


def test_what_is_not_found_any_more_stays_when_it_was_reviewed(filled: Store) -> None:
    first, *rest = article_quotes()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    report = filled.add(ARTICLE, rest)
    assert (report.gone, report.removed) == (1, 0)
    kept = filled.get(first.id)
    assert kept.gone
    assert kept.status == "accepted"
    assert filled.find_ids("is:gone") == [first.id]
    assert filled.add(ARTICLE, rest).gone == 0
    filled.add(ARTICLE, article_quotes())
    assert not filled.get(first.id).gone


def test_a_note_is_work_too(filled: Store) -> None:
    first, *rest = article_quotes()
    filled.decide(Decision(first.id, "note", note="راجع التسجيل"), reviewer=MONA)
    filled.add(ARTICLE, rest)
    assert filled.get(first.id).gone
    assert filled.history(first.id)[0].note == "راجع التسجيل"


def test_an_inner_quote_does_not_inherit_the_outer_ones_review(filled: Store) -> None:
    outer = quote(
        ARTICLE, "أكد", "أن الحلف لن يرسل الأسلحة الثقيلة.\nونفى مصدر في الوزارة «وجود خلاف»", RUTTE
    )
    inner = quote(ARTICLE, "ونفى", "وجود خلاف", None)
    filled.add(ARTICLE, [outer])
    filled.decide(Decision(outer.id, "accept"), reviewer=MONA)
    filled.add(ARTICLE, [inner])
    assert filled.get(inner.id).status == "pending"
    assert filled.get(outer.id).gone


def test_what_becomes_known_of_an_article_reaches_all_its_quotes(filled: Store) -> None:
    first, *rest = article_quotes()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    filled.add(ARTICLE, rest)
    dated = replace(ARTICLE, published="2025-01-01", outlet="وكالة")
    filled.add(dated, rest)
    assert filled.count("date:2025 outlet:وكالة") == 4
    assert filled.count("date:2025 is:gone") == 1
    assert filled.check() == []


def test_a_file_name_that_is_no_text_is_kept_and_known_again(store: Store) -> None:
    odd = replace(ARTICLE, name="bad\udcff.txt", address=None)
    store.add(odd, article_quotes(odd))
    assert next(store.documents()).document.name == "bad\udcff.txt"
    fresh = replace(odd, text="عاجل: " + odd.text)
    assert store.add(fresh, article_quotes(fresh)).supersedes == odd.sha256
    assert store.check() == []


# -- corrected texts ----------------------------------------------------------------------------


def test_a_correction_elsewhere_moves_the_reviews_along(filled: Store) -> None:
    first, second, *_ = article_quotes()
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    filled.decide(Decision(second.id, "reject", note="تكرار"), reviewer=OMAR)
    fresh = replace(ARTICLE, text="عاجل: " + ARTICLE.text.replace("من جهته", "ومن جهته"))
    report = filled.add(fresh, article_quotes(fresh))
    assert report.supersedes == ARTICLE.sha256
    assert (report.carried, report.flagged, report.gone, report.removed) == (2, 0, 0, 2)
    statuses = [q.status for q in filled.quotes_of_document(fresh.sha256)]
    assert statuses == ["accepted", "rejected", "pending", "pending"]
    moved = filled.get(first.id)
    assert moved.document.sha256 == fresh.sha256
    content = moved.quote.content[0]
    assert fresh.text[content.start : content.end] == content.text
    assert filled.document(ARTICLE.sha256).superseded_by == fresh.sha256
    assert filled.count() == 4
    assert filled.check() == []
    filled.undo(reviewer=MONA)
    assert filled.get(first.id).status == "pending"


def test_a_correction_of_the_words_asks_for_another_look(filled: Store) -> None:
    first = article_quotes()[0]
    role = Speaker("", "أنتوني بلينكن", "وزير خارجية أميركا", "person")
    reading = replace(filled.get(first.id).reading, speaker=role)
    filled.decide(Decision(first.id, "fix", reading=reading), reviewer=MONA)
    fresh = corrected(ARTICLE, "ستواصل دعم", "لن تواصل دعم")
    given = article_quotes(ARTICLE)
    changed = quote(fresh, "قال", "إن بلاده لن تواصل دعم أوكرانيا", "متحدث")
    again = [changed, *(quote(fresh, q.cue.text, q.text, None) for q in given[1:])]
    report = filled.add(fresh, again)
    assert (report.carried, report.flagged) == (1, 1)
    carried = filled.get(changed.id)
    assert carried.status == "fixed"
    assert carried.needs_look
    assert carried.quote.text == "إن بلاده لن تواصل دعم أوكرانيا"
    assert carried.quote.speaker
    assert carried.quote.speaker.role == "وزير خارجية أميركا"
    assert filled.check() == []


def test_a_reviewed_quote_cut_from_the_corrected_text_stays_with_the_old_one(
    filled: Store,
) -> None:
    last = article_quotes()[3]
    filled.decide(Decision(last.id, "accept"), reviewer=MONA)
    fresh = corrected(ARTICLE, "\nونفى مصدر في الوزارة «وجود خلاف» بين الحلفاء.", "")
    report = filled.add(fresh, article_quotes_without_last(fresh))
    assert (report.gone, report.carried) == (1, 0)
    kept = filled.get(last.id)
    assert kept.gone
    assert kept.document.sha256 == ARTICLE.sha256
    assert filled.check() == []


def article_quotes_without_last(document: Document) -> list[Quote]:
    return [
        quote(document, q.cue.text, q.text, q.speaker.name if q.speaker else None)
        for q in article_quotes()[:3]
    ]


def test_what_a_person_added_moves_to_the_corrected_text(filled: Store) -> None:
    missed = quote(ARTICLE, "من جهته", "لن يرسل الأسلحة", None)
    reading = replace(
        filled.find()[0].reading, content=missed.content, cue=missed.cue, mention=None
    )
    added = filled.add_missed(ARTICLE.sha256, reading, reviewer=MONA)
    fresh = replace(ARTICLE, text="عاجل: " + ARTICLE.text)
    filled.add(fresh, article_quotes(fresh))
    moved = filled.get(added.id)
    assert moved.document.sha256 == fresh.sha256
    assert moved.status == "fixed"
    assert filled.count("is:missed") == 1
    assert filled.check() == []


def test_another_article_of_the_same_name_is_no_correction(filled: Store) -> None:
    filled.decide(Decision(article_quotes()[0].id, "accept"), reviewer=MONA)
    (other, quotes), *_ = many(1)
    other = replace(other, name=ARTICLE.name)
    report = filled.add(other, [replace(q, id=q.id) for q in quotes])
    assert report.supersedes is None
    assert filled.document(ARTICLE.sha256).superseded_by is None
    assert filled.count("is:gone") == 0


def test_standard_input_has_no_name_to_go_by(store: Store) -> None:
    one = replace(ARTICLE, name="-", address=None)
    two = corrected(one, "المزيد", "الكثير")
    store.add(one, article_quotes(one))
    report = store.add(two, [])
    assert report.supersedes is None


def test_a_text_that_comes_back_is_current_again(filled: Store) -> None:
    first = article_quotes()[0]
    filled.decide(Decision(first.id, "accept"), reviewer=MONA)
    fresh = replace(ARTICLE, text="عاجل: " + ARTICLE.text)
    filled.add(fresh, article_quotes(fresh))
    filled.add(ARTICLE, article_quotes())
    assert filled.document(ARTICLE.sha256).superseded_by is None
    assert filled.document(fresh.sha256).superseded_by == ARTICLE.sha256
    assert filled.get(first.id).status == "accepted"
    assert filled.get(first.id).document.sha256 == ARTICLE.sha256
    assert filled.count() == 4
    assert filled.check() == []


def test_a_batch_may_hold_one_article_twice(store: Store) -> None:
    fresh = replace(ARTICLE, text="عاجل: " + ARTICLE.text)
    reports = store.add_many(
        [
            (ARTICLE, article_quotes()),
            (fresh, article_quotes(fresh)),
            (fresh, article_quotes(fresh)),
        ]
    )
    assert [r.supersedes for r in reports] == [None, ARTICLE.sha256, None]
    assert store.count() == 4
    assert store.check() == []

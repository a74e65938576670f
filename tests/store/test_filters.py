"""The filter language: how it is read, and that it means the same on every engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import Decision, Filter, FilterError, Store, open_store
from store.agreement import cohen_kappa, krippendorff_alpha
from store.copying import copy
from store.filters import CHOICES, FIELDS, Range, Term
from tests.store.conftest import ENGINES, new_location
from tests.store.samples import ARTICLE, article_quotes, many, quote


def test_words_and_terms_are_told_apart() -> None:
    found = Filter.parse('هدنةً speaker:"مارك روته",بلينكن -status:rejected date:2024-01.. is:Gone')
    assert found.terms == (
        Term("text", ("هدنه",)),
        Term("speaker", ("مارك روته", "بلينكن")),
        Term("status", ("rejected",), negated=True),
        Term("date", (Range("2024-01", None),)),
        Term("is", ("gone",)),
    )
    assert found.words() == ("هدنه",)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("   ", ()),
        ("قال:نعم", (Term("text", ("قال:نعم",)),)),
        ("https://example.org/a", (Term("text", ("https://example.org/a",)),)),
        ('"قال كلاما', (Term("text", ("قال كلاما",)),)),
        ("-", (Term("text", ("-",)),)),
        ("-هدنة", (Term("text", ("هدنه",), negated=True),)),
        ("حالة:pending", (Term("status", ("pending",)),)),
        ("القائل:روته", (Term("text", ("القايل:روته",)),)),
        ("قائل:روته،بلينكن", (Term("speaker", ("روته", "بلينكن")),)),
        ("confidence:..0.5", (Term("confidence", (Range(None, 0.5),)),)),
    ],
)
def test_what_people_type(text: str, terms: tuple[Term, ...]) -> None:
    assert Filter.parse(text).terms == terms


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("speeker:x", "did you mean speaker"),
        ("zzz:x", "fields are"),
        ("status:done", "choose from pending"),
        ("date:yesterday", "date:2024-01..2024-06"),
        ("date:2024-1", "date:2024-01..2024-06"),
        ("date:2024-13", "2024-13 is no date"),
        ("date:2024-01..2024-02-31", "2024-02-31 is no date"),
        ("confidence:80%", "confidence:0.5..0.8"),
        ("speaker:", "speaker:بلينكن"),
    ],
)
def test_what_makes_no_sense_is_answered_with_what_would(text: str, hint: str) -> None:
    with pytest.raises(FilterError, match=r".") as caught:
        Filter.parse(text)
    assert hint in str(caught.value)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FilterError):
        Filter.parse(text)


def test_hidden_quotes_show_only_when_asked_for(store: Store) -> None:
    store.add(ARTICLE, article_quotes())
    missed = quote(ARTICLE, "من جهته", "الأسلحة", None)
    reading = replace(store.find()[0].reading, content=missed.content, cue=missed.cue, mention=None)
    added = store.add_missed(ARTICLE.sha256, reading, reviewer="mona")
    store.undo(reviewer="mona")
    assert added.id not in store.find_ids()
    assert store.find_ids("is:hidden") == [added.id]
    assert store.find_ids(f"id:{added.id}") == [added.id]
    assert added.id not in store.find_ids("-is:hidden")


# -- the same on every engine -------------------------------------------------------------------

words = st.sampled_from(
    ["هدنه", "الأسلحة", "بلينكن", "رُوته", "%", "_", "'", "\\", "رويترز", "سكاي نيوز"]
)
values = st.one_of(
    words.map(lambda word: f'"{word}"'),
    st.sampled_from(["deny", "assert,neutral", "2024", "2024-03..2024-07", "0.2..0.6", "mona"]),
    st.sampled_from([choice for choices in CHOICES.values() for choice in choices]),
)
terms = st.one_of(
    words.map(lambda word: f'"{word}"'),
    st.tuples(
        st.sampled_from([*FIELDS, "is"]),
        values,
    ).map(":".join),
)
filters = st.lists(
    st.tuples(st.sampled_from(["", "-"]), terms).map("".join), min_size=1, max_size=3
).map(" ".join)


@pytest.fixture(scope="module")
def copies(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Store]]:
    """One content with something for every filter, on every engine."""
    stores = []
    for engine in ENGINES:
        stores.append(open_store(new_location(engine, tmp_path_factory.mktemp(engine), request)))
    first = stores[0]
    first.add(ARTICLE, [replace(q, parent=article_quotes()[0].id) for q in article_quotes()])
    first.add_many(many(6))
    ids = first.find_ids()
    for number, quote_id in enumerate(ids[::2]):
        action = ("accept", "reject", "flag")[number % 3]
        first.decide(Decision(quote_id, action), reviewer="mona")  # type: ignore[arg-type]
    for quote_id in ids[:6]:
        first.decide(Decision(quote_id, "reject"), reviewer="omar")
    first.decide(Decision(ids[0], "adjudicate", verdict="accepted"), reviewer="hind")
    first.add(ARTICLE, article_quotes()[1:])
    one, two, *_ = first.speakers()
    first.merge_speakers(one.id, two.id, reviewer="mona")
    for other in stores[1:]:
        copy(first, other)
    yield stores
    for store in stores:
        store.close()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=filters)
def test_a_filter_means_the_same_on_every_engine(copies: list[Store], text: str) -> None:
    try:
        Filter.parse(text)
    except FilterError:
        return
    found = [store.find_ids(text) for store in copies]
    assert found[0] == found[1] == found[2]
    counts = [store.counts(text) for store in copies]
    assert counts[0] == counts[1] == counts[2]
    assert sum(counts[0].values()) == len(found[0])


# -- agreement ----------------------------------------------------------------------------------


def test_cohens_kappa_of_a_known_table() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)
    assert cohen_kappa([]) is None
    assert cohen_kappa([("y", "y")] * 3) is None


def test_krippendorffs_alpha_of_his_own_example() -> None:
    """Four observers, twelve units, with gaps: nominal alpha 0.743 (Krippendorff 2011, part C)."""
    observers = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    units = [[label for label in unit if label != "."] for unit in zip(*observers, strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=0.0005)
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha([["a", "a"], ["a", "a"]]) is None
    assert krippendorff_alpha([["a", "b"], ["b", "a"]]) == pytest.approx(-0.5)

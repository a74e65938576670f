"""The registry of speakers, on every engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.errors import UsageError
from quotes.model import Document, Quote, Speaker
from store import Decision, NotFoundError, Store
from store.names import likeness
from tests.store.samples import ARTICLE, BLINKEN, RUTTE, article_quotes, quote

MONA = "mona"


def said_by(name: str, number: int = 0, *, mention: str | None = None) -> tuple[Document, Quote]:
    """A small article that quotes somebody under this name."""
    document = Document(f"{number}.txt", f"قال {mention or name} إن الأمر {number} انتهى.")
    return document, quote(document, "قال", f"إن الأمر {number} انتهى", name, mention or name)


def add(store: Store, name: str, number: int, **options: str | None) -> str:
    document, given = said_by(name, number, **options)
    store.add(document, [given])
    return given.id


def speaker_of(store: Store, quote_id: str) -> str:
    speaker = store.get(quote_id).quote.speaker
    assert speaker
    return speaker.name


def test_one_entity_for_one_name_and_none_for_the_unnamed(store: Store) -> None:
    store.add(ARTICLE, article_quotes())
    quotes = store.find()
    assert quotes[0].entity == quotes[1].entity
    assert quotes[0].quote.speaker
    assert quotes[0].quote.speaker.id == quotes[0].entity
    assert quotes[3].entity is None
    assert {e.name for e in store.speakers()} == {BLINKEN, RUTTE}


def test_a_merge_is_seen_everywhere_and_can_be_taken_back(store: Store) -> None:
    one, two = add(store, "دونالد ترامب", 1), add(store, "دونالد ترمب", 2)
    first, second = store.get(one).entity, store.get(two).entity
    assert first
    assert second
    merged = store.merge_speakers(first, second, reviewer=MONA)
    assert merged.quotes == 2
    assert [alias.text for alias in merged.aliases] == ["دونالد ترمب"]
    assert speaker_of(store, two) == "دونالد ترامب"
    assert store.get(two).entity == first
    assert set(store.find_ids("speaker:ترامب")) == {one, two}
    assert set(store.find_ids("speaker:ترمب")) == {one, two}
    assert len(store.speakers()) == 1
    assert store.speaker(second).id == first
    # What comes later under either name belongs to the one.
    assert store.get(add(store, "دونالد ترمب", 3)).entity == first
    store.unmerge_speaker(second, reviewer=MONA)
    assert speaker_of(store, two) == "دونالد ترمب"
    assert store.find_ids("speaker:ترامب") == [one]
    assert [event.action for event in store.speaker_history(second)] == ["merge", "unmerge"]
    assert store.check() == []


def test_chains_of_merges_come_apart_where_they_were_joined(store: Store) -> None:
    ids = [add(store, name, n) for n, name in enumerate(["بلينكن", "بلنكن", "أ. بلينكن"])]
    a, b, c = (store.get(i).entity or "" for i in ids)
    store.merge_speakers(b, c, reviewer=MONA)
    store.merge_speakers(a, b, reviewer=MONA)
    assert {store.get(i).entity for i in ids} == {a}
    store.unmerge_speaker(b, reviewer=MONA)
    assert [store.get(i).entity for i in ids] == [a, b, b]
    with pytest.raises(UsageError, match="not part of"):
        store.unmerge_speaker(a, reviewer=MONA)
    with pytest.raises(UsageError, match="one speaker already"):
        store.merge_speakers(b, c, reviewer=MONA)
    assert store.check() == []


def test_a_split_outlives_extraction(store: Store) -> None:
    one, two = add(store, "محمد علي", 1), add(store, "محمد علي", 2)
    entity = store.get(one).entity or ""
    fresh = store.split_speaker(entity, [two], "محمد علي", reviewer=MONA)
    assert fresh.id != entity
    assert store.get(two).entity == fresh.id
    document, given = said_by("محمد علي", 2)
    store.add(document, [given])
    assert store.get(two).entity == fresh.id
    assert store.get(two).status == "pending"
    assert store.propose_merges() == []
    with pytest.raises(NotFoundError, match="several"):
        store.speaker("محمد علي")
    with pytest.raises(UsageError, match="is not by"):
        store.split_speaker(entity, [two], "آخر", reviewer=MONA)
    assert store.check() == []


def test_a_new_name_shows_on_every_quote_and_the_old_one_still_leads_there(store: Store) -> None:
    one = add(store, "الرئيس بايدن", 1)
    entity = store.get(one).entity or ""
    renamed = store.rename_speaker(entity, "جو بايدن", reviewer=MONA)
    assert renamed.name == "جو بايدن"
    assert speaker_of(store, one) == "جو بايدن"
    assert store.speaker("الرئيس بايدن").id == entity
    assert store.get(add(store, "الرئيس بايدن", 2)).entity == entity
    assert store.get(add(store, "جو بايدن", 3)).entity == entity


def test_a_confirmed_alias_goes_before_the_documents_own_guess(store: Store) -> None:
    entity = store.get(add(store, "أنتوني بلينكن", 1)).entity or ""
    document, wrong = said_by("مجهول ما", 2, mention="بلينكن")
    store.alias_speaker(entity, "بلينكن", reviewer=MONA)
    store.add(document, [wrong])
    found = store.get(wrong.id)
    assert found.entity == entity
    assert found.quote.speaker
    assert found.quote.speaker.name == "أنتوني بلينكن"
    assert any("بلينكن" in reason and MONA in reason for reason in found.quote.evidence)
    guesses = [candidate.speaker.name for candidate in found.quote.candidates]
    assert guesses == ["أنتوني بلينكن", "مجهول ما"]
    assert found.status == "pending"


def test_a_fuller_name_in_the_document_is_better_than_a_known_surname(store: Store) -> None:
    entity = store.get(add(store, "أنتوني بلينكن", 1)).entity or ""
    store.alias_speaker(entity, "بلينكن", reviewer=MONA)
    other = add(store, "دونالد بلينكن", 2, mention="بلينكن")
    assert speaker_of(store, other) == "دونالد بلينكن"


def test_what_reviewers_correct_is_remembered_and_forgotten_on_undo(store: Store) -> None:
    store.add(*_listed(said_by("أنتوني بلينكن", 1)))
    document, given = said_by("بلنكن", 2)
    store.add(document, [given])
    entity = store.speaker("أنتوني بلينكن")
    reading = replace(store.get(given.id).reading, speaker=entity.speaker())
    store.decide(Decision(given.id, "fix", reading=reading), reviewer=MONA)
    aliases = {alias.text: alias for alias in store.speaker(entity.id).aliases}
    assert aliases["بلنكن"].confirmed_by == MONA
    assert given.id in (aliases["بلنكن"].evidence or "")
    assert store.get(add(store, "بلنكن", 3)).entity == entity.id
    store.undo(reviewer=MONA)
    aliases = {alias.text: alias for alias in store.speaker(entity.id).aliases}
    assert aliases["بلنكن"].confirmed_by is None
    store.redo(reviewer=MONA)
    aliases = {alias.text: alias for alias in store.speaker(entity.id).aliases}
    assert aliases["بلنكن"].confirmed_by == MONA
    assert store.check() == []


def _listed(pair: tuple[Document, Quote]) -> tuple[Document, list[Quote]]:
    return pair[0], [pair[1]]


def test_a_wrong_guess_does_not_become_an_alias(store: Store) -> None:
    one = add(store, "مارك روته", 1)
    reading = replace(store.get(one).reading, speaker=Speaker("", "جو بايدن", None, "person"))
    fixed = store.decide(Decision(one, "fix", reading=reading), reviewer=MONA)
    assert fixed.entity
    assert store.speaker(fixed.entity).aliases == ()
    assert store.speaker("مارك روته").quotes == 0


def test_aliases_can_be_taken_away(store: Store) -> None:
    entity = store.get(add(store, "أنتوني بلينكن", 1)).entity or ""
    store.alias_speaker(entity, "الوزير", reviewer=MONA)
    assert store.speaker("الوزير").id == entity
    store.alias_speaker(entity, "الوزير", reviewer=MONA, remove=True)
    with pytest.raises(NotFoundError):
        store.speaker("الوزير")
    with pytest.raises(NotFoundError, match="no alias"):
        store.alias_speaker(entity, "الوزير", reviewer=MONA, remove=True)
    with pytest.raises(UsageError, match="canonical"):
        store.alias_speaker(entity, "أنتوني بلينكن", reviewer=MONA, remove=True)
    actions = [event.action for event in store.speaker_history(entity)]
    assert actions == ["alias", "unalias"]


def test_a_speaker_can_be_entered_by_hand(store: Store) -> None:
    entity = store.add_speaker("ينس ستولتنبرغ", role="الأمين العام للناتو", reviewer=MONA)
    assert store.speakers("ستول") == [entity]
    assert entity.speaker().role == "الأمين العام للناتو"
    assert store.add_speaker("ينس ستولتنبرغ", reviewer=MONA).id == entity.id


def test_roles_over_time(store: Store) -> None:
    for number, (role, day) in enumerate(
        [
            ("رئيس الوزراء", "2023-05-01"),
            ("الأمين العام", "2024-10-02"),
            ("الأمين العام", "2024-12-01"),
        ]
    ):
        document, given = said_by("مارك روته", number)
        assert given.speaker
        speaker = replace(given.speaker, role=role)
        store.add(replace(document, published=day), [replace(given, speaker=speaker)])
    roles = [(r.role, r.first, r.last) for r in store.speaker("مارك روته").roles]
    assert roles == [
        ("رئيس الوزراء", "2023-05-01", "2023-05-01"),
        ("الأمين العام", "2024-10-02", "2024-12-01"),
    ]


def test_spellings_are_proposed_never_merged_alone(store: Store) -> None:
    names = ["دونالد ترامب", "دونالد ترمب", "روته", "روتي", "أنتوني بلينكن", "بلنكن", "محمد حسن"]
    names += ["محمد حسين", "محمود حسن"]
    for number, name in enumerate(names):
        add(store, name, number)
    pairs = {frozenset((p.first.name, p.second.name)) for p in store.propose_merges()}
    assert pairs == {
        frozenset(("دونالد ترامب", "دونالد ترمب")),
        frozenset(("روته", "روتي")),
        frozenset(("أنتوني بلينكن", "بلنكن")),
    }
    assert len(store.speakers()) == len(names)
    store.decline_merge("روته", "روتي", reviewer=MONA)
    pairs = {frozenset((p.first.name, p.second.name)) for p in store.propose_merges()}
    assert frozenset(("روته", "روتي")) not in pairs


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("ترامب", "ترمب", True),
        ("بلينكن", "بلنكن", True),
        ("روته", "روتي", True),
        ("مارك روتة", "مارك روته", True),
        ("أنطونيو غوتيريش", "أنطونيو جوتيريس", True),
        ("فولوديمير زيلينسكي", "فلوديمير زيلنسكي", True),
        ("جان-كلود يونكر", "جان كلود يونكر", True),
        ("بلينكن", "أنتوني بلينكن", True),
        ("حسن", "حسين", False),
        ("محمد علي", "محمود علي", False),
        ("حسن نصر الله", "حسن روحاني", False),
        ("جو بايدن", "هانتر بايدن", False),
        ("أنتوني بلينكن", "أنتوني", False),
        ("سلمان بن عبد العزيز", "محمد بن سلمان بن عبد العزيز", False),
        ("رئيس الهيئة", "نائب رئيس الهيئة", False),
        ("علي الشهراني", "علي بن عمير الشهراني", True),
        ("خالد مرغلاني", "خالد المرغلاني", True),
        ("الدكتور خالد مرغلاني", "خالد مرغلاني", True),
        ("بدا", "بعدها", False),
    ],
)
def test_likeness_of_names(first: str, second: str, alike: bool) -> None:
    assert (likeness(first, second) is not None) == alike
    assert likeness(first, second) == likeness(second, first)

"""Random work against a simple model in memory, on every engine.

The model knows nothing of ids, spans or events that are carried: an article has three sentences,
each of which an extraction finds whole, cut short, or not at all, and each has a pile of decisions
on it. Whatever is added, corrected, decided, undone, merged, crashed and reopened, the store shows
for each sentence what its pile says.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from quotes.model import Document, Quote
from store import ConflictError, Decision, open_store
from store.contract import Store
from store.values import StoredQuote
from tests.store.conftest import new_location
from tests.store.samples import quote

SPEAKERS = ("بلينكن", "روته", "زيلينسكي", "غوتيريش")
REVIEWERS = ("mona", "omar")
ARTICLES = (0, 1)
SENTENCES = (0, 1, 2)
Slot = tuple[int, int]


def token(slot: Slot) -> str:
    """A word that only this sentence has."""
    return ("زرافة", "نافذة", "طاولة", "سفينة", "مظلة", "فانوس")[3 * slot[0] + slot[1]]


def speaker_in(slot: Slot) -> str:
    return SPEAKERS[(slot[0] + slot[1]) % len(SPEAKERS)]


def document(article: int, version: int) -> Document:
    sentences = [
        f"قال{n} {speaker_in((article, n))} إن {token((article, n))} كلام طويل له آخر بعيد."
        for n in SENTENCES
    ]
    return Document(f"{article}.txt", "عاجل: " * version + "\n".join(sentences))


def extraction(article: int, version: int, forms: tuple[str, ...]) -> list[Quote]:
    found = []
    for number, form in enumerate(forms):
        slot = (article, number)
        end = " كلام طويل له آخر بعيد" if form == "whole" else " كلام طويل له"
        if form != "none":
            text = f"إن {token(slot)}{end}"
            found.append(quote(document(article, version), f"قال{number}", text, speaker_in(slot)))
    return found


@dataclass
class Done:
    """One action on one sentence; ``entity`` is the speaker that a decision pinned."""

    reviewer: str
    slot: Slot
    status: str | None
    entity: str
    undone: bool = False


@dataclass
class Model:
    found: set[Slot] = field(default_factory=set)
    done: list[Done] = field(default_factory=list)
    merged: dict[str, str] = field(default_factory=dict)
    can_redo: dict[str, list[Done]] = field(default_factory=dict)

    def root(self, name: str) -> str:
        while name in self.merged:
            name = self.merged[name]
        return name

    def visible(self) -> set[Slot]:
        return self.found | {done.slot for done in self.done}

    def standing(self, slot: Slot) -> Done | None:
        pile = [d for d in self.done if d.slot == slot and not d.undone and d.status]
        return pile[-1] if pile else None

    def status(self, slot: Slot) -> str:
        last = self.standing(slot)
        return last.status or "" if last else "pending"

    def entity(self, slot: Slot) -> str:
        last = self.standing(slot)
        return self.root(last.entity if last else speaker_in(slot))

    def act(self, done: Done) -> None:
        self.done.append(done)
        self.can_redo[done.reviewer] = []

    def undo(self, reviewer: str) -> bool:
        pile = [d for d in self.done if d.reviewer == reviewer and not d.undone]
        if not pile:
            return False
        pile[-1].undone = True
        self.can_redo.setdefault(reviewer, []).append(pile[-1])
        return True

    def redo(self, reviewer: str) -> bool:
        if not self.can_redo.get(reviewer):
            return False
        self.can_redo[reviewer].pop().undone = False
        return True


slots = st.tuples(st.sampled_from(ARTICLES), st.sampled_from(SENTENCES))
reviewers = st.sampled_from(REVIEWERS)
speakers = st.sampled_from(SPEAKERS)
forms = st.tuples(*[st.sampled_from(["whole", "short", "none"])] * len(SENTENCES))


class RandomWork(RuleBasedStateMachine):
    """See the module's description; ``new_place`` gives the location of a new database."""

    new_place: Callable[[], str]

    def __init__(self) -> None:
        super().__init__()
        self.location = type(self).new_place()
        self.store: Store = open_store(self.location)
        self.model = Model()

    @initialize()
    def everybody_has_spoken(self) -> None:
        for name in SPEAKERS:
            self.store.add_speaker(name, reviewer="mona")

    def shown(self, slot: Slot) -> StoredQuote | None:
        found = self.store.find(token(slot))
        assert len(found) <= 1
        return found[0] if found else None

    @rule(article=st.sampled_from(ARTICLES), version=st.integers(0, 1), forms=forms)
    def add(self, article: int, version: int, forms: tuple[str, ...]) -> None:
        self.store.add(document(article, version), extraction(article, version, forms))
        for number, form in enumerate(forms):
            slot = (article, number)
            (self.model.found.discard if form == "none" else self.model.found.add)(slot)

    @rule(slot=slots, reviewer=reviewers, action=st.sampled_from(["accept", "reject", "note"]))
    def decide(self, slot: Slot, reviewer: str, action: str) -> None:
        stored = self.shown(slot)
        if stored is None:
            return
        decision = Decision(stored.id, action, stored.revision)  # type: ignore[arg-type]
        after = self.store.decide(decision, reviewer=reviewer)
        status = {"accept": after.status, "reject": "rejected"}.get(action)
        if action == "accept":
            assert after.status in ("accepted", "fixed")
        self.model.act(Done(reviewer, slot, status, self.model.entity(slot)))
        with pytest.raises(ConflictError):
            self.store.decide(decision, reviewer=reviewer)

    @rule(slot=slots, reviewer=reviewers, name=speakers)
    def fix(self, slot: Slot, reviewer: str, name: str) -> None:
        stored = self.shown(slot)
        if stored is None:
            return
        speaker = self.store.speaker(name).speaker()
        reading = replace(stored.reading, speaker=speaker)
        after = self.store.decide(Decision(stored.id, "fix", reading=reading), reviewer=reviewer)
        self.model.act(Done(reviewer, slot, after.status, self.model.root(name)))

    @rule(reviewer=reviewers)
    def undo(self, reviewer: str) -> None:
        assert bool(self.store.undo(reviewer=reviewer)) == self.model.undo(reviewer)

    @rule(reviewer=reviewers)
    def redo(self, reviewer: str) -> None:
        assert bool(self.store.redo(reviewer=reviewer)) == self.model.redo(reviewer)

    @rule(into=speakers, other=speakers)
    def merge(self, into: str, other: str) -> None:
        into, other = self.model.root(into), self.model.root(other)
        if into != other:
            one, two = self.store.speaker(into).id, self.store.speaker(other).id
            self.store.merge_speakers(one, two, reviewer="mona")
            self.model.merged[other] = into

    @precondition(lambda self: self.model.merged)
    @rule(data=st.data())
    def unmerge(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.model.merged)))
        (member,) = [e for e in self._all_entities() if e[1] == name]
        self.store.unmerge_speaker(member[0], reviewer="omar")
        del self.model.merged[name]

    def _all_entities(self) -> list[tuple[str, str]]:
        rows = (row for table, row in self.store.dump() if table == "entities")
        return [(row["id"], row["name"]) for row in rows]

    @rule()
    def close_and_open(self) -> None:
        digest = self.store.digest()
        self.store.close()
        self.store = open_store(self.location)
        assert self.store.digest() == digest

    @rule()
    def crash_and_open(self) -> None:
        # Nobody closes anything when a process is killed; the next one starts from the files.
        digest = self.store.digest()
        self.abandoned = self.store
        self.store = open_store(self.location)
        assert self.store.digest() == digest

    @invariant()
    def the_store_shows_what_the_piles_say(self) -> None:
        visible = {s for a in ARTICLES for n in SENTENCES if self.shown(s := (a, n))}
        assert visible == self.model.visible()
        for slot in visible:
            stored = self.shown(slot)
            assert stored
            assert stored.status == self.model.status(slot)
            assert stored.quote.speaker
            assert stored.quote.speaker.name == self.model.entity(slot)
            assert stored.gone == (slot not in self.model.found)
            text = self.store.document(stored.document.sha256).document.text
            for piece in stored.quote.content:
                assert text[piece.start : piece.end] == piece.text

    @invariant()
    def nothing_is_broken(self) -> None:
        assert self.store.check() == []

    def teardown(self) -> None:
        self.store.close()


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["tinydb", "sqlite", "postgresql"])
def test_random_work(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    number = iter(range(10**6))

    def new_place() -> str:
        folder = tmp_path / str(next(number))
        folder.mkdir()
        return new_location(engine, folder, request)

    class Machine(RandomWork):
        pass

    Machine.new_place = staticmethod(new_place)
    soaking = bool(os.environ.get("QUOTES_SOAK"))
    examples = {"tinydb": 25, "sqlite": 12, "postgresql": 6}[engine]
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        Machine,
        settings=settings(
            max_examples=examples * (4 if soaking else 1),
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=not soaking,
        ),
    )

"""What a reviewer did, newest last, to be undone and redone in turn.

The store undoes decisions, without limit and across sittings. A change of a canonical name is in
the registry, not among the reviews; within a sitting this trail remembers where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.contract import Store
from store.values import StoredQuote


@dataclass(frozen=True, slots=True)
class Rename:
    """A change of an entity's canonical name."""

    entity: str
    old: str
    new: str


class Trail:
    """The actions of one reviewer; ``None`` stands for one that the store undoes."""

    def __init__(self, store: Store, reviewer: str) -> None:
        self._store = store
        self._reviewer = reviewer
        self._done: list[Rename | None] = []
        self._undone: list[Rename | None] = []

    def did(self, action: Rename | None = None) -> None:
        """Remember an action; what was undone before cannot be redone any more."""
        self._done.append(action)
        self._undone.clear()

    def undo(self) -> Rename | list[StoredQuote]:
        """Take the last action back: the name change it was, or the quotes that changed."""
        last = self._done[-1] if self._done else None
        if last is not None:
            self._store.rename_speaker(last.entity, last.old, reviewer=self._reviewer)
            self._undone.append(self._done.pop())
            return last
        changed = self._store.undo(reviewer=self._reviewer)
        if changed:
            self._done[-1:] = []
            self._undone.append(None)
        return changed

    def redo(self) -> Rename | list[StoredQuote]:
        """Do again what was taken back last."""
        last = self._undone[-1] if self._undone else None
        if last is not None:
            self._store.rename_speaker(last.entity, last.new, reviewer=self._reviewer)
            self._done.append(self._undone.pop())
            return last
        changed = self._store.redo(reviewer=self._reviewer)
        if changed:
            self._undone[-1:] = []
            self._done.append(None)
        return changed

"""Views that a reviewer saved, and the place where one stopped, kept in the database."""

from __future__ import annotations

from store.contract import Store
from tui.session.queue import PENDING, View

BUILT_IN: tuple[View, ...] = (
    View(PENDING, "uncertain", "pending"),
    View(PENDING, "document", "in_order"),
    View(PENDING, "speaker", "by_speaker"),
    View(f"{PENDING} is:unattributed", "uncertain", "unattributed"),
    View("is:flagged", "document", "flagged"),
    View("is:look", "document", "look"),
    View("is:reviewed", "reviewed", "reviewed"),
    View("", "document", "all"),
)
"""Views that everybody has; their names are keys of the texts ``view.*``."""

_VIEWS = "review.views"
_POSITION = "review.position"


def saved(store: Store, reviewer: str) -> list[View]:
    """The reviewer's own views, in the order in which they were saved."""
    values = store.setting(reviewer, _VIEWS)
    found = [View.from_setting(value) for value in values] if isinstance(values, list) else []
    return [view for view in found if view is not None and view.name]


def save(store: Store, reviewer: str, view: View) -> None:
    """Keep ``view`` under its name, in place of one of the same name."""
    others = [other for other in saved(store, reviewer) if other.name != view.name]
    store.set_setting(reviewer, _VIEWS, [other.to_setting() for other in [*others, view]])


def forget(store: Store, reviewer: str, name: str) -> None:
    """Drop the view of this name."""
    kept = [view.to_setting() for view in saved(store, reviewer) if view.name != name]
    store.set_setting(reviewer, _VIEWS, kept)


def stop_at(store: Store, reviewer: str, view: View, quote_id: str | None) -> None:
    """Keep where the reviewer stopped."""
    value = {"view": view.to_setting(), "quote": quote_id}
    if store.setting(reviewer, _POSITION) != value:
        store.set_setting(reviewer, _POSITION, value)


def stopped_at(store: Store, reviewer: str) -> tuple[View, str | None]:
    """Where the reviewer stopped: the view, and the quote that was in view.

    The start for a new reviewer is the pending quotes, least certain first.
    """
    value = store.setting(reviewer, _POSITION)
    if not isinstance(value, dict):
        return View(), None
    view = View.from_setting(value.get("view")) or View()
    quote_id = value.get("quote")
    return view, quote_id if isinstance(quote_id, str) else None

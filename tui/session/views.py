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
    value = {
        "view": view.to_setting(),
        "quote": quote_id,
        "event": _last_number(store, reviewer),
    }
    if store.setting(reviewer, _POSITION) != value:
        store.set_setting(reviewer, _POSITION, value)


def stopped_at(store: Store, reviewer: str) -> tuple[View, str | None]:
    """Where the reviewer stopped: the view, and the quote that was in view.

    After a sitting that was cut off, the quote after the last one that was dealt with. The start
    for a new reviewer is the pending quotes, least certain first.
    """
    value = store.setting(reviewer, _POSITION)
    kept = value if isinstance(value, dict) else {}
    view = View.from_setting(kept.get("view")) or View()
    if _last_number(store, reviewer) != kept.get("event"):
        return view, _after_last(store, reviewer, view)
    quote_id = kept.get("quote")
    return view, quote_id if isinstance(quote_id, str) else None


def _last_number(store: Store, reviewer: str) -> int | None:
    last = store.events(reviewer=reviewer, limit=1)
    return last[0].number if last else None


def _after_last(store: Store, reviewer: str, view: View) -> str | None:
    """The first quote of the view after the one that the reviewer's last event is about."""
    (last,) = store.events(reviewer=reviewer, limit=1) or (None,)
    if last is None:
        return None
    # A quote that is settled has left the view of pending ones, but not its place in the order.
    everything = store.find_ids(view.where.replace(PENDING, "").strip(), view.order)
    waiting = set(store.find_ids(view.where, view.order))
    if last.quote_id not in everything:
        return None
    place = everything.index(last.quote_id) + (last.action not in ("undo", "flag", "note"))
    return next((quote_id for quote_id in everything[place:] if quote_id in waiting), None)

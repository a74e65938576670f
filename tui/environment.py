"""What every screen needs and none owns: how to paint, in which words, with which keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui import keys
from tui.language import Texts
from tui.painting import Painter
from tui.widgets.painted import Paragraph

_NO_BREAK = "\u00a0"
_MORE = {"adjudication": ("1…9", "take"), "typing": ("⏎", "choose"), "line": ("⏎", "done")}
"""Keys that are no action's; "line" is typing without a list."""


@dataclass(frozen=True, slots=True)
class Environment:
    """The painter, the texts and the keymap in force (binding id to keys).

    ``sure`` is false when the way of painting was only guessed.
    """

    painter: Painter
    texts: Texts
    keymap: Mapping[str, str] = field(default_factory=dict)
    sure: bool = True

    def keys_of(self, context: keys.Context, name: str) -> str:
        """The keys of an action, as a person reads them."""
        for action, names in keys.effective(self.keymap, context):
            if action.name == name:
                return keys.shown(names)
        return ""

    def hints(self, context: keys.Context) -> Paragraph:
        """The actions that the foot of a screen shows, each after its first key."""
        pieces: list[str | tuple[str, str]] = []
        if context in _MORE:
            key, name = _MORE[context]
            label = self.texts(f"short.{name}").replace(" ", _NO_BREAK)
            pieces += [(key, "key"), f"{_NO_BREAK}{label}   "]
        without = ("option_down",) if context == "line" else ()
        place = "typing" if context == "line" else context
        for action, names in keys.effective(self.keymap, place):
            if action.foot and action.name not in without:
                label = self.texts(f"short.{action.name}").replace(" ", _NO_BREAK)
                first = keys.shown(names).split(" ")[0]
                pieces += [(first, "key"), f"{_NO_BREAK}{label}   "]
        return Paragraph.of(*pieces)

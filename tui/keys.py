"""The keys of the review app: one table of actions, remapped by a file, twinned for Arabic.

Every action has a stable name. ``keys.toml`` in the configuration folder gives an action other
keys, written as Textual writes them and separated by commas::

    [keys]
    accept = "a, enter"
    reject = "x"

A key that is a letter also works while the keyboard is switched to Arabic: the letter on the same
physical key (a and ش) is bound with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from textual.binding import Binding, BindingType
from textual.keys import _character_to_key

from quotes.errors import UsageError

# Layout "Arabic (101)": Windows, xkb's "ara" and most keyboards sold. B is absent: its key gives
# two letters (lam, alef), which arrive as the keys G and H; neither of those may decide anything.
_TWINS = dict(zip("qwertyuiopasdfghjkl", "ضصثقفغعهخحشسيبلاتنم", strict=True))
_TWINS |= dict(zip("[];'zxcvnm,./", "جدكطئءؤرىةوزظ", strict=True))
_TWINS |= {
    "Q": "\u064e", "W": "\u064b", "E": "\u064f", "R": "\u064c", "Y": "إ", "U": "‘", "I": "÷",
    "O": "×", "P": "؛", "A": "\u0650", "S": "\u064d", "H": "أ", "J": "ـ", "K": "،", "X": "\u0652",
    "N": "آ", "M": "’", "?": "؟",
}  # fmt: skip
_TWINS |= dict(zip("0123456789", "٠١٢٣٤٥٦٧٨٩", strict=True))

Context = str
"""Where an action works: a screen or a mode of one; see :data:`ACTIONS`."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does: its stable name, where it works, and its keys.

    The foot of the screen shows it when ``foot`` is true. The name is also the name of Textual's
    action and of the text that describes it.
    """

    name: str
    context: Context
    keys: str
    foot: bool = False


ACTIONS: tuple[Action, ...] = (
    # Deciding.
    Action("accept", "review", "a", foot=True),
    Action("reject", "review", "x", foot=True),
    Action("reject_because", "review", "r", foot=True),
    Action("edit_speaker", "review", "e", foot=True),
    Action("runner_up", "review", "t", foot=True),
    Action("undo", "review", "u,ctrl+z,backspace", foot=True),
    Action("redo", "review", "y,ctrl+y", foot=True),
    Action("skip", "review", "s,space", foot=True),
    Action("flag", "review", "f"),
    Action("note", "review", "n"),
    Action("repeat", "review", "full_stop"),
    Action("accept_speaker", "review", "A"),
    # Fixing.
    Action("edit_spans", "review", "w", foot=True),
    Action("edit_kind", "review", "i"),
    Action("edit_name", "review", "l"),
    Action("split", "review", "v"),
    Action("join", "review", "m"),
    Action("add_quote", "review", "plus,insert"),
    # Moving.
    Action("next", "review", "j,down"),
    Action("previous", "review", "k,up"),
    Action("page_down", "review", "pagedown"),
    Action("page_up", "review", "pageup"),
    Action("first", "review", "home"),
    Action("last", "review", "end"),
    # Looking.
    Action("search", "review", "slash", foot=True),
    Action("filter", "review", "c"),
    Action("order", "review", "o"),
    Action("views", "review", "g"),
    Action("history", "review", "h"),
    Action("progress", "review", "p"),
    Action("disagreements", "review", "d"),
    Action("palette", "review", "ctrl+p"),
    Action("paint_mode", "review", "f2"),
    Action("theme", "review", "f3"),
    Action("language", "review", "f4"),
    Action("layout", "review", "f5"),
    Action("help", "review", "question_mark,f1", foot=True),
    Action("quit", "review", "q,ctrl+q,ctrl+c", foot=True),
    # Moving the ends of a span. Left is further along an Arabic line.
    Action("end_forward", "spans", "left,left_square_bracket", foot=True),
    Action("end_back", "spans", "right,right_square_bracket", foot=True),
    Action("start_forward", "spans", "shift+left,left_curly_bracket", foot=True),
    Action("start_back", "spans", "shift+right,right_curly_bracket", foot=True),
    Action("end_sentence_forward", "spans", "ctrl+left,down,z"),
    Action("end_sentence_back", "spans", "ctrl+right,x"),
    Action("start_sentence_forward", "spans", "ctrl+shift+left,v"),
    Action("start_sentence_back", "spans", "ctrl+shift+right,up,c"),
    Action("next_part", "spans", "tab", foot=True),
    Action("previous_part", "spans", "shift+tab"),
    Action("clear_part", "spans", "delete,d"),
    Action("save_spans", "spans", "enter,a", foot=True),
    Action("new_piece", "spans", "n"),
    Action("leave_spans", "spans", "escape,q", foot=True),
    Action("help", "spans", "question_mark,f1", foot=True),
    # Two readers who disagree.
    Action("take_neither", "adjudication", "x", foot=True),
    Action("edit_case", "adjudication", "w", foot=True),
    Action("speaker_case", "adjudication", "e", foot=True),
    Action("next_case", "adjudication", "j,down", foot=True),
    Action("previous_case", "adjudication", "k,up", foot=True),
    Action("undo_case", "adjudication", "u,ctrl+z", foot=True),
    Action("close", "adjudication", "escape,q", foot=True),
    Action("help", "adjudication", "question_mark,f1", foot=True),
    # Dialogs.
    Action("option_down", "dialog", "j,down", foot=True),
    Action("option_up", "dialog", "k,up"),
    Action("choose", "dialog", "enter", foot=True),
    Action("cancel", "dialog", "escape,q", foot=True),
    Action("option_down", "typing", "down,tab", foot=True),
    Action("option_up", "typing", "up,shift+tab"),
    Action("cancel", "typing", "escape", foot=True),
    Action("read_down", "reader", "j,down,pagedown,space"),
    Action("read_up", "reader", "k,up,pageup"),
    Action("yes", "reader", "enter"),
    Action("cancel", "reader", "escape,q,question_mark,f1"),
)

CONTEXTS: tuple[Context, ...] = ("review", "spans", "adjudication", "dialog", "typing", "reader")

# The digits choose by number: a candidate for the speaker, a reading, an option of a list.
_NUMBERED = {"review": "candidate", "dialog": "option", "adjudication": "take"}


def twinned(keys: str) -> str:
    """``keys`` with the twin on an Arabic keyboard after each key that has one."""
    result: list[str] = []
    for key in _split(keys):
        result.append(key)
        character = _character(key)
        twin = _TWINS.get(character)
        if twin is not None:
            result.append(_character_to_key(twin))
    return ",".join(dict.fromkeys(result))


def bindings(context: Context) -> list[BindingType]:
    """The default bindings of a context, for a Textual ``BINDINGS``; ids are ``context.name``."""
    result: list[BindingType] = [
        Binding(twinned(action.keys), action.name, action.name, id=f"{context}.{action.name}")
        for action in ACTIONS
        if action.context == context
    ]
    if context in _NUMBERED:
        name = _NUMBERED[context]
        result += [Binding(twinned(str(n)), f"{name}({n})", name) for n in range(1, 10)]
    return result


def shown(keys: str) -> str:
    """``keys`` as a person reads them: ``full_stop`` is ``.``, ``ctrl+z`` is ``^z``."""
    return " ".join(_face(key) for key in _split(keys))


def load(path: Path) -> dict[str, str]:
    """The keymap of ``path`` for ``App.set_keymap``: binding id to keys, twins included.

    An absent file gives no changes. Raises ``UsageError`` for a file that is not TOML, an action
    that does not exist (with the nearest one that does) and a key given to two actions of one
    screen.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a table of keys: {error}") from error
    chosen = table.get("keys", {})
    if not isinstance(chosen, dict):
        raise UsageError(f'{path}: [keys] must be a table of action = "keys"')
    names = {action.name for action in ACTIONS}
    for name, keys in chosen.items():
        if name not in names:
            near = get_close_matches(name, names, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise UsageError(f"{path}: there is no action {name}{hint}")
        if not isinstance(keys, str) or not _split(keys):
            raise UsageError(f'{path}: {name} needs its keys as text, for example "a, enter"')
    keymap = {
        f"{action.context}.{action.name}": twinned(chosen[action.name])
        for action in ACTIONS
        if action.name in chosen
    }
    _refuse_clashes(path, keymap)
    return keymap


def effective(keymap: Mapping[str, str], context: Context) -> list[tuple[Action, str]]:
    """Every action of a context with the keys that work now, twins left out."""
    result = []
    for action in ACTIONS:
        if action.context == context:
            keys = keymap.get(f"{context}.{action.name}", action.keys)
            result.append((action, _without_twins(keys)))
    return result


def _refuse_clashes(path: Path, keymap: Mapping[str, str]) -> None:
    for context in CONTEXTS:
        owner: dict[str, str] = {}
        for action in ACTIONS:
            if action.context != context:
                continue
            keys = keymap.get(f"{context}.{action.name}", twinned(action.keys))
            for key in _split(keys):
                other = owner.setdefault(key, action.name)
                if other != action.name:
                    raise UsageError(
                        f"{path}: the key {_face(key)} is given to {other} and to {action.name}"
                    )


def _split(keys: str) -> list[str]:
    found = (key.strip() for key in keys.split(","))
    return [_character_to_key(key) if len(key) == 1 else key for key in found if key]


_FACES = {
    "full_stop": ".", "slash": "/", "plus": "+", "question_mark": "?",
    "left_square_bracket": "[", "right_square_bracket": "]",
    "left_curly_bracket": "{", "right_curly_bracket": "}",
    "left": "←", "right": "→", "up": "↑", "down": "↓", "enter": "⏎", "escape": "Esc",
    "space": "Space", "backspace": "⌫", "tab": "Tab", "delete": "Del", "insert": "Ins",
    "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "comma": ",", "semicolon": ";", "apostrophe": "'",
}  # fmt: skip
_CHARACTERS = {name: face for name, face in _FACES.items() if len(face) == 1 and face.isascii()}
_TWIN_KEYS = frozenset(_character_to_key(twin) for twin in _TWINS.values())


def _character(key: str) -> str:
    return _CHARACTERS.get(key, key)


def _face(key: str) -> str:
    *modifiers, last = key.split("+")
    marks = "".join({"ctrl": "^", "shift": "⇧", "alt": "⌥"}.get(m, m + "+") for m in modifiers)
    is_function_key = last[0] == "f" and last[1:].isdigit()
    return marks + (last.upper() if is_function_key else _FACES.get(last, last))


def _without_twins(keys: str) -> str:
    kept = [key for key in _split(keys) if key not in _TWIN_KEYS]
    return ",".join(kept or _split(keys))

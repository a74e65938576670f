"""What the app remembers between sittings, apart from the database: theme, language, layout.

A small JSON file in the user's state folder. It holds nothing worth an error: a file that cannot
be read counts as absent, and one that cannot be written is let go.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from platformdirs import user_config_path, user_state_path

DARK, LIGHT = "textual-dark", "textual-light"
LAYOUTS = ("auto", "stacked", "article")


def keys_file() -> Path:
    """Where a user's own keys are looked for."""
    return user_config_path("quotes") / "keys.toml"


def preferences_file() -> Path:
    """Where the preferences are kept."""
    return user_state_path("quotes") / "review.json"


@dataclass(slots=True)
class Preferences:
    """The choices that were made with a key; ``decisions`` counts towards the end of the hint."""

    theme: str = DARK
    language: str = ""
    layout: str = "auto"
    decisions: int = 0

    @classmethod
    def load(cls, path: Path) -> Preferences:
        """The preferences in ``path``, unknown and ill-typed values left out."""
        preferences = cls()
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return preferences
        if isinstance(values, dict):
            for field in fields(cls):
                value = values.get(field.name)
                if type(value) is type(getattr(preferences, field.name)):
                    setattr(preferences, field.name, value)
        if preferences.theme not in (DARK, LIGHT):
            preferences.theme = DARK
        if preferences.layout not in LAYOUTS:
            preferences.layout = "auto"
        return preferences

    def save(self, path: Path) -> None:
        """Write them to ``path``, whole or not at all."""
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(".new")
            beside.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
            beside.replace(path)

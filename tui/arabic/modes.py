"""Which layer reorders Arabic: the choice of a paint mode.

Exactly one layer may reorder text, and terminals differ in whether they do; docs/terminals.md has
the list. The choice comes from a flag, else the environment variable ``QUOTES_BIDI``, else what
was remembered for this kind of terminal, else from what the terminal says of itself.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quotes.errors import UsageError

ENVIRONMENT_VARIABLE = "QUOTES_BIDI"


class PaintMode(StrEnum):
    """What is sent to the terminal for Arabic text."""

    APP = "app"
    """Cells in visual order, letters in joined forms; the terminal is told not to reorder."""
    TERMINAL = "terminal"
    """Logical order: the terminal orders and joins. Nothing may stand beside the Arabic."""
    WORDS = "words"
    """Words in visual order, letters inside a word in logical order: the terminal turns words."""
    LETTERS = "letters"
    """As ``app`` without joined forms, for a terminal that joins by itself or a font without."""
    OFF = "off"
    """The text as it is stored, from left to right: for screen readers and Braille displays."""

    @property
    def one_column(self) -> bool:
        """Whether Arabic must stand alone on its rows, with nothing beside it."""
        return self is PaintMode.TERMINAL

    @property
    def explicit(self) -> bool:
        """Whether the app orders, so that the terminal must not."""
        return self in (PaintMode.APP, PaintMode.WORDS, PaintMode.LETTERS)

    def next(self) -> PaintMode:
        """The mode after this one, for a key that goes through them."""
        modes = list(PaintMode)
        return modes[(modes.index(self) + 1) % len(modes)]

    @classmethod
    def of(cls, name: str, where: str) -> PaintMode:
        """The mode called ``name``. Raises UsageError, which names ``where`` it was given."""
        try:
            return cls(name.strip().lower())
        except ValueError:
            raise UsageError(
                f"{where}: there is no paint mode {name!r}; choose one of {', '.join(cls)}."
            ) from None


@dataclass(frozen=True, slots=True)
class ModeChoice:
    """A mode, where it comes from, and for which terminal."""

    mode: PaintMode
    source: str  # flag, environment, configuration or detection
    terminal: str  # its name, as in the configuration: vte, konsole, kitty, xterm ...
    sure: bool  # False: detection only guessed, and `quotes doctor` settles it


# What each terminal does, where it is known; sources in docs/terminals.md.
TERMINALS = {
    "alacritty": PaintMode.APP,
    "apple-terminal": PaintMode.TERMINAL,
    "browser": PaintMode.APP,
    "contour": PaintMode.APP,
    "foot": PaintMode.APP,
    "ghostty": PaintMode.APP,
    "iterm2": PaintMode.APP,
    "kitty": PaintMode.WORDS,
    "konsole": PaintMode.APP,
    "mintty": PaintMode.APP,
    "mlterm": PaintMode.APP,
    "vscode": PaintMode.APP,
    "vte": PaintMode.APP,
    "wezterm": PaintMode.WORDS,
    "windows-terminal": PaintMode.APP,
    "xterm": PaintMode.APP,
}
_MARKS = (
    ("KITTY_WINDOW_ID", "kitty"),
    ("WEZTERM_PANE", "wezterm"),
    ("WEZTERM_EXECUTABLE", "wezterm"),
    ("KONSOLE_VERSION", "konsole"),
    ("MLTERM", "mlterm"),
    ("WT_SESSION", "windows-terminal"),
    ("ALACRITTY_WINDOW_ID", "alacritty"),
    ("GHOSTTY_RESOURCES_DIR", "ghostty"),
    ("VTE_VERSION", "vte"),
    ("XTERM_VERSION", "xterm"),
)
_PROGRAMS = {
    "apple_terminal": "apple-terminal",
    "contour": "contour",
    "ghostty": "ghostty",
    "iterm.app": "iterm2",
    "mintty": "mintty",
    "vscode": "vscode",
    "wezterm": "wezterm",
}
_TYPES = {
    "alacritty": "alacritty",
    "contour": "contour",
    "foot": "foot",
    "foot-extra": "foot",
    "mlterm": "mlterm",
    "mlterm-256color": "mlterm",
    "xterm-ghostty": "ghostty",
    "xterm-kitty": "kitty",
}
_MULTIPLEXERS = ("tmux", "screen")


def detect_terminal(environ: Mapping[str, str]) -> tuple[str, bool]:
    """The kind of terminal, by its environment variables, and whether that is certain.

    Inside tmux or screen the variables are those of the terminal in which the session began,
    which need not be the one that shows it now. What is not known is named by ``TERM``.
    """
    inside = bool(environ.get("TMUX") or environ.get("STY"))
    if environ.get("TEXTUAL_DRIVER", "").endswith("WebDriver"):
        return "browser", True
    kind = _TYPES.get(environ.get("TERM", ""), "")
    program = _PROGRAMS.get(environ.get("TERM_PROGRAM", "").lower(), "")
    mark = next((name for variable, name in _MARKS if environ.get(variable)), "")
    name = kind or program or mark
    if name:
        return name, not inside
    name = environ.get("TERM") or "unknown"
    return (_MULTIPLEXERS[0] if environ.get("TMUX") else name), False


def choose_mode(
    flag: str | None = None,
    environ: Mapping[str, str] | None = None,
    configuration: Path | None = None,
    reported: str | None = None,
) -> ModeChoice:
    """The mode to paint with.

    ``environ`` and ``configuration`` default to the process's and the user's own. ``reported``
    is the name that the terminal gave when asked (:func:`tui.arabic.probe.ask_terminal`); it
    counts where the environment is not certain. Raises UsageError for an unknown mode and for a
    configuration that cannot be read.
    """
    environ = os.environ if environ is None else environ
    terminal, sure = detect_terminal(environ)
    if not sure and reported:
        terminal, sure = reported, reported in TERMINALS
    if flag:
        return ModeChoice(PaintMode.of(flag, "--bidi"), "flag", terminal, True)
    if named := environ.get(ENVIRONMENT_VARIABLE):
        mode = PaintMode.of(named, f"the environment variable {ENVIRONMENT_VARIABLE}")
        return ModeChoice(mode, "environment", terminal, True)
    path = configuration_path() if configuration is None else configuration
    remembered = read_modes(path)
    for name in (terminal, "default"):
        if name in remembered:
            return ModeChoice(remembered[name], "configuration", terminal, True)
    return ModeChoice(TERMINALS.get(terminal, PaintMode.APP), "detection", terminal, sure)


def configuration_path() -> Path:
    """The file in which modes are remembered, in the user's configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("quotes") / "terminals.toml"


def read_modes(path: Path) -> dict[str, PaintMode]:
    """What was remembered: terminal names, or ``default``, to modes. Raises UsageError."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}); mend it or delete it.") from error
    modes = content.get("modes", {})
    if not isinstance(modes, dict):
        raise UsageError(f"{path}: [modes] is not a table; mend the file or delete it.")
    return {name: PaintMode.of(str(mode), f"{path}, {name}") for name, mode in modes.items()}


def remember_mode(mode: PaintMode, terminal: str, configuration: Path | None = None) -> Path:
    """Keep ``mode`` for this kind of terminal; returns the file written.

    Raises UsageError where the file cannot be written, or read before that.
    """
    path = configuration_path() if configuration is None else configuration
    modes = read_modes(path) | {terminal: mode}
    lines = [
        "# How Arabic is painted in each terminal; `quotes doctor` writes this file and asks.",
        '# "default" holds for terminals that are not named. docs/terminals.md explains the modes.',
        "[modes]",
        *(f"{_toml_string(name)} = {_toml_string(kept)}" for name, kept in sorted(modes.items())),
    ]
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text("\n".join(lines) + "\n", "utf-8")
        partial.replace(path)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}).") from error
    return path


def _toml_string(text: str) -> str:
    """``text`` as a TOML basic string; JSON writes the same escapes, but leaves DEL alone."""
    import json

    return json.dumps(text).replace("\x7f", "\\u007f")

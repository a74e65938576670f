"""Messages for what the user asked of the app as a whole."""

from __future__ import annotations

from textual.message import Message


class ChangePaintMode(Message):
    """Paint Arabic in the next way."""


class ChangeTheme(Message):
    """Use the other theme."""


class ChangeLanguage(Message):
    """Use the other language."""


class ChangeLayout(Message):
    """Use the next arrangement of the panes."""


class EndSitting(Message):
    """End the sitting."""

"""The help screen: every action with its keys, made from the bindings in force."""

from __future__ import annotations

from tui import keys
from tui.environment import Environment
from tui.widgets.painted import Paragraph

# Headings of the help for the review screen, each before the action that follows it.
_HEADINGS = {
    "accept": "help.deciding",
    "edit_spans": "help.fixing",
    "next": "help.moving",
    "search": "help.looking",
}


def help_paragraphs(environment: Environment, context: keys.Context) -> list[Paragraph]:
    """A paragraph an action, and on the review screen headings and the signs explained."""
    texts = environment.texts
    paragraphs = []
    for action, names in keys.effective(environment.keymap, context):
        if context == "review" and action.name in _HEADINGS:
            paragraphs += [Paragraph(""), Paragraph.of((texts(_HEADINGS[action.name]), "title"))]
        paragraphs.append(
            Paragraph.of((keys.shown(names), "key"), f"   {texts(f'action.{action.name}')}")
        )
        if action.name == "runner_up":
            paragraphs.append(Paragraph.of(("1 … 9", "key"), f"   {texts('action.candidate')}"))
    if context == "review":
        paragraphs += [
            Paragraph(""),
            Paragraph.of((texts("help.signs"), "title")),
            *(Paragraph(line) for line in texts("help.signs_text").strip().splitlines()),
            Paragraph(""),
            *(Paragraph(line) for line in texts("help.more").strip().splitlines()),
        ]
    return paragraphs

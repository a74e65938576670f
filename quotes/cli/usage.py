"""How the usage of a command is written."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand


class Command(TyperCommand):
    """A command whose required arguments stand bare in its usage, as manual pages have it."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The pieces of the usage, without the braces that typer puts around arguments."""
        pieces = super().collect_usage_pieces(ctx)
        return [piece[1:-1] if piece.startswith("{") else piece for piece in pieces]


def write_usage_plainly(app: typer.Typer) -> None:
    """Let every command of ``app`` and of its groups be a :class:`Command`."""
    for command in app.registered_commands:
        command.cls = Command
    for group in app.registered_groups:
        if group.typer_instance is not None:
            write_usage_plainly(group.typer_instance)

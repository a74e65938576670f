"""``quotes extract``: read, extract, print; keeps nothing."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(extract)


def extract() -> None:
    """Find quotes in articles and print them."""

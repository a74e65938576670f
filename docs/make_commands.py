"""Write the page of all commands from their own help: ``python docs/make_commands.py``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from quotes.cli import spark
from quotes.cli.app import app

PAGE = Path(__file__).with_name("commands.md")
_WIDTH = 88
_OPENING = """\
# Commands

Made from the commands' own help by `python docs/make_commands.py`; a test says when it is stale.

Data goes to standard output; progress and messages go to standard error. Exit codes: 0 done, 1 some
input failed (the rest is done), 2 wrong usage or configuration, 3 the database is missing, locked,
damaged, out of reach or newer than this program, 130 interrupted. `quotes --install-completion`
sets up completion for your shell.
"""


def commands() -> Iterator[tuple[str, str]]:
    """The name and the help of every command, each program before its own."""
    yield from _helps(typer.main.get_command(app), None, "quotes")
    yield from _helps(typer.main.get_command(spark.app), None, "quotes-spark")


def _helps(command: Any, parent: Any, name: str) -> Iterator[tuple[str, str]]:
    context = command.context_class(
        command,
        parent=parent,
        info_name=name,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        **command.context_settings,
    )
    yield context.command_path, command.get_help(context)
    for child, subcommand in getattr(command, "commands", {}).items():
        yield from _helps(subcommand, context, child)


def page() -> str:
    """The page as Markdown."""
    parts = [_OPENING]
    for path, text in commands():
        lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
        parts.append(f"{'#' * (path.count(' ') + 2)} {path}\n\n```text\n{lines}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

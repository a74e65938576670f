"""The application object and the list of command modules, in the order in which help shows them."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

app = typer.Typer(
    name="quotes",
    help="Find who said what in Arabic news, review it, and keep it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda given: _print_version() if given else None,
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """What stands before a command; that it exists keeps ``quotes`` a group of commands."""


def _print_version() -> None:
    from importlib.metadata import version

    typer.echo(f"quotes {version('quotes')}")
    raise typer.Exit


# Each module adds its commands to ``app`` through its ``register`` function.
COMMAND_MODULES = ("extract", "add", "review", "export", "checking", "doctor", "evaluate")

for _name in COMMAND_MODULES:
    import_module(f"quotes.cli.{_name}").register(app)

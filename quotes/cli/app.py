"""The application object and the list of command modules, in the order in which help shows them."""

from __future__ import annotations

from importlib import import_module

import typer

app = typer.Typer(
    name="quotes",
    help="Find who said what in Arabic news, review it, and keep it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

# Each module adds its commands to ``app`` through its ``register`` function.
COMMAND_MODULES = ("extract",)

for _name in COMMAND_MODULES:
    import_module(f"quotes.cli.{_name}").register(app)

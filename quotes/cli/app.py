"""The application object and the list of command modules, in the order in which help shows them."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotes.cli.examples import add_examples

# The parameters that are filters, or may hold terms of one.
_FILTERS = {"where", "words"}
# A term of a filter that is turned round (-status:rejected), which no option looks like.
_TURNED_ROUND = re.compile(r"-(?:[^\W\d_]+:|[^\x00-\x7f])")


class _Program(TyperGroup):
    """The group of commands; a reader that goes away (head, less) ends any of them in peace."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command and its arguments, terms that begin with a minus set apart from options."""
        name, command, rest = super().resolve_command(ctx, args)
        if command is not None and any(each.name in _FILTERS for each in command.params):
            end = rest.index("--") if "--" in rest else len(rest)
            terms = [each for each in rest[:end] if _TURNED_ROUND.match(each)]
            others = [each for each in rest[:end] if not _TURNED_ROUND.match(each)]
            rest = [*others, "--", *terms, *rest[end + 1 :]]
        return name, command, rest

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None
        return result


app = typer.Typer(
    name="quotes",
    cls=_Program,
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
COMMAND_MODULES = (
    "extract",
    "add",
    "review",
    "looking",
    "export",
    "import_",
    "speakers",
    "checking",
    "stats",
    "doctor",
    "evaluate",
    "db",
)

for _name in COMMAND_MODULES:
    import_module(f"quotes.cli.{_name}").register(app)
add_examples(app)

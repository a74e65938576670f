"""The application and the list of command modules, in the order in which help shows them."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotes.cli.examples import add_examples
from quotes.cli.usage import write_usage_plainly

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


# Each module adds its commands to the application through its ``register`` function.
_COMMANDS = {
    "extract": ("extract",),
    "add": ("add",),
    "review": ("review",),
    "looking": ("list", "search", "show", "agreement"),
    "export": ("export",),
    "import_": ("import",),
    "speakers": ("speakers",),
    "checking": ("verify", "match"),
    "stats": ("stats",),
    "doctor": ("doctor",),
    "evaluate": ("evaluate",),
    "db": ("db",),
}


def application(command: str | None = None) -> typer.Typer:
    """The application with all its commands.

    Where ``command`` is one of them, the others are left out, since nothing will be asked of
    them and to import and describe them all takes longer than some commands do.
    """
    app = typer.Typer(
        name="quotes",
        cls=_Program,
        help="Find who said what in Arabic news, review it, and keep it.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_program)
    holding = [module for module, commands in _COMMANDS.items() if command in commands]
    for module in holding or _COMMANDS:
        import_module(f"quotes.cli.{module}").register(app)
    add_examples(app)
    write_usage_plainly(app)
    return app


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

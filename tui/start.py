"""From options to a running review app, in the terminal or served to a browser."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import nullcontext

from quotes.errors import UsageError, missing_extra
from store import open_store
from tui import keys
from tui.app import ReviewApp
from tui.arabic import TerminalBidi, ask_terminal, choose_mode
from tui.environment import Environment
from tui.language import Texts, choose_language
from tui.painting import Painter
from tui.preferences import Preferences, keys_file, preferences_file
from tui.session import views
from tui.session.queue import View
from tui.session.session import ReviewSession


def review(
    location: str,
    reviewer: str,
    *,
    bidi: str | None = None,
    language: str | None = None,
    blind: bool = False,
    where: str | None = None,
) -> None:
    """Review the quotes of the database at ``location`` until ``reviewer`` leaves.

    Raises ``DatabaseError`` for a database that cannot be used and ``UsageError`` for an option
    that makes no sense, before anything is painted.
    """
    in_browser = "TEXTUAL_DRIVER" in os.environ
    if not in_browser and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(
            "quotes review needs a terminal; to look into the database without one, use quotes list"
        )
    # A large database is a million objects that stay; looking through them for garbage again and
    # again would take a third of the opening and stop the app now and then for 0.3 s.
    gc.disable()
    with open_store(location, create=False) as store:
        choice = choose_mode(bidi, reported=None if in_browser else ask_terminal())
        preferences_path = preferences_file()
        preferences = Preferences.load(preferences_path)
        texts = Texts(choose_language(language or preferences.language or None))
        environment = Environment(
            Painter(choice.mode, texts.rtl), texts, keys.load(keys_file()), choice.sure
        )
        session = ReviewSession(store, reviewer, blind=blind)
        view, at = views.stopped_at(store, session.reviewer)
        if where is not None:
            view, at = View(where, view.order), None
        session.show(view, at)
        gc.freeze()
        gc.enable()
        telling = nullcontext() if in_browser else TerminalBidi(choice.mode, choice.terminal)
        with telling as terminal:
            app = ReviewApp(
                session,
                environment,
                preferences,
                preferences_path=preferences_path,
                terminal=choice.terminal,
                bidi=terminal,
            )
            app.run()
        if app.failure is not None:
            raise app.failure


def serve(arguments: list[str], port: int) -> None:
    """Serve ``quotes review`` with ``arguments`` to browsers of this machine, until interrupted.

    Raises ``UsageError`` when textual-serve is not installed or the port is taken.
    """
    try:
        from tui.serving import LocalServer
    except ImportError:
        raise missing_extra("serving to a browser", "serve") from None
    LocalServer(arguments, port).serve()

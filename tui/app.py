"""The review app: a session and an environment, and the screens on them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver

from quotes.errors import UsageError
from tui.arabic import TerminalBidi, remember_mode
from tui.environment import Environment
from tui.language import Texts
from tui.messages import ChangeLanguage, ChangeLayout, ChangePaintMode, ChangeTheme, EndSitting
from tui.painting import Painter
from tui.preferences import DARK, LAYOUTS, LIGHT, Preferences
from tui.screens.review import ReviewScreen
from tui.session import views
from tui.session.session import ReviewSession

HINT_UNTIL = 5
"""The hint for beginners goes away after so many decisions."""


class ReviewApp(App[None]):
    """Reviews the quotes of one database. Every decision is durable before the next key.

    ``terminal`` is the kind of terminal that the paint mode is remembered for; ``bidi`` tells the
    terminal who reorders and is ``None`` where nobody has to be told (tests, browsers).
    """

    CSS_PATH = "review.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        session: ReviewSession,
        environment: Environment,
        preferences: Preferences | None = None,
        *,
        preferences_path: Path | None = None,
        terminal: str = "",
        bidi: TerminalBidi | None = None,
    ) -> None:
        self._bidi = bidi
        super().__init__()
        self.session = session
        self.environment = environment
        self.preferences = preferences or Preferences()
        self._preferences_path = preferences_path
        self._terminal = terminal
        self.title = environment.texts("app.title")
        self.theme = self.preferences.theme
        self._mark_one_column()
        self.set_keymap(environment.keymap)

    def on_mount(self) -> None:
        self.push_screen(self._review_screen())

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, telling the terminal who reorders whenever it takes or leaves it."""
        driver = super().get_driver_class()
        return driver if self._bidi is None else self._bidi.driver_class(driver)

    def _fatal_error(self) -> None:
        """Textual would print a traceback; ``failure`` is for whoever started the app to tell."""
        self._close_messages_no_wait()

    @property
    def failure(self) -> Exception | None:
        """The error that ended the app, if one did."""
        return self._exception

    @on(ChangePaintMode)
    def change_paint_mode(self) -> None:
        """Paint Arabic in the next way, and remember it for this kind of terminal."""
        painter = self.environment.painter
        mode = painter.mode.next()
        if self._bidi is not None and self._driver is not None:
            self._bidi.switch(mode, write=self._driver.write)
        if self._terminal:
            # A file that cannot be written costs the memory of it, not the sitting.
            with suppress(UsageError):
                remember_mode(mode, self._terminal)
        self._change(replace(self.environment, painter=Painter(mode, painter.rtl), sure=True))
        self._say(self.environment.texts("message.mode", mode=mode.value))

    @on(ChangeLanguage)
    def change_language(self) -> None:
        """Use the other language."""
        texts = Texts(self.environment.texts.next_language)
        self.preferences.language = texts.language
        painter = Painter(self.environment.painter.mode, texts.rtl)
        self._change(replace(self.environment, painter=painter, texts=texts))

    @on(ChangeLayout)
    def change_layout(self) -> None:
        """Use the next arrangement of the panes."""
        place = LAYOUTS.index(self.preferences.layout)
        self.preferences.layout = LAYOUTS[(place + 1) % len(LAYOUTS)]
        self._change(self.environment)
        self._say(self.environment.texts(f"layout.{self.preferences.layout}"))

    @on(ChangeTheme)
    def change_theme(self) -> None:
        """Use the other theme."""
        self.preferences.theme = LIGHT if self.preferences.theme == DARK else DARK
        self.theme = self.preferences.theme
        self._keep()

    async def action_quit(self) -> None:
        """Textual's own way out, from any screen, keeps the place too."""
        self.leave()

    @on(EndSitting)
    def leave(self) -> None:
        """End the sitting where it stands."""
        queue = self.session.queue
        views.stop_at(self.session.store, self.session.reviewer, queue.view, queue.current_id)
        self.preferences.decisions += self.session.progress.done
        self._keep()
        self.exit()

    def _review_screen(self) -> ReviewScreen:
        return ReviewScreen(
            self.session,
            self.environment,
            self.preferences.layout,
            hint=self.preferences.decisions < HINT_UNTIL,
        )

    def _mark_one_column(self) -> None:
        self.set_class(self.environment.painter.mode.one_column, "one-column")

    def _change(self, environment: Environment) -> None:
        self.environment = environment
        self._mark_one_column()
        self._keep()
        self.switch_screen(self._review_screen())

    def _say(self, text: str) -> None:
        def say() -> None:
            if isinstance(self.screen, ReviewScreen):
                self.screen.say(text)

        self.call_after_refresh(say)

    def _keep(self) -> None:
        if self._preferences_path is not None:
            self.preferences.save(self._preferences_path)

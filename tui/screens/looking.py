"""Looking: search, filter, order, views, history, progress, and how the screen looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotes.arabic.folding import fold
from quotes.errors import QuotesError
from tui import keys
from tui.messages import ChangeLanguage, ChangeLayout, ChangePaintMode, ChangeTheme
from tui.presenting import event
from tui.screens.adjudication import AdjudicationScreen
from tui.screens.base import SessionScreen
from tui.screens.dialogs import Choose, Reader
from tui.screens.help import help_paragraphs
from tui.screens.typing import Ask, Option, Pick
from tui.session import views
from tui.session.queue import ORDERS, View
from tui.widgets.painted import Paragraph


class Looking(SessionScreen):
    """The keys that choose what is on the screen."""

    def show_top(self) -> None:
        """Paint the line of counts."""
        raise NotImplementedError

    def read_on(self) -> None:
        """Read the rest of a long queue while the reviewer looks at its beginning."""
        raise NotImplementedError

    def open_view(self, view: View, at: str | None = None) -> None:
        """Open a view, or say why it cannot be opened."""
        try:
            self.session.show(view, at)
        except QuotesError as error:
            self.say(self.texts("message.error", error=error), "bad")
            return
        found = self.texts("message.found", count=len(self.session.queue))
        self.say(found, "plain" if self.session.queue.ids else "bad")
        self.show_current()
        self.read_on()

    def action_search(self) -> None:
        """Look for words, in folded spelling; the fields of the filter stay as they are."""
        fields = [term for term in self.session.queue.view.where.split() if ":" in term]
        words = [term for term in self.session.queue.view.where.split() if ":" not in term]

        def typed(text: str | None) -> None:
            if text is not None:
                where = " ".join([*fields, *text.split()])
                self.open_view(replace(self.session.queue.view, where=where, name=""))

        help_text = self.texts("search.help", fields=" ".join(fields) or "—")
        self.app.push_screen(
            Ask(self.environment, self.texts("search.title"), " ".join(words), help_text), typed
        )

    def action_filter(self) -> None:
        """Write a filter."""

        def typed(text: str | None) -> None:
            if text is not None:
                self.open_view(replace(self.session.queue.view, where=text.strip(), name=""))

        self.app.push_screen(
            Ask(
                self.environment,
                self.texts("filter.title"),
                self.session.queue.view.where,
                self.texts("filter.help"),
            ),
            typed,
        )

    def action_order(self) -> None:
        """Choose the order of the queue; the quote in view stays in view."""
        view = self.session.queue.view

        def chosen(index: int | None) -> None:
            if index is not None:
                at = self.session.queue.current_id
                self.open_view(replace(view, order=ORDERS[index], name=""), at)

        labels = [self.texts(f"order.{order}") for order in ORDERS]
        self.app.push_screen(
            Choose(self.environment, self.texts("order.title"), labels, ORDERS.index(view.order)),
            chosen,
        )

    def action_views(self) -> None:
        """Open a view, save this one, or drop a saved one."""
        own = views.saved(self.session.store, self.session.reviewer)
        known = [*views.BUILT_IN, *own]
        labels = [self.texts(f"view.{view.name}") for view in views.BUILT_IN]
        labels += [f"★ {view.name}" for view in own]
        labels.append(self.texts("view.save"))
        labels += [self.texts("view.forget", name=view.name) for view in own]

        def chosen(index: int | None) -> None:
            if index is None:
                return
            if index < len(known):
                self.open_view(known[index])
            elif index == len(known):
                self.app.push_screen(
                    Ask(self.environment, self.texts("view.name")), self._save_view
                )
            else:
                name = own[index - len(known) - 1].name
                views.forget(self.session.store, self.session.reviewer, name)
                self.say(self.texts("view.forgotten", name=name))

        self.app.push_screen(Choose(self.environment, self.texts("view.title"), labels), chosen)

    def action_history(self) -> None:
        """Show what happened to the quote in view."""
        if self.session.current is None:
            return
        happened = [event(entry, self.texts) for entry in self.session.history()]
        self.app.push_screen(
            Reader(
                self.environment,
                self.texts("history.title"),
                happened or [Paragraph(self.texts("history.none"))],
            )
        )

    def action_progress(self) -> None:
        """Show what is done, what is left, how fast it goes, and how far reviewers agree."""
        session, texts = self.session, self.texts
        left = session.queue.left
        lines = [texts("progress.sitting", done=session.progress.done, left=left)]
        pace = session.progress.per_hour
        if pace:
            minutes = session.progress.minutes_left(left)
            lines.append(texts("progress.pace", pace=pace, minutes=minutes))
        if not session.blind:
            counts = session.store.counts()
            lines += [f"{texts(f'status.{status}')}: {n}" for status, n in counts.items()]
            agreement = session.store.agreement()
            if agreement.items and agreement.percent is not None:
                alpha = "—" if agreement.alpha is None else f"{agreement.alpha:.2f}"
                lines.append(
                    texts(
                        "progress.agreement",
                        items=agreement.items,
                        percent=f"{agreement.percent:.0f}",
                        alpha=alpha,
                    )
                )
                lines += [
                    texts(
                        "progress.pair",
                        first=pair.first,
                        second=pair.second,
                        percent=f"{pair.percent:.0f}",
                        items=pair.items,
                        reading=f"{pair.same_reading:.0f}",
                    )
                    for pair in agreement.pairs
                ]
            else:
                lines.append(texts("progress.no_agreement"))
        self.app.push_screen(
            Reader(self.environment, texts("progress.title"), [Paragraph(line) for line in lines])
        )

    def action_disagreements(self) -> None:
        """Settle what reviewers disagree on."""
        if self.session.blind:
            self.say(self.texts("message.blind"), "bad")
            return
        screen = AdjudicationScreen(self.session, self.environment)

        def back(_: None) -> None:
            self.session.refresh()
            self.show_current()

        self.app.push_screen(screen, back)

    def action_palette(self) -> None:
        """Find an action by typing a part of its description."""
        actions = [
            Option(action.name, self.texts(f"action.{action.name}"), keys.shown(names))
            for action, names in keys.effective(self.environment.keymap, "review")
            if action.name != "palette"
        ]

        def source(typed: str) -> Sequence[Option[str]]:
            return [option for option in actions if _matches(typed, option)]

        def chosen(name: str | None) -> None:
            if name is not None:
                self.call_later(self.run_action, name)

        self.app.push_screen(Pick(self.environment, self.texts("palette.title"), source), chosen)

    def action_help(self) -> None:
        """Show every key."""
        paragraphs = help_paragraphs(self.environment, "review")
        self.app.push_screen(Reader(self.environment, self.texts("help.title"), paragraphs))

    def action_paint_mode(self) -> None:
        """Go to the next way of painting Arabic."""
        self.post_message(ChangePaintMode())

    def action_theme(self) -> None:
        """Go from the dark theme to the light one, or back."""
        self.post_message(ChangeTheme())

    def action_language(self) -> None:
        """Go to the other language."""
        self.post_message(ChangeLanguage())

    def action_layout(self) -> None:
        """Put the queue beside the article, above it, or away."""
        self.post_message(ChangeLayout())

    def _save_view(self, name: str | None) -> None:
        if name and name.strip():
            view = replace(self.session.queue.view, name=name.strip())
            views.save(self.session.store, self.session.reviewer, view)
            self.say(self.texts("view.saved", name=view.name), "good")


def _matches(typed: str, option: Option[str]) -> bool:
    about = fold(f"{option.name} {option.value} {option.about}")
    return all(word in about for word in fold(typed).split())

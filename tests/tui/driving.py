"""Driving the app in tests: press, type, read."""

from __future__ import annotations

from textual.pilot import Pilot

from tui.app import ReviewApp
from tui.widgets.painted import PaintedLine, PaintedText


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each handled before the next."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Type text into the line that has the focus."""
    for character in text:
        await pilot.press("space" if character == " " else character)
    await pilot.pause()


def said(app: ReviewApp) -> str:
    """What the message line says."""
    return app.screen.query_one("#message", PaintedLine).text


def top(app: ReviewApp) -> str:
    """What the line of counts says."""
    return app.screen.query_one("#top", PaintedLine).text


def details(app: ReviewApp) -> str:
    """What the pane below the article says."""
    return app.screen.query_one("#details", PaintedText).text


def current(app: ReviewApp) -> str | None:
    """The id of the quote in view."""
    return app.session.queue.current_id

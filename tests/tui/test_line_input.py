"""The line one types in: Arabic in its order, and a caret that is always seen."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tui.arabic import PaintMode
from tui.painting import Painter
from tui.widgets.line_input import LineInput


class Typing(App[None]):
    """A line and nothing else."""

    def __init__(self, mode: PaintMode, rtl: bool) -> None:
        super().__init__()
        self.line = LineInput(Painter(mode, rtl))

    def compose(self) -> ComposeResult:
        yield self.line

    @property
    def caret(self) -> list[int]:
        """The columns painted in reverse."""
        columns, x = [], 0
        for segment in self.line.render_line(0):
            if segment.style and segment.style.reverse:
                columns += range(x, x + segment.cell_length)
            x += segment.cell_length
        return columns


@pytest.mark.parametrize("mode", PaintMode)
@pytest.mark.parametrize("text", ["", "نعم", "yes", "قال Ali", "نعم "])
async def test_the_caret_is_one_cell(mode: PaintMode, text: str) -> None:
    app = Typing(mode, rtl=True)
    async with app.run_test(size=(20, 3)):
        app.line.replace(text)
        assert len(app.caret) == 1


async def test_arabic_is_typed_from_the_right_and_left_goes_on() -> None:
    app = Typing(PaintMode.APP, rtl=True)
    async with app.run_test(size=(20, 3)) as pilot:
        app.line.focus()
        assert app.caret == [19]
        await pilot.press("ن", "ع", "م")
        assert app.caret == [16]
        await pilot.press("right", "right")
        assert app.caret == [18]
        await pilot.press("left", "backspace")
        assert app.line.text == "نم"
        await pilot.press("home", "ل", "delete", "end", "ا")
        assert app.line.text == "لما"


async def test_latin_is_typed_from_the_left() -> None:
    app = Typing(PaintMode.APP, rtl=False)
    async with app.run_test(size=(20, 3)) as pilot:
        app.line.focus()
        await pilot.press("a", "b", "left", "c")
        assert app.line.text == "acb"
        assert app.caret == [2]
        await pilot.press("ctrl+u")
        assert app.line.text == ""


async def test_a_filter_reads_from_its_first_field() -> None:
    app = Typing(PaintMode.OFF, rtl=True)
    async with app.run_test(size=(40, 3)) as pilot:
        app.line.replace("status:pending speaker:روته -is:flagged")
        assert app.line.render_line(0).text.startswith("status:pending")
        app.line.replace("قائل:روته status:pending")
        await pilot.press("home")
    app = Typing(PaintMode.APP, rtl=False)
    async with app.run_test(size=(40, 3)):
        app.line.replace("قائل:روته status:pending")
        assert app.line.render_line(0).text.strip().startswith("status:pending")
        app.line.replace("status:pending قائل:روته")
        assert app.line.render_line(0).text.startswith("status:pending")

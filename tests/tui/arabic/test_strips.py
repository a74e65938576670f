"""Strips for Textual: styles on the right cells, and clicks that find their way back."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import Click
from textual.strip import Strip
from textual.widget import Widget

from tests.tui.arabic.test_layout import MODES, NEWS, TEXTS, WIDTHS
from tui.arabic import Layout, PaintMode
from tui.arabic.strips import StyledSpan, line_strip

SPANS = st.lists(
    st.builds(
        StyledSpan,
        st.integers(0, 60),
        st.integers(0, 60),
        st.sampled_from(["bold", "red", "on blue"]),
    ),
    max_size=6,
)


def columns_with(strip: Strip, attribute: str) -> set[int]:
    """The columns of a strip whose style has the attribute."""
    columns: set[int] = set()
    column = 0
    for segment in strip:
        if segment.style is not None and getattr(segment.style, attribute):
            columns |= set(range(column, column + segment.cell_length))
        column += segment.cell_length
    return columns


@settings(max_examples=200, deadline=None)
@given(TEXTS, WIDTHS, MODES, SPANS)
@example("0" * 41 + "\u06dd0\u0620", 3, PaintMode.WORDS, [StyledSpan(0, 42, "bold")])
def test_strips_show_the_line_and_style_the_cells_of_each_span(
    text: str, width: int, mode: PaintMode, spans: list[StyledSpan]
) -> None:
    layout = Layout(text, width, mode)
    for y in range(layout.height):
        line = layout.line(y)
        strip = line_strip(line, spans, Style(dim=True))
        assert strip.cell_length == sum(segment.cell_length for segment in strip) == width
        assert strip.text == line.text
        bold = {
            column
            for span in spans
            if span.style == "bold"
            for left, right in line.columns_of(span.start, span.end)
            for column in range(left, right)
        }
        if all(cell_len(cluster.text) == cluster.width for cluster in line.clusters):
            # A word that the terminal will turn back is sent from its last place to its first;
            # where its clusters are not all of one width, no segment tells where each will be.
            assert columns_with(strip, "bold") == bold
        assert columns_with(strip, "dim") == set(range(width))


def test_later_spans_lie_over_earlier_ones() -> None:
    line = Layout("قال نعم", 10).line(0)
    strip = line_strip(line, [StyledSpan(0, 7, "red"), StyledSpan(4, 7, "blue bold")])
    over, under = [segment.style for segment in strip if segment.text.strip()]
    assert over is not None
    assert under is not None
    assert (over.color.name if over.color else "", over.bold) == ("blue", True)
    assert (under.color.name if under.color else "", under.bold) == ("red", None)


def test_arabic_is_upright_where_latin_is_italic() -> None:
    strip = line_strip(Layout("قال John نعم", 12).line(0), [StyledSpan(0, 12, "italic bold")])
    slanted = [s.text.strip() for s in strip if s.style and s.style.bold and s.style.italic]
    assert slanted == ["John"]


def test_each_visual_run_is_a_segment_that_knows_its_offsets() -> None:
    strip = line_strip(Layout(NEWS[:36], 40).line(0), [])
    runs = [segment.style.meta for segment in strip if segment.style and segment.style.meta]
    texts = [NEWS[run["start"] : run["end"]] for run in runs]
    assert texts == ["»", "Reuters (2024)", "% من ", "15", "قال: «لا نقبل "]


class ReadingPane(Widget):
    """What a reading pane does with the layout, in little."""

    def __init__(self) -> None:
        super().__init__()
        self.clicked: list[int | None] = []
        self.runs: list[dict[str, int]] = []

    def render_line(self, y: int) -> Strip:
        layout = Layout(NEWS, self.size.width)
        return (
            line_strip(layout.line(y), [StyledSpan(0, 3, "bold")])
            if y < layout.height
            else (Strip.blank(self.size.width))
        )

    def on_click(self, event: Click) -> None:
        self.clicked.append(Layout(NEWS, self.size.width).line(event.y).offset_at(event.x))
        self.runs.append(event.style.meta)


async def test_a_click_in_a_textual_app_finds_the_offset() -> None:
    class Reader(App[None]):
        def compose(self) -> ComposeResult:
            yield ReadingPane()

    app = Reader()
    async with app.run_test(size=(70, 5)) as pilot:
        pane = app.query_one(ReadingPane)
        line = Layout(NEWS, 70).line(0)
        for word in ("قال", "Reuters", "2024", "انتهى"):
            await pilot.click(ReadingPane, offset=(line.column_of(NEWS.index(word)), 0))
        assert pane.clicked == [NEWS.index(word) for word in ("قال", "Reuters", "2024", "انتهى")]
        assert all(
            run["start"] <= offset < run["end"]
            for run, offset in zip(pane.runs, pane.clicked, strict=True)
            if offset is not None
        )

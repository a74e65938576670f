"""Lines of cells: what they show, and that offsets and cells find each other on any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.arabic import Layout, Line, PaintMode, paint

EXAMPLES = settings(max_examples=150, deadline=None)
NEWS = "قال: «لا نقبل 15% من Reuters (2024)»، وأضاف أن الأمر انتهى."
# Everything that can stand in a file, weighted towards what is hard.
CHARACTERS = st.one_of(
    st.sampled_from("ابتلاموييةءّ ًَ«»()[]؟،؛:.-0123456789٠١٢٣%$abcXYZ \t\n\u00a0ـﷺ﷽"),
    st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"),
    st.sampled_from("\u2066\u2067\u2068\u2069\ufe0f\u20e3\u0301\u06dd\u0600😀👍🏽❤👩🇸🇦漢한שк"),
    st.sampled_from("\r\x00\x1b\x7f\x85\x9b\u2028\u2029\u00ad\ufeff\ufffd\ud800"),
    st.characters(),
)
WORDS = st.sampled_from(
    ["قال", " الرئيس ", "مُحَمَّد", "Reuters ", "(2024)", "15%", "«لا»", "👨‍👩‍👧", "\r\n"]
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=120),
    st.lists(st.one_of(CHARACTERS, WORDS, WORDS), min_size=20, max_size=60).map("".join),
)
MODES = st.sampled_from(list(PaintMode))
WIDTHS = st.integers(1, 60)
DIRECTIONS = st.sampled_from(["auto", "rtl", "ltr"])


def lines_of(layout: Layout) -> list[Line]:
    return [layout.line(y) for y in range(layout.height)]


@EXAMPLES
@given(TEXTS, WIDTHS, MODES, DIRECTIONS)
def test_lines_cover_the_text_in_order_without_gaps(
    text: str, width: int, mode: PaintMode, direction: str
) -> None:
    layout = Layout(text, width, mode, direction)  # type: ignore[arg-type]
    lines = lines_of(layout)
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(lines))
    for y, line in enumerate(lines):
        for offset in range(line.start, line.end):
            assert layout.line_of(offset) == y


@EXAMPLES
@given(TEXTS, WIDTHS, MODES, DIRECTIONS)
def test_every_line_is_exactly_as_wide_as_asked(
    text: str, width: int, mode: PaintMode, direction: str
) -> None:
    for line in lines_of(Layout(text, width, mode, direction)):  # type: ignore[arg-type]
        assert cell_len(line.text) == width
        assert sum(cluster.width for cluster in line.clusters) == line.cells <= width


@EXAMPLES
@given(TEXTS, WIDTHS, MODES, DIRECTIONS)
def test_clusters_are_a_permutation_of_the_visible_text(
    text: str, width: int, mode: PaintMode, direction: str
) -> None:
    for line in lines_of(Layout(text, width, mode, direction)):  # type: ignore[arg-type]
        logical = sorted(line.clusters)
        assert all(a.end == b.start for a, b in pairwise(logical))
        column = line.indent
        for cluster in line.clusters:
            assert cluster.column == column
            column += cluster.width
        if logical:
            assert logical[0].start == line.start
            # What is not painted at the end is blank or invisible.
            unpainted = Layout(text[logical[-1].end : line.end], 1000, PaintMode.OFF)
            assert not unpainted.line(0).clusters


@EXAMPLES
@given(TEXTS, WIDTHS, MODES)
def test_a_click_finds_the_cluster_and_the_cluster_its_cell(
    text: str, width: int, mode: PaintMode
) -> None:
    for line in lines_of(Layout(text, width, mode)):
        painted = {column: line.offset_at(column) for column in range(-2, width + 2)}
        for cluster in line.clusters:
            for column in range(cluster.column, cluster.column + cluster.width):
                assert painted.pop(column) == cluster.start
            if cluster.width:
                for offset in range(cluster.start, cluster.end):
                    assert line.column_of(offset) == cluster.column
        assert set(painted.values()) <= {None}
        for offset in range(line.start, line.end + 1):
            assert 0 <= line.column_of(offset) < width
        for column in range(-2, width + 2):
            assert line.start <= line.nearest_offset(column) <= line.end


@EXAMPLES
@given(TEXTS, WIDTHS, MODES, st.tuples(st.integers(0, 120), st.integers(0, 120)))
def test_a_span_becomes_cells_that_give_the_span_back(
    text: str, width: int, mode: PaintMode, ends: tuple[int, int]
) -> None:
    start, end = min(ends), max(ends)
    for line in lines_of(Layout(text, width, mode)):
        runs = line.columns_of(start, end)
        assert runs == sorted(runs)
        assert all(a[1] < b[0] for a, b in pairwise(runs)), "runs not merged"
        cells = {column for left, right in runs for column in range(left, right)}
        for cluster in line.clusters:
            touched = cluster.start < end and cluster.end > start
            own = set(range(cluster.column, cluster.column + cluster.width))
            assert own <= cells if touched else not own & cells


@EXAMPLES
@given(TEXTS, WIDTHS, MODES)
def test_nothing_painted_can_command_the_terminal_or_reorder_it(
    text: str, width: int, mode: PaintMode
) -> None:
    forbidden = set(map(chr, [*range(0x20), *range(0x7F, 0xA0)])) | set(
        "\u202a\u202b\u202c\u202d\u202e"
    )
    if mode is not PaintMode.TERMINAL:
        forbidden |= set("\u061c\u200e\u200f\u2066\u2067\u2068\u2069")
    for line in lines_of(Layout(text, width, mode)):
        painted = "".join(cluster.text for cluster in line.clusters)
        assert not forbidden & set(painted)
        depth = 0
        for character in painted:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            assert depth >= 0
        assert depth == 0
        line.text.encode()


@EXAMPLES
@given(TEXTS, MODES, st.one_of(st.none(), WIDTHS))
def test_paint_gives_one_line_that_fits(text: str, mode: PaintMode, width: int | None) -> None:
    painted = paint(text, mode, width)
    assert not set("\n\r\x1b\x85\u2028") & set(painted)
    if width is not None:
        assert cell_len(painted) <= width


def test_a_news_sentence_reads_from_right_to_left() -> None:
    line = Layout("قال: «لا نقبل 15% من Reuters (2024)»", 40, PaintMode.LETTERS).line(0)
    assert line.text == "    «Reuters (2024) نم %15 لبقن ال» :لاق"


def test_joined_forms_keep_every_letter_in_its_cell() -> None:
    letters = Layout(NEWS, 80, PaintMode.LETTERS).line(0)
    joined = Layout(NEWS, 80, PaintMode.APP).line(0)
    assert [c[:2] + c[3:] for c in joined.clusters] == [c[:2] + c[3:] for c in letters.clusters]
    assert "لا" not in joined.text
    assert "\ufedf\ufe8e"[::-1] in joined.text  # lam initial, alef final: two cells


def test_a_span_over_latin_words_is_several_runs() -> None:
    line = Layout("قال: «لا نقبل 15% من Reuters (2024)»", 40).line(0)
    start, end = NEWS.index("نقبل"), NEWS.index(" (2024)")
    assert len(line.columns_of(start, end)) == 2


def test_words_mode_orders_words_and_turns_each() -> None:
    # Arabic punctuation and digits come from the font of the letters and are turned with them;
    # Latin ones and Latin digits are not, nor is a number that stands alone.
    assert paint("قال مُحَمَّد: «نعم» (John)", PaintMode.WORDS) == "(John) «نعم» :مُحَمَّد قال"
    assert paint("نعم، ص١٢ ٣٤ و12.", PaintMode.WORDS) == ".12و ٣٤ ص٢١ نعم،"


def test_terminal_mode_sends_the_text_as_it_is_and_aligns_it_right() -> None:
    line = Layout("قال: نعم (John)", 20, PaintMode.TERMINAL).line(0)
    assert line.text == "     \u200e\u202bقال: نعم (John)\u202c"
    assert line.columns_of(0, 3) == [(5, 8)]  # shown at the right edge, clicked as these


def test_terminal_mode_keeps_a_blank_before_every_line() -> None:
    layout = Layout("قال نعم " * 9 + "\nIn English.", 7, PaintMode.TERMINAL)
    lines = lines_of(layout)
    assert all(line.indent >= 1 for line in lines if line.rtl)
    assert [line.text for line in lines if not line.rtl] == ["In     ", "English", ".      "]


def test_terminal_mode_sends_only_isolates_that_the_line_closes() -> None:
    text = "نص \u206801-a.txt\u2069 ثم \u2068b.txt وبعده كلام\u2069 و\u2069 نهاية"
    lines = lines_of(Layout(text, 22, PaintMode.TERMINAL))
    assert [line.painted.count("\u2068") for line in lines] == [1, 0]
    assert [line.painted.count("\u2069") for line in lines] == [1, 0]
    assert "\u206801-a.txt\u2069" in paint("\u206801-a.txt\u2069", PaintMode.TERMINAL)


def test_off_leaves_everything_as_it_is() -> None:
    line = Layout("قال: نعم (John)", 20, PaintMode.OFF).line(0)
    assert line.text == "قال: نعم (John)     "
    assert line.columns_of(0, 3) == [(0, 3)]


def test_marks_stay_on_their_letter() -> None:
    assert paint("تغيّر", PaintMode.LETTERS) == "ريّغت"


def test_words_wrap_and_long_ones_break() -> None:
    layout = Layout("قال الرئيس إن   المفاوضات\nانتهت https://example.org/aaaaaaaaaaaaaa", 12)
    text = layout.text
    assert [text[line.start : line.end] for line in lines_of(layout)] == [
        "قال الرئيس ",
        "إن   ",
        "المفاوضات\n",
        "انتهت ",
        "https://exam",
        "ple.org/aaaa",
        "aaaaaaaaaa",
    ]


def test_a_no_break_space_holds_words_together() -> None:
    layout = Layout("نحو 15\u00a0ألف", 8)
    assert [line.start for line in lines_of(layout)] == [0, 4]


def test_paragraphs_take_their_own_direction() -> None:
    layout = Layout("Reuters قالت نعم\nBeirut (Reuters)\n***", 20)
    assert [line.indent for line in lines_of(layout)] == [4, 0, 17]
    assert layout.line(0).text.endswith("Reuters")


def test_formulas_in_one_code_point_are_painted_in_letters() -> None:
    assert paint("محمد ﷺ", PaintMode.LETTERS) == "ملسو هيلع هللا ىلص دمحم"
    line = Layout("محمد ﷺ", 30).line(0)
    assert line.columns_of(5, 6) == [(7, 25)]
    assert paint("ﷺ\u200d\u064b", PaintMode.LETTERS) == paint("ﷺ", PaintMode.LETTERS)
    # Where not even a whole line could hold it, an ellipsis stands for it.
    assert paint("محمد", PaintMode.APP) in Layout("محمد ﷺ", 10).line(0).text
    assert "…" in Layout("محمد ﷺ", 10).line(0).text


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("❤️ نعم", "معن ❤"),
        ("👨‍👩‍👧 نعم", "معن 👨"),
        ("👍🏽", "👍"),
        ("\x1b[31mنعم", "معن31m]␛"),
        ("نعم\nلا", "ال معن"),
        ("\u064bنعم", "معن\u25cc\u064b"),
        ("re\u00advolt", "revolt"),
    ],
)
def test_what_terminals_disagree_on_is_painted_plainly(text: str, painted: str) -> None:
    assert paint(text, PaintMode.LETTERS) == painted


def test_paint_cuts_at_the_logical_end() -> None:
    assert paint("الأمم المتحدة", PaintMode.LETTERS, 8) == "…ا ممألا"
    assert paint("قال", PaintMode.LETTERS, 3) == "لاق"


def test_lines_of_a_span() -> None:
    layout = Layout("قال الرئيس إن المفاوضات انتهت", 12)
    assert list(layout.lines_of(0, 3)) == [0]
    assert list(layout.lines_of(4, 14)) == [0, 1]
    assert list(layout.lines_of(11, 11)) == [1]


def test_an_empty_text_is_one_empty_line() -> None:
    layout = Layout("", 10)
    assert layout.height == 1
    assert layout.line(0).text == " " * 10
    assert layout.line(0).column_of(0) == 0

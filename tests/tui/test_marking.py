"""The span editor without a screen."""

from __future__ import annotations

from tests.tui.material import SCHOOLS
from tui.session.marking import Marking, Part

TEXT = SCHOOLS.text


def place_of(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def marking(*parts: Part) -> Marking:
    return Marking(TEXT, list(parts))


def words_of(found: Marking) -> list[str]:
    return [TEXT[slice(*part.place)] for part in found.parts if part.place]


def test_the_ends_move_word_by_word() -> None:
    found = marking(Part("content", place_of("نرحب بالقرار")))
    assert found.move("end", 2)
    assert words_of(found) == ["نرحب بالقرار، لكننا"]
    assert found.move("end", -1)
    assert words_of(found) == ["نرحب بالقرار،"]
    assert found.move("start", 1)
    assert words_of(found) == ["بالقرار،"]
    assert found.move("start", -1)
    assert words_of(found) == ["نرحب بالقرار،"]


def test_the_end_moves_by_sentence() -> None:
    found = marking(Part("content", place_of("نرحب بالقرار")))
    found.move("end", 1, by_sentence=True)
    assert words_of(found)[0].endswith("بزيادة الأجور")


def test_a_part_is_never_emptied() -> None:
    found = marking(Part("cue", place_of("وقالت")))
    assert not found.move("end", -1)
    assert not found.move("start", 1)
    assert words_of(found) == ["وقالت"]


def test_only_an_optional_part_goes_away() -> None:
    found = marking(
        Part("content", place_of("نرحب")),
        Part("cue", place_of("وقالت")),
        Part("mention", place_of("نقابة المعلمين"), optional=True),
    )
    assert not found.clear()
    found.turn(-1)
    assert found.clear()
    assert words_of(found) == ["نرحب", "وقالت"]
    assert found.move("end", 1)
    assert found.part.place is not None


def test_content_in_two_pieces() -> None:
    found = marking(Part("content", place_of("نرحب بالقرار")), Part("cue", place_of("وقالت")))
    assert found.add_piece()
    assert [part.name for part in found.parts] == ["content", "content", "cue"]
    assert found.part.place is not None
    assert found.part.place[0] > place_of("نرحب بالقرار")[1]
    assert found.clear()
    assert [part.name for part in found.parts] == ["content", "cue"]


def test_there_is_no_piece_after_the_last_word() -> None:
    found = marking(Part("content", place_of("وجود نقص.\n")))
    assert not found.add_piece()


def test_the_mouse_takes_whole_words() -> None:
    found = marking(Part("content", place_of("نرحب")))
    start, end = place_of("نطالب بزيادة")
    found.select(start + 2, end - 3)
    assert words_of(found) == ["نطالب بزيادة"]


def test_a_click_moves_the_nearer_end() -> None:
    found = marking(Part("content", place_of("بالقرار، لكننا نطالب")))
    found.select(place_of("الأجور")[0], place_of("الأجور")[0])
    assert words_of(found) == ["بالقرار، لكننا نطالب بزيادة الأجور"]
    found.select(place_of("نرحب")[0] + 1, place_of("نرحب")[0] + 1)
    assert words_of(found) == ["نرحب بالقرار، لكننا نطالب بزيادة الأجور"]


def test_the_second_half_keeps_its_end() -> None:
    found = marking(Part("second", place_of("نطالب بزيادة الأجور"), fixed_end=True))
    assert not found.move("end", 1)
    assert found.move("start", 1)
    found.select(place_of("لكننا")[0], place_of("لكننا")[0])
    assert words_of(found) == ["لكننا نطالب بزيادة الأجور"]

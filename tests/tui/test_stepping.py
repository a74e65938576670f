"""Steps by word and by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session import stepping

TEXT = "قال: «نعم، 3.5% لا». ثم صمت.\nعنوان بلا نقطة\nنهاية"


def words_of(text: str) -> list[str]:
    return [text[start:end] for start, end in stepping.words(text)]


def test_marks_and_numbers_are_words_of_their_own() -> None:
    assert words_of(TEXT)[:8] == ["قال", ":", "«", "نعم", "،", "3.5", "%", "لا"]


def test_diacritics_stay_with_their_letters() -> None:
    assert words_of("أكّدَ الوزيرُ") == ["أكّدَ", "الوزيرُ"]


def test_sentences_end_at_stops_and_lines() -> None:
    found = [TEXT[start:end] for start, end in stepping.sentences(TEXT)]
    assert found == ["قال: «نعم، 3.5% لا»", "ثم صمت", "عنوان بلا نقطة", "نهاية"]


@pytest.mark.parametrize("by_sentence", [False, True])
@given(st.text(alphabet="اب .«»\n3،ّ", max_size=40), st.integers(0, 40))
def test_a_step_forward_and_back_never_leaves_the_text(
    by_sentence: bool, text: str, offset: int
) -> None:
    offset = min(offset, len(text))
    for step in (stepping.next_start, stepping.next_end):
        assert offset <= step(text, offset, by_sentence=by_sentence) <= len(text)
    for step in (stepping.previous_start, stepping.previous_end):
        assert 0 <= step(text, offset, by_sentence=by_sentence) <= offset


def test_steps_visit_every_word_end_in_order() -> None:
    visited = []
    offset = 0
    while (further := stepping.next_end(TEXT, offset)) != offset:
        visited.append(further)
        offset = further
    assert visited == [end for _, end in stepping.words(TEXT)]


def test_the_word_under_an_offset() -> None:
    assert stepping.word_at(TEXT, 1) == (0, 3)
    assert stepping.word_at("", 0) == (0, 0)

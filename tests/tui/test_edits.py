"""What a reviewer may change about a reading."""

from __future__ import annotations

import pytest

from quotes.errors import UsageError
from store.values import Reading
from tests.tui.material import MINISTRY, SCHOOL_QUOTES, SCHOOLS, UNION, WATER, WATER_QUOTES, WHO
from tui.session import edits

UNION_SPEAKS = SCHOOL_QUOTES[1]
READING = Reading.of(UNION_SPEAKS)


def test_spans_carry_the_words_of_the_text() -> None:
    start = UNION_SPEAKS.content[0].start
    mended = edits.with_content(READING, SCHOOLS.text, [(start, start + 4)])
    assert mended.content[0].text == "نرحب"
    assert mended.cue == READING.cue


def test_touching_pieces_become_one() -> None:
    assert edits.merged([(5, 9), (0, 5), (12, 15), (13, 14)]) == [(0, 9), (12, 15)]


def test_a_place_outside_the_text_is_refused() -> None:
    with pytest.raises(UsageError, match="no words between"):
        edits.with_content(READING, SCHOOLS.text, [(0, 10**6)])
    with pytest.raises(UsageError):
        edits.with_cue(READING, SCHOOLS.text, (4, 4))


def test_a_moved_cue_keeps_lemma_and_stance() -> None:
    mended = edits.with_cue(Reading.of(SCHOOL_QUOTES[2]), SCHOOLS.text, (0, 7))
    assert (mended.cue.text, mended.cue.lemma, mended.cue.stance) == ("الدراسة", "حذر", "warn")


def test_a_mention_can_be_taken_away() -> None:
    assert edits.with_mention(READING, SCHOOLS.text, None).mention is None


def test_the_mention_follows_a_candidate() -> None:
    quote = WATER_QUOTES[2]
    elsewhere = edits.with_mention(Reading.of(quote), WATER.text, None)
    assert edits.with_speaker(elsewhere, WHO, quote.candidates).mention == quote.mention
    assert edits.with_speaker(Reading.of(quote), MINISTRY, quote.candidates).mention == (
        quote.mention
    )


def test_a_typed_name_is_tidied_and_left_to_the_store() -> None:
    speaker = edits.typed_speaker("  وزارة   الصحة ", "organisation")
    assert (speaker.id, speaker.name, speaker.kind) == ("", "وزارة الصحة", "organisation")
    with pytest.raises(UsageError):
        edits.typed_speaker(" 12 ")


def test_split_gives_each_side_its_words() -> None:
    at = SCHOOLS.text.index("ولن نقبل")
    first, second = edits.split(READING, SCHOOLS.text, at)
    assert first.content[0].text == "نرحب بالقرار، لكننا نطالب بزيادة الأجور"
    assert second.content[0].text == "ولن نقبل وعوداً جديدة"
    assert first.speaker == second.speaker == UNION


@pytest.mark.parametrize("beyond", [0, 10**6])
def test_split_needs_words_on_both_sides(beyond: int) -> None:
    with pytest.raises(UsageError, match="divided"):
        edits.split(READING, SCHOOLS.text, beyond)


def test_joining_what_was_split_gives_the_whole_again() -> None:
    at = SCHOOLS.text.index("ولن نقبل")
    first, second = edits.split(READING, SCHOOLS.text, at)
    assert edits.joined(first, second, SCHOOLS.text) == READING


def test_joining_over_other_words_keeps_two_pieces() -> None:
    first, second = (Reading.of(quote) for quote in WATER_QUOTES[:2])
    both = edits.joined(first, second, WATER.text)
    assert [piece.text for piece in both.content] == [
        "أعمال توسيع الشبكة ستنتهي قبل الصيف",
        "لن ندفع أكثر من 15% فوق الميزانية",
    ]
    assert both.kind == "mixed"


def test_a_missed_quote_takes_lemma_and_stance_from_its_like() -> None:
    text = SCHOOLS.text
    content, cue = SCHOOL_QUOTES[2].content[0], SCHOOL_QUOTES[2].cue
    reading = edits.added(
        text, (content.start, content.end), (cue.start, cue.end), UNION, None, [cue]
    )
    assert (reading.cue.lemma, reading.cue.stance) == ("حذر", "warn")
    assert reading.kind == "indirect"


def test_a_missed_quote_between_marks_is_direct() -> None:
    content, cue = UNION_SPEAKS.content[0], UNION_SPEAKS.cue
    reading = edits.added(SCHOOLS.text, (content.start, content.end), (cue.start, cue.end))
    assert reading.kind == "direct"

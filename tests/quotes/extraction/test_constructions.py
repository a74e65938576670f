"""What the engine reports in each construction of Arabic news, and where it reports nothing.

``known_gaps.txt`` lists the constructions that it does not yet read rightly. They are expected to
fail, strictly: one that is read rightly at last fails until its line there is removed.
"""

from __future__ import annotations

import pytest

from tests.quotes.extraction.constructions import (
    Attribution,
    Construction,
    found_in,
    known_gaps,
    load_constructions,
    mark_up,
)

_CONSTRUCTIONS = load_constructions()
_GAPS = known_gaps()


def _parameter(construction: Construction) -> object:
    marks = [pytest.mark.xfail(strict=True, reason="known gap")] if construction.id in _GAPS else []
    return pytest.param(construction, id=construction.id, marks=marks)


@pytest.mark.parametrize("construction", map(_parameter, _CONSTRUCTIONS))
def test_construction(construction: Construction) -> None:
    found = found_in(construction.text)
    missing, surplus = compare(construction.expected, found)
    if missing or surplus:
        pytest.fail(_explain(construction, found), pytrace=False)


def compare(
    expected: tuple[Attribution, ...], found: list[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """The records that were not found as expected, and those found that were not expected."""
    left = list(found)
    missing = []
    for record in expected:
        match = next((each for each in left if record.agrees(each)), None)
        if match is None and record.optional:
            match = next((each for each in left if each.at == record.at), None)
        if match is not None:
            left.remove(match)
        elif not record.optional:
            missing.append(record)
    return missing, left


def _explain(construction: Construction, found: list[Attribution]) -> str:
    expected = [f"{each}{' (optional)' * each.optional}" for each in construction.expected]
    lines = [construction.text.strip(), "expected:", *(expected or ["  nothing"])]
    return "\n".join([*lines, "found:", *(map(str, found) if found else ["  nothing"])])


def test_gaps_are_constructions() -> None:
    """A construction that is renamed or removed takes its line in the list of gaps along."""
    assert {construction.id for construction in _CONSTRUCTIONS} >= _GAPS


def test_no_text_stands_twice() -> None:
    ids: dict[str, list[str]] = {}
    for construction in _CONSTRUCTIONS:
        ids.setdefault(construction.text, []).append(construction.id)
    assert not [same for same in ids.values() if len(same) > 1]


def test_notation() -> None:
    text, spans = mark_up("[قال]¹ <الوزير>¹ {نعم}¹ و[قالت]² {لا}² {أبدا}²")
    assert text == "قال الوزير نعم وقالت لا أبدا"
    assert [span.text for span in spans["}", 1]] == ["لا", "أبدا"]
    assert {key: len(found) for key, found in spans.items()} == {
        ("]", 0): 1,
        (">", 0): 1,
        ("}", 0): 1,
        ("]", 1): 1,
        ("}", 1): 2,
    }
    with pytest.raises(ValueError, match="stays open"):
        mark_up("[قال")

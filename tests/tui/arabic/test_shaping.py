"""Joined forms: the letters that a reader expects, one for each code point."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.arabic.shaping import clusters, glyph, shaped

JOINING = Path("/usr/share/unicode/ArabicShaping.txt")  # Debian's package unicode-data


def forms(word: str) -> list[str]:
    """For every code point of the painted word: initial, medial, final, isolated or -."""
    kinds = [unicodedata.decomposition(letter).partition(">")[0][1:] for letter in shaped(word)]
    return [kind or "-" for kind in kinds]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("قال", "initial final isolated"),
        ("لا", "initial final"),
        ("بيت", "initial medial final"),
        ("شيء", "initial final isolated"),
        ("مُدَّ", "initial - final - -"),
        ("مسؤول", "initial medial final isolated isolated"),
        ("بـ", "initial -"),
        ("ـب", "- final"),
        ("ه\u200d", "initial -"),
        ("می\u200cروم", "initial final - isolated isolated isolated"),
        ("پچژگ", "initial medial final isolated"),
        ("ب ب", "isolated - isolated"),
        ("بabc", "isolated - - -"),
        ("ب\u200fب", "initial - final"),
        ("ب\u2067ب", "isolated - isolated"),
        ("ابن", "isolated initial final"),
    ],
)
def test_letters_take_the_form_of_their_place(word: str, expected: str) -> None:
    assert forms(word) == expected.split()


@given(st.text())
def test_shaping_changes_letters_only_and_no_length(text: str) -> None:
    painted = shaped(text)
    assert len(painted) == len(text)
    for before, after in zip(text, painted, strict=True):
        assert after == before or unicodedata.normalize("NFKC", after) == unicodedata.normalize(
            "NFKC", before
        )


def test_joining_agrees_with_the_unicode_table() -> None:
    if not JOINING.exists():
        pytest.skip(f"{JOINING} is not there: apt-get install unicode-data")
    checked = 0
    for line in JOINING.read_text("utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) < 4:
            continue
        letter, kind = chr(int(fields[0], 16)), fields[2]
        joined = shaped(f"ب{letter}ب")
        backward = joined[0] == "\ufe91"  # beh initial: it joined what follows
        forward = joined[2] == "\ufe90"  # beh final
        if (shaped(letter) == [letter] and kind in "RD") or not 0x600 <= ord(letter) <= 0x6FF:
            continue  # no presentation forms: painted alone, so nothing joins it
        expected = {"U": (False, False), "R": (True, False), "D": (True, True), "C": (True, True)}
        # A noon without dot has forms for two of its four places only; U+0677 for one.
        if kind in expected and fields[0] not in ("06BA", "0677"):
            assert (backward, forward) == expected[kind], fields
            checked += 1
    assert checked > 80


@given(st.text())
def test_clusters_lose_nothing(text: str) -> None:
    assert "".join(clusters(text)) == text
    for cluster in clusters(text):
        painted, width = glyph(cluster)
        assert (width > 0) == (painted != "")

"""Folding of the letters that the shaped text of old files has."""

from __future__ import annotations

from quotes.arabic.folding import fold, fold_with_offsets


def test_shapes_of_letters_fold_to_the_letters() -> None:
    shaped = "اﻟﻮﺯﻳﺮ ﻻ ﻷﺧﺒﺎر"
    assert fold(shaped) == "الوزير لا لاخبار"


def test_both_letters_of_a_ligature_lead_back_to_it() -> None:
    folded = fold_with_offsets("ﻻ")
    assert folded.text == "لا"
    assert folded.original(0, 1) == (0, 1)
    assert folded.original(0, 2) == (0, 1)

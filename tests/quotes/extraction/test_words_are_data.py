"""What words a rule asks for stands in the lexicon; rules spell out no more than affixes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotes.extraction

STAGES = sorted(Path(quotes.extraction.__file__).parent.rglob("*.py"))
WORD = re.compile(r"[\u0621-\u064a]{2,}")
# The article and pronouns, which are written onto words, and إنّ as it is printed.
SPELT_OUT = {"ال", "ها", "نا", "إن"}


@pytest.mark.parametrize("stage", STAGES, ids=lambda path: f"{path.parent.stem}.{path.stem}")
def test_no_rule_compares_with_a_word_spelt_out(stage: Path) -> None:
    tree = ast.parse(stage.read_text("utf-8"))
    spelt_out = {
        f"line {comparison.lineno}: {word}"
        for comparison in ast.walk(tree)
        if isinstance(comparison, ast.Compare)
        for word in compared(comparison)
        if WORD.fullmatch(word) and word not in SPELT_OUT
    }
    assert not spelt_out, "such words belong in quotes/lexicon/closed_classes.toml"


def compared(comparison: ast.Compare) -> Iterator[str]:
    """The strings that something is equal to or one of; not the letters of ``in "بل"``."""
    for operation, operand in zip(comparison.ops, comparison.comparators, strict=True):
        if isinstance(operand, (ast.Tuple, ast.List, ast.Set)):
            compared_with = operand.elts
        else:
            compared_with = [] if isinstance(operation, (ast.In, ast.NotIn)) else [operand]
        for each in compared_with:
            if isinstance(each, ast.Constant) and isinstance(each.value, str):
                yield each.value

"""Texts for the property tests: made up, cut up, and real ones where they are at hand."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.quotes.extraction.constructions import load_constructions

_ROOT = Path(__file__).resolve().parents[3]
_CORPUS = _ROOT.parent / "shared" / "corpus" / "saudinewsnet.jsonl.gz"
_CORPUS_STEP = 25

_MARKS = "\" « » “ ” „ '' (( )) ‘ ’ ( ) : ، . ؟ …"
_WORDS = """
قال وقالت أن إن بأن إلى على عن من الوزير وزارة الصحة محمد صلاح أضاف وأضافت مشيراً مؤكدة قائلاً
قوله وفقاً لوزارة بحسب المصدر الذي التي في بيان أمس وهو لا نلعب دعا وقف العنف CNN 24 3.5 و ل ب
"""
MARKS, WORDS = _MARKS.split(), _WORDS.split()
GAPS = ["", " ", " ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u200f", "\u200c", "ـ", "\u0651", "\t"]

# Words that matter to the grammar, and marks, put together without any grammar.
soups = st.lists(
    st.tuples(st.sampled_from([*WORDS, *MARKS]), st.sampled_from(GAPS)), max_size=60
).map(lambda pieces: "".join(piece + gap for piece, gap in pieces))

mark_soups = st.lists(st.sampled_from([*MARKS, " ", "\n", "قال", "كلمة"]), max_size=60).map("".join)

# Any code points, lone surrogates too: a broken decoder's output is a text as well.
any_text = st.text(st.characters(), max_size=200)


@cache
def constructed() -> list[str]:
    """The texts of the table of constructions."""
    return [construction.text for construction in load_constructions()]


@cache
def sample_articles() -> list[str]:
    """The articles that come with the project."""
    return [path.read_text("utf-8") for path in sorted((_ROOT / "samples").glob("*.txt"))]


@cache
def corpus_articles(step: int = _CORPUS_STEP) -> list[str]:
    """Every 25th article of the corpus, or each ``step``-th; none where it is not at hand."""
    if not _CORPUS.exists():
        return []
    with gzip.open(_CORPUS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for number, line in enumerate(lines) if number % step == 0]

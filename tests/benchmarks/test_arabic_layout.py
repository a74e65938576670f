"""How long an article of 20,000 words takes to lay out: at once, and line by line."""

from __future__ import annotations

import random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tui.arabic import Layout, PaintMode
from tui.arabic.strips import StyledSpan, line_strip

SENTENCES = (
    "قال الأمين العام للأمم المتحدة: «لا نقبل 15% من خطة Reuters (2024)، ولن نوقّع».",
    "وأضاف في مؤتمر صحفي بنيويورك أن الخسائر بلغت نحو ألف مليون دولار.",
    "وذكر المتحدث باسم الجيش أن القوات انسحبت من القرى الحدودية مساء الأربعاء.",
)
WORDS = 20_000


@pytest.fixture(scope="module")
def article() -> str:
    chance = random.Random(4)
    paragraphs: list[str] = []
    words = 0
    while words < WORDS:
        paragraphs.append(" ".join(chance.choice(SENTENCES) for _ in range(5)))
        words += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


def test_wrap_a_long_article(benchmark: BenchmarkFixture, article: str) -> None:
    benchmark(Layout, article, 80)


@pytest.mark.parametrize("mode", [PaintMode.APP, PaintMode.TERMINAL, PaintMode.WORDS])
def test_first_screen_after_a_jump(
    benchmark: BenchmarkFixture, article: str, mode: PaintMode
) -> None:
    spans = [StyledSpan(start, start + 40, "bold") for start in range(0, len(article), 500)]

    def jump() -> None:
        layout.line(0)
        for y in range(layout.height // 2, layout.height // 2 + 45):
            line_strip(layout.line(y), spans)

    def fresh() -> None:
        nonlocal layout
        layout = Layout(article, 80, mode)

    layout = Layout(article, 80, mode)
    benchmark.pedantic(jump, setup=fresh, rounds=20)

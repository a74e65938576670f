"""Extraction takes time in proportion to the text, whatever the text is like."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable

import pytest

from quotes.extraction import Extractor
from quotes.model import Document

SIZES = (1, 2, 4)
"""Each the multiple of the smallest text, which is past all fixed costs."""

REPORT = (
    "قال وزير الخارجية أحمد الصالح إن الاجتماع كان مثمراً. "
    "وأضاف أن «الدول المشاركة اتفقت على خطة جديدة للسلام»، مشيراً إلى أن التنفيذ يبدأ غداً.\n"
)

SHAPES: dict[str, Callable[[int], str]] = {
    "articles one behind another": lambda n: REPORT * (60 * n),
    "one paragraph without a full stop": lambda n: (
        "وأكد المتحدث أن العمل مستمر في جميع المناطق، " * (150 * n)
    ),
    "nothing but opening marks": lambda n: "«كلمة " * (2000 * n),
    "quotations one behind another": lambda n: "قال: «نعم بدأ العمل أمس» " * (400 * n),
    "straight marks": lambda n: '" ' * (5000 * n),
    "straight marks after open ones": lambda n: "«كلمة " * (1000 * n) + 'ثم" ' * (1000 * n),
    "one word": lambda n: "كلمة " * (5000 * n),
    "one cue": lambda n: "قال " * (1500 * n),
    "cues that govern cues": lambda n: "يقول إن " * (600 * n),
    "sayings without verbs": lambda n: "قائلاً إن العمل بدأ " * (400 * n),
    "one speaker again and again": lambda n: "قال بلينكن إن العمل بدأ. " * (200 * n),
    "many speakers of one office": lambda n: "".join(
        f"قال الوزير لشؤون{_letters(i)} إن العمل بدأ. " for i in range(120 * n)
    ),
    "many speakers of one first name": lambda n: "".join(
        f"قال محمد {_letters(i)} إن العمل بدأ. " for i in range(120 * n)
    ),
    "speakers who are never named": lambda n: "وأضافت أن العمل بدأ. " * (300 * n),
    "phrases of source": lambda n: "بدأ العمل، وفق تعبيره، " * (300 * n),
    "one quotation around many": lambda n: (
        "قال: «" + "وأكد الرجل أن العمل بدأ. " * (200 * n) + "»."
    ),
    "lines that leave a mark open": lambda n: 'قال: "بدأ العمل أمس\n' * (400 * n),
    "headlines": lambda n: "بلينكن: الوقت مناسب جداً للسلام\n" * (400 * n),
    "marks without words": lambda n: "،.:؛-(" * (1000 * n),
    "one long word": lambda n: "كلام" * (10_000 * n),
}


def _letters(number: int) -> str:
    """A word of its own for each number, which no dictionary has."""
    return "".join("غظضذخثت"[int(digit, 7)] for digit in _base_seven(number))


def _base_seven(number: int) -> str:
    digits = ""
    while number or len(digits) < 5:
        number, digit = divmod(number, 7)
        digits = str(digit) + digits
    return digits


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_with_the_text_and_not_with_its_square(extractor: Extractor, shape: str) -> None:
    texts = [SHAPES[shape](size) for size in SIZES]
    # A busy machine may disturb one measurement; what is quadratic fails every time.
    growth = min(_growth(extractor, texts) for _ in range(2))
    assert growth < 1.2


def _growth(extractor: Extractor, texts: list[str]) -> float:
    """The exponent of the growth from the smallest text to the largest."""
    times = [min(_time(extractor, text) for _ in range(3)) for text in texts]
    return math.log(times[-1] / times[0]) / math.log(len(texts[-1]) / len(texts[0]))


def _time(extractor: Extractor, text: str) -> float:
    """Seconds of the processor, without what collecting garbage takes."""
    document = Document("text", text)
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        extractor.extract(document)
        return time.process_time() - start
    finally:
        gc.enable()

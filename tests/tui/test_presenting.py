"""What is shown of a quote, in which words and with which ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.model import Speaker
from store.values import StoredQuote
from tests.tui.material import WATER_QUOTES
from tui.arabic import PaintMode
from tui.language import Texts
from tui.painting import Painter
from tui.presenting import details, row
from tui.session.session import ReviewSession


@pytest.fixture
def stored(session: ReviewSession) -> StoredQuote:
    found = session.current
    assert found is not None
    return found


@pytest.mark.parametrize("rtl", [True, False])
def test_a_name_that_is_cut_ends_where_arabic_ends(stored: StoredQuote, rtl: bool) -> None:
    long = Speaker("long", "متحدثة باسم وزارة الدفاع الأمريكية", None, "person")
    quote = replace(stored.quote, speaker=long)
    texts = Texts("ar" if rtl else "en")
    cells = row(stored, quote, "pending", texts, 60)[2:3]
    painted = Painter(PaintMode.LETTERS, rtl).row(cells, 22).text
    assert painted.lstrip().startswith("…")
    assert painted.rstrip().endswith("م")  # the first letter, at the right


def test_a_terminal_that_orders_is_sent_no_isolates_around_the_columns(
    stored: StoredQuote,
) -> None:
    cells = row(stored, stored.quote, "pending", Texts("ar"), 60)
    painted = Painter(PaintMode.TERMINAL, rtl=True).row(cells, 60).text
    assert not set(painted) & set("\u2068\u2069")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_role_is_set_off_as_its_own_language_does(stored: StoredQuote, language: str) -> None:
    texts = Texts(language)
    for name, role, together in (
        ("مارك روته", "الأمين العام", "مارك روته، الأمين العام"),
        ("Mark Rutte", "Secretary General", "Mark Rutte, Secretary General"),
    ):
        speaker = Speaker("x", name, role, "person")
        quote = replace(stored.quote, speaker=speaker, candidates=())
        shown = details(stored, quote, "pending", texts, blind=False)
        assert any(together in paragraph.text for paragraph in shown)


def test_percentages_stand_apart_from_the_letters_before_them(stored: StoredQuote) -> None:
    quote = replace(WATER_QUOTES[0], confidence=0.69)
    shown = details(stored, quote, "pending", Texts("ar"), blind=False)
    assert "\u206869%\u2069" in shown[0].text

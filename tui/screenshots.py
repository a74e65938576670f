"""Pictures of the main screens for the documentation: ``python -m tui.screenshots [FOLDER]``.

The screens are those of the real app on the articles in ``samples/``, reached with real keys,
painted in mode ``app`` and exported by Textual as SVG into ``docs/screenshots``. The picture of the
HTML view beside them is made by ``python docs/make_html_view.py``.
"""

from __future__ import annotations

import asyncio
import html
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.cells import cell_len

from store import Decision, Store, open_store
from tui.app import ReviewApp
from tui.arabic import PaintMode
from tui.environment import Environment
from tui.language import LANGUAGES, Texts
from tui.painting import Painter
from tui.preferences import DARK, LIGHT, Preferences
from tui.session.queue import View
from tui.session.session import ReviewSession

SAMPLES = Path(__file__).parents[1] / "samples"
PICTURES = Path(__file__).parents[1] / "docs" / "screenshots"
SMALL, MIDDLE, LARGE = (80, 24), (110, 34), (140, 45)
_REVIEWER = "huda"


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name, its size in cells, and the keys that lead there."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = DARK


SCENES = (
    Scene("review-small", SMALL, ("j", "j", "j")),
    Scene("review", LARGE, ("a", "x", "j")),
    Scene("review-light", LARGE, ("a", "x", "j"), LIGHT),
    Scene("speaker", MIDDLE, ("j", "e")),
    Scene("reason", MIDDLE, ("r",)),
    Scene("spans", MIDDLE, ("j", "j", "w", "left", "left")),
    Scene("help", MIDDLE, ("question_mark",)),
    Scene("progress", MIDDLE, ("a", "a", "x", "a", "p")),
    Scene("disagreements", MIDDLE, ("d",)),
)


def main(folder: Path = PICTURES) -> None:
    """Write every scene in every language into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        location = str(Path(place, "quotes.json"))
        program = [sys.executable, "-c", "from quotes.cli import main; main()"]
        subprocess.run([*program, "add", str(SAMPLES), "--db", location], check=True)
        for scene in SCENES:
            for language in LANGUAGES:
                with open_store(location, create=False) as store:
                    picture = asyncio.run(_picture(store, scene, language))
                path = folder / f"{scene.name}-{language}.svg"
                path.write_text(as_painted(picture), encoding="utf-8")
                print(path)


async def _picture(store: Store, scene: Scene, language: str) -> str:
    texts = Texts(language)
    if scene.name == "disagreements" and not store.disagreements(limit=1):
        _dispute(store)
    session = ReviewSession(store, _REVIEWER)
    session.show(View())
    environment = Environment(Painter(PaintMode.APP, texts.rtl), texts)
    app = ReviewApp(session, environment, Preferences(theme=scene.theme, decisions=100))
    async with app.run_test(size=scene.size) as pilot:
        await pilot.press(*scene.keys)
        await pilot.pause()
        picture = app.export_screenshot()
    while store.undo(reviewer=_REVIEWER):
        pass
    return picture


def _dispute(store: Store) -> None:
    """Let two readers judge some quotes differently."""
    for quote_id in store.find_ids("status:pending", "uncertain")[:3]:
        store.decide(Decision(quote_id, "reject", note="wrong_span"), reviewer="mona")
        store.decide(Decision(quote_id, "accept"), reviewer="samir")


# The font must join Arabic letters and give each one cell.
_RULE = """<style>
    g[class$="-matrix"] text {
      direction: ltr;
      unicode-bidi: bidi-override;
      font-family: "DejaVu Sans Mono", "Fira Code", monospace;
    }
    </style>"""
_RUN = re.compile(
    '<text class="(?P<class>[^"]*-r[0-9]+)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"'
    "[^>]*>(?P<text>[^<]*)</text>"
)
_WORD = re.compile(r"\S+")
_CELL = 12.2  # the width of a cell in Rich's SVG; its textLength counts marks as cells
# The forms of lam and alef as they stand beside each other in visual order.
_LAM_ALEF = re.compile("([\ufe82\ufe84\ufe88\ufe8e])([\ufedf\ufee0])")


def as_painted(picture: str) -> str:
    """A screenshot that shows every word in its cells, and its letters in the order painted.

    Whoever shows the SVG would reorder Arabic once more. Each word is placed by itself: fonts for
    Arabic have other widths, and join lam and alef to a sign of one cell where nothing forbids it.
    """
    head, end, body = picture.partition("</style>")
    return f"{head}{end}\n    {_RULE}{_RUN.sub(_words, body)}"


def _words(match: re.Match[str]) -> str:
    text = html.unescape(match["text"])
    words: list[str] = []
    for word in _WORD.finditer(text):
        x = float(match["x"]) + _CELL * cell_len(text[: word.start()])
        shown = html.escape(_LAM_ALEF.sub("\\1\u200c\\2", word[0]))
        words.append(
            f'<text class="{match["class"]}" x="{x:g}" y="{match["y"]}"'
            f' textLength="{_CELL * cell_len(word[0]):g}">{shown}</text>'
        )
    return "".join(words)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

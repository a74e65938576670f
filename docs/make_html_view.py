"""Make the picture of the HTML view: ``python docs/make_html_view.py``. Needs Chromium."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from quotes import Document, Extractor
from quotes.writing import Article, write

ARTICLE = Path(__file__).parents[1] / "samples" / "03-phone-call.txt"
PICTURE = Path(__file__).with_name("html-view.png")
_SIZE = "1100,760"
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-sync")


def main(picture: Path = PICTURE) -> None:
    """Write the picture. Raises ``SystemExit`` without Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        raise SystemExit("Chromium is not installed")
    document = Document(ARTICLE.name, ARTICLE.read_bytes().decode("utf-8"))
    page = io.BytesIO()
    write("html", [Article(document, Extractor().extract(document))], page)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "page.html")
        file.write_bytes(page.getvalue())
        subprocess.run(
            [
                *(browser, *_FLAGS, f"--user-data-dir={folder}/profile"),
                *(f"--window-size={_SIZE}", f"--screenshot={picture.resolve()}", file.as_uri()),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    print(picture)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

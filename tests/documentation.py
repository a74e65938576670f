"""The pages of the documentation, taken apart for tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(quotes [^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def pages() -> list[Path]:
    """Every page that readers are sent to."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and the line that it begins on."""

    language: str
    text: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, in order, those in comments included."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        indent = found[1]
        body = "".join(each.removeprefix(indent) for each in found[3].splitlines(keepends=True))
        yield Block(found[2], body, line)


def sessions(block: Block) -> Iterator[tuple[str, list[str]]]:
    """The commands of a ``console`` block, each with the lines of output shown below it."""
    command, shown = "", list[str]()
    for line in block.text.splitlines():
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:], []
        elif line.strip():
            shown.append(line)
    if command:
        yield command, shown


def written_commands(page: Path) -> Iterator[str]:
    """Every ``quotes …`` on a page, run by the tests or not."""
    for block in blocks(page):
        if block.language in {"console", "sh", "text"}:
            # Of a command's help, its examples.
            text = block.text.rpartition("Examples:")[2] if block.language == "text" else block.text
            for line in map(str.strip, text.splitlines()):
                yield from re.findall(r"(?:^|[$&|] ?|uv run )(quotes [^|&#]+)", line)
    prose = _FENCE.sub("", page.read_text("utf-8"))
    yield from _INLINE.findall(prose)


def links(page: Path) -> Iterator[str]:
    """The targets of the links of a page that lead to other pages and files of the project."""
    prose = _FENCE.sub("", page.read_text("utf-8"))
    for target in _LINK.findall(prose):
        if "://" not in target and not target.startswith("mailto:"):
            yield target


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    prose = _FENCE.sub("", page.read_text("utf-8"))
    titles = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}

"""One article from one file: plain text, Markdown, HTML."""

from __future__ import annotations

import re

from quotes.errors import InputError
from quotes.model import Document
from quotes.reading.dates import iso_date
from quotes.reading.decoding import decode
from quotes.reading.options import ReadOptions


def read_text(name: str, data: bytes, options: ReadOptions) -> Document:
    """A plain text; ``Document.text`` is the file's content, newlines and all.

    Raises :class:`InputError` when it is empty or no text.
    """
    return Document(name=name, text=_not_empty(decode(data, encoding=options.encoding)))


def read_markdown(name: str, data: bytes, options: ReadOptions) -> Document:
    """The words of a Markdown file, one paragraph, heading or list item a line, without markup.

    Front matter between ``---`` lines gives title, outlet, author, date and address; without it
    the first heading is the title. Code, images and raw HTML are left out. Raises
    :class:`InputError` when nothing is left.
    """
    from markdown_it import MarkdownIt

    source = decode(data, encoding=options.encoding)
    front, body = _front_matter(source)
    lines: list[str] = []
    title = front.get("title")
    inside_heading = False
    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "heading_open":
            inside_heading = True
        elif token.type == "inline":
            line = "".join(
                child.content if child.type in ("text", "code_inline") else "\n"
                for child in token.children or ()
                if child.type in ("text", "code_inline", "softbreak", "hardbreak")
            )
            lines.append(line)
            if inside_heading and title is None:
                title = line
            inside_heading = False
    return Document(
        name=name,
        text=_not_empty("\n\n".join(lines)),
        title=title,
        outlet=front.get("outlet") or front.get("source"),
        author=front.get("author"),
        published=iso_date(front.get("date") or front.get("published")),
        address=front.get("url") or front.get("address"),
    )


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    """The ``key: value`` lines of a leading ``---`` block, and what follows it."""
    match = re.match(r"\s*---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", source, re.DOTALL)
    if not match:
        return {}, source
    pairs = (line.partition(":") for line in match[1].splitlines())
    values = {key.strip().lower(): value.strip().strip("\"'") for key, _, value in pairs}
    return {key: value for key, value in values.items() if value}, source[match.end() :]


def _not_empty(text: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v\u00a0\u200e\u200f"):
        raise InputError("empty: there is no text in it")
    return text

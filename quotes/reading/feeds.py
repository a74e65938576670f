"""Articles inside RSS and Atom files; what the feed carries is read, its links are not followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quotes.errors import InputError
from quotes.model import Document
from quotes.reading.dates import iso_date
from quotes.reading.html import text_of_fragment
from quotes.reading.options import ReadFailure, ReadOptions

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_RSS1 = "{http://purl.org/rss/1.0/}"


def read_feed(name: str, data: bytes, options: ReadOptions) -> Iterator[Document | ReadFailure]:
    """One document an entry of RSS 0.9–2.0 or Atom 1.0: its title and its full text or summary.

    Offsets refer to the text without markup. Entries without words are failures of their own.
    Raises :class:`InputError` when the file is no feed, is damaged, or has entities that expand.
    """
    root = _parse(data, options)
    outlet = _text(root, "channel/title", f"{_ATOM}title", f"{_RSS1}channel/{_RSS1}title")
    entries = _entries(root)
    if not entries:
        raise InputError("no RSS or Atom entries in this XML file")
    for number, entry in enumerate(entries, 1):
        address = _address(entry)
        place = address or f"{name}#{number}"
        try:
            yield _article(entry, place, address, outlet)
        except InputError as error:
            yield ReadFailure(f"{name}#{number}", str(error))


def _parse(data: bytes, options: ReadOptions) -> Any:
    from lxml import etree

    if not data.strip():
        raise InputError("empty: there is no text in it")
    try:
        root = _tree(data, options, recover=False)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        # Many outlets publish feeds with a stray & or tag; what they enclose can still be read.
        root = _tree(data, options, recover=True)
        if root is None or not _entries(root):
            raise InputError(f"damaged XML ({str(error).splitlines()[0]})") from None
    declarations = root.getroottree().docinfo.internalDTD
    if declarations is not None and declarations.entities():
        raise InputError("this XML defines entities of its own, which no feed needs; not read")
    return root


def _tree(data: bytes, options: ReadOptions, *, recover: bool) -> Any:
    from lxml import etree

    # Neither entities nor a DTD are ever needed in a feed; both are ways to attack the reader.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        recover=recover,
        encoding=options.encoding,
    )
    return etree.fromstring(data, parser)


def _entries(root: Any) -> list[Any]:
    return [entry for tag in ("item", f"{_RSS1}item", f"{_ATOM}entry") for entry in root.iter(tag)]


def _article(entry: Any, place: str, address: str | None, outlet: str | None) -> Document:
    title = _text(entry, "title", f"{_ATOM}title", f"{_RSS1}title")
    title = text_of_fragment(title) if title else None
    body = _markup(
        entry,
        f"{_CONTENT}encoded",
        f"{_ATOM}content",
        "description",
        f"{_ATOM}summary",
        f"{_RSS1}description",
    )
    paragraphs = [part for part in (title, text_of_fragment(body) if body else None) if part]
    if not paragraphs:
        raise InputError("empty: there is no text in this entry")
    return Document(
        name=place,
        text="\n".join(paragraphs),
        title=title,
        outlet=outlet,
        author=_text(entry, f"{_DUBLIN_CORE}creator", f"{_ATOM}author/{_ATOM}name", "author"),
        published=iso_date(
            _text(
                entry,
                "pubDate",
                f"{_ATOM}published",
                f"{_ATOM}updated",
                f"{_DUBLIN_CORE}date",
            )
        ),
        address=address,
    )


def _text(element: Any, *paths: str) -> str | None:
    """All the text below the first of ``paths`` that has any."""
    for path in paths:
        found = element.find(path)
        if found is not None:
            text = "".join(found.itertext()).strip()
            if text:
                return text
    return None


def _markup(element: Any, *paths: str) -> str | None:
    """Like :func:`_text`, with the tags of what is not escaped (Atom's XHTML content)."""
    from lxml import etree

    for path in paths:
        found = element.find(path)
        if found is not None and len(found):
            return str(etree.tostring(found, encoding="unicode", with_tail=False))
        if found is not None and (found.text or "").strip():
            return str(found.text)
    return None


def _address(entry: Any) -> str | None:
    link = _text(entry, "link", f"{_RSS1}link")
    if link:
        return link
    links = entry.findall(f"{_ATOM}link")
    for element in links:
        if element.get("rel", "alternate") == "alternate" and element.get("href"):
            return str(element.get("href"))
    return None

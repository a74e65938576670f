"""TEI P5: the article as ``p`` elements, each reported stretch in ``said``.

``@who`` points to the speaker in the header, ``@direct`` is false for indirect and mixed speech,
``@cert`` is the confidence, ``@resp`` the reviewer. Where marks cross each other or a paragraph
ends inside one, it is divided and chained with ``@next`` and ``@prev``. Validated against
tei_all 4.3.0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from quotes.model import Speaker
from quotes.writing.article import Article, encode, file_stem, heading, web_address
from quotes.writing.segments import Mark, lines, steps

# XML 1.0 cannot hold these in any spelling.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ORGANISATIONS = ("organisation", "state", "group")


def write(articles: Iterable[Article], stream: BinaryIO) -> None:
    """One ``teiCorpus`` with a ``TEI`` for each article."""
    stream.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(b'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n')
    stream.write(encode(_header("quotes", "Attributions extracted from Arabic news", "", "")))
    empty = True
    for number, article in enumerate(articles):
        stream.write(encode(_tei(article, f"d{number}")))
        empty = False
    if empty:
        stream.write(
            b"<TEI><teiHeader><fileDesc><titleStmt><title>empty</title></titleStmt>"
            b"<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>"
            b"</fileDesc></teiHeader><text><body><p/></body></text></TEI>\n"
        )
    stream.write(b"</teiCorpus>\n")


def files(articles: Iterable[Article]) -> Iterator[tuple[str, bytes]]:
    """A file of its own for each article."""
    for article in articles:
        body = _tei(article, "d").replace("<TEI>", '<TEI xmlns="http://www.tei-c.org/ns/1.0">', 1)
        data = encode(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}')
        yield f"{file_stem(article.document)}.xml", data


def _tei(article: Article, prefix: str) -> str:
    document = article.document
    people = _Register(f"{prefix}-s")
    reviewers = _Register(f"{prefix}-r")
    body = "".join(_paragraphs(article, prefix, people, reviewers)) or "<p/>\n"
    address = web_address(document)
    source = "".join(
        [
            "<bibl>",
            f"<title>{_text(heading(document))}</title>",
            f"<author>{_text(document.author)}</author>" if document.author else "",
            f"<publisher>{_text(document.outlet)}</publisher>" if document.outlet else "",
            f"<date>{_text(document.published)}</date>" if document.published else "",
            f"<ref target={_attribute(address)}>{_text(address)}</ref>" if address else "",
            f'<idno type="sha256">{document.sha256}</idno>',
            f'<idno type="file">{_text(document.name)}</idno>',
            "</bibl>",
        ]
    )
    statements = "".join(
        f'<respStmt xml:id="{key}"><resp>review</resp><name>{_text(name)}</name></respStmt>'
        for name, key in reviewers.keys.items()
    )
    return (
        "<TEI>\n"
        + _header(heading(document), source, statements, people.listed())
        + f'<text xml:lang="ar"><body>\n{body}</body></text>\n</TEI>\n'
    )


def _header(title: str, source: str, statements: str, profile: str) -> str:
    source = source if source.startswith("<") else f"<p>{_text(source)}</p>"
    return (
        f"<teiHeader><fileDesc><titleStmt><title>{_text(title)}</title>{statements}</titleStmt>"
        "<publicationStmt><p>Written by the program quotes.</p></publicationStmt>"
        f"<sourceDesc>{source}</sourceDesc></fileDesc>"
        + (f"<profileDesc>{profile}</profileDesc>" if profile else "")
        + "</teiHeader>\n"
    )


class _Register:
    """Names that get an ``xml:id`` when they are first met."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.keys: dict[str, str] = {}
        self.speakers: dict[str, Speaker] = {}

    def key(self, name: str, speaker: Speaker | None = None) -> str:
        if speaker:
            self.speakers[name] = speaker
        return self.keys.setdefault(name, f"{self.prefix}{len(self.keys)}")

    def listed(self) -> str:
        """The speakers as ``particDesc``."""
        people, organisations = "", ""
        for name, key in self.keys.items():
            speaker = self.speakers[name]
            role = f'<note type="role">{_text(speaker.role)}</note>' if speaker.role else ""
            if speaker.kind in (*_ORGANISATIONS, "document"):
                organisations += (
                    f'<org xml:id="{key}" type="{speaker.kind}">'
                    f"<orgName>{_text(speaker.name)}</orgName>{role}</org>"
                )
            else:
                names = [speaker.name, *speaker.aliases]
                printed = "".join(f"<persName>{_text(each)}</persName>" for each in names)
                people += f'<person xml:id="{key}">{printed}{role}</person>'
        lists = f"<listPerson>{people}</listPerson>" if people else ""
        lists += f"<listOrg>{organisations}</listOrg>" if organisations else ""
        return f"<particDesc>{lists}</particDesc>" if lists else ""


def _paragraphs(
    article: Article, prefix: str, people: _Register, reviewers: _Register
) -> Iterator[str]:
    text = article.document.text
    parts = _Parts(article, prefix, people, reviewers)
    for line in lines(text, article.quotes):
        yield "<p>"
        for step in steps(line.marks, line.start, line.end):
            yield from map(parts.close, step.close)
            yield from map(parts.open, step.open)
            yield _text(text[step.start : step.end])
        yield "</p>\n"


class _Parts:
    """Opening and closing tags; remembers the parts into which a divided ``said`` falls."""

    def __init__(
        self, article: Article, prefix: str, people: _Register, reviewers: _Register
    ) -> None:
        self.article = article
        self.prefix = prefix
        self.people = people
        self.reviewers = reviewers
        self.count: dict[int, int] = {}
        self.total = self._count_parts()

    def open(self, mark: Mark) -> str:
        quote = self.article.quotes[mark.index]
        if mark.role == "cue":
            said = f"#{self.prefix}-q{mark.index}"
            return (
                f'<seg type="cue" subtype={_attribute(_token(quote.cue.type))} '
                f'corresp="{said}" n={_attribute(quote.cue.lemma)}>'
            )
        if mark.role == "mention":
            ref = f' ref="#{self._who(mark.index)}"' if quote.speaker else ""
            return f'<rs type="speaker"{ref}>'
        part = self.count[mark.index] = self.count.get(mark.index, 0) + 1
        attributes = [f'xml:id="{self._part(mark.index, part)}"']
        if quote.speaker:
            attributes.append(f'who="#{self._who(mark.index)}"')
        attributes.append(f'direct="{"true" if quote.kind == "direct" else "false"}"')
        attributes.append(f'cert="{quote.confidence:.4g}"')
        if reviewer := self.article.reviewers.get(quote.id):
            attributes.append(f'resp="#{self.reviewers.key(reviewer)}"')
        attributes.append(f'rend="{quote.kind} {quote.status}"')
        if part > 1:
            attributes.append(f'prev="#{self._part(mark.index, part - 1)}"')
        if part < self.total[mark.index]:
            attributes.append(f'next="#{self._part(mark.index, part + 1)}"')
        return f"<said {' '.join(attributes)}>"

    @staticmethod
    def close(mark: Mark) -> str:
        return {"content": "</said>", "mention": "</rs>", "cue": "</seg>"}[mark.role]

    def _who(self, index: int) -> str:
        speaker = self.article.quotes[index].speaker
        assert speaker is not None
        return self.people.key(speaker.id or speaker.name, speaker)

    def _part(self, index: int, part: int) -> str:
        return f"{self.prefix}-q{index}" + (f".{part}" if part > 1 else "")

    def _count_parts(self) -> dict[int, int]:
        """How often each quote's ``said`` is opened, by the same walk as in writing."""
        total: dict[int, int] = {}
        for line in lines(self.article.document.text, self.article.quotes):
            for step in steps(line.marks, line.start, line.end):
                for mark in step.open:
                    if mark.role == "content":
                        total[mark.index] = total.get(mark.index, 0) + 1
        return total


def _text(text: str | None) -> str:
    return escape(_NOT_XML.sub("\ufffd", text or ""), {"\r": "&#13;"})


def _attribute(text: str | None) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text or ""))


def _token(text: str) -> str:
    return re.sub(r"\W+", "_", text) or "_"

"""RSS, Atom and WARC."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from quotes.errors import UsageError
from tests.quotes.reading.conftest import ReadAll
from tests.quotes.reading.test_files import PAGE

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>الوكالة</title>
<link>https://example.org/</link>
<item><title>روته: سنفعل المزيد</title><link>https://example.org/1</link>
<pubDate>Wed, 13 Nov 2024 10:00:00 +0200</pubDate><dc:creator>التحرير</dc:creator>
<description>موجز</description>
<content:encoded><![CDATA[<p>قال روته: &quot;سنفعل <b>المزيد</b>&quot;.</p>
<script>x()</script><p>وأضاف أن الحلف قوي.</p>]]></content:encoded>
</item>
<item><title>عنوان &lt;b&gt;ثان&lt;/b&gt;</title><link>https://example.org/2</link>
<description>&lt;p&gt;أعلن البيت الأبيض أنه سيواصل الدعم.&lt;/p&gt;</description></item>
<item><guid>3</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>الوكالة</title>
<entry><title>خبر</title><link rel="self" href="https://example.org/feed"/>
<link href="https://example.org/a"/><published>2024-11-13T10:00:00Z</published>
<author><name>التحرير</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>قال نعم.</p><p>وقال لا.</p></div></content>
</entry></feed>"""


def test_rss(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "feed.rss").write_text(RSS, encoding="utf-8")
    [first, second], [failure] = read_all(tmp_path)
    assert first.text == 'روته: سنفعل المزيد\nقال روته: "سنفعل المزيد".\nوأضاف أن الحلف قوي.'
    assert first.name == first.address == "https://example.org/1"
    assert (first.outlet, first.author) == ("الوكالة", "التحرير")
    assert first.published == "2024-11-13T10:00:00+02:00"
    assert second.text == "عنوان ثان\nأعلن البيت الأبيض أنه سيواصل الدعم."
    assert "empty" in failure.reason


def test_atom_in_an_xml_file_and_another_encoding(tmp_path: Path, read_all: ReadAll) -> None:
    declaration = '<?xml version="1.0" encoding="windows-1256"?>'
    (tmp_path / "feed.xml").write_bytes((declaration + ATOM).encode("windows-1256"))
    [document], _ = read_all(tmp_path)
    assert document.text == "خبر\nقال نعم.\nوقال لا."
    assert document.address == "https://example.org/a"
    assert document.published == "2024-11-13T10:00:00+00:00"
    assert document.author == "التحرير"


def test_a_feed_that_is_not_quite_xml(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "feed.rss").write_text(RSS.replace("عنوان", "قمة&nbsp;ولقاء & أكثر"), "utf-8")
    documents, _ = read_all(tmp_path)
    assert len(documents) == 2
    assert "أعلن البيت الأبيض أنه سيواصل الدعم." in documents[1].text


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><rss><channel><item><title>&j;</title></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&x;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "empty"),
        ("<rss><channel>", "damaged XML"),
        ("<sitemap><url/></sitemap>", "no RSS or Atom entries"),
        (BILLION_LAUGHS, "XML"),
        (OUTSIDE, "entities of its own"),
    ],
)
def test_feeds_that_are_none(tmp_path: Path, read_all: ReadAll, content: str, said: str) -> None:
    (tmp_path / "feed.xml").write_text(content)
    documents, [failure] = read_all(tmp_path)
    assert not documents
    assert said in failure.reason


def write_warc(path: Path, *, gzip: bool) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=gzip)
        for number, (status, kind, body) in enumerate(
            (
                ("200 OK", "text/html; charset=windows-1256", PAGE.encode("windows-1256")),
                ("200 OK", "image/png", b"\x89PNG"),
                ("404 Not Found", "text/html", b"<p>gone</p>"),
                ("200 OK", "text/html", b"<html></html>"),
            )
        ):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    f"https://example.org/{number}",
                    "response",
                    payload=io.BytesIO(body),
                    http_headers=headers,
                )
            )


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(tmp_path: Path, read_all: ReadAll, name: str) -> None:
    pytest.importorskip("warcio", reason="the extra 'warc' is not installed")
    write_warc(tmp_path / name, gzip=name.endswith("gz"))
    [document], [failure] = read_all(tmp_path)
    assert document.name == document.address == "https://example.org/0"
    assert "علينا أن ننتج أكثر" in document.text
    assert document.published == "2024-11-13"
    assert failure.name == "https://example.org/3"


def test_damaged_warc(tmp_path: Path, read_all: ReadAll) -> None:
    pytest.importorskip("warcio", reason="the extra 'warc' is not installed")
    (tmp_path / "a.warc").write_bytes(b"this is no archive\r\n\r\n" * 9)
    (tmp_path / "b.warc").write_bytes(b"")
    documents, failures = read_all(tmp_path)
    assert not documents
    assert ["damaged WARC" in f.reason or "no web pages" in f.reason for f in failures] == [
        True
    ] * 2


def test_without_warcio_the_way_out_is_named(
    tmp_path: Path, read_all: ReadAll, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\n")
    with pytest.raises(UsageError, match="uv sync --extra warc"):
        read_all(tmp_path)

"""Text, Markdown and HTML from files, folders and globs; what cannot be read says so."""

from __future__ import annotations

import gzip
import io
import os
import random
from pathlib import Path

import pytest

from quotes.errors import UsageError
from quotes.reading import Corpus, ReadOptions, read_stream
from tests.quotes.reading.conftest import ARTICLE, ReadAll

PAGE = """<!doctype html><html dir="rtl" lang="ar"><head><meta charset="utf-8">
<title>روته: سنفعل المزيد | وكالة الأنباء</title>
<meta property="og:title" content="روته: سنفعل المزيد">
<meta property="og:site_name" content="وكالة الأنباء">
<meta property="article:published_time" content="2024-11-13T10:00:00+00:00">
<script>document.write("لا يُقرأ")</script></head>
<body><nav><a href="/">الرئيسية</a><a href="/w">العالم</a></nav>
<article><h1>روته: سنفعل المزيد</h1>
<p>قال الأمين العام لحلف شمال الأطلسي مارك روته في بروكسل إن الحلف سيزيد دعمه لأوكرانيا.</p>
<p>وأضاف في المؤتمر الصحفي: "علينا أن ننتج أكثر، وأن ننتج أسرع مما نفعل الآن".</p>
<p>ومن المقرر أن يجتمع وزراء الدفاع في الأسبوع المقبل لبحث خطط الإنتاج المشترك.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_is_kept_exactly_with_its_newlines(
    tmp_path: Path, read_all: ReadAll, newline: str
) -> None:
    text = "\u200fأوّلاً" + newline + "  ثانياً 😀\ttab" + newline + newline
    (tmp_path / "a.txt").write_bytes(text.encode())
    [document], failures = read_all(tmp_path / "a.txt")
    assert document.text == text
    assert not failures


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("windows-1256", b""),
        ("iso-8859-6", b""),
    ],
)
def test_encodings_are_told_apart(
    tmp_path: Path, read_all: ReadAll, encoding: str, mark: bytes
) -> None:
    text = "قال وزير الخارجية، أمس، إن غلق المعبر خطأ. وأضاف: الحل ممكن في كل حين."
    if encoding == "iso-8859-6":
        text = text.replace(":", " أيضا")
    (tmp_path / "a.txt").write_bytes(mark + text.encode(encoding))
    [document], _ = read_all(tmp_path / "a.txt")
    assert document.text == text


def test_windows_1256_keeps_its_quotation_marks(tmp_path: Path, read_all: ReadAll) -> None:
    text = "وقال الناطق: “لن نقبل”، و«لن نوقّع» قبل الغد – هذا موقفنا…"
    (tmp_path / "a.txt").write_bytes(text.encode("windows-1256"))
    [document], _ = read_all(tmp_path / "a.txt")
    assert document.text == text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", "\ufeff \n\u200f\n".encode(), "empty"),
        ("binary.txt", bytes(range(256)) * 20, "binary data"),
        ("zeros.txt", b"\0" * 5000, "binary data"),
        ("scan.txt", b"%PDF-1.7 \xff", "PDF"),
        ("word.txt", b"PK\x03\x04" + b"\0" * 50, "office document"),
        ("cut.txt", "قال الوزير".encode()[:-1] + b" " + b"a" * 100, "--encoding"),
        ("greek.txt", "Η κυβέρνηση ανακοίνωσε".encode("iso-8859-7"), "--encoding"),
        ("marked.txt", b"\xef\xbb\xbf\xd9 abc", "damaged at byte"),
        ("menu.html", b"<html><body><nav><a href=/></a></nav></body></html>", "no article"),
        ("empty.html", b"", "empty"),
        (
            "cut.txt.gz",
            gzip.compress(random.Random(7).randbytes(4000), mtime=0)[:-900],
            "cut short",
        ),
        ("bad.txt.gz", gzip.compress(b"abc" * 99, mtime=0)[:12] + b"\xff" * 40, "gzip"),
        ("code.md", b"```\nx = 1\n```\n", "empty"),
    ],
)
def test_what_cannot_be_read_fails_alone_in_one_line(
    tmp_path: Path, read_all: ReadAll, name: str, data: bytes, said: str
) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / name).write_bytes(data)
    documents, [failure] = read_all(tmp_path)
    assert [Path(document.name).name for document in documents] == ["good.txt"]
    assert failure.name.endswith(name)
    assert said in failure.reason
    assert "\n" not in str(failure)


def test_an_encoding_that_is_ordered_reads_damaged_text(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.txt").write_bytes("قال ".encode() + b"\xff" + " نعم".encode())
    [document], _ = read_all(tmp_path / "a.txt", encoding="utf-8")
    assert document.text == "قال \ufffd نعم"


def test_missing_paths_patterns_and_empty_folders(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "image.png").write_bytes(b"\x89PNG")
    paths = (tmp_path / "nothing.txt", tmp_path / "*.txt", tmp_path / "folder")
    _, failures = read_all(*paths)
    assert [failure.reason.split("(")[0].strip() for failure in failures] == [
        "no such file or folder",
        "no file matches this pattern",
        "no articles in this folder",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "a.txt").chmod(0)
    _, [failure] = read_all(tmp_path)
    assert "permission" in failure.reason


def test_a_folder_is_walked_in_order_and_leaves_out_what_is_no_article(
    tmp_path: Path, read_all: ReadAll
) -> None:
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden/d.txt", ".e.txt", "README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a.gold.json").write_text("{}")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    documents, failures = read_all(tmp_path)
    assert [Path(document.name).name for document in documents] == ["a.txt", "b.txt", "c.md"]
    assert not failures


def test_a_file_name_that_is_no_text_becomes_one(tmp_path: Path, read_all: ReadAll) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_bytes(ARTICLE.encode())
    except OSError:
        pytest.skip("this file system takes no such names")
    [document], _ = read_all(tmp_path)
    assert document.name.endswith("\ufffd\ufffd.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_a_folder_keeps_nobody_waiting(tmp_path: Path, read_all: ReadAll) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    documents, [failure] = read_all(tmp_path)
    assert len(documents) == 1
    assert failure.name.endswith("dead.txt")
    assert not read_all(tmp_path / "pi*.txt")[0]


def test_patterns_reach_into_folders(tmp_path: Path, read_all: ReadAll) -> None:
    for name in ("x/1.txt", "y/z/2.txt", "y/3.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    documents, _ = read_all(tmp_path / "**" / "*.txt")
    assert [Path(document.name).name for document in documents] == ["1.txt", "2.txt"]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a[1].txt").write_text(ARTICLE, encoding="utf-8")
    [document], _ = read_all(tmp_path / "a[1].txt")
    assert document.text == ARTICLE


def test_a_page_gives_main_text_and_what_it_says_of_itself(
    tmp_path: Path, read_all: ReadAll
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    [document], _ = read_all(tmp_path / "page.html")
    assert document.title == "روته: سنفعل المزيد"
    assert document.outlet == "وكالة الأنباء"
    assert document.published == "2024-11-13"
    assert "علينا أن ننتج أكثر" in document.text
    assert document.text.startswith("روته: سنفعل المزيد\n")
    for furniture in ("الرئيسية", "لا يُقرأ", "جميع الحقوق"):
        assert furniture not in document.text


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16"])
def test_a_page_in_another_encoding(tmp_path: Path, read_all: ReadAll, encoding: str) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{encoding}"')
    (tmp_path / "page.html").write_bytes(page.encode(encoding))
    [document], _ = read_all(tmp_path / "page.html")
    assert "علينا أن ننتج أكثر" in document.text


def test_a_page_that_is_wrong_about_its_encoding(tmp_path: Path, read_all: ReadAll) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="no-such-thing"')
    (tmp_path / "page.html").write_bytes(page.encode("windows-1256"))
    [document], _ = read_all(tmp_path / "page.html")
    assert "علينا أن ننتج أكثر" in document.text


def test_a_page_with_a_damaged_byte_is_read_as_a_browser_does(
    tmp_path: Path, read_all: ReadAll
) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.encode().replace("بروكسل".encode(), b"\xff", 1))
    [document], _ = read_all(tmp_path)
    assert "في \ufffd إن الحلف" in document.text


def test_quotations_that_only_the_browser_marks(tmp_path: Path, read_all: ReadAll) -> None:
    page = PAGE.replace("ومن المقرر", "وختم بقوله: <q>لن نتراجع</q> أبداً. ومن المقرر")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    [document], _ = read_all(tmp_path)
    assert "وختم بقوله: “لن نتراجع” أبداً." in document.text


def test_markdown_loses_its_markup_and_keeps_its_words(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: 'قمة بروكسل'\nsource: الوكالة\ndate: 2024-11-13\n---\n"
        "# عنوان آخر\n\nقال **مارك روته** إن [الحلف](https://example.org) *قوي*.\n\n"
        "> “سنفعل المزيد”\n\n- وأضاف: نعم\n\n```\ncode\n```\n",
        encoding="utf-8",
    )
    [document], _ = read_all(tmp_path / "a.md")
    assert document.title == "قمة بروكسل"
    assert document.outlet == "الوكالة"
    assert document.published == "2024-11-13"
    assert document.text == (
        "عنوان آخر\n\nقال مارك روته إن الحلف قوي.\n\n“سنفعل المزيد”\n\nوأضاف: نعم"
    )


def test_gzip_is_opened_whatever_it_holds(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(ARTICLE.encode("windows-1256")))
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    documents, failures = read_all(tmp_path)
    assert not failures
    assert documents[0].text == ARTICLE
    assert "علينا أن ننتج أكثر" in documents[1].text


def test_bytes_are_read_as_the_file_would_be(tmp_path: Path, read_all: ReadAll) -> None:
    rows = f'{{"text": "{ARTICLE[:20]}"}}\nhalf'.encode()
    for name, data in (
        ("a.jsonl.gz", gzip.compress(rows)),
        ("b.txt", ARTICLE.encode()),
        ("c.md", b""),
    ):
        (tmp_path / name).write_bytes(data)
        place = str(tmp_path / name)
        documents, failures = read_all(place)
        assert list(read_stream(place, io.BytesIO(data))) == [*documents, *failures]
        assert documents or failures


def test_names_without_an_ending_are_told_by_their_content(
    tmp_path: Path, read_all: ReadAll
) -> None:
    (tmp_path / "page").write_text(PAGE, encoding="utf-8")
    (tmp_path / "rows").write_text('{"text": "قال نعم"}\n', encoding="utf-8")
    (tmp_path / "words").write_text(ARTICLE, encoding="utf-8")
    documents, _ = read_all(tmp_path / "page", tmp_path / "rows", tmp_path / "words")
    assert [document.title for document in documents] == ["روته: سنفعل المزيد", None, None]
    assert [document.text for document in documents[1:]] == ["قال نعم", ARTICLE]


def test_the_format_can_be_ordered(tmp_path: Path, read_all: ReadAll) -> None:
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    [as_text], _ = read_all(tmp_path / "a.txt")
    [as_page], _ = read_all(tmp_path / "a.txt", format="html")
    assert as_text.text == PAGE
    assert as_page.title == "روته: سنفعل المزيد"


@pytest.mark.parametrize(
    "options", [{"format": "docx"}, {"encoding": "klingon"}, {"columns": {"words": "x"}}]
)
def test_wrong_options_are_refused_before_anything_is_read(options: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        ReadOptions(**options)  # type: ignore[arg-type]


def test_progress_counts_bytes_on_disk(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(ARTICLE.encode()))
    corpus = Corpus([tmp_path, tmp_path / "missing"])
    list(corpus)
    assert corpus.bytes_read == corpus.total_bytes > 0

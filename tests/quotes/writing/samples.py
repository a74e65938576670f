"""Articles with quotes made by hand, for the tests of writing and checking."""

from __future__ import annotations

from quotes.model import Cue, Document, Mention, Quote, Span, Speaker, quote_id
from quotes.writing import Article


def make_quote(
    document: Document,
    cue: str,
    *content: str,
    speaker: Speaker | None = None,
    mention: str | None = None,
    lemma: str = "قال",
    stance: str = "neutral",
    kind: str = "direct",
    confidence: float = 0.9,
    status: str = "pending",
    parent: str | None = None,
) -> Quote:
    """A quote whose spans are the first places where these words stand, cue first."""

    def find(words: str, start: int = 0) -> tuple[int, int, str]:
        place = document.text.index(words, start)
        return place, place + len(words), words

    spans = tuple(Span(*find(words)) for words in content)
    cue_span = find(cue)
    return Quote(
        id=quote_id(document.sha256, Span(*cue_span), spans),
        kind=kind,  # type: ignore[arg-type]
        form="clause",
        content=spans,
        cue=Cue(*cue_span, lemma, stance, "verb"),
        mention=Mention(*find(mention)) if mention else None,
        speaker=speaker,
        parent=parent,
        confidence=confidence,
        evidence=("quotation marks", "verb of saying"),
        status=status,  # type: ignore[arg-type]
    )


MINISTER = Speaker("minister", "سلمى الهادي", "وزيرة الصحة", "person", ("الهادي", "الوزيرة"))
SPOKESMAN = Speaker("spokesman", "=Reuters", None, "organisation")

# Arabic with diacritics and tatweel, Latin, digits, emoji beyond the BMP and a family of joined
# ones, Windows line ends, and words that stand twice.
MIXED = Document(
    name="folder/مقال 1.txt",
    text=(
        "عنوان الخبر\r\n\r\n"
        "قالت وزيرة الصحة سلمى الهادي: «لن نُغلِقَ المستشفيات 🏥 في 2024»، وأضافت أن الخـطة جاهزة.\n"
        'وكتب متحدث باسم Reuters 👨‍👩‍👧 على X: "Nous verrons, إن شاء الله 😀" ثم انصرف.\n'
        "الخطة جاهزة. الخطة جاهزة."
    ),
    title="عنوان <b>الخبر</b>",
    outlet="وكالة المثال",
    author="كاتب",
    published="2024-11-13",
    address="https://example.org/a?b=1&c=2",
)
MIXED_ARTICLE = Article(
    MIXED,
    (
        make_quote(
            MIXED,
            "قالت",
            "لن نُغلِقَ المستشفيات 🏥 في 2024",
            speaker=MINISTER,
            mention="وزيرة الصحة سلمى الهادي",
            status="accepted",
        ),
        make_quote(
            MIXED,
            "وأضافت",
            "الخـطة جاهزة",
            speaker=MINISTER,
            lemma="أضاف",
            kind="indirect",
            confidence=0.61,
        ),
        make_quote(
            MIXED,
            "وكتب",
            "Nous verrons, إن شاء الله 😀",
            speaker=SPOKESMAN,
            mention="متحدث باسم Reuters",
            lemma="كتب",
            status="fixed",
        ),
    ),
)
MIXED_ARTICLE.reviewers[MIXED_ARTICLE.quotes[0].id] = "ن. المراجع"  # type: ignore[index]

HOSTILE = Document(
    name="../../etc/<script>alert(1)</script>.html",
    text=(
        "<script>alert('نص')</script> قال الضيف\u202egnp.exe\u202c \""
        "</script><img src=x onerror=alert(2)>"
        " --> ]]> & ' =1+1\" وزاد: \"=cmd|' /C calc'!A0\"\x00\x07 انتهى.\n"
        "```\n# [رابط](javascript:alert(3)) | جدول |\n"
    ),
    title="\u202e<script>alert(4)</script>\"'><svg onload=alert(5)>",
    outlet="@SUM(A1)",
    published='2024-01-01"><script>',
    address="javascript:alert(6)",
)
HOSTILE_ARTICLE = Article(
    HOSTILE,
    (
        make_quote(
            HOSTILE,
            "قال",
            "</script><img src=x onerror=alert(2)> --> ]]> & ' =1+1",
            speaker=Speaker("x", "<b onmouseover=alert(7)>\u202eالضيف", "-1", "person"),
            mention="الضيف\u202egnp.exe\u202c",
        ),
        make_quote(HOSTILE, "وزاد", "=cmd|' /C calc'!A0", lemma="زاد", confidence=0.2),
    ),
)

# The cue divides the content; one attribution stands inside another.
DIVIDED = Document(
    name="divided.txt",
    text="«سنعود غداً»، قال كمال، «إن صحا الجو». وذكر التقرير أن كمال أكد أن الجسر مغلق.",
)
_OUTER = make_quote(
    DIVIDED,
    "وذكر",
    "كمال أكد أن الجسر مغلق",
    speaker=Speaker("report", "التقرير", None, "document"),
    mention="التقرير",
    lemma="ذكر",
    kind="indirect",
)
_KAMAL = Speaker("kamal", "كمال", None, "person")
DIVIDED_ARTICLE = Article(
    DIVIDED,
    (
        make_quote(DIVIDED, "قال", "سنعود غداً", "إن صحا الجو", speaker=_KAMAL, mention="كمال"),
        _OUTER,
        make_quote(
            DIVIDED,
            "أكد",
            "الجسر مغلق",
            speaker=_KAMAL,
            mention="كمال",
            lemma="أكد",
            kind="indirect",
            parent=_OUTER.id,
        ),
    ),
)

EMPTY_ARTICLE = Article(Document(name="empty.txt", text="لا أحد يتكلم هنا."), ())

ARTICLES = (MIXED_ARTICLE, HOSTILE_ARTICLE, DIVIDED_ARTICLE, EMPTY_ARTICLE)

"""Documents and quotes made by hand: the store must not depend on the engine to be tested."""

from __future__ import annotations

from dataclasses import replace

from quotes.model import Cue, Document, Mention, Quote, Span, Speaker, SpeakerKind, quote_id

BLINKEN = "أنتوني بلينكن"
RUTTE = "مارك روته"
ARTICLE = Document(
    name="articles/nato.txt",
    text=(
        "قال وزير الخارجية الأمريكي أنتوني بلينكن إن بلاده ستواصل دعم أوكرانيا. "
        "وأضاف: «يجب علينا أن نفعل المزيد».\n"
        "من جهته أكد مارك روته أن الحلف لن يرسل الأسلحة الثقيلة.\n"
        "ونفى مصدر في الوزارة «وجود خلاف» بين الحلفاء."
    ),
    title="الناتو",
    outlet="رويترز",
    published="2024-04-05T10:00:00+03:00",
    address="https://example.org/nato",
)


def span(document: Document, words: str) -> Span:
    """The first place of these words in the document."""
    start = document.text.index(words)
    return Span(start, start + len(words), words)


def quote(
    document: Document,
    cue: str,
    content: str,
    speaker: str | None,
    mention: str | None = None,
    *,
    role: str | None = None,
    kind: SpeakerKind = "person",
    stance: str = "neutral",
    confidence: float = 0.9,
    parent: str | None = None,
) -> Quote:
    """A quote by the words of its parts; ``content`` pieces are divided by `` … ``."""
    pieces = tuple(span(document, piece) for piece in content.split(" … "))
    place = span(document, cue)
    mentioned = span(document, mention) if mention else None
    return Quote(
        id=quote_id(document.sha256, place, pieces),
        kind="direct" if "«" + content in document.text else "indirect",
        form="clause",
        content=pieces,
        cue=Cue(place.start, place.end, place.text, cue, stance, "verb"),
        mention=Mention(mentioned.start, mentioned.end, mentioned.text) if mentioned else None,
        speaker=Speaker(f"s-{speaker}", speaker, role, kind) if speaker else None,
        parent=parent,
        confidence=confidence,
        evidence=("by hand",),
    )


def article_quotes(document: Document = ARTICLE) -> list[Quote]:
    """What a good engine finds in :data:`ARTICLE`."""
    return [
        quote(
            document,
            "قال",
            "إن بلاده ستواصل دعم أوكرانيا",
            BLINKEN,
            "وزير الخارجية الأمريكي أنتوني بلينكن",
            role="وزير الخارجية الأمريكي",
        ),
        quote(document, "وأضاف", "يجب علينا أن نفعل المزيد", BLINKEN, confidence=0.6),
        quote(document, "أكد", "أن الحلف لن يرسل الأسلحة الثقيلة", RUTTE, RUTTE, stance="assert"),
        quote(
            document,
            "ونفى",
            "وجود خلاف",
            "مصدر في الوزارة",
            "مصدر في الوزارة",
            kind="unnamed",
            stance="deny",
            confidence=0.4,
        ),
    ]


def corrected(document: Document, old: str, new: str) -> Document:
    """The article with some words changed, under the same name."""
    assert old in document.text
    return replace(document, text=document.text.replace(old, new))


def many(
    articles: int, quotes_each: int = 5, *, start: int = 0
) -> list[tuple[Document, list[Quote]]]:
    """A corpus of different articles; every quote has its own words, speakers recur."""
    people = [BLINKEN, RUTTE, "فولوديمير زيلينسكي", "جوزيب بوريل", "أنطونيو غوتيريش"]
    outlets = ["رويترز", "الجزيرة", "سكاي نيوز عربية"]
    corpus = []
    for number in range(start, start + articles):
        sentences = [
            f"قال{place} المتحدث إن الاجتماع {number}-{place} سيبحث ملف الهدنة والأسلحة."
            for place in range(quotes_each)
        ]
        document = Document(
            name=f"corpus/{number}.txt",
            text="\n".join(sentences),
            outlet=outlets[number % 3],
            published=f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
        )
        quotes = [
            quote(
                document,
                f"قال{place}",
                f"إن الاجتماع {number}-{place} سيبحث ملف الهدنة والأسلحة",
                people[(number + place) % len(people)],
                confidence=(number * 7 + place) % 100 / 100,
            )
            for place in range(quotes_each)
        ]
        corpus.append((document, quotes))
    return corpus

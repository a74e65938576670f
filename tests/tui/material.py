"""Articles and quotes made by hand for the tests of the review app.

The speakers are offices and institutions; nobody is made to say what he did not say.
"""

from __future__ import annotations

from quotes.model import (
    Candidate,
    Cue,
    Document,
    Kind,
    Mention,
    Quote,
    Span,
    Speaker,
    quote_id,
)

MAYOR = Speaker("mayor", "رئيس البلدية", None, "person")
WHO = Speaker("who", "منظمة الصحة العالمية", None, "organisation", ("المنظمة",))
ENGINEER = Speaker("engineer", "مهندس في الشركة المنفذة", "مهندس", "unnamed")
MINISTRY = Speaker("ministry", "وزارة التعليم", None, "organisation", ("الوزارة",))
UNION = Speaker("union", "نقابة المعلمين", None, "organisation", ("النقابة",))

WATER = Document(
    "water.txt",
    "البلدية توسّع شبكة المياه\n"
    "قال رئيس البلدية إن أعمال توسيع الشبكة ستنتهي قبل الصيف. "
    "وأضاف: «لن ندفع أكثر من 15% فوق الميزانية». "
    "وأكدت منظمة الصحة العالمية أن المياه صالحة للشرب، ودعت المنظمة إلى فحصها كل شهر.\n"
    "وقال مهندس في الشركة المنفذة (Water Works 2024) إن التأخير سببه المطر. "
    "ولم يعلّق المجلس على ذلك.\n",
    title="البلدية توسّع شبكة المياه",
    outlet="صحيفة المدينة",
    published="2024-03-05",
)
SCHOOLS = Document(
    "schools.txt",
    "الدراسة تبدأ في موعدها\n"
    "أعلنت وزارة التعليم أن الدراسة تبدأ في موعدها. "
    "وقالت نقابة المعلمين: «نرحب بالقرار، لكننا نطالب بزيادة الأجور. "
    "ولن نقبل وعوداً جديدة». "
    "وحذرت النقابة من نقص المعلمين في القرى.\n"
    "ونفت الوزارة وجود نقص.\n",
    title="الدراسة تبدأ في موعدها",
    outlet="وكالة الأنباء",
    published="2024-09-01",
)


def made(
    document: Document,
    cue: str,
    content: str,
    mention: str | None,
    speaker: Speaker | None,
    *,
    confidence: float,
    lemma: str = "قال",
    stance: str = "neutral",
    kind: Kind = "indirect",
    runner_up: Speaker | None = None,
) -> Quote:
    """The quote at the first place where these words stand in the document."""
    text = document.text
    at = text.index(cue)
    place = text.index(content, at)
    cue_ = Cue(at, at + len(cue), cue, lemma, stance, "verb")
    words = Span(place, place + len(content), content)
    name = None
    if mention is not None:
        start = text.index(mention, at)
        name = Mention(start, start + len(mention), mention)
    candidates = []
    if speaker is not None:
        candidates.append(Candidate(speaker, name, confidence, ("subject after the verb",)))
    if runner_up is not None:
        candidates.append(Candidate(runner_up, None, 0.2, ("named before",)))
    return Quote(
        id=quote_id(document.sha256, cue_, (words,)),
        kind=kind,
        form="clause",
        content=(words,),
        cue=cue_,
        mention=name,
        speaker=speaker,
        confidence=confidence,
        evidence=("subject after the verb",) if speaker else (),
        candidates=tuple(candidates),
    )


WATER_QUOTES = (
    made(WATER, "قال", "أعمال توسيع الشبكة ستنتهي قبل الصيف", "رئيس البلدية", MAYOR,
         confidence=0.9),
    made(WATER, "وأضاف", "لن ندفع أكثر من 15% فوق الميزانية", None, MAYOR, confidence=0.85,
         lemma="أضاف", kind="direct", runner_up=WHO),
    made(WATER, "وأكدت", "المياه صالحة للشرب", "منظمة الصحة العالمية", WHO, confidence=0.95,
         lemma="أكد", stance="assert", runner_up=MAYOR),
    made(WATER, "ودعت", "فحصها كل شهر", "المنظمة", WHO, confidence=0.7, lemma="دعا",
         stance="demand"),
    made(WATER, "وقال", "التأخير سببه المطر", "مهندس في الشركة المنفذة", ENGINEER,
         confidence=0.3),
)  # fmt: skip
SCHOOL_QUOTES = (
    made(SCHOOLS, "أعلنت", "الدراسة تبدأ في موعدها", "وزارة التعليم", MINISTRY, confidence=0.8,
         lemma="أعلن"),
    made(SCHOOLS, "وقالت", "نرحب بالقرار، لكننا نطالب بزيادة الأجور. ولن نقبل وعوداً جديدة",
         "نقابة المعلمين", UNION, confidence=0.6, kind="direct", runner_up=MINISTRY),
    made(SCHOOLS, "وحذرت", "نقص المعلمين في القرى", "النقابة", UNION, confidence=0.5,
         lemma="حذر", stance="warn", runner_up=MINISTRY),
    made(SCHOOLS, "ونفت", "وجود نقص", None, None, confidence=0.1, lemma="نفى", stance="deny"),
)  # fmt: skip

BY_DOUBT = tuple(
    quote.id for quote in sorted((*WATER_QUOTES, *SCHOOL_QUOTES), key=lambda q: q.confidence)
)
"""The ids, least certain first: the order in which the app shows them."""


def many(documents: int, quotes_each: int) -> list[tuple[Document, list[Quote]]]:
    """Documents that repeat the article on water, each with its number in it, and their quotes."""
    result = []
    for number in range(documents):
        body = "".join(
            f"وقال رئيس البلدية رقم {number} في الفقرة {place} إن العمل الذي بدأ في اليوم "
            f"{place} من الشهر يستمر حتى نهاية العام وإن الميزانية تكفي له.\n"
            for place in range(quotes_each)
        )
        document = Document(f"many-{number}.txt", body, outlet="صحيفة المدينة")
        quotes = []
        for place in range(quotes_each):
            at = body.index(f"في الفقرة {place} إن")
            start = body.index("العمل", at)
            end = body.index(".\n", start)
            cue_at = body.rindex("وقال", 0, at)
            cue = Cue(cue_at, cue_at + 4, "وقال", "قال", "neutral", "verb")
            mention = Mention(cue_at + 5, cue_at + 17, body[cue_at + 5 : cue_at + 17])
            words = Span(start, end, body[start:end])
            candidate = Candidate(MAYOR, mention, 0.5, ("subject after the verb",))
            quotes.append(
                Quote(
                    quote_id(document.sha256, cue, (words,)),
                    "indirect",
                    "clause",
                    (words,),
                    cue,
                    mention,
                    MAYOR,
                    confidence=((number * 7919 + place * 104729) % 1000) / 1000,
                    candidates=(candidate, Candidate(WHO, None, 0.1, ())),
                )
            )
        result.append((document, quotes))
    return result

"""What a record says of its cue and its speaker besides the spans."""

from __future__ import annotations

import pytest

from quotes.model import Quote
from tests.quotes.extraction.constructions import extract


def only(text: str) -> Quote:
    (quote,) = extract(text)
    return quote


@pytest.mark.parametrize(
    ("text", "lemma", "stance", "type_"),
    [
        ("وقالت الوزيرة إن العمل بدأ.", "قال", "neutral", "verb"),
        ("اكد المدير ان العمل بدأ.", "أكد", "assert", "verb"),
        ("ونفى المدير أن يكون العمل قد بدأ.", "نفى", "deny", "verb"),
        ("وحذرت الهيئة من أمطار غزيرة.", "حذر", "warn", "verb"),
        ("ودعت الوزارة إلى وقف العمل.", "دعا", "demand", "verb"),
        ("وتعهدت الوزارة ببدء العمل.", "تعهد", "promise", "verb"),
        ("ويزعم المدير أن العمل بدأ.", "زعم", "claim", "verb"),
        ("وندد الحزب بالقرار الجديد.", "ندد", "condemn", "verb"),
        ("وأشادت الوزارة بجهود المتطوعين.", "أشاد", "praise", "verb"),
        ("وتوقع الخبير أن تنخفض الأسعار.", "توقع", "expect", "verb"),
        ("وكتبت الوزيرة: «بدأ العمل اليوم أخيراً».", "كتب", "write", "verb"),
        ("زار الوزير القرية، مؤكداً أن العمل بدأ.", "أكد", "assert", "participle"),
        ("توقف العمل، وفقاً لوزارة النقل.", "وفق", "neutral", "preposition"),
        ("توقف العمل، بحسب وزارة النقل.", "حسب", "neutral", "preposition"),
        ("وزير النقل: توقف العمل\n\nنشر الخبر أمس.", ":", "neutral", "colon"),
    ],
)
def test_cue(text: str, lemma: str, stance: str, type_: str) -> None:
    cue = only(text).cue
    assert (cue.lemma, cue.stance, cue.type) == (lemma, stance, type_)


@pytest.mark.parametrize(
    ("mention", "name", "role", "kind"),
    [
        ("محمد صلاح", "محمد صلاح", None, "person"),
        ("وزير الخارجية أنتوني بلينكن", "أنتوني بلينكن", "وزير الخارجية", "person"),
        ("أنطونيو غوتيريش، الأمين العام للأمم المتحدة،", "أنطونيو غوتيريش",
         "الأمين العام للأمم المتحدة", "person"),
        ("وزارة الصحة", "وزارة الصحة", None, "organisation"),
        ("البيت الأبيض", "البيت الأبيض", None, "organisation"),
        ("فرنسا", "فرنسا", None, "state"),
        ("البيان", "البيان", None, "document"),
        ("مصدر أمني", "مصدر أمني", None, "unnamed"),
        ("شهود عيان", "شهود عيان", None, "unnamed"),
    ],
)  # fmt: skip
def test_speaker(mention: str, name: str, role: str | None, kind: str) -> None:
    text = f"وأكد {mention} أن العمل بدأ أمس."
    if mention.split()[0] in ("وزارة", "فرنسا"):
        text = text.replace("وأكد", "وأكدت")
    speaker = only(text).speaker
    assert speaker is not None
    assert (speaker.name, speaker.role, speaker.kind) == (name, role, kind)


def test_one_speaker_has_one_id_under_all_names() -> None:
    quotes = extract(
        "قال وزير الخارجية الأمريكي أنتوني بلينكن إن الزيارة مهمة. "
        "وأضاف بلينكن أن المحادثات مستمرة. وأكد الوزير أن النتائج قريبة."
    )
    assert [quote.speaker.name if quote.speaker else None for quote in quotes] == [
        "أنتوني بلينكن"
    ] * 3
    speakers = {quote.speaker.id for quote in quotes if quote.speaker}
    assert len(speakers) == 1
    (aliases,) = {quote.speaker.aliases for quote in quotes if quote.speaker}
    assert {"بلينكن", "الوزير"} <= set(aliases)


def speaker_id(text: str) -> str:
    speaker = only(text).speaker
    assert speaker is not None
    return speaker.id


def test_a_named_speaker_has_the_same_id_in_every_article() -> None:
    """And an unnamed source is somebody else in every article."""
    here, there = "قال {} إن العمل بدأ.", "ويقول {} إن العمل بدأ."
    name, unnamed = "أنتوني بلينكن", "مصدر أمني"
    assert speaker_id(here.format(name)) == speaker_id(there.format(name))
    assert speaker_id(here.format(unnamed)) != speaker_id(there.format(unnamed))


def test_runner_up_speaker() -> None:
    """Where the subject is dropped, those who spoke before are the other candidates."""
    quotes = extract(
        "قال وزير النقل إن الجسر جاهز. وأكد وزير المالية أن التمويل متوفر. وأضاف أن العمل بدأ."
    )
    names = [candidate.speaker.name for candidate in quotes[-1].candidates]
    assert names == ["وزير المالية", "وزير النقل"]
    assert quotes[-1].confidence < quotes[0].confidence


def test_attribution_inside_attribution_knows_its_parent() -> None:
    outer, inner = extract("وقال الوزير إن الشركة أكدت أن العمل ينتهي قريباً.")
    assert inner.parent == outer.id
    assert outer.parent is None

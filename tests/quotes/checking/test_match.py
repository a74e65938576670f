"""Match: one statement in several articles, whoever translated it."""

from __future__ import annotations

from quotes.checking import match
from tests.quotes.checking.statements import said

LONG = "يجب أن نفعل المزيد كي تبقى المدينة في المنافسة وتصد خسائر السوق وتمنع الشركات من الرحيل"
TRANSLATED = "علينا فعل المزيد لضمان بقاء المدينة في المنافسة وصد خسائر السوق ومنع رحيل الشركات"


def wordings(cluster) -> list[str]:
    return [variant.text for variant in cluster.variants]


def aspects(cluster) -> set[str]:
    return {warning.aspect for warning in cluster.warnings}


def test_two_translations_are_one_statement_and_the_difference_is_told():
    clusters = match(
        [
            said(LONG, "كمال درويش", "أ"),
            said(TRANSLATED, "كمال درويش", "ب"),
            said("الطقس سيكون معتدلا في عطلة نهاية الأسبوع", "كمال درويش", "ج"),
        ]
    )
    assert [set(wordings(cluster)) for cluster in clusters] == [{LONG, TRANSLATED}]
    assert clusters[0].documents == 2
    changes = clusters[0].variants[1].difference.changes
    assert any(change.operation != "same" for change in changes)
    assert "المزيد" in " ".join(c.first for c in changes if c.operation == "same")


def test_the_same_words_are_one_wording_with_all_its_sources():
    clusters = match([said(LONG, "كمال درويش", outlet) for outlet in "أبج"])
    assert len(clusters) == 1
    assert len(clusters[0].variants) == 1
    assert [s.source.outlet for s in clusters[0].variants[0].statements] == ["أ", "ب", "ج"]
    assert clusters[0].warnings == []


def test_warns_of_a_number_a_negation_and_a_date():
    base = "الحكومة ستبني 300 مدرسة جديدة في ضواحي بغداد قبل نهاية يونيو"
    for other, aspect in (
        (base.replace("300", "500"), "number"),
        (base.replace("ستبني", "لن تبني"), "negation"),
        (base.replace("يونيو", "أيلول"), "date"),
        (base.replace("ستبني", "قد تبني"), "certainty"),
        (base.replace("بغداد", "دمشق"), "name"),
    ):
        clusters = match([said(base, "كمال درويش"), said(other, "كمال درويش")])
        assert len(clusters) == 1, other
        assert aspect in aspects(clusters[0]), other


def test_what_one_outlet_leaves_out_contradicts_nothing():
    base = "الحكومة ستبني مدارس جديدة في ضواحي الخرطوم قبل نهاية العام"
    longer = base.replace("مدارس", "300 مدرسة حديثة أو مدارس") + " كما أعلنت يوم الأحد"
    clusters = match([said(base, "كمال درويش"), said(longer, "كمال درويش")])
    assert len(clusters[0].variants) == 2
    assert clusters[0].warnings == []


def test_numbers_in_words_and_months_under_other_names_are_no_difference():
    clusters = match(
        [
            said("سنبني ثلاثة آلاف منزل في المحافظات الشرقية في حزيران", "كمال درويش"),
            said("سنبني 3000 منزل في المحافظات الشرقية في يونيو", "كمال درويش"),
        ]
    )
    assert clusters[0].warnings == []


def test_the_same_sentence_in_another_mouth_is_told_once():
    clusters = match([said(LONG, "كمال درويش", "أ"), said(LONG, "سلمى الهادي", "ب")])
    assert len(clusters) == 1
    assert aspects(clusters[0]) == {"speaker"}
    assert clusters[0].others[0].text == LONG


def test_speakers_are_not_mixed_for_less():
    assert match([said(LONG, "كمال درويش"), said(TRANSLATED, "سلمى الهادي")]) == []


def test_a_surname_is_no_other_speaker():
    clusters = match([said(LONG, "كمال درويش", "أ"), said(LONG + " قريبا", "درويش", "ب")])
    assert len(clusters) == 1
    assert len(clusters[0].variants) == 2
    assert "speaker" not in aspects(clusters[0])


def test_a_name_written_in_one_word_or_two_is_no_other():
    clusters = match([said(LONG, "فيصل أبو ثنين", "أ"), said(LONG, "فيصل أبوثنين", "ب")])
    assert len(clusters) == 1
    assert clusters[0].warnings == []


def test_one_denies_what_the_other_says():
    text = "الشركة ستغلق مصنع السيارات في المدينة الصناعية"
    clusters = match([said(text, "كمال درويش"), said(text + " قريبا", "كمال درويش", stance="deny")])
    assert "denial" in aspects(clusters[0])


def test_a_shorter_citation_belongs_to_the_longer_one():
    short = "علينا فعل المزيد لضمان بقاء المدينة في المنافسة"
    clusters = match([said(TRANSLATED, "كمال درويش"), said(short, "كمال درويش")])
    assert set(wordings(clusters[0])) == {TRANSLATED, short}


def test_small_steps_do_not_tie_strangers_together():
    vocabulary = [f"كلمة{chr(0x0627 + i)}{chr(0x0628 + i)}" for i in range(20)]
    chain = [" ".join(vocabulary[i : i + 8]) for i in range(0, 12, 2)]
    clusters = match([said(text, "كمال درويش") for text in chain])
    for cluster in clusters:
        assert not {chain[0], chain[-1]} <= set(wordings(cluster))


def test_nothing_and_one_and_no_words():
    assert match([]) == []
    assert match([said(LONG, "كمال درويش")]) == []
    assert match([said("؟!", None), said("…", None), said("من إلى", None)]) == []

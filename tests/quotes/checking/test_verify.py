"""Verify: sentences as people paste them, against what was printed."""

from __future__ import annotations

import pytest

from quotes.checking import SearchIndex, Statement
from tests.quotes.checking.statements import asked, said

MINISTER = "سلمى الهادي|الهادي|وزيرة الصحة"
PRINTED = [
    said("لن نغلق المستشفيات في الشمال هذا العام، وسنفتح ثلاثة مراكز جديدة", MINISTER, "أ"),
    said("الخطة جاهزة وستعرض على البرلمان يوم الأحد", MINISTER, "ب"),
    said("أسعار الخبز قد ترتفع بنسبة 10 في المئة قبل نهاية الشهر", "كمال درويش", "ج"),
    said("روسيا لم تنتصر في الحرب", "مارك روته|روته", "د"),
    said("الجسر أُغلق أمام الشاحنات منذ يناير 2023 بسبب أعمال الصيانة", None, "هـ"),
]
HOSPITALS, PLAN, BREAD, RUSSIA, BRIDGE = PRINTED


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("لن نغلق المستشفيات في الشمال هذا العام", HOSPITALS),
        ("لن نُغلِقَ المُستَشفياتِ في الشَّمالِ", HOSPITALS),  # diacritics
        ("لــن نغلق المستشفيات فى الشمال هذا العام", HOSPITALS),  # tatweel, Egyptian yaa
        ("روسيا لم تنتصر فى الحرب", RUSSIA),
        ("أسعار الخبز قد ترتفع بنسبة ١٠ في المئة", BREAD),  # Arabic digits
        ("اسعار الخبز قد ترتفع بنسبه 10 في المئه", BREAD),  # hamza, taa marbuta
        ("الجسر اغلق امام الشاحنات", BRIDGE),
        ("لن نغلق المستشفيات فيالشمال هذا العام", HOSPITALS),  # words run together
        ("غلق المستشفيات في الشمال هذا العام، وسنفتح ثلاثة مرا", HOSPITALS),  # cut at both ends
        ("#روسيا_لم_تنتصر https://t.co/abc @someone 😀", RUSSIA),
        ("لن نغلق المستشفياااات في الشمال", HOSPITALS),
    ],
)
def test_word_for_word_however_it_is_spelled(sentence, statement):
    answer = asked(sentence, PRINTED)
    assert answer.level == "word for word"
    assert answer.findings[0].statement is statement


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("لن نغلق مستشفيات الشمال هذا العام", HOSPITALS),
        ("لن تغلق المستشفيات في شمال البلاد هذا العام", HOSPITALS),
        ("سنفتح ثلاثة مراكز جديدة ولن نغلق المستشفيات", HOSPITALS),  # another order
        ("الخطه ستعرض على البرلمان الاحد وهي جاهزة", PLAN),
        ("سترتفع اسعار الخبز بنسبة 10 في المئة", BREAD),
        ("أسعار الخبر قد ترتفع بنسبة 10 في المئة", BREAD),  # a slip of the finger
    ],
)
def test_found_in_other_words(sentence, statement):
    answer = asked(sentence, PRINTED)
    assert answer.level in ("nearly", "in part")
    assert answer.findings[0].statement is statement


@pytest.mark.parametrize(
    "sentence",
    [
        "سنرسل رواد فضاء إلى القمر",
        "المستشفيات ستحصل على أجهزة حديثة من اليابان",
        "في هذا العام",
        "قبل نهاية الشهر سنفتح الطريق إلى المدينة الساحلية",
    ],
)
def test_what_nobody_said_is_not_found(sentence):
    assert asked(sentence, PRINTED).level == "not found"


def test_the_nearest_is_shown_where_nothing_is_found():
    answer = asked("أسعار الوقود والسكر والأرز سترتفع كثيرا", PRINTED)
    assert answer.level == "not found"
    assert not answer.findings
    assert answer.nearest[0].statement is BREAD


def test_no_word_in_common_gives_nothing():
    answer = asked("xyz", PRINTED)
    assert (answer.level, answer.findings, answer.nearest) == ("not found", (), ())


class TestSpeaker:
    def test_as_asked_by_any_of_the_names(self):
        for name in ("روته", "مارك روته", "مارك روتة", "الأمين العام مارك روته"):
            assert asked("روسيا لم تنتصر", PRINTED, name).speaker == "as asked", name

    def test_another_is_quoted_so(self):
        answer = asked("روسيا لم تنتصر", PRINTED, "بلينكن")
        assert answer.speaker == "another"
        assert answer.findings[0].statement.speaker.name == "مارك روته"

    def test_nobody_is_named(self):
        assert asked("الجسر أغلق أمام الشاحنات", PRINTED, "كمال").speaker == "unnamed"

    def test_the_one_asked_for_comes_first_and_every_source_is_given(self):
        statements = [
            said("الجو حار جدا في المدينة", "كمال درويش", "أ"),
            said("الجو حار جدا في المدينة", "سلمى الهادي", "ب"),
            said("الجو حار جدا في المدينة", "سلمى الهادي", "ج"),
        ]
        answer = asked("الجو حار جدا في المدينة", statements, "الهادي")
        assert [finding.speaker for finding in answer.findings] == [
            "as asked",
            "as asked",
            "another",
        ]
        assert {finding.statement.source.outlet for finding in answer.findings} == {"أ", "ب", "ج"}

    def test_part_after_a_name_and_inside_marks(self):
        for sentence in ("عاجل | روته: روسيا لم تنتصر", 'وقال روته أمس "روسيا لم تنتصر" هناك'):
            assert asked(sentence, PRINTED).level == "word for word"


class TestDifference:
    def told(self, sentence: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        finding = asked(sentence, PRINTED).findings[0]
        return {w.aspect: (w.only_first, w.only_second) for w in finding.difference.warnings}

    def test_word_by_word(self):
        finding = asked("لن نغلق المدارس في الشمال هذا العام", PRINTED).findings[0]
        changed = [
            (change.first, change.second)
            for change in finding.difference.changes
            if change.operation == "changed"
        ]
        assert changed == [("المدارس", "المستشفيات")]

    @pytest.mark.parametrize(
        ("sentence", "aspect"),
        [
            ("سنغلق المستشفيات في الشمال هذا العام", "negation"),
            ("روسيا انتصرت في الحرب", "negation"),
            ("روسيا لن تنتصر في الحرب", "negation"),
            ("لن نغلق المستشفيات في الشمال هذا العام وسنفتح أربعة مراكز جديدة", "number"),
            ("أسعار الخبز قد ترتفع بنسبة 20 في المئة", "number"),
            ("أسعار الخبز ترتفع بنسبة 10 في المئة قبل نهاية الشهر", "certainty"),
            ("الجسر أغلق أمام الشاحنات منذ فبراير 2023", "date"),
            ("الخطة جاهزة وستعرض على البرلمان يوم الاثنين", "date"),
            ("أوكرانيا لم تنتصر في الحرب", "name"),
        ],
    )
    def test_warns_where_it_matters(self, sentence, aspect):
        assert aspect in self.told(sentence)

    @pytest.mark.parametrize(
        "sentence",
        [
            "لن نغلق المستشفيات بالشمال هذا العام وسنفتح 3 مراكز جديدة",
            "الجسر اغلق امام الشاحنات منذ كانون الثاني 2023 بسبب الصيانة",
            "اسعار الخبز قد ترتفع بنسبة ١٠ في المئة قبل نهاية الشهر",
        ],
    )
    def test_does_not_warn_where_only_the_spelling_differs(self, sentence):
        assert self.told(sentence) == {}

    def test_a_sentence_cut_just_after_not_is_told(self):
        answer = asked("تنتصر في الحرب", PRINTED)
        assert answer.level == "word for word"
        assert [w.aspect for w in answer.findings[0].difference.warnings] == ["negation"]

    def test_what_the_speaker_denies_is_told(self):
        statements = [said("الوزارة ستغلق المستشفيات", "سلمى الهادي", stance="deny")]
        finding = asked("الوزارة ستغلق المستشفيات", statements).findings[0]
        assert finding.difference.warnings[-1].aspect == "denial"


class TestIndex:
    def test_keeps_what_it_was_told(self, tmp_path):
        path = tmp_path / "index.sqlite"
        with SearchIndex(path) as index:
            index.add([("a", "الخطة جاهزة"), ("b", "الجسر مغلق")])
            index.add([("a", "السوق مفتوح")])
            index.remove(["b", "unknown"])
            index.set_fact("stamp", "1")
        with SearchIndex(path) as index:
            assert index.ids() == {"a"}
            assert index.fact("stamp") == "1"
            assert index.candidates(said("السوق", None).words) == [("a", "السوق مفتوح")]
            assert index.candidates(said("الخطة", None).words) == []

    def test_a_damaged_file_is_emptied(self, tmp_path):
        path = tmp_path / "index.sqlite"
        path.write_bytes(b"no database " * 1000)
        with SearchIndex(path) as index:
            assert len(index) == 0
            index.add([("a", "الخطة جاهزة")])
            assert len(index) == 1

    @pytest.mark.parametrize("text", ['"', "a OR b", "NEAR(", "*", "' --", "ال" * 500, "\x00", "-"])
    def test_no_sentence_breaks_the_query(self, text):
        assert asked(text, PRINTED).level == "not found"


def test_statement_key_prefers_the_registry():
    one, other = said("أ", "مارك روته"), said("أ", "روته")
    assert one.speaker_key != other.speaker_key
    assert (
        Statement(one.quote, one.source, "e1").speaker_key
        == Statement(other.quote, other.source, "e1").speaker_key
    )

"""Words as they are compared, and the features of meaning that are read off them."""

from __future__ import annotations

import pytest

from quotes.arabic.folding import fold
from quotes.checking.meaning import warnings
from quotes.checking.words import pasted, plain_number, root, stem, words


def spelled(text: str) -> list[str]:
    return [word.folded for word in words(pasted(text))]


@pytest.mark.parametrize(
    "forms",
    [
        "روسيا الروسي روسية والروسية",
        "تنتصر ينتصر انتصر الانتصار انتصارنا",
        "الوزير وزير والوزير للوزير بالوزير",
        "قتال القتال للقتال والقتال بقتالهم",
        "مستشفى المستشفيات مستشفيات",
        "الكوريون كوريا الكورية",
        "قدرة قدرتها وقدرتهم القدرة",
    ],
)
def test_forms_of_one_word_share_a_root(forms):
    assert len({root(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["من", "أم", "يد", "حرب", "ولد", "بلد", "كتب"])
def test_short_words_keep_their_letters(word):
    assert stem(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("٣٬٠٠٠", "3000"),
        ("3,000", "3000"),
        ("3.5", "3.5"),
        ("٣٫٥", "3.5"),
        ("1.250.000", "1250000"),
        ("۱۲", "12"),
    ],
)
def test_numbers_in_any_digits(text, expected):
    assert plain_number(text) == expected


def test_pasted_text_is_cleaned():
    assert spelled("#روسيا_لم_تنتصر https://t.co/x @someone 😀!!") == ["روسيا", "لم", "تنتصر"]
    assert spelled("جداااا") == ["جدا"]


def told(first: str, second: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {
        warning.aspect: (warning.only_first, warning.only_second)
        for warning in warnings(words(first), words(second))
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ثلاثة آلاف جندي", "3000 جندي"),
        ("ثلاثة عشر قتيلا", "13 قتيلا"),
        ("أحد عشر لاعبا", "11 لاعبا"),
        ("خمسة وعشرون عاما", "25 عاما"),
        ("مئتي مليون دولار", "200 مليون دولار"),
        ("نصف مليون برميل", "500 ألف برميل"),
        ("مليوني برميل", "2 مليون برميل"),
        ("3.064 مليون برميل", "3,064 مليون برميل"),
        ("ثلاثمئة وخمسون ألف لاجئ", "350 ألف لاجئ"),
        ("السنوات الأربع", "4 سنوات"),
        ("في كانون الثاني 2023", "في يناير 2023"),
        ("في شباط / فبراير", "في فيفري"),
        ("كل الدول", "جميع الدول"),
        ("يجب أن نعمل", "ينبغي أن نعمل"),
        ("لم يذهب أحد", "لم يذهب أي شخص"),
        ("قد أدى ذلك إلى أزمة", "أدى ذلك إلى أزمة"),
        ("الأطباء وغيرهم", "الأطباء والممرضون"),
        ("شركة بوينغ", "شركة بوينج"),
        ("عبد الله العدوان", "عبدالله العدوان"),
    ],
)
def test_the_same_in_other_words(one, other):
    assert told(one, other) == {}


@pytest.mark.parametrize(
    ("one", "other", "aspect", "sides"),
    [
        ("قتل سبعة", "قتل أربعة", "number", (("7",), ("4",))),
        ("بنسبة 3.5", "بنسبة 35", "number", (("3.5",), ("35",))),
        ("ثلاثة ملايين", "ثلاثة آلاف", "number", (("3000000",), ("3000",))),
        ("يوم الأحد", "يوم الاثنين", "date", (("sunday",), ("monday",))),
        ("عام 2023", "عام 2024", "date", (("2023",), ("2024",))),
        ("سنفعل ذلك", "لن نفعل ذلك", "negation", ((), ("لن",))),
        ("لم نفعل", "لن نفعل", "negation", (("لم",), ("لن",))),
        ("ترتفع الأسعار", "قد ترتفع الأسعار", "certainty", ((), ("قد",))),
        ("كل الدول", "بعض الدول", "extent", (("كل",), ("بعض",))),
        ("ربعهم من النساء", "ثلثهم من النساء", "extent", (("ربعهم",), ("ثلثهم",))),
        ("زار بغداد", "زار دمشق", "name", (("بغداد",), ("دمشق",))),
    ],
)
def test_what_matters(one, other, aspect, sides):
    assert told(one, other)[aspect] == sides

"""The look-up of inflected cue words, against a grammar's paradigms and camel-tools."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest

from quotes.arabic.folding import fold
from quotes.arabic.morphology import CueEntry, CueForms, Morphology, WordForm, cue_forms
from quotes.arabic.morphology.conjugation import conjugate, parse_verb
from quotes.errors import UsageError
from quotes.lexicon import load_lexicon
from tests.quotes.arabic.paradigms import CLITICS, QALA, UNKNOWN_TO_ARAMORPH, VERBS, features

ENTRIES = [
    CueEntry("قَالَ", None, "قائل", ("قول", "أقوال")),
    CueEntry("أَشَارَ", None, "مشير", ("إشارة",)),
    CueEntry("رَدَّ", None, "راد", ("رد",)),
    CueEntry("أَصَرَّ", None, "مصر", ("إصرار",)),
    CueEntry("دَعَا", None, "داع", ("دعوة",)),
    CueEntry("نَفَى", None, "ناف", ("نفي",)),
    CueEntry("اِدَّعَى", None, "مدع", ("ادعاء",)),
    CueEntry("رَأَى", "يَرَى"),
    CueEntry("أَكَّدَ", None, "مؤكد", ("تأكيد",)),
    CueEntry("سَأَلَ"),
    CueEntry("تَسَاءَلَ", None, "متسائل", ("تساؤل",)),
    CueEntry("أَنْبَأَ", None, "منبئ", ("نبأ", "أنباء")),
    CueEntry("وَعَدَ", None, "واعد", ("وعد",)),
    CueEntry("أَعْلَنَ", None, "معلن", ("إعلان",)),
    CueEntry("لَفَتَ", None, "لافت"),
    CueEntry("طَالَبَ", None, "مطالب", ("مطالبة",)),
    CueEntry("اِسْتَنْكَرَ", None, "مستنكر", ("استنكار",)),
    CueEntry("أَخْبَرَ"),
    CueEntry("اِتَّهَمَ", None, "متهم", ("اتهام",)),
    CueEntry("صَرَّحَ", None, "مصرح", ("تصريح",)),
    CueEntry("شَكَا", None, None, ("شكوى",)),
]
LEMMAS = {entry.lemma: fold(entry.lemma) for entry in ENTRIES}


@pytest.fixture(scope="module")
def forms(own_cache: None) -> CueForms:
    return cue_forms(ENTRIES)


def _readings(word: str, forms: CueForms) -> tuple[WordForm, ...]:
    readings = forms.get(fold(word))
    assert readings, f"{word} is not found"
    return readings


ALL_VERB_FORMS = [
    (lemma, *row.split())
    for table in ({"قال": QALA}, VERBS, UNKNOWN_TO_ARAMORPH)
    for lemma, rows in table.items()
    for row in rows
]


@pytest.mark.parametrize(("lemma", "word", "code"), ALL_VERB_FORMS)
def test_verb_forms(lemma: str, word: str, code: str, forms: CueForms) -> None:
    readings = {
        (LEMMAS[r.lemma], r.aspect, r.voice, r.person, r.gender, r.number)
        for r in _readings(word, forms)
        if r.pos == "verb"
    }
    assert (fold(lemma), *features(code)) in readings


@pytest.mark.parametrize(("word", "lemma", "proclitics", "enclitic"), CLITICS)
def test_clitics_of_verbs(
    word: str, lemma: str, proclitics: str, enclitic: str | None, forms: CueForms
) -> None:
    readings = {
        (LEMMAS[r.lemma], " ".join(r.proclitics), r.enclitic) for r in _readings(word, forms)
    }
    assert (fold(lemma), proclitics, enclitic) in readings


NOMINALS = [
    # word, lemma, part of speech, gender, number, case, proclitics, enclitic
    ("قائلاً", "قال", "participle", "m", "s", "accusative", "", None),
    ("وقائلة", "قال", "participle", "f", "s", None, "و", None),
    ("القائلين", "قال", "participle", "m", "p", None, "ال", None),
    ("نافياً", "نفى", "participle", "m", "s", "accusative", "", None),
    ("ناف", "نفى", "participle", "m", "s", None, "", None),
    ("النافي", "نفى", "participle", "m", "s", None, "ال", None),
    ("نافين", "نفى", "participle", "m", "p", None, "", None),
    ("نافية", "نفى", "participle", "f", "s", None, "", None),
    ("مشيرتين", "أشار", "participle", "f", "d", None, "", None),
    ("متسائلا", "تساءل", "participle", "m", "s", "accusative", "", None),
    ("بقوله", "قال", "noun", "m", "s", None, "ب", "ه"),
    ("بالقول", "قال", "noun", "m", "s", None, "ب ال", None),
    ("للقول", "قال", "noun", "m", "s", None, "ل ال", None),
    ("وكقولهم", "قال", "noun", "m", "s", None, "و ك", "هم"),
    ("قولا", "قال", "noun", "m", "s", "accusative", "", None),
    ("أقوالهم", "قال", "noun", None, "p", None, "", "هم"),
    ("دعوتها", "دعا", "noun", "f", "s", None, "", "ها"),
    ("الدعوات", "دعا", "noun", "f", "p", None, "ال", None),
    ("إشاراته", "أشار", "noun", "f", "p", None, "", "ه"),
    ("شكواه", "شكا", "noun", "f", "s", None, "", "ه"),
    ("ادعاءه", "ادعى", "noun", "m", "s", None, "", "ه"),
    ("ادعائه", "ادعى", "noun", "m", "s", None, "", "ه"),
    ("ادعاؤه", "ادعى", "noun", "m", "s", None, "", "ه"),
    ("تساؤلاتهم", "تساءل", "noun", "f", "p", None, "", "هم"),
    ("تصريحيه", "صرح", "noun", "m", "d", None, "", "ه"),
]


@pytest.mark.parametrize("row", NOMINALS, ids=lambda row: row[0])
def test_participles_and_verbal_nouns(row: tuple[str | None, ...], forms: CueForms) -> None:
    word, lemma, *expected = row
    readings = [
        [LEMMAS[r.lemma], r.pos, r.gender, r.number, r.case, " ".join(r.proclitics), r.enclitic]
        for r in _readings(str(word), forms)
    ]
    assert [fold(str(lemma)), *expected] in readings


@pytest.mark.parametrize(
    "word", ["اكد", "اضاف", "قرأوا", "قرؤوا", "أكــد", "قالَ", "ينبىء", "قالة", "ينفى", "إدعى"]
)
def test_spelling_of_the_press(word: str, own_cache: None) -> None:
    """Missing or wrong hamzas, tatweel, vowels, yaa with or without its dots."""
    entries = [*ENTRIES, CueEntry("أَضَافَ"), CueEntry("قَرَأَ")]
    assert fold(word) in cue_forms(entries)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "و",
        "ال",
        "كتاب",
        "القالت",
        "بقال",
        "سقال",
        "وسقال",
        "لليقول",
        "القوله",
        "بقولا",
        "قلل",
        "قالو",
    ],
)
def test_what_no_form_is(word: str, forms: CueForms) -> None:
    assert forms.get(fold(word)) == ()


def test_homographs_keep_every_reading(forms: CueForms) -> None:
    voices = {r.voice for r in forms.get(fold("أعلن")) if r.aspect == "perfect"}
    assert voices == {"active", "passive"}
    persons = {(r.person, r.gender) for r in forms.get("قلت")}
    assert persons == {(1, None), (2, "m"), (2, "f")}
    assert {r.pos for r in forms.get("رد")} == {"verb", "noun"}


def test_moods(forms: CueForms) -> None:
    assert {r.mood for r in forms.get("يقول")} == {None}
    assert {r.mood for r in forms.get("يقل")} == {"jussive"}
    assert {r.mood for r in forms.get("يقولون")} == {"indicative"}
    assert {r.mood for r in forms.get("يقولوا")} == {"dependent"}


@pytest.mark.parametrize(
    ("lemma", "imperfect"),
    [
        ("كَتَبَ", "يكتب"),
        ("بَيَّنَ", "يبين"),
        ("أَيَّدَ", "يؤيد"),
        ("طَالَبَ", "يطالب"),
        ("سَاءَلَ", "يسائل"),
        ("أَوْضَحَ", "يوضح"),
        ("أَيْقَنَ", "يوقن"),
        ("أَضَافَ", "يضيف"),
        ("أَلَحَّ", "يلح"),
        ("أَبْدَى", "يبدي"),
        ("تَعَهَّدَ", "يتعهد"),
        ("تَحَدَّى", "يتحدى"),
        ("تَفَادَى", "يتفادى"),
        ("تَنَبَّأَ", "يتنبأ"),
        ("اِنْتَقَدَ", "ينتقد"),
        ("اِنْحَازَ", "ينحاز"),
        ("اِخْتَارَ", "يختار"),
        ("اِحْتَجَّ", "يحتج"),
        ("اِبْتَدَأَ", "يبتدئ"),
        ("اِشْتَكَى", "يشتكي"),
        ("اِسْتَفَادَ", "يستفيد"),
        ("اِسْتَدْعَى", "يستدعي"),
        ("تَرْجَمَ", "يترجم"),
        ("طَمْأَنَ", "يطمئن"),
        ("وَصَفَ", "يصف"),
        ("وَعَى", "يعي"),
        ("خَشِيَ", "يخشى"),
        ("حَثَّ", "يحث"),
    ],
)
def test_the_imperfect_follows_from_the_perfect(lemma: str, imperfect: str) -> None:
    assert parse_verb(lemma).imperfect == imperfect


@pytest.mark.parametrize(
    ("lemma", "imperfect"), [("", None), ("قل", None), ("hello", None), ("قال", "قول")]
)
def test_what_is_no_verb(lemma: str, imperfect: str | None) -> None:
    with pytest.raises(UsageError):
        cue_forms([CueEntry(lemma, imperfect)])


def test_conjugation_agrees_with_the_dictionary(morphology: Morphology) -> None:
    """Nearly every form that conjugation gives, camel-tools analyses as that form.

    What it does not know are rarer passives, jussives and spellings of a final hamza.
    """
    known = total = 0
    for entry in ENTRIES:
        verb = parse_verb(entry.lemma, entry.imperfect)
        for form in conjugate(verb):
            if form.attachment == "bound" or form.voice == "passive" or form.mood == "jussive":
                continue
            total += 1
            known += any(
                fold(a.lemma) == fold(verb.perfect)
                and (a.aspect, a.person, a.number) == (form.aspect, form.person, form.number)
                and (a.gender == form.gender or None in (a.gender, form.gender))
                for a in morphology.analyse(form.surface)
            )
    assert known / total > 0.97


def test_the_cache_follows_its_entries(own_cache: None) -> None:
    entry = ENTRIES[0]
    assert "ذكر" not in cue_forms([entry])
    assert "ذكر" in cue_forms([entry, CueEntry("ذَكَرَ")])
    assert "قايل" not in cue_forms([replace(entry, participle=None)])
    assert "قايل" in cue_forms([entry])


def test_same_readings_in_the_same_order_from_the_cache(forms: CueForms) -> None:
    again = cue_forms(ENTRIES)
    for word in ("وقالت", "بقولهم", "رددت", "يدعون"):
        assert again.get(fold(word)) == forms.get(fold(word))


def test_a_look_up_is_fast(forms: CueForms) -> None:
    letters = random.Random(1)
    words = ["".join(letters.choices("وفبكلسيتنماهعدرقا", k=6)) for _ in range(20_000)]
    start = time.process_time()
    for word in words:
        forms.get(word)
    assert (time.process_time() - start) / len(words) < 20e-6


def test_the_verbs_of_the_lexicon_are_spelt_as_the_dictionary_spells_them(
    morphology: Morphology,
) -> None:
    """A shadda or hamza left out makes another verb; the dictionary lacks only a few."""
    unknown = []
    verbs = load_lexicon().verbs.values()
    for entry in verbs:
        verb = parse_verb(entry.vocalised, entry.imperfect)
        for form, aspect in ((verb.perfect, "perfect"), (verb.imperfect, "imperfect")):
            analyses = morphology.analyse(form)
            if not any(
                (a.lemma, a.aspect, a.person, a.gender, a.number)
                == (verb.perfect, aspect, 3, "m", "s")
                for a in analyses
            ):
                unknown.append(form)
    assert len(unknown) <= 0.03 * len(verbs), unknown


def test_an_imperfect_of_the_lexicon_is_the_regular_one_or_of_a_kind_that_is_named() -> None:
    for entry in load_lexicon().verbs.values():
        regular, given = parse_verb(entry.vocalised), parse_verb(entry.vocalised, entry.imperfect)
        if regular.imperfect != given.imperfect:
            assert len(given.perfect) == 3, entry.vocalised
            assert given.hollow or given.defective, entry.vocalised

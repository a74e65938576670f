"""What camel-tools says of single words on the embedded database."""

from __future__ import annotations

import unicodedata

import pytest

from quotes.arabic.morphology import Analysis, Morphology, load_morphology
from quotes.errors import UsageError
from tests.quotes.arabic.paradigms import CLITICS, QALA, VERBS, features

VERB_FORMS = [("قال", *row.split()) for row in QALA] + [
    (lemma, *row.split()) for lemma, rows in VERBS.items() for row in rows
]
NOMINALS = [
    # word, lemma, part of speech, gender, number, case, proclitics, enclitic
    ("قائل", "قائل", "noun", "m", "s", None, "", None),
    ("قائلا", "قائل", "noun", "m", "s", "accusative", "", None),
    ("قائلاً", "قائل", "noun", "m", "s", "accusative", "", None),
    ("قائلة", "قائل", "noun", "f", "s", None, "", None),
    ("قائلين", "قائل", "noun", "m", "p", "oblique", "", None),
    ("القائلون", "قائل", "noun", "m", "p", "nominative", "ال", None),
    ("قائلان", "قائل", "noun", "m", "d", "nominative", "", None),
    ("مؤكداً", "مؤكد", "noun", "m", "s", "accusative", "", None),
    ("مؤكدة", "مؤكد", "noun", "f", "s", None, "", None),
    ("ومؤكدين", "مؤكد", "noun", "m", "p", "oblique", "و", None),
    ("مشيراً", "مشير", "adj", "m", "s", "accusative", "", None),
    ("مشيرة", "مشير", "adj", "f", "s", None, "", None),
    ("قوله", "قول", "noun", "m", "s", None, "", "ه"),
    ("بقولها", "قول", "noun", "m", "s", None, "ب", "ها"),
    ("وقولهم", "قول", "noun", "m", "s", None, "و", "هم"),
    ("كقولنا", "قول", "noun", "m", "s", None, "ك", "نا"),
    ("بالقول", "قول", "noun", "m", "s", None, "ب ال", None),
    ("أقواله", "قول", "noun", None, "p", None, "", "ه"),
    ("تأكيده", "تأكيد", "noun", "m", "s", None, "", "ه"),
    ("لتأكيدهم", "تأكيد", "noun", "m", "s", None, "ل", "هم"),
    ("تصريحاته", "تصريح", "noun", "f", "p", None, "", "ه"),
    ("دعوته", "دعوة", "noun", "f", "s", None, "", "ه"),
    ("إشارتها", "إشارة", "noun", "f", "s", None, "", "ها"),
    ("ادعاءاتهم", "ادعاء", "noun", "f", "p", None, "", "هم"),
    ("وزراء", "وزير", "noun", None, "p", None, "", None),
    ("فللوزير", "وزير", "noun", "m", "s", None, "ف ل ال", None),
]


def _found(word: str, morphology: Morphology) -> tuple[Analysis, ...]:
    analyses = morphology.analyse(word)
    assert analyses, f"{word} has no analysis"
    return analyses


@pytest.mark.parametrize(("lemma", "word", "code"), VERB_FORMS)
def test_verb_forms(lemma: str, word: str, code: str, morphology: Morphology) -> None:
    readings = {
        (a.lemma, a.aspect, a.voice, a.person, a.gender, a.number)
        for a in _found(word, morphology)
        if a.pos == "verb"
    }
    assert (lemma, *features(code)) in readings


@pytest.mark.parametrize(("word", "lemma", "proclitics", "enclitic"), CLITICS)
def test_clitics_of_verbs(
    word: str, lemma: str, proclitics: str, enclitic: str | None, morphology: Morphology
) -> None:
    readings = {
        (a.lemma, " ".join(a.proclitics), a.enclitic)
        for a in _found(word, morphology)
        if a.pos == "verb"
    }
    assert (lemma, proclitics, enclitic) in readings


@pytest.mark.parametrize("row", NOMINALS, ids=lambda row: row[0])
def test_participles_and_verbal_nouns(
    row: tuple[str, str, str, str, str, str | None, str, str | None], morphology: Morphology
) -> None:
    word, *expected = row
    readings = [
        [a.lemma, a.pos, a.gender, a.number, a.case, " ".join(a.proclitics), a.enclitic]
        for a in _found(word, morphology)
    ]
    assert expected in readings


def test_article_and_pronoun_make_definite(morphology: Morphology) -> None:
    assert all(a.definite for a in _found("الوزير", morphology))
    assert all(a.definite for a in _found("وزيرهم", morphology) if a.enclitic)
    assert not any(a.definite for a in _found("وزيرا", morphology))


def test_diacritics(morphology: Morphology) -> None:
    def diacritized(word: str) -> set[str]:
        return {unicodedata.normalize("NFC", a.diac) for a in morphology.analyse(word)}

    assert "وَقالَ" in diacritized("وقال")
    # The article's lam is assimilated to a sun letter.
    assert unicodedata.normalize("NFC", "بِالشَّمْس") in diacritized("بالشمس")


def test_moods(morphology: Morphology) -> None:
    assert {a.mood for a in morphology.analyse("يقولون") if a.lemma == "قال"} == {"indicative"}
    assert {a.mood for a in morphology.analyse("يقولوا") if a.lemma == "قال"} == {"dependent"}
    assert {a.mood for a in morphology.analyse("يقل") if a.lemma == "قال"} == {"jussive"}


def test_function_words(morphology: Morphology) -> None:
    assert "conj_sub" in {a.pos for a in morphology.analyse("بأنه")}
    assert {a.pos for a in morphology.analyse("الذين")} == {"pron_rel"}
    assert "prep" in {a.pos for a in morphology.analyse("إلى")}


@pytest.mark.parametrize("word", ["", " ", "قال،", "١٢", "12", "GMT", "،", "ـــ", "ًٌٍ", "\u200f"])
def test_odd_words_do_no_harm(word: str, morphology: Morphology) -> None:
    assert isinstance(morphology.analyse(word), tuple)


def test_unknown_word_has_no_analysis(morphology: Morphology) -> None:
    assert morphology.analyse("ستولتنبرغ") == ()


def test_a_database_that_is_not_installed(morphology: Morphology) -> None:
    with pytest.raises(UsageError, match=r"calima-msa-r13.*camel_data -i morphology-db-msa-r13"):
        load_morphology("calima-msa-r13")

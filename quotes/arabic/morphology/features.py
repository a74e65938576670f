"""What AraMorph's part-of-speech tags say, in camel-tools' names for features and values.

See the CAMeL Tools reference, "CAMeL Morphology Features". Where AraMorph leaves a value open
it is ``u``; where a word cannot have the feature it is ``na``; an absent clitic is ``0``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from quotes.arabic.morphology.tables import Entry, to_arabic

Features = dict[str, str]

NOMINAL = frozenset({"noun", "noun_prop", "noun_num", "adj"})

_STEM_POS = {
    "NOUN": "noun",
    "NOUN_PROP": "noun_prop",
    "NOUN_NUM": "noun_num",
    "NUMERIC_COMMA": "noun_num",
    "ADJ": "adj",
    "ADV": "adv",
    "VERB_PERFECT": "verb",
    "VERB_IMPERFECT": "verb",
    "VERB_IMPERATIVE": "verb",
    "PREP": "prep",
    "CONJ": "conj",
    "REL_PRON": "pron_rel",
    "NEG_PART": "part_neg",
    "INTERROG_PART": "part_interrog",
    "INTERROG": "part_interrog",
    "EMPHATIC_PARTICLE": "part_emphac",
    "FUT_PART": "part_fut",
    "FUT": "part_fut",
    "DET": "part_det",
    "PART": "part",
    "FUNC_WORD": "part",
    "INTERJ": "interj",
    "ABBREV": "abbrev",
}
_SUBORDINATING = frozenset({">an", ">an~", ">an~a", "<in", "<in~", "<in~a"})
_SUBORDINATING_GLOSSES = frozenset({"to", "that", "that/indeed", "if/whether", "with + that"})

_PROCLITICS = {
    ("wa", "CONJ"): ("prc2", "wa_conj"),
    ("fa", "CONJ"): ("prc2", "fa_conj"),
    ("bi", "PREP"): ("prc1", "bi_prep"),
    ("ka", "PREP"): ("prc1", "ka_prep"),
    ("li", "PREP"): ("prc1", "li_prep"),
    ("sa", "FUT"): ("prc1", "sa_fut"),
    ("li", "SUBJUNC"): ("prc1", "li_sub"),
    ("la", "EMPHATIC_PARTICLE"): ("prc1", "la_emph"),
    ("la", "RESULT_CLAUSE_PARTICLE"): ("prc1", "la_rc"),
    ("Al", "DET"): ("prc0", "Al_det"),
    (">a", "INTERROG_PART"): ("prc3", ">a_ques"),
    ("lA", "NEG_PART"): ("prc0", "lA_neg"),
    ("mA", "NEG_PART"): ("prc0", "mA_neg"),
}
_SUBJECT = re.compile(r"[PIC]VSUFF_SUBJ:(?:([123])?([MF]?)([SDP]?))(?:_MOOD:(I|SJ))?$")
_OBJECT = re.compile(r"[PIC]VSUFF_DO:([123])([MF]?)([SDP])$")
_PRONOUN = re.compile(r"(POSS_)?PRON_([123])([MF]?)([SDP])$")
_DEMONSTRATIVE = re.compile(r"DEM_PRON_([MF])([SDP]?)$")
_IMPERFECT = re.compile(r"IV([123])([MF]?)([SDP])$")
_NOUN_SUFFIX = re.compile(r"NSUFF_(MASC|FEM)_(SG|DU|PL)(?:_(NOM|ACCGEN|ACC))?(?:_(POSS|INDEF))?$")
# Stems whose weak or doubled radical is shortened: bare, they are jussive (yaqul, yanfi).
_SHORTENED = re.compile(r"IV_(C|0hwnyn)")
_NUMBERS = {"SG": "s", "DU": "d", "PL": "p"}
_CASES = {"NOM": "n", "ACC": "a", "ACCGEN": "ag"}
_MOODS = {"I": "i", "SJ": "sj", None: "u"}

_VOWELS = re.compile("[\u064b-\u0652\u0670]")
PRONOUNS = {
    "1s": "ي",
    "1p": "نا",
    "2ms": "ك",
    "2fs": "ك",
    "2d": "كما",
    "2mp": "كم",
    "2fp": "كن",
    "3ms": "ه",
    "3fs": "ها",
    "3d": "هما",
    "3mp": "هم",
    "3fp": "هن",
}


_NO_CLITICS = {"prc3": "0", "prc2": "0", "prc1": "0", "prc0": "0", "enc0": "0"}
_NOT_VERBAL = {"per": "na", "asp": "na", "vox": "na", "mod": "na"}
_NOT_NOMINAL = {"stt": "na", "cas": "na"}
_ASPECTS = {"VERB_PERFECT": "p", "VERB_IMPERFECT": "i", "VERB_IMPERATIVE": "c"}

# Wright, Grammar, vol. I, sections 290-292: feminine, or of either gender, without an ending.
_FEMININE = frozenset(
    {"Harob", ">aroD", "$amos", "nafos", "dAr", "Eayon", "yad", "nAr", "bi}or", "riyH", ">u*un"}
    | {"rijol", "qadam", "sAq", "kaf~", "EaSA", "naEol", "ka>os", "jahan~am", "sin~", "yamiyn"}
)
_OF_EITHER_GENDER = frozenset(
    {"suwq", "Tariyq", "samA'", "ruwH", "lisAn", "Eunoq", "sabiyl", "HAl", "sik~iyn"}
)
# CaCACiC and CaCACiyC (maSAdir, taqAriyr, wasA}il): plurals, whatever their gloss.
_PLURAL_PATTERN = re.compile(r"[^aiuoAY~]a[^aiuoAY~]A[^aiuoAY~]~?iy?[^aiuoAY~]$")
_IRREGULAR_PLURALS = frozenset({"men", "women", "people", "children", "feet", "teeth", "lives"})


def affix_features(entry: Entry) -> Features:
    """What a prefix or suffix adds to its stem: only the features on which it has a say."""
    features: Features = {}
    for morpheme, tag in entry.tags:
        features.update(_affix_tag(morpheme, tag))
    return features


def _affix_tag(morpheme: str, tag: str) -> Features:
    if proclitic := _PROCLITICS.get((morpheme, tag)):
        feature, value = proclitic
        return {feature: value, "stt": "d"} if value == "Al_det" else {feature: value}
    if match := _IMPERFECT.match(tag):
        return _agreement(*match.groups())
    if match := _SUBJECT.match(tag):
        person, gender, number, mood = match.groups()
        agreement = _agreement(person, gender, number)
        return agreement | {"mod": _MOODS[mood]} if tag.startswith("I") else agreement
    if match := _OBJECT.match(tag):
        return {"enc0": _person(*match.groups()) + "_dobj"}
    if match := _PRONOUN.match(tag):
        possessive, *person_gender_number = match.groups()
        clitic = _person(*person_gender_number)
        return {"enc0": clitic + "_poss", "stt": "c"} if possessive else {"enc0": clitic + "_pron"}
    if match := _NOUN_SUFFIX.match(tag):
        gender, number, case, state = match.groups()
        features = {"gen": gender[0].lower(), "num": _NUMBERS[number]}
        if case:
            features["cas"] = _CASES[case]
        if state:
            features["stt"] = "c" if state == "POSS" else "i"
        return features
    return {}


def _agreement(person: str | None, gender: str | None, number: str | None) -> Features:
    features = {}
    if person:
        features["per"] = person
    if gender or (person and number):
        features["gen"] = gender.lower() if gender else "u"
    if number:
        features["num"] = number.lower()
    return features


def _person(person: str, gender: str, number: str) -> str:
    return (person + gender + number).lower()


def stem_features(entry: Entry, broken_plural: bool = False) -> Features:
    """Every feature of a stem that stands without affixes."""
    features: Features = {"pos": "part"} | _NO_CLITICS | _NOT_VERBAL | _NOT_NOMINAL
    features |= {"gen": "na", "num": "na"}
    head = _head(entry.tags)
    for morpheme, tag in (*entry.tags[:head], *entry.tags[head + 1 :]):
        features.update(_affix_tag(morpheme, tag))
    morpheme, tag = entry.tags[head]
    pos = _stem_pos(entry, morpheme, tag)
    features["pos"] = pos
    if pos == "verb":
        voice = "p" if "Pass" in entry.category else "a"
        verbal = {"per": "u", "gen": "u", "num": "u", "asp": _ASPECTS[tag], "vox": voice}
        verbal["mod"] = "na"
        if tag == "VERB_IMPERFECT":
            verbal["mod"] = "j" if _SHORTENED.match(entry.category) else "u"
        features |= {k: v for k, v in verbal.items() if features[k] == "na"}
    elif pos in NOMINAL or pos == "adv":
        own = _nominal(entry, pos, broken_plural)
        features |= {k: v for k, v in own.items() if features[k] == "na"}
    elif match := _DEMONSTRATIVE.match(tag):
        gender, number = match.groups()
        features |= {"gen": gender.lower(), "num": number.lower() or "s", "stt": "d"}
    elif (match := _PRONOUN.match(tag)) and pos == "pron":
        _, person, gender, number = match.groups()
        features |= {"per": person, "gen": gender.lower() or "u", "num": number.lower()}
    return features


def _head(tags: tuple[tuple[str, str], ...]) -> int:
    """The index of the morpheme that the word is: the last that is no affix and no clitic."""
    last = 0
    for index, (morpheme, tag) in enumerate(tags):
        clitic = (morpheme, tag) in _PROCLITICS and index < len(tags) - 1
        if not clitic and (tag in _STEM_POS or _DEMONSTRATIVE.match(tag)):
            last = index
    return last


def _stem_pos(entry: Entry, morpheme: str, tag: str) -> str:
    if (
        tag == "FUNC_WORD"
        and morpheme in _SUBORDINATING
        and (entry.gloss in _SUBORDINATING_GLOSSES)
    ):
        return "conj_sub"
    if _DEMONSTRATIVE.match(tag):
        return "pron_dem"
    if _PRONOUN.match(tag):
        return "pron"
    return _STEM_POS.get(tag, "part")


def _nominal(entry: Entry, pos: str, broken_plural: bool) -> Features:
    gender = "m"
    if pos == "noun_prop" or broken_plural or entry.vocalized in _OF_EITHER_GENDER:
        gender = "u"  # a broken plural of things agrees as a feminine singular
    elif entry.vocalized in _FEMININE or entry.vocalized.endswith(("ap", "apF", "apK", "apN")):
        gender = "f"
    state = "i" if pos == "noun_prop" else "u"
    return {"gen": gender, "num": "p" if broken_plural else "s", "stt": state, "cas": "u"}


def with_plurals(stems: Iterable[Entry]) -> Iterator[tuple[Entry, bool]]:
    """Each stem, and whether it is a broken plural.

    AraMorph does not say so, but a plural that never takes tanwin (its category is Ndip) has a
    pattern, and each stem of a lexeme has its own gloss: qawol is a "statement", aqowAl are
    "statements".
    """
    for _, lexeme in groupby(stems, key=lambda entry: entry.lemma):
        singular: Entry | None = None
        for entry in lexeme:
            nominal = entry.category.startswith("N") and entry.category != "Nprop"
            if nominal and singular is None:
                singular = entry
            by_pattern = entry.category.startswith("Ndip") and _PLURAL_PATTERN.match(
                entry.vocalized
            )
            by_gloss = (
                singular is not None
                and entry.vocalized != singular.vocalized
                and _plural_gloss(entry.gloss)
                and not _plural_gloss(singular.gloss)
            )
            yield entry, nominal and bool(by_pattern or by_gloss)


def _plural_gloss(gloss: str) -> bool:
    words = [part.strip().split(" ")[0].split("/")[0] for part in gloss.split(";")]
    return any(
        word in _IRREGULAR_PLURALS or (word.endswith("s") and not word.endswith("ss"))
        for word in words
    )


def proclitics(features: Mapping[str, Any]) -> tuple[str, ...]:
    """The letters of the proclitics in ``features``, outermost first."""
    values = (str(features.get(name, "0")) for name in ("prc3", "prc2", "prc1", "prc0"))
    return tuple(
        without_vowels(to_arabic(value.partition("_")[0]))
        for value in values
        if value not in ("0", "na", "u")
    )


def enclitic(features: Mapping[str, Any]) -> str | None:
    """The letters of the pronoun in ``features``; the object pronoun of "me" is nii."""
    person, _, role = str(features.get("enc0", "0")).partition("_")
    if person not in PRONOUNS:
        return None
    return "ني" if person == "1s" and role == "dobj" else PRONOUNS[person]


def without_vowels(word: str) -> str:
    """``word`` without its short vowels, shadda and tanwin."""
    return _VOWELS.sub("", word)

"""Whether a noun can be the subject of a verb by person and gender: قالت الوزارة.

"the ministry (f.) said (f.)": the noun beside the verb is compared, as the dictionary knows it;
whether a known speaker agrees with a cue is told by ``agreement``.
"""

from __future__ import annotations

from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    FEMININE_PLURALS,
    GENERAL,
    HELD_BY_EITHER,
    HONORIFICS,
    MASCULINE_COUNTRIES,
    MASCULINE_IN_TA,
    MASCULINE_LIKE_PLURALS,
    MASCULINE_PLURALS,
    OF_THEM,
    UPON_WHOM,
)
from quotes.extraction.text.readings import NOMINAL


def agrees_with_verb(clause: ReportingClause, index: int) -> bool:
    """Whether the noun can be the subject of the verb by person and gender.

    Before its subject a verb is singular and agrees in gender; a plural of things is feminine.
    Doubt counts as agreement: names and broken plurals are often unknown to the dictionary.
    """
    article, words, reading = clause.article, clause.words, clause.reading
    if reading.type != "verb":
        return True
    genders, folded = reading.genders, article.folded(index)
    if genders == {"f"} and article.folded(index + 1) in OF_THEM:
        # إذ تقول كثير منهم يعرفون البيوت: since she says, many of them know the houses
        return False
    if _is_of_either_gender(clause, index) or words.in_list(folded, words.lexicon.quantifiers):
        # وهدد العشرات, هددت عشرات النساء: dozens threatened, dozens of women threatened
        return True
    if genders == {"f"} and reading.verb.person and folded in MASCULINE_PLURALS:
        # دعت رجال الأعمال إلى: called on businessmen to
        return False
    if genders == {"m"} and reading.verb.person and _is_feminine_body(clause, index):
        # وحث واشنطن على, وطالب النقابات ب: it urged Washington to, demanded of the unions that
        return False
    if (
        genders == {"m"}
        and folded.endswith("ات")
        and words.info(article, index).numbers == {"p"}
        and not words.is_head(folded)
        # أبرز التطورات: "the main developments" is no verb with its subject.
        and (index < clause.cue.first or not reading.verb.homograph)
    ):
        # طائرات يعتقد أنها, ويهدد محادثات السلام
        # (aircraft which are thought to; and threatens the peace talks)
        return article.tokens[index].facts.classes != {"noun"} or has_article(folded)
    return _begins_foreign_name(clause, index) or _agrees_by_dictionary(clause, index)


def _is_of_either_gender(clause: ReportingClause, index: int) -> bool:
    """Whether the form of a word does not tell whether a man or a woman is meant."""
    article, lexicon = clause.article, clause.words.lexicon
    folded = article.folded(index)
    bare = folded.removeprefix("ال")
    return (
        bare in MASCULINE_IN_TA
        # قال فضيلة إمام المسجد: his eminence the imam of the mosque said
        or (folded in HONORIFICS and clause.words.is_role(article.folded(index + 1)))
        or folded in lexicon.given_names
        or article.is_surname(folded)
        or clause.words.is_name_before_god(article, index)
        # قالت فلاي دبي: Flydubai said, a foreign name
        or article.tokens[index].facts.is_function_word
        # تقول الأم, قالت المجني عليها: the mother says; the victim said
        or bare in lexicon.kin
        or article.folded(index + 1) in UPON_WHOM
        or clause.words.is_ministry(article, index)
    )


def _begins_foreign_name(clause: ReportingClause, index: int) -> bool:
    """Whether a word that looks like a noun is a name, whatever its gender, by the one behind it.

    أعلنت كيا موتورز "Kia Motors announced", أكدت مينا أندريفا "Mina Andreeva affirmed"
    """
    words, facts = clause.words, clause.article.tokens[index].facts
    following = words.word(clause.article, index + 1).facts
    return words.is_accusative_before_name(clause.article, index) or (
        following.is_unknown
        and not following.has_article
        and not (facts.has_article or facts.is_head)
    )


def _agrees_by_dictionary(clause: ReportingClause, index: int) -> bool:
    """Whether the gender that the dictionary has of a noun, if any, is the verb's."""
    article, lexicon, genders = clause.article, clause.words.lexicon, clause.reading.genders
    folded, facts = article.folded(index), article.tokens[index].facts
    if (
        genders == {"m"}
        and folded.endswith("ه")
        and article.writes_ta_marbuta
        and not facts.is_title
        and (facts.is_organisation or facts.is_place)
    ):
        return False
    if genders == {"f"} and folded.removeprefix("ال") in MASCULINE_LIKE_PLURALS:
        return False
    if genders == {"f"} and folded.removeprefix("ال") in FEMININE_PLURALS:
        # قالت الأنباء "the news said": the dictionary has only "the informing".
        return True
    if (
        facts.is_organisation
        or not lexicon.quantifiers.isdisjoint(facts.bases)
        or not lexicon.unnamed.isdisjoint(facts.bases)
    ):
        return True
    nouns = [r for r in facts.readings if r.word_class in NOMINAL]
    if not nouns or None in genders or any(r.word_class in ("proper", "number") for r in nouns):
        return True
    if any(r.number == "p" or r.gender is None for r in nouns):
        return True
    if folded.endswith("ه") and not article.writes_ta_marbuta:
        return True
    if genders == {"f"} and article.tokens[index].text.endswith(("ة", "ى")):
        # أشادت عميدة الدراسات: the dictionary has only "his dean"; وتزعم الشكوى "the complaint
        # alleges", which it takes for masculine.
        return True
    if not facts.has_article and all(r.word_class == "adjective" for r in nouns):
        # ثلاثة شهود "three witnesses": numbers disagree with what they count.
        return True
    return any(r.gender in genders for r in nouns)


def may_be_hers(clause: ReportingClause, index: int) -> bool:
    """Whether a woman may hold an office named in the masculine: قالت النائب زكية.

    "the deputy Zakiya said". Before its complement, "member of" and the like are hers (قالت عضو
    مجلس النواب "the member of the House of Representatives said") but where the verb may have an
    object instead: ناشدت رئيس المجلس "she appealed to the head of the council".
    """
    article = clause.article
    folded = article.folded(index)
    complete = (
        has_article(folded)
        or article.folded(index + 1) in GENERAL
        or (folded in HELD_BY_EITHER and not clause.reading.verb.person)
    )
    return clause.reading.genders == {"f"} and complete and clause.words.is_role(folded)


def _is_feminine_body(clause: ReportingClause, index: int) -> bool:
    """Whether it is a feminine state, a city, or bodies in the plural: واشنطن, نقابات.

    "Washington, unions"
    """
    article, words = clause.article, clause.words
    folded = article.folded(index)
    return (
        (words.in_list(folded, words.lexicon.countries) and folded not in MASCULINE_COUNTRIES)
        or (
            # واتهم جهات لم يسمها: and accused parties it did not name
            (words.is_organisation(folded) or words.in_list(folded, words.lexicon.unnamed))
            and (
                (folded.endswith("ات") and words.info(article, index).numbers == {"p"})
                or folded.removeprefix("ال") in FEMININE_PLURALS
            )
        )
        # ناشد الأمم المتحدة: appealed to the United Nations
        or (has_article(folded) and _has_feminine_adjective(clause, index))
    )


def _has_feminine_adjective(clause: ReportingClause, index: int) -> bool:
    """Whether a plural has an adjective in the feminine singular, as those of things have."""
    article, words = clause.article, clause.words
    behind = article.folded(index + 1)
    return (
        "s" in clause.reading.numbers
        and not article.folded(index).endswith("ه")
        and has_article(behind)
        and behind.endswith("ه")
        and words.is_adjective(article, index + 1)
        # أبلغ المحامي المحكمة: the lawyer told the court
        and "noun" not in words.info(article, index + 1).classes
    )

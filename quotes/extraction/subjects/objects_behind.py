"""Whether a noun behind a verb is its object, so that the subject is dropped: ختم حديثه.

"he ended his talk"; behind verbs of calling upon somebody it is he, دعا المانحين إلى "he called on
the donors to". The case, where the spelling shows it, and what can speak tell objects apart.
"""

from __future__ import annotations

from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import past_circumstances
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ALL_OF_THEM,
    AS,
    CALLED_UPON,
    COMPLEMENTIZERS,
    FROM,
    INVITED,
    INVITING,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words


def is_called_upon(clause: ReportingClause, index: int) -> bool:
    """Whether a noun behind a verb of calling upon somebody is its object: دعا المانحين إلى.

    "he called on the donors to": the subject is dropped.
    """
    if not clause.calls_upon or clause.reading.enclitic:
        return False
    article, words = clause.article, clause.words
    return (
        _is_usually_called_upon(clause, index)
        or _is_body_called_upon(clause, index)
        or _is_oblique_plural(article, index, words)
        or _has_oblique_beside_it(article, index, words)
        # وشكر مديري الجامعات: and he thanked the heads of the universities
        or words.is_oblique_office(article, index)
    )


def _is_usually_called_upon(clause: ReportingClause, index: int) -> bool:
    """Whether a word is for those who are rather called upon than call: جميع الأطراف.

    "all parties"
    """
    article, words, folded = clause.article, clause.words, clause.article.folded(index)
    return (
        (folded in ALL_OF_THEM and article.folded(index + 1) not in FROM)
        or (folded in CALLED_UPON and not _calls_upon_another(clause, index))
        # ودعا السكان إلى: and he called on the inhabitants to; but طالب السكان is what they demand.
        or (
            clause.reading.lemma in INVITING
            and folded in INVITED
            # ودعا العالم فلان "and the scientist So-and-so invited": العالم is "the world" alone.
            and not words.is_adjective(article, index + 1)
            and not words.is_name(article, index + 1)
        )
    )


def _calls_upon_another(clause: ReportingClause, index: int) -> bool:
    """Whether those who may be called upon call themselves: ناشد أولياء الأمور | الوزارة.

    "the parents appealed to | the ministry"
    """
    end = clause.phrases.end(index, clause.limit, person_follows=True, after_verb=True)
    behind = clause.words.word(clause.article, end)
    return end < clause.limit and behind.is_word and behind.facts.is_organisation


def _is_body_called_upon(clause: ReportingClause, index: int) -> bool:
    """Whether a body is the object of a verb that goes on with what another has said.

    رحبت المنظمة بالنتائج، وحثت الحكومة على: the organisation welcomed the results and urged the
    government to; nobody else is named before what is demanded. So are people: وطالب الوسطاء بـ
    "and demanded of the mediators".
    """
    article, words, cue = clause.article, clause.words, clause.cue
    first, _ = article.sentence(cue.first)
    folded = article.folded(index)
    body = words.is_organisation(folded) or folded in words.lexicon.countries
    if (
        not _goes_on_with_speaker(clause)
        or not (body or _is_broken_plural(clause, index))
        or not clause.reading.verb.person
        # منظمة "organisation", which also is a woman who organises
        or (
            words.is_role(folded)
            and not (body and has_article(folded))
            and not _is_broken_plural(clause, index)
        )
        or words.in_list(folded, words.lexicon.documents)
        or words.has_possessor(article, index)
    ):
        return False
    goes_on = any(
        article.tokens[n].may_be_cue
        and article.tokens[n].facts.may_be_verb
        and not clause.reading.genders.isdisjoint(article.tokens[n].facts.info.genders)
        for n in range(first, cue.first)
    )
    return goes_on and clause.opens_content(
        clause.phrases.end(index, clause.limit, clause.reading.governed, after_verb=True)
    )


def _goes_on_with_speaker(clause: ReportingClause) -> bool:
    """Whether the verb goes on with what somebody has said: ، وطالب ", and demanded"."""
    article, cue = clause.article, clause.cue
    if cue.conjunction == "و":
        return article.is_behind_comma(cue.first)
    return article.folded(cue.first - 1) in AS and article.is_behind_comma(cue.first - 1)


def _is_broken_plural(clause: ReportingClause, index: int) -> bool:
    """Whether people are many by a word that does not tell its case: الوسطاء "the mediators"."""
    article, words = clause.article, clause.words
    return (
        has_article(article.folded(index))
        and "p" in words.info(article, index).numbers
        and "adjective" not in words.info(article, index).classes
        and not article.tokens[index].facts.is_nominative_plural
    )


def is_object(clause: ReportingClause, index: int) -> bool:
    """Whether a noun is the object, and the subject is dropped."""
    article, phrases, reading = clause.article, clause.phrases, clause.reading
    return (
        # ختم حديثه: ended his talk
        (phrases.is_possessed(index) and not _is_body_of_his(clause, index))
        or (
            # وثمّن دعم البلديات "and valued the support of the municipalities": so is what cannot
            # speak.
            clause.object_follows
            and reading.has(aspect="perfect")
            and not phrases.names_source(index)
            and not has_article(article.folded(index))
        )
        or _is_described_accusative(article, index, clause.words)
        # تمتدح الآخرين "praises the others": no subject ends so.
        or (not reading.enclitic and _is_oblique_plural(article, index, clause.words))
    )


def _is_described_accusative(article: Article, index: int, words: Words) -> bool:
    """Whether an accusative is followed by what describes it: سجل أهدافا كثيرة, أرسل خطابا من.

    "he scored many goals, he sent a letter from"
    """
    return words.is_accusative(article, index) and (
        article.folded(index + 1) in FROM
        or (words.is_accusative(article, index + 1) and words.is_adjective(article, index + 1))
    )


def _is_body_of_his(clause: ReportingClause, index: int) -> bool:
    """Whether the body that speaks is told by a pronoun: قال ناديه إن "his club said that".

    وأكد مكتبه أمس أن: and his office affirmed yesterday that
    """
    article, words, limit = clause.article, clause.words, clause.limit
    if not words.is_organisation(article.folded(index)):
        return False
    if not (clause.takes_object or clause.calls_upon):
        return True
    end = clause.phrases.end(index, limit, after_verb=True)
    return article.folded(past_circumstances(article, end, words, limit, ())) in COMPLEMENTIZERS


def is_needed_object(clause: ReportingClause, first: int, last: int) -> bool:
    """Whether the only phrase behind a verb that cannot do without an object is that object."""
    verb, phrases = clause.reading.verb, clause.phrases
    # أوصى المشاركون بتوثيق: the participants, in the nominative, recommended documenting
    nominative = clause.article.tokens[first].facts.is_nominative_plural
    if not verb.object or clause.reading.enclitic or nominative:
        return False
    described = (
        verb.takes_two
        and not phrases.names_source(first)
        # ووصف يان فان آكن، رئيس الحزب، القرار بأنه
        # (and Jan van Aken, head of the party, described the decision as)
        and not clause.article.is_unknown(first)
        and not clause.article.is_surname(clause.article.folded(first))
    )
    # ووصف الوضع في المدارس بأنه: and described the state of the schools as
    # واتهمت إدارة السجون باتباع: and accused the prison service of following; who accuses is known.
    # وصف المدير، رئيس الاتحاد، بأنه: described the manager, head of the union, as
    behind = last + (clause.article.folded(last) in COMMAS)
    return described or (behind < clause.limit and clause.opens_content(behind))


def _is_oblique_plural(article: Article, index: int, words: Words) -> bool:
    """Whether a noun is a sound plural with the ending of an object: الآخرين, المانحين.

    "the others, the donors"
    """
    return (
        article.tokens[index].facts.is_oblique_plural
        # الأخوين طارق وسعيد "the brothers Tarek and Said": the press errs where names follow.
        and (has_article(article.folded(index + 1)) or not words.is_name(article, index + 1))
    )


def _has_oblique_beside_it(article: Article, index: int, words: Words) -> bool:
    """Whether the ending of the next noun shows that a plural is an object: الأطباء اليمنيين.

    "the Yemeni doctors"; شيوخ العشائر والسياسيين "the sheikhs of the tribes and the politicians"
    """
    if "p" not in words.info(article, index).numbers:
        return False
    adjective = article.folded(index + 1)
    if has_article(article.folded(index)) and has_article(adjective):
        # المستخدمين "the users" would be another noun, and no adjective of nationality.
        return adjective.endswith("يين") and words.is_adjective(article, index + 1)
    return any(
        article.folded(n).startswith("وال") and article.tokens[n].facts.is_oblique_plural
        for n in range(index + 1, min(index + 3, len(article.tokens)))
    )

"""The subject behind its verb: وقال الوزير (VSO), the usual order.

Not every noun behind a verb is its subject: where the subject is dropped, an object (ختم حديثه),
one who is called upon (دعا المانحين إلى) or how it was said (فأجاب ضاحكا) stands there.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.described_nouns import description_end
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.asides_behind_verbs import past_asides
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.verb_agreement import agrees_with_verb, may_be_hers
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.blessings import is_eulogy, is_god, past_glory
from quotes.extraction.text.circumstances import past_circumstances
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ALL_OF_THEM,
    AMBIGUOUS_COURTESIES,
    AS,
    CALLED_UPON,
    COMPLEMENTIZERS,
    COMPLEMENTIZERS_WITH_PRONOUN,
    COURTESIES,
    EXISTENTIALS,
    FROM,
    INVITED,
    INVITING,
    PARTICLES_WITH_PRONOUN,
    PRAYING,
    PREPOSITIONS_WITH_PRONOUN,
    WHAT,
    WISHING,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words

_LEAST_STATEMENT = 2


def subject_behind(clause: ReportingClause) -> Subject | None:
    """VSO: the noun phrase behind the verb, past circumstances: كما قال مساء أمس الوزير.

    "as said yesterday evening the minister"
    """
    index = past_asides(clause)
    behind_glory = past_glory(clause.article, index)
    if index < behind_glory <= clause.limit:
        return Subject(index, behind_glory, "VSO")
    if (
        index >= clause.limit
        or not clause.phrases.starts(index, after_verb=index == clause.cue.last)
        or _is_in_words_said(clause, index)
        or _says_how(clause, index)
        or _follows_its_subject(clause)
        or _is_called_upon(clause, index)
        or is_eulogy(clause.article, index)
        or (clause.reading.lemma in PRAYING and is_god(clause.article, index))
        # وتنفي أي دوافع: and denies any motives
        or clause.article.tokens[index].facts.is_any
    ):
        return None
    if clause.article.folded(index) in COURTESIES and not clause.reading.enclitic:
        return _courtesy(clause, index)
    if _is_object(clause, index) or _is_behind_preposition(clause, index):
        return None
    return _phrase(clause, index)


def _is_in_words_said(clause: ReportingClause, index: int) -> bool:
    """Whether what stands behind the cue belongs to what is said."""
    article, cue = clause.article, clause.cue
    return (
        # وختم بالقول «…» "and he ended by saying": what stands in marks is said.
        (index in article.opening and index == cue.last > cue.first + 1)
        # واعتبره "محاولة لكسب الوقت", ما اعتبرته "تسرعا"
        # (and considered it "an attempt to win time"; what she considered "haste")
        or (
            index in article.opening
            and clause.reading.describes_pronoun
            and (cue.conjunction != "" or article.folded(cue.first - 1) in WHAT)
        )
        # أجاب "هذا سابق لأوانه" "he answered 'this is premature'": nothing else is left to be said
        or (index in article.opening and _ends_with_quotation(clause, index))
        # وقال هناك نقاط: and he said, there are points
        or (clause.reading.is_of_saying and article.folded(cue.last) in EXISTENTIALS)
        # وتمنى لهم الشفاء: and wished them recovery
        or (clause.reading.lemma in WISHING and _is_for_them(article.folded(cue.last)))
    )


def _ends_with_quotation(clause: ReportingClause, index: int) -> bool:
    """Whether a quotation of some words right behind a verb of saying ends its sentence."""
    article = clause.article
    number = article.opening[index]
    return (
        index == clause.cue.last
        and clause.reading.verb.quotation == "strong"
        and article.after_quotation(number) + 1 >= clause.limit
        and article.has_words(*article.quotation_tokens(number), _LEAST_STATEMENT)
    )


def _is_for_them(folded: str) -> bool:
    """Whether a word is ل "to" with the pronoun of those to whom something is wished."""
    return folded.startswith("ل") and folded in PREPOSITIONS_WITH_PRONOUN


def _says_how(clause: ReportingClause, index: int) -> bool:
    """Whether a clause, a participle or an adjective says how it was said."""
    article, words = clause.article, clause.words
    return (
        _is_clause_of_manner(article, index, words)
        or _is_accusative_of_manner(article, index, words)
        or _is_adjective_of_manner(article, index, words)
    )


def _is_clause_of_manner(article: Article, index: int, words: Words) -> bool:
    """Whether و and a noun open a clause that says how it was said."""
    # وتابع والصوت تخنقه العبرة: and he went on, with tears choking the voice
    return (
        article.folded(index).startswith("و")
        and has_article(article.folded(index))
        and words.info(article, index).classes == {"noun"}
        and not words.is_head(article.folded(index))
    )


def _is_accusative_of_manner(article: Article, index: int, words: Words) -> bool:
    """Whether an accusative stands alone: فأجاب ضاحكا "and he answered, laughing"."""
    return (
        words.is_accusative(article, index)
        and not _is_word(article, index + 1)
        and not article.is_surname(article.folded(index))
    )


def _is_adjective_of_manner(article: Article, index: int, words: Words) -> bool:
    """Whether a feminine adjective stands before a colon: تضيف ضاحكة "she adds, laughing"."""
    return (
        article.folded(index).endswith("ه")
        and "adjective" in words.info(article, index).classes
        and not words.is_name(article, index)
        and not words.is_head(article.folded(index))
        and not has_article(article.folded(index))
        and index + 1 < len(article.tokens)
        and article.tokens[index + 1].text == ":"
    )


def _is_called_upon(clause: ReportingClause, index: int) -> bool:
    """Whether a noun behind a verb of calling upon somebody is its object: دعا المانحين إلى.

    "he called on the donors to": the subject is dropped.
    """
    article, words = clause.article, clause.words
    if not clause.calls_upon or clause.reading.enclitic:
        return False
    folded = article.folded(index)
    return (
        # ودعا جميع الأطراف إلى: and he called on all parties to
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
        or _is_body_called_upon(clause, index)
        or _is_oblique_plural(article, index, words)
        or _has_oblique_beside_it(article, index, words)
        # وشكر مديري الجامعات "and he thanked the heads of the universities": the subject would
        # end in و.
        or (
            folded.endswith("ي")
            and words.is_role(folded[:-1])
            and not words.is_role(folded)
            and has_article(article.folded(index + 1))
        )
    )


def _calls_upon_another(clause: ReportingClause, index: int) -> bool:
    """Whether those who may be called upon call themselves: ناشد أولياء الأمور | الوزارة.

    "the parents appealed to | the ministry"
    """
    end = clause.phrases.end(index, clause.limit, person_follows=True, after_verb=True)
    behind = clause.words.word(clause.article, end)
    return end < clause.limit and behind.is_word and behind.facts.is_organisation


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


def _follows_its_subject(clause: ReportingClause) -> bool:
    """Whether a pronoun before the verb is its subject: لكنه توعد طهران "but he threatened her".

    فإنها دعت الحزب إلى: she called upon the party to
    """
    before = clause.article.folded(clause.cue.first - 1).removeprefix("ف")
    return not clause.cue.conjunction and (
        before in PARTICLES_WITH_PRONOUN or before in COMPLEMENTIZERS_WITH_PRONOUN
    )


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


def _courtesy(clause: ReportingClause, index: int) -> Subject | None:
    """A courtesy alone, unless it is the object of the verb.

    أضاف معاليه "his excellency added"; but أبدى سعادته "showed his joy".
    """
    if (
        clause.article.folded(index) in AMBIGUOUS_COURTESIES
        and clause.takes_object
        and not clause.opens_content(index + 1)
    ):
        return None
    return Subject(index, index + 1, "VSO")


def _is_object(clause: ReportingClause, index: int) -> bool:
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
        # سجل أهدافا كثيرة, أرسل خطابا من: he scored many goals, he sent a letter from
        or (
            clause.words.is_accusative(article, index)
            and (
                article.folded(index + 1) in FROM
                or (
                    clause.words.is_accusative(article, index + 1)
                    and clause.words.is_adjective(article, index + 1)
                )
            )
        )
        # تمتدح الآخرين "praises the others": no subject ends so.
        or (not reading.enclitic and _is_oblique_plural(article, index, clause.words))
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


def _is_behind_preposition(clause: ReportingClause, index: int) -> bool:
    """Whether a preposition is attached to a noun."""
    article, words = clause.article, clause.words
    folded = article.folded(index)
    # وتذكّره بكل ما مرت به: and she reminds him of all that she went through
    counted = folded[:1] in ("ب", "ل") and folded[1:] in clause.words.lexicon.quantifiers
    return (
        folded.startswith(("بال", "لل", "كال"))
        or counted
        or (
            is_attached_preposition(article, index, words, clause.reading.governed)
            # لخويا Lekhwiya looks like a verb, and ل governs none.
            and words.info(article, index).classes != {"perfect"}
        )
    )


def _is_oblique_plural(article: Article, index: int, words: Words) -> bool:
    """Whether a noun is a sound plural with the ending of an object: الآخرين, المانحين.

    "the others, the donors"
    """
    return (
        article.tokens[index].facts.is_oblique_plural
        # الأخوين طارق وسعيد "the brothers Tarek and Said": the press errs where names follow.
        and (has_article(article.folded(index + 1)) or not words.is_name(article, index + 1))
    )


def _is_word(article: Article, index: int) -> bool:
    return index < len(article.tokens) and article.tokens[index].is_word


def _phrase(clause: ReportingClause, index: int) -> Subject | None:
    """The phrase that begins at ``index``, where it agrees with the verb and is no object of it."""
    if not agrees_with_verb(clause, index) and not may_be_hers(clause, index):
        return None
    last = clause.phrases.end(
        index,
        clause.limit,
        clause.reading.governed,
        object_follows=clause.object_follows,
        person_follows=clause.calls_upon,
        after_verb=True,
    )
    if last <= index or _is_needed_object(clause, index, last):
        return None
    if not (clause.object_follows or clause.calls_upon):
        last = description_end(clause.phrases, index, last, clause.limit)
    return Subject(index, last, "VSO")


def _is_needed_object(clause: ReportingClause, first: int, last: int) -> bool:
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

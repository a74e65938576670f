"""The subject behind its verb: وقال الوزير (VSO), the usual order.

Not every noun behind a verb is its subject: where the subject is dropped, an object (ختم حديثه),
one who is called upon (دعا المانحين إلى) or how it was said (فأجاب ضاحكا) stands there.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.described_nouns import description_end, free_relative_end
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.subjects.asides_behind_verbs import past_asides
from quotes.extraction.subjects.objects_behind import is_called_upon, is_needed_object, is_object
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.subjects.verb_agreement import agrees_with_verb, may_be_hers
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.blessings import is_eulogy, is_god, past_glory
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AMBIGUOUS_COURTESIES,
    COMPLEMENTIZERS_WITH_PRONOUN,
    COURTESIES,
    EXISTENTIALS,
    PARTICLES_WITH_PRONOUN,
    PRAYING,
    PREPOSITIONS_WITH_PRONOUN,
    WHAT,
    WISHING,
)
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
    behind_relative = _free_relative_end(clause, index)
    if behind_relative > index:
        return Subject(index, behind_relative, "VSO")
    if (
        index >= clause.limit
        or not clause.phrases.starts(index, after_verb=index == clause.cue.last)
        or _is_in_words_said(clause, index)
        or _says_how(clause, index)
        or _follows_its_subject(clause)
        or is_called_upon(clause, index)
        or is_eulogy(clause.article, index)
        or (clause.reading.lemma in PRAYING and is_god(clause.article, index))
        # وتنفي أي دوافع: and denies any motives
        or clause.article.tokens[index].facts.is_any
    ):
        return None
    if clause.article.folded(index) in COURTESIES and not clause.reading.enclitic:
        return _courtesy(clause, index)
    if is_object(clause, index) or _is_behind_preposition(clause, index):
        return None
    return _phrase(clause, index)


def _free_relative_end(clause: ReportingClause, index: int) -> int:
    """The token after "who" and its clause behind a verb that itself does not want من "of".

    حذر من أضرار "warned of damage"
    """
    if index >= clause.limit or "من" in clause.reading.governed:
        return index
    return free_relative_end(clause.phrases, index, clause.limit)


def _is_in_words_said(clause: ReportingClause, index: int) -> bool:
    """Whether what stands behind the cue belongs to what is said."""
    article, cue = clause.article, clause.cue
    return (
        (index in article.opening and _is_quotation_said(clause, index))
        # وقال هناك نقاط: and he said, there are points
        or (clause.reading.is_of_saying and article.folded(cue.last) in EXISTENTIALS)
        # وتمنى لهم الشفاء: and wished them recovery
        or (clause.reading.lemma in WISHING and _is_for_them(article.folded(cue.last)))
    )


def _is_quotation_said(clause: ReportingClause, index: int) -> bool:
    """Whether words in marks are said, and name nobody."""
    article, cue = clause.article, clause.cue
    return (
        # وختم بالقول «…» "and he ended by saying": what stands in marks is said.
        index == cue.last > cue.first + 1
        # واعتبره "محاولة لكسب الوقت", ما اعتبرته "تسرعا"
        # (and considered it "an attempt to win time"; what she considered "haste")
        or (
            clause.reading.describes_pronoun
            and (cue.conjunction != "" or article.folded(cue.first - 1) in WHAT)
        )
        # أجاب "هذا سابق لأوانه" "he answered 'this is premature'": nothing else is left to be said
        or _ends_with_quotation(clause, index)
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
        and not words.word(article, index + 1).is_word
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


def _follows_its_subject(clause: ReportingClause) -> bool:
    """Whether a pronoun before the verb is its subject: لكنه توعد طهران, فإنها دعت الحزب إلى.

    "but he threatened Tehran", "she called upon the party to"
    """
    before = clause.article.folded(clause.cue.first - 1).removeprefix("ف")
    return not clause.cue.conjunction and (
        before in PARTICLES_WITH_PRONOUN or before in COMPLEMENTIZERS_WITH_PRONOUN
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
    if last <= index or is_needed_object(clause, index, last):
        return None
    if not (clause.object_follows or clause.calls_upon):
        last = description_end(clause.phrases, index, last, clause.limit)
    return Subject(index, last, "VSO")

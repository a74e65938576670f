"""The subject behind its verb: وقال الوزير (VSO), the usual order.

Not every noun behind a verb is its subject: where the subject is dropped, an object (ختم حديثه),
one who is called upon (دعا المانحين إلى) or how it was said (فأجاب ضاحكا) stands there.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.grammar import (
    ALL_OF_THEM,
    AMBIGUOUS_COURTESIES,
    CALLED_UPON,
    COMPLEMENTIZERS,
    COURTESIES,
    EULOGIES,
    PREPOSITIONS_WITH_PRONOUN,
    WISHING,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import Subject
from quotes.extraction.verb_agreement import agrees_with_verb, may_be_hers
from quotes.extraction.verb_asides import past_asides
from quotes.extraction.words import Words

_BARE_OBJECTS = frozenset({"", "="})


def subject_behind(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    governed: frozenset[str],
    object_follows: bool,
) -> Subject | None:
    """VSO: the noun phrase behind the verb, past circumstances (كما قال مساء أمس الوزير)."""
    _, limit = article.sentence(cue.first)
    index = past_asides(article, cue.last, limit, reading, phrases, words)
    if index >= limit or not phrases.starts(index, after_verb=index == cue.last):
        return None
    if index in article.opening and index == cue.last > cue.first + 1:
        # وختم بالقول «…»: what stands in marks is said.
        return None
    if reading.lemma in WISHING and _wishes_them(article, cue.last):
        # وتمنى لهم الشفاء: and wished them recovery
        return None
    if _is_clause_of_manner(article, index, words):
        return None
    if _calls_upon(reading) and not reading.enclitic and _is_called_upon(article, index, words):
        return None
    if _is_manner(article, index, words):
        return None
    if article.folded(index) in EULOGIES and article.folded(index + 1) == "الله":
        # وقال صلى الله عليه وسلم: and he said, God bless him and give him peace
        return None
    if article.folded(index) in COURTESIES and not reading.enclitic:
        return _courtesy(article, index, reading, words, governed)
    if _is_object(article, index, reading, phrases, object_follows):
        return None
    if _is_behind_preposition(article, index, words, governed):
        return None
    if _is_oblique_plural(article, index, words) and not reading.enclitic:
        # تمتدح الآخرين: no subject ends so
        return None
    return _phrase(article, index, limit, reading, phrases, words, governed, object_follows)


def _wishes_them(article: Article, index: int) -> bool:
    """Whether ل "to" stands here with the pronoun of those to whom something is wished."""
    folded = article.folded(index)
    return folded.startswith("ل") and folded in PREPOSITIONS_WITH_PRONOUN


def _is_clause_of_manner(article: Article, index: int, words: Words) -> bool:
    """Whether و and a noun open a clause that says how it was said."""
    # وتابع والصوت تخنقه العبرة: how it was said.
    return (
        article.folded(index).startswith("و")
        and has_article(article.folded(index))
        and words.info(article, index).classes == {"noun"}
        and not words.is_head(article.folded(index))
    )


def _calls_upon(reading: CueReading) -> bool:
    """Whether somebody who is called upon, or described, is the object of the verb."""
    return reading.verb.person or "=" in reading.verb.noun


def _is_called_upon(article: Article, index: int, words: Words) -> bool:
    """Whether a noun behind a verb of calling upon somebody is its object: دعا المانحين إلى."""
    folded = article.folded(index)
    return (
        # ودعا جميع الأطراف إلى: who is called upon; the subject is dropped.
        (folded in ALL_OF_THEM and article.folded(index + 1) != "من")
        or folded in CALLED_UPON
        or _is_oblique_plural(article, index, words)
        # وشكر مديري الجامعات: the subject would end in و.
        or (
            folded.endswith("ي")
            and words.is_role(folded[:-1])
            and not words.is_role(folded)
            and has_article(article.folded(index + 1))
        )
    )


def _is_manner(article: Article, index: int, words: Words) -> bool:
    """Whether a participle or an adjective alone says how it was said."""
    if (
        words.is_accusative(article, index)
        and not _is_word(article, index + 1)
        and not article.is_surname(article.folded(index))
    ):
        # فأجاب ضاحكا: "laughing"
        return True
    # تضيف ضاحكة: she adds, laughing
    return (
        article.folded(index).endswith("ه")
        and "adjective" in words.info(article, index).classes
        and not words.is_name(article, index)
        and not words.is_head(article.folded(index))
        and not has_article(article.folded(index))
        and index + 1 < len(article.tokens)
        and article.tokens[index + 1].text == ":"
    )


def _courtesy(
    article: Article, index: int, reading: CueReading, words: Words, governed: frozenset[str]
) -> Subject | None:
    """A courtesy alone, unless it is the object of the verb."""
    # أضاف معاليه; but أبدى سعادته "showed his joy".
    opens = _opens_content(article, index + 1, words, governed)
    joy = article.folded(index) in AMBIGUOUS_COURTESIES
    return (
        None if joy and _takes_object(reading) and not opens else Subject(index, index + 1, "VSO")
    )


def _is_object(
    article: Article, index: int, reading: CueReading, phrases: NounPhrases, object_follows: bool
) -> bool:
    """Whether a noun is the object, and the subject is dropped."""
    return (
        # ختم حديثه: the object, and the subject is dropped.
        phrases.is_possessed(index)
        or (
            # وثمّن دعم البلديات: so is what cannot speak.
            object_follows
            and reading.has(aspect="perfect")
            and not phrases.names_source(index)
            and not has_article(article.folded(index))
        )
    )


def _is_behind_preposition(
    article: Article, index: int, words: Words, governed: frozenset[str]
) -> bool:
    """Whether a preposition is attached to a noun."""
    return article.folded(index).startswith(("بال", "لل", "كال")) or (
        is_attached_preposition(article, index, words, governed)
        # لخويا Lekhwiya looks like a verb, and ل governs none.
        and words.info(article, index).classes != {"perfect"}
    )


def _is_oblique_plural(article: Article, index: int, words: Words) -> bool:
    """Whether a noun is a sound plural with the ending of an object: الآخرين, المانحين."""
    return (
        article.tokens[index].facts.is_oblique_plural
        # الأخوين طارق وسعيد: the press errs where names follow.
        and not words.is_name(article, index + 1)
    )


def _is_word(article: Article, index: int) -> bool:
    return index < len(article.tokens) and article.tokens[index].is_word


def _phrase(
    article: Article,
    index: int,
    limit: int,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    governed: frozenset[str],
    object_follows: bool,
) -> Subject | None:
    """The phrase that begins at ``index``, where it agrees with the verb and is no object of it."""
    agrees = agrees_with_verb(article, index, reading, words)
    if not agrees and not may_be_hers(article, index, reading, words):
        return None
    last = phrases.end(
        index,
        limit,
        governed,
        object_follows=object_follows,
        person_follows=_calls_upon(reading),
        after_verb=True,
    )
    if (
        not agrees
        and _takes_object(reading)
        and not words.is_role(article.folded(index))
        and not _opens_content(article, last, words, governed)
    ):
        return None
    needs_object = reading.verb.object and not reading.enclitic
    if (
        needs_object
        and "=" in reading.verb.noun
        and not phrases.names_source(index)
        # ووصف يان فان آكن، رئيس الحزب، القرار بأنه
        # (and Jan van Aken, head of the party, described the decision as)
        and not article.is_unknown(index)
    ):
        # ووصف الوضع في المدارس بأنه: and described the state of the schools as
        return None
    if needs_object and last < limit and _opens_content(article, last, words, governed):
        # واتهمت إدارة السجون باتباع: the accused, and who accuses is known.
        return None
    return Subject(index, last, "VSO") if last > index else None


def _takes_object(reading: CueReading) -> bool:
    return not reading.verb.noun.isdisjoint(_BARE_OBJECTS)


def _opens_content(article: Article, index: int, words: Words, governed: frozenset[str]) -> bool:
    """Whether a complementizer or a preposition that the verb governs stands here."""
    folded = article.folded(index)
    return (
        folded in COMPLEMENTIZERS
        or folded in governed
        or (folded[:1] in governed and is_attached_preposition(article, index, words, governed))
    )

"""Who stands beside a cue as its grammatical subject.

Arabic news puts the subject behind the verb (وقال الوزير, VSO) or before it (الوزير قال, SVO, above
all in headlines and after كان and أن), or makes it the antecedent of a relative clause (الوزير الذي
قال). Where nothing of the kind stands there the subject is dropped and known from the context.
"""

from __future__ import annotations

from quotes.extraction.antecedents import describes_noun_before, find_antecedent
from quotes.extraction.article import Article
from quotes.extraction.cues import CueCandidate, CueReading
from quotes.extraction.grammar import (
    IN_WHICH,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    THEN,
    VERBAL_PARTICLES,
    bare,
    has_article,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import Subject
from quotes.extraction.subjects_before import subject_before, topic_before
from quotes.extraction.subjects_behind import subject_behind
from quotes.extraction.subjects_behind_prepositions import named_by_preposition, quoted_from
from quotes.extraction.subjects_of_nouns import (
    subject_between,
    subject_of_verb_before,
    support_verb,
)
from quotes.extraction.verb_agreement import agrees_with_verb
from quotes.extraction.words import Words

_FROM = "عن"


def find_subject(
    article: Article,
    cue: CueCandidate,
    reading: CueReading,
    phrases: NounPhrases,
    words: Words,
    governed: frozenset[str],
    *,
    object_follows: bool = False,
) -> Subject | None:
    """The subject written for ``cue``, or None where it is dropped.

    ``object_follows``: a bare object stands behind it, where the noun phrase is complete.
    """
    if reading.type == "participle":
        return None
    if reading.type == "noun":
        if reading.enclitic and reading.verb.stance == "praise":
            support = support_verb(article, cue, words)
            return (
                None
                if support is None
                else subject_between(article, support + 1, cue.first, phrases)
            )
        if reading.enclitic:
            return quoted_from(article, cue, phrases)
        support = support_verb(article, cue, words)
        if support is not None:
            # جدد الرئيس التأكيد: the subject is that of the verb that carries the noun.
            return subject_between(article, support + 1, cue.first, phrases)
        if reading.has_by:
            # اكتفى الوزير بالقول إن "the minister left it at saying that".
            return subject_of_verb_before(article, cue.first, phrases, words)
        return subject_behind(article, cue, reading, phrases, words, governed, object_follows)
    if reading.verb.source:
        named = named_by_preposition(article, cue, reading, phrases)
        if named is not None or reading.verb.source != _FROM:
            return named
        # نقلت وسائل الإعلام أنه: she names no other source.
    relative = cue.first - 1
    if article.folded(relative) == "ان" and article.folded(relative - 1) == "سبق":
        # التي سبق أن نفت: which had denied before
        relative -= 2
    while article.folded(relative) in VERBAL_PARTICLES:
        # الذي كان قد دعا: who had called
        relative -= 1
    if not RELATIVES.isdisjoint(bare(article.folded(relative))):
        antecedent = find_antecedent(article, relative, phrases)
        following = article.folded(cue.last)
        if (
            following in PREPOSITIONS_WITH_PRONOUN
            and antecedent is not None
            and not phrases.names_source(antecedent.first)
            and phrases.starts(cue.last + 1, after_verb=True)
        ):
            # الأمر الذي علق عليه النائب: the antecedent is what was said.
            antecedent = None
        if (
            following.startswith("ال")
            and words.is_head(following)
            and agrees_with_verb(article, cue.last, reading, words)
        ):
            # التي تعلن الشركة أن: the subject stands behind the verb after all.
            antecedent = None
        if (
            antecedent is not None
            and not reading.enclitic
            and agrees_with_verb(article, antecedent.first, reading, words)
        ):
            return antecedent
        return subject_behind(article, cue, reading, phrases, words, governed, object_follows)
    through = article.folded(cue.last) == "من" and article.folded(cue.last + 1) in IN_WHICH
    if through and not cue.conjunction and not has_article(article.folded(cue.first - 1)):
        # أجرت الشركة دراسة توقعت من خلالها: the company expects it.
        return None
    if describes_noun_before(article, cue, reading, phrases, words):
        if article.folded(cue.last) in IN_WHICH and "s" in reading.numbers:
            # ثم أتبعه بمنشور قال فيه: whoever wrote it.
            return None
        return find_antecedent(article, cue.first, phrases)
    glued = article.is_glued(cue.first)
    if cue.conjunction == "ف" or article.folded(cue.first - 1) in THEN:
        topic = topic_before(article, cue, phrases)
        if topic is not None:
            return topic
    if not cue.conjunction and not glued:
        before = subject_before(article, cue, reading, phrases, words)
        if before is not None:
            return before
    if "s" not in reading.numbers and ("d" in reading.numbers or "m" in reading.genders):
        # A verb before its subject is in the singular.
        return None
    return subject_behind(article, cue, reading, phrases, words, governed, object_follows)

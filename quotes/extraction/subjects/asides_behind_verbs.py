"""What may stand between a verb and the subject behind it: قال لـ«الشرق الأوسط» مساء أمس مصدر.

"told Asharq Al-Awsat yesterday evening a source": circumstances, the addressee, a preposition with
its pronoun, a blessing.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.subjects.reporting_clause import ReportingClause
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import LONGEST_OUTLET, outlet_length, past_outlet
from quotes.extraction.text.blessings import is_blessing
from quotes.extraction.text.circumstances import circumstance_end, opens_occasion
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ANSWERS,
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    PLATFORMS,
    PREPOSITIONS_WITH_PRONOUN,
    TO_ME,
    TONES_OF_VOICE,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words

_LOOSE_MARKS = frozenset('”“»«"')
_LONGEST_NAME = 4
_LONGEST_NAMED_OUTLET = 6


def past_asides(clause: ReportingClause) -> int:
    """The token at which the subject behind a verb may begin."""
    index, limit = clause.cue.last, clause.limit
    while index < limit:
        after = _past_aside(clause, index)
        if after == index:
            break
        index = after
    return index


def _past_aside(clause: ReportingClause, index: int) -> int:
    """The token after one aside; ``index`` where none stands there."""
    article, words, phrases = clause.article, clause.words, clause.phrases
    after = circumstance_end(article, index, words)
    if after > index and article.folded(index) in TONES_OF_VOICE:
        after = _past_tone(article, after, words)
    if after > index and words.in_list(article.folded(after - 1), PLATFORMS):
        after = _past_name_of_body(article, after, words)
    if _is_preposition_with_pronoun(phrases, index):
        after = index + 1
    if is_blessing(article, index):
        # ودعا رحمه الله إلى: and he called, God have mercy on him, for
        after = index + 2
    if after == index:
        after = past_addressee(phrases, index)
    if after == index and clause.reading.lemma in ANSWERS:
        after = _past_question(clause, index)
    if after == index:
        after = _past_occasion(clause, index)
    if after == index and clause.reading.verb.person and index in article.opening:
        after = _past_paper(phrases, index)
    if (
        after == index
        and article.folded(index) in DEMONSTRATIVES
        and has_article(article.folded(index + 1))
        and words.is_head(article.folded(index + 1))
    ):
        # وأضاف هذا المسؤول: and this official added
        after = index + 1
    return after


def _past_tone(article: Article, index: int, words: Words) -> int:
    """Past what describes a voice: بصوت | خافت, بنبرة | حزينة "in a low voice, in a sad tone".

    The dictionary lacks متهدج "trembling" and others.
    """
    while (
        index < len(article.tokens)
        and article.tokens[index].kind == "word"
        and (
            "adjective" in words.info(article, index).classes
            or article.folded(index + 1) in COMPLEMENTIZERS
        )
        and not has_article(article.folded(index))
        and not words.is_head(article.folded(index))
    ):
        index += 1
    return index


def _past_question(clause: ReportingClause, index: int) -> int:
    """Past what somebody answers, where he is named behind it: ويجيب عن هذا السؤال | القسم.

    "and this question is answered by | the department"
    """
    article, words, phrases = clause.article, clause.words, clause.phrases
    if not words.is_preposition(article, index):
        return index
    start = index + 1 + (article.folded(index + 1) in DEMONSTRATIVES)
    if not phrases.starts(start):
        return index
    after = phrases.end(start, clause.limit, person_follows=True)
    speaks = after < clause.limit and phrases.starts(after) and phrases.names_source(after)
    return after if speaks else index


def _past_occasion(clause: ReportingClause, index: int) -> int:
    """Past the occasion on which it was said: وقال في تصريح صحفي | الوزير إن.

    "and said in remarks to the press | the minister that": only where somebody stands behind it,
    and what he says behind him.
    """
    article, words, phrases, limit = clause.article, clause.words, clause.phrases, clause.limit
    if (
        not opens_occasion(article, index, words)
        # خلال استقباله وفدا: on receiving a delegation
        or words.has_possessor(article, index + 1)
    ):
        return index
    after = index + 2
    if words.is_adjective(article, after) and not has_article(article.folded(after)):
        # في مؤتمر صحفي: at a press conference
        after += 1
    told = past_addressee_alone(article, after, words)
    if told == after and words.is_preposition(article, after):
        told = phrases.end(after + 1, limit)
    speaker = told
    if speaker >= limit or not phrases.starts(speaker) or not phrases.names_source(speaker):
        return index
    end = phrases.end(speaker, limit, clause.reading.governed, after_verb=True)
    says = end < limit and (clause.opens_content(end) or article.tokens[end].text == ":")
    return speaker if says else index


def _past_name_of_body(article: Article, index: int, words: Words) -> int:
    """Past the name that completes a body without the article: على منصة | إكس, على موقع | «إكس».

    "on the platform | X, on the site | 'X'"
    """
    if has_article(article.folded(index - 1)):
        return index
    if index in article.opening:
        return article.after_quotation(article.opening[index])
    named = words.is_name(article, index) and not words.is_head(article.folded(index))
    return index + 1 if named else index


def _is_preposition_with_pronoun(phrases: NounPhrases, index: int) -> bool:
    """Whether a word is a preposition with its pronoun rather than a name: روت لي الرسامة.

    "the painter told me", where لي is no Lee
    """
    article, words = phrases.article, phrases.words
    return (
        article.folded(index) in PREPOSITIONS_WITH_PRONOUN
        # قالت منى عبدالراضي: also "from me"
        and not (
            article.folded(index) in words.lexicon.given_names and words.is_name(article, index + 1)
        )
    ) or (article.folded(index) in TO_ME and not _may_be_surname(phrases, index + 1))


def _may_be_surname(phrases: NounPhrases, index: int) -> bool:
    """Whether a word may be the surname of somebody called Lee, as لي "to me" is spelt, too.

    What can be the subject behind "to me" is none: روت لي الرسامة "the painter told me".
    """
    article, words, folded = phrases.article, phrases.words, phrases.article.folded(index)
    return not (
        has_article(folded)
        or words.is_head(folded)
        or folded in words.lexicon.kin
        # قالت لي صديقتي "my friend said to me"
        or phrases.is_possessed(index)
        or words.info(article, index).classes == {"noun"}
        # وقال لي سالم: and Salem said to me
        or folded in words.lexicon.given_names
        # تقول لي وهي تبتسم: she says to me, smiling
        or not words.is_name(article, index)
    )


def past_addressee(phrases: NounPhrases, index: int) -> int:
    """The token after an addressee before the subject: قال لـ«الشرق الأوسط» مصدر.

    "told Asharq Al-Awsat a source"; ``index`` where none stands there, or nobody who could be the
    speaker behind it.
    """
    article, words = phrases.article, phrases.words
    after = past_addressee_alone(article, index, words)
    if after == index:
        after = _past_named_outlet(phrases, index)
    if after == index:
        return index
    if after < len(article.tokens) and article.tokens[after].text in COMMAS:
        # وأوضحت لـ«الاقتصادية»، الدكتورة فلانة
        # (and explained to "al-Eqtisadiah" the doctor So-and-so)
        speaker = article.folded(after + 1)
        after += (
            words.is_title(speaker)
            or words.is_role(speaker)
            or (words.is_name(article, after + 1) and words.is_name(article, after + 2))
        )
    speaks = phrases.starts(after) and (
        phrases.names_source(after)
        # الصراف فلان "the money changer So-and-so": any definite noun, before a name.
        or (has_article(article.folded(after)) and words.is_name(article, after + 1))
    )
    return after if speaks else index


def _past_named_outlet(phrases: NounPhrases, index: int) -> int:
    """Past an outlet that is called one before its name: لوكالة الأنباء | مصدر، لقناة الغد | خبير.

    "to the news agency | a source, to the channel al-Ghad | an expert"
    """
    article, words = phrases.article, phrases.words
    folded = article.folded(index)
    if not (
        folded.startswith("ل")
        and folded[1:] in words.lexicon.addressees
        and words.is_organisation(folded[1:])
    ):
        return index
    longest = min(index + _LONGEST_NAMED_OUTLET, article.sentence(index)[1])
    length = outlet_length(article.phrase(index + 1, LONGEST_OUTLET))
    if length:
        return index + 1 + length
    for after in range(index + 2, longest):
        if phrases.starts(after) and (
            words.is_head(article.folded(after))
            # لقناة الشرق | سالم العمراني: to the channel Asharq | Salem al-Omrani
            or (
                article.folded(after) in words.lexicon.given_names
                and (
                    words.is_name(article, after + 1)
                    or article.is_surname(article.folded(after + 1))
                )
            )
        ):
            return after
    return index


def past_addressee_alone(article: Article, index: int, words: Words) -> int:
    """The token after an addressee, whatever follows; ``index`` where none stands there."""
    folded, following = article.folded(index), article.folded(index + 1)
    after = past_outlet(article, index)
    if after > index:
        return after
    if folded.startswith("ل") and words.in_list(folded, words.lexicon.addressees):
        if folded.startswith("لل"):
            return index + 1
        if index + 1 in article.opening and words.is_organisation(folded[1:]):
            # لموقع "سكاي نيوز": to the site "Sky News"
            return article.after_quotation(article.opening[index + 1])
    if folded != "ل":
        return index
    if index + 1 in article.opening:
        return article.after_quotation(article.opening[index + 1])
    if following in _LOOSE_MARKS:
        # لـ”عين اليوم” "to Ain al-Yawm": the same mark before and behind pairs with nothing.
        return _past_mark(article, index + 3, article.tokens[index + 1].text) or index
    if following == "(":
        # لـ(عكاظ): to (Okaz)
        return _past_mark(article, index + 2, ")") or index
    return index


def _past_mark(article: Article, first: int, mark: str) -> int | None:
    """The token after a mark that stands among the next few."""
    for index in range(first, min(first + _LONGEST_NAME, len(article.tokens))):
        if article.tokens[index].text == mark:
            return index + 1
    return None


def _past_paper(phrases: NounPhrases, index: int) -> int:
    """Past the name of a paper in marks that was told: أبلغ «عكاظ» المدير.

    "the director told 'Okaz'"
    """
    article, words = phrases.article, phrases.words
    after = article.after_quotation(article.opening[index])
    told = (
        phrases.in_marks.is_name(article.opening[index])
        and words.is_role(article.folded(after))
        and has_article(article.folded(after))
        and not words.is_organisation(article.folded(after))
    )
    return after if told else index

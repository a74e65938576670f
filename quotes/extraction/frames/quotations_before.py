"""Words in marks before the verb that reports them: «سنعود غدا»، يقول المدرب.

"'we shall return tomorrow', says the trainer"
"""

from __future__ import annotations

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.frames.frame import WORDS_OF_SPEECH
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.grammar import AS_ONE_SAYS, CLAUSE_STARTS, RELATIVES, THIS_IS_WHAT
from quotes.extraction.text.marks import COMMAS, DOTS

_LONGEST_SPEAKER = 8
_LEAST_TITLE = 2
_BEHIND_QUOTED_TITLE = DOTS | frozenset("-–—|")


def quotation_before(phrases: NounPhrases, cue: CueCandidate) -> int | None:
    """The quotation of several words that ends at the comma before a cue."""
    article = phrases.article
    if not article.closing:
        return None
    end = _end_before(phrases, cue)
    number = article.closing.get(end)
    if number is None or article.paragraph_of[end] != article.paragraph_of[cue.first]:
        return None
    first, last = article.quotation_tokens(number)
    ended = article.tokens[last - 1].kind == "mark" if last > first else False
    # "لم يسألنا أحد"، تقول: "nobody asked us", she says; no name opens a sentence so.
    opens = (
        last - first > 1
        and article.quotations[number].outer_start == article.starts[article.sentence(cue.first)[0]]
    )
    clause = opens and _begins_clause(phrases, first)
    least = 2 if clause else WORDS_OF_SPEECH - opens
    # "بعنا كل شيء" يقول: "we sold everything" he says
    apart = end < cue.first - 1 or ended or (clause and last - first >= WORDS_OF_SPEECH)
    return number if last - first >= least and apart else None


def _end_before(phrases: NounPhrases, cue: CueCandidate) -> int:
    """The token before a cue, and before what joins it to the words said: كما, هذا ما.

    "as", "this is what"
    """
    article, end = phrases.article, cue.first - 1
    if article.folded(end) in AS_ONE_SAYS:
        # «بدأ الأمر بواجب»، كما يقول: "it began with homework", as he says
        end -= 1
    elif article.phrase(end - 1, 2) in THIS_IS_WHAT:
        # «حضرت المباراة»، هذا ما رواه: "I was at the match", this is what he told
        end -= 2
    elif article.folded(end) in RELATIVES and _says_them(cue):
        # عبارة «الحل هنا والآن» التي قالها: the phrase "the solution is here", which he said
        end -= 1
    while end > 0 and article.tokens[end].text in COMMAS:
        end -= 1
    return end


def _says_them(cue: CueCandidate) -> bool:
    """Whether "said" stands here with the pronoun of the words that were said."""
    return any(reading.enclitic and reading.is_of_saying for reading in cue.readings.by_likelihood)


def _begins_clause(phrases: NounPhrases, index: int) -> bool:
    """Whether words in marks begin as no name does: "لا أعتقد"، يجيب, "على الأرجح"، تقول.

    "I do not think so", he answers; "probably", she says
    """
    article, words = phrases.article, phrases.words
    return (
        article.folded(index) in CLAUSE_STARTS
        or words.is_verb(article, index)
        or words.speaks_of_self(article, index)
        or words.is_preposition(article, index)
    )


def quotation_of_title(phrases: NounPhrases, cue: CueCandidate) -> int | None:
    """The quotation with which the title begins, where whoever speaks stands behind it.

    «لن نتراجع».. وزير المالية يعلق على الموازنة: "we shall not go back".. the minister of
    finance comments on the budget
    """
    article = phrases.article
    number = article.opening.get(0)
    if number is None or article.paragraph_of[cue.first] > 0:
        return None
    first, last = article.quotation_tokens(number)
    mark = article.after_quotation(number)
    speaker = mark + 1
    speaks = (
        speaker < cue.first <= speaker + _LONGEST_SPEAKER
        and article.tokens[mark].text in _BEHIND_QUOTED_TITLE
        and article.has_words(first, last, _LEAST_TITLE)
        # «حياة كريمة».. الحكومة توضح: the project "A Decent Life".. the government explains
        and (article.tokens[first].facts.is_verb or not phrases.in_marks.is_name(number))
        # «فضيحة القرن».. تحقيق يكشف: "the scandal of the century".. an investigation uncovers
        and not phrases.words.in_list(article.folded(speaker), phrases.words.lexicon.documents)
        and phrases.is_source(speaker, cue.first)
    )
    return number if speaks else None

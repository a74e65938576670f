"""The circumstances of the telling: when, where and how something was said.

أمس "yesterday", في وقت لاحق "later", إلى ذلك "apart from that", في بيان "in a statement": adverbs,
fixed phrases and asides, which belong neither to who speaks nor to what is said.
"""

from __future__ import annotations

from collections.abc import Container

from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article, without_article
from quotes.extraction.text.grammar import (
    AND_IT,
    BEFORE_PLATFORMS,
    BY_MEANS_OF,
    COMPLEMENTIZERS,
    COPIES,
    DEMONSTRATIVES,
    EMPHATICS,
    FROM,
    IN_WHICH,
    KNOWN_BY_ONE_NAME,
    MONTHS,
    NEAR,
    NEARING,
    OCCASION_OPENERS,
    OF_THE_PRESS,
    ON,
    PHRASAL,
    PLATFORMS,
    POINTING_BACK,
    PREPOSITIONS_WITH_PRONOUN,
    STRESSED,
    TIMES,
    TO,
    WHOLE_IN_TWO_WORDS,
    WITH,
    YEARS,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words

_LONGEST_ASIDE = 14
_LONGEST_RECEIVER = 9


def is_circumstance(article: Article, index: int, words: Words) -> bool:
    """Whether an adverb or an adverbial phrase begins here."""
    facts = article.tokens[index].facts
    if not (facts.is_adverbial or facts.opens_circumstance):
        return False
    if facts.is_imam or _is_name_like_time(article, index, words):
        return False
    if _is_surname_like_day(article, index, words):
        return False
    following = article.folded(index + 1)
    if following in NEARING and article.folded(index) in NEAR:
        # أعلنت قرب افتتاح المتحف: announced that the museum will open soon
        return False
    return facts.is_adverbial or any(
        (word, following) in words.lexicon.circumstances for word in facts.bare
    )


def _is_name_like_time(article: Article, index: int, words: Words) -> bool:
    """Whether a time of day is a given name: باسم القوات | صباح العمراني, Sabah, also "morning".

    No name stands behind a time of day; صباح الخميس is "Thursday morning".
    """
    following = words.word(article, index + 1)
    return (
        article.folded(index) in words.lexicon.given_names
        and following.facts.has_article
        and not following.facts.is_adverbial
        and (
            words.is_name(article, index + 1)
            # النعمان al-Nu'man, of Nu'man
            or without_article(following.folded) in words.lexicon.given_names
        )
    )


def _is_surname_like_day(article: Article, index: int, words: Words) -> bool:
    """Whether a day is a surname: رئيس لجنة السلام محمد الخميس أن, al-Khamis, also "Thursday".

    Behind an office nobody is called by a given name alone, but princes and kings.
    """
    given, office = index - 1, index - 2
    following = words.word(article, index + 1)
    return (
        office >= 0
        and article.tokens[index].facts.is_adverbial
        and has_article(article.folded(index))
        and article.folded(given) in words.lexicon.given_names
        and not article.is_surname(article.folded(given))
        and has_article(article.folded(office))
        and article.folded(office) not in KNOWN_BY_ONE_NAME
        and (following.text in COMMAS or following.folded in COMPLEMENTIZERS)
    )


def opens_occasion(article: Article, index: int, words: Words) -> bool:
    """Whether an occasion of speaking stands behind its preposition: في اتصال هاتفي.

    "in a telephone call"
    """
    return article.folded(index) in OCCASION_OPENERS and words.in_list(
        article.folded(index + 1), words.lexicon.occasions
    )


def circumstance_end(article: Article, index: int, words: Words) -> int:
    """The token after an adverb or fixed phrase that is complete; ``index`` without one."""
    if not 0 <= index < len(article.tokens):
        return index
    facts, lexicon = article.tokens[index].facts, words.lexicon
    if not (facts.is_adverbial or facts.opens_circumstance):
        return index
    following = article.folded(index + 1)
    for word in facts.bare:
        if (word, following) in lexicon.circumstances and (
            following.endswith(("ه", "ها", "هم"))
            or word.startswith("ال")
            or word in WHOLE_IN_TWO_WORDS
            # ردا على ذلك: in answer to that
            or following in POINTING_BACK
        ):
            return index + 2
        if word in lexicon.adverbs:
            return index + 1
    return index


def follows_circumstance(article: Article, index: int, words: Words) -> bool:
    """Whether a fixed phrase of two words stands right before a token: إلى ذلك أفاد.

    "besides this, he reported"
    """
    return circumstance_end(article, index - 2, words) == index


def past_circumstances(
    article: Article, index: int, words: Words, limit: int, cues: Container[int]
) -> int:
    """The token after all commas, circumstances and asides that begin at ``index``.

    They reach up to ``limit`` at most, and nothing goes past one of ``cues``.
    """
    while index < limit and index not in cues:
        following = _past_aside(article, index, words, limit, cues)
        if following == index:
            following = _past_circumstance(article, index, words)
        if following == index:
            break
        index = following
    return index


def _past_circumstance(article: Article, index: int, words: Words) -> int:
    """The token after a comma or a circumstance that stands before a bare object."""
    if article.folded(index) == "ل" and index + 1 in article.opening:
        # أكد الوكيل لـ«الوطن» جاهزية الوزارة
        # (the under-secretary affirmed to al-Watan the readiness of the ministry)
        return article.after_quotation(article.opening[index + 1])
    if article.folded(index) == "ل" and words.word(article, index + 1).kind == "latin":
        # نفى المدرب لـCNN وجود خلافات: the coach denied to CNN that there were differences
        return index + 2
    if article.folded(index) in YEARS and words.word(article, index + 1).kind == "number":
        # أعلنت الأحزاب عام 1994 توقف نشاطها: in 1994 the parties announced that they would stop
        return index + 2
    if (
        article.tokens[index].text in COMMAS
        or _is_adverbial_accusative(article, index, words)
        or article.folded(index) in PREPOSITIONS_WITH_PRONOUN
    ):
        return index + 1
    return circumstance_end(article, index, words)


def _is_audience(article: Article, noun: int, words: Words) -> bool:
    """Whether those listen in front of whom somebody speaks: أمام القاضي "before the judge"."""
    folded = words.word(article, noun).folded
    return (
        article.tokens[noun - 1].facts.is_in_front and has_article(folded) and words.is_head(folded)
    )


def _past_aside(
    article: Article, index: int, words: Words, limit: int, cues: Container[int]
) -> int:
    """The token after a prepositional phrase that only tells when, where or how it was said.

    It ends at a comma (في تقريره السنوي الصادر أمس، "in its annual report issued yesterday,") or
    with a noun of occasion (في بيان "in a statement").
    """
    if article.tokens[index].text in COMMAS:
        return _past_enclosed(article, index, words, limit, cues)
    if not words.is_preposition(article, index) and article.folded(index) not in PHRASAL:
        return index
    if article.folded(index) in FROM and article.folded(index + 1) in IN_WHICH:
        return index + 2
    if index + 2 < limit and words.in_list(article.folded(index + 2), EMPHATICS):
        # في الوقت ذاته: at the same time
        return index + 3
    end = _end_of_aside(article, index, words, limit, cues)
    if end is not None:
        return end
    noun = index + 1
    if _is_audience(article, noun, words):
        return noun + 1
    if noun < limit and article.folded(noun) in DEMONSTRATIVES:
        return min(limit, noun + 2)
    if noun < limit and article.folded(noun) in MONTHS:
        return _past_date(article, noun, words, limit)
    if words.in_list(article.folded(noun), words.lexicon.occasions):
        return _past_occasion(article, noun, words, limit)
    if article.folded(index) in BY_MEANS_OF and words.in_list(article.folded(noun), PLATFORMS):
        # عبر منصة «إكس»: through the platform "X"
        inside = article.opening.get(noun + 1)
        return article.after_quotation(inside) if inside is not None else index
    if article.folded(index) in PHRASAL and has_article(article.folded(noun)) and noun + 1 < limit:
        # أعلن الاتحاد قبل المباراة | تقدمه بطلب: before the match the union announced | its filing
        facts = article.tokens[noun + 1].facts
        return noun + 1 if facts.has_enclitic and "noun" in facts.classes else index
    return index


def _end_of_aside(
    article: Article, preposition: int, words: Words, limit: int, cues: Container[int]
) -> int | None:
    """Where an aside ends by a comma, or by what is stressed behind it; None where it does not."""
    for end in range(preposition + 1, min(limit, preposition + _LONGEST_ASIDE)):
        token = article.tokens[end]
        if token.text in COMMAS:
            if end + 1 in cues or words.is_joined_perfect(article, end + 1):
                # نفى في حديث صحفي الخبر، وقال: in an interview he denied the news, and said
                return None
            return end + 1 if end > preposition + 1 else preposition
        if token.folded in COMPLEMENTIZERS or end in cues:
            return None
        if token.folded in STRESSED and not article.tokens[end - 1].facts.is_preposition:
            # أكد الوزير خلال زيارته محطة الكهرباء أهمية الصيانة
            # (the minister affirmed, during his visit to the station, the importance of upkeep)
            return end
    return None


def _past_occasion(article: Article, noun: int, words: Words, limit: int) -> int:
    """Past an occasion of speaking with what describes it: في بيان | صحفي وزعته أمس.

    "in a press statement it gave out yesterday"
    """
    following = noun + 1
    if (
        following < limit
        and not has_article(article.folded(noun))
        and words.in_list(article.folded(following), words.lexicon.occasions)
        and (words.has_possessor(article, following) or has_article(article.folded(following)))
    ):
        # في نهاية حديثه: at the end of his talk
        following += 1
    while following < limit and (
        # في تقرير حديث له: in a recent report of its
        (
            words.is_adjective(article, following)
            and article.folded(following + 1) in PREPOSITIONS_WITH_PRONOUN
        )
        or words.info(article, following).classes == {"adjective"}
        or article.folded(following) in TIMES
        or article.folded(following) in PREPOSITIONS_WITH_PRONOUN
        or (has_article(article.folded(following)) and words.is_adjective(article, following))
        # في بيان صحفي "a press statement"
        or article.folded(following) in OF_THE_PRESS
        # خلال لقائه بالصحفيين: during his meeting with the journalists
        or is_attached_preposition(article, following, words)
    ):
        following += 1
    copied = _past_copy(article, following, words, limit)
    if copied > following:
        return copied
    if (
        following < limit
        and words.may_be_verb(article, following)
        and any(r.enclitic for r in words.info(article, following).readings)
    ):
        # في بيان وزعته أمس: in a statement it gave out yesterday
        following += 1
        while following < limit and circumstance_end(article, following, words) > following:
            following = circumstance_end(article, following, words)
    return _past_platform(article, _past_interviewer(article, following, words), limit)


def _past_interviewer(article: Article, index: int, words: Words) -> int:
    """Past with whom one talked: في حديث | مع «الصحيفة», في مقابلة | مع قناة «السماء».

    "in a talk with 'the paper'", "in an interview with the channel 'the Sky'"
    """
    if article.folded(index) not in WITH | TO:
        return index
    outlet = index + 1
    name = outlet + words.in_list(article.folded(outlet), words.lexicon.addressees)
    inside = article.opening.get(name)
    if inside is not None:
        return article.after_quotation(inside)
    return name if name > outlet and has_article(article.folded(outlet)) else index


def _past_platform(article: Article, index: int, limit: int) -> int:
    """Past where it was posted: على صفحته | على "فيسبوك", عبر حسابها | في منصة «إكس».

    "on his page | on Facebook", "through her account | on the platform X"
    """
    if index + 1 >= limit or article.folded(index) not in BEFORE_PLATFORMS:
        return index
    place = index + 1
    if article.folded(place) in PLATFORMS:
        place += 1
    elif article.folded(index) not in ON:
        return index
    inside = article.opening.get(place)
    return article.after_quotation(inside) if inside is not None else place + 1


def _past_copy(article: Article, index: int, words: Words, limit: int) -> int:
    """The token after the clause that tells who has a statement: تلقت «الوكالة» نسخة منه.

    "the Agency received a copy of it"
    """
    if index < limit and words.may_be_verb(article, index):
        for copy in range(index + 1, min(limit - 1, index + _LONGEST_RECEIVER)):
            if article.folded(copy) in COPIES:
                return copy + 1 + (article.folded(copy + 1) in PREPOSITIONS_WITH_PRONOUN)
    return index


def _past_date(article: Article, index: int, words: Words, limit: int) -> int:
    """The token after a month with its year: أيلول/سبتمبر الماضي, كانون الأول 2024.

    "last September, December 2024"
    """
    while index < limit and (
        article.folded(index) in MONTHS
        or article.tokens[index].kind == "number"
        or article.tokens[index].text in "/()"
        or (has_article(article.folded(index)) and words.is_adjective(article, index))
    ):
        index += 1
    return index


def _past_enclosed(
    article: Article, comma: int, words: Words, limit: int, cues: Container[int]
) -> int:
    """The token behind an aside between commas that is no object: ، اليوم (الاثنين)،

    ", today (Monday),"
    """
    start = comma + 1
    if start >= limit or not (
        words.is_preposition(article, start)
        or is_circumstance(article, start, words)
        or article.folded(start) in PHRASAL
        or (has_article(article.folded(start)) and words.is_adjective(article, start))
        or article.tokens[start].text == "("
        # اقترح سالم، وهو والد طالبة، إلزام: Salem, who is a pupil's father, proposed obliging
        or article.folded(start) in AND_IT
    ):
        return comma
    for end in range(start + 1, min(limit, start + _LONGEST_ASIDE)):
        if article.tokens[end].text in COMMAS:
            return end + 1
        if article.folded(end) in COMPLEMENTIZERS or end in cues:
            break
    return comma


def _is_adverbial_accusative(article: Article, index: int, words: Words) -> bool:
    """Whether an indefinite accusative tells how, and the object stands behind it.

    In توقع عجزاً في الميزانية "expected a deficit in the budget" it is the object itself.
    """
    if not words.is_accusative(article, index) or article.folded(index).startswith("و"):
        return False
    following = index + 1
    while following < len(article.tokens) and words.is_accusative(article, following):
        following += 1
    return (
        following < len(article.tokens)
        and article.tokens[following].is_word
        and not words.is_preposition(article, following)
        and not is_attached_preposition(article, following, words)
        and not _is_indefinite_adjective(article, following, words)
        # توقعت أمطارا تصل إلى كذا: expected rain that would come to so much
        and not words.is_verb(article, following)
    )


def _is_indefinite_adjective(article: Article, index: int, words: Words) -> bool:
    return (
        not has_article(article.folded(index))
        and words.info(article, index).classes <= {"adjective"}
        and words.is_nominal(article, index)
    )

"""Where the proper name stands in the noun phrase of a source."""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    BEFORE_BODIES,
    BRANCHES_OF_SERVICE,
    CHIEFS,
    COMMAS,
    COMPLEMENTIZERS,
    DIRECTIONS,
    EMPHATICS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    RANKS_OF_OFFICE,
    SECOND_HALVES,
    TERMS_OF_OFFICE,
    has_article,
)
from quotes.extraction.words import Words
from quotes.lexicon import closed_class

_LONGEST_ODD_NAME = 3
_LONGEST_APPOSED = 4
_LONGEST_ABBREVIATION = 2
_HONORIFICS = closed_class("honorifics")
_MARKS_IN_NAMES = frozenset(".'’-")


def name_range(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The tokens of the proper name within the phrase; an empty range where it has none."""
    head, lexicon = article.folded(first), words.lexicon
    titled = _behind_title(article, words, first, last)
    if titled is not None and all(
        article.folded(index) in BRANCHES_OF_SERVICE for index in range(first + 1, titled[0])
    ):
        return titled
    named = head in lexicon.given_names and words.is_name(article, first + 1)
    if (
        not named
        and (not words.is_role(head) or _is_named_foundation(article, words, first))
        and (
            words.is_organisation(head)
            or words.is_place(head)
            or words.in_list(head, lexicon.documents)
            or words.in_list(head, lexicon.states)
            or words.in_list(head, lexicon.quantifiers)
        )
    ):
        return first, first
    if _is_kin(article, words, first, last):
        return first, first
    if titled is not None:
        return titled
    if not _is_head(article, words, first):
        if _is_nationality(article, words, first, last):
            first += 1
        elif (
            article.folded(first + 1).removeprefix("ال") in DIRECTIONS
            and words.is_adjective(article, first)
            and _is_nationality(article, words, first + 1, last)
        ):
            # الكوري الجنوبي تشونج مونج جون
            first += 2
        end = first
        if (
            not has_article(article.folded(first))
            and (
                "p" not in words.info(article, first).numbers
                # ساديو ماني
                or words.info(article, first).classes == {"adjective"}
            )
            and _is_unknown_name(article, words, first + 1)
        ):
            # مينا أندريفا: a noun before a word that no dictionary has is a foreign name.
            end = first + 1
        while end < last and _continues_name(article, words, first, end, last):
            end += 1
        if end == first + 1 and article.folded(first) in words.lexicon.name_particles:
            end = last
        if is_odd_name(article, words, first, last):
            end = last
        return (first, end) if _is_person(article, words, first, end) else (first, first)
    best = (first, first)
    # An indefinite noun is completed by the next one: in محافظ عدن, قائد شرطة ولاية يوبي the last
    # word is the field of the office, and no name.
    incomplete = not _is_complete(article, words, first)
    index = first + 1
    while index < last:
        if index in article.opening:
            inside = article.quotation_tokens(article.opening[index])
            if _is_person_in_marks(article, words, first, index, inside):
                return inside
            # Any other name in marks is that of the organisation before it.
            incomplete = False
            index = article.after_quotation(article.opening[index])
        elif article.tokens[index].text == "(":
            incomplete = False
            while index < last and article.tokens[index].text != ")":
                index += 1
        elif article.tokens[index].kind == "mark":
            incomplete = incomplete and article.tokens[index].text == "."
            if article.tokens[index].text in COMMAS and _is_apposed(article, words, index, last):
                return index + 1, last
            index += 1
        elif _has_father(article, words, index, last) or _is_servant(article, words, index, last):
            # عبد الملك are two words.
            end = index + 1 + _is_servant(article, words, index, last)
            while end < last and _continues_name(article, words, index, end, last):
                end += 1
            return index, end
        elif _is_surname_after_title(article, words, index):
            best = (index, last)
            break
        elif (
            _is_head(article, words, index) or article.folded(index) in PREPOSITIONS_WITH_PRONOUN
        ) or (
            not words.is_name_in_phrase(article, index)
            and (incomplete or not _must_be_name(article, words, index))
        ):
            incomplete = not _is_complete(article, words, index)
            index += 1
        elif (
            incomplete
            or _is_field(article, words, index)
            or article.folded(index) in TERMS_OF_OFFICE
        ):
            # في مدينة أريحا: a place has its name behind it.
            incomplete = article.folded(index) in lexicon.places
            index += 1
        elif _is_behind_clitic(article, words, index):
            # بمدينة عدن: what stands behind ب may have to be completed, too.
            incomplete = not _is_complete(article, words, index) and words.is_place(
                article.folded(index)
            )
            index += 1
        elif article.folded(index) in ("بن", "باسم"):
            incomplete = True
            index += 1
        else:
            end = index + 1
            while end < last and _continues_name(article, words, index, end, last):
                end += 1
            if end - index >= best[1] - best[0]:
                best = (index, end)
            index = end
    return _with_given_name(article, words, first, best)


def _with_given_name(
    article: Article, words: Words, first: int, found: tuple[int, int]
) -> tuple[int, int]:
    """The name with the word before it, where that completes no office: الباحثة | سمينا أحمد.

    Behind what is definite, or in marks, no indefinite noun goes on with the office.
    """
    start, end = found
    given = start - 1
    if not start < end <= start + 1 or given <= first:
        return found
    token, before = article.tokens[given], article.tokens[given - 1]
    if (
        token.kind == "word"
        and (before.facts.has_article or given - 1 in article.closing)
        and not token.facts.has_article
        and not token.facts.is_function_word
        and not (token.facts.is_head and token.folded not in words.lexicon.given_names)
        and not token.facts.has_proclitic
        and not token.facts.is_place
        and not token.folded.startswith("و")
        and token.folded not in words.lexicon.name_particles
    ):
        return given, end
    return found


def _is_named_foundation(article: Article, words: Words, first: int) -> bool:
    """Whether a name follows at once, and no thing that anybody could have founded: مؤسسة سالم."""
    return _is_after_foundation(article, words, first + 1) and (
        article.folded(first + 1) in words.lexicon.given_names
    )


def _may_be_governed(article: Article, words: Words, index: int) -> bool:
    """Whether ل or ب may be written onto the word: لسوق الأسهم."""
    folded = article.folded(index)
    return folded[:1] in ("ل", "ب") and any(
        folded[0] in reading.proclitics for reading in words.info(article, index).readings
    )


def _has_father(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a word can only be a given name, since "son of" follows: فالح بن راجس."""
    folded = article.folded(index)
    return (
        index + 2 < last
        and article.folded(index + 1) in ("بن", "بنت")
        and not has_article(folded)
        and not words.is_title(folded)
        and not _is_after_foundation(article, words, index)
    )


def _is_servant(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a given name of two words begins: عبد الملك; not the name of a body before it."""
    before = article.folded(index - 1)
    return (
        index + 1 < last
        and article.folded(index) == "عبد"
        and has_article(article.folded(index + 1))
        and (has_article(before) or not (words.is_organisation(before) or words.is_place(before)))
        and before not in words.lexicon.given_names
    )


def _is_after_foundation(article: Article, words: Words, index: int) -> bool:
    """Whether a name is that of the body before it: مؤسسة سالم بن محفوظ, "a foundation" here."""
    before = article.folded(index - 1) if index else ""
    return words.is_organisation(before) and words.is_role(before) and not has_article(before)


def _is_apposed(article: Article, words: Words, comma: int, last: int) -> bool:
    """Whether all behind a comma is a name: الرئيس التنفيذي لشركة آبل، تيم كوك."""
    return comma + 1 < last <= comma + 1 + _LONGEST_APPOSED and not any(
        not article.tokens[index].is_word
        or words.is_head(article.folded(index))
        or (index == comma + 1 and has_article(article.folded(index)))
        or words.is_preposition(article, index)
        or (
            words.info(article, index).classes == {"adjective"}
            and not has_article(article.folded(comma - 1))
        )
        for index in range(comma + 1, last)
    )


def _is_kin(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether somebody is named by whose relative he is: والد فلان "so-and-so's father"."""
    if article.folded(first) == "ابن" and not has_article(article.folded(first + 1)):
        # ابن ريحان is how the press shortens سعيد بن ريحان.
        return False
    return last > first + 1 and article.folded(first) in words.lexicon.kin


def _behind_title(article: Article, words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The name behind a title such as الدكتور "Dr", which nothing else can follow.

    Not where the title belongs to the name of a body: مركز الملك سلمان.
    """
    for index in range(first, last - 1):
        if not _is_title(article, words, index, first):
            continue
        if index > first and _describes_office(article, words, index):
            continue
        start = index + 1
        while start < last and (
            article.tokens[start].text in "./"
            or article.folded(start) in BRANCHES_OF_SERVICE
            or _is_title(article, words, start, first)
        ):
            start += 1
        if start >= last or not article.tokens[start].is_word:
            return None
        if index > first and _heads_body(article, words, index - 1):
            continue
        if has_article(article.folded(start)) or _is_head(article, words, start):
            continue
        if article.folded(start) == "باسم" or (
            index > first and _may_be_governed(article, words, start)
        ):
            # المتحدث الإعلامي باسم "the spokesman for", فلان المحلل لسوق الأسهم
            continue
        if words.is_preposition(article, start):
            continue
        end = start + 1
        while end < last and _continues_name(article, words, start, end, last):
            end += 1
        return start, end
    return None


def _describes_office(article: Article, words: Words, index: int) -> bool:
    """Whether a title is the adjective of an office: الناطق الإعلامي "the media spokesman"."""
    return (
        words.is_role(article.folded(index - 1))
        and has_article(article.folded(index - 1))
        and "adjective" in words.info(article, index).classes
    )


def _is_title(article: Article, words: Words, index: int, first: int) -> bool:
    """Whether a word is a title that a name follows at once: الشيخ, د., or one that opens all."""
    folded = article.folded(index)
    if index > 0 and article.folded(index - 1) in words.lexicon.name_particles:
        # إسماعيل ولد الشيخ أحمد: part of the name.
        return False
    if index > first and article.folded(index - 1) in BEFORE_BODIES:
        # المشرف على الفريق, ضابط في لواء: a team and a brigade, no ranks.
        return False
    bare = folded.removeprefix("و").removeprefix("ال")
    if article.tokens[index].text.startswith("إ"):
        # إد Ed is no أ. د. "Professor Dr"
        return False
    if (
        bare == folded
        and (
            words.info(article, index).classes == {"proper"} or folded in words.lexicon.given_names
        )
        and has_article(article.folded(index + 1))
        and words.is_name(article, index + 1)
    ):
        # سيد الجابري: the title has the article; the given name has not.
        return False
    return bare in words.lexicon.titles and (
        has_article(folded) or len(bare) <= _LONGEST_ABBREVIATION or bare in _HONORIFICS
    )


def _heads_body(article: Article, words: Words, index: int) -> bool:
    folded = article.folded(index)
    return not words.is_role(folded) and (words.is_organisation(folded) or words.is_place(folded))


def is_odd_name(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a phrase of common nouns is a foreign name that the dictionary misreads: جاي باريك.

    Two indefinite nouns name nobody unless the first is an office or a kind of person.
    """
    return 2 <= last - first <= _LONGEST_ODD_NAME and not any(
        not article.tokens[index].is_word
        or has_article(article.folded(index))
        or words.is_head(article.folded(index))
        or words.in_list(article.folded(index), words.lexicon.quantifiers)
        or words.info(article, index).classes == {"adjective"}
        or any(reading.enclitic for reading in words.info(article, index).readings)
        for index in range(first, last)
    )


def _is_nationality(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether what somebody is stands before a name: الإسباني بيب غوارديولا, الرسامة هدى."""
    return (
        index + 1 < last
        and article.folded(index).startswith("ال")
        and (
            "adjective" in words.info(article, index).classes
            or (
                article.folded(index + 1) in words.lexicon.given_names
                and words.info(article, index).numbers == {"s"}
            )
        )
        and not has_article(article.folded(index + 1))
        and words.is_name(article, index + 1)
    )


def _is_person_in_marks(
    article: Article, words: Words, first: int, opening: int, inside: tuple[int, int]
) -> bool:
    """Whether marks stand around the name of who holds the office: مدير المكتب «فلان الفلاني»."""
    before = article.folded(opening - 1)
    if words.is_title(before) and inside[1] == inside[0] + 1:
        # الدكتور «اليامي»
        return article.is_surname(article.folded(inside[0]))
    return (
        words.is_role(article.folded(first))
        and inside[1] - inside[0] > 1
        and not words.is_organisation(before)
        and not words.is_place(before)
        and all(
            (words.is_name(article, index) and not words.is_head(article.folded(index)))
            or (index > inside[0] and has_article(article.folded(index)))
            for index in range(*inside)
        )
    )


def _is_surname_after_title(article: Article, words: Words, index: int) -> bool:
    """Whether a surname with the article stands behind a title: الدكتور البار, د. الشعيبي."""
    before = index - 1
    if article.tokens[before].text == ".":
        before -= 1
    folded, title = article.folded(index), article.folded(before)
    if not folded.startswith("ال") or words.is_head(folded):
        return False
    if article.folded(before - 1) in BEFORE_BODIES:
        return False
    if index + 1 < len(article.tokens) and words.is_head(article.folded(index + 1)):
        # السمو الملكي الأمير: the title goes on.
        return False
    if words.in_list(title, words.lexicon.titles) and not words.in_list(title, words.lexicon.roles):
        following = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
        ends = following is None or not following.is_word or following.folded in COMPLEMENTIZERS
        return ends or words.info(article, index).classes != {"noun"}
    return (
        words.is_role(title)
        and title.startswith("ال")
        and (article.is_surname(folded) or not words.info(article, index).readings)
    )


def _must_be_name(article: Article, words: Words, index: int) -> bool:
    """Whether a word that looks like a common noun can only be a name where it stands.

    No indefinite noun goes on with a phrase that its article has completed.
    """
    folded, before = article.folded(index), article.folded(index - 1)
    return (
        before.startswith(("ال", "لل", "بال"))
        and not words.in_list(folded, EMPHATICS)
        and folded not in DIRECTIONS
        and not folded.startswith(("ال", "لل", "بال", "و"))
        and folded not in PREPOSITIONS
        and article.tokens[index].kind == "word"
        and not any(reading.proclitics for reading in words.info(article, index).readings)
        and words.info(article, index).classes != {"adjective"}
    )


def _is_complete(article: Article, words: Words, index: int) -> bool:
    """Whether a noun needs no other to complete it: it is definite, a title or an adjective."""
    folded = article.folded(index)
    if folded.startswith(("ال", "وال", "لل", "بال")):
        return True
    if (
        folded in words.lexicon.titles
        and folded not in words.lexicon.roles
        and article.folded(index - 1) not in BEFORE_BODIES
    ):
        return True
    if folded in words.lexicon.places or folded in words.lexicon.organisations:
        # مدينة "city" is also "his debtor".
        return False
    info = words.info(article, index)
    return info.classes == {"adjective"} or any(r.enclitic for r in info.readings)


def _is_behind_clitic(article: Article, words: Words, index: int) -> bool:
    """Whether ب or ل is written onto a word: محكمة الاستئناف بسوسة "the court in Sousse"."""
    folded = article.folded(index)
    if folded[0] not in "بل":
        return False
    return folded[1:] in article.vocabulary or article.tokens[index].facts.has_proclitic


def _is_person(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a run of name words can be a person's name."""
    return last > first and (
        article.folded(first) not in words.lexicon.countries
        or _is_unknown_name(article, words, first + 1)
    )


def _is_field(article: Article, words: Words, index: int) -> bool:
    """Whether the name belongs to a place or an organisation before it: ولاية يوبي."""
    folded = article.folded(index)
    if folded in words.lexicon.countries:
        # جورجيا ميلوني: a country's name may be a given name.
        return not _is_unknown_name(article, words, index + 1)
    return folded.startswith(("ال", "لل", "بال", "وال"))


def _is_unknown_name(article: Article, words: Words, index: int) -> bool:
    return (
        index < len(article.tokens)
        and article.tokens[index].kind == "word"
        and not words.info(article, index).readings
        and not article.folded(index).startswith("ال")
    )


def _continues_name(article: Article, words: Words, first: int, index: int, last: int) -> bool:
    token = article.tokens[index]
    if token.kind == "mark":
        return token.text in _MARKS_IN_NAMES and index > first
    if token.kind == "number":
        return False
    if (
        index - first >= 2
        and token.folded in words.lexicon.given_names
        and article.folded(index - 1).startswith("ال")
        and article.folded(index - 1).endswith("ي")
        and article.folded(index + 1).startswith("ال")
    ):
        # رئيس الوزراء حيدر العبادي | سعد الحديثي: the next person's name
        return False
    if index == first:
        return token.folded not in PREPOSITIONS_WITH_PRONOUN and words.is_name_in_phrase(
            article, index
        )
    if token.folded in words.lexicon.name_particles or article.folded(index - 1) in ("بن", "بنت"):
        return True
    if token.folded in PREPOSITIONS_WITH_PRONOUN:
        return False
    if _is_head(article, words, index) and not _is_surname_before_office(article, words, index):
        return False
    if token.folded.startswith("ال"):
        return True
    info = words.info(article, index)
    if (
        info.readings
        and "proper" not in info.classes
        and index - first > 1
        and article.folded(index - 1) not in words.lexicon.name_particles
        and index + 1 < last
    ):
        return False
    lexicon = words.lexicon
    if words.is_preposition(article, index):
        return False
    if token.folded in lexicon.adverbs or token.folded in lexicon.adverbial_heads:
        return False
    if token.folded in lexicon.places:
        # غربي "western" is a name, too, where a surname follows.
        return index + 1 < len(article.tokens) and words.is_name(article, index + 1)
    # باركي Barkey looks like ب with a noun; the noun without ب would have to stand in the text.
    return not token.facts.has_proclitic or (
        token.folded[0] != "و" and token.folded[1:] not in article.vocabulary
    )


def _is_head(article: Article, words: Words, index: int) -> bool:
    """Whether a word is an office here and no given name, as سلطان is in سلطان بن سلمان."""
    folded = article.folded(index)
    if len(folded) <= _LONGEST_ABBREVIATION and article.tokens[index].text.startswith("إ"):
        # إد Ed
        return False
    if folded.startswith("ف") and folded not in words.lexicon.roles:
        # عوديد فرايد: no ف joins two nouns, though رائد is a rank.
        return False
    return (
        words.is_head(folded)
        and not _is_given_name_behind_office(article, words, index)
        and not _is_surname_behind_office(article, words, index)
        and article.folded(index + 1) not in ("بن", "بنت", "ال")
        and article.folded(index - 1) not in ("بن", "بنت", "ال", "ابو", "ولد")
        and not (words.is_name(article, index - 1) and _precedes_surname(article, words, index))
        and not (words.is_name(article, index - 1) and _lacks_complement(article, index))
    )


def _is_given_name_behind_office(article: Article, words: Words, index: int) -> bool:
    """Whether a given name that is also an office or body stands behind what is complete.

    الخبير الاقتصادي هلال حناوي, الدكتور مساعد الأحمد; but not الوزير مساعد المدير.
    """
    before, following = article.folded(index - 1), article.folded(index + 1)
    if index == 0 or article.folded(index) not in words.lexicon.given_names:
        return False
    if words.is_title(before):
        return not words.is_head(following)
    return has_article(before) and not has_article(following) and words.is_name(article, index + 1)


def _is_surname_behind_office(article: Article, words: Words, index: int) -> bool:
    """Whether an office is the surname: المتحدث باسم الوزارة مصعب المدرس.

    The office has been told, only a given name stands between, and nothing goes on with it.
    """
    following = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
    given = index - 1
    if article.folded(given) in SECOND_HALVES:
        # نور الدين البابا
        given -= 1
    return (
        given > 0
        and has_article(article.folded(index))
        and article.folded(given) in words.lexicon.given_names
        and (
            has_article(article.folded(given - 1))
            # أمين منطقة عسير صالح القاضي
            or words.is_place(article.folded(given - 2))
            # وقال فاروق الخطيب إن
            or article.tokens[given - 1].facts.is_verb
            or article.tokens[given - 1].facts.is_function_word
        )
        and (
            words.is_title(article.folded(given - 1))
            or following is None
            or not following.is_word
            or following.facts.is_function_word
            or following.facts.is_verb
        )
    )


def _is_surname_before_office(article: Article, words: Words, index: int) -> bool:
    """Whether an office that is also a given name belongs to the name: مونيكا مالك كبيرة الخبراء.

    What is the office of something has that behind it, and no other office or name (إياد أمين
    مدني); أمين عام has an adjective.
    """
    if article.folded(index) not in words.lexicon.given_names:
        return False
    following = index + 1
    if following >= len(article.tokens) or not article.tokens[following].is_word:
        return True
    if has_article(article.folded(following)):
        return False
    folded = article.folded(following)
    return folded not in RANKS_OF_OFFICE and (
        words.is_role(folded) or folded in CHIEFS or words.is_name(article, following)
    )


def _lacks_complement(article: Article, index: int) -> bool:
    """Whether an indefinite office stands without what it is the office of: it is a surname."""
    folded = article.folded(index)
    following = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
    return not folded.startswith(("ال", "و")) and (
        following is None or following.kind == "mark" or following.facts.is_function_word
    )


def _precedes_surname(article: Article, words: Words, index: int) -> bool:
    """Whether a surname follows, so that مساعد is a given name: خالد مساعد السهلي."""
    following = article.folded(index + 1)
    if article.folded(index).startswith("ال"):
        return False
    if not following.startswith("ال") or not article.tokens[index + 1].is_word:
        return False
    classes = words.info(article, index + 1).classes
    return not classes or (following.endswith("ي") and "adjective" in classes)

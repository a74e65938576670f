"""What a mention says of its speaker: name, office, and what kind of speaker it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from unicodedata import normalize

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    COMPLEMENTIZERS,
    EMPHATICS,
    JOINING_PARTICLES,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    SAME,
    has_article,
)
from quotes.extraction.words import Words
from quotes.model import Span, SpeakerKind

_LONGEST_ODD_NAME = 3
# A word has such an alif at its beginning, or behind a clitic.
_HAMZATED = "أإآ"
_LOOSE_MARKS = frozenset("،,./-")
_MARKS_IN_NAMES = frozenset(".'’-")


@dataclass(frozen=True, slots=True)
class Naming:
    """A noun phrase taken apart.

    ``name`` is the proper name as printed ("" where there is none), ``words`` its folded words;
    ``office`` the rest as printed; ``office_words`` the folded words of the office without
    article and clitics; ``head`` the first of these; ``byname`` the folded words of a name in
    brackets behind it: محمود عباس (أبو مازن).
    """

    text: str
    name: str
    words: tuple[str, ...]
    office: str
    office_words: frozenset[str]
    head: str
    kind: SpeakerKind
    first: int
    last: int
    byname: tuple[str, ...] = ()

    def says_as(self, other: Naming) -> bool:
        """Whether another naming, elsewhere in the text, says the same."""
        return self == replace(other, first=self.first, last=self.last)

    @property
    def is_named(self) -> bool:
        """Whether it holds a person's proper name."""
        return bool(self.words)


def read_naming(article: Article, words: Words, first: int, last: int) -> Naming:
    """Take the noun phrase of tokens ``[first, last)`` apart."""
    first, last = inside_marks(article, first, last)
    if last - first > 1 and words.in_list(article.folded(last - 1), EMPHATICS):
        # المصدر نفسه "the same source".
        last -= 1
    elif last - first > 1 and article.folded(first) in SAME:
        # ذات المصدر, too.
        first += 1
    span = naming_span(article, words, first, last)
    folded_head = article.folded(first)
    if _is_joint(article, words, first, last):
        return Naming(
            span.text, "", (), span.text, frozenset({span.text}), span.text, "group", first, last
        )
    name_first, name_last = _name_range(article, words, first, last)
    while name_last > name_first and (
        article.folded(name_last - 1) in JOINING_PARTICLES
        or article.tokens[name_last - 1].kind == "mark"
    ):
        name_last -= 1
    has_name = name_last > name_first
    name = article.span(name_first, name_last).text if has_name else ""
    name_words = tuple(
        _plain(article.folded(index))
        for index in range(name_first, name_last)
        if article.tokens[index].is_word
    )
    office_tokens = [
        index
        for index in range(first, last)
        if not name_first <= index < name_last and article.tokens[index].is_word
    ]
    office = _office_text(article, words, first, last, name_first, name_last)
    office_words = frozenset(_base(article.folded(index)) for index in office_tokens)
    state = words.in_list(folded_head, words.lexicon.states) and folded_head.startswith("ال")
    if not has_name and (state or words.in_list(folded_head, words.lexicon.countries)):
        end = first + 1
        while end < last and "adjective" in words.info(article, end).classes:
            end += 1
        span = naming_span(article, words, first, end)
    text = span.text
    if text.startswith("ل") and article.text[span.start - 1] == "ل":
        # للوزارة "to the ministry" is الوزارة with ل.
        text = "ا" + text
    return Naming(
        text=text,
        name=name,
        words=name_words,
        office=office,
        office_words=office_words,
        head=_base(folded_head),
        kind=_kind(words, folded_head, has_name),
        first=first,
        last=last,
        byname=_byname(article, first, last),
    )


def _byname(article: Article, first: int, last: int) -> tuple[str, ...]:
    opening = next((n for n in range(first, last) if article.tokens[n].text == "("), last)
    return tuple(
        article.folded(index) for index in range(opening + 1, last) if article.tokens[index].is_word
    )


def naming_span(article: Article, words: Words, first: int, last: int) -> Span:
    """The phrase without the و or ل that is written onto its first word."""
    span = article.span(first, last)
    folded = article.folded(first)
    if not folded or folded[0] not in "وفلب" or len(folded) < 4:
        return span
    if folded in words.lexicon.roles or folded in words.lexicon.titles:
        # والد "father" begins with its own و.
        return span
    attached = folded.startswith(("وال", "فال", "لل")) or _begins_behind_clitic(span.text)
    if not attached:
        readings = words.info(article, first).readings
        attached = (
            all(folded[0] in reading.proclitics for reading in readings)
            if readings
            else folded[1:] in article.vocabulary
        )
    if not attached:
        return span
    return article.slice(span.start + 1, span.end)


def _begins_behind_clitic(text: str) -> bool:
    """Whether the second letter is an alif with hamza, which only begins words: وأحد."""
    return normalize("NFC", text[1:3])[:1] in _HAMZATED


def single(article: Article, words: Words, first: int, last: int) -> int:
    """The end of the first of the speakers that و joins in tokens ``[first, last)``."""
    return next(
        (end for end in range(first + 1, last) if _is_joint(article, words, first, end + 1)), last
    )


def _is_joint(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether و joins two speakers: بلينكن وروته, وزير الخارجية ... والأمين العام."""
    named = words.is_name(article, first) and not words.is_head(article.folded(first))
    lexicon = words.lexicon
    state = words.in_list(article.folded(first), lexicon.countries | lexicon.states)
    for index in range(first + 1, last):
        folded = article.folded(index)
        if state and (folded[1:] in lexicon.countries | lexicon.states | lexicon.organisations):
            return True
        if not folded.startswith("و") or article.tokens[index].kind != "word":
            continue
        rest = folded[1:]
        if folded in words.lexicon.roles or folded in words.lexicon.titles:
            continue
        if words.is_role(rest) or words.is_title(rest):
            if words.is_role(article.folded(first)):
                return True
            if named and not _holds_both(article, words, first, index, last):
                return True
        elif named and index - first <= 3 and not words.info(article, index).readings:
            return True
    return False


def _holds_both(article: Article, words: Words, first: int, joint: int, last: int) -> bool:
    """Whether one named person has both offices: فلان عضو المجلس ورئيس اللجنة.

    The first office stands behind the name, and no second name behind the second.
    """
    return any(words.is_role(article.folded(n)) for n in range(first + 1, joint)) and not (
        read_naming(article, words, joint, last).is_named
    )


def inside_marks(article: Article, first: int, last: int) -> tuple[int, int]:
    """Without quotation marks or brackets that stand around the whole phrase."""
    if first in article.opening and article.after_quotation(article.opening[first]) == last:
        return article.quotation_tokens(article.opening[first])
    if article.tokens[first].text == "(" and article.tokens[last - 1].text == ")":
        return first + 1, last - 1
    return first, last


def _name_range(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The tokens of the proper name within the phrase; an empty range where it has none."""
    head, lexicon = article.folded(first), words.lexicon
    if not words.is_role(head) and any(
        words.in_list(head, heads)
        for heads in (
            lexicon.organisations,
            lexicon.places,
            lexicon.documents,
            lexicon.states,
            lexicon.quantifiers,
        )
    ):
        return first, first
    if not _is_head(article, words, first):
        if _is_nationality(article, words, first, last):
            first += 1
        end = first
        while end < last and _continues_name(article, words, first, end):
            end += 1
        if end == first + 1 and article.folded(first) in words.lexicon.name_particles:
            end = last
        if _is_odd_name(article, words, first, last):
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
            index += 1
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
        elif incomplete or _is_field(article, words, index):
            incomplete = False
            index += 1
        elif article.folded(index)[0] in "بل" and article.folded(index)[1:] in article.vocabulary:
            index += 1
        elif article.folded(index) in ("بن", "باسم"):
            incomplete = True
            index += 1
        else:
            end = index + 1
            while end < last and _continues_name(article, words, index, end):
                end += 1
            if end - index >= best[1] - best[0]:
                best = (index, end)
            index = end
    return best


def _is_odd_name(article: Article, words: Words, first: int, last: int) -> bool:
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
    """Whether a definite adjective stands before a name: الإسباني بيب غوارديولا."""
    return (
        index + 1 < last
        and article.folded(index).startswith("ال")
        and "adjective" in words.info(article, index).classes
        and not has_article(article.folded(index + 1))
        and words.is_name(article, index + 1)
    )


def _is_person_in_marks(
    article: Article, words: Words, first: int, opening: int, inside: tuple[int, int]
) -> bool:
    """Whether marks stand around the name of who holds the office: مدير المكتب «فلان الفلاني»."""
    before = article.folded(opening - 1)
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
    if index + 1 < len(article.tokens) and words.is_head(article.folded(index + 1)):
        # السمو الملكي الأمير: the title goes on.
        return False
    if words.in_list(title, words.lexicon.titles) and not words.in_list(title, words.lexicon.roles):
        following = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
        ends = following is None or not following.is_word or following.folded in COMPLEMENTIZERS
        return ends or words.info(article, index).classes != {"noun"}
    return (
        words.is_role(title) and title.startswith("ال") and not words.info(article, index).readings
    )


def _must_be_name(article: Article, words: Words, index: int) -> bool:
    """Whether a word that looks like a common noun can only be a name where it stands.

    No indefinite noun goes on with a phrase that its article has completed.
    """
    folded, before = article.folded(index), article.folded(index - 1)
    return (
        before.startswith(("ال", "لل", "بال"))
        and not words.in_list(folded, EMPHATICS)
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
    if folded in words.lexicon.titles and folded not in words.lexicon.roles:
        return True
    info = words.info(article, index)
    return info.classes == {"adjective"} or any(r.enclitic for r in info.readings)


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
    return folded.startswith(("ال", "لل", "بال"))


def _is_unknown_name(article: Article, words: Words, index: int) -> bool:
    return (
        index < len(article.tokens)
        and article.tokens[index].kind == "word"
        and not words.info(article, index).readings
        and not article.folded(index).startswith("ال")
    )


def _continues_name(article: Article, words: Words, first: int, index: int) -> bool:
    token = article.tokens[index]
    if token.kind == "mark":
        return token.text in _MARKS_IN_NAMES and index > first
    if token.kind == "number":
        return False
    if index == first:
        return token.folded not in PREPOSITIONS_WITH_PRONOUN and words.is_name_in_phrase(
            article, index
        )
    if token.folded in words.lexicon.name_particles:
        return True
    if token.folded in PREPOSITIONS_WITH_PRONOUN:
        return False
    if _is_head(article, words, index):
        return False
    if token.folded.startswith("ال"):
        return True
    info = words.info(article, index)
    if (
        info.readings
        and "proper" not in info.classes
        and index - first > 1
        and article.folded(index - 1) not in words.lexicon.name_particles
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
    clitic = bool(info.readings) and all(reading.proclitics for reading in info.readings)
    return not clitic or (token.folded[0] != "و" and token.folded[1:] not in article.vocabulary)


def _is_head(article: Article, words: Words, index: int) -> bool:
    """Whether a word is an office here and no given name, as سلطان is in سلطان بن سلمان."""
    folded = article.folded(index)
    return (
        words.is_head(folded)
        and article.folded(index + 1) not in ("بن", "بنت", "ال")
        and article.folded(index - 1) not in ("بن", "بنت", "ال", "ابو")
        and not (words.is_name(article, index - 1) and _precedes_surname(article, words, index))
        and not (words.is_name(article, index - 1) and _lacks_complement(article, index))
    )


def _lacks_complement(article: Article, index: int) -> bool:
    """Whether an indefinite office stands without what it is the office of: it is a surname."""
    folded = article.folded(index)
    following = article.tokens[index + 1] if index + 1 < len(article.tokens) else None
    return not folded.startswith(("ال", "و")) and (
        following is None or following.kind == "mark" or following.folded in PREPOSITIONS
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


def _office_text(
    article: Article, words: Words, first: int, last: int, name_first: int, name_last: int
) -> str:
    """The office as printed: what stands before the name, else what stands behind it."""
    if name_last <= name_first:
        return article.span(first, last).text
    start, end = first, name_first
    while end > start and (
        words.is_title(article.folded(end - 1)) or article.tokens[end - 1].text in _LOOSE_MARKS
    ):
        end -= 1
    if end > start and any(words.is_role(article.folded(n)) for n in range(start, end)):
        return naming_span(article, words, start, end).text
    start = name_last
    while start < last and article.tokens[start].kind == "mark":
        start += 1
    return article.span(start, last).text if start < last else ""


def _kind(words: Words, head: str, has_name: bool) -> SpeakerKind:
    lexicon = words.lexicon
    if has_name:
        return "person"
    if words.in_list(head, lexicon.countries) or words.in_list(head, lexicon.states):
        return "state"
    if words.in_list(head, lexicon.documents):
        return "document"
    if words.in_list(head, lexicon.organisations):
        return "organisation"
    if words.in_list(head, lexicon.roles) and head.startswith("ال"):
        return "person"
    if words.in_list(head, lexicon.unnamed):
        return "unnamed"
    if words.in_list(head, lexicon.roles) or words.in_list(head, lexicon.titles):
        return "person"
    return "group"


def _plain(folded: str) -> str:
    return folded.replace("ـ", "")


def _base(folded: str) -> str:
    """The word without conjunction, preposition and article."""
    if folded.startswith("وال") and len(folded) > 5:
        folded = folded[1:]
    if folded.startswith("لل") and len(folded) > 4:
        return folded[2:]
    if folded.startswith("بال") and len(folded) > 5:
        return folded[3:]
    if folded.startswith("ال") and len(folded) > 4:
        return folded[2:]
    return folded

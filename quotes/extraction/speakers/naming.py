"""What a mention says of its speaker: name, office, and what kind of speaker it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quotes.extraction.names.finder import is_name_of_another, name_range
from quotes.extraction.names.name_starts import start_before_family_name
from quotes.extraction.names.titled_names import is_branch_of_service
from quotes.extraction.noun_phrases.described_nouns import is_described
from quotes.extraction.speakers.joint_speakers import is_joint
from quotes.extraction.speakers.printed_namings import (
    inside_marks,
    is_accusative,
    name_without_clitic,
    naming_span,
    printed_naming,
    without_accusative,
)
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article, without_article
from quotes.extraction.text.grammar import (
    EMPHATICS,
    HONORIFICS,
    IN,
    JOINING_PARTICLES,
    KNOWN_BY_ONE_NAME,
    MENTIONED,
    MILITARY_RANKS,
    REGIONS,
    SAME,
    SON_OF,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.words import Words
from quotes.model import Span, SpeakerKind

_LOOSE_MARKS = INNER_COMMAS | frozenset("./-")


@dataclass(slots=True)
class Naming:
    """A noun phrase taken apart.

    ``name`` is the proper name as printed ("" where there is none), ``words`` its folded words;
    ``office`` the rest as printed; ``office_words`` the folded words of the office without
    article and clitics; ``head`` the first of these; ``governed`` those that only say whom one who
    is named serves: نائب الوزير "the minister's deputy"; ``byname`` the folded words of a name in
    brackets behind it: محمود عباس (أبو مازن) "Mahmoud Abbas (Abu Mazen)"; ``titled`` the name with
    the title that is printed with it everywhere: العميد فلان "Brigadier So-and-so".
    """

    text: str
    name: str
    words: tuple[str, ...]
    office: str
    office_words: frozenset[str]
    governed: frozenset[str]
    head: str
    kind: SpeakerKind
    first: int
    last: int
    byname: tuple[str, ...] = ()
    titled: str = ""

    def says_as(self, other: Naming) -> bool:
        """Whether another naming, elsewhere in the text, says the same."""
        return self == replace(other, first=self.first, last=self.last)

    @property
    def is_named(self) -> bool:
        """Whether it holds a person's proper name."""
        return bool(self.words)

    @property
    def has_full_name(self) -> bool:
        """Whether the name has two words or more, as a given name and a surname."""
        return len(self.words) > 1


def read_naming(article: Article, words: Words, first: int, last: int) -> Naming:
    """Take the noun phrase of tokens ``[first, last)`` apart."""
    first, last = _without_emphatics(article, words, *inside_marks(article, first, last))
    first = _past_honorific(article, words, first, last)
    span = naming_span(article, words, first, last)
    if is_joint(article, words, first, last):
        return Naming(
            text=span.text,
            name="",
            words=(),
            office=span.text,
            office_words=frozenset({span.text}),
            governed=frozenset(),
            head=span.text,
            kind="group",
            first=first,
            last=last,
        )
    name_first, name_last = _name_range(article, words, first, last)
    name, name_words = _name(article, name_first, name_last)
    if name_first == first and span.start > article.starts[first]:
        clitic = span.start - article.starts[first]
        name, name_words = name_without_clitic(article, first, clitic, name, name_words)
    head = article.folded(first)
    if article.text[article.starts[first]] == "و" and span.start > article.starts[first]:
        # ووزير الطاقة: and the minister of energy
        head = head[1:]
    elif not name and is_accusative(article, first, last):
        head = head[:-1]
    if not name and _is_state(words, article.folded(first)):
        span = _span_of_state(article, words, first, last)
    return Naming(
        text=printed_naming(article, words, span, first, last),
        name=name,
        words=name_words,
        office=_office_text(article, words, first, last, name_first, name_last),
        office_words=frozenset(
            _office_word(article, words, index) if index > first else without_article(head)
            for index in (*range(first, name_first), *range(name_last, last))
            if article.tokens[index].is_word
            and not words.is_preposition(article, index)
            # شرطة المنطقة الشرقية is شرطة الشرقية "the police of the Eastern (Province)"
            and (index == first or article.folded(index) not in REGIONS)
        ),
        governed=frozenset(
            without_article(article.folded(index))
            for index in range(first + 1, last)
            if is_governed(article, words, index)
        ),
        head=without_article(head),
        kind=_kind(words, head, bool(name)),
        first=first,
        last=last,
        byname=_byname(article, first, last, name_last if name else -1),
        titled=_titled(article, words, first, name_first, name_last) if name else "",
    )


def _past_honorific(article: Article, words: Words, first: int, last: int) -> int:
    """The office behind a title of courtesy: معالي | وزير الصحة "His Excellency the minister".

    فخامة الرئيس "His Excellency the president" is told by both words.
    """
    honoured = last > first + 2 and article.folded(first) in HONORIFICS
    return first + (honoured and words.is_role(article.folded(first + 1)))


def _office_word(article: Article, words: Words, index: int) -> str:
    """A word behind the first of an office without what is written onto it: والري, بإمارة, لفريق.

    "and irrigation", "in the emirate", "of the team"; but who manages something بتعليم ينبع "at the
    education of Yanbu" does not manage its education.
    """
    folded = article.folded(index)
    if article.folded(index - 1) in IN and words.is_organisation(folded):
        # في أمانة المنطقة is بأمانة المنطقة "in the municipality of the region".
        return "ب" + folded
    if folded.startswith("وال") or (
        not folded.startswith("لل")
        and (folded[0] == "ل" or folded[1:] in words.lexicon.places)
        and is_attached_preposition(article, index, words)
    ):
        folded = folded[1:]
    return without_article(folded)


def is_governed(article: Article, words: Words, index: int) -> bool:
    """Whether an office with the article only says whom another serves: نائب | الوزير.

    "the minister's | deputy"
    """
    before = article.folded(index - 1)
    return (
        article.tokens[index].facts.has_article
        and words.is_role(before)
        and not has_article(before)
        # فهد بن مساعد الرئيس العام: Fahd bin Musaed, the president general
        and article.folded(index - 2) not in SON_OF
    )


def _without_emphatics(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """The phrase without what only says that it is the same as before."""
    if (
        last - first > 1
        and words.in_list(article.folded(last - 1), EMPHATICS)
        # العينة "the sample" is not عينه "the very same".
        and not article.tokens[last - 1].text.endswith("ة")
        # المرصد والفرقة نفسها: the observatory and the unit itself, of which there may be others
        and not (last - first > 2 and article.folded(last - 2).startswith("وال"))
    ):
        # المصدر نفسه "the same source".
        return first, last - 1
    if last - first > 2 and article.folded(last - 1) in MENTIONED:
        # المصدر سالف الذكر "the aforementioned source"
        return first, last - 2
    if last - first > 1 and article.folded(first) in SAME:
        # ذات المصدر "the same source", too
        return first + 1, last
    return first, last


def _name_range(article: Article, words: Words, first: int, last: int) -> tuple[int, int]:
    """Where the proper name stands in the phrase, without a particle or a mark at its end."""
    if is_described(article, words, first, last):
        # خبراء استطلعت رويترز آراءهم: experts whose opinions Reuters asked for
        return first, first
    name_first, name_last = name_range(article, words, first, last)
    if name_last > name_first:
        if is_name_of_another(article, words, first, name_first):
            return first, first
        name_first = start_before_family_name(article, words, first, name_first)
    while name_last > name_first and (
        article.folded(name_last - 1) in JOINING_PARTICLES
        or article.tokens[name_last - 1].kind == "mark"
    ):
        name_last -= 1
    return name_first, name_last


def _name(article: Article, first: int, last: int) -> tuple[str, tuple[str, ...]]:
    """A name as printed, and its folded words; nothing where no token is left."""
    if last <= first:
        return "", ()
    folded = (
        article.folded(index) for index in range(first, last) if article.tokens[index].is_word
    )
    return article.span(first, last).text, tuple(folded)


def _titled(article: Article, words: Words, first: int, name_first: int, name_last: int) -> str:
    """A name with its rank, or with the title of whom the press calls by one name; else nothing.

    العميد الركن فلان "Brigadier (Staff) So-and-so", الملك فهد "King Fahd"
    """
    title = name_first - 1
    while title > first and is_branch_of_service(article, title):
        title -= 1
    if title < first:
        return ""
    folded, before = article.folded(title), article.folded(title - 1)
    if name_last > name_first + 1:
        if folded not in MILITARY_RANKS or (
            # هداف الفريق فلان: the scorer of the team, So-and-so
            title > first and words.is_role(before) and not has_article(before)
        ):
            return ""
    elif folded not in KNOWN_BY_ONE_NAME or has_article(article.folded(name_first)):
        return ""
    return naming_span(article, words, title, name_last).text


def _span_of_state(article: Article, words: Words, first: int, last: int) -> Span:
    """A state by its name alone: الولايات المتحدة "the United States", تل أبيب "Tel Aviv"."""
    end = first + 1
    while end < last and (
        "adjective" in words.info(article, end).classes
        or words.info(article, end).classes == {"proper"}
    ):
        end += 1
    return naming_span(article, words, first, end)


def _is_state(words: Words, folded: str) -> bool:
    """Whether a word is a country, or a noun for one with the article."""
    return words.is_polity(folded) and (
        folded.startswith("ال") or words.in_list(folded, words.lexicon.countries)
    )


def _byname(article: Article, first: int, last: int, name_last: int) -> tuple[str, ...]:
    """The words in brackets, or in marks behind a name: سالم العمراني «الصقر» "the Falcon"."""
    end = last
    if name_last in article.opening and first < name_last < last:
        opening, end = name_last, article.after_quotation(article.opening[name_last])
    elif "(" in article.words[first:last]:
        opening = article.words.index("(", first)
    else:
        return ()
    return tuple(
        article.folded(index)
        for index in range(opening + 1, min(end, last))
        if article.tokens[index].is_word
    )


def _office_text(
    article: Article, words: Words, first: int, last: int, name_first: int, name_last: int
) -> str:
    """The office as printed: what stands before the name, else what stands behind it."""
    if name_last <= name_first:
        return without_accusative(article, first, last, article.span(first, last).text)
    start, end = first, name_first
    while end > start and (
        words.is_title(article.folded(end - 1))
        or article.tokens[end - 1].text in _LOOSE_MARKS
        or end - 1 in article.opening
    ):
        end -= 1
    if end > start and any(words.is_role(article.folded(n)) for n in range(start, end)):
        return printed_naming(article, words, naming_span(article, words, start, end), start, end)
    start = name_last
    while start < last and article.tokens[start].kind == "mark":
        start += 1
    if start == last:
        return ""
    # سالم العمراني «جد الطفلة»: Salem al-Omrani ("the girl's grandfather")
    first, end = inside_marks(article, max(name_last, start - 1), last)
    return article.span(max(first, start), end).text


def _kind(words: Words, head: str, has_name: bool) -> SpeakerKind:
    """What kind of speaker the head of a naming tells, where no name does."""
    lexicon = words.lexicon
    if has_name:
        return "person"
    if words.is_polity(head):
        return "state"
    unnamed = words.in_list(head, lexicon.unnamed)
    if words.in_list(head, lexicon.documents) and not unnamed:
        return "document"
    if words.is_organisation(head):
        return "organisation"
    if words.is_role(head) and head.startswith("ال"):
        # المحللون، الخبراء: the analysts, the experts
        return "group" if words.describe(head).numbers == {"p"} else "person"
    if unnamed:
        return "unnamed"
    if words.is_role(head) or words.in_list(head, lexicon.titles) or head in lexicon.kin:
        return "person"
    return "group"

"""Stage 4: the name in a phrase with an office at its head: وزير خارجية الأردن فلان الفلاني.

An indefinite noun is completed by the next one: in محافظ عدن, قائد شرطة ولاية يوبي the last word is
the field of the office, and no name.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    BEFORE_BODIES,
    BEFORE_NAMES,
    COMMAS,
    DIRECTIONS,
    EMPHATICS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    SERVANT_OF,
    SON_OF,
    SUPERLATIVES,
    TERMS_OF_OFFICE,
    has_article,
)
from quotes.extraction.name_words import begins_with_fa, is_unknown_name, name_end
from quotes.extraction.offices_as_names import is_office
from quotes.extraction.titled_names import is_surname_after_title
from quotes.extraction.words import Words

_LONGEST_APPOSED = 4
_SHORTEST_WITH_CLITIC = 3


class OfficePhrase:
    """A phrase with an office at its head, which is read once, word by word, for the name in it."""

    def __init__(self, article: Article, words: Words, first: int, last: int) -> None:
        self.article = article
        self.words = words
        self.first = first
        self.last = last
        self._index = first + 1
        self._longest = (first, first)
        """The longest name so far."""
        self._incomplete = not _is_complete(article, words, first)
        """Whether the word before has to be completed, so that no name can follow it."""

    def name(self) -> tuple[int, int]:
        """The tokens of the name; an empty range where there is none."""
        while self._index < self.last:
            found = self._read(self._index)
            if found is not None:
                return found
        return _with_given_name(self.article, self.words, self.first, self._longest)

    def _read(self, index: int) -> tuple[int, int] | None:
        """Read what begins at a token; the name itself where this can be no other."""
        article, words = self.article, self.words
        if index in article.opening:
            return self._read_quotation(index)
        if article.tokens[index].kind == "mark":
            return self._read_mark(index)
        servant = _is_servant(article, words, index, self.last)
        if servant or _has_father(article, words, index, self.last):
            # عبد الملك are two words.
            return index, name_end(article, words, index, index + 1 + servant, self.last)
        if is_surname_after_title(article, words, index):
            comma = next(
                (n for n in range(index, self.last) if article.tokens[n].text in COMMAS), self.last
            )
            self._longest = (index, comma)
            self._index = self.last
        else:
            self._read_word(index)
        return None

    def _read_quotation(self, index: int) -> tuple[int, int] | None:
        """A name in marks: that of the person, or of the organisation before it."""
        article = self.article
        inside = article.quotation_tokens(article.opening[index])
        if _is_person_in_marks(article, self.words, self.first, index, inside):
            return inside
        self._incomplete = False
        self._index = article.after_quotation(article.opening[index])
        return None

    def _read_mark(self, index: int) -> tuple[int, int] | None:
        """A comma before the name, brackets, or any other mark."""
        article, mark = self.article, self.article.tokens[index].text
        self._incomplete = self._incomplete and mark == "."
        if mark in COMMAS and _is_apposed(article, self.words, index, self.last):
            return index + 1, self.last
        if mark == "(":
            while self._index < self.last and article.tokens[self._index].text != ")":
                self._index += 1
        else:
            self._index += 1
        return None

    def _read_word(self, index: int) -> None:
        """A word that belongs to the office, or with which a name begins."""
        article, words = self.article, self.words
        folded = article.folded(index)
        if self._is_noun(index):
            # شركة آبل | تيم كوك: Apple is also a word that would have to be completed.
            named = (
                words.is_organisation(article.folded(index - 1))
                and not article.tokens[index].facts.is_head
                and index + 2 < self.last
                and article.folded(index + 1) in words.lexicon.given_names
                and words.is_name_in_phrase(article, index + 2)
            )
            self._incomplete = not (named or _is_complete(article, words, index))
        elif self._incomplete or _is_field(article, words, index) or folded in TERMS_OF_OFFICE:
            # في مدينة أريحا: a place has its name behind it.
            self._incomplete = folded in words.lexicon.places
        elif _is_behind_clitic(article, words, index):
            # بمدينة عدن: what stands behind ب may have to be completed, too.
            self._incomplete = words.is_place(folded) and not _is_complete(article, words, index)
        elif folded in BEFORE_NAMES:
            self._incomplete = True
        else:
            self._index = name_end(article, words, index, index + 1, self.last)
            if self._index - index >= self._longest[1] - self._longest[0]:
                self._longest = (index, self._index)
            return
        self._index = index + 1

    def _is_noun(self, index: int) -> bool:
        """Whether a word is an office or any other noun, and can be no name where it stands."""
        article, words = self.article, self.words
        following = words.word(article, index + 1).facts
        return (
            is_office(article, words, index)
            # مؤسس أكبر شبكة: the founder of the largest network
            or (
                article.folded(index) in SUPERLATIVES
                and "noun" in following.classes
                and "proper" not in following.classes
            )
            or article.folded(index) in PREPOSITIONS_WITH_PRONOUN
            or (
                not words.is_name_in_phrase(article, index)
                and (self._incomplete or not _must_be_name(article, words, index))
            )
        )


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
    completed = (
        before.facts.has_article
        or given - 1 in article.closing
        # حاكم خاركيف | أوليه سينيهوبوف: the governor of Kharkiv Oleh Syniehubov
        or (before.facts.is_unknown and _is_of_something(article, given - 2))
        # مهاجم ريال مدريد | كيليان مبابي: the Real Madrid striker Kylian Mbappé
        or (before.facts.classes == {"proper"} and given - 1 > first)
    )
    if (
        token.kind == "word"
        and completed
        and not token.facts.has_article
        and not token.facts.is_function_word
        and not (token.facts.is_head and token.folded not in words.lexicon.given_names)
        and (
            not token.facts.has_proclitic
            or begins_with_fa(article, given)
            # بام بوندي: Pam Bondi
            or len(token.folded) <= _SHORTEST_WITH_CLITIC
        )
        and not token.facts.is_place
        and not token.folded.startswith("و")
        and token.folded not in words.lexicon.name_particles
    ):
        return given, end
    return found


def _is_of_something(article: Article, index: int) -> bool:
    """Whether an office, a body or a place stands here that the next word completes."""
    facts = article.tokens[index].facts
    return (facts.is_role or facts.is_organisation or facts.is_place) and not facts.has_article


def _has_father(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a word can only be a given name, since "son of" follows: فالح بن راجس."""
    folded = article.folded(index)
    return (
        index + 2 < last
        and article.folded(index + 1) in SON_OF
        and not has_article(folded)
        and not words.is_title(folded)
        and not is_after_foundation(article, words, index)
    )


def _is_servant(article: Article, words: Words, index: int, last: int) -> bool:
    """Whether a given name of two words begins: عبد الملك; not the name of a body before it."""
    before = article.folded(index - 1)
    return (
        index + 1 < last
        and article.folded(index) in SERVANT_OF
        and has_article(article.folded(index + 1))
        and (has_article(before) or not (words.is_organisation(before) or words.is_place(before)))
        and before not in words.lexicon.given_names
    )


def is_after_foundation(article: Article, words: Words, index: int) -> bool:
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


def _is_person_in_marks(
    article: Article, words: Words, first: int, opening: int, inside: tuple[int, int]
) -> bool:
    """Whether marks stand around the name of who holds the office: مدير المكتب «فلان الفلاني»."""
    before = article.folded(opening - 1)
    if words.is_title(before) and inside[1] == inside[0] + 1:
        # الدكتور «اليامي»: Doctor "al-Yami"
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
        and (
            words.info(article, index).classes != {"adjective"}
            # قائد القوات الديمقراطية مظلوم عبدي: commander of the Democratic Forces Mazloum Abdi
            or _precedes_indefinite(article, words, index)
        )
    )


def _precedes_indefinite(article: Article, words: Words, index: int) -> bool:
    """Whether the next word is a noun or adjective without the article."""
    following = words.word(article, index + 1)
    return (
        following.kind == "word"
        and following.facts.is_nominal
        and not following.facts.is_function_word
        and not following.facts.has_article
        and not following.facts.is_head
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
    """Whether ب or ل is written onto a word, or و that can be nothing else.

    محكمة الاستئناف بسوسة "the court in Sousse", لجنة إنقاذ البلاد وبناء الدولة "the committee to
    save the country and build the state"
    """
    folded = article.folded(index)
    if folded[0] == "و":
        facts = article.tokens[index].facts
        return (
            facts.is_nominal
            and folded not in words.lexicon.given_names
            and all("و" in reading.proclitics for reading in facts.readings)
        )
    if folded[0] not in "بل":
        return False
    return folded[1:] in article.vocabulary or article.tokens[index].facts.has_proclitic


def _is_field(article: Article, words: Words, index: int) -> bool:
    """Whether the name belongs to a place or an organisation before it: ولاية يوبي."""
    folded = article.folded(index)
    if folded in words.lexicon.countries:
        # جورجيا ميلوني: a country's name may be a given name.
        return not is_unknown_name(article, index + 1)
    return folded.startswith(("ال", "لل", "بال", "وال"))

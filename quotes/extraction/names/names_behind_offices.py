"""The name in a phrase with an office at its head: وزير خارجية الأردن فلان الفلاني.

An indefinite noun is completed by the next one: in محافظ عدن "the governor of Aden" the last word
is the field of the office, and no name.
"""

from __future__ import annotations

from quotes.extraction.names.apposed_names import is_apposed
from quotes.extraction.names.given_names import begins_compound_name, has_father, may_be_given_name
from quotes.extraction.names.name_starts import from_its_start
from quotes.extraction.names.name_words import is_unknown_name, name_end
from quotes.extraction.names.office_words import (
    is_behind_clitic,
    is_body_before_name,
    is_complete,
    is_field,
    is_superlative_of_noun,
    may_be_surname_in_al,
    must_be_name,
)
from quotes.extraction.names.offices_as_names import is_office
from quotes.extraction.names.titled_names import (
    is_branch_of_service,
    is_name_behind_apposed_title,
    is_surname_after_title,
)
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    BEFORE_NAMES,
    ON_BEHALF_OF,
    PREPOSITIONS_WITH_PRONOUN,
    SON_OF,
    TERMS_OF_OFFICE,
)
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.nisba import NISBA
from quotes.extraction.text.words import Words


class OfficePhrase:
    """A phrase with an office at its head, which is read once, word by word, for the name in it."""

    def __init__(self, article: Article, words: Words, first: int, last: int) -> None:
        self.article = article
        self.words = words
        self.first = first
        self.last = self._before_kin(last)
        self._index = first + 1
        self._longest = (first, first)
        """The longest name so far."""
        self._incomplete = not is_complete(article, words, first)
        """Whether the word before has to be completed, so that no name can follow it."""

    def _before_kin(self, last: int) -> int:
        """Where it is told whose relative somebody is: المدير سالم العمراني | والد الطفلين.

        "the director Salem al-Omrani, | father of the two children"
        """
        article, lexicon = self.article, self.words.lexicon
        return next(
            (
                n
                for n in range(self.first + 3, last - 1)
                if article.folded(n) in lexicon.kin
                and article.folded(n) not in lexicon.name_particles
                and has_article(article.folded(n - 1))
                and has_article(article.folded(n + 1))
            ),
            last,
        )

    def name(self) -> tuple[int, int]:
        """The tokens of the name; an empty range where there is none."""
        while self._index < self.last:
            found = self._read(self._index)
            if found is not None:
                return found
        return from_its_start(self.article, self.words, self.first, self._longest)

    def _read(self, index: int) -> tuple[int, int] | None:
        """Read what begins at a token; the name itself where this can be no other."""
        article, words = self.article, self.words
        if index in article.opening:
            return self._read_quotation(index)
        if article.tokens[index].kind == "mark":
            return self._read_mark(index)
        if begins_compound_name(article, words, index, self.last):
            # عبد الملك Abdulmalik is two words.
            return index, name_end(article, words, index, index + 2, self.last)
        if has_father(article, words, index, self.last) or self._is_given_name_in_al(index):
            return index, name_end(article, words, index, index + 1, self.last)
        if self._begins_addressee(index):
            self._index = self.last
        elif is_surname_after_title(article, words, index):
            comma = next(
                (n for n in range(index, self.last) if article.tokens[n].text in INNER_COMMAS),
                self.last,
            )
            self._longest = (index, comma)
            self._index = self.last
        else:
            self._read_word(index)
        return None

    def _is_given_name_in_al(self, index: int) -> bool:
        """Whether a given name has the article: وزيرة العدل | الطيب العمراني, الصادق بن سالم.

        "the minister of justice al-Tayyib al-Omrani, al-Sadiq bin Salem", who are "good" and
        "honest", too: a surname follows, or "son of".
        """
        article, words = self.article, self.words
        folded, given_names = article.folded(index), words.lexicon.given_names
        if (
            self._incomplete
            or not folded.startswith("ال")
            or not (folded in given_names or folded[2:] in given_names)
            or article.tokens[index].facts.is_head
            or words.is_nationality(article, index)
        ):
            return False
        end = min(index + 2, self.last)
        if article.folded(index + 1) in SON_OF:
            return end < self.last
        # وزير الداخلية | الهادي: no adjective of the feminine noun; but الحرم | الشريف "noble"
        disagrees = article.tokens[index - 1].text.endswith("ة") and not folded.endswith("ه")
        may_describe = folded not in given_names and words.is_adjective(article, index)
        return (
            article.folded(index + 1).startswith("ال")
            and not article.tokens[index + 1].facts.is_head
            and (
                disagrees or (not may_describe and may_be_surname_in_al(article, words, index + 1))
            )
            and (
                end == self.last
                or not article.tokens[end].is_word
                or words.is_role(article.folded(end))
            )
        )

    def _begins_addressee(self, index: int) -> bool:
        """Whether ل with an office stands behind a name: قال الأمين العام فلان | لوزير الطاقة.

        "Secretary General So-and-so said to the minister of energy"
        """
        folded = self.article.folded(index)
        return (
            self._longest[1] > self._longest[0]
            and folded.startswith("ل")
            and self.words.is_role(folded[1:])
        )

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
        if mark in INNER_COMMAS and is_apposed(article, self.words, index, self.last):
            return index + 1, self.last
        if mark == "(":
            while self._index < self.last and article.tokens[self._index].text != ")":
                self._index += 1
        else:
            self._index += 1
        return None

    def _read_word(self, index: int) -> None:
        """A word that belongs to the office, or with which a name begins."""
        incomplete = self._leaves_incomplete(index)
        if incomplete is not None:
            self._incomplete = incomplete
            self._index = index + 1
            return
        self._index = name_end(self.article, self.words, index, index + 1, self.last)
        if self._index - index >= self._longest[1] - self._longest[0]:
            self._longest = (index, self._index)

    def _leaves_incomplete(self, index: int) -> bool | None:
        """Whether a word of the office has to be completed; None where a name begins."""
        article, words = self.article, self.words
        folded = article.folded(index)
        before = article.folded(index - 1)
        if is_branch_of_service(article, index) and (
            words.is_title(before) or is_branch_of_service(article, index - 1)
        ):
            # قائد الجيش الفريق أول فلان: the commander of the army, Lieutenant General So-and-so
            return False
        if index - 1 > self.first and is_name_behind_apposed_title(article, words, index):
            return None
        if self._is_noun(index):
            return not (
                is_body_before_name(article, words, index, self.last)
                or is_complete(article, words, index)
            )
        if self._incomplete or is_field(article, words, index) or folded in TERMS_OF_OFFICE:
            # في مدينة أريحا "in the city of Jericho": a place has its name behind it.
            return folded in words.lexicon.places
        if is_behind_clitic(article, words, index) and not self._is_foreign_like_clitic(index):
            # بمدينة عدن "in the city of Aden": behind ب a noun may have to be completed, too.
            return words.is_place(folded) and not is_complete(article, words, index)
        return True if folded in BEFORE_NAMES else None

    def _is_foreign_like_clitic(self, index: int) -> bool:
        """Whether a given name only looks like ب with a noun: الرئيس الأوكراني بترو بوروشنكو.

        "the Ukrainian president Petro Poroshenko"; رئيس الوفد لاري فينك "the head of the delegation
        Larry Fink", who is not "to a view"
        """
        article, facts = self.article, self.article.tokens[index].facts
        folded = article.folded(index)
        if (
            (folded in self.words.lexicon.given_names or facts.classes == {"proper"})
            and folded not in ON_BEHALF_OF
            and index + 2 == self.last
            and not has_article(article.folded(index + 1))
            and folded[1:] not in article.vocabulary
        ):
            return True
        return (
            facts.classes == {"noun"}
            and self.words.is_nationality(article, index - 1)
            and index + 1 < self.last
            and is_unknown_name(article, index + 1)
            and article.folded(index)[1:] not in article.vocabulary
        )

    def _is_noun(self, index: int) -> bool:
        """Whether a word is an office or any other noun, and can be no name where it stands."""
        article, words = self.article, self.words
        may_be_name = (
            words.is_name_in_phrase(article, index)
            or (not self._incomplete and must_be_name(article, words, index))
            or self._is_foreign_like_clitic(index)
        )
        return (
            (not may_be_name and not self._is_odd_name_behind_marks(index))
            or is_office(article, words, index)
            or is_superlative_of_noun(article, words, index)
            or article.folded(index) in PREPOSITIONS_WITH_PRONOUN
        )

    def _is_odd_name_behind_marks(self, index: int) -> bool:
        """Whether a noun and a surname end the phrase behind a programme's name in marks.

        مدير برنامج "صيفك أحلى" مفرح الجابري: Mufrih, which is also "gladdening", al-Jabiri
        """
        article = self.article
        return (
            index - 1 in article.closing
            and index + 2 == self.last
            and may_be_given_name(article, self.words, index)
            and has_article(article.folded(index + 1))
            and article.folded(index + 1).endswith(NISBA)
        )


def _is_person_in_marks(
    article: Article, words: Words, first: int, opening: int, inside: tuple[int, int]
) -> bool:
    """Whether marks stand around the name of who holds the office: مدير المكتب «فلان الفلاني».

    "the head of the bureau 'So-and-so'"
    """
    before = article.folded(opening - 1)
    if words.is_title(before) and inside[1] == inside[0] + 1:
        # الدكتور «اليامي»: Doctor "al-Yami"
        return article.is_surname(article.folded(inside[0]))
    return (
        words.is_role(article.folded(first))
        and inside[1] - inside[0] > 1
        and (
            not (words.is_organisation(before) or words.is_place(before))
            or _begins_behind_whole_body(article, words, opening, inside[0])
        )
        and before not in ON_BEHALF_OF
        # المحلل لدى "الراجحي المالية" فلان: the analyst at "al-Rajhi Financial", So-and-so
        and not words.is_preposition(article, opening - 1)
        and (
            all(
                (words.is_name(article, index) and not words.is_head(article.folded(index)))
                or (index > inside[0] and has_article(article.folded(index)))
                for index in range(*inside)
            )
            or _is_name_with_initial(article, words, *inside)
        )
    )


def _begins_behind_whole_body(article: Article, words: Words, opening: int, name: int) -> bool:
    """Whether a given name stands in marks behind a body with the article: مدير المكتب «سالم …».

    "the head of the bureau 'Salem …'"; but مدرسة «سالم …» "the school" may be called so.
    """
    given = article.folded(name).removeprefix("ال")
    return has_article(article.folded(opening - 1).removeprefix("ب")) and (
        given in words.lexicon.given_names
    )


def _is_name_with_initial(article: Article, words: Words, first: int, last: int) -> bool:
    """Whether a given name stands before an initial alone: المتهم «سالم. ع».

    "the accused 'Salem A.'"
    """
    rest = article.tokens[first + 1 : last]
    return words.is_name(article, first) and all(
        token.text == "." or (token.is_word and len(token.folded) == 1) for token in rest
    )

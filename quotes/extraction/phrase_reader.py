"""A noun phrase read piece by piece, from its first token to its last.

What each piece is, the other files of the phrase tell: ``phrase_bounds`` where another phrase
begins, ``phrase_words`` what ends this one, ``phrase_appositions`` and ``phrase_complements`` what
marks and prepositions join to it.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.grammar import (
    ABOUT_THEM,
    ARRIVALS,
    BY_PROXY,
    CLOSE_TO,
    COMPLEMENTIZERS,
    CONNECTORS,
    DAYS_OF_PRAYER,
    FROM_HIM,
    IN_NAME_OF,
    ON_BEHALF_OF,
    PRAYERS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    PRIVATIVES,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TERMS_OF_OFFICE,
    UPON_WHOM,
    has_article,
)
from quotes.extraction.names_in_marks import LONGEST_NAME_IN_MARKS, NamesInMarks
from quotes.extraction.phrase_appositions import Appositions
from quotes.extraction.phrase_bounds import PhraseBounds
from quotes.extraction.phrase_complements import Complements
from quotes.extraction.phrase_forms import PhraseForms
from quotes.extraction.phrase_starts import PhraseStarts
from quotes.extraction.phrase_words import PhraseWords
from quotes.extraction.words import Words

_LONGEST = 32
_LEAST_WITH_PREPOSITION = 3
_PERCENT = frozenset("%٪")


class PhraseReader:
    """Reads noun phrases in one article, all of them behind their verb or none."""

    def __init__(
        self,
        article: Article,
        words: Words,
        inside: PhraseWords,
        in_marks: NamesInMarks,
        starts: PhraseStarts,
    ) -> None:
        self.article = article
        self.words = words
        self.inside = inside
        self.in_marks = in_marks
        self._starts = starts
        self._forms = PhraseForms(article, words)
        self._bounds = PhraseBounds(article, words, self._forms)
        self._appositions = Appositions(article, words, inside)
        self._complements = Complements(article, words, inside, in_marks)
        # Each cue asks for the same phrase with each of its readings.
        self._ends: dict[tuple[object, ...], int] = {}

    def end(
        self,
        first: int,
        limit: int,
        governed: frozenset[str],
        object_follows: bool,
        person_follows: bool,
    ) -> int:
        """The token after the phrase that begins at ``first``; see :meth:`NounPhrases.end`."""
        limit = min(limit, first + _LONGEST)
        asked = (first, limit, governed, object_follows, person_follows)
        found = self._ends.get(asked)
        if found is None:
            found = self._ends[asked] = self._read(*asked)
        return found

    def _read(
        self,
        first: int,
        limit: int,
        governed: frozenset[str],
        object_follows: bool,
        person_follows: bool,
    ) -> int:
        index = last = first
        while index < limit:
            if index > first and self._bounds.begins_another(
                first, index, object_follows, person_follows
            ):
                break
            following = self._step(first, index, limit, governed)
            if following <= index:
                break
            index = last = following
        return self._without_loose_end(first, last)

    def _step(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """The token after the next piece of the phrase, or ``index`` where the phrase is over."""
        article, words = self.article, self.words
        token = article.tokens[index]
        if index in article.opening:
            number = article.opening[index]
            after = article.after_quotation(number)
            named = self.in_marks.is_name(number) or (
                index > first
                and words.is_organisation(article.folded(index - 1))
                and after - index <= LONGEST_NAME_IN_MARKS
            )
            if index > first and article.tokens[index - 1].facts.has_article:
                # وطالبت الفرقة «الإخوة في الحركة بإطلاق»: no name has a preposition there.
                inside = range(*article.quotation_tokens(number))
                named = named and not any(words.is_preposition(article, n) for n in inside)
            return after if after <= limit and named else index
        if token.text in _PERCENT and article.tokens[index - 1].kind == "number":
            return index + 1
        if token.kind == "mark":
            return self._appositions.after_mark(first, index, limit)
        if token.kind == "number":
            counts = index == first or article.folded(index - 1) == "كل"
            return index + 1 if counts or self._is_numbered(index, limit) else index
        if index == first:
            return index + 1
        if token.folded == "منهم" or (
            token.folded in FROM_HIM and article.folded(index - 1) in CLOSE_TO
        ):
            # مقرب منه: one close to him
            return index + 1
        facts = token.facts
        if token.folded == "غير" and index + 1 < limit and words.is_adjective(article, index + 1):
            # مصادر غير رسمية: unofficial sources
            return index + 2
        if token.folded in ARRIVALS and article.tokens[index - 1].facts.is_head:
            # بيان ورد: "a statement that arrived"
            return index
        if (
            facts.has_enclitic
            and facts.may_be_verb
            and self.inside.is_bare_document(index - 1)
            and not self._starts.at(index + 1, after_verb=True)
        ):
            # بيان نشرته بلغات عدة: the clause describes it; بيان نشرته الحركة says whose it is.
            return index
        if article.folded(index + 1) in PRIVATIVES and facts.may_be_verb:
            # مسؤول طلب عدم ذكر اسمه: the clause describes him.
            return index
        if token.folded in IN_NAME_OF:
            # المتحدثة باسمها "her spokeswoman"
            return index + 1
        if (facts.is_preposition and not article.is_ali(index)) or token.folded in ON_BEHALF_OF:
            return self._complements.after_preposition(first, index, limit, governed)
        if token.folded in PREPOSITIONS_WITH_PRONOUN and has_article(article.folded(index - 1)):
            # المعترف بها "the recognised": the participle's own complement.
            upon_whom = token.folded in UPON_WHOM
            return index + 1 if index > first + 1 or upon_whom else index
        if token.folded in BY_PROXY and words.is_role(article.folded(first)):
            return index + 1
        if token.folded in TERMS_OF_OFFICE and self.inside.is_given_name(index + 1):
            return index + 1
        if token.folded in DAYS_OF_PRAYER and article.folded(index - 1) in PRAYERS:
            # خطيب صلاة الجمعة "the preacher of the Friday prayer"
            return index + 1
        if self.inside.is_closed_class(index) or is_circumstance(article, index, words):
            return index
        if facts.is_accusative and not article.folded(first).endswith("ا"):
            # هارشجيت أوزا المحلل: before an office it is a surname.
            named = index == first + 1 and self.article.is_unknown(first)
            office = index + 1 < limit and article.tokens[index + 1].facts.is_head
            # النائبة بولا يعقوبيان: behind an office a foreign name.
            titled = has_article(article.folded(index - 1)) and (
                words.is_role(article.folded(index - 1))
                or words.is_title(article.folded(index - 1))
            )
            foreign = self.article.is_unknown(index + 1) or (
                article.folded(index + 1) in words.lexicon.name_particles
            )
            # أنطوان زهرا; but محمد ضاحكا: "laughing"
            surely = article.folded(index + 1) in COMPLEMENTIZERS
            wanted = (surely or "adjective" not in facts.classes) and self._forms.wants_surname(
                index
            )
            return index + 1 if (named and office) or (titled and foreign) or wanted else index
        if token.folded[:1] == "و" and not facts.is_head:
            return self._joined(index)
        if is_attached_preposition(
            article, index, words, governed
        ) and not self._is_surname_like_prepositional(index, governed):
            return self._complements.after_attached(first, index, limit, governed)
        if facts.is_head or facts.is_nominal or self.inside.is_chance_verb(index):
            return index + 1
        return index

    def _is_surname_like_prepositional(self, index: int, governed: frozenset[str]) -> bool:
        """Whether a surname looks like ب or ل with a noun: يائير لبيد is no "to a desert"."""
        folded, words = self.article.folded(index), self.words
        rest = folded[1:]
        return (
            len(folded) > _LEAST_WITH_PREPOSITION
            and folded[0] not in governed
            and not folded.startswith(("لل", "بال"))
            and rest not in self.article.vocabulary
            and not words.is_head(rest)
            and not words.is_place(rest)
            and not words.in_list(rest, words.lexicon.addressees)
            and not words.in_list(rest, words.lexicon.occasions)
            and rest not in words.lexicon.countries
            and not self.article.tokens[index].facts.has_enclitic
            and self._forms.wants_surname(index)
        )

    def _is_numbered(self, number: int, limit: int) -> bool:
        """Whether a number is part of a name: "الفرقة 11" and "القناة 12"; "3 مصادر" is a count."""
        article, words = self.article, self.words
        return words.is_name(article, number - 1) or (
            (
                words.is_organisation(article.folded(number - 1))
                or words.in_list(article.folded(number - 1), words.lexicon.documents)
            )
            and (
                number + 1 == limit
                or self.inside.is_closed_class(number + 1)
                # الفرقة 30 | الأهالي: no count stands before the article.
                or has_article(article.folded(number + 1))
                or not words.is_nominal(article, number + 1)
            )
        )

    def _joined(self, index: int) -> int:
        """Past a word with و "and": another noun of the phrase, not a new clause."""
        article, words = self.article, self.words
        rest = article.folded(index)[1:]
        if (
            rest in SUBJECT_PRONOUNS
            or rest in RELATIVES
            or rest in COMPLEMENTIZERS
            or rest in CONNECTORS
            or rest in PREPOSITIONS
        ):
            return index
        # و may also be the first letter of the word.
        classes = article.tokens[index].facts.classes
        if not article.tokens[index].may_be_cue and self._forms.wants_surname(index):
            # المبعوث ستيف ويتكوف: Witkoff looks like "and he"
            return index + 1
        if words.is_verb(article, index) or (
            # ببعثة الأخضر وأكد: no "surer".
            article.tokens[index].may_be_cue and "perfect" in classes and "noun" not in classes
        ):
            return index
        return index + 1 if words.is_nominal(article, index) else index

    def _without_loose_end(self, first: int, last: int) -> int:
        """Take off what cannot end a phrase: a comma, a dangling preposition."""
        article = self.article
        while last > first and (
            article.tokens[last - 1].text in "،,/."
            or self.words.is_preposition(article, last - 1)
            # ونقل التلفزيون عنه قوله: and the television quoted him as saying
            or article.folded(last - 1) in ABOUT_THEM
        ):
            last -= 1
        return last

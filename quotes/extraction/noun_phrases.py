"""The noun phrase of a news source, read from its first word to its last.

The grammar covers what newspapers put after قال: title, nationality and name (وزير الخارجية
الأمريكي أنتوني بلينكن), names followed by an office, with a comma or without, institutions, states,
crowds, documents and unnamed sources, names in quotation marks or brackets, and phrases joined
by و. It stops where the circumstances of the telling begin (في بيان "in a statement", للصحفيين "to
reporters", أمس "yesterday"), at a relative clause, and at anything that is no noun.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attached_prepositions import is_attached_preposition
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.grammar import (
    ARRIVALS,
    BY_PROXY,
    CHIEFS,
    CLAUSE_STARTS,
    CLOSE_TO,
    COMMAS,
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    CONNECTORS,
    DAYS_OF_PRAYER,
    FROM_HIM,
    IN_NAME_OF,
    NAMES_WITHHELD,
    PRAYERS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    PRIVATIVES,
    REFUSALS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TERMS_OF_OFFICE,
    UPON_WHOM,
    VAN,
    has_article,
)
from quotes.extraction.names import is_odd_name
from quotes.extraction.phrase_appositions import Appositions
from quotes.extraction.phrase_bounds import PhraseBounds
from quotes.extraction.phrase_complements import Complements
from quotes.extraction.phrase_forms import PhraseForms
from quotes.extraction.phrase_words import LONGEST_NAME_IN_MARKS, PhraseWords
from quotes.extraction.words import Words

_LONGEST = 32
_LEAST_WITH_PREPOSITION = 3
_PERCENT = frozenset("%٪")


class NounPhrases:
    """Reads noun phrases in one article."""

    def __init__(
        self, article: Article, words: Words, participles: frozenset[int] = frozenset()
    ) -> None:
        """``participles`` are tokens that describe the telling: قائلاً "saying"."""
        self.article = article
        self.words = words
        self.inside = PhraseWords(article, words, participles)
        """What the words of a phrase are: names, or words that end it."""
        self._forms = PhraseForms(article, words)
        self._bounds = PhraseBounds(article, words, self._forms)
        self._appositions = Appositions(article, words, self.inside)
        self._complements = Complements(article, words, self.inside)
        # Each cue asks for the same phrase with each of its readings.
        self._ends: dict[tuple[object, ...], int] = {}

    def end(
        self,
        first: int,
        limit: int,
        governed: frozenset[str] = frozenset(),
        *,
        object_follows: bool = False,
        person_follows: bool = False,
        after_verb: bool = False,
    ) -> int:
        """The token after the noun phrase that begins at ``first``; ``first`` if none does.

        ``governed`` are the prepositions that open the content of the verb whose subject this
        is; they end the phrase unless they can only belong to it. ``object_follows`` tells that
        the verb can have a bare object, which begins where the phrase is complete,
        ``person_follows`` that this may be a person: دعا الرئيس | الحكومة. ``after_verb`` tells
        that the clause has its verb, so that what looks like another can only be a name.
        """
        self.inside.after_verb = after_verb
        limit = min(limit, first + _LONGEST)
        asked = (first, limit, governed, object_follows, person_follows, after_verb)
        found = self._ends.get(asked)
        if found is None:
            found = self._ends[asked] = self._read(
                first, limit, governed, object_follows, person_follows
            )
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

    def starts(self, index: int, *, after_verb: bool = False) -> bool:
        """Whether a noun phrase can begin at this token.

        Directly behind a verb even a word that looks like another verb can only be a name.
        """
        article, words = self.article, self.words
        if index >= len(article.tokens):
            return False
        token = article.tokens[index]
        if index in article.opening:
            return self.inside.is_name_in_marks(article.opening[index])
        if token.kind == "mark":
            return token.text == "("
        if token.folded in CONJUNCTIONS or self._withholds_name(index):
            return False
        following = article.tokens[index + 1].text if index + 1 < len(article.tokens) else ""
        if token.kind == "number" and following in _PERCENT:
            # قال 17% من المشاركين
            return True
        if after_verb and self._is_foreign_name_like_particle(index):
            return True
        if after_verb and token.kind == "word":
            if token.folded in words.lexicon.given_names and not words.is_preposition(
                article, index
            ):
                return True
            if token.facts.classes == {"perfect"}:
                # وهب is a name, ووصل "and he arrived" is none.
                return (
                    not any(r.proclitics for r in words.info(article, index).readings)
                    # أعلن لخويا أن
                    or (
                        token.folded.startswith("ل")
                        and (
                            article.folded(index + 1) in COMPLEMENTIZERS
                            # أعلن لخويا اليوم أن
                            or words.word(article, index + 1).facts.is_adverbial
                        )
                    )
                    # ترى فاندانا هاري أن: nor does "and" join two verbs with nothing between.
                    or (
                        token.folded.startswith("ف")
                        and token.facts.has_enclitic
                        and words.is_nominal(article, index + 1)
                        and not has_article(article.folded(index + 1))
                    )
                )
            if (
                token.facts.classes == {"imperfect"}
                and (
                    article.folded(index + 1) in COMPLEMENTIZERS or article.folded(index + 1) == ":"
                )
                and token.folded.startswith(CONJUNCTIONS)
                and not token.may_be_cue
            ):
                # أوضح ويتكوف أن, قال فينجر:
                return True
            if token.facts.classes == {"imperfect"}:
                # سيندي Cindy is also "he will dampen".
                # سيتفان Stephan, too: no future stands behind another verb before an office.
                return (
                    self.article.is_unknown(index + 1)
                    and not self.inside.is_closed_class(index + 1)
                ) or words.is_role(article.folded(index + 2))
        return (
            token.is_word
            and not self.inside.is_closed_class(index)
            and (
                token.facts.is_head
                or (token.facts.is_nominal and not is_circumstance(article, index, words))
            )
        )

    def _is_foreign_name_like_particle(self, index: int) -> bool:
        """Whether a word behind a verb is a name, though it looks like a particle.

        قالت فلاي دبي Flydubai, قال فان غال Van Gaal: the next word is no clause's first.
        """
        facts, words = self.article.tokens[index].facts, self.words
        following = words.word(self.article, index + 1)
        return (
            facts.is_function_word
            and (facts.is_name_particle or self.article.folded(index).startswith("ف"))
            and not self.words.is_adjective(self.article, index + 1)
            and self.article.folded(index) not in CLAUSE_STARTS | PREPOSITIONS
            and following.kind == "word"
            and not (following.facts.has_article or following.facts.is_function_word)
            and (
                facts.is_name_particle
                or self.article.tokens[index].text == VAN
                or (following.facts.is_name and not following.facts.may_be_verb)
            )
        )

    def names_source(self, first: int) -> bool:
        """Whether the phrase that begins here can be somebody or something that speaks."""
        words, folded = self.words, self.article.folded(first)
        return (
            words.is_head(folded)
            or self.article.tokens[first].facts.is_nominative_plural
            # ساديو ماني
            or (
                words.info(self.article, first).classes == {"adjective"}
                and self.article.is_unknown(first + 1)
                and not has_article(folded)
                and not has_article(self.article.folded(first + 1))
            )
            or words.in_list(folded, words.lexicon.kin)
            or self.article.folded(first + 1) in UPON_WHOM
            # كيا موتورز: an accusative governs no noun.
            or (
                self.article.tokens[first].facts.is_accusative
                and words.word(self.article, first + 1).kind == "word"
                and words.word(self.article, first + 1).facts.classes <= {"proper"}
            )
            or self._is_odd_name_before_office(first)
            or (
                folded in words.lexicon.quantifiers
                and (
                    words.is_head(self.article.folded(first + 1))
                    # كل من الرجلين
                    or (
                        self.article.folded(first + 1) == "من"
                        and self.words.word(self.article, first + 2).facts.is_definite
                    )
                )
            )
            or (folded in CHIEFS and has_article(self.article.folded(first + 1)))
            or words.in_list(folded, words.lexicon.countries)
            or first in self.article.opening
            or words.is_name(self.article, first)
            or self.article.is_surname(folded)
            or self._appositions.is_nationality_before_name(first)
        )

    def _is_odd_name_before_office(self, first: int) -> bool:
        """Whether two common nouns before a comma and an office are a name: دليل آمد، عضو."""
        article, words = self.article, self.words
        return (
            words.word(article, first + 2).text in COMMAS
            and words.word(article, first + 3).facts.is_role
            and is_odd_name(article, words, first, first + 2)
        )

    def is_possessed(self, index: int) -> bool:
        """Whether it is a thing of the one who speaks: حديثه "his talk"; not مديرها "its head"."""
        words, folded = self.words, self.article.folded(index)
        return (
            self.article.tokens[index].facts.has_enclitic
            # مينا أندريفا Mina Andreeva is not "our port".
            and not (
                self.article.is_unknown(index + 1)
                and not self.article.tokens[index + 1].facts.has_article
            )
            and not words.may_be_verb(self.article, index)
            and not words.is_role(folded)
            and not words.is_title(folded)
            and not words.in_list(folded, words.lexicon.kin)
            and not words.in_list(folded, words.lexicon.unnamed)
        )

    def is_misread_name(self, index: int) -> bool:
        """Whether a word is a verb with its object by the dictionary, and a name where it stands.

        ميلوني Meloni is also "they inclined me".
        """
        facts = self.article.tokens[index].facts
        return facts.is_verb and facts.has_enclitic

    def _withholds_name(self, index: int) -> bool:
        """Whether somebody asks not to be named here: رفض نشر اسمه, طلب عدم الكشف عن هويته."""
        article = self.article
        return article.folded(index) in REFUSALS and any(
            article.folded(after) in NAMES_WITHHELD for after in range(index + 2, index + 6)
        )

    def _step(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """The token after the next piece of the phrase, or ``index`` where the phrase is over."""
        article, words = self.article, self.words
        token = article.tokens[index]
        if index in article.opening:
            number = article.opening[index]
            after = article.after_quotation(number)
            named = self.inside.is_name_in_marks(number) or (
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
            # مقرب منه
            return index + 1
        facts = token.facts
        if token.folded == "غير" and index + 1 < limit and words.is_adjective(article, index + 1):
            # مصادر غير رسمية
            return index + 2
        if token.folded in ARRIVALS and article.tokens[index - 1].facts.is_head:
            # بيان ورد: "a statement that arrived"
            return index
        if (
            facts.has_enclitic
            and facts.may_be_verb
            and self.inside.is_bare_document(index - 1)
            and not self.starts(index + 1, after_verb=True)
        ):
            # بيان نشرته بلغات عدة: the clause describes it; بيان نشرته الحركة says whose it is.
            return index
        if article.folded(index + 1) in PRIVATIVES and facts.may_be_verb:
            # مسؤول طلب عدم ذكر اسمه: the clause describes him.
            return index
        if token.folded in IN_NAME_OF:
            # المتحدثة باسمها "her spokeswoman"
            return index + 1
        if (facts.is_preposition and not article.is_ali(index)) or token.folded == "باسم":
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
            wanted = "adjective" not in facts.classes and self._forms.wants_surname(index)
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
        if words.is_verb(article, index):
            return index
        return index + 1 if words.is_nominal(article, index) else index

    def _without_loose_end(self, first: int, last: int) -> int:
        """Take off what cannot end a phrase: a comma, a dangling preposition."""
        article = self.article
        while last > first and (
            article.tokens[last - 1].text in "،,/." or self.words.is_preposition(article, last - 1)
        ):
            last -= 1
        return last

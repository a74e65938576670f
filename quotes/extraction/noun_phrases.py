"""The noun phrase of a news source, read from its first word to its last.

The grammar covers what newspapers put after قال: title, nationality and name (وزير الخارجية
الأمريكي أنتوني بلينكن), names followed by an office, with a comma or without, institutions, states,
crowds, documents and unnamed sources, names in quotation marks or brackets, and phrases joined
by و. It stops where the circumstances of the telling begin (في بيان "in a statement", للصحفيين "to
reporters", أمس "yesterday"), at a relative clause, and at anything that is no noun.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    ACTIVE_IN,
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    CONNECTORS,
    ENVOYS,
    HEADS_WITH_PREPOSITION,
    ISSUED,
    NAMES_WITHHELD,
    NEWS_AGENCIES,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    PRIVATIVES,
    REFUSALS,
    RELATIVES,
    SAYING,
    SUBJECT_PRONOUNS,
    TERMS_OF_OFFICE,
    has_article,
)
from quotes.extraction.phrase_bounds import PhraseBounds
from quotes.extraction.words import Words

_COMMAS = frozenset("،,")
_LONGEST = 32
_LONGEST_NAME_IN_MARKS = 6
_LONGEST_NAME_BETWEEN_COMMAS = 4
_LONGEST_FIELD = 16


class NounPhrases:
    """Reads noun phrases in one article."""

    def __init__(
        self, article: Article, words: Words, participles: frozenset[int] = frozenset()
    ) -> None:
        """``participles`` are tokens that describe the telling: قائلاً "saying"."""
        self.article = article
        self.words = words
        self.participles = participles
        self._bounds = PhraseBounds(article, words)
        self._after_verb = False
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
        self._after_verb = after_verb
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
            return self.is_name_in_marks(article.opening[index])
        if token.kind == "mark":
            return token.text == "("
        if token.folded in CONJUNCTIONS or self._withholds_name(index):
            return False
        if after_verb and token.kind == "word":
            if token.folded in words.lexicon.given_names and not words.is_preposition(
                article, index
            ):
                return True
            if token.facts.classes == {"perfect"}:
                # وهب is a name, ووصل "and he arrived" is none.
                return not any(r.proclitics for r in words.info(article, index).readings)
            if token.facts.classes == {"imperfect"}:
                # سيندي Cindy is also "he will dampen".
                # سيتفان Stephan, too: no future stands behind another verb before an office.
                return (
                    self.article.is_unknown(index + 1) and not self.is_closed_class(index + 1)
                ) or words.is_role(article.folded(index + 2))
        return (
            token.is_word
            and not self.is_closed_class(index)
            and (
                token.facts.is_head or (token.facts.is_nominal and not self.is_circumstance(index))
            )
        )

    def _withholds_name(self, index: int) -> bool:
        """Whether somebody asks not to be named here: رفض نشر اسمه, طلب عدم الكشف عن هويته."""
        article = self.article
        return article.folded(index) in REFUSALS and any(
            article.folded(after) in NAMES_WITHHELD for after in range(index + 2, index + 6)
        )

    def is_misread_name(self, index: int) -> bool:
        """Whether a word is a verb with its object by the dictionary, and a name where it stands.

        ميلوني Meloni is also "they inclined me".
        """
        readings = self.words.info(self.article, index).readings
        return self.words.is_verb(self.article, index) and all(r.enclitic for r in readings)

    def is_possessed(self, index: int) -> bool:
        """Whether it is a thing of the one who speaks: حديثه "his talk"; not مديرها "its head"."""
        words, folded = self.words, self.article.folded(index)
        readings = words.info(self.article, index).readings
        return (
            bool(readings)
            and all(reading.enclitic for reading in readings)
            # مينا أندريفا Mina Andreeva is not "our port".
            and not (
                self.article.is_unknown(index + 1)
                and not self.article.tokens[index + 1].facts.has_article
            )
            and not words.may_be_verb(self.article, index)
            and not words.is_role(folded)
            and not words.is_title(folded)
            and not words.in_list(folded, words.lexicon.unnamed)
        )

    def names_source(self, first: int) -> bool:
        """Whether the phrase that begins here can be somebody or something that speaks."""
        words, folded = self.words, self.article.folded(first)
        return (
            words.is_head(folded)
            or words.in_list(folded, words.lexicon.countries)
            or first in self.article.opening
            or words.is_name(self.article, first)
            or self.article.is_surname(folded)
        )

    def _step(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """The token after the next piece of the phrase, or ``index`` where the phrase is over."""
        article, words = self.article, self.words
        token = article.tokens[index]
        if index in article.opening:
            number = article.opening[index]
            after = article.after_quotation(number)
            named = self.is_name_in_marks(number) or (
                index > first
                and words.is_organisation(article.folded(index - 1))
                and after - index <= _LONGEST_NAME_IN_MARKS
            )
            return after if after <= limit and named else index
        if token.kind == "mark":
            return self._mark(first, index, limit, governed)
        if token.kind == "number":
            # "الفرقة 11" and "القناة 12" are names, "3 مصادر" a count.
            numbered = words.is_name(article, index - 1) or (
                words.is_organisation(article.folded(index - 1))
                and (
                    index + 1 == limit
                    or self.is_closed_class(index + 1)
                    or not words.is_nominal(article, index + 1)
                )
            )
            return index + 1 if index == first or numbered else index
        if index == first:
            return index + 1
        if token.folded == "منهم":
            return index + 1
        facts = token.facts
        if article.folded(index + 1) in PRIVATIVES and facts.may_be_verb:
            # مسؤول طلب عدم ذكر اسمه: the clause describes him.
            return index
        if (facts.is_preposition and not article.is_ali(index)) or token.folded == "باسم":
            after = self._preposition(first, index, limit, governed)
            if after > index or token.folded in governed:
                return after
            return self._before_title(first, index, limit)
        if token.folded in PREPOSITIONS_WITH_PRONOUN and has_article(article.folded(index - 1)):
            # المعترف بها "the recognised": the participle's own complement.
            return index + 1 if index > first + 1 else index
        if token.folded in TERMS_OF_OFFICE and self._is_given_name(index + 1):
            return index + 1
        if self.is_closed_class(index) or self.is_circumstance(index):
            return index
        if facts.is_accusative and not article.folded(first).endswith("ا"):
            # هارشجيت أوزا المحلل: before an office it is a surname.
            named = index == first + 1 and self.article.is_unknown(first)
            office = index + 1 < limit and article.tokens[index + 1].facts.is_head
            return index + 1 if named and office else index
        if token.folded[:1] == "و" and not facts.is_head:
            return self._joined(index)
        if self.is_attached_preposition(index, governed):
            after = self._attached(first, index, governed)
            if after > index or (token.folded[0] == "ب" and "ب" in governed):
                return after
            return self._before_title(first, index, limit)
        if facts.is_head or facts.is_nominal or self._is_chance_verb(index):
            return index + 1
        return index

    def _mark(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        article, words = self.article, self.words
        token = article.tokens[index]
        if token.text == "." and index > first and len(article.folded(index - 1)) == 1:
            return index + 1
        if token.text in ("(", "«"):
            return self._brackets(index, limit)
        if token.text == "/" and words.is_title(article.folded(index - 1)):
            return index + 1
        if token.text == "-" and index > first and self._joins_names(index):
            return index + 1
        if token.text in _COMMAS and index > first:
            return self._apposition(first, index, limit, governed)
        return index

    def _joins_names(self, hyphen: int) -> bool:
        """Whether a hyphen without spaces joins two names: لوبيز-جيمينيز."""
        article = self.article
        return (
            hyphen + 1 < len(article.tokens)
            and article.is_glued(hyphen)
            and article.is_glued(hyphen + 1)
            and article.tokens[hyphen + 1].is_word
        )

    def _brackets(self, index: int, limit: int) -> int:
        """Past a name in brackets: (الناتو), (أبو مازن); not past an age or a date."""
        for after in range(index + 1, min(index + 2 + _LONGEST_NAME_IN_MARKS, limit)):
            token = self.article.tokens[after]
            if token.text in (")", "»"):
                return after + 1 if after > index + 1 else index
            if not token.is_word or token.kind == "number":
                break
        return index

    def _apposition(self, first: int, comma: int, limit: int, governed: frozenset[str]) -> int:
        """Past a second naming of the same source behind a comma: the office, or the name."""
        article, words = self.article, self.words
        start = comma + 1
        if start >= limit or not article.tokens[start].is_word:
            return comma
        folded = article.folded(start)
        if words.is_head(article.folded(first)) and self._is_whole_name(start, limit):
            return start + 1
        if self.is_closed_class(start) or self.is_circumstance(start):
            return comma
        head, next_head = words.is_head(article.folded(first)), words.is_head(folded)
        named = self._ends_in_name(first, comma)
        if head and not named and self._is_nationality_before_name(start):
            return start + 1
        if next_head and folded.startswith("و") and not folded.startswith(("وزير", "وكيل", "والي")):
            if head or named:
                return start + 1
            return comma
        if next_head and (named or words.is_title(folded) or head):
            return start + 1 if words.is_role(folded) or words.is_title(folded) else comma
        if (
            head
            and not named
            and words.is_name(article, start)
            and not words.may_be_verb(article, start)
        ):
            return start + 1
        return comma

    def _is_whole_name(self, start: int, limit: int) -> bool:
        """Whether all from here to the next comma, colon or أن is a name: ، مرعي البركاتي، أن."""
        article, words = self.article, self.words
        if article.folded(start + 1) in ("بن", "بنت"):
            return True
        end = start
        while end < limit and article.tokens[end].is_word:
            if end > start and article.folded(end) in COMPLEMENTIZERS:
                break
            end += 1
        closed = end < limit and (
            article.tokens[end].text in ("،", ",", ":") or article.folded(end) in COMPLEMENTIZERS
        )
        return (
            closed
            and 2 <= end - start <= _LONGEST_NAME_BETWEEN_COMMAS
            and not has_article(article.folded(start))
            and words.is_name(article, end - 1)
            and not any(
                words.is_head(article.folded(index))
                or words.is_preposition(article, index)
                or self.is_attached_preposition(index)
                or self.is_circumstance(index)
                or article.tokens[index].facts.is_accusative
                or self.is_closed_class(index)
                for index in range(start, end)
            )
        )

    def _is_nationality_before_name(self, index: int) -> bool:
        """Whether a definite adjective stands for a person whose name follows: الإسباني بيب."""
        article, words = self.article, self.words
        folded = article.folded(index)
        return (
            folded.startswith("ال")
            and "adjective" in words.info(article, index).classes
            and index + 1 < len(article.tokens)
            and article.tokens[index + 1].is_word
            and not has_article(article.folded(index + 1))
            and words.is_name(article, index + 1)
        )

    def _preposition(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        article, words = self.article, self.words
        word, following = article.folded(index), article.folded(index + 1)
        if index + 1 >= limit or self.is_circumstance(index):
            return index
        if word == "باسم":
            return index + 2
        if following in COMPLEMENTIZERS or not article.tokens[index + 1].is_word:
            return index
        if words.in_list(following, words.lexicon.occasions):
            return index
        before = article.folded(index - 1)
        if word == "في":
            after_place = (
                words.is_place(following)
                or words.is_organisation(following)
                # الشرطة في نيبال
                or (self._heads_body(first) and words.in_list(following, words.lexicon.countries))
            )
            loose = words.in_list(
                article.folded(first), words.lexicon.unnamed
            ) and not self._ends_in_name(first, index)
            if after_place or loose or words.in_list(before, ACTIVE_IN):
                return index + 2
            return index
        if word == "من":
            counted = index == first + 1 and words.in_list(before, words.lexicon.quantifiers)
            if ("من" in governed and not counted) or self._ends_in_name(first, index):
                return index
            return index + 2 if words.is_nominal(article, index + 1) else index
        office = self._last_office(first, index)
        heads = words.bases(article.folded(office))
        if (
            self._is_head_or_its_adjective(office, index - 1)
            and not heads.isdisjoint(HEADS_WITH_PREPOSITION.get(word, ()))
            and not (word in governed and word == "عن")
        ):
            return index + 2
        if word == "عن" and before in ISSUED:
            return index + 2
        if word in governed:
            return index
        if word in ("الي", "لدي") and not heads.isdisjoint(ENVOYS):
            return index + 2
        if word == "لدي" and words.in_list(article.folded(first), words.lexicon.unnamed):
            return index + 2
        if word in ("علي", "عن") and words.in_list(before, ACTIVE_IN):
            return index + 2
        return index

    def _last_office(self, first: int, index: int) -> int:
        """The last word before ``index`` that is an office; ``first`` if there is none."""
        words, article = self.words, self.article
        return next(
            (n for n in range(index - 1, first, -1) if words.is_role(article.folded(n))), first
        )

    def _is_head_or_its_adjective(self, first: int, index: int) -> bool:
        """Whether a token is the phrase's head, or one of the adjectives right behind it."""
        return all(
            "adjective" in self.words.info(self.article, n).classes
            for n in range(first + 1, index + 1)
        )

    def _before_title(self, first: int, index: int, limit: int) -> int:
        """Past a prepositional phrase behind which the source's title and name follow.

        المدير الإقليمي للحملة في سوريا الدكتور بدر: the name shows that في سوريا is part of it.
        """
        article, words = self.article, self.words
        if not words.is_role(article.folded(first)) or self._has_title(first, index):
            return index
        inside = index
        for ahead in range(index + 1, min(limit, index + _LONGEST_FIELD)):
            token = article.tokens[ahead]
            if token.text in _COMMAS and ahead > index + 1:
                # مدير القسم في الشركة، فلان، إن
                named = self._is_given_name(ahead + 1) or self._is_whole_name(ahead + 1, limit)
                return ahead + 1 if named else index
            if ahead in article.opening and self.is_person_in_marks(article.opening[ahead]):
                return ahead if article.folded(ahead - 1) not in ("ل", "ب") else index
            if ahead < inside:
                continue
            if ahead in article.opening and self.is_name_in_marks(article.opening[ahead]):
                # مدير القسم في «الشركة»، فلان، إن
                inside = article.after_quotation(article.opening[ahead])
                continue
            if not token.is_word or self._ends_office(ahead):
                return index
            if words.in_list(token.folded, words.lexicon.occasions):
                return index
            if token.folded in words.lexicon.addressees or self.is_circumstance(ahead):
                return index
            if self._is_title_before_name(ahead):
                return ahead
            if ahead > index + 1 and self._is_given_name(ahead):
                return ahead
        return index

    def _is_given_name(self, index: int) -> bool:
        """Whether a word is a given name beyond doubt: one of the list, or before "son of"."""
        article = self.article
        following = article.folded(index + 1)
        return index + 1 < len(article.tokens) and (
            (
                article.folded(index) in self.words.lexicon.given_names
                and not self.words.is_preposition(article, index)
                and article.tokens[index + 1].is_word
                and not self.is_closed_class(index + 1)
            )
            or following in ("بن", "بنت")
        )

    def _ends_office(self, index: int) -> bool:
        """Whether a word cannot stand in the long name of an office: a verb, أن, a relative."""
        folded = self.article.folded(index)
        return (
            self.is_closed_class(index)
            and folded not in PREPOSITIONS
            and folded not in PREPOSITIONS_WITH_PRONOUN
        )

    def _is_title_before_name(self, index: int) -> bool:
        words, folded = self.words, self.article.folded(index)
        return (
            words.is_title(folded)
            and (folded.startswith("ال") or len(folded) == 1)
            and index + 1 < len(self.article.tokens)
            and (not words.is_organisation(folded) or words.is_name(self.article, index + 1))
        )

    def _has_title(self, first: int, last: int) -> bool:
        return any(self._is_title_before_name(index) for index in range(first + 1, last))

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

    def _attached(self, first: int, index: int, governed: frozenset[str]) -> int:
        """Past a word with ب or ل written onto it, where it belongs to the source's title."""
        article, words = self.article, self.words
        folded = article.folded(index)
        if folded == "باسم":
            return index + 1
        if folded in ("ل", "ب") or self._is_addressee(first, index):
            return index
        if folded[0] == "ب" and "ب" in governed:
            # وصرح الناطق بشرطة المنطقة: a body completes the office, and is nothing said.
            body = words.is_organisation(folded) and not words.in_list(
                folded, words.lexicon.documents
            )
            titled = words.is_role(article.folded(first)) and not self._ends_in_name(first, index)
            return index + 1 if body and titled else index
        named = self._ends_in_name(first, index)
        if folded[0] == "ل":
            if named and "ل" not in folded[:1] + "ال":
                return index
            titled = any(words.is_head(article.folded(n)) for n in range(first, index))
            return index + 1 if titled and not named else index
        place = words.is_organisation(folded) or words.is_place(folded) or words.is_role(folded)
        if not place and folded[0] not in governed and self._heads_body(first):
            # مستشفى القوات بمكة: where the body is.
            info = words.info(article, index)
            place = "proper" in info.classes or words.in_list(folded, words.lexicon.countries)
        if place and not named:
            return index + 1
        if "ب" not in governed and not named and words.is_role(article.folded(first)):
            return index + 1
        return index

    def _heads_body(self, index: int) -> bool:
        """Whether a word heads the name of an organisation or a place, and that of no person."""
        folded, words = self.article.folded(index), self.words
        return (words.is_organisation(folded) or words.is_place(folded)) and not words.is_role(
            folded
        )

    def _is_addressee(self, first: int, index: int) -> bool:
        """Whether ل makes it the ones who are told: للصحفيين, للاعبين; not المدير العام للإذاعة."""
        folded, words = self.article.folded(index), self.words
        if words.in_list(folded, words.lexicon.addressees):
            titled = (
                index > first + 1
                and words.is_organisation(folded)
                and self._is_head_or_its_adjective(first, index - 1)
                and self.article.folded(index + 1) not in NEWS_AGENCIES
            )
            return not titled
        return (
            folded.startswith("لل")
            and folded.endswith("ين")
            and "p" in words.info(self.article, index).numbers
        )

    def is_attached_preposition(self, index: int, governed: frozenset[str] = frozenset()) -> bool:
        """Whether ب or ل is written onto the word; a verb that governs ب settles the doubt."""
        folded = self.article.folded(index)
        if folded.startswith(("لل", "بال")) or folded in ("باسم", "ل", "ب"):
            return True
        if folded[:1] not in "بل" or len(folded) < 4 or self.article.is_surname(folded):
            return False
        if (
            folded[0] == "ب"
            and ("ب" not in governed or self.article.is_unknown(index + 1))
            and self._is_odd_surname(index)
        ):
            # Where the verb governs ب, only a name behind it shows that this is one, too.
            return False
        info = self.words.info(self.article, index)
        if not info.readings:
            # لبايدن "to Biden": the dictionary lacks it, but the text has the name without ل.
            return folded[1:] in self.article.vocabulary or folded[1:] in ("اي", "كل", "بعض")
        return all(folded[0] in reading.proclitics for reading in info.readings)

    def _is_odd_surname(self, index: int) -> bool:
        """Whether a foreign surname only looks like ب with a noun: باركي behind هنري."""
        article, words = self.article, self.words
        folded = article.folded(index)
        return (
            index > 0
            and (
                words.is_name(article, index - 1)
                or (
                    # الرئيس الأوكراني بترو بوروشنكو
                    self.article.is_unknown(index + 1)
                    and has_article(article.folded(index - 1))
                    and words.is_adjective(article, index - 1)
                )
                or (
                    index > 1
                    and words.may_be_verb(article, index - 2)
                    and not has_article(article.folded(index - 1))
                )
            )
            and not words.is_head(article.folded(index - 1))
            and folded[1:] not in article.vocabulary
            and not any(
                words.in_list(folded, known)
                for known in (
                    words.lexicon.occasions,
                    words.lexicon.organisations,
                    words.lexicon.places,
                    words.lexicon.roles,
                    words.lexicon.countries,
                )
            )
        )

    def is_closed_class(self, index: int) -> bool:
        """Whether the token is a word that no noun phrase of a source contains."""
        article = self.article
        facts = article.tokens[index].facts
        if facts.is_imam or article.is_ali(index):
            return False
        if index in self.participles or article.folded(index) in SAYING:
            return True
        if article.folded(index) == "لاي" and self.article.is_unknown(index - 1):
            # ليو تيونغ لاي Liow Tiong Lai is no "for any".
            return False
        if facts.is_name_particle and (
            self.article.is_unknown(index + 1)
            or article.folded(index + 1) in self.words.lexicon.name_particles
        ):
            return False
        return (
            facts.is_function_word
            or facts.has_tanwin
            or (facts.is_verb and not self._is_chance_verb(index))
        )

    def _is_chance_verb(self, index: int) -> bool:
        """Whether a name only happens to look like a verb: روته Rutte is also "she told it".

        Behind a definite noun or a name a perfect would need a relative pronoun or و before it.
        """
        article, words = self.article, self.words
        info = article.tokens[index].facts
        if article.folded(index) in words.lexicon.given_names and (
            index > 0 and words.is_title(article.folded(index - 1))
        ):
            # المهندس رفعت: a title has its name behind it.
            return True
        if info.classes == {"imperfect"}:
            # ينس ستولتنبرغ Jens Stoltenberg: ينس is also "he forgets".
            if (
                self._after_verb
                and article.tokens[index - 1].facts.is_head
                and (self._is_given_name(index + 1) or self._is_title_before_name(index + 1))
            ):
                # بتعليم ينبع شاكر صالح: the town is also "it springs".
                return True
            return (
                self._after_verb
                and index > 0
                and self.article.is_unknown(index + 1)
                and has_article(article.folded(index - 1))
                and not has_article(article.folded(index + 1))
            )
        return (
            index > 0
            and info.classes == {"perfect"}
            and not any(reading.proclitics for reading in info.readings)
            and (self._after_verb or all(reading.enclitic for reading in info.readings))
            and article.tokens[index - 1].is_word
            and article.folded(index - 1) not in PREPOSITIONS
            and words.is_definite(article, index - 1)
        )

    def is_circumstance(self, index: int) -> bool:
        """Whether an adverb or an adverbial phrase begins here."""
        facts = self.article.tokens[index].facts
        if facts.is_imam:
            return False
        if not facts.opens_circumstance:
            return facts.is_adverbial
        following = self.article.folded(index + 1)
        return facts.is_adverbial or any(
            (word, following) in self.words.lexicon.circumstances for word in facts.bare
        )

    def is_all_nominal(self, first: int, last: int) -> bool:
        """Whether nothing but nouns, adjectives and names stands in tokens ``[first, last)``."""
        return all(
            self.article.tokens[index].is_word
            and not self.is_closed_class(index)
            and not self.is_circumstance(index)
            for index in range(first, last)
        )

    def circumstance_end(self, index: int) -> int:
        """The token after an adverb or fixed phrase that is complete; ``index`` without one."""
        if index < 0:
            return index
        facts, lexicon = self.article.tokens[index].facts, self.words.lexicon
        if not (facts.is_adverbial or facts.opens_circumstance):
            return index
        following = self.article.folded(index + 1)
        for word in facts.bare:
            if (word, following) in lexicon.circumstances and (
                following.endswith(("ه", "ها", "هم"))
                or word.startswith(("ال", "باشد"))
                or word == "الي"
            ):
                return index + 2
            if word in lexicon.adverbs:
                return index + 1
        return index

    def is_name_in_marks(self, number: int) -> bool:
        """Whether a quotation holds a name («التايمز») and not words that were said."""
        article = self.article
        first, last = article.quotation_tokens(number)
        if not 0 < last - first <= _LONGEST_NAME_IN_MARKS:
            return False
        return all(
            token.is_word or token.kind == "number" or token.text in "-/."
            for token in article.tokens[first:last]
        ) and not any(
            (self.is_closed_class(index) and article.folded(index) not in PREPOSITIONS)
            or self.words.speaks_of_self(article, index)
            for index in range(first, last)
        )

    def is_person_in_marks(self, number: int) -> bool:
        """Whether a quotation holds nothing but a person's name: "عبدالسلام بن حمد العنزي"."""
        article, words = self.article, self.words
        first, last = article.quotation_tokens(number)
        return 1 < last - first <= _LONGEST_NAME_IN_MARKS and all(
            article.tokens[index].is_word
            and not words.may_be_verb(article, index)
            and (
                words.is_name(article, index)
                or (index > first and has_article(article.folded(index)))
            )
            for index in range(first, last)
        )

    def _ends_in_name(self, first: int, last: int) -> bool:
        """Whether the phrase so far ends in a person's name rather than in a title's field."""
        article, words = self.article, self.words
        if last - first < 1:
            return False
        index = last - 1
        if article.folded(index).startswith("ال"):
            index -= 1
            if index < first or not self.article.is_unknown(index + 1):
                return False
        if not words.is_name(article, index) or article.folded(index).startswith("ال"):
            return False
        while (
            index > first
            and words.is_name(article, index)
            and not words.is_organisation(article.folded(index))
            and not words.is_place(article.folded(index))
        ):
            index -= 1
        before = article.folded(index)
        return not (words.is_place(before) or words.is_organisation(before)) or index == first

    def _without_loose_end(self, first: int, last: int) -> int:
        """Take off what cannot end a phrase: a comma, a dangling preposition."""
        article = self.article
        while last > first and (
            article.tokens[last - 1].text in "،,/." or self.words.is_preposition(article, last - 1)
        ):
            last -= 1
        return last

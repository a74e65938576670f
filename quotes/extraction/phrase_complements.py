"""Prepositions inside the noun phrase of a source: part of the office, or the end of the phrase.

المتحدث باسم الوزارة "the spokesman for the ministry", السفير لدى فرنسا "the ambassador to France"
go on; قال المدرب في مؤتمر "the coach said at a conference" and قال الوزير للصحفيين "the minister
told reporters" do not. Which of the two it is depends on the head of the phrase, on whether
the person's name has been read already, and on what the verb governs.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.circumstances import is_circumstance
from quotes.extraction.grammar import (
    ACTIVE_IN,
    BODIES_LIKE_OCCASIONS,
    CHIEFS,
    COMPLEMENTIZERS,
    CONCERNED_WITH,
    CONCLUDED_BETWEEN,
    ENVOYS,
    FOR_THE_SAKE,
    HEADS_WITH_PREPOSITION,
    ISSUED,
    MISSIONS,
    NEWS_AGENCIES,
    ON_BEHALF_OF,
    ONES_OF,
    PREPOSITIONS_WITH_PRONOUN,
    has_article,
)
from quotes.extraction.names_in_marks import NamesInMarks
from quotes.extraction.phrase_words import PhraseWords
from quotes.extraction.words import Words

_COMMAS = frozenset("،,")
_LONGEST_FIELD = 16


class Complements:
    """Reads in one article what a preposition joins to a noun phrase.

    ``first`` is the phrase's first token and ``index`` the token reached; a method answers with
    the token after the complement, or ``index`` if it is none.
    """

    def __init__(
        self, article: Article, words: Words, inside: PhraseWords, in_marks: NamesInMarks
    ) -> None:
        self.article = article
        self.words = words
        self.inside = inside
        self.in_marks = in_marks

    def after_preposition(
        self, first: int, index: int, limit: int, governed: frozenset[str]
    ) -> int:
        """Past what a preposition that stands on its own begins; ``governed`` are the verb's."""
        after = self._past_preposition(first, index, limit, governed)
        if after > index or self.article.folded(index) in governed:
            return after
        return self._before_title(first, index, limit)

    def after_attached(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """Past what a word with ب or ل written onto it begins; ``governed`` are the verb's."""
        folded, words = self.article.folded(index), self.words
        if (
            folded[1:] in words.lexicon.addressees
            and not words.is_organisation(folded)
            and not (index == first + 1 and self.inside.is_bare_document(first))
        ):
            # لبي بي سي: to the BBC
            return index
        after = self._past_attached(first, index, governed)
        if after == index and self.article.tokens[index].facts.is_place:
            # مدير الطرق بمنطقة مكة المهندس فلان
            # (the director of roads in the region of Mecca, the engineer So-and-so)
            after = self._before_title(first, index, limit)
        if after > index or (folded[0] == "ب" and "ب" in governed):
            titled = words.is_role(self.article.folded(first))
            if after == index and titled and self.inside.is_given_name(index + 1):
                # المتحدث باسم الهيئة بالقصيم محمد الجعيثن
                # (the spokesman of the authority in Qassim, Muhammad al-Juaithin)
                return index + 1
            return after
        return self._before_title(first, index, limit)

    def _past_preposition(
        self, first: int, index: int, limit: int, governed: frozenset[str]
    ) -> int:
        """Past a preposition and its noun, where it belongs to the source's title or office."""
        article, words = self.article, self.words
        word, following = article.folded(index), article.folded(index + 1)
        if (
            word == "من"
            and following in FOR_THE_SAKE
            and words.is_organisation(article.folded(self._last_body(first, index)))
            and article.folded(index + 2) in words.lexicon.countries
        ):
            # حزب البديل من أجل ألمانيا: the party Alternative for Germany
            return index + 3
        if word == "لدي" and self._is_accredited(first, index):
            # سفارة خادم الحرمين الشريفين لدى البحرين
            # (the embassy of the Custodian of the Two Holy Mosques in Bahrain)
            return index + 2
        if word == "لدي" and index + 1 < limit and self._is_employed_at(first, index + 1):
            return index + 2
        if index + 1 >= limit or is_circumstance(article, index, words):
            return index
        if word in ON_BEHALF_OF:
            return index + 2
        if word == "عن" and index + 1 in article.opening and article.folded(index - 1) in ISSUED:
            # بلاغ صادر عن «التنسيقية»: a notice issued by "the Coordination"
            return article.after_quotation(article.opening[index + 1])
        if (
            word in ("في", "من", "لدي")
            and index + 1 in article.opening
            and (word not in governed or self._is_named_behind(index + 1))
            and self._is_office_in_marks(first, index + 1, limit)
        ):
            # مسؤول في «مجلس الغرف»، كبيرة المحللين في «الشركة» فلانة
            # (an official in "the Council"; the chief analyst in "the Company", So-and-so)
            return article.after_quotation(article.opening[index + 1])
        if following in COMPLEMENTIZERS or not article.tokens[index + 1].is_word:
            return index
        if words.in_list(following, words.lexicon.occasions) and word != "عن":
            return index
        before = article.folded(index - 1)
        if word == "في" and self._is_named_behind_field(index):
            # الجنرال في الاحتياط فلان: the general of the reserve, So-and-so
            return index + 2
        if word == "في":
            after_place = (
                words.is_place(following)
                or words.is_organisation(following)
                # الشرطة في نيبال: the police in Nepal
                or (self._heads_body(first) and words.in_list(following, words.lexicon.countries))
            )
            loose = words.in_list(
                article.folded(first), words.lexicon.unnamed
            ) and not self.inside.ends_in_name(first, index)
            if after_place or loose or words.in_list(before, ACTIVE_IN):
                return index + 2
            return index
        if word == "من":
            if following in PREPOSITIONS_WITH_PRONOUN:
                # ودعت الجمعية | من لديه الرغبة: and the society called on | whoever wishes
                return index
            counted = index == first + 1 and words.in_list(before, words.lexicon.quantifiers)
            if before not in ONES_OF and (
                ("من" in governed and not counted) or self.inside.ends_in_name(first, index)
            ):
                return index
            return index + 2 if words.is_nominal(article, index + 1) else index
        office = self._last_office(first, index)
        heads = words.bases(article.folded(office))
        if (
            self._is_head_or_its_adjective(office, index - 1)
            and not heads.isdisjoint(HEADS_WITH_PREPOSITION.get(word, ()))
            and not (word in governed and word == "عن" and not self._comes_again(index, limit))
        ):
            return index + 2
        if word == "عن" and before in ISSUED:
            return index + 2
        if word in governed:
            return index
        if word == "بين" and before in CONCLUDED_BETWEEN:
            # الاتفاق المعقود بين أنقرة وواشنطن: the agreement made between Ankara and Washington
            return index + 2
        if word in ("الي", "لدي") and not heads.isdisjoint(ENVOYS):
            return index + 2
        if word == "لدي" and words.in_list(article.folded(first), words.lexicon.unnamed):
            return index + 2
        if word in ("علي", "عن") and words.in_list(before, ACTIVE_IN):
            return index + 2
        return index

    def _is_employed_at(self, first: int, employer: int) -> bool:
        """Whether "at" stands between somebody and a body: محلل لدى بنك, محللون لدى جولدمان."""
        article, words = self.article, self.words
        head = article.folded(first)
        known = words.is_organisation(article.folded(employer))
        return (words.is_role(head) and known) or (
            words.in_list(head, words.lexicon.unnamed)
            and (known or article.tokens[employer].facts.classes <= {"proper"})
        )

    def _comes_again(self, index: int, limit: int) -> bool:
        """Whether the same preposition follows in the clause: عبر النائب عن الحزب عن أمله."""
        article = self.article
        for ahead in range(index + 2, min(limit, index + _LONGEST_FIELD)):
            if article.folded(ahead) == article.folded(index):
                return True
            if not article.tokens[ahead].is_word or article.tokens[ahead].facts.is_verb:
                return False
        return False

    def _last_body(self, first: int, index: int) -> int:
        """The last word of a phrase that heads the name of a body; its first, failing that."""
        return next(
            (
                n
                for n in range(index - 1, first, -1)
                if self.words.is_organisation(self.article.folded(n))
            ),
            first,
        )

    def _is_named_behind_field(self, index: int) -> bool:
        """Whether a name stands behind في with a noun, and a title right before it."""
        article, words = self.article, self.words
        title = article.folded(index - 1)
        return (
            has_article(title)
            and (words.is_title(title) or words.is_role(title))
            and has_article(article.folded(index + 1))
            and (
                article.folded(index + 2) in words.lexicon.given_names
                or (article.is_unknown(index + 2) and not has_article(article.folded(index + 2)))
            )
        )

    def _is_accredited(self, first: int, index: int) -> bool:
        """Whether an embassy or an envoy stands before لدى "to", and a country behind it."""
        return self.article.folded(index + 1) in self.words.lexicon.countries and any(
            not self.words.bases(self.article.folded(n)).isdisjoint(ENVOYS | MISSIONS)
            for n in range(first, index)
        )

    def _past_attached(self, first: int, index: int, governed: frozenset[str]) -> int:
        """Past a word with ب or ل written onto it, where it belongs to the source's title."""
        article, words = self.article, self.words
        folded = article.folded(index)
        if folded in ON_BEHALF_OF:
            return index + 1
        if folded[0] == "ل" and index == first + 1 and self.inside.is_bare_document(first):
            # بيان لوزارة الصحة, مسح لرويترز
            # (a statement of the ministry of health; a survey for Reuters)
            return index + 1 if len(folded) > 1 else index
        if (
            folded == "ل"
            and index + 1 in article.opening
            and self._is_office_in_marks(first, index + 1, index + 1)
            and self._is_named_behind(index + 1)
        ):
            # المدير التنفيذي لـ«الشركة» فلان الفلاني
            # (the chief executive of "the Company", So-and-so)
            return article.after_quotation(article.opening[index + 1])
        if folded in ("ل", "ب") or self._is_addressee(first, index):
            return index
        if folded[0] == "ب" and index == first + 1 and words.has_possessor(article, first):
            # دفع محاميه بانتفاء: his lawyer
            return index
        if article.folded(index - 1) in CONCERNED_WITH and folded[0] in "بل":
            # التقرير الخاص بالقروض: the report on the loans
            return index + 1
        if folded[0] == "ب" and "ب" in governed:
            # وصرح الناطق بشرطة المنطقة: a body completes the office, and is nothing said.
            body = words.is_organisation(folded) and not words.in_list(
                folded, words.lexicon.documents
            )
            # جنرال is a name, too.
            titled = words.is_role(article.folded(first)) and (
                index == first + 1 or not self.inside.ends_in_name(first, index)
            )
            # المكتب الإعلامي بقطاع غزة: the media office in the Gaza Strip
            located = words.is_place(folded) and self._heads_body(first)
            return index + 1 if (body and titled) or located else index
        # مركز الملك سلمان للإغاثة: the name is that of the body.
        named = self.inside.ends_in_name(first, index) and not self._heads_body(first)
        if folded[0] == "ل":
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

    def _before_title(self, first: int, index: int, limit: int) -> int:
        """Past a prepositional phrase behind which the source's title and name follow.

        المدير الإقليمي للحملة في سوريا الدكتور بدر: the name shows that في سوريا is part of it.
        """
        article, words = self.article, self.words
        held = words.is_role(article.folded(first)) or article.folded(first) in CHIEFS
        if not held or self.inside.has_title(first, index):
            return index
        after_marks = index
        for ahead in range(index + 1, min(limit, index + _LONGEST_FIELD)):
            token = article.tokens[ahead]
            if token.text in _COMMAS and ahead > index + 1:
                # مدير القسم في الشركة، فلان، إن
                # (the head of the section in the company, So-and-so, that)
                named = self.inside.is_given_name(ahead + 1) or self.inside.is_whole_name(
                    ahead + 1, limit
                )
                return ahead + 1 if named else index
            if ahead in article.opening and self.in_marks.is_person(article.opening[ahead]):
                return ahead if article.folded(ahead - 1) not in ("ل", "ب") else index
            if ahead < after_marks:
                continue
            if ahead in article.opening and self.in_marks.is_name(article.opening[ahead]):
                # مدير القسم في «الشركة»، فلان، إن
                # (the head of the section in "the Company", So-and-so, that)
                after_marks = article.after_quotation(article.opening[ahead])
                continue
            if not token.is_word or self.inside.ends_office(ahead):
                return index
            if (
                words.in_list(token.folded, words.lexicon.occasions)
                # القيادي في الإطار التنسيقي فلان: the leader in the Coordination Framework
                and token.folded not in BODIES_LIKE_OCCASIONS
            ):
                return index
            if token.folded in words.lexicon.addressees or is_circumstance(article, ahead, words):
                return index
            if self.inside.is_title_before_name(ahead):
                return ahead
            if ahead > index + 1 and (
                self.inside.is_given_name(ahead) or self._is_foreign_name(ahead)
            ):
                return ahead
        return index

    def _is_named_behind(self, opening: int) -> bool:
        """Whether a person's name follows the quotation that opens here."""
        article, words = self.article, self.words
        after = article.after_quotation(article.opening[opening])
        return words.is_name(article, after) and (
            self.inside.is_given_name(after) or self._is_foreign_name(after)
        )

    def _is_foreign_name(self, index: int) -> bool:
        """Whether two words begin here that are nothing but names, and no country: ديفيد هيل."""
        article, words = self.article, self.words
        return all(
            token.kind == "word"
            and token.facts.classes <= {"proper"}
            and not token.facts.has_article
            and token.folded not in words.lexicon.countries
            for token in (words.word(article, index), words.word(article, index + 1))
        )

    def _is_office_in_marks(self, first: int, opening: int, limit: int) -> bool:
        """Whether a body in marks is part of an office, by what follows: a name, a mark, أن."""
        article, words = self.article, self.words
        after = article.after_quotation(article.opening[opening])
        following = words.word(article, after)
        return (
            (
                words.is_role(article.folded(first))
                or words.in_list(article.folded(first), words.lexicon.unnamed)
            )
            and self.in_marks.is_name(article.opening[opening])
            and (
                after >= limit
                or following.text in ":،,"
                or following.folded in COMPLEMENTIZERS
                or following.facts.is_name
            )
        )

    def _is_addressee(self, first: int, index: int) -> bool:
        """Whether ل makes it the ones who are told: للصحفيين, للاعبين; not المدير العام للإذاعة."""
        folded, words = self.article.folded(index), self.words
        if words.in_list(folded, words.lexicon.addressees):
            titled = (
                index > first + 1
                and words.is_organisation(folded)
                and not words.in_list(self.article.folded(first), words.lexicon.unnamed)
                and self._is_head_or_its_adjective(first, index - 1)
                and self.article.folded(index + 1) not in NEWS_AGENCIES
            )
            return not titled
        return (
            folded.startswith("لل")
            and folded.endswith("ين")
            and "p" in words.info(self.article, index).numbers
        )

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

    def _heads_body(self, index: int) -> bool:
        """Whether a word heads the name of an organisation or a place, and that of no person."""
        folded, words = self.article.folded(index), self.words
        return (words.is_organisation(folded) or words.is_place(folded)) and not words.is_role(
            folded
        )

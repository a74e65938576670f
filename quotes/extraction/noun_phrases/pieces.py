"""What a word adds to the noun phrase before it, where its form does not say.

An accusative ends the phrase (محمد ضاحكا "Muhammad, laughing") unless it is a surname (أنطوان زهرا
Antoine Zahra); ب at its beginning may be "in" or the first letter of a name.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.starts import PhraseStarts
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AGED,
    ARRIVALS,
    BEFORE_FAMILY_NAMES,
    BY_PROXY,
    CLOSE_TO,
    COMPLEMENTIZERS,
    CONNECTORS,
    DAYS_OF_PRAYER,
    EVERY,
    FATHER,
    FROM,
    FROM_HIM,
    OF_THEM,
    PRAYERS,
    PREPOSITIONS,
    PRIVATIVES,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUSPECTED,
    TERMS_OF_OFFICE,
    UPON_WHOM,
    YEARS,
    YEARS_OF_AGE,
)
from quotes.extraction.text.words import Words

_FEMININE_NISBA = "يه"
# The ending of دوليا, رسميا: internationally, officially.
_TELLS_HOW = "يا"
_LEAST_WITH_PREPOSITION = 3
_NEVER_BEHIND_AND = SUBJECT_PRONOUNS | RELATIVES | COMPLEMENTIZERS | CONNECTORS | PREPOSITIONS


class PhrasePieces:
    """Tells in one article whether a word belongs to the noun phrase before it."""

    def __init__(
        self,
        article: Article,
        words: Words,
        inside: PhraseWords,
        starts: PhraseStarts,
    ) -> None:
        self.article = article
        self.words = words
        self.inside = inside
        self._forms = inside.forms
        self._starts = starts

    def is_partitive(self, index: int) -> bool:
        """Whether a word tells of whom the one before is: أحد منهم, مقرب منه.

        "one of them", "one close to him"
        """
        folded = self.article.folded(index)
        return folded in OF_THEM or (
            folded in FROM_HIM and self.article.folded(index - 1) in CLOSE_TO
        )

    def opens_description(self, index: int) -> bool:
        """Whether a verb opens a clause that describes the noun before, without a relative."""
        article = self.article
        facts = article.tokens[index].facts
        if article.folded(index) in ARRIVALS and article.tokens[index - 1].facts.is_head:
            # بيان ورد: "a statement that arrived"
            return True
        if article.folded(index) in AGED:
            # الرجل البالغ 53 عاما: the man, aged 53; البالغة من العمر: who has reached the age of
            after = self.words.word(article, index + 1)
            return after.kind == "number" or after.folded in FROM
        return facts.may_be_verb and (
            self._describes_indefinite(index)
            # مسؤول طلب عدم ذكر اسمه: an official who asked that his name not be told
            or article.folded(index + 1) in PRIVATIVES
            or (
                # بيان نشرته بلغات عدة "a statement that it published in several languages"; but
                # بيان نشرته الحركة "a statement that the movement published" says whose it is.
                facts.has_enclitic
                and self.inside.is_bare_document(index - 1)
                and not self._starts.at(index + 1, after_verb=True)
            )
        )

    def _describes_indefinite(self, index: int) -> bool:
        """Whether an imperfect tells of bodies without the article: قوات محلية تشكل رأس الحربة.

        "local forces that form the spearhead"
        """
        article = self.article
        before, facts = article.tokens[index - 1].facts, article.tokens[index].facts
        return (
            "imperfect" in facts.classes
            and not facts.is_name
            and article.folded(index - 1).endswith(_FEMININE_NISBA)
            and "adjective" in before.classes
            and not before.has_article
            and self.words.is_nominal(article, index + 1)
            and any(
                article.tokens[n].facts.is_organisation and not article.tokens[n].facts.has_article
                for n in range(max(0, index - 3), index - 1)
            )
        )

    def past_recognised(self, first: int, index: int) -> int:
        """Past a preposition whose pronoun belongs to the participle: المعترف | بها دوليا.

        "the internationally recognised"; ``index`` where it belongs to no participle.
        """
        if (
            index == first + 1
            and self.article.folded(index) not in UPON_WHOM
            # المشتبه به: the suspect
            and self.article.folded(first) not in SUSPECTED
        ):
            return index
        how = self.words.word(self.article, index + 1)
        return index + 1 + (how.is_word and how.folded.endswith(_TELLS_HOW))

    def completes_office(self, first: int, index: int) -> bool:
        """Whether a word tells how or when somebody holds the office before it."""
        article = self.article
        folded = article.folded(index)
        return (
            # المدير بالنيابة: the acting manager
            (folded in BY_PROXY and self.words.is_role(article.folded(first)))
            # الوزير سابقا محمد, الدكتور محمد: (Dr) Muhammad, formerly minister
            or (
                folded in TERMS_OF_OFFICE
                and (
                    self.inside.is_given_name(index + 1)
                    or self.inside.is_title_before_name(index + 1)
                )
            )
            # خطيب صلاة الجمعة: the preacher of the Friday prayer
            or (folded in DAYS_OF_PRAYER and article.folded(index - 1) in PRAYERS)
        )

    def is_accusative_name(self, first: int, index: int, limit: int) -> bool:
        """Whether an accusative by its form is the surname of somebody."""
        return (
            self._is_surname_before_office(first, index, limit)
            or self._is_foreign_name_behind_office(index)
            or self._is_wanted_surname(index)
            # وائل أبو ريا: Wael Abu Rayya
            or self.article.folded(index - 1) in FATHER
            or self._is_surname_before_that(first, index)
            or self._is_given_before_foreign(index)
            or self._is_between_names(index)
            or self._ends_name_of_subject(index)
        )

    def is_family_name(self, index: int) -> bool:
        """Whether a particle of names wants the word behind it, whatever that looks like.

        بارت دي ويفر Bart De Wever, who begins as if with "and"; فان دن بروك van den Broek, as if
        with "in"
        """
        token = self.article.tokens[index]
        return (
            self.article.folded(index - 1) in BEFORE_FAMILY_NAMES
            and token.kind == "word"
            and (token.facts.is_name_particle or not token.facts.is_function_word)
            # جيه.إل.إل نقلا عن: JLL, quoting; folding makes آل of إل.
            and not token.may_be_cue
        )

    def _ends_name_of_subject(self, index: int) -> bool:
        """قالت ماري بارا إن: Mary Barra said that; "laughing" in قال سالم ضاحكا is an adjective."""
        token = self.article.tokens[index]
        return (
            "adjective" not in token.facts.classes
            and not (token.may_be_cue or token.facts.is_adverbial or token.facts.is_head)
            and (
                self._forms.surnames.ends_name_of_subject(index)
                or self._forms.surnames.is_surname_of_given(index - 1, index, wants_person=False)
            )
        )

    def _is_given_before_foreign(self, index: int) -> bool:
        """المذيعة الأمريكية أوبرا وينفري: the American presenter Oprah Winfrey, no "opera"."""
        article = self.article
        return (
            has_article(article.folded(index - 1))
            and "noun" in article.tokens[index].facts.classes
            and article.is_unknown(index + 1)
            and not has_article(article.folded(index + 1))
        )

    def _is_between_names(self, index: int) -> bool:
        """محمد خدا كرمي: Muhammad Khoda Karami; ضاحكا "laughing" would be an adjective."""
        article, words = self.article, self.words
        following = words.word(article, index + 1)
        return (
            article.folded(index - 1) in words.lexicon.given_names
            and "adjective" not in article.tokens[index].facts.classes
            and following.is_word
            and words.is_name(article, index + 1)
            and not (following.facts.has_article or following.facts.may_be_verb)
        )

    def _is_surname_before_that(self, first: int, index: int) -> bool:
        """قال أبوبكر سيلا إن: Abubakar Sylla, "a torrent", said that."""
        article = self.article
        given, facts = article.tokens[first], article.tokens[index].facts
        return (
            index == first + 1
            and article.folded(index + 1) in COMPLEMENTIZERS
            and given.kind == "word"
            and given.facts.may_be_given_name
            and facts.classes <= {"noun", "proper", "perfect"}
        )

    def _is_surname_before_office(self, first: int, index: int, limit: int) -> bool:
        """هارشجيت أوزا المحلل: Harshjit Oza, the analyst."""
        article = self.article
        return (
            index == first + 1
            and article.is_unknown(first)
            and index + 1 < limit
            and article.tokens[index + 1].facts.is_head
        )

    def _is_foreign_name_behind_office(self, index: int) -> bool:
        """النائبة بولا يعقوبيان: the deputy Paula Yacoubian."""
        article, words = self.article, self.words
        before = article.folded(index - 1)
        return (
            has_article(before)
            and (words.is_role(before) or words.is_title(before))
            and (
                article.is_unknown(index + 1)
                or article.folded(index + 1) in words.lexicon.name_particles
            )
        )

    def _is_wanted_surname(self, index: int) -> bool:
        """رئيس الحزب أنطوان زهرا: the party leader Antoine Zahra.

        An adjective ("laughing") is one only before "that".
        """
        article = self.article
        return (
            article.folded(index + 1) in COMPLEMENTIZERS
            or "adjective" not in article.tokens[index].facts.classes
        ) and self._forms.surnames.wants_surname(index)

    def is_joined(self, index: int) -> bool:
        """Whether a word with و "and" is another noun of the phrase, and opens no clause."""
        article, words = self.article, self.words
        if article.folded(index)[1:] in _NEVER_BEHIND_AND:
            return False
        # و may also be the first letter of the word.
        classes = article.tokens[index].facts.classes
        if not article.tokens[index].may_be_cue and self._forms.surnames.wants_surname(index):
            # المبعوث ستيف ويتكوف: Witkoff looks like "and he"
            return True
        if article.tokens[index].facts.has_enclitic and words.is_verb(article, index + 1):
            # السيدة | وعيناها تدمعان: the woman, her eyes filling with tears
            return False
        if words.is_verb(article, index) or (
            # ببعثة الأخضر وأكد "the green team's delegation and affirmed": no "surer".
            article.tokens[index].may_be_cue and "perfect" in classes and "noun" not in classes
        ):
            return False
        return words.is_nominal(article, index)

    def is_surname_like_clause(self, index: int) -> bool:
        """Whether a surname looks like "and he" with a verb: قال ستيف ويتكوف إن.

        "Steve Witkoff said that": the verb would have to be one of saying.
        """
        article, token = self.article, self.article.tokens[index]
        return (
            token.facts.is_verb
            and not token.may_be_cue
            and (
                (
                    article.folded(index - 1) in self.words.lexicon.given_names
                    and article.folded(index + 1) in COMPLEMENTIZERS
                )
                or self._forms.surnames.ends_name_of_subject(index)
                # ستيف ويتكوف يحذر: Steve Witkoff warns
                or self._forms.surnames.is_surname_of_given(index - 1, index, wants_person=False)
            )
        )

    def has_preposition(self, index: int, governed: frozenset[str]) -> bool:
        """Whether ب or ل is attached to a word: not to يائير لبيد Yair Lapid, "to a desert"."""
        return is_attached_preposition(
            self.article, index, self.words, governed
        ) and not self._is_surname_like_prepositional(index, governed)

    def _is_surname_like_prepositional(self, index: int, governed: frozenset[str]) -> bool:
        """Whether a surname only looks like ب or ل with a noun."""
        folded = self.article.folded(index)
        return (
            len(folded) > _LEAST_WITH_PREPOSITION
            and folded[0] not in governed
            and not folded.startswith(("لل", "بال"))
            and not self._is_known_noun(folded[1:])
            and not self.article.tokens[index].facts.has_enclitic
            and (self._forms.surnames.wants_surname(index) or self._is_surname_of_subject(index))
        )

    def _is_known_noun(self, folded: str) -> bool:
        """Whether a noun stands elsewhere in the text, or is known to stand behind ب and ل."""
        words = self.words
        return (
            folded in self.article.vocabulary
            or words.is_head(folded)
            or words.is_place(folded)
            or words.in_list(folded, words.lexicon.addressees)
            or words.in_list(folded, words.lexicon.occasions)
            or folded in words.lexicon.countries
        )

    def _is_surname_of_subject(self, index: int) -> bool:
        """Whether it ends the name of the subject: قال يائير لبيد إن "Yair Lapid said that".

        In قال سالم لخالد it is to whom "Salem said", and in قال سالم بحزن how: "with sadness".
        """
        folded = self.article.folded(index)
        rest = self.words.describe(folded[1:])
        return (
            (folded[0] == "ل" or self.article.folded(index + 1) in COMPLEMENTIZERS)
            and self._forms.surnames.ends_name_of_subject(index)
            and bool(rest.readings)
            and "proper" not in rest.classes
        )

    def is_counted_or_numbered(self, first: int, index: int, limit: int) -> bool:
        """Whether a number belongs to the phrase: it opens it, counts "every", or is in a name."""
        return (
            index == first
            or self.article.folded(index - 1) in EVERY
            # اتفاقية لسنة 1970: a convention of 1970
            or (index > first + 1 and self.article.folded(index - 1) in YEARS)
            or self._is_numbered(index, limit)
            or self._counts_whom(index)
        )

    def _counts_whom(self, number: int) -> bool:
        """Whether it counts those whom plural persons serve: سفراء 12 دولة.

        "the ambassadors of 12 countries"
        """
        article, words = self.article, self.words
        served, counted = article.tokens[number - 1], words.word(article, number + 1)
        return (
            # ممثلو: the representatives of
            (served.facts.is_role or served.folded.endswith("و"))
            and not served.facts.has_article
            and "p" in served.facts.info.numbers
            and counted.facts.is_head
            and not counted.facts.has_article
        )

    def _is_numbered(self, number: int, limit: int) -> bool:
        """Whether a number is part of a name: "الفرقة 11" and "القناة 12"; "3 مصادر" is a count.

        "Division 11", "Channel 12", "3 sources"
        """
        article, words = self.article, self.words
        if article.folded(number + 1) in YEARS_OF_AGE and not article.is_glued(number):
            # زينب العبيدي 7 سنوات: Zaynab al-Ubaydi, 7 years of age
            return False
        return words.is_name(article, number - 1) or (
            (
                words.is_organisation(article.folded(number - 1))
                or words.in_list(article.folded(number - 1), words.lexicon.documents)
            )
            and (
                number + 1 == limit
                or self.inside.is_closed_class(number + 1)
                # الفرقة 30 | الأهالي "Division 30 | the people": a count has no article.
                or has_article(article.folded(number + 1))
                or not words.is_nominal(article, number + 1)
            )
        )

"""What the forms of a phrase's words say: whether they agree, whether it is whole so far.

الوزير | الصحفيين: a plural in ين goes on with no singular man. Nothing here knows what the verb
wants; that is for ``bounds``, which asks.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.surnames import Surnames
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AGENCY_HEADS,
    EMPHATICS,
    FEMININE_ELATIVES,
    IN_NAME_OF,
    SERVANT_OF,
)
from quotes.extraction.text.words import Words


class PhraseForms:
    """Tells in one article what two neighbouring words can be to each other, by their forms."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words
        self.surnames = Surnames(article, words)
        """Which words are surnames by where they stand."""

    def disagrees(self, index: int) -> bool:
        """Whether a masculine adjective stands behind a feminine noun, both definite."""
        before, facts = self.article.tokens[index - 1].facts, self.article.tokens[index].facts
        return (
            before.has_article
            and facts.has_article
            and before.info.classes == {"noun"}
            and before.info.genders == {"f"}
            and before.info.numbers == {"s"}
            and self.article.folded(index - 1).endswith("ه")
            and facts.info.classes == {"adjective"}
            and facts.info.genders == {"m"}
            and facts.info.numbers == {"s"}
            # المفوضية العليا: feminine, though the dictionary has it without gender
            and self.article.folded(index) not in FEMININE_ELATIVES
        )

    def is_inside_foreign_name(self, index: int) -> bool:
        """Whether a word between two that are only names is one, too: جوزيف ديون نغوتي.

        "Joseph Dion Ngute"
        """
        article, lexicon = self.article, self.words.lexicon
        token = article.tokens[index]
        facts = token.facts
        return (
            not (facts.has_article or facts.is_head or facts.is_function_word)
            and 0 < index < len(article.tokens) - 1
            and token.kind == "word"
            and self._is_foreign_name(index - 1)
            and self._is_foreign_name(index + 1)
            and not (facts.has_enclitic and "noun" in facts.classes)
            # كيري | تصريحات كاميرون: Kerry | the statements of Cameron
            and token.folded not in lexicon.occasions
            and token.folded not in lexicon.documents
        )

    def _is_foreign_name(self, index: int) -> bool:
        """Whether the dictionary has a word for a name alone, or not at all; no country."""
        token = self.article.tokens[index]
        return token.facts.is_foreign_name and token.folded not in self.words.lexicon.countries

    def numbers(self, index: int) -> frozenset[str]:
        """The numbers that the dictionary has of a word: s, d, p."""
        return self.article.tokens[index].facts.info.numbers

    def is_described(self, index: int) -> bool:
        """Whether a definite noun has a feminine adjective behind it: الأمم المتحدة.

        "the United Nations"
        """
        article = self.article
        following = article.folded(index + 1)
        return (
            article.tokens[index].facts.has_article
            and following.startswith("ال")
            and following.endswith("ه")
            and self.words.is_adjective(article, index + 1)
        )

    def is_only_given_name(self, first: int, index: int) -> bool:
        """Whether the name so far is one given name, behind a title or nothing."""
        return self.article.folded(index) in self.words.lexicon.given_names and (
            index == first or self.words.is_title(self.article.folded(index - 1))
        )

    def is_agency_told_by_source(self, first: int, index: int) -> bool:
        """Whether the agency begins that an unnamed source told: أفاد مصدر طبي | وكالة الأنباء.

        "a medical source told | the news agency"
        """
        return (
            index > first + 1
            and self.article.folded(index) in AGENCY_HEADS
            and self.words.in_list(self.article.folded(first), self.words.lexicon.unnamed)
        )

    def is_whole_name(self, end: int) -> bool:
        """Whether a given name with a surname stands before token ``end``, whatever its form."""
        given, surname = self.article.tokens[end - 2], self.article.tokens[end - 1]
        return (
            end > 1
            and given.kind == surname.kind == "word"
            and (given.facts.is_name or self.article.is_ali(end - 2))
            and not (given.facts.has_article or given.facts.is_head)
            and not (surname.facts.has_article or surname.facts.is_head)
            and not surname.facts.is_name_particle
        ) or (given.folded in SERVANT_OF or given.facts.is_name_particle)

    def is_act(self, index: int) -> bool:
        """Whether a noun that is a name, too, is completed by a common noun: فتح تحقيق.

        "the opening of an inquiry": no name has a common noun behind it.
        """
        noun = self.article.tokens[index]
        following = self.words.word(self.article, index + 1)
        return (
            "noun" in noun.facts.classes
            and not (noun.facts.has_article or noun.facts.has_proclitic or noun.facts.is_head)
            and noun.folded not in self.words.lexicon.given_names
            and following.kind == "word"
            and following.facts.classes == {"noun"}
            and not following.facts.has_article
        )

    def heads_construct(self, index: int) -> bool:
        """Whether a noun that is a name, too, is completed by the definite noun behind it."""
        article, words = self.article, self.words
        following = article.folded(index + 1)
        return (
            "noun" in words.info(article, index).classes
            and not has_article(article.folded(index))
            and not words.is_head(article.folded(index))
            and article.folded(index) not in words.lexicon.given_names
            and following.startswith("ال")
            and not following.endswith("ي")
            and words.info(article, index + 1).classes <= {"noun", "adjective"}
            and not article.is_unknown(index + 1)
        )

    def is_no_plural(self, index: int) -> bool:
        """Whether a noun differs in number from the plural before: الناشطون | الخبر.

        "the activists | the news"
        """
        article = self.article
        before = article.tokens[index - 1].facts
        return (
            article.folded(index - 1).endswith("ون")
            and before.has_article
            # الشؤون "affairs" is no plural of persons.
            and "adjective" in before.classes
            and "p" in before.info.numbers
            and not article.folded(index).endswith(("ون", "ين"))
            and self.words.info(article, index).numbers == {"s"}
        )

    def goes_on_with_name(self, first: int, index: int) -> bool:
        """Whether a company's foreign name goes on, to an adjective: شركة هوندا موتور اليابانية.

        "the Japanese company Honda Motor"
        """
        article = self.article
        following = article.folded(index + 1)
        return (
            self.words.is_organisation(article.folded(first))
            and article.folded(first).endswith("ه")
            and not article.folded(index).endswith(("ه", "ات"))
            and following.startswith("ال")
            and following.endswith("يه")
            and "adjective" in self.words.info(article, index + 1).classes
        )

    def is_whole_body(self, first: int, index: int) -> bool:
        """Whether a body is named to the end, in a definite adjective: الاتحاد الدولي.

        "the international federation"
        """
        before = self.article.tokens[index - 1].facts
        head = self.article.tokens[first].facts
        return (
            head.is_organisation
            and not head.is_role
            and before.has_article
            and "adjective" in before.classes
            and not (before.is_title or before.is_role)
        )

    def may_be_adjective(self, first: int, index: int) -> bool:
        """Whether a word can describe a noun of the phrase so far; المدينة is none to الوزير.

        "the city", "the minister": a feminine adjective wants a feminine noun or a plural;
        masculine ones can be elatives, which do not agree.
        """
        tokens, folded = self.article.tokens, self.article.folded(index)
        if "adjective" not in tokens[index].facts.classes or self.is_place_or_occasion(index):
            return False
        if not folded.endswith(("ه", "ات")):
            return True
        nouns = [token.facts.info for token in tokens[first:index]]
        if folded.endswith("ات"):
            # وانتقد هورموزلو | السياسات: and Hurmuzlu criticised | the policies
            return any("p" in noun.numbers for noun in nouns)
        return any(not noun.genders or "f" in noun.genders or "p" in noun.numbers for noun in nouns)

    def is_place_or_occasion(self, index: int) -> bool:
        """Whether it is a noun beyond doubt: المدينة "the city", المعرض; not الأول."""
        bare = self.article.folded(index).removeprefix("ال")
        if self.article.tokens[index].facts.classes == {"adjective"}:
            return False
        return bare in self.words.lexicon.places or bare in self.words.lexicon.occasions

    def has_office(self, first: int, index: int) -> bool:
        """Whether the phrase is a person's whole naming: office, given name and surname.

        التقى الأمين العام مارك روته | الرئيس: the office that follows is somebody else's.
        """
        words = self.words
        return (
            words.is_role(self.article.folded(first))
            and index - 2 > first
            and all(
                words.is_name_in_phrase(self.article, n)
                and not words.is_head(self.article.folded(n))
                and not has_article(self.article.folded(n))
                for n in (index - 2, index - 1)
            )
        )

    def is_other_participant(self, first: int, index: int) -> bool:
        """Whether a noun behind a definite one can only be the verb's object, by its form.

        A possessive pronoun (الرئيس | نظيره "the president, his counterpart") points back at the
        phrase, and a plural of persons in ين or a feminine noun agrees with no singular man:
        الوزير | الصحفيين, الوزير | المدينة.
        """
        token, before = self.article.tokens[index], self.article.folded(index - 1)
        both_definite = (
            before.startswith("ال") and has_article(before) and token.folded.startswith("ال")
        )
        if not (both_definite or token.facts.has_enclitic):
            return False
        if token.folded[:1] == "و" or not token.facts.readings or token.folded in IN_NAME_OF:
            return False
        if token.folded.endswith("نا") and self._is_before_name(index):
            # ماريا كورينا ماتشادو: no newspaper says "our".
            return False
        if token.facts.has_enclitic:
            return self._points_back(index)
        return self._is_plural_of_others(first, index) or self._is_feminine_behind_man(index)

    def _is_before_name(self, index: int) -> bool:
        """Whether the next word is a name."""
        article, following = self.article, self.article.folded(index + 1)
        return (
            article.is_unknown(index + 1)
            or following in self.words.lexicon.given_names
            or article.is_surname(following)
        )

    def _points_back(self, index: int) -> bool:
        """Whether a noun is theirs whom the phrase names: الرئيس | نظيره, and not its emphatic.

        "the president | his counterpart"
        """
        article, words = self.article, self.words
        token, before = article.tokens[index], article.tokens[index - 1]
        particles = words.lexicon.name_particles
        named = (
            not before.facts.is_head
            and before.folded not in particles
            and (
                words.is_name(article, index - 1)
                # هذيل آل شرمه | ارتياحه: Huthail Al Sharma | his relief
                or article.folded(index - 2) in particles
            )
        )
        return (
            (named or before.folded.startswith("ال"))
            and "noun" in token.facts.classes
            and not words.in_list(token.folded, EMPHATICS)
        )

    def _is_plural_of_others(self, first: int, index: int) -> bool:
        """Whether a definite plural in ين is no attribute of the definite noun before it."""
        facts, previous = self.article.tokens[index].facts, self.article.tokens[index - 1].facts
        if not self.article.folded(index).endswith("ين"):
            return False
        if index - 1 == first and "p" in facts.info.numbers:
            # وينصح الخبراء | المستخدمين: an adjective of the subject would end in ون
            return True
        if not {"d", "p"} <= facts.info.numbers:
            return False
        if facts.is_head:
            # والد الطفل | المسؤولين: the child's father | those in charge
            return previous.info.numbers == {"s"} and not previous.is_head
        if previous.classes <= {"proper"}:
            # الدوسري | المسلمين: al-Dosari | the Muslims
            return True
        return self._is_singular_noun(index - 1)

    def _is_feminine_behind_man(self, index: int) -> bool:
        """Whether a feminine noun stands behind a masculine one: الوزير | المدينة.

        "the minister | the city"
        """
        facts = self.article.tokens[index].facts
        return (
            self._is_singular_noun(index - 1)
            and self.article.tokens[index - 1].facts.info.genders == {"m"}
            and not facts.is_head
            and facts.classes == {"noun"}
            and facts.info.genders == {"f"}
            and facts.info.numbers == {"s"}
        )

    def _is_singular_noun(self, index: int) -> bool:
        """Whether a word is singular, and no name."""
        facts = self.article.tokens[index].facts
        return facts.info.numbers == {"s"} and ("proper" not in facts.classes or facts.is_head)

"""Where a noun phrase is complete, so that the noun behind it begins another.

أعلن معهد الإدارة | استمرار "announced the continuation", دعا الرئيس | الحكومة "called upon the
government": Arabic writes no mark between a subject and its object.
"""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    ADJECTIVAL_OFFICES,
    AGENCY_HEADS,
    BRANCHES_OF_SERVICE,
    COMPLETIONS,
    DIRECTIONS,
    EMPHATICS,
    EPITHETS,
    JOINING_PARTICLES,
    NEWS_AGENCIES,
    ONE_OF_THEM,
    WORDS_OF_SAYING,
    has_article,
)
from quotes.extraction.words import Words

_CLOSING_MARKS = frozenset('»”"')


class PhraseBounds:
    """Tells in one article whether a noun goes on with the phrase before it."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words

    def begins_another(
        self, first: int, index: int, object_follows: bool, person_follows: bool
    ) -> bool:
        """Whether a noun begins that cannot go on with a phrase already complete.

        After a definite noun or a name an indefinite one is an office in apposition or the
        object of the verb: أعلن معهد الإدارة | استمرار "announced the continuation".
        """
        article, words = self.article, self.words
        token, previous = article.tokens[index], article.tokens[index - 1]
        if token.kind != "word":
            return False
        facts, before = token.facts, previous.folded
        if previous.text in _CLOSING_MARKS:
            # وطالب «فلان» الهيئة: what stands in marks is complete.
            return (object_follows or person_follows) and (
                ("noun" in facts.classes and not facts.is_name and "adjective" not in facts.classes)
                or (token.folded.startswith("ال") and token.folded.endswith("ين"))
            )
        if previous.kind == "number" and facts.has_article and index > first + 1:
            # الفرقة 30 | الأهالي
            return object_follows or person_follows
        if previous.kind != "word":
            return False
        if facts.is_preposition and not article.is_ali(index):
            return False
        if token.folded in BRANCHES_OF_SERVICE:
            return False
        if token.folded in WORDS_OF_SAYING or self._is_other_participant(first, index):
            return True
        if before in ONE_OF_THEM or (person_follows and token.folded in NEWS_AGENCIES):
            # سأل أحدهم | الوزير, أبلغ الرئيس | رويترز
            return before not in AGENCY_HEADS
        if (
            person_follows
            and index == first + 1
            and previous.facts.is_title
            and previous.facts.has_article
            and facts.has_article
            and "p" in facts.info.numbers
            and not token.folded.endswith("ي")
        ):
            # دعا الشيخ | الشباب
            return True
        if (
            words.is_name(article, index - 1)
            and not previous.facts.is_head
            and not before.startswith("ال")
            and self._is_oblique_plural(index)
        ):
            # وأبلغ كاروناناياكي | الصحافيين
            return True
        if token.folded.startswith("ال") and (before in COMPLETIONS or self._is_no_plural(index)):
            return True
        if index == first + 1 and self._disagrees(index):
            # موقع الوزارة | الإلكتروني: the adjective of the noun before the phrase.
            return True
        if (
            index == first + 1
            and previous.facts.is_title
            and previous.facts.has_article
            and facts.has_article
            and not facts.is_head
            and token.folded.endswith("ي")
        ):
            # وثمن اللواء البلوي: a rank has its name behind it.
            return False
        has_clitic = facts.has_proclitic
        after_article, after_head = previous.facts.has_article, previous.facts.is_head
        after_name = words.is_name(article, index - 1)
        complete = after_article or (after_name and not after_head)
        if complete and token.folded in words.lexicon.quantifiers:
            # غوتيريش | جميع الأطراف: the object.
            return True
        if (
            (object_follows or person_follows)
            and token.folded in words.lexicon.countries
            and (
                self.article.is_surname(before)
                or before in words.lexicon.countries
                # وصف نتنياهو | تركيا
                or (
                    after_name
                    and not after_head
                    and before not in words.lexicon.given_names
                    # مبتعثو أمريكا
                    and not (before.startswith("م") and before.endswith("و"))
                )
            )
            and index == first + 1
        ):
            # وطالب العربي | تركيا, دعت بغداد | تركيا
            return True
        if (
            person_follows
            and token.folded in words.lexicon.countries
            and after_article
            and "adjective" in previous.facts.classes
            and index > first + 1
        ):
            # واتهم الحزب الكردي | أنقرة
            return True
        if person_follows and facts.is_role and facts.has_article and index == first + 1:
            # ويتهم دمرتاش | الرئيس التركي, سأل النائب | الوزير: no title stands behind a surname or
            # an office, though المدير المسؤول does.
            if after_head:
                return after_article and token.folded not in ADJECTIVAL_OFFICES
            return after_name
        if token.folded in JOINING_PARTICLES and before in words.lexicon.given_names:
            # محمد أبو سلمية
            return False
        if (
            facts.has_article
            and after_article
            and previous.facts.is_role
            and not (facts.is_role or facts.is_title)
            and words.in_list(token.folded, words.lexicon.documents)
        ):
            # وانتقد الوزير | القرار
            return True
        if (
            person_follows
            and index == first + 1
            and facts.is_organisation
            and not (facts.has_article or has_clitic)
            and self.article.is_surname(before)
        ):
            # وطالب فتوح | مجلس الأمن
            return True
        if facts.is_head or token.folded in words.lexicon.name_particles:
            if self._has_office(first, index) and facts.is_role:
                return token.folded.startswith("ال")
            if (
                person_follows
                and facts.is_role
                and after_article
                and previous.facts.info.numbers == {"p"}
                and "p" not in facts.info.numbers
            ):
                # ناشد الأهالي | أمير المنطقة
                return True
            if (
                object_follows
                and complete
                and words.in_list(token.folded, words.lexicon.documents)
                and not has_article(token.folded)
            ):
                # وجه المدرب | رسالة
                return True
            return (person_follows or (object_follows and before.startswith("ال"))) and (
                (
                    token.folded.startswith("ال")
                    or token.folded in words.lexicon.organisations
                    or (person_follows and "p" in facts.info.numbers and not has_clitic)
                )
                and not (facts.has_article and self._may_be_adjective(first, index))
                and not facts.is_role
                and not facts.is_title
                and complete
            )
        if (
            before.startswith("ال")
            and token.folded.startswith("ال")
            and self._is_place_or_occasion(token.folded)
        ):
            # الكوري الجنوبي "the South Korean"
            directed = token.folded.removeprefix("ال") in DIRECTIONS
            return not (directed and "adjective" in previous.facts.classes)
        if (
            object_follows
            and "noun" in facts.classes
            and not (facts.has_article or has_clitic)
            and self._is_whole_body(first, index)
        ):
            # أعلن الاتحاد الدولي | سلامة الملف: Salama is a name, too.
            return True
        if (
            person_follows
            and index == first + 1
            and facts.has_article
            and "noun" in facts.classes
            and article.is_surname(before)
            and before not in words.lexicon.given_names
        ):
            # تلقى ياغي | الخبر
            return True
        if object_follows and after_article and not has_clitic and self._heads_construct(index):
            # أكد الوزير | حق المعفين
            return True
        if (
            person_follows
            and after_name
            and not after_head
            and facts.info.numbers == {"p"}
            and "noun" in facts.classes
            and token.folded not in words.lexicon.given_names
            and not has_clitic
        ):
            # ودعا منصور | أنصار الحركة
            return True
        if words.is_name(article, index):
            return False
        if self.article.is_unknown(index + 1) and not token.folded.startswith("ال"):
            # A foreign name whose first word looks like a common noun.
            return False
        if after_name and index == first + 2 and self._goes_on_with_name(first, index):
            return False
        named = (
            after_name
            and not before.startswith("ال")
            and not after_head
            and before not in words.lexicon.name_particles
        )
        definite = after_article or named
        if token.folded.startswith("ال"):
            if not definite or self._may_be_adjective(first, index):
                return False
            if named and self._is_only_given_name(first, index - 1):
                # المحامي أنور البني: a surname follows
                return False
            if before == "الله":
                # آمنة بنت عبد الله الضحاك
                return False
            if named and self.article.folded(index - 2) == "بن":
                # أسامة بن فضل البار: a genealogy ends in a surname.
                return False
            if words.in_list(token.folded, EPITHETS):
                return False
            # Two definite nouns make no phrase: نفت الوزارة | الخبر; a name before may.
            if "p" in facts.info.numbers and "p" in previous.facts.info.numbers:
                # المقاولين العرب: peoples describe people.
                return False
            return (
                person_follows
                or (object_follows and (not named or facts.info.numbers == {"p"}))
                or (
                    before.startswith("ال")
                    and token.folded.startswith("ال")
                    and not self.article.is_surname(token.folded)
                )
            )
        if (
            person_follows
            and named
            and "noun" in facts.classes
            and any(reading.enclitic for reading in facts.readings)
        ):
            return True
        described = (
            (index - 1 > first or (previous.facts.is_role and not after_article))
            and "adjective" in previous.facts.classes
            and "adjective" not in facts.classes
            and not facts.has_article
        )
        called_upon = person_follows and "p" in facts.info.numbers
        return (
            (object_follows or called_upon)
            and (definite or described)
            and "noun" in facts.classes
            and not has_clitic
            # الدكتور جعفر حسان، "Dr Jafar Hassan": no object is a single word.
            and index + 1 < len(article.tokens)
            and article.tokens[index + 1].kind != "mark"
            and not (previous.facts.is_place and not after_article)
        )

    def _disagrees(self, index: int) -> bool:
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
        )

    def _is_only_given_name(self, first: int, index: int) -> bool:
        """Whether the name so far is one given name, behind a title or nothing."""
        return self.article.folded(index) in self.words.lexicon.given_names and (
            index == first or self.words.is_title(self.article.folded(index - 1))
        )

    def _heads_construct(self, index: int) -> bool:
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

    def _is_oblique_plural(self, index: int) -> bool:
        """Whether a noun is a plural of persons that no singular name goes on with."""
        token = self.article.tokens[index]
        return (
            token.folded.startswith("ال")
            and token.folded.endswith("ين")
            and bool(token.facts.readings)
            and token.facts.info.numbers <= {"d", "p"}
        )

    def _is_no_plural(self, index: int) -> bool:
        """Whether a noun differs in number from the plural before: الناشطون | الخبر."""
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

    def _goes_on_with_name(self, first: int, index: int) -> bool:
        """Whether a company's foreign name goes on, to an adjective: شركة هوندا موتور اليابانية."""
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

    def _is_whole_body(self, first: int, index: int) -> bool:
        """Whether a body is named to the end, in a definite adjective: الاتحاد الدولي."""
        before = self.article.tokens[index - 1].facts
        head = self.article.tokens[first].facts
        return (
            head.is_organisation
            and not head.is_role
            and before.has_article
            and "adjective" in before.classes
            and not (before.is_title or before.is_role)
        )

    def _may_be_adjective(self, first: int, index: int) -> bool:
        """Whether a word can describe a noun of the phrase so far; المدينة is none to الوزير.

        A feminine adjective wants a feminine noun or a plural; masculine ones can be elatives,
        which do not agree.
        """
        words, folded = self.words, self.article.folded(index)
        info = words.info(self.article, index)
        if "adjective" not in info.classes or self._is_place_or_occasion(folded):
            return False
        nouns = [words.info(self.article, n) for n in range(first, index)]
        if folded.endswith("ات"):
            # وانتقد هورموزلو | السياسات
            return any("p" in noun.numbers for noun in nouns)
        if not folded.endswith("ه"):
            return True
        return any(not noun.genders or "f" in noun.genders or "p" in noun.numbers for noun in nouns)

    def _is_place_or_occasion(self, folded: str) -> bool:
        """Whether it is a noun beyond doubt: المدينة "the city", المعرض "the exhibition"."""
        bare = folded.removeprefix("ال")
        return bare in self.words.lexicon.places or bare in self.words.lexicon.occasions

    def _has_office(self, first: int, index: int) -> bool:
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

    def _is_other_participant(self, first: int, index: int) -> bool:
        """Whether a noun behind a definite one can only be the verb's object, by its form.

        A possessive pronoun (الرئيس | نظيره "the president, his counterpart") points back at the
        phrase, and a plural of persons in ين or a feminine noun agrees with no singular man:
        الوزير | الصحفيين, الوزير | المدينة.
        """
        article, words = self.article, self.words
        before = article.folded(index - 1)
        token, facts = article.tokens[index], article.tokens[index - 1].facts
        info = token.facts.info
        if token.folded[:1] == "و" or not info.readings:
            return False
        if token.facts.has_enclitic:
            named = words.is_name(article, index - 1) and not facts.is_head
            return (
                (before.startswith("ال") or (named and before not in words.lexicon.name_particles))
                and "noun" in info.classes
                and not words.in_list(token.folded, EMPHATICS)
            )
        if not before.startswith("ال"):
            return False
        if not token.folded.startswith("ال"):
            return False
        if index - 1 == first and token.folded.endswith("ين") and "p" in info.numbers:
            # وينصح الخبراء | المستخدمين: an adjective of the subject would end in ون
            return True
        previous = facts.info
        plural = token.folded.endswith("ين") and {"d", "p"} <= info.numbers
        if token.facts.is_head:
            # والد الطفل | المسؤولين
            return plural and previous.numbers == {"s"} and not facts.is_head
        if previous.classes <= {"proper"} and plural:
            # الدوسري | المسلمين
            return True
        if previous.numbers != {"s"}:
            return False
        if "proper" in previous.classes and not facts.is_head:
            return False
        if plural:
            return True
        if previous.genders != {"m"}:
            return False
        return info.classes == {"noun"} and info.genders == {"f"} and info.numbers == {"s"}

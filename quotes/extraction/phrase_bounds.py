"""Where a noun phrase is complete, so that the noun behind it begins another.

أعلن معهد الإدارة | استمرار "announced the continuation", دعا الرئيس | الحكومة "called upon the
government": Arabic writes no mark between a subject and its object.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.article import Article
from quotes.extraction.grammar import (
    ADJECTIVAL_OFFICES,
    AGENCY_HEADS,
    BRANCHES_OF_SERVICE,
    COMPLETIONS,
    DIRECTIONS,
    EPITHETS,
    GENERIC_PERSONS,
    JOINING_PARTICLES,
    NEWS_AGENCIES,
    ONE_OF_THEM,
    WHERE_PUBLISHED,
    WORDS_OF_SAYING,
    has_article,
)
from quotes.extraction.phrase_forms import PhraseForms
from quotes.extraction.words import Facts, Word, Words

_CLOSING_MARKS = frozenset('»”"')


# Not frozen, which would take time: one is made for nearly every word of every noun phrase.
@dataclass(slots=True)
class _Boundary:
    """Two neighbouring words between which a phrase may end, and what is known of them.

    The phrase begins at ``first``; ``index`` is the second of the two words. ``object_follows``
    and ``person_follows``: whether the verb wants an object, or somebody who is spoken to.
    """

    first: int
    index: int
    object_follows: bool
    person_follows: bool
    token: Word
    facts: Facts
    previous: Facts
    before: str
    """The folded spelling of the word before."""
    after_article: bool
    after_head: bool
    after_name: bool
    is_second: bool
    """Whether the phrase is a single word so far."""

    @property
    def complete(self) -> bool:
        """Whether the word before can end a phrase: a definite noun or a name."""
        return self.after_article or (self.after_name and not self.after_head) or self.unbound

    @property
    def unbound(self) -> bool:
        """Whether no noun can complete the word before, which has kept its ن: مواطنون | أهمية."""
        return self.previous.is_nominative_plural

    @property
    def named(self) -> bool:
        """Whether the word before is a name, and can be nothing else."""
        return (
            self.after_name
            and not self.before.startswith("ال")
            and not self.after_head
            and not self.previous.is_name_particle
        )


class PhraseBounds:
    """Tells in one article whether a noun goes on with the phrase before it.

    The steps are asked one after the other. Each says whether another phrase begins, or None
    where it does not decide; so what a later step says holds only for what no earlier one knows.
    """

    def __init__(self, article: Article, words: Words, forms: PhraseForms) -> None:
        self.article = article
        self.words = words
        self._forms = forms

    def begins_another(
        self, first: int, index: int, object_follows: bool, person_follows: bool
    ) -> bool:
        """Whether a noun begins that cannot go on with a phrase already complete.

        After a definite noun or a name an indefinite one is an office in apposition or the
        object of the verb: أعلن معهد الإدارة | استمرار "announced the continuation".
        """
        article = self.article
        token, previous = article.tokens[index], article.tokens[index - 1]
        if token.kind != "word":
            return False
        if previous.kind != "word":
            return (object_follows or person_follows) and self._begins_after_mark_or_number(
                first, index
            )
        facts, known = token.facts, previous.facts
        if facts.is_preposition and not article.is_ali(index):
            return False
        if token.folded.startswith("فال") and facts.has_proclitic:
            # وحسب الدراسات | فالأحصنة: and according to studies | horses
            return True
        if token.folded == "اي":
            # ينفي كل من الرجلين | أي تورط: each of the two men denies | any part in it
            return True
        if token.folded in BRANCHES_OF_SERVICE or previous.folded in JOINING_PARTICLES:
            return False
        boundary = _Boundary(
            first=first,
            index=index,
            object_follows=object_follows,
            person_follows=person_follows,
            token=token,
            facts=facts,
            previous=known,
            before=previous.folded,
            after_article=known.has_article,
            after_head=known.is_head,
            after_name=self.words.is_name(article, index - 1),
            is_second=index == first + 1,
        )
        if (
            facts.is_accusative_head and known.has_article and (object_follows or person_follows)
        ) or (facts.is_accusative and known.has_enclitic):
            # وسأل الوزير | موظفا, وقال والدها | باكيا
            # (and the minister asked | an employee; and her father said | weeping)
            return True
        if facts.is_nominative_plural or self._forms.is_inside_foreign_name(index):
            # صينيون كثيرون, الطلبة المتخرجون: no object stands in the nominative.
            return False
        if (answer := self._other_participant(boundary)) is not None:
            return answer
        if (answer := self._behind_single_noun(boundary)) is not None:
            return answer
        if (answer := self._quantity_or_country_as_object(boundary)) is not None:
            return answer
        if (answer := self._behind_office_or_surname(boundary)) is not None:
            return answer
        if facts.is_head or facts.is_name_particle:
            return self._head_begins(boundary)
        if (answer := self._place_or_occasion(boundary)) is not None:
            return answer
        if (answer := self._noun_like_a_name(boundary)) is not None:
            return answer
        if self._name_goes_on(boundary):
            return False
        if token.folded.startswith("ال"):
            return self._definite_noun_begins(boundary)
        return self._indefinite_noun_begins(boundary)

    def _begins_after_mark_or_number(self, first: int, index: int) -> bool:
        """Whether a noun begins behind what is no word, where the verb wants an object."""
        token, previous = self.article.tokens[index], self.article.tokens[index - 1]
        facts = token.facts
        if previous.text in _CLOSING_MARKS:
            # وطالب «فلان» الهيئة: what stands in marks is complete.
            return (
                ("noun" in facts.classes and not facts.is_name and "adjective" not in facts.classes)
                or (token.folded.startswith("ال") and token.folded.endswith("ين"))
                # وختم «فلان» حديثه: and "So-and-so" ended his talk
                or (facts.has_enclitic and "noun" in facts.classes)
            )
        # الفرقة 30 | الأهالي: Division 30 | the people
        return previous.kind == "number" and facts.has_article and index > first + 1

    def _other_participant(self, boundary: _Boundary) -> bool | None:
        """Somebody or something else, as the word itself or its number shows."""
        token, facts, before = boundary.token, boundary.facts, boundary.before
        previous, index = boundary.previous, boundary.index
        if token.folded in WORDS_OF_SAYING or self._forms.is_other_participant(
            boundary.first, index
        ):
            return True
        if (
            boundary.person_follows
            and boundary.is_second
            and before in GENERIC_PERSONS
            and facts.has_article
            and not facts.is_place
            and "adjective" not in facts.classes
        ):
            # طالب مواطن | الجهات المختصة: a citizen called on | the authorities
            return True
        if before in ONE_OF_THEM or (boundary.person_follows and token.folded in NEWS_AGENCIES):
            # سأل أحدهم | الوزير, أبلغ الرئيس | رويترز
            # (one of them asked | the minister; the president told | Reuters)
            return before not in AGENCY_HEADS
        if (
            boundary.person_follows
            and boundary.is_second
            and previous.is_title
            and boundary.after_article
            and facts.has_article
            and "p" in facts.info.numbers
            and not token.folded.endswith("ي")
        ):
            # دعا الشيخ | الشباب: the sheikh called on | the young
            return True
        if (
            boundary.after_name
            and not boundary.after_head
            and not before.startswith("ال")
            and facts.is_oblique_plural
        ):
            # وأبلغ كاروناناياكي | الصحافيين: and Karunanayake told | the journalists
            return True
        if token.folded.startswith("ال") and (
            before in COMPLETIONS or self._forms.is_no_plural(index)
        ):
            return True
        return None

    def _behind_single_noun(self, boundary: _Boundary) -> bool | None:
        """An adjective that disagrees with the one noun before, or the name behind a rank."""
        if not boundary.is_second:
            return None
        facts, words = boundary.facts, self.words
        if (
            words.in_list(boundary.before, words.lexicon.documents)
            and not boundary.after_article
            and facts.may_be_verb
            and "adjective" not in facts.classes
            and self.article.folded(boundary.index + 1) in WHERE_PUBLISHED
        ):
            # بيان | نشر على الموقع: a statement | published on the site
            return True
        if (
            boundary.person_follows
            and boundary.previous.is_organisation
            and not boundary.previous.is_role
            and boundary.after_article
            and self._is_foreign_surname(boundary)
        ):
            # وانتقد التلفزيون | أوباما: and the television criticised | Obama
            return True
        if self._forms.disagrees(boundary.index):
            # موقع الوزارة | الإلكتروني: the adjective of the noun before the phrase.
            return True
        if (
            boundary.previous.is_title
            and boundary.after_article
            and facts.has_article
            and not facts.is_head
            and boundary.token.folded.endswith("ي")
        ):
            # وثمن اللواء البلوي: a rank has its name behind it.
            return False
        return None

    def _is_foreign_surname(self, boundary: _Boundary) -> bool:
        """Whether the word is a surname that the text has elsewhere, or no word at all."""
        folded, facts = boundary.token.folded, boundary.facts
        return (self.article.is_surname(folded) or facts.is_unknown) and not (
            facts.has_article or facts.is_head or folded.startswith("و")
        )

    def _quantity_or_country_as_object(self, boundary: _Boundary) -> bool | None:
        """All of something, or a country, behind whoever acts upon it."""
        folded, lexicon = boundary.token.folded, self.words.lexicon
        if (
            boundary.person_follows
            and self._forms.is_whole_body(boundary.first, boundary.index)
            and boundary.facts.is_unknown
            and not boundary.facts.has_article
            and not boundary.token.folded.startswith("و")
        ):
            # ويتهم القضاء الأمريكي | بورزاكو: and the American judiciary accuses | Burzaco
            return True
        if folded in lexicon.quantifiers and boundary.complete:
            # غوتيريش | جميع الأطراف: the object.
            return True
        if (
            boundary.person_follows
            and boundary.is_second
            and boundary.before in lexicon.countries
            and boundary.facts.classes <= {"proper"}
            and not boundary.token.folded.startswith("و")
        ):
            # ودعت بكين | رانغون: and Beijing called on | Rangoon
            return True
        if folded not in lexicon.countries:
            return None
        before, person_follows = boundary.before, boundary.person_follows
        if person_follows and self._forms.is_whole_name(boundary.index):
            # اتهم الوزير جدعون ساعر | أنقرة: the minister Gideon Saar accused | Ankara
            return True
        if (
            (boundary.object_follows or person_follows)
            and (
                self.article.is_surname(before)
                or before in lexicon.countries
                # وصف نتنياهو | تركيا: Netanyahu described | Turkey
                or (
                    boundary.after_name
                    and not boundary.after_head
                    and before not in lexicon.given_names
                    # مبتعثو أمريكا: the students sent to America
                    and not (before.startswith("م") and before.endswith("و"))
                )
            )
            and boundary.is_second
        ):
            # وطالب العربي | تركيا, دعت بغداد | تركيا
            # (and al-Arabi called on | Turkey; Baghdad called on | Turkey)
            return True
        if (
            person_follows
            and boundary.after_article
            and "adjective" in boundary.previous.classes
            and not boundary.is_second
        ):
            # واتهم الحزب الكردي | أنقرة: and the Kurdish party accused | Ankara
            return True
        return None

    def _behind_office_or_surname(self, boundary: _Boundary) -> bool | None:
        """What a person does something to or with: another's office, a document, a body."""
        token, facts, before = boundary.token, boundary.facts, boundary.before
        words, person_follows = self.words, boundary.person_follows
        if person_follows and facts.is_role and facts.has_article and boundary.is_second:
            # ويتهم دمرتاش | الرئيس التركي, سأل النائب | الوزير: no title stands behind a surname or
            # an office, though المدير المسؤول does.
            if boundary.after_head:
                return boundary.after_article and token.folded not in ADJECTIVAL_OFFICES
            return boundary.after_name
        if token.folded in JOINING_PARTICLES and before in words.lexicon.given_names:
            # محمد أبو سلمية: Muhammad Abu Salmiya
            return False
        if (
            facts.has_article
            and boundary.after_article
            and boundary.previous.is_role
            and not (facts.is_role or facts.is_title)
            and words.in_list(token.folded, words.lexicon.documents)
        ):
            # وانتقد الوزير | القرار: and the minister criticised | the decision
            return True
        if (
            person_follows
            and boundary.is_second
            and facts.is_organisation
            and not (facts.has_article or facts.has_proclitic)
            and not boundary.after_head
            and (self.article.is_surname(before) or boundary.after_name)
        ):
            # وطالب فتوح | مجلس الأمن: and Fattouh called on | the Security Council
            return True
        return None

    def _head_begins(self, boundary: _Boundary) -> bool:
        """Whether a noun that can head a phrase of its own, or a particle of names, does so."""
        token, facts, before = boundary.token, boundary.facts, boundary.before
        words, first, index = self.words, boundary.first, boundary.index
        object_follows, person_follows = boundary.object_follows, boundary.person_follows
        if facts.is_role and self._forms.has_office(first, index):
            return token.folded.startswith("ال")
        if (
            person_follows
            and facts.is_role
            and boundary.after_article
            and {"p"} in (boundary.previous.info.numbers, self._forms.numbers(first))
            and "p" not in facts.info.numbers
        ):
            # ناشد الأهالي | أمير المنطقة: the people appealed to | the emir of the region
            return True
        if (
            object_follows
            and boundary.complete
            and words.in_list(token.folded, words.lexicon.documents)
            and not has_article(token.folded)
        ):
            # وجه المدرب | رسالة: the trainer sent | a message
            return True
        return (person_follows or (object_follows and before.startswith("ال"))) and (
            (
                token.folded.startswith("ال")
                or token.folded in words.lexicon.organisations
                or (person_follows and "p" in facts.info.numbers and not facts.has_proclitic)
            )
            and not (facts.has_article and self._forms.may_be_adjective(first, index))
            and not facts.is_role
            and not facts.is_title
            and boundary.complete
        )

    def _place_or_occasion(self, boundary: _Boundary) -> bool | None:
        """A definite noun for a place or an occasion, behind another definite noun."""
        folded = boundary.token.folded
        if (
            boundary.before.startswith("ال")
            and folded.startswith("ال")
            and self._forms.is_place_or_occasion(boundary.index)
        ):
            # الكوري الجنوبي "the South Korean"
            directed = folded.removeprefix("ال") in DIRECTIONS
            return not (directed and "adjective" in boundary.previous.classes)
        return None

    def _noun_like_a_name(self, boundary: _Boundary) -> bool | None:
        """An object that its place shows to be a noun, though it could be a name by its form."""
        token, facts, before = boundary.token, boundary.facts, boundary.before
        object_follows, person_follows = boundary.object_follows, boundary.person_follows
        given_names = self.words.lexicon.given_names
        if (
            object_follows
            and "noun" in facts.classes
            and not (facts.has_article or facts.has_proclitic)
            and self._forms.is_whole_body(boundary.first, boundary.index)
        ):
            # أعلن الاتحاد الدولي | سلامة الملف: Salama is a name, too.
            return True
        if (
            person_follows
            and boundary.is_second
            and facts.has_article
            and "noun" in facts.classes
            and self.article.is_surname(before)
            and before not in given_names
        ):
            # تلقى ياغي | الخبر: Yaghi received | the news
            return True
        if (
            person_follows
            and boundary.is_second
            and boundary.after_article
            and boundary.after_head
            and "noun" in facts.classes
            and "adjective" not in facts.classes
            and self._forms.is_described(boundary.index)
        ):
            # دعا المركز | الأمم المتحدة: the centre called on | the United Nations
            return True
        if (
            object_follows
            and boundary.after_article
            and not facts.has_proclitic
            and self._forms.heads_construct(boundary.index)
        ):
            # أكد الوزير | حق المعفين: the minister affirmed | the right of those exempted
            return True
        if (
            person_follows
            and boundary.after_name
            and not boundary.after_head
            and facts.info.numbers == {"p"}
            and "noun" in facts.classes
            and token.folded not in given_names
            and not facts.has_proclitic
        ):
            # ودعا منصور | أنصار الحركة: and Mansour called on | the supporters of the movement
            return True
        return None

    def _name_goes_on(self, boundary: _Boundary) -> bool:
        """Whether the word can be one more of the names of the phrase."""
        index = boundary.index
        if self.words.is_name(self.article, index) or self._forms.wants_surname(index):
            return True
        if (
            self.article.is_unknown(index + 1)
            and not boundary.token.folded.startswith("ال")
            and not self.article.tokens[index + 1].facts.has_article
        ):
            # A foreign name whose first word looks like a common noun.
            return True
        return (
            boundary.after_name
            and index == boundary.first + 2
            and self._forms.goes_on_with_name(boundary.first, index)
        )

    def _definite_noun_begins(self, boundary: _Boundary) -> bool:
        """Whether a noun with the article neither describes the phrase nor ends a name in it."""
        first, index, before = boundary.first, boundary.index, boundary.before
        token, facts, named = boundary.token, boundary.facts, boundary.named
        if not (
            boundary.after_article or named or boundary.unbound
        ) or self._forms.may_be_adjective(first, index):
            return False
        if boundary.previous.is_role and token.folded in ADJECTIVAL_OFFICES:
            # الرئيس المشارك: the co-president
            return False
        if named and self._forms.is_only_given_name(first, index - 1):
            # المحامي أنور البني: a surname follows
            return False
        if before == "الله":
            # آمنة بنت عبد الله الضحاك: Amna bint Abdullah al-Dahhak
            return False
        if (
            named
            and self.article.folded(index - 2) == "بن"
            and not (boundary.object_follows and facts.info.numbers == {"p"})
        ):
            # أسامة بن فضل البار: a genealogy ends in a surname.
            return False
        if self.words.in_list(token.folded, EPITHETS):
            return False
        # Two definite nouns make no phrase: نفت الوزارة | الخبر; a name before may.
        if "p" in facts.info.numbers and "p" in boundary.previous.info.numbers:
            # المقاولين العرب: peoples describe people.
            return False
        return (
            boundary.person_follows
            or (boundary.object_follows and (not named or facts.info.numbers == {"p"}))
            or (before.startswith("ال") and not self.article.is_surname(token.folded))
        )

    def _indefinite_noun_begins(self, boundary: _Boundary) -> bool:
        """Whether a noun without the article is the object, behind a phrase that is complete."""
        facts, previous, named = boundary.facts, boundary.previous, boundary.named
        article, after_article = self.article, boundary.after_article
        if (
            boundary.person_follows
            and named
            and "noun" in facts.classes
            and any(reading.enclitic for reading in facts.readings)
        ):
            return True
        described = (
            not boundary.is_second
            and "adjective" in previous.classes
            and "adjective" not in facts.classes
            and not facts.has_article
        )
        called_upon = boundary.person_follows and "p" in facts.info.numbers
        following = boundary.index + 1
        return (
            (boundary.object_follows or called_upon)
            and (after_article or named or described or boundary.unbound)
            and "noun" in facts.classes
            and not facts.has_proclitic
            # الدكتور جعفر حسان، "Dr Jafar Hassan": no object is a single word.
            and following < len(article.tokens)
            and article.tokens[following].kind != "mark"
            and not (previous.is_place and not after_article)
        )

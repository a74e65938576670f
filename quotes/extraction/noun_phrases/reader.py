"""A noun phrase read piece by piece, from its first token to its last.

What each piece is, the other files of the phrase tell: ``bounds`` where another phrase
begins, ``words`` what ends this one, ``pieces`` which words belong to it though their
form does not say so, ``appositions`` and ``complements`` what marks and prepositions
join to it.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.appositions import Appositions
from quotes.extraction.noun_phrases.boundary import Wanted
from quotes.extraction.noun_phrases.bounds import PhraseBounds
from quotes.extraction.noun_phrases.complements import Complements
from quotes.extraction.noun_phrases.holders import Holders
from quotes.extraction.noun_phrases.names_in_marks import LONGEST_NAME_IN_MARKS, NamesInMarks
from quotes.extraction.noun_phrases.pieces import PhrasePieces
from quotes.extraction.noun_phrases.starts import PhraseStarts
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ABOUT_THEM,
    FURTHER,
    IN_NAME_OF,
    MEANWHILE,
    NON,
    OF_IT,
    ON_BEHALF_OF,
    ONE_OF_MANY,
    PREPOSITIONS_WITH_PRONOUN,
    THESE_PEOPLE,
)
from quotes.extraction.text.marks import INNER_COMMAS, PERCENT
from quotes.extraction.text.words import Words

_LONGEST = 32
_LEAST_ACCUSED = 2
_LEAST_SAID = 2
_LONGEST_TERM = 4
_SHORTEST_STATEMENT = 4
_LONGEST_NAME_OF_BODY = 8
_THEY = "وا"
_LOOSE_MARKS = INNER_COMMAS | frozenset("/.")


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
        self._bounds = PhraseBounds(article, words, inside.forms)
        self._pieces = PhrasePieces(article, words, inside, starts)
        self._appositions = Appositions(article, words, inside)
        self._complements = Complements(article, words, inside, in_marks)
        self._holders = Holders(article, words, inside, in_marks)
        # Each cue asks for the same phrase with each of its readings.
        self._ends: dict[tuple[int, int, Wanted], int] = {}

    def end(self, first: int, limit: int, wanted: Wanted) -> int:
        """The token after the phrase that begins at ``first``; see :meth:`NounPhrases.end`."""
        limit = min(limit, first + _LONGEST)
        asked = (first, limit, wanted)
        found = self._ends.get(asked)
        if found is None:
            found = self._ends[asked] = self._read(*asked)
        return found

    def _read(self, first: int, limit: int, wanted: Wanted) -> int:
        """Read piece by piece, up to where another phrase begins; the token behind the last."""
        index = last = first
        while index < limit:
            # Whether any piece follows is found out sooner than whether it is another phrase's.
            following = self._step(first, index, limit, wanted.prepositions)
            if following <= index or (index > first and self._is_over(first, index, wanted)):
                following = self._holders.past_to_holder(first, index, limit, wanted)
            if following <= index:
                break
            index = last = following
        return self._without_loose_end(first, last)

    def _is_over(self, first: int, index: int, wanted: Wanted) -> bool:
        """Whether what begins at ``index`` is another phrase's."""
        return (
            self._bounds.begins_another(first, index, wanted)
            or (wanted.object and self._holds_object(index))
            or (wanted.person and self._holds_person(first, index, wanted))
        )

    def _step(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """The token after the next piece of the phrase, or ``index`` where the phrase is over."""
        article = self.article
        kind = article.tokens[index].kind
        if index in article.opening:
            return self._past_quotation(first, index, limit)
        if kind == "mark":
            return self._past_mark(first, index, limit)
        if kind == "number":
            return index + self._pieces.is_counted_or_numbered(first, index, limit)
        return index + 1 if index == first else self._past_word(first, index, limit, governed)

    def _past_quotation(self, first: int, index: int, limit: int) -> int:
        """Past a name in marks: صحيفة «عكاظ» "the newspaper Okaz"."""
        article, words = self.article, self.words
        number = article.opening[index]
        after = article.after_quotation(number)
        named = self.in_marks.is_name(number) or (
            index > first
            and words.is_organisation(article.folded(index - 1))
            and after - index <= self._longest_name_of_body(index - 1)
        )
        if index > first and article.tokens[index - 1].facts.has_article:
            # وطالبت الفرقة «الإخوة في الحركة بإطلاق» "and the unit called on the brothers in the
            # movement to release": no name has a preposition there.
            inside = range(*article.quotation_tokens(number))
            named = named and not any(words.is_preposition(article, n) for n in inside)
            # الاتحاد "سيبقى داعما": the union "will go on to support"
            named = named and not (len(inside) > 1 and article.tokens[inside[0]].facts.is_verb)
            # وقالت المنظمة «الاجتماع مهم للمنطقة كلها»: nothing else is left to be said.
            last = article.sentence(index)[1] <= after + 1
            named = named and not (
                last and article.has_words(inside.start, inside.stop, _SHORTEST_STATEMENT)
            )
        named = named and not self._says_all(first, index, number)
        return after if after <= limit and named else index

    def _says_all(self, first: int, index: int, number: int) -> bool:
        """Whether marks behind a whole phrase of persons hold all that is left for them to say.

        قال مصدر أمني | "الوضع تحت السيطرة"، مضيفا: a security source said "it is under control",
        adding; but قال عضو حركة "البناء الوطني": a member of the movement "National Construction"
        """
        article = self.article
        begin, end = article.quotation_tokens(number)
        return (
            self.inside.after_verb
            and index > first
            and self._begins_with_person(first)
            and self._is_whole_at(first, index)
            and article.has_words(begin, end, _LEAST_SAID)
            and (
                # صرخ المحتجون | "ارحلوا" في وجه الشرطة: shouted "go away" at the police
                article.tokens[begin].facts.is_verb
                or article.folded(begin).endswith(_THEY)
                or (
                    self._ends_report(article.after_quotation(number))
                    and not self._calls_person(number, begin)
                )
            )
        )

    def _is_whole_at(self, first: int, index: int) -> bool:
        """Whether the phrase wants no name of a body behind it: not عضو حركة "a member of the"."""
        before = self.article.tokens[index - 1].facts
        return before.has_article or (
            not before.is_organisation
            and (
                before.has_enclitic
                or self.words.is_adjective(self.article, index - 1)
                or self.inside.ends_in_name(first, index)
            )
        )

    def _calls_person(self, number: int, begin: int) -> bool:
        """Whether marks that open before ``begin`` hold what a person is called: "أبو الليل"."""
        facts = self.article.tokens[begin].facts
        return self.in_marks.is_person(number) or facts.is_given_name or facts.is_name_particle

    def _begins_with_person(self, first: int) -> bool:
        """Whether a phrase begins with who somebody is, or with his name."""
        words, facts = self.words, self.article.tokens[first].facts
        return (
            facts.is_role
            or facts.is_title
            or facts.is_name
            or words.in_list(self.article.folded(first), words.lexicon.unnamed)
            or words.in_list(self.article.folded(first), words.lexicon.kin)
        )

    def _ends_report(self, index: int) -> bool:
        """Whether a sentence ends here, or a comma with another report behind it stands."""
        article = self.article
        if article.tokens[index - 1].kind != "mark":
            return False
        _, last = article.sentence(index - 1)
        return index + 1 >= last or (
            article.is_behind_comma(index + 1)
            and (article.tokens[index + 1].may_be_cue or article.folded(index + 1) in MEANWHILE)
        )

    def _longest_name_of_body(self, body: int) -> int:
        """How long what stands in marks behind a body may be, the marks counted, to be its name.

        منظمة «بابليك سيتيزن غلوبال تريد ووتش»: without the article the word wants its name.
        """
        definite = self.article.tokens[body].facts.has_article
        return LONGEST_NAME_IN_MARKS if definite else _LONGEST_NAME_OF_BODY

    def _holds_object(self, index: int) -> bool:
        """Whether marks behind a whole subject hold what is said of the object.

        تعتبره كييف | "تدخلا": Kyiv considers it "interference"; اعتبره الوزير | "محاولة للتهرب":
        the minister considered it "an attempt at evasion"
        """
        article, words = self.article, self.words
        number = article.opening.get(index)
        if number is None:
            return False
        noun, _ = article.quotation_tokens(number)
        folded, behind = article.folded(noun), words.word(article, article.after_quotation(number))
        # أبدى تحالف الثورة "صمود" ترحيبه: the alliance "Steadfast" expressed its welcome
        precedes_object = (
            behind.is_word and behind.facts.is_nominal and not behind.facts.is_preposition
        )
        whole = has_article(article.folded(index - 1)) or words.is_polity(article.folded(index - 1))
        return (
            whole
            and not precedes_object
            and len(folded) > 1
            and words.is_nominal(article, noun)
            and not words.is_name(article, noun)
            and (
                not has_article(folded)
                # أدان البيان الختامي | "الانتهاكات المتكررة للسيادة": the final statement condemned
                or article.after_quotation(number) - index > _LONGEST_TERM
            )
            and not words.is_head(folded)
        )

    def _holds_person(self, first: int, index: int, wanted: Wanted) -> bool:
        """Whether marks behind a subject hold who is accused, or called upon, of something.

        اتهم الوزير | «جهات نافذة» بعرقلة المشروع: the minister accused "influential parties" of
        """
        article, words = self.article, self.words
        number = article.opening.get(index)
        if number is None:
            return False
        after = article.after_quotation(number)
        before = article.folded(index - 1)
        tells_body = has_article(before) and words.is_head(article.folded(index + 1))
        return (
            article.folded(after)[:1] in wanted.prepositions
            # الحركة «الحرة»: a body's name; but المتحدث باسم الجيش, the army's spokesman, and
            # اتهمت الوزارة | «جماعة مسلحة» بقصف: the ministry accused "an armed group" of shelling
            and (
                not words.is_organisation(before)
                or article.tokens[first].facts.is_role
                or tells_body
            )
            and not words.is_title(before)
            and (
                self.inside.ends_in_name(first, index)
                or article.is_surname(before)
                or (
                    has_article(before)
                    and article.has_words(*article.quotation_tokens(number), _LEAST_ACCUSED)
                )
            )
        )

    def _past_mark(self, first: int, index: int, limit: int) -> int:
        """Past a percent sign, or what a mark joins to the phrase."""
        tokens = self.article.tokens
        if tokens[index].text in PERCENT and tokens[index - 1].kind == "number":
            return index + 1
        return self._appositions.after_mark(first, index, limit)

    def _past_word(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """Past a word that belongs to the phrase, and what completes it."""
        article, words, pieces = self.article, self.words, self._pieces
        facts, folded = article.tokens[index].facts, article.folded(index)
        if pieces.is_partitive(index) or pieces.is_family_name(index):
            return index + 1
        if folded in NON and index + 1 < limit and words.is_adjective(article, index + 1):
            # مصادر غير رسمية: unofficial sources
            return index + 2
        if index == first + 1 and self._tells_of_whom(first, folded):
            return index + 1
        if pieces.opens_description(index) or words.begins_with_we(article, index):
            return index
        if folded in IN_NAME_OF:
            # المتحدثة باسمها "her spokeswoman"
            return index + 1
        if (facts.is_preposition and not article.is_ali(index)) or folded in ON_BEHALF_OF:
            return self._complements.after_preposition(first, index, limit, governed)
        if folded in PREPOSITIONS_WITH_PRONOUN and has_article(article.folded(index - 1)):
            return pieces.past_recognised(first, index)
        if pieces.completes_office(first, index) or pieces.is_surname_like_clause(index):
            return index + 1
        if self.inside.is_closed_class(index) or is_circumstance(article, index, words):
            return index
        return self._past_noun(first, index, limit, governed)

    def _tells_of_whom(self, first: int, folded: str) -> bool:
        """Whether a word tells which of those unnamed it is: مصدرا ثالثا, مسؤول فيها, أحد هؤلاء.

        "a third source, an official of it, one of these"
        """
        words, head = self.words, self.article.folded(first)
        if folded in THESE_PEOPLE:
            return head in ONE_OF_MANY
        third = folded in FURTHER and head.endswith("ا")
        if not (third or folded in OF_IT) or has_article(head):
            return False
        bare = head.removesuffix("ا")
        return words.is_role(bare) or words.in_list(bare, words.lexicon.unnamed)

    def _past_noun(self, first: int, index: int, limit: int, governed: frozenset[str]) -> int:
        """Past a noun or a name that goes on with the phrase, or begins with a clitic."""
        article, pieces = self.article, self._pieces
        facts, folded = article.tokens[index].facts, article.folded(index)
        # شركة ميتا: the company Meta, which is also "dead"
        company = facts.is_organisation and not facts.has_tanwin
        if facts.is_accusative and not (company or article.folded(first).endswith("ا")):
            return index + pieces.is_accusative_name(first, index, limit)
        if folded[:1] == "و" and not facts.is_head:
            return index + pieces.is_joined(index)
        if pieces.has_preposition(index, governed):
            return self._complements.after_attached(first, index, limit, governed)
        return index + (
            facts.is_head
            or facts.is_nominal
            # محافظة ذي قار, فرانشيسكو لا كاميرا: the governorate of Dhi Qar, Francesco La Camera
            or (
                facts.is_name_particle
                and (article.is_unknown(index - 1) or not facts.is_function_word)
            )
            or self.inside.is_chance_verb(index)
        )

    def _without_loose_end(self, first: int, last: int) -> int:
        """Take off what cannot end a phrase: a comma, a dangling preposition."""
        article = self.article
        while last > first and (
            article.tokens[last - 1].text in _LOOSE_MARKS
            or self.words.is_preposition(article, last - 1)
            # ونقل التلفزيون عنه قوله: and the television quoted him as saying
            or article.folded(last - 1) in ABOUT_THEM
        ):
            last -= 1
        return last

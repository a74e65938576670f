"""Whether a word that looks like a verb of saying is another one where it stands.

بين is "explained" and "between", عقب "commented" and "after", ثمن "valued" and "price", عزت "she
attributed" and a given name. What is told apart here is told by the words beside it alone.
"""

from __future__ import annotations

from quotes.arabic.folding import SHADDA
from quotes.extraction.frames.place import Place, follows_whole_phrase, follows_word
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import follows_circumstance
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    AFTER,
    AND_BETWEEN,
    BE,
    BECOMING,
    BEFORE_NOUNS,
    BETWEEN,
    BY_MEANS_OF,
    CALLED,
    COMPLEMENTIZERS,
    DEMONSTRATIVES,
    DURING,
    KEEPING_ON,
    MEDIA,
    NOUNS_INSIDE,
    OF_WHOM,
    OTHER,
    PLATFORMS,
    PREPOSITIONS_WITH_PRONOUN,
    PRIVATIVES,
    SEMI,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.words import Words

_REACH_OF_BETWEEN = 8
# In tokens, with the comma behind it.
_LONGEST_TOPIC = 5


class WordsLikeVerbs:
    """Tells in one article which words are prepositions, nouns or names, and no verbs of saying."""

    def __init__(self, article: Article, words: Words, plain_verbs: set[int]) -> None:
        """``plain_verbs`` are the candidates that can be nothing but verbs of saying."""
        self.article = article
        self.words = words
        self.plain_verbs = plain_verbs

    def is_another_word(self, place: Place) -> bool:
        """Whether it is a preposition, a noun or a name."""
        return (
            self._is_preposition(place)
            or self._must_be_noun(place)
            or self._is_name(place)
            or self._is_predicate(place)
        )

    def _is_preposition(self, place: Place) -> bool:
        """Whether it is "between", "after" or "semi-"."""
        words = self.words
        if place.word in DURING and (
            self.article.tokens[place.cue.first].text.startswith("إ")
            # ابان رئاسته للمجلس: during his presidency of the council
            or (
                words.word(self.article, place.cue.last).facts.has_enclitic
                and place.behind not in COMPLEMENTIZERS
            )
        ):
            return True
        if place.behind in COMPLEMENTIZERS and not PRIVATIVES.isdisjoint(bare(place.word)):
            # دون أن يوضح "without explaining", which is spelt like دوّن "jot down"
            return True
        if place.word in AND_BETWEEN:
            return self._follows_between(place.cue.first) or self._opens_topic(place.cue.last)
        if place.word in AFTER:
            # عقب ذلك "after that", عقب إتمام الصفقة "after the deal was completed"
            return (
                place.behind in DEMONSTRATIVES
                or words.in_list(place.behind, words.lexicon.occasions)
                or self._is_deed(place.cue.last)
                # قال، عقب الإعلان عن القضية، إن: he said, after the case was announced, that
                or (self._stands_aside(place) and not self._can_speak(place.cue.last))
            )
        if place.word in BY_MEANS_OF:
            # عبر موقع الصحيفة: through the newspaper's site
            return SHADDA not in self.article.tokens[place.cue.first].text and (
                words.in_list(place.behind, PLATFORMS) or words.in_list(place.behind, MEDIA)
            )
        # شبه غائمة, شبه الجزيرة: half-cloudy; peninsula
        return (
            place.word in SEMI
            # وشبّه "and he likened"
            and SHADDA not in self.article.tokens[place.cue.first].text
            and not (words.is_role(place.behind) or words.is_title(place.behind))
        )

    def _follows_between(self, index: int) -> bool:
        """Whether "and between" follows "between", and is no "and he explained": بيننا وبينهم.

        "between us and them"
        """
        return any(
            self.article.folded(n).startswith(BETWEEN)
            for n in range(max(self.article.sentence(index)[0], index - _REACH_OF_BETWEEN), index)
        )

    def _opens_topic(self, index: int) -> bool:
        """Whether a comma and another verb follow whom it is about: وبين الركاب، سادت الفوضى.

        "and among the passengers, chaos reigned"
        """
        tokens = self.article.tokens
        for comma in range(index + 1, min(index + _LONGEST_TOPIC, len(tokens) - 1)):
            if tokens[comma].text in COMMAS:
                return tokens[comma + 1].facts.is_verb
        return False

    def _stands_aside(self, place: Place) -> bool:
        """Whether it stands between a comma and a noun with the article."""
        return self.article.is_behind_comma(place.cue.first) and has_article(place.behind)

    def _can_speak(self, index: int) -> bool:
        """Whether the noun at a token may be somebody's, or his name."""
        words, folded = self.words, self.article.folded(index)
        facts = words.word(self.article, index).facts
        # الإعلان "the announcement" is also "the declaration", which says something.
        speaks = facts.is_head and not words.in_list(folded, words.lexicon.documents)
        return facts.classes != {"noun"} or speaks or facts.is_name

    def _is_deed(self, index: int) -> bool:
        """Whether an indefinite noun stands here that is no person, body or name."""
        facts = self.words.word(self.article, index).facts
        return (
            facts.classes == {"noun"}
            and not (facts.is_head or facts.has_article or facts.is_name)
            and (
                self.article.folded(index + 1).startswith("ال")
                or self.words.is_nominal(self.article, index + 1)
            )
        )

    def _must_be_noun(self, place: Place) -> bool:
        """Whether no finite verb can stand behind the word before."""
        cue, before = place.cue, place.before
        if before in OF_WHOM or cue.first - 1 in self.plain_verbs:
            return True
        if cue.conjunction == "و" and self.article.folded(cue.first - 2) in COMPLEMENTIZERS:
            # أن الجمعية | ودعت بكل حب المصابين "that the society | bade farewell with love to the
            # injured": no clause ends with its first noun.
            return before not in PREPOSITIONS_WITH_PRONOUN and not self.words.may_be_verb(
                self.article, cue.first - 1
            )
        if (
            place.reading.verb.homograph
            and not cue.conjunction
            and follows_word(self.article, place)
            and self.article.tokens[cue.first - 1].facts.classes == {"imperfect"}
            and before not in BECOMING | KEEPING_ON
        ):
            # الصور التي تحمل ذكر أسمائهم: the pictures that bear a mention of their names
            return True
        if place.word in NOUNS_INSIDE:
            # ودفعت المدينة ثمن الحرب: and the city paid the price of the war
            return (
                follows_word(self.article, place)
                and not self._follows_circumstance(cue.first)
                # فيما ثمن النائب: while the deputy valued
                and not self.words.is_role(place.behind)
            )
        if cue.conjunction == "ف" and "number" in self.article.tokens[cue.first - 1].facts.classes:
            # مليون فدان "a million acres"
            return True
        return (
            before in BEFORE_NOUNS
            # هذا وأعلنت "and besides, she announced"
            and not (cue.conjunction and before in DEMONSTRATIVES)
            and not self._follows_circumstance(cue.first)
            and not follows_whole_phrase(self.article, place)
        )

    def _follows_circumstance(self, index: int) -> bool:
        """Whether a fixed phrase stands before it: إلى ذلك أفاد, على صعيد آخر أفاد مسؤول.

        "besides this, he reported; in other news, an official reported"
        """
        article, words = self.article, self.words
        return follows_circumstance(article, index, words) or (
            article.folded(index - 1) in OTHER
            and index > 2
            and words.is_preposition(article, index - 3)
        )

    def _is_name(self, place: Place) -> bool:
        """Whether it is a given name, or "called" before a name: موظف يدعى فلان.

        "an employee called So-and-so"
        """
        article, words, cue = self.article, self.words, place.cue
        if place.word in CALLED:
            name_follows = not words.is_head(place.behind)
        else:
            # رئيس الوفد عزت الدوري: the head of the delegation, Izzat al-Duri
            name_follows = (
                place.word in words.lexicon.given_names
                and place.behind.startswith("ال")
                and has_article(place.before)
                and follows_word(self.article, place)
            )
        if not name_follows:
            return False
        # بؤرة استيطان تدعى «عادي»: a settlement that is called "Adei"
        named = words.is_name(article, cue.last) or (
            place.word in CALLED and cue.last in article.opening
        )
        return named and (self._stands_within_clause(place) or self._is_called_so(place))

    def _stands_within_clause(self, place: Place) -> bool:
        """Whether something of its own clause stands before the verb."""
        cue = place.cue
        return not cue.conjunction and cue.first > self.article.sentence(cue.first)[0]

    def _is_called_so(self, place: Place) -> bool:
        """Whether it is told in passing how somebody is called: أحد الناجين، ويدعى سالم.

        "one of those rescued, and he is called Salem"; ويدعي is "and he claims".
        """
        article, cue = self.article, place.cue
        return (
            place.word in CALLED
            and article.tokens[cue.first].text.endswith("ى")
            and cue.first > article.sentence(cue.first)[0]
        )

    def _is_predicate(self, place: Place) -> bool:
        """Whether "was" has a predicate that looks like a dual: كان الزهراني طالبا.

        "al-Zahrani was a student", and no "they (d.) demanded"
        """
        before = {place.before, self.article.folded(place.cue.first - 2)}
        return place.reading.numbers == {"d"} and not before.isdisjoint(BE)

"""Marks inside the noun phrase of a source: a second naming of the same person or body.

مدير المعهد، فلان، "the head of the institute, so-and-so," and فلان، مدير المعهد، are one phrase,
like حلف شمال الأطلسي (الناتو) "the North Atlantic alliance (NATO)". A comma before a circumstance
or a clause ends it.
"""

from __future__ import annotations

from quotes.extraction.noun_phrases.names_in_marks import LONGEST_NAME_IN_MARKS
from quotes.extraction.noun_phrases.words import PhraseWords
from quotes.extraction.text.article import Article
from quotes.extraction.text.blessings import is_blessing
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import CHIEFS, COMPLEMENTIZERS, PRIVATIVES, SERVANT_OF
from quotes.extraction.text.marks import DASHES, INNER_COMMAS
from quotes.extraction.text.sentences import ends_sentence
from quotes.extraction.text.words import Words


class Appositions:
    """Reads in one article what a mark joins to a noun phrase."""

    def __init__(self, article: Article, words: Words, inside: PhraseWords) -> None:
        self.article = article
        self.words = words
        self.inside = inside

    def after_mark(self, first: int, index: int, limit: int) -> int:
        """The token after the mark and what it joins; ``index`` where the phrase ends before it."""
        article, words = self.article, self.words
        token = article.tokens[index]
        if token.text == "." and index > first and not ends_sentence(article, index):
            # راندال إم. كوفاكس, شركة جيه.إل.إل: Randall M. Kovacs, the company JLL
            return index + 1
        if token.text in ("(", "«"):
            return self._brackets(index, limit)
        if token.text == "/" and words.is_title(article.folded(index - 1)):
            return index + 1
        if token.text in DASHES and index > first:
            if article.is_hyphen(index) and article.tokens[index + 1].is_word:
                return index + 1
            if token.text == "-" and index > first + 1 and self._joins_surnames(index):
                return index + 2
            return self._between_dashes(first, index, limit)
        if token.text in INNER_COMMAS and index > first:
            return self._apposition(first, index, limit)
        return index

    def _joins_surnames(self, hyphen: int) -> bool:
        """Whether a hyphen between spaces joins two surnames: كيفر - ماير لصحيفة.

        "Kiefer-Meyer to a newspaper"; what stands between two of them is an aside.
        """
        article, words = self.article, self.words
        after = words.word(article, hyphen + 2)
        return (
            article.is_unknown(hyphen - 1)
            and article.is_unknown(hyphen + 1)
            and words.is_name(article, hyphen - 2)
            and not has_article(article.folded(hyphen + 1))
            and (after.facts.is_function_word or after.text in INNER_COMMAS)
        )

    def _between_dashes(self, first: int, dash: int, limit: int) -> int:
        """Past a name between dashes: منسقة البعثة -هيلين أوستربرغ- "the coordinator, Helene"."""
        name = dash + 1
        if not self._names_person(first):
            return dash
        end = self.inside.end_of_whole_name(name, limit, DASHES)
        return end if end > name else dash

    def _names_person(self, index: int) -> bool:
        """Whether an office or a relative stands here, who may be named by an apposition."""
        folded = self.article.folded(index)
        return self.words.is_head(folded) or folded in CHIEFS or self._is_kin(index)

    def _brackets(self, index: int, limit: int) -> int:
        """Past a name in brackets: (الناتو) "(NATO)", (أبو مازن) "(Abu Mazen)"; no age, no date."""
        for after in range(index + 1, min(index + 2 + LONGEST_NAME_IN_MARKS, limit)):
            token = self.article.tokens[after]
            if token.text in (")", "»"):
                return after + 1 if after > index + 1 else index
            if not (token.is_word or token.text == ".") or token.kind == "number":
                # (أحمد.ع), (Ahmad A.): a surname is withheld.
                break
        return index

    def _apposition(self, first: int, comma: int, limit: int) -> int:
        """Past a second naming of the same source behind a comma: the office, or the name.

        Where its first word shows that it is one, past that word only.
        """
        article, words = self.article, self.words
        start = comma + 1
        if start >= limit or not article.tokens[start].is_word:
            return comma
        if is_blessing(article, start):
            # الشيخ فلان، رحمه الله: the sheikh So-and-so, God have mercy on him
            return comma
        head = self._names_person(first)
        if head and (end := self.inside.end_of_whole_name(start, limit)) > start:
            return end
        if self.inside.is_closed_class(start) or is_circumstance(article, start, words):
            return comma
        named = self._holds_name(first, comma, head=head)
        wants_name = head and not named
        if wants_name and self._must_begin_name(start):
            return start + 1
        if words.is_head(article.folded(start)):
            apposed = self._tells_office(start, known=head or named)
        else:
            apposed = wants_name and self._may_begin_name(start)
        return start + 1 if apposed else comma

    def _holds_name(self, first: int, comma: int, *, head: bool) -> bool:
        """Whether what stands before a comma ends in a name, or without a ``head`` holds one."""
        article, words = self.article, self.words
        return self.inside.ends_in_name(first, comma) or (
            # كارلوس غصن، رئيس الشركة: Carlos Ghosn, "branch", the head of the company
            not head
            and all(article.tokens[index].is_word for index in range(first, comma))
            and any(words.is_name(article, index) for index in range(first, comma))
        )

    def _tells_office(self, start: int, *, known: bool) -> bool:
        """Whether the office behind a comma is that of the person before it.

        ``known`` tells that an office or a name stands there.
        """
        article, words, folded = self.article, self.words, self.article.folded(start)
        # وزيرا "minister" and وكيل "agent" begin with their own و.
        if folded.startswith("و") and folded.removesuffix("ا") not in words.lexicon.roles:
            return known
        following = article.folded(start + 1)
        if article.tokens[start].may_be_cue and (following == ":" or following in COMPLEMENTIZERS):
            # قالت الوزيرة، مضيفة أن: the minister said, adding that, and no hostess
            return False
        return words.is_title(folded) or (known and words.is_role(folded))

    def _must_begin_name(self, start: int) -> bool:
        """Whether a nation stands before a name, or "servant of": رئيس الحزب، عبد الكريم.

        "the head of the party, Abd al-Karim"
        """
        return (
            self.inside.is_nationality_before_name(start)
            or self.article.folded(start) in SERVANT_OF
        )

    def _may_begin_name(self, start: int) -> bool:
        """Whether a word behind a comma is rather the name of an office's holder than a verb."""
        article, words, folded = self.article, self.words, self.article.folded(start)
        return (
            words.is_name(article, start)
            and (not words.may_be_verb(article, start) or folded in words.lexicon.given_names)
            # فضّل عدم ذكر اسمه: preferred that his name not be told
            and article.folded(start + 1) not in PRIVATIVES
        )

    def _is_kin(self, index: int) -> bool:
        """Whether somebody is named by whose relative he is: زوجته "his wife"."""
        words = self.words
        return words.in_list(self.article.folded(index), words.lexicon.kin)

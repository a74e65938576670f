"""What the mention of a speaker says, with what tells beside it or elsewhere who it is.

A noun alone may be a surname that the text has behind a given name, or a body's short name; and a
name may be told behind the noun: موظف يدعى فلان "an employee called So-and-so".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.fuller_bodies import FullerBodies
from quotes.extraction.speakers.fuller_names import FullerNames
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.attached_prepositions import is_attached_preposition
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import BEARING_NAME, CALLED, GENDER_OF_PRONOUN, MONTHS
from quotes.extraction.text.marks import INNER_COMMAS


class Mentions:
    """Reads in one article the noun phrases that mention a speaker."""

    def __init__(
        self,
        phrases: NounPhrases,
        read: Callable[[int, int], Naming],
        fuller: FullerNames,
        bodies: FullerBodies,
    ) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._naming = read
        self._fuller = fuller
        self._bodies = bodies

    def read(self, first: int, last: int) -> tuple[Naming, Naming | None]:
        """What the noun phrase says of its speaker, and the body for which it is short, if any."""
        naming = self._naming(first, last)
        if not naming.is_named and naming.last == naming.first + 1:
            naming = self._as_surname(naming)
        if not naming.is_named and naming.last == naming.first + 2:
            naming = self._with_surname(naming)
        body = self._bodies.body(naming)
        if body is not None:
            naming = replace(naming, name="", words=(), kind="organisation")
        if not naming.is_named:
            naming = self._called(naming, last) or naming
        return naming, body

    def _as_surname(self, naming: Naming) -> Naming:
        """A common noun read as a surname, where the text has it behind a given name."""
        folded = self.article.folded(naming.first)
        if folded.startswith("و") and not naming.text.startswith("و"):
            folded = folded[1:]
        if self.words.is_head(folded) or folded in self.words.lexicon.countries:
            return naming
        if self._fuller.full_name(folded, naming.first) is None:
            return naming
        # The noun is no office any more.
        nothing: frozenset[str] = frozenset()
        return replace(
            naming,
            name=naming.text,
            words=(folded,),
            office="",
            office_words=nothing,
            kind="person",
        )

    def _with_surname(self, naming: Naming) -> Naming:
        """An office and a surname, where the text has that behind a given name: الوزير الصالح.

        "the minister al-Saleh", who is also righteous
        """
        surname = naming.first + 1
        head, folded = self.article.folded(naming.first), self.article.folded(surname)
        if (
            not (self.words.is_role(head) or self.words.is_title(head))
            or not (has_article(head) and has_article(folded))
            or self.words.is_nationality(self.article, surname)
        ):
            return naming
        fuller = self._fuller.full_name(folded, naming.first)
        if fuller is None or fuller.words[0] in MONTHS:
            # كانون الأول "December"; المتهم الأول: the first accused
            return naming
        name = self.article.span(surname, naming.last).text
        return replace(naming, name=name, words=(folded,), kind="person")

    def _called(self, naming: Naming, last: int) -> Naming | None:
        """The naming with the name told behind it: موظف في المديرية يدعى فلان.

        "an employee of the directorate called So-and-so"
        """
        article = self.article
        if article.tokens[last : last + 1] and article.tokens[last].text in INNER_COMMAS:
            last += 1
        elif last < len(article.tokens) and is_attached_preposition(article, last, self.words):
            # مواطنة بباب الخضراء تدعى فلانة: a woman in Bab al-Khadra called So-and-so
            last = self.phrases.end(last, article.sentence(last)[1])
        if article.phrase(last, 2) in BEARING_NAME:
            # حساب يحمل اسم «فلان»: an account that bears the name of So-and-so
            last += 1
        elif article.folded(last) in GENDER_OF_PRONOUN and last > naming.last:
            # طبيبة في المستشفى، هي فلانة: a doctor at the hospital, who is So-and-so
            if not self.phrases.inside.is_whole_name(last + 1, article.sentence(last)[1]) and not (
                self.phrases.inside.is_title_before_name(last + 1)
            ):
                return None
        elif article.folded(last) not in CALLED:
            return None
        if not self.phrases.starts(last + 1, after_verb=True):
            return None
        end = self.phrases.end(last + 1, article.sentence(last)[1], after_verb=True)
        name = self._naming(last + 1, end)
        if not name.is_named:
            return None
        return replace(naming, name=name.name, words=name.words, kind="person")

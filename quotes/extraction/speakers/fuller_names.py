"""Where else the text has somebody's full name.

Whoever is الجبير "al-Jubeir" in one place is وزير الخارجية عادل الجبير "the foreign minister Adel
al-Jubeir" in another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.name_matching import same_name
from quotes.extraction.speakers.name_runs import NameRuns
from quotes.extraction.speakers.names_by_place import NamesByPlace
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.grammar import PLATFORMS, TAG_LABELS

_LONGEST_OFFICE = 9
_FROM_PLATFORM = 3
# Of a word that stands all over a text, so many places before a mention and behind it.
_MOST_PLACES = 40


class FullerNames:
    """Searches one article for what says more than a mention of a speaker does."""

    def __init__(self, phrases: NounPhrases, read: Callable[[int, int], Naming]) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.runs = NameRuns(phrases)
        self._by_place = NamesByPlace(phrases)
        self._read = read
        # The same phrases are come upon again.
        self._name_around = cache(self.runs.around)
        self._has_tags = not TAG_LABELS.isdisjoint(self.article.vocabulary)
        self._fuller_names: dict[tuple[str, ...], Naming | None] = {}

    def places(self, folded: str, near: int) -> Sequence[int]:
        """Where a word stands in the text, at the places nearest to the token ``near``.

        Tags are left out, which stand side by side without a mark between them.
        """
        found = self.article.places(folded)
        place = bisect_left(found, near)
        nearest = found[max(0, place - _MOST_PLACES) : place + _MOST_PLACES]
        if not self._has_tags:
            return nearest
        article = self.article
        return [n for n in nearest if article.folded(article.sentence(n)[0]) not in TAG_LABELS]

    def fuller_name(self, words: tuple[str, ...], near: int) -> Naming | None:
        """The longest run of name words anywhere that contains ``words``."""
        if words not in self._fuller_names:
            self._fuller_names[words] = self._longest_name(words, near)
        return self._fuller_names[words]

    def full_name(self, surname: str, near: int) -> Naming | None:
        """The name of two words or more that ends in a surname."""
        fuller = self.fuller_name((surname,), near)
        ends = fuller is not None and fuller.has_full_name and fuller.words[-1] == surname
        return fuller if ends else None

    def nearest_name(self, naming: Naming) -> tuple[str, ...] | None:
        """The name behind a title that ends in the surname of ``naming``, if it stands last before.

        Of two people with one surname the surname alone names whom the text named last.
        """
        article = self.article
        (surname,) = naming.words
        for position in reversed(self.places(surname, naming.first)):
            if position >= naming.first:
                continue
            first, last = self._name_around(position)
            if not first < position == last - 1:
                continue
            before = article.folded(first - 1) if first else ""
            if not (self.words.is_title(before) or self.words.is_role(before)):
                return None
            return tuple(article.folded(index) for index in range(first, last))
        return None

    def _longest_name(self, words: tuple[str, ...], near: int) -> Naming | None:
        """The longest name in the text that a shorter one can stand for."""
        article = self.article
        runs: list[tuple[int, int]] = []
        spellings = [clitic + words[-1] for clitic in ("", "و", "ل", "ب")]
        for position in (p for s in spellings for p in self.places(s, near)):
            first, last = self._from_given_name(words, *self._name_around(position))
            if self._begins_with_surname(words, first, last) or self._is_product(first, last):
                continue
            if same_name(words, tuple(article.folded(n) for n in range(first, last))):
                runs.append((first, last))
        for first, last in sorted(runs, key=self._shorter_or_doubtful):
            naming = self._read(first, last)
            if naming.is_named and same_name(words, naming.words):
                titled = self._read(self.start_of_office(first, last), last)
                found = titled if titled.words == naming.words else naming
                if len(naming.words) > len(words):
                    return found
                return self._name_by_place(words, near) or found
        return self._name_by_place(words, near)

    def _begins_with_surname(self, words: tuple[str, ...], first: int, last: int) -> bool:
        """Whether two names stand side by side: دعم الرئيس بيكر | توماس مور.

        "President Baker supported Thomas Moore": the text has Baker behind his given name.
        """
        return (
            last > first + 2
            and words == (self.article.folded(first),)
            and self.article.is_surname(words[0])
            and words[0] not in self.words.lexicon.given_names
        )

    def _is_product(self, first: int, last: int) -> bool:
        """Whether marks hold what a site or a program is called: على موقع «سلام بلس».

        "on the site 'Salam Plus'"
        """
        article, mark = self.article, first - 1
        number = article.opening.get(mark)
        return (
            number is not None
            and article.after_quotation(number) == last + 1
            and not PLATFORMS.isdisjoint(article.words[max(0, mark - _FROM_PLATFORM) : mark])
        )

    def _shorter_or_doubtful(self, run: tuple[int, int]) -> tuple[int, bool]:
        """The order of runs: the longest first, of them those that end in no plain noun.

        أخرج صدام القمة عن هدفها "Saddam led the summit away from its aim" has no name but Saddam's.
        """
        first, last = run
        facts = self.article.tokens[last - 1].facts
        doubtful = facts.has_article and facts.classes == {"noun"}
        return first - last, doubtful

    def _from_given_name(self, words: tuple[str, ...], first: int, last: int) -> tuple[int, int]:
        """The run from the given name that is known: محافظ حفرالباطن | سالم بن محمد العمراني.

        "the governor of Hafr al-Batin Salem bin Muhammad al-Omrani", where an office's place that
        no dictionary has looks like one more name.
        """
        run = self.article.words[first:last]
        if len(words) == 1 or words[0] not in self.words.lexicon.given_names or words[0] not in run:
            return first, last
        return first + run.index(words[0]), last

    def _name_by_place(self, words: tuple[str, ...], near: int) -> Naming | None:
        """The name that ends in the same word, where its place alone shows that it is one."""
        for position in self.places(words[-1], near):
            for first in self._by_place.starts(position):
                naming = self._read(first, position + 1)
                if (
                    len(naming.words) > len(words)
                    and naming.words[-1] == words[-1]
                    and same_name(words, naming.words)
                    and self._by_place.is_name(position - len(naming.words) + 1, position + 1)
                ):
                    return naming
        return None

    def start_of_office(self, first: int, last: int) -> int:
        """Where the noun phrase begins that ends in the name of tokens ``[first, last)``."""
        start = first
        for index in range(first - 1, max(0, first - _LONGEST_OFFICE) - 1, -1):
            if (
                self.phrases.inside.is_closed_class(index)
                or not self.article.tokens[index].is_word
                or self.article.paragraph_of[index] != self.article.paragraph_of[first]
            ):
                break
            office = self.words.is_role(self.article.folded(index))
            if office and self.phrases.end(index, last, after_verb=True) == last:
                start = index
        return start

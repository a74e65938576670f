"""The article as the stages see it: tokens, paragraphs, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import islice

from quotes.arabic.folding import fold
from quotes.arabic.quotation import Quotation, find_quotations
from quotes.arabic.tokens import Line
from quotes.extraction.text.grammar import (
    ALI,
    COMPLEMENTIZERS,
    MONTHS,
    ON_BEHALF_OF,
    QUOTING_VERBS,
    SON_OF,
)
from quotes.extraction.text.marks import COMMAS
from quotes.extraction.text.sentences import find_sentences
from quotes.extraction.text.word_facts import is_function_word
from quotes.extraction.text.words import Word, Words
from quotes.model import Document, Span

# علي Ali and في "in" as much of the Egyptian press writes them.
_ALI_WITH_MAQSURA, _IN_WITH_MAQSURA = "على", "فى"
# إلى "to" and حتى "until" as a keyboard without alif maqsura writes them; they are folded to two of
# these.
_WITHOUT_MAQSURA = frozenset({"الي", "إلي", "حتي"})
_LOOSE_MARKS = COMMAS | {".", "..", "...", "…"}
# So begins what is no surname, or has another word before it.
_NEVER_SURNAMES = ("و", "بال", "لل")
# The spelling of what would stand before the first token and behind the last.
_OUTSIDE = [""] * 8


class Article:
    """A document taken apart, ready for the stages of extraction.

    Token ranges are half-open, like offsets. A sentence never leaves its paragraph. Inside
    quotation marks sentences are counted on their own, so that a sentence that holds a whole
    quotation goes on after it.
    """

    def __init__(self, document: Document, words: Words) -> None:
        self.document = document
        self.text = document.text
        tokens = words.tokens(self.text)
        self.tokens: list[Word] = tokens.spellings
        self.starts = tokens.starts
        self.ends = tokens.ends
        self.words: list[str] = [token.folded for token in self.tokens]
        self._padded = [*self.words, *_OUTSIDE]
        self.folded: Callable[[int], str] = self._padded.__getitem__
        """The folded spelling of a token, empty outside the text."""
        self.writes_ta_marbuta = any(token.text[-1] == "ة" for token in self.tokens)
        """Whether the text tells final ة from ه; hasty typing does not."""
        self.paragraphs: list[Line] = tokens.lines
        self.quotations: list[Quotation] = find_quotations(
            self.text, [(p.start, p.end) for p in self.paragraphs], QUOTING_VERBS.__contains__
        )
        self._quotation_tokens = [
            (self.token_at(q.start), self.token_at(q.end)) for q in self.quotations
        ]
        self._after_quotations = [self.token_at(q.outer_end) for q in self.quotations]
        self.quotation_at: list[int] = self._find_levels()
        self.opening: dict[int, int] = {
            self.token_at(q.outer_start): number for number, q in enumerate(self.quotations)
        }
        self.closing: dict[int, int] = {
            self._after_quotations[number] - 1: number
            for number, q in enumerate(self.quotations)
            if q.closed
        }
        """The quotation that each closing mark ends, by its token."""
        self._latest, self._before = _chains(self.words)
        self.vocabulary = self._latest.keys()
        """The folded spelling of every token of the text."""
        self._places: dict[str, Sequence[int]] = {}
        self.writes_maqsura = _WITHOUT_MAQSURA.isdisjoint(
            [self.tokens[n].text for folded in _WITHOUT_MAQSURA for n in self.places(folded)]
        )
        """Whether the text tells final ى from ي, as على shows; much of the press does not."""
        self._writes_maqsura_for_ya = any(
            self.tokens[n].text == _IN_WITH_MAQSURA for n in self.places(fold(_IN_WITH_MAQSURA))
        )
        self._surnames: dict[str, bool] = {}
        self.paragraph_of: list[int] = []
        for number, paragraph in enumerate(self.paragraphs):
            self.paragraph_of += [number] * (paragraph.last - paragraph.first)
        self.sentences, self.sentence_of = find_sentences(self)

    def is_surname(self, folded: str) -> bool:
        """Whether a word can only be a surname by where it stands somewhere.

        A definite noun behind a name (الأسد of بشار الأسد), or the last word of a genealogy
        (بارباع of فهد بن محمد بارباع) or of a name with its title (عون of الرئيس جوزاف عون).
        """
        known = self._surnames.get(folded)
        if known is None:
            is_one = self._follows_name if folded.startswith("ال") else self._ends_name_of_somebody
            known = self._surnames[folded] = not folded.startswith(_NEVER_SURNAMES) and any(
                map(is_one, self.places(folded))
            )
        return known

    def _follows_name(self, index: int) -> bool:
        """Whether a definite noun stands behind a name, with nothing between."""
        if index == 0:
            return False
        word, before = self.tokens[index], self.tokens[index - 1]
        return (
            before.facts.is_name
            and self.paragraph_of[index] == self.paragraph_of[index - 1]
            and not word.facts.is_head
            # جواز سفر آي | الأسبوع الماضي: Ai's passport | last week
            and not (word.facts.is_adverbial or word.facts.opens_circumstance)
            # المتحدث باسم المقاومة: the spokesman for the resistance, and no Basim
            and before.folded not in ON_BEHALF_OF
            # سعيد بن مشيط | الجهود: Said bin Mushait | the efforts
            and not (word.facts.classes == {"noun"} and word.facts.info.numbers == {"p"})
            and not before.facts.has_article
            and not before.facts.is_head
            and not before.facts.is_place
            # كانون الأول: December
            and before.folded not in MONTHS
        )

    def _ends_name_of_somebody(self, index: int) -> bool:
        """Whether a word is the last of a genealogy, or of a name with its title."""
        return (
            index > 1
            and self._ends_name(index)
            and (self.folded(index - 2) in SON_OF or self._completes_name(index))
        )

    def _completes_name(self, index: int) -> bool:
        """Whether a word stands behind a given name in apposition: الرئيس جوزاف عون.

        Behind the article, as in المتحدث باسم الدفاع المدني محمود بصل "the spokesman for Civil
        Defence Mahmoud Basal", or behind a verb, only where the given name is beyond doubt.
        """
        word, given, office = self.tokens[index], self.tokens[index - 1], self.tokens[index - 2]
        if not (given.facts.is_foreign_name or given.facts.is_given_name):
            return False
        before, facts = office.facts, word.facts
        return (
            word.kind == "word"
            and (
                (given.facts.is_foreign_name and (before.is_title or before.is_role))
                or self._completes_given_name(index)
            )
            and not (facts.is_head or facts.is_adverbial)
            # أرسين فينجر: Arsène Wenger, whose name looks like "so he carries out"
            and (
                not facts.is_verb
                or word.folded.startswith("ف")
                or self.folded(index + 1) in COMPLEMENTIZERS
            )
        )

    def _completes_given_name(self, index: int) -> bool:
        """Whether a word stands behind a given name that can be nothing else where it stands."""
        word, given = self.tokens[index], self.tokens[index - 1]
        facts = word.facts
        return (
            given.facts.is_given_name
            and (not given.facts.is_preposition or self.is_ali(index - 1))
            and not (facts.is_accusative or facts.is_place or word.may_be_cue)
            and (
                not (facts.is_verb or facts.has_proclitic or facts.has_enclitic)
                # الرئيس ألكسندر ستوب إن: President Alexander Stubb that; Stubb is also "so he will"
                or (facts.is_verb and self.folded(index + 1) in COMPLEMENTIZERS)
            )
            and self._precedes_name(index - 2)
        )

    def _precedes_name(self, index: int) -> bool:
        """Whether a person's name may stand behind a word: an office, or a verb of saying."""
        token, facts = self.tokens[index], self.tokens[index].facts
        return (
            (facts.has_article and not facts.is_function_word)
            or facts.is_title
            or facts.is_role
            or (facts.is_verb and token.may_be_cue)
        )

    def _ends_name(self, index: int) -> bool:
        """Whether nothing of a name can follow: a mark, أن, a preposition, و with a verb."""
        # Asked of most words of a text, before anything else is known of them but their spelling.
        word, after = self.tokens[index], index + 1
        return (
            word.kind == "word"
            and (
                after == len(self.tokens)
                or not self.tokens[after].is_word
                or is_function_word(self.folded(after))
                # المدرب أرسين فينجر وأثبت: the trainer Arsène Wenger; and he proved
                or (self.folded(after).startswith("و") and self.tokens[after].facts.is_verb)
            )
            and not is_function_word(word.folded)
        )

    def is_unknown(self, index: int) -> bool:
        """Whether the token is a word that the dictionary lacks."""
        return (
            index < len(self.tokens)
            and self.tokens[index].kind == "word"
            and not self.tokens[index].facts.readings
        )

    def places(self, folded: str) -> Sequence[int]:
        """Where a word, in its folded spelling, stands in the text."""
        if folded not in self._latest:
            return ()
        found = self._places.get(folded)
        if found is None:
            positions: list[int] = []
            place = self._latest.get(folded, -1)
            while place >= 0:
                positions.append(place)
                place = self._before[place]
            positions.reverse()
            found = self._places[folded] = positions
        return found

    def has_name(self, folded: str) -> bool:
        """Whether a word stands somewhere in the text as a name that can be no verb."""
        return any(
            self.tokens[place].facts.is_name and not self.tokens[place].facts.may_be_verb
            for place in self.places(folded)
        )

    def phrase(self, index: int, length: int) -> tuple[str, ...]:
        """The folded spelling of so many tokens, to look up in a list of phrases."""
        return tuple(self._padded[index : index + length])

    def is_ali(self, index: int) -> bool:
        """Whether a word is the name علي Ali and not the preposition على "on".

        Where a text tells the two apart at all, the letters say which. Much of the Egyptian press
        writes ى for ي, too: there two names stand around the name, محمد على فهيم.
        """
        if self.tokens[index].text == ALI:
            return self.writes_maqsura
        return (
            self.tokens[index].text == _ALI_WITH_MAQSURA
            and self._writes_maqsura_for_ya
            and 0 < index < len(self.tokens) - 1
            and self.tokens[index - 1].facts.may_be_given_name
            and self.tokens[index + 1].facts.is_name
            and not self.tokens[index + 1].facts.has_article
        )

    def begins_line(self, index: int) -> bool:
        """Whether a token is the first of its paragraph, or none is left."""
        lines = self.paragraph_of
        return index == 0 or index >= len(lines) or lines[index - 1] != lines[index]

    def is_behind_comma(self, index: int) -> bool:
        """Whether a comma or a semicolon stands right before a token."""
        return self.folded(index - 1) in COMMAS

    def opens_half_of_title(self, index: int) -> bool:
        """Whether و joins the next half of a headline: البلدية تحذر من ... والدفاع المدني ينفي.

        "the municipality warns of ... and Civil Defence denies"
        """
        return self.paragraph_of[index] == 0 and self.folded(index).startswith("و")

    def is_glued(self, index: int) -> bool:
        """Whether not even a space stands between a token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def is_hyphen(self, index: int) -> bool:
        """Whether a hyphen without spaces joins two words: لوبيز-جيمينيز "Lopez-Jimenez"."""
        return (
            self.tokens[index].text == "-"
            and self.is_glued(index)
            and index + 1 < len(self.tokens)
            and self.is_glued(index + 1)
        )

    def token_at(self, offset: int) -> int:
        """The index of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def token_over(self, offset: int) -> int:
        """The index of the token that holds ``offset``, be it behind what is written onto it."""
        index = self.token_at(offset)
        inside = self.starts[index - 1] < offset < self.ends[index - 1]
        return index - 1 if inside else index

    def span(self, first: int, last: int) -> Span:
        """The text from token ``first`` up to but without token ``last``."""
        start, end = self.starts[first], self.ends[last - 1]
        return Span(start, end, self.text[start:end])

    def slice(self, start: int, end: int) -> Span:
        """The text ``[start, end)`` as a span."""
        return Span(start, end, self.text[start:end])

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens ``[first, last)`` of the sentence that token ``index`` stands in."""
        return self.sentences[self.sentence_of[index]]

    def sentence_before(self, index: int) -> tuple[int, int] | None:
        """The sentence of the last word before a token; None where there is none."""
        before = index - 1
        while before >= 0 and self.tokens[before].kind == "mark":
            before -= 1
        return self.sentence(before) if before >= 0 else None

    def past_marks(self, first: int, end: int) -> int:
        """The first token of ``[first, end)`` that is a word or opens a quotation; else ``end``."""
        while first < end and self.tokens[first].kind == "mark" and first not in self.opening:
            first += 1
        return first

    def quotation_tokens(self, number: int) -> tuple[int, int]:
        """The tokens inside a quotation, without its marks."""
        return self._quotation_tokens[number]

    def has_words(self, first: int, last: int, least: int) -> bool:
        """Whether at least so many of the tokens ``[first, last)`` are words."""
        words = (index for index in range(first, last) if self.tokens[index].is_word)
        return next(islice(words, least - 1, None), None) is not None

    def after_quotation(self, number: int) -> int:
        """The first token after a quotation's closing mark."""
        return self._after_quotations[number]

    def quotation_before(self, index: int) -> int | None:
        """The quotation that ends before a token, with nothing but commas and stops between."""
        end = index - 1
        while end > 0 and self.tokens[end].text in _LOOSE_MARKS:
            end -= 1
        return self.closing.get(end)

    def _find_levels(self) -> list[int]:
        """For each token the number of the innermost quotation around it, or -1."""
        levels = [-1] * len(self.tokens)
        for number in range(len(self.quotations)):
            first, last = self.quotation_tokens(number)
            # Quotations come outer before inner, so the inner one overwrites.
            levels[first:last] = [number] * (last - first)
        return levels


def _chains(words: list[str]) -> tuple[dict[str, int], list[int]]:
    """Where each word stands last, and for each token where its word stands before it."""
    latest: dict[str, int] = {}
    before: list[int] = []
    for index, word in enumerate(words):
        before.append(latest.get(word, -1))
        latest[word] = index
    return latest, before

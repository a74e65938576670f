"""How far a name reaches in the text around one of its words.

The dictionary has few names and takes many for other words, so that each word beside a name is
asked whether it can go on with it.
"""

from __future__ import annotations

from unicodedata import normalize

from quotes.extraction.names.titled_names import is_branch_of_service
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.attached_prepositions import HAMZATED
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AIDES,
    BEFORE_FAMILY_NAMES,
    COURTESIES,
    ON_BEHALF_OF,
    SON_OF,
    TO_ME,
)
from quotes.extraction.text.nisba import NISBA

_LONGEST_NAME = 6
_LONGEST_GENEALOGY = 12


class NameRuns:
    """The runs of words in one article that can be one name together."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases

    def around(self, position: int) -> tuple[int, int]:
        """The tokens of the name that the word at ``position`` is part of."""
        first = self._extended_left(position, position + 1)
        last = self._end(first, position)
        if last - first > 2 and self._completes_place_or_body(first):
            first += 1
        elif self._is_name_behind_adjective(first - 1):
            first -= 1
        return first, last

    def start(self, end: int) -> int:
        """Where the name begins that ends before token ``end``; ``end`` where none does."""
        # العمراني al-Amrani is an adjective, too; is_surname: the text has it behind a given name.
        surname = self._is_surname(end - 1) or (
            self.article.is_surname(self.article.folded(end - 1))
            and not self.phrases.inside.is_closed_class(end - 1)
        )
        return self._extended_left(end - surname, end)

    def _extended_left(self, first: int, end: int) -> int:
        """Where a run of words of a name begins that reaches to ``first``."""
        while (
            first > 0
            and not self.article.begins_line(first)
            and self._may_be_longer(first, end)
            and self._in_name(first - 1)
        ):
            first -= 1
        return first

    def _may_be_longer(self, first: int, end: int) -> bool:
        """Whether a name is not too long, or all fathers: سعد بن سالم بن فهد بن علي بن حمد."""
        beside = {self.article.folded(first - 1), self.article.folded(first)}
        limit = _LONGEST_NAME if beside.isdisjoint(SON_OF) else _LONGEST_GENEALOGY
        return end - first < limit

    def _end(self, first: int, position: int) -> int:
        """Where the name ends that begins at ``first`` and has a word at ``position``."""
        article = self.article
        last = position + 1
        while (
            not article.begins_line(last)
            and (
                last - first < _LONGEST_NAME
                # محمد بن سالم بن فهد بن علي | آل عمران
                # (Muhammad bin Salem bin Fahd bin Ali | Al Imran)
                or {article.folded(last - 1), article.folded(last)} & BEFORE_FAMILY_NAMES
            )
            and (self._in_name(last) or self._ends_in_surname(first, last))
            and not (self._may_end(first, last) and self.phrases.inside.forms.is_act(last))
        ):
            last += 1
        if (
            position + 1 < last < len(article.tokens)
            and article.folded(last - 1) in self.words.lexicon.name_particles
            and self.words.may_be_verb(article, last)
        ):
            # فؤاد لا يعرف "Fouad does not know"; but إيدوين لو Edwin Lau.
            last -= 1
        return last

    def _may_end(self, first: int, last: int) -> bool:
        """Whether what stands before token ``last`` is a name already: a surname, or two words."""
        given = self.article.folded(first) in self.words.lexicon.given_names
        return last > first + 1 or not given

    def _in_name(self, index: int) -> bool:
        """Whether a word can stand within a name, wherever in it."""
        token = self.article.tokens[index]
        if token.folded in TO_ME and index > 0 and self.article.tokens[index - 1].facts.is_verb:
            # قالت لي سيدة "told me"
            return False
        if token.folded in self.words.lexicon.name_particles:
            return True
        if normalize("NFC", token.text)[1:2] == "إ":
            # بإنصافك "by your fairness": no name has this letter behind its first.
            return False
        if self._speaks_on_behalf(index) or self.words.begins_with_we(self.article, index):
            return False
        if is_branch_of_service(self.article, index):
            # الفريق أول ركن فلان: Lieutenant General (Staff) So-and-so
            return False
        before = self.article.folded(index - 1) if index > 0 else ""
        if token.folded.startswith("ال") and before in self.words.lexicon.name_particles:
            # عبد الله, ولد الشيخ: Abdullah; Ould al-Sheikh; but آي | الأسبوع: Ai | last week
            return not is_circumstance(self.article, index, self.words)
        return (
            token.kind in ("word", "latin")
            and self.words.is_name(self.article, index)
            and (token.folded in self.words.lexicon.given_names or self._is_rather_name(index))
            and token.folded not in self.words.lexicon.countries
            and not self._has_clitic(index)
            and not self.phrases.inside.is_closed_class(index)
            and not is_circumstance(self.article, index, self.words)
        )

    def _is_rather_name(self, index: int) -> bool:
        """Whether a word that is not known for a given name is nothing else, either."""
        token = self.article.tokens[index]
        return (
            # ألكسندر Alexander: no article has a hamza.
            (not token.folded.startswith(("ال", "و", "لل")) or token.text[0] in HAMZATED)
            # أوضح أبو أحمد, أبدى زلاتان إبراهيموفيتش سعادته
            # (Abu Ahmad explained; Zlatan Ibrahimovic showed his joy)
            and not (token.may_be_cue or token.folded in COURTESIES)
            and not (token.facts.is_head or token.facts.is_place)
            and (not self.words.may_be_verb(self.article, index) or "proper" in token.facts.classes)
        )

    def _speaks_on_behalf(self, index: int) -> bool:
        """Whether باسم is no Basim: المتحدث باسم, المتحدث الرسمي باسم "the spokesman for"."""
        article = self.article
        return article.folded(index) in ON_BEHALF_OF and (
            article.folded(index - 1) in AIDES
            or (article.folded(index - 2) in AIDES and has_article(article.folded(index - 1)))
        )

    def _ends_in_surname(self, first: int, last: int) -> bool:
        """Whether a surname with the article goes on with the name that begins at ``first``."""
        return (
            self.article.folded(last).startswith("ال")
            and self._is_surname(last)
            and not self._ends_sentence_behind_surname(first, last)
            and not self._describes_foreigner(first, last)
            # طالب القحطاني الشباب: al-Qahtani called upon the young
            and not (
                last == first + 1
                and self.article.folded(first).startswith("ال")
                and self.article.folded(first) not in self.words.lexicon.given_names
            )
        )

    def _ends_sentence_behind_surname(self, first: int, last: int) -> bool:
        """Whether a noun behind a surname is none: انتقد سالم العمراني | العمل "the work"."""
        words, folded = self.words, self.article.folded(last)
        before = self.article.folded(last - 1)
        return (
            last > first + 1
            and has_article(before)
            and before.endswith(NISBA)
            and not folded.endswith(NISBA)
            and "noun" in words.info(self.article, last).classes
            and not self.article.is_surname(folded)
        )

    def _describes_foreigner(self, first: int, last: int) -> bool:
        """Whether an adjective stands behind a foreign name: توماس بيكر الهادئ "calm Thomas Baker".

        A surname would be that of a place or a tribe: توماس بيكر العمراني "al-Amrani".
        """
        article, facts = self.article, self.article.tokens[last].facts
        before = article.tokens[last - 1].facts
        return (
            last > first + 1
            and before.is_foreign_name
            and not before.is_given_name
            and "adjective" in facts.classes
            and not facts.is_given_name
            # الهادئ ends in no ي "of".
            and not article.tokens[last].text.endswith(("ي", "ى"))
        )

    def _is_surname(self, index: int) -> bool:
        """Whether a word can be a surname that ends a name, and is no noun of another kind."""
        folded = self.article.folded(index)
        return (
            self.words.is_name(self.article, index)
            and not self.words.is_head(folded)
            and not is_circumstance(self.article, index, self.words)
            and not self.phrases.inside.is_closed_class(index)
        )

    def _completes_place_or_body(self, index: int) -> bool:
        """Whether the word is the name of the place or body before it: نادي برشلونة لويس.

        "the club of Barcelona, Luis"
        """
        before = self.article.folded(index - 1) if index else ""
        return self.words.is_organisation(before) or self.words.is_place(before)

    def _is_name_behind_adjective(self, index: int) -> bool:
        """Whether a word that looks like a common noun is a given name: البريطاني كير ستارمر.

        "the Briton Keir Starmer": behind an adjective with the article no indefinite noun goes on
        with the phrase.
        """
        article, words = self.article, self.words
        if index < 1 or not article.tokens[index].is_word:
            return False
        folded = article.folded(index)
        return (
            article.sentence_of[index - 1] == article.sentence_of[index]
            and has_article(article.folded(index - 1))
            and "adjective" in words.info(article, index - 1).classes
            and not has_article(folded)
            # هذا الموضوع | أوضح أبو أحمد: this subject | Abu Ahmad explained
            and not article.tokens[index].may_be_cue
            and not words.is_head(folded)
            and not self.phrases.inside.is_closed_class(index)
            and not is_circumstance(article, index, words)
            and (not self._has_clitic(index) or self._looks_like_verb_behind_nation(index))
        )

    def _looks_like_verb_behind_nation(self, index: int) -> bool:
        """Whether a name looks like a perfect behind ل: نظيره الأميركي لويد أوستن.

        "his American counterpart Lloyd Austin": behind the nation of somebody, that is; الاتحاد
        الدولي لسيب بلاتر is the international federation, to Sepp Blatter.
        """
        return self.article.tokens[index].facts.is_verb and self.words.is_nationality(
            self.article, index - 1
        )

    def _has_clitic(self, index: int) -> bool:
        facts = self.article.tokens[index].facts
        # سعادته "his joy"; but روته Rutte looks like a verb with a pronoun.
        return facts.has_proclitic or (facts.has_enclitic and facts.classes == {"noun"})

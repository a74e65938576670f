"""Whom a headline names before its colon, as the text below tells.

A headline has room for little of a name: the surname, the field of a body, a word with و "and".
"""

from __future__ import annotations

from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.names.name_words import is_odd_name
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article, without_article
from quotes.extraction.text.grammar import CONJUNCTIONS
from quotes.extraction.text.marks import BULLETS
from quotes.extraction.text.words import Words

_SHORTEST_NAMING_WORD = 4
_LONGEST_ITEM_HEAD = 8
_MARKS_OF_HANDLES = frozenset("_@")


class HeadlineSpeakers:
    """Tells speakers in the headlines of one article by their names and by the text below."""

    def __init__(self, article: Article, words: Words, contents: ContentFinder) -> None:
        self.article = article
        self.words = words
        self.contents = contents
        self._named: dict[str, list[int]] = {}
        self._words_of_speakers: frozenset[str] | None = None

    def head(self, first: int) -> str:
        """The first word of a name, without the و that joins it to another half."""
        folded = self.article.folded(first)
        return folded[1:] if self.joins_speaker(first) else folded

    def joins_speaker(self, index: int) -> bool:
        """Whether "and" is written onto a surname or an office: وترامب "and Trump"."""
        folded = self.article.folded(index)
        return folded.startswith("و") and (
            self.article.is_surname(folded[1:])
            or self._is_named_below(index, folded[1:])
            or self._names_speaker_below(index, folded[1:])
            or (self.words.is_head(folded[1:]) and not self.words.is_head(folded))
        )

    def can_name(self, first: int, end: int) -> bool:
        """Whether the noun phrase of tokens ``[first, end)`` names somebody who can speak."""
        article, words = self.article, self.words
        head = self.head(first)
        return (
            self._is_head(first, head)
            or words.is_ministry(article, first)
            or self._is_in_marks(first, end)
            or article.tokens[first].facts.is_nominative_plural
            or self._is_pair(first, head)
            or self._has_given_name(first, end)
            or self.is_listed_name(first)
            # ووالدها: and her father
            or (article.tokens[first].facts.has_enclitic and words.in_list(head, words.lexicon.kin))
            or self._is_behind_bullet(first)
            or self.is_handle(first, end)
            or self._follows_quotation(first, end)
            or self._has_form_of_name(first, end)
            or self.speaks_below(first, end)
        )

    def _is_behind_bullet(self, first: int) -> bool:
        """Whether somebody in the definite stands behind a bullet, which a speaker is beside."""
        article = self.article
        return (
            article.tokens[first - 1].text in BULLETS
            and has_article(article.folded(first))
            and self.is_beside_speaker(first - 1)
        )

    def _has_form_of_name(self, first: int, end: int) -> bool:
        """Whether the tokens ``[first, end)`` are a name by what they are and where they stand."""
        article, words = self.article, self.words
        head = self.head(first)
        if head in words.lexicon.name_particles or self._joins_names(first, end):
            return True
        if end == first + 1:
            alone = self._is_named_below(first, head) or article.is_surname(head)
        else:
            alone = head in words.lexicon.given_names or (
                end == first + 2
                and is_odd_name(article, words, first, end)
                # حرب أوكرانيا "the war in Ukraine"
                and not words.in_list(article.folded(end - 1), words.lexicon.countries)
            )
        return alone or all(
            words.is_name(article, index) or self._is_surname(index)
            for index in range(first, end)
            if article.tokens[index].is_word
        )

    def is_handle(self, first: int, colon: int) -> bool:
        """Whether an account on a platform is named before words between marks: سالم_99@: "…"."""
        article = self.article
        return (
            colon > first + 1
            and colon + 1 in article.opening
            and all(article.is_glued(index) for index in range(first + 1, colon))
            and not _MARKS_OF_HANDLES.isdisjoint(article.words[first:colon])
        )

    def _follows_quotation(self, first: int, end: int) -> bool:
        """Whether one word between quotations is the next who writes: …". مينا: "…".

        '…". Mina: "…"'
        """
        article = self.article
        return (
            end == first + 1
            and first - 2 in article.closing
            and article.tokens[first - 1].text == "."
            and article.tokens[end].text == ":"
            and end + 1 in article.opening
            and not article.tokens[first].facts.is_function_word
            # …". وختم: "…": and he concluded
            and not article.tokens[first].may_be_cue
            and not article.folded(first).startswith(CONJUNCTIONS)
            and not has_article(article.folded(first))
        )

    def _joins_names(self, first: int, end: int) -> bool:
        """Whether two speakers are joined, the first of whom is one: الأمم المتحدة والصليب الأحمر.

        "the United Nations and the Red Cross"
        """
        return first not in self.article.opening and any(
            self.article.folded(index).startswith("وال") and self.can_name(first, index)
            for index in range(first + 1, end)
        )

    def _is_head(self, first: int, head: str) -> bool:
        """Whether a word heads the phrase of a speaker, not for an ending that is no pronoun.

        محاكمة "trial" is no محاكم "courts" with a pronoun.
        """
        token = self.article.tokens[first]
        return self.words.is_head(head) and not (
            token.text.endswith("ة")
            and not any(
                base in self.words.lexicon.heads
                for base in self.words.bases(head)
                if base.endswith("ه")
            )
            and not self.words.is_title(head)
        )

    def _is_in_marks(self, first: int, end: int) -> bool:
        """Whether marks stand around the whole name, or around the head of a speaker's phrase.

        «الدفاع المدني»: "Civil Defence:"; not «زهر اللوز» اللبناني: the Lebanese "Almond Blossom"
        """
        number = self.article.opening.get(first)
        return number is not None and (
            self.article.after_quotation(number) == end
            or self.speaks_below(first, self.article.after_quotation(number))
            or self.words.is_head(self.article.folded(first + 1))
        )

    def _is_pair(self, first: int, head: str) -> bool:
        """Whether two of one office speak: خطيبا المسجدين "the preachers of the two mosques"."""
        return (
            head.endswith("ا")
            and head[:-1] in self.words.lexicon.roles
            and has_article(self.article.folded(first + 1))
        )

    def is_listed_name(self, first: int) -> bool:
        """Whether an item of a list has one word before its colon that is no noun: - ويتكوف: ….

        "- Witkoff: …": a name that no dictionary has, or takes for a verb, which would not stand
        before a colon.
        """
        article = self.article
        return (
            first > 0
            and article.tokens[first - 1].text in BULLETS
            and article.tokens[first + 1].text == ":"
            and not article.tokens[first].may_be_cue
            and (article.is_unknown(first) or article.tokens[first].facts.is_verb)
        )

    def is_beside_speaker(self, bullet: int) -> bool:
        """Whether the item above or below names a speaker before a colon: • الجيش: ….

        "• the army: …"
        """
        article, number = self.article, self.article.paragraph_of[bullet]
        beside = article.paragraphs[max(0, number - 1) : number + 2]
        return any(
            article.tokens[line.first].text == article.tokens[bullet].text
            and self.words.is_head(article.folded(line.first + 1))
            and ":" in article.words[line.first : line.first + _LONGEST_ITEM_HEAD]
            for line in beside
            if line.first != bullet
        )

    def _has_given_name(self, first: int, end: int) -> bool:
        """Whether a definite noun has a name behind it: الفقيدة سعاد العمراني "the late Suad"."""
        return (
            end > first + 1
            and self.article.paragraph_of[first] == 0
            and has_article(self.article.folded(first))
            and self.article.folded(first + 1) in self.words.lexicon.given_names
        )

    def speaks_below(self, first: int, end: int) -> bool:
        """Whether a headline names in few words who speaks in full below.

        التدريب التقني: … "Technical Training: …" of المؤسسة العامة للتدريب التقني والمهني "the
        General Corporation for Technical and Vocational Training", which says so below; الأرصاد: …
        "Meteorology: …" of الهيئة العامة للأرصاد "the General Authority of Meteorology"
        """
        folded = self.article.folded
        named = [index for index in range(first, end) if self.article.tokens[index].is_word]
        return bool(named) and all(
            self._names_speaker_below(index, folded(index))
            or self._names_speaker_below(index, folded(index).removeprefix("و"))
            for index in named
        )

    def _names_speaker_below(self, index: int, folded: str) -> bool:
        """Whether a word of the headline, spelt so, names somebody who speaks in the text."""
        if (
            self.article.paragraph_of[index] != 0
            or len(folded) < _SHORTEST_NAMING_WORD
            # المالية "Finance" is no Mali with a pronoun.
            or (self.words.is_polity(folded) and not self.article.tokens[index].text.endswith("ة"))
        ):
            return False
        if self._words_of_speakers is None:
            self._words_of_speakers = self._named_by_subjects()
        return without_article(folded) in self._words_of_speakers

    def _named_by_subjects(self) -> frozenset[str]:
        """The words, without the article, that name the speakers below the title."""
        article = self.article
        return frozenset(
            without_article(article.folded(index))
            for frame in self.contents.frames.values()
            if frame.subject is not None and article.paragraph_of[frame.subject.first] > 0
            for index in range(frame.subject.first, frame.subject.last)
        )

    def speaks_in_text(self, folded: str) -> bool:
        """Whether the text itself tells what a country says: قالت ماليزيا إن.

        "Malaysia said that"
        """
        return any(
            frame.subject is not None and self.article.folded(frame.subject.first) == folded
            for frame in self.contents.frames.values()
        )

    def _is_named_below(self, index: int, folded: str) -> bool:
        """Whether a word stands behind a name or an office elsewhere: بحاح of خالد محفوظ بحاح.

        Bahah, of Khalid Mahfouz Bahah
        """
        named = self._named.get(folded)
        if named is None:
            named = self._named[folded] = self._places_behind_names(folded)
        return any(place != index for place in named[:2])

    def _places_behind_names(self, folded: str) -> list[int]:
        """Where the text has a word behind a name or an office, as surnames stand."""
        article, words = self.article, self.words
        return [
            place
            for place in article.places(folded)
            if place
            and article.paragraph_of[place - 1] == article.paragraph_of[place]
            and (words.is_name(article, place - 1) or words.is_role(article.folded(place - 1)))
        ]

    def _is_surname(self, index: int) -> bool:
        """Whether a word has the form of a surname: the article and the nisba ending."""
        folded = self.article.folded(index)
        classes = self.words.info(self.article, index).classes
        return folded.startswith("ال") and folded.endswith("ي") and "number" not in classes

"""Stage 3, continued: headlines that name their speaker before a colon: بلينكن: الوقت مناسب."""

from __future__ import annotations

from quotes.extraction.article import Article
from quotes.extraction.attribution import Attribution
from quotes.extraction.contents import ContentFinder
from quotes.extraction.cues import CueCandidate
from quotes.extraction.frames import Frame
from quotes.extraction.grammar import (
    ABOUT,
    AFTER,
    BE,
    BULLETS,
    CLAUSE_STARTS,
    COMPLEMENTIZERS,
    HEADLINE_TAGS,
    HONORIFICS,
    LINK_LABELS,
    NEWS_AGENCIES,
    SETTING_TOPICS,
    has_article,
)
from quotes.extraction.headline_speakers import HeadlineSpeakers
from quotes.extraction.listed_items import items_behind
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.subject import Subject
from quotes.extraction.words import Words
from quotes.model import Span

_LONGEST_NAME = 12
_LONGEST_OCCASION = 20
_LONGEST_OUTLET = 5
_SHORTEST_STATEMENT = 3
_LONGEST_HEADLINE = 32
_I_HIM = ("ته", "تها", "تهم")
_HALVES = frozenset({"..", "...", "…", "؛", "؟", "!", "|"})
_TAG_MARKS = frozenset("-–—|!.")
_DATELINE_MARKS = frozenset("|-–—")
_BEHIND_PLACE = _DATELINE_MARKS | {"("}
_CLOSING_BRACKETS = frozenset(")]")
_LONGEST_BYLINE = 4
# In paragraphs.
_LONGEST_HEAD_OF_TEXT = 5


class HeadlineFinder:
    """Finds lines of the form *name: statement* in one article."""

    def __init__(
        self,
        article: Article,
        words: Words,
        phrases: NounPhrases,
        contents: ContentFinder,
        furniture: frozenset[int],
    ) -> None:
        """``furniture`` are the numbers of paragraphs that are no part of the article."""
        self.article = article
        self.words = words
        self.phrases = phrases
        self.contents = contents
        self.furniture = furniture
        self.speakers = HeadlineSpeakers(article, words, contents)

    def find(self) -> list[Attribution]:
        """Lines of the form *name: statement*."""
        found = []
        taken: set[int] = set()
        for number, paragraph in enumerate(self.article.paragraphs):
            if number in self.furniture:
                continue
            found += self._first_headline(paragraph.first, paragraph.last, taken)
            if paragraph.last - paragraph.first <= _LONGEST_HEADLINE:
                for first in self._later_halves(paragraph.first, paragraph.last):
                    found += self._first_headline(first, paragraph.last, taken)
        for first, last in self.article.sentences:
            colon = self._headline_colon(first, last)
            if colon is None:
                continue
            quoted = colon + 1 in self.article.opening
            if quoted or self._introduces_link(first, colon):
                headline = self._first_headline(first, last, taken)
                if quoted and not headline and colon not in taken:
                    headline = self._behind_topic(first, colon)
                found += headline
        return found

    def _behind_topic(self, first: int, colon: int) -> list[Attribution]:
        """What the last speaker goes on to say of a topic: وعن مباراة الذهاب: «كنا الأفضل».

        "And about the first leg: 'we were better.'"
        """
        if (
            self.article.folded(first) not in SETTING_TOPICS
            or self.article.quotation_at[first] != -1
            or any(index in self.contents.frames for index in range(first, colon))
        ):
            return []
        number = self.article.opening[colon + 1]
        content = self.contents.spans.of_quotation(number)
        return [self._attribution(colon, content, None)] if content is not None else []

    def _later_halves(self, first: int, last: int) -> list[int]:
        """Where the next speaker of a headline begins: … والقاهرة: لا تنازل."""
        tokens = self.article.tokens
        behind_marks = [
            # .. و«الدفاع المدني»: …: .. and "Civil Defence": …
            index + 1 + (tokens[index + 1].folded == "و")
            for index in range(first + 1, last - 2)
            if tokens[index].text in _HALVES and tokens[index + 1].is_word
        ]
        # بعد احتجاز الناقلة، وترامب: …; غارات على البقاع وعون: …
        # (after the tanker was seized, and Trump: …; raids on the Bekaa, and Aoun: …)
        colons = [index for index in range(first + 2, last - 1) if tokens[index].text == ":"]
        before_colons = [colon - 1 for colon in colons if self.speakers.joins_speaker(colon - 1)]
        joined = [
            start
            for colon in colons
            if (start := self.phrases.joined_source_before(colon)) is not None
        ]
        return behind_marks + before_colons + joined

    def _first_headline(self, first: int, last: int, taken: set[int]) -> list[Attribution]:
        """The headline of a line, behind a label (رابط الخبر بصحيفة …:) where it has one."""
        start = first
        for _ in range(2):
            colon = self._headline_colon(start, last)
            if colon is None or colon in taken:
                return []
            attribution = self._headline(start, colon, last)
            if attribution is not None:
                taken.add(colon)
                return [attribution]
            if any(index in self.contents.frames for index in range(start, colon)):
                return []
            start = colon + 1
        return []

    def _introduces_link(self, first: int, colon: int) -> bool:
        """Whether a sentence is the link to its own page, which repeats the headline."""
        return self.article.folded(first) in LINK_LABELS and colon - first <= _LONGEST_NAME

    def _headline_colon(self, first: int, last: int) -> int | None:
        behind = self.article.words[first + 1 : min(last, first + _LONGEST_OCCASION + 1)]
        if ":" not in behind:
            return None
        length = behind.index(":")
        colon = first + 1 + length
        if BE.isdisjoint(behind[:length]) and items_behind(self.article, colon) is not None:
            # وزير الخارجية في مؤتمر صحفي مع نظيره بأنقرة: "the foreign minister at a press
            # conference with his colleague in Ankara:", and a list of what he said
            return colon
        return colon if length <= _LONGEST_NAME and colon + 1 < last else None

    def _headline(self, first: int, colon: int, last: int) -> Attribution | None:
        speaker = self._speaker(self._past_bullet(self._past_tag(first, colon)), colon)
        items = items_behind(self.article, colon)
        last = items[1] if items is not None else last
        if speaker is None or not self._is_statement(speaker, colon, last):
            return None
        if items is not None and self._heads_section(speaker.first):
            return None
        content = self.contents.spans.of_tokens(*items) if items else self._content(colon + 1, last)
        if content is None:
            return None
        return self._attribution(colon, content, speaker)

    def _attribution(self, colon: int, content: Span, speaker: Subject | None) -> Attribution:
        cue = CueCandidate(colon, colon + 1)
        frame = Frame(cue, None, "headline", colon, content.start, speaker)
        kind = self.contents.spans.kind((content,), "headline")
        return Attribution(
            frame, self.article.span(colon, colon + 1), (content,), kind, "clause", speaker
        )

    def _speaker(self, first: int, colon: int) -> Subject | None:
        """The noun phrase before a colon, if nothing stands between but what goes with a name."""
        article = self.article
        if not self.phrases.starts(first, after_verb=True) or not self._may_be_name(first, colon):
            return None
        end = self.phrases.end(first, colon)
        if (
            article.folded(end) in ABOUT
            and self._is_outlet(first)
            and self._is_source(end + 1, colon)
        ):
            # رويترز عن مسؤول: … "Reuters from an official: …"
            first, end = end + 1, colon
        if end != colon and not (
            self._is_bracketed(end, colon)
            or self._tells_occasion(end, colon)
            or self._tells_deed(first, end, colon)
        ):
            return None
        if any(index in self.contents.frames for index in range(first, colon)):
            return None
        return Subject(first, end, "SVO")

    def _is_statement(self, speaker: Subject, colon: int, last: int) -> bool:
        """Whether what stands behind the colon is said, and not dated, titled or described."""
        first, end, tokens = speaker.first, speaker.last, self.article.tokens
        return not (
            self._is_dateline(first, colon, last)
            or not self.speakers.can_name(first, end)
            or last - colon < _SHORTEST_STATEMENT
            # مونديال 2026: "World Cup 2026:" is a topic.
            or (tokens[end - 1].kind == "number" and not self._is_outlet(first))
            or tokens[colon + 1].kind == "latin"
        )

    def _heads_section(self, first: int) -> bool:
        """Whether a line names what the list behind it is of: التنظيم الإداري "organisation:"."""
        folded = self.article.folded(first)
        return (
            has_article(folded)
            and self.words.is_organisation(folded)
            and not self.words.is_role(folded)
        )

    def _is_bracketed(self, first: int, colon: int) -> bool:
        """Whether only what stands in brackets parts a name and its colon: سعاد (52 عاما):.

        "Suad (52 years):"
        """
        tokens = self.article.tokens
        return (
            tokens[first].text == "("
            and first < colon - 1
            and all(tokens[n].text != ")" for n in range(first, colon - 1))
            and tokens[colon - 1].text == ")"
        )

    def _is_outlet(self, first: int) -> bool:
        """Whether a news agency or another body that takes words over begins here."""
        folded = self.article.folded(first)
        return folded in NEWS_AGENCIES or self.words.is_organisation(folded)

    def _is_source(self, first: int, colon: int) -> bool:
        """Whether a noun phrase that can speak reaches to the colon."""
        phrases = self.phrases
        return (
            first < colon
            and phrases.starts(first)
            and phrases.names_source(first)
            and phrases.end(first, colon) == colon
        )

    def _is_address(self, first: int, colon: int) -> bool:
        """Whether somebody is addressed in a letter or in what is quoted: فخامة الرئيس:.

        "Your Excellency the President:"
        """
        article = self.article
        quoted = article.quotation_at[first]
        return (quoted >= 0 and quoted == article.quotation_at[colon]) or (
            article.paragraph_of[first] > 0
            and article.folded(first) in HONORIFICS
            and not any(self.words.is_name(article, index) for index in range(first + 2, colon))
        )

    def _names_place(self, first: int, colon: int) -> bool:
        """Whether a place and an outlet stand before a report: صنعاء | المسيرة نت: نظمت.

        "Sanaa | al-Masirah Net: organised"; or the place alone, with which the text begins, too:
        صفاقس: …, and below صفاقس 14 فيفري "Sfax, 14 February".
        """
        article = self.article
        if article.paragraph_of[first] > 0:
            return not _DATELINE_MARKS.isdisjoint(article.words[first + 1 : colon])
        return colon == first + 1 and any(
            article.folded(paragraph.first) == article.folded(first)
            and (
                article.tokens[paragraph.first + 1].kind == "number"
                or article.tokens[paragraph.first + 1].text in _BEHIND_PLACE
            )
            for paragraph in article.paragraphs[1:_LONGEST_HEAD_OF_TEXT]
            if paragraph.last > paragraph.first + 1
        )

    def _may_be_name(self, first: int, colon: int) -> bool:
        """Whether what stands before a colon can be the name of a speaker by its first word."""
        article, folded = self.article, self.article.folded(first)
        return not (
            folded in ("http", "https")
            or self._is_address(first, colon)
            # بالأرقام "in numbers"
            or folded.startswith(("بال", "لل"))
            or _tells_of_oneself(article, first)
            or (
                article.tokens[first].may_be_cue
                and not article.is_surname(folded)
                # نادي الأسير: the Prisoner's Club
                and not self.words.is_organisation(folded)
                # مفتي أوغندا: the mufti of Uganda
                and folded not in self.words.lexicon.roles
            )
        )

    def _is_dateline(self, first: int, colon: int, last: int) -> bool:
        """Whether a place stands before the colon, and no speaker."""
        article, start = self.article, colon + 1
        if self._names_place(first, colon) or self._is_byline(start, last):
            return True
        head = self.speakers.head(first)
        if (
            self.words.in_list(head, self.words.lexicon.countries)
            and start not in article.opening
            and article.folded(start) not in CLAUSE_STARTS
            and not (article.paragraph_of[first] == 0 and self.speakers.speaks_in_text(head))
        ):
            # سوريا "Syria": …
            return True
        inner = self.contents.frames.get(start)
        # جنيف: حذر المندوب من ... "Geneva: the delegate warned of ...": somebody else speaks.
        return inner is not None and inner.subject is not None and inner.subject.order == "VSO"

    def _content(self, start: int, last: int) -> Span | None:
        """What is said behind the colon."""
        article = self.article
        if start in article.opening:
            number = article.opening[start]
            if article.after_quotation(number) + 2 >= last:
                quotation = article.quotations[number]
                return article.slice(quotation.start, quotation.end)
        return self.contents.spans.of_tokens(start, self._headline_end(start, last))

    def _is_byline(self, start: int, last: int) -> bool:
        """Whether only a name, or a paper in marks, stands behind a place: جدة: علي العمري.

        "Jeddah: Ali al-Omari"
        """
        article = self.article
        if start in article.opening:
            number = article.opening[start]
            return article.after_quotation(number) >= last and (
                self.phrases.in_marks.is_name(number) and article.paragraph_of[start] > 0
            )
        return last - start <= _LONGEST_BYLINE and all(
            self.words.is_name(article, index) or article.is_unknown(index)
            for index in range(start, last)
            if article.tokens[index].is_word
        )

    def _past_tag(self, first: int, colon: int) -> int:
        """The token behind a tag such as عاجل.. "breaking" or خاص - "exclusive"."""
        tokens, starts = self.article.tokens, self.article.starts
        # In the body a dash before a place is part of a dateline.
        line = self.article.paragraphs[self.article.paragraph_of[first]]
        short = line.last - line.first <= _LONGEST_HEADLINE
        marks = _TAG_MARKS if short else frozenset("|")
        for index in range(colon - 2, first - 1, -1):
            if tokens[index].text in _CLOSING_BRACKETS and tokens[first].text in "([":
                # (وسائط متعددة) مسؤول صيني: "(multimedia) a Chinese official:"
                return index + 1
            if tokens[index].text in marks and starts[index + 1] > starts[index] + 1:
                return index + 1
            if tokens[index].text == "-" and self.article.folded(index - 1) in HEADLINE_TAGS:
                # حصري-مصادر: "exclusive-sources:"
                return index + 1
            if tokens[index].text in ("..", "...", "…"):
                return index + 1
        return first

    def _past_bullet(self, first: int) -> int:
        """The token behind the mark of an item in a list: • الجيش: لا تفاوض."""
        article, item = self.article, first + 1
        mark = article.tokens[first].text
        if mark not in BULLETS:
            return first
        while article.tokens[item].text == mark:
            # ** وزير الخارجية "** the foreign minister": the mark may be doubled, before the colon
            item += 1
        folded = article.folded(item)
        listed = (
            self.words.is_head(folded) and folded not in self.words.lexicon.adverbs
        ) or article.is_surname(folded)
        # - ويتكوف: نحن قريبون "Witkoff: we are close": a name that no dictionary has
        listed = listed or (article.is_unknown(item) and article.tokens[item + 1].text == ":")
        return item if listed else first

    def _tells_occasion(self, first: int, colon: int) -> bool:
        """Whether words behind the name tell whom or what it answers: فلان رداً على منتقديه."""
        article, words = self.article, self.words
        if article.folded(first).startswith("ل"):
            return True
        if self.speakers.joins_speaker(colon - 1):
            # غارات على البقاع وعون: raids on the Bekaa, and Aoun: …
            return False
        return (
            words.is_preposition(article, first)
            or words.is_accusative(article, first)
            # إنزاغي بعد ثلاثية النصر: Inzaghi after three goals against Al-Nassr
            or article.folded(first) in AFTER
        ) and not any(
            words.is_verb(article, index) or article.folded(index) in COMPLEMENTIZERS
            for index in range(first, colon)
        )

    def _tells_deed(self, first: int, verb: int, colon: int) -> bool:
        """Whether a headline's clause stands before what its subject said: فلان يرد على كذا: "…".

        Behind any verb the words stand between marks, or of somebody who speaks below; a verb of
        saying needs neither.
        """
        article, words = self.article, self.words
        return (
            article.paragraph_of[first] == 0
            and self.phrases.names_source(first)
            and (
                "imperfect" in words.info(article, verb).classes
                or (
                    words.info(article, verb).classes == {"perfect"}
                    and article.folded(colon + 1) in CLAUSE_STARTS
                )
            )
            and (
                colon + 1 in article.opening
                or article.tokens[verb].may_be_cue
                or article.folded(colon + 1) in CLAUSE_STARTS
                or self.speakers.speaks_below(first, verb)
            )
            and not any(
                article.folded(index) in COMPLEMENTIZERS or index in self.contents.frames
                for index in range(verb, colon)
            )
        )

    def _begins_next_half(self, first: int, last: int) -> bool:
        """Whether another speaker follows with a verb or a colon: .. وكونسيساو يتذمر من الفار."""
        if first >= last or not self.article.folded(first).startswith("و"):
            return False
        if self.article.folded(first) == "و":
            # .. و«الدفاع المدني» يحذر: .. and "Civil Defence" warns
            first += 1
        if not self.phrases.starts(first):
            return False
        end = self.phrases.end(first, last)
        if not first < end < last:
            return False
        token = self.article.tokens[end]
        return (
            token.text == ":"
            or token.may_be_cue
            # .. وزيلينسكي يتمسك بالأراضي: .. and Zelensky holds on to the land
            or (
                token.facts.classes == {"imperfect"}
                and end == first + 1
                and not has_article(self.article.folded(first).removeprefix("و"))
            )
            or (
                token.folded.startswith("ل")
                and self._headline_colon(end, min(last, end + _LONGEST_OUTLET)) is not None
            )
        )

    def _headline_end(self, start: int, last: int) -> int:
        """The headline's end, without the outlet's name that page titles carry behind a dash."""
        tokens = self.article.tokens
        for index in range(start + 2, last):
            token = tokens[index]
            if token.text in _HALVES and self._begins_next_half(index + 1, last):
                return index
            if (
                token.text in "-–—|"
                and not self.article.is_glued(index)
                and (
                    last - index <= _LONGEST_OUTLET
                    or self.words.is_organisation(self.article.folded(index + 1))
                )
            ):
                return index
        return last


def _tells_of_oneself(article: Article, index: int) -> bool:
    """Whether a word no dictionary has is a verb of the writer's: فأجبته "and I answered him"."""
    folded = article.folded(index)
    return article.is_unknown(index) and folded[:1] in ("و", "ف") and folded.endswith(_I_HIM)

"""Headlines that name their speaker before a colon: بلينكن: الوقت مناسب.

"Blinken: the time is right"
"""

from __future__ import annotations

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.contents.finder import ContentFinder
from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.frames.frame import Frame
from quotes.extraction.frames.listed_items import items_behind
from quotes.extraction.headlines.clauses import HeadlineClauses
from quotes.extraction.headlines.halves import LONGEST_NAME, HeadlineHalves
from quotes.extraction.headlines.labels import LONGEST_HEADLINE, HeadlineLabels
from quotes.extraction.headlines.speakers import HeadlineSpeakers
from quotes.extraction.headlines.topics import HeadlineTopics
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.noun_phrases.subject import Subject
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import (
    ABOUT,
    ANY,
    COMPETITIONS,
    FIRSTS,
    INTERVIEWS,
    LINK_LABELS,
    NEWS_AGENCIES,
    SETTING_TOPICS,
    SUPERLATIVES,
)
from quotes.model import Span

_SHORTEST_STATEMENT = 3
_TO = "ل"
_I_HIM = ("ته", "تها", "تهم")


class HeadlineFinder:
    """Finds lines of the form *name: statement* in one article."""

    def __init__(
        self, phrases: NounPhrases, contents: ContentFinder, furniture: frozenset[int]
    ) -> None:
        """``furniture`` are the numbers of paragraphs that are no part of the article."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.contents = contents
        self.furniture = furniture
        self.speakers = HeadlineSpeakers(self.article, self.words, contents)
        self.halves = HeadlineHalves(phrases, self.speakers)
        self.topics = HeadlineTopics(phrases, contents, self.speakers)
        self.clauses = HeadlineClauses(phrases, contents, self.speakers, self.halves, self.topics)
        # Who speaks in the title speaks where it is repeated below, too.
        self.titles: set[tuple[str, ...]] = set()
        frames = contents.frames.values()
        self._openers = {frame.opener for frame in frames if frame.cue.first < frame.opener}
        """What opens the contents that stand behind their cues."""
        self.labels = HeadlineLabels(self.article, self.words, self.speakers)

    def find(self) -> list[Attribution]:
        """Lines of the form *name: statement*."""
        found = []
        taken: set[int] = set()
        for number, paragraph in enumerate(self.article.paragraphs):
            if number in self.furniture:
                continue
            found += self._first_headline(paragraph.first, paragraph.last, taken)
            if paragraph.last - paragraph.first <= LONGEST_HEADLINE:
                for first in self.halves.later_starts(paragraph.first, paragraph.last):
                    found += self._first_headline(first, paragraph.last, taken)
        for first, last in self.article.sentences:
            colon = self.halves.colon(first, last)
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

    def _first_headline(self, first: int, last: int, taken: set[int]) -> list[Attribution]:
        """The headline of a line, behind a label where it has one: رابط الخبر بصحيفة …:.

        "link to the story in the newspaper …:"
        """
        start = first
        for _ in range(2):
            colon = self.halves.colon(start, last)
            if colon is None or colon in taken:
                return []
            attribution = self._headline(start, colon, last)
            if attribution is not None and not self._is_opener(colon):
                taken.add(colon)
                return [attribution]
            if any(self.clauses.governs(index, colon) for index in range(start, colon)):
                return []
            if self.words.is_accusative(self.article, start):
                # أولا: "first:"
                return []
            start = colon + 1
        return []

    def _is_opener(self, colon: int) -> bool:
        """Whether a colon opens what a verb before it governs: قال سالم العمراني وآخرون: …

        "Salim al-Omrani and others said: …"
        """
        return colon in self._openers or colon + 1 in self._openers

    def _introduces_link(self, first: int, colon: int) -> bool:
        """Whether a sentence is the link to its own page, which repeats the headline."""
        return self.article.folded(first) in LINK_LABELS and colon - first <= LONGEST_NAME

    def _headline(self, first: int, colon: int, last: int) -> Attribution | None:
        """The attribution of a line that names a speaker before its colon, if it does."""
        speaker = self._speaker(self.labels.past(first, colon), colon)
        items = items_behind(self.article, colon)
        last = items[1] if items is not None else last
        if speaker is None or not self._is_statement(speaker, colon, last):
            return None
        if items is not None and self.topics.heads_section(speaker.first):
            return None
        content = self.contents.spans.of_tokens(*items) if items else self._content(colon + 1, last)
        if content is None:
            return None
        if self.article.paragraph_of[colon] == 0:
            self.titles.add(tuple(self.article.words[speaker.first : speaker.last]))
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
        if self.speakers.is_handle(first, colon):
            return Subject(first, colon, "SVO")
        if not self.phrases.starts(first, after_verb=True) or not self._may_be_name(first, colon):
            return None
        end = self._phrase_end(first, colon)
        if (
            article.folded(end) in ABOUT
            and self._is_outlet(first)
            and end + 1 < colon
            and self.phrases.is_source(end + 1, colon)
        ):
            # رويترز عن مسؤول: … "Reuters from an official: …"
            first, end = end + 1, colon
        if items_behind(article, colon) is not None:
            end = self.clauses.before_occasion(end, colon)
        if end != colon and not self.clauses.goes_with(Subject(first, end, "SVO"), colon):
            return None
        if any(self.clauses.governs(index, colon) for index in range(first, colon)):
            return None
        return Subject(first, end, "SVO")

    def _phrase_end(self, first: int, colon: int) -> int:
        """The token behind the noun phrase of a speaker; a surname alone is complete.

        الشيباني | من باريس: … (al-Shaibani, | from Paris: …); ياغي | أول سعودي يتوج: … (Yaghi, |
        the first Saudi to be crowned: …)
        """
        article, behind = self.article, first + 1
        if (
            behind < colon
            and not self.words.is_head(article.folded(first))
            and self.speakers.can_name(first, behind)
            and (
                self.words.is_preposition(article, behind)
                or article.folded(behind) in SUPERLATIVES | FIRSTS
            )
        ):
            return behind
        end = self.halves.phrase_end(first, colon)
        # وزير التعليم | لطلاب المدارس: … (the minister of education | to pupils: …)
        return next((index for index in range(behind, end) if self._addresses_crowd(index)), end)

    def _addresses_crowd(self, index: int) -> bool:
        """Whether "to" is written onto a crowd: لطلاب "to pupils"."""
        folded = self.article.folded(index)
        return folded.startswith(_TO) and folded[1:] in self.words.lexicon.unnamed

    def _is_statement(self, speaker: Subject, colon: int, last: int) -> bool:
        """Whether what stands behind the colon is said, and not dated, titled or described."""
        first, end, tokens = speaker.first, speaker.last, self.article.tokens
        if tuple(self.article.words[first:end]) in self.titles:
            return True
        return not (
            self.topics.is_contact(colon + 1)
            or self.topics.is_dateline(speaker, colon, last)
            or not (
                self.speakers.can_name(first, end) or self.article.folded(first - 1) in INTERVIEWS
            )
            or (last - colon < _SHORTEST_STATEMENT and not self._may_be_brief(speaker, colon))
            # مونديال 2026: "World Cup 2026:" is a topic.
            or (tokens[end - 1].kind == "number" and not self._is_outlet(first))
            or (tokens[colon + 1].kind == "latin" and not tokens[colon + 1].text.startswith("#"))
        )

    def _may_be_brief(self, speaker: Subject, colon: int) -> bool:
        """Whether one word is a statement: in a later half, of somebody who speaks below.

        .. و«الاقتصاد»: اختياري (.. and "the Economy": voluntary)
        """
        article = self.article
        line = article.paragraphs[article.paragraph_of[speaker.first]]
        if line.first == 0 and article.tokens[colon + 1].facts.is_nominative_plural:
            # جاهزون "ready"
            return self.words.is_adjective(article, colon + 1)
        return speaker.first > line.first and self.speakers.speaks_below(
            speaker.first, speaker.last
        )

    def _is_outlet(self, first: int) -> bool:
        """Whether a news agency or another body that takes words over begins here."""
        folded = self.article.folded(first)
        return folded in NEWS_AGENCIES or self.words.is_organisation(folded)

    def _may_be_name(self, first: int, colon: int) -> bool:
        """Whether what stands before a colon can be the name of a speaker by its first word."""
        article, folded = self.article, self.article.folded(first)
        return not (
            folded in ("http", "https")
            or self.topics.is_address(first, colon)
            or self.topics.is_number(first, colon)
            or self.topics.is_matter(first)
            or self.topics.is_label(first, colon)
            # الدوري الإنجليزي: the English league
            or self.words.in_list(folded, COMPETITIONS)
            # أي فريق أفضل: which team is better
            or folded in ANY
            # بالأرقام "in numbers"
            or folded.startswith(("بال", "لل"))
            or _tells_of_oneself(article, first)
            or (article.tokens[first].may_be_cue and not self._names_like_cue(first, colon))
        )

    def _names_like_cue(self, first: int, colon: int) -> bool:
        """Whether a word that might report begins what names a speaker."""
        article, words, folded = self.article, self.words, self.article.folded(first)
        return (
            article.is_surname(folded)
            or self._is_name_like_cue(first, colon)
            # نادي الأسير: the Prisoner's Club
            or words.is_organisation(folded)
            or words.is_ministry(article, first)
            # مفتي أوغندا: the mufti of Uganda
            or folded in words.lexicon.roles
            # نشرة إنذارية: an alert; not إعلان "advertisement" alone
            or (folded in words.lexicon.documents and colon > first + 1)
        )

    def _is_name_like_cue(self, first: int, colon: int) -> bool:
        """Whether two names reach the colon, the first of which reports nothing: شهد العمراني.

        "Shahd al-Omrani"; also "al-Omrani witnessed"
        """
        return (
            colon == first + 2
            and first not in self.contents.frames
            and self.words.is_name(self.article, first + 1)
        )

    def _content(self, start: int, last: int) -> Span | None:
        """What is said behind the colon."""
        article = self.article
        if start in article.opening:
            number = article.opening[start]
            behind = article.after_quotation(number)
            ends = all(token.kind == "mark" for token in article.tokens[behind:last])
            if ends or self.halves.begins(behind):
                quotation = article.quotations[number]
                return article.slice(quotation.start, quotation.end)
        return self.contents.spans.of_tokens(start, self.halves.end(start, last))


def _tells_of_oneself(article: Article, index: int) -> bool:
    """Whether a word no dictionary has is a verb of the writer's: فأجبته "and I answered him"."""
    folded = article.folded(index)
    return article.is_unknown(index) and folded[:1] in ("و", "ف") and folded.endswith(_I_HIM)

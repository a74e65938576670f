"""Verbs in phrases of source: بحسب ما | ذكرته الوكالة, كما | قال الوزير, حسبما | أفاد مصدر.

"according to what | the agency told, as | the minister said, as | a source reported": they say who
vouches for something, and have no content of their own.
"""

from __future__ import annotations

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import circumstance_end
from quotes.extraction.text.grammar import (
    AS,
    BY_IT,
    NEVER_CUES,
    ON,
    PREPOSITIONS_WITH_PRONOUN,
    WHAT,
)
from quotes.extraction.text.words import Words

_TOLD = ("write", "reveal")
Ends = tuple[int, int | None]
"""Where a cue ends, and where the name behind it begins; None where a pronoun stands for the name,
or the subject is dropped."""


class SourceVerbs:
    """Reads in one article the verbs behind ما "what" and كما "as"."""

    def __init__(self, article: Article, words: Words, by_first: dict[int, CueCandidate]) -> None:
        """``by_first`` are the candidates of the article, by their first tokens."""
        self.article = article
        self.words = words
        self.by_first = by_first

    def ends(self, index: int, limit: int) -> Ends | None:
        """The ends of a verb of reporting and of what is written before its subject."""
        cue = self.by_first.get(index)
        if (
            cue is None
            or index >= limit
            or self.article.folded(index) in NEVER_CUES
            or not self._reports(cue)
        ):
            return None
        if self._has_pronoun_of_what(index):
            return None
        last = cue.last
        name = last
        # صرح به، نقلت عنه، ما ذكر من جانبه
        # (which he stated; quoted from him; what was mentioned on his part)
        source = next((r.verb.source for r in cue.readings.all if r.verb.source), "")
        if source and self.article.folded(name) == source:
            # بحسب ما جاء في التقرير "according to what came in the report": the verb is no part of
            # the cue; but حسبما جاء في "as came in" is one word with its "what".
            return index - (self.article.folded(index - 1) in WHAT), name + 1
        while name < limit and (after := self._past_aside(name)) > name:
            if self.article.folded(name) in BY_IT:
                last = after
            name = after
        # كما قال للصحفيين "as he told the journalists": the subject is dropped.
        return last, None if name >= limit or self._is_addressee(name) else name

    def _is_addressee(self, index: int) -> bool:
        """Whether the word says to whom somebody spoke: للصحفيين "to the journalists".

        لقناة "to the channel"
        """
        folded = self.article.folded(index)
        if folded.startswith("لل"):
            return self.words.in_list(folded, self.words.lexicon.addressees)
        # لقناة «الأخبار», لـ«الوطن»: to the channel "News", to "the Nation"
        return folded == "ل" or (folded.startswith("ل") and self.words.is_organisation(folded[1:]))

    def _past_aside(self, index: int) -> int:
        """The token behind what stands between verb and subject; ``index`` where nothing does."""
        article = self.article
        if article.folded(index) == "ل" and index + 1 in article.opening:
            # بحسب ما أكد لـ«الوطن» مصدر أمني: as a security source affirmed to "the Nation"
            return article.after_quotation(article.opening[index + 1])
        if article.folded(index) in PREPOSITIONS_WITH_PRONOUN:
            return index + 1
        return circumstance_end(article, index, self.words)

    def _has_pronoun_of_what(self, index: int) -> bool:
        """Whether على ما "at what" is somebody's object, as a pronoun shows: يضحك على ما يقوله.

        "laughs at what he says"
        """
        article = self.article
        return (
            article.folded(index - 2) in ON
            and article.folded(index - 1) in WHAT
            and article.tokens[index].facts.has_enclitic
        )

    def _reports(self, cue: CueCandidate) -> bool:
        """Whether a cue can be the verb behind "what" or "as" that tells who said it."""
        before, verb = self.article.folded(cue.first - 1), self.article.folded(cue.first)
        # كما يتوقع هطول الأمطار "rain is also expected"
        return verb not in self.words.lexicon.impersonal_verbs and any(
            reading.type == "verb"
            and (
                reading.verb.quotation != "no"
                # ما نشرته الصحيفة "what the paper published" has been said; ما تنشره الصحف "what
                # papers publish" is what they write at all.
                or (reading.verb.stance in _TOLD and reading.has(aspect="perfect"))
            )
            # كما أدانت المنظمة، هذا الهجوم: and the organisation, too, condemned this attack
            and not ((reading.verb.homograph or reading.verb.stance == "condemn") and before in AS)
            # كما يجب "as one must" is no "as he answers".
            and not all(form.mood == "jussive" for form in reading.forms)
            for reading in cue.readings.all
        )

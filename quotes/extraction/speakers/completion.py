"""What the text says more, anywhere, of a speaker whom it names for the first time.

Whoever is called by one name at first may have another elsewhere, and whoever is told by an office,
a name: so he is shown by what is fullest, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.fuller_names import FullerNames
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.speakers.office_holders import OfficeHolders
from quotes.extraction.speakers.other_offices import as_counterpart, under_other_office
from quotes.extraction.speakers.spelt_out import SpeltOut
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import COUNTERPARTS, SON_OF

_LEAST_GENEALOGY = 3


class Completion:
    """Completes the speakers of one article."""

    def __init__(
        self,
        phrases: NounPhrases,
        verbs: frozenset[int],
        read: Callable[[int, int], Naming],
        fuller: FullerNames,
        holders: OfficeHolders,
        spelt_out: SpeltOut,
    ) -> None:
        """``verbs`` are the tokens that can be finite verbs of saying.

        ``read`` takes a noun phrase apart.
        """
        self.article = phrases.article
        self.words = phrases.words
        self.verbs = verbs
        self._naming = read
        self._fuller = fuller
        self._holders = holders
        self._spelt_out = spelt_out

    def complete(self, entity: Entity, naming: Naming) -> None:
        """Add to a speaker the fuller naming of what names him first."""
        spelt_out = self._spelt_out.of_headline(naming)
        if spelt_out is not None:
            entity.add(spelt_out)
            return
        if naming.head in self.words.lexicon.quantifiers:
            return
        fuller = self._with_fuller_name(naming) if naming.is_named else self._holder(naming)
        if fuller is not None:
            entity.add(fuller)
            entity.take_name(fuller)
        elif naming.is_named and not entity.words:
            entity.take_name(naming)

    def _with_fuller_name(self, naming: Naming) -> Naming | None:
        """The name in full of which a part is read: الرشيدي, محمد بن سالم بن فهد | آل عمران.

        "al-Rashidi", "Muhammad bin Salem bin Fahd | Al Imran"
        """
        begins_midway = naming.words[0] in self.words.lexicon.name_particles
        of_fathers = len(naming.words) >= _LEAST_GENEALOGY and naming.words[-2] in SON_OF
        if len(naming.words) > 2 and not begins_midway and not of_fathers:
            return None
        nearest = self._fuller.nearest_name(naming) if len(naming.words) == 1 else None
        fuller = self._fuller.fuller_name(nearest or naming.words, naming.first)
        if fuller is None or len(fuller.words) <= len(naming.words):
            fuller = self._with_family_name(naming) if of_fathers else None
        if fuller is None or len(naming.words) == 1 or begins_midway:
            return fuller
        # Whoever has two names keeps the first; a third before them is somebody else's.
        return fuller if fuller.words[0] == naming.words[0] else None

    def _with_family_name(self, naming: Naming) -> Naming | None:
        """A genealogy with a noun behind it, if whoever is called so alone speaks: وقال الشموخ.

        Behind سعد بن فهد الشموخ "Saad bin Fahd al-Shumukh" the noun might be an object as well.
        """
        article, behind = self.article, naming.last
        if (
            behind >= len(article.tokens)
            or not has_article(article.folded(behind))
            or self.words.is_head(article.folded(behind))
        ):
            return None
        spelling = article.folded(behind)
        if self.verbs.isdisjoint(n - 1 for n in self._fuller.places(spelling, behind)):
            return None
        longer = self._naming(naming.first, behind + 1)
        return longer if longer.words == (*naming.words, spelling) else None

    def _holder(self, naming: Naming) -> Naming | None:
        """Who the text says, elsewhere, holds the office that is told alone."""
        if not self.article.folded(naming.first).startswith("ال") and naming.kind not in (
            "person",
            "organisation",
            "document",
        ):
            return None
        holder = self._holders.holder(naming)
        if holder is None and (other := under_other_office(naming, self.words)) is not None:
            holder = self._holders.holder(other)
            if holder is not None and self._is_told_later(naming, holder):
                holder = None
        if holder is None:
            counterpart = as_counterpart(naming, self.article, self.words)
            holder = self._holders.holder(counterpart) if counterpart is not None else None
        if holder is None or (not holder.is_named and holder.head in COUNTERPARTS):
            return None
        return holder

    def _is_told_later(self, naming: Naming, holder: Naming) -> bool:
        """Whether the other name of an office is told behind it: الطبيب … الدكتور سالم.

        "the doctor …. Dr Salem": the text itself would have named him first.
        """
        return self.article.paragraph_of[naming.first] > 0 and holder.first > naming.first

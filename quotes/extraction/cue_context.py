"""Stage 4: what is known of a cue whose subject is dropped, to all who look for its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.agreement import agrees
from quotes.extraction.article import Article
from quotes.extraction.attribution import Attribution
from quotes.extraction.entities import Entities
from quotes.extraction.entity import Entity
from quotes.extraction.resolved import Resolved

# A speaker, if any, and the basis on which he is chosen.
Found = tuple[Entity | None, str]


class CueContext:
    """One cue beside which no subject stands, and what was reported before it."""

    def __init__(
        self,
        article: Article,
        attribution: Attribution,
        done: Sequence[Resolved],
        entities: Entities,
    ) -> None:
        """``done`` are the attributions before, with their speakers, in order."""
        self.article = article
        self.attribution = attribution
        self.done = done
        self.entities = entities
        self.cue = attribution.frame.cue
        self.reading = attribution.frame.reading
        self.sentence = article.sentence(self.cue.first)
        self.clauses = [
            one
            for one in done
            if self.sentence[0] <= one.attribution.frame.cue.first < self.cue.first
            and one.attribution.frame.kind != "source"
        ]
        """What else the sentence reports before the cue."""
        self.is_participle = self.reading is not None and self.reading.type == "participle"
        # مؤكداً "confirming", في قوله "in his saying": it goes with a verb before it.
        self.is_circumstance = self.is_participle or (
            self.reading is not None and self.reading.type == "noun"
        )

    def agrees(self, entity: Entity) -> bool:
        """Whether the cue can be somebody's by gender and number."""
        return agrees(entity, self.attribution)

    def differs_from_noun(self, entity: Entity) -> bool:
        """Whether a verb is of the other gender than the noun of whom no verb has told it yet.

        خسر الفريق …. وأكدت "the team (m.) lost …. And she affirmed"
        """
        if entity.genders or entity.words or self.reading is None or not entity.namings:
            return False
        noun = self.article.tokens[entity.namings[-1].first].facts
        genders = noun.info.genders
        if noun.info.numbers == {"p"}:
            # قوات "forces": bodies in the plural go with a verb in the feminine.
            genders = frozenset({"f"}) if entity.kind == "organisation" else frozenset()
        wanted = self.reading.genders_of_speaker - {None}
        return (
            noun.classes <= {"noun", "adjective"}
            and len(genders) == 1
            and len(wanted) == 1
            and self.reading.numbers == {"s"}
            and genders.isdisjoint(wanted)
        )

    def if_agreeing(self, entity: Entity | None, basis: str) -> Found | None:
        """Somebody as the one who is found, where there is somebody and the cue can be his."""
        return (entity, basis) if entity is not None and self.agrees(entity) else None

    def opening_sources(self) -> list[Resolved]:
        """The phrases of source that open the sentence: وبحسب المتحدث، فإن …، مشيراً إلى.

        "and according to the spokesman, …, pointing to"
        """
        return [
            one
            for one in self.done
            if one.attribution.frame.kind == "source"
            and self.sentence[0] <= one.attribution.frame.cue.first < self.cue.first
            and one.attribution.cue.end <= one.attribution.start
        ]

    def is_nested(self, one: Resolved) -> bool:
        """Whether an attribution stands inside a content in which this cue does not stand."""
        return any(
            other is not one
            and other.attribution.frame.kind != "source"
            and is_inside(one.attribution, other.attribution)
            and not is_inside(self.attribution, other.attribution)
            for other in self.done
        )


def is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue stands inside another attribution's content."""
    return outer.start <= inner.cue.start and inner.cue.end <= outer.end

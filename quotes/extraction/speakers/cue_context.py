"""What is known of a cue whose subject is dropped, to all who look for its speaker."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.speakers.agreement import agrees
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.entity import Entity
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.grammar import GOING_ON, SETTING_TOPICS, TO_ME
from quotes.extraction.text.word_facts import Facts

_ME = "ني"

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
        self.done = _without_topics(article, attribution, done)
        self.entities = entities
        self.cue = attribution.frame.cue
        self.reading = attribution.frame.reading
        self.sentence = article.sentence(self.cue.first)
        self.clauses = [
            one
            for one in self.done
            if self.sentence[0] <= one.attribution.frame.cue.first < self.cue.first
            and one.attribution.frame.kind != "source"
        ]
        """What else the sentence reports before the cue."""
        self.is_participle = self.reading is not None and self.reading.type == "participle"
        self._tale = self._find_tale()
        # مؤكداً "confirming", في قوله "in his saying": it goes with a verb before it.
        self.is_circumstance = self.is_participle or (
            self.reading is not None and self.reading.type == "noun"
        )

    def agrees(self, entity: Entity) -> bool:
        """Whether the cue can be somebody's by gender and number, and he is not the one told."""
        return (
            agrees(entity, self.attribution)
            and not entity.is_god
            and not (self.is_participle and self._are_several(entity))
            and self._is_of_tale(entity)
        )

    def _are_several(self, entity: Entity) -> bool:
        """Whether a participle in the masculine singular cannot be of several: قال خبراء …، مشيراً.

        "experts said …, pointing (s.) to"
        """
        return (
            self.reading is not None
            and self.reading.numbers == {"s"}
            and "f" not in self.reading.genders_of_speaker
            and entity.kind in ("group", "unnamed")
            and all(
                self.entities.words.describe(naming.head).numbers == {"p"}
                for naming in entity.namings
            )
        )

    def _is_of_tale(self, entity: Entity) -> bool:
        """Whether somebody can have told this to one who tells it: قال سالم: «بادرني قائلا: …».

        'Salem said: "he came up to me, saying: …"': who did so is named in Salem's own words.
        """
        tale = self._tale
        return tale is None or any(
            self.article.starts[naming.first] >= tale.start for naming in entity.namings
        )

    def _find_tale(self) -> Attribution | None:
        """The innermost report in which the cue tells what "I" was told, if it does."""
        latest = self.done[-1].attribution if self.done else None
        goes_on = (
            self.reading is not None
            and self.reading.lemma in GOING_ON
            and latest is not None
            and latest.subject is None
            and self._is_told_to_me(latest)
        )
        if not goes_on and not self._is_told_to_me(self.attribution):
            return None
        around = (one.attribution for one in reversed(self.done) if one.attribution is not latest)
        outer = [one for one in around if is_inside(self.attribution, one)]
        if not goes_on and latest is not None and is_inside(self.attribution, latest):
            return latest
        return outer[0] if outer else None

    def _is_told_to_me(self, attribution: Attribution) -> bool:
        """Whether a cue tells what "I" was told: أخبرني, قال لي, بادرني قائلا.

        "he told me, he said to me, he came up to me, saying"
        """
        article, frame = self.article, attribution.frame
        if frame.reading is None:
            return False
        if frame.reading.type == "participle":
            verb = article.tokens[frame.cue.first - 1].facts if frame.cue.first else None
            return verb is not None and _has_me(verb, article.folded(frame.cue.first - 1))
        return article.folded(frame.cue.last) in TO_ME or (
            frame.reading.enclitic and article.folded(frame.cue.last - 1).endswith(_ME)
        )

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


def _without_topics(
    article: Article, attribution: Attribution, done: Sequence[Resolved]
) -> Sequence[Resolved]:
    """The attributions before a verb, but those of topics that open sentences.

    وعن شكوى السكان قال "and about the inhabitants' complaint he said": not they.
    """
    reading = attribution.frame.reading
    if reading is None or reading.type != "verb":
        return done
    return [one for one in done if not _is_topic(article, one.attribution)]


def _is_topic(article: Article, attribution: Attribution) -> bool:
    reading, (first, _) = attribution.frame.reading, article.sentence(attribution.frame.cue.first)
    return (
        reading is not None and reading.type == "noun" and article.folded(first) in SETTING_TOPICS
    )


def _has_me(facts: Facts, folded: str) -> bool:
    return facts.is_verb and facts.has_enclitic and folded.endswith(_ME)


def is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a cue stands inside another attribution's content."""
    return outer.start <= inner.cue.start and inner.cue.end <= outer.end

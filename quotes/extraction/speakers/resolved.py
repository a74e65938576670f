"""An attribution with its speaker, as the last stages get it."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.speakers.entity import Entity


@dataclass(slots=True)
class Resolved:
    """An attribution with its speaker.

    ``basis`` says how the speaker was found: ``named`` here, or by the same ``words``, ``name``,
    ``byname`` or ``office`` as before, or carried over from the clause it closes (``host``), the
    ``governing`` clause, the subject of the ``sentence`` or the ``sentence-before``, or the
    ``last`` speaker. ``others`` are who else could have spoken, the likeliest first.
    """

    attribution: Attribution
    entity: Entity | None
    basis: str
    others: tuple[Entity, ...] = ()

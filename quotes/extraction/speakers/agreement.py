"""Whether a speaker agrees in gender and number with a cue: قالت "she said"."""

from __future__ import annotations

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.speakers.entity import Entity

# Kinds of speakers that may be many.
_PLURALS = ("group", "unnamed", "organisation", "document")
_LIKE_DUAL = ("ان", "ين")


def note_agreement(entity: Entity, attribution: Attribution) -> None:
    """Note the gender of a speaker, as its own verb tells it.

    A body has as many as its names: حذر الدفاع المدني "Civil Defence warned" in the masculine is
    حذرت المديرية العامة "the General Directorate warned" in the feminine.
    """
    reading = attribution.frame.reading
    subject = attribution.subject
    if reading is None or reading.type != "verb" or subject is None:
        return
    if subject.order == "source":
        # علمت الصحيفة من مصدر …، وأضاف "the newspaper (f.) learnt from a source (m.) …, and he
        # added"; but نقلت … عنه …، وأضافت is what she takes over from him, too.
        entity.genders = entity.genders or {"m", "f"}
        return
    if len(reading.genders) == 1:
        known = entity.genders if entity.kind == "organisation" else ()
        entity.genders = {*reading.genders, *known}


def agrees(entity: Entity, attribution: Attribution) -> bool:
    """Whether gender and number of the cue allow this speaker."""
    reading = attribution.frame.reading
    if reading is None or not entity.genders:
        return True
    genders, numbers = reading.genders_of_speaker, reading.numbers
    if numbers == {"p"} and genders == {"f"}:
        # أضفن "they added" is of several women, never of a body.
        return entity.kind in ("group", "unnamed")
    if numbers <= {"p", "d"}:
        several = any(
            # وأكدا: both affirmed, not the leaders, who are more
            (naming.kind == "group" and (numbers != {"d"} or naming.head.endswith(_LIKE_DUAL)))
            or " و" in naming.text
            # محامو الضحية: the victim's lawyers
            or (not naming.words and naming.head.endswith("و"))
            for naming in entity.namings
        )
        return several or (numbers != {"d"} and entity.kind in _PLURALS)
    return not genders.isdisjoint({None, *entity.genders})

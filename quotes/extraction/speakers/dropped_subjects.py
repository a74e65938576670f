"""Who speaks where the subject is dropped, or only a pronoun.

A dropped subject or a participle takes the subject of the clause that governs it, else that of
its sentence, else the last speaker who agrees in gender and number.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.contents.attribution import Attribution
from quotes.extraction.speakers.cue_context import CueContext, Found
from quotes.extraction.speakers.earlier_speakers import EarlierSpeakers
from quotes.extraction.speakers.earlier_subjects import EarlierSubjects
from quotes.extraction.speakers.entities import Entities
from quotes.extraction.speakers.resolved import Resolved
from quotes.extraction.text.article import Article
from quotes.extraction.text.blessings import is_eulogy


def find_dropped_subject(
    article: Article, attribution: Attribution, done: Sequence[Resolved], entities: Entities
) -> Found:
    """The speaker of a cue beside which none stands, and the basis on which he is chosen.

    ``done`` are the attributions before, with their speakers, in order. The first place of the
    context that knows somebody is believed.
    """
    context = CueContext(article, attribution, done, entities)
    if is_eulogy(article, context.cue.last):
        # قال صلى الله عليه وسلم: "(he) said, God bless him and grant him peace"
        return entities.prophet(context.cue.first), "nobody"
    speakers, subjects = EarlierSpeakers(context), EarlierSubjects(context)
    for ask in (
        speakers.taken_over_from,
        speakers.host,
        subjects.beside_source,
        speakers.source_before_then,
        speakers.asked,
        subjects.of_content,
        subjects.suspect,
        subjects.writer_of_document,
        subjects.latest,
        subjects.topic_before,
        subjects.before_participle,
        speakers.source_before_participle,
        speakers.governing,
        subjects.of_sentence,
        speakers.of_sentence_before_participle,
        subjects.of_sentence_before_participle,
        speakers.told_of,
        subjects.since_last_report,
        speakers.last,
        subjects.of_sentence_before,
        speakers.governing_of_other_gender,
        subjects.of_lead,
    ):
        found = ask()
        if found is not None:
            return found
    return None, "nobody"

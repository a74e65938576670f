"""The engine: an article in, its quotes out.

The stages stand in the order in which they run. ``article`` takes the text apart, and ``furniture``
tells what of its page is none of it. ``cues`` finds the words that may report. ``source_phrases``
reads وفقاً لـ and its like. ``frame_finder`` says what each cue governs: ``subjects`` and
``noun_phrases`` who stands beside it, ``opened_contents`` (``that_clauses``, ``governed_nouns``)
and ``bare_contents`` where the content begins, ``cue_places`` and ``verb_places`` whether it can be
a cue where it stands (``place``), ``conditions`` (``noun_conditions``, ``participle_conditions``)
whether its frame is enough, ``support_verbs`` whether a verb before carries it; ``frames`` are what
comes out. The ``subject`` of a ``reporting_clause`` stands behind its verb (``subjects_behind``,
past ``verb_asides``), before it (``subjects_before``) or before a relative clause
(``antecedents``), as ``verb_agreement`` allows; behind a short complement it is looked for last
(``subjects_behind_contents``); ``subjects_behind_prepositions`` and ``subjects_of_nouns`` are those
of other cues. A noun phrase is read piece by piece (``phrase_reader``) from where it can begin
(``phrase_starts``): ``phrase_words`` tells names from words that end it, be it that they look like
particles (``phrase_chance_particles``) or verbs (``phrase_chance_verbs``), ``phrase_pieces`` what
else belongs to it, ``names_in_marks`` names from what was said, ``phrase_appositions`` and
``phrase_complements`` what a mark or a preposition (``phrase_preposition``) joins to it, be it on
its own (``phrase_complements_apart``), written onto a noun (``phrase_complements_attached``) or
before a name (``phrase_complements_before_names``), ``phrase_bounds`` where the next one begins, by
rules about two words (``phrase_boundary``), which tell where it does (``phrase_bounds_by_form``,
``phrase_bounds_before_persons``, ``phrase_bounds_before_objects``) or where this one goes on
(``phrase_continuations``) and ask ``phrase_forms`` what agrees; ``attached_prepositions`` and
``circumstances`` are no part of any. ``contents`` measures the reported words out:
``reporter_returns`` and ``next_clauses`` tell where they are over, ``content_spans`` cuts them out
of the text, ``attribution`` is what comes out; ``sources`` and ``headlines`` (who speaks in them:
``headline_speakers``) find those that no verb governs. ``coreference`` says who speaks. Where
somebody is named, ``entities`` tells which speaker (``entity``) it is, by what ``naming`` takes
apart and ``name_matching`` compares; ``names`` finds the proper name, behind a title
(``titled_names``), behind an office (``names_behind_offices``, word by word: ``office_words``) or
at the head, as far as ``name_words`` go on with it and are no office (``offices_as_names``);
``fuller_namings`` and ``name_runs`` look for the full name elsewhere, ``fuller_bodies`` for that of
a body. Where nobody is named, ``dropped_subjects`` asks the context, ``sentence_subjects`` of whom
a sentence is, ``agreement`` whether he can have spoken. ``headline_offices`` looks for the name
that a headline holds back; ``resolved`` is what comes out. ``confidence`` says how sure all this
is, and ``assembly`` makes quotes of it, one within another where ``nesting`` finds them so.
``pipeline`` runs them, ``batches`` many times over; ``words`` and ``grammar`` hold what is known of
single words.
"""

from quotes.extraction.batches import Extracted, attempt, extract_batches
from quotes.extraction.pipeline import Extractor

__all__ = ["Extracted", "Extractor", "attempt", "extract_batches"]

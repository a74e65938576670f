"""The engine: an article in, its quotes out.

``pipeline`` runs the stages in the order in which they stand here; ``batches`` runs it on many
documents. Under each stage stand the files that decide a part of it. How a decision falls is told
with examples in ``docs/attribution.md``.

What all stages ask
    article                         the text taken apart: tokens, quotations, paragraphs
    sentences                       where they begin and end
    words                           what a word can be where it stands
    word_facts                      what it can be by its spelling alone
    readings                        what the dictionary's readings of it say
    grammar                         the closed classes that rules ask for by name
    marks                           the marks of punctuation, likewise
    clitics                         what is written onto a word: article, pronouns
    circumstances                   phrases of when, where and how something was said
    attached_prepositions           whether ب or ل is written onto a word, or its first letter
    blessings                       what is said in praise of God, the Prophet and the dead

1. Cues: words that may report
    cues                            the candidates, by their form
        cue_readings                    of which verbs a spelling can be a form
    furniture                       paragraphs of the page that are none of the article

2. Frames: what a cue governs, and whether it is one
    frame_finder                    asks the files below for each candidate; out come ``frames``
    source_phrases                  وفقاً لـ and its like, which need no frame
    opened_contents                 whether anything opens the content, and where it begins:
        that_clauses                    أنّ or one of her sisters
        governed_nouns                  a preposition of the verb's
        listed_items                    a colon that ends its line
        quoted_contents                 words in marks
    bare_contents                   contents that nothing opens
    demanded_contents               what is asked of somebody, behind those of whom
    cue_places                      whether a word can report where it stands (``place``):
        verb_places                     a finite verb
    conditions                      whether the frame is enough:
        verb_conditions                 of a finite verb
            homographs                      one that looks like another word
        noun_conditions                 of a verbal noun
        participle_conditions           of a participle
    support_verbs                   verbs that carry a noun, which does the reporting

   The subject of a cue
    subjects                        asks the files below; out comes a ``subject``
    reporting_clause                what they ask about: a cue in one of its readings
    subjects_before                 الوزير قال
    antecedents                     الوزير الذي قال
    reach_of_antecedents            how far such a noun phrase reaches
    subjects_behind                 وقال الوزير, past what ``verb_asides`` know
    subjects_behind_contents        رحب بالقرار الوزير
    subjects_behind_prepositions    نقلت الوكالة عن الوزير
    subjects_of_nouns               of verbal nouns
    verb_agreement                  whether a noun can be the subject of the verb

   Noun phrases: from which word to which somebody is named
    noun_phrases                    what the other stages ask
    phrase_reader                   reads one piece by piece, and asks the files below:
    phrase_starts                   where one can begin
    phrase_words                    whether a word ends it, or is a name that looks like
        phrase_chance_particles         a particle
        phrase_chance_verbs             a verb
    phrase_pieces                   which other words belong to it
    phrase_bounds                   where another phrase begins, by rules about two words
                                    (``phrase_boundary``), what agrees (``phrase_forms``) and what
                                    is a surname (``surnames``):
        phrase_bounds_by_form           it begins, whatever the verb wants
        phrase_bounds_before_persons    it begins where the verb wants somebody
        phrase_bounds_before_objects    it begins where the verb wants an object
        phrase_continuations            this one goes on
    phrase_appositions              what a mark joins to it
    names_in_marks                  marks around a name, not around what was said
    phrase_complements              what a preposition (``phrase_preposition``) joins to it:
        phrase_complements_apart            on its own
        phrase_complements_attached         written onto a noun
        phrase_complements_before_names     before the name of who holds an office
    phrase_holders                  words of an office behind which its holder is named
    described_nouns                 what a clause without a relative pronoun joins to it

3. Contents: from where to where it was said
    contents                        where a content ends; out come ``attribution`` values
    reporter_returns                where the reporter speaks again
        reporter_formulas               behind an expression that says so
    next_clauses                    where he goes on with a clause of his own:
        behind_noun_phrases             behind a content that is a noun phrase
        behind_marks                    behind words in marks and a comma
    participle_forms                which words look like a participle
    other_sayings                   where he tells of another saying, or of this one
    parted_clauses                  the clause in whose middle a source stands
    content_spans                   the content as a stretch of the text, direct or not
    sources                         what a phrase of source vouches for
        behind_sources                  what of it stands behind the phrase
    headlines                       headlines with a colon:
        headline_labels                 what stands before who speaks: tags, times, bullets
        headline_speakers               who speaks in them
        headline_topics                 what stands there and is no speaker: places, sections
        headline_clauses                what stands between them and the colon: occasions, deeds
        headline_halves                 where their halves begin and end

4. Speakers: who said it
    coreference                     the subject's speaker, or the context's; out comes ``resolved``
    dropped_subjects                who speaks where nobody is named, by its ``cue_context``:
        earlier_speakers                whoever has been reported before
        earlier_subjects                of whom else the text tells:
            sentence_subjects               a sentence in which nothing is reported, by its start
                                            (``sentence_starts``)
            subjects_of_other_verbs         a verb that reports nothing
            subjects_before_participles     one right before a participle
    agreement                       whether somebody can be the speaker by gender and number
    entities                        which speaker (``entity``) a naming is of
    mentions                        what a mention says, with what tells more of it
    naming                          a naming taken apart: name, office, kind
        printed_namings                 as printed, without what is written onto it
    joint_speakers                  whether it names two
    name_matching                   whether two namings can be the same speaker's
    fuller_names                    where the text has the full name, by ``name_runs``
                                    and ``names_by_place``
    office_holders                  where it tells who holds an office
    fuller_bodies                   where it names a body in full
    bodies_in_places                bodies called by their field and their place
    spelt_out                       where it says more of whom the headline tells in short
    headline_offices                who holds the office that a headline tells alone
    unspecific_namings              what anybody may be called: the man, the same source

   Where the proper name stands in a noun phrase
    names                           at the head, or where the files below find it
    titled_names                    behind a title
    names_behind_offices            behind an office, word by word (``office_words``)
    apposed_names                   behind a comma
    name_words                      how far a name goes on
    offices_as_names                words that are an office here, a name there

5. Quotes
    confidence                      how sure the engine is, and why
    nesting                         which quote stands inside another
    assembly                        quotes as they leave the engine
"""

from quotes.extraction.batches import Extracted, attempt, extract_batches
from quotes.extraction.pipeline import Extractor

__all__ = ["Extracted", "Extractor", "attempt", "extract_batches"]

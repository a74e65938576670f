"""Stage 4, speakers: who said it.

coreference             the subject's speaker, or the context's; out comes ``resolved``
dropped_subjects        who speaks where nobody is named, by its ``cue_context``:
    earlier_speakers            whoever has been reported before
    earlier_subjects            of whom else the text tells:
        sentence_subjects           a sentence in which nothing is reported
        subjects_of_other_verbs     a verb that reports nothing
        subjects_before_participles one right before a participle
agreement               whether somebody can be the speaker by gender and number
entities                which speaker (``entity``) a naming is of
    completion              what the text says more of one who is new
    persons_before          whom the latter and His Excellency stand for
mentions                what a mention says, with what tells more of it
naming                  a naming taken apart: name, office, kind
    printed_namings         as printed, without what is written onto it
    other_offices           as if the office were called otherwise
joint_speakers          whether it names two
name_matching           whether two namings can be the same speaker's
fuller_names            where the text has the full name, by ``name_runs`` and ``names_by_place``
office_holders          where it tells who holds an office
fuller_bodies           where it names a body in full
bodies_in_places        bodies called by their field and their place
spelt_out               where it says more of whom the headline tells in short
headline_offices        who holds the office that a headline tells alone
unspecific_namings      what anybody may be called: the man, the same source
"""

"""The subject of a cue: who stands beside it.

finder                          asks the files below
reporting_clause                what they ask about: a cue in one of its readings
subjects_before                 الوزير قال, the minister said
    clause_starts                   where its clause may begin
    asides_before_verbs             what may stand between it and the verb
antecedents                     الوزير الذي قال, the minister who said
reach_of_antecedents            how far such a noun phrase reaches
subjects_behind                 وقال الوزير, and said the minister
    asides_behind_verbs             what may stand between the verb and it
    objects_behind                  ختم حديثه, he ended his talk: no subject
subjects_behind_prepositions    نقلت الوكالة عن الوزير, the agency reported from the minister
subjects_of_nouns               of verbal nouns
verb_agreement                  whether a noun can be the subject of the verb
"""

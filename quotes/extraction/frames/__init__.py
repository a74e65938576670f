"""Stage 2, frames: what a cue governs, and whether it is one.

finder                  asks the files below for each candidate; out comes a ``frame``
source_phrases          وفقاً لـ, according to, and its like, which need no frame
    source_verbs            the verb in بحسب ما ذكرته, according to what she told
opened_contents         whether anything opens the content, and where it begins:
    that_clauses            أنّ, that, or one of her sisters
    governed_nouns          a preposition of the verb's
    listed_items            a colon that ends its line
    quoted_contents         words in marks
bare_contents           contents that nothing opens
quotations_before       words in marks before their cue
demanded_contents       what is asked of somebody, behind those of whom
subjects_behind_contents
                        رحب بالقرار الوزير, welcomed the decision the minister
cue_places              whether a word can report where it stands (``place``):
    verb_places             a finite verb
        words_like_verbs        or a preposition, a noun or a name instead
conditions              whether the frame is enough:
    verb_conditions         of a finite verb
        homographs              one that looks like another word
    noun_conditions         of a verbal noun
    participle_conditions   of a participle
support_verbs           verbs that carry a noun, which does the reporting
"""

"""Stage 3, contents: from where to where it was said.

finder                  where a content ends; out comes an ``attribution``
reporter_returns        where the reporter speaks again
    reporter_formulas       behind an expression that says so
next_clauses            where he goes on with a clause of his own:
    behind_noun_phrases     behind a content that is a noun phrase
    behind_marks            behind words in marks and a comma
other_sayings           where he tells of another saying, or of this one
parted_clauses          the clause in whose middle a source stands
content_spans           the content as a stretch of the text, direct or not
sources                 what a phrase of source vouches for
    behind_sources          what of it stands behind the phrase
"""

"""Stage 3, continued: headlines that name who speaks before a colon.

finder      what of a headline is who, and what he says
labels      what stands before who speaks: tags, times, bullets
speakers    who speaks in them
topics      what stands there and is no speaker: places, sections
clauses     what stands between them and the colon: occasions, deeds
halves      where their halves begin and end
"""

"""Stage 1, cues: words that may report.

finder          the candidates, by their form
candidate       what one is
cue_readings    of which verbs a spelling can be a form
furniture       paragraphs of the page that are none of the article
"""

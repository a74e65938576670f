"""Noun phrases: from which word to which somebody is named (``subject``).

finder          what the other stages ask
reader          reads one piece by piece, and asks the files below
starts          where one can begin
words           whether a word ends it, or is a name that looks like
    chance_particles            a particle
    chance_verbs                a verb
pieces          which other words belong to it
bounds          where another phrase begins, by rules about two words (``boundary``), what agrees
                (``forms``) and what is a surname (``surnames``):
    bounds_by_form              it begins, whatever the verb wants
    bounds_before_persons       it begins where the verb wants somebody
    bounds_before_objects       it begins where the verb wants an object
    continuations               this one goes on
appositions     what a mark joins to it
names_in_marks  marks around a name, not around what was said
complements     what a preposition (``preposition``) joins to it:
    complements_apart           on its own
    complements_attached        written onto a noun
    complements_before_names    before the name of who holds an office
holders         words of an office behind which its holder is named
described_nouns what a clause without a relative pronoun joins to it
"""

"""The text taken apart, and what its words can be: what all stages ask.

article                 tokens, quotations, paragraphs
sentences               where sentences begin and end
sentence_starts         where, behind conjunctions and circumstances, one really starts
words                   what a word can be where it stands
word_facts              what it can be by its spelling alone
readings                what the dictionary's readings of it say
grammar                 the closed classes that rules ask for by name
marks                   the marks of punctuation, likewise
clitics                 what is written onto a word: article, pronouns
nisba                   adjectives made from the name of a place
participle_forms        which words look like a participle
circumstances           phrases of when, where and how something was said
attached_prepositions   whether ب or ل is written onto a word, or its first letter
blessings               what is said in praise of God, the Prophet and the dead
"""

"""Where the proper name stands in a noun phrase.

finder                  at the head, or where the files below find it
titled_names            behind a title
names_behind_offices    behind an office, word by word (``office_words``)
name_starts             with which word it begins there
apposed_names           behind a comma
name_words              how far a name goes on
given_names             which words can be given names
offices_as_names        words that are an office here, a name there
"""

"""Marks of punctuation as the rules ask for them.

Quotation marks, which are read in pairs, are for ``quotes.arabic.quotation``.
"""

from __future__ import annotations

# What stands inside a clause: between a noun and its apposition, or around an aside before the
# verb. A semicolon there begins another clause.
INNER_COMMAS = frozenset("،,")
SEMICOLONS = frozenset("؛;")
# What stands between clauses and before a content, where many writers put either for the other.
COMMAS = INNER_COMMAS | SEMICOLONS
# What stands before the items of a list.
BULLETS = frozenset("•●▪■◾◆·*-–")
# The last is the stroke that lengthens words (tatweel), which alone is typed for a dash.
DASHES = frozenset("-–—ـ")
DOTS = frozenset({"..", "...", "…"})
PERCENT = frozenset("%٪")
# What ends a clause: a comma, a stop or a closing mark.
CLAUSE_MARKS = COMMAS | frozenset({".", "..", "…", "»", '"', "”"})

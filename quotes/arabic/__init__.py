"""Arabic as such: folding, tokens, quotation marks, morphology."""

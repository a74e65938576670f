"""Stage 5, records: quotes as they leave the engine.

confidence  how sure the engine is, and why
nesting     which quote stands inside another
assembly    attributions made into quotes
"""

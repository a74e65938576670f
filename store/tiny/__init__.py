"""The TinyDB engine: one JSON file, and a journal beside it while it is in use."""

"""What a reviewer does, without a screen: queue, decisions, undo, edits, progress, second reading.

Nothing here imports Textual; the app and the tests drive the same objects.
"""

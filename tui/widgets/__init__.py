"""Widgets of the review app, one file for each thing the user sees."""

"""Screens of the review app, one file for each place the user can be."""

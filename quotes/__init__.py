"""Quotes: finds who said what in Arabic news."""

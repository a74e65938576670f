"""The application object with every command, for tools that look through it."""

from quotes.cli.program import application

app = application()

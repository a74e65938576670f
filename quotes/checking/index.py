"""A full-text index over the words of quotes: from a sentence to the quotes most like it.

Terms are word roots (:mod:`quotes.checking.words`), so that spelling, clitics and inflection make
no difference. It is an SQLite FTS5 table, in memory or in a file beside which the database
itself stays as it is; what it holds can always be built again.
"""

from __future__ import annotations

import math
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Self

from quotes.checking.words import Word, words
from quotes.errors import QuotesError

_VERSION = "2"
_NOT_ALPHANUMERIC = re.compile(r"[\W_]")
_MOST_POSTINGS = 6_000


class SearchIndex:
    """Quotes by the roots of their words.

    ``path`` is the file to keep it in, or ``None`` for memory. A file that is damaged or of
    another version is emptied. Raises :class:`QuotesError` when SQLite lacks FTS5.
    """

    def __init__(self, path: Path | None = None) -> None:
        try:
            self._open(path)
        except sqlite3.DatabaseError:
            if path is None:
                raise
            path.unlink(missing_ok=True)
            self._open(path)

    def _open(self, path: Path | None) -> None:
        self._connection = sqlite3.connect(path or ":memory:")
        execute = self._connection.execute
        try:
            execute("PRAGMA journal_mode = WAL")
            execute("PRAGMA synchronous = NORMAL")
            execute("CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT)")
            if self.fact("version") != _VERSION:
                with self._connection:
                    execute("DROP TABLE IF EXISTS counts")
                    execute("DROP TABLE IF EXISTS roots")
                    execute("DROP TABLE IF EXISTS quotes")
                    execute("DELETE FROM facts")
                    execute(
                        "CREATE TABLE quotes "
                        "(number INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT)"
                    )
                    execute(
                        "CREATE VIRTUAL TABLE roots USING fts5("
                        'words, detail = none, tokenize = "unicode61 remove_diacritics 0")'
                    )
                    execute("CREATE VIRTUAL TABLE counts USING fts5vocab(roots, row)")
                    self.set_fact("version", _VERSION)
        except sqlite3.OperationalError as error:
            if "fts5" in str(error):
                raise QuotesError(
                    "this Python's SQLite was built without FTS5, which verify needs"
                ) from None
            raise

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM quotes").fetchone()[0])

    def fact(self, name: str) -> str | None:
        """A remark kept with the index, such as which state of the database it shows."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Keep a remark with the index."""
        with self._connection:
            self._connection.execute("REPLACE INTO facts VALUES (?, ?)", [name, value])

    def ids(self) -> set[str]:
        """The ids of all quotes in the index."""
        return {row[0] for row in self._connection.execute("SELECT id FROM quotes")}

    def add(self, quotes: Iterable[tuple[str, str]]) -> None:
        """Put in ``(id, text)``; a quote that is there already is replaced."""
        with self._connection:
            for key, text in quotes:
                self._remove(key)
                number = self._connection.execute(
                    "INSERT INTO quotes (id, text) VALUES (?, ?)", [key, text]
                ).lastrowid
                self._connection.execute(
                    "INSERT INTO roots (rowid, words) VALUES (?, ?)",
                    [number, " ".join(_terms(words(text)))],
                )

    def remove(self, ids: Iterable[str]) -> None:
        """Take quotes out; unknown ids are ignored."""
        with self._connection:
            for key in ids:
                self._remove(key)

    def _remove(self, key: str) -> None:
        execute = self._connection.execute
        row = execute("SELECT number FROM quotes WHERE id = ?", [key]).fetchone()
        if row:
            execute("DELETE FROM roots WHERE rowid = ?", row)
            execute("DELETE FROM quotes WHERE number = ?", row)

    def weights(self, sentence: Sequence[Word]) -> dict[str, float]:
        """How telling each root of ``sentence`` is, around 1: rare ones more, common ones less."""
        counts = self._counts({word.root for word in sentence if not word.is_stop})
        total = max(len(self), 1)
        scale = math.log(1 + total)
        return {
            key: 0.5 + math.log(1 + total / (1 + count)) / scale for key, count in counts.items()
        }

    def candidates(self, sentence: Sequence[Word], limit: int = 30) -> list[tuple[str, str]]:
        """The quotes that share the most telling words with ``sentence``, as (id, text)."""
        terms = {word.root for word in sentence if not word.is_stop} or {
            word.root for word in sentence
        }
        chosen: list[str] = []
        postings = 0
        for term, count in sorted(self._counts(terms).items(), key=lambda item: item[1]):
            if count == 0:
                continue
            if len(chosen) >= 2 and postings + count > _MOST_POSTINGS:
                break
            chosen.append(term)
            postings += count
        if not chosen:
            return []
        query = " OR ".join(f'"{term}"' for term in _spelled(chosen))
        rows = self._connection.execute(
            "SELECT quotes.id, quotes.text FROM (SELECT rowid AS number FROM roots "
            "WHERE roots MATCH ? ORDER BY rank LIMIT ?) JOIN quotes USING (number)",
            [query, limit],
        )
        return rows.fetchall()

    def _counts(self, roots: Iterable[str]) -> dict[str, int]:
        counts = {}
        for key in roots:
            row = self._connection.execute(
                "SELECT doc FROM counts WHERE term = ?", _spelled([key])
            ).fetchone()
            counts[key] = row[0] if row else 0
        return counts

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _terms(sentence: Iterable[Word]) -> list[str]:
    """The terms under which a quote is found; stop words too, so that none is without."""
    return _spelled(word.root for word in sentence)


def _spelled(roots: Iterable[str]) -> list[str]:
    """Roots as the tokenizer of FTS5 keeps them whole: letters and digits alone."""
    return [root if root.isalnum() else _NOT_ALPHANUMERIC.sub("x", root) for root in roots]

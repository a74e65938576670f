"""An inverted index over the words of quotes: from a sentence to the quotes most like it.

Terms are word roots (:mod:`quotes.checking.words`), so that spelling, clitics and inflection make
no difference. It lives in an SQLite file of its own, or in memory; the database stays as it is,
and what the index holds can always be built again.
"""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from pathlib import Path
from typing import Self

from quotes.checking.words import Word, words

_VERSION = "5"
_MOST_POSTINGS = 10_000
_WRITTEN_TOGETHER = 50_000
_TABLES = """
    DROP TABLE IF EXISTS quotes;
    DROP TABLE IF EXISTS postings;
    DELETE FROM facts;
    -- Numbers are never given twice, so that postings of quotes that are gone lead nowhere.
    CREATE TABLE quotes (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, text TEXT);
    -- The numbers of the quotes that have a root, as 32-bit integers; one row for each writing.
    CREATE TABLE postings (
        root TEXT, first INTEGER, count INTEGER, numbers BLOB, PRIMARY KEY (root, first)
    ) WITHOUT ROWID;
"""


class SearchIndex:
    """Quotes by the roots of their words.

    ``path`` is the file to keep it in, or ``None`` for memory. A file that is damaged or of
    another version is emptied.
    """

    def __init__(self, path: Path | None = None) -> None:
        try:
            self._open(path)
        except sqlite3.DatabaseError:
            if path is None:
                raise
            self._connection.close()
            path.unlink(missing_ok=True)
            self._open(path)

    def _open(self, path: Path | None) -> None:
        self._connection = sqlite3.connect(path or ":memory:")
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute("CREATE TABLE IF NOT EXISTS facts (name PRIMARY KEY, value)")
        if self.fact("version") != _VERSION:
            self.clear()

    def __len__(self) -> int:
        return int(self.fact("size") or 0)

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
        waiting = iter(quotes)
        while batch := list(islice(waiting, _WRITTEN_TOGETHER)):
            postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
            with self._connection:
                for key, text in batch:
                    self._connection.execute("DELETE FROM quotes WHERE id = ?", [key])
                    number = self._connection.execute(
                        "INSERT INTO quotes (id, text) VALUES (?, ?)", [key, text]
                    ).lastrowid
                    assert number is not None
                    for root in {word.root for word in words(text)}:
                        postings[root].append(number)
                self._connection.executemany(
                    "INSERT INTO postings VALUES (?, ?, ?, ?)",
                    (
                        (root, numbers[0], len(numbers), numbers.tobytes())
                        for root, numbers in sorted(postings.items())
                    ),
                )

        self._count()

    def remove(self, ids: Iterable[str]) -> None:
        """Take quotes out; unknown ids are ignored."""
        with self._connection:
            self._connection.executemany("DELETE FROM quotes WHERE id = ?", ([key] for key in ids))
        self._count()

    def _count(self) -> None:
        # Counting takes longer than all the rest of a search; once a change is enough.
        size = self._connection.execute("SELECT count(*) FROM quotes").fetchone()[0]
        self.set_fact("size", str(size))

    def clear(self) -> None:
        """Take everything out, facts too."""
        self._connection.executescript(_TABLES)
        self.set_fact("version", _VERSION)

    def weights(self, sentence: Sequence[Word]) -> dict[str, float]:
        """How telling each root of ``sentence`` is, around 1: rare ones more, common ones less."""
        return telling(self._counts(sentence), len(self))

    def candidates(self, sentence: Sequence[Word], limit: int = 30) -> list[tuple[str, str]]:
        """The quotes that share the most telling words with ``sentence``, as (id, text)."""
        counts = self._counts([word for word in sentence if not word.is_stop] or sentence)
        weights = telling(counts, len(self))
        scores: defaultdict[int, float] = defaultdict(float)
        read = 0
        for index, (root, count) in enumerate(sorted(counts.items(), key=lambda item: item[1])):
            # The most common words add much work and little knowledge.
            if index >= 2 and read + count > _MOST_POSTINGS:
                break
            read += count
            weight = weights[root]
            for number in self._postings(root):
                scores[number] += weight
        best = nlargest(limit, scores, key=scores.__getitem__)
        rows = self._connection.execute(
            f"SELECT number, id, text FROM quotes WHERE number IN ({','.join('?' * len(best))})",
            best,
        )
        found = {number: (key, text) for number, key, text in rows}
        return [found[number] for number in best if number in found]

    def _counts(self, sentence: Iterable[Word]) -> dict[str, int]:
        """In how many quotes each root stands (or stood)."""
        roots = {word.root for word in sentence}
        counts = dict.fromkeys(roots, 0)
        for root in roots:
            row = self._connection.execute(
                "SELECT sum(count) FROM postings WHERE root = ?", [root]
            ).fetchone()
            counts[root] = row[0] or 0
        return counts

    def _postings(self, root: str) -> Iterator[int]:
        for (blob,) in self._connection.execute(
            "SELECT numbers FROM postings WHERE root = ?", [root]
        ):
            yield from array("I", blob)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def telling(counts: Mapping[str, int], total: int) -> dict[str, float]:
    """Weights, around 1, of roots that stand in so many of ``total`` quotes."""
    total = max(total, 1)
    scale = math.log(1 + total)
    return {root: 0.5 + math.log(1 + total / (1 + count)) / scale for root, count in counts.items()}

"""``quotes add``: extract into the database."""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from quotes.cli import engine, reading
from quotes.cli.database import DEFAULT_DATABASE, Database, hint_at_size
from quotes.cli.display import complain

if TYPE_CHECKING:
    from quotes.model import Document
    from quotes.reading import ReadFailure
    from quotes.writing import Article
    from store.contract import Store

_Item = TypeVar("_Item")

# One write for one batch: large enough that writing is cheap beside extracting, small enough
# that little is lost when the machine stops.
_BATCH_ARTICLES = 200
_BATCH_SECONDS = 10.0
_LOOKED_UP_TOGETHER = 100


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(add)


def add(
    paths: reading.Paths,
    database: Database = DEFAULT_DATABASE,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Pass over articles whose text is in the database already."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    workers: reading.Workers = None,
    morphology: engine.Morphology = None,
    from_format: reading.From = None,
    encoding: reading.Encoding = None,
    columns: reading.Columns = None,
    maximum_size: reading.MaximumSize = 5,
    allow_private: reading.AllowPrivate = False,
) -> None:
    """Extract quotes into the database.

    Adding an article again changes nothing that a person has reviewed.
    """
    options = reading.read_options(from_format, encoding, columns, maximum_size, allow_private)
    make_extractor = engine.extractor_maker(morphology)

    from quotes.cli.outcome import Outcome
    from quotes.cli.parallel import extract_all
    from quotes.cli.progress import Interruption, watched
    from quotes.reading import Corpus
    from store import open_store

    corpus = Corpus(paths, options)
    outcome = Outcome()
    summary: Counter[str] = Counter()
    with ExitStack() as stack:
        store = stack.enter_context(open_store(database))
        interruption = stack.enter_context(Interruption())
        documents = _unknown(corpus, store, summary) if resume else corpus.items()
        results = extract_all(documents, make_extractor, workers)
        results = stack.enter_context(watched(results, corpus))
        for batch in _batches(outcome.articles(interruption.until_interrupted(results))):
            _keep(batch, store, summary)
        hint_at_size(store)
    summary["failed"] = outcome.failures
    _print_summary(summary, database, as_json)
    if interruption.happened:
        complain("interrupted; what was read until then is kept, and --resume goes on from there")
    outcome.exit(interrupted=interruption.happened)


def _unknown(
    documents: Iterable[Document | ReadFailure], store: Store, summary: Counter[str]
) -> Iterator[Document | ReadFailure]:
    """The documents whose text is not in the store, and the failures."""
    from quotes.model import Document

    for chunk in _chunks(documents, _LOOKED_UP_TOGETHER):
        digests = [item.sha256 for item in chunk if isinstance(item, Document)]
        known = {stored.document.sha256 for stored in store.documents(digests)}
        for item in chunk:
            if isinstance(item, Document) and item.sha256 in known:
                summary["passed_over"] += 1
            else:
                yield item


def _chunks(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    started = time.monotonic()
    for article in articles:
        batch.append(article)
        if len(batch) >= _BATCH_ARTICLES or time.monotonic() - started > _BATCH_SECONDS:
            yield batch
            batch, started = [], time.monotonic()
    if batch:
        yield batch


def _keep(batch: list[Article], store: Store, summary: Counter[str]) -> None:
    for report in store.add_many((article.document, article.quotes) for article in batch):
        summary["articles"] += 1
        summary["new"] += report.new and report.supersedes is None
        summary["corrected"] += report.supersedes is not None
        for count in ("added", "unchanged", "carried", "flagged", "gone", "removed"):
            summary[count] += getattr(report, count)


_SUMMARY = (
    ("added", "quotes added"),
    ("unchanged", "quotes as they were"),
    ("removed", "unreviewed quotes not found any more, removed"),
    ("carried", "reviews carried over to changed words"),
    ("flagged", "of these to look at again"),
    ("gone", "reviewed quotes not found any more, kept"),
    ("corrected", "corrected versions of articles known before"),
    ("failed", "inputs failed, named above"),
)


def _print_summary(summary: Counter[str], database: str, as_json: bool) -> None:
    if as_json:
        import orjson

        names = ("articles", "new", "passed_over", *(name for name, _ in _SUMMARY))
        typer.echo(orjson.dumps({name: summary[name] for name in names}))
        return
    passed_over = summary["passed_over"]
    known = f", {passed_over:,} known already and passed over" if passed_over else ""
    articles = summary["articles"] + passed_over
    typer.echo(f"articles: {articles} ({summary['new']} new{known}) in {database}")
    for name, words in _SUMMARY:
        if summary[name]:
            typer.echo(f"  {words}: {summary[name]}")

"""``quotes import``: what a person corrected elsewhere, back into the database as a review."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotes.cli.database import DEFAULT_DATABASE, AsOneObject, Database, reviewer_name
from quotes.cli.display import complain
from quotes.errors import InputError
from quotes.model import spans_of

if TYPE_CHECKING:
    from quotes.model import Document, Quote
    from quotes.writing.corrections import Returned
    from store.contract import Store
    from store.values import Decision, Reading


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command("import")(import_)


def import_(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="JSONL records, Label Studio JSON, or brat (a folder or a zip archive).",
            show_default=False,
        ),
    ],
    database: Database = DEFAULT_DATABASE,
    articles: Annotated[
        list[str] | None,
        typer.Option(
            "--articles",
            metavar="PATH",
            help="Where the articles of JSONL records are, if the database lacks them.",
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(
            envvar="QUOTES_REVIEWER",
            metavar="NAME",
            help="Whose decisions these are. Default: whom the file names, or your login name.",
        ),
    ] = None,
    accept_unchanged: Annotated[
        bool,
        typer.Option(
            "--accept-unchanged", help="Quotes that came back as they were count as accepted."
        ),
    ] = False,
    as_json: AsOneObject = False,
) -> None:
    """Bring back quotes that were corrected elsewhere.

    That is in brat, in Label Studio or in a file of records. Corrections become reviews: what
    stood before stays in the history.
    """
    from quotes.writing.corrections import read_corrections
    from store import open_store

    summary: Counter[str] = Counter()
    returned: list[tuple[Path, list[Returned]]] = []
    for path in paths:
        with _told(summary):
            returned.append((path, list(read_corrections(path))))
    # A database is only made where there is something to put into it.
    if any(quotes for _, quotes in returned):
        with open_store(database) as store:
            importing = _Import(
                store, _articles(articles or []), reviewer, accept_unchanged, summary
            )
            for path, quotes in returned:
                # The lines may have been sorted or mixed since they were exported.
                of_document: dict[str, list[Returned]] = {}
                for each in quotes:
                    of_document.setdefault(each.document_sha256, []).append(each)
                for sha256, group in of_document.items():
                    with _told(summary):
                        importing.document(sha256, group, path)
    _print_summary(summary, as_json)
    if summary["failed"]:
        raise typer.Exit(1)


@contextmanager
def _told(summary: Counter[str]) -> Iterator[None]:
    """What cannot be imported is told and counted; the rest goes on."""
    try:
        yield
    except InputError as error:
        summary["failed"] += 1
        complain(error)


class _Import:
    """Brings the quotes of one document after the other into the store."""

    def __init__(
        self,
        store: Store,
        articles: dict[str, Document],
        reviewer: str | None,
        accept_unchanged: bool,
        summary: Counter[str],
    ) -> None:
        self.store = store
        self.articles = articles
        self.reviewer = reviewer
        self.accept_unchanged = accept_unchanged
        self.summary = summary
        self.new: set[str] = set()

    def document(self, sha256: str, returned: list[Returned], path: Path) -> None:
        """All quotes of one document. Raises :class:`InputError` when its text is nowhere."""
        document = self._add_if_new(sha256, returned, path)
        for each in returned:
            if each.quote:
                _check_spans(each.quote, document, path)
        here = {stored.id for stored in self.store.quotes_of_document(sha256)}
        decisions: dict[str, list[Decision]] = {}
        for each in returned:
            name = self.reviewer or each.reviewer or reviewer_name(None)
            if each.original in here and each.original:
                if decision := self._decision(each.original, each.quote):
                    decisions.setdefault(name, []).append(decision)
            elif each.quote and each.quote.status != "rejected":
                self._add_missed(sha256, each.quote, name)
        for name, decided in decisions.items():
            self.store.decide_together(decided, reviewer=name)

    def _add_if_new(self, sha256: str, returned: list[Returned], path: Path) -> Document:
        stored = next(iter(self.store.documents([sha256])), None)
        if stored:
            return stored.document
        document = next((each.document for each in returned if each.document), None)
        document = self.articles.get(sha256) or document
        if document is None:
            raise InputError(
                f"{path}: the article of {len(returned)} quotes is not in the database "
                f"(sha256 {sha256[:12]}…); add it first, or say where it is with --articles"
            )
        # As the engine would have left them: what a person decided follows as a review.
        fresh = [replace(each.quote, status="pending") for each in returned if each.quote]
        for quote in fresh:
            _check_spans(quote, document, path)
        report = self.store.add(document, [quote for quote in fresh if quote.id])
        self.summary["articles added"] += 1
        self.summary["added"] += report.added
        self.new |= {quote.id for quote in fresh}
        return document

    def _decision(self, original: str, quote: Quote | None) -> Decision | None:
        """What the reviewer decided on a quote of the database, if anything."""
        from store.values import Decision, Reading

        if quote is None:
            self.summary["rejected"] += 1
            return Decision(original, "reject")
        stored = self.store.get(original)
        reading = Reading.of(quote)
        changed = _differs(reading, stored.reading)
        if quote.status == "rejected" and stored.status != "rejected":
            self.summary["rejected"] += 1
            return Decision(original, "reject")
        if changed or (quote.status == "fixed" and stored.status != "fixed"):
            self.summary["fixed"] += 1
            return Decision(original, "fix", reading=reading)
        accepted = quote.status == "accepted" or (
            self.accept_unchanged and quote.status == "pending"
        )
        if accepted and stored.status != "accepted":
            self.summary["accepted"] += 1
            return Decision(original, "accept")
        self.summary["unchanged"] += original not in self.new
        return None

    def _add_missed(self, sha256: str, quote: Quote, reviewer: str) -> None:
        from quotes.errors import UsageError
        from store.values import Reading

        try:
            self.store.add_missed(sha256, Reading.of(quote), reviewer=reviewer)
            self.summary["added"] += 1
        except UsageError as error:
            complain(error)
            self.summary["unchanged"] += 1


def _differs(one: Reading, other: Reading) -> bool:
    """Whether two readings differ in what a person can see: the speaker counts by name."""

    def visible(reading: Reading) -> tuple[object, ...]:
        speaker = reading.speaker
        return (
            reading.kind,
            reading.form,
            reading.content,
            reading.cue,
            reading.mention,
            speaker and (speaker.name, speaker.role, speaker.kind),
        )

    return visible(one) != visible(other)


def _check_spans(quote: Quote, document: Document, path: Path) -> None:
    for span in spans_of(quote):
        if document.text[span.start : span.end] != span.text:
            raise InputError(
                f"{path}: quote {quote.id} does not fit its article at {span.start}; "
                "nothing of this article was imported"
            )


def _articles(paths: Iterable[str]) -> dict[str, Document]:
    """The articles at ``paths``, by the digest of their text."""
    return {document.sha256: document for document in _read(paths)}


def _read(paths: Iterable[str]) -> Iterator[Document]:
    from quotes.reading import Corpus, ReadFailure

    listed = list(paths)
    for item in Corpus(listed) if listed else ():
        if isinstance(item, ReadFailure):
            complain(item)
        else:
            yield item


def _print_summary(summary: Counter[str], as_json: bool) -> None:
    kinds = ("articles added", "added", "accepted", "fixed", "rejected", "unchanged")
    if as_json:
        counts = {kind.replace(" ", "_"): summary[kind] for kind in kinds}
        sys.stdout.write(json.dumps(counts | {"failed": summary["failed"]}) + "\n")
        return
    parts = [f"{summary[kind]} {kind}" for kind in kinds if summary[kind]]
    if parts or not summary["failed"]:
        print(", ".join(parts) or "nothing to import")

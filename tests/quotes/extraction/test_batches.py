"""Many documents in a row: order, laziness, errors as rows, and other processes."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from quotes.extraction import Extracted, Extractor, extract_batches
from quotes.extraction.batches import bounded
from quotes.model import Document, Quote

TEXTS = [f"قال الوزير إن العدد {number} كبير." for number in range(6)]
DOCUMENTS = [Document(str(number), text) for number, text in enumerate(TEXTS)]


class Fragile(Extractor):
    """An engine that cannot cope with one document."""

    def extract(self, document: Document) -> tuple[Quote, ...]:
        if document.name == "2":
            raise ValueError("two")
        return super().extract(document)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_results_come_in_order(extractor: Extractor) -> None:
    results = list(extractor.pipe(DOCUMENTS))
    assert [result.document for result in results] == DOCUMENTS
    assert [result.quotes for result in results] == [extractor.extract(d) for d in DOCUMENTS]
    assert all(result.quotes and result.problem is None for result in results)


def test_nothing_is_read_before_it_is_needed(extractor: Extractor) -> None:
    taken: list[str] = []

    def documents() -> Iterator[Document]:
        for document in DOCUMENTS:
            taken.append(document.name)
            yield document

    results = extractor.pipe(documents())
    assert taken == []
    next(results)
    next(results)
    assert taken == ["0", "1"]


def test_a_document_that_fails_is_a_row() -> None:
    results = list(Fragile().pipe(DOCUMENTS))
    assert results[2] == Extracted(
        DOCUMENTS[2], (), "extraction failed (ValueError: two); please report this"
    )
    assert [bool(result.quotes) for result in results] == [True, True, False, True, True, True]


def test_lists_are_neither_long_nor_large() -> None:
    words = ["a", "b", "c", "long word", "d", "", ""]
    assert list(bounded(words, len, 3, 5)) == [["a", "b", "c"], ["long word"], ["d", "", ""]]
    assert list(bounded([], len, 3, 5)) == []


def test_a_full_list_is_handed_over_before_more_is_read() -> None:
    endless = iter(lambda: "word", "")
    assert next(bounded(endless, len, 2, 100)) == ["word", "word"]


def test_batches_keep_their_bounds(extractor: Extractor) -> None:
    batches = [DOCUMENTS[:2], [], DOCUMENTS[2:]]
    results = list(extract_batches(batches))
    assert [[result.document for result in batch] for batch in results] == batches
    assert [r for batch in results for r in batch] == list(extractor.pipe(DOCUMENTS))


def test_engine_and_function_travel_to_other_processes(extractor: Extractor) -> None:
    there = pickle.loads(pickle.dumps(extractor))
    assert list(there.pipe(DOCUMENTS)) == list(extractor.pipe(DOCUMENTS))
    function = pickle.loads(pickle.dumps(extract_batches))
    assert list(function([DOCUMENTS])) == [list(extractor.pipe(DOCUMENTS))]

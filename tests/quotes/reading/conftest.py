"""What the reading tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quotes.model import Document
from quotes.reading import ReadFailure, ReadOptions, read_documents

ReadAll = Callable[..., tuple[list[Document], list[ReadFailure]]]

ARTICLE = "قال الوزير: «سنواصل العمل».\nوأضاف أن الاجتماع المقبل سيعقد في عمّان.\n"


@pytest.fixture
def read_all() -> ReadAll:
    """Read paths and separate documents from failures."""

    def read(*paths: str | Path, **options: object) -> tuple[list[Document], list[ReadFailure]]:
        results = list(read_documents(paths, ReadOptions(**options)))  # type: ignore[arg-type]
        documents = [result for result in results if isinstance(result, Document)]
        failures = [result for result in results if isinstance(result, ReadFailure)]
        return documents, failures

    return read

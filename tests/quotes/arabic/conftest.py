"""Morphology tests share one cache folder of their own, apart from the user's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotes.arabic.morphology import Morphology, load_morphology


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUOTES_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def morphology(own_cache: None) -> Morphology:
    load_morphology.cache_clear()
    return load_morphology()

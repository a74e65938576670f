"""Filters as people type them behind a command, terms with a minus included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quotes.command import quotes

TEXT = 'قال الوزير إن العمل بدأ. وأضاف: "سينتهي غداً".'


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one reported and one direct quote."""
    folder = tmp_path_factory.mktemp("filters")
    article = folder / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert quotes("add", article, "--db", folder / "quotes.json").code == 0
    return folder / "quotes.json"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], 2),
        (["kind:direct"], 1),
        (["-kind:direct"], 1),
        (["-kind:direct", "-kind:indirect"], 0),
        (["-غداً"], 1),
        (["-status:rejected", "--order", "newest"], 2),
        (["--order", "newest", "-نوع:direct"], 1),
        (["--", "-kind:direct"], 1),
        (["speaker:الوزير", "--", "-kind:direct"], 1),
    ],
)
def test_a_term_with_a_minus_is_no_option(arguments: list[str], found: int, database: Path) -> None:
    result = quotes("list", "--json", "--db", database, *arguments)
    assert (result.code, len(result.out.splitlines())) == (0, found), result.err


@pytest.mark.parametrize("command", ["export", "stats", "match", "agreement"])
def test_so_it_is_with_every_command_that_takes_a_filter(command: str, database: Path) -> None:
    assert quotes(command, "-kind:direct", "--db", database).code == 0


def test_searching_takes_terms_beside_words(database: Path) -> None:
    result = quotes("search", "الوزير", "-kind:direct", "--json", "--db", database)
    assert len(result.out.splitlines()) == 1


def test_an_option_that_is_none_is_still_told(database: Path) -> None:
    result = quotes("list", "-z", "--db", database)
    assert result.code == 2
    assert "-z" in result.err

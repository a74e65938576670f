"""Records come out of a database as they went into it, in whatever order they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.mark.parametrize("order", ["as they were", "sorted"])
def test_records_come_back_as_they_went_in(order: str, tmp_path: Path) -> None:
    articles = [str(SAMPLES / "01-brussels.txt"), str(SAMPLES / "02-kyiv.txt")]
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    database = str(tmp_path / "quotes.json")

    def run(*arguments: str) -> None:
        result = CliRunner().invoke(app, list(arguments))
        assert result.exit_code == 0, result.output

    run("extract", *articles, "--format", "jsonl", "-o", str(before))
    lines = before.read_text("utf-8").splitlines()
    incoming = tmp_path / "incoming.jsonl"
    incoming.write_text("\n".join(sorted(lines) if order == "sorted" else lines) + "\n", "utf-8")
    sources = [word for article in articles for word in ("--articles", article)]
    run("import", str(incoming), *sources, "--db", database)
    run("export", "--format", "jsonl", "--db", database, "-o", str(after))
    assert sorted(after.read_text("utf-8").splitlines()) == sorted(lines)

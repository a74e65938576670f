"""What ``quotes-spark`` says before there is any Spark; tests/quotes/spark has it at work."""

from __future__ import annotations

import sys

import pytest
from typer.testing import CliRunner

from quotes import spark
from quotes.cli.spark import app
from quotes.errors import UsageError


def refused(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["in", "out", *arguments])
    assert isinstance(result.exception, UsageError)
    return str(result.exception)


@pytest.mark.parametrize("missing", ["pyspark", "pyarrow"])
def test_what_is_missing_is_named_with_the_way_to_get_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyarrow")
    for name in ("pyspark", "pyarrow"):
        monkeypatch.setitem(sys.modules, name, None if name == missing else sys)
    told = refused()
    assert told.startswith(f"Spark ({missing} and Java 17) needs the extra 'spark'")
    assert told.endswith("in your clone of Quotes, uv sync --extra spark")
    for function in (spark.schema, lambda: spark.extract(None)):
        with pytest.raises(UsageError, match=missing):
            function()


def test_wrong_options_are_refused_before_spark_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    assert "unknown format 'xml'" in refused("--format", "xml")
    assert "FIELD=NAME" in refused("--column", "body")


def test_help_needs_no_spark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    done = CliRunner().invoke(app, ["--help"])
    assert done.exit_code == 0
    assert "Apache Spark" in done.output

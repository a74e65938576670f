"""``quotes-spark``: a folder of articles on a cluster, into folders of Parquet."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quotes.cli import end_with, engine, reading
from quotes.cli.usage import Command
from quotes.errors import UsageError
from quotes.reading.options import INPUT_FORMATS, InputFormat

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_Format = InputFormat | Literal["parquet"]
_FORMATS: tuple[_Format, ...] = ("parquet", *INPUT_FORMATS)

app = typer.Typer(
    name="quotes-spark",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command(cls=Command)
def spark(
    folder: Annotated[str, typer.Argument(metavar="INPUT", help="Folder or file of articles.")],
    output: Annotated[str, typer.Argument(metavar="OUTPUT", help="Folder for the results.")],
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=f"{', '.join(_FORMATS)}.")
    ] = "jsonl",
    columns: reading.Columns = None,
    encoding: reading.Encoding = None,
    maximum_size: reading.MaximumSize = 5,
    morphology: engine.Morphology = None,
    mode: Annotated[
        Literal["error", "append", "overwrite"],
        typer.Option(
            metavar="NAME",
            help="With results in the output already: error, append or overwrite.",
        ),
    ] = "error",
    master: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where to run: local[4], yarn, spark://…; as Spark is set up."
        ),
    ] = None,
    configuration: Annotated[
        list[str] | None,
        typer.Option("--conf", metavar="KEY=VALUE", help="A setting of Spark (repeatable)."),
    ] = None,
) -> None:
    """Find quotes in a folder of articles with Apache Spark.

    Writes OUTPUT/quotes, Parquet in folders by outlet and date, and OUTPUT/problems, what could
    not be read or extracted. Problems are no failure: the exit code is 0 when all is written.
    """
    if format not in _FORMATS:
        raise UsageError(f"unknown format {format!r}; known: {', '.join(_FORMATS)}")
    read = None if format == "parquet" else format
    options = reading.read_options(read, encoding, columns, maximum_size, False)
    session = _session(master, _settings(configuration or []))

    from quotes.spark.job import run

    try:
        counts = run(session, folder, output, format, options, morphology, mode)
    finally:
        session.stop()
    typer.echo(f"quotes: {counts.quotes}; problems: {counts.problems}; in {output}")


def _settings(configuration: list[str]) -> dict[str, str]:
    settings = {}
    for setting in configuration:
        key, separator, value = setting.partition("=")
        if not (key and separator):
            raise UsageError(f"--conf takes KEY=VALUE, not {setting!r}")
        settings[key] = value
    return settings


def _session(master: str | None, settings: dict[str, str]) -> SparkSession:
    from quotes.spark import require_spark

    require_spark()
    # Spark would start its workers with any python3, which may not have what this one has.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("quotes")
    if master is not None:
        builder = builder.master(master)
    for key, value in settings.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def main() -> None:
    """Run ``quotes-spark`` and end the process with the exit code of ``quotes``."""
    end_with(app)


if __name__ == "__main__":
    main()
